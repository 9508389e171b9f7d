"""Relations that hold down the rows and across the columns of tables, recomputed cell by cell.

Finds         kế hoạch 620 | giải ngân 310 | tỷ lệ 55,0, where in the other rows the third is the second to the first
              the row "Tổng cộng", where its other columns are the sums of the rows between; a group and its rows
Leaves alone  a table in which most rows do not keep the relation: it states another one
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Context, Decimal

from dondoc.checking.arithmetic.by_hand import with_unit, written_scale
from dondoc.checking.arithmetic.judging import judge
from dondoc.checking.arithmetic.relation import Form, Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.tables import compound, told
from dondoc.checking.tables.across import MEAN, Claim, find_claims
from dondoc.checking.tables.down import RowSum, find_sums
from dondoc.checking.tables.forms import holds
from dondoc.checking.tables.grid import Entry, Grid, read_grid
from dondoc.checking.tables.structure import find_shares
from dondoc.facts import Check, CheckKind, Quantity
from dondoc.numerals import format_amount, format_terms
from dondoc.text import Text

_KIND: dict[Form, CheckKind] = {
    "sum": "sum", "ratio": "ratio", "times": "ratio", "difference": "difference", "growth": "growth",
    "growth_of": "growth",
}  # fmt: skip
_ANY_UNITS = ("table.formula", MEAN)
_NOUGHT = Decimal(0)
_THOUSANDTH = Decimal("0.001")
_CONTEXT = Context(prec=18)
_MOST_TERMS = 8
_MOST_JUDGED = 300
NOT_ALL = "các dòng bên dưới có thể không phải là toàn bộ"


def find(scene: Scene) -> Iterator[Check]:
    """Yield the checks of all tables."""
    for facts in scene.facts.tables:
        grid = read_grid(scene, facts)
        judged = 0
        claims = find_claims(grid)
        taken = frozenset(claim.result for claim in claims)
        for check in (
            *_across(scene, grid, claims),
            *_compound(scene, grid),
            *_down(scene, grid),
            *_structure(scene, grid, taken),
        ):
            judged += check.verdict != "consistent"
            if judged <= _MOST_JUDGED or check.verdict == "consistent":
                yield check
    if scene.facts.tables:
        yield from told.find(scene)


def _structure(scene: Scene, grid: Grid, taken: frozenset[int]) -> Iterator[Check]:
    """The share of every row in the total of its column."""
    for one in find_shares(grid, taken):
        if one.held:
            yield _agreement("ratio", (one.part, one.whole), one.result, "table.structure")
            continue
        figures = one.part.figure, one.whole.figure
        check = judge(Relation("ratio", figures, one.result.figure, "table.structure"), scene.facts.text)
        located = _located(scene, check, one.result.figure)
        if located is not None:
            yield located


def _compound(scene: Scene, grid: Grid) -> Iterator[Check]:
    """Every formula of several operations, row by row."""
    for check in compound.find(grid, scene.facts.text):
        figure = scene.find(check.result) if check.verdict != "consistent" else None
        yield check if figure is None else _located(scene, check, figure) or check


def _across(scene: Scene, grid: Grid, claims: Sequence[Claim]) -> Iterator[Check]:
    """Every claim between columns, row by row."""
    for claim in claims:
        form, rule = claim.form, claim.rule
        columns = [grid.columns[arg] for arg in claim.args]
        for row, result in grid.columns[claim.result].items():
            args = [column[row] for column in columns if row in column]
            if len(args) < 2 or (len(args) < len(columns) and form != "sum"):
                continue
            if form in ("ratio", "times") and rule not in _ANY_UNITS and _are_of_other_units(*args[:2]):
                continue
            held = holds(form, args, result)
            if held:
                yield _agreement(form, args, result, rule)
            elif held is False:
                check = _broken_across(scene, claim, args, result)
                if check is not None:
                    yield check


def _are_of_other_units(first: Entry, second: Entry) -> bool:
    """Whether both have a unit, and not one of the other's words (hộ, hộ nghèo)."""
    if first.unit == second.unit or None in (first.unit, second.unit):
        return False
    return not same_unit(first.figure, second.figure)


def _agreement(form: Form, args: Sequence[Entry], result: Entry, rule: str) -> Check:
    """A check that holds: nearly all of them do, so it is made with as little ado as can be."""
    figures = [entry.figure for entry in args]
    values = [figure.value or _NOUGHT for figure in figures]
    if form == "sum":
        computed = sum(values, _NOUGHT)
    elif form == "difference":
        computed = values[0] - values[1]
    else:
        computed = _CONTEXT.divide(values[0] * (1 if form == "times" else 100), values[1])
        computed = (computed - 100 if form == "growth_of" else computed).quantize(_THOUSANDTH)
    ids = tuple([figure.id for figure in figures])
    stated = result.figure.value or _NOUGHT
    return Check("", _KIND[form], ids, result.figure.id, computed, stated, "consistent", rule, compound.HELD)


def _broken_across(scene: Scene, claim: Claim, args: Sequence[Entry], result: Entry) -> Check | None:
    figures = tuple(entry.figure for entry in args)
    doubt = None if claim.is_sure else compound.UNSURE
    relation = Relation(claim.form, figures, result.figure, claim.rule, certain=True, doubt=doubt)
    return _located(scene, judge(relation, scene.facts.text), result.figure)


def _down(scene: Scene, grid: Grid) -> Iterator[Check]:
    """Every group and total, column by column."""
    for claim in find_sums(grid):
        if claim.partial:
            yield from _parts(scene, claim)
        elif claim.held:
            yield _agreement("sum", claim.parts, claim.whole, "table.total")
        else:
            check = _broken_down(scene, claim)
            if check is not None:
                yield check


def _broken_down(scene: Scene, claim: RowSum) -> Check | None:
    parts = tuple(entry.figure for entry in claim.parts)
    whole = claim.whole.figure
    text = scene.facts.text
    relation = Relation(
        "sum", parts, whole, "table.total", certain=claim.strength > 1, likely=claim.strength == 1 or claim.named
    )
    check = judge(relation, text)
    if check is None and claim.strength == 1:
        doubt = NOT_ALL if value_of(whole) > sum(map(value_of, parts)) else "các dòng có thể trùng nhau một phần"
        check = judge(Relation("sum", parts, whole, "table.total", doubt=doubt), text)
    if check is not None and len(parts) > _MOST_TERMS:
        check = _shortened(check, parts, whole, text)
    return _located(scene, check, whole)


def _shortened(check: Check, parts: Sequence[Quantity], whole: Quantity, text: Text) -> Check:
    """A long sum told by its result."""
    total = sum(map(value_of, parts), Decimal(0))
    stated = value_of(whole)
    _, _, doubt = check.reason.partition("; ")
    scale = written_scale((*parts, whole), text)
    terms, unit = format_terms((total, stated, abs(stated - total)), whole.unit, scale)
    summed, written, off = (with_unit(term, unit) for term in terms)
    reason = f"cộng {len(parts)} dòng được {summed}, văn bản ghi {written} (lệch {off})"
    return replace(check, reason=f"{reason}; {doubt}" if doubt else reason)


def _parts(scene: Scene, claim: RowSum) -> Iterator[Check]:
    """Each part against the whole that it cannot exceed."""
    whole = claim.whole
    if whole.value < 0:
        return
    for part in claim.parts:
        values = value_of(part.figure), value_of(whole.figure)
        ids = (part.figure.id, whole.figure.id)
        if part.value - part.step <= whole.value + whole.step:
            yield Check("", "order", ids, None, *values, "consistent", "table.part", compound.HELD)
            continue
        said = f"phần {format_amount(values[0], part.unit)} lớn hơn tổng {format_amount(values[1], whole.unit)}"
        check = Check("", "order", ids, None, *values, "doubtful", "table.part", f"{said}; {NOT_PART}")
        located = _located(scene, check, part.figure)
        if located is not None:
            yield located


NOT_PART = "dòng này có thể không phải là một phần của dòng trên"


def _located(scene: Scene, check: Check | None, figure: Quantity) -> Check | None:
    """``check`` with the address of the cell, where the file has addresses."""
    address = cell_address(scene.facts.text, figure)
    if check is None or address is None:
        return check
    return replace(check, reason=f"ô {address}: {check.reason}")


def cell_address(text: Text, figure: Quantity) -> str | None:
    """Where a figure stands in a workbook: "D5", "D5, trang «Nguồn vốn»" where it has several sheets; else None."""
    part = text.place_of(figure.span) if text.format in ("xlsx", "xls", "ods") else None
    if not part or not part.startswith("cell:"):
        return None
    sheet, _, address = part.removeprefix("cell:").rpartition("!")
    ends = {place.part.removeprefix("cell:").rpartition("!")[0] for place in (*text.places[:2], text.places[-1])}
    return f"{address}, trang «{sheet}»" if len(ends - {""}) > 1 else address
