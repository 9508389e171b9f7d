"""Partners behind "phối hợp với" that no list of agencies knows whole.

Finds         gia đình, nhà trường [quản lý ...] · lực lượng Biên phòng, Hải quan, Quản lý thị trường [chống ...]
              nhà thầu thi công [hoàn trả ...] · thuế cơ sở 5 và các thôn [rà soát ...]
Leaves alone  phối hợp kiểm tra: nobody is named · phối hợp với X là cần thiết: nothing is to be done
"""

import re

from dondoc.extraction.directives.levels import level_end
from dondoc.extraction.directives.members import GAP, IN_NAME, STOP, TELLS, members_of, names_somebody, names_trade
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed import ends_compound
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import Span

# Partners that no list knows, in small letters: "phía tỉnh bạn", "gia đình", "thuế cơ sở 5", "các đồn Biên phòng".
_PARTY = re.compile(
    r"(?:các|những|mọi)\s+tổ\s+chức\s|(?:(?:các|những|mọi)\s+)?(?:gia\s+đình"
    r"|nhà\s+(?:trường|tài\s+trợ|thầu|đầu\s+tư|máy|mạng|hàng)|phía\s|báo\s+chí"
    r"|phương\s+tiện\s+thông\s+tin|(?:nhân|người)\s+dân|thuế\s|đồn\s|cơ\s+quan\s|đơn\s+vị|viện\s|trường\s|hãng\s"
    r"|hiệp\s+hội|doanh\s+nghiệp|chủ\s|hộ\s|tỉnh\s|lực\s+lượng|chuyên\s+gia|nhà\s+khoa\s+học|ngân\s+hàng"
    r"|đối\s+tác|khu\s)",
    re.IGNORECASE,
)
_PARTNER_REACH = 200
# Whoever has a name of its own behind "với": "Kiểm lâm", "Biên phòng".
_NAMED = re.compile(rf"[{CAPITALS}][^\W\d_]*")


def partner_list(page: Page, start: int, end: int) -> Row | None:
    """The partners named from ``start`` on up to what is to be done with them, known or not."""
    content = page.content
    start = skip_marks(content, start, end)
    opening = _PARTY.match(content, start, end)
    named = names_somebody(page, start, end) or (opening.end() if opening is not None else None)
    if named is None and content.startswith(("với ", "cùng "), max(0, content.rfind(" ", 0, start - 1) + 1)):
        own = _NAMED.match(content, start, end)
        named = own.end() if own is not None else None
    if named is None:
        return None
    stop = STOP.search(content, start, min(end, start + _PARTNER_REACH))
    limit = stop.start() if stop else min(end, start + _PARTNER_REACH)
    trade = beyond = 0
    for gap in GAP.finditer(content, min(named - 1, limit), limit):
        told = content[start : gap.start()]
        if gap.end() < beyond or not content[gap.end()].islower() or IN_NAME.search(told) is not None:
            continue
        acts = phrase_at(content, gap.end(), end, "actions", "modals")
        if acts is None or ends_compound(content, gap.end()):
            continue
        if names_trade(content, told, gap.end(), end):
            trade, beyond = trade or gap.start(), acts
            continue
        last = level_end(content, start, gap.start())
        return _partners(page, Span(start, last)) if TELLS.search(told) is None else None
    told = content[start:trade]
    return _partners(page, Span(start, trade)) if trade and TELLS.search(told) is None else None


def _partners(page: Page, span: Span) -> Row | None:
    listed = tuple(members_of(page, span))
    known = all(
        names_somebody(page, one.span.start, span.end)
        or page.content[one.span.start].isupper()
        or _PARTY.match(page.content, one.span.start, span.end)
        for one in listed
    )
    return Row(listed, Span(span.start, listed[-1].span.end)) if known else None
