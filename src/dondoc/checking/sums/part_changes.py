"""The changes of parts make the change of their whole.

Finds         318.011 người, tăng 40.640 người; trong đó: bắt buộc 239.011 người, tăng 10.513 người; tự nguyện 79.000
              người, tăng 30.127 người
Leaves alone  parts of which one has no change beside it · changes against different times
"""

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity


def changes_of(scene: Scene, relation: Relation) -> Relation | None:
    """What the changes behind the figures of a sum that holds state; None where one of them has none."""
    if relation.form != "sum":
        return None
    total = _change_of(scene, relation.result)
    changes = [_change_of(scene, part) for part in relation.args]
    found = tuple(change for change in changes if change is not None)
    if total is None or len(found) != len(changes) or any(change.base != total.base for change in found):
        return None
    return Relation("sum", found, total, "sum.changes", certain=False, likely=True)


def _change_of(scene: Scene, figure: Quantity) -> Quantity | None:
    """The change told right behind a figure, in its unit."""
    place = scene.place[figure.id] + 1
    if place >= len(scene.figures) or scene.sentence[place] != scene.sentence[place - 1]:
        return None
    change = scene.figures[place]
    if change.role != "change" or change.unit == "%" or not same_unit(change, figure):
        return None
    return change if ";" not in scene.between(place - 1, place) else None
