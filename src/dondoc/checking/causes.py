"""Checks that do not hold as findings: one for each cause.

A figure that several broken relations share, and that one other value would mend in all of them, is one slip and one
finding. A figure that another relation confirms is not blamed where something else could be the slip.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.as_written import as_written
from dondoc.checking.arithmetic.by_hand import formula
from dondoc.checking.arithmetic.doubts import CUT_OFF
from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import (
    Relation,
    adding_up,
    computed_interval,
    holds,
    needed_interval,
    value_of,
)
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.comparisons import plan_claims
from dondoc.checking.finding import Finding, Severity
from dondoc.checking.scene import Scene
from dondoc.checking.suspects import Held, breaks, relation_of, suspects
from dondoc.checking.tables import compound, told
from dondoc.facts import Check, Quantity
from dondoc.text import Span

CODES = {
    "sum": "SL101", "ratio": "SL102", "difference": "SL103", "growth": "SL104",
    "equal": "SL105", "order": "SL106",
}  # fmt: skip
_FORMS = frozenset(("sum", "ratio", "difference", "growth"))
_SHOWN = 2


def find(scene: Scene, checks: Sequence[Check]) -> Iterator[Finding]:
    """Yield a finding for each cause of the checks that do not hold."""
    held: dict[str, list[Check]] = {}
    flagged = [one for one in checks if one.verdict != "consistent"]
    broken = [one for one in flagged if not _is_aside(one)]
    named = _figures([*broken, *(one for one in flagged if one.rule == told.RULE)])
    for one in checks:
        if one.verdict == "consistent" and one.kind in _FORMS:
            for ref in named.intersection((*one.args, one.result or "")):
                held.setdefault(ref, []).append(one)
    explained: set[str] = set()
    blamed: set[str] = set()
    for finding, group in _shared(scene, broken):
        explained.update(one.id for one in group)
        blamed |= _figures(group)
        yield finding
    in_table = {one.args[1]: one for one in flagged if one.rule == told.RULE}
    totals: dict[str | None, list[Check]] = {}
    for one in sorted(flagged, key=_is_aside):
        if one.id not in explained and (as_told := _as_in_table(scene, one, in_table)) is not None:
            explained.update(as_told.checks)
            blamed |= _figures([one])
            yield as_told
        if one.id in explained or (_is_aside(one) and blamed & _figures([one])) or _is_carried_on(one, totals, held):
            continue
        totals.setdefault(one.result, []).append(one)
        if one.verdict == "inconsistent":
            blamed |= _figures([one])
        yield _alone(scene, one, held)


def _is_carried_on(one: Check, totals: Mapping[str | None, Sequence[Check]], held: Held) -> bool:
    """Whether a total is off by as much as one of ``totals``, the flagged checks before it by the figure they end in,
    from which the sheet works it out: one figure typed over.
    """
    if one.kind != "sum" or one.result is None:
        return False
    off = one.computed - one.stated
    worked_out = {ref for relation in held.get(one.result, ()) for ref in (*relation.args, relation.result or "")}
    return any(
        earlier.kind == "sum" and earlier.rule == one.rule and abs(earlier.computed - earlier.stated) == abs(off)
        for total in worked_out
        for earlier in totals.get(total, ())
    )


def _is_aside(one: Check) -> bool:
    """Whether a check tells nothing new of a figure that another relation blames."""
    return one.kind not in _FORMS or one.rule == compound.RULE


def _figures(checks: Iterable[Check]) -> set[str]:
    return {ref for one in checks for ref in (*one.args, one.result) if ref is not None}


def _shared(scene: Scene, broken: Sequence[Check]) -> Iterator[tuple[Finding, list[Check]]]:
    """Groups of two and more relations that one figure breaks, the figure of the most relations first."""
    by_figure: dict[str, list[Check]] = {}
    for one in broken:
        for ref in _figures([one]):
            by_figure.setdefault(ref, []).append(one)
    done: set[str] = set()
    several = [ref for ref in by_figure if len(by_figure[ref]) > 1]
    slipped = {ref for ref in several if _has_slipped(scene, by_figure[ref], ref)}
    order = sorted(several, key=lambda ref: (-len(by_figure[ref]), ref not in slipped, scene.place.get(ref, 0)))
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


def _has_slipped(scene: Scene, group: Sequence[Check], ref: str) -> bool:
    """Whether one slip of the pen in a figure explains all of ``group``."""
    figure, needed = scene.find(ref), _needed_by_all(scene, group, ref)
    return figure is not None and needed is not None and find_repair(scene.facts.text, figure, needed) is not None


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


def _of_group(scene: Scene, figure: Quantity, needed: Interval, group: Sequence[Check]) -> Finding:
    text = scene.facts.text
    repair = find_repair(text, figure, needed)
    step = figure.half_step * 2
    value = value_of(repair.quantity) if repair else (needed.low + needed.high) / 2
    if step > 0:
        value = (value / step).quantize(Decimal(1)) * step
    related = _related(scene, figure, group)
    # What one doubts, another tells; a whole that is written twice (607,5/607,5) is told once.
    reasons = tuple(dict.fromkeys(one.reason.partition("; ")[0] for one in group))
    said = "; ".join(reasons[:3])
    all_fit = f" thì cả {len(reasons)} phép tính đều khớp" if len(reasons) > 1 else ""
    mend = f"sửa {text[figure.span]} thành {as_written(text, figure, value)}{all_fit}"
    return _finding(CODES[group[0].kind], figure, "error", said, mend, related, group)


def _as_in_table(scene: Scene, one: Check, in_table: Mapping[str, Check]) -> Finding | None:
    """A relation that holds with what a table says in the place of a figure of the text."""
    relation = relation_of(scene, one) if in_table and one.verdict == "inconsistent" else None
    for figure in (*relation.args, relation.result) if relation else ():
        other = in_table.get(figure.id)
        cell = scene.find(other.args[0]) if other else None
        if relation is None or other is None or cell is None:
            continue
        mended = replace(figure, value=cell.value)
        args = tuple(mended if arg.id == figure.id else arg for arg in relation.args)
        result = mended if relation.result.id == figure.id else relation.result
        if holds(replace(relation, args=args, result=result)):
            said = f"{one.reason}; bảng ghi {as_written(scene.facts.text, figure, value_of(cell))}"
            mend = _rewritten(scene, figure, value_of(cell), "")
            group = [one, other]
            return _finding(CODES[one.kind], figure, "error", said, mend, _related(scene, figure, group), group)
    return None


def _alone(scene: Scene, one: Check, held: Held) -> Finding:
    severity: Severity = "error" if one.verdict == "inconsistent" else "doubtful"
    code = "SL107" if one.rule == plan_claims.RULE else CODES[one.kind]
    subject = scene.find(one.result or one.args[-1 if one.kind == "equal" else 0])
    mend = one.repair if severity == "error" else _if_rounded(scene, one)
    relation = relation_of(scene, one) if one.verdict == "inconsistent" else None
    slips = suspects(scene, relation, held) if relation else []
    if relation is not None and slips:
        subject, repair = slips[0]
        mend = "; ".join(
            (
                _mended(scene, relation, subject, repair),
                *_instead(scene, relation, slips),
                *_result_instead(scene, relation, slips),
            )
        )
    elif relation is not None and (other_way := _other_way(scene, relation)) is not None:
        mend = other_way
    elif relation is not None and _swapped(relation):
        mend = "đổi chỗ hai số: " + formula(relation, relation.args[::-1], value_of(relation.result), scene.facts.text)
    elif one.rule == told.RULE and subject is not None and (cell := scene.find(one.args[0])) is not None:
        mend = _rewritten(scene, subject, value_of(cell), "nếu bảng đúng thì ")
        if breaks(scene, replace(subject, value=cell.value), held):  # the sentence adds up as it is
            subject, mend = cell, _rewritten(scene, cell, value_of(subject), "câu cộng khớp nên ")
    elif relation is not None and mend is None:
        mend = next(_result_instead(scene, relation, ()), None)
    assert subject is not None  # a check is made of readable figures
    return _finding(code, subject, severity, one.reason, mend, _related(scene, subject, [one]), [one])


def _instead(scene: Scene, relation: Relation, slips: Sequence[tuple[Quantity, Repair]]) -> Iterator[str]:
    """Other figures in which one slip explains as much; what is worked out from two others slips likeliest itself."""
    own = relation.result.id
    if relation.form != "sum" and slips[0][0].id == own:
        return
    others = sorted(slips[1:], key=lambda slip: slip[0].id != own)
    for figure, repair in others[:_SHOWN]:
        if not repair.cost:
            yield _rewritten(scene, figure, value_of(repair.quantity), "hoặc ")


def _result_instead(scene: Scene, relation: Relation, slips: Sequence[tuple[Quantity, Repair]]) -> Iterator[str]:
    """What a share, a growth, a difference comes to, where it is not among the figures that may have slipped."""
    result = relation.result
    computed = computed_interval(relation)
    if relation.form == "sum" or computed is None or any(figure.id == result.id for figure, _ in slips):
        return
    value, step = (computed.low + computed.high) / 2, result.half_step * 2
    if step > 0:
        value = (value / step).quantize(Decimal(1)) * step
    if value * value_of(result) > 0:
        yield _rewritten(scene, result, value, "nếu các số còn lại đúng thì ")


def _rewritten(scene: Scene, figure: Quantity, value: Decimal, opening: str) -> str:
    return f"{opening}sửa {scene.facts.text[figure.span]} thành {as_written(scene.facts.text, figure, value)}"


def _mended(scene: Scene, relation: Relation, subject: Quantity, repair: Repair) -> str:
    place = next((i for i, figure in enumerate(relation.args) if figure.id == subject.id), len(relation.args))
    mended = adding_up(relation, place, repair.quantity)
    args = tuple(mended if figure.id == subject.id else figure for figure in relation.args)
    result = mended if relation.result.id == subject.id else relation.result
    shown = as_written(scene.facts.text, subject, value_of(mended))
    written = formula(relation, args, value_of(result), scene.facts.text)
    return f"sửa {scene.facts.text[subject.span]} thành {shown}: {written}"


def _if_rounded(scene: Scene, one: Check) -> str | None:
    """What a share or growth is when its rest is rounded, not cut off."""
    result = scene.find(one.result)
    if result is None or CUT_OFF not in one.reason or result.half_step <= 0:
        return None
    step = result.half_step * 2
    return f"làm tròn thì ghi {as_written(scene.facts.text, result, (one.computed / step).quantize(Decimal(1)) * step)}"


def _other_way(scene: Scene, relation: Relation) -> str | None:
    """What to write where only the direction is wrong: ``45 vụ (cùng kỳ 52 vụ), tăng 7 vụ``."""
    stated = value_of(relation.result)
    if relation.result.role != "change" or not stated:
        return None
    computed = computed_interval(relation)
    turned = interval_of(replace(relation.result, value=-stated))
    if computed is None or not computed.meets(turned):
        return None
    if relation.result.rule == "table.cell":
        return f"đổi dấu của {scene.facts.text[relation.result.span]}"
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
