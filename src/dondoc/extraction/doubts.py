"""Figures of a scan that may have been misread.

Finds         7.215 tỷ đồng, where the words were recognised in an image with little confidence: a warning on the figure
Leaves alone  doubtful words between figures, and every value: nothing is guessed
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dondoc.facts import Quantity
from dondoc.text import Text

UNSURE = "số đọc từ bản quét chưa chắc; hãy đối chiếu với ảnh trang"


def with_doubts(text: Text, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return ``quantities``, those on doubtful words of ``text`` with a warning."""
    if not text.doubts:
        return tuple(quantities)
    starts = [doubt.span.start for doubt in text.doubts]
    ends = [doubt.span.end for doubt in text.doubts]
    return tuple(
        replace(each, warning=f"{each.warning}; {UNSURE}" if each.warning else UNSURE)
        if bisect_right(ends, each.span.start) < bisect_left(starts, each.span.end)
        else each
        for each in quantities
    )
