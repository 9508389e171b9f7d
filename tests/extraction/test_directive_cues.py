"""A rule tried at its cues finds what a search of the whole stretch would."""

import re

from dondoc.extraction.directives.cues import Cues

LOW = "đề nghị sở y tế phối hợp với sở tài chính, phấn đấu hoàn thành trong năm 2025; phấn đấu cả năm đạt 8%"
GOAL = re.compile(r"(?:hoàn thành|phấn đấu)[^.;]{0,20}?năm")


def test_the_first_match_is_that_of_a_search() -> None:
    found, plain = Cues(LOW).search("strive", GOAL, LOW, 0, len(LOW)), GOAL.search(LOW)
    assert found is not None
    assert plain is not None
    assert found.span() == plain.span()


def test_a_match_does_not_reach_behind_the_stretch() -> None:
    assert Cues(LOW).search("strive", GOAL, LOW, 0, LOW.index("trong")) is None


def test_matches_do_not_overlap() -> None:
    found = [match.span() for match in Cues(LOW).matches("strive", GOAL, LOW, 0, len(LOW))]
    assert found == [match.span() for match in GOAL.finditer(LOW)]


def test_a_cue_counts_where_it_begins() -> None:
    cues = Cues(LOW)
    at = LOW.index("phối")
    assert cues.any("together", at, at + 1)
    assert not cues.any("together", at + 1, len(LOW))
    assert not cues.any("thanks", 0, len(LOW))
