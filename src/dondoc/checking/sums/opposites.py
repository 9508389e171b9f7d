"""Two opposite outcomes that leave nothing between them, and what they are of.

Finds         16.420 học sinh, hoàn thành chương trình 16.354 em, đạt 99,6%; chưa hoàn thành 66 em
              đúng hạn 19.255 hồ sơ (đạt 96,55%), đến hạn giải quyết 19.944 hồ sơ, quá hạn 689 hồ sơ
Leaves alone  đạt 12 xã; không đạt chỉ tiêu 03 nhiệm vụ: two things · outcomes of which the sentence names no whole
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import counts_alike
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_LATE = re.compile(r"\b(?:quá|trễ|chậm)\s+hạn\b", re.IGNORECASE)
_IN_TIME = re.compile(r"\b(?:đúng|trước|trong)\s+(?:và\s+(?:trước|đúng)\s+)?hạn\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:chưa|không)\s+(?P<word>hoàn thành|đạt|đỗ|đậu|tốt nghiệp|tham gia|đăng ký|lên lớp|giải ngân)\b", re.IGNORECASE
)
_REACH = 7


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each pair of outcomes in a sentence."""
    for index in sorted(scene.told_by("hạn", "chưa", "không")):
        late = scene.figures[index]
        if late.unit == "%" or late.role == "change" or not is_exact(late):
            continue
        words = scene.before(index, 60)
        denied = _DENIED.search(words)
        if denied is None and _LATE.search(words) is None:
            continue
        affirmed = re.compile(rf"(?<!chưa )(?<!không )\b{denied['word']}\b", re.IGNORECASE) if denied else _IN_TIME
        done = _done(scene, index, affirmed)
        if done is not None:
            yield from _of_whole(scene, done, index)


def _done(scene: Scene, index: int, affirmed: re.Pattern[str]) -> int | None:
    for place in range(index - 1, max(index - _REACH, 0), -1):
        figure = scene.figures[place]
        if scene.sentence[place] != scene.sentence[index]:
            return None
        if _is_counted(figure, scene.figures[index]) and affirmed.search(scene.before(place, 60)):
            return place
    return None


def _is_counted(figure: Quantity, other: Quantity) -> bool:
    return figure.unit != "%" and figure.role != "change" and is_exact(figure) and counts_alike(figure, other)


def _of_whole(scene: Scene, done: int, index: int) -> Iterator[Relation]:
    """Of the figure of the sentence that the two make; else of the one right before them, where one slip does."""
    parts = scene.figures[done], scene.figures[index]
    total = value_of(parts[0]) + value_of(parts[1])
    others = [
        place
        for place in range(max(done - _REACH, 0), min(index + 2, len(scene.figures)))
        if place not in (done, index) and scene.sentence[place] == scene.sentence[index]
    ]
    alike = [place for place in others if _is_counted(scene.figures[place], parts[1])]
    for place in alike:
        if value_of(scene.figures[place]) == total:
            yield Relation("sum", parts, scene.figures[place], "sum.opposites", certain=False)
            return
    if alike == [done - 1] and scene.figures[done - 1].role != "plan":
        yield Relation("sum", parts, scene.figures[done - 1], "sum.opposites", certain=False, likely=True)
