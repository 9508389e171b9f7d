"""Finding agencies: by a name in a document, by what a person types, through mergers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from dondoc.office.agencies.models import Agency, AgencyAlias, AgencyGroup, GroupAlias, Succession
from dondoc.office.agencies.naming import name_key
from dondoc.office.asked_once import asked_once
from dondoc.office.folding import fold

NAMED = 50


def on_day(day: date) -> Q:
    """Agencies that exist on ``day``."""
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def resolve(name: str, on: date) -> Agency | AgencyGroup | None:
    """The agency or group that ``name`` means on ``on``, or None where no or more than one record fits.

    An agency that has ended is returned only if no living one bears the name; its successor is for the page to show.
    """
    return resolve_all([name], on)[name]


def resolve_all(names: Iterable[str], on: date) -> dict[str, Agency | AgencyGroup | None]:
    """``resolve`` for many names in four queries."""
    keys = {name: name_key(name)[:300] for name in names}
    wanted = set(keys.values()) - {""}
    found: dict[str, list[Agency]] = {}
    for agency in Agency.objects.filter(key__in=wanted):
        found.setdefault(agency.key, []).append(agency)
    for alias in AgencyAlias.objects.filter(key__in=wanted).select_related("agency"):
        if alias.agency not in found.setdefault(alias.key, []):
            found[alias.key].append(alias.agency)
    also = GroupAlias.objects.filter(key__in=wanted).select_related("group")
    groups = {alias.key: alias.group for alias in also}
    groups |= {group.key: group for group in AgencyGroup.objects.filter(key__in=wanted)}
    return {name: _only(found.get(key, []), on) or groups.get(key) for name, key in keys.items()}


def _only(candidates: list[Agency], on: date) -> Agency | None:
    living = [agency for agency in candidates if agency.exists_on(on)]
    fitting = living or candidates
    return fitting[0] if len(fitting) == 1 else None


def names_of(agencies: Collection[int]) -> dict[int, str]:
    """The names of ``agencies``. Of many all there are is read: naming each in the question takes longer."""
    rows = Agency.objects.order_by().values_list("pk", "name")
    if len(agencies) <= NAMED:
        return dict(rows.filter(pk__in=agencies))
    return {agency: name for agency, name in rows if agency in agencies}


def search(words: str, on: date) -> QuerySet[Agency]:
    """Agencies that exist on ``on`` and hold every word typed, marks or not."""
    agencies = Agency.objects.filter(on_day(on))
    for word in fold(words).split():
        agencies = agencies.filter(Q(folded__contains=word) | Q(aliases__folded__contains=word))
    return agencies.distinct()


def search_groups(words: str) -> QuerySet[AgencyGroup]:
    """Groups whose name holds every word typed, marks or not."""
    groups = AgencyGroup.objects.all()
    for word in fold(words).split():
        groups = groups.filter(folded__contains=word)
    return groups


def members(group: AgencyGroup, on: date) -> QuerySet[Agency]:
    """The agencies that ``group`` stands for on ``on``."""
    by_rule = Q(pk__in=group.members.values("pk"))
    if group.rule_kinds:
        rule = Q(kind__in=group.rule_kinds)
        by_rule |= rule & Q(level=group.rule_level) if group.rule_level else rule
    return Agency.objects.filter(by_rule).filter(on_day(on))


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Every record under which an agency's work may stand: itself, those it succeeded, groups it is a member of."""

    agencies: frozenset[int]
    groups: frozenset[int]


def standpoint(*agencies: Agency) -> Standpoint:
    """Where the tasks of ``agencies`` are found, work inherited through mergers included."""
    keys = frozenset(agency.pk for agency in agencies)
    return asked_once(("standpoint", keys), lambda: _standpoint(agencies))


def _standpoint(agencies: Sequence[Agency]) -> Standpoint:
    known = {agency.pk for agency in agencies}
    new = set(known)
    while new:
        new = set(Succession.objects.filter(later__in=new).order_by().values_list("earlier_id", flat=True)) - known
        known |= new
    kinds = {(agency.kind, agency.level) for agency in agencies}
    if earlier := known.difference(agency.pk for agency in agencies):
        kinds.update(Agency.objects.filter(pk__in=earlier).order_by().values_list("kind", "level"))
    chosen = AgencyGroup.members.through.objects.filter(agencygroup=OuterRef("pk"), agency__in=known)
    groups = AgencyGroup.objects.order_by().values_list("pk", "rule_kinds", "rule_level", Exists(chosen))
    held = {
        pk
        for pk, ruled, on, named in groups
        if named or any(kind in ruled and on in ("", level) for kind, level in kinds)
    }
    return Standpoint(frozenset(known), frozenset(held))


def successor(agency: Agency, on: date) -> Agency:
    """Who does the work of ``agency`` on ``on``: itself while it exists, else the last of its heirs."""
    current, seen = agency, {agency.pk}
    while not current.exists_on(on):
        step = Succession.objects.filter(earlier=current, day__lte=on).select_related("later").order_by("day").last()
        if step is None or step.later_id in seen:
            return current
        current = step.later
        seen.add(current.pk)
    return current
