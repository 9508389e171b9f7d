"""The items of a list that add up to the figure that opens it: the plan of a budget, item under item.

Finds         1. Vốn cân đối ngân sách: 643.780 triệu đồng
                 a) Xây dựng cơ bản tập trung: 343.780 triệu đồng
                 b) Thu tiền sử dụng đất: 300.000 triệu đồng
Leaves alone  items of another unit, with a plan or a change of their own; lists of which an item holds no figure
"""

from collections.abc import Iterator

from dondoc.checking.relation import Relation
from dondoc.checking.scene import Scene
from dondoc.checking.wording import same_unit
from dondoc.extraction.marks import Mark, read_mark
from dondoc.text import Block

_MOST = 30
_BEHIND = 25


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sums of list items; reported where they hold or one slip explains why not."""
    blocks = scene.facts.text.blocks
    first: dict[int, int] = {}
    for index, block in enumerate(scene.block):
        first.setdefault(block, index)
    for index, whole in enumerate(scene.figures):
        place = scene.block[index]
        if whole.unit in ("%", None) or whole.rule == "table.cell" or first.get(place) != index:
            continue
        if scene.block[min(index + 1, len(scene.figures) - 1)] == place and index + 1 < len(scene.figures):
            continue
        if blocks[place - 1].span.end - whole.span.end > _BEHIND:
            continue
        run = _items(scene, index, blocks, first)
        if len(run) > 1:
            yield Relation("sum", tuple(scene.figures[item] for item in run), whole, "sum.items", certain=False)


def _items(scene: Scene, index: int, blocks: tuple[Block, ...], first: dict[int, int]) -> list[int]:
    """The first figures of the items behind the block of ``index``: those of one style, without what is under them."""
    own = _mark(scene, blocks[scene.block[index] - 1])
    style: str | None = None
    run: list[int] = []
    for place in range(scene.block[index] + 1, min(scene.block[index] + _MOST, len(blocks)) + 1):
        mark = _mark(scene, blocks[place - 1])
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


def _mark(scene: Scene, block: Block) -> Mark | None:
    return read_mark(scene.facts.text.content, block.span, lambda _: None)
