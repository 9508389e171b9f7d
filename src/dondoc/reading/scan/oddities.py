"""Cells of a scanned table that do not look like the rest of their column are marked doubtful.

Marks         a whole number among decimals (the comma was lost), words among figures (digits were taken for letters)
Leaves alone  heads of columns, columns of words, dashes for "none", columns of whole numbers
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dondoc.reading.pdflines import PdfLine

_FIGURE = re.compile(r"[(+\-–]?\d[\d.,]*%?\)?")
_DECIMAL = re.compile(r"[,.]\d{1,2}%?\)?$")
_NOTHING = re.compile(r"[-–—.]+")
_FEWEST = 3
_MOSTLY = 0.6
_OFTEN = 0.3
_UNSURE = 50


def with_doubts(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """``lines`` of the cells of one table, those that stand out in their column doubtful."""
    places = [(line.cell[2], line.cell[1], index) for index, line in enumerate(lines) if line.cell is not None]
    odd: set[int] = set()
    for _, column in groupby(sorted(places), key=lambda place: place[0]):
        rows = [index for _, _, index in column]
        odd.update(rows[at] for at in _odd([lines[index].words for index in rows]))
    return [
        replace(line, doubts=((0, len(line.words), _UNSURE),)) if index in odd else line
        for index, line in enumerate(lines)
    ]


def _odd(column: Sequence[str]) -> list[int]:
    """Which of the words of a column stand out, from its first figure on."""
    figures = [at for at, words in enumerate(column) if _FIGURE.fullmatch(words)]
    if len(figures) < _FEWEST:
        return []
    below = range(figures[0], len(column))
    found = []
    if len(figures) >= _MOSTLY * len(below):
        found += [at for at in below if at not in figures and not _NOTHING.fullmatch(column[at])]
    decimals = sum(_DECIMAL.search(column[at]) is not None for at in figures)
    if decimals >= max(2, _OFTEN * len(figures)):
        found += [at for at in figures if column[at].strip("(+-–%)").isdecimal() and len(column[at]) > 1]
    return found
