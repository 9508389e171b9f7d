"""What something is above or below of, and by how much, known by the difference that the two levels make.

Finds         tổn thất 4,21%, thấp hơn chỉ tiêu 4,40% là 0,19% (a plan, and how far below it)
              năng suất 57,2 tạ/ha, hơn vụ mùa trước (55,6 tạ/ha) 1,6 tạ/ha
              doanh thu 210 tỷ đồng, cao hơn con số 200 tỷ đồng của năm trước là 5%: in percent of the level
Leaves alone  figures that do not make the difference to the last printed digit · a level that something rose to
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import POINTS
from dondoc.facts import Evidence, Role

_MORE_OR_LESS = re.compile(
    r"\b(?:(?P<fall>(?:thấp|ít|kém|nhỏ|chậm|ngắn|giảm) hơn|kém|thua|dưới|thiếu|hụt)|(?:\w+ )?hơn|vượt)\b"
    r"(?P<than>(?:[^;:\d]|\b(?:19|20)\d\d\b)*)\Z"
)
_PLAN = re.compile(r"kế hoạch|\bkh\b|chỉ tiêu|mục tiêu|dự toán|nghị quyết|định mức")
# Nothing stands between a level and how far it is passed but whose level it is, a bracket's end and "là".
_BY = re.compile(r"\s*\)?(?: (?:của|trong) [^,;:.()]{0,40}?)?,?(?:\s*(?:là|tới|đến|khoảng|gần|trên|chừng|những))*\s*")
_LEVELS = frozenset({"actual", "cumulative", "rate", "count", "plan", "share_of_plan", "change"})
_DONE = frozenset({"actual", "cumulative", "rate", "count", "share_of_plan"})
_FAR = 3
_HUNDRED = Decimal(100)
_WORDS = ("hơn", "kém", "thua", "dưới", "thiếu", "hụt", "vượt")


def reckon_compared(sentence: Sentence) -> None:
    """Make what a level told before it and the one compared with differ by a change."""
    figures = sentence.figures
    if sentence.task or len(figures) <= 2 or not any(word in sentence.low for word in _WORDS):
        return
    for place in range(2, len(figures)):
        level, by = figures[place - 1], figures[place]
        if by.under or by.over or level.under or level.over or not _BY.fullmatch(by.low_before):
            continue
        found = _MORE_OR_LESS.search(level.low_before)
        now = _told_before(level, figures[max(0, place - 1 - _FAR) : place - 1]) if found is not None else None
        if found is None or now is None or level.role not in _LEVELS or not _is_between(by, now, level):
            continue
        planned = _PLAN.search(found["than"]) is not None
        _tell(by, "change")
        by.fall = found["fall"] is not None
        by.base = "plan" if planned else by.base
        if planned or level.role == "change":
            _tell(level, "plan" if planned else now.role)


def _told_before(level: Figure, before: Sequence[Figure]) -> Figure | None:
    """The last figure of the unit of ``level`` that says how much there is."""
    return next((one for one in reversed(before) if one.unit == level.unit and one.role in _DONE), None)


def _is_between(by: Figure, now: Figure, level: Figure) -> bool:
    """Whether ``by`` is the difference of ``now`` and ``level``, or that in percent of ``level``."""
    a, b, c = now.measure.value, level.measure.value, by.measure.value
    if a is None or b is None or c is None or not b or not c or a == b:
        return False
    half_a, half_b, half_c = (one.measure.half_step or Decimal(0) for one in (now, level, by))
    points = level.unit == "%" and (by.unit in POINTS or by.unit == "điểm")
    if by.unit == level.unit or points:
        return abs(abs(a - b) - abs(c)) <= half_a + half_b
    return by.unit == "%" and abs(abs(a - b) / b * _HUNDRED - abs(c)) <= half_c


def _tell(figure: Figure, role: Role) -> None:
    if figure.role == role:
        return
    figure.role = role
    figure.evidence = [one for one in figure.evidence if one.part != "role"]
    figure.evidence.append(Evidence("role", "role.compared"))
