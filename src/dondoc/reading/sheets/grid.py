"""A workbook as its sheets show it: rows of cells with the words that stand in them."""

from dataclasses import dataclass, field
from functools import cache

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError

_TOO_MANY = (
    f"Bảng tính có hơn {limits.MAX_SHEET_CELLS:,} ô có nội dung nên không được đọc; hãy tách thành nhiều tệp."
).replace(",", ".", 1)


@dataclass(slots=True)
class SheetCell:
    """A cell that holds something: 0-based place, words as shown, whether it is typed as a number."""

    row: int
    column: int
    words: str
    number: bool = False
    rowspan: int = 1
    colspan: int = 1


@dataclass(slots=True)
class Sheet:
    """A sheet: its cells by row (each row by column), which of it is hidden, cells whose value is missing or an error.

    ``uncomputed`` and ``errors`` are addresses ("D5"); ``merges`` are (first row, first column, last row, last column).
    """

    name: str
    rows: dict[int, list[SheetCell]] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncomputed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def put(self, row: int, column: int, words: str, number: bool) -> None:
        """Add a cell; cells of a row come in any order."""
        line = self.rows.get(row)
        if line is None:
            line = self.rows[row] = []
        line.append(SheetCell(row, column, words, number))

    def settle(self) -> None:
        """Order the rows and give merged cells their spans, within the part of the sheet that is used."""
        for line in self.rows.values():
            line.sort(key=lambda cell: cell.column)
        self.rows = {row: self.rows[row] for row in sorted(self.rows)}
        if not self.merges or not self.rows:
            return
        last_row = max(self.rows)
        last_column = max(line[-1].column for line in self.rows.values())
        corners = {(cell.row, cell.column): cell for line in self.rows.values() for cell in line}
        for top, left, bottom, right in self.merges[: limits.MAX_SHEET_MERGES]:
            cell = corners.get((top, left))
            if cell is not None:
                cell.rowspan = max(1, min(bottom, last_row) - top + 1)
                cell.colspan = max(1, min(right, last_column) - left + 1)


class Budget:
    """Counts the cells of all sheets, so that no workbook fills the memory."""

    def __init__(self) -> None:
        self._left = limits.MAX_SHEET_CELLS
        self._characters = limits.MAX_TEXT_CHARACTERS

    def spend(self, words: str, times: int = 1) -> None:
        """Count a cell of ``words`` that stands ``times`` times."""
        self._left -= times
        self._characters -= len(words) * times
        if self._left < 0 or self._characters < 0:
            raise ReadingError(_TOO_MANY)


@cache
def column_letters(column: int) -> str:
    """The letters of a 0-based column: 0 → A, 27 → AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The address of a 0-based place as the program shows it: (4, 3) → D5."""
    return f"{column_letters(column)}{row + 1}"
