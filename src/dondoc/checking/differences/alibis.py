"""Another figure beside a difference with which it does hold: then the text tells it of that one.

Finds         14/19 tiêu chí (tăng 2 so với cuối năm là 12): of the 14 · tổn thất 5,82%, thấp hơn cùng kỳ 0,47% (cùng kỳ
              6,29%) nhưng cao hơn 0,12% so với chỉ tiêu 5,7%: of what it is, not of what it was
              kỷ luật 5 đảng viên: khiển trách 3, cảnh cáo 1, khai trừ 1; giảm 2 so với năm trước (7): of the total
Leaves alone  figures of another sentence, of another unit · figures and changes told in step, each of its own
"""

from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_REACH = 6
_IN_STEP = frozenset(("difference.alongside", "difference.compared"))


def is_of_another(scene: Scene, relation: Relation) -> bool:
    """Whether the difference holds of another figure of the sentence in the place of one of its two."""
    if relation.rule in _IN_STEP:
        return False
    first, second = relation.args
    for other in _beside(scene, relation):
        if any(holds(replace(relation, args=args)) for args in ((other, second), (first, other))):
            return True
    return False


def _beside(scene: Scene, relation: Relation) -> Iterator[Quantity]:
    """The figures of the sentence up to the difference that are neither of its two, of their unit."""
    index = scene.place[relation.result.id]
    taken = {figure.id for figure in relation.args}
    for place in range(index - 1, max(index - _REACH, 0) - 1, -1):
        figure = scene.figures[place]
        if scene.sentence[place] != scene.sentence[index]:
            return
        told = figure.id not in taken and figure.role != "change" and value_of(figure)
        if told and same_unit(figure, relation.args[0]):
            yield figure
