"""What a plan writes under a task: who leads it, who coordinates, by when.

Finds         Đơn vị chủ trì: Sở A. · Cơ quan phối hợp: Sở B, UBND các xã · Thời gian hoàn thành: trong năm 2025
              ... (Chủ trì: Sở A; phối hợp: Sở B; thời gian: quý II/2025)
              ... (Sở A chủ trì, Sở B phối hợp, xong trước 31/5) · ... (Sở A)
Leaves alone  Sở A chủ trì: rà soát ... · Thời gian tới: a heading · Kết quả thực hiện: ...
              ... (Sở A rà soát hồ sơ trước 31/5): a task of its own · gửi cơ quan thẩm định (Sở A)
"""

import re
from dataclasses import dataclass

from dondoc.extraction.directives.actors import row_at, rows_in
from dondoc.extraction.directives.page import Agencies, Page, Row
from dondoc.extraction.directives.unnamed import mention_of
from dondoc.facts import Deadline
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_BODY = (
    r"(?:(?:các|những)\s+)?(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|người)"
    r"(?:\s*,\s*(?:đơn\s+vị|địa\s+phương|tổ\s+chức|cá\s+nhân))*"
)
_LABEL = re.compile(
    rf"""[\s*_(–-]*(?:
        (?P<lead>{_BODY}\s+(?:được\s+giao\s+)?(?:chủ\s+trì|đầu\s+mối|thực\s+hiện|chịu\s+trách\s+nhiệm|tham\s+mưu
            |phụ\s+trách)(?:\s+(?:thực\s+hiện|tham\s+mưu|chính))*|chủ\s+trì(?:\s+thực\s+hiện)?)
      | (?P<partner>(?:{_BODY}\s+)?phối\s+hợp(?:\s+thực\s+hiện)?)
      | (?P<time>(?:thời\s+gian|thời\s+hạn|tiến\s+độ|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|báo\s+cáo|trình|xong))*)
      | (?P<product>sản\s+phẩm(?:\s+(?:đầu\s+ra|dự\s+kiến|hoàn\s+thành))?)
    )[\s*_]*:[\s*_]*""",
    re.VERBOSE | re.IGNORECASE,
)
_LIMITS = re.compile(r"(?<!\w)(?:hạn|hoàn\s+thành|xong)(?!\w)", re.IGNORECASE)
_OPENS = first_letters("các những cơ đơn bộ người chủ phối thời tiến hạn sản")
_NEXT = re.compile(r"[;.,]\s+|\s[–-]\s")
# What somebody named in a bracket is there for, and who helps.
_DOES = re.compile(
    r"\s+(?:là (?:cơ quan|đơn vị) )?(?:chủ trì(?:,? (?:tham mưu|thực hiện))?|thực hiện|chịu trách nhiệm"
    r"(?: thực hiện| chính)?|phụ trách|làm đầu mối|đầu mối)(?!\w)"
)
_JOINS = re.compile(r"[,;]?\s+(?:và )?(?:(?:phối hợp|cùng)(?: với)?\s+)?")
_HELPS = re.compile(r"\s+(?:cùng )?(?:phối hợp|tham gia|hỗ trợ)(?: thực hiện)?(?!\w)")
# A bracket that says which body is meant, or to whom something goes.
_OF_BODY = re.compile(
    r"(?<!\w)(?:cơ quan|đơn vị|đầu mối|thường trực|chuyên môn|qua|gửi|về|cho|của|với|tại|bởi|do)(?!\w)"
    r"[^,;.()]{0,30}\Z",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"[,;]?\s*(?:thường xuyên|định kỳ|h[ằà]ng (?:ngày|tuần|tháng|quý|năm)|liên tục)")
_MARKS, _NEAR, _LONGEST_LIMIT = 4, 50, 60
_LONGEST_NAME = 12
_LEAST = 3
# To whom those of the label hand in what they do: "Cơ quan thực hiện: Sở A rà soát, gửi về Sở B".
_HANDED_TO = re.compile(r"(?:về|gửi|báo cáo|trình|tham mưu|của|cho)(?: các)?[\s*_]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the labels of one sentence say; ``words`` are the whole of it.

    ``alone``: the bodies stand there without a word of what they do, and lead only where nobody else does.
    """

    words: Span
    lead: Agencies
    coordinating: Agencies
    due: Deadline | None
    alone: bool = False


def read_attributes(page: Page, sentence: Span) -> Attributes | None:
    """Return what ``sentence`` says by labels alone, None where it is no row of labels."""
    start = sentence.start
    while start < sentence.end and not page.content[start].isalnum():
        start += 1
    if page.low[start : start + 2] not in _OPENS or page.content.find(":", start, start + 80) < 0:
        return None
    return _labelled(page, Span(start, sentence.end))


def bracketed_attributes(page: Page, sentence: Span) -> Attributes | None:
    """Return what the bracket at the end of ``sentence`` says: "... (Chủ trì: Sở A; thời gian: quý II/2025)"."""
    end = sentence.start + len(page[sentence].rstrip(" .;*_"))
    if not page.content.startswith(")", end - 1):
        return None
    opened = page.content.rfind("(", sentence.start, end)
    if opened <= sentence.start:
        return None
    inside = Span(opened + 1, end - 1)
    return read_attributes(page, inside) or bodies_in_bracket(page, inside)


def bodies_in_bracket(page: Page, inside: Span) -> Attributes | None:
    """Who does what stands before the bracket: "(Sở A chủ trì, Sở B phối hợp, xong trước 31/5)", "(Sở A)".

    None where the bracket names nobody, or tells somebody something of its own.
    """
    row = row_at(page, inside.start, inside.end)
    if row is None or row.span.start > inside.start + _MARKS:
        return None
    does = _DOES.match(page.content, row.span.end, inside.end)
    at, partners = (does.end() if does is not None else row.span.end), row.companions
    if does is not None and (joins := _JOINS.match(page.content, at, inside.end)) is not None:
        helping = row_at(page, joins.end(), inside.end)
        if helping is not None:
            helps = _HELPS.match(page.content, helping.span.end, inside.end)
            at, partners = (helps.end() if helps else helping.span.end), helping.everyone
    rest = page.content[at : inside.end].strip(" .*_")
    due = _due(page, Span(at, inside.end))
    limits = due is not None and rest[:1] in ",;-–" and len(rest) <= _LONGEST_LIMIT
    if rest and not limits and _OFTEN.fullmatch(rest) is None:
        return None
    if does is None and _OF_BODY.search(page.content, max(0, inside.start - _NEAR), inside.start - 1) is not None:
        return None
    return Attributes(inside, row.agencies, partners, due, alone=does is None)


def is_label(words: str) -> bool:
    """Whether ``words`` only head labels: "b) Cơ quan thực hiện:", "Thời gian:"."""
    match = _LABEL.match(f"{words.rstrip(' :*_')}:")
    return match is not None and match.end() > len(words.rstrip(" :*_"))


def _labelled(page: Page, span: Span) -> Attributes | None:
    found: dict[str, Span] = {}
    at: int | None = span.start
    kind: str | None = None
    begun = span.start
    while at is not None and (match := _LABEL.match(page.content, at, span.end)) is not None:
        if kind is not None:
            found.setdefault(kind, Span(begun, at))
        kind = match.lastgroup
        # A label may be the words of limit themselves: "Thời hạn hoàn thành: Tháng 10/2024".
        limits = kind == "time" and _LIMITS.search(page.content, match.start(), match.end()) is not None
        begun = match.start() if limits else match.end()
        at = _next_label(page.content, match.end(), span.end)
    if kind is None:
        return None
    found.setdefault(kind, Span(begun, span.end))
    time = found.get("time")
    return Attributes(span, _named(page, found.get("lead")), _named(page, found.get("partner")), _due(page, time))


def _next_label(content: str, start: int, end: int) -> int | None:
    for gap in _NEXT.finditer(content, start, end):
        if _LABEL.match(content, gap.end(), end) is not None:
            return gap.end()
    return None


def _named(page: Page, span: Span | None) -> Agencies:
    """The bodies of one label; its words as they stand where no list knows them."""
    if span is None:
        return ()
    told = (agency for row in rows_in(page, span) if not _is_recipient(page, span, row) for agency in row.everyone)
    named = tuple({agency.canonical: agency for agency in told}.values())
    words = page[span].strip(" .;,*_()")
    if named or len(words) < _LEAST or len(words.split()) > _LONGEST_NAME:
        return named
    start = span.start + page[span].find(words)
    return (mention_of(page.content, Span(start, start + len(words))),)


def _is_recipient(page: Page, span: Span, row: Row) -> bool:
    return _HANDED_TO.search(page.content, max(span.start, row.span.start - 12), row.span.start) is not None


def _due(page: Page, span: Span | None) -> Deadline | None:
    found = page.deadlines_in(span) if span is not None else []
    dated = [one for one in found if one.by is not None]
    return dated[-1] if dated else (found[-1] if found else None)
