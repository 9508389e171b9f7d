"""Lines that carry no sentence: titles between paragraphs, captions, closing formulas.

Finds         Trên đây là ..., đề nghị ... nghiêm túc thực hiện · Văn phòng ... thông báo đến ... biết, thực hiện
              Chỉ thị này có hiệu lực ...
Leaves alone  Trên đây là ..., đề nghị ... xây dựng kế hoạch ...: an objective of its own
"""

import re

from dondoc.extraction.directives.actors import row_at, rows_in
from dondoc.extraction.directives.bare import bare_action
from dondoc.extraction.directives.page import Page, Row
from dondoc.text import Span

_CLOSING_NOTICE = re.compile(
    r"""(?:văn\ phòng|sở|ban)[^.;]{0,200}?(?:xin\ |trân\ trọng\ |kính\ )?(?:thông\ báo|truyền\ đạt)(?:\ ý\ kiến
        |\ kết\ luận|\ nội\ dung)?[^.;]{0,420}?(?:biết|thực\ hiện|theo\ dõi|nghiên\ cứu)""",
    re.VERBOSE | re.IGNORECASE,
)
_ABOVE = re.compile(r"\W*trên đây là", re.IGNORECASE)
_ASKED = re.compile(r"(?<!được )(?:yêu cầu|đề nghị|giao(?! ban| thông| dịch| lưu))\s+", re.IGNORECASE)
_FORMULA_TAIL = re.compile(
    r"""(?:nghiêm\ túc\ |khẩn\ trương\ |tổ\ chức\ |căn\ cứ[^,;]{0,80}\ |quan\ tâm,?\ |nghiên\ cứu,?\ |chủ\ động[ ]
    |phối\ hợp\ |kịp\ thời\ |biết,?\ |và\ |để\ )*
        (?:tổ\ chức\ |triển\ khai,?\ |thực\ hiện|chấp\ hành|thi\ hành|phối\ hợp)(?:\ |,|triển\ khai|thực\ hiện
        |tổ\ chức|nghiêm\ túc|có\ hiệu\ quả|hiệu\ quả|tốt|đạt\ kết\ quả|đầy\ đủ|đúng|kịp\ thời|các|nội\ dung
        |nhiệm\ vụ|chỉ\ đạo|kết\ luận|ý\ kiến|nêu\ trên|trên|Thông\ báo|Chỉ\ thị|Kế\ hoạch|Công\ văn|Nghị\ quyết
        |Quyết\ định|này|theo\ đúng|quy\ định|./.|\.)*$""",
    re.VERBOSE | re.IGNORECASE,
)
# All are only to carry out the paper itself, whatever they are called: "... quán triệt, tổ chức thực hiện Chỉ thị này".
_CARRIES_THIS_OUT = re.compile(
    r"""(?:có\ trách\ nhiệm|theo\ chức\ năng|chức\ năng|nhiệm\ vụ|được\ giao|căn\ cứ[^,;.]{0,80}?(?=,|\ tổ|\ triển)
        |(?:tại|của|theo|trong)\ (?:nội\ dung\ )?(?:kế\ hoạch|chỉ\ thị|công\ văn|thông\ báo|phương\ án)\ này
        |(?:các\ )?(?:cơ\ quan|đơn\ vị|địa\ phương|cấp|bộ\ phận)|thuộc(?:\ thẩm\ quyền
        |\ phạm\ vi)?(?:\ quản\ lý)?|trực\ thuộc
        |(?:có\ )?liên\ quan|quán\ triệt|phổ\ biến|tuyên\ truyền|tổ\ chức|triển\ khai|chỉ\ đạo|thực\ hiện
        |thi\ hành|chấp\ hành
        |nghiêm\ túc|nghiêm|khẩn\ trương|kịp\ thời|đầy\ đủ|tốt|có\ hiệu\ quả|hiệu\ quả|đạt\ kết\ quả|bảo\ đảm|đảm\ bảo
        |mục\ đích|yêu\ cầu|đúng|quy\ định|tiến\ độ|các|những|nội\ dung|nêu\ trên|và|để
        |(?:chỉ\ thị|kế\ hoạch|công\ văn|thông\ báo|công\ điện|kết\ luận|văn\ bản|phương\ án|chương\ trình|hướng\ dẫn
        |ý\ kiến\ chỉ\ đạo)\ này
        |[\s,./*_-])++""",
    re.VERBOSE | re.IGNORECASE,
)
_THIS_PAPER = re.compile(
    r"(?:chỉ thị|kế hoạch|công văn|thông báo|công điện|kết luận|văn bản|phương án|chương trình|hướng dẫn) này",
    re.IGNORECASE,
)
# Who is to see to it that others carry the paper out has a task of his own: "Giao A kiểm tra, đôn đốc B thực hiện".
_OVERSEES = re.compile(r"(?<!\w)(?:kiểm tra|theo dõi|đôn đốc|giám sát|hướng dẫn|tổng hợp)(?!\w)")
# _EFFECT and _REPORTS are matched against small letters.
_EFFECT = re.compile(
    r"(?:chỉ thị|quyết định|nghị quyết|thông tư|nghị định|quy chế|quy định|kế hoạch)\s+này\s+(?:có hiệu lực|"
    r"thay thế|được|áp dụng|gồm)|chịu trách nhiệm thi hành (?:quyết định|nghị quyết|chỉ thị) này|"
    r"(?:^|và |đồng thời,? |; )bãi bỏ (?:các )?(?:chỉ thị|quyết định|nghị quyết|thông tư|công văn|quy định)|"
    r"hết hiệu lực",
)
_REPORTS = re.compile(r"(?:trân trọng|kính|xin) (?:báo cáo|kính báo|thông báo|cảm ơn)[^,;]{0,60}$")
# "UBND tỉnh Hà Lam báo cáo./.": who reports, and nothing to do.
_SIGNS_OFF = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Ban|Cục) [^,;:.]{2,60} (?:kính |xin )?báo cáo\Z"
)
_FINISHED = re.compile(r"\./\.\W*$")
# Plain words side by side: the search looks at first letters only.
_TELLTALE = re.compile(
    r"Thông báo|thông báo|Trên đây|trên đây|này|thi hành|hiệu lực|\./\.|Trân trọng|trân trọng|Kính |kính |Bãi bỏ|bãi bỏ"
)
_KNOWN = re.compile(
    r"(?:biết|thực hiện|theo dõi|chỉ đạo|được biết)(?:(?:,| và)\s*(?:tổng hợp,?\s+)?báo cáo (?:kết quả|tiến độ|về)"
    r"[^;.]{0,160})?\W*$",
    re.IGNORECASE,
)
_NAMES_ITSELF = re.compile(r"(?<!\w)này(?!\w)", re.IGNORECASE)
_NOTICE_TO = re.compile(r"thông báo (?:đến|để|tới|cho)\s", re.IGNORECASE)


def is_closing(page: Page, sentence: Span) -> bool:
    """Whether the sentence only closes the document."""
    content = page.content
    start, end = sentence
    if not page.cues.any("closing", start, end) or _TELLTALE.search(content, start, end) is None:
        return False
    words = content[sentence.start : sentence.end].strip(' *_./”"')
    low = words.lower()
    if _EFFECT.search(low) or _REPORTS.search(low) or _SIGNS_OFF.fullmatch(words):
        return True
    notice = _NOTICE_TO.search(words) if len(words) < 700 and _KNOWN.search(words) else None
    if notice is not None and not _ASKED.search(words):
        shift = start + content[start:end].find(words)
        return bare_action(content, Span(start, shift + notice.start())) is None
    if _CLOSING_NOTICE.match(words) and words.lower().endswith(("biết, thực hiện", "thực hiện", "biết")):
        return (
            "thông báo ý kiến" in words.lower() or "thông báo kết luận" in words.lower() or "thông báo" in words.lower()
        )
    if _carries_this_out(page, sentence) or _goes_by_above(page, sentence):
        return True
    if not _ABOVE.match(words) and not _FINISHED.search(content[sentence.start : sentence.end]):
        return False
    asked = list(_ASKED.finditer(words))
    if not asked:
        return _ABOVE.match(words) is not None
    shift = sentence.start + content[sentence.start : sentence.end].find(words)
    row = row_at(page, shift + asked[0].end(), sentence.end)
    return closing_tail(content[row.span.end if row else shift + asked[0].end() : sentence.end], strict=row is not None)


# "Trên cơ sở ý kiến nêu trên, các sở triển khai thực hiện."
_BY_ABOVE = re.compile(
    r"\W*(?:Căn cứ|Trên cơ sở|Theo)(?: các)? (?:nội dung|ý kiến(?: chỉ đạo| kết luận)?|kết luận)(?: nêu)? trên,?\s+"
    r"(?:(?:yêu cầu|đề nghị)\s+)?"
)


def _goes_by_above(page: Page, sentence: Span) -> bool:
    """Whether all are only to carry out what stands above."""
    above = _BY_ABOVE.match(page.content, *sentence)
    row = None if above is None else row_at(page, above.end(), sentence.end)
    return row is not None and closing_tail(page.content[row.span.end : sentence.end], strict=True)


def _carries_this_out(page: Page, sentence: Span) -> bool:
    """Whether whoever is asked is only to carry out the paper that asks."""
    asked = _ASKED.search(page.content, sentence.start, sentence.end)
    paper = None if asked is None else _THIS_PAPER.search(page.content, asked.end(), sentence.end)
    if asked is None or paper is None:
        return False
    rows = rows_in(page, Span(asked.end(), paper.start()))
    last = rows[-1].span.end if rows else asked.end()
    if rows and _OVERSEES.search(page.content, rows[0].span.end, last) is not None:
        return False
    return _CARRIES_THIS_OUT.fullmatch(page.content, last, sentence.end) is not None


def asked_to_close(page: Page, sentence: Span) -> Row | None:
    """Whom the closing sentence asks to carry the document out; what the paragraph goes on with is for them."""
    asked = _ASKED.search(page.content, sentence.start, sentence.end)
    return None if asked is None else row_at(page, asked.end(), sentence.end)


def only_carries_out(page: Page, told: Row | None, clause: Span) -> bool:
    """Whether ``told`` are only to carry out what was said: "nghiêm túc triển khai thực hiện"."""
    if told is None:
        return False
    rest = page.content[told.span.end : clause.end]
    return not _NAMES_ITSELF.search(rest) and closing_tail(rest, strict=True)


def closing_tail(words: str, *, strict: bool) -> bool:
    """Whether what is asked is only to carry the document out; ``strict`` where ``words`` begin behind the agencies."""
    lower = words.strip(" ./,;*_”")
    if strict:
        return _FORMULA_TAIL.fullmatch(lower) is not None
    match = re.search(
        r"(?:nghiêm túc|khẩn trương|tổ chức|triển khai|thực hiện|căn cứ|biết|phối hợp|nghiên cứu)", lower, re.IGNORECASE
    )
    return match is not None and _FORMULA_TAIL.fullmatch(lower[match.start() :]) is not None
