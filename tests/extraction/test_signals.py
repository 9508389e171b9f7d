"""A bit that is not set must mean that no pattern of the kind can match: the rules trust it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dondoc.extraction.quantities import beyond, signals
from dondoc.extraction.quantities.cues import cue_words, read_cues
from dondoc.extraction.quantities.parts import cases
from dondoc.extraction.quantities.periods import (
    asked,
    earlier,
    of_figures,
    of_reports,
    ranges,
    seasons,
    target_periods,
    untimed,
)
from dondoc.extraction.quantities.roles import aims, changes, counts, plans, shares
from dondoc.extraction.quantities.signals import Signals, telling_words
from tests.extraction.quantity_lines import unmark

WRITTEN = Path(__file__).with_name("quantity_lines_written.txt")

CUES = read_cues()
GUARDED = [
    (signals.CHANGE, CUES.rise),
    (signals.CHANGE, CUES.fall),
    (signals.PLAN, CUES.plan_before),
    (signals.PLAN, CUES.plan_after),
    (signals.PLAN, plans._TOTAL_COST),
    (signals.PLAN, plans._CAPITAL),
    (signals.PLAN, plans._BESTOWED),
    (signals.PLAN, of_reports._GRANTED),
    (signals.RANK, counts._RANK),
    (signals.BEHIND, changes._BEHIND),
    (signals.BEYOND, beyond._TOLD),
    (signals.AVERAGE, shares._AVERAGE),
    (signals.AVERAGE, shares._PER),
    (signals.AIM, aims.AIM_WORDS),
    (signals.AIM, changes._GOAL),
    (signals.GROWTH, shares._GROWTH),
    (signals.CUMULATIVE, CUES.cumulative),
    (signals.RESULTING, counts._RESULTING),
    (signals.ATTENDING, CUES.attending),
    (signals.LISTED, CUES.among),
    (signals.LISTED, CUES.every),
    (signals.SETTLED, cases._SETTLING),
    (signals.SETTLED, cases._HANDLED),
    (signals.MONTH, ranges._MONTHS),
    (signals.UNTIL, ranges._UNTIL_DAY),
    (signals.UNTIL, target_periods._UNTIL),
    (signals.WHOLE_YEAR, asked._WHOLE_YEAR),
    (signals.ATTENDED, of_figures._ATTENDED),
    (signals.SEASON, seasons._SEASON),
    (signals.SAME_PERIOD, earlier._SAME_PERIOD),
    (signals.SCHOOL, untimed._SCHOOL_YEAR),
    (signals.FROM_NEW_YEAR, of_reports._SINCE_NEW_YEAR),
    (signals.BORROWED, CUES.borrowed),
]


def gaps() -> Iterator[str]:
    """Words before figures and behind them: own lines cut at every number, and each phrase of the lexicon alone."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        low = unmark(line)[0].lower()
        numbers = [match.span() for match in re.finditer(r"\d+(?:[.,]\d+)*", low)]
        yield from (low[:start] for start, _ in numbers)
        yield from (low[end:] for _, end in numbers)
    for table in cue_words().values():
        for phrases in table.values():
            yield from (f"{phrase} " for phrase in phrases)
            yield from (phrase.replace(" ", "\n") for phrase in phrases)


GAPS = [(gap, Signals(gap).until(len(gap))) for gap in gaps()]


@pytest.mark.parametrize(("kinds", "pattern"), GUARDED, ids=lambda value: getattr(value, "pattern", str(value))[:40])
def test_what_matches_is_announced(kinds: int, pattern: re.Pattern[str]) -> None:
    missed = [gap for gap, found in GAPS if pattern.search(gap) and found & kinds != kinds]
    assert not missed


@pytest.mark.parametrize(("kinds", "pattern"), GUARDED, ids=lambda value: getattr(value, "pattern", str(value))[:40])
def test_most_gaps_need_no_search(kinds: int, pattern: re.Pattern[str]) -> None:
    assert sum(found & kinds == kinds for _, found in GAPS) < len(GAPS) * 0.6


def test_words_are_handed_out_from_left_to_right() -> None:
    words = "tăng 12 hộ so với kế hoạch"
    signals_of_words = Signals(words)
    assert signals_of_words.until(5) == signals.CHANGE
    assert not signals_of_words.until(10) & signals.PLAN
    assert signals_of_words.until(len(words)) & signals.PLAN


def test_an_abbreviation_is_no_part_of_a_word() -> None:
    assert Signals("đạt 81% kh năm").until(14) & signals.PLAN
    assert not Signals("không khó khăn").until(14) & signals.PLAN


def test_the_rarer_word_tells() -> None:
    assert telling_words(["kế hoạch năm", "đến nay", "gồm"]) == {"hoạch", "nay", "gồm"}
