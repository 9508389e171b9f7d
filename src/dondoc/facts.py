"""The vocabulary of what a document says: mentions found by the grammar, facts made of them, checks between facts.

All values are frozen. Every fact and every part of one carries the span of its words in ``Text.content``; a part that
the text does not state is None (or an empty tuple). ``rule`` names the rule that found the fact, ``evidence`` the words
that decided it. The meaning of the fields is fixed by the annotation guide (docs/concepts/facts.md).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from dondoc.frozen import quickly_made
from dondoc.text import Span, Text

DocumentType = Literal[
    "conclusion_notice", "report", "news", "directive", "plan", "official_letter", "resolution", "decision", "other"
]
Role = Literal["actual", "plan", "share_of_plan", "change", "cumulative", "part", "rate", "count", "rank"]
Base = Literal["previous", "same_period", "plan", "other"]
Approximation = Literal["over", "about", "under"]
CheckKind = Literal["ratio", "sum", "difference", "growth", "equal", "order"]
Verdict = Literal["consistent", "inconsistent", "doubtful"]


@quickly_made
@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a part of a fact is as it is: ``part`` ("lead", "role", ...), the rule, and the deciding words if any."""

    part: str
    rule: str
    span: Span | None = None


# Mentions: what the grammar finds ------------------------------------------------------------------------------------


@quickly_made
@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit. ``value`` is in the base unit (đồng for money; % as written), None where unreadable.

    ``half_step`` is half a unit of the last written digit, in the same base unit: the printed figure stands for
    ``value ± half_step``. ``number`` spans the digits alone, ``span`` digits and unit without words of approximation.
    """

    span: Span
    number: Span
    value: Decimal | None
    unit: str | None
    half_step: Decimal
    approx: Approximation | None
    rule: str
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day (or a month, a year: ``precision``) named in the text; ``day`` is its last day, None where impossible."""

    span: Span
    day: date | None
    precision: Literal["day", "month", "quarter", "half", "year"]
    lunar: bool
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A stretch of time that figures are about: YYYY, YYYY-Hn, YYYY-Qn, YYYY-MM, or YYYY-MM..YYYY-MM."""

    span: Span
    period: str
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class Deadline:
    """Words that bound an action in time. ``by`` is the last day on time; ``recurrence`` and ``condition`` else."""

    span: Span
    by: date | None
    rule: str
    recurrence: str | None = None
    condition: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class Reference:
    """A legal or administrative document cited: ``text`` as written up to number and symbol."""

    span: Span
    text: str
    type: str | None
    number: str | None
    symbol: str | None
    issuer: str | None
    issued: date | None
    rule: str


@quickly_made
@dataclass(frozen=True, slots=True)
class AgencyMention:
    """An agency, a group of agencies or a role that stands for one, as written.

    ``name`` is what an annotator writes down (ellipses filled: "Các Sở: Tài chính, Xây dựng" gives "Sở Tài chính" and
    "Sở Xây dựng", each with the span of its own words); ``canonical`` spells abbreviations out; ``group`` marks
    plurals.
    """

    span: Span
    name: str
    canonical: str
    kind: str
    group: bool
    rule: str


# Facts ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signer:
    name: str | None
    title: str | None
    authority: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    date: date | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says about itself. ``issued`` is YYYY-MM-DD or YYYY-MM as far as stated."""

    type: DocumentType = "other"
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    place: str | None = None
    issued: str | None = None
    subject: str | None = None
    period: str | None = None
    event: Event | None = None
    chair: str | None = None
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Directive:
    """One sentence that tells somebody to do something."""

    id: str
    span: Span
    item: str | None
    lead: tuple[AgencyMention, ...]
    coordinating: tuple[AgencyMention, ...]
    deadline: Deadline | None
    references: tuple[Reference, ...]
    targets: tuple[str, ...]
    rule: str
    product: Span | None = None
    evidence: tuple[Evidence, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: a measure with what it measures, when, and in which role. Values as in :class:`Measure`."""

    id: str
    span: Span
    value: Decimal | None
    unit: str | None
    half_step: Decimal
    indicator: str | None
    period: str | None
    role: Role
    base: Base | None
    of: str | None
    approx: Approximation | None
    estimate: bool
    rule: str
    indicator_span: Span | None = None
    warning: str | None = None
    evidence: tuple[Evidence, ...] = ()
    area: str | None = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A measuring column of a table: its head from top to bottom, what its figures are, its number and formula."""

    column: int
    head: tuple[str, ...]
    role: Role
    base: Base | None = None
    period: str | None = None
    number: str | None = None
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A named row of a table: ``kind`` is "item", "group" (no figures), "total" or "part" ("Trong đó").

    ``row`` is the row of its cells; ``parent`` the index in :attr:`TableFacts.rows` of what it is a part of or stands
    under, ``partial`` whether such parts need not be all.
    """

    row: int
    mark: str | None
    name: str
    kind: str
    level: int = 0
    parent: int | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table of figures as it was understood. ``table`` is its index in ``Text.tables``; ``figures`` are (index in
    ``rows``, column, id of the quantity) in reading order."""

    table: int
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    figures: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that extraction found in one text. Tuples are in reading order; ids are unique in the document."""

    text: Text
    header: Header
    directives: tuple[Directive, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    agencies: tuple[AgencyMention, ...] = ()
    references: tuple[Reference, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    tables: tuple[TableFacts, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Check:
    """A relation that the text states between its own figures, recomputed.

    ``args`` and ``result`` are ids of quantities. ``computed`` and ``stated`` are in the unit of the result (for order
    and equal: of the arguments). ``reason`` says it in Vietnamese as one would write the sum by hand; ``repair`` what
    would make it right, None where nothing small does.
    """

    id: str
    kind: CheckKind
    args: tuple[str, ...]
    result: str | None
    computed: Decimal
    stated: Decimal
    verdict: Verdict
    rule: str
    reason: str
    repair: str | None = None
