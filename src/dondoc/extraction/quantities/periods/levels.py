"""The time of the level that a figure is compared with: that of the figure before it, a year or a step back.

Finds         tăng 9,7% so với năm trước (740 tỷ đồng) · bằng 83,6% của cùng kỳ năm ngoái (1.349 triệu USD)
              tăng 8,9% so với thực hiện năm 2016 là 961 triệu kWh · bằng 1,12 lần cùng kỳ 2024 (14.520 tỷ đồng)
              đạt 69,2% (năm trước 67,3%) · 156 triệu USD, tháng trước 149 triệu USD · so cuối năm 2022 (98,52%)
              giảm 12,1% so với 688 vụ của 6 tháng đầu năm 2021 · 403 tấn, so với cùng kỳ 371 tấn
              (cơ cấu cùng kỳ năm 2017: 15%; 33%; 42%): those behind the first too
Leaves alone  so với năm trước, thu 300 tỷ đồng · năm 2016 trồng 120 ha: no level · so với kế hoạch (120 ha): a plan
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.grammar.period_arithmetic import previous_period

_GONE = r"(?:(?:năm )?(?:trước|ngoái)|(?:năm )?(?P<{0}>20\d\d))"
_PART = r"(?:(?:\d{1,2}|ba|sáu|chín) tháng(?: đầu)?|nửa đầu|tháng \d{1,2}|quý [ivx\d]{1,3})"
_SAME = (
    rf"(?:(?:cùng (?:kỳ|thời (?:điểm|gian))|\bck)(?: (?:của )?(?:{_PART}[ /.-]?)?{_GONE.format('same')}"
    rf"|(?= ?(?:\(|là|đạt|:|\d|\Z)))|{_PART} {_GONE.format('part')})"
)
_TIME = (
    rf"(?P<alike>{_SAME})"
    r"|(?P<end>(?:cuối|hết) năm |(?:ngày )?31/12/)(?P<ended>trước|ngoái|20\d\d)"
    rf"|(?P<year>(?:thực hiện|mức|con số|cả)? ?(?:của )?năm (?:trước|ngoái|(?P<named>20\d\d)))"
    r"|(?P<step>(?:tháng|quý|kỳ) (?:liền )?trước)"
)
_AGAINST = (
    r"(?:\bso(?: với)?|\b(?:cao|thấp|nhiều|ít|lớn|nhanh|chậm) hơn|\blần|[%=]|\bbằng)"
    r"(?: (?:so|với|của|mức|con số|kết quả|thực hiện|thời điểm|số liệu))*"
)
_IS = r"(?:(?: ?:| là| đạt| chỉ| mới| ở mức)(?: (?:là|đạt|chỉ|mới|khoảng|gần|hơn|trên))*)?"
_OPENS = rf"(?:{_IS}\s*\((?:là|đạt|chỉ|mới|tỷ lệ|mức|\s)*|{_IS}\s*)\Z"
_TOLD = re.compile(rf"{_AGAINST} (?:{_TIME}){_OPENS}")
# "bằng 83,6% của cùng kỳ (...)": what a share is of.
_OF = re.compile(rf"(?: (?:so với|của|mức|con số|thực hiện))* (?:{_TIME}){_OPENS}")
_OPENED = re.compile(rf"(?:\(|[,;] )(?:{_TIME}){_IS}\s*\Z")
_COMPARED = re.compile(
    r"\b(?:so(?: với)?|thay (?:cho|vì)|(?:cao|thấp) hơn)(?: (?:con số|mức|khoảng|gần|hơn|trên))*\s*\Z"
)
_BEHIND = re.compile(
    rf"[^,;.()\d]{{0,30}}?(?: (?:của|ở|trong))? (?:(?P<alike>{_SAME})|(?<=của )(?P<year>năm (?:trước|ngoái)))"
)
_HINTS = ("cùng", "ck", "trước", "ngoái", "năm ", "31/12")
_LEVELS = frozenset({"actual", "cumulative", "rate", "count"})
_YEAR = re.compile(r"\d{4}(?=-|\Z|\.)")
_STEP = re.compile(r"\d{4}-(?:\d\d|Q\d)\Z")
_REACH = 75


def level_before(figure: Figure, about: str | None = None) -> str | None:
    """The period of ``figure`` where it is what the figure before it is compared with, else None.

    ``about`` is the period of what a sentence compares that begins with it: "So với năm 2024 (28 đảng viên) ...".
    """
    previous = figure.previous
    period = previous.period if previous is not None else about
    if period is None or figure.role not in _LEVELS or figure.over is not None:
        return None
    if previous is not None and figure.depth and _goes_on(figure, previous):
        return period
    told = _told(figure)
    return _moved(period, told) if told is not None else None


def is_level(figure: Figure) -> bool:
    """Whether ``figure`` is what the figure before it, or the one behind it, is compared with."""
    return figure.role in _LEVELS and figure.over is None and _told(figure) is not None


def _goes_on(figure: Figure, first: Figure) -> bool:
    """``(cùng kỳ năm 2023: 23,4%; 40,1%)``: a figure behind a level in the same bracket."""
    owner = figure.owner
    if owner is None or first.owner is not owner or first.role not in _LEVELS:
        return False
    return (first.period or "")[:4] < (owner.period or "")[:4]


def _told(figure: Figure) -> re.Match[str] | None:
    """The words that name the other time."""
    previous, words = figure.previous, figure.low_before[-_REACH:]
    if _COMPARED.search(words) is not None:
        return _BEHIND.match(figure.low_after)
    if not any(hint in words for hint in _HINTS):
        return None
    told = _TOLD.search(words)
    if told is None and previous is not None:
        told = _OF.match(words) if previous.unit in ("%", "lần") else None
        told = told or (_OPENED.search(words) if previous.unit == figure.unit else None)
    return told


def _moved(period: str, told: re.Match[str]) -> str | None:
    """``period`` at the time that ``told`` names."""
    found = told.groupdict()
    if found.get("step"):
        return previous_period(period) if _STEP.match(period) else None
    if found.get("end"):
        year = found["ended"] if found["ended"].isdecimal() else str(int(period[:4]) - 1)
        return year if "năm" in found["end"] else f"{year}-12"
    if found.get("named"):
        return found["named"]
    year = found.get("same") or found.get("part")
    return year_moved(period, year)


def year_moved(period: str, year: str | None = None) -> str:
    """``period`` in ``year``, by default the year before: "2021-01..2021-07" to "2020-01..2020-07"."""
    back = int(period[:4]) - int(year) if year else 1
    return _YEAR.sub(lambda one: str(int(one.group()) - back), period)


__all__ = ["is_level", "level_before", "year_moved"]
