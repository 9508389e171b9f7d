"""The period of a figure: what its sentence says, else its heading, else what the document reports on.

Finds         Trong tháng 02/2023, ... (2023-02) · lũy kế, giải ngân (2023-01..2023-02) · plans (the year)
Leaves alone  so với năm 2022, cùng kỳ năm 2022: a base; vụ lúa Đông xuân năm 2022 - 2023: a season, no period
"""

import re

from dondoc.extraction.quantities.calendar import MERGER, MONTH, Calendar
from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.ranges import at_day, elapsed, from_day, so_many_months, until_day
from dondoc.extraction.quantities.signals import (
    ATTENDED,
    DISBURSED,
    FROM_NEW_YEAR,
    PLAN,
    SAME_PERIOD,
    SLASHED_YEAR,
    UNTIL,
    WHOLE_YEAR,
)
from dondoc.extraction.quantities.stated import in_own_bracket, stated_before
from dondoc.extraction.quantities.target_periods import target_period, term_of
from dondoc.extraction.quantities.untimed import in_school_year, in_season, is_open, is_open_plan, near
from dondoc.facts import Evidence
from dondoc.grammar.period_arithmetic import stretch

_STOCK = re.compile(
    r"tổng số (?:người|lao động|hộ|đối tượng|thành viên|đảng viên|hội viên|đoàn viên)|số người tham gia|"
    r"tổng đàn|dân số|"
    r"(?:\bcó|(?<!phát )(?<!thực )(?<!thể )\bhiện|\bcòn|quản lý|\bđang)\s[^,;.]{0,20}\Z|hiện nay|hiện có"
)
_STOCKED = frozenset({"tiêu chí", "xã", "huyện", "phường"})
_AGAINST_YEAR = re.compile(r"\A[%\s*]*so (?:với )?(?:cuối )?năm (?P<year>20\d\d)")
_WORK = frozenset({"nhiệm vụ", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})
_GRANTED = re.compile(r"(?:bố trí|phân bổ|(?<!bàn )giao)(?: vốn)?(?: cho)?\s*\Z")
_SAME_PERIOD = re.compile(
    r"\(\s*cùng kỳ(?:\s+(?:năm\s+(?:trước|ngoái|20\d\d)|20\d\d))?(?:\s*(?:đạt|là|tăng|giảm|:|có))*\s*\Z"
)
_WHOLE_YEAR = re.compile(r"(?<!dự toán )(?<!kế hoạch )\bcả năm\b(?! 20)|\bcuối năm (?:ước|dự kiến|ước tính)\b")
_ATTENDED = re.compile(r"\bvắng\b|thành phần (?:dự|tham dự)|đại biểu (?:là|gồm|dự)")
_SINCE_NEW_YEAR = re.compile(r"[^,;.()\d]{0,30}\btừ đầu năm\b(?! (?:20\d\d|học))")
_OF_YEAR = re.compile(r"\A[%\s*]*(?:so )?(?:với )?(?:kế hoạch|dự toán|kh\b|dt\b|nghị quyết)(?! (?:tháng|quý))")
_ASSIGNED = re.compile(r"(?:chỉ tiêu|kế hoạch|dự toán)[^;.]{0,30}\Z")
_ONLY_VERB = re.compile(r";\s*(?:và\s+)?(?:đạt|bằng|tăng|giảm|vượt)(?:\s+(?:khoảng|gần|hơn|trên))?\s*\Z")
_SUMMED = frozenset({"đồng", "USD", "lao động", "doanh nghiệp", "lượt khách"})
_MEANT_FOR = re.compile(r"[%\s*]*(?:vào|trong) năm (?P<year>20\d\d)(?!\d)")
_AGAINST_SAME = re.compile(r"so (?:với )?cùng kỳ(?: năm (?:trước|ngoái|20\d\d))?\s*\(\s*\Z")
_YEAR = re.compile(r"\d{4}(?=-|\Z|\.)")
_TO_NOW = re.compile(
    r" (?:\((?:năm|qu[ýí]|tháng) [^()]*\)|(?:năm|qu[ýí]|tháng) [^,;.()]{1,12}?) (?:giảm |tăng )?(?:lên|xuống|còn)\b"
)
_WITH_CAPITAL = re.compile(r"[^,;.()\d]{0,40}\bvới (?:tổng )?(?:số )?vốn\b[^,;.()\d]{0,30}\Z")
_LEFT = re.compile(r"\bcòn(?: lại| nợ| tồn)?(?: khoảng| trên| gần| hơn)?\s*\Z")
_OF_DAYS = SLASHED_YEAR | UNTIL
_YEAR_LENGTH = len("2025")
_TARGETS = frozenset({"plan", "count", "rank"})


def read_period(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """Return the period of ``figure``, None where it is open. Figures before it have theirs already."""
    stated = _named(figure, sentence, calendar) or _of_list(figure, sentence)
    if stated is None and calendar.year and _is_of_whole_year(figure, sentence):
        return calendar.year
    if figure.role == "plan" and stated is None:
        term = term_of(figure, sentence, calendar)
        if term:
            return term
    if figure.role == "count" and calendar.met and _is_attended(figure, sentence):
        return calendar.met
    if is_open(figure):
        return elapsed(figure, calendar)
    if figure.task and figure.role in _TARGETS:
        return None if in_season(figure, sentence) else target_period(figure, sentence, stated, calendar)
    earlier = _year_before(figure)
    if earlier:
        return earlier
    inherited = None if _is_own(figure, stated) else _inherited(figure)
    if in_school_year(sentence) or (stated is None and inherited is None and in_season(figure, sentence)):
        return None
    if inherited is not None:
        return inherited.period
    if figure.role == "plan" and stated is None and is_open_plan(figure, calendar):
        return None
    above = calendar.headings[sentence.item]
    if figure.task and len(above or "") != _YEAR_LENGTH:
        above = None
    if figure.task and stated is None and not calendar.stated:
        return None
    if sentence.anchor is not None and sentence.footnote and sentence.anchor.period is not None:
        above = sentence.anchor.period
    return _of_report(figure, sentence, stated, above, calendar)


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
    if role == "change" and _is_against_year_before(figure, year):
        return year
    if role == "plan" or _is_granted(figure):
        return _of_plan(figure, stated, period, year, calendar)
    if (figure.unit or "").lower() == "chỉ tiêu" and role in ("count", "part"):
        return stated or year if role == "count" else period
    merged = _is_merged(figure, calendar)
    undated = not calendar.stated and not calendar.dated
    if stated is None and undated and above is None and role in ("cumulative", "share_of_plan"):
        return period
    if stated is None and above is None and (calendar.month or "")[5:].isdecimal() and _is_price(figure):
        return calendar.month
    if role == "cumulative" and stated is None and _is_capital_of_stock(figure):
        return figure.previous.period if figure.previous is not None else None
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
    if stated is None and not calendar.stated and above is None and role == "count":
        return None
    if stated is None and _is_planned_so_far(figure, sentence):
        return _so_far(figure, stated, period, None)
    named = stated or period
    if role in ("actual", "count", "rate") and ".." in (named or "") and _LEFT.search(figure.low_before):
        return (named or "")[-7:]
    return named


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
    return stated[:4] if stated else year if known else None


def _named(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The period that the words of the sentence give the figure, or that its item carries on."""
    stated = stated_before(figure, sentence, calendar)
    stated = so_many_months(figure, calendar) or at_day(figure, calendar) or stated
    if figure.cues_so_far & _OF_DAYS:
        stated = from_day(figure, sentence, calendar.reported_month) or stated
        stated = until_day(figure, sentence, calendar) or stated
    stated = in_own_bracket(figure, calendar) or stated
    first = sentence.figures[0]
    if stated is None and first is not figure and first.unit == "tháng":
        stated = first.period
    # What came together "đến nay" did so whatever months the sentences before speak of.
    so_far = figure.role == "cumulative" and calendar.reported_month is not None
    return stated or (None if so_far else sentence.period)


def _of_list(figure: Figure, sentence: Sentence) -> str | None:
    """``IIP tháng 10 tăng 1,3%, trong đó khai khoáng tăng 1,8%; chế biến tăng 1,4%``: a list keeps its month."""
    previous = figure.previous
    while previous is not None and previous.depth > figure.depth:
        previous = previous.previous
    if previous is None or figure.role != "change" or previous.role != "change" or ";" not in figure.before:
        return None
    listed = "trong đó" in sentence.low[: previous.measure.span.start - sentence.span.start]
    return previous.period if listed else None


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
    against = figure.role != "change" and _AGAINST_SAME.search(figure.low_before[-45:])
    named = against or _SAME_PERIOD.search(figure.low_before[-45:])
    if not named or (figure.role == "change" and figure.unit != "%"):
        return None
    return _YEAR.sub(lambda year: str(int(year.group()) - 1), period)


def _tells_year_before(figure: Figure) -> bool:
    """Whether a figure in brackets is that of the year before: what follows in them is about the one before it."""
    named = figure.role != "change" and figure.cues_before & SAME_PERIOD
    return bool(named) and _SAME_PERIOD.search(figure.low_before[-45:]) is not None


def _is_planned_so_far(figure: Figure, sentence: Sentence) -> bool:
    """``thu ngân sách 1.962 tỷ đồng, đạt 34,4% dự toán``: what is measured by the plan of the year came together."""
    if figure.role not in ("actual", "part") or figure.over is not None or figure.unit not in _SUMMED:
        return False
    place = figure.number - sentence.figures[0].number + 1
    share = sentence.figures[place] if place < len(sentence.figures) else None
    if share is None or share.role != "share_of_plan" or ";" in share.before:
        return False
    if share.depth != figure.depth and not (share.opens and share.owner is figure):
        return False
    if figure.previous is not None and figure.previous.role == "plan":
        return False
    measured = share.indicator == figure.indicator and _OF_YEAR.search(share.low_after) is not None
    if measured:
        figure.evidence.append(Evidence("period", "period.by_plan", share.measure.span))
    return measured


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
    if previous is None or figure.role not in ("change", "share_of_plan", "rate"):
        return None
    if ";" in figure.before and not (previous.role == "share_of_plan" and _ONLY_VERB.search(figure.low_before)):
        return None
    if _TO_NOW.match(figure.before):
        return None
    if figure.role == "change" and previous.depth and _tells_year_before(previous):
        previous = previous.previous or previous
    if previous.role == "plan" and previous.opens and figure.role == "change" and not figure.depth:
        previous = previous.owner
    if previous is not None and previous.role == "plan":
        previous = previous.over
    if previous is None or previous.indicator != figure.indicator or previous.role in ("plan", "rank"):
        return None
    month = MONTH.match(previous.period or "") is not None and previous.role != "cumulative"
    so_far = figure.role != "share_of_plan" or not month
    return previous if so_far else None


def _is_capital_of_stock(figure: Figure) -> bool:
    """``đến nay có 1.590 dự án với tổng vốn 4.900 triệu USD``: the amount stands at the time of what is counted."""
    counted = figure.previous
    known = counted is not None and counted.role in ("cumulative", "part") and counted.unit not in ("đồng", "USD", "%")
    return known and figure.unit in ("đồng", "USD") and _WITH_CAPITAL.match(figure.low_before) is not None


def _is_price(figure: Figure) -> bool:
    unit = figure.unit or ""
    return unit.startswith("đồng/") and not unit.endswith(("năm", "tháng"))


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
    standing = figure.unit == "%" and not figure.cues_so_far & DISBURSED
    if stock and (pair or standing or _STOCK.search(figure.low_before)):
        return month.group()
    if since is None:
        return stretch(int(month[1]), 1, int(month[2]))
    return f"{since}..{month.group()}" if month.group() != since else month.group()
