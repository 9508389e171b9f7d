"""An agency as the subject of a task.

Finds         Sở Tài chính khẩn trương ... · Các địa phương cần ... · Để kịp tiến độ, Sở Y tế tham mưu ...
              Riêng huyện A phải ...
Leaves alone  Sở Tài chính đã ... · tham mưu UBND tỉnh xem xét (an object) · vai trò của UBND các huyện
"""

import re
from bisect import bisect_right
from functools import lru_cache

from dondoc.extraction.directives.actors import helps_along, row_at, rows_in
from dondoc.extraction.directives.addressees import named_person, person_at, placed
from dondoc.extraction.directives.counted_groups import is_told
from dondoc.extraction.directives.endings import whole_name
from dondoc.extraction.directives.groups import described_until, describing
from dondoc.extraction.directives.heads import brackets, heads
from dondoc.extraction.directives.members import enlisted
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.predicates import PAST, RELATIVE, predicate
from dondoc.extraction.directives.provinces import place_charged
from dondoc.extraction.directives.unnamed import kinds_subject, mention_of, row_of, unnamed_subject
from dondoc.extraction.directives.unnamed_words import OCCASION, lists_on
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_PERSON = re.compile(
    rf"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+(?-i:(?:[{CAPITALS}][^\W\d_]*\s+){{1,5}})[-–,]\s*", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?:riêng|còn(?=\s(?-i:[A-ZĐ]|các\s))|đối với|về phía|trách nhiệm của|từng|mỗi|tất cả|toàn thể|toàn bộ|"
    r"trước hết|do đó|vì vậy|"
    r"với(?=\s(?:các|những|UBND|Sở|Ban|Công an)\s[^,;:.]{3,80},\s(?:cần|phải|khẩn trương|tiếp tục)\s))\s+",
    re.IGNORECASE,
)
_ABOUT_OPENS = first_letters("riêng còn đối về trách từng mỗi tất toàn trước do vì với")
_PERSON_OPENS = first_letters("các đồng đ/c ông bà")
# What a group was given to do, behind "được giao": "Các cơ quan được giao chủ trì thực hiện Kế hoạch phải ...".
_GIVEN_ON = re.compile(
    r"\s+(?:thực hiện|triển khai|soạn thảo|tham mưu)\s[^.;:,]{2,90}?\s(?=(?:phải|cần|có trách nhiệm|"
    r"chịu trách nhiệm)\b)"
)
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
    r"(?<!\w)(?:chịu trách nhiệm|kiểm điểm|bị xem xét|xử lý trách nhiệm|kỷ luật|không (?:được )?(?:xếp loại|"
    r"xét))(?!\w)",
    re.IGNORECASE,
)
_WHICHEVER = re.compile(r"(?<!\w)nào(?!\w)[^;]*\Z", re.IGNORECASE)


def _before_subject(page: Page, place: int, end: int) -> re.Match[str] | None:
    """The words that lead in a subject: "riêng", "đối với", the name of a person."""
    letters = page.low[place : place + 2]
    about = _ABOUT.match(page.content, place, end) if letters in _ABOUT_OPENS else None
    if about is None and letters in _PERSON_OPENS:
        return _PERSON.match(page.content, place, end)
    return about


@lru_cache(maxsize=8)
def head_subject(page: Page, clause: Span) -> Row | None:
    """The agencies that open the clause and are told something."""
    for place in heads(page.content, clause):
        if lists_on(page.content, place) or _joins_in(page, clause, place):
            continue
        place = _name_begin(page, place, clause.start)
        person = person_at(page.content, place, clause.end)
        if person is None and place == clause.start and _shares_out(page, place):
            person = named_person(page.content, place, clause.end)
        if person is not None:
            return person
        about = _before_subject(page, place, clause.end)
        row = row_at(page, about.end() if about else place, clause.end)
        row = row if row is None or is_told(page, row, clause) else None
        if row is not None and place == clause.start and labels_task(page, row, clause.end):
            return row
        if row is not None and (whole := whole_name(page, row, clause.end)) is not None:
            return whole
        if row is not None and _answers_for_it(page, row, clause.end):
            return row
        if row is not None and predicate(page, row, clause.end):
            wider = _kind_of_body(page, row, clause.end)
            if wider is not None:
                return wider
            named = about is not None and about.re is _PERSON and len(row.agencies) == 1
            return row_of(page.content, place, row.span.end) if named else _qualified(page, row, clause.end)
        begins = about.end() if about else place
        if row is not None and row.span.start == begins and (places := _named_places(page, begins, clause.end)):
            return places
        if row is None and page.content[begins : begins + 1].isupper():
            charged = place_charged(page, begins, clause.end)
            if charged is not None:
                return charged
        unnamed = unnamed_subject(page.content, begins, clause.end)
        if unnamed is not None and about is not None and _ANOTHER.search(page[unnamed.span]) is not None:
            unnamed = None
        if unnamed is None and about is not None:
            unnamed = unnamed_subject(page.content, place, clause.end)
        if unnamed is not None and page.narrates and _DOES_NOT.match(page.content, unnamed.agencies[-1].span.end):
            unnamed = None
        if unnamed is None and row is not None and (listed := _goes_on(page, row, clause.end)) is not None:
            return listed
        if unnamed is not None and (row is None or _reaches_farther(unnamed.span, row.span)):
            return unnamed
        opens = place == clause.start or page.content[clause.start : place].strip(" *_“-+") == ""
        if opens and (listed := enlisted(page, begins, clause.end)) is not None:
            return listed
        if row is not None and about is None:
            return None
    return None


def _answers_for_it(page: Page, row: Row, end: int) -> bool:
    """Whether whoever of ``row`` fails must answer: "UBND xã nào để xảy ra vi phạm thì Chủ tịch phải ..."."""
    named = page.content[row.span.start].isupper()
    return named and _WHICHEVER_OF.match(page.content, row.span.end, end) is not None


def _named_places(page: Page, begins: int, end: int) -> Row | None:
    """Places told by their names, which no list knows: "các huyện A, B tập trung phòng trừ rầy nâu"."""
    return None if page.narrates else placed(page.content, begins, end)


def _shares_out(page: Page, place: int) -> bool:
    """Whether ``place`` goes on sharing out work behind a semicolon: "Giao ông A phụ trách ...; bà B chỉ đạo ..."."""
    return not page.narrates and page.content.startswith("; ", place - 2)


def labels_task(page: Page, row: Row, end: int) -> bool:
    """Whether ``row`` stands before a colon and what it is to do, behind a semicolon: "...; Sở B: rút ngắn ..."."""
    content, colon = page.content, row.span.end
    if not content.startswith(": ", colon) or not content.startswith("; ", row.span.start - 2):
        return False
    return phrase_at(content, colon + 2, end, "actions", "told_actions", "weak_actions") is not None


def _reaches_farther(unnamed: Span, known: Span) -> bool:
    return unnamed.end > known.end or (unnamed.end == known.end and unnamed.start < known.start)


def _kind_of_body(page: Page, row: Row, end: int) -> Row | None:
    """A body that its work names: "Cơ quan thẩm định văn bản (Sở A) phải ..."."""
    if len(row.agencies) > 1 or _ANY_BODY.fullmatch(row.agencies[0].name) is None:
        return None
    works = _WORKS.match(page.content, row.span.end, end)
    return None if works is None else row_of(page.content, row.span.start, works.end("work"))


_ANY_BODY = re.compile(r"(?:các |mọi |những )?(?:cơ quan|đơn vị|bộ phận|tổ chức|doanh nghiệp|nhà thầu)", re.IGNORECASE)
_WORKS = re.compile(
    r"(?P<work>(?:\s[a-zà-ỹđ]+){2,6}?)(?:\s\([^()]{2,120}\))?\s(?=(?:phải|có trách nhiệm|chịu trách nhiệm)\s)"
)


def _name_begin(page: Page, place: int, start: int) -> int:
    """Where the agency that ``place`` cuts in two begins: "... vướng mắc các cơ quan, | đơn vị báo cáo"."""
    if not page.content.startswith(", ", place - 2):
        return place
    begin = page.agency_begin(place)
    return begin if begin >= start else place


def _qualified(page: Page, row: Row, end: int) -> Row:
    """``row`` with what says which of a group are told: "Các cơ quan được giao chủ trì có trách nhiệm ..."."""
    until = described_until(page, row, end)
    failing = until is not None and _FAILING.match(page.content, row.span.end, until) is not None
    if until is not None and failing and not page.content.startswith(("phải ", "cần "), until):
        return row
    if until is not None:
        named = mention_of(page.content, describing(page.content, row, until))
        return Row((*row.agencies[:-1], named), Span(row.span.start, named.span.end))
    relative = RELATIVE.match(page.content, row.span.end, end) if row.agencies[-1].group else None
    if relative is None and " được " in row.agencies[-1].name:
        relative = _GIVEN_ON.match(page.content, row.span.end, end)
    if relative is None or row.companions:
        return row
    last = row.agencies[-1]
    occasion = OCCASION.search(page.content, row.span.end, relative.end())
    told_by = _BY_WHOM.search(page.content, row.span.end, relative.end())
    cut = min(found.start() for found in (occasion, told_by) if found) if occasion or told_by else relative.end() - 1
    named = mention_of(page.content, Span(last.span.start, cut))
    return Row((*row.agencies[:-1], named), Span(row.span.start, named.span.end))


_WHICHEVER_OF = re.compile(
    r"\s+nào\s(?:để|chậm|không|chưa|có|vi phạm|buông lỏng|báo cáo)\s[^.;:]{3,160}?"
    r"(?:,?\sthì\s[^.;:]{0,60}?|\s)(?:phải|chịu trách nhiệm)(?!\w)"
)
# What a group has not done yet says why it is told, and belongs to no name: "các xã chưa đủ năng lực phối hợp ...".
_FAILING = re.compile(r"\s+(?:chưa|không)\s")
# What news says that somebody does not do: "Lãnh đạo xã không trả lời câu hỏi này".
_DOES_NOT = re.compile(r"\skhông\s(?!được|để)")
# Who gave them what they still owe, behind the words that say which of them: "... còn nợ nhiệm vụ do tỉnh giao".
_BY_WHOM = re.compile(r"\s(?:do\s(?:UBND|Chủ tịch|Thường trực|tỉnh|huyện|thành phố|cấp trên|Chính phủ)|\()")
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


# Those among whoever is told that fail, and must account for it: no task apart.
_BLAMED = re.compile(
    r"(?:(?!\snào\s)[^;.:]){0,90}?\s(?:chưa|chậm|thấp|không)\s[^,;.:]{0,60}?phải (?:kiểm điểm|giải trình|chịu)"
)


def is_blamed(page: Page, row: Row, clause: Span) -> bool:
    """Whether ``row`` are those of a group who fail: "...; các chủ đầu tư chưa giải ngân phải kiểm điểm"."""
    return _BLAMED.match(page.content, row.agencies[0].span.start, clause.end) is not None


# Behind a time, too: "Trong 02 tuần tới, Sở Xây dựng báo cáo ...".
_TIMED_OPENS = first_letters("trong từ đến trước chậm")


def loose_subject(page: Page, clause: Span) -> Row | None:
    """The agencies that open a clause where tasks are listed, whatever verb follows unless it reports."""
    timed = page.low[clause.start : clause.start + 2] in _TIMED_OPENS
    row = row_at(page, heads(page.content, clause)[-1] if timed else clause.start, clause.end)
    if row is not None and not is_told(page, row, clause):
        return None
    if row is None:
        return (
            None
            if page.rules or page.narrates
            else kinds_subject(page.content, skip_marks(page.content, clause.start, clause.end), clause.end)
        )
    if PAST.match(page.content, row.span.end, clause.end):
        return None
    return row if GOES_ON.match(page.content, row.span.end, clause.end) else None


GOES_ON = re.compile(
    r"[\s*_]+(?!của|và|với|về(?! đích)|đến|tại|trong|có|do|theo|là|năm|từ|để|hoặc)[a-zà-ỹđ][^\W\d_]*\s+[^\W_]"
)
_JOINED = re.compile(
    r"(?:[,;:]|[,;]?\s(?:thì|do đó|do vậy|vì vậy|vì thế|bởi vậy|từ đó|trên cơ sở đó|đồng thời|và|trong đó|theo đó|"
    r"trước hết|trước mắt(?: là)?))\s*[*_]*\s*$"
)
# What follows from what was done: "Thị xã đã lập kế hoạch, trên cơ sở đó các xã cũng phải ...".
_HENCE = re.compile(r"[,;]?\s(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|từ đó|trên cơ sở đó|theo đó),?\s*\Z")


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


# By whom something was done: "Công văn do ông Lê Văn A, Phó Chủ tịch UBND tỉnh ký".
_SIGNED_BY = re.compile(r"\sdo\s(?:ông|bà|đồng chí|Phó|Chủ tịch|Giám đốc)[^,;.]{0,50},\s\Z", re.IGNORECASE)


def _joins_in(page: Page, clause: Span, place: int) -> bool:
    """Whether who stands at ``place`` only ends the partners of the task that opens the clause."""
    if not page.content.startswith(", ", place - 2) or _WITH.search(page.content, clause.start, place) is None:
        return False
    return _opens_with_action(page, clause)


# Whose session it is: "trình kỳ họp thứ 5, HĐND tỉnh khóa IX, gửi ...".
_AT_SESSION = re.compile(r"(?<!\w)kỳ họp[^,;.]{0,30},\s\Z")
_COUNCIL = re.compile(r"(?:HĐND|Hội đồng nhân dân)(?!\w)")
# What is to be done, and by whom: "Nhiệm vụ này do Sở A chủ trì, Sở B phối hợp".
_MATTER = re.compile(
    r"\W*(?:các |những |riêng )?(?:nhiệm vụ|nội dung|việc|công việc|đề án|phần việc|chuyên đề|báo cáo)(?!\w)"
    r"(?![^.;]*\sđã\s)",
    re.IGNORECASE,
)
_CHARGED_WITH = re.compile(
    r"\s(?:chủ trì|chịu trách nhiệm|thực hiện|đảm nhiệm|đảm nhận|phụ trách|tham mưu|soạn thảo)(?!\w)"
)


def inner_subject(page: Page, clause: Span) -> Row | None:
    """The agencies that stand behind a purpose or a task and are told to act: "Để ..., Sở Y tế khẩn trương ..."."""
    inside = brackets(page.content, clause)
    starts = [bracket.start for bracket in inside]
    for row in rows_in(page, clause):
        before = page.content[max(clause.start, row.span.start - 24) : row.span.start]
        charged = _CHARGED_WITH.match(page.content, row.span.end, clause.end) if before.endswith(" do ") else None
        if charged is None and (_JOINED.search(before) is None or not predicate(page, row, clause.end)):
            continue
        answers = charged is not None and "trách nhiệm" in charged.group()
        if charged is not None and ((page.narrates and not answers) or _MATTER.match(page.content, *clause) is None):
            continue
        index = bisect_right(starts, row.span.start) - 1
        if index >= 0 and inside[index].covers(row.span):
            continue
        told = page.content[clause.start : row.span.start]
        if page.narrates and _HENCE.search(told) is None and (_HAPPENED.search(told) or _SIGNED_BY.search(told)):
            continue
        if _sits_in_session(page, row, clause):
            continue
        if lists_on(page.content, row.span.start):
            continue
        if ";" in told and (answers_only(page, row, clause) or is_blamed(page, row, clause) or _WHICHEVER.search(told)):
            continue
        if helps_along(page, row, clause.end) and _opens_with_action(page, clause):
            continue
        if _OWNERS.search(told) is None and (_WITH.search(told) is None or not _opens_with_action(page, clause)):
            return row
    return None


def _opens_with_action(page: Page, clause: Span) -> bool:
    """Whether a task opens the clause, so that the bodies behind "phối hợp với" are its partners."""
    return any(phrase_at(page.content, place, clause.end, "actions") for place in heads(page.content, clause))


def _sits_in_session(page: Page, row: Row, clause: Span) -> bool:
    """Say whether the row is the council whose session was named just before it."""
    if _COUNCIL.match(page.content, row.span.start) is None:
        return False
    return _AT_SESSION.search(page.content, max(clause.start, row.span.start - 40), row.span.start) is not None
