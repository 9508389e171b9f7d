"""What the rules of a document share: its words and the mentions in them, found by place in logarithmic time."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dondoc.extraction.directives.cues import Cues
from dondoc.facts import AgencyMention, Deadline, Reference
from dondoc.frozen import quickly_made
from dondoc.grammar.anchors import lowered
from dondoc.text import Footnote, Span, Text

Agencies = tuple[AgencyMention, ...]
# "12. ": what may stand before a title on a line of its own.
_LONGEST_MARK = 5


@quickly_made
@dataclass(frozen=True, slots=True)
class Row:
    """Agencies named in a row, with the stretch of text from the first to the last.

    ``companions`` are those behind "cùng": who acts together with ``agencies``.
    """

    agencies: Agencies
    span: Span
    companions: Agencies = ()

    @property
    def everyone(self) -> Agencies:
        """All that the row names, in reading order."""
        return self.agencies + self.companions


class Page:
    """A text with its agencies, references and deadlines, each in reading order; ``low`` is it in small letters.

    ``narrates`` says that the text is news, which tells what leaders told others, ``rules`` that it lays down rules,
    ``issued`` the day of the document, ``period`` what it reports on or else its month, where they are known.
    """

    def __init__(
        self,
        text: Text,
        agencies: Sequence[AgencyMention],
        references: Sequence[Reference],
        deadlines: Sequence[Deadline],
        *,
        narrates: bool = False,
        rules: bool = False,
        issued: date | None = None,
        period: str | None = None,
    ) -> None:
        self.text = text
        self.period = period
        self.issued = issued
        self.rules = rules
        self.narrates = narrates
        self.content = text.content
        self.low = lowered(text.content)
        self.cues = Cues(self.low)
        self.agencies = sorted(agencies, key=lambda mention: mention.span)
        self.agency_at = {mention.span.start: mention for mention in reversed(self.agencies)}
        self._add_broken()
        self._agency_starts = [mention.span.start for mention in self.agencies]
        self.references = sorted(references, key=lambda mention: mention.span)
        self._reference_starts = [mention.span.start for mention in self.references]
        self.deadlines = sorted(deadlines, key=lambda mention: mention.span)
        self._deadline_starts = [mention.span.start for mention in self.deadlines]
        self.notes = sorted((n for n in text.footnotes if n.anchor is not None), key=lambda note: note.anchor or 0)
        self._anchors = [note.anchor or 0 for note in self.notes]

    def _add_broken(self) -> None:
        """Let an agency whose title stands on a line of its own also begin below it: "2. Bộ trưởng", "Bộ Y tế ..."."""
        for mention in self.agencies:
            line = self.content.find("\n", *mention.span)
            if line < 0 or not self.content[line + 1 : line + 2].isupper():
                continue
            ahead = self.content[self.content.rfind("\n", 0, mention.span.start) + 1 : mention.span.start]
            if len(ahead) <= _LONGEST_MARK and not ahead[1:].strip(" .)").isalpha():
                below = replace(mention, span=Span(line + 1, mention.span.end))
                self.agency_at.setdefault(line + 1, below)

    def __getitem__(self, span: Span) -> str:
        """The words of ``span``."""
        return self.content[span.start : span.end]

    def agency_index(self, at: int) -> int:
        """The index of the first agency that begins at or after ``at``."""
        return bisect_left(self._agency_starts, at)

    def in_agency(self, at: int) -> bool:
        """Whether ``at`` lies inside the words of an agency: the colon of "các Sở: Tài chính"."""
        return self.agency_begin(at) != at

    def agency_begin(self, at: int) -> int:
        """Where the agency begins whose words ``at`` lies in; ``at`` itself where it lies in none."""
        before = bisect_left(self._agency_starts, at) - 1
        return self._agency_starts[before] if before >= 0 and self.agencies[before].span.end > at else at

    def agencies_in(self, span: Span) -> list[AgencyMention]:
        """The agencies whose words begin inside ``span``."""
        return self.agencies[bisect_left(self._agency_starts, span.start) : bisect_left(self._agency_starts, span.end)]

    def references_in(self, span: Span) -> list[Reference]:
        """The documents cited inside ``span``."""
        low, high = bisect_left(self._reference_starts, span.start), bisect_left(self._reference_starts, span.end)
        return self.references[low:high]

    def deadlines_in(self, span: Span) -> list[Deadline]:
        """The words of time inside ``span`` that can bound an action."""
        low, high = bisect_left(self._deadline_starts, span.start), bisect_left(self._deadline_starts, span.end)
        return self.deadlines[low:high]

    def notes_in(self, span: Span) -> list[Footnote]:
        """The footnotes anchored in ``span``."""
        low, high = bisect_left(self._anchors, span.start + 1), bisect_left(self._anchors, span.end + 1)
        return self.notes[low:high]
