"""Parts that a footnote gives of the figure it is attached to.

Finds         "Gồm a, b", "có a và b" · Xã A (02 ổ), xã B (01 ổ), where they make the figure
Leaves alone  a footnote behind the plan in brackets that divides what was done: the done figure is its whole
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import alike, same_kind
from dondoc.facts import Evidence

NOTE_LIST = re.compile(r"\A[\s*(]*(?:gồm|bao gồm|có|trong đó|cụ thể|chia ra|:)", re.IGNORECASE)
_BACK = 5
_BESIDE = ("change", "share_of_plan", "rate")


def adds_up(sentence: Sentence) -> bool:
    """Whether the figures of a footnote give just the figure it is attached to: Xã A (02 ổ), xã B (01 ổ)."""
    anchor = sentence.anchor
    if anchor is None or len(sentence.figures) < 2:
        return False
    return _exact(anchor, sentence) is not None


def _exact(anchor: Figure, sentence: Sentence) -> Figure | None:
    """The figure that those of a footnote make: the one it is attached to, else one shortly before."""
    wholes = [anchor, *([anchor.over] if anchor.over is not None else ()), *_chain(anchor)[1:]]
    return next((whole for whole in wholes if _makes(sentence.figures, whole)), None)


def _chain(anchor: Figure) -> list[Figure]:
    """The figures of the sentence from the ``anchor`` back, the nearest first."""
    chain: list[Figure] = []
    figure: Figure | None = anchor
    while figure is not None and len(chain) < _BACK:
        chain.append(figure)
        figure = figure.previous
    return chain


def _makes(figures: Sequence[Figure], whole: Figure) -> bool:
    """Whether the figures that count the same as ``whole`` make it, whatever else stands beside them."""
    parts = _parts(figures, whole)
    total = sum(one.measure.value for one in parts if one.measure.value is not None)
    return len(parts) > 1 and len({one.depth for one in parts}) == 1 and total == whole.measure.value


def _parts(figures: Sequence[Figure], whole: Figure) -> list[Figure]:
    if whole.unit == "%":
        return []
    return [one for one in figures if one.role not in _BESIDE and (same_kind(one, whole) or not one.unit)]


def _noted(anchor: Figure, sentence: Sentence) -> list[Figure]:
    """The figures that a footnote can divide, the likeliest first: what was done, then plans."""
    chain = _chain(anchor)
    done = [figure for figure in chain if figure.role not in ("plan", "change", "rate", "share_of_plan")]
    near = [figure for figure in (anchor, anchor.over, anchor.previous) if figure is not None and figure.role != "plan"]
    return near + done + chain


def link_note(sentence: Sentence) -> None:
    anchor = sentence.anchor
    if anchor is None:
        return
    made = _exact(anchor, sentence)
    if made is not None:
        for figure in _parts(sentence.figures, made):
            _attach(figure, made)
        return
    wholes = _noted(anchor, sentence)
    listed = NOTE_LIST.match(sentence.words) is not None
    for figure in sentence.figures:
        if figure.previous is not None and re.search(r"\.\s" if listed else r"[.;]", figure.before):
            break
        if figure.over is not None or figure.depth or figure.role in _BESIDE:
            continue
        whole = next((candidate for candidate in wholes if alike(figure, candidate)), None)
        if whole is None:
            break
        _attach(figure, whole)


def _attach(figure: Figure, whole: Figure) -> None:
    figure.whole, figure.role = whole, "part"
    figure.evidence.append(Evidence("of", "parts.footnote"))
