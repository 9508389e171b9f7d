"""Who is told where the sentence names nobody: the task before it, the heading, the introduction.

A sentence that names nobody goes on with the task before it in the same item or paragraph; a new paragraph does so only
behind a word of continuation, and then without the partners. A line of news right below the task, a paragraph of bare
action below that of one body, or between the task's number and the next, goes on with all of it. Otherwise the nearest
heading or introduction holds.
"""

import re
from dataclasses import dataclass, field, replace

from dondoc.extraction.directives.forms import Form
from dondoc.extraction.directives.headings import Address
from dondoc.extraction.directives.page import Agencies
from dondoc.extraction.structure import Item
from dondoc.facts import Evidence
from dondoc.text import Span

_BULLETS = ("-", "–", "+", "*", "•")
_DASHES = 40
_PARAGRAPHS = 6
NOBODY = Address((), (), Span(0, 0), "lead.none")


_KEPT_UP = re.compile(
    r"(?:bảo đảm|đảm bảo|giữ vững|duy trì|chú trọng|quan tâm|đẩy mạnh|tăng cường|nâng cao|phát huy|thực hiện tốt"
    r"|làm tốt)\b",
    re.IGNORECASE,
)
# Those who were told just before: "Các đơn vị này cần ...".
_SAME = re.compile(
    r"(?:các|những) (?:cơ quan|đơn vị|địa phương|sở|sở, ngành|huyện|ngành|lực lượng)(?:, (?:đơn vị|địa phương))?",
    re.IGNORECASE,
)
_SAME_ONE = re.compile(
    r"(?:bộ|sở|ban|cục|huyện|tỉnh|thành phố|thị xã|xã|phường|quận|đơn vị|cơ quan|công ty|địa phương|ngành) này",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"(?:các\s+)?(?:nhà thầu|đơn vị thi công|tư vấn|nhà đầu tư|đơn vị tư vấn)", re.IGNORECASE)


def _contracted(lead: Agencies) -> bool:
    """Whether those told work for the body of the heading: "Ban A: Yêu cầu nhà thầu ..." is a task of Ban A."""
    return all(_CONTRACTED.match(agency.name) for agency in lead)


@dataclass(slots=True)
class Leads:
    """The addresses in force while a document is walked from top to bottom.

    ``news`` are the words of the text where it is news, ``next_lines`` the items of it that only stand on the next line
    of a paragraph.
    """

    items: tuple[Item, ...]
    next_lines: frozenset[int] = frozenset()
    news: str = ""
    of_item: dict[int, Address] = field(default_factory=dict)
    of_scope: dict[int | None, Address] = field(default_factory=dict)
    running: Address | None = None
    running_item: int = -1

    def introduce(self, index: int, address: Address) -> None:
        """``address`` holds for what follows the introduction in item ``index``."""
        item = self.items[index]
        if item.mark is None:
            self.of_scope[item.parent] = address
            self._hand_down(index, address)
        else:
            self.of_item[index] = address
            below = self.items[index + 1 : index + 2]
            if item.mark in _BULLETS and below and below[0].mark == "1" and below[0].parent == item.parent:
                # The order runs on behind the last of those to whom the paper is sent.
                self.of_scope[item.parent] = address

    def _hand_down(self, index: int, address: Address) -> None:
        """``address`` holds for the dashes right below item ``index``, where they close the list that it stands in."""
        below = self.items[index + 1 : index + 1 + _DASHES]
        if not below or below[0].mark not in _BULLETS or below[0].parent == self.items[index].parent:
            return
        for at, item in enumerate(below, index + 1):
            if item.parent == below[0].parent and item.mark is not None and item.mark not in _BULLETS:
                break
            if item.block.kind == "heading":
                break
            self.of_item[at] = address

    def base(self, index: int) -> Address:
        """The address of the nearest heading or introduction above item ``index``."""
        at: int | None = index
        while at is not None:
            if at in self.of_item:
                return self.of_item[at]
            parent = self.items[at].parent
            if parent in self.of_scope:
                return self.of_scope[parent]
            at = parent
        return NOBODY

    def resolve(self, index: int, form: Form, *, aside: bool, continues: bool) -> tuple[Agencies, Agencies, Evidence]:
        """Lead and coordinating of a clause in item ``index``, and what they rest on."""
        headed = self.base(index)
        working = form.joined or _contracted(form.lead)
        if form.name == "issued" and form.lead and headed.rule == "lead.heading" and working:
            form = replace(form, lead=headed.lead, coordinating=form.coordinating or headed.coordinating)
        if self.running is not None and self.running.lead and self._points_back(form):
            form = replace(form, lead=self.running.lead)
        if form.lead:
            told = Address(form.lead, form.coordinating, form.words, f"lead.{form.name}")
            if not aside:
                self._run(index, told)
                if self.items[index].mark is not None:
                    self.of_item.setdefault(index, told)
            return told.lead, told.coordinating, Evidence("lead", told.rule, form.row.span if form.row else form.words)
        source = self._source(index, form, continues)
        anew = bool(self.news) and form.name == "issued_open"
        coordinating = form.coordinating or (() if anew else source.coordinating)
        named = {agency.span for agency in source.lead}
        coordinating = tuple(agency for agency in coordinating if agency.span not in named)
        evidence = Evidence("lead", source.rule, source.words if source.lead else None)
        return source.lead, coordinating, evidence

    def _points_back(self, form: Form) -> bool:
        """Whether news means those told before: "Các đơn vị này cần ..."."""
        row = form.row
        if row is None or len(form.lead) != 1:
            return False
        name = form.lead[0].name
        if name.endswith(" này"):
            return _SAME.fullmatch(name.removesuffix(" này")) is not None or _SAME_ONE.fullmatch(name) is not None
        return self.news.startswith(" này", row.span.end) and _SAME.fullmatch(name) is not None

    def _source(self, index: int, form: Form, continues: bool) -> Address:
        if self.running_item == index and self.running is not None:
            return self._as("lead.continued", self.running)
        follows = (
            self.items[index].mark is None
            and self.running is not None
            and not self._headed_since(index, self.running_item)
        )
        if follows and continues and form.name != "issued_open" and self.running is not None:
            told = Address(self.running.lead, (), self.running.words, "lead.continued")
            self._run(index, told)
            return told
        if follows and self.running_item == index - 1 and self._goes_on_below(index, form):
            told = self._as("lead.continued", self.running or NOBODY)
            self._run(index, told)
            return told
        if follows and form.name in ("bare", "duty") and self._stands_in_item(index):
            told = self._as("lead.continued", self.running or NOBODY)
            self._run(index, told)
            return told
        if self.news and form.name == "issued_open" and self.items[index].mark is None:
            self.of_scope.pop(self.items[index].parent, None)
        base = self.base(index)
        if form.name == "issued_open" and self.items[index].mark is None:
            self._run(index, base)
        elif self.running_item != index:
            self.running, self.running_item = None, index
        return base

    def _goes_on_below(self, index: int, form: Form) -> bool:
        """Whether item ``index`` of news goes on with the task of the item above it.

        It stands on the next line, or it only acts, and that task is one body's: of several, any may be meant. What
        is to be kept up in general is everybody's.
        """
        if index in self.next_lines:
            return form.name in ("bare", "duty")
        told = self.running.lead if self.running is not None else ()
        if not self.news or form.name not in ("bare", "duty") or (told and all(agency.group for agency in told)):
            return False
        return _KEPT_UP.match(self.news, form.words.start) is None

    def _stands_in_item(self, index: int) -> bool:
        """Whether item ``index`` is one more paragraph of the numbered item told last: the next number follows it."""
        if self.running_item != index - 1:
            return False
        near = range(index - 1, max(index - 1 - _PARAGRAPHS, -1), -1)
        told = next((self.items[at] for at in near if self.items[at].mark is not None), None)
        if told is None or told.mark in _BULLETS:
            return False
        behind = (one for one in self.items[index + 1 : index + 1 + _PARAGRAPHS] if one.mark is not None)
        beside = next((one for one in behind if one.mark not in _BULLETS), None)
        return beside is not None and beside.parent == told.parent and len(beside.path) == len(told.path)

    def _headed_since(self, index: int, before: int) -> bool:
        """Whether a heading above item ``index``, behind item ``before``, tells somebody."""
        at = self.items[index].parent
        while at is not None and at > before:
            if at in self.of_item:
                return True
            at = self.items[at].parent
        return False

    @staticmethod
    def _as(rule: str, address: Address) -> Address:
        return Address(address.lead, address.coordinating, address.words, rule)

    def _run(self, index: int, address: Address) -> None:
        self.running, self.running_item = address, index
