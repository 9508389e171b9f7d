"""Pages nested far too deep: read in time that grows with their length, and nothing of their words is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.reading import read
from dondoc.reading.nesting import flattened

DEEP = ["<div>x ", "<div><p>a</p>", "<ul><li>x ", "<b>x ", "<div/>x ", "<o:p>x ", "<option><span>x ", "<blockquote>x "]


def seconds(piece: str, count: int) -> float:
    data = ("<html><body>" + piece * count).encode()
    begun = time.process_time()
    read(data, name="a.html")
    return time.process_time() - begun


@pytest.mark.parametrize("piece", DEEP)
def test_depth_costs_no_more_than_length(piece: str) -> None:
    assert seconds(piece, 60_000) < 4.0


def test_a_page_of_usual_depth_is_left_as_it_is() -> None:
    page = "<div><table><tr><td><p><b>Số</b></p></td></tr></table></div>" * 400
    assert flattened(page) == page


def test_open_letters_of_word_do_not_count_up() -> None:
    page = "<p>một<o:p></p>" * 600 + "<table><tr><td>a</td></tr></table>"
    assert flattened(page) == page


def test_words_beyond_the_depth_are_kept_in_order() -> None:
    page = "<div>" * 900 + "".join(f"<div>đoạn {n}</div>" for n in range(3)) + "</div>" * 900 + "<p>hết</p>"
    text = read(f"<html><body>{page}</body></html>".encode(), name="a.html")
    assert text.content.split() == ["đoạn", "0", "đoạn", "1", "đoạn", "2", "hết"]


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</b>", "<b>", "chữ ", "<td>", "</table>"])))
def test_any_markup_keeps_its_words(pieces: list[str]) -> None:
    page = "<i>" * 500 + "".join(pieces)
    assert flattened(page).count("chữ") == page.count("chữ")
