"""How a clause instructs: the form it has, who is told, and by which words.

A form is tried in a fixed order: issued ("giao Sở X ..."), subject ("Sở X khẩn trương ..."), inner subject
("Để ..., Sở X ..."), duty ("Việc ... phải ..."), bare ("Rà soát ..."), loose ("Chi ngân sách bảo đảm ...").
"""

import re
from dataclasses import dataclass
from typing import Literal

from dondoc.extraction.directives.actors import only_joins, opens_together, partners, row_at
from dondoc.extraction.directives.bare import bare_action, duty, handed_in, reported
from dondoc.extraction.directives.issued import AHEAD, find_issued
from dondoc.extraction.directives.opening_times import aims_ahead, tells_so_far
from dondoc.extraction.directives.page import Agencies, Page, Row
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.extraction.directives.subjects import head_subject, inner_subject, loose_subject
from dondoc.extraction.directives.unnamed import named_head, row_of
from dondoc.frozen import quickly_made
from dondoc.text import Span

_ACTS = re.compile(
    r"[\s*_,]*(?:khẩn trương |chủ động |kịp thời |thường xuyên )*(?:có văn bản|ban hành|tham mưu|kiểm tra|rà soát|"
    r"theo dõi|"
    r"tổng hợp|chủ trì|phối hợp|tổ chức|xây dựng|làm việc|hướng dẫn)(?!\w)",
    re.IGNORECASE,
)
# Nothing is told behind whom: "Chủ tịch UBND tỉnh đã giao nhiệm vụ cho các đơn vị."
_HANDED = re.compile(r"[\s*_.\"”]*\Z")
# What a leader writes in news tells others: "Chủ tịch tỉnh có văn bản yêu cầu Sở A ...".
_WRITES = re.compile(r"[\s*_]*(?:vừa |đã |cũng )?(?:có|ra|ban hành|ký) (?:văn bản|công văn|chỉ thị|công điện)")
# So does whoever has written: "Tổng cục A có văn bản hỏa tốc, yêu cầu Công ty B ...".
_WRITES_OUT = re.compile(
    r"[\s*_]*(?:(?:vừa|đã|mới) (?:có|ra|ban hành|ký|gửi)|có) (?:văn bản|công văn|công điện) "
    r"(?:hỏa tốc|hoả tốc|khẩn|số)|"
    r"[\s*_]*(?:vừa|đã|mới) (?:có|ra|ban hành|ký|gửi) (?:văn bản|công văn|chỉ thị|công điện)"
)
_LEADER = re.compile(
    r"(?:phó )?(?:chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|bí thư)|lãnh đạo|UBND|ủy ban nhân dân|uỷ ban nhân dân|"
    r"chính phủ"
    r"|ban thường vụ|thường trực|(?:tỉnh|thành|huyện|thị|đảng) (?:ủy|uỷ)",
    re.IGNORECASE,
)
_REACHED = re.compile(r"[^.;]{0,80}?(?<!\w)(?:đã|được|đạt \d)(?!\w)", re.IGNORECASE)
FormName = Literal["issued", "issued_open", "subject", "inner_subject", "duty", "bare", "loose", "objective"]
# "Nhân dân đã hiến 18.400 m2 đất": what was done, where nothing behind it presses on.
_DONE = re.compile(
    r"[^,;:.()]{2,60}?\s(?:đã|vừa)\s+(?!được )[^\W\d_]+"
    r"(?![^.;]*\b(?:khẩn trương|phải|cần|tập trung|chủ động|nghiêm túc|sớm|tiếp tục|trước|chậm nhất|trong"
    r"|hoàn thành)\b)"
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Form:
    """The form of one clause. ``lead`` is empty where the clause names nobody; ``words`` decided the form.

    ``joined`` says that an action stands before the order, of whoever gives it: "Kiểm tra ..., yêu cầu nhà thầu ...".
    """

    name: FormName
    lead: Agencies
    coordinating: Agencies
    words: Span
    row: Row | None = None
    joined: bool = False


def read_form(page: Page, clause: Span, *, strong: bool) -> Form | None:
    """Return how ``clause`` instructs, or None where it does not.

    ``strong`` says that tasks are listed here: a bare or loose verb then suffices.
    """
    issued = find_issued(page, clause)
    told = issued[0] if issued is not None else None
    acting = head_subject(page, clause) if told is not None else None
    writes = page.narrates and acting is not None and _writes(page, acting, clause)
    if acting is not None and not writes and _ACTS.match(page.content, acting.span.end, clause.end):
        return Form("subject", acting.agencies, partners(page, clause, acting), acting.span, acting)
    if issued is not None and told is not None:
        if (helped := _helped(page, clause, told, issued[1])) is not None:
            return helped
        if page.narrates and _HANDED.match(page.content, told.span.end, clause.end):
            return None
        joined = not page.narrates and _is_joined(page, clause, issued[1])
        return Form("issued", told.agencies, partners(page, clause, told), issued[1], told, joined)
    past = reported(page, clause)
    subject = None if past else head_subject(page, clause)
    if subject is not None and _only_says(page, subject, clause):
        return None
    if subject is not None and not _orders(page, subject, None if issued is None else issued[1]):
        return Form("subject", subject.agencies, partners(page, clause, subject), subject.span, subject)
    if issued is not None:
        ahead = _addressed_ahead(page, clause, issued[1])
        if ahead is not None:
            return Form("issued", ahead.agencies, partners(page, clause, ahead), issued[1], ahead)
        return Form("issued_open", (), partners(page, clause), issued[1])
    if past:
        return _hence(page, clause)
    return _unissued(page, clause) or (_loosely(page, clause) if strong else None)


def _helped(page: Page, clause: Span, told: Row, verb: Span) -> Form | None:
    """A task that somebody is only told to join in: "Đình chỉ các bến bãi ..., giao Công an huyện phối hợp"."""
    if page.narrates or not only_joins(page, told, clause.end) or not page.content.startswith(", ", verb.start - 2):
        return None
    words = bare_action(page.content, clause)
    return None if words is None or words.end > verb.start else Form("bare", (), told.everyone, words)


def _unissued(page: Page, clause: Span) -> Form | None:
    """The form of a clause in which nobody orders and nobody opens: a subject further in, an action, a duty."""
    inner = inner_subject(page, clause)
    if inner is not None:
        return Form("inner_subject", inner.agencies, partners(page, clause, inner), inner.span, inner)
    words = None if tells_so_far(page, clause) else bare_action(page.content, clause) or opens_together(page, clause)
    if words is not None:
        return Form("bare", (), partners(page, clause), words)
    words = duty(page, clause)
    if words is not None:
        by = _done_by(page, words, clause.end)
        lead = by.agencies if by is not None else ()
        return Form("duty", lead, partners(page, clause, by), words, by)
    words = _milestone(page, clause) or _due(page, clause) or aims_ahead(page, clause)
    if words is not None:
        return Form("bare", (), partners(page, clause), words)
    return None


def _hence(page: Page, clause: Span) -> Form | None:
    """Who must act because of what the clause reports: "Hiện nay huyện đã có kế hoạch, do đó các xã cũng phải ..."."""
    if _HENCE.search(page.low, *clause) is None:
        return None
    inner = inner_subject(page, clause)
    if inner is None or _HENCE.search(page.low, clause.start, inner.span.end) is None:
        return None
    must = _MUST.match(page.content, inner.span.end, clause.end)
    return Form("inner_subject", inner.agencies, partners(page, clause, inner), inner.span, inner) if must else None


_HENCE = re.compile(r"[,;]\s(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|từ đó|trên cơ sở đó|theo đó)(?!\w)")
_MUST = re.compile(r"(?:\s(?:cũng|đều|còn|sẽ|càng|rất))*\s(?:phải|cần|có trách nhiệm)(?!\w)")


def _done_by(page: Page, duty: Span, end: int) -> Row | None:
    """By whom something must be done: "Nợ đọng phải được các chủ đầu tư đối chiếu ..."."""
    by = _BY.match(page.content, duty.start, end)
    if by is None:
        return _noun_before(page, duty)
    row = None if by is None else row_at(page, by.end(), end)
    if row is None or phrase_at(page.content, row.span.end, end, "actions", "told_actions") is None:
        return None
    return row


def _noun_before(page: Page, duty: Span) -> Row | None:
    """The body called by its noun alone, right before what it must do: "Đất bỏ hoang thì địa phương phải ..."."""
    noun = _THEN.search(page.content, max(0, duty.start - 40), duty.start)
    return None if noun is None else row_of(page.content, *noun.span("who"))


_THEN = re.compile(
    r"\sthì (?P<who>(?:các )?(?:địa phương|huyện|xã|phường|thành phố|thị xã|đơn vị|chủ đầu tư|nhà thầu|doanh nghiệp|sở|"
    r"ngành))\s\Z"
)
_BY = re.compile(r"(?:cần|phải|cần phải)\s+(?:được|do)\s+", re.IGNORECASE)


def _only_says(page: Page, subject: Row, clause: Span) -> bool:
    """Whether news says that ``subject`` asks others for something, and is told nothing."""
    return page.narrates and _PROPOSES.match(page.content, subject.span.end, clause.end) is not None


def _orders(page: Page, subject: Row, verb: Span | None) -> bool:
    """Whether news narrates that ``subject`` itself orders by ``verb``, and is not told to go on directing others."""
    if not page.narrates or verb is None or subject.span.end >= verb.start:
        return False
    return _GOES_ON.fullmatch(page.content, subject.span.end, verb.start) is None


def _is_joined(page: Page, clause: Span, verb: Span) -> bool:
    """Whether an action opens the clause and "yêu cầu" goes on with it behind a comma."""
    if not page.content.startswith("yêu cầu", verb.start) or not page.content.endswith(", ", clause.start, verb.start):
        return False
    acts = bare_action(page.content, clause)
    return acts is not None and acts.end < verb.start


# A body that news tells to go on directing others: "UBND thành phố tiếp tục chỉ đạo thanh tra".
_GOES_ON = re.compile(r"\s+(?:(?:tiếp tục|tăng cường|khẩn trương|chủ động|cần|phải)\s+)+")
# What a body of itself asks of others, in news.
_PROPOSES = re.compile(
    r"\s+(?:cũng |đã |còn |tiếp tục )?(?:kiến nghị|đề xuất|xin)\s+(?!cấp)"
    r"(?:(?-i:[A-ZĐ])|tỉnh|thành phố|TP|với|được|các bộ)"
)


def _writes(page: Page, acting: Row, clause: Span) -> bool:
    """Whether a leader is narrated to write to others."""
    if _WRITES_OUT.match(page.content, acting.span.end, clause.end) is not None:
        return True
    leads = _LEADER.match(page.content, acting.span.start, acting.span.end)
    return leads is not None and _WRITES.match(page.content, acting.span.end, clause.end) is not None


def _addressed_ahead(page: Page, clause: Span, verb: Span) -> Row | None:
    """Whom an order that names nobody behind its verb has named ahead: "Đối với Sở A, ... yêu cầu khẩn trương ..."."""
    ahead = AHEAD.match(page.content, clause.start, verb.start)
    cuts = (
        () if ahead is None else {page.content.find(",", ahead.end()), page.content.rfind(",", ahead.end(), verb.start)}
    )
    for cut in sorted(cuts):
        row = row_at(page, ahead.end(), cut) if ahead is not None and 0 <= cut < verb.start else None
        if row is not None and row.span.end == cut:
            return row
    last = max(cuts, default=-1)
    if ahead is None or last < 0 or _BODIES.match(page.content, ahead.end(), last) is None:
        return None
    return named_head(page.content, Span(ahead.end(), last))


# Those ahead of an order who are told by it, and not only concerned: bodies, no households or people.
_BODIES = re.compile(
    r"(?:các |những |từng )?(?:nhà trường|trường|bệnh viện|cơ quan|đơn vị|địa phương|sở|ngành|phòng|ban|huyện|xã|"
    r"phường|quận|thôn|"
    r"chủ đầu tư|nhà thầu|đội|tổ|trạm|trung tâm|ban quản lý|cơ sở (?:giáo dục|đào tạo|y tế|khám))(?!\w)",
    re.IGNORECASE,
)


def _loosely(page: Page, clause: Span) -> Form | None:
    """What instructs only where tasks are listed: a weak verb, or somebody far from the verb."""
    if _DONE.match(page.content, clause.start, clause.end):
        return None
    loose = loose_subject(page, clause)
    if loose is not None:
        return Form("subject", loose.agencies, partners(page, clause, loose), loose.span, loose)
    words = bare_action(page.content, clause, weak=True)
    return Form("loose", (), partners(page, clause), words) if words is not None else None


def _due(page: Page, clause: Span) -> Span | None:
    """Words that only say by when something is to be handed in or done."""
    if not any(".weak." not in one.rule for one in page.deadlines_in(clause)):
        return None
    words = handed_in(page.content, clause)
    return None if words is None or _REACHED.match(page.content, words.start, clause.end) else words


def _milestone(page: Page, clause: Span) -> Span | None:
    """A step of works with the time that bounds it: "Hợp long cầu X trước ngày 30/4"."""
    end = phrase_at(page.content, clause.start, clause.end, "milestones")
    if end is None or _REACHED.match(page.content, end, clause.end):
        return None
    bounded = any(".strong." in one.rule or one.rule.endswith(".season") for one in page.deadlines_in(clause))
    return Span(clause.start, end) if bounded else None
