"""Names of rows in which a small number stands.

Finds         số người được tiêm đủ 02 mũi là 115.738 người (số người được tiêm đủ 02 mũi)
              Tỷ lệ hộ có từ 2 phương tiện trở lên đạt 45% (Tỷ lệ hộ có từ 2 phương tiện)
Leaves alone  số vụ vi phạm là 12 vụ, xử phạt 30 triệu đồng: a comma parts the two · tỷ lệ đạt 45%: no number in it
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.trimming import plain, trim_name

_COUNTS = re.compile(r"\A(?:tổng )?(?:số|tỷ lệ|tỉ lệ|lượng) (?!tiền|vốn)[^\W\d]", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:là|đạt|chiếm|còn|ước|ước đạt)(?: khoảng| trên| hơn| gần| tỷ lệ)*\s*\Z|:\s*\Z")
_MARK = re.compile(r"[;:(]|,\s|\.\s")
_OR_MORE = re.compile(r"\btrở (?:lên|xuống)\b")
_SMALL = 99
_REACH = 30
_LONGEST = 16


def embedding_name(figure: Figure) -> str:
    """The name of ``figure`` where the figure before it is only a number in that name, "" elsewhere."""
    small = figure.previous
    if small is None or small.depth != figure.depth or figure.over is not None or small.unit == "%":
        return ""
    value = small.measure.value
    if value is None or not 0 < value <= _SMALL or not _TELLS.search(figure.low_before[-_REACH:]):
        return ""
    if _MARK.search(figure.before.rstrip(": ")):
        return ""
    clause = _MARK.split(small.before)[-1].strip(" *-+")
    if _COUNTS.match(clause) is None:
        return ""
    name = trim_name(_OR_MORE.sub("", plain(f"{clause} {small.written} {figure.before}")))
    return name if len(name.split()) <= _LONGEST else ""
