"""What a document reports on: the period that its title names, or the words that it opens with.

Finds         06 tháng đầu năm 2021 · tháng 11/2023 · quý I/2024 · Báo cáo tiến độ kỳ 25/10/2016
              kế hoạch vốn năm 2023 đến ngày 30/9/2023: the months so far · Trong 9 tháng, ... at the beginning of news
              6 tháng đầu năm 2019 (từ 01/10/2018 đến 31/3/2019): the months between the days
              Đến 30/11/2021, dư nợ đạt ... in news: the month of the day that it counts up to
Leaves alone  ngày 22 tháng 11 năm 2023: a day, no period · so với tháng 7/2019, cùng kỳ năm 2015: compared with
              từ ngày 15/5 đến ngày 14/6/2023: a stretch of days · năm 2025, định hướng đến năm 2030: no day
              Hội nghị công tác văn phòng năm 2025, Nghị quyết phiên họp tháng 8/2016: names
"""

import re
from collections.abc import Iterator, Sequence

from dondoc.extraction.header.as_of import CUE, month_of_day, so_far
from dondoc.extraction.header.counted import whole_months
from dondoc.extraction.header.page import Page
from dondoc.extraction.spoken_year import is_year_before
from dondoc.grammar.period_arithmetic import first_day, is_whole_behind, last_day, same_period_last_year, stretch

YEAR = r"(?P<year>(?:19|20)\d{2})"
# "tháng Mười và 10 tháng năm 2019": May is left alone, it is the word for a year.
MONTHS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
    "mười hai": 12,
}  # fmt: skip
MONTH_IN_WORDS = re.compile(
    rf"(?<!\d )\b([Tt]háng|THÁNG) ({'|'.join(sorted(MONTHS, key=len, reverse=True))})\b(?! (?:lần|tháng|ngày))",
    re.IGNORECASE,
)
# Each kind of period with a word that stands in all of it.
PERIODS = (
    (
        "half",
        "tháng",
        re.compile(rf"(?:0?6|sáu) tháng (?P<half>đầu|cuối)(?: năm(?:,? (?=20))?| (?=20)){YEAR}?", re.IGNORECASE),
    ),
    ("half", "tháng", re.compile(rf"(?:0?6|sáu) tháng(?: năm|/) ?{YEAR}(?P<half>)", re.IGNORECASE)),
    ("half", "nửa", re.compile(rf"nửa (?P<half>đầu|cuối) năm(?:,? {YEAR})?", re.IGNORECASE)),
    (
        "quarter",
        "q",
        re.compile(
            rf"q(?:uý|úy|uí) (?P<quarter>IV|III|II|I|[1-4])(?:(?:,? năm |/| - | |-){YEAR})?(?![^\W_])", re.IGNORECASE
        ),
    ),
    ("quarter", "quý", re.compile(rf"quý (?P<quarter>đầu|cuối) năm(?:,? {YEAR})?", re.IGNORECASE)),
    (
        "months",
        "tháng",
        re.compile(
            rf"(?<!\d )(?P<months>0?[2-9]|1[01]|chín|mười một|mười|tám|bảy|năm|bốn|ba"
            rf"|hai) tháng(?: đầu)?(?: của)?(?: năm|/| (?=20\d\d))(?:,? ?{YEAR})?",
            re.IGNORECASE,
        ),
    ),
    (
        "months",
        "tháng",
        re.compile(
            rf"(?<!\d )(?<!trong )(?<!vòng )(?<!hạn )(?<!thêm )(?<!sau )(?<!gian )(?<!mỗi )"
            rf"(?P<months>0?[2-9]|1[01]) tháng(?=[,;.]| và |$)(?:,? {YEAR})?",
            re.IGNORECASE,
        ),
    ),
    (
        "months",
        "tháng",
        re.compile(
            rf"(?P<months>0?[2-9]|1[01]) tháng(?=,? (?:và )?(?:nhiệm vụ|phương hướng|giải pháp|kế "
            rf"hoạch)[^.;]{{0,60}}cuối năm)"
            rf"(?:,? {YEAR})?",
            re.IGNORECASE,
        ),
    ),
    (
        "month",
        "tháng",
        re.compile(
            rf"(?<!\d )(?<!/)(?<!mạng )tháng (?P<month>1[0-2]|0?[1-9]|(?:tư|sáu|bảy|tám|chín|mười(?: một| hai)?)(?!\w))"
            rf"(?! (?:và|,) \d+ tháng cuối)(?:(?: năm |/|-| - "
            rf"|\.){YEAR})?(?![\d/])",
            re.IGNORECASE,
        ),
    ),
    ("year", "năm", re.compile(rf"năm {YEAR}(?! ?[-–]\s?\d)", re.IGNORECASE)),
)
# "tiếp tục khởi sắc" tells what came about, "tiếp tục triển khai" what is to be done.
WENT_ON = r" (?:khởi sắc|tăng|giảm|phát triển|duy trì|giữ|ổn định|phục hồi|có|đạt|chuyển biến|được|xu hướng|đà|là|diễn)"
# The first words of a text or of a paragraph: "Trong 9 tháng, ..."; never what comes next.
OPENS = re.compile(
    r"(?:\A|\n)\W*(?:(?:Trong|Qua|Tính chung|Kết thúc|Hết) )?(?:(?P<months>0?[2-9]|1[01]) tháng(?: đầu năm)?"
    r"|quý (?P<quarter>IV|III|II|I|[1-4])|tháng (?P<month>1[0-2]|0?[1-9])|năm(?= 20\d\d,))"
    r"(?:(?: năm |/| )(?P<year>20\d\d))?(?: năm nay| vừa qua| qua)?,"
    r"(?![^.\n]{0,60}\b(?<!đã )(?<!vẫn )(?:phấn đấu|dự kiến|dự báo|tập trung|sẽ|cần|đề nghị|yêu cầu"
    rf"|tiếp tục(?!{WENT_ON}))\b)",
    re.IGNORECASE,
)
LATER_YEAR = re.compile(
    r"(?P<against>cùng kỳ (?:của )?(?:(?:tháng|quý) [^\W_]+ ?|\d{1,2} tháng(?: đầu)? ?)?"
    r"|so (?:với )?(?:thời điểm )?(?:cuối |cùng kỳ )?"
    r"|(?:so (?:với )?|hơn |%(?: của)? )(?P<part>(?:tháng|quý) [^\W_]+)(?: |(?=/)))?(?:năm |/)(?P<year>(?:19|20)\d{2})",
    re.IGNORECASE,
)
# A year as LATER_YEAR ends in one, quickly found, and how far before it the words may begin that say which it is.
A_YEAR, LEAD_REACH = re.compile(r"(?:[nN][ăĂ][mM] |/)(?:19|20)\d{2}"), 48
FROM_DATE = re.compile(r"từ (?:ngày )?\d{1,2}/\d{1,2}\Z|\b(?:từ|sau|trước) \Z", re.IGNORECASE)
COUNTS = {
    "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11,
    "mười hai": 12,
}  # fmt: skip
AHEAD = re.compile(r"(?:\W|date|[\d-])*(?:Kế hoạch|Mục tiêu|Phương hướng|Nhiệm vụ|Dự báo|Dự kiến)", re.IGNORECASE)
ABOUT_WHAT = re.compile(rf"{CUE.pattern}|kinh tế|sản xuất|giải ngân|thu ngân sách|xuất khẩu", re.IGNORECASE)
AGAINST = re.compile(
    r"(?:cùng kỳ|so với|so|\bhơn|\bkém|\bbằng [\d,]{1,6}\s?%|(?:vào|hồi)(?: đầu| giữa| cuối)?"
    r"|\btừ|\bsau|\btrước)(?: cùng kỳ)?(?: của)? $",
    re.IGNORECASE,
)
FORESEEN = re.compile(r"(?<!\w)dự báo(?!\w)[^.;\n]{0,60}$", re.IGNORECASE)
OF_NAME = re.compile(r"(?:nghị quyết|công văn|công điện|chỉ thị|quyết định)[^.;,\n]{0,60}$", re.IGNORECASE)
# "14/17 chỉ tiêu năm 2016 đạt và vượt"
MET = re.compile(r"[^,.;:\d]{0,12} (?:đều |đã |được )?(?:đạt|vượt|hoàn thành)\b")
STILL_TO_COME = re.compile(r",? (?:sẽ|phải|cần|và (?:những|các) năm (?:tiếp theo|tới|sau))\b")
# What is to be done then: "9 tháng, nhiệm vụ trọng tâm quý IV/2025".
TO_DO = re.compile(
    r"(?<!thực hiện )(?<!kết quả )(?:nhiệm vụ|phương hướng|giải pháp)(?: (?:trọng tâm|chủ yếu|công tác|của|trong))* $",
    re.IGNORECASE,
)
MEETING = re.compile(r"tại hội (?:nghị|thảo)", re.IGNORECASE)
REVIEWED = re.compile(
    r"tổng kết|kết quả|tình hình|sơ kết|đánh giá|kiểm điểm|số liệu|thành tựu|thực hiện|nhiệm vụ|công tác $",
    re.IGNORECASE,
)
# What a notice says that a meeting was held about: "đã làm việc với huyện về kết quả thực hiện ...".
HEARD = re.compile(
    r"\b(?:làm việc|họp|hội nghị|kiểm tra|giao ban)\b.*?\b(?P<heard>về|nghe|đánh giá|kiểm điểm|sơ kết) ", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.;]\s")
SENTENCE_OVER = re.compile(r"[.;!?]\s+(?=[\W\dA-ZĐ])|\n\s*\n")
# "Tình hình sản xuất tháng 04 năm 2018.": a title that ends like a sentence.
TITLE_END = re.compile(r"(?:tháng|quý) [^\s,.]{1,4}(?:(?: năm |/)\d{4})?\.$", re.IGNORECASE)
TITLES = 2
# How far behind the month a title or an opening names the quarter that it closes.
BESIDE = 120
APART = re.compile(r"[.!?]\s|\n(?=[\W\dA-ZĐ])")
LONGEST_TITLE = 200
CUE_REACH = 90
YEAR_REACH = 120
TITLE_REACH = 400
_MONTH, _LATE, _REVIEWS_OVER = len("2023-11"), 9, "03"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "đầu": 1, "cuối": 4}


NEAR = 30
DAY_BEFORE = re.compile(r"ngày\s*\d{0,2}\s*$")
NO_MONTH = re.compile(r"ngày\s*\d{0,2}\s*$|đến hết $")
# "vụ Hè Thu, Thu Đông và vụ Mùa năm 2019": the year of a season.
OF_SEASON = re.compile(r"\bvụ (?:đông|hè|thu|mùa|xuân|chiêm)[^,;.\d]{0,16}$", re.IGNORECASE)
PART_BEFORE = re.compile(r"(?:tháng \d{1,2}|quý [IV\d]+|đầu|cuối|đến|tháng) $")


def read_period(words: str, default_year: int | None, *, cued: bool = False, until: str | None = None) -> str | None:
    """Return the first period that ``words`` report on; ``cued`` asks for a word such as "tình hình" before it.

    What ends behind the day ``until`` is none, where that is given.
    """
    words = MONTH_IN_WORDS.sub(lambda month: f"{month[1]} {MONTHS[month[2].lower()]}", words[:1500])
    counted = None if cued else whole_months(words)
    if counted is not None:
        return counted
    found = list(named_periods(words, cued=cued))
    opens = OPENS.search(words) if cued else None
    if opens is not None:
        kind = next((kind for kind in ("months", "quarter", "month") if opens[kind]), "year")
        found.append((opens.end() - 1, len(PERIODS), kind, opens))
    if not found:
        return None if cued else so_far(words) or month_of_day(words)
    found = [one for one in found if not until or reached_by(_period_of(words, *one, default_year), until)]
    if not found:
        return None
    reached = [one for one in found if not TO_DO.search(words, max(0, one[0] - NEAR), one[0])]
    start, _, kind, match = min(reached or found, key=lambda one: one[:2])
    if kind == "year" and not cued and (until := so_far(words)) and until.startswith(match["year"]):
        return until
    period = reached_by(_period_of(words, start, 0, kind, match, default_year), until)
    if period is None:
        return None
    if (counted := whole_months(words, match.end(), bracketed=True)) is not None:
        return counted
    return _whole_beside(words, period, sorted(reached, key=lambda one: one[:2]), default_year) or period


def _whole_beside(
    words: str, period: str, named: Sequence[tuple[int, int, str, re.Match[str]]], default_year: int | None
) -> str | None:
    """The one quarter, half or year that ``words`` name in the sentence of the ``period`` that closes it."""
    last = None
    wider: set[str] = set()
    for start, _, kind, match in named:
        told = _period_of(words, start, 0, kind, match, default_year)
        if told == period:
            last = match.end()
            continue
        beside = last is not None and start < last + BESIDE and not APART.search(words, last, start)
        if told is not None and beside and kind != "months" and is_whole_behind(told, period):
            wider.add(told)
    return wider.pop() if len(wider) == 1 else None


def _period_of(
    words: str, start: int, _rank: int, kind: str, match: re.Match[str], default_year: int | None
) -> str | None:
    year = match["year"] or year_told(words, start, default_year)
    return period_of(kind, match, year) if year else None


def read_heard(words: str, default_year: int | None, *, behind: bool = False) -> str | None:
    """``làm việc với huyện về kết quả thực hiện nhiệm vụ 6 tháng đầu năm``: what a meeting heard, no mere year.

    ``behind`` leaves out how the meeting itself is called: ``phiên họp tháng 3 nhằm đánh giá tình hình quý I``.
    """
    sentence = " ".join(SENTENCE_END.split(words[:1500].strip(), maxsplit=1)[0].split())
    heard = HEARD.search(sentence)
    if heard is None:
        return None
    period = read_period(sentence[heard.start("heard") if behind else heard.start() :], default_year, cued=True)
    return period if period is not None and not period.isdecimal() else None


def named_periods(words: str, *, cued: bool) -> Iterator[tuple[int, int, str, re.Match[str]]]:
    """The periods that ``words`` name: where, the rank of the kind, the kind, the match."""
    low = words.lower()
    for rank, (kind, word, pattern) in enumerate(PERIODS):
        for match in pattern.finditer(words) if word in low else ():
            near = max(0, match.start() - NEAR)
            if kind == "month" and (DAY_BEFORE if cued else NO_MONTH).search(words, near, match.start()):
                continue
            if kind == "year" and (
                PART_BEFORE.search(words, near, match.start()) or OF_SEASON.search(words, near, match.start())
            ):
                continue
            if cued and STILL_TO_COME.match(words, match.end()):
                continue
            if cued and FORESEEN.search(words, max(0, match.start() - CUE_REACH), match.start()):
                continue
            if AGAINST.search(words, near, match.start()) or _is_name(words, match.start(), kind, cued=cued):
                continue
            reach = TITLE_REACH if not cued else YEAR_REACH if kind == "year" else CUE_REACH
            before = max(0, match.start() - reach)
            bare = kind == "months" and "năm" not in match.group().lower() and not match["year"]
            if bare and not cued and not ABOUT_WHAT.search(words, before, match.start()):
                continue
            about = kind == "year" and MET.match(words, match.end()) is not None
            if (cued or kind == "year") and not about and not CUE.search(words, before, match.start()):
                continue
            yield match.start(), rank, kind, match


def _is_name(words: str, start: int, kind: str, *, cued: bool) -> bool:
    """Whether the period at ``start`` is part of a name: Nghị quyết phiên họp tháng 8/2016, hội nghị ... năm 2025."""
    if cued and OF_NAME.search(words, max(0, start - CUE_REACH), start):
        return True
    return kind == "year" and MEETING.search(words, 0, start) is not None and not REVIEWED.search(words, 0, start)


def read_page_title(page: Page) -> str | None:
    """``Tình hình kinh tế - xã hội tháng 8/2019`` over a page without an official head: what it reports on."""
    for line in page.lines[:TITLES]:
        titled = line.words[-1] not in ":;," and ". " not in line.words and not AHEAD.match(line.words)
        titled = titled and len(line.words) <= LONGEST_TITLE
        titled = titled and (line.words[-1] != "." or TITLE_END.search(line.words) is not None)
        if titled and (period := read_period(line.words, None) if ABOUT_WHAT.search(line.words) else None):
            return period
    return None


def reached_by(period: str | None, until: str | None) -> str | None:
    """``period`` where it is over in the month of the day ``until``, or, of December told in January, the year before.

    None of what is still to come: "dồn sức cho 6 tháng cuối năm" in July.
    """
    if period is None or until is None or period.isdecimal() or f"{last_day(period):%Y-%m}" <= until[:_MONTH]:
        return period
    closes = until[5:_MONTH] <= _REVIEWS_OVER and period[:4] == until[:4] and first_day(period).month >= _LATE
    closes = closes or (".." in period and last_day(period).month >= _LATE and until[5:_MONTH] <= _REVIEWS_OVER)
    return same_period_last_year(period) if closes and "-H" not in period else None


def year_told(words: str, start: int, default_year: int | None) -> str | None:
    """The year of a period at ``start`` that names none: the one its sentence goes on to, else ``default_year``.

    ``6 tháng tăng 5%. ... Phấn đấu đến năm 2020``: a later sentence speaks of other years, and where the day of the
    text is known nothing in it was reached in a year to come.
    """
    behind = year_behind(words, start)
    if default_year is None or behind is None:
        return behind or (str(default_year) if default_year else None)
    end = SENTENCE_OVER.search(words, start)
    own = year_behind(words[: min(end.start() if end else len(words), start + YEAR_REACH)], start)
    return own if own is not None and int(own) <= default_year else str(default_year)


def year_behind(words: str, start: int) -> str | None:
    """The first year named behind ``start``; the year after it where it is one compared with."""
    first = A_YEAR.search(words, start)
    years = LATER_YEAR.finditer(words, max(start, first.start() - LEAD_REACH)) if first is not None else iter(())
    later = next((year for year in years if not _is_from(words, year.start())), None)
    if later is None:
        return None
    if later["part"] and not is_year_before(later["part"], words[start : start + len("tháng mười")]):
        return later["year"]
    return str(int(later["year"]) + 1) if later["against"] else later["year"]


def _is_from(words: str, at: int) -> bool:
    """Whether what stands at ``at`` is the year of a day from which on something is counted."""
    return FROM_DATE.search(words, max(0, at - NEAR), at) is not None


def period_of(kind: str, match: re.Match[str], year: str) -> str | None:
    if kind == "half":
        return f"{year}-H{2 if match['half'].lower() == 'cuối' else 1}"
    if kind == "quarter":
        written = match["quarter"].lower()
        return f"{year}-Q{QUARTERS.get(written) or int(written)}"
    if kind == "months":
        written = match["months"].lower()
        return stretch(int(year), 1, COUNTS.get(written) or int(written))
    if kind == "month":
        written = match["month"].lower()
        return f"{year}-{COUNTS.get(written) or int(written):02}"
    return year
