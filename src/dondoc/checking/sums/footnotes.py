"""A figure of the main text that its footnote breaks down: the figures of the footnote's sections add up to it.

Finds         triển khai 29 công trình ... giải ngân 15 tỷ 298 triệu đồng⁷ with ⁷ Vốn tỉnh: 6 công trình ..., giải ngân
              754,82 triệu đồng. Vốn phân cấp: 23 công trình ..., giải ngân 14.543,21 triệu đồng.
Leaves alone  sections that name something else than the figure above; a footnote of one section
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from dondoc.checking.arithmetic.relation import Relation, forward, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene

_SECTIONS = range(2, 7)
_ALIKE = Decimal("0.5")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the sums of footnote sections against the sentence that the footnote belongs to."""
    by_block: dict[int, list[int]] = {}
    for index, block in enumerate(scene.block):
        by_block.setdefault(block, []).append(index)
    for block, anchor in scene.anchor.items():
        sections = _sections(scene, by_block.get(block, []))
        if len(sections) not in _SECTIONS:
            continue
        for total in by_block[scene.block[anchor]]:
            if scene.sentence[total] == scene.sentence[anchor] and total <= anchor:
                yield from _totals(scene, total, sections)


def _sections(scene: Scene, indexes: Sequence[int]) -> list[list[int]]:
    groups = [list(group) for _, group in groupby(indexes, key=lambda index: scene.sentence[index])]
    return [group for group in groups if len(group) >= 2]


def _totals(scene: Scene, total: int, sections: list[list[int]]) -> Iterator[Relation]:
    whole = scene.figures[total]
    if whole.unit == "%" or value_of(whole) <= 0:
        return
    chosen: list[int] = []
    likeness = []
    for section in sections:
        scored = [(_likeness(scene, total, index), index) for index in section if _may_add(scene, total, index)]
        if not scored:
            return
        best = max(scored, key=lambda pair: (pair[0], -pair[1]))
        chosen.append(best[1])
        likeness.append(best[0])
    if min(likeness) <= 0:
        return
    parts = tuple(scene.figures[index] for index in chosen)
    if any(part.of == whole.id for part in parts) and all(part.of == whole.id for part in parts):
        return
    if forward("sum", [value_of(part) for part in parts]) <= 0:
        return
    yield Relation("sum", parts, whole, "sum.footnote", certain=False, likely=min(likeness) >= 1)


def _may_add(scene: Scene, total: int, index: int) -> bool:
    return scene.figures[index].unit != "%" and same_unit(scene.figures[index], scene.figures[total])


def _likeness(scene: Scene, total: int, index: int) -> Decimal:
    whole, part = _near_words(scene, total), _near_words(scene, index)
    if not whole or not part:
        return Decimal(0)
    shared = Decimal(len(whole & part)) * 2 / (len(whole) + len(part))
    same_role = scene.figures[total].role == scene.figures[index].role
    is_head = scene.figures[total].of is None and scene.figures[index].of in (None, scene.figures[total].id)
    return shared + (_ALIKE if same_role else 0) + (_ALIKE if is_head else 0)


def _near_words(scene: Scene, index: int) -> frozenset[str]:
    following = scene.after(index)
    for stop in ",;.()":
        following = following.split(stop)[0]
    return content_words(f"{scene.figures[index].indicator or ''} {following}")
