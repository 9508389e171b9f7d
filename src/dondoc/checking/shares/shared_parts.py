"""Parts told with their shares: where the shares come to a hundred, or the parts to the whole, they are all there is.

Finds         640 tỷ đồng, trong đó vốn trung ương 96 tỷ đồng, chiếm 15%, vốn địa phương 544 tỷ đồng, chiếm 85%
              625 dự án, gồm công nghiệp 400 dự án (64%), dịch vụ 150 dự án (24%), khác 75 dự án (12%)
Leaves alone  shares and parts of which neither is all · shares of which none is of the figure before them

Where one part has a slip, the whole, the other parts and the shares all speak against it.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_OWN = re.compile(r"[^,;.()\d]{0,40}[,(]?\s*(?:chiếm|tỷ trọng|tỉ trọng|tỷ lệ|bằng|tương đương|-|–|)[^,;.()\d]{0,25}")
_ALL = Decimal(100)
_REACH, _MOST, _FEWEST = 4, 12, 2


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares and the sum of each row of parts whose shares come to a hundred."""
    run: list[int] = []
    for index in range(len(scene.figures) - 1):
        if run and index < run[-1] + 2:
            continue
        fits = _is_part(scene, index)
        if run and not (fits and index == run[-1] + 2 and _goes_on(scene, run, index)):
            yield from _of_run(scene, run)
            run = []
        if fits:
            run.append(index)
    yield from _of_run(scene, run)


def _is_part(scene: Scene, index: int) -> bool:
    part, share = scene.figures[index], scene.figures[index + 1]
    if part.unit in ("%", None) or share.unit != "%" or "change" in (part.role, share.role) or share.role == "plan":
        return False
    if scene.sentence[index] != scene.sentence[index + 1]:
        return False
    return _OWN.fullmatch(scene.between(index, index + 1)) is not None


def _goes_on(scene: Scene, run: list[int], index: int) -> bool:
    near = scene.sentence[index] - scene.sentence[run[-1]] <= 1 and scene.block[index] - scene.block[run[-1]] <= 1
    return near and len(run) < _MOST and same_unit(scene.figures[run[-1]], scene.figures[index])


def _of_run(scene: Scene, run: list[int]) -> Iterator[Relation]:
    if len(run) < _FEWEST:
        return
    shares = [scene.figures[place + 1] for place in run]
    parts = tuple(scene.figures[place] for place in run)
    if any(share.approx is not None or share.id in scene.ranges for share in shares):
        return  # 11 chỉ tiêu đạt từ 50% trở lên, 05 chỉ tiêu đạt dưới 50%
    whole = _whole(scene, run)
    if whole is None:
        return
    step = sum((share.half_step for share in shares), Decimal(0))
    every = abs(sum(map(value_of, shares)) - _ALL) <= step
    if not every and sum(map(value_of, parts)) != value_of(whole):
        return
    for part, share in zip(parts, shares, strict=True):
        yield Relation("ratio", (part, whole), share, "ratio.shared")
    yield Relation("sum", parts, whole, "sum.shared")


def _whole(scene: Scene, run: list[int]) -> Quantity | None:
    """The figure before the row of which all shares but one, at most, are."""
    for place in range(run[0] - 1, max(run[0] - 1 - _REACH, -1), -1):
        whole = scene.figures[place]
        if scene.sentence[run[0]] - scene.sentence[place] > 1 or scene.block[run[0]] - scene.block[place] > 1:
            return None
        if whole.role == "change" or not same_unit(whole, scene.figures[run[0]]) or not value_of(whole):
            continue
        right = sum(
            holds(Relation("ratio", (scene.figures[at], whole), scene.figures[at + 1], "ratio.shared")) for at in run
        )
        if right and right >= len(run) - 1:
            return whole
    return None
