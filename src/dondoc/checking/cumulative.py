"""A figure of the months so far that the months before and this month make.

Finds         9 tháng 5.344,6 tỷ đồng; tháng 10 ước 485,9 tỷ đồng; lũy kế 10 tháng 5.830,5 tỷ đồng
              tháng 1 đạt 0,93 tỷ m3, ước tháng 2 đạt 0,73 tỷ m3; tính chung 2 tháng 1,66 tỷ m3
Leaves alone  tháng 10 ước 485,9 tỷ đồng, lũy kế 5.830,5 tỷ đồng: the months before are not stated
"""

import re
from collections.abc import Iterator

from dondoc.checking.relation import Relation, value_of
from dondoc.checking.scene import Scene

_SO_FAR = re.compile(
    r"(?<![0-9/.,])(?P<months>[0-9]{1,2})\s+tháng(?:\s+đầu\s+năm|\s+năm\s+[0-9]{4})?(?![^\W\d_]*\s+[0-9]{1,2}\s+tháng)"
    r"[^;.()0-9]{0,40}\Z",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<![0-9]\s)\btháng\s+(?P<month>[0-9]{1,2})(?:/[0-9]{4}|\s+năm\s+[0-9]{4})?\b[^;.()0-9]{0,40}\Z", re.IGNORECASE
)
_TWO = 2
_REACH = 6


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the months so far against the months before and this one, all three in one paragraph."""
    before: dict[tuple[int, str | None, int], int] = {}
    months: dict[tuple[int, str | None, int], int] = {}
    for index in sorted(scene.told_by("tháng")):
        figure = scene.figures[index]
        if figure.unit == "%" or figure.rule == "table.cell" or figure.role in ("change", "plan"):
            continue
        words = scene.before(index, 100)
        here = (scene.block[index], figure.unit)
        so_far, month = _SO_FAR.search(words), _MONTH.search(words)
        if so_far and (month is None or so_far.start() > month.start()):
            number = int(so_far["months"])
            first = months.get((*here, 1)) if number == _TWO else None
            earlier, this = before.get((*here, number - 1), first), months.get((*here, number))
            if earlier is not None and this is not None and index - min(earlier, this) <= _REACH:
                parts = (scene.figures[earlier], scene.figures[this])
                near = value_of(parts[0]) > 0 and scene.sentence[earlier] == scene.sentence[index]
                yield Relation("sum", parts, figure, "sum.cumulative", certain=False, likely=near)
            before[(*here, number)] = index
        elif month:
            months[(*here, int(month["month"]))] = index
