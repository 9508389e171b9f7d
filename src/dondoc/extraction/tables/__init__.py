"""Table cells as quantities: the row names them, the head of the column says in which role, when and in which unit.

Finds         | Nguồn vốn | Kế hoạch (tỷ đồng) | Giải ngân (tỷ đồng) | Tỷ lệ (%) |
              | Vốn nước ngoài (ODA) | 620 | 310 | 50,0 |  (plan, actual, share_of_plan of Vốn nước ngoài (ODA))
              the unit of the caption where neither row nor column names one: Đơn vị tính: triệu đồng
Leaves alone  running numbers, codes, cells with words; what the text rules have read already
"""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dondoc.extraction.tables.captions import Caption, read_caption
from dondoc.extraction.tables.carried_on import joined
from dondoc.extraction.tables.columns import ColumnMeaning, read_columns
from dondoc.extraction.tables.layout import Layout, read_layouts
from dondoc.extraction.tables.meaning import Subject, read_subjects, unit_words
from dondoc.extraction.tables.numerals import Figure, is_english, read_figure
from dondoc.extraction.tables.prose import without_tables
from dondoc.extraction.tables.rows import RowMeaning, read_rows
from dondoc.extraction.tables.units import TableUnit, read_table_unit
from dondoc.facts import Base, Evidence, Quantity, Role, TableColumn, TableFacts, TableRow
from dondoc.grammar.context import TimeContext
from dondoc.text import Span, Text

__all__ = ["read_layouts", "read_tables", "table_quantities", "without_tables"]

_NO_UNIT = TableUnit(None)
_PERCENT = TableUnit("%")
_SUMMED = frozenset({"plan", "actual", "cumulative"})


def table_quantities(text: Text, period: str | None, known: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the figures of all tables that ``known`` does not hold, ids from the next one after ``known`` on."""
    return read_tables(text, read_layouts(text), TimeContext(period=period), known)[1]


def read_tables(
    text: Text, layouts: Sequence[Layout], context: TimeContext, known: Sequence[Quantity] = ()
) -> tuple[tuple[TableFacts, ...], tuple[Quantity, ...]]:
    """Return what the tables of ``text`` are and the quantities in them, ids after those of ``known``."""
    starts = sorted(quantity.span.start for quantity in known)
    tables: list[TableFacts] = []
    quantities: list[Quantity] = []
    for layout in joined(layouts):
        caption = read_caption(text, layout, context)
        facts, found = _read_table(text, layout, caption, starts, len(known) + len(quantities))
        tables.append(facts)
        quantities += found
    return tuple(tables), tuple(quantities)


def _read_table(
    text: Text, layout: Layout, caption: Caption, starts: Sequence[int], count: int
) -> tuple[TableFacts, list[Quantity]]:
    rows = read_rows(layout)
    read = _figures(text, layout, rows)
    values: dict[int, list[Decimal]] = {}
    for one in read:
        if one.value is not None:
            values.setdefault(one.column, []).append(one.value)
    columns = read_columns(layout, caption.context, caption.period, values, plans=caption.plans)
    subjects = read_subjects(layout, rows, unit_words(layout, rows), caption.context)
    writer = _Writer(layout, caption, rows, subjects, columns)
    told = [one for one in read if not _is_known(one, starts)]
    quantities = writer.write_all(told, count)
    figures = tuple((one.row, one.column, quantity.id) for one, quantity in zip(told, quantities, strict=True))
    facts = TableFacts(
        table=layout.number,
        columns=tuple(
            TableColumn(c.column, c.path, c.role, c.base, c.period, c.number, c.formula) for c in columns.values()
        ),
        rows=tuple(
            TableRow(row.place.cell.row, row.mark, row.name, row.kind, row.level, row.parent, row.partial)
            for row in rows
        ),
        figures=figures,
    )
    return facts, quantities


def _is_known(one: Figure, starts: Sequence[int]) -> bool:
    """Whether the rules for sentences have read a figure in this cell."""
    if not starts:
        return False
    index = bisect_left(starts, one.at - one.start)
    return index < len(starts) and starts[index] < one.at + one.length


def _figures(text: Text, layout: Layout, rows: Sequence[RowMeaning]) -> list[Figure]:
    """The readable figures of all rows, in reading order."""
    typed = text.format in ("xlsx", "xls", "ods")
    english = not typed and is_english(place.words for row in rows for place in row.cells)
    found = []
    for at, row in enumerate(rows):
        for cell, words in row.cells:
            figure = read_figure(words, english=english, form=text.format)
            if figure is not None:
                start, end = cell.span
                if end - start != len(words):
                    start += max(text[cell.span].find(words), 0)
                figure.row, figure.column, figure.at = at, cell.column, start + figure.start
                found.append(figure)
    return found


class _Given(NamedTuple):
    """What row and column give to a cell together."""

    role: Role
    unit: TableUnit
    period: str | None
    base: Base | None
    estimate: bool
    falls: bool
    evidence: tuple[Evidence, ...]


class _Writer:
    """Makes quantities of cells; what a row or a column gives is worked out once."""

    def __init__(
        self,
        layout: Layout,
        caption: Caption,
        rows: Sequence[RowMeaning],
        subjects: Sequence[Subject],
        columns: dict[int, ColumnMeaning],
    ) -> None:
        self._layout, self._caption, self._rows = layout, caption, rows
        self._subjects, self._columns = subjects, columns
        self._wholes = {row.parent for row in rows if row.parent is not None}
        self._written: dict[tuple[int, int], Quantity] = {}
        self._names: dict[tuple[int, str | None], str] = {}
        self._kinds: dict[tuple[object, ...], int] = {}
        self._kind = [
            self._kinds.setdefault((one.role, one.unit, one.period, one.counted), len(self._kinds)) for one in subjects
        ]
        self._given: dict[tuple[int, int], _Given] = {}

    def write_all(self, read: Sequence[Figure], count: int) -> list[Quantity]:
        """The quantities of ``read`` in its order; wholes are written first, so that their parts can name them."""
        found: dict[int, Quantity] = {}
        first = [place for place, one in enumerate(read) if one.row in self._wholes]
        for place in sorted(first, key=lambda place: self._rows[read[place].row].level):
            found[place] = self._write(read[place], f"q{count + place + 1}")
        return [
            found[place] if place in found else self._write(one, f"q{count + place + 1}")
            for place, one in enumerate(read)
        ]

    def _write(self, one: Figure, identifier: str) -> Quantity:
        row, subject = self._rows[one.row], self._subjects[one.row]
        key = (self._kind[one.row], one.column)
        given = self._given.get(key)
        if given is None:
            given = self._given[key] = self._give(subject, self._columns[one.column])
        role, unit, period, base, estimate, falls, evidence = given
        if one.percent or one.unit:
            unit = _PERCENT if one.percent else read_table_unit(one.unit or "") or unit
            role = "rate" if unit.name == "%" and role in ("actual", "cumulative") else role
        value, half_step = one.value, one.half_step
        if value is not None:
            if role == "change" and (one.bracketed or (falls and value > 0)):
                value = -value
            if unit.scale:
                value, half_step = value.scaleb(unit.scale), half_step.scaleb(unit.scale)
        quantity = Quantity(
            identifier,
            Span(one.at, one.at + one.length),
            value,
            unit.name,
            half_step,
            self._name(one.row, subject, self._columns[one.column].subject),
            period,
            role,
            base,
            self._whole(one, row, role, value, unit.name),
            None,
            estimate,
            "table.cell",
            row.place.cell.span,
            one.warning,
            evidence,
            subject.area,
        )
        if one.row in self._wholes:
            self._written[one.row, one.column] = quantity
        return quantity

    def _give(self, subject: Subject, column: ColumnMeaning) -> _Given:
        """What a row of such a subject and a column give to their cell."""
        role: Role = subject.role or column.role
        unit = self._unit(subject, column, role)
        if unit.name == "%" and role in ("actual", "cumulative"):
            role = "rate"
        period = subject.period or column.period
        if role == "actual" and period is not None and ".." in period and "/" not in (unit.name or ""):
            role = "cumulative"
        return _Given(
            role,
            unit,
            period[:4] if period is not None and role == "plan" else period,
            column.base if subject.role is None else None,
            column.estimate,
            column.falls,
            (Evidence("role", "table.column", column.place.cell.span if column.place else None),),
        )

    def _unit(self, subject: Subject, column: ColumnMeaning, role: Role) -> TableUnit:
        if column.unit is not None and column.unit.name in ("%", "lần"):
            return column.unit
        if role == "share_of_plan":
            return _PERCENT
        stated = subject.unit or column.unit or self._caption.unit
        return stated or column.counted or subject.counted or _NO_UNIT

    def _name(self, row: int, subject: Subject, head: str | None) -> str:
        key = (row, head)
        name = self._names.get(key)
        if name is None:
            name = subject.name
            if subject.area is not None or (self._rows[row].kind == "total" and not self._rows[row].path):
                name = head or self._caption.title or name
            elif subject.measures:
                name = head or name or self._caption.title or self._rows[row].name
            elif head:
                name = f"{name} - {head}"
            self._names[key] = name
        return name

    def _whole(self, one: Figure, row: RowMeaning, role: Role, value: Decimal | None, unit: str | None) -> str | None:
        """The figure of the group above of which this one can be a part."""
        if row.parent is None or role not in _SUMMED or value is None or "/" in (unit or ""):
            return None
        whole = self._written.get((row.parent, one.column))
        if whole is None or whole.value is None or unit != whole.unit or not 0 <= value <= whole.value:
            return None
        return whole.id
