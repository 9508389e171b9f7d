"""The period of a figure: what its sentence says, else its heading, else what the document reports on.

Finds         Trong tháng 02/2023, ... (2023-02) · lũy kế, giải ngân (2023-01..2023-02) · plans (the year)
Leaves alone  so với năm 2022, cùng kỳ năm 2022: a base; vụ lúa Đông xuân năm 2022 - 2023: a season, no period
"""

import re
from bisect import bisect_right
from decimal import Decimal

from dondoc.extraction.quantities.calendar import MERGER, MONTH, Calendar, is_school_year, over_years
from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.ranges import LEADING, from_day, so_many_months, until_day
from dondoc.extraction.quantities.sections import COMPARED
from dondoc.extraction.quantities.signals import ATTENDED, FROM_NEW_YEAR, PLAN, SAME_PERIOD, WHOLE_YEAR
from dondoc.extraction.quantities.untimed import in_school_year, in_season, is_open, near
from dondoc.facts import Evidence

_STOCK = re.compile(r"(?:có|hiện|còn|quản lý|đang)\s[^,;.]{0,20}\Z|hiện nay|hiện có")
_STOCKED = frozenset({"tiêu chí", "xã", "huyện", "phường"})
_AGAINST_YEAR = re.compile(r"\A[%\s*]*so (?:với )?(?:cuối )?năm (?P<year>20\d\d)")
_WORK = frozenset({"nhiệm vụ", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})
_GRANTED = re.compile(r"(?:bố trí|phân bổ|(?<!bàn )giao)(?: vốn)?(?: cho)?\s*\Z")
_SAME_PERIOD = re.compile(
    r"\(\s*cùng kỳ(?:\s+(?:năm\s+(?:trước|ngoái|20\d\d)|20\d\d))?(?:\s*(?:đạt|là|tăng|giảm|:|có))*\s*\Z"
)
_WHOLE_YEAR = re.compile(r"(?<!dự toán )(?<!kế hoạch )\bcả năm\b(?! 20)")
_ATTENDED = re.compile(r"\bvắng\b|thành phần (?:dự|tham dự)|đại biểu (?:là|gồm|dự)")
_PLAN_OF = re.compile(r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)\s+\Z", re.IGNORECASE)
_SINCE_NEW_YEAR = re.compile(r"[^,;.()\d]{0,30}\btừ đầu năm\b(?! (?:20\d\d|học))")
_YEAR = re.compile(r"\d{4}(?=-|\Z|\.)")
_LIST_TITLE_END = re.compile(r"[;.,\d]")
_TITLE_REACH = 60
_MENTIONS = 24
_LARGE = Decimal(10) ** 10
_WITHIN_YEAR = re.compile(r"hết năm|cả năm|cuối năm|năm nay")


def read_period(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """Return the period of ``figure``, None where it is open. Figures before it have theirs already."""
    stated = _named(figure, sentence, calendar)
    if stated is None and calendar.year and _is_of_whole_year(figure, sentence):
        return calendar.year
    if figure.role == "count" and calendar.issued and _is_attended(figure, sentence):
        return calendar.issued
    if figure.task:
        return None if in_season(figure, sentence) else _of_task(figure, sentence, stated, calendar)
    earlier = _year_before(figure)
    if earlier:
        return earlier
    if in_school_year(sentence) or is_open(figure) or (stated is None and in_season(figure, sentence)):
        return None
    inherited = _inherited(figure)
    if inherited is not None:
        return inherited.period
    return _of_report(figure, stated, calendar.headings[sentence.item], calendar)


def _of_report(figure: Figure, stated: str | None, above: str | None, calendar: Calendar) -> str | None:
    """The period of a reported figure, given what its own words say (``stated``) and the heading ``above`` it."""
    role, period = figure.role, above or calendar.period
    year = (period or calendar.year or "")[:4] or None
    if role == "change" and _is_against_year_before(figure, year):
        return year
    if role == "plan" or _is_granted(figure):
        year = f"{year}-H2" if calendar.halved and year and _is_merged(figure, calendar) else year
        return stated[:4] if stated else year if calendar.stated else None
    if role == "count" and (figure.unit or "").lower() == "chỉ tiêu":
        return stated or year
    merged = _is_merged(figure, calendar)
    if "cumulative" in (role, (figure.over or figure.under or figure).role) or role == "share_of_plan":
        return _so_far(figure, stated, period, MERGER if merged else None)
    if figure.under is not None and merged:
        return _so_far(figure, stated, period, MERGER)
    if role == "count" and calendar.month and len(calendar.month) == 7 and stated is None:
        return calendar.month if above is None else period
    if role in ("actual", "count") and figure.cues_after & FROM_NEW_YEAR and _SINCE_NEW_YEAR.match(figure.low_after):
        return _so_far(figure, stated, period, None)
    if role in ("change", "rate") and stated and period and len(stated) == 4 and period.startswith(stated):
        return period
    return stated or period


def _named(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The period that the words of the sentence give the figure, or that its item carries on."""
    stated = so_many_months(figure, calendar) or _stated(figure, sentence, calendar) or sentence.period
    stated = from_day(figure, sentence, calendar.reported_month) or stated
    return until_day(figure, sentence, calendar) or stated


def _is_of_whole_year(figure: Figure, sentence: Sentence) -> bool:
    """Whether "cả năm" stands in the clause before the figure."""
    if not figure.cues_so_far & WHOLE_YEAR:
        return False
    at = figure.measure.span.start - sentence.span.start
    clause = sentence.low[max(0, at - CLAUSE_REACH) : at].rsplit(";", 1)[-1]
    return _WHOLE_YEAR.search(clause) is not None


def _is_attended(figure: Figure, sentence: Sentence) -> bool:
    """Whether the figure counts who sat in the meeting."""
    attended = sentence.cues & ATTENDED and not figure.task
    return bool(attended) and _ATTENDED.search(near(figure, sentence, 12)) is not None


def _year_before(figure: Figure) -> str | None:
    """``(cùng kỳ năm 2024 đạt 58,4%)``: the figure of the same period of the year before."""
    period = figure.previous.period if figure.previous is not None else None
    if not figure.depth or period is None or figure.over is not None or not figure.cues_before & SAME_PERIOD:
        return None
    if not _SAME_PERIOD.search(figure.low_before[-45:]) or (figure.role == "change" and figure.unit != "%"):
        return None
    return _YEAR.sub(lambda year: str(int(year.group()) - 1), period)


def _is_against_year_before(figure: Figure, year: str | None) -> bool:
    compared = _AGAINST_YEAR.search(figure.low_after)
    return compared is not None and int(compared["year"]) + 1 == int(year or 0)


def _is_granted(figure: Figure) -> bool:
    granted = figure.cues_before & PLAN and _GRANTED.search(figure.low_before)
    return bool(granted) and figure.unit not in _WORK


def _inherited(figure: Figure) -> Figure | None:
    """The figure whose period this one shares: its whole, or the figure that its change or share is about."""
    if figure.role == "part" and figure.whole is not None and figure.over is None and figure.under is None:
        known = figure.whole.number < figure.number and figure.whole.role != "count"
        return figure.whole if known else None
    previous = figure.previous
    if previous is None or figure.role not in ("change", "share_of_plan", "rate") or ";" in figure.before:
        return None
    if previous.role == "plan" and previous.opens and figure.role == "change" and not figure.depth:
        previous = previous.owner
    if previous is not None and previous.role == "plan":
        previous = previous.over
    if previous is None or previous.indicator != figure.indicator or previous.role in ("plan", "rank"):
        return None
    month = MONTH.match(previous.period or "") is not None and previous.role != "cumulative"
    so_far = figure.role != "share_of_plan" or not month
    return previous if so_far else None


def _of_task(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> str | None:
    """The year of a target. Things to be done one by one (17 hộ) have one only where the sentence names it."""
    if figure.role in ("count", "rank"):
        return None
    above = calendar.headings[sentence.item]
    yearly = figure.unit == "%" or (figure.unit in ("đồng", "USD") and (figure.measure.value or 0) >= _LARGE)
    if not (yearly or stated or calendar.planned or above):
        words = near(figure, sentence, CLAUSE_REACH)
        if (calendar.year or "-") not in words and not _WITHIN_YEAR.search(words):
            return None
    return max((stated or "")[:4], (above or calendar.year or "")[:4]) or None


def _is_merged(figure: Figure, calendar: Calendar) -> bool:
    return calendar.merged.start <= figure.measure.span.start < calendar.merged.end


def _so_far(figure: Figure, stated: str | None, period: str | None, since: str | None) -> str | None:
    """From the start of the year to the month reported on; a stock at that month where the words name a stock."""
    if stated and (".." in stated or (len(stated) == 4 and not (period or stated).startswith(stated))):
        return stated
    month = MONTH.match(stated or "") or MONTH.match(period or "")
    if month is None:
        return stated if stated and not (period or "").startswith(stated) else period
    pair = figure.over is not None or figure.under is not None
    stock = figure.role == "cumulative" and (not pair or (figure.unit or "").lower() in _STOCKED)
    if stock and (pair or figure.unit == "%" or _STOCK.search(figure.low_before)):
        return month.group()
    first = since or f"{month[1]}-01"
    return f"{first}..{month.group()}" if month.group() != first else month.group()


def _stated(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The nearest period named before the figure in its sentence: in its own clause, or leading the sentence."""
    start, end = sentence.span.start, figure.measure.span.start
    index = bisect_right(calendar.starts, end) - 1
    if index < 0 or calendar.starts[index] < start:
        return None
    reach = max(0, end - start - CLAUSE_REACH)
    clause = start + max(sentence.words.rfind(";", reach, end - start) + 1, reach)
    content, last = calendar.text.content, max(0, index - _MENTIONS)
    while index >= last and calendar.starts[index] >= start:
        mention = calendar.mentions[index]
        index -= 1
        at = mention.span.start
        if mention.span.end > end or over_years(mention.period) or is_school_year(mention, calendar):
            continue
        before = content[max(start, at - 25) : at]
        if COMPARED.search(before) and not (figure.role == "plan" and _PLAN_OF.search(before)):
            continue
        if at >= clause or LEADING.search(before) or _heads_list(content, mention.span.end, end):
            figure.evidence.append(Evidence("period", "period.stated", mention.span))
            return mention.period
    return None


def _heads_list(content: str, title: int, end: int) -> bool:
    """Whether the period stands in the title of the list that the figure is in: "Một số sản phẩm 8 tháng: ..."."""
    words, colon, _ = content[title : min(title + _TITLE_REACH, end)].partition(":")
    return bool(colon) and not _LIST_TITLE_END.search(words)
