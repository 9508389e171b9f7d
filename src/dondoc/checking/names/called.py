"""What the words beside a figure call it, to tell it from the others of its row: 14 người chết, 28 người bị thương."""

import re

from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene

_CUT = re.compile(r"[,;.()]|\svà\s|\snhưng\s")
_IDLE = frozenset(
    """
    số người làm lại so với cùng kỳ giảm tăng đều cả mặt vụ trường hợp thì tới tương đương ứng tức bằng hay nhiều ít cao
    thấp hơn kém thêm bớt vượt chiếm đạt ước lũy kế mức tỷ lệ nghĩa
    """.split()  # noqa: SIM905
)


def called(scene: Scene, place: int) -> frozenset[str]:
    """The telling words of the clause of a figure, before it and behind; none where it has only its unit."""
    before = _CUT.split(scene.before(place, 40))[-1]
    after = _CUT.split(scene.after(place, 25))[0]
    return content_words(f"{before} {after}") - _IDLE


def are_called_otherwise(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two figures have names without a word in common."""
    return bool(one and other) and not one & other
