"""The period of what a text reports: of a plan, of what came together so far, of what was reached.

Finds         what its own words say, else the heading over it, else what the text is about
              plans and money granted (the year) · lũy kế, what is measured by the plan of the year (the months so far)
Leaves alone  what is asked for and was not reached; all that were ranked, "đứng thứ 3/34 tỉnh": at no period
"""

import re

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.periods.accruing import (
    goes_on_summed,
    is_planned_so_far,
    is_registered_so_far,
    so_far,
)
from dondoc.extraction.quantities.periods.asked import Case
from dondoc.extraction.quantities.periods.calendar import MERGER, Calendar
from dondoc.extraction.quantities.periods.earlier import is_against_year_before
from dondoc.extraction.quantities.periods.in_passing import is_of_year, since_new_year, until_now
from dondoc.extraction.quantities.periods.stocks import standing
from dondoc.extraction.quantities.signals import FROM_NEW_YEAR, PLAN, UNTIL
from dondoc.facts import Evidence

_WORK = frozenset({"nhiệm vụ", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})
_GRANTED = re.compile(r"(?:bố trí|phân bổ|(?<!bàn )giao)(?: vốn)?(?: cho)?\s*\Z")
_SINCE_NEW_YEAR = re.compile(r"[^,;.()\d]{0,30}\btừ đầu năm\b(?! (?:20\d\d|học))")
_ASSIGNED = re.compile(r"(?:chỉ tiêu|kế hoạch|dự toán)[^;.]{0,30}\Z")
_MEANT_FOR = re.compile(r"[%\s*]*(?:(?:vào|trong|cho) )?năm (?P<year>20\d\d)(?!\d)")
_BY_YEAR_END = re.compile(
    r"\b(?:(?:dự kiến|ước)[^,;.\d]{0,30}|cuối |hết |cả )năm 20\d\d\b(?:,[^,;.\d]{0,60}\bsẽ\b)?[^,;.\d]{0,40}\Z"
)
_MONEY = frozenset({"đồng", "USD", "%"})
_MONTH = len("2025-07")


def of_report(case: Case, stated: str | None, above: str | None) -> str | None:
    """The period of a reported figure, given what its own words say (``stated``) and the heading ``above`` it."""
    figure, sentence, calendar = case.figure, case.sentence, case.calendar
    role, period = figure.role, above or calendar.period
    year = (period or calendar.year or "")[:4] or None
    if role == "change" and is_against_year_before(figure, year):
        return year
    if _is_timeless(figure, sentence, stated, calendar):
        return None
    if role == "plan" or _is_granted(figure):
        return _of_plan(case, stated, period, year)
    if (figure.unit or "").lower() == "chỉ tiêu" and role in ("count", "part"):
        return year if role == "count" else period
    merged = _is_merged(figure, calendar)
    undated = not calendar.stated and not calendar.dated
    if stated is None and undated and above is None and role in ("cumulative", "share_of_plan"):
        return until_now(figure, sentence, period, calendar)
    if stated is None and above is None and (calendar.month or "")[5:].isdecimal() and is_price(figure):
        return calendar.month
    if role == "cumulative" and not calendar.headed and figure.cues_so_far & UNTIL and figure.unit not in _MONEY:
        return stated or period
    if "cumulative" in (role, (figure.over or figure.under or figure).role) or role == "share_of_plan":
        period = since_new_year(figure, sentence, period, calendar) or period
        return standing(figure, so_far(figure, stated, period, MERGER if merged else None), calendar)
    if figure.under is not None and merged:
        return so_far(figure, stated, period, MERGER)
    if role == "count" and calendar.month and len(calendar.month) == _MONTH and stated is None:
        return calendar.month if above is None else period
    if role in ("actual", "count") and figure.cues_after & FROM_NEW_YEAR and _SINCE_NEW_YEAR.match(figure.low_after):
        return so_far(figure, stated, period, None)
    if role in ("change", "rate") and stated and period and len(stated) == 4 and period.startswith(stated):
        first = figure.previous
        beside = first is not None and first.period == stated and first.role != "plan" and ";" not in figure.before
        return stated if beside or _BY_YEAR_END.search(figure.low_before) else period
    if stated is None and not calendar.stated and above is None and role == "count":
        return None
    if stated is None and _accrues(figure, sentence, of_month=calendar.reported_month is not None):
        return so_far(figure, stated, period, None)
    return standing(figure, stated or period, calendar)


def _is_timeless(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> bool:
    """Whether a figure is asked for and was not reached, or counts all that were ranked: "đứng thứ 3/34 tỉnh"."""
    ranked = figure.role == "count" and figure.over is not None and figure.over.role == "rank"
    return ranked or (stated is None and sentence.item in calendar.petitions)


def _accrues(figure: Figure, sentence: Sentence, *, of_month: bool) -> bool:
    planned = is_planned_so_far(figure, sentence) or goes_on_summed(figure, sentence)
    if not planned and of_month and is_registered_so_far(figure, sentence):
        figure.evidence.append(Evidence("period", "period.registered", figure.measure.span))
        return True
    return planned


def _of_plan(case: Case, stated: str | None, period: str | None, year: str | None) -> str | None:
    """The year of a plan or of money granted: the one that its words name, else that of the document."""
    figure, calendar = case.figure, case.calendar
    year = f"{year}-H2" if calendar.halved and year and _is_merged(figure, calendar) else year
    if stated and case.own and stated > (period or stated):
        return stated
    if calendar.planned and stated is None and ".." not in ((figure.over and figure.over.period) or ""):
        return period
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


def _is_granted(figure: Figure) -> bool:
    granted = figure.cues_before & PLAN and _GRANTED.search(figure.low_before)
    return bool(granted) and figure.unit not in _WORK


def is_price(figure: Figure) -> bool:
    """Whether ``figure`` is what a thing costs: 22.150 đồng/lít, and no income or fee of a month or year."""
    unit = figure.unit or ""
    return unit.startswith("đồng/") and not unit.endswith(("năm", "tháng"))


def _is_merged(figure: Figure, calendar: Calendar) -> bool:
    return calendar.merged.start <= figure.measure.span.start < calendar.merged.end
