"""The parts whose shares of one whole are told: with what stands beside them they make it.

Finds         168 vụ ... trộm cắp 84 vụ (chiếm 50%), cố ý gây thương tích 31 vụ (18,5%), đánh bạc 26 vụ (15,5%), các
              loại khác 27 vụ
Leaves alone  parts that are less than their whole
"""

from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.nearest.known import Known, count_alike
from dondoc.checking.scene import Scene

_MORE = 4


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the sums of the parts with a share of one whole, and of what follows them in their sentences."""
    for whole, shares in known.shares.items():
        row = sorted({scene.place[relation.args[0].id] for relation in shares})
        if len(row) > 1 and scene.block[row[0]] == scene.block[row[-1]]:
            yield from _of_row(scene, scene.place[whole], row)


def _of_row(scene: Scene, whole: int, row: list[int]) -> Iterator[Relation]:
    total, figure = sum((value_of(scene.figures[place]) for place in row), Decimal(0)), scene.figures[whole]
    places, end = list(row), row[-1]
    for place in range(end + 1, min(end + _MORE, len(scene.figures))):
        if total >= value_of(figure) or scene.block[place] != scene.block[end]:
            break
        if scene.is_amount(place) and count_alike(scene.figures[place], figure):
            places.append(place)
            total += value_of(scene.figures[place])
    if total == value_of(figure):
        parts = tuple(scene.figures[place] for place in places)
        yield Relation("sum", parts, figure, "sum.nearest-shares", certain=False, held_only=True)
