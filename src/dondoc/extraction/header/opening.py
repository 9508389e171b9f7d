"""What news report on that have no title: the first time that their opening tells figures of.

Finds         Trong 2 tháng đầu năm, cả nước gieo cấy ... · Kết thúc năm 2020, thu ... · Năm 2021, GRDP ...
              từ đầu năm đến cuối tháng 9/2016 · từ 15/7 đến 14/8: the month of the last day
              Đến 30/11/2021, dư nợ đạt ...: the month of the day; what is paid out by then: the months so far
              Tính chung 7 tháng ... beside "so với tháng trước": the month
              phiên họp thường kỳ tháng 9 đánh giá tình hình 9 tháng: the month whose meeting it is
              họp báo quý II ... xuất khẩu 6 tháng đạt: the half year, where no more is said of the quarter
Leaves alone  what is planned or ahead · vào tháng 9/2016, so với tháng 7/2019: an event, compared with
"""

import re
from collections.abc import Iterator

from dondoc.extraction.header.reported import PERIODS, WENT_ON, named_periods, period_of, reached_by, year_told
from dondoc.extraction.spoken_year import compared_years
from dondoc.grammar.period_arithmetic import stretch

FIRST_WORDS = 600
BEGIN = r"(?:\A\W*|[.\n]\W*|date [\d-]+ |, |\(|\)\s*[-–]\s*)"
SINCE_NEW_YEAR = re.compile(
    r"từ đầu năm(?: 20\d\d)? (?:đến|tới) (?:hết |cuối |giữa )?(?:ngày \d{1,2}[/.-]|tháng )(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?:[/.-]| năm )(?P<year>20\d\d))?(?!\d)",
    re.IGNORECASE,
)
DAYS = re.compile(
    r"từ (?:ngày )?\d{1,2}/\d{1,2}(?:/20\d\d)? (?:đến|-) (?:hết )?(?:ngày )?\d{1,2}/(?P<month>1[0-2]|0?[1-9])"
    r"(?:/(?P<year>20\d\d))?(?!\d)",
    re.IGNORECASE,
)
UNTIL = re.compile(
    rf"{BEGIN}(?:ước )?(?:tính )?đến (?:hết )?(?:ngày )?[0-3]?\d[/.-](?P<month>1[0-2]|0?[1-9])"
    r"(?:[/.-](?P<year>20\d\d))?(?![/\d])",
    re.IGNORECASE,
)
WHOLE_YEAR = re.compile(
    rf"(?:{BEGIN}|: |(?:trong|kết thúc|hết|qua) )năm (?P<year>20\d\d)(?=,)"
    r"|(?<![\d/.-])(?P<named>20\d\d)(?= (?:cũng |tiếp tục |được (?:coi|xem) )?là (?:một )?năm (?!20))",
    re.IGNORECASE,
)
PAID = re.compile(r"giải ngân|thu ngân sách|thu nội địa|xuất khẩu", re.IGNORECASE)
PLANS = re.compile(
    r"(?<!\w)(?:(?<!vụ )(?<!sở )(?<!bộ )kế hoạch(?! (?:và|-|–|&) đầu tư)|phấn đấu|mục tiêu|dự kiến|sẽ"
    r"|(?<!hoàn thành )nhiệm vụ|giai đoạn)(?!\w)",
    re.IGNORECASE,
)
AHEAD = re.compile(
    rf"(?<!\w)(?:phấn đấu|tiếp tục(?!{WENT_ON})|dự báo|tập trung|sẽ|cần|đề nghị|yêu cầu|đặt ra)(?!\w)", re.IGNORECASE
)
# "6 tháng của tỉnh tăng 2,41%": the months so far, no length of a contract.
BARE_MONTHS = re.compile(r"(?<!\d )(?<!sau )(?<!hạn )(?P<months>0?[2-9]|1[01]) tháng(?= (?:của|tăng|đạt|ước|qua)\b)")
LATER_MONTHS = re.compile(
    r"(?<!so với )\b(?:Trong|Sau|Qua|Tính chung|Lũy kế|sau|qua|tính chung|lũy kế) "
    r"(?P<months>\d{1,2}) tháng(?: đầu)? năm (?P<year>20\d\d)"
)
COMPARED_WITH = re.compile(r"\bso (?:sánh )?(?:với )?(?:cùng kỳ )?(?=\d{1,2} tháng)")
SUMMED_UP = re.compile(r"(?:tính chung|l[uũ]y kế|luỹ kế|cộng dồn)\s*\Z", re.IGNORECASE)
OF_MONTH = re.compile(r"tháng trước|trong tháng(?! \d)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")
# How a meeting is called, and not what it talks about.
SESSION = re.compile(
    r"\b(?:họp|giao ban)\b"
    r"(?:(?!\b(?:về|nghe|nhằm|để|đánh giá|kiểm điểm|tình hình|sơ kết|bàn|từ|trước)\b)[^.;,:\d\n]){0,60}"
    r" tháng (?P<month>1[0-2]|0?[1-9])(?![\d.,]*\d| tháng)",
    re.IGNORECASE,
)
# "Tại phiên họp đánh giá tình hình kinh tế - xã hội tháng 8": what the session of the month reviews.
REVIEW = re.compile(
    r"\b(?:phiên họp|họp (?:thường kỳ|báo)|giao ban)\b[^.;\n\d]{0,60}\b(?:đánh giá|kiểm điểm|về|nghe)\b[^.;\n\d]{0,50}"
    r"(?:tình hình|kết quả)[^.;\n\d]{0,60} tháng (?P<month>1[0-2]|0?[1-9])(?![\d.,]*\d| tháng)",
    re.IGNORECASE,
)
# "họp báo thường kỳ quý III ... xuất khẩu 9 tháng đạt": a meeting of the quarter tells of the months so far.
QUARTERLY = re.compile(
    r"\b(?:họp|giao ban|phiên|hội nghị)\b"
    r"(?:(?!\b(?:về|nghe|nhằm|để|đánh giá|kiểm điểm|tình hình|sơ kết|bàn|từ|trước)\b)[^.;,:\d\n]){0,60} quý "
    r"(?P<quarter>III|II|[23])(?![^\W_])",
    re.IGNORECASE,
)
PART_NAMED = re.compile(r"\bquý (?:III|II|[23])(?![^\W_])", re.IGNORECASE)
MONTHS_IN_ALL = re.compile(r"(?<![\d/.,] )(?<!sau )(?<!hạn )(?<!trong )\b0?(?P<months>[69]) tháng(?! cuối| tới| tiếp)")
NEAR = 60
REACH, FEWEST_COMPARED = 4000, 2
_TELLS = re.compile(
    r"(?:[^.;\d(]{0,20}\([^()]{0,60}\))?[^.;\d]{0,40}?\b(?:tăng|giảm|đạt|được|có|là|thu|xảy ra|phát hiện)\b"
    r"[^.;\d]{0,30}\d+(?:[.,]\d+)*\s?(?:%|tỷ|tỉ|triệu|nghìn|ngàn|ha|tấn|lượt|vụ|hộ|người|dự án|doanh nghiệp"
    r"|địa phương|tỉnh|huyện|xã|ca|trường hợp|cơ sở|đơn vị|lao động|chỉ tiêu)"
)


def read_opening(body: str, default_year: int | None, *, few: bool = False, until: str | None = None) -> str | None:
    """Return the period that the first words of news are about, None where they name none or speak of what is ahead.

    What ends behind the day ``until`` is ahead. In news of ``few`` figures one of them stands right behind it: IIP
    tháng 8-2023 tăng 2,23%.
    """
    words = body[:FIRST_WORDS]
    told = ((start, end, reached_by(period, until)) for start, end, period in _told(words, body, default_year))
    first = min((one for one in told if one[2] or until is None), key=lambda one: one[0], default=None)
    if first is None or PLANS.search(words, words.rfind("\n", 0, first[0]) + 1, first[0]):
        return None
    behind = SENTENCE_END.split(words[first[1] : first[1] + NEAR])[0]
    if AHEAD.search(behind):
        return None
    if few and not _TELLS.match(words, first[1]):
        return None
    return first[2]


def is_told_of_year(page: str, year: int) -> bool:
    """Whether ``page`` compares its figures with the year before ``year`` and tells them of no part of it."""
    words = page[:REACH]
    if compared_years(words)[year - 1] < FEWEST_COMPARED:
        return False
    return all(kind == "year" for _, _, kind, _ in named_periods(words, cued=False))


def read_later(opening: str, period: str) -> str:
    """``quý I/2025 tăng 3,74%. Sau 4 tháng đầu năm 2025, xuất khẩu ...``: the months that go beyond the quarter."""
    year, quarter = period[:4], int(period[-1])
    for found in LATER_MONTHS.finditer(opening):
        months = int(found["months"])
        if found["year"] == year and months > 3 * quarter:
            return stretch(int(year), 1, months)
    return period


def of_session(opening: str, period: str) -> str:
    """``phiên họp thường kỳ tháng 9 ... đánh giá tình hình 9 tháng``: the month, where the months so far end in it."""
    session = (SESSION.search(opening) or REVIEW.search(opening)) if ".." in period else None
    month = period[-len("2019-09") :]
    return month if session is not None and int(session["month"]) == int(month[-2:]) else period


def of_quarterly(opening: str, period: str) -> str:
    """``họp báo thường kỳ quý II ... 6 tháng ước đạt``: the months so far, where the quarter only names the meeting."""
    meeting = QUARTERLY.search(opening)
    if meeting is None or len(PART_NAMED.findall(opening)) > 1:
        return period
    told = {int(found["months"]) for found in MONTHS_IN_ALL.finditer(opening)}
    return stretch(int(period[:4]), 1, 3 * int(period[-1])) if 3 * int(period[-1]) in told else period


def read_compared(opening: str) -> str | None:
    """``tăng 105 con so với 6 tháng đầu năm 2020``: what a page without a head tells of, a year after."""
    for found in COMPARED_WITH.finditer(opening):
        for kind, _, pattern in PERIODS:
            match = pattern.match(opening, found.end()) if kind in ("half", "months") else None
            if match is not None and match["year"]:
                return period_of(kind, match, str(int(match["year"]) + 1))
    return None


def _told(words: str, body: str, default_year: int | None) -> Iterator[tuple[int, int, str | None]]:
    """The periods that ``words`` tell of: where each begins and ends, and what it is."""
    for match in SINCE_NEW_YEAR.finditer(words):
        year = match["year"] or default_year
        yield *match.span(), stretch(int(year), 1, int(match["month"])) if year else None
    for match in DAYS.finditer(words):
        year = match["year"] or year_told(words, match.end(), default_year)
        yield *match.span(), f"{year}-{int(match['month']):02}" if year else None
    for match in UNTIL.finditer(words):
        paid = PAID.search(words, max(0, match.start() - NEAR), match.end() + NEAR)
        year, month = match["year"] or default_year, int(match["month"])
        yield *match.span(), stretch(int(year), 1 if paid else month, month) if year else None
    for match in BARE_MONTHS.finditer(words):
        year = year_told(words, match.end(), default_year)
        if year and _TELLS.match(words, match.end()):
            yield *match.span(), stretch(int(year), 1, int(match["months"]))
    for match in WHOLE_YEAR.finditer(words):
        yield *match.span(), match["year"] or match["named"]
    for start, _, kind, match in named_periods(words, cued=False):
        year = match["year"] or year_told(words, start, default_year)
        period = period_of(kind, match, str(year)) if year else None
        if kind == "months" and SUMMED_UP.search(words, 0, start) and OF_MONTH.search(body) and period:
            period = f"{period[:4]}-{int(period[-2:]):02}" if period[-2:].isdecimal() else period
        if kind != "year":
            yield start, match.end(), period
