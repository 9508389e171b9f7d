"""Where a list of parts goes on and where it ends.

Finds         trong đó, cây ngô trồng 1.022 ha; cây lạc trồng 559 ha: the next clause begins like the first part's
Leaves alone  a figure above the whole; what comes when the parts make the whole
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.parts.likeness import not_above, same_kind

_LEAD_IN = re.compile(r".*(?:trong đó|gồm|bao gồm|chia ra)(?:\s+có)?[\s,:]*", re.DOTALL)
_FIRST_WORD = re.compile(r"[^\W\d]+")
_CLAUSE = re.compile(r"[,;.:(]")
# How many figures back a list is added up: longer ones are not, and the time stays linear in their length.
_FAR = 24
_AMOUNTS = frozenset({"đồng", "USD", "%"})
# "trong đó mía 13.104 ha; hành tím 6.215 ha": nothing but names.
_NAME_ONLY = re.compile(
    r"\s*(?!tổng|lũy kế|luỹ kế|năng suất|đã|còn|ước|đạt|bình quân|riêng|hiện|thu|chi|trồng|diện|sản|có|được|thiệt)"
    r"(?:[^\W\d]+ ){1,3}"
)
_BARE = re.compile(r"\s*(?:và |có )*")
_MONEY = frozenset({"đồng", "USD"})
_LABEL = re.compile(r"[^\W\d]:(?: (?:khoảng|trên|hơn|gần))*\s*\Z")
_OF_COUNTS = Decimal("0.5")
_DIVIDED = ("actual", "cumulative", "count")


def named_before(sentence: Sentence, index: int) -> Figure:
    """The bottom of a pair, or where the sentence has named the same number before: toàn tỉnh có 64 xã; có 41/64 xã."""
    bottom = sentence.figures[index]
    for other in sentence.figures[max(0, index - 6) : max(0, index - 1)]:
        if other.unit == bottom.unit and other.measure.value == bottom.measure.value and other.role in _DIVIDED:
            return other
    return bottom


def is_above(figure: Figure, whole: Figure) -> bool:
    """Whether a figure behind a semicolon is more than the whole of the list: it begins something else."""
    return figure.role in _DIVIDED and figure.unit == whole.unit and not not_above(figure, whole)


def goes_on(sentence: Sentence, index: int, whole: Figure) -> bool:
    """``trong đó, cây ngô trồng 1.022 ha; cây lạc trồng 559 ha``: the next clause begins like the first part's."""
    figure = sentence.figures[index]
    parts = [one for one in sentence.figures[max(0, index - _FAR) : index] if one.whole is whole and one.role == "part"]
    if parts and _completes(sentence, index, whole, parts):
        return True
    kind = same_kind(figure, whole) or (bool(parts) and figure.unit == parts[0].unit)
    if not parts or not kind or figure.low_before.count(";") != 1 or "." in figure.low_before:
        return False
    first, next_words = _FIRST_WORD.findall(_LEAD_IN.sub("", parts[0].low_before)), figure.low_before.rpartition(";")[2]
    own = _FIRST_WORD.findall(_CLAUSE.split(whole.low_before)[-1])
    begins = next_words.split()[:1]
    values = [one.measure.value or 0 for one in (*parts, figure) if one.unit in (whole.unit, parts[0].unit)]
    within = whole.measure.value is not None and sum(values) <= whole.measure.value + _rounding(whole)
    if not (begins and within):
        return False
    if _LABEL.search(parts[0].low_before) and _LABEL.search(next_words):
        return True
    opening = _LEAD_IN.sub("", parts[0].low_before)
    if figure.unit not in _MONEY and _NAME_ONLY.fullmatch(opening) and _NAME_ONLY.fullmatch(next_words):
        return not opens_name(next_words.strip())
    if not first and next_words.strip() in ("có", "đã", ""):
        return True
    alike = figure.unit not in _AMOUNTS and first[:2] == next_words.split()[:2]
    return first[:1] == begins and (own[:1] != begins or alike)


def _completes(sentence: Sentence, index: int, whole: Figure, parts: Sequence[Figure]) -> bool:
    """``115 người, trong đó 06 công chức; 90 viên chức; 19 cán bộ``: bare counts that make the whole."""
    left = (whole.measure.value or 0) - sum(one.measure.value or 0 for one in parts)
    for figure in sentence.figures[index : index + _FAR]:
        if figure.unit in _AMOUNTS or _BARE.fullmatch(figure.low_before.rpartition(";")[2]) is None:
            return False
        left -= figure.measure.value or 0
        if left <= 0:
            return left == 0
    return False


def _rounding(whole: Figure) -> Decimal:
    """How far rounded parts can pass the ``whole``: one of its last printed digit, where it is no plain count."""
    half_step = whole.measure.half_step or _OF_COUNTS
    return Decimal(0) if half_step == _OF_COUNTS else half_step * 2


def is_full(sentence: Sentence, index: int, whole: Figure) -> bool:
    """Whether the parts so far make the whole, so that nothing more belongs to it."""
    if sentence.figures[index].whole is not whole:
        return False
    parts = [
        one
        for one in sentence.figures[max(0, index - _FAR) : index + 1]
        if one.whole is whole and one.unit == whole.unit
    ]
    return len(parts) > 1 and sum(part.measure.value or 0 for part in parts) == whole.measure.value
