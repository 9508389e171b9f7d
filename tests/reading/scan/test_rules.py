"""Ruling lines of a page: found where a table has them, mended under a seal, not made of letters or underlines."""

import pytest
from PIL import Image, ImageDraw

from dondoc.reading.scan.picture import prepare
from dondoc.reading.scan.rules import Rule, rules_of, without_rules
from tests.reading.scanned import stamped, worn

COLUMNS, ROWS = (100, 160, 500, 900), (80, 130, 180, 230, 280)


def page(*, words: str = "Sở Xây dựng 137.255") -> Image.Image:
    made = Image.new("RGB", (1000, 600), "white")
    pen = ImageDraw.Draw(made)
    for row in range(320, 560, 34):
        pen.text((90, row), "Thu ngân sách nhà nước đạt 7.215 tỷ đồng, bằng 91,2% dự toán", fill="black", font_size=22)
    for y in ROWS[:-1]:
        pen.text((170, y + 14), words, fill="black", font_size=22)
    return made


def ruled(image: Image.Image) -> Image.Image:
    pen = ImageDraw.Draw(image)
    for y in ROWS:
        pen.line((COLUMNS[0], y, COLUMNS[-1], y), fill="black", width=2)
    for x in COLUMNS:
        pen.line((x, ROWS[0], x, ROWS[-1]), fill="black", width=2)
    return image


def at(lines: tuple[Rule, ...]) -> list[int]:
    return sorted((line.first + line.last) // 2 for line in lines)


def near(places: tuple[int, ...]) -> list[object]:
    return [pytest.approx(place, abs=4) for place in places]


@pytest.mark.parametrize("skew", [-1.1, -0.4, 0.0, 0.7])
def test_the_lines_of_a_table_are_found_on_a_worn_page(skew: float) -> None:
    found = rules_of(prepare(worn(ruled(page()), skew=skew, seed=4)).image)
    assert len(found.horizontal) == len(ROWS)
    assert len(found.vertical) == len(COLUMNS)


def test_lines_stand_where_they_were_drawn_and_reach_each_other() -> None:
    found = rules_of(ruled(page()).convert("L"))
    assert at(found.horizontal) == near(ROWS)
    assert at(found.vertical) == near(COLUMNS)
    assert all(line.start <= COLUMNS[0] and line.end >= COLUMNS[-1] for line in found.horizontal)
    assert all(line.start <= ROWS[0] and line.end >= ROWS[-1] for line in found.vertical)


def test_a_line_under_a_seal_stays_whole() -> None:
    sealed = stamped(ruled(page()), (640, 180), 90)
    found = rules_of(prepare(sealed).image)
    assert at(found.horizontal) == near(ROWS)


def test_a_line_left_out_between_two_stays_left_out() -> None:
    image = ruled(page())
    ImageDraw.Draw(image).rectangle((164, 176, 496, 184), fill="white")
    found = rules_of(image.convert("L"))
    parts = [(line.start, line.end) for line in found.horizontal if 170 < line.first < 190]
    assert len(parts) == 2
    assert parts[0][1] < 200 < 460 < parts[1][0] or parts[1][1] < 200 < 460 < parts[0][0]


@pytest.mark.parametrize("drawn", ["words", "underline", "frame"])
def test_what_is_no_table_has_no_lines_or_too_few(drawn: str) -> None:
    image = page(words="NHIỆM VỤ TRỌNG TÂM HHHHHHHHHHHHHH")
    pen = ImageDraw.Draw(image)
    if drawn == "underline":
        pen.line((400, 300, 600, 300), fill="black", width=2)
    elif drawn == "frame":
        pen.rectangle((60, 60, 960, 580), outline="black", width=2)
    found = rules_of(image.convert("L"))
    most = 2 if drawn == "frame" else 0
    assert len(found.horizontal) <= most
    assert len(found.vertical) <= most


def test_painted_over_only_letters_are_left() -> None:
    bare, image = page().convert("L"), ruled(page()).convert("L")
    clean = without_rules(image, rules_of(image))
    ink = [sum(shown.histogram()[:120]) for shown in (bare, clean)]
    assert ink[1] == pytest.approx(ink[0], rel=0.02)
