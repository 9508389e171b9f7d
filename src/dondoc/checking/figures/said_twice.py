"""One figure told in two places, the second time with another digit.

Finds         thu ngân sách 15.032 tỷ đồng ... tổng thu ngân sách nhà nước 15.023 tỷ đồng, also in a table or a footnote
Leaves alone  figures of other periods, roles or units; names that share less than two thirds of their words; figures of
              fewer than four digits; a figure that a relation of its own confirms, where the other is confirmed too
"""

from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_amount

_DIGITS = 4
_ALIKE = 0.67
_WORDS = 3
_HELD = ("actual", "cumulative", "plan")
_BUSY = 8


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the figures that differ from an earlier one of the same name in one digit or in two that changed places.

    Each figure is entered under its digits with one of them masked, and looked up there: no pair is compared twice.
    """
    confirmed = {
        ref
        for check in draft.checks
        if check.verdict == "consistent" and check.kind != "order"
        for ref in (*check.args, check.result)
    }
    entered: dict[tuple[str, ...], dict[str, Quantity]] = {}
    for figure in draft.scene.figures:
        digits = _digits(figure)
        if digits is None:
            continue
        keys = [(*_frame(figure), mask) for mask in _masks(digits)]
        alike = (one for key in keys for one in entered.get(key, {}).values() if _same_thing(one, figure))
        other = next((one for one in alike if not _beside(draft.scene, one, figure)), None)
        if other is not None and not {figure.id, other.id} <= confirmed:
            yield _finding(draft, figure, other)
        for key in keys:
            here = entered.setdefault(key, {})
            if len(here) < _BUSY:
                here.setdefault(f"{digits} {figure.indicator}", figure)


def _digits(figure: Quantity) -> str | None:
    if figure.role not in _HELD or figure.unit in (None, "%") or figure.of is not None or not figure.indicator:
        return None
    if "/" in figure.unit or figure.half_step <= 0 or len(content_words(figure.indicator)) < _WORDS:
        return None
    digits = str(int(abs(value_of(figure)) / (figure.half_step * 2)))
    return digits if len(digits.rstrip("0")) >= _DIGITS else None


def _frame(figure: Quantity) -> tuple[str, ...]:
    return (figure.unit or "", figure.role, figure.period or "", str(figure.half_step))


def _masks(digits: str) -> Iterator[str]:
    """The digits with one masked, and with two neighbours in either order."""
    for place in range(len(digits)):
        yield f"{digits[:place]}*{digits[place + 1 :]}"
        if place and digits[place] != digits[place - 1]:
            pair = "".join(sorted(digits[place - 1 : place + 1]))
            yield f"{digits[: place - 1]}<{pair}>{digits[place + 1 :]}"


def _beside(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether one sentence gives both: then they are two things."""
    return scene.sentence[scene.place[first.id]] == scene.sentence[scene.place[second.id]]


def _same_thing(first: Quantity, second: Quantity) -> bool:
    if value_of(first) == value_of(second):
        return False
    a, b = content_words(first.indicator), content_words(second.indicator)
    return (a <= b or b <= a) and len(a & b) >= _ALIKE * max(len(a), len(b))


def _finding(draft: Draft, figure: Quantity, other: Quantity) -> Finding:
    earlier = format_amount(value_of(other), other.unit)
    message = f"«{other.indicator}» chỗ trước ghi {earlier}, chỗ này ghi {format_amount(value_of(figure), figure.unit)}"
    return Finding("SL105", figure.span, "doubtful", message, "thống nhất hai chỗ theo số gốc", (other.span,))
