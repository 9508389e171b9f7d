"""Where the words of a .pdf or scan stand on its pages: kept line by line, given back as rectangles to draw."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from dondoc.reading.pdflines import PdfLine
from dondoc.text import Frame, Run, Span

SCALE = 10_000
_ABOVE = 0.86
_BELOW = 0.26
_SPACE = 0.2
_BETWEEN = re.compile(" ")
M = TypeVar("M")


class Rectangle(NamedTuple):
    """A place on a page, in ten-thousandths of its width and height from the top left."""

    left: int
    top: int
    right: int
    bottom: int


def frame_of(line: PdfLine, start: int, size: tuple[float, float]) -> Frame:
    """The frame of ``line``, which stands at ``start`` of the source and on a page of ``size``."""
    across, down = SCALE / max(size[0], 1.0), SCALE / max(size[1], 1.0)
    top, bottom = (SCALE - (line.bottom + line.size * by) * down for by in (_ABOVE, -_BELOW))
    left, right = line.left * across, line.right * across
    words: tuple[int, ...] = (0, *[match.end() for match in _BETWEEN.finditer(line.words)])
    stops = tuple([int(stop * across) for stop in line.stops])
    if len(words) != len(stops):
        words = stops = ()
    end = start + len(line.words)
    return Frame(start, end, _part(left), _part(top), _part(right), _part(bottom), words, stops)


def _part(edge: float) -> int:
    return int(min(max(edge, 0.0), float(SCALE)))


def rectangles(frames: Iterable[Frame], span: Span) -> Iterator[Rectangle]:
    """Yield what ``span`` of the source covers on the page of ``frames``, line by line."""
    for frame in frames:
        start, end = max(span.start, frame.start), min(span.end, frame.end)
        if start < end:
            edges = _edge(frame, start - frame.start), _edge(frame, end - frame.start)
            yield Rectangle(min(edges), frame.top, max(edges), frame.bottom)


def _edge(frame: Frame, at: int) -> int:
    """Where the letters before ``at`` end along the line, or where the one at ``at`` begins."""
    if not frame.words:
        return frame.left + (frame.right - frame.left) * at // max(frame.end - frame.start, 1)
    number = max(bisect_right(frame.words, at) - 1, 0)
    begins, stop = frame.words[number], frame.stops[number]
    if number + 1 == len(frame.words):
        letters, along = frame.end - frame.start - begins, frame.right - stop
    else:
        letters, along = frame.words[number + 1] - 1 - begins, frame.stops[number + 1] - stop
        along -= min(along // (letters + 1), round((frame.bottom - frame.top) * _SPACE))
    return stop + along * min(at - begins, letters) // max(letters, 1)


def in_content(marks: Iterable[tuple[Span, M]], runs: Sequence[Run]) -> Iterator[tuple[Span, M]]:
    """Yield ``marks`` on stretches of the source where those came into the content."""
    order = sorted(runs, key=lambda run: run.source_start)
    starts = [run.source_start for run in order]
    found: list[tuple[Span, M]] = []
    for (start, end), mark in marks:
        for run in order[max(bisect_right(starts, start) - 1, 0) : bisect_left(starts, end)]:
            if run.source_end > start and run.end > run.start:
                straight = run.end - run.start == run.source_end - run.source_start
                shift = run.start - run.source_start
                a = max(start, run.source_start) + shift if straight else run.start
                b = min(end, run.source_end) + shift if straight else run.end
                found.append((Span(a, b), mark))
    yield from sorted(found, key=lambda each: each[0])
