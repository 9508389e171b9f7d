"""What is told as more or less than another time or measure: the comparative, what is compared with, by how much.

Finds         nhiều hơn năm 2018 là 27 doanh nghiệp · cao hơn thực hiện 2018 là 5 tỷ đồng
              kém năm ngoái 48 tỷ đồng · cao hơn cùng kỳ là 29 hồ sơ
              thấp hơn tháng 7 (512 tỷ đồng) 48 tỷ đồng · hơn cùng kỳ năm trước (năm có dịch) khoảng 12 vụ
              cao hơn kế hoạch (1.100 tấn) 104 tấn · thấp hơn bình quân cả nước (50%) 0,6 điểm %
              đạt 94,75%, thấp hơn chỉ tiêu 95,5%: the plan, and no difference
Leaves alone  hơn 31 hồ sơ, hơn 7 tháng: about how many · nhiều hơn huyện bên 3 xã: another place
              cao hơn năm trước, 7.200 đồng/kg: what it is now
"""

import re
from typing import NamedTuple

from dondoc.extraction.quantities.figures import Figure
from dondoc.facts import Base

_COMPARATIVE = (
    r"\b(?:(?P<fall>(?:(?:thấp|ít|kém|nhỏ|chậm|ngắn|giảm)\s+hơn|kém|thua)(?:\s+hẳn)?)"
    r"|(?:(?:cao|nhiều|lớn|nhanh|tăng|dài)\s+)?hơn(?:\s+hẳn)?)"
)
_PART = r"(?:(?:\d{1,2}|ba|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối))?|nửa\s+(?:đầu|cuối)|tháng\s+\d{1,2}|quý\s+[ivx\d]{1,3})"
_GONE = r"(?:trước|ngoái|liền\s+(?:trước|kề)|trước\s+đó|vừa\s+qua)"
_WHAT = rf"""
    \s+(?:so\s+(?:với\s+)?)?(?:(?:mức|con\s+số|kết\s+quả)\s+)?(?:(?:của|cả|thực\s+hiện)\s+)*
    (?:(?P<same_period>cùng\s+(?:kỳ|thời\s+(?:điểm|gian)|tháng|quý|vụ)(?:\s+của)?(?:\s+(?:năm\s+)?(?:{_GONE}|20\d\d))?
          |{_PART}\s+năm\s+{_GONE}|(?:(?:\d{{1,2}}|ba|sáu|chín)\s+tháng(?:\s+(?:đầu|cuối))?|nửa\s+(?:đầu|cuối))\s+năm\s+20\d\d)
      |(?P<previous>(?:năm\s+học|niên\s+vụ|năm|tháng|quý|vụ|kỳ|tuần|ngày|đợt|phiên)\s+{_GONE}|hôm\s+(?:qua|trước)
          |(?:tháng\s+\d{{1,2}}|quý\s+(?:[ivx]+|\d))(?:(?:\s?[/.-]\s?|\s+năm\s+)20\d\d)?(?!\d)|(?:năm\s+)?20\d\d(?![\d.,]))
      |(?P<other>(?:thời\s+điểm\s+)?(?:đầu|cuối)\s+(?:năm|nhiệm\s+kỳ|kỳ|vụ)(?:\s+(?:{_GONE}|20\d\d))?
          |(?:bình\s+quân|trung\s+bình|mức\s+chung)[^,;.()\d]{{0,30}}?)
      |(?P<plan>(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|nghị\s+quyết|mục\s+tiêu|kịch\s+bản|quy\s+hoạch)[^,;.()\d]{{0,30}}?))
"""
_BY = r"\s*:?(?:\s*(?:là|tới|đến|khoảng|gần|trên|chừng|những|xấp\ xỉ|hơn)(?=\s))*\s*\Z"
_TOLD = re.compile(rf"{_COMPARATIVE}{_WHAT}(?:\s*\([^()\d]*\))?{_BY}", re.VERBOSE)
_OPENED = re.compile(rf"{_COMPARATIVE}{_WHAT}\s*\([^()\d]{{0,20}}\Z", re.VERBOSE)
_CLOSED = re.compile(rf"[^()\d]{{0,20}}\){_BY}", re.VERBOSE)
_LEVEL_OF_PLAN = re.compile(
    r"hơn (?:so (?:với )?)?mức (?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản)(?: [^\s,;.()\d]+){0,3}\s+\Z(?<!là )"
)
# "94,75%, thấp hơn chỉ tiêu 95,5% được giao": as much as what was reached, so the plan and no difference.
_OF_A_PLAN = re.compile(
    r"hơn (?:so (?:với )?)?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|kịch bản|nghị quyết)"
    r"(?: [^\s,;.()\d]+){0,3}\s+\Z(?<!là )"
)
_BASES: dict[str, Base] = {"same_period": "same_period", "previous": "previous", "other": "other", "plan": "plan"}


class Beyond(NamedTuple):
    """That a figure says by how much something is above (or, a ``fall``, below) what it is compared with."""

    fall: bool
    base: Base


def told_beyond(figure: Figure) -> Beyond | None:
    """What ``figure`` is told above or below of; None where no comparative with its measure stands before it."""
    level, before = figure.previous, figure.low_before
    if level is not None and level.opens and _CLOSED.match(before):
        if level.unit == "%" and figure.unit == "%":
            return None
        before = level.low_before
        found = _OPENED.search(before)
    else:
        found = _TOLD.search(before) if "hơn" in before or "kém" in before or "thua" in before else None
    if found is None or figure.under is not None or figure.over is not None or is_level_of_plan(figure):
        return None
    return Beyond(found["fall"] is not None, _base(found))


def is_level_of_plan(figure: Figure) -> bool:
    """``1,43%, thấp hơn mức kế hoạch 1,6%``: the plan itself, and not by how much it was missed."""
    before = figure.low_before
    if figure.unit != "%" or "hơn" not in before:
        return False
    if "mức" in before and _LEVEL_OF_PLAN.search(before) is not None:
        return True
    reached = figure.previous
    if reached is None or reached.unit != "%" or reached.measure.value is None or figure.measure.value is None:
        return False
    return abs(figure.measure.value) > abs(reached.measure.value) / 2 and _OF_A_PLAN.search(before) is not None


def compared_level(figure: Figure) -> Base | None:
    """``cao hơn kế hoạch (1.100 tấn) 104 tấn``: what the figure in the bracket is the level of, None for any other."""
    if not figure.opens or ("hơn" not in figure.low_before and "kém" not in figure.low_before):
        return None
    found = _OPENED.search(figure.low_before)
    return _base(found) if found is not None else None


def _base(found: re.Match[str]) -> Base:
    return next(base for kind, base in _BASES.items() if found[kind])
