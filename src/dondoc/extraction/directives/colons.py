"""The action behind a colon, and whom the words before it tell.

Finds         Sở A: rà soát ... (told) · Về phòng dịch: bằng mọi biện pháp ... (a matter) · Thủy lợi: các xã nạo vét ...
Leaves alone  Chủ tịch yêu cầu: các sở ... (the whole sentence) · Sở A: (a heading; the action stands below)
"""

import re

from dondoc.extraction.directives.actors import partners, row_at
from dondoc.extraction.directives.bare import reported
from dondoc.extraction.directives.forms import read_form
from dondoc.extraction.directives.headings import ASKED, Address, colon_after_head, concludes, is_topic, read_address
from dondoc.extraction.directives.heads import opens_with_time
from dondoc.extraction.directives.issued import find_issued
from dondoc.extraction.directives.matters import names_matter, opens_assessment
from dondoc.extraction.directives.members import names_places
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.regions import heads_tasks
from dondoc.extraction.directives.standing import Standing
from dondoc.extraction.directives.subjects import head_subject
from dondoc.extraction.directives.times_ahead import REPORTING, heads_time_ahead
from dondoc.extraction.directives.unnamed import unnamed_subject
from dondoc.extraction.structure import Item
from dondoc.text import Span

_TOPIC = re.compile(r"\W*(?:về|đối với|công tác|lĩnh vực|trong lĩnh vực|trên lĩnh vực|nhóm|mục tiêu)\b", re.IGNORECASE)
_REACHED = re.compile(r"(?<!\w)(?:đã|được|đạt|còn|tăng|giảm|gồm|như)(?!\w)|[:,]\s*$", re.IGNORECASE)
# A matter put to the meeting, and what was decided on it: "Kiến nghị của huyện A về B: giao Sở C ...".
_ASKING = re.compile(
    r"\W*(?:(?:về|đối với|liên quan(?: đến)?)(?: việc| nội dung)?\s|(?:các |những )?(?:đề nghị|kiến nghị|đề xuất|ý kiến"
    r"|tờ trình|văn bản|công văn|dự án|nội dung)\s+(?:của|về|số|thứ)\b|(?:việc|nội dung|vấn đề)\s)",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?:(?:cơ bản\s+|thống nhất\s+|đồng ý\s+)?giao|yêu cầu|đề nghị|(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí|"
    r"chấp thuận)|không\s+(?:thống nhất|đồng ý|chấp thuận|xem xét))(?!\w)",
    re.IGNORECASE,
)
# The first mark of a list in running words: "Sở A tập trung: (1) rà soát ...; (2) ...".
_FIRST_MARK = re.compile(r"[\s*_]*\((?:1|a|i)\)[.:]?\s+")
# The colon of a number that is cited: "thực hiện Quyết định số: 45/QĐ-UBND", "các Nghị định: 101/2024/NĐ-CP, ...".
_CITES = re.compile(r"(?:số|(?:Nghị (?:định|quyết)|Quyết định|Thông tư|Chỉ thị|Công (?:văn|điện)|Văn bản)):\s?\d\Z")
# What somebody is to settle with others stands behind it: "Sở A làm việc với Sở B theo hướng: Sở B chủ trì ...".
_SETTLES = re.compile(r"\s(?:làm việc|thống nhất|tham mưu|đề xuất|xây dựng|hoàn thiện)\s[^.;:]*\stheo hướng\Z")
# What a task consists of stands behind it: "Giao kế hoạch tới các trường trước ngày 31/3, cụ thể: A 5 lớp; B 3 lớp".
_PARTS = re.compile(r"[^\W\d_]+\s?[\d/]*,\s(?:cụ thể|trong đó|gồm|bao gồm)\Z")
_PARTS_REACH = 40
# What a plan is to reach, told in one line: "I. Chỉ tiêu: trồng 4.000 cây; ...".
_TARGETS = re.compile(
    r"\W*(?:các |một số )?(?:chỉ tiêu|mục tiêu)(?: (?:chính|chủ yếu|cụ thể|chung|phấn đấu|tổng quát|năm \d{4}))*",
    re.IGNORECASE,
)
_SETS_TARGETS = ("plan", "directive", "resolution", "official_letter")
_MATTER = re.compile(r"\W*(?:đề nghị|đề xuất|kiến nghị)\b", re.IGNORECASE)


def behind_colon(standing: Standing, index: int, item: Item, sentence: Span, *, first: bool) -> Span | None:
    """The action behind "Sở A:" or "Về X:"; None where the sentence is a heading only."""
    page, content = standing.page, standing.page.content
    colon = colon_after_head(content, sentence)
    if colon is None or page.in_agency(colon) or _CITES.search(content, sentence.start, colon + 3) is not None:
        return sentence
    head = Span(sentence.start, colon)
    if first and _heads_tasks(standing, item, head):
        standing.regions[index] = "task"
        tail = Span(skip_marks(content, colon + 1, sentence.end), sentence.end)
        return behind_colon(standing, index, item, tail, first=False) if tail.start < tail.end else sentence
    row = row_at(page, sentence.start, sentence.end)
    if unnamed_subject(content, skip_marks(content, sentence.start, colon), sentence.end) is not None:
        row = head_subject(page, sentence)
    if row is not None and row.span.end > colon:
        return sentence
    if content[colon + 1 : colon + 2] == " " and _SETTLES.search(content, sentence.start, colon) is not None:
        return sentence
    if names_places(content, sentence.start, colon, sentence.end) and head_subject(page, sentence) is not None:
        return sentence
    if _PARTS.search(content, max(sentence.start, colon - _PARTS_REACH), colon) is not None:
        return sentence
    first_mark = _FIRST_MARK.match(content, colon + 1, sentence.end)
    tail = Span(skip_marks(content, first_mark.end() if first_mark else colon + 1, sentence.end), sentence.end)
    empty = not any(letter.isalnum() for letter in content[colon + 1 : sentence.end])
    listed = first_mark is not None or (empty and sentence.end < item.sentences[-1].start)
    if not empty and (concludes(page[Span(sentence.start, colon + 1)]) or _announces(page, head, tail)):
        return tail
    address = read_address(page, head) or (_ordered(page, head) if listed else None)
    if address is not None:
        _tell(standing, index, address, opens=first or item.mark is None, empty=empty)
        return None if empty else tail
    if empty or opens_with_time(content, sentence):
        return sentence
    if standing.kind in _SETS_TARGETS and _TARGETS.fullmatch(content, *head) is not None:
        standing.regions[index] = "target"
        return tail
    if opens_assessment(page, head, standing.kind):
        standing.regions[index] = "result"
        return tail
    return tail if names_matter(page, head, tail) or _names_topic(standing, index, head, tail) else sentence


def _announces(page: Page, head: Span, tail: Span) -> bool:
    """Whether ``head`` only says that a leader asks what follows: "Chủ tịch UBND tỉnh lưu ý: Sở A chuẩn bị ..."."""
    if not page.narrates or not page.content[tail.start].isupper():
        return False
    return _ASKS.search(page.content, *head) is not None and head_subject(page, tail) is not None


_ASKS = re.compile(r"\s(?:yêu cầu|lưu ý|nhấn mạnh|chỉ đạo|đề nghị|nêu rõ)(?: rõ| thêm)?\Z")


def _heads_tasks(standing: Standing, item: Item, head: Span) -> bool:
    """Whether ``head`` says that tasks of a time to come follow, or names no more than that time."""
    words = standing.words(head)
    if standing.kind == "report" and item.mark is not None and heads_tasks(words):
        return True
    return standing.kind in REPORTING and heads_time_ahead(words, standing.page.period)


def _ordered(page: Page, head: Span) -> Address | None:
    """Whom ``head`` orders by a verb of instruction at its end: "UBND tỉnh yêu cầu Sở A: (1) ..."."""
    issued = find_issued(page, head)
    row = issued[0] if issued is not None else None
    if row is None or page.content[row.span.end : head.end].strip(" *_"):
        return None
    return Address(row.agencies, partners(page, head, row), row.span, "lead.heading")


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
    if _DECIDED.match(content, tail.start, tail.end) and _ASKING.match(content, head.start, head.end):
        return True
    opens = content[tail.start : tail.start + 1]
    if _MATTER.match(content, *head) and opens.isupper() and head_subject(page, tail) is not None:
        issued = find_issued(page, head)
        return issued is None or issued[0] is None
    if ASKED.match(content, head.start, head.end) and opens.isupper():
        return True
    if not (
        ASKED.match(content, head.start, head.end)
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
