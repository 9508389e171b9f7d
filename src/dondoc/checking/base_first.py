"""What a figure is compared with stands in a bracket before the outcome.

Finds         59.177 người so với cùng kỳ năm trước (55.317 người); tăng 3.860 (7%); so với chỉ tiêu giao (70.544 người)
              đạt 84% · so với kế hoạch (8.700 người) đạt 107%, vượt 587 người
              Tỷ lệ bao phủ đạt 13,57% so với lực lượng lao động (436.210 người): of the figure before that gives it
Leaves alone  a base in another unit · an outcome that is told of something else (a name of its own before it)
"""

import re
from collections.abc import Iterator

from dondoc.checking.relation import Relation, holds, value_of
from dondoc.checking.scene import Scene
from dondoc.checking.wording import same_unit
from dondoc.facts import Quantity

_BASE = re.compile(
    r"so (?:với )?[^;.()\d]{0,60}?(?:năm\s+(?:trước|\d{4})|\d{4})?[^;.()\d]{0,20}\(\s*(?:là |đạt |có )?\Z",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"[^;.()\d]{0,15}\)\s*[;,]?\s*(?:thì |đã )?(?P<way>đạt|bằng|tăng|giảm|vượt|hụt|thiếu)"
    r"(?:\s+(?:tỷ lệ|thêm|được|khoảng))*\s*",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[^;.()\d]{0,12}?(?:[,;]\s*|\s*\(\s*|\s)(?:tức |tương ứng |tương đương |bằng )?"
    r"(?P<way>tăng|giảm|vượt|hụt|thiếu|)\s*",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:tăng|giảm|vượt|hụt|thiếu)\s+(?:thêm\s+)?\Z", re.IGNORECASE)
_OF_BASE = re.compile(r"\s+(?:so với|trên|trong)\s+(?:tổng số\s+)?[^;.()\d]{3,60}\(\s*", re.IGNORECASE)
_REACH = 8


def find(scene: Scene) -> Iterator[Relation]:
    """Yield what the outcomes behind a base in brackets state."""
    for index in sorted(scene.told_by("(")):
        if not 0 < index < len(scene.figures) - 1 or scene.figures[index].rule == "table.cell":
            continue
        if scene.figures[index - 1].unit == "%" and _OF_BASE.fullmatch(scene.between(index - 1, index)):
            yield from _share(scene, index)
        elif _BASE.search(scene.before(index, 110)):
            yield from _outcomes(scene, index)


def _share(scene: Scene, index: int) -> Iterator[Relation]:
    """The share of a base named behind it: of the nearest figure before that gives it to the last digit."""
    share, base = scene.figures[index - 1], scene.figures[index]
    if share.role in ("change", "plan") or not scene.after(index, 3).startswith(")") or not _telling(share):
        return
    for place in range(index - 2, max(index - 2 - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.block[place] != scene.block[index]:
            return
        if figure.unit != "%" and figure.role != "change" and (base.unit is None or same_unit(figure, base)):
            relation = Relation("ratio", (figure, base), share, "ratio.of-base", certain=False)
            if holds(relation):
                yield relation
                return


def _telling(share: Quantity) -> bool:
    return len(value_of(share).normalize().as_tuple().digits) > 2


def _outcomes(scene: Scene, index: int) -> Iterator[Relation]:
    first = index + 1
    told = _OUTCOME.fullmatch(scene.between(index, first))
    if told is None or scene.block[first] != scene.block[index]:
        return
    now, base = _compared(scene, index), scene.figures[index]
    if now is None:
        return
    yield from _outcome(scene, now, base, first, told["way"].lower())
    second = first + 1
    more = _MORE.fullmatch(scene.between(first, second)) if second < len(scene.figures) else None
    if more is not None and scene.sentence[second] == scene.sentence[first]:
        way = (more["way"] or told["way"]).lower()
        figure = scene.figures[second]
        change = scene.figures[first]
        if figure.unit == "%" and change.unit != "%" and way in ("tăng", "giảm") and value_of(change):
            yield Relation("growth", (now, change), figure, "growth.base-first", certain=False, likely=True)
        elif figure.unit != "%" and change.unit == "%" and way not in ("đạt", "bằng"):
            yield from _outcome(scene, now, base, second, way)


def _compared(scene: Scene, index: int) -> Quantity | None:
    """The figure that is compared: the nearest one before in the unit of its base that stands in no bracket."""
    base = scene.figures[index]
    for place in range(index - 1, max(index - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.sentence[index] - scene.sentence[place] > 1 or scene.block[place] != scene.block[index]:
            return None
        aside = scene.has_closed(place, index) or _CHANGED.search(scene.before(place, 20)) is not None
        if not aside and figure.unit is not None and figure.unit != "%" and same_unit(figure, base):
            return figure
    return None


def _outcome(scene: Scene, now: Quantity, base: Quantity, place: int, way: str) -> Iterator[Relation]:
    figure = scene.figures[place]
    if figure.unit == "%" and way in ("đạt", "bằng"):
        yield Relation("ratio", (now, base), figure, "ratio.base-first", certain=False, likely=True)
    elif figure.unit == "%" and way in ("tăng", "giảm"):
        yield Relation("growth_of", (now, base), figure, "growth.base-first", certain=False, likely=True)
    elif way not in ("đạt", "bằng") and (figure.unit is None or same_unit(figure, now)):
        yield Relation("difference", (now, base), figure, "difference.base-first", certain=False, likely=True)
