"""The shares of the overview are those of the table, whatever figures an indicator has."""

from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest

from dondoc.office.indicators.models import Indicator, Observation, Target
from dondoc.office.indicators.table import lines, shares
from tests.office.office_cast import NOW, Cast

PERIODS = ("2026-10", "2026-01..2026-10", "2026-01", "2026-Q1", "2026", "2025")
ROLES = ("actual", "cumulative", "change", "plan")


@pytest.mark.parametrize("seed", range(4))
def test_shares_are_what_the_lines_say(cast: Cast, seed: int) -> None:
    dice = Random(seed)
    for n in range(12):
        indicator = Indicator.objects.create(
            code=f"i{n}", name=f"Chỉ tiêu {n}", folded=f"chi tieu {n}", unit=dice.choice(("ha", "%")), created_at=NOW,
            owner=cast.finance, meaning=dice.choice(("cumulative", "point", "period")),
        )  # fmt: skip
        if n % 4:
            Target.objects.create(indicator=indicator, year=2026, value=Decimal(dice.choice((0, 80, 200))))
        for _ in range(dice.randint(0, 5)):
            Observation.objects.create(
                indicator=indicator, period=dice.choice(PERIODS), value=Decimal(dice.randint(1, 99)),
                unit=dice.choice(("ha", "%")), role=dice.choice(ROLES), status=dice.choice(("final", "estimate")),
                entered_at=NOW + timedelta(minutes=dice.randint(0, 2)), base="previous",
                agency=dice.choice((None, None, None, cast.health)),
            )  # fmt: skip
    for period in PERIODS:
        told = lines(Indicator.objects.order_by("pk"), Observation.objects.all(), period)
        wanted = [(line.indicator.pk, line.indicator.name, line.share) for line in told if line.share is not None]
        assert [
            tuple(each) for each in shares(Indicator.objects.order_by("pk"), Observation.objects.all(), period)
        ] == wanted
