"""Ruled tables of scans read by the real program: their cells, their figures, what becomes of the text around them."""

import re
from collections import Counter
from pathlib import Path

import pytest

import dondoc
from dondoc.reading import read, scan
from dondoc.text import Span, Text
from tests.reading.scanned import scan as scanned

pytestmark = pytest.mark.skipif(not scan.is_installed(), reason="no Tesseract with Vietnamese")
FILES = Path(__file__).parents[1] / "files"
NAMES = ["bieu-don-thu.pdf", "bieu-dich-benh.pdf"]
Place = tuple[int, int, int, int]


def cells(text: Text) -> dict[Place, Span]:
    """Where each cell of the only table stands, those that hold something."""
    (table,) = text.tables
    return {
        (cell.row, cell.column, cell.rowspan, cell.colspan): cell.span
        for cell in table.cells
        if cell.span.end > cell.span.start
    }


@pytest.fixture(scope="module", params=NAMES)
def papers(request: pytest.FixtureRequest) -> tuple[Text, Text]:
    """A printed table, and the same out of the scanner."""
    data = (FILES / request.param).read_bytes()
    return read(data, name="a.pdf"), read(scanned(data), name="a.pdf")


def test_a_scanned_table_has_the_cells_of_the_printed_one(papers: tuple[Text, Text]) -> None:
    printed, seen = map(cells, papers)
    assert len(printed.keys() & seen.keys()) >= 0.97 * len(printed)
    assert not seen.keys() - printed.keys()


def test_a_figure_in_a_scanned_table_is_right_or_marked(papers: tuple[Text, Text]) -> None:
    printed, seen = papers
    own = cells(seen)
    wrong = 0
    figures = 0
    for place, span in cells(printed).items():
        right = printed[span]
        if not re.fullmatch(r"-?\d[\d.,]*", right) or place not in own:
            continue
        figures += 1
        if seen[own[place]] != right:
            wrong += 1
            assert any(doubt.span.overlaps(own[place]) for doubt in seen.doubts), (right, seen[own[place]])
    assert figures > 25
    assert wrong <= figures // 12


def test_the_lines_around_a_scanned_table_stay_around_it(papers: tuple[Text, Text]) -> None:
    seen = papers[1]
    around = [[text[block.span] for block in text.blocks if block.kind != "cell"] for text in papers]
    assert around[1][0].split()[:4] == around[0][0].split()[:4]
    assert seen.blocks[0].span.end <= seen.tables[0].span.start


def test_a_scanned_table_gives_the_figures_of_the_printed_one(papers: tuple[Text, Text]) -> None:
    told = [Counter((one.value, one.unit) for one in dondoc.extract(text).quantities) for text in papers]
    assert (told[0] & told[1]).total() >= 0.9 * told[0].total()


def test_a_page_of_words_has_no_table() -> None:
    assert read(scanned((FILES / "thong-bao.pdf").read_bytes()), name="a.pdf").tables == ()
