"""An agency as the subject of a task.

Finds         Sở Tài chính khẩn trương ... · Các địa phương cần ... · Để kịp tiến độ, Sở Y tế tham mưu ...
              Riêng huyện A phải ...
Leaves alone  Sở Tài chính đã ... · tham mưu UBND tỉnh xem xét (an object) · vai trò của UBND các huyện
"""

import re
from bisect import bisect_right

from dondoc.extraction.directives.actors import row_at, rows_in, whole_name
from dondoc.extraction.directives.addressees import person_at
from dondoc.extraction.directives.bare import reports_to
from dondoc.extraction.directives.heads import brackets, heads
from dondoc.extraction.directives.members import enlisted, is_directed
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed import kinds_subject, mention_of, row_of, unnamed_subject
from dondoc.extraction.directives.unnamed_words import lists_on
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_PERSON = re.compile(
    r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+(?-i:(?:[A-ZÀ-ỸĐ][^\W\d_]*\s+){1,5})[-–,]\s*", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?:riêng|đối với|về phía|trách nhiệm của|từng|mỗi|tất cả|toàn thể|toàn bộ|trước hết|do đó|vì vậy)\s+",
    re.IGNORECASE,
)
_ABOUT_OPENS = first_letters("riêng đối về trách từng mỗi tất toàn trước do vì")
_PERSON_OPENS = first_letters("các đồng đ/c ông bà")
_FILLER = re.compile(
    r"""[\s*_]*(?:\([^()]{0,200}\)\s*)?
        (?:(?:có\s+)?liên\s+quan|trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?(?:tỉnh|thành\s+phố|huyện|xã|phường))?
        |trong\s+(?:tỉnh|vùng|khu\s+vực|toàn\s+(?:tỉnh|quốc)|cả\s+nước)|thuộc\s+tỉnh|toàn\s+tỉnh
          |tỉnh|thành\s+phố|các\s+cấp|nêu\s+trên|còn\s+lại|khác|được\s+giao|này|địa\s+phương|đó|của\s+tỉnh
          |thì)?[\s*_]*,?[\s*_]*""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUND = re.compile(
    r"(?:căn cứ|theo|trên cơ sở|trong phạm vi|với vai trò|tùy|tuỳ|trong thời gian|trước ngày|chậm nhất|"
    r"trong quá trình|bằng|từ nay|trong tháng|trong quý|trong năm|định kỳ|hằng|hàng|khi|sau khi|trước khi|qua|"
    r"bên cạnh|ngoài|tại)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"[\s*_,]*(?:cũng\s+|cơ bản\s+|luôn\s+)?(?:đã|đang|vừa|luôn|được|là|có\s+ý\s+kiến|báo\s+cáo\s+tình|chưa|còn|"
    r"cơ bản|cho biết|cho rằng|khẳng định|nhấn mạnh|bày tỏ|nêu rõ|đánh giá cao|ghi nhận|chủ trì (?:cuộc họp|"
    r"phiên họp|buổi))\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"[\s*_,]*(?:còn (?:có trách nhiệm|phải|được (?:giao|yêu cầu|chỉ đạo))|được giao(?: nhiệm vụ)? (?:chủ trì|"
    r"phối hợp|tham mưu|làm)|là (?:cơ quan|đơn vị|đầu mối)|"
    r"chưa (?:hoàn thành|thực hiện)[^.;]{0,120}(?:phải|cần|khẩn trương))",
    re.IGNORECASE,
)
_OBJECTIVE = re.compile(
    r"[\s*_,]*(?:giữ (?:vững )?quan điểm|đặt mục tiêu|xác định|quyết tâm|thống nhất (?:mục tiêu|quan điểm)|sẽ)\b",
    re.IGNORECASE,
)
_STRIVE = re.compile(r"phấn đấu|nỗ lực|quyết tâm|đạt mức|hoàn thành", re.IGNORECASE)
_RELATIVE = re.compile(
    r"[\s*_]*(?:đã\s+)?(?:được\s+(?:giao|phân công|phân bổ|hỗ trợ|bố trí|thụ hưởng|chọn)|có|chưa|còn|đang|"
    r"phụ trách|sử dụng|"
    r"quản lý|là)\b[^.;:,]{0,140}?\s(?=(?:phải|cần|có trách nhiệm|chịu trách nhiệm|khẩn trương|nghiêm túc)\b)",
    re.IGNORECASE,
)
# What a group was given to do, behind "được giao": "Các cơ quan được giao chủ trì thực hiện Kế hoạch phải ...".
_GIVEN_ON = re.compile(
    r"\s+(?:thực hiện|triển khai|soạn thảo|tham mưu)\s[^.;:,]{2,90}?\s(?=(?:phải|cần|có trách nhiệm|"
    r"chịu trách nhiệm)\b)"
)
_RESULT = re.compile(r"\s+(?:được|đạt \d|tăng \d|giảm \d)", re.IGNORECASE)
_GROUND_REACH = 420
_NEXT = re.compile(r",\s+(?=[A-ZĐ])")
# Whoever heads the bodies already told, and what follows where they fail: no other lead.
_OWN_HEAD = re.compile(
    r"(?:người đứng đầu|thủ trưởng|lãnh đạo|cán bộ|cá nhân|tập thể)(?:,?\s+(?:cấp ủy|chính quyền|các|đơn vị|"
    r"cơ quan|địa phương|tổ chức|này|đó|và|công chức|viên chức))*",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\s+(?:chủ (?:rừng|đầu tư|quản|dự án|mỏ|đập|hồ)|thi công|tư vấn|quản lý|được giao|chủ trì)(?!\w)", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"(?<!\w)(?:chịu trách nhiệm|kiểm điểm|bị xem xét|xử lý trách nhiệm|kỷ luật)(?!\w)", re.IGNORECASE
)
_WHICHEVER = re.compile(r"(?<!\w)nào(?!\w)[^;]*\Z", re.IGNORECASE)


def predicate(page: Page, row: Row, end: int) -> bool:
    """Whether the words after ``row`` tell it to do something."""
    content = page.content
    after = row.span.end
    if _DUTY.match(content, after, end):
        return True
    if _OBJECTIVE.match(content, after, end):
        return _STRIVE.search(content, after, min(end, after + _GROUND_REACH)) is not None
    if content[after : min(end, after + 40)].lstrip(" *_")[:1] in (";", ":", ".", "?", ""):
        return False
    filler = _FILLER.match(content, after, end)
    at = filler.end() if filler else after
    if row.agencies[-1].group and (relative := _RELATIVE.match(content, after, end)) is not None:
        return phrase_at(content, relative.end(), end, "actions", "modals") is not None
    assigned = None if row.agencies[-1].group else _ASSIGNED.match(content, after, end)
    if assigned is not None:
        return phrase_at(content, assigned.end(), end, "actions", "told_actions", "weak_actions") is not None
    if _PAST.match(content, at, end) or _PAST.match(content, after, end):
        return False
    told = phrase_at(content, at, end, "actions", "modals", "told_actions")
    if told is not None:
        return content[told - 5 : told] == "không" or _RESULT.match(content, told, end) is None
    if reports_to(content, at, end) is not None:
        return True
    if _GROUND.match(content, at, end):
        reach = min(end, at + _GROUND_REACH)
        return _VERBS.search(content, at, reach) is not None and _DONE.search(content, at, reach) is None
    return False


# "Sở Y tế được giao kiểm tra ...": the body is told; a group so described is only named ("các đơn vị được giao vốn").
_ASSIGNED = re.compile(
    r"[\s*_]+(?:cũng\s+|sẽ\s+|còn\s+)?(?:được\s+(?:giao|phân công|ủy quyền|yêu cầu|đề nghị|chỉ đạo)|"
    r"bị\s+yêu cầu)(?:\s+(?:nhiệm vụ|trách nhiệm|thêm|phải|cần))?[\s:]+",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?<!\w)(?:đã|ước đạt|đạt được)(?!\w)", re.IGNORECASE)
_VERBS = re.compile(
    r"(?<!\w)(?:khẩn trương|chủ động|tập trung|tiếp tục|tăng cường|chịu trách nhiệm|có trách nhiệm|cần|phải|"
    r"chủ trì|tham mưu|triển khai|"
    r"tổ chức|xây dựng|rà soát|thực hiện|báo cáo|hướng dẫn|kiểm tra|chỉ đạo|phối hợp|đẩy mạnh|kịp thời|nghiêm túc|"
    r"đôn đốc|gửi|lập|giúp|bố trí|đề xuất|bảo đảm|đảm bảo|hỗ trợ|tạo|xử lý|giải quyết|tổng hợp|trình|cập nhật|"
    r"phân công|quy định|ban hành|lựa chọn)(?!\w)",
    re.IGNORECASE,
)


def _before_subject(page: Page, place: int, end: int) -> re.Match[str] | None:
    """The words that lead in a subject: "riêng", "đối với", the name of a person."""
    letters = page.low[place : place + 2]
    about = _ABOUT.match(page.content, place, end) if letters in _ABOUT_OPENS else None
    if about is None and letters in _PERSON_OPENS:
        return _PERSON.match(page.content, place, end)
    return about


def head_subject(page: Page, clause: Span) -> Row | None:
    """The agencies that open the clause and are told something."""
    for place in heads(page.content, clause):
        if lists_on(page.content, place):
            continue
        place = _name_begin(page, place, clause.start)
        person = person_at(page.content, place, clause.end)
        if person is not None:
            return person
        about = _before_subject(page, place, clause.end)
        row = row_at(page, about.end() if about else place, clause.end)
        if row is not None and (whole := whole_name(page, row, clause.end)) is not None:
            return whole
        if row is not None and predicate(page, row, clause.end):
            named = about is not None and about.re is _PERSON and len(row.agencies) == 1
            return row_of(page.content, place, row.span.end) if named else _qualified(page, row, clause.end)
        unnamed = unnamed_subject(page.content, about.end() if about else place, clause.end)
        if unnamed is not None and about is not None and _ANOTHER.search(page[unnamed.span]) is not None:
            unnamed = None
        if unnamed is None and about is not None:
            unnamed = unnamed_subject(page.content, place, clause.end)
        if unnamed is None and row is not None and (listed := _goes_on(page, row, clause.end)) is not None:
            return listed
        if unnamed is not None and (
            row is None
            or unnamed.span.end > row.span.end
            or (unnamed.span.end == row.span.end and unnamed.span.start < row.span.start)
        ):
            return unnamed
        opens = place == clause.start or page.content[clause.start : place].strip(" *_“-+") == ""
        if opens and (listed := enlisted(page, about.end() if about else place, clause.end)) is not None:
            return listed
        if row is not None and about is None:
            return None
    return None


def _name_begin(page: Page, place: int, start: int) -> int:
    """Where the agency that ``place`` cuts in two begins: "... vướng mắc các cơ quan, | đơn vị báo cáo"."""
    if not page.content.startswith(", ", place - 2):
        return place
    begin = page.agency_begin(place)
    return begin if begin >= start else place


def _qualified(page: Page, row: Row, end: int) -> Row:
    """``row`` with what says which of a group are told: "Các cơ quan được giao chủ trì có trách nhiệm ..."."""
    relative = _RELATIVE.match(page.content, row.span.end, end) if row.agencies[-1].group else None
    if relative is None and " được " in row.agencies[-1].name:
        relative = _GIVEN_ON.match(page.content, row.span.end, end)
    if relative is None or row.companions:
        return row
    last = row.agencies[-1]
    named = mention_of(page.content, Span(last.span.start, relative.end() - 1))
    return Row((*row.agencies[:-1], named), Span(row.span.start, named.span.end))


# Behind the matter comes who is told: "Đối với các hộ bị ảnh hưởng, Thành phố cần ...".
_ANOTHER = re.compile(r",\s+(?:(?-i:[A-ZĐ])|tỉnh|huyện|thành phố|xã|phường)")


def _goes_on(page: Page, row: Row, end: int) -> Row | None:
    """``row`` with the bodies behind its comma that no list knows: "Phòng Y tế, Trạm X, Trạm Y trực ..."."""
    comma = _NEXT.match(page.content, row.span.end, end)
    more = None if comma is None else unnamed_subject(page.content, comma.end(), end)
    return None if more is None else Row(row.everyone + more.agencies, Span(row.span.start, more.span.end))


def answers_only(page: Page, row: Row, clause: Span) -> bool:
    """Whether ``row`` is whoever heads the bodies already told, answering for them: no other lead."""
    after = Span(row.span.end, clause.end)
    if _WHOSE.match(page.content, after.start, after.end):
        return False
    return _OWN_HEAD.fullmatch(page[row.span]) is not None and _ANSWERS.search(page[after]) is not None


# Behind a time, too: "Trong 02 tuần tới, Sở Xây dựng báo cáo ...".
_TIMED_OPENS = first_letters("trong từ đến trước chậm")


def loose_subject(page: Page, clause: Span) -> Row | None:
    """The agencies that open a clause where tasks are listed, whatever verb follows unless it reports."""
    timed = page.low[clause.start : clause.start + 2] in _TIMED_OPENS
    row = row_at(page, heads(page.content, clause)[-1] if timed else clause.start, clause.end)
    if row is None:
        return (
            None
            if page.rules or page.narrates
            else kinds_subject(page.content, skip_marks(page.content, clause.start, clause.end), clause.end)
        )
    if _PAST.match(page.content, row.span.end, clause.end):
        return None
    return row if _GOES_ON.match(page.content, row.span.end, clause.end) else None


_GOES_ON = re.compile(r"[\s*_]+(?!của|và|với|về|đến|tại|trong|có|do|theo|là|năm|từ|để|hoặc)[a-zà-ỹđ][^\W\d_]*\s+[^\W_]")
_JOINED = re.compile(r"(?:[,;:]|[,;]?\s(?:thì|do đó|vì vậy|đồng thời|và|trong đó|theo đó))\s*[*_]*\s*$")


# The partners of a task that opens the clause, listed on: "Phối hợp với Vụ A, Viện B và các đơn vị ...".
_WITH = re.compile(r"(?:phối hợp|cùng)(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?(?!\w)[^;:.]{0,220}\Z", re.IGNORECASE)


# Who has something, and who else: "Kế hoạch của các ngành và các địa phương phải ...".
_OWNERS = re.compile(r"(?<!\w)(?:của|tại|cho)\s[^,;:.]{0,60}(?:,[^,;:.]{0,40})?\s+và\s*\Z", re.IGNORECASE)


# What news tells of the past is no task of whoever comes behind it.
_HAPPENED = re.compile(
    r"\s(?:đã|vừa)\s+(?!yêu cầu|giao|chỉ đạo|đề nghị|có (?:văn bản|công văn|ý kiến)|ký|ban hành|nêu|được|duyệt|"
    r"phê)",
    re.IGNORECASE,
)


def inner_subject(page: Page, clause: Span) -> Row | None:
    """The agencies that stand behind a purpose or a task and are told to act: "Để ..., Sở Y tế khẩn trương ..."."""
    inside = brackets(page.content, clause)
    starts = [bracket.start for bracket in inside]
    for row in rows_in(page, clause):
        before = page.content[max(clause.start, row.span.start - 24) : row.span.start]
        if _JOINED.search(before) is None or not predicate(page, row, clause.end):
            continue
        index = bisect_right(starts, row.span.start) - 1
        if index >= 0 and inside[index].covers(row.span):
            continue
        told = page.content[clause.start : row.span.start]
        if page.narrates and _HAPPENED.search(told) is not None:
            continue
        if lists_on(page.content, row.span.start) or is_directed(page, clause.start, row.span.start):
            continue
        if ";" in told and (answers_only(page, row, clause) or _WHICHEVER.search(told)):
            continue
        if _OWNERS.search(told) is None and (_WITH.search(told) is None or not _opens_with_action(page, clause)):
            return row
    return None


def _opens_with_action(page: Page, clause: Span) -> bool:
    """Whether a task opens the clause, so that the bodies behind "phối hợp với" are its partners."""
    return any(phrase_at(page.content, place, clause.end, "actions") for place in heads(page.content, clause))
