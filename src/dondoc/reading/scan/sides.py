"""The two sides of a row of words: issuer and motto, recipients and signature, told from a list mark and its item.

Parts         at a wide gap · below a parted row, at the gap that continues the gutter between the columns
Leaves alone  a list mark far before its item ("1.", "a)", as recognised also "5..." and "2,"), justified lines
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median

from dondoc.reading.marks import is_lone_mark
from dondoc.reading.scan.boxes import foot_of
from dondoc.reading.scan.engine import Word

_GAP = 1.7
_NARROW, _FADES = 0.45, 3
_STEP = 0.2
_INDENT = 6.0  # no list mark is further from its item: the star below an issuer is
# What is recognised where a list mark stands alone: its point smeared, a comma for it.
_SMEARED = re.compile(r"(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.,:;…_]{1,4}|(?:\d{1,2}|[a-zđ])\)[.,]{0,2}|[-–—_.,]{1,3}")
_LETTER = re.compile(r"[^\W\d_]")


def parted(rows: Sequence[list[Word]], size: float) -> Iterator[list[list[Word]]]:
    """Yield the sides of rows, parted where a wide gap is; ``size`` is that of the letters.

    Below a parted row, a narrower gap parts too where it continues the gutter between the two columns: an issuer and
    the motto often all but touch.
    """
    gutter: tuple[int, int] | None = None
    since = 0
    for row in rows:
        sides = _at_wide_gaps(row, size)
        if len(sides) == 1 and gutter is not None:
            sides = _at_gutter(row, gutter, size)
        if len(sides) == 2:
            left, right = sides[0][-1].right, sides[1][0].left
            old = gutter
            gutter = (max(left, old[0]), min(right, old[1])) if old and left < old[1] and right > old[0] else None
            gutter, since = gutter or (left, right), 0
        elif gutter is not None and sides and sides[0][0].left < gutter[0] and sides[-1][-1].right > gutter[1]:
            gutter = None
        since += 1
        gutter = gutter if since <= _FADES else None
        found = [side for side in sides if any(word.text.strip("-–—") for word in side)]
        if found:
            yield found


def _at_wide_gaps(row: Sequence[Word], size: float) -> list[list[Word]]:
    sides: list[list[Word]] = []
    for word in row:
        apart = bool(sides) and word.left - sides[-1][-1].right > _GAP * size
        if not sides or (apart and not _is_mark_before(sides[-1], word, size)):
            sides.append([])
        sides[-1].append(word)
    return sides


def _at_gutter(row: list[Word], gutter: tuple[int, int], size: float) -> list[list[Word]]:
    """``row`` parted at a gap that lies over ``gutter``: where the base line steps, else where it is wider than usual.

    Whole where there is none.
    """
    gaps = [after.left - before.right for before, after in pairwise(row)]
    if not gaps:
        return [row]
    usual = median(gaps) if len(gaps) > 2 else size * 0.25
    over = [
        (index, gap)
        for index, gap in enumerate(gaps, 1)
        if gap > _NARROW * size
        and row[index - 1].right < gutter[1]
        and row[index].left > gutter[0]
        and not _is_mark_before(row[:index], row[index], size)
    ]
    stepped = [(_step(row, index), index) for index, _ in over]
    best = max(stepped, default=(0.0, 0))
    if best[0] > _STEP * size:
        return [row[: best[1]], row[best[1] :]]
    index = next((index for index, gap in over if gap > usual), 0)
    return [row[:index], row[index:]] if index else [row]


def _step(row: Sequence[Word], index: int) -> float:
    """How far the base line of the words before ``index`` lies from that of the others, less what each wavers."""
    sides = [[foot_of(word) for word in side if _LETTER.search(word.text)] for side in (row[:index], row[index:])]
    if not all(sides):
        return 0.0
    levels = [median(feet) for feet in sides]
    wavers = [mean(abs(foot - level) for foot in feet) for feet, level in zip(sides, levels, strict=True)]
    return abs(levels[0] - levels[1]) - 2 * max(wavers)


def _is_mark_before(words: Sequence[Word], item: Word, size: float) -> bool:
    """Whether ``words`` are the list mark of ``item``, if a smeared one."""
    text = " ".join(word.text for word in words)
    is_mark = is_lone_mark(text) or _SMEARED.fullmatch(text.replace(" ", "")) is not None
    return is_mark and item.left - words[-1].right < _INDENT * size
