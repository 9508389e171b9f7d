"""The action behind a colon, and whom the words before it tell.

Finds         Sở A: rà soát ... (told) · Về phòng dịch: bằng mọi biện pháp ... (a matter) · Thủy lợi: các xã nạo vét ...
Leaves alone  Chủ tịch yêu cầu: các sở ... (the whole sentence) · Sở A: (a heading; the action stands below)
"""

import re

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.bare import reported
from dondoc.extraction.directives.forms import read_form
from dondoc.extraction.directives.headings import Address, colon_after_head, is_topic, read_address
from dondoc.extraction.directives.matters import names_matter, opens_assessment
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.standing import Standing
from dondoc.extraction.directives.subjects import head_subject
from dondoc.extraction.directives.unnamed import unnamed_subject
from dondoc.extraction.structure import Item
from dondoc.text import Span

_TOPIC = re.compile(r"\W*(?:về|đối với|công tác|lĩnh vực|trong lĩnh vực|trên lĩnh vực|nhóm|mục tiêu)\b", re.IGNORECASE)
_ASKED = re.compile(r"\W*(?:về|đối với)\s(?:các\s)?(?:đề nghị|kiến nghị|đề xuất|ý kiến)\b", re.IGNORECASE)
_REACHED = re.compile(r"(?<!\w)(?:đã|được|đạt|còn|tăng|giảm|gồm|như)(?!\w)|[:,]\s*$", re.IGNORECASE)
_MATTER = re.compile(r"\W*(?:đề nghị|đề xuất|kiến nghị)\b", re.IGNORECASE)


def behind_colon(standing: Standing, index: int, item: Item, sentence: Span, *, first: bool) -> Span | None:
    """The action behind "Sở A:" or "Về X:"; None where the sentence is a heading only."""
    page, content = standing.page, standing.page.content
    colon = colon_after_head(content, sentence)
    if colon is None or page.in_agency(colon):
        return sentence
    head = Span(sentence.start, colon)
    row = row_at(page, sentence.start, sentence.end)
    if unnamed_subject(content, skip_marks(content, sentence.start, colon), sentence.end) is not None:
        row = head_subject(page, sentence)
    if row is not None and row.span.end > colon:
        return sentence
    tail = Span(skip_marks(content, colon + 1, sentence.end), sentence.end)
    empty = not any(letter.isalnum() for letter in content[colon + 1 : sentence.end])
    address = read_address(page, head)
    if address is not None:
        _tell(standing, index, address, opens=first or item.mark is None, empty=empty)
        return None if empty else tail
    if empty:
        return sentence
    if opens_assessment(page, head, standing.kind):
        standing.regions[index] = "result"
        return tail
    return tail if names_matter(page, head, tail) or _names_topic(standing, index, head, tail) else sentence


def _tell(standing: Standing, index: int, address: Address, *, opens: bool, empty: bool) -> None:
    """Note that the words before a colon tell ``address``; it holds for what stands below where they open the item."""
    item = standing.items[index]
    if opens:
        standing.leads.of_item[index] = address
        if item.mark is None and empty:
            standing.leads.of_scope[item.parent] = address
    standing.leads.running, standing.leads.running_item = address, index
    if standing.region(index) in ("front", "conclusion") and standing.kind != "report":
        standing.regions[index] = "task"


def _names_topic(standing: Standing, index: int, head: Span, tail: Span) -> bool:
    """Whether ``head`` only says what the action in ``tail`` is about."""
    page, content = standing.page, standing.page.content
    opens = content[tail.start : tail.start + 1]
    if not (
        _ASKED.match(content, head.start, head.end)
        or opens.isupper()
        or (
            standing.region(index) == "task"
            and (opens.isdigit() or phrase_at(content, tail.start, tail.end, "actions") is not None)
        )
    ):
        return False
    if _TOPIC.match(content, head.start, head.end) and not _REACHED.search(content, head.start, head.end):
        return True
    if reported(page, head) or not is_topic(content, head):
        return False
    form = read_form(page, head, strong=False)
    return form is None or (form.name == "issued_open" and _MATTER.match(content, head.start, head.end) is not None)
