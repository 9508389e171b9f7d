"""Names in tasks that fit no agency and no group: distinct, with how many rows wait for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min

from dondoc.office.agencies.models import Agency, NotAgency
from dondoc.office.agencies.naming import name_key
from dondoc.office.folding import fold
from dondoc.office.tasks.models import Assignment


@dataclass(frozen=True, slots=True)
class Unmatched:
    """One name as documents write it, however spelt. ``guesses`` are agencies whose names are most like it."""

    key: str
    name: str
    spellings: tuple[str, ...]
    number: int
    task: int


def waiting() -> list[Unmatched]:
    """The names that wait for a person, the most frequent first; two queries."""
    refused = set(NotAgency.objects.values_list("key", flat=True))
    rows = (
        Assignment.objects.filter(agency__isnull=True, group__isnull=True)
        .order_by()
        .values("written")
        .annotate(number=Count("pk"), task=Min("task"), last=Max("pk"))
    )
    found: dict[str, list[tuple[int, str, int]]] = {}
    for row in rows:
        key = name_key(row["written"])[:300]
        if key and key not in refused:
            found.setdefault(key, []).append((row["number"], row["written"], row["task"]))
    names = []
    for key, spelt in found.items():
        spelt.sort(key=lambda each: (-each[0], each[1]))
        total = sum(number for number, _name, _task in spelt)
        names.append(Unmatched(key, spelt[0][1], tuple(name for _n, name, _t in spelt), total, spelt[0][2]))
    return sorted(names, key=lambda each: (-each.number, each.name))


def guesses(names: Iterable[Unmatched], on: date, most: int = 3) -> dict[str, list[Agency]]:
    """For each name the living agencies that share most of its words; one query."""
    living = [(agency, frozenset(agency.folded.split())) for agency in Agency.objects.all() if agency.exists_on(on)]
    found = {}
    for each in names:
        words = frozenset(fold(each.name).split())
        scored = [(len(words & known) / len(words | known), agency) for agency, known in living if words & known]
        scored.sort(key=lambda pair: (-pair[0], pair[1].name))
        found[each.key] = [agency for score, agency in scored[:most] if score >= 0.4]
    return found
