"""The arithmetic of a claim between columns or rows, on plain numbers with tolerance."""

from collections.abc import Sequence

from dondoc.checking.arithmetic.relation import Form
from dondoc.checking.tables.grid import Entry

_SLACK = 1e-9


def holds(form: Form, args: Sequence[Entry], result: Entry) -> bool | None:
    """Whether the arguments can give the result; None where nothing can be said (a share of nothing)."""
    if form == "sum":
        total = tolerance = largest = 0.0
        for value, step, _, _ in args:
            total += value
            tolerance += step
            largest = max(largest, abs(value))
        slack = _SLACK * max(largest, abs(result.value), 1.0)
        return abs(total - result.value) <= tolerance + result.step + slack
    first, second = args[0], args[1]
    if form == "difference":
        slack = _SLACK * max(abs(first.value), abs(second.value), 1.0)
        return abs(first.value - second.value - result.value) <= first.step + second.step + result.step + slack
    low, high = second.value - second.step, second.value + second.step
    if low <= 0 <= high:
        return None
    least, most = first.value - first.step, first.value + first.step
    corners = (least / low, least / high, most / low, most / high)
    shift = 100.0 if form == "growth_of" else 0.0
    factor = 1 if form == "times" else 100
    below, above = factor * min(corners) - shift, factor * max(corners) - shift
    slack = _SLACK * max(abs(below), abs(above), 1.0)
    return below - slack <= result.value + result.step and result.value - result.step <= above + slack


def is_trivial(form: Form, args: Sequence[Entry], result: Entry) -> bool:
    """Whether the claim would hold by accident: parts of nought, one part that is all, a thing against itself."""
    if form in ("sum", "difference"):
        return sum(entry.value != 0 for entry in args) < 2 or (form == "difference" and result.value == 0)
    return result.value == 0 or args[0].value == args[1].value
