"""Relations between the columns of a table, found once for the table and claimed for every row.

Finds         "3=2/1", "(5)=(3)-(4)" in the row of column numbers · the share, growth or index that most rows keep ·
              "Tổng số" before or behind its parts · what is left, the rise, the cumulative figure · averages
Leaves alone  relations that most rows do not keep: the columns state something else

A formula in the head is a claim by itself. Any other relation must show in most rows; heads only say where to look.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from dondoc.checking.arithmetic.relation import Form
from dondoc.checking.tables.formulas import parse_formula
from dondoc.checking.tables.grid import Grid
from dondoc.checking.tables.sample import Sample

_WINDOW = 9
_LONGEST = 9
_SHARES = 0.6
_AMOUNTS = 0.75
_FEWEST_AMOUNTS = 3
_FEWEST_SHARES = 2
_ONE_IN = 10
_TOTAL = re.compile(r"tổng|cộng|toàn|chung", re.IGNORECASE)
MEAN = "table.mean"
_MEAN = re.compile(r"bình quân|trung bình|\bBQ\b", re.IGNORECASE)
_LEFT = re.compile(r"còn lại|còn|chênh lệch|tăng|giảm|thiếu|thừa|chưa|kết dư|bội|hụt|vượt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """``args`` columns give the ``result`` column; ``kept`` of the ``tried`` rows keep it."""

    form: Form
    args: tuple[int, ...]
    result: int
    rule: str
    kept: int
    tried: int

    @property
    def share(self) -> float:
        """The part of the rows tried that keep the relation."""
        return self.kept / self.tried

    @property
    def is_sure(self) -> bool:
        """Whether so few rows break the relation that they, and not the relation, must be wrong."""
        return self.tried - self.kept <= max(1, self.tried // _ONE_IN)


def find_claims(grid: Grid) -> list[Claim]:
    """Return the relations between the columns of ``grid``, at most two for a result column."""
    found = list(_stated(grid))
    taken = {claim.result for claim in found}
    sample = Sample(grid)
    amounts = grid.amounts()
    sums: dict[int, Claim] = {}
    for column in reversed(amounts):
        if column not in taken and (claim := _sum(grid, sample, column, amounts, sums)):
            sums[column] = claim
    found += [_as_difference(grid, sums[column]) for column in sorted(sums)]
    parts = {(claim.result, *claim.args) for claim in found}
    for column in sorted(amounts, key=lambda column: not _is_rest(grid, column)):
        claim = None if column in taken or column in sums else _difference(grid, sample, column, amounts)
        if claim is not None and not any({column, *claim.args} <= set(group) for group in parts):
            found.append(claim)
            parts.add((column, *claim.args))
    results = {claim.result for claim in found}
    means = [column for column in amounts if column not in results and _MEAN.search(" ".join(grid.heads[column].head))]
    found += [claim for column in means if (claim := _mean(sample, column, amounts))]
    shares = [column for column in grid.shares() if column not in taken]
    found += [claim for column in shares if (claim := _share(grid, sample, column, amounts))]
    return found


def _stated(grid: Grid) -> Iterator[Claim]:
    """The formulas written in the heads, where at least half of the rows keep them."""
    by_number = {head.number.lower(): column for column, head in grid.heads.items() if head.number}
    sample = Sample(grid)
    for column, head in grid.heads.items():
        if not head.formula:
            continue
        parsed = parse_formula(head.formula, by_number, grid.units.get(column))
        if parsed is None or column in parsed[1] or not all(arg in grid.columns for arg in parsed[1]):
            continue
        form, args = parsed
        kept, tried = sample.kept(form, args, column, trivial=True)
        if tried and kept * 2 >= tried:
            yield Claim(form, args, column, "table.formula", kept, tried)


def _sum(grid: Grid, sample: Sample, column: int, amounts: Sequence[int], sums: dict[int, Claim]) -> Claim | None:
    """A run of columns behind or before that add up to ``column``; parts of a part are passed over."""
    at = amounts.index(column)
    named = _TOTAL.search(" ".join(grid.heads[column].head)) is not None
    least = _SHARES if named else _AMOUNTS
    best: Claim | None = None
    for run in (_run_behind(amounts, at, sums), amounts[max(0, at - _LONGEST) : at][::-1]):
        for length in range(2, min(len(run), _LONGEST) + 1):
            args = tuple(sorted(run[:length]))
            if not _same_unit(grid, (*args, column)) or _is_mixed(grid, args):
                break  # a value and its change make a difference
            kept, tried = sample.kept("sum", args, column)
            if (
                tried >= (2 if named else _FEWEST_AMOUNTS)
                and kept >= least * tried
                and (best is None or kept / tried > best.share)
            ):
                best = Claim("sum", args, column, "table.sum-across", kept, tried)
    return best


def _as_difference(grid: Grid, claim: Claim) -> Claim:
    """``claim`` as a clerk works it out: what is left is the plan less what was paid, though the two add up to it."""
    rest = next((column for column in claim.args if _is_rest(grid, column)), None)
    if len(claim.args) != 2 or rest is None:
        return claim
    (other,) = (column for column in claim.args if column != rest)
    return replace(claim, form="difference", args=(claim.result, other), result=rest, rule="table.difference")


def _is_mixed(grid: Grid, columns: Iterable[int]) -> bool:
    """Whether values stand among changes of values."""
    return len({grid.heads[column].role == "change" for column in columns}) > 1


def _run_behind(amounts: Sequence[int], at: int, sums: dict[int, Claim]) -> list[int]:
    run: list[int] = []
    place = at + 1
    while place < len(amounts) and len(run) < _LONGEST:
        column = amounts[place]
        run.append(column)
        own = sums.get(column)
        place += 1
        while own is not None and place < len(amounts) and amounts[place] in own.args:
            place += 1
    return run


def _same_unit(grid: Grid, columns: Iterable[int]) -> bool:
    units = sorted({unit.lower() for column in columns if (unit := grid.units[column]) is not None}, key=len)
    return all(unit.startswith(units[0]) and "/" not in unit for unit in units[1:])  # hộ, hộ nghèo


def _near(columns: Sequence[int], column: int) -> list[int]:
    """The columns at most so many places away, nearest first."""
    near = [other for other in columns if other != column and abs(other - column) <= _WINDOW]
    return sorted(near, key=lambda other: (abs(other - column), other))


def _is_rest(grid: Grid, column: int) -> bool:
    """Whether the head of a column says that it is what is left, or how far something moved."""
    head = grid.heads[column]
    return head.role == "change" or _LEFT.search(" ".join(head.head[-1:])) is not None


def _difference(grid: Grid, sample: Sample, column: int, amounts: Sequence[int]) -> Claim | None:
    named = _is_rest(grid, column)
    least = _SHARES if named else _AMOUNTS
    best: Claim | None = None
    for pair in permutations(_near(amounts, column), 2):
        if not _same_unit(grid, (*pair, column)):
            continue
        kept, tried = sample.kept("difference", pair, column, headed=named)
        if (
            tried >= (2 if named else _FEWEST_AMOUNTS)
            and kept >= least * tried
            and (best is None or kept / tried > best.share)
        ):
            best = Claim("difference", pair, column, "table.difference", kept, tried)
            if kept == tried:
                break
    return best


def _share(grid: Grid, sample: Sample, column: int, amounts: Sequence[int]) -> Claim | None:
    """The two columns whose ratio, or growth, most rows give."""
    role = grid.heads[column].role
    forms: tuple[Form, ...] = ("growth_of", "ratio") if role == "change" else ("ratio", "growth_of")
    if grid.units[column] != "%":
        forms = ("times",)
    best: Claim | None = None
    for form in forms:
        for pair in _ranked(grid, column, amounts):
            kept, tried = sample.kept(form, pair, column)
            if tried < _FEWEST_SHARES or kept < _SHARES * tried or kept < _FEWEST_SHARES:
                continue
            if best is None or kept / tried > best.share:
                rule = "table.growth" if form == "growth_of" else "table.ratio"
                best = Claim(form, pair, column, rule, kept, tried)
                if kept == tried:
                    return best
    return best


def _mean(sample: Sample, column: int, amounts: Sequence[int]) -> Claim | None:
    """``Bình quân HS/lớp``: the two columns that give it, of whatever units."""
    for pair in permutations(_near(amounts, column), 2):
        kept, tried = sample.kept("times", pair, column)
        if tried >= _FEWEST_AMOUNTS and kept >= _AMOUNTS * tried:
            return Claim("times", pair, column, MEAN, kept, tried)
    return None


def _ranked(grid: Grid, column: int, amounts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of columns of one unit, those to the left and near first."""
    near = _near(amounts, column)
    pairs = [pair for pair in permutations(near, 2) if _same_unit(grid, pair)]
    pairs.sort(key=lambda pair: (pair[0] > column, pair[1] > column, abs(pair[0] - column) + abs(pair[1] - column)))
    return iter(pairs)
