"""Agencies in a row, and who coordinates.

Finds         Sở Tài chính, Sở Xây dựng và UBND các huyện · phối hợp chặt chẽ với Công an tỉnh
              phối hợp, đôn đốc chủ đầu tư
Leaves alone  công tác phối hợp giữa các ngành · phối hợp kiểm tra: nobody is named as the partner
"""

import re
from functools import lru_cache

from dondoc.extraction.directives.counted_groups import COUNT_OPENS, counted_at
from dondoc.extraction.directives.endings import tailed
from dondoc.extraction.directives.page import Agencies, Page, Row
from dondoc.extraction.directives.parties import partner_list
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed import mention_of, named_partner
from dondoc.extraction.directives.unnamed_words import SECTOR
from dondoc.facts import AgencyMention
from dondoc.grammar.agencies import read_agency_list
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_GAP = re.compile(
    r"""[\s*_]*(?:\([^()]{0,200}\)[\s*_]*)?
        (?: [,;]?\s*(?:trong\ đó\s+|mà\s+)?nòng\ cốt\ là
          | [,;]?\s*(?:và|cùng\ với|cùng|với|hoặc)\b(?:\s+(?:với|cả))?
          | [,;/&:]|[-–](?=\s)
        )[\s*_]*(?:(?:các\ )?đồng\ chí\s+|với\s+|nhất\ là\s+|đặc\ biệt\ là\s+)?""",
    re.VERBOSE | re.IGNORECASE,
)
# What somebody told also is, behind a dash: "Sở Y tế - Cơ quan Thường trực Ban Chỉ đạo".
_DASHES = frozenset({" - ", " – "})
_AS_WHAT = re.compile(
    r"(?:(?:là )?(?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối|chủ quản|chủ đầu tư|được giao|tham mưu)"
    r"|thường trực )",
    re.IGNORECASE,
)
_PLAIN_GAPS = frozenset({", ", "; ", " và ", ", và "})
_TITLE = re.compile(
    r"(?:(?:các\s+)?đồng\s+chí\s+|(?:các\s+)?ông(?:\s*\(bà\))?\s+|tập\s+thể\s+|toàn\s+thể\s+|cho\s+|riêng\s+|"
    r"từng\s+|mỗi\s+)+",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:huyện|thành phố|thị xã|thị trấn|xã|phường|quận|tỉnh|đặc khu|địa phương|đơn vị|cơ quan|ngành|cấp ủy|"
    r"cấp uỷ|chính quyền|chủ đầu tư|nhà thầu|doanh nghiệp|người đứng đầu|lực lượng)\b|(?:phòng|ban|chi cục|cục|"
    r"sở)\s+(?-i:(?=[A-ZĐ]))|"
    # Forces by their noun that open a list: "công an, quân sự và các địa phương".
    r"(?:(?:ngành|lực lượng) )?(?:công an|quân đội|quân sự|(?:bộ đội )?biên phòng|kiểm lâm|quản lý thị trường|hải quan|"
    r"dân quân)(?: (?:tỉnh|thành phố|huyện|xã|phường))?(?=, | và )",
    re.IGNORECASE,
)
_TITLE_OPENS = first_letters("các đồng ông tập toàn cho riêng từng mỗi")
_BARE_OPENS = first_letters(
    "huyện thành thị xã phường quận tỉnh đặc địa đơn cơ ngành cấp chính chủ nhà doanh người lực phòng ban chi cục sở"
    " công quân bộ biên kiểm quản hải dân"
)
# The ways to name partners are matched against small letters.
_TOGETHER = re.compile(
    r"""\b(?:phối\s+hợp(?:\s*,\s*[^\W\d]+\s+[^\W\d]+\s+|\s+)|phối\s+(?=với\s))
        (?:(?:chặt\ chẽ|chặt|thường\ xuyên|kịp\ thời|đồng\ bộ|có\ hiệu\ quả|hiệu\ quả|tốt|ngay|tích\ cực
        |trực\ tiếp|toàn\ diện|triển\ khai)[,\s]+)*
        (?:(?:cùng\ với|cùng|với|của)\s+)?
      | \b(?:kết\s+hợp\s+(?:chặt\ chẽ\s+)?|(?:(?<=chủ\ động\ )|(?<=chủ\ trì\ ))làm\s+việc\s+
          |làm\s+việc\s+(?:lại|cụ\ thể|trực\ tiếp|chặt\ chẽ)\s+)(?:cùng\ với|cùng|với)\s+""",
    re.VERBOSE,
)
_LEADS_WITH = re.compile(r"chủ(?<!\wchủ)\s+trì,?\s+(?:cùng\s+với|cùng|với)\s+")
_WITH_TO = re.compile(
    r"(?:phản ánh|kiến nghị|đề xuất|trao đổi|làm việc|"
    r"liên hệ)[^.;()]{0,60}?(?P<with>\s+với\s+)[^.;()]{3,90}\s(?:để|nhằm)\s[^.;()]{0,30}\Z",
    re.IGNORECASE,
)
# The words between two places that one head governs: "UBND các huyện A[, B] và thị xã C".
_LEVEL_GAP = re.compile(
    r"(?:,|[,;]?\s+và)\s+(?:các\s+)?(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu):?\s+",
    re.IGNORECASE,
)
_WITH_REACH = 220
_ALONGSIDE = re.compile(r"[\s*_,;]*(?:và\s+)?cùng(?!\w)", re.IGNORECASE)
_WITH_OTHERS = re.compile(r"[,;]\s+cùng\s+(?:với\s+)?")
_OPENS_WITH = re.compile(r"\W*[Cc]ùng\s+(?:với\s+)?")
_BESIDE = re.compile(r"[\s*_]+(?:phải |cần |sẽ )?cùng\s+(?:với\s+)?")
_SHARED = re.compile(r"\s+chủ trì[,;]\s+")
_JOINS = re.compile(r"\s*(?:cùng\s+)?phối\s+hợp(?!\w)", re.IGNORECASE)
_PARTNER_AFTER = re.compile(r"\s*(?:cùng\s+)?phối\s+hợp(?!\s*(?:chặt chẽ\s+)?(?:với|cùng))\b", re.IGNORECASE)


def only_joins(page: Page, row: Row, end: int) -> bool:
    """Whether ``row`` only works along with whoever leads: "...; Sở B phối hợp thực hiện"."""
    joins = _PARTNER_AFTER.match(page.content, row.span.end, end)
    return joins is not None and row_at(page, joins.end(), end) is None


# Who only helps, in brackets or behind the last comma: "... (Đoàn Thanh niên tham gia)", "..., các thôn phối hợp".
_HELPS = re.compile(
    r"\s+(?:cùng\s+)?(?:phối hợp|tham gia|hỗ trợ|giám sát)(?:\s+thực hiện)?[\s.;]*(?:\)|\Z)", re.IGNORECASE
)


def helps_along(page: Page, row: Row, end: int) -> bool:
    """Whether ``row`` stands in brackets or behind a comma and is only said to help."""
    before = page.content[max(0, row.span.start - 2) : row.span.start]
    return before.endswith((", ", "(")) and _HELPS.match(page.content, row.span.end, end) is not None


@lru_cache(maxsize=32)
def row_at(page: Page, start: int, end: int) -> Row | None:
    """The row of agencies that begins at ``start`` (bold marks and "đồng chí" skipped)."""
    at = skip_marks(page.content, start, end)
    letters = page.low[at : at + 2]
    title = _TITLE.match(page.content, at, end) if letters in _TITLE_OPENS else None
    counts = letters[:1].isdigit() or letters in COUNT_OPENS
    if title is None and letters not in _BARE_OPENS and at not in page.agency_at and not counts:
        return None
    row = _named_at(page, at, end) or (_named_at(page, title.end(), end) if title else [])
    if not row:
        return None
    last = max(agency.span.end for agency in row)
    bare = row[0].span.start not in page.agency_at
    alone = 0
    index = page.agency_index(row[-1].span.start + 1)
    while index < len(page.agencies) and page.agencies[index].span.end <= end:
        agency = page.agencies[index]
        index += 1
        if agency.span.start < last:
            row.extend(() if bare else (agency,))
            continue
        between = page.content[last : agency.span.start]
        if between in _DASHES and _AS_WHAT.match(agency.name):
            last = agency.span.end
            continue
        if between not in _PLAIN_GAPS:
            gap = _GAP.fullmatch(between)
            if gap is None and not (agency.rule.startswith("ellipsis") and _LEVEL_GAP.fullmatch(between)):
                break
            if not alone and _ALONGSIDE.match(between):
                alone = len(row)
        row.append(agency)
        last = max(last, agency.span.end)
    while (more := _more(page, last, end)) is not None:
        row.append(more)
        last = more.span.end
    if row[0].span.end > end:
        return None
    alone = alone or _leading(page.content, row) or len(row)
    return Row(tuple(row[:alone]), Span(row[0].span.start, last), tuple(row[alone:]))


_ROLE_IN_BRACKETS = re.compile(
    r"[\s*_]*\((?:(?:là |làm )?(?:cơ quan |đơn vị )?(?:(?P<leads>chủ trì)|phối hợp)(?: thực hiện)?)\)", re.IGNORECASE
)


def _leading(content: str, row: list[AgencyMention]) -> int:
    """How many of ``row`` lead where brackets share out the roles: "Sở A (chủ trì), Sở B, Sở C (phối hợp)"."""
    if len(row) < 2 or content.find("(", row[0].span.end, row[-1].span.end + 4) < 0:
        return 0
    told = [_ROLE_IN_BRACKETS.match(content, agency.span.end) for agency in row]
    leads = [index for index, match in enumerate(told) if match is not None and match["leads"]]
    if leads:
        return leads[-1] + 1
    return 1 if told[-1] is not None else 0


def _named_at(page: Page, place: int, end: int) -> list[AgencyMention]:
    """The agency that begins at ``place``, or those that a bare noun there names."""
    if (named := page.agency_at.get(place)) is not None:
        return [named]
    if (counted := counted_at(page.content, place, end)) is not None:
        return [counted]
    sector = SECTOR.match(page.content, place, end) if page.low.startswith(("ngành ", "toàn ngành "), place) else None
    if sector is not None:
        return [mention_of(page.content, Span(*sector.span()))]
    if page.low[place : place + 2] not in _BARE_OPENS or not _BARE.match(page.content, place, end):
        return []
    found, _ = read_agency_list(page.content, place)
    return [agency for agency in found if agency.span.end <= end]


def _addressed_before(page: Page, before: Span) -> Row | None:
    """Partners named ahead of the word: "kiến nghị với các bộ, ngành để phối hợp tháo gỡ"."""
    match = _WITH_TO.search(page.content, before.start, before.end)
    return None if match is None else row_at(page, match.end("with"), before.end)


def _more(page: Page, last: int, end: int) -> AgencyMention | None:
    """A bare noun or place that goes on with a list: "... và huyện Trà Cú"."""
    gap = _GAP.match(page.content, last, end)
    if gap is not None and (counted := counted_at(page.content, gap.end(), end)) is not None:
        return counted
    if gap is None or not _BARE.match(page.content, gap.end(), end):
        return None
    found, _ = read_agency_list(page.content, gap.end())
    return found[0] if found and found[0].span.end <= end else None


def rows_in(page: Page, span: Span) -> list[Row]:
    """All rows of agencies inside ``span``."""
    rows: list[Row] = []
    at = span.start
    for agency in page.agencies_in(span):
        if agency.span.start < at:
            continue
        row = row_at(page, agency.span.start, span.end)
        if row is not None:
            rows.append(row)
            at = row.span.end
    return rows


# What ends a list of partners that is whole: a stop, or by what they go.
_BY_WHAT = re.compile(
    r"\s*(?:[.;:()]|(?:căn cứ|để|nhằm|trên|theo|trong|khi|tại|qua|từ|đến|trước|sau|nếu|thường|kịp|ngay|về|cùng|của)\s"
    r"|\Z)"
)


def _farther(page: Page, row: Row | None, start: int, end: int) -> Row | None:
    """``row``, or the longer list of partners whom no list knows: "gia đình, nhà trường", "..., Hải quan"."""
    if row is None and not page.content.startswith(
        ("với ", "cùng "), max(0, page.content.rfind(" ", 0, start - 1) + 1)
    ):
        return None
    if row is not None and (_BY_WHAT.match(page.content, row.span.end, end) is not None or _acts_on(page, row, end)):
        return row
    listed = partner_list(page, start, end)
    return listed if listed is not None and (row is None or _names_more(listed, row)) else row


def _names_more(listed: Row, row: Row) -> bool:
    """Whether ``listed`` goes farther than ``row``, or tells apart those whom it holds in one."""
    at, end = listed.span.end, row.span.end
    return at > end or (at == end and len(listed.agencies) > len(row.agencies))


def _acts_on(page: Page, row: Row, end: int) -> bool:
    if page.content.startswith(", ", row.span.end) and page.content[row.span.end + 2 : row.span.end + 3].isupper():
        return False  # the list goes on: "Bưu điện, Tổ chức thu"
    lists = ("actions", "modals", "told_actions", "weak_actions")
    return phrase_at(page.content, row.span.end, end, *lists) is not None


def _acts(page: Page, row: Row, end: int) -> bool:
    return phrase_at(page.content, row.span.end, end, "actions", "told_actions") is not None


def _companions(page: Page, span: Span, lead: Row | None) -> Agencies:
    """Who acts together: with a lead that no list knows ("các tổ trưởng cùng Đoàn Thanh niên ra quân"), or from the
    first word on ("Cùng Công an xã kiểm tra ...")."""
    if lead is None:
        beside = _OPENS_WITH.match(page.content, span.start, span.end)
    else:
        beside = None if lead.companions else _BESIDE.match(page.content, lead.span.end, span.end)
    if beside is None:
        return ()
    row = row_at(page, beside.end(), span.end)
    known = None if row is None else tailed(page, row, span.end)
    others = (partner_list(page, beside.end(), span.end), named_partner(page.content, beside.end(), span.end))
    acting = (one for one in (known, *others) if one is not None and _acts(page, one, span.end))
    together = next(acting, None)
    return together.everyone if together is not None else ()


def opens_together(page: Page, clause: Span) -> Span | None:
    """The partners that open a task: "Cùng Công an xã kiểm tra ..."."""
    found = _companions(page, clause, None)
    return Span(clause.start, max(agency.span.end for agency in found)) if found else None


def _sharing(page: Page, lead: Row, end: int) -> Agencies:
    """Who works along with ``lead``, named behind it: "Sở A chủ trì, Hạt B, Công an tỉnh phối hợp với UBND xã ..."."""
    shared = _SHARED.match(page.content, lead.span.end, end)
    row = None if shared is None else partner_list(page, shared.end(), end)
    return row.everyone if row is not None and _JOINS.match(page.content, row.span.end, end) else ()


def partners(page: Page, span: Span, lead: Row | None = None) -> Agencies:
    """The agencies that ``span`` names as coordinating."""
    named: dict[Span, AgencyMention] = {}
    for match in page.cues.matches("together", _TOGETHER, page.low, span.start, span.end):
        row = row_at(page, match.end(), span.end)
        row = row if row is None else tailed(page, row, span.end)
        if page.low.startswith(("phối", "làm việc lại"), match.start()):
            row = row or named_partner(page.content, match.end(), span.end)
            row = _farther(page, row, match.end(), span.end)
            row = row or _addressed_before(page, Span(max(span.start, match.start() - _WITH_REACH), match.start()))
        for agency in row.everyone if row is not None else ():
            named.setdefault(agency.span, agency)
    led = page.cues.any("led", span.start, span.end)
    for match in _LEADS_WITH.finditer(page.low, span.start, span.end) if led else ():
        row = row_at(page, match.end(), span.end)
        for agency in row.everyone if row is not None else ():
            named.setdefault(agency.span, agency)
    joined = page.cues.any("others", span.start, span.end)
    for match in _WITH_OTHERS.finditer(page.low, span.start, span.end) if joined else ():
        rows = (row_at(page, match.end(), span.end), named_partner(page.content, match.end(), span.end))
        acting = (row for row in rows if row is not None and _acts(page, row, span.end))
        row = next(acting, None)
        for agency in row.everyone if row is not None else ():
            named.setdefault(agency.span, agency)
    beside = tailed(page, lead, span.end).companions if lead is not None and lead.companions else ()
    for agency in (*beside, *_companions(page, span, lead)):
        named.setdefault(agency.span, agency)
    found = list(named.values())
    if lead is not None:
        found = [*_sharing(page, lead, span.end), *found]
        for row in rows_in(page, Span(lead.span.end, span.end)):
            if only_joins(page, row, span.end) and not found:
                found.extend(row.everyone)
    else:
        for row in rows_in(page, span):
            if helps_along(page, row, span.end):
                found.extend(agency for agency in row.everyone if agency.span not in named)
    taken = set() if lead is None else {agency.span for agency in lead.agencies}
    return tuple(agency for agency in found if agency.span not in taken)
