"""A share whose whole stands in the footnote behind it.

Finds         lũy kế được 1.115 km, bằng 51,3% kế hoạch cả giai đoạn¹ with ¹ Nghị quyết số 3: giai đoạn này làm 2.174 km
Leaves alone  footnotes with several figures in the unit of the part
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares of the only figure of their footnote that they can be of."""
    for block, index in scene.anchor.items():
        share = scene.figures[index]
        if share.unit != "%" or share.role in ("change", "plan") or not index:
            continue
        part = scene.figures[index - 1]
        if part.unit in ("%", None) or scene.sentence[index - 1] != scene.sentence[index]:
            continue
        noted = scene.figures[bisect_left(scene.block, block) : bisect_right(scene.block, block)]
        notes = [figure for figure in noted if same_unit(figure, part) and figure.role not in ("change", "part")]
        if len(notes) == 1:
            yield Relation("ratio", (part, notes[0]), share, "ratio.noted-base", certain=False, likely=True)
