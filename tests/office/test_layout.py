"""The text laid out with its marks: every character once, every mark where its fact is."""

from hypothesis import given
from hypothesis import strategies as st

from dondoc.office.documents.layout import Mark, lay_out
from dondoc.office.documents.models import Reading

CONTENT = "Giao Sở Y tế rà soát 12 bệnh viện.\nBáo cáo trước 30/9."
BLOCKS = [
    {"kind": "heading", "start": 0, "end": 34, "level": None, "page": 1},
    {"kind": "list_item", "start": 35, "end": 54, "level": 0, "page": 2},
]


def reading(**more: object) -> Reading:
    return Reading(content=CONTENT, blocks=BLOCKS, **{"tables": [], "footnotes": [], "emphasis": [], **more})


places = st.tuples(st.integers(-5, 60), st.integers(-5, 60))


@given(st.lists(places, max_size=12), st.lists(places, max_size=4))
def test_every_character_stands_once_under_exactly_its_marks(
    spans: list[tuple[int, int]], bold: list[tuple[int, int]]
) -> None:
    marks = [Mark(number, "quantity", "draft", start, end) for number, (start, end) in enumerate(spans)]
    views = lay_out(reading(emphasis=[list(pair) for pair in bold]), marks)
    assert ["".join(segment.text for segment in view.segments) for view in views] == CONTENT.split("\n")
    for segment in (segment for view in views for segment in view.segments):
        for place in range(segment.start, segment.end):
            expected = {m.fact for m in marks if m.start <= place < m.end and m.start >= 0 and m.end <= len(CONTENT)}
            assert {mark.fact for mark in segment.marks} == expected
            assert segment.strong == any(start <= place < end for start, end in bold)


def test_a_figure_inside_a_task_is_the_innermost_mark() -> None:
    marks = [Mark(1, "directive", "draft", 5, 33), Mark(2, "quantity", "confirmed", 21, 33)]
    segments = lay_out(reading(), marks)[0].segments
    assert [segment.text for segment in segments] == ["Giao ", "Sở Y tế rà soát ", "12 bệnh viện", "."]
    assert [segment.innermost for segment in segments] == [None, 1, 2, None]
    assert segments[2].classes == "m m-directive m-quantity s-confirmed starts ends"
    assert segments[2].facts == "1 2"
    assert (segments[1].anchors, segments[2].anchors) == ([1], [2])


def test_a_new_page_is_noted_and_footnotes_come_last() -> None:
    blocks = [{"kind": "footnote", "start": 35, "end": 54, "level": None, "page": None}, BLOCKS[0]]
    notes = [{"mark": "1", "anchor": 12, "start": 35, "end": 54}]
    views = lay_out(Reading(content=CONTENT, blocks=blocks, tables=[], footnotes=notes, emphasis=[]), [])
    assert [view.kind for view in views] == ["heading", "footnote"]
    assert views[1].note == "1"
    assert [segment.note for segment in views[0].segments] == ["", "1", ""]
    assert [view.new_page for view in lay_out(reading(), [])] == [False, True]


def test_a_table_is_rows_of_cells() -> None:
    cells = [
        {"row": row, "column": column, "start": start, "end": end, "rowspan": 1, "colspan": 1}
        for row, column, start, end in [(0, 0, 0, 4), (0, 1, 5, 12), (1, 0, 13, 20), (1, 1, 21, 34)]
    ]
    blocks = [
        {"kind": "cell", "start": cell["start"], "end": cell["end"], "level": None, "page": None} for cell in cells
    ]
    table = {"start": 0, "end": 34, "cells": cells}
    views = lay_out(
        Reading(content=CONTENT, blocks=[*blocks, BLOCKS[1]], tables=[table], footnotes=[], emphasis=[]),
        [Mark(7, "quantity", "draft", 21, 23)],
    )
    assert [view.kind for view in views] == ["table", "list_item"]
    words = [["".join(segment.text for segment in cell.segments) for cell in row] for row in views[0].rows]
    assert words == [["Giao", "Sở Y tế"], ["rà soát", "12 bệnh viện."]]
    assert views[0].rows[1][1].segments[0].innermost == 7
