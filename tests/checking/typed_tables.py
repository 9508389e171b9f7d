"""A document with one table, typed row by row."""

from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.text import Block, Cell, OffsetMap, Span, Table, Text


def facts_of(*rows: tuple[str, ...], caption: str = "Chi tiết theo nguồn vốn:", form: str = "text") -> Facts:
    """The facts of a document that holds one table of ``rows`` under ``caption``."""
    content, cells, blocks = f"TÌNH HÌNH GIẢI NGÂN THÁNG 10 NĂM 2024\n{caption}\n", [], []
    start = len(content)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            span = Span(len(content), len(content) + len(words))
            cells.append(Cell(number, column, span))
            blocks.append(Block("cell", span))
            content += f"{words}\n"
    tables = (Table(Span(start, len(content)), tuple(cells)),)
    text = Text(content, tuple(blocks), content, OffsetMap.identity(len(content)), tables=tables, format=form)
    return extract(text)
