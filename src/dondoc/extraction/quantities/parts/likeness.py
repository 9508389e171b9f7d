"""Which figures count the same thing, so that one can be a part of the other.

Finds         742 trường, 218 trường mầm non · 127 chủ thể, 49 hợp tác xã: both count things
Leaves alone  ha and tạ/ha; amounts of money beside counts
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure

_AMOUNT = frozenset({"đồng", "usd", "eur", "%"})
_MONEY = frozenset({"đồng", "USD", "EUR"})
PERSONS = frozenset(
    {"em", "học sinh", "người", "trẻ", "cháu", "thí sinh", "học viên", "công dân", "nhân khẩu", "khẩu", "cử tri"}
    | {"đồng chí", "đ/c", "đảng viên", "hội viên", "đoàn viên", "giáo viên", "cán bộ", "công chức", "viên chức"}
    | {"lao động"}
)
_DIVIDED = frozenset({"actual", "cumulative", "count"})
_BESIDE_WHOLE = 2
_OF_A_TIME = re.compile(r"\b(?:tháng|quý|tuần|kỳ)\b")
POINTS = frozenset({"điểm phần trăm", "điểm %"})


# "21 đồng chí, trong đó có 2 đ/c": a short form of the noun; its slash is no "per".
_SHORT_FORMS = {"đ/c": "đồng chí", "d/c": "đồng chí"}


def alike(one: Figure, other: Figure) -> bool:
    if one.unit == other.unit:
        return True
    a, b = noun(one), noun(other)
    if "/" in a or "/" in b:
        return a == b
    if a.split()[:1] == b.split()[:1]:
        return True
    if a == b or a.endswith(b) or b.endswith(a) or (b and a.startswith(b)) or (a and b.startswith(a)):
        return True
    return not one.unit or (a not in _AMOUNT and b not in _AMOUNT and len(a) > 2 and len(b) > 2)


def noun(figure: Figure) -> str:
    """The unit of ``figure`` in small letters, a short form written out."""
    unit = (figure.unit or "").lower()
    return _SHORT_FORMS.get(unit, unit)


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same noun ("trường", "trường tiểu học")."""
    if one.unit == other.unit:
        return True
    if not one.unit or not other.unit or one.unit[0].lower() != other.unit[0].lower():
        return False
    a, b = noun(one), noun(other)
    return a == b or a.split()[:1] == b.split()[:1]


def same_things(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same noun, or both people: what they add up to tells the rest."""
    return same_kind(one, other) or (one.unit in PERSONS and other.unit in PERSONS)


def is_shared_of(figure: Figure) -> bool:
    """``đạt 52,3% dự toán giao 2.700 tỷ đồng``: the plan that the share before it is of, whatever it adds up to."""
    return figure.role == "plan" and figure.previous is not None and figure.previous.role == "share_of_plan"


def not_above(part: Figure, whole: Figure) -> bool:
    a, b = part.measure.value, whole.measure.value
    return a is None or b is None or a <= b


def fits(done: Figure, plan: Figure, share: Figure) -> bool:
    """Whether ``share`` is ``done`` in percent of ``plan``, each within half of its last printed digit."""
    a, b, c = done.measure.value, plan.measure.value, share.measure.value
    if a is None or b is None or c is None or a <= 0 or b <= 0 or c == 100:
        return False
    half_a, half_b, half_c = (one.measure.half_step or Decimal(0) for one in (done, plan, share))
    if b <= half_b:
        return False
    low, high = (a - half_a) / (b + half_b) * 100, (a + half_a) / (b - half_b) * 100
    return low - half_c <= c <= high + half_c


def is_of_a_time(figure: Figure) -> bool:
    """``riêng tháng 9 chi 72 tỷ đồng, tám tháng trước 410 tỷ đồng``: one time and another make a third."""
    return _OF_A_TIME.search(figure.low_before) is not None


def counterpart(part: Figure, whole: Figure, before: Sequence[Figure]) -> Figure:
    """``13 dự án với vốn 156 tỷ, trong đó 8 dự án với vốn 145 tỷ``: a part of the amount beside the whole."""
    if part.unit not in _MONEY or whole.unit in _MONEY:
        return whole
    beside = (one for one in before if whole.number < one.number <= whole.number + _BESIDE_WHOLE)
    return next(
        (one for one in beside if one.unit == part.unit and one.role in _DIVIDED and not_above(part, one)), whole
    )
