"""Tables that only place words on the page, told from tables of data.

Layout        issuer beside the national motto · signature beside recipients · one framed box
Leaves alone  rows of figures, lists of tasks with their agencies
"""

import re

_WIDEST = 3
_LONGEST = 6
_WORDS = re.compile(
    r"CỘNG H[OÒ][AÀ] XÃ HỘI|ĐỘC LẬP|Độc lập|ĐẢNG CỘNG SẢN VIỆT|Nơi nhận|NƠI NHẬN"
    r"|(?:KT|TM|TUQ|TL|Q|T/M|K/T|T/L)\.?\s?[A-ZĐỦ]{2}"
)


def is_layout(rows: int, columns: int, cells: int, words: str) -> bool:
    """Whether a table of this shape and these ``words`` is no table of data."""
    if columns <= 1 or cells <= 1:
        return True
    return columns <= _WIDEST and rows <= _LONGEST and _WORDS.search(words) is not None
