"""The agencies as a tree on a day: who stands under whom, who has ended and who took over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from dondoc.office.agencies.models import Agency, Level, Succession
from dondoc.office.agencies.wording import KINDS, LEVEL_ORDER
from dondoc.office.folding import fold

FIRST_KINDS = {"party": 0, "assembly": 1, "committee": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """One agency in the tree. ``later``: who took over by the day asked for."""

    agency: Agency
    depth: int
    ended: bool
    later: tuple[Agency, ...]

    @property
    def kind(self) -> str:
        """The kind in words."""
        return str(KINDS.get(self.agency.kind, self.agency.kind))


def lines(day: date, words: str = "", level: str = "", living_only: bool = False) -> list[Line]:
    """The agencies that existed by ``day``, each below its parent; three queries however many there are."""
    begun = Agency.objects.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day))
    if level:
        begun = begun.filter(level=level)
    for word in fold(words).split():
        begun = begun.filter(Q(folded__contains=word) | Q(aliases__folded__contains=word))
    found = {agency.pk: agency for agency in begun.distinct()}
    if living_only:
        found = {pk: agency for pk, agency in found.items() if agency.exists_on(day)}
    later = _later(day)
    below: dict[int | None, list[Agency]] = {}
    for agency in found.values():
        below.setdefault(agency.parent_id if agency.parent_id in found else None, []).append(agency)
    for children in below.values():
        children.sort(key=lambda each: _order(each, day))

    def walk() -> Iterator[Line]:
        waiting = [(agency, 0) for agency in reversed(below.get(None, []))]
        while waiting:
            agency, depth = waiting.pop()
            yield Line(agency, depth, not agency.exists_on(day), tuple(later.get(agency.pk, ())))
            waiting += [(child, depth + 1) for child in reversed(below.get(agency.pk, []))]

    return list(walk())


def _order(agency: Agency, day: date) -> tuple[int, bool, int, str, int]:
    rank = FIRST_KINDS.get(agency.kind, len(FIRST_KINDS))
    return LEVEL_ORDER[Level(agency.level)], not agency.exists_on(day), rank, agency.folded, agency.pk


def _later(day: date) -> dict[int, list[Agency]]:
    found: dict[int, list[Agency]] = {}
    for step in Succession.objects.filter(day__lte=day).select_related("later").order_by("day", "pk"):
        found.setdefault(step.earlier_id, []).append(step.later)
    return found
