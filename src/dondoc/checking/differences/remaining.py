"""What is left of two figures that stand as one, told in words further on.

Finds         đã kiểm đếm 118/146 hộ ... xác nhận nguồn gốc đất của 28 hộ còn lại
              18/21 chỉ tiêu đạt và vượt kế hoạch, 03 chỉ tiêu không đạt
Leaves alone  còn lại 5 hộ where the paragraph has two such pairs in their unit; pairs of another unit
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_PAIR = re.compile(r"[^\n/;:]{0,25}/\s*\**\s*\Z")
_LEFT_BEHIND = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,3}?(?:(?P<left>còn\s+lại)|chưa\s+(?:đạt|hoàn\s+thành|thực\s+hiện|giải\s+quyết|có)|không\s+đạt)"
)
_REACH = 30
_BLOCKS = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the figures that are told as the rest of one pair before them."""
    places = {following - 1 for following in scene.told_by("còn", "chưa", "không")}
    for index in sorted(places | {len(scene.figures) - 1}):
        if index < 0:
            continue
        figure = scene.figures[index]
        if figure.unit in ("%", None) or figure.role == "change":
            continue
        words = scene.after(index, 50)
        told = _LEFT_BEHIND.match(words)
        if (
            told is None
            or (figure.role == "plan" and not told["left"])
            or (index and _PAIR.fullmatch(scene.between(index - 1, index)))
        ):
            continue
        pairs = _pairs(scene, index)
        if len(pairs) != 1:
            continue
        done, whole = scene.figures[pairs[0]], scene.figures[pairs[0] + 1]
        near = scene.sentence[index] == scene.sentence[pairs[0]] and index == pairs[0] + 2
        if any(same_unit(scene.figures[place], whole) for place in range(pairs[0] + 2, index)):
            continue  # others of the kind stand between
        doubt = None if near else FAR
        if told["left"]:
            yield Relation("difference", (whole, done), figure, "difference.rest", near, doubt, likely=True)
        else:
            yield Relation("sum", (done, figure), whole, "sum.rest", near, doubt, likely=True)


FAR = "có thể là số còn lại của việc khác"


def _pairs(scene: Scene, index: int) -> list[int]:
    """Where the pairs in the unit of a figure begin, in the blocks before it."""
    found: list[int] = []
    for place in range(index - 1, max(index - _REACH, 0), -1):
        if scene.block[index] - scene.block[place] > _BLOCKS:
            break
        done, whole = scene.figures[place - 1], scene.figures[place]
        tied = _PAIR.fullmatch(scene.between(place - 1, place)) is not None and same_unit(whole, scene.figures[index])
        if tied and (value_of(done) <= value_of(whole) or place == index - 1):
            found.append(place - 1)
    return found
