"""Changes whose figures and what those were stand in rows beside them: the first of one with the first of the other.

Finds         46 vụ, 58 đối tượng, so với cùng kỳ tăng 9 vụ, 11 đối tượng (37 vụ, 47 đối tượng)
              xảy ra 7 vụ cháy, diện tích 9,84 ha (giảm 3 vụ, 4,26 ha so với cùng kỳ năm 2019: 10 vụ, 14,10 ha)
              So với năm 2013: giảm 6 vụ (52/58), giảm 3 người chết (31/34)
              3 người chết, 7 người bị thương; giảm 2 người chết (cùng kỳ 5 người): the dead
Leaves alone  a bracket that says nothing of another time · changes without a figure of their unit before them
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_GOES_ON = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:(?:tăng|giảm|số|về)\s*)?", re.IGNORECASE)
_THEN = re.compile(
    r"cùng kỳ|cùng thời điểm|(?:năm|tháng|quý|kỳ|tuần) (?:trước|ngoái)|năm (?:19|20)\d\d|(?:đầu|cuối) (?:năm|kỳ)"
    r"|\d{1,2}/\d{1,2}/(?:19|20)\d\d",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:\((?:(?:19|20)\d\d|[^()\d])*|(?:19|20)\d\d\s*:|\blà)\s*\Z", re.IGNORECASE)
_WHICH = re.compile(r"\s(?!so|và|với|là|tại|trong|ở|có|được|do|trên)([^\W\d_]+)")
_LONGEST, _BACK, _MOST = 90, 8, 4


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the differences of the figures of two rows around a row of changes."""
    index = 0
    while index < len(scene.figures) - 1:
        change = scene.figures[index]
        if change.role != "change" or change.unit in ("%", None):
            index += 1
            continue
        row = _row(scene, index, index)
        yield from _of_rows(scene, row)
        index = row[-1] + 1


def _row(scene: Scene, first: int, place: int) -> list[int]:
    """The figures from ``first`` on that stand side by side in one sentence."""
    row = [place]
    while place + 1 < len(scene.figures) and len(row) < _MOST:
        if scene.sentence[place + 1] != scene.sentence[first] or scene.figures[place + 1].unit == "%":
            break
        if _GOES_ON.fullmatch(scene.between(place, place + 1)) is None:
            break
        place += 1
        row.append(place)
    return row


def _of_rows(scene: Scene, changes: list[int]) -> Iterator[Relation]:
    first, behind = changes[0], changes[-1] + 1
    if behind == len(scene.figures) or scene.sentence[behind] != scene.sentence[first]:
        return
    words = scene.between(behind - 1, behind)
    if len(words) > _LONGEST or ";" in words or _OPENS.search(words) is None:
        return
    if _THEN.search(words) is None and not (_THEN.search(scene.before(first, 80)) and "(" in words):
        return
    bases = _row(scene, behind, behind)
    falls = value_of(scene.figures[first]) < 0
    for place in changes:
        change = scene.figures[place]
        alike = [scene.figures[base] for base in bases if _is_of(scene.figures[base], change)]
        now = _now(scene, first, place)
        if len(alike) == 1 and now is not None and alike[0].role != "change":
            if change.role != "change" and falls:
                change = replace(change, value=-value_of(change))
            yield Relation(
                "difference", (now, alike[0]), replace(change, role="change"), "difference.rows",
                certain=False, likely=True, tied=True,
            )  # fmt: skip


def _is_of(base: Quantity, change: Quantity) -> bool:
    return base.unit not in ("%", None) and same_unit(base, change)


def _now(scene: Scene, first: int, changed: int) -> Quantity | None:
    """The nearest figure before the changes in the unit of one, in their sentence or the one before it; of several
    that say what they count (người chết, người bị thương), the one that says the same."""
    change, kind = scene.figures[changed], _kind(scene, changed)
    for place in range(first - 1, max(first - _BACK, -1), -1):
        figure = scene.figures[place]
        if scene.sentence[first] - scene.sentence[place] > 1 or scene.block[place] != scene.block[first]:
            return None
        if figure.role in ("change", "plan") or not same_unit(figure, change) or scene.has_closed(place, first):
            continue
        other = _kind(scene, place)
        if not kind or not other or other == kind:
            return figure
    return None


def _kind(scene: Scene, index: int) -> str:
    """The word behind a figure that says which of its unit it counts, "" where none does."""
    match = _WHICH.match(scene.after(index, 30))
    return "" if match is None else match[1].lower()
