"""A total that a sentence gives before or after the figures that make it, without saying that they are its parts.

Finds         ghi nhận 1.250 ca; đã khỏi 1.000 ca, đang điều trị 240 ca, tử vong 10 ca
              đợt 1 đào tạo 500 người, đợt 2 đào tạo 700 người, tổng cộng 1.200 người
Leaves alone  figures that do not add up, unless "tổng cộng" says that they should
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.scene import Scene

_IN_ALL = re.compile(r"tổng cộng|cộng chung|cả (?:hai|ba|bốn|\d) (?:đợt|loại|khoản|nguồn)", re.IGNORECASE)
_MOST = 6
_ABOVE = 24
_FEWEST = 3
_LEAST = 10


def find(scene: Scene) -> Iterator[Relation]:
    """Yield sums whose parts follow the total, and totals that close a list."""
    told = scene.told_by("cộng", "cả ")
    for index, figure in enumerate(scene.figures):
        if figure.unit == "%" or figure.role == "change" or value_of(figure) < _LEAST:
            continue
        spelt = _is_spelt(scene, index - 1, told)
        words = scene.before(index, 40)
        if spelt:
            words = f"{scene.before(index - 1, 12)}{scene.facts.text[scene.figures[index - 1].span]}{words}"
        if (index in told or spelt) and _IN_ALL.search(words):
            parts = _alike(scene, index, range(index - 1 - spelt, max(index - _MOST, -1), -1))
            parts = parts if len(parts) > 1 else _items_above(scene, index)
            if len(parts) > 1:
                figures = tuple(scene.figures[place] for place in reversed(parts))
                yield Relation("sum", figures, figure, "sum.in-all", certain=False, likely=True, tied=True)
        elif figure.of is None:
            yield from _following(scene, index)


def _is_spelt(scene: Scene, index: int, told: frozenset[int]) -> bool:
    """Whether a number of times in words stands before a total: cả hai đợt cấp 2.100 tấn."""
    return index > 0 and index in told and scene.facts.text[scene.figures[index].span][:1].isalpha()


def _alike(scene: Scene, index: int, places: range) -> list[int]:
    """Neighbours of the sentence in the same unit that are not tied to another figure."""
    figure = scene.figures[index]
    found = []
    for place in places:
        if place >= len(scene.figures) or scene.sentence[place] != scene.sentence[index]:
            break
        other = scene.figures[place]
        if other.unit == figure.unit and other.of is None and other.role == figure.role:
            found.append(place)
    return found


def _items_above(scene: Scene, index: int) -> list[int]:
    """The first figure in the unit of the total of each block above it, last one first, back to a block without."""
    figure = scene.figures[index]
    first: dict[int, int] = {}
    for place in range(index - 1, max(index - _ABOVE, -1), -1):
        other = scene.figures[place]
        if scene.block[index] - scene.block[place] > len(first) + 1 + (scene.block[place] in first):
            break
        if other.unit == figure.unit and other.role not in ("change", "rank"):
            first[scene.block[place]] = place
    first.pop(scene.block[index], None)
    items = list(first.values())
    above = sum(value_of(scene.figures[place]) >= value_of(figure) for place in items)
    fits = above <= 1 < len(items) and not any(scene.figures[place].approx for place in items)
    return items if fits else []


def _following(scene: Scene, index: int) -> Iterator[Relation]:
    parts = _alike(scene, index, range(index + 1, index + 1 + _MOST))
    total = value_of(scene.figures[index])
    for size in range(_FEWEST, len(parts) + 1):
        run: Sequence[int] = parts[:size]
        figures = tuple(scene.figures[place] for place in run)
        if sum((value_of(part) for part in figures), Decimal(0)) == total:
            yield Relation("sum", figures, scene.figures[index], "sum.following", certain=False)
            return
