"""Lists of items under a figure that they divide.

Finds         Tổng thu 820 tỷ đồng, trong đó: - Thu nội địa 610 tỷ đồng - Thu xuất nhập khẩu 210 tỷ đồng
              tháng 9 thu 142 tỷ đồng; lũy kế 1.210 tỷ đồng. Trong đó: + Thu nội địa 120 tỷ đồng; lũy kế 1.002 tỷ đồng
Leaves alone  a list that no word announces (``adding`` asks whether it adds up) · figures above the whole
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import alike, not_above, same_kind
from dondoc.extraction.quantities.parts.of_wholes import attach

_LIST_FOLLOWS = re.compile(
    r"(?:trong đó|gồm|chia ra|chia theo|phân theo|cụ thể|như sau|bao gồm)[^.;]{0,60}:?[\s*]*\Z", re.IGNORECASE
)
_DIVIDED = ("actual", "cumulative", "count", "plan", "part")
_ABOVE = 6


def open_list(
    sentence: Sentence, sentences: Sequence[Sentence], parent: int | None, introduced: bool, above: str
) -> list[Figure]:
    """The wholes that the item above divides: "Tổng thu 820 tỷ đồng, trong đó:" and a list of items below it.

    ``above`` holds the last words of the item above. What was done goes before what was planned, the last first.
    """
    for other in reversed(sentences[-_ABOVE:]):
        if other.item == parent and other.item != sentence.item:
            ends = introduced or _LIST_FOLLOWS.search(above)
            mains = [figure for figure in other.figures if figure.role in _DIVIDED and figure.over is None]
            fitting = [figure for figure in mains if alike(sentence.figures[0], figure)] if ends else []
            done = [figure for figure in fitting if figure.role != "plan"] or fitting
            return ([figure for figure in done if not figure.depth] or done)[::-1]
    return []


def link_item(sentence: Sentence, wholes: Sequence[Figure]) -> None:
    """Make the figure that an item begins with a part of one of ``wholes``, and what it came to so far, too."""
    first, both = sentence.figures[0], any(figure.role == "cumulative" for figure in sentence.figures)
    for figure in sentence.figures:
        so_far = figure.role == "cumulative"
        if figure.whole is not None or figure.depth or (figure is not first and not so_far):
            continue
        fitting = [one for one in wholes if same_kind(figure, one) and not_above(figure, one)]
        fitting = [one for one in fitting if both and (one.role == "cumulative") == so_far] or fitting
        if fitting and (figure is first or first.whole is not None):
            attach(figure, fitting[0])
