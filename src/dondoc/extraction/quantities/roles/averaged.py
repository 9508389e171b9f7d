"""Averages that two figures told before them give.

Finds         lập 240 biên bản, thu 780 triệu đồng, bình quân 3,25 triệu đồng/biên bản (rate)
              tặng 620 phần quà trị giá 248 triệu đồng (400.000 đồng/phần) · 36 tổ với 540 hộ, mỗi tổ 15 hộ
Leaves alone  năng suất 61,5 tạ/ha, giá 9.200 đồng/m3, thu nhập 52 triệu đồng/người: followed for themselves
"""

import re
from collections import deque
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence

_OPEN = frozenset({"actual", "cumulative", "count"})
_COUNTED = frozenset({"actual", "cumulative", "count", "part", "plan"})
_MEAN = re.compile(r"\b(?:bình quân|trung bình|mỗi|tính ra|mức|suất)\b[^;.()]{0,50}\Z")
_FOLLOWED = re.compile(r"năng suất|\bgiá\b|thu nhập|grdp|gdp|lương|sản lượng")
_PER = re.compile(r"\s?/\s?(?P<noun>[^\W\d]+(?: [^\W\d]+)?)")
_MEASURES = frozenset(
    {"ha", "sào", "kg", "tấn", "tạ", "m", "m2", "m3", "m²", "m³", "lít", "giờ", "ngày", "tháng", "quý", "năm"}
)
_FAR = 17
_HALF = Decimal("0.5")


def settle_averages(sentences: Sequence[Sentence]) -> None:
    """Make the figures of ``sentences`` rates that two figures shortly before them give."""
    before: deque[tuple[Figure, int]] = deque(maxlen=_FAR)
    for sentence in sentences:
        for figure in sentence.figures:
            if figure.unit != "%" and not figure.task and _is_average(figure, sentence.item, before):
                figure.role = "rate"
                figure.evidence = [one for one in figure.evidence if one.part != "role"]
                figure.evidence.append(Evidence("role", "role.averaged"))
            elif figure.role in _COUNTED and figure.unit and figure.measure.value:
                before.append((figure, sentence.item))


def _is_average(figure: Figure, item: int, before: Iterable[tuple[Figure, int]]) -> bool:
    """Whether a total in its unit and a number of what it is told for give ``figure``, of ``item`` where none is."""
    if figure.role not in _OPEN or figure.whole is not None or figure.over is not None or figure.under is not None:
        return False
    unit, slash, per = (figure.unit or "").partition("/")
    if not slash:
        found = _PER.match(figure.low_after)
        per = found["noun"] if found is not None else ""
    per = per.partition("/")[0].strip()
    if per in _MEASURES or (not per and _MEAN.search(figure.low_before) is None):
        return False
    if _FOLLOWED.search(figure.low_before[-60:]):
        return False
    told = [one for one, where in before if per or where == item]
    sums = [one for one in told if one.unit == unit]
    counts = [one for one in told if one.unit != unit and (not per or _is_named(one, per))]
    return any(_gives(total, count, figure) for total in sums for count in counts)


def _is_named(count: Figure, noun: str) -> bool:
    return (count.unit or "").lower().split()[:1] == noun.lower().split()[:1]


def _gives(total: Figure, count: Figure, mean: Figure) -> bool:
    """Whether ``total`` over ``count`` is ``mean``, each within half of its last printed digit."""
    a, b, c = total.measure.value, count.measure.value, mean.measure.value
    if a is None or b is None or c is None or b < 2:
        return False
    half_a, half_b, half_c = (one.measure.half_step or Decimal(0) for one in (total, count, mean))
    half_b = Decimal(0) if half_b == _HALF else half_b
    return (a - half_a) / (b + half_b) - half_c <= c <= (a + half_a) / (b - half_b) + half_c
