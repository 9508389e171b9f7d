"""The period of a figure: what its sentence says, else its heading, else what the document reports on.

Finds         Trong tháng 02/2023, ... (2023-02) · lũy kế, giải ngân (2023-01..2023-02) · plans (the year)
Leaves alone  so với năm 2022, cùng kỳ năm 2022: a base; vụ lúa Đông xuân năm 2022 - 2023: a season, no period
"""

import re

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.accruing import (
    goes_on_so_far,
    goes_on_summed,
    is_capital_of_stock,
    is_planned_so_far,
    is_planted_so_far,
    so_far,
)
from dondoc.extraction.quantities.periods.calendar import MERGER, Calendar
from dondoc.extraction.quantities.periods.earlier import (
    inherited_from,
    is_against_year_before,
    read_earlier,
    year_before,
)
from dondoc.extraction.quantities.periods.in_passing import (
    is_of_year,
    rest_of_year,
    since_new_year,
    tells_now,
    until_now,
)
from dondoc.extraction.quantities.periods.ranges import at_day, elapsed, from_day, so_many_months, until_day
from dondoc.extraction.quantities.periods.seasons import in_season, is_seasonal, near
from dondoc.extraction.quantities.periods.stated import in_own_bracket, of_compared, stated_before
from dondoc.extraction.quantities.periods.stocks import is_at_new_year, standing, tells_state
from dondoc.extraction.quantities.periods.target_periods import named_behind, target_period, term_of
from dondoc.extraction.quantities.periods.untimed import in_school_year, is_open, is_open_plan, spans_years
from dondoc.extraction.quantities.signals import (
    ATTENDED,
    FROM_NEW_YEAR,
    PLAN,
    SLASHED_YEAR,
    UNTIL,
    WHOLE_YEAR,
)

_WORK = frozenset({"nhiệm vụ", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})
_GRANTED = re.compile(r"(?:bố trí|phân bổ|(?<!bàn )giao)(?: vốn)?(?: cho)?\s*\Z")
_WHOLE_YEAR = re.compile(
    r"(?<!dự toán )(?<!kế hoạch )(?<!chỉ tiêu )(?<!mục tiêu )(?<!kịch bản )(?<!kh )(?<!so với )(?<!so )(?<!của )"
    r"\bcả năm\b(?! 20)|\bcuối năm (?:ước|dự kiến|ước tính)\b|"
    r"\b(?:đến|tới) (?:hết|cuối) năm,? (?:ước|dự kiến|khả năng|có thể)\b|"
    r"\b(?:ước|dự kiến|khả năng)\b[^,;.\d]{0,30}\b(?:đến|tới) (?:hết|cuối) năm\b(?: (?P<year>20\d\d))?(?! 20)|"
    r"\b(?:ước|dự kiến|khả năng)\b[^,;.\d]{0,40}\bđến (?:hết )?(?:ngày )?31/12(?:/(?P<of>20\d\d))?(?!\d)"
)
# "bằng 38,5% kế hoạch cả năm (28.500 tấn)": set for the year, whatever season goes into it.
_PLAN_OF_YEAR = re.compile(r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|\bkh) (?:của )?(?:cả )?năm\b[^,;.\d]{0,20}\Z")
_ATTENDED = re.compile(r"\bvắng\b|thành phần (?:dự|tham dự)|đại biểu (?:là|gồm|dự)")
_SINCE_NEW_YEAR = re.compile(r"[^,;.()\d]{0,30}\btừ đầu năm\b(?! (?:20\d\d|học))")
_ASSIGNED = re.compile(r"(?:chỉ tiêu|kế hoạch|dự toán)[^;.]{0,30}\Z")
_MEANT_FOR = re.compile(r"[%\s*]*(?:(?:vào|trong|cho) )?năm (?P<year>20\d\d)(?!\d)")
_BY_YEAR_END = re.compile(
    r"\b(?:(?:dự kiến|ước)[^,;.\d]{0,30}|cuối |hết |cả )năm 20\d\d\b(?:,[^,;.\d]{0,60}\bsẽ\b)?[^,;.\d]{0,40}\Z"
)
_OF_DAYS = SLASHED_YEAR | UNTIL
_YEAR_LENGTH = len("2025")
_MONEY = frozenset({"đồng", "USD", "%"})
_PARAGRAPH_REACH = 400
_OF_FIELDS, _REGIONS = frozenset({"ha", "tấn", "tạ/ha"}), ("trong đó", "các địa phương", "các tỉnh", "miền ", "vùng ")
_TARGETS = frozenset({"plan", "count", "rank"})


def read_period(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """Return the period of ``figure``, None where it is open. Figures before it have theirs already."""
    if figure.ranges and figure.previous is not None and figure.previous.role == figure.role:
        return figure.previous.period
    stated = _named(figure, sentence, calendar) or _of_list(figure, sentence)
    whole = _whole_year(figure, sentence) if figure.cues_so_far & WHOLE_YEAR and calendar.year else None
    if whole is not None and (whole[0] == stated or stated is None or _stands_before(figure, stated, whole[1])):
        return whole[0] or (stated or calendar.year or "")[:4]
    if figure.role == "plan" and stated is None and len(calendar.headings[sentence.item] or "") != _YEAR_LENGTH:
        term = term_of(figure, sentence, calendar)
        if term:
            return term
    rest = rest_of_year(figure, sentence, calendar)
    if rest:
        return rest
    if figure.role == "count" and calendar.met and _is_attended(figure, sentence):
        return calendar.met
    if figure.role != "plan" and spans_years(figure, sentence, calendar):
        return None
    if is_at_new_year(figure):
        return None
    if is_open(figure):
        return elapsed(figure, calendar)
    earlier = read_earlier(figure, calendar) if figure.task or not _is_own(figure, stated) else year_before(figure)
    if earlier and not (stated and _is_own(figure, stated) and figure.task):
        return earlier
    if figure.task and stated is None and tells_state(figure):
        return calendar.period if calendar.stated else calendar.issued
    if figure.task and figure.role in _TARGETS:
        return None if in_season(figure, sentence) else target_period(figure, sentence, stated, calendar)
    inherited = None if _is_own(figure, stated) else inherited_from(figure)
    if in_school_year(figure, sentence) or (inherited is None and _of_season(figure, sentence, stated, calendar)):
        return None
    if inherited is not None:
        return inherited.period
    if figure.role == "plan" and stated is None:
        if is_open_plan(figure, calendar):
            return None
        stated = _meant_for(figure, sentence, calendar)
    above = calendar.headings[sentence.item]
    if figure.task and len(above or "") != _YEAR_LENGTH:
        above = None
    if figure.task and stated is None and not calendar.stated:
        return None
    if sentence.anchor is not None and sentence.footnote:
        if sentence.anchor.seasonal and stated is None:
            return None
        above = sentence.anchor.period or above
    return _of_report(figure, sentence, stated, above, calendar)


def _of_season(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> bool:
    planned = figure.role == "plan" and "năm" in figure.low_before and _PLAN_OF_YEAR.search(figure.low_before)
    if planned or _is_price(figure):
        return False
    start = sentence.span.start
    begin = max(calendar.items[sentence.item], start - _PARAGRAPH_REACH)
    told = calendar.text.content[begin:start].lower() if begin < start else ""
    if not told and figure.unit in _OF_FIELDS and sentence.low.startswith(_REGIONS):
        told = calendar.text.content[max(0, start - _PARAGRAPH_REACH) : start].lower()
    yearly = len(calendar.period or "") == _YEAR_LENGTH
    return is_seasonal(figure, sentence, stated, told, under=sentence.item in calendar.seasonal, yearly=yearly)


def _is_own(figure: Figure, stated: str | None) -> bool:
    """Whether the period stands between the figure and the one before it: "(quý I tăng 6,9%, quý II tăng 7,3%)"."""
    if stated is None or not figure.evidence or figure.evidence[-1].part != "period":
        return False
    span = figure.evidence[-1].span
    return span is not None and span.start >= figure.measure.span.start - len(figure.before)


def _of_report(
    figure: Figure, sentence: Sentence, stated: str | None, above: str | None, calendar: Calendar
) -> str | None:
    """The period of a reported figure, given what its own words say (``stated``) and the heading ``above`` it."""
    role, period = figure.role, above or calendar.period
    year = (period or calendar.year or "")[:4] or None
    if role == "change" and is_against_year_before(figure, year):
        return year
    if _is_timeless(figure, sentence, stated, calendar):
        return None
    if role == "plan" or _is_granted(figure):
        return _of_plan(figure, stated, period, year, calendar)
    if (figure.unit or "").lower() == "chỉ tiêu" and role in ("count", "part"):
        return year if role == "count" else period
    merged = _is_merged(figure, calendar)
    undated = not calendar.stated and not calendar.dated
    if stated is None and undated and above is None and role in ("cumulative", "share_of_plan"):
        return until_now(figure, sentence, period, calendar)
    if stated is None and above is None and (calendar.month or "")[5:].isdecimal() and _is_price(figure):
        return calendar.month
    if role in ("cumulative", "actual") and is_capital_of_stock(figure):
        return figure.previous.period if figure.previous is not None else None
    if role == "cumulative" and not calendar.headed and figure.cues_so_far & UNTIL and figure.unit not in _MONEY:
        return stated or period
    if "cumulative" in (role, (figure.over or figure.under or figure).role) or role == "share_of_plan":
        period = since_new_year(figure, sentence, period, calendar) or period
        return standing(figure, so_far(figure, stated, period, MERGER if merged else None), calendar)
    if figure.under is not None and merged:
        return so_far(figure, stated, period, MERGER)
    if role == "count" and calendar.month and len(calendar.month) == 7 and stated is None:
        return calendar.month if above is None else period
    if role in ("actual", "count") and figure.cues_after & FROM_NEW_YEAR and _SINCE_NEW_YEAR.match(figure.low_after):
        return so_far(figure, stated, period, None)
    if role in ("change", "rate") and stated and period and len(stated) == 4 and period.startswith(stated):
        return stated if _BY_YEAR_END.search(figure.low_before) else period
    if stated is None and not calendar.stated and above is None and role == "count":
        return None
    if stated is None and _accrues(figure, sentence):
        return so_far(figure, stated, period, None)
    return standing(figure, stated or period, calendar)


def _is_timeless(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> bool:
    """Whether a figure is asked for and was not reached, or counts all that were ranked: "đứng thứ 3/34 tỉnh"."""
    ranked = figure.role == "count" and figure.over is not None and figure.over.role == "rank"
    return ranked or (stated is None and sentence.item in calendar.petitions)


def _accrues(figure: Figure, sentence: Sentence) -> bool:
    planned = is_planned_so_far(figure, sentence) or goes_on_summed(figure, sentence)
    return planned or is_planted_so_far(figure, sentence) or goes_on_so_far(figure)


def _of_plan(
    figure: Figure, stated: str | None, period: str | None, year: str | None, calendar: Calendar
) -> str | None:
    """The year of a plan or of money granted: the one that its words name, else that of the document."""
    year = f"{year}-H2" if calendar.halved and year and _is_merged(figure, calendar) else year
    if stated and _is_own(figure, stated) and stated > (period or stated):
        return stated
    meant = _MEANT_FOR.match(figure.low_after) if stated is None and figure.role == "plan" else None
    if meant is not None:
        return meant["year"]
    known = calendar.stated or (calendar.dated and _ASSIGNED.search(figure.low_before) is not None)
    known = known or (calendar.issued is not None and is_of_year(figure))
    paid = figure.over.period if figure.over is not None and not calendar.planned else None
    known = known or (paid is not None and ".." in paid and paid[:4] == year)
    first = figure.previous
    if not stated and first is not None and first.role == "plan" and ";" in figure.before and first.period:
        return first.period
    return stated[:4] if stated else year if known else None


def _meant_for(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``đạt mục tiêu 3.000 km đường cao tốc trong năm 2025``: the year named behind a plan, with no figure between."""
    if "20" not in figure.low_after or "(" in figure.low_after.partition("20")[0]:
        return None
    ahead = named_behind(figure, sentence, calendar)
    return ahead if ahead is not None and ahead in figure.low_after else None


def _named(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The period that the words of the sentence give the figure, or that its item carries on."""
    stated = stated_before(figure, sentence, calendar)
    stated = so_many_months(figure, calendar) or at_day(figure, calendar) or stated
    if figure.cues_so_far & _OF_DAYS:
        stated = from_day(figure, sentence, calendar.reported_month) or stated
        stated = until_day(figure, sentence, calendar) or stated
    stated = in_own_bracket(figure, calendar) or stated
    if figure.depth:
        stated = of_compared(figure, calendar) or stated
    first = sentence.figures[0]
    if stated is None and first is not figure and first.unit == "tháng":
        stated = first.period
    # What came together "đến nay" did so whatever months the sentences before speak of.
    so_far = figure.role == "cumulative" and calendar.reported_month is not None
    planned = figure.role == "plan" and (calendar.loose or figure.task)
    return stated or (None if so_far or planned else sentence.period)


def _of_list(figure: Figure, sentence: Sentence) -> str | None:
    """``IIP tháng 10 tăng 1,3%, trong đó khai khoáng tăng 1,8%; chế biến tăng 1,4%``: a list keeps its month."""
    previous = figure.previous
    while previous is not None and previous.depth > figure.depth:
        previous = previous.previous
    if previous is None or figure.role != "change" or previous.role != "change" or ";" not in figure.before:
        return None
    listed = "trong đó" in sentence.low[: previous.measure.span.start - sentence.span.start]
    return previous.period if listed else None


def _whole_year(figure: Figure, sentence: Sentence) -> tuple[str, int] | None:
    """The year of "dự ước đến hết năm 2023" in the clause before the figure, and where it stands.

    No year where "cả năm" names none.
    """
    at = figure.measure.span.start - sentence.span.start
    clause = sentence.low[max(0, at - CLAUSE_REACH) : at].rsplit(";", 1)[-1]
    found = _WHOLE_YEAR.search(clause)
    if found is None or tells_now(clause[found.end() :]):
        return None
    return found["year"] or found["of"] or "", figure.measure.span.start - len(clause) + found.start()


def _stands_before(figure: Figure, stated: str | None, place: int) -> bool:
    """Whether ``stated`` was named before ``place``, or by a sentence before this one."""
    if stated is None:
        return False
    last = figure.evidence[-1] if figure.evidence else None
    return last is None or last.part != "period" or last.span is None or last.span.start < place


def _is_attended(figure: Figure, sentence: Sentence) -> bool:
    """Whether the figure counts who sat in the meeting."""
    attended = sentence.cues & ATTENDED and not figure.task
    return bool(attended) and _ATTENDED.search(near(figure, sentence, 12)) is not None


def _is_granted(figure: Figure) -> bool:
    granted = figure.cues_before & PLAN and _GRANTED.search(figure.low_before)
    return bool(granted) and figure.unit not in _WORK


def _is_price(figure: Figure) -> bool:
    unit = figure.unit or ""
    return unit.startswith("đồng/") and not unit.endswith(("năm", "tháng"))


def _is_merged(figure: Figure, calendar: Calendar) -> bool:
    return calendar.merged.start <= figure.measure.span.start < calendar.merged.end
