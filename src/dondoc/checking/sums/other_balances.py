"""What shows that figures are no parts of a whole although the words look so: they balance otherwise.

Finds         7.412 hồ sơ, cộng 209 hồ sơ kỳ trước; đã giải quyết 7.450 hồ sơ, đang giải quyết 171 hồ sơ: of both
              98 vụ; cùng kỳ 112 vụ, bớt 14 vụ: a difference · 487 cơ sở: 127 trường, ..., 6 trung tâm: the last as well
Leaves alone  parts that miss their whole by what stands nowhere beside them
"""

import re
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.grammar.numbers import read_number

_NEXT = re.compile(r"[^;.()\d]{0,60}?(?P<number>\d+(?:\.\d{3})*)(?![\w/%]|[.,]\d)")
_PAIR, _LEAST = 2, 10


def balances_otherwise(scene: Scene, wrong: Relation) -> bool:
    """Whether the figures of a sum that does not hold, or what they miss it by, are told to be something else."""
    values, whole = [value_of(part) for part in wrong.args], value_of(wrong.result)
    if whole >= _LEAST and whole in values:
        return True
    if len(values) == _PAIR and abs(values[0] - values[1]) == whole:
        return True
    missing = whole - sum(values, Decimal(0))
    return _follows(scene, wrong, missing) if missing > 0 else -missing >= _LEAST and _came_in(scene, wrong, -missing)


def _follows(scene: Scene, wrong: Relation, missing: Decimal) -> bool:
    """Whether what is missing stands right behind the parts, maybe without a unit or in one of its own."""
    last = max(scene.place[part.id] for part in wrong.args)
    behind = last + 1
    if behind < len(scene.figures) and scene.sentence[behind] == scene.sentence[last]:
        figure = scene.figures[behind]
        if figure.unit != "%" and figure.role != "change" and value_of(figure) == missing:
            return True
    number = _NEXT.match(scene.facts.text.content, scene.ends[last])
    return number is not None and read_number(number["number"]).value == missing


def _came_in(scene: Scene, wrong: Relation, more: Decimal) -> bool:
    """Whether what the parts are too much by stands right behind the whole: it came from the time before."""
    behind = scene.place[wrong.result.id] + 1
    if behind == len(scene.figures) or scene.figures[behind].id in {part.id for part in wrong.args}:
        return False
    return same_unit(scene.figures[behind], wrong.result) and value_of(scene.figures[behind]) == more
