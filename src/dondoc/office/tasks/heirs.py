"""Who bears today what stands under an agency that has ended: what was not moved by the merger is not lost with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dondoc.office.agencies.models import Succession
from dondoc.office.asked_once import asked_once


@dataclass(frozen=True, slots=True)
class Heirs:
    """``later``: of each agency that has ended, who took over; ``names`` are those of the heirs."""

    later: Mapping[int, tuple[int, ...]]
    names: Mapping[int, str]

    def of(self, agency: int) -> frozenset[int]:
        """The agencies that live on for ``agency``: itself where it lives, or where nobody took over."""
        found, seen, waiting = set[int](), set[int](), [agency]
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting += self.later.get(each, ())
                found |= set() if each in self.later else {each}
        return frozenset(found or {agency})

    def borne(self, agency: int) -> frozenset[int]:
        """``agency`` and every one that has ended and whose work is ``agency``'s now."""
        return frozenset({agency, *(each for each in self.later if agency in self.of(each))})

    def said(self, agency: int) -> str:
        """The names of those who live on for ``agency``; empty where it lives itself."""
        return ", ".join(sorted(self.names[each] for each in self.of(agency) if each in self.names and each != agency))


def heirs_on(day: date) -> Heirs:
    """The heirs as they are on ``day``, in one query."""
    return asked_once(("heirs", day), lambda: _heirs_on(day))


def _heirs_on(day: date) -> Heirs:
    later: dict[int, tuple[int, ...]] = {}
    names: dict[int, str] = {}
    steps = Succession.objects.filter(day__lte=day, earlier__valid_to__lt=day).order_by("day", "pk")
    for earlier, heir, name in steps.values_list("earlier", "later", "later__name"):
        later[earlier] = (*later.get(earlier, ()), heir)
        names[heir] = name
    return Heirs(later, names)
