"""One figure told in two places, the second time with another digit.

Finds         thu ngân sách 15.032 tỷ đồng ... tổng thu ngân sách nhà nước 15.023 tỷ đồng, also in a table or a footnote
              Tổng sản phẩm trên địa bàn tăng 8,12% so với cùng kỳ ... GRDP tăng 8,21%
Leaves alone  figures of other periods, roles or units; names that share less than two thirds of their words; figures of
              fewer than four digits; a figure that a relation of its own confirms, where the other is confirmed too;
              a row of a table whose name says more: "Cấp huyện - Tỷ lệ đúng hạn" is a part of what the text tells
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.placed import are_of_two_places
from dondoc.checking.names.short import in_full
from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_amount

_DIGITS = 4
_ALIKE = 0.66
_SHARED, _MOSTLY = 4, 0.7
_WORDS = 3
_OF_RATES = 3
_RATES = ("rate", "share_of_plan")
_BASES = ("same_period", "previous")
_IDLE = frozenset(("tổng", "số", "đón", "toàn", "ước", "đạt", "các", "tỉnh"))
_REACHED = ("actual", "cumulative", "part")
_HELD = (*_REACHED, "plan")
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
    tables = {ref: number for number, table in enumerate(draft.facts.tables) for *_, ref in table.figures}
    entered: dict[tuple[str, ...], dict[str, Quantity]] = {}
    for figure, digits, frames in _compared(draft):
        masks = list(_masks(digits))
        keys = [(*frame, mask) for frame in frames.sought for mask in masks]
        table = tables.get(figure.id, -1)  # rows and columns of one table are other things
        near = (
            one for key in keys for one in entered.get(key, {}).values() if table < 0 or tables.get(one.id) != table
        )
        alike = (one for one in near if _same_thing(one, figure))
        other = next((one for one in alike if not _beside(draft.scene, one, figure)), None)
        if other is not None and not ({figure.id, other.id} <= confirmed or _are_apart(draft.scene, other, figure)):
            yield _finding(draft, figure, other)
        for key in [(*frame, mask) for frame in frames.entered for mask in masks]:
            here = entered.setdefault(key, {})
            if len(here) < _BUSY:
                here.setdefault(f"{digits} {figure.indicator}", figure)


class _Frames(NamedTuple):
    """What figures must have in common: under which the others are sought, and under which a figure is entered."""

    sought: list[tuple[str, ...]]
    entered: list[tuple[str, ...]]


def _compared(draft: Draft) -> Iterator[tuple[Quantity, str, _Frames]]:
    """The figures that may be told twice, with their digits and the frames in which there is another one."""
    told = [(figure, digits) for figure in draft.scene.figures if (digits := _digits(figure)) is not None]
    framed = [_frames(figure, digits, draft.facts.header.period) for figure, digits in told]
    sought = Counter(frame for frames in framed for frame in frames.sought)
    entered = Counter(frame for frames in framed for frame in frames.entered)
    for (figure, digits), own in zip(told, framed, strict=True):
        others = _Frames(
            [frame for frame in own.sought if entered[frame] > (frame in own.entered)],
            [frame for frame in own.entered if sought[frame] > (frame in own.sought)],
        )
        if others.sought or others.entered:
            yield figure, digits, others


def _digits(figure: Quantity) -> str | None:
    grown = figure.role == "change" and figure.base in _BASES and figure.rule != "table.cell"
    rate = figure.unit == "%" and (figure.role in _RATES or grown)
    if not (rate or figure.role in _HELD) or figure.unit is None or not figure.indicator:
        return None
    if "/" in figure.unit or figure.half_step <= 0 or (figure.unit == "%" and not rate):
        return None
    digits = str(int(abs(value_of(figure)) / (figure.half_step * 2)))
    telling = len(digits.rstrip("0"))
    if telling < (_OF_RATES if rate else _DIGITS):
        return None
    words = len(_named(figure))
    return digits if words >= _WORDS or (telling > _DIGITS and words == _WORDS - 1) else None


def _frames(figure: Quantity, digits: str, own: str | None) -> _Frames:
    """A figure of the text without a time may be of that of any other."""
    unit = (figure.unit or "").split(" ")[0]
    in_text = figure.role in _REACHED and figure.rule != "table.cell"  # columns of a table are told apart by roles
    when = (figure.period or own or "").rpartition("..")[2] if in_text else figure.period or ""
    role = "" if in_text else f"{figure.role} {figure.base or ''}"
    written = f"{figure.half_step} {len(digits)}"
    timed, any_time, no_time = ((unit, role, time, written) for time in (when, "*", "?"))
    if not in_text:
        return _Frames([timed], [timed])
    return _Frames([timed, no_time], [timed, any_time]) if when else _Frames([any_time], [no_time, any_time])


def _masks(digits: str) -> Iterator[str]:
    """The digits with one masked, where there are enough of them, and with two neighbours in either order."""
    for place in range(len(digits)):
        if len(digits) >= _DIGITS:
            yield f"{digits[:place]}*{digits[place + 1 :]}"
        if place and digits[place] != digits[place - 1]:
            pair = "".join(sorted(digits[place - 1 : place + 1]))
            yield f"{digits[: place - 1]}<{pair}>{digits[place + 1 :]}"


def _beside(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether one sentence gives both: then they are two things."""
    return scene.sentence[scene.place[first.id]] == scene.sentence[scene.place[second.id]]


def _are_apart(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Whether two figures of the text are told of two places."""
    told = first.rule != "table.cell" != second.rule
    return told and are_of_two_places(scene, scene.place[first.id], scene.place[second.id])


def _same_thing(first: Quantity, second: Quantity) -> bool:
    if value_of(first) == value_of(second):
        return False
    a, b = _named(first) - _IDLE, _named(second) - _IDLE
    if first.role == "change" and a != b:
        return False
    if any(one.rule == "table.cell" and words > other for one, words, other in ((first, a, b), (second, b, a))):
        return False
    if (a <= b or b <= a) and len(a & b) >= _ALIKE * max(len(a), len(b)):
        return True
    shared = len(a & b)
    long = min(telling_digits(first), telling_digits(second)) >= _DIGITS and first.role != "change"
    return long and shared >= _SHARED and shared >= _MOSTLY * min(len(a), len(b))


def _named(figure: Quantity) -> frozenset[str]:
    """The words of the name, written in full."""
    return content_words(in_full(figure.indicator))


def _finding(draft: Draft, figure: Quantity, other: Quantity) -> Finding:
    earlier = format_amount(value_of(other), other.unit)
    message = f"«{other.indicator}» chỗ trước ghi {earlier}, chỗ này ghi {format_amount(value_of(figure), figure.unit)}"
    return Finding("SL105", figure.span, "doubtful", message, "thống nhất hai chỗ theo số gốc", (other.span,))
