"""Parts that a sentence lists behind its whole in so many words, whatever their size.

Finds         3.208,14 tấn, gồm: vùng núi 396,51 tấn; Hải Tân 31629 tấn; đồng bằng 2.495,34 tấn (a lost separator)
              5.799,2 ha, phân theo địa bàn như sau: ...; ...; ...
Leaves alone  lists in which a part has a change, a plan or a share of its own; fewer than two parts

A part larger than its whole is no part to a reader of facts; here the list itself says that it is one. Reported where
the list holds or one slip explains why not.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.additive import adds_up, is_loss
from dondoc.checking.scene import Scene

_ANNOUNCED = re.compile(
    r"\b(?:(?:gồm|chia ra|cụ thể|như sau|phân theo|trong đó|chia theo)[^.;\d()]{0,30}:|(?:gồm|chia ra)(?=\s))"
    r"(?P<first>[^.;\d()]{0,50})\Z",
    re.IGNORECASE,
)
_WORDS = ("gồm", "chia", "cụ thể", "như sau", "phân theo", "trong đó")
_NEXT = re.compile(r"\s*(?:[;,]|\s+và\s)[^.;\d()]{0,50}", re.IGNORECASE)
_OTHER = re.compile(r"tăng|giảm|so với|kế hoạch|lũy kế|vượt", re.IGNORECASE)
_BULLET = re.compile(r"\n\s*[-+–•*]")
_MOST = 12
# As long as the words that announce a list can be.
_REACH = 120
_SKIPPED = 5


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the announced lists of parts in the unit of their whole."""
    told = scene.told_by(*_WORDS)
    for index, whole in enumerate(scene.figures):
        if whole.unit in ("%", None) or whole.role == "change":
            continue
        run = _run(scene, index, told)
        if len(run) > 1 and adds_up(scene, index) and not any(is_loss(scene, place) for place in (index, *run)):
            parts = tuple(scene.figures[place] for place in run)
            yield Relation("sum", parts, whole, "sum.listed", certain=False, likely=True)


def _run(scene: Scene, index: int, told: frozenset[int]) -> list[int]:
    """The parts of figure ``index``; ``told`` are the figures with a word before them that announces a list."""
    first = index + 1
    while first < min(index + _SKIPPED, len(scene.figures)) and _is_told_of(scene, first, index):
        first += 1
    if first not in told:
        return []
    opening = scene.between(first - 1, first)
    if _ANNOUNCED.search(opening, max(0, len(opening) - _REACH)) is None:
        return []
    run: list[int] = []
    for place in range(first, min(first + _MOST, len(scene.figures))):
        gap = scene.between(place - 1, place)
        same = scene.figures[place].unit == scene.figures[index].unit and scene.figures[place].role != "change"
        follows = place == first or (_NEXT.fullmatch(gap) is not None and _OTHER.search(gap) is None)
        if not same or not follows or not _goes_on(scene, place, gap):
            return []
        run.append(place)
        if scene.after(place).lstrip()[:1] in (".", "\n", ""):
            break
    return run


def _goes_on(scene: Scene, place: int, gap: str) -> bool:
    """Whether a part stands in the block of the figure before it, or is the next item of a bulleted list."""
    apart = scene.block[place] - scene.block[place - 1]
    return apart == 0 or (apart == 1 and _BULLET.search(gap) is not None)


def _is_told_of(scene: Scene, place: int, index: int) -> bool:
    """``97,45 nghìn tấn, tăng 5,1% so cùng kỳ, chia ra: ...``: what is said of the whole before its parts."""
    figure = scene.figures[place]
    return scene.sentence[place] == scene.sentence[index] and (figure.unit == "%" or figure.role == "change")
