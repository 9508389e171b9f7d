"""Spans, the map back to the source, and the builder that keeps both."""

from hypothesis import given
from hypothesis import strategies as st

from dondoc.text import OffsetMap, Place, Run, Span, Text, clusters

WORDS = st.text(st.sampled_from(list("aeêđ 1.\u0301\u0323\u0302\u1100\u1161\u11a8<\u0338")), max_size=30)


def test_spans_are_half_open() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 3).covers(Span(1, 3))
    assert not Span(0, 3).covers(Span(1, 4))


def test_equal_runs_map_letter_by_letter_and_unequal_ones_as_a_whole() -> None:
    origin = OffsetMap([Run(0, 4, 10, 14), Run(4, 5, 14, 17), Run(5, 8, 20, 23)])
    assert origin.to_source(Span(1, 3)) == (11, 13)
    assert origin.to_source(Span(4, 5)) == (14, 17)
    assert origin.to_source(Span(3, 6)) == (13, 21)
    assert origin.to_source(Span(2, 2)) == (12, 12)


def test_the_empty_map() -> None:
    assert OffsetMap.identity(0).to_source(Span(0, 0)) == (0, 0)


@given(WORDS)
def test_clusters_cover_the_words_in_order(words: str) -> None:
    found = list(clusters(words))
    assert "".join(words[start:end] for start, end in found) == words
    assert all(start < end for start, end in found)


def test_a_span_knows_its_line_and_its_part_of_the_file() -> None:
    source = "một\nhai\nba"
    places = (Place(0, "page:1"), Place(8, "page:2"))
    text = Text(source, (), source, OffsetMap.identity(len(source)), places=places)
    assert text.line_of(Span(4, 7)) == 2
    assert [text.place_of(Span(at, at + 1)) for at in (5, 8)] == ["page:1", "page:2"]
    assert Text(source, (), source, OffsetMap.identity(len(source))).place_of(Span(0, 1)) is None
