"""Ruled tables of .pdf pages: cells, what they span, words that stay in their cell; pages without tables unchanged."""

from decimal import Decimal
from pathlib import Path

import pytest

import dondoc
from dondoc.reading import read
from dondoc.reading.ruling import RuledCell, Segment, cells_of, grids
from dondoc.text import Text
from tests.extraction.tables.appendices import COMPLAINTS, DISEASE, Appendix, as_docx

FILES = Path(__file__).parent / "files"
PAPERS = [(COMPLAINTS, "bieu-don-thu.pdf"), (DISEASE, "bieu-dich-benh.pdf")]


def cells(text: Text) -> list[tuple[int, int, int, int, str]]:
    """The cells of the first table that hold something."""
    return [
        (cell.row, cell.column, cell.rowspan, cell.colspan, text[cell.span])
        for cell in text.tables[0].cells
        if cell.span.end > cell.span.start
    ]


@pytest.mark.parametrize(("appendix", "name"), PAPERS)
def test_a_printed_table_has_the_cells_of_its_document(tmp_path: Path, appendix: Appendix, name: str) -> None:
    paper, typed = read(FILES / name), read(as_docx(tmp_path / "a.docx", appendix))
    assert len(paper.tables) == 1
    assert cells(paper) == cells(typed)
    assert [paper[block.span] for block in paper.blocks if block.kind != "cell"] == list(appendix.above)


@pytest.mark.parametrize(("appendix", "name"), PAPERS)
def test_a_printed_table_gives_the_facts_of_its_document(tmp_path: Path, appendix: Appendix, name: str) -> None:
    paper, typed = (dondoc.extract(read(path)) for path in (FILES / name, as_docx(tmp_path / "a.docx", appendix)))
    told = [
        [(one.value, one.unit, one.role, one.period, one.indicator) for one in facts.quantities]
        for facts in (paper, typed)
    ]
    assert told[0] == told[1]
    assert [one.verdict for one in dondoc.check(paper)] == [one.verdict for one in dondoc.check(typed)]


def test_figures_of_a_printed_table_can_be_shown_on_their_page() -> None:
    facts = dondoc.extract(read(FILES / "bieu-don-thu.pdf"))
    total = next(one for one in facts.quantities if one.value == Decimal(94))
    assert facts.text.place_of(total.span) == "page:1"
    source = facts.text.to_source(total.span)
    assert facts.text.source[source.start : source.end] == "94"


def test_pages_without_ruled_tables_have_none() -> None:
    assert read(FILES / "thong-bao.pdf").tables == ()


def lines(*places: float, start: float, end: float) -> list[Segment]:
    return [Segment(at, start, end) for at in places]


def test_a_missing_line_merges_cells_and_frames_are_no_tables() -> None:
    rows = [*lines(100, 60, start=0, end=90), Segment(80, 30, 90)]
    columns = [*lines(0, 30, 90, start=60, end=100), Segment(60, 60, 80)]
    assert cells_of(rows, columns) == [
        RuledCell(0, 0, 2, 1, 0, 60, 30, 100),
        RuledCell(0, 1, 1, 2, 30, 80, 90, 100),
        RuledCell(1, 1, 1, 1, 30, 60, 60, 80),
        RuledCell(1, 2, 1, 1, 60, 60, 90, 80),
    ]
    assert list(grids(lines(100, 60, start=0, end=90), lines(0, 90, start=60, end=100))) == []


def test_one_row_of_several_cells_is_what_a_page_break_left_of_a_table() -> None:
    (cells,) = grids(lines(100, 80, start=0, end=120), lines(0, 30, 60, 90, 120, start=80, end=100))
    assert [(cell.row, cell.column) for cell in cells] == [(0, 0), (0, 1), (0, 2), (0, 3)]
