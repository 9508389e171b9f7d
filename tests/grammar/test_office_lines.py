"""Lines as offices of all kinds write them, marked before the rules saw them and read as the score reads them."""

import re
from decimal import Decimal

import pytest

from dondoc.facts import Measure
from dondoc.grammar.dates import find_dates
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.text import Span
from tests.grammar.placed_lines import Placed, differences, read_placed

MEASURES = [*read_placed("measures_of_offices"), *read_placed("measures_none")]
DATES, PERIODS, DEADLINES = (read_placed(f"{kind}_of_offices") for kind in ("dates", "periods", "deadlines"))
_PLACES = Decimal("1e-6")


def _same_unit(one: str, other: str) -> bool:
    one, other = (" ".join(re.findall(r"\w+", unit.lower())) or unit for unit in (one, other))
    return one == other or (bool(one and other) and (one.startswith(other) or other.startswith(one)))


def _answer(measure: Measure, answer: str) -> bool:
    value, _, unit = answer.partition(" ")
    approx = unit.rpartition(" ")[2]
    if approx in ("over", "about", "under"):
        unit = unit.removesuffix(approx).strip()
        if measure.approx != approx:
            return False
    wanted = Decimal(value)
    close = measure.value is not None and abs(measure.value - wanted) <= _PLACES * max(abs(wanted), Decimal(1))
    return close and _same_unit(unit, measure.unit or "")


def _measures(placed: Placed) -> list[tuple[Span, str]]:
    """The measures of a line; one that answers its mark is written as the mark is."""
    found = []
    for measure in find_measures(placed.line):
        marks = [answer for span, answer in placed.answers if span.overlaps(measure.span)]
        right = next((answer for answer in marks if answer != "skip" and _answer(measure, answer)), None)
        found.append((measure.span, right or f"{measure.value} {measure.unit}"))
    return found


@pytest.mark.parametrize("placed", MEASURES, ids=[placed.line[:60] for placed in MEASURES])
def test_measures(placed: Placed) -> None:
    assert differences(placed, _measures(placed)) == []


@pytest.mark.parametrize("placed", DATES, ids=[placed.line[:60] for placed in DATES])
def test_dates(placed: Placed) -> None:
    found = [
        (mention.span, str(mention.day) + (" month" if mention.precision == "month" else ""))
        for mention in find_dates(placed.line, placed.context)
    ]
    assert differences(placed, found) == []


@pytest.mark.parametrize("placed", PERIODS, ids=[placed.line[:60] for placed in PERIODS])
def test_periods(placed: Placed) -> None:
    found = [(mention.span, mention.period) for mention in find_periods(placed.line, placed.context)]
    assert differences(placed, found) == []


@pytest.mark.parametrize("placed", DEADLINES, ids=[placed.line[:60] for placed in DEADLINES])
def test_deadlines(placed: Placed) -> None:
    """Every strong deadline is marked; a weak one counts where a mark asks for it."""
    found = []
    for deadline in find_deadlines(placed.line, placed.context):
        marks = [answer for span, answer in placed.answers if span.overlaps(deadline.span) and answer != "skip"]
        value = str(deadline.by)
        if any(value == part.removesuffix(" weak") for answer in marks for part in answer.split(" alt ")):
            value = next(a for a in marks if value in [part.removesuffix(" weak") for part in a.split(" alt ")])
            value = value.split(" alt ")[0]
        elif ".weak." in deadline.rule:
            continue
        found.append((deadline.span, value))
    assert differences(placed, found) == []
