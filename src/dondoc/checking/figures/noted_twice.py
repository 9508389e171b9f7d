"""A rate of a sentence that its own footnote tells with another digit.

Finds         bao phủ bảo hiểm y tế đạt 98,3%¹ ... ¹ Số người tham gia bảo hiểm y tế 148.204/158.000 người, đạt 93,8%
Leaves alone  notes that tell the same rate too, or rates of other things; differences that no one slip makes
"""

from bisect import bisect_left
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import interval_of
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import content_words
from dondoc.facts import Quantity
from dondoc.numerals import format_amount

_RATES = ("rate", "share_of_plan")
_BESIDE = 8
_DIGITS = 3
_WORDS = 2


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the rates right before the mark of a footnote that states another one."""
    figures = draft.scene.figures
    starts = [figure.span.start for figure in figures]
    for note in draft.text.footnotes:
        place = bisect_left(starts, note.anchor or 0) - 1
        if not note.anchor or place < 0 or note.anchor - figures[place].span.end > _BESIDE:
            continue
        noted = [one for one in figures[bisect_left(starts, note.span.start) :] if note.span.covers(one.span)]
        finding = _finding(draft, figures[place], [one for one in noted if one.unit == "%" and one.role in _RATES])
        if finding is not None:
            yield finding


def _finding(draft: Draft, told: Quantity, noted: list[Quantity]) -> Finding | None:
    if told.unit != "%" or told.role not in _RATES or len(noted) != 1:
        return None
    (other,) = noted
    repair = find_repair(draft.text, told, interval_of(other))
    if value_of(other) == value_of(told) or repair is None or repair.cost or repair.digits < _DIGITS:
        return None
    if len(content_words(told.indicator) & content_words(other.indicator)) < _WORDS:
        return None
    first, second = (format_amount(value_of(one), "%") for one in (told, other))
    message = f"câu ghi {first}, chú thích của câu ghi {second}"
    return Finding("SL105", told.span, "doubtful", message, "thống nhất hai chỗ theo số gốc", (other.span,))
