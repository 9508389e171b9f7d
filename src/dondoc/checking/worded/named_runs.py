"""Lists of named figures in one unit: ``Sở Y tế 88,1 điểm, Sở Xây dựng 86,7 điểm``, or one a line."""

import re
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


class Named(NamedTuple):
    """A figure by its place in the scene, and the words of its name."""

    place: int
    name: str
    words: frozenset[str]


def named_runs(scene: Scene) -> list[list[Named]]:
    """The lists of three or more figures, each with a name of its own, in the order in which they end."""
    runs: list[list[Named]] = []
    open_: dict[tuple[int, str, bool], list[Named]] = {}
    lines: list[Named] = []
    for place, figure in enumerate(scene.figures):
        if figure.rule == "table.cell" or figure.role in ("plan", "rank") or figure.unit is None:
            continue
        named = _named(scene, place)
        if named is None:
            continue
        key = (scene.sentence[place], figure.unit, figure.role == "change")
        if key in open_ and _opens_list(scene, open_[key][-1].place, place):
            runs.append(open_.pop(key))  # what stands before a colon is the whole, or the scale
        open_.setdefault(key, []).append(named)
        if place and scene.block[place] == scene.block[place - 1]:
            continue
        if lines and not _goes_on(scene, lines[-1].place, place):
            runs.append(lines)
            lines = []
        lines.append(named)
    runs.extend((lines, *open_.values()))
    return sorted((run for run in runs if len(run) >= _FEWEST), key=lambda run: run[-1].place)


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
    one, other = scene.figures[last], scene.figures[place]
    return scene.block[place] == scene.block[last] + 1 and one.unit == other.unit
