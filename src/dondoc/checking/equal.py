"""The same figure stated twice: same name, period, role and unit.

Finds         thu ngân sách 26.000 tỷ đồng ... phấn đấu thu ngân sách 26.000 tỷ đồng
Leaves alone  figures of different periods or roles; two values that differ by more than one slip (another thing of
              the same name)
"""

from collections.abc import Iterator

from dondoc.checking.intervals import interval_of
from dondoc.checking.relation import value_of
from dondoc.checking.repair import find_repair
from dondoc.checking.scene import Scene
from dondoc.facts import Check, Quantity
from dondoc.numerals import format_amount

_WORDS = 3
_DIGITS = 4


def find(scene: Scene) -> Iterator[Check]:
    """Yield one check for each repetition, against the first statement."""
    first: dict[tuple[str, str | None, str, str | None], Quantity] = {}
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
        check = _compare(scene, earlier, figure)
        if check:
            yield check


def _compare(scene: Scene, earlier: Quantity, later: Quantity) -> Check | None:
    values = value_of(earlier), value_of(later)
    amount = format_amount(values[0], earlier.unit)
    ids = (earlier.id, later.id)
    if interval_of(earlier).meets(interval_of(later)):
        return Check("", "equal", ids, None, *values, "consistent", "equal.twice", f"đều ghi {amount}")
    repair = find_repair(scene.facts.text, later, interval_of(earlier))
    same_name = earlier.indicator is not None and len(earlier.indicator.split()) >= _WORDS
    place = scene.place
    if earlier.approx or later.approx or scene.sentence[place[earlier.id]] == scene.sentence[place[later.id]]:
        return None
    if repair is None or repair.cost or repair.digits < _DIGITS or not same_name or earlier.role == "count":
        return None
    reason = f"cùng số liệu, chỗ trước ghi {amount}, chỗ này ghi {format_amount(values[1], later.unit)}"
    return Check("", "equal", ids, None, *values, "doubtful", "equal.twice", reason, amount)
