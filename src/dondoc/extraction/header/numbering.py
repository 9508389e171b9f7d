"""Number, symbol, place and date above the title.

Finds         Số: 05/TB-UBND · Số 153/BC-SYT ngày 20/10/2017 · Số 15-TB/TU · Số:    /TB-VP
              Trà Vinh, ngày    tháng 11 năm 2023 · Trà Vinh, ngày 24/3/2026 · date 2025-11-04
Leaves alone  Nghị quyết số 63/NQ-CP in the body: another document's number
"""

import re
from datetime import date
from typing import NamedTuple

from dondoc.grammar.agencies.folding import CAPITALS

NUMBER = re.compile(
    r"(?<![^\W_])(?:Số|SỐ)\s*:?\s*(?P<number>\d{1,5}[a-zA-Z]?)?[\s.…_]*(?P<year>[/-]\s?(?:19|20)\d{2})?\s?"
    r"(?P<mark>[/-])\s?(?P<symbol>[A-ZĐƯ][A-Za-zĐđƯư&]{0,12}\d{0,3}(?:\s?[-–/.]\s?[A-ZĐƯ][A-Za-zĐđƯư&.]{0,14}\d{0,3}){0,4})"
)
PLAIN_NUMBER = re.compile(r"^\W*(?:Số|SỐ)\s*:?\s*(?P<number>\d{1,5})\s*$", re.MULTILINE)
_PLACE = rf"(?P<place>(?:TP\.? ?|T\.P ?)?[{CAPITALS}][^\W\d_]*(?:(?: | - |-)[{CAPITALS}][^\W\d_]*){{0,5}})"
_SLASHED = r"ngày\s*(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)"
PLACE_DATE = re.compile(
    rf"{_PLACE}(?:\s*,\s*| {{1,3}})ngày\s*(?P<day>\d{{1,2}})?[\s.…_]*"
    r"tháng\s*(?P<month>\d{1,2})?[\s.…_]*năm\s*(?P<year>\d{4})?"
)
SLASHED_DATE = re.compile(rf"{_PLACE}\s*,\s*{_SLASHED}")
# Right behind the number: "Số: 58/BC-UBND ngày 24/3/2026".
NUMBERED_DATE = re.compile(rf"\s*[,-]?\s*{_SLASHED}")
DATE_ALONE = re.compile(r"(?m)^\W*[Nn]gày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})\W*$")
# What a site that shows documents lists above them: "Ngày ban hành: | 25/11/2025".
LISTED_DATE = re.compile(
    r"Ngày (?:ban hành|ký)\s*:?[\s|]*(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})(?!\d)"
)
NEWS_DATE = re.compile(
    r"(?:^|\b)(?:date|Ngày đăng|Ngày cập nhật|Cập nhật|Đăng ngày|(?<!Hôm nay, )(?<!Hôm nay: )Thứ [^\W\d_]+"
    r"|Chủ nhật)\s*:?,?\s*(?:ngày\s*)?(?:(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?!\d)"
    r"|(?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4}))"
)
BARE_DATE = re.compile(
    r"^\s*(?:\([^()\n\d]{2,30}\)\s*[-–,]?\s*)?(?:\d{1,2}:\d{2}[ ,|-]*)?"
    r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})(?:[ ,|-]*\d{1,2}:\d{1,2})?\s*$",
    re.MULTILINE,
)
CLOCKED_DATE = re.compile(
    r"(?<![\d/])(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})[ ,|-]{1,4}(?:lúc )?\d{1,2}(?::|h|g| giờ )\d{1,2}(?!\d)"
    r"|(?<!\d)(?<!đến )\d{1,2}(?::|h|g)\d{2}'?[ ,|-]{1,4}(?:ngày )?(?P<d2>\d{1,2})[/-](?P<m2>\d{1,2})[/-](?P<y2>\d{4})"
)
# What some papers write below their news: "Giờ đăng: 17:00 18/09/2025".
FOOT_DATE = re.compile(
    r"\b(?:Giờ đăng|Ngày đăng|Thời gian đăng|Đăng lúc|Đăng ngày|Ngày xuất bản|Xuất bản|Cập nhật(?: lúc|"
    r" lần cuối)?)\s*:?\s*"
    r"(?:\d{1,2}(?::|h|g)\d{2}[ ,|-]*)?(?:ngày )?(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>20\d\d)(?!\d)"
)
STAMPED_DATE = re.compile(
    r"(?<![\d-])(?=[\d-]{10}(?:[ T]\d{2}:\d{2}|\s*[-–]\s*[A-ZĐ]))(?P<y>20\d\d)-(?P<m>\d{2})-(?P<d>\d{2})"
)

# The first word of a place that a narrow column broke: "Kon" above "Tum, ngày ...".
_BEGUN = re.compile(rf"(?:^|\n)[\s|]*(?P<first>[{CAPITALS}][^\W\d_]{{1,6}})[ \t]*\n[ \t]*\Z")


class Numbering(NamedTuple):
    """Number with its symbol as written, the symbol alone, and where they stand."""

    number: str | None = None
    symbol: str | None = None
    span: tuple[int, int] | None = None


class Issue(NamedTuple):
    """Place and date of issue, as far as stated."""

    place: str | None = None
    issued: str | None = None
    span: tuple[int, int] | None = None


def read_numbering(head: str) -> Numbering:
    """Return the number above the title in ``head``; a blank number leaves its symbol."""
    found = next((one for one in NUMBER.finditer(head) if not _in_sentence(head, one.start())), None)
    if found is None:
        plain = PLAIN_NUMBER.search(head)
        return Numbering(plain["number"], None, plain.span()) if plain else Numbering()
    symbol = re.sub(r"\s", "", found["symbol"]).replace("–", "-").rstrip("-/.")
    year = re.sub(r"\s", "", found["year"] or "")
    number = f"{found['number']}{year}{found['mark']}{symbol}" if found["number"] else None
    return Numbering(number, symbol, (found.start(), found.end("symbol")))


def _in_sentence(head: str, at: int) -> bool:
    """Whether small letters stand before ``at`` on its line: "... theo Thông báo số 279-TB/TU ngày ..."."""
    line = head[head.rfind("\n", 0, at) + 1 : at]
    before = line[line.rfind("|") + 1 :].split()
    return sum(word[:1].islower() for word in before[-4:]) > 1 or (
        bool(before) and before[-1][:1].islower() and before[-1].rstrip(":,").lower() not in _BESIDE
    )


_BESIDE = ("phúc", "nam", "số")


def read_issue(head: str, numbering: Numbering | None = None) -> Issue:
    """Return place and date above the title in ``head``, a date also right behind its ``numbering``."""
    dates = (one for form in (PLACE_DATE, SLASHED_DATE) for one in form.finditer(head))
    found = next((one for one in dates if not _in_sentence(head, one.start())), None)
    if found is None:
        behind = NUMBERED_DATE.match(head, numbering.span[1]) if numbering and numbering.span else None
        alone = behind or DATE_ALONE.search(head) or LISTED_DATE.search(head)
        return Issue(None, _issued(alone["year"], alone["month"], alone["day"]), alone.span()) if alone else Issue()
    place = None if _is_symbol(found["place"], head, found.end("place")) else _place(found["place"])
    begun = _BEGUN.search(head, 0, found.start())
    if begun is not None and place is not None and not begun["first"].isupper():
        place = f"{begun['first']} {place}"
    return Issue(place, _issued(found["year"], found["month"], found["day"]), found.span())


def _place(words: str) -> str:
    """The place without capitals that belong to the column beside it ("UBND Đà Nẵng" is "Đà Nẵng")."""
    parts = words.split()
    while len(parts) > 1 and parts[0].isupper() and len(parts[0]) > 1 and not parts[0].startswith("TP"):
        parts = parts[1:]
    return " ".join(parts)


def _is_symbol(words: str, head: str, end: int) -> bool:
    """Whether the words before "ngày" are the end of a number ("Số: 155/TB-UBND ngày 20 ...")."""
    return words.isupper() and not head.startswith(",", end) and head[max(end - len(words) - 1, 0)] in "/-"


def _issued(year: str | None, month: str | None, day: str | None) -> str | None:
    if not year or not month or not 1 <= int(month) <= 12:
        return None
    if not day:
        return f"{year}-{int(month):02}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def read_foot_date(ending: str) -> str | None:
    """Return the day on which a news article was put online, where that stands below it."""
    found = FOOT_DATE.search(ending)
    return _issued(found["y"], found["m"], found["d"]) if found else None


def read_news_date(opening: str) -> str | None:
    """Return the date line of a news article."""
    found = NEWS_DATE.search(opening)
    if found:
        return _issued(found["year"] or found["y"], found["month"] or found["m"], found["day"] or found["d"])
    bare = BARE_DATE.search(opening) or CLOCKED_DATE.search(opening) or STAMPED_DATE.search(opening)
    if bare is None:
        return None
    parts = {name: value for name, value in bare.groupdict().items() if value}
    return _issued(*(parts.get(name) or parts[f"{name}2"] for name in ("y", "m", "d")))
