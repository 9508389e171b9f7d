"""Figures of a scanned table that were read twice."""

import pytest
from PIL import Image

from dondoc.reading.ruling import RuledCell
from dondoc.reading.scan.engine import Word
from dondoc.reading.scan.figures import ENLARGED, Cut, agreed, read_again

INK = Image.new("L", (30, 10), 0)
LINE = (1, 1, 1)


def cell(row: int, column: int = 0) -> RuledCell:
    return RuledCell(row, column, 1, 1, 50 * column, 300 - 20 * row, 50 * column + 50, 320 - 20 * row)


def words(text: str, confidence: float = 90.0) -> list[Word]:
    return [Word(one, 10, 5, 40, 15, confidence, LINE) for one in text.split()]


def seen(first: str, second: str) -> tuple[str, bool]:
    cut: Cut = cell(0), INK, (10, 5)
    told = agreed(words(first), words(second), cut)
    return " ".join(word.text for word in told), all(word.confidence >= 80 for word in told)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("98,8", "98,8", "98,8"),
        ("98,8", "98.8", "98,8"),
        ("73:5", "73,5", "73,5"),
        ("1.450 |", "1.450", "1.450"),
        ("25", "25 i", "25"),
        ("-6,12", "-6,12", "-6,12"),
        ("(0,35)", "(0,35)", "(0,35)"),
        ("102,3%", "102,3%", "102,3%"),
        ("9 850", "9.850", "9.850"),
        ("2015", "2015", "2015"),
    ],
)
def test_two_readings_with_the_same_digits_are_sure(first: str, second: str, told: str) -> None:
    assert seen(first, second) == (told, True)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("98.8", "98.8", "98,8"),
        ("31.888.3", "31.888.3", "31.888,3"),
        ("988", "98,8", "98,8"),
        ("1,402", "1.402", "1.402"),
        ("-6,12", "6,12", "-6,12"),
        ("1.450", "7.450", "7.450"),
        ("sảng", "9.850", "9.850"),
    ],
)
def test_what_the_readings_see_otherwise_is_doubtful(first: str, second: str, told: str) -> None:
    assert seen(first, second) == (told, False)


@pytest.mark.parametrize(("first", "second"), [("30/6/2025", "30/6/2025"), ("12", ""), ("II", "i"), ("15", "1 7")])
def test_what_is_no_figure_stays_as_it_was(first: str, second: str) -> None:
    assert seen(first, second) == (first, True)


def test_each_figure_comes_back_to_its_cell() -> None:
    homes = {cell(row): words(text) for row, text in enumerate(("Vốn giao", "12,5", "xấu", "7"))}
    homes[cell(2)] = words("xấu", 20)
    page = Image.new("L", (60, 320), 255)
    for one in homes:
        page.paste(0, (20, round(320 - one.top) + 6, 32, round(320 - one.top) + 14))

    def figures(sheet: Image.Image) -> list[Word]:
        step = (sheet.height - 8 * ENLARGED) // 3
        return [
            Word(text, 40, 8 + step * at + 10, 60, 8 + step * at + 30, 91.0, LINE)
            for at, text in enumerate(("12,5", "8,0", "7"))
        ]

    again = read_again(homes, page, 1.0, figures)
    assert [" ".join(word.text for word in told) for told in again.values()] == ["Vốn giao", "12,5", "8,0", "7"]
    assert [told[0].confidence < 80 for told in again.values()] == [False, False, True, False]


def test_a_table_without_figures_is_not_read_again() -> None:
    def figures(sheet: Image.Image) -> list[Word]:
        raise AssertionError(sheet)

    homes = {cell(row): words(text, 30) for row, text in enumerate(("Cơ quan", "Sở Y tế", "Sở Nội vụ"))}
    assert read_again(homes, Image.new("L", (60, 320), 0), 1.0, figures) == homes
