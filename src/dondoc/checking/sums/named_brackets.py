"""A list of names with a figure in the bracket behind each, and the figure that they make.

Finds         3.552 ca mắc mới. Cụ thể: Bình An (2.227 ca), Hải Tân (1.004 ca), Lạc Thủy (321 ca)
              51 nhiệm vụ quá hạn ... Sở Xây dựng (13 nhiệm vụ), Sở Y tế (9), xã An Phú (8); các đơn vị khác 21 nhiệm vụ
Leaves alone  the places that have most of it (cao nhất là, như, điển hình) where they do not make any figure before

Reported where the list makes the figure right before it, or one slip explains why not.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import counts_alike
from dondoc.checking.scene import Scene

_BETWEEN = re.compile(r"[^();.\d]{0,12}\)\s*(?:[,;]|\svà\s|\n)+\s*[^();.\d]{1,70}\(\s*")
_LAST = re.compile(r"[^();.\d]{0,12}\)\s*(?:[,;]|\svà)\s*(?P<rest>[^();.\d]{1,70})")
_FIRST = re.compile(r"(?P<lead>[^()\d]{0,160})[^();.\d]{1,60}\(\s*\Z")
_AHEAD = re.compile(r"(?:[^();.\d]{0,12})(?:[,;]|\svà)\s*[^();.\d]{1,60}\(\s*")
_SOME = re.compile(r"nhất|\bnhư\s|điển hình|tiêu biểu|chủ yếu|một số|nhiều", re.IGNORECASE)
_FEWEST, _MOST = 3, 60


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each list of names."""
    end = 0
    for index in sorted(scene.told_by("(")):
        if index < end or scene.figures[index].unit in ("%", None):
            continue
        run = _run(scene, index)
        end = run[-1] + 1
        if len(run) >= _FEWEST:
            yield from _of_run(scene, run)


def _run(scene: Scene, index: int) -> list[int]:
    run = [index]
    for place in range(index + 1, min(index + _MOST, len(scene.figures))):
        gap, figure = scene.between(place - 1, place), scene.figures[place]
        if scene.block[place] - scene.block[run[-1]] > 1 or not _is_alike(scene, place, index):
            break
        if _BETWEEN.fullmatch(gap) is None:
            last = _LAST.fullmatch(gap)
            if last is not None and figure.unit is not None and ("khác" in last["rest"] or "còn lại" in last["rest"]):
                run.append(place)
            break
        run.append(place)
    if index and _AHEAD.fullmatch(scene.between(index - 1, index)) and _is_alike(scene, index - 1, index):
        # The first name has its figure before the brackets begin: TP.HCM 2.227 ca, Bình An (368 ca).
        run.insert(0, index - 1)
    return run


def _is_alike(scene: Scene, place: int, first: int) -> bool:
    figure = scene.figures[place]
    return figure.role not in ("change", "rate") and (
        figure.unit is None or counts_alike(figure, scene.figures[first]) or figure.unit == scene.figures[first].unit
    )


def _of_run(scene: Scene, run: list[int]) -> Iterator[Relation]:
    parts = tuple(scene.figures[place] for place in run)
    lead = _FIRST.search(scene.between(run[0] - 1, run[0])) if run[0] else None
    whole = scene.figures[run[0] - 1] if run[0] else parts[0]
    if lead is not None and not _SOME.search(lead["lead"]) and counts_alike(whole, parts[0]) and whole.role != "change":
        yield Relation("sum", parts, whole, "sum.named-brackets", certain=False)
