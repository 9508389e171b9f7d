"""What shows that figures are no parts of a whole although the words look so: they balance otherwise.

Finds         6.318 hồ sơ, cộng 204 hồ sơ kỳ trước; đã giải quyết 6.400 hồ sơ, đang giải quyết 122 hồ sơ: of both
              83 vụ; cùng kỳ 95 vụ, bớt 12 vụ: a difference · 356 cơ sở: 118 trường, ..., 5 trung tâm: the last as well
Leaves alone  parts that miss their whole by what stands nowhere beside them
"""

import re
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.grammar.numbers import read_number

_NEXT = re.compile(r"[^;.()\d]{0,60}?(?P<number>\d+(?:\.\d{3})*)(?![\w/%]|[.,]\d)")
_OVERLAP = re.compile(
    r"[^.;\n]{0,60}[.;,(]\s*(?:\(?(?:do|vì|lưu ý:?|trong đó)\s)?"
    r"(?:(?:một|mỗi|có)\s[^.;\n\d]{1,30}\s(?:có thể|vừa|thuộc)\s[^.;\n]{0,40}(?:nhiều|cả|hai|trùng|vừa)"
    r"|[^.;\n\d]{0,80}(?:không cộng|cộng lại (?:không|lớn|nhiều)|lớn hơn (?:tổng|số)|trùng nhau))",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"[^,;.\d]{0,12}đạt (?:chuẩn )?(?:mức|nâng cao|kiểu mẫu)", re.IGNORECASE)
_TAKEN = re.compile(r"thẩm quyền|thụ lý|tiếp nhận|đủ điều kiện", re.IGNORECASE)
_SETTLED = re.compile(r"(?<!chưa )(?<!đang )(?:giải quyết|xử lý)", re.IGNORECASE)
_PAIR, _LEAST, _NEAR, _SAID = 2, 10, 4, 160


def balances_otherwise(scene: Scene, wrong: Relation) -> bool:
    """Whether the figures of a sum that does not hold, or what they miss it by, are told to be something else."""
    values, whole = [value_of(part) for part in wrong.args], value_of(wrong.result)
    if whole >= _LEAST and whole in values:
        return True
    if len(values) == _PAIR and abs(values[0] - values[1]) == whole:
        return True
    total = sum(values, Decimal(0))
    if len(values) > _PAIR and _is_beside(scene, wrong, total):
        return True  # 240 cơ sở, tăng 20 cơ sở so với 220 cơ sở năm trước: 160 quán ăn, 52 bếp, 28 chợ
    missing = whole - total
    if missing < 0 and (
        _is_said_to_overlap(scene, wrong) or _are_levels(scene, wrong) or _follow_each_other(scene, wrong)
    ):
        return True
    if missing < 0 and len(values) == _PAIR and _follows(scene, wrong, whole - values[1]):
        return True  # nhận 264 hồ sơ, kể cả 15 hồ sơ kỳ trước; giải quyết 252 hồ sơ, chờ 12 hồ sơ
    return _follows(scene, wrong, missing) if missing > 0 else -missing >= _LEAST and _came_in(scene, wrong, -missing)


def _is_beside(scene: Scene, wrong: Relation, total: Decimal) -> bool:
    """Whether another figure before the parts, in their sentence, is just what they come to."""
    first = min(scene.place[part.id] for part in wrong.args)
    for place in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        if scene.sentence[place] != scene.sentence[first]:
            return False
        figure = scene.figures[place]
        if figure.id != wrong.result.id and value_of(figure) == total and same_unit(figure, wrong.result):
            return True
    return False


def _follows(scene: Scene, wrong: Relation, missing: Decimal) -> bool:
    """Whether what is missing stands right behind the parts, maybe without a unit or in one of its own."""
    last = max(scene.place[part.id] for part in wrong.args)
    behind = last + 1
    if behind < len(scene.figures) and scene.sentence[behind] == scene.sentence[last]:
        figure = scene.figures[behind]
        if figure.unit != "%" and figure.role != "change" and value_of(figure) == missing:
            return True
    return is_next_number(scene, last, missing)


def is_next_number(scene: Scene, place: int, value: Decimal) -> bool:
    """Whether the next number behind a figure, be it one of the figures or not, is ``value``."""
    number = _NEXT.match(scene.facts.text.content, scene.ends[place])
    return number is not None and read_number(number["number"]).value == value


def _came_in(scene: Scene, wrong: Relation, more: Decimal) -> bool:
    """Whether what the parts are too much by stands between the whole and them: it came from the time before."""
    first = min(scene.place[part.id] for part in wrong.args)
    between = scene.figures[scene.place[wrong.result.id] + 1 : first]
    return any(same_unit(figure, wrong.result) and value_of(figure) == more for figure in between)


def _is_said_to_overlap(scene: Scene, wrong: Relation) -> bool:
    """``...; một vụ có thể có nhiều hành vi``: the words say themselves that some are counted twice."""
    end = scene.ends[max(scene.place[part.id] for part in wrong.args)]
    return _OVERLAP.match(scene.facts.text.content, end, end + _SAID) is not None


def _are_levels(scene: Scene, wrong: Relation) -> bool:
    """``9 trường đạt chuẩn, 4 trường đạt mức độ 2``: the last are some of the ones before."""
    return _LEVEL.match(scene.after(max(scene.place[part.id] for part in wrong.args), 40)) is not None


def _follow_each_other(scene: Scene, wrong: Relation) -> bool:
    """``thuộc thẩm quyền 13 đơn, đã giải quyết 11 đơn``: of those that came before."""
    words = [scene.before(scene.place[part.id], 50) for part in wrong.args]
    return bool(_TAKEN.search(words[0])) and any(map(_SETTLED.search, words[1:]))
