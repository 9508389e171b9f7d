"""The same figure stated twice: same name, period, role and unit.

Finds         thu ngân sách 26.000 tỷ đồng ... phấn đấu thu ngân sách 26.000 tỷ đồng
Leaves alone  figures of different periods or roles; two values that differ by more than one slip (another thing of
              the same name); tại Hà Khê giá 6,82 ... tại Nam Sơn giá 6,84: of two places
"""

from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.names.placed import are_of_two_places
from dondoc.checking.scene import Scene
from dondoc.facts import Check, Quantity
from dondoc.numerals import format_amount

_WORDS = 3
_DIGITS = 4
_TELLING = 3


def find(scene: Scene) -> Iterator[Check]:
    """Yield one check for each repetition, against the first statement."""
    first: dict[tuple[str, str | None, str, str | None], Quantity] = {}
    reasons: dict[str, str] = {}
    for figure in scene.figures:
        if (
            figure.rule == "table.cell"
            or not figure.indicator
            or figure.of is not None
            or figure.role in ("change", "share_of_plan", "rate")
        ):
            continue
        key = (figure.indicator.lower(), figure.period, figure.role, figure.unit)
        earlier = first.setdefault(key, figure)
        if earlier is figure:
            continue
        check = _repeated(earlier, figure, reasons) or _compare(scene, earlier, figure)
        if check:
            yield check


def _repeated(earlier: Quantity, later: Quantity, reasons: dict[str, str]) -> Check | None:
    """The check of a figure that agrees with its first statement, whose words are written once."""
    values = value_of(earlier), value_of(later)
    if values[0] != values[1] and not interval_of(earlier).meets(interval_of(later)):
        return None
    reason = reasons.get(earlier.id)
    if reason is None:
        reason = reasons[earlier.id] = f"đều ghi {format_amount(values[0], earlier.unit)}"
    return Check("", "equal", (earlier.id, later.id), None, *values, "consistent", "equal.twice", reason)


def _is_rounded(rough: Quantity, fine: Quantity) -> bool:
    """``2.200 tỷ đồng`` beside 2.207, ``265`` beside 265,7, ``1,5`` beside 1,201: the rough one says less."""
    value, digits = value_of(rough), value_of(rough).normalize().as_tuple().digits
    step = rough.half_step * 2
    noughts = Decimal(10) ** (len(str(int(abs(value) / step))) - len(digits)) if step > 0 and value else Decimal(0)
    apart = abs(value - value_of(fine))
    return (apart < step and fine.half_step < rough.half_step) or 2 * apart < noughts * step or len(digits) < _TELLING


def _compare(scene: Scene, earlier: Quantity, later: Quantity) -> Check | None:
    place = scene.place
    same_name = earlier.indicator is not None and len(earlier.indicator.split()) >= _WORDS
    if not same_name or earlier.role == "count" or earlier.approx or later.approx:
        return None
    if scene.sentence[place[earlier.id]] == scene.sentence[place[later.id]]:
        return None
    if are_of_two_places(scene, place[earlier.id], place[later.id]):
        return None
    if _is_rounded(earlier, later) or _is_rounded(later, earlier):
        return None
    repair = find_repair(scene.facts.text, later, interval_of(earlier))
    if repair is None or repair.cost or repair.digits < _DIGITS:
        return None
    values = value_of(earlier), value_of(later)
    amount = format_amount(values[0], earlier.unit)
    ids = (earlier.id, later.id)
    reason = f"cùng số liệu, chỗ trước ghi {amount}, chỗ này ghi {format_amount(values[1], later.unit)}"
    return Check("", "equal", ids, None, *values, "doubtful", "equal.twice", reason, amount)
