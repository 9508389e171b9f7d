"""Stretches of months that a sentence names, and how long they hold.

Finds         kim ngạch 10 tháng 1,16 tỷ USD · từ ngày 01/01/2025 đến ngày 30/9/2025 · Tính đến hết ngày 31/12/2025
              từ 01/7 đến 30/9/2025: the quarter that these months are
              Lũy kế 9 tháng, ... at the beginning of a sentence, for the sentences of its item that follow
              tính đến 20/8 có 1.624 dự án mới được cấp phép: what came about one by one since the new year
Leaves alone  sau 6 tháng, hợp đồng 12 tháng: a length of time
"""

import re
from bisect import bisect_left

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.periods.calendar import MONTH as MONTH_OF_YEAR
from dondoc.extraction.quantities.periods.calendar import Calendar, is_school_year
from dondoc.extraction.quantities.periods.day_ranges import FROM_DAY, months_from
from dondoc.extraction.quantities.signals import DISBURSED, MONTH, SLASHED_YEAR, UNTIL
from dondoc.grammar.period_arithmetic import last_month, months_of, months_so_far, over_years, stretch

LEADING = re.compile(
    r"(?:\A|[.:])[\s*]*(?:trong |tính đến |đến |tính chung |l[uũ]y kế |luỹ kế |cộng dồn |riêng |ước )?(?:hết )?\Z|"
    r"\bphấn đấu (?:trong |đến |đến hết )?\Z",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(?=\d)(?<!sau )(?<!vòng )(?<!hạn )(?<!dài )(?<!hơn )(?<!trên )(?<!quá )(?<!mỗi )(?<!thêm )(?<!tù )"
    r"\b(\d{1,2}) tháng(?: đầu năm)?(?: (?:ước|đạt|là|xuất siêu|nhập siêu|thực hiện|được|tăng|giảm|khoảng|"
    r"trên|hơn|gần|bằng|chỉ|mới|có)){0,4}\s*\Z"
)
# "trong 6 tháng năm 2024 (tính từ ngày 15/12/2023 đến ngày 14/6/2024), ...": the days that offices count it by.
_EXPLAINS = re.compile(r"(?:tháng|năm|qu[ýí]|kỳ)[^.;(]{0,24}\((?:tính |số liệu )?\Z")
_UNTIL_DAY = re.compile(
    r"(?:tính|lũy kế|luỹ kế)?\s*đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}"
    r"(?:[/-](\d{1,2})(?:[/-](20\d\d))?(?![/\d])|\s+tháng\s+(\d{1,2})\s+năm\s+(20\d\d))"
)
# "Tuy nhiên, đến ngày ...", "Theo báo cáo của Bộ Xây dựng, đến ngày ...": words before the day that open a sentence.
_LED = re.compile(r"(?:\A|[.:])[\s*+–-]*(?:tuy nhiên|tuy vậy|như vậy|theo [^,;:.]{3,80}|qua [^,;:.]{3,80}),\s*\Z")
_FROM_HERE = re.compile(r"từ\s+(?:ngày\s+)?[\d/]+\s*\Z")
_AT_DAY = re.compile(r"(?:thời điểm|tại)\s+(?:ngày\s+)?\d{1,2}[/.-](\d{1,2})(?:[/.-](20\d\d))?(?![/\d])")
_TO_END = re.compile(r"\bđến (?:hết )?\Z", re.IGNORECASE)
_BY_THE_END = re.compile(r"\b(?:hết|(?:đến|tới) cuối) \Z", re.IGNORECASE)
_AFTER = re.compile(r"\bsau\s+(?:gần\s+|hơn\s+)?\Z")
_RUNNING = re.compile(r"\s+(?:vận hành|hoạt động|đi vào hoạt động|thực hiện|triển khai|sắp xếp|sáp nhập)\b")
_YEAR = len("2025")
_YEAR_END = re.compile(r"[\s*+–-]*(?:Tính |Lũy kế |Luỹ kế )?(?:đến|Đến) (?:thời điểm )?cuối \Z")
# "toàn tỉnh cấp mới 12 dự án", "có 1.624 dự án mới được cấp giấy chứng nhận".
_NEW = re.compile(
    r"\b(?:cấp mới|mới cấp|cấp phép|(?:được|đã) cấp|thành lập mới|đăng ký (?:mới|thành lập|điều chỉnh|tăng thêm)|"
    r"tăng thêm|xảy ra|phát hiện|tiếp nhận|thu hút)\b"
)
_NEW_BEHIND = re.compile(
    r"[^,;.()\d]{0,40}\b(?:cấp mới|mới được|được cấp|thành lập mới|đăng ký (?:mới|thành lập|điều chỉnh|tăng))\b"
)
_COUNTED = frozenset({"actual", "cumulative", "count"})
# What happens one by one: "tính đến 15/10 có 1.874 ca mắc".
_EVENTS = frozenset({"ca", "ca mắc", "vụ", "trường hợp"})
# "kế hoạch vốn năm 2023 giải ngân đến ngày 31/01/2024": paid out from the beginning of its year on.
_CAPITAL_OF = re.compile(r"(?:kế hoạch|vốn|dự toán)\b[^;.\d]{0,40}\bnăm (?P<year>20\d\d)\b")
_DEBT = re.compile(r"\b(?:nợ|dư nợ|tồn|số dư|huy động|tiền gửi|nguồn vốn)\b")
_DEBT_REACH = 60
_LEFT = re.compile(r"\s+(?:còn lại|không còn nhiều|cuối cùng|nữa)\b")
_MONTHS_REACH = 120
_RANGE_REACH = 300


def so_many_months(figure: Figure, calendar: Calendar) -> str | None:
    """``kim ngạch nhập khẩu 10 tháng 1,16 tỷ USD``: the months so far, right before the figure."""
    found = _MONTHS.search(figure.low_before[-_MONTHS_REACH:]) if figure.cues_before & MONTH else None
    if found is None or calendar.year is None or not 1 < int(found[1]) <= 12:
        return None
    return stretch(int(calendar.year), 1, int(found[1]))


def at_day(figure: Figure, calendar: Calendar) -> str | None:
    """``đàn lợn tại thời điểm 01/9 còn 486 nghìn con``: the month of the day at which was counted."""
    if "tại" not in figure.low_before and "thời điểm" not in figure.low_before:
        return None
    if calendar.year is None:
        return None
    found = _AT_DAY.search(figure.low_before[-_MONTHS_REACH:])
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    year = found[2] or calendar.year
    return year if "31/12" in found.group() else f"{year}-{int(found[1]):02}"


def elapsed(figure: Figure, calendar: Calendar) -> str | None:
    """``Sau 02 tháng vận hành``, ``thời gian 02 tháng còn lại``: the months up to the one reported on, or after it."""
    value = figure.measure.value
    if figure.unit != "tháng" or calendar.period is None or value is None or not 1 < value <= 12:
        return None
    (_, _), (year, last) = months_of(calendar.period)
    count = int(value)
    if _AFTER.search(figure.low_before) and _RUNNING.match(figure.low_after) and count <= last:
        return _months(year, last - count + 1, last)
    if last + count == 12 and _LEFT.match(figure.low_after):
        return _months(year, last + 1, 12)
    return None


def _months(year: int, first: int, last: int) -> str:
    return f"{year}-{first:02}..{year}-{last:02}"


def from_day(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``từ ngày 01/01/2025 đến ngày 30/9/2025`` before the figure in its sentence: the months from one to the other."""
    if not figure.cues_so_far & (SLASHED_YEAR | UNTIL):
        return None
    end = figure.measure.span.start - sentence.span.start
    words = sentence.low[max(0, end - _RANGE_REACH) : end]
    found = None
    for found in FROM_DAY.finditer(words):  # noqa: B007
        pass
    if found is None or (_EXPLAINS.search(words, 0, found.start()) and ")" in words[found.end() :]):
        return None
    return months_from(found, calendar.period, calendar.year)


def until_day(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """``Tính đến hết ngày 31/12/2025, giải ngân ...``: the months up to that day; in the year itself for sums only."""
    if not figure.cues_so_far & UNTIL or calendar.year is None or (figure.task and figure.role in ("plan", "count")):
        return None
    end = figure.measure.span.start - sentence.span.start
    start = max(0, end - _RANGE_REACH)
    if all(sentence.low.find(mark, start, end) < 0 for mark in ("/", "-", " tháng ")):
        return None
    found = None
    for found in _UNTIL_DAY.finditer(sentence.low, start, end):  # noqa: B007
        pass
    if (
        found is None
        or not 1 <= int(found[1] or found[3]) <= 12
        or _FROM_HERE.search(sentence.low[: found.start()][-_RANGE_REACH:])
    ):
        return None
    year, month = int(found[2] or found[4] or calendar.year), int(found[1] or found[3])
    if year + 1 == int(calendar.year):
        return stretch(year, 1, month)
    if year != int(calendar.year):
        return None
    month_of_day = str(year) if "31/12" in found.group() else f"{year}-{month:02}"
    if figure.cues_so_far & DISBURSED and figure.role in ("cumulative", "share_of_plan", "actual"):
        capital = None
        for capital in _CAPITAL_OF.finditer(sentence.low, 0, found.start()):  # noqa: B007
            pass
        if capital is not None and int(capital["year"]) + 1 == year:
            return f"{capital['year']}-01..{year}-{month:02}"
    clause = sentence.low[max(0, found.start() - _DEBT_REACH) : end]
    owed = is_debt(clause[clause.rfind(";") + 1 :])
    if figure.role in _COUNTED and _is_new(figure, sentence.low[found.end() : end]):
        return stretch(year, 1, month)
    if figure.role in ("cumulative", "share_of_plan") and _is_sum(figure):
        stock = figure.role == "cumulative" and (owed or _is_share(figure))
        return month_of_day if stock else stretch(year, 1, month)
    if figure.role == "cumulative" and calendar.reported_month and month_of_day > calendar.reported_month:
        return month_of_day
    opens = LEADING.search(sentence.low[: found.start()]) or _LED.search(sentence.low[: found.start()])
    if figure.role == "plan" or not (owed or opens):
        return None
    flows = figure.role == "actual" and figure.unit in ("đồng", "USD") and not owed
    flows = flows or (figure.cues_so_far & DISBURSED != 0 and not owed)
    return stretch(year, 1, month) if flows else month_of_day


def _is_new(figure: Figure, told: str) -> bool:
    """``tính đến 20/8 có 1.624 dự án cấp mới``: what came about one by one since the new year, no stock."""
    if figure.unit in _EVENTS:
        return True
    return _NEW.search(told[told.rfind(";") + 1 :]) is not None or _NEW_BEHIND.match(figure.low_after) is not None


def is_debt(words: str) -> bool:
    """Whether ``words`` before a figure speak of what stands on a day: debts, deposits, what lies in store."""
    return _DEBT.search(words) is not None


def _is_share(figure: Figure) -> bool:
    alone = figure.unit == "%" and figure.over is None and figure.under is None
    return alone and not figure.cues_so_far & DISBURSED


def _is_sum(figure: Figure) -> bool:
    return figure.over is not None or figure.under is not None or figure.unit in ("%", "đồng", "USD")


def ranged_period(sentence: Sentence, calendar: Calendar) -> str | None:
    """The months from a named day on that the sentence names; they hold for the rest of its paragraph too."""
    if not sentence.figures:
        return None
    last = sentence.figures[-1]
    named = from_day(last, sentence, calendar)
    until = None if named else until_day(last, sentence, calendar)
    return named or (until if until and until[:4] != calendar.year else None)


def _ends_with(period: str | None, month: str) -> bool:
    if period is None or period == month or not MONTH_OF_YEAR.match(month):
        return False
    return last_month(period) == month


def leading_period(sentence: Sentence, calendar: Calendar) -> str | None:
    """The months so far that the sentence begins with; they hold for the sentences of the item that follow.

    ``Hết tháng 6, toàn tỉnh có 70 xã đạt chuẩn`` in a report on half a year tells of its end only.
    """
    index = bisect_left(calendar.starts, sentence.span.start)
    if index >= len(calendar.mentions) or calendar.starts[index] > sentence.span.start + 12:
        return None
    mention = calendar.mentions[index]
    before = calendar.text.content[sentence.span.start : mention.span.start]
    leads = LEADING.search(before) or (len(mention.period) == _YEAR and _YEAR_END.match(before))
    if not leads or is_school_year(mention, calendar) or over_years(mention.period):
        return None
    if (
        _BY_THE_END.search(before)
        and len(calendar.period or "") > _YEAR
        and _ends_with(calendar.period, mention.period)
    ):
        return None
    paid = _TO_END.search(before) and "giải ngân" in sentence.low and MONTH_OF_YEAR.match(mention.period)
    return months_so_far(mention.period) if paid else mention.period
