"""Whether a figure of a list of parts was not read, or was read as something else: then the rest claims nothing."""

import re
from itertools import pairwise

from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_ITEM = re.compile(r"\s*[;,]?\s*(?:;|\n)")
# How far before its parts a whole may stand for the figures between to matter: a footnote's whole is pages away.
_FIGURES_BACK = 40
_BEHIND = 60
_REST_OF = 120
_NUMBER = re.compile(r"[0-9][0-9.,]*")
_BARE = re.compile(r"[^.]*?(?:và|,|;|gồm|:|\(|có)\s+[0-9]+\s+(?:do|thuộc|ở|tại|của|bị|là)\b")


def is_misread(scene: Scene, run: list[int], listed: list[int], whole: Quantity) -> bool:
    """Whether a part is missing from ``run``, or the whole stands in a bracket that its parts are not in."""
    place = scene.place[whole.id]
    return (
        (place < run[0] and scene.has_closed(place, run[0]))
        or has_unread(scene, run, whole)
        or _left_out(scene, listed, whole)
    )


def has_unread(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """Whether a number in the unit of the whole stands among the parts and was read as none of the figures."""
    place = scene.place[whole.id]
    if place > run[0] or not whole.unit:
        return False
    if any(_BARE.match(scene.between(a, b)) for a, b in pairwise([place, *run])) or _BARE.match(
        scene.after(run[-1], _REST_OF)
    ):
        return True
    unit = re.compile(rf"\s*{re.escape(whole.unit)}\b", re.IGNORECASE)
    content = scene.facts.text.content
    return any(
        unit.match(content, found.end())
        for before in range(max(place, run[0] - _FIGURES_BACK), run[-1] + 1)
        for found in _NUMBER.finditer(content, scene.figures[before].span.end, _gap_end(scene, before, run[-1]))
    )


def _left_out(scene: Scene, listed: list[int], whole: Quantity) -> bool:
    """Whether an item of the list, or a figure of a bracket behind the whole, was taken for no part of it."""
    place = scene.place[whole.id]
    between = range(listed[0] + 1, listed[-1])
    if any(index not in listed and _is_item(scene, index, whole) for index in between):
        return True
    if place + 1 >= listed[-1] or "(" not in scene.between(place, place + 1):
        return False
    return any(
        index not in listed and same_unit(scene.figures[index], whole) and scene.figures[index].role == "plan"
        for index in range(place + 1, listed[-1])
    )


def _is_item(scene: Scene, index: int, whole: Quantity) -> bool:
    """Whether a figure between the parts begins an item of its own in their unit."""
    figure = scene.figures[index]
    own = same_unit(figure, whole) and figure.role in ("actual", "count", "cumulative") and figure.of is None
    return own and _ITEM.match(scene.between(index - 1, index)) is not None


def _gap_end(scene: Scene, index: int, last: int) -> int:
    """Where the words behind a figure end: at the next one; behind the last part, at the end of its line."""
    start = scene.figures[index].span.end
    following = scene.figures[index + 1].span.start if index + 1 < len(scene.figures) else start + _BEHIND
    if index < last:
        return following
    line = scene.facts.text.content.find("\n", start, start + _BEHIND)
    return min(following, line if line >= 0 else start + _BEHIND)
