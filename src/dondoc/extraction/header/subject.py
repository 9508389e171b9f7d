"""What a document is about, what it is, and what it reports on.

Finds         the lines under the title · V/v ... of a letter · 06 tháng đầu năm 2021 · tháng 11/2023 · quý I/2024
              kế hoạch vốn năm 2023 đến ngày 30/9/2023: the months so far · Trong 9 tháng, ... at the beginning of news
Leaves alone  Căn cứ ..., Ngày 30/6/2023, ...: the body · ngày 22 tháng 11 năm 2023: a day, no period
              từ ngày 15/5 đến ngày 14/6/2023: a stretch of days · năm 2025, định hướng đến năm 2030: no day
"""

import re
from collections.abc import Iterator

from dondoc.extraction.header.page import TITLE, Page
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.period_arithmetic import stretch

BODY = re.compile(
    r"(?:Căn cứ|Thực hiện|Kính gửi|Ngày \d|Sáng|Chiều|Trong|Thời gian|Để |Theo |Ủy ban nhân dân|UBND|Nhằm"
    r"|Tiếp tục|Qua |Sau khi|Vừa qua|Hôm nay|Trên cơ sở|Tại |Xét |[IVX]+\.|\d+\.|A\.|Phần|Điều 1|-|–|“)"
)
RULE = re.compile(r"^[\W_]+$")
ABOUT = re.compile(
    r"(?<![^\W_])(?:V/v|V/V|v/v|Về việc(?! này| trên| đó)|Về/việc)\s*:?\s*(?P<subject>[^\n]+"
    r"(?:\n(?!\s*\n|Kính gửi|KÍNH GỬI|[A-ZĐÀ-Ỹ]{3}|UBND|Căn cứ|Theo |Ngày |Thực hiện |Để |Sau khi|Trong |"
    r"Giao )[^\n]+){0,4})"
)
CUT = re.compile(
    rf"\s+(?:[{CAPITALS}][^\W\d_]*\.?\s){{0,4}}[{CAPITALS}][^\W\d_]*, ngày .*$|\s*(?:Kính gửi|KÍNH GỬI).*$"
    r"|\s*CỘNG H[ÒO].*$",
    re.DOTALL,
)
YEAR = r"(?P<year>(?:19|20)\d{2})"
CUE = re.compile(
    r"(?:tổng kết|kết quả|tình hình|sơ kết|đánh giá|kiểm điểm|công tác|báo cáo|thực hiện|phiên họp|thường kỳ|giao ban"
    r"|số liệu|thành tựu)",
    re.IGNORECASE,
)
PERIODS = (
    ("half", re.compile(rf"(?:0?6|sáu) tháng (?P<half>đầu|cuối) năm(?:,? {YEAR})?", re.IGNORECASE)),
    ("half", re.compile(rf"(?:0?6|sáu) tháng(?: năm|/) ?{YEAR}(?P<half>)", re.IGNORECASE)),
    (
        "quarter",
        re.compile(
            rf"q(?:uý|úy|uí) (?P<quarter>IV|III|II|I|[1-4])(?:(?:,? năm |/| - | |-){YEAR})?(?![^\W_])", re.IGNORECASE
        ),
    ),
    (
        "months",
        re.compile(
            rf"(?<!\d )(?P<months>0?[2-9]|1[01]|chín|mười một|mười|tám|bảy|năm|bốn|ba"
            rf"|hai) tháng(?: đầu)?(?: năm|/)(?:,? ?{YEAR})?",
            re.IGNORECASE,
        ),
    ),
    (
        "month",
        re.compile(
            rf"(?<!\d )(?<!/)tháng (?P<month>1[0-2]|0?[1-9])(?! (?:và|,) \d+ tháng cuối)(?:(?: năm |/|-| - "
            rf"|\.){YEAR})?(?![\d/])",
            re.IGNORECASE,
        ),
    ),
    ("year", re.compile(rf"năm {YEAR}(?! ?[-–]\s?\d)", re.IGNORECASE)),
)
SO_FAR = re.compile(
    r"\bđến (?:hết )?(?:(?:ngày )?[0-3]?\d(?:/| tháng )|tháng )"
    r"(?P<month>1[0-2]|0?[1-9])(?:/|-| năm )(?P<year>20\d{2})(?!\d)",
    re.IGNORECASE,
)
# The first words of a text or of a paragraph: "Trong 9 tháng, ..."; never what comes next.
OPENS = re.compile(
    r"(?:\A|\n)\W*(?:(?:Trong|Qua|Tính chung|Kết thúc|Hết) )?(?:(?P<months>0?[2-9]|1[01]) tháng(?: đầu năm)?"
    r"|quý (?P<quarter>IV|III|II|I|[1-4])|tháng (?P<month>1[0-2]|0?[1-9])|năm(?= 20\d\d,))"
    r"(?:(?: năm |/| )(?P<year>20\d\d))?(?: năm nay| vừa qua| qua)?,"
    r"(?![^.\n]{0,60}\b(?<!đã )(?<!vẫn )(?:phấn đấu|tiếp tục|dự kiến|dự báo|tập trung|sẽ|cần|đề nghị|yêu cầu)\b)",
    re.IGNORECASE,
)
FROM_DAY = re.compile(r"\btừ (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})? *\Z", re.IGNORECASE)
COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
AHEAD = re.compile(r"(?:\W|date|[\d-])*(?:Kế hoạch|Mục tiêu|Phương hướng|Nhiệm vụ|Dự báo|Dự kiến)", re.IGNORECASE)
ABOUT_WHAT = re.compile(rf"{CUE.pattern}|kinh tế|sản xuất|giải ngân|thu ngân sách|xuất khẩu", re.IGNORECASE)
PLANS = re.compile(r"(?<!\w)(?:kế hoạch|phấn đấu|mục tiêu|nhiệm vụ|dự kiến|sẽ|giai đoạn)(?!\w)", re.IGNORECASE)
TITLES = 2
LONGEST_TITLE = 200
CUE_REACH = 90
HALF = 6
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_subject(page: Page, content: str) -> str | None:
    """Return the subject (trích yếu) as written, on one line."""
    if page.title is None:
        end = page.lines[min(len(page.lines), 14) - 1].span.end if page.lines else 0
        about = ABOUT.search(content[:end])
        if about is None:
            return None
        return " ".join(CUT.sub("", about["subject"]).split()).strip(" .;,") or None
    line = page.lines[page.title]
    found = TITLE.match(line.words)
    parts = [opening] if (opening := line.words[found.end() :].strip(" *:._") if found else "") else []
    for index in range(page.title + 1, min(page.title + 8, page.foot)):
        words = page.lines[index].words
        if RULE.match(words):
            if parts:
                break
            continue
        so_far = " ".join(parts)
        if so_far and (not _goes_on(words, page.lines[index].kind) or (words.isupper() and not so_far.isupper())):
            break
        if not so_far and re.match(r"(?:Căn cứ|Kính gửi|Điều 1|[IVX]+\. |1\. )", words):
            break
        parts.append(words)
    return " ".join(" ".join(parts).split()).strip(" *;") or None


def _goes_on(words: str, kind: str) -> bool:
    """Whether a line after the first one still belongs to the subject."""
    if kind == "list_item" or BODY.match(words):
        return False
    if words[0].islower() or words[0] in "(,":
        return True
    return len(words) < 100 and words[-1] not in ".;:," and not re.search(r"[.;:]\s", words)


NEAR = 30
DAY_BEFORE = re.compile(r"ngày\s*\d{0,2}\s*$")
NO_MONTH = re.compile(r"ngày\s*\d{0,2}\s*$|đến hết $")
PART_BEFORE = re.compile(r"(?:tháng \d{1,2}|quý [IV\d]+|đầu|cuối|đến|tháng) $")


def read_period(words: str, default_year: int | None, *, cued: bool = False, loose: bool = False) -> str | None:
    """Return the first period that ``words`` report on; ``cued`` asks for a word such as "tình hình" before it.

    ``loose`` takes the first stretch of months named at all, for words that hold figures and nothing planned.
    """
    words = words[:1500]
    found = [one for one in _named(words, cued=cued) if not loose or one[2] != "year"]
    if loose and PLANS.search(words, 0, found[0][0] if found else 0):
        return None
    opens = OPENS.search(words) if cued else None
    if opens is not None:
        kind = next((kind for kind in ("months", "quarter", "month") if opens[kind]), "year")
        found.append((opens.end() - 1, len(PERIODS), kind, opens))
    if not found:
        return None if cued else _so_far(words)
    start, _, kind, match = min(found, key=lambda one: one[:2])
    if kind == "year" and not cued and (until := _so_far(words)) and until.startswith(match["year"]):
        return until
    year = match["year"] or _year_after(words, start) or (str(default_year) if default_year else None)
    return _period(kind, match, year) if year else None


def _named(words: str, *, cued: bool) -> Iterator[tuple[int, int, str, re.Match[str]]]:
    """The periods that ``words`` name: where, the rank of the kind, the kind, the match."""
    for rank, (kind, pattern) in enumerate(PERIODS):
        for match in pattern.finditer(words):
            near = max(0, match.start() - NEAR)
            if kind == "month" and (DAY_BEFORE if cued else NO_MONTH).search(words, near, match.start()):
                continue
            if kind == "year" and PART_BEFORE.search(words, near, match.start()):
                continue
            if (cued or kind == "year") and not CUE.search(
                words, max(0, match.start() - (CUE_REACH if cued else 400)), match.start()
            ):
                continue
            yield match.start(), rank, kind, match


def read_page_title(page: Page) -> str | None:
    """``Tình hình kinh tế - xã hội tháng 8/2019`` over a page without an official head: what it reports on."""
    for line in page.lines[:TITLES]:
        titled = line.words[-1] not in ".:;," and len(line.words) <= LONGEST_TITLE and not AHEAD.match(line.words)
        if titled and (period := read_period(line.words, None) if ABOUT_WHAT.search(line.words) else None):
            return period
    return None


def _so_far(words: str) -> str | None:
    """``giải ngân kế hoạch vốn năm 2023 đến hết ngày 30/9/2023``: from the new year to the month of that day."""
    day = SO_FAR.search(words)
    if day is None or FROM_DAY.search(words[: day.start()]) or not CUE.search(words[: day.start()]):
        return None
    return stretch(int(day["year"]), 1, int(day["month"]))


def _year_after(words: str, start: int) -> str | None:
    """The first year named behind ``start``; the year after it where it is one compared with."""
    later = re.search(
        r"(?P<against>cùng kỳ |so với |so (?:với )?cuối )?(?:năm |/)(?P<year>(?:19|20)\d{2})", words[start:]
    )
    if later is None:
        return None
    return str(int(later["year"]) + 1) if later["against"] else later["year"]


def _period(kind: str, match: re.Match[str], year: str) -> str | None:
    if kind == "half":
        return f"{year}-H{2 if match['half'].lower() == 'cuối' else 1}"
    if kind == "quarter":
        written = match["quarter"].lower()
        return f"{year}-Q{QUARTERS.get(written) or int(written)}"
    if kind == "months":
        written = match["months"].lower()
        count = COUNTS.get(written) or int(written)
        return f"{year}-01..{year}-{count:02}" if count != HALF else f"{year}-H1"
    if kind == "month":
        return f"{year}-{int(match['month']):02}"
    return year
