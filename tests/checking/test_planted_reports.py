"""A short run of the benchmark: slips planted in generated reports are found, clean reports are left alone."""

import random

import pytest

from benchmarks.planted import score_reports
from benchmarks.planted_relations import agrees, value_of
from benchmarks.planted_reports import Writer
from benchmarks.planted_slips import KINDS, plant

ENOUGH = 0.95


def test_planted_slips_are_found_and_clean_reports_left_alone() -> None:
    tally = score_reports(64, seed=7)
    assert tally.planted.total() >= 60
    assert set(tally.planted) == set(KINDS)
    assert tally.recall >= ENOUGH, tally.misses
    assert tally.precision >= ENOUGH, tally.false


def test_reports_are_true_and_the_same_for_a_seed() -> None:
    report = Writer(11).write()
    assert report.text == Writer(11).write().text
    assert report.text != Writer(12).write().text
    for relation in report.relations:
        for figure in relation.figures:
            assert report.text[figure.start : figure.end] == figure.digits
        if relation.kind not in ("stale", "weekday", "counted"):
            assert agrees(relation.kind, {figure.slot: figure.digits for figure in relation.figures})


@pytest.mark.parametrize("kind", KINDS)
def test_a_slip_changes_one_relation_and_breaks_it(kind: str) -> None:
    slips = [plant(Writer(seed).write(), kind, random.Random(seed)) for seed in range(12)]
    planted = [slip for slip in slips if slip is not None]
    assert planted
    for slip in planted:
        assert slip.before != slip.after
        assert all(slip.text[start:end] in slip.after for start, end in slip.places)


def test_what_rounding_explains_is_no_slip() -> None:
    assert agrees("share", {"d": "1.234,5", "p": "2.000", "q": "61,7"})
    assert not agrees("share", {"d": "1.234,5", "p": "2.000", "q": "61,9"})
    assert agrees("sum2", {"w": "10,1", "a": "5,0", "b": "5,0"})
    assert not agrees("sum2", {"w": "11", "a": "5", "b": "5"})
    assert value_of("1.234,50") * 2 == value_of("2.469")
