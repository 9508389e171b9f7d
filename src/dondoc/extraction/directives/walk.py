"""The walk over the outline: titles, introductions, and the clauses that instruct."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dondoc.extraction.directives.accounts import opens_account
from dondoc.extraction.directives.actors import partners
from dondoc.extraction.directives.attributes import Attributes, bracketed_attributes, is_label, read_attributes
from dondoc.extraction.directives.beside import beside_subject
from dondoc.extraction.directives.clauses import split_clauses
from dondoc.extraction.directives.colons import behind_colon
from dondoc.extraction.directives.forms import Form, read_form
from dondoc.extraction.directives.headings import Address, hands_over
from dondoc.extraction.directives.hearsay import is_hearsay
from dondoc.extraction.directives.introductions import introduce
from dondoc.extraction.directives.lines import asked_to_close, is_closing, only_carries_out
from dondoc.extraction.directives.listed import is_funded, is_indicator, listed_form
from dondoc.extraction.directives.matters import follows_from_results
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.paths import item_path
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.regions import END, FOOT, Region, draws_on, is_narrated, sets_out
from dondoc.extraction.directives.standing import Standing
from dondoc.extraction.directives.titles import is_title, open_heading
from dondoc.extraction.structure import Item
from dondoc.facts import AgencyMention, Deadline, DocumentType, Evidence
from dondoc.frozen import quickly_made
from dondoc.text import Span

# To whom a letter goes, with the dashes below.
_GREETS = re.compile(r"[\s*_]*(?:Kính\s+gửi|KÍNH\s+GỬI)(?![^\W_])")
_BULLETS = ("-", "–", "+", "*", "•")
_MUST = re.compile(r"[\s*_,]*(?:cần|phải|có trách nhiệm|(?:được|bị) yêu cầu)(?!\w)", re.IGNORECASE)

# The caption of a picture tells nobody, nor goes anything on with it.
_PICTURE = re.compile(r"(?<!\w)[ẢAả]nh\s?:\s?[^:\n]{2,60}\Z")
_LONGEST_CAPTION = 66
# What stands below a text or a table to explain it.
_NOTES = re.compile(r"[\s*_]*(?:Ghi chú|GHI CHÚ|Chú thích|Chú giải|Đơn vị tính|ĐVT)[\s*_]*:")

# A paper that lays down rules, by its title: its numbered items tell nobody.
_REGULATION = re.compile(
    r"^\W*(?:THÔNG TƯ|NGHỊ ĐỊNH|LUẬT|PHÁP LỆNH|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|HƯỚNG DẪN|QUYẾT ĐỊNH)(?!\w)",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = 1500
# Papers that share out work by labels, and how many of them may stand under one task.
_SHARED_OUT = ("plan", "decision", "other")
_LABELS = 6
_OTHER_PAPERS = ("official_letter", "other", "resolution")


# What was done, in so many: "tiêm được 300 liều", "họp 3 cuộc".
_COUNTED = re.compile(r"\s+(?:được|đã|xong|đạt|\d)")
# Marks between a colon and the action behind it.
_GAP = 8


@quickly_made
@dataclass(frozen=True, slots=True)
class Found:
    """A clause that instructs, before its deadline and references are read."""

    span: Span
    item: str | None
    lead: tuple[AgencyMention, ...]
    coordinating: tuple[AgencyMention, ...]
    form: Form
    evidence: tuple[Evidence, ...]
    due: Deadline | None = None

    def under(self, told: Attributes) -> "Found":
        """This clause with what the labels under it say."""
        lead, evidence = self.lead, self.evidence
        if told.lead and not self.form.lead and not (told.alone and self.lead):
            lead, evidence = told.lead, (Evidence("lead", "lead.attribute", told.words), *evidence[1:])
        own = {agency.canonical for agency in (*lead, *told.coordinating)}
        partners = (*told.coordinating, *(agency for agency in self.coordinating if agency.canonical not in own))
        return replace(self, lead=lead, coordinating=partners, evidence=evidence, due=told.due or self.due)


class Walk:
    """One pass over the items of a document."""

    def __init__(self, page: Page, items: tuple[Item, ...], kind: DocumentType) -> None:
        self.page = page
        self.content = page.content
        self.items = items
        self.kind = kind
        self.standing = Standing(page, items, kind)
        self.found: list[Found] = []
        # Where the task begins that labels below would belong to, and whether some have been read.
        self.block, self.labelled = 0, False
        # Whether the foot of the paper was met inside an item, behind its last task.
        self.ended = False
        self.regulates = _REGULATION.search(page.content, 0, _HEAD) is not None

    def run(self) -> list[Found]:
        """Return the clauses that instruct, in reading order."""
        greets = False
        for index, item in enumerate(self.items):
            if item.block.kind in ("footnote", "cell"):
                continue
            start, end = item.span
            greets = _GREETS.match(self.content, start, end) is not None or (greets and item.mark in _BULLETS)
            if greets:
                continue
            if END.match(self.content, start, end) and "gửi" not in self.content[start : min(end, start + 12)]:
                break
            self._begin(index, item)
            if is_title(self.standing, index, item) and not self._is_labelled(index, item):
                if not is_label(self.standing.words(item.span)):
                    self.block = len(self.found)
                open_heading(self.standing, index, item)
            else:
                self._item(index, item)
            if self.ended:
                break
        return self.found

    def _begin(self, index: int, item: Item) -> None:
        """A conclusion or an order that nothing introduces begins with its first numbered item."""
        numbered = item.mark is not None and item.parent is None and item.path[-1:] in (("1",), ("I",), ("A",))
        if numbered and self.kind in ("conclusion_notice", "directive") and self.standing.region(index) == "front":
            self.standing.scopes[None] = "conclusion"

    def _is_labelled(self, index: int, item: Item) -> bool:
        """Whether a title is itself the task: labels say below it who is to do it, and nothing else stands there."""
        words = self.standing.words(item.span)
        if self.kind not in _SHARED_OUT or words.isupper() or words.rstrip(" *_").endswith(":"):
            return False
        if item.block.kind == "heading" or phrase_at(self.content, *item.span, "actions") is None:
            return False
        below = self.items[index + 1 : index + 2]
        below += tuple(one for one in self.items[index + 2 : index + 1 + _LABELS] if one.parent == index)
        return bool(below) and all(read_attributes(self.page, one.span) is not None for one in below)

    def _item(self, index: int, item: Item) -> None:
        last, begun = len(item.sentences) - 1, len(self.found)
        caption = max(item.span.start, item.span.end - _LONGEST_CAPTION)
        if _NOTES.match(self.content, *item.span) is not None:
            return
        if self.page.narrates and _PICTURE.search(self.content, caption, item.span.end) is not None:
            return
        if self.page.narrates and item.sentences and opens_account(self.page, item.sentences[0]):
            self.standing.account = index
        for position, sentence in enumerate(item.sentences):
            if position and FOOT.match(self.content, *sentence) is not None:
                self.ended = True
                return
            told = read_attributes(self.page, sentence)
            start = begun if begun < len(self.found) else self.block
            if told is not None and start < len(self.found):
                self._label(told, start)
                continue
            before = len(self.found)
            self.found += self._sentence(index, item, sentence, first=position == 0, last=position == last)
            self._listen(sentence, told=len(self.found) > before)
            if self.labelled and len(self.found) > before:
                self.block, self.labelled = before, False
            if len(self.found) > before and (told := bracketed_attributes(self.page, sentence)) is not None:
                self._label(told, before)

    def _listen(self, sentence: Span, *, told: bool) -> None:
        """Count the sentences of news since somebody was last told something."""
        if self.page.narrates:
            told = told or self.page[sentence].rstrip(" *_").endswith(":")
            told = told or is_narrated(self.content, sentence) or sets_out(self.content, sentence)
            self.standing.silence = 0 if told else self.standing.silence + 1

    def _label(self, told: Attributes, start: int) -> None:
        """Give what labels say to the tasks above them, from the ``start``-th on."""
        self.labelled = True
        self.found[start:] = [one.under(told) for one in self.found[start:]]

    def _sentence(self, index: int, item: Item, sentence: Span, *, first: bool, last: bool) -> Iterator[Found]:
        if is_closing(self.page, sentence):
            asked = asked_to_close(self.page, sentence)
            if asked is not None:
                leads = self.standing.leads
                leads.running, leads.running_item = Address(asked.agencies, (), asked.span, "lead.continued"), index
            return
        if self.content.find("?", sentence.end - 2, sentence.end) >= 0:
            return
        region = self.standing.region(index)
        if region == "front" and self.page.narrates and self._begins_to_tell(item, sentence):
            self.standing.scopes[item.parent] = "conclusion"
            region = self.standing.region(index)
        body = behind_colon(self.standing, index, item, sentence, first=first)
        if body is None:
            return
        opened = self.standing.regions.get(index)
        region = opened if opened in ("result", "target") or (opened and self.kind == "report") else region
        if not last and self.page[body].rstrip(" *_").endswith(":"):
            return
        if last and hands_over(self.content, body) and (index + 1 < len(self.items)):
            kept = introduce(self.standing, index, body)
            if kept is None:
                return
            body = kept
            region = "conclusion"
        if self._tells_nothing(region, body) or not self._may_tell(region, item, body, sentence):
            return
        continues = phrase_at(self.content, body.start, body.end, "continuations") is not None
        told = False
        for clause in split_clauses(self.page, body):
            aside = clause.aside and told
            shares = clause.shares and told
            for found in self._clause(index, item, clause.span, aside, region, continues, sentence, shares=shares):
                told = True
                yield found

    def _begins_to_tell(self, item: Item, sentence: Span) -> bool:
        """Whether news begins with ``sentence`` to tell what somebody told others, or sets out to do."""
        if is_narrated(self.content, sentence) or sets_out(self.content, sentence):
            return True
        return draws_on(self.content, item.sentences[0], sentence)

    def _tells_nothing(self, region: Region, sentence: Span) -> bool:
        """Whether no sentence of the region is a task; what a report concludes from its results may be one."""
        if region == "result" and self.kind in ("report", "plan"):
            return not follows_from_results(self.page, sentence)
        return region == "end"

    def _may_tell(self, region: Region, item: Item, body: Span, sentence: Span) -> bool:
        """Whether ``_holds`` can let any clause of ``body`` tell: it holds a word of order or duty, or needs none."""
        if region not in ("front", "result") or follows_from_results(self.page, sentence):
            return True
        if region == "front" and item.mark is not None and self.kind in _OTHER_PAPERS:
            return True
        ordered = self.page.cues.any("issued", *body) or self.page.cues.any("modal", *body)
        return ordered and self.kind not in ("report", "plan")

    def _clause(
        self,
        index: int,
        item: Item,
        clause: Span,
        aside: bool,
        region: Region,
        continues: bool,
        sentence: Span,
        *,
        shares: bool,
    ) -> Iterator[Found]:
        form = self._form(item, clause, region)
        if form is None and shares and (row := beside_subject(self.page, clause)) is not None:
            form = Form("subject", row.agencies, partners(self.page, clause, row), row.span, row)
        if form is None or not self._holds(index, form, clause, region, sentence):
            return
        if is_hearsay(self.standing, index, form, clause, sentence):
            return
        lead, coordinating, evidence = self.standing.leads.resolve(index, form, aside=aside, continues=continues)
        start = clause.start
        if form.row is not None and self.content.startswith(": ", form.row.span.end) and form.row.span.start == start:
            start = skip_marks(self.content, form.row.span.end + 1, clause.end)
        span = Span(start, start + len(self.content[start : clause.end].rstrip(" ;,*_(")))
        yield Found(span, item_path(self.content, item, sentence), lead, coordinating, form, (evidence,))

    def _form(self, item: Item, clause: Span, region: Region) -> Form | None:
        """How the clause instructs in its region, or None."""
        form = read_form(self.page, clause, strong=region == "task")
        if form is None and region == "target":
            if is_indicator(self.content, clause) or is_funded(self.page[clause]):
                return None
            return Form("objective", (), (), clause)
        if form is None and region in ("task", "conclusion") and (acts := self._acts_addressed(clause)) is not None:
            return Form("bare", (), partners(self.page, clause), acts)
        if form is None and region in ("task", "conclusion") and self.kind not in ("news", "resolution", "decision"):
            form = listed_form(self.page, clause, task=region == "task" and self._is_listed(item))
        if form is not None and form.name == "issued" and only_carries_out(self.page, form.row, clause):
            return None
        return form

    def _acts_addressed(self, clause: Span) -> Span | None:
        """The verb right behind somebody and a colon, that tells only those addressed: "Trạm Y tế: phun hóa chất"."""
        running = self.standing.leads.running
        before = self.content[max(0, clause.start - _GAP) : clause.start].rstrip(" *_")
        if running is None or running.rule != "lead.heading" or before[-1:] != ":":
            return None
        end = phrase_at(self.content, clause.start, clause.end, "told_actions", "weak_actions")
        counted = end is not None and _COUNTED.match(self.content, end, clause.end) is not None
        return None if end is None or counted else Span(clause.start, end)

    def _goes_on_telling(self, item: Item, form: Form) -> bool:
        """Whether somebody was told before in the paragraph of news in which ``form`` has a body direct others."""
        leads = self.standing.leads
        told = leads.running is not None and leads.running_item >= 0 and self.items[leads.running_item] is item
        return told and form.name == "issued"

    def _holds(self, index: int, form: Form, clause: Span, region: Region, sentence: Span) -> bool:
        """Whether the region lets the form tell: among results only who must, in a proposal only who is asked."""
        if region == "proposal":
            return form.name in ("issued", "subject")
        if region not in ("front", "result"):
            return True
        item = self.items[index]
        obliges = self._obliges(form, clause)
        if follows_from_results(self.page, sentence) and (obliges or self.kind == "conclusion_notice"):
            if self.kind == "conclusion_notice":
                self.standing.regions[index] = "conclusion"
            return True
        named = region == "front" and item.mark is not None and form.name == "subject" and not self.regulates
        if named and self.kind in _OTHER_PAPERS:
            self.standing.scopes[item.parent] = "conclusion"
            return True
        if self.kind in ("report", "plan") or not (form.name == "issued" or obliges):
            return False
        if region == "front" and item.mark is None:
            self.standing.scopes[item.parent] = "conclusion"
        return True

    def _is_listed(self, item: Item) -> bool:
        """Whether the item stands in a list or under a heading that holds for it."""
        return item.mark is not None or (item.parent is not None and self.kind != "official_letter")

    def _obliges(self, form: Form, clause: Span) -> bool:
        """Whether an agency is told by a modal verb, which tells even among assessments: "Sở X cần ..."."""
        return form.row is not None and _MUST.match(self.content, form.row.span.end, clause.end) is not None
