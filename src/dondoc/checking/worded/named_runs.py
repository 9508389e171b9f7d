"""Lists of named figures in one unit: ``Sở Y tế 88,1 điểm, Sở Xây dựng 86,7 điểm``, or one a line."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene

_CUT = re.compile(r"[,;:()\n]|\s(?:và|còn|kế đến|tiếp đến|tiếp nữa|rồi đến)\s")
_MARK = re.compile(r"\s*(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ])[.)])\s+")
_VERBS = re.compile(
    r"(?:\s+(?:đạt|là|được|có|với|tăng|giảm|ước|khoảng|gần|hơn|trên|chiếm|bằng|ở mức|thu|còn))*\s*\Z", re.IGNORECASE
)
_FEWEST = 3
_LONGEST = 60
_Key = tuple[int, str, bool]


class Named(NamedTuple):
    """A figure by its place in the scene, and the words of its name."""

    place: int
    name: str
    words: frozenset[str]


def named_runs(scene: Scene) -> list[list[Named]]:
    """The lists of three or more figures, each with a name of its own, in the order in which they end."""
    runs: list[list[Named]] = []
    open_: dict[_Key, list[Named]] = {}
    lines: list[Named] = []
    keys = _keys(scene)
    size, first = Counter(keys.values()), _first_of_lines(scene, keys)
    for place, key in keys.items():
        if size[key] < _FEWEST and place not in first:
            continue  # nothing beside it: its name need not be known
        named = _named(scene, place)
        if named is None:
            continue
        if key in open_ and _opens_list(scene, open_[key][-1].place, place):
            runs.append(open_.pop(key))  # what stands before a colon is the whole, or the scale
        open_.setdefault(key, []).append(named)
        if place not in first:
            continue
        if lines and not _goes_on(scene, lines[-1].place, place):
            runs.append(lines)
            lines = []
        lines.append(named)
    runs.extend((lines, *open_.values()))
    return sorted((run for run in runs if len(run) >= _FEWEST), key=lambda run: run[-1].place)


def _keys(scene: Scene) -> dict[int, _Key]:
    """What the figures of a list in a sentence have in common, by the figures that may stand in one."""
    return {
        place: (scene.sentence[place], figure.unit, figure.role == "change")
        for place, figure in enumerate(scene.figures)
        if figure.rule != "table.cell" and figure.role not in ("plan", "rank") and figure.unit is not None
    }


def _first_of_lines(scene: Scene, keys: Iterable[int]) -> set[int]:
    """The figures that open a line, under or above one that opens the next line in the same unit."""
    block = scene.block
    first = [place for place in keys if not place or block[place] != block[place - 1]]
    units = {block[place]: scene.figures[place].unit for place in first}
    return {
        place for place in first if units[block[place]] in (units.get(block[place] - 1), units.get(block[place] + 1))
    }


def _named(scene: Scene, place: int) -> Named | None:
    name = _VERBS.sub("", _MARK.sub("", _CUT.split(scene.before(place, _LONGEST).rstrip(" :("))[-1])).strip()
    words = content_words(name)
    return Named(place, name, words) if words else None


def _opens_list(scene: Scene, last: int, place: int) -> bool:
    """Whether a list opens behind figure ``last``: ``thang 100 điểm: Sở Y tế 88,1``; no ``; Sở Xây dựng: 86,7``."""
    gap = scene.facts.text.content[scene.ends[last] : scene.starts[place]].rstrip()
    return ":" in gap[:-1] and not gap.endswith(":")


def _goes_on(scene: Scene, last: int, place: int) -> bool:
    """Whether the figure that opens a line stands under the one that opened the line before."""
    return scene.block[place] == scene.block[last] + 1 and scene.figures[last].unit == scene.figures[place].unit
