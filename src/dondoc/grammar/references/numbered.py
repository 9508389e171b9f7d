"""A document cited by its number.

Finds         Nghị quyết số 63/NQ-CP · Nghị quyết 71-NQ/TW · Chỉ thị 27 · NQ 24 · các Nghị quyết số 57, 59, 68-NQ/TW
Leaves alone  Kế hoạch 5 năm · Báo cáo 06 tháng · Chương trình 2023: a length of time or a year
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MODIFIER = (
    r"(?: (?:hành động|ý kiến kết luận|ý kiến|thanh tra|Thanh tra|kiểm tra|kết luận|chuyên đề|liên ngành|phối hợp"
    r"|hỏa tốc|khẩn|mật|trung ương|công tác|tỉnh ủy"
    r"|thành ủy|huyện ủy|trả lời|chỉ đạo|đại hội|đầu tư|phê duyệt|thành lập|xử phạt"
    r"|công bố|của (?:chính phủ|tỉnh ủy|thành ủy)))?"
)
SYMBOL = (
    r"(?: ?[-–/] ?(?:\d{4} ?[-–/] ?)?[A-ZĐƯ][A-Za-zĐđƯư]{0,9}\d{0,3}(?:(?: ?[-–/&][ \n]?|\.(?![A-ZĐƯ][a-zà-ỹđ]))"
    r"[A-ZĐƯ][A-Za-zĐđƯư&]{0,12}\d{0,3}){0,4}|/(?:19"
    r"|20)\d{2}(?:/[A-ZĐƯ][A-Za-zĐđ]{0,9}\d{0,3}(?:-[A-ZĐƯ][A-Za-zĐđ&]{0,12}\d{0,3}){0,4})?)"
)
NUMBER = re.compile(
    rf"{MODIFIER}(?::(?= (?:số|\d{{1,5}}/)))?[ \n]{{0,3}}(?P<so>(?:số|Số"
    rf"|SỐ)[ \n]{{0,2}}:?[ \n]{{0,4}})?(?P<number>\d{{1,5}}[a-z]?(?![\w,.]*%))(?P<symbol>{SYMBOL})?(?![A-Za-z0-9Đđ])"
)
BLANK_NUMBER = re.compile(
    rf"{MODIFIER} {{0,2}}(?:số"
    rf"|Số) ?:? ?[ .…_]{{1,12}}(?P<symbol>/ ?[A-ZĐƯ][A-Za-zĐđ]{{0,9}}(?: ?[-–/]"
    rf" ?[A-ZĐƯ][A-Za-zĐđ&]{{0,12}}){{0,3}})"
)
# A paper has a day and an issuer of its own: "số 12/TB-UBND ngày 11/01/2024 của UBND tỉnh và số 32/TB-UBND ...".
OWN_DAY = (
    r"(?P<dated>,?[ \n]ngày[ \n]\d{1,2}(?:[/.-]|[ \n]tháng[ \n])\d{1,2}(?:[/.-]|[ \n]năm[ \n])\d{4})?"
    r"(?P<by>[ \n]của[ \n][^,;.:()\d]{2,60}?(?=[,;][ \n]|[ \n]và[ \n]))?"
)
MORE = re.compile(
    rf"{OWN_DAY}(?: ?[,;] ?(?:và )?| và )(?:số )?(?P<number>\d{{1,5}}[a-z]?)(?P<symbol>{SYMBOL})?"
    rf"(?=[ \n]|[,;.)]|$)(?(symbol)|(?(dated)(?!))(?(by)(?!))(?! [A-ZĐ])"
    rf"(?! ?(?:năm|tháng|quý|ngày|%|tỷ|triệu|huyện|xã|phường|dự án|công trình|nhiệm vụ"
    rf"|chỉ tiêu)))"
)
# A bare number of four digits between these is a year: "Kế hoạch 2023", not "Quyết định 1956".
_OLDEST, _NEWEST = 1986, 2060
UNIT = re.compile(
    r"[ \n]{0,2}(?:năm|tháng|quý|ngày|tuần|tỷ|triệu|nghìn|%|giờ|điểm|nhóm|nội dung|dự án|chỉ tiêu|nhiệm vụ"
    r"|huyện|xã|người|lần|phần|trang|bản|cuộc|lượt|trường hợp|hồ sơ|tỉnh|đơn vị|giải|hạng|mục|đồng|[./]\d)"
)
AFTER_SHORT = re.compile(r"\s*(?:[.,;:)\]”\"]|$|(?:của|ngày|về|và|năm|ở|cho|là|được|đã|thì|tại|trên|còn|quy định)\s)")


class Cited(NamedTuple):
    """One number of a citation: where its words begin and end, and the number and symbol as written."""

    start: int
    end: int
    number: str | None
    symbol: str | None


def split_symbol(words: str | None) -> tuple[str, str | None]:
    """Return the year part and the symbol of what follows a number: "/2023/NĐ-CP" is ("/2023", "NĐ-CP")."""
    if not words:
        return "", None
    bare = re.sub(r"\s", "", words).replace("–", "-")
    year = re.match(r"[-/]((?:19|20)\d{2})(?=[-/]|$)", bare)
    rest = bare[year.end() :] if year else bare
    return (f"/{year[1]}" if year else ""), rest.lstrip("-/") or None


def cited(text: str, start: int, end: int, *, strong: bool, short: bool = False) -> Iterator[Cited]:
    """Yield the numbers after the type that stands at ``start`` to ``end``.

    ``strong`` tells that the type is written so that a bare number may follow ("Chỉ thị 27", not "kế hoạch 27");
    ``short`` that it is an abbreviation ("NQ 24"), which may also be one of something else ("TT 12 thị trấn").
    """
    first = NUMBER.match(text, end)
    if first is None:
        blank = BLANK_NUMBER.match(text, end)
        if blank:
            yield Cited(start, blank.end(), None, split_symbol(blank["symbol"])[1])
        return
    bare = not first["so"] and not first["symbol"]
    if bare and (
        not strong
        or UNIT.match(text, first.end())
        or (short and not AFTER_SHORT.match(text, first.end()))
        or (len(first["number"]) == 4 and _OLDEST <= int(first["number"]) <= _NEWEST)
    ):
        return
    found = [(start, first)]
    here = first
    while following := MORE.match(text, here.end()):
        if not first["so"] and not following["symbol"]:
            break
        here = following
        found.append((following.start("number"), following))
    tails = [split_symbol(match["symbol"]) for _, match in found]
    for index, (begin, match) in enumerate(found):
        year, symbol = tails[index]
        if symbol is None:
            year, symbol = next((tail for tail in tails[index:] if tail[1]), (year, None))
        yield Cited(begin, match.end(), match["number"] + year, symbol)
