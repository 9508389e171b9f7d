"""Parts that a footnote gives of the figure it is attached to.

Finds         "Gồm a, b", "có a và b" · Xã A (02 ổ), xã B (01 ổ), where they make the figure
Leaves alone  a footnote behind the plan in brackets that divides what was done: the done figure is its whole
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import alike
from dondoc.facts import Evidence

NOTE_LIST = re.compile(r"\A[\s*(]*(?:gồm|bao gồm|có|trong đó|cụ thể|chia ra|:)", re.IGNORECASE)
_BESIDE = ("change", "share_of_plan", "rate")
_PLANNED = re.compile(r"kế hoạch|dự toán|chỉ tiêu", re.IGNORECASE)


def adds_up(sentence: Sentence) -> bool:
    """Whether the figures of a footnote give just the figure it is attached to: Xã A (02 ổ), xã B (01 ổ)."""
    anchor = sentence.anchor
    if anchor is None or len(sentence.figures) < 2:
        return False
    wholes = (anchor, anchor.over, anchor.previous)
    return any(whole is not None and _makes(sentence.figures, whole) for whole in wholes)


def _makes(figures: Sequence[Figure], whole: Figure) -> bool:
    """Whether the figures that count the same as ``whole`` make it, whatever else stands beside them."""
    if whole.unit == "%":
        return False
    parts = [one.measure.value for one in figures if alike(one, whole) and one.role not in _BESIDE]
    return len(parts) > 1 and sum(part for part in parts if part is not None) == whole.measure.value


def _noted(anchor: Figure, sentence: Sentence) -> list[Figure]:
    """The figures that a footnote can divide, the likeliest first: its sum, what was done, then plans."""
    chain: list[Figure] = []
    figure: Figure | None = anchor
    while figure is not None and len(chain) < 5:
        chain.append(figure)
        figure = figure.previous
    parts = [part.measure.value for part in sentence.figures if alike(part, anchor)]
    total = sum(value for value in parts if value is not None)
    exact = [figure for figure in chain if figure.measure.value == total and len(parts) > 1]
    if _PLANNED.search(sentence.words[:60]):
        return exact + chain
    done = [figure for figure in chain if figure.role not in ("plan", "change", "rate", "share_of_plan")]
    near = [figure for figure in (anchor, anchor.over, anchor.previous) if figure is not None and figure.role != "plan"]
    return exact + near + done + chain


def link_note(sentence: Sentence) -> None:
    anchor = sentence.anchor
    if anchor is None:
        return
    wholes = _noted(anchor, sentence)
    exactly = adds_up(sentence)
    listed = NOTE_LIST.match(sentence.words) is not None
    for figure in sentence.figures:
        if figure.previous is not None and re.search(r"\.\s" if listed or exactly else r"[.;]", figure.before):
            break
        if figure.over is not None or figure.role in ("change", "share_of_plan", "rate"):
            continue
        if figure.depth and not exactly:
            continue
        whole = next((candidate for candidate in wholes if alike(figure, candidate)), None)
        if whole is None and exactly:
            continue
        if whole is None:
            break
        figure.whole, figure.role = whole, "part"
        figure.evidence.append(Evidence("of", "parts.footnote"))
