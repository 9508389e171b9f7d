"""Formulas of heads that are more than one sum, difference or quotient: what comes in, less what was settled.

Finds         "(11)=((7)+(8))/(6)" · "7=4+5-6" · "(9)=(3)/((4)+(5))*100"
Leaves alone  formulas of one operation, which the other claims recompute; a formula that most rows do not keep to
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.checking.arithmetic.as_written import as_written
from dondoc.checking.arithmetic.by_hand import with_unit, written_scale
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.tables.formulas import parse_formula
from dondoc.checking.tables.grid import Entry, Grid
from dondoc.facts import Check, CheckKind
from dondoc.numerals import format_terms
from dondoc.text import Text

RULE = "table.compound"
HELD = "khớp với các số khác trong bảng"
UNSURE = "nhiều dòng khác của bảng cũng không theo phép tính này"
_OWN = re.compile(r"\A[(\[]?\s*\(?(?:\d{1,2}[a-zđ]?|[A-ZĐ])?\)?\s*=\s*(?P<body>[^=]+?)\s*\Z")
_HUNDRED = re.compile(r"(?:(?:\s*[*x×.]\s*|\s+)100\s*%?|\s*%)\s*\)?\Z")
_WRAPPED = re.compile(r"\((\d{1,2}[a-zđ]?|[A-ZĐ])\)")
_SIDES = re.compile(r"\s*[/:]\s*")
_LINEAR = re.compile(r"[+-]?(?:\d{1,2}[a-zđ]?|[A-ZĐ])(?:[+-](?:\d{1,2}[a-zđ]?|[A-ZĐ]))*\Z")
_TERM = re.compile(r"([+-]?)(\d{1,2}[a-zđ]?|[A-ZĐ])")
_ONE_IN = 10
_TWO = 2
_SLACK = 1e-9
_KEPT = Decimal("0.001")
Terms = tuple[tuple[int, int], ...]
Term = tuple[int, Entry]
Row = tuple[list[Term], list[Term], Entry, bool]


@dataclass(frozen=True, slots=True)
class Compound:
    """The column ``result`` is the ``above`` terms (sign and column), divided by those ``below`` if there are any."""

    result: int
    above: Terms
    below: Terms
    factor: int


def find(grid: Grid, text: Text) -> Iterator[Check]:
    """Yield the checks of all compound formulas that at least half of the rows keep."""
    by_number = {head.number.lower(): column for column, head in grid.heads.items() if head.number}
    for column, head in grid.heads.items():
        formula = _parse(column, head.formula, by_number, grid) if head.formula else None
        if formula is None:
            continue
        rows = list(_rows(grid, formula))
        kept = sum(held for *_, held in rows)
        if kept * 2 < len(rows):
            continue
        doubt = None if len(rows) - kept <= max(1, len(rows) // _ONE_IN) else UNSURE
        yield from (_check(formula, row, text, doubt) for row in rows)


def _parse(column: int, formula: str, by_number: dict[str, int], grid: Grid) -> Compound | None:
    unit = grid.units.get(column)
    match = _OWN.match(formula.strip())
    if match is None or parse_formula(formula, by_number, unit) is not None:
        return None
    body = _WRAPPED.sub(r"\1", _HUNDRED.sub("", match["body"])).replace("–", "-").replace(" ", "")
    sides = [_terms(side.strip("()"), by_number) for side in _SIDES.split(body)]
    above, below = sides[0], sides[1] if len(sides) > 1 else ()
    if above is None or below is None or len(sides) > _TWO:
        return None
    if column in {at for _, at in (*above, *below)} or (below and unit != "%"):
        return None
    return Compound(column, above, below, 100 if below else 1)


def _terms(side: str, by_number: dict[str, int]) -> Terms | None:
    if not _LINEAR.match(side):
        return None
    found = [(-1 if sign == "-" else 1, by_number.get(name.lower())) for sign, name in _TERM.findall(side)]
    known = tuple((sign, column) for sign, column in found if column is not None)
    return known if len(known) == len(found) else None


def _rows(grid: Grid, formula: Compound) -> Iterator[Row]:
    for row, result in grid.columns[formula.result].items():
        above = [(sign, entry) for sign, at in formula.above if (entry := grid.columns[at].get(row)) is not None]
        below = [(sign, entry) for sign, at in formula.below if (entry := grid.columns[at].get(row)) is not None]
        if not above or len(below) < len(formula.below) or len(above) + len(below) < 2:
            continue
        interval = _interval(above, below, formula.factor)
        if interval is not None:
            low, high = interval
            slack = _SLACK * max(abs(low), abs(high), 1.0)
            least, most = result.value - result.step, result.value + result.step
            yield above, below, result, low - slack <= most and least <= high + slack


def _interval(above: Sequence[Term], below: Sequence[Term], factor: int) -> tuple[float, float] | None:
    value, step = _side(above)
    if not below:
        return value - step, value + step
    divisor, room = _side(below)
    if divisor - room <= 0:
        return None
    corners = [(value + a * step) / (divisor + b * room) * factor for a in (-1, 1) for b in (-1, 1)]
    return min(corners), max(corners)


def _side(terms: Sequence[Term]) -> tuple[float, float]:
    return sum(sign * entry.value for sign, entry in terms), sum(entry.step for _, entry in terms)


def _check(formula: Compound, row: Row, text: Text, doubt: str | None) -> Check:
    above, below, result, held = row
    own = result.figure
    ids = tuple(entry.figure.id for _, entry in (*above, *below))
    computed = _exact(above) * formula.factor / (_exact(below) if below else 1)
    kind: CheckKind = "ratio" if below else "sum"
    if held:
        return Check("", kind, ids, own.id, computed.quantize(_KEPT), value_of(own), "consistent", RULE, HELD)
    step = own.half_step * 2 if below else Decimal(0)
    shown = (computed / step).quantize(Decimal(1)) * step if step > 0 else computed
    terms, unit = format_terms((shown, value_of(own)), own.unit, written_scale([own], text))
    reason = f"{_worked(above, below, text)} = {with_unit(terms[0], unit)}, văn bản ghi {with_unit(terms[1], unit)}"
    if doubt:
        return Check("", kind, ids, own.id, shown, value_of(own), "doubtful", RULE, f"{reason}; {doubt}")
    mend = f"nếu các số còn lại đúng thì sửa {text[own.span]} thành {as_written(text, own, shown)}"
    return Check("", kind, ids, own.id, shown, value_of(own), "inconsistent", RULE, reason, mend)


def _exact(terms: Sequence[Term]) -> Decimal:
    return sum((sign * value_of(entry.figure) for sign, entry in terms), Decimal(0))


def _worked(above: Sequence[Term], below: Sequence[Term], text: Text) -> str:
    """The calculation as a clerk writes it: "(3.121 + 807) / 3.940"."""
    figures = [entry.figure for _, entry in (*above, *below)]
    scale = written_scale(figures, text)
    sides = []
    for side in (above, below):
        terms, _ = format_terms([value_of(entry.figure) for _, entry in side], figures[0].unit, scale)
        signs = ["" if not place and sign > 0 else " + " if sign > 0 else " - " for place, (sign, _) in enumerate(side)]
        sides.append("".join(f"{sign}{term}" for sign, term in zip(signs, terms, strict=True)).strip())
    if not below:
        return sides[0]
    return " / ".join(
        f"({side})" if len(terms) > 1 else side for side, terms in zip(sides, (above, below), strict=True)
    )
