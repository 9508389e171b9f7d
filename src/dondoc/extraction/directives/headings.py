"""Headings and introductions: who is told in what stands under them, and where the action begins.

Finds         2. Sở A chủ trì, phối hợp với B: · 5. Sở C: Tiếp tục ... · Về phòng dịch: Bằng mọi biện pháp ...
              ... thực hiện các công việc sau:
Leaves alone  các dự án lớn như: cầu A, cầu B · thời gian: 30 ngày
"""

import re
from dataclasses import dataclass

from dondoc.extraction.directives.actors import partners, row_at, rows_in
from dondoc.extraction.directives.bare import reported
from dondoc.extraction.directives.heads import brackets
from dondoc.extraction.directives.issued import ITSELF_TOLD, find_issued
from dondoc.extraction.directives.members import enlisted
from dondoc.extraction.directives.page import Agencies, Page, Row
from dondoc.extraction.directives.phrases import skip_marks
from dondoc.extraction.directives.subjects import head_subject
from dondoc.extraction.directives.unnamed import named_head, row_of
from dondoc.extraction.directives.unnamed_words import PLACES, SECTOR_TAKES_ON
from dondoc.frozen import quickly_made
from dondoc.text import Span

_COLON = re.compile(r":[*_]*(?=\s|$)")
_HEAD_REACH = 400
# What was asked for may be told at length before what is decided on it.
ASKED = re.compile(r"\W*(?:về|đối với)\s(?:các\s|những\s)?(?:đề nghị|kiến nghị|đề xuất|ý kiến)\b", re.IGNORECASE)
_ASKED_REACH = 1600
_COLON_REACH = 40
_NEAR_ORDER = 40
_ASIDE = re.compile(r"\([^()]*\)")
_OWNED = re.compile(r"(?:do|của|với|trình|báo cáo|nghe|tại|ý kiến|và)\s+$", re.IGNORECASE)
_DONE = re.compile(r"(?<!\w)(?:đã|vừa|đạt được)(?!\w)")
_CARRY_OUT = re.compile(
    r"[\s,*_]*(?:cần|phải|tập trung|thực hiện|triển khai|khẩn trương|tiếp tục|nghiêm túc|chủ động|quan tâm|"
    r"phối hợp|lưu ý|quán triệt|chỉ đạo|đẩy mạnh|tăng cường|tổ chức|lãnh đạo|theo chức năng|căn cứ|cụ thể h(?:óa|oá)|"
    r"nghiên cứu|bám sát|xây dựng|nêu cao|phát huy|kịp thời|tiến hành|đề cao)(?!\w)",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"(?<!\w)(?:đã|được|đạt|cơ bản|còn|có nhiều|kết quả|hạn chế|tồn tại|khó khăn|tăng|giảm|gồm|như|là|nêu rõ|"
    r"cho biết|khẳng định|cho rằng|nói)(?!\w)",
    re.IGNORECASE,
)
# Matched against small letters.
_CONCLUDES = re.compile(
    r"(?:kết luận|ý kiến chỉ đạo|chỉ đạo|có ý kiến|phát biểu|thống nhất)(?:[^:;.,]{0,80}(?:như sau|sau đây|"
    r"sau))?\s*:\W*$|(?:ý kiến|nội dung)\s+kết luận\s+(?:của|tại)\s[^:;.]{2,90}:\W*$"
)
_ADDRESS = re.compile(
    r"""(?:đối\ với|trách\ nhiệm\ của|về\ phía|nhiệm\ vụ\ của|(?:đề\ nghị|yêu\ cầu
        |giao(?:\ trách\ nhiệm(?:\ cho)?|\ nhiệm\ vụ\ cho|\ cho)?|phân\ công
        |kính\ đề\ nghị)(?:\ (?:các\ )?đồng\ chí)?)\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:đối với|trách nhiệm của|về phía|nhiệm vụ của)\s+", re.IGNORECASE)
# The colon of a list of branches: "yêu cầu các ngành: Thuế, Hải quan và các địa phương tháo gỡ ...".
_SECTORS = re.compile(
    r"(?:yêu cầu|đề nghị|giao|chỉ đạo|phối hợp với|với|và|cùng|,|;) các (?:ngành|sở|sở, ngành|bộ|ban|phòng|huyện|xã|"
    r"phường|địa phương"
    r"|đơn vị|cơ quan)\s?: [A-ZĐ]?\Z"
)
_MUST = re.compile(r"[\s*_,]*(?:cần|phải|có trách nhiệm|tập trung|khẩn trương|tiếp tục|chủ động)(?!\w)")
_PROPOSES = re.compile(r"(?<!\w)(?:đề xuất|kiến nghị)(?: với)?\s")
# Who directs, not who is told: "UBND tỉnh chỉ đạo như sau:".
_DIRECTS = re.compile(
    r"\s+(?:có\s+)?(?:ý\s+kiến\s+)?chỉ\s+đạo,?\s*(?:thực\s+hiện\s+)?(?:như\s+sau|sau\s+đây)[\s:*_]*",
    re.IGNORECASE,
)
_ROLE_WORDS = re.compile(
    r"""[\s,*_;.()-]*(?:(?:chủ\ trì|là\ (?:cơ\ quan|đơn\ vị)\ (?:chủ\ trì|đầu\ mối)|làm\ đầu\ mối
        |có\ trách\ nhiệm|chịu\ trách\ nhiệm|thực\ hiện|phối\ hợp|tập\ trung|cần|phải|và|với|cùng|có|liên\ quan
        |các\ (?:nội\ dung|nhiệm\ vụ|công\ việc)(?:\ sau)?|một\ số|sau|như|trên\ địa\ bàn|tỉnh|thành\ phố|huyện
        |trực\ tiếp|chỉ\ đạo|triển\ khai|theo\ chức\ năng(?:,?\ nhiệm\ vụ)?(?:\ được\ giao)?|tham\ mưu
        |khẩn\ trương|tổ\ chức|thuộc\ tỉnh)[\s,*_;.()-]*)*""",
    re.VERBOSE | re.IGNORECASE,
)
# Matched against small letters.
_HANDOVER = re.compile(
    r"""(?:[,;.]\s*)?(?:(?:trong\ đó|cụ\ thể|trước\ mắt|trọng\ tâm\ là|đồng\ thời|và|nhất\ là|như\ sau)[,\s]+)*
        (?:cần\s+|phải\s+|tiếp\ tục\s+|khẩn\ trương\s+|nghiêm\ túc\s+|quyết\ liệt\s+)*
        (?:(?:lưu\ ý|tập\ trung|chú\ trọng|quan\ tâm|thực\ hiện|triển\ khai|chú\ ý|chỉ\ đạo|làm|giải\ quyết
        |quán\ triệt|nghiêm\ túc|có\ hiệu\ quả|hiệu\ quả|đồng\ bộ|tốt|ngay|quyết\ liệt|tổ\ chức|hoàn\ thành|vào
        |lãnh\ đạo|điều\ hành|đầy\ đủ|kịp\ thời|kết\ luận|ý\ kiến|có)[,\s]+)+
        (?:(?:một\ số|những|các|mấy|\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám)\s+)?
        (?:(?:nhóm|mặt|công\ việc|việc|nội\ dung|nhiệm\ vụ|giải\ pháp|công\ tác|biện\ pháp|vấn\ đề|yêu\ cầu|điểm
        |trọng\ tâm|chủ\ yếu|cụ\ thể|cơ\ bản|sau\ đây|sau|dưới\ đây|như\ sau|như|đây|chính|cấp\ bách|quan\ trọng
        |và|,|trước\ mắt|trong\ thời\ gian\ tới|trọng\ điểm|chỉ\ đạo)\s*)+
        [:.]?[*_\s]*$""",
    re.VERBOSE,
)
_AS_FOLLOWS = re.compile(
    r"(?:như\s+sau|sau\s+đây|dưới\s+đây|(?:việc|nội\s+dung|nhiệm\s+vụ|công\s+tác|giải\s+pháp|"
    r"yêu\s+cầu)\s+sau)\s*[:.]?[*_\s]*$",
    re.IGNORECASE,
)


_QUALIFIES = re.compile(
    r"(?:vùng|khu vực|thuộc|ven|phía|dọc|nơi|có|còn|chưa|đang|được|quản lý|sử dụng|trong|tại|giữ|phụ trách|đóng)\s"
    r"(?:(?!kết luận|báo cáo|yêu cầu|đề nghị|giao|chỉ đạo|thống nhất|đã|phát biểu|nhấn mạnh|như sau|sau đây|cần|"
    r"phải|là|"
    r"chịu|thực hiện|tập trung|triển khai|việc|nhiệm vụ)\w+[\s,–-]*){1,14}\Z",
    re.IGNORECASE,
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Address:
    """Who a heading or an introduction tells, and the words that say so."""

    lead: Agencies
    coordinating: Agencies
    words: Span
    rule: str


def colon_after_head(content: str, sentence: Span) -> int | None:
    """The offset of the first colon outside parentheses that is followed by white space, within reach."""
    asked = ASKED.match(content, sentence.start, sentence.end) is not None
    limit = min(sentence.end, sentence.start + (_ASKED_REACH if asked else _HEAD_REACH))
    if content.find(":", sentence.start, limit) < 0:
        return None
    inside: tuple[Span, ...] | None = None
    for match in _COLON.finditer(content, sentence.start, limit):
        if inside is None:
            inside = brackets(content, sentence)
        if _SECTORS.search(content, max(sentence.start, match.start() - _NEAR_ORDER), match.end() + 2) is not None:
            continue
        if not any(bracket.start < match.start() < bracket.end for bracket in inside):
            return match.start()
    return None


def ends_in_colon(words: str) -> bool:
    """Whether nothing but marks stands behind the last colon of ``words``."""
    colon = words.rfind(":")
    return colon >= 0 and not any(sign.isalnum() for sign in words[colon : colon + _COLON_REACH])


def concludes(words: str) -> bool:
    """Whether ``words`` announce what a leader concluded ("... kết luận như sau:")."""
    return ends_in_colon(words) and _CONCLUDES.search(words.lower()) is not None


def is_topic(content: str, head: Span) -> bool:
    """Whether ``head`` names what the sentence is about and says nothing yet: "Về phòng, chống dịch"."""
    return _SAYING.search(content, head.start, head.end) is None


def read_address(page: Page, head: Span) -> Address | None:
    """Return whom ``head`` addresses where it does nothing else: "Sở A chủ trì, phối hợp với B"."""
    start = skip_marks(page.content, head.start, head.end)
    opening = _ADDRESS.match(page.content, start, head.end)
    row = row_at(page, opening.end() if opening else start, head.end)
    if row is None:
        return _alone(page, head)
    if (places := _places(page, row, head)) is not None:
        return places
    if not all(agency.group for agency in row.agencies) and _DIRECTS.fullmatch(page.content, row.span.end, head.end):
        return None
    listed = None if page.agency_at.get(row.span.start) is None else enlisted(page, row.span.start, head.end)
    longer = listed if listed is not None and listed.span.end > row.span.end else None
    return _told_by(page, head, row) or (_told_by(page, head, longer) if longer else None) or _alone(page, head)


def _told_by(page: Page, head: Span, row: Row) -> Address | None:
    """``row`` with its partners, where ``head`` says nothing else than who does what part."""
    together = partners(page, head, row)
    last = max([row.span.end, *(agency.span.end for agency in together)])
    between = page.content[row.span.end : min((a.span.start for a in together), default=last)]
    for words in (between, page.content[last : head.end]):
        words = _ASIDE.sub(" ", words)
        match = _ROLE_WORDS.match(words)
        left = words[match.end() if match else 0 :].strip(" :*_.,;-()")
        if left and not _QUALIFIES.match(left):
            return None
    return Address(row.agencies, together, Span(row.span.start, last), "lead.heading")


def _places(page: Page, row: Row, head: Span) -> Address | None:
    """The places that make up a heading by their names: "Riêng các huyện A, B, C:"."""
    named = PLACES.match(page.content, row.span.start, head.end)
    if named is None or page.content[named.end() : head.end].strip(" :*_"):
        return None
    listed = row_of(page.content, *named.span())
    return Address(listed.agencies, (), listed.span, "lead.heading")


def read_order(page: Page, head: Span) -> Address | None:
    """All whom a heading orders, whatever stands between them: "Giao Sở A, các đơn vị khác; UBND các xã"."""
    start = skip_marks(page.content, head.start, head.end)
    opening = _ADDRESS.match(page.content, start, head.end)
    rows = rows_in(page, Span(opening.end(), head.end)) if opening is not None else []
    if not rows or rows[0].span.start > start + _NEAR_ORDER:
        return None
    told = tuple(agency for row in rows for agency in row.agencies)
    return Address(told, (), Span(rows[0].span.start, rows[-1].span.end), "lead.heading")


def _alone(page: Page, head: Span) -> Address | None:
    start = skip_marks(page.content, head.start, head.end)
    opening = _ABOUT.match(page.content, start, head.end) or _ADDRESS.match(page.content, start, head.end)
    row = named_head(page.content, Span(opening.end(), head.end) if opening else head)
    if row is None:
        return None
    group = page.content[row.span.start : row.span.start + 4].lower() == "các "
    return Address(row.agencies, (), row.span, "lead.heading.group" if group else "lead.heading")


def read_introduction(page: Page, sentence: Span) -> Address | None:
    """Return whom a sentence that hands over a list addresses: "yêu cầu các sở ... thực hiện các việc sau:"."""
    issued = find_issued(page, sentence)
    row = issued[0] if issued is not None else None
    row = row or _proposed_to(page, sentence)
    if row is None and (branch := _branch(page, sentence)) is not None:
        return Address(branch.agencies, (), branch.span, "lead.introduction")
    if row is None and (_directs_below(page, sentence) or _commanded(page, sentence)):
        row = head_subject(page, sentence)
    if row is None and (concludes(page[sentence]) or reported(page, sentence)):
        return None
    if row is None:
        row = head_subject(page, sentence)
    if row is None:
        address = read_address(page, sentence)
        if address is not None:
            return address
        rows = rows_in(page, sentence)
        row = next((r for r in rows if _told(page, r, sentence.end)), None)
    if row is None:
        return None
    return Address(row.agencies, partners(page, sentence, row), row.span, "lead.introduction")


def _directs_below(page: Page, sentence: Span) -> bool:
    """Whether a body that is told itself directs others: "Sở A chỉ đạo Chi cục B thực hiện các nội dung sau:"."""
    at = page.content.find(" chỉ đạo ", sentence.start, min(sentence.end, sentence.start + _HEAD_REACH))
    if at < 0 or ITSELF_TOLD.match(page.content[sentence.start : at + 1]) is None:
        return False
    return row_at(page, at + len(" chỉ đạo "), sentence.end) is not None


def _commanded(page: Page, sentence: Span) -> bool:
    """Whether whoever opens the sentence must do what follows: "Ban Thường vụ cần lãnh đạo, chỉ đạo ... sau:"."""
    row = row_at(page, sentence.start, sentence.end)
    return row is not None and _MUST.match(page.content, row.span.end, sentence.end) is not None


def _proposed_to(page: Page, sentence: Span) -> Row | None:
    """Whom the office that reports proposes a list to: "Cục A đề xuất các ngành, các địa phương tập trung ... sau:"."""
    match = _PROPOSES.search(page.content, *sentence)
    row = None if match is None else row_at(page, match.end(), sentence.end)
    return row if row is not None and _told(page, row, sentence.end) else None


def _branch(page: Page, sentence: Span) -> Row | None:
    """The branch of the administration that takes a list on: "ngành nông nghiệp xác định nhiệm vụ như sau:"."""
    if page.low.find("ngành", *sentence) < 0 or _DONE.search(page.content, *sentence) is not None:
        return None
    match = SECTOR_TAKES_ON.search(page.content, *sentence)
    return None if match is None else row_of(page.content, *match.span())


def _told(page: Page, row: Row, end: int) -> bool:
    if _OWNED.search(page.content, max(row.span.start - 16, 0), row.span.start):
        return False
    after = row.span.end
    return (_CARRY_OUT.match(page.content, after, end) or _STRIVES.match(page.content, after, end)) is not None


# Who sets out to reach what is listed: "Các chỉ tiêu chủ yếu UBND thị xã phấn đấu thực hiện:".
_STRIVES = re.compile(r"\s+(?:phấn đấu|quyết tâm)\s[^.;]{2,90}:\W*\Z")


def hands_over(content: str, sentence: Span) -> bool:
    """Whether the sentence announces a list: it ends with a colon or "như sau"."""
    words = content[max(sentence.start, sentence.end - 60) : sentence.end].rstrip(' *_”"')
    if words.endswith(":"):
        return True
    low = words.lower()
    return ("sau" in low or "đây" in low) and _AS_FOLLOWS.search(low) is not None


def without_handover(page: Page, sentence: Span) -> Span:
    """``sentence`` up to the words that hand over a list ("..., trong đó cần lưu ý mấy việc:")."""
    start = max(sentence.start, sentence.end - 240)
    match = _HANDOVER.search(page.low, start, sentence.end)
    return Span(sentence.start, match.start()) if match else sentence
