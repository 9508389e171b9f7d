"""The period of what a task must reach.

Finds         trong năm 2023 giải ngân 100% kế hoạch (2023) · đến 30/9 giải ngân tối thiểu 60% (2023-01..2023-09) ·
              riêng quý IV GRDP phải tăng 9,9% (2023-Q4) · bàn giao 27,5 ha trong tháng 7 (2023-07) · đến 31/12
              bố trí 120 tỷ đồng vốn đối ứng năm 2025 (2025) · phấn đấu tăng trưởng 8,5%, thêm 9 xã đạt chuẩn (the year)
              xong trước 30/11/2023; mỗi thôn lập 02 tổ: the year of the last day on which the task is due (2023)
Leaves alone  giải quyết dứt điểm 14 vụ việc tồn đọng: a deed without a day, at no period
              kiểm tra 12 xã, báo cáo trước ngày 30/9: the day of the report
"""

import re
from bisect import bisect_left
from decimal import Decimal

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.calendar import Calendar
from dondoc.extraction.quantities.periods.seasons import near
from dondoc.extraction.quantities.periods.sections import is_compared
from dondoc.extraction.quantities.signals import UNTIL
from dondoc.facts import PeriodMention
from dondoc.grammar.period_arithmetic import months_so_far, over_years, stretch

_WITHIN_YEAR = re.compile(r"hết năm|cả năm|cuối năm|năm nay")
_UNTIL = re.compile(
    r"\b(?:(?:đến\s+)?(?:hết|cuối)|đến)\s+(?:ngày\s+)?(?:\d{1,2}[/-](?P<month>\d{1,2})(?:[/-](?P<year>20\d\d))?"
    r"|qu[ýí]\s+(?P<quarter>iv|i{1,3}|[1-4])\b(?:[/-](?P<of>20\d\d))?|"
    r"tháng\s+(?P<named>\d{1,2})(?:[/-](?P<in>20\d\d))?|(?P<months>\d{1,2})\s+tháng)(?![/\d])"
)
_ANNUAL = re.compile(
    r"tăng trưởng|grdp|gdp|giải ngân|\bthu (?:ngân sách|nội địa)|xuất khẩu|"
    r"\b(?:bao phủ|tham gia) (?:bảo hiểm|bhyt|bhxh)|hộ nghèo|nợ thuế|tai nạn giao thông"
)
_SAVED = re.compile(r"[%\s]*(?:kinh phí|chi thường xuyên|chi phí)")
# "phủ bảo hiểm y tế đạt 81%, trong đó học sinh tham gia 100%": one target with the one before it.
_WITH_IT = re.compile(r"[^,;.()\d]{0,25},? (?:trong đó|riêng|và|đến|-)\b[^;.]*|\s*[-–]\s*")
_CITES = re.compile(r"\b(?:luật|nghị (?:quyết|định)|thông tư|quyết định|chỉ thị|kết luận)\b[^,;.]*\Z")
_OF_PLAN = re.compile(r"[%\s*]*(?:so với |của )?(?:kế hoạch|dự toán|chỉ tiêu|kh\b)")
# "trong tháng 4, đạt trên 95%" goes on with the deed; "trong tháng 10, bàn giao 70%" with another.
_STILL = re.compile(r",? (?:với |tỷ lệ |phải |bảo đảm |đạt |tối thiểu |ít nhất |từ |trên )+\Z")
_OTHER_DEED = re.compile(r", (?!phấn đấu)[^;.]*\Z")
_IN_TIME = re.compile(r"[^,;]{0,90}\btrong (?=tháng \d|qu[ýí] )")
# "hoàn thành trước tháng 11": by then, and not in it.
_BEFORE = re.compile(r"\A[^,;:.()\d]{0,80}\b(?:trước|chậm nhất|không quá)\b")
# "trong quý IV phải xong ít nhất 3.000 ha", and not "rà soát xong trong tháng 11, phấn đấu giảm 7%".
_WITHIN = re.compile(r"(?<!xong )(?<!thành )(?<!gửi )(?<!trình )\btrong \Z")
# "vận động 100% hộ dân bàn giao mặt bằng trước ngày 30/9/2024", and no day by which somebody reports on it.
_DUE = re.compile(
    r"(?:(?!báo cáo|trình\b|gửi|công bố|đề xuất)[^;.,()\d]){0,90}(?:, ?(?:(?:phải |cơ bản )?(?:xong|hoàn thành)|"
    r"hạn cuối(?: là)?|thời hạn))?\s*"
    r"\b(?:trước|chậm nhất(?: là| vào| đến)?|đến|trong|"
    r"cuối)\s+(?:hết )?(?:ngày )?\d{1,2}[/.](?P<month>\d{1,2})(?:[/.](?P<year>20\d\d))?(?![/\d])"
)
# A day on which a task is due, wherever it stands: "chậm nhất 15/3/2026", "hoàn thành trong tháng 12".
_DEADLINE = re.compile(
    r"\b(?:trước|chậm nhất(?: là| vào| đến| trong)?|trong|đến|hết|cuối|hạn)\s+(?:hết\s+)?(?:ngày\s+)?"
    r"(?:\d{1,2}[/.-]\d{1,2}|(?:cuối )?(?:tháng|qu[ýí]) (?:\d{1,2}|i{1,3}v?|iv)\b)"
    r"(?:(?:[/.-]| năm )(?P<year>20\d\d))?(?![/\d])"
)
_REPORTED_ON = re.compile(r"\b(?:báo cáo|trình|gửi|công bố|đề xuất)\b[^;,.]*\Z")
# What is counted by the year, so that a target of it is one of the year: no backlog, no single deed.
_INDICATOR = re.compile(
    r"\b(?:đạt chuẩn|nông thôn mới|ntm|ocop|tiêu chí|chỉ tiêu|đảng viên|đoàn viên|hội viên|lao động|việc làm|"
    r"đi làm việc|học nghề|bảo hiểm|bhyt|bhxh|nhà (?:tạm|dột|ở xã hội)|hộ (?:nghèo|cận nghèo)|sản lượng|"
    r"thu (?:ngân sách|nội địa)|diễn tập|lượt khách|du khách|trồng (?:mới|rừng|cây)|thành lập mới|giao quân|nhập ngũ)\b"
)
_INDICATOR_REACH = 30
_STANDING_OVER = re.compile(r"\b(?:còn lại|tồn đọng|nêu trên|nói trên|quá hạn|chưa)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LARGE = Decimal(10) ** 10
_AHEAD = 90
_YEAR = len("2025")
_DECEMBER = 12
_APART = re.compile(r"[,;:.()\d]")


def target_period(figure: Figure, sentence: Sentence, stated: str | None, calendar: Calendar) -> str | None:
    """Return the period of the target ``figure``, None where the sentence names no time and it is not set by the year.

    ``stated`` is the period that the words before the figure name. What decides, in this order: the day up to which
    ("đến 30/9"); in a text that is about no time the day by which ("trước ngày 19/12"); the quarter or months that its
    own clause names; those named behind it ("trong tháng 7"); a year named; what the heading or the text is about,
    where a target of its kind is set for the year; the year of the day on which the task is due.
    """
    if figure.role in ("count", "rank"):
        return None
    decided = _until(figure, sentence, calendar) or (None if stated else _due(figure, calendar))
    if decided:
        return decided
    if stated and len(stated) > _YEAR and ".." not in stated[:_YEAR]:
        own = _own_time(figure, sentence, stated)
        if own is not None:
            return own or None
    ahead = None if stated else named_behind(figure, sentence, calendar)
    if ahead:
        return _of_behind(figure, ahead, calendar)
    above = calendar.headings[sentence.item]
    if calendar.planned and not stated and above is None:
        return calendar.period
    yearly = calendar.planned or len(above or "") == _YEAR or _is_annual(figure) or stated
    if not (yearly or (above and _is_indicator(figure)) or _names_year(figure, sentence, calendar)):
        return _year_due(sentence, calendar)
    return max((stated or "")[:4], (above or calendar.year or "")[:4]) or None


def _own_time(figure: Figure, sentence: Sentence, stated: str) -> str | None:
    """The quarter or month that the clause of the target names, "" where that is the time of another deed.

    None where the words between lead on to the year: "hết quý III 75%, hết năm 100%".
    """
    named = next((one.span for one in reversed(figure.evidence) if one.rule == "period.stated"), None)
    if named is None or figure.unit == "chỉ tiêu":
        return None
    start, at = sentence.span.start, figure.measure.span.start
    if at - named.end > CLAUSE_REACH:
        return None
    between = sentence.low[named.end - start : at - start]
    if _WITHIN_YEAR.search(between):
        return None
    if not _APART.search(between):
        return stated
    within = _WITHIN.search(sentence.low, 0, named.start - start) is not None
    if within and _STILL.match(between):
        return stated
    opens = not sentence.low[: named.start - start].strip(" *–-+").removesuffix("trong")
    return "" if within and not opens and _OTHER_DEED.match(between) and not _is_annual(figure) else None


def _of_behind(figure: Figure, ahead: str, calendar: Calendar) -> str:
    """``bàn giao 27,5 ha trong tháng 7``, ``thông xe 40 km trong năm 2012``: the time named behind a target."""
    if len(ahead) == _YEAR or _BEFORE.search(figure.low_after) or _is_annual(figure):
        return ahead[:4]
    loose = not calendar.stated and ".." not in ahead
    return ahead if loose or _IN_TIME.match(figure.low_after) else ahead[:4]


def _due(figure: Figure, calendar: Calendar) -> str | None:
    """``thông xe 42 km trước ngày 15/11`` in a text of no period: the month of the day, or the year that it closes."""
    due = None if calendar.stated or figure.unit in ("đồng", "USD") else _DUE.match(figure.low_after)
    if due is None or not calendar.year or not 1 <= int(due["month"]) <= _DECEMBER:
        return None
    year, month = due["year"] or calendar.year, int(due["month"])
    return year if month == _DECEMBER else f"{year}-{month:02}"


def _year_due(sentence: Sentence, calendar: Calendar) -> str | None:
    """``xong trước 30/11/2016; mỗi thôn lập một tổ xung kích``: the year of the last day by which the task is due."""
    due = None
    for found in _DEADLINE.finditer(sentence.low):
        due = due if _REPORTED_ON.search(sentence.low, 0, found.start()) else found
    return (due["year"] or calendar.year) if due is not None else None


def _names_year(figure: Figure, sentence: Sentence, calendar: Calendar) -> bool:
    """Whether the words around the target name the year: not in a day, nor in what a law or a paper is called."""
    words = near(figure, sentence, CLAUSE_REACH)
    if _WITHIN_YEAR.search(words):
        return True
    return calendar.year is not None and re.search(rf"(?<![\d/.-]){calendar.year}(?![\d/-])", words) is not None


def _is_indicator(figure: Figure) -> bool:
    """Whether a target is one of what is counted by the year: ``có thêm 9 xã đạt chuẩn``, ``tạo 4.600 việc làm``."""
    behind = figure.low_after[:_INDICATOR_REACH]
    if figure.unit == "%" or "/" in (figure.unit or "") or _STANDING_OVER.search(behind):
        return False
    words = f"{figure.low_before[-_AHEAD:]}{figure.unit or ''}{behind}"
    return _INDICATOR.search(words) is not None


def _is_annual(figure: Figure) -> bool:
    """Whether a target of this kind is set for the year: growth, revenue, the disbursement of a plan, large sums."""
    if figure.unit == "%":
        if _OF_PLAN.match(figure.low_after) or _SAVED.match(figure.low_after) or _ANNUAL.search(figure.low_before):
            return True
        first = figure.previous
        beside = first is not None and first.unit == "%" and first.role == "plan" and len(first.period or "") == _YEAR
        return beside and _WITH_IT.fullmatch(figure.low_before) is not None
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
    if not 1 <= month <= _DECEMBER:
        return None
    if month == _DECEMBER:
        return str(year)
    summed = figure.unit != "%" or _OF_PLAN.match(figure.low_after) or _ANNUAL.search(figure.low_before)
    if summed and month == 1 and year == int(calendar.year) + 1:
        return calendar.year  # the capital of a year is paid out until the end of January
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
        if ";" in words or "so với" in words or "," in words:
            return None
        if not over_years(mention.period) and not is_compared(words[-25:]) and not _is_cited(mention, words):
            return mention.period
    return None


def _is_cited(mention: PeriodMention, words: str) -> bool:
    """Whether the year behind ``words`` is that of a law or a decision: ``theo Luật Đất đai năm 2024``."""
    return mention.rule == "period.year" and not words.endswith("trong ") and _CITES.search(words.lower()) is not None
