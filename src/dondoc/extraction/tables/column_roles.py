"""The role of a column, and what it compares with, by the lowest words of its head that decide.

Finds         KH năm 2026 (plan) · Ước TH tháng 11 (actual) · Lũy kế (cumulative) · % TH/KH (share of plan) · Tăng, giảm
Leaves alone  an index and a growth have the same head ("So cùng kỳ (%)"): the figures decide (112,5 or 12,5)
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.tables.head_words import (
    COMPARES,
    DONE,
    GROWS,
    PERCENT,
    PLANNED,
    SO_FAR,
    STRUCTURE,
    TO_PLAN,
    TO_PREVIOUS,
    TO_SAME,
    subject_of,
)
from dondoc.extraction.tables.heads import YEAR, Head
from dondoc.extraction.tables.units import TableUnit, bracket_unit
from dondoc.facts import Base, Role

_FRACTION = re.compile(r"(?:thực hiện|giải ngân)?\s*/\s*(?:kế hoạch|dự toán)|\(\d+\)?\s*[/:]\s*\(?\d+\)")
_COMPARED_ONLY = re.compile(r"so sánh|so với|so kh|đạt|tỷ lệ")
_INDEX_FROM = 50
_FRACTION_BELOW, _FEW = 3, 3
TIMES = TableUnit("lần")
PERCENT_SIGN = TableUnit("%")


def is_plan(head: Head) -> bool:
    return not _compares(head) and PLANNED.search(head.joined) is not None


def _compares(head: Head) -> bool:
    """Whether the column compares two figures, and is not merely a rate that has a plan of its own."""
    if COMPARES.search(head.joined) or STRUCTURE.search(head.joined) or _FRACTION.search(head.joined):
        return True
    return any(PERCENT.search(low) and not subject_of(low) for low in head.low)


def is_fraction(head: Head, role: Role, base: Base | None, values: Sequence[Decimal]) -> bool:
    """Whether shares are written as 0,98, not as 98: no plan is so small a percentage of itself in every row."""
    if "%" in head.joined or not values or (role != "share_of_plan" and (role != "rate" or base is None)):
        return False
    return _is_broken(values) and _is_small(values)


def is_percent(head: Head, role: Role) -> bool:
    if "%" in head.joined:
        return not any(bracket_unit(words) not in (None, PERCENT_SIGN) for words in head.path[-1:])
    if re.search(r"tuyệt đối|giá trị", head.low[-1]):
        return False
    return role in ("share_of_plan", "rate") or PERCENT.search(head.joined) is not None


def read_role(head: Head, planned: bool, values: Sequence[Decimal]) -> tuple[Role, Base | None]:
    if not _compares(head):
        return _plain_role(head), None
    base = _base(head)
    percent = "%" in head.joined or PERCENT.search(head.joined) is not None or _FRACTION.search(head.joined) is not None
    if re.search(r"tuyệt đối", head.low[-1]):
        percent = False
    if STRUCTURE.search(head.joined) and not GROWS.search(head.joined):
        return "rate", None
    if not percent and not GROWS.search(head.joined) and base is None:
        if planned and _COMPARED_ONLY.fullmatch(head.joined.strip()) and _looks_like_share(values):
            return "share_of_plan", None
        return _plain_role(head), None
    grows = GROWS.search(head.joined) is not None and not re.search(r"tăng\s*trưởng\Z", head.low[-1])
    if not percent:
        index = base in ("same_period", "previous", "plan") and _looks_like_index(values) and not grows
        if not index:
            return "change", base or "other"
    if base == "plan" and not grows:
        return "share_of_plan", None
    if grows or re.search(r"tăng trưởng", head.joined):
        if _looks_like_index(values) and not any(value < 0 for value in values):
            return ("share_of_plan", None) if base == "plan" else ("rate", base)
        return "change", base or "other"
    if base in ("same_period", "previous"):
        return ("rate", base) if _looks_like_index(values) else ("change", base)
    if any(subject_of(low) for low in head.low[-1:]):
        return "rate", None
    return ("share_of_plan" if planned else "rate"), None


def _looks_like_share(values: Sequence[Decimal]) -> bool:
    """Whether figures are shares, around 100 or around 1, written with decimals."""
    return _is_broken(values) and len(values) > 1 and (_looks_like_index(values) or _is_small(values))


def _is_broken(values: Sequence[Decimal]) -> bool:
    """Whether at least half of the figures have decimals."""
    return sum(value != value.to_integral_value() for value in values) * 2 >= len(values)


def _is_small(values: Sequence[Decimal]) -> bool:
    """Whether the figures are around 1; of four and more one may have slipped."""
    larger = sum(value >= _FRACTION_BELOW for value in values)
    return larger <= (len(values) > _FEW) and min(values) >= 0


def _looks_like_index(values: Sequence[Decimal]) -> bool:
    """Whether figures are around 100 (an index) rather than around nought (a growth)."""
    known = sorted(values)
    return bool(known) and known[len(known) // 2] >= _INDEX_FROM and known[0] >= 0


def _base(head: Head) -> Base | None:
    """What the column compares with, by the lowest words that say it."""
    for low in reversed(head.low):
        if TO_SAME.search(low):
            return "same_period"
        if TO_PREVIOUS.search(low):
            return "previous"
        if TO_PLAN.search(low):
            return "plan"
    years = [int(year) for year in YEAR.findall(head.joined)]
    if len(years) > 1 and abs(years[0] - years[1]) == 1:
        return "same_period"
    if re.search(r"so (?:với|sánh) (?:thực hiện )?năm 20\d\d", head.joined):
        return "same_period"
    if re.search(r"so (?:với|sánh) (?:thực hiện )?tháng \d", head.joined):
        return "previous"
    return None


def _plain_role(head: Head) -> Role:
    """Plan, actual or cumulative, by the lowest words that say it."""
    for low in reversed(head.low):
        planned, done, so_far = PLANNED.search(low), DONE.search(low), SO_FAR.search(low)
        if planned and (done is None or planned.start() < done.start()) and not (so_far and done):
            return "plan"
        if so_far:
            return "cumulative"
        if done:
            break
    return "cumulative" if any(SO_FAR.search(low) for low in head.low) else "actual"
