"""The items of a list that add up to the figure that opens it: the plan of a budget, item under item.

Finds         1. Vốn cân đối ngân sách: 643.780 triệu đồng
                 a) Xây dựng cơ bản tập trung: 343.780 triệu đồng
                 b) Thu tiền sử dụng đất: 300.000 triệu đồng
Leaves alone  items of another unit, with a plan or a change of their own; lists of which an item holds no figure
"""

from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.extraction.marks import Mark, read_mark
from dondoc.text import Block

_MOST = 30
_BEHIND = 25


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sums of list items; reported where they hold or one slip explains why not."""
    blocks = scene.facts.text.blocks
    first: dict[int, int] = {}
    marks = _Marks(scene, blocks)
    for index, block in enumerate(scene.block):
        first.setdefault(block, index)
    for index, whole in enumerate(scene.figures):
        place = scene.block[index]
        if whole.unit in ("%", None) or first.get(place) != index:
            continue
        if scene.block[min(index + 1, len(scene.figures) - 1)] == place and index + 1 < len(scene.figures):
            continue
        if blocks[place - 1].span.end - whole.span.end > _BEHIND:
            continue
        run = _items(scene, index, marks, first)
        if len(run) > 1:
            yield Relation("sum", tuple(scene.figures[item] for item in run), whole, "sum.items", certain=False)


class _Marks:
    """The list marks of the blocks, each read once."""

    def __init__(self, scene: Scene, blocks: tuple[Block, ...]) -> None:
        self._content, self._blocks = scene.facts.text.content, blocks
        self._known: dict[int, Mark | None] = {}

    def __len__(self) -> int:
        return len(self._blocks)

    def __getitem__(self, place: int) -> Mark | None:
        if place not in self._known:
            self._known[place] = read_mark(self._content, self._blocks[place - 1].span, lambda _: None)
        return self._known[place]


def _items(scene: Scene, index: int, marks: _Marks, first: dict[int, int]) -> list[int]:
    """The first figures of the items behind the block of ``index``: those of one style, without what is under them."""
    own = marks[scene.block[index]]
    style: str | None = None
    run: list[int] = []
    for place in range(scene.block[index] + 1, min(scene.block[index] + _MOST, len(marks)) + 1):
        mark = marks[place]
        if mark is None or (own is not None and mark.style == own.style):
            break
        if style is None:
            style = mark.style
        if mark.style != style:
            continue
        item = first.get(place)
        if item is None or not same_unit(scene.figures[item], scene.figures[index]):
            return []
        run.append(item)
    return run
