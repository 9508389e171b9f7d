"""The period of what a task must reach.

Finds         trong năm 2023 giải ngân 100% kế hoạch (2023) · đến 30/9 giải ngân tối thiểu 60% (2023-01..2023-09) ·
              hoàn thành 02 khu tái định cư trong tháng 8/2024 in a notice of no period (2024-08)
              bố trí 120 tỷ đồng vốn đối ứng năm 2025 (2025) · phấn đấu tăng trưởng 8,5% (the year of the document)
Leaves alone  giải quyết dứt điểm 14 vụ việc, kiểm tra 03 tổ chức: a target without a time has no period
"""

import re
from bisect import bisect_left
from decimal import Decimal

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.calendar import Calendar, is_school_year, over_years
from dondoc.extraction.quantities.periods.seasons import near
from dondoc.extraction.quantities.periods.sections import is_compared
from dondoc.extraction.quantities.signals import UNTIL
from dondoc.facts import PeriodMention
from dondoc.grammar.period_arithmetic import months_so_far, stretch

_WITHIN_YEAR = re.compile(r"hết năm|cả năm|cuối năm|năm nay")
_UNTIL = re.compile(
    r"\b(?:(?:đến\s+)?(?:hết|cuối)|đến)\s+(?:ngày\s+)?(?:\d{1,2}[/-](?P<month>\d{1,2})(?:[/-](?P<year>20\d\d))?"
    r"|qu[ýí]\s+(?P<quarter>iv|i{1,3}|[1-4])\b(?:[/-](?P<of>20\d\d))?|"
    r"tháng\s+(?P<named>\d{1,2})(?:[/-](?P<in>20\d\d))?|(?P<months>\d{1,2})\s+tháng)(?![/\d])"
)
_ANNUAL = re.compile(r"tăng trưởng|grdp|gdp|giải ngân|\bthu (?:ngân sách|nội địa)|xuất khẩu")
_OF_PLAN = re.compile(r"[%\s*]*(?:so với |của )?(?:kế hoạch|dự toán|chỉ tiêu|kh\b)")
_MONTH_OF_TARGET = re.compile(
    r"(?<!hết )(?:tháng \d{1,2}|qu[ýí] (?:iv|i{1,3}|[1-4])|\d{1,2} tháng(?: đầu năm)?)(?:[/-]20\d\d| năm 20\d\d)?"
    r"(?: (?:phải|đạt|ước|khoảng|trên|tối thiểu|từ|được|là|ít nhất)){0,3}\s*\Z"
)
# "hoàn thành trước tháng 11": by then, and not in it.
_BEFORE = re.compile(r"\A[^,;:.()\d]{0,80}\b(?:trước|chậm nhất|không quá)\b")
_IN_MONTH = re.compile(r"\btrong (?:tháng|qu[ýí])\b[^;.]{0,90}\Z")
# "trong quý IV phải xong ít nhất 3.000 ha", and not "rà soát xong trong tháng 11, phấn đấu giảm 7%".
_WITHIN = re.compile(r"(?<!xong )(?<!thành )(?<!gửi )(?<!trình )\btrong \Z")
_AIMED = re.compile(r"\b(?:phấn đấu|phải|mục tiêu|chỉ tiêu|ít nhất|tối thiểu)\b")
# "vận động 100% hộ dân bàn giao mặt bằng trước ngày 30/9/2024", and no day by which somebody reports on it.
_DUE = re.compile(
    r"(?:(?!báo cáo|trình\b|gửi|công bố|đề xuất)[^;.,()\d]){0,90}(?:, ?(?:(?:phải |cơ bản )?(?:xong|hoàn thành)|"
    r"hạn cuối(?: là)?|thời hạn))?\s*"
    r"\b(?:trước|chậm nhất(?: là| vào| đến)?|đến|trong|"
    r"cuối)\s+(?:hết )?(?:ngày )?\d{1,2}[/.](?P<month>\d{1,2})(?:[/.](?P<year>20\d\d))?(?![/\d])"
)
_BACKLOG = re.compile(
    r"dứt điểm|tồn đọng|còn lại|nêu trên|quá hạn|xử lý|hư hỏng|đã hoàn thành|quyết toán|rà soát|khắc phục|kiểm tra|"
    r"đối thoại|không quá|tối đa|không để|dừng"
)
_BACKLOG_REACH = 30
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LARGE = Decimal(10) ** 10
_AHEAD = 90
_YEAR = len("2025")
_BESIDE = 40
_APART = re.compile(r"[,;:.()\d]")
_NAMES = re.compile(r"(?:chương trình|đề án|kế hoạch|chiến lược|quy hoạch|dự án|nghị quyết)[^,;:.]*\Z")
_TARGETED = re.compile(r"mục tiêu|phấn đấu|chỉ tiêu|100%|ít nhất|tối thiểu")


def target_period(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> str | None:
    """Return the period of the target ``figure``, None where the sentence names no time and it is not set by the year.

    ``stated`` is the period that the words before the figure name.
    """
    if figure.role in ("count", "rank"):
        return None
    until = _until(figure, sentence, calendar)
    if until:
        return until
    due = None if calendar.stated or stated or figure.unit in ("đồng", "USD") else _DUE.match(figure.low_after)
    if due is not None and calendar.year and 1 <= int(due["month"]) <= 12:
        return f"{due['year'] or calendar.year}-{int(due['month']):02}"
    ahead = None if stated else named_behind(figure, sentence, calendar)
    above = calendar.headings[sentence.item]
    yearly = calendar.planned or len(above or "") == _YEAR or _is_annual(figure)
    if not (stated or ahead or yearly or (above and _is_new(figure))):
        words = near(figure, sentence, CLAUSE_REACH)
        if (calendar.year or "-") not in words and not _WITHIN_YEAR.search(words):
            return None
    if ahead:
        loose = not calendar.stated and ".." not in ahead and not _is_annual(figure)
        return ahead if loose and not _BEFORE.search(figure.low_after) else ahead[:4]
    if stated and _MONTH_OF_TARGET.search(figure.low_before[-_AHEAD:]):
        return stated
    if stated and len(stated) > _YEAR and ".." not in stated and _is_aimed_at(figure, sentence):
        return stated
    if stated and len(stated) > _YEAR and ".." not in stated and _IN_MONTH.search(figure.low_before):
        return stated[:4] if calendar.stated or _is_annual(figure) else stated
    return max((stated or "")[:4], (above or calendar.year or "")[:4]) or None


def _is_aimed_at(figure: Figure, sentence: Sentence) -> bool:
    """``Phấn đấu trong quý II sản xuất tăng 9%; bán lẻ đạt 310 tỷ đồng``: when all this is to be reached."""
    named = next((one.span for one in reversed(figure.evidence) if one.rule == "period.stated"), None)
    if named is None:
        return False
    at = named.start - sentence.span.start
    end = figure.measure.span.start - sentence.span.start
    clause_end = sentence.low.find(";", at, end)
    aimed = _AIMED.search(sentence.low, max(0, at - _BESIDE), end if clause_end < 0 else clause_end)
    return aimed is not None and _WITHIN.search(sentence.low, 0, at) is not None


def _is_new(figure: Figure) -> bool:
    """Whether a target is something to be brought about, and no backlog: "tạo việc làm cho 4.600 lao động"."""
    if figure.unit == "%" or _BACKLOG.search(figure.low_before[-_AHEAD:]):
        return False
    return _BACKLOG.search(figure.low_after[:_BACKLOG_REACH]) is None


def _is_annual(figure: Figure) -> bool:
    """Whether a target of this kind is set for the year: growth, revenue, the disbursement of a plan, large sums."""
    if figure.unit == "%":
        return _OF_PLAN.match(figure.low_after) is not None or _ANNUAL.search(figure.low_before) is not None
    return figure.unit in ("đồng", "USD") and (figure.measure.value or 0) >= _LARGE


def _until(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``đến hết quý II ... đạt 55% kế hoạch``: the months from the new year to the one named."""
    if not figure.cues_before & UNTIL or calendar.year is None:
        return None
    found = None
    for found in _UNTIL.finditer(figure.low_before):  # noqa: B007
        pass
    if found is None:
        return None
    year = int(found["year"] or found["of"] or found["in"] or calendar.year)
    if found["quarter"]:
        quarter = _QUARTERS.get(found["quarter"]) or int(found["quarter"])
        return months_so_far(f"{year}-Q{quarter}")
    month = int(found["month"] or found["named"] or found["months"])
    if not 1 <= month <= 12:
        return None
    summed = figure.unit != "%" or _OF_PLAN.match(figure.low_after) or _ANNUAL.search(figure.low_before)
    return stretch(year, 1, month) if summed else f"{year}-{month:02}"


def named_behind(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``thông xe 40 km đầu tuyến trong năm 2012``: the first period named after the figure in its clause."""
    start = figure.measure.span.end
    end = min(sentence.span.end, start + _AHEAD)
    content = calendar.text.content
    index = bisect_left(calendar.starts, start)
    while index < len(calendar.mentions) and calendar.starts[index] < end:
        mention = calendar.mentions[index]
        index += 1
        words = content[start : mention.span.start]
        if ";" in words or "," in words or "so với" in words:
            return None
        if not over_years(mention.period) and not is_compared(words[-25:]):
            return mention.period
    return None


def _is_beside(figure: Figure, mention: PeriodMention, calendar: Calendar) -> bool:
    """``Tổng mức vay giai đoạn 2025 - 2027 tối đa ...``: the years stand right before the figure, and name nothing."""
    between = calendar.text.content[mention.span.end : figure.measure.span.start]
    before = calendar.text.content[max(0, mention.span.start - _AHEAD) : mention.span.start].lower()
    return len(between) < _BESIDE and not _APART.search(between) and not _NAMES.search(before)


def term_of(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The years of a programme that a target is for: "giai đoạn 2026 - 2030, phấn đấu ...", or those of the plan."""
    first = bisect_left(calendar.starts, sentence.span.start)
    last = bisect_left(calendar.starts, figure.measure.span.start)
    if first < last:
        mention = calendar.mentions[last - 1]
        if not over_years(mention.period) or is_school_year(mention, calendar):
            return None
        return mention.period if _TARGETED.search(sentence.low) or _is_beside(figure, mention, calendar) else None
    return calendar.term if figure.task or _TARGETED.search(sentence.low) else None
