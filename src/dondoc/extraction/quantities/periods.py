"""The period of a figure: what its sentence says, else its heading, else what the document reports on.

Finds         Trong tháng 02/2023, ... (2023-02) · lũy kế, giải ngân (2023-01..2023-02) · plans (the year)
Leaves alone  so với năm 2022, cùng kỳ năm 2022: a base; vụ lúa Đông xuân năm 2022 - 2023: a season, no period
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.structure import Outline
from dondoc.facts import Header, PeriodMention
from dondoc.grammar.context import TimeContext
from dondoc.text import Span, Text

_COMPARED = re.compile(
    r"(?:so(?: với)?|cùng kỳ|cùng thời điểm|kế hoạch|nghị quyết|chương trình|đề án|quyết định|luật|"
    r"giai đoạn|theo|từ|năm học|của|dự toán|chuẩn|đầu|cuối)\s+(?:cùng kỳ |các |cả |thời kỳ )*\Z",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(?:niên vụ|(?:vụ|lúa) (?:lúa|đông|hè|thu|mùa|xuân|mía|màu|3|ba))\b", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_STOCK = re.compile(r"(?:có|hiện|còn|quản lý|đang)\s[^,;.]{0,20}\Z|hiện nay|hiện có", re.IGNORECASE)
_OPEN_UNITS = frozenset(["cấp", "sao", "giường", "năm", "tháng", "ngày", "tuần", "tuổi", "giờ", "phút"])
_STOCKED = frozenset({"tiêu chí", "xã", "huyện", "phường"})
_AGAINST_YEAR = re.compile(r"\A[%\s*]*so (?:với )?(?:cuối )?năm (?P<year>20\d\d)", re.IGNORECASE)
_GRANTED = re.compile(r"(?:bố trí|phân bổ|giao)(?: vốn)?(?: cho)?\s*\Z", re.IGNORECASE)
_LEADING = re.compile(r"(?:\A|[.:])[\s*]*(?:trong |tính đến |đến )?(?:hết )?\Z", re.IGNORECASE)
_MONTHS = re.compile(r"\b(\d{1,2}) tháng(?: đầu năm)?(?: ước)?(?: đạt)?(?: là)?\s*\Z", re.IGNORECASE)
_MENTIONS = 24
_SCHOOL_YEAR = re.compile(r"(?:\A|[:.])[\s*-]*(?:kết thúc |trong |bước vào )?năm học\b", re.IGNORECASE)
_LARGE = Decimal(10) ** 10
_WITHIN_YEAR = re.compile(r"hết năm|cả năm|cuối năm|năm nay", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The mentions of periods in the text, and what the document reports on."""

    text: Text
    mentions: Sequence[PeriodMention]
    starts: Sequence[int]
    period: str | None
    year: str | None
    issued: str | None
    headings: Sequence[str | None]
    planned: bool = False


def read_calendar(
    text: Text, outline: Outline, header: Header, context: TimeContext, mentions: Sequence[PeriodMention]
) -> Calendar:
    """Collect what says when. Headings hand their period down to the items under them."""
    starts = [mention.span.start for mention in mentions]
    period = header.period or context.period
    year = period[:4] if period else str(context.year) if context.year else None
    issued = f"{context.issued:%Y-%m}" if context.issued else None
    headings: list[str | None] = []
    for item in outline.items:
        own = None
        if item.mark is not None and text.content[item.span.start : item.span.end].rstrip("* \n").endswith(":"):
            own = _first(text, mentions, starts, item.span)
        above = headings[item.parent] if item.parent is not None and item.parent < len(headings) else None
        headings.append(own or above)
    return Calendar(text, mentions, starts, period, year, issued, headings, header.type == "plan")


def _first(text: Text, mentions: Sequence[PeriodMention], starts: Sequence[int], span: Span) -> str | None:
    index = bisect_left(starts, span.start)
    if index < len(mentions) and mentions[index].span.start < span.end:
        mention = mentions[index]
        before = text.content[max(span.start, mention.span.start - 25) : mention.span.start]
        return None if _COMPARED.search(before) else mention.period
    return None


def read_period(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """Return the period of ``figure``, None where it is open. Figures before it have theirs already."""
    stated = _stated(figure, sentence, calendar) or _so_many_months(figure, calendar) or sentence.period
    if figure.task:
        return None if _in_season(figure, sentence) else _of_task(figure, sentence, stated, calendar)
    if _SCHOOL_YEAR.search(sentence.words[:90]):
        return None
    if _is_open(figure) or (stated is None and _in_season(figure, sentence)):
        return None
    inherited = _inherited(figure)
    if inherited is not None:
        return inherited.period
    period = calendar.headings[sentence.item] or calendar.period
    year = (period or calendar.year or "")[:4] or None
    compared = _AGAINST_YEAR.search(figure.after) if figure.role == "change" else None
    if compared and int(compared["year"]) + 1 == int(year or 0):
        return year
    if figure.role == "plan" or _GRANTED.search(figure.before):
        return stated[:4] if stated else year
    if figure.role == "count" and (figure.unit or "").lower() == "chỉ tiêu":
        return stated or year
    if "cumulative" in (figure.role, (figure.over or figure.under or figure).role) or figure.role == "share_of_plan":
        return _so_far(figure, stated, period)
    if stated and period and len(stated) == 4 and period.startswith(stated) and figure.role in ("change", "rate"):
        return period
    return stated or period


def _so_many_months(figure: Figure, calendar: Calendar) -> str | None:
    """``kim ngạch nhập khẩu 10 tháng 1,16 tỷ USD``: the months so far, right before the figure."""
    found = _MONTHS.search(figure.before)
    if found is None or calendar.year is None or not 1 < int(found[1]) <= 12:
        return None
    return f"{calendar.year}-01..{calendar.year}-{int(found[1]):02}"


def leading_period(sentence: Sentence, calendar: Calendar) -> str | None:
    """The months so far that the sentence begins with; they hold for the sentences of the item that follow."""
    index = bisect_left(calendar.starts, sentence.span.start)
    if index >= len(calendar.mentions) or calendar.mentions[index].span.start > sentence.span.start + 12:
        return None
    mention = calendar.mentions[index]
    before = calendar.text.content[sentence.span.start : mention.span.start]
    leads = _LEADING.search(before) and not _is_school(mention, calendar) and not _over_years(mention.period)
    return mention.period if leads else None


def _over_years(period: str) -> bool:
    """Whether a period reaches over several years (a plan's term, a season): no period of a figure."""
    return ".." in period and period[:4] != period[9:13]


def _is_school(mention: PeriodMention, calendar: Calendar) -> bool:
    return calendar.text.content[mention.span.start : mention.span.start + 7].lower() == "năm học"


def _is_open(figure: Figure) -> bool:
    unit = (figure.unit or "").lower()
    if unit in _OPEN_UNITS:
        return True
    return unit == "chương trình" and "mục tiêu quốc gia" in figure.after.lower()[:20]


def _in_season(figure: Figure, sentence: Sentence) -> bool:
    return _SEASON.search(_near(figure, sentence, 30)) is not None


def _near(figure: Figure, sentence: Sentence, behind: int) -> str:
    """The words of the sentence around ``figure``, ``behind`` characters after it."""
    at = figure.measure.span.end - sentence.span.start
    return sentence.words[max(0, at - CLAUSE_REACH) : at + behind]


def _inherited(figure: Figure) -> Figure | None:
    """The figure whose period this one shares: its whole, or the figure that its change or share is about."""
    if figure.role == "part" and figure.whole is not None and figure.over is None and figure.under is None:
        known = figure.whole.number < figure.number and figure.whole.role != "count"
        return figure.whole if known else None
    previous = figure.previous
    if previous is None or figure.role not in ("change", "share_of_plan", "rate") or ";" in figure.before:
        return None
    if previous.role == "plan":
        previous = previous.over
    if previous is None or previous.indicator != figure.indicator or previous.role in ("plan", "rank"):
        return None
    month = _MONTH.match(previous.period or "") is not None and previous.role != "cumulative"
    so_far = figure.role != "share_of_plan" or not month
    return previous if so_far else None


def _of_task(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> str | None:
    """The year of a target. Things to be done one by one (17 hộ) have one only where the sentence names it."""
    if figure.role in ("count", "rank"):
        return None
    yearly = figure.unit == "%" or (figure.unit in ("đồng", "USD") and (figure.measure.value or 0) >= _LARGE)
    words = _near(figure, sentence, CLAUSE_REACH)
    named = stated or _WITHIN_YEAR.search(words) or (calendar.year or "-") in words
    if not yearly and not named and not calendar.planned:
        return None
    return max((stated or "")[:4], (calendar.year or "")[:4]) or None


def _so_far(figure: Figure, stated: str | None, period: str | None) -> str | None:
    """From the start of the year to the month reported on; a stock at that month where the words name a stock."""
    if stated and ".." in stated:
        return stated
    month = _MONTH.match(stated or "") or _MONTH.match(period or "")
    if month is None:
        return stated if stated and not (period or "").startswith(stated) else period
    pair = figure.over is not None or figure.under is not None
    stock = figure.role == "cumulative" and (not pair or (figure.unit or "").lower() in _STOCKED)
    if stock and (pair or _STOCK.search(figure.before) or figure.unit == "%"):
        return month.group()
    return f"{month[1]}-01..{month.group()}" if month[2] != "01" else month.group()


def _stated(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The nearest period named before the figure in its sentence: in its own clause, or leading the sentence."""
    start, end = sentence.span.start, figure.measure.span.start
    reach = max(0, end - start - CLAUSE_REACH)
    clause = start + max(sentence.words.rfind(";", reach, end - start) + 1, reach)
    content = calendar.text.content
    index = bisect_right(calendar.starts, end) - 1
    last = index - _MENTIONS
    while index >= max(0, last) and calendar.mentions[index].span.start >= start:
        mention = calendar.mentions[index]
        index -= 1
        before = content[max(start, mention.span.start - 25) : mention.span.start]
        if mention.span.end > end or _COMPARED.search(before) or _is_school(mention, calendar):
            continue
        if _over_years(mention.period):
            continue
        if mention.span.start >= clause or _LEADING.search(before):
            return mention.period
    return None
