"""The period of a figure: one order of rules, the first that decides gives it.

What decides, in this order (``_ORDER``):

1.  the second end of a range shares the time of the first: 18.000 đến 22.000 đồng
2.  what the figure before it is compared with: so với năm trước (740 tỷ đồng) · cả năm ước đạt ...: the year
3.  số vốn còn phải giải ngân từ nay đến cuối năm: the months left · (vắng 02 đồng chí): the month of the meeting
4.  what stands at no period: Từ năm 2020 đến nay, ... · đầu năm có 1.023 hộ · chính quyền 2 cấp, dài 26,9 km
5.  an earlier time: (cùng kỳ năm 2024 tăng 58,4%), từ 10,85% xuống còn ...
6.  what comes once a year: 1.204 thí sinh thi tốt nghiệp THPT
7.  what a task says of how things stand, and what it must reach (``target_period``)
8.  a school year, a season of the fields: no period
9.  the figure whose part, share or change it is: that one's period
10. a report's figure (``of_report``): what its sentence names, else the heading over it, else what the document reports
    on; the year for plans, the months so far for what came together

Leaves alone  so với năm 2022, cùng kỳ năm 2022: a base; vụ lúa Đông xuân năm 2022 - 2023: a season, no period
"""

import re
from collections.abc import Callable

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.asked import Case, of_whole_year, read_case
from dondoc.extraction.quantities.periods.calendar import Calendar
from dondoc.extraction.quantities.periods.earlier import inherited_from, read_earlier, year_before
from dondoc.extraction.quantities.periods.in_passing import rest_of_year
from dondoc.extraction.quantities.periods.levels import level_before
from dondoc.extraction.quantities.periods.of_reports import is_price, of_report
from dondoc.extraction.quantities.periods.ranges import elapsed
from dondoc.extraction.quantities.periods.seasons import in_season, is_seasonal, near
from dondoc.extraction.quantities.periods.stocks import is_at_new_year, tells_state, tells_today
from dondoc.extraction.quantities.periods.target_periods import named_behind, target_period
from dondoc.extraction.quantities.periods.untimed import in_school_year, is_open, is_open_plan, spans_years
from dondoc.extraction.quantities.periods.yearly import of_every_year
from dondoc.extraction.quantities.signals import ATTENDED

# What a rule answers that decides that the figure has no period; None where it decides nothing.
_OPEN = ""
# "bằng 38,5% kế hoạch cả năm (28.500 tấn)": set for the year, whatever season goes into it.
_PLAN_OF_YEAR = re.compile(r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|\bkh) (?:của )?(?:cả )?năm\b[^,;.\d]{0,20}\Z")
# What the first half of a year brought in grain: "cây lương thực có hạt vụ xuân 4.120 ha. Trong đó: lúa xuân 810 ha".
_GRAIN_OF_SPRING = re.compile(r"\blương thực\b[^,;.\d]{0,20} vụ (?:đông |chiêm )?xuân\b")
_DONE_IN_YEAR = re.compile(
    r"\b(?:năm 20\d\d|tháng \d{1,2}(?:/20\d\d)?),? (?:[^,;.\d]{0,20} )?(?:đã|ghi nhận|xảy ra)\b[^;]*\Z"
)
_ATTENDED = re.compile(r"\bvắng\b|thành phần (?:dự|tham dự)|đại biểu (?:là|gồm|dự)")
# "Dự kỳ họp có 48 đại biểu", "nối với 12 điểm cầu", "ý kiến thảo luận của 14 đại biểu"
_PRESENT = re.compile(
    r"\btham dự (?:còn )?(?:có|gồm|tại)|"
    r"\bdự (?:họp|hội nghị|kỳ họp|phiên họp|cuộc họp|làm việc)\b[^.;]{0,40}\b(?:có|gồm)\b|"
    r"\b(?:kết nối|hội nghị nối)\b[^.;\d]{0,20} (?:đến|tới|với|tại)\b|"
    r"ý kiến (?:thảo luận|phát biểu|tham gia) của"
)
_YEAR_LENGTH = len("2025")
_PARAGRAPH_REACH = 400
_OF_FIELDS, _REGIONS = frozenset({"ha", "tấn", "tạ/ha"}), ("trong đó", "các địa phương", "các tỉnh", "miền ", "vùng ")
_TARGETS = frozenset({"plan", "count", "rank"})


def read_period(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """Return the period of ``figure``, None where it is open. Figures before it have theirs already."""
    if figure.ranges and figure.previous is not None and figure.previous.role == figure.role:
        return figure.previous.period
    case = read_case(figure, sentence, calendar)
    for rule in _ORDER:
        decided = rule(case)
        if decided is not None:
            return decided or None
    period = _reported(case)
    return calendar.met or period if period is not None and _is_present(figure, sentence) else period


def _is_present(figure: Figure, sentence: Sentence) -> bool:
    """Whether those counted sat in the meeting, and are not all that there are: "lãnh đạo 12 xã" has no period."""
    if figure.role != "count" or figure.task or not sentence.cues & ATTENDED:
        return False
    return _PRESENT.search(near(figure, sentence, 0)) is not None


def _of_level(case: Case) -> str | None:
    """``tăng 9,7% so với năm trước (740 tỷ đồng)``: the time of what the figure before it is compared with."""
    return level_before(case.figure, case.calendar.period) if not case.figure.task else None


def _left_of_year(case: Case) -> str | None:
    return rest_of_year(case.figure, case.sentence, case.calendar)


def _of_meeting(case: Case) -> str | None:
    """``(vắng 02 đồng chí)``: who sat in the meeting, in its month."""
    figure, sentence = case.figure, case.sentence
    if figure.role != "count" or figure.task or not sentence.cues & ATTENDED:
        return None
    return case.calendar.met if _ATTENDED.search(near(figure, sentence, 12)) else None


def _at_no_period(case: Case) -> str | None:
    figure = case.figure
    if figure.role != "plan" and spans_years(figure, case.sentence, case.calendar):
        return _OPEN
    if is_at_new_year(figure):
        return _OPEN
    return (elapsed(figure, case.calendar) or _OPEN) if is_open(figure) else None


def _of_earlier(case: Case) -> str | None:
    figure = case.figure
    earlier = read_earlier(figure, case.calendar) if figure.task or not case.own else year_before(figure)
    return None if case.own and figure.task else earlier


def _of_task(case: Case) -> str | None:
    figure, calendar = case.figure, case.calendar
    if not figure.task:
        return None
    whole = figure.whole if figure.role == "part" and figure.over is None and case.stated is None else None
    if whole is not None and whole.task and whole.number < figure.number and whole.unit != "chỉ tiêu":
        return whole.period or _OPEN
    target = _target_changed(figure)
    if target is not None:
        return target.period or _OPEN
    if case.stated is not None and _was_done(case):
        return case.stated
    if case.stated is None and tells_state(figure):
        today = not calendar.stated or (calendar.reported_month is None and tells_today(figure))
        return (calendar.issued if today else calendar.period) or _OPEN
    if figure.role not in _TARGETS:
        return None
    of_year = calendar.planned or len(case.above or "") == _YEAR_LENGTH
    if in_season(figure, case.sentence) and not of_year:
        return _OPEN
    return target_period(figure, case.sentence, case.stated, calendar) or _OPEN


def _was_done(case: Case) -> bool:
    """``kiểm soát chất lượng vật tư; năm 2022 đã kiểm tra 64 cơ sở, phạt 81 triệu đồng``: why the task is given."""
    at = case.figure.measure.span.start - case.sentence.span.start
    return _DONE_IN_YEAR.search(case.sentence.low, max(0, at - CLAUSE_REACH), at) is not None


def _target_changed(figure: Figure) -> Figure | None:
    """``phấn đấu thu 9,5 tỷ đồng, vượt 1,5 tỷ đồng (18,8%) so với dự toán``: the target that a change is one of."""
    first = figure.previous
    while first is not None and figure.role == "change" and first.task and ";" not in figure.before:
        if first.role != "change":
            return first if first.role == "plan" else None
        figure, first = first, first.previous
    return None


def _of_other(case: Case) -> str | None:
    """The period of the figure that this one belongs to; none for schools and for a season without such a figure."""
    inherited = None if case.own else inherited_from(case.figure)
    if in_school_year(case.figure, case.sentence) or (inherited is None and _is_of_season(case)):
        return _OPEN
    return (inherited.period or _OPEN) if inherited is not None else None


def _reported(case: Case) -> str | None:
    """The period of a figure that the text reports: by its sentence, else by the heading, else by the document."""
    figure, sentence, calendar, stated = case.figure, case.sentence, case.calendar, case.stated
    if figure.role == "plan" and stated is None:
        if is_open_plan(figure, calendar):
            return None
        stated = _meant_for(figure, sentence, calendar)
    above = case.above
    if figure.task and len(above or "") != _YEAR_LENGTH:
        above = None
    if figure.task and stated is None and not calendar.stated:
        return None
    if sentence.anchor is not None and sentence.footnote:
        if sentence.anchor.seasonal and stated is None:
            return None
        above = sentence.anchor.period or above
    return of_report(case, stated, above)


def _is_of_season(case: Case) -> bool:
    figure, sentence, calendar = case.figure, case.sentence, case.calendar
    of_year = calendar.planned or ("năm" in figure.low_before and _PLAN_OF_YEAR.search(figure.low_before))
    if (figure.role == "plan" and of_year) or is_price(figure):
        return False
    start = sentence.span.start
    begin = max(calendar.items[sentence.item], start - _PARAGRAPH_REACH)
    told = calendar.text.content[begin:start].lower() if begin < start else ""
    if not told and figure.unit in _OF_FIELDS and sentence.low.startswith(_REGIONS):
        told = calendar.text.content[max(0, start - _PARAGRAPH_REACH) : start].lower()
    if (calendar.period or "").endswith("-H1") and _GRAIN_OF_SPRING.search(told + sentence.low):
        return False
    yearly = len(calendar.period or "") == _YEAR_LENGTH
    return is_seasonal(figure, sentence, case.stated, told, under=sentence.item in calendar.seasonal, yearly=yearly)


def _meant_for(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``đạt mục tiêu 3.000 km đường cao tốc trong năm 2025``: the year named behind a plan, with no figure between."""
    if "20" not in figure.low_after or "(" in figure.low_after.partition("20")[0]:
        return None
    ahead = named_behind(figure, sentence, calendar)
    return ahead if ahead is not None and ahead in figure.low_after else None


_ORDER: tuple[Callable[[Case], str | None], ...] = (
    _of_level, of_whole_year, _left_of_year, _of_meeting, _at_no_period, _of_earlier, of_every_year, _of_task,
    _of_other,
)  # fmt: skip
