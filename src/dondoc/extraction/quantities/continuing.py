"""Where a list of parts goes on and where it ends.

Finds         trong đó, cây ngô trồng 1.022 ha; cây lạc trồng 559 ha: the next clause begins like the first part's
Leaves alone  a figure above the whole; what comes when the parts make the whole
"""

import re

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.likeness import not_above

_LEAD_IN = re.compile(r".*(?:trong đó|gồm|bao gồm|chia ra)(?:\s+có)?[\s,:]*", re.DOTALL)
_FIRST_WORD = re.compile(r"[^\W\d]+")
_CLAUSE = re.compile(r"[,;.:(]")
# How many figures back a list is added up: longer ones are not, and the time stays linear in their length.
_FAR = 24
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
    if not parts or figure.unit != whole.unit or figure.low_before.count(";") != 1 or "." in figure.low_before:
        return False
    first, next_words = _FIRST_WORD.findall(_LEAD_IN.sub("", parts[0].low_before)), figure.low_before.rpartition(";")[2]
    own = _FIRST_WORD.findall(_CLAUSE.split(whole.low_before)[-1])
    begins = next_words.split()[:1]
    values = [one.measure.value or 0 for one in (*parts, figure) if one.unit == whole.unit]
    within = whole.measure.value is not None and sum(values) <= whole.measure.value
    return bool(begins) and first[:1] == begins and own[:1] != begins and within


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
