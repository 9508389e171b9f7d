"""What the overview shows. Every number is a count of rows that its link lists again."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Aggregate, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dondoc.office.agencies.queries import names_of
from dondoc.office.indicators import listing
from dondoc.office.indicators.models import Direction, Indicator, Observation
from dondoc.office.indicators.table import Share, shares
from dondoc.office.tasks.leading import Counting, of_agencies
from dondoc.office.tasks.models import Phase, Task
from dondoc.office.tasks.standing import URGENCY, Standing
from dondoc.office.tasks.wording import Badge, badge

BARS = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """How many tasks have a standing; ``value`` is the standing's name in the address of the task list."""

    badge: Badge
    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a bar plot: whole and part as lengths out of 100."""

    name: str
    key: int
    whole: int
    part: int
    length: float
    part_length: float
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with what it says as its title."""

    title: str
    bars: tuple[Bar, ...]


def tiles(counted: dict[Standing, int]) -> list[Tile]:
    """One tile a standing, most urgent first; their numbers sum up to all tasks."""
    return [Tile(badge(each), each.value, counted[each]) for each in URGENCY]


def by_lead(tasks: QuerySet[Task], today: date) -> Plot | None:
    """Unfinished tasks a leading agency, the overdue ones apart; None where there are none."""

    def numbers(way: Counting) -> dict[str, Aggregate]:
        return {"whole": way.number(), "late": way.number(due__lt=today, phase__in=(Phase.OPEN, Phase.LACKING))}

    # The unfinished standings are those of these phases: no need to compute the standing of every task again.
    phases = (Phase.OPEN, Phase.LACKING, Phase.SUBMITTED, Phase.WAITING)
    found = of_agencies(tasks, numbers, phases, today)
    names = names_of(found.keys())
    rows = sorted(found.items(), key=lambda each: (-each[1]["late"], -each[1]["whole"], names[each[0]]))[:BARS]
    if not rows:
        return None
    longest = max(row["whole"] for _agency, row in rows)
    bars = tuple(
        Bar(
            names[agency],
            agency,
            row["whole"],
            row["late"],
            row["whole"] / longest * 100,
            row["late"] / longest * 100,
            "",
        )
        for agency, row in rows
    )
    return Plot(_lead_title(bars), bars)


def _lead_title(bars: tuple[Bar, ...]) -> str:
    worst = bars[0]
    if worst.part:
        words = ngettext(
            "%(name)s có nhiều việc quá hạn nhất: %(n)d", "%(name)s có nhiều việc quá hạn nhất: %(n)d", worst.part
        )
        return words % {"name": worst.name, "n": worst.part}
    return _("Không cơ quan nào có việc quá hạn; %(name)s đang chủ trì nhiều việc nhất: %(n)d") % {
        "name": worst.name,
        "n": worst.whole,
    }


def plan_reached(indicators: QuerySet[Indicator], observations: QuerySet[Observation], today: date) -> Plot | None:
    """Shares of the year's plan in the newest period, lowest first; None where nothing can be compared."""
    time = listing.choose_time(observations, None, None, today.year)
    planned = indicators.filter(targets__year=time.year).exclude(direction=Direction.DOWN)
    found = sorted(shares(planned, observations, time.period), key=lambda each: each.share)
    if not found:
        return None
    reached = sum(each.share >= 100 for each in found)
    title = _("%(reached)d trong %(all)d chỉ tiêu đã đạt kế hoạch năm %(year)d") % {
        "reached": reached,
        "all": len(found),
        "year": time.year,
    }
    top = max(Decimal(100), max(each.share for each in found[:BARS]))
    return Plot(title, tuple(_share_bar(each, top) for each in found[:BARS]))


def _share_bar(each: Share, top: Decimal) -> Bar:
    share = each.share
    length = float(max(Decimal(0), share) / top * 100)
    return Bar(
        each.name,
        each.indicator,
        0,
        0,
        length,
        float(100 / top * 100),
        f"{share:.1f}".replace(".", ",") + "%",
    )
