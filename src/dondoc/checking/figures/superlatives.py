"""The highest and the lowest of a list, which another of the list exceeds.

Finds         cao nhất là xã Tân Phú (83,6%), where the rows or the sentence before give xã An Hòa 88,2%
              kế tiếp Vật lý 6,48, thấp nhất là Vật lý 6,48: one of them under two names
Leaves alone  values that no list before them gives · lists of fewer than three
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.figures.lines_of_rows import Row, rows_of
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import content_words
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.numerals import format_number
from dondoc.text import Span

# Matched against small letters.
_MOST = re.compile(
    r"(?P<high>\b(?:cao|lớn|nhiều|đông|khá|tốt|nhanh|mạnh)(?: [^\W\d_]+){0,2} nhất|dẫn đầu|đứng đầu)"
    r"|(?P<low>\b(?:thấp|ít|nhỏ|kém|chậm)(?: [^\W\d_]+){0,2} nhất|đứng cuối)"
)
_ENDS = anchors("nhất", "đầu", "cuối")
_NAME = re.compile(
    r"(?:\s*(?:tỉnh|huyện|ngành|khối|thuộc về|vẫn|là|ở|tại|với|thuộc|gồm|có))*\s+(?P<name>[^\d,;.()]{2,50}?)\s*"
    r"(?:\(|với |đạt |là |được )?[^\d,;.()]{0,15}",
    re.IGNORECASE,
)
_YEARS = range(1990, 2100)
_FAR = 90


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the superlatives that the list before them does not bear out."""
    content, scene = draft.text.content, draft.scene
    low = lowered(content)
    for match in find_near(_MOST, low, low, _ENDS, 60, 0):
        index = bisect_left(scene.starts, match.end())
        if index == len(scene.figures) or scene.starts[index] - match.end() > _FAR:
            continue
        named = _NAME.fullmatch(content, match.end(), scene.starts[index])
        if named is None or scene.figures[index].role == "change":
            continue
        name, high = content_words(named["name"]), match["high"] is not None
        value = value_of(scene.figures[index])
        column = next(_columns(scene.once(rows_of), name, value), None)
        best = column and (max if high else min)(column, key=lambda one: one[1])
        if best and best[1] != value and not (best[1] in _YEARS and value not in _YEARS):
            word = "cao" if high else "thấp"
            message = (
                f"ghi {word} nhất là {format_number(value)} nhưng danh sách có {format_number(best[1])} {word} hơn"
            )
            yield Finding("SL202", scene.figures[index].span, "error", message, None, (best[0],))


def _columns(runs: list[list[Row]], name: frozenset[str], value: Decimal) -> Iterator[list[tuple[Span, Decimal]]]:
    """The column of the row of that name that holds the value."""
    for rows in runs:
        for row in rows:
            if len(name & content_words(row.name)) * 2 > len(name):
                for at, cell in enumerate(row.cells):
                    if cell.value == value:
                        yield [(other.cells[at].span, other.cells[at].value) for other in rows if not other.is_total]
