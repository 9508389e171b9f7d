"""What the rules before have told already, and how likely it is that figures fit by chance."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dondoc.checking.arithmetic.intervals import interval_of, is_exact, is_round, telling_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, value_of
from dondoc.checking.names.wording import are_people_and_things, is_one_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_HALF = Decimal("0.5")
_WIDTH = 120
_REACH, _MOST, _BLOCKS = 20, 10, 6


class Amounts:
    """The amounts and counts of a scene that are told exactly, read once.

    ``places`` of them, ``values`` as floats for a first look; ``before`` and ``behind`` hold for each of ``places``
    those near it that may be reckoned with it, nearest first.
    """

    def __init__(self, scene: Scene) -> None:
        self.values = [abs(float(figure.value or 0)) for figure in scene.figures]
        self.places = [place for place, figure in enumerate(scene.figures) if _is_amount(figure)]
        self.before: dict[int, list[int]] = {}
        self.behind: dict[int, list[int]] = {place: [] for place in self.places}
        units = [scene.figures[place].unit for place in self.places]
        counted = [is_exact(scene.figures[place]) for place in self.places]
        blocks = [scene.block[place] for place in self.places]
        for at, place in enumerate(self.places):
            unit, exact, least = units[at], counted[at], blocks[at] - _BLOCKS
            near = self.before[place] = list[int]()
            for other in range(at - 1, max(at - _REACH, 0) - 1, -1):
                if blocks[other] < least:
                    break
                if units[other] == unit or _are_alike(unit, units[other], exact and counted[other]):
                    beside = self.places[other]
                    near.append(beside)
                    self.behind[beside].append(place)
                    if len(near) == _MOST:
                        break


def _is_amount(figure: Quantity) -> bool:
    if figure.unit == "%" or figure.role == "rank" or not figure.value:
        return False
    return figure.approx is None or not is_round(figure)


@dataclass(frozen=True, slots=True)
class Known:
    """``by_result``: the relations that hold, by the id of the figure they end in; ``shares``: those of them that tell
    shares, by the id of the whole; ``values`` what the figures of each sum and difference that holds come to; ``parts``
    the ids of those that are parts of a sum; ``reckoned`` the ids of all figures of sums and differences; ``wrong`` the
    ids of those that relations which do not hold end in, ``doubted`` those of all their figures; ``settled`` the ends
    of those that the text writes as one; ``broken`` the relations that do not hold.
    """

    amounts: Amounts
    by_result: dict[str, Relation]
    shares: dict[str, list[Relation]]
    values: frozenset[tuple[Decimal, ...]]
    parts: frozenset[str]
    reckoned: frozenset[str]
    wrong: frozenset[str]
    doubted: frozenset[str]
    settled: frozenset[str]
    broken: tuple[Relation, ...]

    def tells(self, relation: Relation) -> bool:
        """Whether a sum or difference of the same values is told already."""
        return values_of(relation) in self.values


def in_bracket(scene: Scene, place: int) -> bool:
    """Whether a figure stands in a bracket."""
    words = scene.facts.text.content[max(scene.starts[place] - _WIDTH, 0) : scene.starts[place]]
    return words.rfind("(") > words.rfind(")")


def values_of(relation: Relation) -> tuple[Decimal, ...]:
    """What the figures of a relation come to, whatever their order."""
    return tuple(sorted(abs(value_of(figure)) for figure in (*relation.args, relation.result)))


def count_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be reckoned with each other: one unit, or both count things of one kind."""
    return one.unit == other.unit or _are_alike(one.unit, other.unit, is_exact(one) and is_exact(other))


@lru_cache(maxsize=4096)
def _are_alike(one: str | None, other: str | None, counted: bool) -> bool:
    return is_one_unit(one, other) or (counted and not are_people_and_things(one, other))


def chance_of_share(relation: Relation) -> Decimal:
    """How likely a share of two figures that have nothing to do with each other would come out as it is told."""
    computed, told = computed_interval(relation), interval_of(relation.result)
    value = abs(value_of(relation.result))
    if computed is None or not value:
        return Decimal(1)
    width = (computed.high - computed.low + told.high - told.low) / value * _HALF
    whole = max(relation.args, key=lambda figure: abs(value_of(figure)))
    return max(width, _HALF / abs(value_of(whole))) if is_exact(whole) else width


def chance_of_sum(relation: Relation) -> Decimal:
    """How likely three figures that have nothing to do with each other add up to the last digit."""
    figures = (*relation.args, relation.result)
    fewest = min(map(telling_digits, figures))
    coarse, least = max(figure.half_step for figure in figures) * 2, min(abs(value_of(figure)) for figure in figures)
    return max(Decimal(1).scaleb(-fewest), coarse / least)
