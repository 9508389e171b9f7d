"""Groups told by how many they are.

Finds         135 xã, phường · 13 huyện, thị xã, thành phố · 03 Tổ công tác · Bốn huyện nêu trên
Leaves alone  12 xã đạt chuẩn, 5 đơn vị hoàn thành: counted, and told nothing (``is_told`` asks for a duty or a day)
"""

import re

from dondoc.extraction.directives.page import Page, Row
from dondoc.facts import AgencyMention
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

COUNTED = "group.counted"
_PLACE = r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thị|thành phố|thành|tỉnh|thôn|bản|ấp|khu phố|tổ dân phố)"
_BODY = (
    r"(?:[Tt]ổ công tác|[Đđ]oàn (?:công tác|kiểm tra)|chủ đầu tư|nhà thầu|sở|ban|ngành|cơ quan|đơn vị|địa phương|"
    r"doanh nghiệp|ban quản lý|trường|trạm y tế)"
)
_WORDS = "(?:[Hh]ai|[Bb]a|[Bb]ốn|Năm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)"
COUNT_OPENS = first_letters("hai ba bốn năm sáu bảy tám chín mười")
_COUNTED = re.compile(
    rf"(?<![\w/.,-])(?:\d{{1,3}}|{_WORDS}) "
    rf"(?:{_PLACE}(?:(?:, | và |/){_PLACE})*|{_BODY}(?:, (?:sở|ban|ngành|đơn vị|địa phương))*)"
    r"(?!\w)(?! (?:viên|học|hội)(?!\w))(?: (?:nói trên|nêu trên|này|còn lại|liên quan))?"
)
_MUST = re.compile(r"(?<!\w)(?:cần|phải|có trách nhiệm|khẩn trương|chịu trách nhiệm)(?!\w)")


def counted_at(content: str, start: int, end: int) -> AgencyMention | None:
    """The group with its number that begins at ``start``."""
    counts = content[start : start + 1].isdigit() or content[start : start + 2].lower() in COUNT_OPENS
    found = _COUNTED.match(content, start, end) if counts else None
    if found is None:
        return None
    name = found.group()
    return AgencyMention(Span(*found.span()), name, name, "group", True, COUNTED)


def is_told(page: Page, row: Row, clause: Span) -> bool:
    """Whether ``row``, that opens ``clause``, may be told: a counted group only where it must act, or by a day."""
    if row.agencies[0].rule != COUNTED:
        return True
    if _MUST.search(page.content, row.span.end, clause.end) is not None:
        return True
    return any(".strong." in one.rule and one.by is not None for one in page.deadlines_in(clause))
