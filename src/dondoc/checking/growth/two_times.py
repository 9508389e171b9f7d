"""By how much a figure moved between two times that the sentence tells, each with its own figure.

Finds         đầu năm 3.412 hộ, cuối năm còn 2.687 hộ, giảm 725 hộ (21,25%)
              Năm 2019 thu 1.860 tỷ đồng, năm 2020 thu 2.142 tỷ đồng, tăng 15,2%
              tháng 8 đạt 412 tấn; tháng 9 đạt 436 tấn, tăng 24 tấn
Leaves alone  a change against another time than the first (tăng 5% so với cùng kỳ) · two figures of one time

Told where it holds, or where one slip explains why not.
"""

import re
from collections import deque
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_TIME = re.compile(
    r"\b(?P<kind>năm|tháng|quý|vụ|tuần|ngày)\s+(?:học\s+)?(?P<number>\d{1,4}|IV|I{1,3})(?![\d.,]*\s*(?:tháng|xã|tỷ))"
    r"|(?P<plan>dự toán|kế hoạch|giá gói thầu)|(?P<done>quyết toán|thực hiện|trúng thầu)"
    r"|(?P<start>đầu (?:năm|kỳ|nhiệm kỳ|tháng)|(?:năm|tháng|quý|kỳ|vụ) (?:trước|ngoái)|cùng kỳ|trước (?:đây|đó))"
    r"|(?P<end>cuối (?:năm|kỳ|nhiệm kỳ|tháng)|đến nay|hiện nay|\bnay\b|(?:năm|tháng|quý|kỳ|vụ) (?:này|nay))",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"[^,;.()\d]{0,30}[,;(]\s*(?:đã |tức |như vậy |tương ứng |tương đương |so (?:với )?[^,;.()\d]{0,20})*"
    r"(?:tăng|giảm)(?: thêm)?\s+(?:được\s+)?(?:hơn |gần |trên |khoảng )?",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"[^,;.()]{0,25}\bso\s+(?:với\s+)?[^,;.()]{0,12}(?:cùng kỳ|kế hoạch|dự toán|chỉ tiêu)", re.IGNORECASE
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find(scene: Scene) -> Iterator[Relation]:
    """Yield what changed between two figures of two times."""
    for index, change in enumerate(scene.figures):
        if index < 2 or change.role != "change" or change.unit is None:
            continue
        if scene.figures[index - 1].role == "change":
            continue
        relation = _of_times(scene, index)
        if relation is not None:
            yield relation


def _of_times(scene: Scene, index: int) -> Relation | None:
    last, first = index - 1, index - 2
    figures = scene.figures
    if scene.block[first] != scene.block[index] or scene.sentence[index] - scene.sentence[first] > 1:
        return None
    if scene.sentence[last] != scene.sentence[index] or not (scene.is_amount(first) and scene.is_amount(last)):
        return None
    if not same_unit(figures[first], figures[last]) or _MOVED.fullmatch(scene.between(last, index)) is None:
        return None
    if _OF_OTHERS.match(scene.after(index)):
        return None
    before, now = _time(scene.before(first, 60)), _time(scene.before(last, 60))
    if before is None or now is None or before[0] != now[0] or before[1] == now[1]:
        return None
    args = (figures[last], figures[first]) if now[1] > before[1] else (figures[first], figures[last])
    return _relation(args, scene, index)


def _relation(args: tuple[Quantity, ...], scene: Scene, index: int) -> Relation | None:
    change = scene.figures[index]
    if change.unit == "%":
        return Relation("growth_of", args, change, "growth.two-times", certain=False, likely=True, tied=True)
    if same_unit(change, args[0]) and value_of(change):
        return Relation("difference", args, change, "difference.two-times", certain=False, likely=True, tied=True)
    return None


def _time(words: str) -> tuple[str, int] | None:
    """The kind of the last time that ``words`` tell, and its place among those of its kind."""
    found = next(iter(deque(_TIME.finditer(words), maxlen=1)), None)
    if found is None:
        return None
    if found["start"]:
        return "of a stretch", 0
    if found["plan"] or found["done"]:
        return "of a plan", int(found["done"] is not None)
    if found["end"]:
        return "of a stretch", 1
    number = found["number"].lower()
    return found["kind"].lower(), _ROMAN[number] if number in _ROMAN else int(number)
