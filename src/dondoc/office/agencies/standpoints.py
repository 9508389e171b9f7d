"""``queries.standpoint`` for many agencies: what it looks up is read once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dondoc.office.agencies.models import Agency, AgencyGroup, Succession
from dondoc.office.agencies.queries import Standpoint


@dataclass(frozen=True, slots=True)
class Standpoints:
    """``earlier``: whose work an agency took over. ``groups``: those that an agency is a member of."""

    earlier: Mapping[int, tuple[int, ...]]
    groups: Mapping[int, frozenset[int]]

    def of(self, agencies: Iterable[int]) -> Standpoint:
        """Where the tasks of ``agencies`` are found."""
        known, waiting = set[int](), list(agencies)
        while waiting:
            each = waiting.pop()
            if each not in known:
                known.add(each)
                waiting += self.earlier.get(each, ())
        return Standpoint(frozenset(known), frozenset().union(*(self.groups.get(each, frozenset()) for each in known)))


def standpoints() -> Standpoints:
    """The standpoints of all agencies, in four queries."""
    earlier: dict[int, list[int]] = defaultdict(list)
    for later, before in Succession.objects.order_by().values_list("later", "earlier"):
        earlier[later].append(before)
    groups: dict[int, set[int]] = defaultdict(set)
    ruled = [group for group in AgencyGroup.objects.order_by() if group.rule_kinds]
    for agency, kind, level in Agency.objects.order_by().values_list("pk", "kind", "level"):
        for group in ruled:
            if kind in group.rule_kinds and group.rule_level in ("", level):
                groups[agency].add(group.pk)
    for group_pk, agency in AgencyGroup.members.through.objects.values_list("agencygroup", "agency"):
        groups[agency].add(group_pk)
    return Standpoints(
        {later: tuple(before) for later, before in earlier.items()},
        {agency: frozenset(found) for agency, found in groups.items()},
    )
