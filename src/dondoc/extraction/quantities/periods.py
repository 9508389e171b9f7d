"""The period of a figure: what its sentence says, else its heading, else what the document reports on.

Finds         Trong tháng 02/2023, ... (2023-02) · lũy kế, giải ngân (2023-01..2023-02) · plans (the year)
Leaves alone  so với năm 2022, cùng kỳ năm 2022: a base; vụ lúa Đông xuân năm 2022 - 2023: a season, no period
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.sections import (
    COMPARED,
    heading_periods,
    months_reviewed,
    quarter_and_months,
    reported_period,
)
from dondoc.extraction.structure import Outline
from dondoc.facts import Evidence, Header, PeriodMention
from dondoc.grammar.context import TimeContext
from dondoc.text import Span, Text

_SEASON = re.compile(r"\b(?:niên vụ|(?:vụ|lúa) (?:lúa|đông|hè|thu|mùa|xuân|mía|màu|3|ba))\b", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_STOCK = re.compile(r"(?:có|hiện|còn|quản lý|đang)\s[^,;.]{0,20}\Z|hiện nay|hiện có", re.IGNORECASE)
_OPEN_UNITS = frozenset(["cấp", "sao", "giường", "năm", "tháng", "ngày", "tuần", "tuổi", "giờ", "phút"])
_STOCKED = frozenset({"tiêu chí", "xã", "huyện", "phường"})
_AGAINST_YEAR = re.compile(r"\A[%\s*]*so (?:với )?(?:cuối )?năm (?P<year>20\d\d)", re.IGNORECASE)
_WORK = frozenset({"nhiệm vụ", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})
_GRANTED = re.compile(r"(?:bố trí|phân bổ|(?<!bàn )giao)(?: vốn)?(?: cho)?\s*\Z", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:\A|[.:])[\s*]*(?:trong |tính đến |đến |tính chung |l[uũ]y kế |luỹ kế |cộng dồn |riêng |ước )?(?:hết )?\Z",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(?=\d)(?<!sau )(?<!vòng )(?<!hạn )(?<!dài )(?<!hơn )(?<!trên )(?<!quá )(?<!mỗi )(?<!thêm )(?<!tù )"
    r"\b(\d{1,2}) tháng(?: đầu năm)?(?: (?:ước|đạt|là|xuất siêu|nhập siêu|thực hiện|được|tăng|giảm|khoảng|"
    r"trên|hơn|gần|bằng|chỉ|mới|có)){0,4}\s*\Z",
    re.IGNORECASE,
)
_SAME_PERIOD = re.compile(
    r"\(\s*cùng kỳ(?:\s+(?:năm\s+(?:trước|ngoái|20\d\d)|20\d\d))?(?:\s*(?:đạt|là|tăng|giảm|:|có))*\s*\Z", re.IGNORECASE
)
_FROM_DAY = re.compile(
    r"từ\s+(?:ngày\s+)?\d{1,2}/(\d{1,2})(?:/(20\d\d))?\s*(?:đến|-)\s*"
    r"(?:nay\b|(?:hết\s+)?(?:ngày\s+)?\d{1,2}/(\d{1,2})(?:/(20\d\d))?)",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"(?<!dự toán )(?<!kế hoạch )\bcả năm\b(?! 20)", re.IGNORECASE)
_ATTENDED = re.compile(r"\bvắng\b|thành phần (?:dự|tham dự)|đại biểu (?:là|gồm|dự)", re.IGNORECASE)
_PLAN_OF = re.compile(r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)\s+\Z", re.IGNORECASE)
_HALF_YEAR = 6
_MONTHS_REACH = 120
_CROPPED = frozenset({"ha", "tấn", "tạ/ha", "tấn/ha", "%", "nghìn tấn", "kg", "tạ"})
_SINCE_MERGER = re.compile(r"\btừ (?:ngày )?0?1/0?7(?:/2025)?\s+(?:đến|tới|-)", re.IGNORECASE)
_SECOND_HALF = re.compile(r"(?:dự toán|kế hoạch|chỉ tiêu)[^.;\n]{0,40}\b0?6 tháng cuối năm", re.IGNORECASE)
_MERGER = "2025-07"
_NEXT_HEAD = re.compile(r"\n[\s*]*(?:\d{1,2}|[IVX]{1,4}|[A-Ha-hđ])[.)/]")
_UNTIL_DAY = re.compile(
    r"(?:tính|lũy kế|luỹ kế)?\s*đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}/(\d{1,2})/(20\d\d)", re.IGNORECASE
)
_SINCE_NEW_YEAR = re.compile(r"[^,;.()\d]{0,30}\btừ đầu năm\b(?! (?:20\d\d|học))", re.IGNORECASE)
_TITLE_REACH = 60
_RANGE_REACH = 300
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
    stated: bool = True
    month: str | None = None
    merged: Span = field(default=Span(0, 0))
    halved: bool = False


def read_calendar(
    text: Text, outline: Outline, header: Header, context: TimeContext, mentions: Sequence[PeriodMention]
) -> Calendar:
    """Collect what says when. Headings hand their period down to the items under them."""
    starts = [mention.span.start for mention in mentions]
    period = header.period or context.period
    year = period[:4] if period else str(context.year) if context.year else None
    issued = f"{context.issued:%Y-%m}" if context.issued else None
    headings = heading_periods(text, outline, mentions, starts)
    period = quarter_and_months(text, period) or months_reviewed(text, period) or period
    reported = reported_period(text, mentions) if period is None else None
    stated = period is not None or reported is not None
    year = reported[:4] if reported else year
    period = period or reported or issued
    month = (header.period or context.period or "") if ".." in (period or "") else ""
    merged = _since_merger(text, period)
    halved = _SECOND_HALF.search(text.content, merged.start, merged.end) is not None
    planned = header.type == "plan"
    return Calendar(
        text, mentions, starts, period, year, issued, headings, planned, stated, month or None, merged, halved
    )


def _since_merger(text: Text, period: str | None) -> Span:
    """The words under "lũy kế từ 01/7" in a report of 2025: a commune made in July counts from then on."""
    named = _SINCE_MERGER.search(text.content) if (period or "")[:4] == _MERGER[:4] else None
    if named is None or (period or "") <= _MERGER:
        return Span(0, 0)
    end = _NEXT_HEAD.search(text.content, named.end())
    return Span(named.start(), end.start() if end else len(text.content))


def read_period(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """Return the period of ``figure``, None where it is open. Figures before it have theirs already."""
    stated = _so_many_months(figure, calendar) or _stated(figure, sentence, calendar) or sentence.period
    month = _MONTH.match(calendar.period or "")
    stated = _from_day(figure, sentence, month.group() if month else None) or stated
    stated = _until_day(figure, sentence, calendar) or stated
    if stated is None and calendar.year and _of_whole_year(_clause(figure, sentence).lower()):
        return calendar.year
    if figure.role == "count" and calendar.issued and not figure.task and _ATTENDED.search(_near(figure, sentence, 12)):
        return calendar.issued
    if figure.task:
        return None if _in_season(figure, sentence) else _of_task(figure, sentence, stated, calendar)
    earlier = _year_before(figure, figure.previous.period if figure.previous is not None else None)
    if earlier:
        return earlier
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
    if figure.role == "plan" or (_GRANTED.search(figure.before) and figure.unit not in _WORK):
        year = f"{year}-H2" if calendar.halved and year and _is_merged(figure, calendar) else year
        return stated[:4] if stated else year if calendar.stated else None
    if figure.role == "count" and (figure.unit or "").lower() == "chỉ tiêu":
        return stated or year
    if "cumulative" in (figure.role, (figure.over or figure.under or figure).role) or figure.role == "share_of_plan":
        return _so_far(figure, stated, period, _MERGER if _is_merged(figure, calendar) else None)
    if figure.under is not None and _is_merged(figure, calendar):
        return _so_far(figure, stated, period, _MERGER)
    if figure.role == "count" and calendar.month and len(calendar.month) == 7 and stated is None:
        return calendar.month if calendar.headings[sentence.item] is None else period
    if _SINCE_NEW_YEAR.match(figure.after) and figure.role in ("actual", "count"):
        return _so_far(figure, stated, period, None)
    if stated and period and len(stated) == 4 and period.startswith(stated) and figure.role in ("change", "rate"):
        return period
    return stated or period


def _year_before(figure: Figure, period: str | None) -> str | None:
    """``(cùng kỳ năm 2024 đạt 58,4%)``: the figure of the same period of the year before."""
    if not figure.depth or period is None or not _SAME_PERIOD.search(figure.before[-45:]) or figure.over is not None:
        return None
    if figure.role == "change" and figure.unit != "%":
        return None
    return re.sub(r"\d{4}(?=-|\Z|\.)", lambda year: str(int(year.group()) - 1), period)


def _from_day(figure: Figure, sentence: Sentence, until: str | None) -> str | None:
    """``từ ngày 01/01/2025 đến ngày 30/9/2025`` before the figure in its sentence: the months from one to the other."""
    end = figure.measure.span.start - sentence.span.start
    words = sentence.words[max(0, end - _RANGE_REACH) : end]
    found = None
    for found in _FROM_DAY.finditer(words) if "/20" in words else ():  # noqa: B007
        pass
    if found is None:
        return None
    year = found[2] or found[4]
    if year is None:
        return None
    first = f"{year}-{int(found[1]):02}"
    last = f"{found[4] or year}-{int(found[3]):02}" if found[3] else until
    return f"{first}..{last}" if last is not None and first < last else first


def _so_many_months(figure: Figure, calendar: Calendar) -> str | None:
    """``kim ngạch nhập khẩu 10 tháng 1,16 tỷ USD``: the months so far, right before the figure."""
    before = figure.before[-_MONTHS_REACH:]
    found = _MONTHS.search(before) if "tháng" in before.lower() else None
    if found is None or calendar.year is None or not 1 < int(found[1]) <= 12:
        return None
    months = int(found[1])
    return f"{calendar.year}-H1" if months == _HALF_YEAR else f"{calendar.year}-01..{calendar.year}-{months:02}"


def _until_day(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``Tính đến hết ngày 31/12/2025, giải ngân ...`` in a document of the year after."""
    end = figure.measure.span.start - sentence.span.start
    if "đến" not in sentence.words[:end].lower() or figure.task:
        return None
    found = None
    for found in _UNTIL_DAY.finditer(sentence.words, max(0, end - _RANGE_REACH), end):  # noqa: B007
        pass
    if found is None or re.search(r"từ\s+(?:ngày\s+)?[\d/]+\s*\Z", sentence.words[: found.start()], re.IGNORECASE):
        return None
    if calendar.year is None or int(found[2]) + 1 != int(calendar.year):
        return None
    return found[2] if int(found[1]) == 12 else f"{found[2]}-01..{found[2]}-{int(found[1]):02}"


def ranged_period(sentence: Sentence, calendar: Calendar) -> str | None:
    """The months from a named day on that the sentence names; they hold for the rest of its paragraph too."""
    if not sentence.figures:
        return None
    month = _MONTH.match(calendar.period or "")
    return _from_day(sentence.figures[-1], sentence, month.group() if month else None)


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
    words = _near(figure, sentence, 30).lower()
    own = max(0, len(words) - 30 - len(figure.written))
    if (figure.unit or "").lower() not in _CROPPED:
        words = words[words.rfind(";", 0, own) + 1 :]
    return ("vụ" in words or "lúa" in words) and _SEASON.search(words) is not None


def _near(figure: Figure, sentence: Sentence, behind: int) -> str:
    """The words of the sentence around ``figure``, ``behind`` characters after it."""
    at = figure.measure.span.end - sentence.span.start
    return sentence.words[max(0, at - CLAUSE_REACH) : at + behind]


def _of_whole_year(clause: str) -> bool:
    return "cả năm" in clause and _WHOLE_YEAR.search(clause) is not None


def _clause(figure: Figure, sentence: Sentence) -> str:
    """The words of the sentence before ``figure``, back to the last semicolon."""
    at = figure.measure.span.start - sentence.span.start
    return sentence.words[max(0, at - CLAUSE_REACH) : at].rsplit(";", 1)[-1]


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
    above = calendar.headings[sentence.item]
    if not yearly and not named and not calendar.planned and not above:
        return None
    return max((stated or "")[:4], (above or calendar.year or "")[:4]) or None


def _is_merged(figure: Figure, calendar: Calendar) -> bool:
    return calendar.merged.start <= figure.measure.span.start < calendar.merged.end


def _so_far(figure: Figure, stated: str | None, period: str | None, since: str | None) -> str | None:
    """From the start of the year to the month reported on; a stock at that month where the words name a stock."""
    if stated and (".." in stated or (len(stated) == 4 and not (period or stated).startswith(stated))):
        return stated
    month = _MONTH.match(stated or "") or _MONTH.match(period or "")
    if month is None:
        return stated if stated and not (period or "").startswith(stated) else period
    pair = figure.over is not None or figure.under is not None
    stock = figure.role == "cumulative" and (not pair or (figure.unit or "").lower() in _STOCKED)
    if stock and (pair or _STOCK.search(figure.before) or figure.unit == "%"):
        return month.group()
    first = since or f"{month[1]}-01"
    return f"{first}..{month.group()}" if month.group() != first else month.group()


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
        compared = COMPARED.search(before) and not (figure.role == "plan" and _PLAN_OF.search(before))
        if mention.span.end > end or compared or _is_school(mention, calendar):
            continue
        if _over_years(mention.period):
            continue
        if mention.span.start >= clause or _LEADING.search(before) or _heads_list(content, mention, end):
            figure.evidence.append(Evidence("period", "period.stated", mention.span))
            return mention.period
    return None


def _heads_list(content: str, mention: PeriodMention, end: int) -> bool:
    """Whether the period stands in the title of the list that the figure is in: "Một số sản phẩm 8 tháng: ..."."""
    title = content[mention.span.end : min(mention.span.end + _TITLE_REACH, end)]
    colon = title.find(":")
    return colon >= 0 and not re.search(r"[;.,\d]", title[:colon])
