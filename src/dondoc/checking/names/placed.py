"""Whether two figures of one name are told of two places or works.

Finds         tại Hà Khê giá 6,82 ... tại Nam Sơn giá 6,84 · đoạn An - Bình (vốn 8,46), đoạn Bình - Cường (vốn 8,16)
Leaves alone  thu ngân sách huyện 1.532 ... như vậy, thu ngân sách huyện 1.523: nothing says where
"""

import re

from dondoc.checking.scene import Scene
from dondoc.grammar.agencies.folding import CAPITALS

_NAME = rf"[{CAPITALS}][^\W_]*(?:[ .–-]{{1,3}}[{CAPITALS}][^\W_]*){{0,4}}"
_PLACED = re.compile(
    r"\b(?:tại|ở|thị trường|đoạn|tuyến|khu đô thị|dự án|xã|phường|huyện|tỉnh)\s+(?:[^\W\d_]+\s){0,3}?"
    rf"(?P<name>{_NAME})"
    rf"|(?P<bracketed>{_NAME})\s\((?=[^()]*\Z)"
)
_SENTENCE = re.compile(r"\n|(?<!TP)\.\s")
_BACK = 160


def are_of_two_places(scene: Scene, first: int, second: int) -> bool:
    """Whether the sentences of both figures name a place before them, and not the same."""
    one, other = _place(scene, first), _place(scene, second)
    return bool(one and other) and one != other


def _place(scene: Scene, index: int) -> str:
    """The last place named in the sentence before a figure, "" where none is."""
    words = scene.facts.text.content[max(scene.starts[index] - _BACK, 0) : scene.starts[index]]
    named = list(_PLACED.finditer(_SENTENCE.split(words)[-1]))
    return (named[-1]["bracketed"] or named[-1]["name"]) if named else ""
