"""Changes told in the order of the figures they are of.

Finds         45 vụ, làm chết 30 người, bị thương 25 người, giảm 5 vụ (10%), giảm 3 người chết (9,1%), tăng 5 người bị
              thương (25%) · 45 vụ, 30 người chết; so với cùng kỳ giảm 05 vụ (-10%), giảm 03 người chết (-9,1%)
Leaves alone  a change that stands beside its own figure · figures and changes of other numbers or units
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene

_RATE = re.compile(
    r"[^,;.()\d]{0,30}[(,]\s*(?:tương (?:đương|ứng)\s+(?:với\s+)?|tức\s+|bằng\s+|chiếm\s+)?"
    r"(?:tăng\s+|giảm\s+)?[-+–]?\s*",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[,;.()]")
_FEWEST, _MOST = 2, 5


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the growth of each figure of a run that the same number of changes follows."""
    index = 0
    while index < len(scene.figures):
        if scene.figures[index].role != "change":
            index += 1
            continue
        pairs, end = _changes(scene, index)
        if len(pairs) >= _FEWEST:
            yield from _of(scene, index, pairs)
        index = end


def _changes(scene: Scene, first: int) -> tuple[list[int], int]:
    """Where the changes from ``first`` on stand that each have their percentage behind them, and where they end."""
    pairs: list[int] = []
    place = first
    while place + 1 < len(scene.figures) and len(pairs) < _MOST and _is_pair(scene, place):
        if pairs and scene.sentence[place] != scene.sentence[pairs[0]]:
            break
        pairs.append(place)
        place += 2
    return pairs, max(place, first + 1)


def _is_pair(scene: Scene, place: int) -> bool:
    change, rate = scene.figures[place], scene.figures[place + 1]
    if change.role != "change" or change.unit in ("%", "lần", None) or rate.unit != "%":
        return False
    return scene.sentence[place] == scene.sentence[place + 1] and bool(_RATE.fullmatch(scene.between(place, place + 1)))


def _of(scene: Scene, first: int, pairs: list[int]) -> Iterator[Relation]:
    """The figures right before the changes, as many, in their order and units."""
    values = list(range(first - len(pairs), first))
    if values[0] < 0 or scene.block[values[0]] != scene.block[first]:
        return
    if scene.sentence[first] - scene.sentence[values[0]] > 1:
        return
    for value, change in zip(values, pairs, strict=True):
        now = scene.figures[value]
        if now.role in ("change", "plan") or not same_unit(now, scene.figures[change]):
            return
    if not _are_in_order(scene, values, pairs):
        return
    for value, change in zip(values, pairs, strict=True):
        now, moved, rate = scene.figures[value], scene.figures[change], scene.figures[change + 1]
        if value_of(now) != value_of(moved) and value_of(moved) * value_of(rate) > 0:
            yield Relation("growth", (now, moved), rate, "growth.parallel")


def _are_in_order(scene: Scene, values: list[int], changes: list[int]) -> bool:
    """Whether no change names another of the figures: ``số người bị thương giảm 90 người, số người chết giảm 10``."""
    named = [content_words(f"{scene.before(at, 30)} {_SIGN.split(scene.after(at, 20))[0]}") for at in values]
    for place, change in enumerate(changes):
        own = _SIGN.split(scene.before(change, 40))[-1] + " " + _SIGN.split(scene.after(change, 20))[0]
        shared = [len(content_words(own) & words) for words in named]
        if max(shared) > shared[place]:
            return False
    return True
