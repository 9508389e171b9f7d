"""UTF-8 that a program took for Windows letters: two or three signs where one letter stood.

Mends         á»§y ban → ủy ban · Ä‘á»“ng → đồng · THÃ”NG → THÔNG
Leaves alone  signs whose bytes are no UTF-8, texts with few of them (they may mean what they say)
"""

import re
from collections.abc import Iterator

NAME = "utf-8/windows-1252"
_BYTES = {chr(code): code for code in range(0x80, 0x100)}
for _code in range(0x80, 0xA0):
    _sign = bytes([_code]).decode("cp1252", "ignore")
    if _sign:
        _BYTES[_sign] = _code
_LATER = "".join(re.escape(sign) for sign, code in _BYTES.items() if code < 0xC0)
_SEQUENCE = re.compile(rf"(?:[\xc2-\xdf][{_LATER}]|[\xe0-\xef][{_LATER}]{{2}})")
_LETTER = re.compile(r"[À-ỹ]")
_HIGH = re.compile(r"[^\x00-\x7f]")
_FEWEST = 8


def is_mojibake(sample: str) -> bool:
    """Whether ``sample`` is UTF-8 in the wrong letters: enough of them, and hardly any others."""
    if "á»" not in sample and "Ä" not in sample and "Ã" not in sample:
        return False
    found = list(mended(sample))
    letters = sum(_LETTER.match(after) is not None for _, _, after in found)
    signs = sum(end - start for start, end, _ in found)
    return letters >= _FEWEST and signs * 10 >= len(_HIGH.findall(sample)) * 8


def mended(words: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, letter) of the sequences in ``words`` that are one letter of UTF-8."""
    for match in _SEQUENCE.finditer(words):
        try:
            after = bytes(_BYTES[sign] for sign in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            continue
        yield match.start(), match.end(), after
