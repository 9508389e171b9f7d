"""Checks that do not hold as findings: one for each cause.

A figure that several broken relations share, and that one other value would mend in all of them, is one slip and one
finding. A figure that another relation confirms is not blamed where something else could be the slip.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.by_hand import formula
from dondoc.checking.arithmetic.doubts import CUT_OFF
from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import (
    Relation,
    adding_up,
    computed_interval,
    form_of,
    needed_interval,
    value_of,
)
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.comparisons import plan_claims
from dondoc.checking.finding import Finding, Severity
from dondoc.checking.scene import Scene
from dondoc.facts import Check, Quantity
from dondoc.numerals import format_amount, format_number
from dondoc.text import Span

CODES = {
    "sum": "SL101", "ratio": "SL102", "difference": "SL103", "growth": "SL104",
    "equal": "SL105", "order": "SL106",
}  # fmt: skip
_FORMS = frozenset(("sum", "ratio", "difference", "growth"))
_PADDED = 2  # 06, as counts below ten are written
_WRITTEN = re.compile(r"(?P<digits>[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?)(?P<rest>[^0-9.,]*)")


def find(scene: Scene, checks: Sequence[Check]) -> Iterator[Finding]:
    """Yield a finding for each cause of the checks that do not hold."""
    confirmed = _figures(one for one in checks if one.verdict == "consistent" and one.kind in _FORMS)
    flagged = [one for one in checks if one.verdict != "consistent"]
    broken = [one for one in flagged if one.kind in _FORMS]
    explained: set[str] = set()
    blamed: set[str] = set()
    for finding, group in _shared(scene, broken):
        explained.update(one.id for one in group)
        blamed |= _figures(group)
        yield finding
    for one in sorted(flagged, key=lambda one: one.kind not in _FORMS):
        if one.id in explained or (one.kind not in _FORMS and blamed & _figures([one])):
            continue
        if one.verdict == "inconsistent":
            blamed |= _figures([one])
        yield _alone(scene, one, confirmed)


def _figures(checks: Iterable[Check]) -> set[str]:
    return {ref for one in checks for ref in (*one.args, one.result) if ref is not None}


def _shared(scene: Scene, broken: Sequence[Check]) -> Iterator[tuple[Finding, list[Check]]]:
    """Groups of two and more relations that one figure breaks, the figure of the most relations first."""
    by_figure: dict[str, list[Check]] = {}
    for one in broken:
        for ref in _figures([one]):
            by_figure.setdefault(ref, []).append(one)
    done: set[str] = set()
    order = sorted(by_figure, key=lambda ref: (-len(by_figure[ref]), scene.place.get(ref, 0)))
    for ref in order:
        group = [one for one in by_figure[ref] if one.id not in done]
        figure = scene.find(ref)
        if len(group) < 2 or figure is None or all(one.verdict == "doubtful" for one in group):
            continue
        needed = _needed_by_all(scene, group, ref)
        if needed is None:
            continue
        done.update(one.id for one in group)
        yield _of_group(scene, figure, needed, group), group


def _needed_by_all(scene: Scene, group: Sequence[Check], ref: str) -> Interval | None:
    """The values of a figure for which every relation of ``group`` would hold."""
    low, high = None, None
    for one in group:
        relation = relation_of(scene, one)
        needed = _needed(relation, ref) if relation else None
        if needed is None:
            return None
        low = needed.low if low is None else max(low, needed.low)
        high = needed.high if high is None else min(high, needed.high)
    return None if low is None or high is None or low > high else Interval(low, high)


def _needed(relation: Relation, ref: str) -> Interval | None:
    if relation.result.id == ref:
        return computed_interval(relation)
    place = next((i for i, figure in enumerate(relation.args) if figure.id == ref), None)
    return None if place is None else needed_interval(relation, place)


def relation_of(scene: Scene, one: Check) -> Relation | None:
    """The relation that ``one`` recomputed, None where a figure of it cannot be read."""
    args = [scene.find(ref) for ref in one.args]
    result = scene.find(one.result)
    if result is None or any(figure is None for figure in args) or len(args) < 2:
        return None
    figures = tuple(figure for figure in args if figure is not None)
    form = form_of(one.kind, figures, result)
    return None if form is None else Relation(form, figures, result, one.rule)


def _of_group(scene: Scene, figure: Quantity, needed: Interval, group: Sequence[Check]) -> Finding:
    text = scene.facts.text
    repair = find_repair(text, figure, needed)
    step = figure.half_step * 2
    value = value_of(repair.quantity) if repair else (needed.low + needed.high) / 2
    if step > 0:
        value = (value / step).quantize(Decimal(1)) * step
    related = _related(scene, figure, group)
    said = "; ".join(one.reason.partition("; ")[0] for one in group[:3])  # what one doubts, another tells
    mend = f"sửa {text[figure.span]} thành {_as_written(scene, figure, value)} thì cả {len(group)} phép tính đều khớp"
    return _finding(CODES[group[0].kind], figure, "error", said, mend, related, group)


def _alone(scene: Scene, one: Check, confirmed: set[str]) -> Finding:
    severity: Severity = "error" if one.verdict == "inconsistent" else "doubtful"
    code = "SL107" if one.rule == plan_claims.RULE else CODES[one.kind]
    subject = scene.find(one.result or one.args[-1 if one.kind == "equal" else 0])
    mend = one.repair if severity == "error" else _if_rounded(scene, one)
    relation = relation_of(scene, one) if one.verdict == "inconsistent" else None
    slips = _suspects(scene, relation, confirmed) if relation else []
    if relation is not None and slips:
        subject, repair = slips[0]
        mend = _mended(scene, relation, subject, repair)
        instead = next((slip for figure, slip in slips[1:] if figure.id == relation.result.id and not slip.cost), None)
        if instead:
            shown = _as_written(scene, relation.result, value_of(instead.quantity))
            mend += f"; hoặc sửa {scene.facts.text[relation.result.span]} thành {shown}"
    elif relation is not None and (other_way := _other_way(relation)) is not None:
        mend = other_way
    elif relation is not None and _swapped(relation):
        mend = "đổi chỗ hai số: " + formula(relation, relation.args[::-1], value_of(relation.result), scene.facts.text)
    assert subject is not None  # a check is made of readable figures
    return _finding(code, subject, severity, one.reason, mend, _related(scene, subject, [one]), [one])


def _suspects(scene: Scene, relation: Relation, confirmed: set[str]) -> list[tuple[Quantity, Repair]]:
    """The figures in which one slip explains the difference, likeliest first, less likely ones left out.

    A figure that another relation confirms is less likely, and so is a lost digit than a wrong one.
    """
    places = [*range(len(relation.args)), len(relation.args)]
    found: list[tuple[bool, int, int, Quantity, Repair]] = []
    for order, place in enumerate(places if relation.form == "sum" else places[::-1]):
        is_result = place == len(relation.args)
        figure = relation.result if is_result else relation.args[place]
        needed = computed_interval(relation) if is_result else needed_interval(relation, place)
        repair = find_repair(scene.facts.text, figure, needed) if needed else None
        if repair:
            found.append((figure.id in confirmed, repair.cost, order, figure, repair))
    found.sort(key=lambda slip: slip[:3])
    return [slip[3:] for slip in found if slip[:2] == found[0][:2]]


def _mended(scene: Scene, relation: Relation, subject: Quantity, repair: Repair) -> str:
    place = next((i for i, figure in enumerate(relation.args) if figure.id == subject.id), len(relation.args))
    mended = adding_up(relation, place, repair.quantity)
    args = tuple(mended if figure.id == subject.id else figure for figure in relation.args)
    result = mended if relation.result.id == subject.id else relation.result
    shown = _as_written(scene, subject, value_of(mended))
    written = formula(relation, args, value_of(result), scene.facts.text)
    return f"sửa {scene.facts.text[subject.span]} thành {shown}: {written}"


def _as_written(scene: Scene, figure: Quantity, value: Decimal) -> str:
    """``value`` in the manner of ``figure``: 8.250 triệu đồng, not 8,25 tỷ đồng; without its unit before a slash."""
    words = " ".join(scene.facts.text[figure.span].split())
    found = _WRITTEN.fullmatch(words)
    if found is not None and value_of(figure) < 0:
        value = abs(value)  # giảm 44,5%: the word tells the sign
    if found is None or value < 0:
        return format_amount(value, figure.unit)
    digits = found["digits"]
    written = Decimal(digits.replace(".", "").replace(",", "."))
    scale = abs(value_of(figure)) / written if written and value_of(figure) else Decimal(1)
    shown = format_number((value / scale).normalize())
    decimals = len(digits.partition(",")[2]) - len(shown.partition(",")[2])
    if decimals > 0:
        shown += ("" if "," in shown else ",") + "0" * decimals
    shown = shown.zfill(len(digits)) if len(digits) == _PADDED and digits[0] == "0" and shown.isdecimal() else shown
    return shown + found["rest"]


def _if_rounded(scene: Scene, one: Check) -> str | None:
    """What a share or growth is when its rest is rounded, not cut off."""
    result = scene.find(one.result)
    if result is None or CUT_OFF not in one.reason or result.half_step <= 0:
        return None
    step = result.half_step * 2
    return f"làm tròn thì ghi {_as_written(scene, result, (one.computed / step).quantize(Decimal(1)) * step)}"


def _other_way(relation: Relation) -> str | None:
    """What to write where only the direction is wrong: ``45 vụ (cùng kỳ 52 vụ), tăng 7 vụ``."""
    stated = value_of(relation.result)
    if relation.result.role != "change" or not stated:
        return None
    computed = computed_interval(relation)
    turned = interval_of(replace(relation.result, value=-stated))
    if computed is None or not computed.meets(turned):
        return None
    return "sửa «giảm» thành «tăng»" if stated < 0 else "sửa «tăng» thành «giảm»"


def _swapped(relation: Relation) -> bool:
    """Whether the two figures of a share have changed places."""
    if relation.form != "ratio" or any(value_of(figure) == 0 for figure in relation.args):
        return False
    turned = computed_interval(replace(relation, args=relation.args[::-1]))
    own = Interval(*(value_of(relation.result) + sign * relation.result.half_step for sign in (-1, 1)))
    return turned is not None and turned.meets(own)


def _related(scene: Scene, subject: Quantity, group: Sequence[Check]) -> tuple[Span, ...]:
    figures = (scene.find(ref) for ref in _figures(group) if ref != subject.id)
    return tuple(sorted(figure.span for figure in figures if figure is not None))


def _finding(
    code: str,
    subject: Quantity,
    severity: Severity,
    message: str,
    mend: str | None,
    related: tuple[Span, ...],
    group: Sequence[Check],
) -> Finding:
    return Finding(code, subject.span, severity, message, mend, related, tuple(one.id for one in group))
