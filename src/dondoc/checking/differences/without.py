"""A total without one of its parts.

Finds         Tổng thu 186.420 triệu đồng, trong đó thu tiền sử dụng đất 72.300 triệu đồng. Nếu loại trừ tiền đất thì
              thu đạt 114.120 triệu đồng · không kể tiền sử dụng đất, thu nội địa đạt 3.120 tỷ đồng
Leaves alone  không kể các khoản ghi thu 3.120 tỷ đồng, where none of the parts is called so
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene

_WITHOUT = re.compile(
    r"(?:loại trừ|trừ|không (?:kể|tính|bao gồm)|chưa (?:kể|tính|bao gồm))\s+(?P<name>[^,;.()\d]{3,60}?)"
    r"(?:\s*,|\s+thì)\s[^,;.()\d]{0,50}\Z",
    re.IGNORECASE,
)
_IDLE = frozenset(("thu", "tiền", "các", "khoản", "số", "nguồn", "phần", "từ"))
_REACH, _BLOCKS = 16, 2


def find(scene: Scene) -> Iterator[Relation]:
    """Yield what a total comes to without the part that the words name."""
    for index in sorted(scene.told_by("trừ", "kể", "tính", "không bao", "chưa bao")):
        found = _WITHOUT.search(scene.before(index, 130)) if scene.is_amount(index) else None
        relation = None if found is None else _rest(scene, index, content_words(found["name"]) - _IDLE)
        if relation is not None:
            yield relation


def _rest(scene: Scene, index: int, words: frozenset[str]) -> Relation | None:
    rest = scene.figures[index]
    part: int | None = None
    for place in range(index - 1, max(index - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.block[index] - scene.block[place] > _BLOCKS:
            return None
        if not same_unit(figure, rest) or figure.role in ("change", "plan") or scene.has_closed(place, index):
            continue
        if part is None and words & content_words(scene.before(place, 60)) and value_of(figure) > 0:
            part = place
        elif part is not None and value_of(figure) > max(value_of(rest), value_of(scene.figures[part])):
            args = (figure, scene.figures[part])
            return Relation("difference", args, rest, "difference.without", certain=False, likely=True)
    return None
