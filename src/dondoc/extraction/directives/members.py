"""Those whom a list names one by one, known to a gazetteer or not.

Finds         Sở A, các địa phương, cơ quan chủ quản các dự án · Thành phố A và các huyện B, C · Nhà đầu tư (Công ty A)
Leaves alone  brackets: they explain the name before them; the kinds of one group: "các xã, phường, đặc khu A"
"""

import re
from collections.abc import Iterator

from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed import ends_compound, mention_of
from dondoc.extraction.directives.unnamed_words import COMMON, GROUP, INSTITUTION, OPENS, PLACES
from dondoc.facts import AgencyMention
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_WHO = re.compile(
    r"(?:các|mọi|những|từng)\s+tổ\s+chức|(?:(?:các|mọi|những|từng)\s+)?(?:cá\s+nhân"
    r"|chủ\s+(?:rừng|đầu tư|hộ|sử dụng|cơ sở|tàu|dự án|trang trại)"
    r"|chủ\s+(?:đập|hồ|xe)|hộ\s+|người\s+(?:dân|sử dụng|nộp|lao động)|doanh\s+nghiệp|nhà\s+(?:thầu|đầu\s+tư|máy|trường)"
    r"|hợp\s+tác\s+xã|htx(?!\w)|trưởng\s+(?:các\s+)?(?:thôn|ấp|bản|khu)|cơ\s+sở\s+|chính\s+quyền|đoàn\s+thể|hội,\s+đoàn|cơ\s+quan|đơn\s+vị|lực\s+lượng|cán\s+bộ|"
    r"công\s+chức"
    r"|cấp\s+ủy|phòng,\s+ban|sở,\s+ngành|ban,\s+ngành)",
    re.IGNORECASE,
)
# What _WHO, GROUP, INSTITUTION, COMMON and PLACES can begin with.
_OPENS = OPENS | first_letters("cấp ấp")
_ASIDE = re.compile(r"\([^()]*\)?")
_CUT = re.compile(r",\s+(?:và\s+)?|;\s+|\s+và\s+")
_CUT_END = re.compile(r"(?:[\s,;:*_.]|\svà)+\Z")
_OWN = re.compile(
    r"(?:các|những|mọi|từng|toàn thể|doanh nghiệp|tổ chức|cá nhân|hộ|đơn vị|cơ quan|người|chủ|nhà|[A-ZĐ])"
)
_KIND = re.compile(r"(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|khu|cụm)(?!\w)")
_REACH = 260
STOP = re.compile(r"[.;:!?\n]")
GAP = re.compile(r"\s+(?=[^\W\d_])")
# By what those told go, behind the last of them: "..., Giám đốc Trung tâm C trong phạm vi chức năng ...".
_BY_OFFICE = re.compile(r"(?:trong phạm vi|theo) (?:chức năng|thẩm quyền|nhiệm vụ|quyền hạn|trách nhiệm)")
# What a list of names does not hold: then something is told of them, not to them.
TELLS = re.compile(
    r"(?<!\w)(?:trước(?= ngày| \d)|đã|vừa|sẽ|là|bị|đạt|tăng|giảm|gồm|cho|về|để|nhằm|theo|tại|trong|từ|đến|khi|nếu|như|"
    r"bằng|với|"
    r"đề nghị|yêu cầu|giao(?! thông| dịch| thương)|thống nhất|nhất trí|nêu|cho biết|"
    r"khẳng định|nhấn mạnh|ước|còn|chưa|không|cũng|nhiều|"
    r"một số|do|nào|này|đó|được(?! (?:giao|phân|chọn|cấp|ủy|lựa|thụ|hưởng|hỗ trợ|bố trí)))(?!\w)",
    re.IGNORECASE,
)
# Behind these a verb belongs to a name: "các dự án đang thi công", "cơ quan được giao", "việc tổ chức".
IN_NAME = re.compile(
    r"(?<!\w)(?:đang|được|có|việc|sự|các|của|và|hoặc|quản lý|tham gia|chủ quản|công tác|chủ|nhà)\s*\Z|,\s*\Z",
    re.IGNORECASE,
)


def members_of(page: Page, span: Span) -> Iterator[AgencyMention]:
    """Yield those whom ``span`` lists: known ones as they are known, others as they stand."""
    content = page.content
    hidden = [Span(*aside.span()) for aside in _ASIDE.finditer(content, span.start, span.end)]
    hidden += [agency.span for agency in page.agencies_in(span)]
    starts = [span.start]
    for cut in _CUT.finditer(content, span.start, span.end):
        if any(aside.start < cut.start() < aside.end for aside in hidden):
            continue
        at = cut.end()
        places = PLACES.match(content, at, span.end) and PLACES.match(content, starts[-1], span.end)
        named = at in page.agency_at or _OWN.match(content, at)
        if places or (named and not _KIND.match(content, at)):
            starts.append(at)
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        own = Span(start, start + len(_CUT_END.sub("", content[start:end])))
        found = page.agency_at.get(start)
        yield found if found is not None and found.span == own else mention_of(content, own)


def enlisted(page: Page, start: int, end: int, *, ordered: bool = False) -> Row | None:
    """The list that opens a task and is told to act behind its last name: "Sở A, các xã B, C khẩn trương ...".

    ``ordered`` tells that a verb of instruction stands before it; then it may begin with a small letter.
    """
    content = page.content
    start = skip_marks(content, start, end)
    opens = ordered or content[start : start + 1].isupper() or PLACES.match(content, start, end) is not None
    named = names_somebody(page, start, end) if opens else None
    if named is None:
        return None
    stop = STOP.search(content, start, min(end, start + _REACH))
    if stop is not None and names_places(content, start, stop.start(), end):
        stop = STOP.search(content, stop.end(), min(end, start + _REACH))
    limit = stop.start() if stop else min(end, start + _REACH)
    hidden = [Span(*aside.span()) for aside in _ASIDE.finditer(content, start, limit)]
    for gap in GAP.finditer(content, min(named, limit), limit):
        at = gap.end()
        if any(aside.start < at < aside.end for aside in hidden) or not content[at : at + 1].islower():
            continue
        told = content[start : gap.start()]
        if told.endswith(",") and names_somebody(page, at, end) is None and _KIND.match(content, at) is None:
            return None
        if names_trade(content, told, at, end) or ends_compound(content, at):
            continue
        acts = phrase_at(content, at, end, "actions", "modals") is not None or _BY_OFFICE.match(content, at, end)
        if IN_NAME.search(told) is not None or not acts:
            continue
        return _row(page, Span(start, gap.start())) if _lists(told) else None
    return None


# The trade of a body belongs to its name where it is to do something else: "nhà thầu thi công [hoàn trả mặt đường]".
_TRADE = re.compile(
    r"(?:tư vấn|thi công|giám sát|bồi thường|vận hành|khai thác|sản xuất|kinh doanh|xuất khẩu|chế biến|nghiên cứu|"
    r"đào tạo|cung cấp|đăng ký|xúc tiến|kiểm soát|quản lý|kiểm định|thiết kế|điều tra|sử dụng|"
    r"thụ hưởng|hưởng lợi|giải phóng mặt bằng)(?!\w)"
)
_TRADER = re.compile(
    r"(?<!\w)(?:đơn vị|nhà thầu|cơ quan|doanh nghiệp|viện|cơ sở|công ty|trường|lực lượng|tổ chức|chủ|người|"
    r"văn phòng|trung tâm|"
    r"bồi thường,) ?\Z",
    re.IGNORECASE,
)


def names_trade(content: str, told: str, at: int, end: int) -> bool:
    """Whether the action at ``at``, behind ``told``, only says what kind of body is meant."""
    return _TRADER.search(told) is not None and _TRADE.match(content, at, end) is not None


def names_places(content: str, start: int, colon: int, end: int) -> bool:
    """Whether the ``colon`` stands before the names of places: "Sở Xây dựng các tỉnh, thành phố: A, B và C"."""
    if _PLACES_HEAD.search(content, start, colon) is None:
        return False
    return _PLACE_NAMES.match(content, colon, end) is not None


_PLACES_HEAD = re.compile(
    r"(?:^|\s)[Cc]ác (?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?:, (?!\Z)| và (?!\Z))?)+\Z"
)
_PLACE_NAMES = re.compile(r": [A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*){0,3}(?:, | và )[A-ZĐ]")


def names_somebody(page: Page, start: int, end: int) -> int | None:
    """Where the first words of the name or kind of somebody that begins at ``start`` end; None where none does."""
    known = page.agency_at.get(start)
    if known is not None:
        return known.span.end
    if page.low[start : start + 2] not in _OPENS:
        return None
    matches = (kind.match(page.content, start, end) for kind in (_WHO, GROUP, INSTITUTION, COMMON, PLACES))
    return max((match.end() for match in matches if match is not None), default=None)


def _lists(told: str) -> bool:
    bare = _ASIDE.sub("", told)
    return (bare != told or _CUT.search(bare) is not None) and TELLS.search(bare) is None


# What stands between the last name and what is to be done.
_ADVERB = re.compile(r"\s(?:chỉ|cũng|đều|sẽ|vẫn|luôn|còn|không)\Z")


def _row(page: Page, span: Span) -> Row | None:
    span = Span(span.start, span.start + len(_ADVERB.sub("", page[span])))
    listed = tuple(members_of(page, span))
    known = all(
        names_somebody(page, one.span.start, span.end) or page.content[one.span.start].isupper() for one in listed
    )
    return Row(listed, Span(span.start, listed[-1].span.end)) if known else None
