"""Rows spread over a table, on which a relation between its columns is tried."""

from collections.abc import Sequence

from dondoc.checking.arithmetic.relation import Form
from dondoc.checking.tables.forms import holds, is_trivial
from dondoc.checking.tables.grid import Entry, Grid

_TRIED = 24
_FIRST = 6
_TELLING = 10


class Sample:
    """Rows spread over the table, on which relations are tried."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        count = len(grid.rows)
        self._rows = (
            range(count)
            if count <= _TRIED * 2
            else [round(i * (count - 1) / (2 * _TRIED)) for i in range(2 * _TRIED + 1)]
        )

    def kept(
        self, form: Form, args: Sequence[int], result: int, *, trivial: bool = False, headed: bool = False
    ) -> tuple[int, int]:
        """How many of the rows that could tell keep the relation, and how many could; early end where few do.

        Small results tell little, but for a column ``headed`` as a rise or a rest of larger figures.
        """
        columns = [self._grid.columns[arg] for arg in args]
        results = self._grid.columns[result]
        kept = tried = telling = 0
        for row in self._rows:
            stated = results.get(row)
            if stated is None:
                continue
            entries = _entries(columns, row, form)
            if entries is None or (not trivial and is_trivial(form, entries, stated)):
                continue
            held = holds(form, entries, stated)
            if held is None:
                continue
            tried += 1
            kept += held
            telling += held and (
                abs(stated.value) >= _TELLING or (headed and any(abs(one.value) >= _TELLING for one in entries))
            )
            if tried >= _FIRST and kept * 2 < tried:
                break
            if tried >= _TRIED:
                break
        amount = form in ("sum", "difference")
        return (kept if telling > 1 or trivial or not amount else 0), tried


def _entries(columns: Sequence[dict[int, Entry]], row: int, form: Form) -> list[Entry] | None:
    """The entries of ``row``; an empty cell is nothing to add in a sum, else there is no relation."""
    found = []
    for column in columns:
        entry = column.get(row)
        if entry is None:
            if form != "sum":
                return None
            continue
        found.append(entry)
    return found if len(found) > 1 else None
