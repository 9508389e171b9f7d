"""A percentage that its sentence tells more than once: copied from a line before, or of two things.

Finds         nghèo 1.860 hộ, tỷ lệ 6,2%; cận nghèo 1.230 hộ, chiếm 6,2%
Leaves alone  the same percentage in another sentence
"""

from collections.abc import Iterator

from dondoc.checking.scene import Scene

_REACH = 8


def rates_alike(scene: Scene, place: int, reach: int) -> Iterator[int]:
    """Yield the places, up to ``reach`` before ``place`` in its sentence, of percentages of the same value."""
    told = scene.figures[place]
    for at in range(max(place - reach, 0), place):
        figure = scene.figures[at]
        if figure.unit == "%" and figure.value == told.value and scene.sentence[at] == scene.sentence[place]:
            yield at


def is_told_twice(scene: Scene, place: int) -> bool:
    """Whether the percentage at ``place`` stood before in its sentence, in the same role; what it is of has its own."""
    return any(scene.figures[at].role == scene.figures[place].role for at in rates_alike(scene, place, _REACH))
