"""By how much a figure is above the one of the same name told before it.

Finds         giải ngân đến hết ngày 20/11 là 516.793,3 tỷ đồng ... đến hết ngày 27/11 là 528.870,2 tỷ đồng (tăng
              12.076,9 tỷ đồng so với tuần trước)
Leaves alone  figures of other names, of other units, further than three paragraphs off · short figures
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene

_SINCE = re.compile(
    r"[^;.()\d]{0,12}so (?:với )?(?:số liệu )?(?:tuần|kỳ báo cáo|kỳ|lần|báo cáo|thời điểm|ngày|tháng)\b", re.IGNORECASE
)
_BLOCKS, _REACH, _DIGITS = 3, 10, 3
_ALIKE = 0.6


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the increases over a figure told before under the same name."""
    for index, change in enumerate(scene.figures):
        if index < 2 or change.role != "change" or change.unit in ("%", None) or not _SINCE.match(scene.after(index)):
            continue
        now = next((at for at in range(index - 1, max(index - 4, -1), -1) if _is_of(scene, at, index)), None)
        if now is None or scene.block[now] != scene.block[index] or len(_digits(scene, now)) < _DIGITS:
            continue
        words = _words(scene, now)
        for place in range(now - 1, max(now - _REACH, -1), -1):
            if scene.block[now] - scene.block[place] > _BLOCKS:
                break
            if not _is_of(scene, place, index):
                continue
            known = _words(scene, place)
            if words and len(words & known) >= _ALIKE * max(len(words), len(known)):
                args = (scene.figures[now], scene.figures[place])
                yield Relation("difference", args, change, "difference.since", certain=False, likely=True)
                break


def _is_of(scene: Scene, place: int, index: int) -> bool:
    figure = scene.figures[place]
    return figure.role not in ("change", "plan") and same_unit(figure, scene.figures[index])


def _digits(scene: Scene, index: int) -> tuple[int, ...]:
    return value_of(scene.figures[index]).normalize().as_tuple().digits


def _words(scene: Scene, place: int) -> frozenset[str]:
    return frozenset(word for word in content_words(scene.before(place, 90)) if not word.isdecimal())
