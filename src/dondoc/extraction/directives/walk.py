"""The walk over the outline: regions, introductions, headings, and the clauses that instruct."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.bare import reported
from dondoc.extraction.directives.clauses import split_clauses
from dondoc.extraction.directives.forms import Form, read_form
from dondoc.extraction.directives.headings import (
    CONCLUDES,
    Address,
    colon_after_head,
    hands_over,
    is_topic,
    read_address,
    read_introduction,
    without_handover,
)
from dondoc.extraction.directives.leads import Leads
from dondoc.extraction.directives.lines import is_closing, only_carries_out
from dondoc.extraction.directives.listed import listed_form
from dondoc.extraction.directives.matters import follows_from_results, names_matter, opens_assessment
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.paths import item_path
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.regions import END, RESULT_INTRO, Region, heading_region
from dondoc.extraction.directives.subjects import head_subject
from dondoc.extraction.directives.unnamed import unnamed_subject
from dondoc.extraction.structure import Item
from dondoc.facts import AgencyMention, DocumentType, Evidence
from dondoc.text import Span

_ORDERS = re.compile(
    r"(?:yêu cầu|đề nghị|giao nhiệm vụ|giao|phân công|chỉ thị|nhấn mạnh|lưu ý|quyết định|quyết nghị|nhiệm vụ|"
    r"giải pháp)(?:[^.;:]{0,120}(?:sau|như sau|sau đây))?\s*:\W*$",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"\W*(?:về|đối với|công tác|lĩnh vực|trong lĩnh vực|trên lĩnh vực|nhóm|mục tiêu)\b", re.IGNORECASE)
_ISSUES = re.compile(
    r"(?:ban hành|xây dựng|báo cáo|thông báo|hướng dẫn|đánh giá|triển khai|tổ chức|lập|công bố|trình|trả lời|"
    r"thực hiện)[^:;]{0,160}(?:như sau|sau đây|sau)\s*:\W*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\W*(?:về|đối với)\s(?:các\s)?(?:đề nghị|kiến nghị|đề xuất|ý kiến)\b", re.IGNORECASE)
_TASK_WORDS = 12
_PARTS = re.compile(r"(?:trong đó|cụ thể|nhất là|bao gồm|gồm|theo hướng|với các nội dung)\s*:\W*$", re.IGNORECASE)
_REACHED = re.compile(r"(?<!\w)(?:đã|được|đạt|còn|tăng|giảm|gồm|như)(?!\w)|[:,]\s*$", re.IGNORECASE)
_MUST = re.compile(r"[\s*_,]*(?:cần|phải|có trách nhiệm)(?!\w)", re.IGNORECASE)
_MATTER = re.compile(r"\W*(?:đề nghị|đề xuất|kiến nghị)\b", re.IGNORECASE)
_STRIVE = re.compile(r"phấn đấu|quyết tâm|hoàn thành (?:các |tốt |thắng lợi )*(?:chỉ tiêu|mục tiêu)", re.IGNORECASE)
_STOPPED = (".", ";", "!", "…", ":", ",", "?")

_PARTS_REACH = 40


def _opens_parts(words: str) -> bool:
    """Whether ``words`` end by opening a list of their parts ("..., trong đó:")."""
    colon = words.rfind(":")
    ends = colon >= 0 and not any(sign.isalnum() for sign in words[colon : colon + _PARTS_REACH])
    return ends and _PARTS.search(words, max(0, colon - _PARTS_REACH)) is not None


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that instructs, before its deadline and references are read."""

    span: Span
    item: str | None
    lead: tuple[AgencyMention, ...]
    coordinating: tuple[AgencyMention, ...]
    form: Form
    evidence: tuple[Evidence, ...]


class Walk:
    """One pass over the items of a document."""

    def __init__(self, page: Page, items: tuple[Item, ...], kind: DocumentType) -> None:
        self.page = page
        self.content = page.content
        self.items = items
        self.kind = kind
        self.leads = Leads(items)
        self.regions: dict[int, Region] = {}
        self.scopes: dict[int | None, Region] = {None: "front"}
        self.parents = {item.parent for item in items if item.parent is not None}

    def run(self) -> Iterator[Found]:
        """Yield the clauses that instruct, in reading order."""
        for index, item in enumerate(self.items):
            if item.block.kind in ("footnote", "cell"):
                continue
            if END.match(self.content, item.span.start, item.span.end) and "gửi" not in self._words(item.span)[:12]:
                return
            yield from self._item(index, item)

    def _words(self, span: Span) -> str:
        return self.content[span.start : span.end]

    def region(self, index: int) -> Region:
        """The region in force at item ``index``."""
        at: int | None = index
        while at is not None:
            if at in self.regions:
                return self.regions[at]
            parent = self.items[at].parent
            if parent in self.scopes:
                return self.scopes[parent]
            at = parent
        return self.scopes[None]

    def _item(self, index: int, item: Item) -> Iterator[Found]:
        if self._is_title(index, item):
            self._open_heading(index, item)
            return
        for position, sentence in enumerate(item.sentences):
            last = position == len(item.sentences) - 1
            yield from self._sentence(index, item, sentence, first=position == 0, last=last)

    def _is_title(self, index: int, item: Item) -> bool:
        """Whether the item only heads what follows: no stop at its end, and nothing but a title before it."""
        words = self._words(item.span).strip(' *_”"')
        if item.block.kind == "heading":
            return True
        if _opens_parts(words) and len(words.split()) >= _TASK_WORDS:
            return False
        if words.endswith(_STOPPED):
            return (
                words.endswith(":") and len(words.split()) <= 30 and len(item.sentences) == 1 and index in self.parents
            )
        if item.mark is None:
            return len(words) <= 400
        return index in self.parents and len(item.sentences) == 1

    def _open_heading(self, index: int, item: Item) -> None:
        words = self._words(item.span)
        if END.match(words):
            self._set(index, item, "front")
            return
        head = Span(item.span.start, item.span.start + len(words.rstrip(" :*_")))
        address = read_address(self.page, head)
        if address is None and words.rstrip(" *_").endswith(":"):
            address = read_introduction(self.page, item.span)
        if address is not None:
            self.leads.of_item[index] = address
            if self.region(index) in ("front", "conclusion", "result") and self.kind != "report":
                self.regions[index] = "task"
        if item.mark is None and words.rstrip(" *_").endswith(":") and CONCLUDES.search(words):
            self._set(index, item, "conclusion")
            return
        region = heading_region(words, self.kind) if address is None else None
        if region is not None and (item.mark is not None or self._may_head(index)):
            self._set(index, item, region)

    def _may_head(self, index: int) -> bool:
        """Whether a line without a mark can open a section: not the title, and not in running news."""
        before = self.items[max(index - 40, 0) : index]
        return self.kind != "news" and any(len(item.sentences) > 1 or item.mark is not None for item in before)

    def _set(self, index: int, item: Item, region: Region) -> None:
        if item.mark is None:
            self.scopes[item.parent] = region
        self.regions[index] = region

    def _sentence(self, index: int, item: Item, sentence: Span, *, first: bool, last: bool) -> Iterator[Found]:
        if is_closing(self.page, sentence):
            return
        region = self.region(index)
        body = self._behind_colon(index, item, sentence, first=first)
        if body is None:
            return
        region = "result" if self.regions.get(index) == "result" else region
        if not last and self._words(body).rstrip(" *_").endswith(":"):
            return
        if last and hands_over(self.content, body) and (index + 1 < len(self.items)):
            kept = self._introduce(index, item, body)
            if kept is None:
                return
            body = kept
            region = "conclusion"
        if self._tells_nothing(region, body):
            return
        continues = phrase_at(self.content, body.start, body.end, "continuations") is not None
        told = False
        for clause in split_clauses(self.page, body):
            aside = clause.aside and told
            for found in self._clause(index, item, clause.span, aside, region, continues, sentence):
                told = True
                yield found

    def _tells_nothing(self, region: Region, sentence: Span) -> bool:
        """Whether no sentence of the region is a task; what a report concludes from its results may be one."""
        if region == "result" and self.kind in ("report", "plan"):
            return not follows_from_results(self.page, sentence)
        return region in ("end", "proposal")

    def _behind_colon(self, index: int, item: Item, sentence: Span, *, first: bool) -> Span | None:
        """The action behind "Sở A:" or "Về X:"; None where the sentence is a heading only."""
        colon = colon_after_head(self.content, sentence)
        if colon is None:
            return sentence
        head = Span(sentence.start, colon)
        row = row_at(self.page, sentence.start, sentence.end)
        if unnamed_subject(self.content, skip_marks(self.content, sentence.start, colon), sentence.end) is not None:
            row = head_subject(self.page, sentence)
        if row is not None and row.span.end > colon:
            return sentence
        start = skip_marks(self.content, colon + 1, sentence.end)
        tail = Span(start, sentence.end)
        address = read_address(self.page, head)
        empty = not any(letter.isalnum() for letter in self.content[colon + 1 : sentence.end])
        if address is not None:
            if first or item.mark is None:
                self.leads.of_item[index] = address
                if item.mark is None and empty:
                    self.leads.of_scope[item.parent] = address
            self.leads.running, self.leads.running_item = address, index
            if self.region(index) in ("front", "conclusion") and self.kind != "report":
                self.regions[index] = "task"
            return None if empty else tail
        asked = _ASKED.match(self.content, head.start, head.end) is not None
        opens = self.content[start : start + 1]
        if not empty and opens_assessment(self.page, head, self.kind):
            self.regions[index] = "result"
            return tail
        if not empty and names_matter(self.page, head, tail):
            return tail
        acts = self.region(index) == "task" and (
            opens.isdigit() or phrase_at(self.content, start, sentence.end, "actions") is not None
        )
        if empty or not (asked or opens.isupper() or acts):
            return sentence
        if _TOPIC.match(self.content, head.start, head.end) and not _REACHED.search(self.content, head.start, head.end):
            return tail
        if reported(self.content, head) or not is_topic(self.content, head):
            return sentence
        form = read_form(self.page, head, strong=False)
        if form is not None and not (form.name == "issued_open" and _MATTER.match(self.content, head.start, head.end)):
            return sentence
        return tail

    def _introduce(self, index: int, item: Item, sentence: Span) -> Span | None:
        """Note whom an introduction addresses; return what it asks for itself, or None."""
        words = self._words(sentence)
        if _opens_parts(words) and self._task_with_parts(index, sentence):
            return sentence
        if RESULT_INTRO.search(words) and read_introduction(self.page, sentence) is None:
            self._set(index, item, "result")
            return None
        address = read_introduction(self.page, sentence)
        concludes = CONCLUDES.search(words) is not None
        if address is None and not concludes and self.leads.running_item == index:
            address = self.leads.running
        region = self.region(index)
        if address is not None and region == "front" and _ISSUES.search(words) and not _ORDERS.search(words):
            return None
        if address is not None:
            self.leads.introduce(index, address)
        if address is not None or region in ("conclusion", "task") or _ORDERS.search(words):
            self._set(index, item, "task")
        elif concludes:
            self._set(index, item, "conclusion")
        if concludes and (address is None or address.rule != "lead.introduction"):
            return None
        kept = without_handover(self.content, sentence)
        if kept == sentence:
            return sentence if address is not None and _STRIVE.search(words) and len(words.split()) > 40 else None
        form = read_form(self.page, kept, strong=False)
        told = address.words.end if address is not None else sentence.start
        if form is None or form.name == "issued_open" or not self._substantial(kept, form, told):
            return None
        return kept

    def _task_with_parts(self, index: int, sentence: Span) -> bool:
        """Note a task that goes on in a list ("..., trong đó:"): its lead and partners hold for the parts."""
        form = read_form(self.page, sentence, strong=True)
        if form is None or form.name == "issued_open" or len(self._words(sentence).split()) < _TASK_WORDS:
            return False
        base = self.leads.base(index)
        told = Address(form.lead or base.lead, form.coordinating or base.coordinating, form.words, "lead.introduction")
        self.leads.introduce(index, told)
        self._set(index, self.items[index], "task")
        return True

    def _substantial(self, kept: Span, form: Form, told: int) -> bool:
        """Whether something is left to do when the words that hand over are gone."""
        after = max(form.row.span.end if form.row else form.words.end, told)
        rest = self.content[after : kept.end].strip(" ,*_")
        return len(rest.split()) >= 6 and phrase_at(self.content, after, kept.end, "actions", "modals") is not None

    def _clause(
        self, index: int, item: Item, clause: Span, aside: bool, region: Region, continues: bool, sentence: Span
    ) -> Iterator[Found]:
        form = read_form(self.page, clause, strong=region == "task")
        if form is None and region == "target":
            form = Form("objective", (), (), clause)
        if form is None and region in ("task", "conclusion") and self.kind != "news":
            listed = region == "task" and self._is_listed(item)
            form = listed_form(self.page, clause, task=listed, placed=item.mark is not None or item.parent is not None)
        if form is None or (form.name == "issued" and only_carries_out(self.page, form.row, clause)):
            return
        concluded = follows_from_results(self.page, sentence) and self._obliges(form, clause)
        if region in ("front", "result") and not concluded:
            if self.kind in ("report", "plan") or not (form.name == "issued" or self._obliges(form, clause)):
                return
            if region == "front" and item.mark is None:
                self.scopes[item.parent] = "conclusion"
        lead, coordinating, evidence = self.leads.resolve(index, form, aside=aside, continues=continues)
        words = self.content[clause.start : clause.end]
        span = Span(clause.start, clause.start + len(words.rstrip(" ;,*_(")))
        yield Found(span, item_path(self.content, item, sentence), lead, coordinating, form, (evidence,))

    def _is_listed(self, item: Item) -> bool:
        """Whether the item stands in a list or under a heading that holds for it."""
        if item.mark is not None or self.kind == "official_letter":
            return item.mark is not None
        return item.parent is not None or self.kind in ("report", "plan")

    def _obliges(self, form: Form, clause: Span) -> bool:
        """Whether an agency is told by a modal verb, which tells even among assessments: "Sở X cần ..."."""
        return form.row is not None and _MUST.match(self.content, form.row.span.end, clause.end) is not None


__all__ = ["Address", "Found", "Walk"]
