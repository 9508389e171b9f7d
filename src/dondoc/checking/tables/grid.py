"""The figures of one table by column and row, as plain numbers with their tolerance.

Thousands of relations are tried on every table; nearly all hold. They are tried on floats, which are exact to fifteen
digits; what does not hold is judged again with the exact figures.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity, TableColumn, TableFacts, TableRow

_WIDEST = 64


class Entry(NamedTuple):
    """A readable figure: its value, half a step of its last digit (0 where it counts things), its unit."""

    value: float
    step: float
    unit: str | None
    figure: Quantity


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``columns`` gives for each column number the entries by index of row; ``rows`` what the rows are."""

    facts: TableFacts
    columns: dict[int, dict[int, Entry]]
    heads: dict[int, TableColumn]
    rows: tuple[TableRow, ...]
    units: dict[int, str | None]

    def amounts(self) -> list[int]:
        """The columns whose figures can be added; of a very wide table the first ones."""
        return [column for column in self.units if not self.compares(column)][:_WIDEST]

    def shares(self) -> list[int]:
        """The columns of percentages, and of ratios told as numbers; of a very wide table the first ones."""
        return [column for column in self.units if self.compares(column)][:_WIDEST]

    def compares(self, column: int) -> bool:
        """Whether a column holds percentages, or ratios (1,8 lần; 3 lần is a count)."""
        unit = self.units[column]
        return unit == "%" or (
            unit == "lần" and any(not entry.value.is_integer() for entry in self.columns[column].values())
        )


def read_grid(scene: Scene, facts: TableFacts) -> Grid:
    """Return the grid of a table."""
    columns: dict[int, dict[int, Entry]] = {column.column: {} for column in facts.columns}
    place, figures = scene.place, scene.figures
    for row, column, identifier in facts.figures:
        index = place.get(identifier)
        value = figures[index].value if index is not None else None
        if index is None or value is None:
            continue
        figure = figures[index]
        step = 0.0 if is_exact(figure) else float(figure.half_step)
        columns.setdefault(column, {})[row] = Entry(float(value), step, figure.unit, figure)
    heads = {column.column: column for column in facts.columns}
    return Grid(facts, columns, heads, facts.rows, {c: _unit(entries) for c, entries in columns.items()})


def _unit(entries: dict[int, Entry]) -> str | None:
    """The unit of most figures of a column ("%" only where all have it)."""
    units = Counter(entry.unit for entry in entries.values())
    other = [unit for unit, _ in units.most_common() if unit != "%"]
    return other[0] if other else "%" if units else None
