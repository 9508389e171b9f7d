"""Paragraphs and tables as a reader of a word processor's file found them, told to a :class:`Storyline`."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dondoc.reading.columns import part_tabs
from dondoc.reading.layout import is_layout
from dondoc.reading.storyline import Bold, Notes, Storyline


@dataclass(slots=True)
class Item:
    """A paragraph: its words, the list mark they do not hold, bold stretches and footnotes by offset."""

    words: str = ""
    mark: str = ""
    level: int | None = None
    heading: bool = False
    bold: Bold = field(default_factory=list)
    notes: Notes = field(default_factory=list)

    def add(self, words: str, *, bold: bool = False) -> None:
        """Append ``words``."""
        if bold and words.strip():
            self.bold.append((len(self.words), len(self.words) + len(words)))
        self.words += words


@dataclass(slots=True)
class ItemCell:
    """A cell and its paragraphs."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class ItemTable:
    """A table, its cells in reading order."""

    cells: list[ItemCell] = field(default_factory=list)

    def is_layout(self) -> bool:
        """Whether the table only places words on the page."""
        rows = max((cell.row + cell.rowspan for cell in self.cells), default=0)
        columns = max((cell.column + cell.colspan for cell in self.cells), default=0)
        words = "\n".join(item.words for cell in self.cells for item in cell.items)
        return is_layout(rows, columns, len(self.cells), words)


def tell(story: Storyline, items: Iterable[Item | ItemTable]) -> None:
    """Write ``items`` to ``story``; tables that only lay out the page are written as paragraphs."""
    number = 0
    for item in items:
        if isinstance(item, Item):
            number += 1
            _paragraph(story, item, f"p:{number}", joins=True)
        elif item.is_layout():
            for inner in (each for cell in item.cells for each in cell.items):
                number += 1
                _paragraph(story, inner, f"p:{number}", joins=False)
        else:
            story.begin_table()
            for cell in item.cells:
                story.begin_cell(cell.row, cell.column, cell.rowspan, cell.colspan)
                for inner in cell.items:
                    number += 1
                    story.in_cell(f"p:{number}", inner.words, inner.mark, inner.bold, inner.notes)
                story.end_cell()
            story.end_table()


def _paragraph(story: Storyline, item: Item, part: str, *, joins: bool) -> None:
    story.paragraph(
        part,
        part_tabs(item.words),
        mark=item.mark,
        level=item.level,
        heading=item.heading,
        bold=item.bold,
        notes=item.notes,
        joins=joins,
    )
