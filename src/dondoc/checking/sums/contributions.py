"""What each part contributes to a growth: the points add up to it.

Finds         GRDP tăng 7,46%, trong đó nông nghiệp đóng góp 0,78 điểm phần trăm; công nghiệp đóng góp 3,91 điểm phần
              trăm; dịch vụ đóng góp 2,46 điểm phần trăm; thuế sản phẩm đóng góp 0,31 điểm phần trăm
Leaves alone  fewer than three parts; points by which a rate rose (tăng 0,4 điểm phần trăm)
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import POINTS
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_GIVES = re.compile(r"đóng góp|góp|làm (?:tăng|giảm)", re.IGNORECASE)
_GROWTH = re.compile(r"GRDP|GDP|IIP|chỉ số sản xuất|tổng sản phẩm|tăng (?:trưởng|chung)|toàn ngành", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:tăng|giảm|hơn|kém|vượt)\b", re.IGNORECASE)
_AMONG = re.compile(r"trong (?:đó|số đó)", re.IGNORECASE)
_FAR = 200
_REACH = 14
_FEWEST = 3


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each list of contributions, against the growth nearest to their sum."""
    points = {unit for unit in {figure.unit for figure in scene.figures} if (unit or "").lower() in POINTS}
    counted = sum(figure.unit in points or figure.unit == "điểm" for figure in scene.figures)
    if not points or counted < _FEWEST:
        return
    run: list[int] = []
    for index in [*range(len(scene.figures)), None]:
        begun = bool(run) and index is not None and scene.sentence[index] == scene.sentence[run[-1]]
        told = index is not None and _is_contribution(scene, index, begun=begun)
        if index is not None and told and (not run or _goes_on(scene, run[-1], index)):
            run.append(index)
            continue
        if run and index is not None and _goes_on(scene, run[-1], index) and not told:
            continue
        if len(run) >= _FEWEST:
            yield from _of_run(scene, run)
        run = [index] if index is not None and _is_contribution(scene, index) else []


def _is_contribution(scene: Scene, index: int, *, begun: bool = False) -> bool:
    """``nông nghiệp đóng góp 1,9 điểm phần trăm, công nghiệp 2,7 điểm, dịch vụ 3,6 điểm``: said of the first only."""
    figure, words = scene.figures[index], scene.before(index, 60)
    if begun and (figure.unit or "").lower() in (*POINTS, "điểm"):
        return _MOVED.search(words) is None or _GIVES.search(words) is not None
    return (figure.unit or "").lower() in POINTS and _GIVES.search(words) is not None


def _goes_on(scene: Scene, last: int, index: int) -> bool:
    return scene.block[last] == scene.block[index] and scene.sentence[index] - scene.sentence[last] <= 1


def _of_run(scene: Scene, run: list[int]) -> Iterator[Relation]:
    run = _outer(scene, run)
    if len(run) < _FEWEST:
        return
    parts = tuple(scene.figures[place] for place in run)
    total = sum(value_of(part) for part in parts)
    rates: list[Quantity] = []
    named: list[Quantity] = []
    for place in range(run[0] - 1, max(run[0] - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.block[run[0]] - scene.block[place] > 1:
            break
        if figure.unit == "%" or (figure.unit or "").lower() in POINTS:
            rates.append(figure)
            if _is_of_growth(scene, place):
                named.append(figure)
    whole = next((one for one in rates if value_of(one) == total), None)
    whole = whole or min(named, key=lambda one: abs(value_of(one) - total), default=None)
    if whole is not None:
        yield Relation("sum", parts, whole, "sum.contributions", certain=False, likely=True)


def _outer(scene: Scene, run: list[int]) -> list[int]:
    """The run without what is told of a part: ``công nghiệp và xây dựng 7,18 điểm; trong đó công nghiệp 4,93 điểm``."""
    kept, inner = run[:1], -1
    for before, index in pairwise(run):
        if _AMONG.search(scene.facts.text.content, scene.ends[before], scene.starts[index]):
            inner = scene.sentence[index]
        if scene.sentence[index] != inner:
            kept.append(index)
    return kept


def _is_of_growth(scene: Scene, place: int) -> bool:
    """Whether the words before the rate, back to the rate before it, or right behind it say that it is the growth."""
    content, start = scene.facts.text.content, scene.figures[place].span.start
    before = content[max(0, start - _FAR) : start].rpartition("\n")[2].rpartition("%")[2]
    return _GROWTH.search(f"{before} {scene.after(place, 25)}") is not None
