"""A figure whose period is asked for, and what its own words say: a period before it or behind it, the whole year.

Finds         Trong tháng 02, ... · 49,2% (năm 2010) · giải ngân đến 30/9
              dự ước đến hết năm 2023, cả năm ước đạt: the year
Leaves alone  kế hoạch cả năm, so với cả năm: a plan, compared with
"""

import re
from dataclasses import dataclass

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.calendar import Calendar
from dondoc.extraction.quantities.periods.in_passing import tells_now
from dondoc.extraction.quantities.periods.ranges import at_day, from_day, so_many_months, until_day
from dondoc.extraction.quantities.periods.stated import in_own_bracket, of_compared, stated_before
from dondoc.extraction.quantities.signals import SLASHED_YEAR, UNTIL, WHOLE_YEAR

_WHOLE_YEAR = re.compile(
    r"(?=cả)(?<!dự toán )(?<!kế hoạch )(?<!chỉ tiêu )(?<!mục tiêu )(?<!kịch bản )(?<!kh )(?<!so với )(?<!so )(?<!của )"
    r"\bcả năm\b(?! 20)|\bcuối năm (?:ước|dự kiến|ước tính)\b|"
    r"\b(?:đến|tới) (?:hết|cuối) năm,? (?:ước|dự kiến|khả năng|có thể)\b|"
    r"\b(?:ước|dự kiến|khả năng)\b[^,;.\d]{0,30}\b(?:đến|tới) (?:hết|cuối) năm\b(?: (?P<year>20\d\d))?(?! 20)|"
    r"\b(?:ước|dự kiến|khả năng)\b[^,;.\d]{0,40}\bđến (?:hết )?(?:ngày )?31/12(?:/(?P<of>20\d\d))?(?!\d)"
)
_OF_DAYS = SLASHED_YEAR | UNTIL


@dataclass(frozen=True, slots=True)
class Case:
    """A figure in its sentence, and the period ``stated`` for it by the words of the sentence.

    ``own`` tells whether these stand between the figure and the one before it: "(quý I tăng 6,9%, quý II tăng 7,3%)".
    """

    figure: Figure
    sentence: Sentence
    calendar: Calendar
    stated: str | None
    own: bool

    @property
    def above(self) -> str | None:
        """The period that stands over the item of the sentence."""
        return self.calendar.headings[self.sentence.item]


def read_case(figure: Figure, sentence: Sentence, calendar: Calendar) -> Case:
    """Return what the words say; those that say it are among the evidence of ``figure``."""
    stated = _named(figure, sentence, calendar)
    return Case(figure, sentence, calendar, stated, _is_own(figure, stated))


def _is_own(figure: Figure, stated: str | None) -> bool:
    """Whether the period stands between the figure and the one before it: "(quý I tăng 6,9%, quý II tăng 7,3%)"."""
    if stated is None or not figure.evidence or figure.evidence[-1].part != "period":
        return False
    span = figure.evidence[-1].span
    return span is not None and span.start >= figure.measure.span.start - len(figure.before)


def _named(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The period that the words of the sentence give the figure, or that its item carries on."""
    stated = stated_before(figure, sentence, calendar)
    stated = so_many_months(figure, calendar) or at_day(figure, calendar) or stated
    if figure.cues_so_far & _OF_DAYS:
        stated = from_day(figure, sentence, calendar) or stated
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


def of_whole_year(case: Case) -> str | None:
    """``cả năm ước đạt 287 tấn``: the year, unless a period is named between the words and the figure."""
    figure, stated = case.figure, case.stated
    whole = _whole_year(figure, case.sentence) if figure.cues_so_far & WHOLE_YEAR and case.calendar.year else None
    if whole is None or not (whole[0] == stated or stated is None or _stands_before(figure, stated, whole[1])):
        return None
    return whole[0] or (stated or case.calendar.year or "")[:4] or None


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
