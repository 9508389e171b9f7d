"""From a relation to a check: recompute it, give the verdict, say why, and what would make it right."""

from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.by_hand import disagreement, formula
from dondoc.checking.arithmetic.doubts import CUT_OFF, NESTED, NOT_ALL, OVERLAP, ROUNDED
from dondoc.checking.arithmetic.intervals import interval_of, is_exact, is_round, telling_digits
from dondoc.checking.arithmetic.relation import (
    Relation,
    adding_up,
    computed_interval,
    forward,
    needed_interval,
    value_of,
)
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.facts import Check, Verdict
from dondoc.text import Text

_KEPT = Decimal("0.001")
_TELLING_DIGITS = 3
_FAR = 3
_CLOSE = 500
_OFF = Decimal("0.3")
_HALF = Decimal("0.5")
_NARROW = Decimal("0.05")


def judge(relation: Relation, text: Text) -> Check | None:
    """Return the check of ``relation``; None where it does not hold and the text may not have claimed it.

    A relation that is not certain is reported only when it holds, or when one slip in a figure of three or more
    telling digits explains why it does not: two unrelated figures hardly ever come that close. Where the words tie the
    figures and leave no other reading, coming near is enough.
    """
    computed = computed_interval(relation)
    if computed is None:
        return None
    stated = value_of(relation.result)
    try:
        middle = forward(relation.form, [value_of(quantity) for quantity in relation.args])
    except ArithmeticError:  # a share of nothing
        return None
    if computed.meets(interval_of(relation.result)) or _is_cut_count(relation, middle):
        return _check(relation, middle, stated, "consistent", _agreement(relation, middle, text), None)
    rough = _is_rough(relation)
    if relation.held_only or (rough and not relation.certain and not (relation.form == "sum" and relation.likely)):
        return None
    position, repair = _best_repair(relation, text)
    explained = relation.certain or _is_one_slip(relation, repair) or _is_turned(relation)
    if not explained and (rough or not relation.tied or not _is_near(middle, stated)):
        return None
    if relation.rule == "sum.parts" and repair is None and not relation.complete and middle > _FAR * abs(stated):
        return None
    doubt = None if _is_told_apart(relation, repair) else relation.doubt
    doubt = doubt or _other_reading(relation, middle, repair)
    if doubt == ROUNDED and not relation.complete:
        return None
    verdict: Verdict = "doubtful" if doubt else "inconsistent"
    reason = _disagreement(replace(relation, doubt=doubt), middle, stated, text)
    mended = None if doubt and not _is_cut_off(relation, middle) else _repaired(relation, position, repair, text)
    return _check(relation, middle, stated, verdict, reason, mended)


def _is_told_apart(relation: Relation, repair: Repair | None) -> bool:
    """Whether one slip in a long figure explains what cases counted twice would hardly come to (797 for 779)."""
    slip = repair is not None and not repair.cost and repair.digits >= _TELLING_DIGITS
    return slip and relation.doubt in (OVERLAP, NOT_ALL) and (relation.doubt == OVERLAP or _is_close(relation))


def _is_close(relation: Relation) -> bool:
    """Whether next to nothing is missing from the whole: parts that were left out would be more."""
    whole = value_of(relation.result)
    return abs(sum(map(value_of, relation.args)) - whole) * _CLOSE <= whole


def _other_reading(relation: Relation, computed: Decimal, repair: Repair | None) -> str | None:
    """What may explain a difference that no slip of the pen does, or that is smaller than one."""
    if _is_cut_off(relation, computed):
        return CUT_OFF
    if relation.form == "sum" and _is_rounded(relation, computed):
        return ROUNDED
    if relation.form == "sum" and repair is None and not relation.complete:
        return NOT_ALL if computed < value_of(relation.result) else NESTED
    return None


def _is_rounded(relation: Relation, computed: Decimal) -> bool:
    """``211.600 tấn`` beside 43.570 + 168.010: the whole ends in noughts that its parts do not have."""
    stated = value_of(relation.result)
    step = relation.result.half_step * 2
    digits = str(int(abs(stated) / step)) if step > 0 else ""
    noughts = len(digits) - len(digits.rstrip("0"))
    unit = step * Decimal(10) ** noughts
    if noughts < 2 or any(value_of(part) % unit == 0 for part in relation.args):
        return False
    return abs(computed - stated) * 2 <= unit


def _is_cut_off(relation: Relation, computed: Decimal) -> bool:
    """``1.698 / 2.005 = 84,688%`` written as 84,68%: the rest left out instead of rounded."""
    if relation.form in ("sum", "difference"):
        return False
    stated = value_of(relation.result)
    return computed * stated >= 0 and 0 <= abs(computed) - abs(stated) < relation.result.half_step * 2


def _is_cut_count(relation: Relation, computed: Decimal) -> bool:
    """``306/431 xã, chiếm 70,9%`` (70,998): a share of counts, its last digit cut off or rounded twice."""
    if relation.form != "ratio" or not all(is_exact(figure) for figure in relation.args):
        return False
    if abs(computed - value_of(relation.result)) >= relation.result.half_step * 2:
        return False
    first, second = (value_of(figure) for figure in relation.args)
    share = interval_of(relation.result)
    low, high = (first - _HALF) / (second + _HALF) * 100, (first + _HALF) / (second - _HALF) * 100
    return low <= share.high and high >= share.low


def _is_rough(relation: Relation) -> bool:
    """Whether one of the figures is said to be about so much: a slip in it can hardly be told.

    Where the words tie the figures, and in a sum, one told to its fourth digit (hơn 1.247 triệu USD) is as good as an
    exact one.
    """
    figures = (*relation.args, relation.result)
    if relation.certain or relation.likely or relation.form == "sum":
        return any(is_round(figure) for figure in figures)
    return any(figure.approx for figure in figures)


def _is_one_slip(relation: Relation, repair: Repair | None) -> bool:
    """Whether one slip explains the difference so well that chance does not; a likely relation needs less."""
    if repair is not None and not relation.likely and not _is_narrow(relation, repair):
        return False
    if repair is None or _is_rough(relation):
        return repair is not None and repair.digits >= _TELLING_DIGITS
    longest = max(telling_digits(relation.result), telling_digits(repair.quantity))
    if relation.likely and (not repair.cost or longest >= _TELLING_DIGITS or repair.slip == "separator"):
        return True
    if repair.slip == "separator" and telling_digits(repair.quantity) >= _TELLING_DIGITS:
        return True
    if repair.digits < _TELLING_DIGITS:
        return False
    if not repair.cost or relation.form != "ratio":
        return True
    # A digit put before another makes a whole of any size: a share must be exact to betray the lost one.
    decimals = relation.result.half_step * 2 < 1
    own = repair.quantity.id == relation.result.id
    return decimals and telling_digits(relation.result) >= _TELLING_DIGITS and (own or repair.digits > _TELLING_DIGITS)


def _is_near(computed: Decimal, stated: Decimal) -> bool:
    """Whether what comes out is not far from what is told: figures of other matters would be."""
    return abs(computed - stated) <= abs(stated) * _OFF


def _is_turned(relation: Relation) -> bool:
    """Whether the two figures of a share, told to its third digit, have changed places."""
    if relation.form != "ratio" or telling_digits(relation.result) < _TELLING_DIGITS or _is_rough(relation):
        return False
    turned = computed_interval(replace(relation, args=relation.args[::-1]))
    return turned is not None and turned.meets(interval_of(relation.result))


def _is_narrow(relation: Relation, repair: Repair) -> bool:
    """Whether the others leave a figure so little room that a slip hardly comes there by chance."""
    ids = [figure.id for figure in relation.args]
    own = repair.quantity.id
    needed = needed_interval(relation, ids.index(own)) if own in ids else computed_interval(relation)
    return needed is not None and needed.high - needed.low <= abs(value_of(repair.quantity)) * _NARROW


def _check(
    relation: Relation, computed: Decimal, stated: Decimal, verdict: Verdict, reason: str, repair: str | None
) -> Check:
    args = tuple(quantity.id for quantity in relation.args)
    places = computed if relation.form in ("sum", "difference") else computed.quantize(_KEPT)
    return Check("", relation.kind, args, relation.result.id, places, stated, verdict, relation.rule, reason, repair)


def _best_repair(relation: Relation, text: Text) -> tuple[int, Repair | None]:
    best: tuple[int, Repair | None] = (-1, None)
    positions = [*range(len(relation.args)), len(relation.args)]
    # A total is copied, a percentage is worked out: the slip is likelier in a part of a sum, else in the result.
    for index in positions if relation.form == "sum" else reversed(positions):
        is_result = index == len(relation.args)
        needed = computed_interval(relation) if is_result else needed_interval(relation, index)
        quantity = relation.result if is_result else relation.args[index]
        repair = find_repair(text, quantity, needed) if needed else None
        if repair and (best[1] is None or repair.cost < best[1].cost):
            best = (index, repair)
            if not repair.cost:
                break
    return best


def _rounded(relation: Relation, value: Decimal) -> Decimal:
    """``value`` to as many decimals as the result is written with."""
    if relation.form in ("sum", "difference") or relation.result.half_step <= 0:
        return value
    step = relation.result.half_step * 2
    shown = (value / step).quantize(Decimal(1)) * step
    return shown if shown != value_of(relation.result) else value.quantize(_KEPT)


def _agreement(relation: Relation, computed: Decimal, text: Text) -> str:
    return f"{formula(relation, relation.args, _rounded(relation, computed), text)}, khớp với văn bản"


def _disagreement(relation: Relation, computed: Decimal, stated: Decimal, text: Text) -> str:
    reason = disagreement(relation, _rounded(relation, computed), stated, text)
    return f"{reason}; {relation.doubt}" if relation.doubt else reason


def _repaired(relation: Relation, position: int, repair: Repair | None, text: Text) -> str | None:
    if repair is None:
        return None
    args = list(relation.args)
    result = value_of(relation.result)
    mended = adding_up(relation, position, repair.quantity)
    if position == len(args):
        result = value_of(mended)
    else:
        args[position] = mended
    return formula(relation, args, result, text)
