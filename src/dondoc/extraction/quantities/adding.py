"""Parts that no word announces, known by adding up to the figure above them.

Finds         an item that gives 820 tỷ đồng, the items under it 610 and 210 tỷ đồng
              1.250 ca; đã khỏi 1.000 ca, đang điều trị 240 ca, tử vong 10 ca
Leaves alone  figures that miss the sum by one; two figures of a sentence that happen to make a third
"""

from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence

_MAIN = frozenset({"actual", "cumulative", "count", "plan"})
_FEWEST = 3
_MOST = 8
_LEAST = 10


def link_sums(sentences: Sequence[Sentence], parents: Sequence[int | None]) -> None:
    """Make the figures that exactly add up to the one above them its parts."""
    firsts: dict[int, Figure] = {}
    below: dict[int, list[Figure]] = {}
    for sentence in sentences:
        free = [figure for figure in sentence.figures if _is_free(figure)]
        if len(free) > _FEWEST:
            _link_following(free)
        main = next(filter(_is_free, free), None)
        if main is None or sentence.item in firsts or sentence.task:
            continue
        firsts[sentence.item] = main
        parent = parents[sentence.item]
        if parent is not None:
            below.setdefault(parent, []).append(main)
    for parent, parts in below.items():
        whole = firsts.get(parent)
        fitting = [part for part in parts if whole is not None and part.unit == whole.unit]
        if whole is not None and len(fitting) > 1 and _total(fitting) == whole.measure.value:
            _link(fitting, whole, "parts.items")


def _is_free(figure: Figure) -> bool:
    free = figure.role in _MAIN and figure.whole is None and figure.over is None and figure.under is None
    return free and figure.measure.value is not None and figure.unit != "%"


def _total(figures: Sequence[Figure]) -> Decimal:
    return sum((figure.measure.value for figure in figures if figure.measure.value is not None), Decimal(0))


def _link(parts: Sequence[Figure], whole: Figure, rule: str) -> None:
    for part in parts:
        part.whole, part.role = whole, "part"
        part.evidence.append(Evidence("of", rule))


def _link_following(free: Sequence[Figure]) -> None:
    for place, whole in enumerate(free):
        value = whole.measure.value
        following = [figure for figure in free[place + 1 : place + 1 + _MOST] if figure.unit == whole.unit]
        for size in range(_FEWEST, len(following) + 1):
            if value is not None and value >= _LEAST and _total(following[:size]) == value:
                _link(following[:size], whole, "parts.following")
                return
