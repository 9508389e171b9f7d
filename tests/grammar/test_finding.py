"""A long text is searched piece by piece and gives what one search of the whole would."""

import pytest

from dondoc.grammar import finding
from dondoc.grammar.cues import cue_places
from dondoc.grammar.finding import Finder

WORDS = ["sở", "sở ngành", "ngành y tế", "y"]
LINE = "các sở ngành y tế, sở  y tế; sở ngành và ngành y tế xã."


def test_the_longest_word_wins_and_none_overlap() -> None:
    found = [LINE[start:end] for _, start, end in Finder(WORDS).find(LINE)]
    assert found == ["sở ngành", "y", "sở", "y", "sở ngành", "ngành y tế"]


def test_overlapping_words_are_all_found() -> None:
    found = {LINE[start:end] for _, start, end in Finder(WORDS, overlap=True).find("sở ngành y tế")}
    assert len(found) == len(WORDS)


@pytest.mark.parametrize("piece", range(1, len(LINE) + 2))
@pytest.mark.parametrize("overlap", [False, True])
def test_pieces_of_any_length_change_nothing(monkeypatch: pytest.MonkeyPatch, piece: int, overlap: bool) -> None:
    finder = Finder(WORDS, overlap=overlap)
    whole = sorted(finder.find(LINE))
    monkeypatch.setattr(finding, "_PIECE", piece)
    assert sorted(finder.find(LINE)) == whole


def test_cues_are_found_where_they_begin() -> None:
    low = "trước ngày 3, đề nghị các xã phối hợp; trước ngày 5 hoàn thành"
    places = cue_places(low)
    assert list(places["trước"]) == [0, low.rindex("trước")]
    assert list(places["hoàn thành"]) == [low.index("hoàn")]
    assert not places["tuần"]
