"""Patterns that are matched against small letters, which is faster than ignoring case, hold small letters only."""

import re

import pytest

from dondoc.extraction.directives import bounds, clauses, lines, regions
from dondoc.extraction.quantities import bases
from dondoc.extraction.quantities.names import amounts, measure_words, openings, tails, trimming
from dondoc.extraction.quantities.parts import cases, divided, of_wholes
from dondoc.extraction.quantities.periods import (
    accruing,
    asked,
    day_ranges,
    earlier,
    levels,
    of_figures,
    of_reports,
    ranges,
    seasons,
    stocks,
    target_periods,
    untimed,
)
from dondoc.extraction.quantities.roles import aims, changes, counts, pairs, plans, shares

SMALL = {
    "product": bounds._PRODUCT,
    "acknowledged": clauses._ACKNOWLEDGED,
    "effect": lines._EFFECT,
    "reports": lines._REPORTS,
    "task": regions._TASK,
    "result": regions._RESULT,
    "definitions": regions._DEFINITIONS,
    "end of a name": trimming._END,
    "start of a name": trimming._START,
    "end of a tail": tails._TAIL_STOP,
    "goes on": openings._GOES_ON,
    "continued": divided.CONTINUED,
    "out of": of_wholes._OUT_OF,
    "among all": of_wholes._AMONG_ALL,
    "months": ranges._MONTHS,
    "from day": day_ranges.FROM_DAY,
    "until day": ranges._UNTIL_DAY,
    "season": seasons._SEASON,
    "school year": untimed._SCHOOL_YEAR,
    "base": bases._BASE,
    "left": stocks._LEFT,
    "stands": stocks._STANDS,
    **{
        f"{module.__name__.rpartition('.')[2]} {name.strip('_')}": pattern
        for module in (aims, changes, counts, pairs, plans, shares, cases)
        for name, pattern in vars(module).items()
        if isinstance(pattern, re.Pattern)
    },
    **{
        f"period {name}": getattr(module, f"_{name}")
        for module, name in (
            (of_reports, "GRANTED"),
            (of_reports, "SINCE_NEW_YEAR"),
            (of_figures, "ATTENDED"),
            (asked, "WHOLE_YEAR"),
            (target_periods, "INDICATOR"),
            (accruing, "NEWLY"),
        )
    },
    **{f"accruing {name}": getattr(accruing, f"_{name}") for name in ("STOCK", "OF_YEAR", "PLANTED", "OF_MONTH")},
    **{
        f"earlier {name}": getattr(earlier, f"_{name}")
        for name in ("AGAINST_YEAR", "SAME_PERIOD", "OF_SAME", "UP_OR_DOWN")
    },
    **{f"level {name}": getattr(levels, f"_{name}") for name in ("TOLD", "OF", "OPENED", "COMPARED", "BEHIND")},
    **{f"season {name}": getattr(seasons, f"_{name}") for name in ("AS_OF", "FARMED", "APART", "ELSEWHERE")},
    **{f"target {name}": getattr(target_periods, f"_{name}") for name in ("WITHIN_YEAR", "UNTIL", "ANNUAL", "OF_PLAN")},
    **{
        f"name {name}": pattern
        for name, pattern in (
            ("led to", measure_words._LED_TO),
            ("inner time", measure_words._INNER_TIME),
            ("compound", measure_words._COMPOUND),
            ("noun behind", amounts._NOUN_BEHIND),
            ("of whom", amounts._OF_WHOM),
            ("compares", openings._COMPARES),
            ("among", openings._AMONG),
            ("at a day", ranges._AT_DAY),
            ("after", ranges._AFTER),
            ("running", ranges._RUNNING),
            ("merged", untimed._FORMED),
        )
    },
}


@pytest.mark.parametrize("pattern", SMALL.values(), ids=SMALL)
def test_no_capital_could_be_missed(pattern: re.Pattern[str]) -> None:
    words = re.sub(r"\\.|\(\?P<", "", pattern.pattern)
    assert words == words.lower()
    assert not pattern.flags & re.IGNORECASE
