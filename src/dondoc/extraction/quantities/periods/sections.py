"""The period that a heading gives to everything under it, and the one that a text without a heading is about.

Finds         II. MỤC TIÊU NĂM 2023 · PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV · I. Kết quả năm 2022 · Điều 2. ... năm 2023
              a marked line that ends in a colon: 1. Kết quả 9 tháng đầu năm:
Leaves alone  a sentence with figures · Kế hoạch phát triển giai đoạn 2021 - 2025: a plan's term, no period of a figure
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dondoc.extraction.structure import Item, Outline
from dondoc.facts import PeriodMention
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.grammar.period_arithmetic import first_day, is_whole_behind, months_so_far, over_years
from dondoc.text import Span, Text

# Matched against small letters.
_COMPARED = re.compile(
    r"(?:so(?: với)?|cùng kỳ|cùng thời điểm|kế hoạch|nghị quyết|chương trình|đề án|quyết định|luật|"
    r"theo|hồi|(?:kể )?từ(?: đầu| giữa| cuối)?|năm học|của|dự toán|chuẩn|(?<!đến )đầu|"
    r"so (?:với )?(?:thời điểm )?cuối|vốn trong|"
    r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|tốt|khá|kém|chậm|khăn|sâu) hơn|\bhơn|\bkém|\bthua)\s+"
    r"(?:cùng kỳ |các |cả |thời kỳ |kỳ báo cáo |kết quả |thực hiện |mức |tăng |giảm |của |bình quân |trung bình )*\Z"
)
_AGAINST = re.compile(
    r"\bso (?:với )?(?:cùng kỳ |mức |(?:thời điểm )?(?:cuối |đầu )?|(?:ngày )?31/12(?:/|, ))\Z", re.IGNORECASE
)
# "... so với cùng kỳ (8 tháng năm 2020 đạt 52,3%). Cụ thể từng nguồn:": sentences, and no heading.
_RUNS = re.compile(r"[^\W\d][^\W\d%)][%)]?\. (?=[A-ZĐ])|\d[%)]{1,2}\. (?=[A-ZĐ])")
_CONFERENCE = re.compile(
    r"hội (?:nghị|thảo)(?:(?!tổng kết|sơ kết|đánh giá|kết quả|tình hình|công tác năm)[^.;\n])*\Z", re.IGNORECASE
)
_THAN = re.compile(r"\b(?:so (?:với )?|cùng kỳ (?:của )?|hơn |kém )\Z", re.IGNORECASE)
_EARLIER = re.compile(r"trước đó,?\s*\Z", re.IGNORECASE)
_NEAR = 25
_ASKED_FOR = re.compile(r"(?:kiến nghị|đề nghị|đề xuất)(?! hội)", re.IGNORECASE)
_GREAT = re.compile(r"(?:[IVX]{1,5}|[A-H])\Z")
_NUMBER = r"(?:[ivx]+|\d+|[a-h]|một|hai|ba|bốn|năm|sáu|bảy|nhất|tư)(?!\w)"
_PART = re.compile(rf"(?:phần|chương|mục)\s+(?:thứ\s+)?{_NUMBER}|điều\s+\d+\.", re.IGNORECASE)
# "Phần thứ hai" over a line that says what it is about.
_BARE_PART = re.compile(rf"(?:phần|chương|mục)\s+(?:thứ\s+)?{_NUMBER}\W*", re.IGNORECASE)
# A note at the end of the text stands under the heading of what it is about: "[2] Trong đó: ...".
_NOTE = re.compile(r"(\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})")
# Begins with the sign, which makes the search fast.
_NOTE_MARK = re.compile(r"[\[⁰¹²³⁴-⁹](?<=\S.)(?:(?<=\[)\d{1,3}\]|(?<!\[)[⁰¹²³⁴-⁹]{0,2})")
_LONGEST = 220
_FEWEST = 8
_TOPIC_REACH = 3000
_QUARTER_AND_MONTHS = re.compile(
    r"quý\s+(?:[ivx]{1,3}|\d)(?:\s+và|\s*,)\s+(?:(\d{1,2})|(ba|sáu|chín|mười hai))\s+tháng", re.IGNORECASE
)
_REVIEWED = re.compile(
    r"(?:đánh giá|thảo luận|cho ý kiến|xem xét|bàn|sơ kết)(?: về)?(?: kết quả)? tình hình "
    r"(?:(?!tháng|quý)[^.;\n\d]){0,80}?(?:(?P<months>\d{1,2}) tháng\b|quý (?P<quarter>i{1,3}|iv|[1-4])\b)",
    re.IGNORECASE,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SITUATION = anchors("tình hình ")
_AROUND_SITUATION = (40, 100)
_AHEAD = re.compile(
    r"(?:phương hướng|nhiệm vụ(?: trọng tâm)?|giải pháp|trọng tâm|mục tiêu|chậm nhất)(?:,|\s+của)?\s+\Z"
    r"|(?:phương hướng|giải pháp),?\s+\w+\s+\w+\s+\Z"
    r"|(?:hoàn thành|xong|báo cáo|trình|gửi)\b[^.;,\n]{0,24}\b(?:trong|trước)\s+\Z",
    re.IGNORECASE,
)
# "bến xe phải xong trong năm 2017", "mục tiêu 3.000 km đường cao tốc trong năm 2025".
_WANTED = re.compile(
    r"\b(?:phải|(?<!thực hiện )(?<!thực hiện các )(?<!hoàn thành )mục tiêu|phấn đấu|có kế hoạch|đặt ra|sẽ|quyết tâm)\b"
    r"(?! về đích)(?:[^.;:\n]|(?<=\d)\.(?=\d)){0,90}\Z",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(r",?[^.;,\n\d]{0,30} (?:phải|sẽ|cần|phấn đấu|quyết tâm)\b")
_OPENS = re.compile(r"(?:\A|[.\n])[\s*]*(?:Trong |Tính chung |Tính đến )?(?:hết )?\Z")
_TITLE_REACH = 200
# "Thông báo 15/TB-UBND năm 2025": the year belongs to the document.
_CITED = re.compile(r"\d+/[^\W\d_][\w-]*\s+(?:năm\s+)?\Z|\b(?:Luật|Hiến pháp)\b[^.,;\n]{3,70}\s\Z")
_COUNTED_UNTIL = re.compile(
    r"(?:(?:\A|[.:\n])[\s*+-]*(?:\d\.\s+)?(?:Tính đến|Đến|Lũy kế đến|Luỹ kế đến|Ước đến)|, (?:ước )?tính đến|"
    r"(?:giải ngân|thu ngân sách|rà soát|thống kê|tổng hợp)[^.;:\n\d]{0,60} đến) (?:hết )?(?:ngày )?"
    r"\d{1,2}[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>20\d\d))?(?![\d/-])"
)
_OF_SEASON = re.compile(r"\bvụ (?:đông|hè|thu|mùa|xuân|chiêm)[^,;.\d]{0,16}\Z", re.IGNORECASE)
_DECEMBER = 12
_FEWEST_YEARS, _FEWEST_COMPARED = 3, 2
_MOST_OF_YEARS = 0.6
_IN_WORDS = ("", "ba", "sáu", "chín", "mười hai")
_REPORTED = re.compile(
    r"(?:triển khai|chương trình|trên địa bàn|thực hiện|kinh tế|tình hình|kết quả|phiên họp|"
    r"hội nghị|báo cáo|đánh giá|sơ kết|tổng kết|công tác|nhiệm vụ)[^.;\n]{0,90}\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def is_compared(before: str) -> bool:
    """Whether the words ``before`` a period say that it is one compared with, or that of a plan or a programme."""
    return _COMPARED.search(before.lower()) is not None


def is_of_season(before: str) -> bool:
    """Whether the year behind the words ``before`` is that of a season: "diện tích vụ Đông năm 2024"."""
    return _OF_SEASON.search(before) is not None


def heading_periods(
    text: Text, outline: Outline, mentions: Sequence[PeriodMention], starts: Sequence[int]
) -> list[str | None]:
    """Return the period that stands above each item of the outline, None where no heading names one."""
    own: list[str | None] = []
    part: str | None = None
    section: str | None = None
    parents = {item.parent for item in outline.items}
    marked: dict[str, str | None] = {}
    behind = ""
    for number, item in enumerate(outline.items):
        named = None
        words = text[item.span].strip("* \n")
        titled, behind = _BARE_PART.fullmatch(behind) is not None and _is_title(words), words
        note = _NOTE.match(words)
        if note is not None and note[1] in marked:
            own.append(marked[note[1]])
            continue
        if (titled and item.mark is None) or _is_great(text, item, words):
            named = _named(text, mentions, starts, item.span)
            if item.mark is None or not _GREAT.match(item.mark):
                part, section = named or part, None
                if named is not None and number and item.parent == number - 1:
                    own[item.parent] = named
            else:
                section = named
        elif item.mark is not None and (
            (words.endswith(":") and not _RUNS.search(words)) or (number in parents and _is_title(words))
        ):
            named = _named(text, mentions, starts, item.span)
        above = own[item.parent] if item.parent is not None and item.parent < len(own) else None
        own.append(named or above or section or part)
        for mark in _NOTE_MARK.findall(words):
            marked.setdefault(mark, own[-1])
    return own


def _is_great(text: Text, item: Item, words: str) -> bool:
    """Whether the item is a heading over whole sections: a roman mark, "Phần II", "Điều 2.", a line in capitals."""
    if not words or len(words) > _LONGEST or item.block.kind in ("footnote", "cell") or words.endswith((";", ",")):
        return False
    if item.mark is not None and _GREAT.match(item.mark):
        return not words.endswith(".")
    line = text[item.block.span].strip("* \n")
    if _PART.match(line):
        return not words.endswith(".") or len(words) < _LONGEST // 2
    if item.mark is not None or not words.isupper():
        return False
    letters = [*filter(str.isalpha, words)]
    return len(letters) > _FEWEST and all(map(str.isupper, letters))


def _is_title(words: str) -> bool:
    return len(words) < _LONGEST // 2 and not words.endswith((".", ";", ","))


def _named(text: Text, mentions: Sequence[PeriodMention], starts: Sequence[int], span: Span) -> str | None:
    """The period that a heading names; of ``THÁNG 3 VÀ QUÝ I`` the quarter, which most under it is told of."""
    found: str | None = None
    index = bisect_left(starts, span.start)
    while index < len(mentions) and mentions[index].span.start < span.end:
        mention = mentions[index]
        index += 1
        before = text.content[max(span.start, mention.span.start - 25) : mention.span.start]
        if over_years(mention.period) or _AGAINST.search(before):
            continue
        if found is None:
            found = mention.period
        elif is_whole_behind(mention.period, found) and not _AHEAD.search(before):
            return mention.period
    return found


def petitions(text: Text, outline: Outline) -> frozenset[int]:
    """The items under "III. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH": what is asked for and answered, and was not reached."""
    under: set[int] = set()
    asked = False
    for number, item in enumerate(outline.items):
        words = text[item.span].strip("* \n")
        if _is_great(text, item, words):
            asked = _ASKED_FOR.search(words) is not None
        elif asked:
            under.add(number)
    return frozenset(under)


def quarter_and_months(text: Text, mentions: Sequence[PeriodMention], period: str | None) -> str | None:
    """``quý III và 9 tháng năm 2017`` in the title of a report on a quarter that goes on with the months so far.

    A report that goes on with its quarter ("giá trị sản xuất quý III đạt ...") is about the quarter.
    """
    if period is None or "-Q" not in period:
        return None
    named = _QUARTER_AND_MONTHS.search(text.content[:_TOPIC_REACH])
    if named is None or int(period[-1]) * 3 != int(named[1] or _IN_WORDS.index(named[2].lower()) * 3):
        return None
    months = months_so_far(period)
    told = (mention.period for mention in mentions if mention.span.start >= named.end())
    return months if next((one for one in told if one in (period, months)), None) == months else None


def months_reviewed(text: Text, period: str | None) -> str | None:
    """``phiên họp tháng 8/2023 đánh giá tình hình kinh tế - xã hội 8 tháng``: the months so far, not the month.

    So does a meeting in the last month of a quarter that reviews the quarter.
    """
    if period is None or len(period) != 7 or not period[5:].isdecimal():
        return None
    opening = text.content[:_TOPIC_REACH]
    named = next(find_near(_REVIEWED, opening, lowered(opening), _SITUATION, *_AROUND_SITUATION), None)
    if named is not None and named["quarter"]:
        quarter = _QUARTERS.get(named["quarter"].lower()) or int(named["quarter"])
        return f"{period[:4]}-Q{quarter}" if quarter * 3 == int(period[5:]) else None
    if named is None or int(named["months"]) != int(period[5:]) or int(named["months"]) == 1:
        return None
    return f"{period[:4]}-H1" if period[5:] == "06" else f"{period[:4]}-01..{period}"


def reported_period(
    text: Text, mentions: Sequence[PeriodMention], issued: date | None, reporting: bool = False
) -> str | None:
    """The first period that the opening of a text says it is about: tình hình kinh tế - xã hội 8 tháng.

    A text that reports (``reporting``) names it in its title, too, or at the beginning of a sentence. What begins
    after the day ``issued`` is no report.
    """
    for mention in mentions:
        if mention.span.start > _TOPIC_REACH:
            return None
        before = text.content[max(0, mention.span.start - 110) : mention.span.start]
        wide = over_years(mention.period)
        wide = wide or (mention.rule == "period.year" and _CONFERENCE.search(before) is not None)
        wide = wide or (mention.rule == "period.year" and _CITED.search(before) is not None)
        wide = wide or (mention.rule == "period.year" and is_of_season(before))
        wide = wide or _EARLIER.search(before[-_NEAR:]) is not None
        if wide or is_compared(before[-25:]) or (issued and first_day(mention.period) > issued):
            continue
        if _STILL_TO_DO.match(text.content, mention.span.end):
            continue
        if reporting and _OPENS.search(before):
            return mention.period
        if _AHEAD.search(before[-40:]) or _WANTED.search(before):
            continue
        if _REPORTED.search(before) or (reporting and mention.span.start < _TITLE_REACH):
            return mention.period
    return None


def year_told(text: Text, mentions: Sequence[PeriodMention], spoken: int) -> str | None:
    """The year that a text names over and over: "Thu bảo hiểm năm 2020 đạt ... Tổng chi năm 2020 là ...".

    What is told against the year before ("tăng 4% so với năm 2019") is told of the one that the text has ``spoken`` of.
    """
    years: list[str] = []
    compared = 0
    for mention in mentions:
        if mention.rule != "period.year":
            continue
        before = text.content[max(0, mention.span.start - _TITLE_REACH) : mention.span.start]
        if _THAN.search(before[-_NEAR:]):
            compared += int(mention.period) == spoken - 1
        elif not is_compared(before[-_NEAR:]) and not _WANTED.search(before):
            years.append(mention.period)
    years += [str(spoken)] * compared
    most = max(set(years), key=lambda year: (years.count(year), year), default=None)
    fewest = _FEWEST_COMPARED if compared > 1 else _FEWEST_YEARS
    often = most is not None and years.count(most) >= max(fewest, len(years) * _MOST_OF_YEARS)
    return most if often else None


def counted_until(text: Text, issued: date | None, told: int | None = None) -> str | None:
    """``Đến ngày 31/7/2022, các huyện đã kiểm đếm ...``: the month of the day of its year up to which a text counts.

    A day without a year is one of the year that the text was ``issued`` in, or of the one ``told``.
    """
    opening = text.content[:_TOPIC_REACH]
    for found in _COUNTED_UNTIL.finditer(opening):
        own = found["year"] or (issued.year if issued else told)
        if own is None:
            continue
        year, month = int(own), int(found["month"])
        if 1 <= month <= _DECEMBER and (issued is None or (year == issued.year and month <= issued.month)):
            return f"{year}-{month:02}"
    return None
