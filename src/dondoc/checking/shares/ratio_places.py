"""The figures that a percentage may be of: those before it, and pairs as "711/600 ha"."""

import re
from collections.abc import Iterator

from dondoc.checking.scene import Scene

_SLASH = re.compile(r"[^\n/;:]{0,25}/\s*\**\s*(?:(?:kh|kế hoạch|dự toán|chỉ tiêu)(?: năm)?\s+)?\Z", re.IGNORECASE)
REACH = 12


def is_pair(scene: Scene, first: int) -> bool:
    """Whether figure ``first`` and the next stand as X/Y."""
    return (
        first >= 0
        and first + 1 < len(scene.figures)
        and scene.facts.text.content.find("/", scene.ends[first], scene.starts[first + 1]) >= 0
        and scene.figures[first].unit != "%"
        and scene.figures[first + 1].unit != "%"
        and _SLASH.fullmatch(scene.between(first, first + 1)) is not None
    )


def earlier(scene: Scene, index: int) -> Iterator[int]:
    """Figures before ``index`` in its sentence that are no percentages and no changes, nearest first."""
    for place in range(index - 1, max(index - REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return
        figure = scene.figures[place]
        if figure.unit != "%" and figure.role != "change":
            yield place


def top_of(scene: Scene, index: int) -> int | None:
    """What the percentage is of: the nearest figure that does not stand in an aside of its own."""
    nearest = list(earlier(scene, index))
    return next((place for place in nearest if not scene.has_closed(place, index)), nearest[0] if nearest else None)


def base_behind(scene: Scene, now: int, index: int) -> int:
    """Where the figure of the earlier period stands behind ``index``: the second one of ``giảm 14 vụ (161/175 vụ)``."""
    first = index + 1
    repeated = is_pair(scene, first) and scene.figures[first].value == scene.figures[now].value
    return first + 1 if repeated else first
