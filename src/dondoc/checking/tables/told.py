"""A figure of a sentence that stands in a table of the same document too.

Finds         "Thu nội địa 11 tháng đạt 5.830 tỷ đồng" beside the row Thu nội địa, column Lũy kế 11 tháng
              "Thu ngân sách nhà nước trên địa bàn" beside Tổng thu NSNN: abbreviations, brackets, places make no odds
Leaves alone  names that differ in a word, other periods, roles and units; a difference that no single slip explains
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.by_hand import with_unit, written_scale
from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.names.short import in_full
from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene
from dondoc.facts import Check, Quantity, Verdict
from dondoc.numerals import format_terms

RULE = "equal.table"
_ROLES = frozenset({"actual", "cumulative", "plan", "share_of_plan", "part"})
_REACHED = frozenset({"actual", "cumulative", "part"})
_DIGITS = 3
_FEWEST_WORDS = 2
_ASIDE = re.compile(
    r"\([^()]*\)|trên địa bàn(?: (?:tỉnh|huyện|thành phố|xã|phường|thị xã|quận))?"
    r"|toàn (?:tỉnh|huyện|xã|thành phố)|^tổng(?: số)? "
)
Key = tuple[frozenset[str], str | None]


def find(scene: Scene) -> Iterator[Check]:
    """Yield a check for each figure of a sentence that a table states as well."""
    told = [one for one in scene.figures if one.rule != "table.cell" and one.role in _ROLES and one.indicator]
    if not told:
        return
    names: dict[str | None, frozenset[str]] = {}
    keys = {_key(one, names) for one in told}
    cells: dict[Key, list[Quantity]] = {}
    for one in scene.figures:
        if one.rule == "table.cell" and one.area is None and one.role in _ROLES and (key := _key(one, names)) in keys:
            cells.setdefault(key, []).append(one)
    for one in told:
        check = _compare(scene, one, [cell for cell in cells.get(_key(one, names), ()) if _is_same(one, cell)])
        if check is not None:
            yield check


def _key(figure: Quantity, names: dict[str | None, frozenset[str]]) -> Key:
    words = names.get(figure.indicator)
    if words is None:
        words = names[figure.indicator] = content_words(_plain(figure.indicator))
    return words, figure.unit


def _plain(name: str | None) -> str:
    """A name in small letters, written in full, without what tables and sentences tell with unequal care."""
    spelt = in_full(name)
    return _ASIDE.sub(" ", spelt).strip() or spelt


def _is_same(told: Quantity, cell: Quantity) -> bool:
    if told.period != cell.period or told.period is None or len(content_words(told.indicator)) < _FEWEST_WORDS:
        return False
    return told.role == cell.role or {told.role, cell.role} <= _REACHED


def _compare(scene: Scene, told: Quantity, cells: list[Quantity]) -> Check | None:
    for cell in cells:
        if interval_of(told).meets(interval_of(cell)):
            return _equal(cell, told, "consistent", f"đều ghi {_amount(scene, cell)}")
    if len(cells) != 1 or told.approx:
        return None
    cell = cells[0]
    repair = find_repair(scene.facts.text, told, interval_of(cell))
    if repair is None or repair.cost or repair.digits < _DIGITS:
        return None
    reason = f"cùng số liệu, bảng ghi {_amount(scene, cell)}, chỗ này ghi {_amount(scene, told)}"
    return _equal(cell, told, "inconsistent", reason)


def _amount(scene: Scene, figure: Quantity) -> str:
    """A figure with its unit in the scale in which it is written."""
    terms, unit = format_terms([value_of(figure)], figure.unit, written_scale([figure], scene.facts.text))
    return with_unit(terms[0], unit)


def _equal(cell: Quantity, told: Quantity, verdict: Verdict, reason: str) -> Check:
    values: tuple[Decimal, Decimal] = value_of(cell), value_of(told)
    return Check("", "equal", (cell.id, told.id), None, *values, verdict, RULE, reason)
