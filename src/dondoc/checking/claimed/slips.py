"""How likely a slip of the pen would make figures fit that have nothing to do with each other.

A relation that does not hold is told where the words point to it and one slip explains it: the fewer ways there are to
slip so, and the less room the other figures leave, the surer it is that the relation is meant. Two digits that changed
places in a figure of four make 3 figures of 10.000; a wrong digit makes 36. What adds up does so to the last digit.
"""

from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of, telling_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, exact_value, needed_interval, value_of
from dondoc.checking.arithmetic.repair import Slip, find_repair, slip_between
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_NEVER = Decimal(1)
_DIGITS, _LENGTHS, _MARKS, _PAIR = 9, 11, 6, 2
_SHIFTS = frozenset(Decimal(1).scaleb(places) for places in (-3, -2, -1, 1, 2, 3))
_ADDING = frozenset(("sum", "difference"))
_EXACT = _ADDING | {"times", "ratio"}
_NONE: frozenset[str] = frozenset()
# What stands near and no word ties to it.
_LOOSELY_TOLD = frozenset(("ratio.whole", "ratio.plan", "sum.all-of-it"))


def chance_of_slip(scene: Scene, relation: Relation, settled: frozenset[str] = _NONE) -> Decimal:
    """How likely it is by chance that one slip in a figure which is not ``settled`` explains ``relation``."""
    figures = (*relation.args, relation.result)
    if is_turned(relation) or is_swapped(relation) or is_of_now(relation):
        return _room(relation, len(relation.args)) if relation.form != "difference" else _gap(relation)
    found, open_ = _NEVER, sum(figure.id not in settled for figure in figures)
    for place, figure in enumerate(figures):
        if figure.id in settled or figure.approx is not None or not value_of(figure):
            continue
        found = min(found, _chance_in(scene, relation, place) * open_)
    return found


def _chance_in(scene: Scene, relation: Relation, place: int) -> Decimal:
    """The same of the one figure; never where no slip in it explains the relation."""
    figure = (*relation.args, relation.result)[place]
    digits = telling_digits(figure)
    slip = exact_slip(figure, exact_value(relation, place)) if relation.form in _EXACT else None
    if slip is not None:
        return ways_of(slip, digits) * Decimal(1).scaleb(-digits)
    if relation.form in _ADDING or (slip := _slip(scene, relation, place)) is None:
        return _NEVER
    return ways_of(slip, digits) * _room(relation, place, moved=slip == "separator")


def may_have_slipped(scene: Scene, relation: Relation) -> bool:
    """Whether one slip in some figure explains ``relation``, however likely that is by chance."""
    places = range(len(relation.args) + 1)
    return is_turned(relation) or is_of_now(relation) or any(_slip(scene, relation, place) for place in places)


def is_far_fetched(scene: Scene, relation: Relation) -> bool:
    """Whether no one slip explains what only stands near: a share of a whole named before, or of a plan behind another
    share ("vốn tỉnh 702 tỷ đồng đạt 54,1%, vốn trung ương 819 tỷ đồng đạt 34,3%"), a list that may be all there is."""
    if relation.rule not in _LOOSELY_TOLD or relation.tied:
        return False
    figures = (*relation.args, relation.result)
    first, last = sorted(scene.place[one.id] for one in relation.args[:2])
    if relation.rule == "ratio.plan" and not any(
        one.unit == "%" and one.id != relation.result.id for one in scene.figures[first + 1 : last]
    ):
        return False
    if any(value_of(one) < 0 or one.approx is not None for one in figures):
        return False
    return not is_swapped(relation) and not may_have_slipped(scene, relation)


def exact_slip(figure: Quantity, meant: Decimal) -> Slip | None:
    """Return the slip that makes ``figure`` of exactly what is meant."""
    written, step = value_of(figure), figure.half_step * 2
    if written * meant <= 0 or step <= 0:
        return None
    if meant % step or written % step:
        return "separator" if written / meant in _SHIFTS else None
    digits, other = str(int(abs(written) / step)), str(int(abs(meant) / step))
    if len(digits) == _PAIR and len(other) == 1 and (slip := slip_between(digits, other.zfill(_PAIR))) is not None:
        return slip  # 70 for 07
    if written / meant in _SHIFTS:
        return "separator"
    return slip_between(digits, other)


def _slip(scene: Scene, relation: Relation, place: int) -> Slip | None:
    """The slip that brings a figure among the values with which the relation holds."""
    needed = _needed(relation, place)
    if needed is None or needed.high <= 0:
        return None
    figure = (*relation.args, relation.result)[place]
    if any(needed.low <= value_of(figure) * shift <= needed.high for shift in _SHIFTS):
        return "separator"
    repair = find_repair(scene.facts.text, figure, needed)
    return repair.slip if repair is not None else None


def _needed(relation: Relation, place: int) -> Interval | None:
    return computed_interval(relation) if place == len(relation.args) else needed_interval(relation, place)


def ways_of(slip: Slip, digits: int) -> int:
    """Tell how many figures one slip of that kind makes of another one."""
    if slip == "swap":
        return max(digits - 1, 1)
    if slip == "separator":
        return _MARKS
    return digits * (_DIGITS if slip == "digit" else _LENGTHS)


def _room(relation: Relation, place: int, *, moved: bool = False) -> Decimal:
    """How much room the others leave figure ``place``, as a part of itself, or of what it is with its mark moved."""
    figure = (*relation.args, relation.result)[place]
    least = Decimal(1).scaleb(-telling_digits(figure))
    needed = _needed(relation, place)
    if needed is None:
        return _NEVER
    size = abs(needed.high) if moved else max(abs(value_of(figure)), abs(needed.high))
    return min(_NEVER, max((needed.high - needed.low + 2 * figure.half_step) / size, least))


def _gap(relation: Relation) -> Decimal:
    """How likely two figures would differ by just so much."""
    steps = (abs(value_of(figure)) / (2 * figure.half_step) for figure in relation.args if figure.half_step > 0)
    return Decimal(1) / max((*steps, Decimal(1)))


def is_turned(relation: Relation) -> bool:
    """Whether a change would hold the other way round: a rise that is a fall."""
    if relation.form in ("sum", "ratio", "times") or not value_of(relation.result):
        return False
    computed = computed_interval(relation)
    turned = replace(relation.result, value=-value_of(relation.result))
    return computed is not None and computed.meets(interval_of(turned))


def is_of_now(relation: Relation) -> bool:
    """Whether a growth was divided by what it came to (186 of 1.086 for 186 of 900), or is the share of what was."""
    if relation.form != "growth_of" or not value_of(relation.args[0]):
        return False
    now, then = map(value_of, relation.args)
    told = interval_of(relation.result)
    if not then:
        return False
    return (
        told.low <= (now - then) / now * 100 <= told.high
        or told.low <= abs(now / then) * 100 <= told.high
        or (now < then and told.low <= -now / then * 100 <= told.high)
    )


def is_swapped(relation: Relation) -> bool:
    """Whether a share would hold with its two figures the other way round."""
    if relation.form != "ratio" or any(not value_of(figure) for figure in relation.args):
        return False
    turned = computed_interval(Relation("ratio", relation.args[::-1], relation.result, relation.rule))
    return turned is not None and turned.meets(interval_of(relation.result))
