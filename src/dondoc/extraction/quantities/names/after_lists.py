"""What is told behind the last part of a whole list: of the whole, and not of that part.

Finds         kỷ luật 12 hội viên: khiển trách 8, cảnh cáo 4; giảm 3 hội viên (kỷ luật hội viên)
              91 nghìn tấn, gồm thóc 61 nghìn tấn và ngô 30 nghìn tấn, đạt 101% kế hoạch (the 91)
Leaves alone  parts that leave something over · parts of which each has its own: thóc 61 nghìn tấn, tăng 2%; ngô ...
"""

import re
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.parts.likeness import same_kind

_CLOSING = re.compile(r"\A\s*[^,;]{0,40}\bvà\b")
_TWO = 2


def name_of_whole(figure: Figure) -> str:
    """The name of the whole that the parts right before ``figure`` make up, "" where they do not."""
    last = figure.previous
    whole = last.whole if last is not None and last.role == "part" and last.depth == figure.depth else None
    if last is None or whole is None or not whole.indicator:
        return ""
    if figure.unit not in ("%", "trường hợp") and not same_kind(figure, whole):
        return ""
    if not (figure.before.startswith(";") or (figure.before.startswith(",") and _CLOSING.search(last.low_before))):
        return ""
    parts, total = 0, Decimal(0)
    one: Figure | None = last
    while one is not None and one.whole is whole and one.role == "part" and one.measure.value is not None:
        parts, total, one = parts + 1, total + one.measure.value, one.previous
    return whole.indicator if parts >= _TWO and total == whole.measure.value else ""
