"""Ruling lines of a scanned page: found as long straight runs of ink, and painted over so that letters stand alone.

Finds         lines whose ends stand on lines across (tables, frames), a few pixels thick, wavering or a little askew
Leaves alone  underlines, strokes of letters, dashes, pictures and dark edges: what is short, or thick
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw

_DARK = 170
_INK = [255 if shade < _DARK else 0 for shade in range(256)]
_STRIDE = 12
_FULL = [shade > 190 for shade in range(256)]
_SHORTEST = 3
_LONG = 12 * _STRIDE
_NEAR_LINES = 40
_THICKEST = 10
_APART = 2
_GAP = 3 * _STRIDE
_WIDEST_SEAL = 220
_FAINT = 240
_MOSTLY, _WHOLLY = 0.7, 0.95
_MOST_RUNS = 20_000
_REACH = _STRIDE + 8


class Rule(NamedTuple):
    """A ruling line in pixels from the top left: rows (columns) ``first`` to ``last``, from ``start`` to ``end``.

    It may begin later and end earlier by up to a stride.
    """

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The ruling lines of a page."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]


def rules_of(image: Image.Image) -> Rules:
    """The ruling lines of a grey ``image`` that stands straight."""
    turned = image.transpose(Image.Transpose.TRANSPOSE)
    level, upright = (_mended(_solid(_lines(_runs(page.point(_INK))), page), page) for page in (image, turned))
    level = [line for line in level if _is_held(line, upright)]
    upright = [line for line in upright if _is_held(line, level)]
    return Rules(tuple(map(_to_its_ends, level)), tuple(map(_to_its_ends, upright)))


def _to_its_ends(line: Rule) -> Rule:
    """``line`` with the strides that it does not fill."""
    return line._replace(start=line.start - _STRIDE, end=line.end + _STRIDE)


def _is_held(line: Rule, across: Sequence[Rule]) -> bool:
    """Whether each end of ``line`` stands on one of the lines ``across``, as the rules of a table do."""
    held = [
        (other.first, other.last)
        for other in across
        if other.start - _REACH <= line.first and line.last <= other.end + _REACH
    ]
    return all(any(first - _REACH <= end <= last + _REACH for first, last in held) for end in (line.start, line.end))


def without_rules(image: Image.Image, rules: Rules) -> Image.Image:
    """``image`` with ``rules`` painted over in white."""
    clean = image.copy()
    pen = ImageDraw.Draw(clean)
    for rule in rules.horizontal:
        pen.rectangle((rule.start, rule.first - 2, rule.end, rule.last + 2), fill=255)
    for rule in rules.vertical:
        pen.rectangle((rule.first - 2, rule.start, rule.last + 2, rule.end), fill=255)
    return clean


def _runs(ink: Image.Image) -> Iterator[tuple[int, int, int]]:
    """Yield (row, start, end) of the long runs of ink that lie in one row of pixels, from the top down."""
    both = ImageChops.lighter(ink, ImageChops.offset(ink, 0, 1))  # a line a little askew steps from row to row
    strips = both.reduce((_STRIDE, 1)).point(_FULL)
    width, data = strips.width, strips.tobytes()
    for count, match in enumerate(re.finditer(rb"\x01{%d,}" % _SHORTEST, data)):
        if count == _MOST_RUNS:  # a picture, not a table
            return
        at, end = match.span()
        while at < end:
            row, column = divmod(at, width)
            stop = min(end, (row + 1) * width)
            if stop - at >= _SHORTEST:
                yield row, column * _STRIDE, (column + stop - at) * _STRIDE
            at = stop


def _lines(runs: Iterable[tuple[int, int, int]]) -> list[Rule]:
    """The lines that ``runs`` make up, but for what is too thick for one.

    Long runs make lines; short ones near them only lengthen them, so that letters that touch a line do not thicken it.
    """
    long: list[Rule] = []
    short: list[Rule] = []
    for row, start, end in runs:
        (long if end - start >= _LONG else short).append(Rule(row, row, start, end))
    lines = _joined(long)
    loose = []
    for run in short:
        at = next((at for at, line in enumerate(lines) if _adjoins(line, run)), None)
        if at is None:
            loose.append(run)
        else:
            line = lines[at]
            lines[at] = line._replace(start=min(line.start, run.start), end=max(line.end, run.end))
    return [line for line in _joined(sorted([*lines, *_joined(loose)])) if line.last - line.first <= _THICKEST]


def _joined(runs: Sequence[Rule]) -> list[Rule]:
    """``runs`` from the top down with those that adjoin each other as one."""
    found: list[Rule] = []
    for run in runs:
        near = [line for line in found[-_NEAR_LINES:] if _adjoins(line, run)]
        for line in near:
            found.remove(line)
        firsts, lasts, starts, ends = zip(run, *near, strict=True)
        found.append(Rule(min(firsts), max(lasts), min(starts), max(ends)))
    return found


def _mended(lines: Sequence[Rule], page: Image.Image) -> list[Rule]:
    """``lines`` with two in a row as one where what lies between is faint: a seal was there."""
    found: list[Rule] = []
    for line in sorted(lines, key=lambda line: line.start):
        before = next((other for other in found if _is_before(other, line) and _is_faint(page, other, line)), None)
        if before is not None:
            found.remove(before)
            line = Rule(min(before.first, line.first), max(before.last, line.last), before.start, line.end)
        found.append(line)
    return found


def _is_before(line: Rule, other: Rule) -> bool:
    level = line.first - _APART <= other.last and other.first <= line.last + _APART
    return level and 0 < other.start - line.end <= _WIDEST_SEAL


def _is_faint(page: Image.Image, line: Rule, other: Rule) -> bool:
    between = Rule(min(line.first, other.first), max(line.last, other.last), line.end, other.start)
    return _share(page, between, _FAINT) > _MOSTLY


def _solid(lines: Sequence[Rule], page: Image.Image) -> list[Rule]:
    """``lines`` without the short ones that have gaps: rows of letters close to each other."""
    return [line for line in lines if line.end - line.start >= _LONG or _share(page, line, _DARK) > _WHOLLY]


def _share(page: Image.Image, line: Rule, shade: int) -> float:
    """How much of ``line`` is darker than ``shade`` in one of its rows."""
    strips = [page.crop((line.start, row, line.end, row + 1)) for row in range(line.first, line.last + 1)]
    darkest = reduce(ImageChops.darker, strips).tobytes()
    return sum(value < shade for value in darkest) / len(darkest)


def _adjoins(line: Rule, run: Rule) -> bool:
    level = line.first - _APART <= run.last and run.first <= line.last + _APART
    return level and run.start <= line.end + _GAP and line.start <= run.end + _GAP
