"""Lists that words or signs open: all of the nearest figure before them, where one slip explains why they are not.

Finds         cộng cả năm là 1.130 đơn. Phân loại: khiếu nại 612, tố cáo 74, kiến nghị 484 (444)
              nợ 346,4 tỷ đồng, tăng 12,5 tỷ đồng. Trong tổng nợ: khó thu 26,8 tỷ đồng (62,8); chờ xử lý 21,3; ...
              vi phạm 27 (nhắc nhở 66, phạt tiền 06 cơ sở): 72
Leaves alone  some of many (nhất là, như) · lists of which a figure is told in another sum · figures in brackets before
              a list that stands outside of them
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.nearest.rows import may_be_all
from dondoc.checking.scene import Scene

_OPENED = re.compile(
    r"(?P<colon>:)\s*[^:;,.()\d]{0,60}\Z|(?P<bracket>\()\s*[^,;.()\d]{0,40}\Z"
    r"|\b(?:gồm|chia(?: ra| theo)?|phân (?:ra|theo)|trong đó)\b[^:;,.()\d]{0,60}\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(r"…|\.\.\.|\btrong (?:đó|số)\b", re.IGNORECASE)
_HINTS = (":", "(", "gồm", "chia", "phân", "trong đó")
_WIDTH, _MOST, _BACK, _MANY = 130, 14, 12, 3
# How likely one slip would explain it by chance, as surely as the list is opened and as it has many members.
_SURE, _LIKELY, _LOOSE = Decimal("0.95"), Decimal("0.3"), Decimal("0.05")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the opened lists that one slip keeps from being all of a figure before them."""
    for first in sorted(scene.told_by(*_HINTS)):
        if not first or not _may_be_part(scene, first):
            continue
        start = max(scene.starts[first] - _WIDTH, scene.ends[first - 1])
        opened = _OPENED.search(scene.facts.text.content, start, scene.starts[first])
        if opened is None:
            continue
        row = _row(scene, first)
        if len(row) < 2 or any(_is_told(scene, known, place) for place in row):
            continue
        relation = _of_whole(scene, known, row, _budget(opened, len(row)))
        if relation is not None:
            yield relation


def _budget(opened: re.Match[str], members: int) -> Decimal:
    sign = opened["colon"] or opened["bracket"]
    if members >= _MANY:
        return _SURE if sign else _LIKELY
    return _LIKELY if sign else _LOOSE


def _is_told(scene: Scene, known: Known, place: int) -> bool:
    figure = scene.figures[place]
    return figure.id in known.parts or figure.id in known.doubted


def _may_be_part(scene: Scene, place: int) -> bool:
    figure = scene.figures[place]
    return scene.is_amount(place) and figure.role != "rank" and value_of(figure) > 0


def _row(scene: Scene, first: int) -> list[int]:
    """The amounts of the sentence, or of the bracket, that are counted as the first of a list is."""
    inside, row = scene.of(first, in_bracket), [first]
    planned = scene.figures[first].role == "plan"
    for place in range(first + 1, min(first + _MOST, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[first] or (inside and scene.has_closed(first, place)):
            break
        if _ENDS.search(scene.between(place - 1, place)):
            break
        aside = not inside and scene.of(place, in_bracket)
        aside = aside or (scene.figures[place].role == "plan") != planned
        if _may_be_part(scene, place) and not aside and same_unit(scene.figures[place], scene.figures[first]):
            row.append(place)
    return row


def _of_whole(scene: Scene, known: Known, row: list[int], budget: Decimal) -> Relation | None:
    """The sum of a list and the figure before it that it makes but for one slip."""
    parts, first = tuple(scene.figures[place] for place in row), row[0]
    read = []
    for place in range(first - 1, max(first - _BACK, -1), -1):
        if scene.block[first] - scene.block[place] > 1 or scene.sentence[first] - scene.sentence[place] > 1:
            break
        planned = scene.figures[place].role == "plan" and parts[0].role != "plan"
        alike = _may_be_part(scene, place) and same_unit(scene.figures[place], parts[0])
        if alike and not planned and adds_up(scene, place) and not scene.has_closed(place, first):
            read.append((place, Relation("sum", parts, scene.figures[place], "sum.opened")))
    if not read or any(holds(relation) for _, relation in read) or not all(adds_up(scene, place) for place in row):
        return None
    place, relation = read[0]
    larger = sum(value_of(part) > value_of(relation.result) for part in parts)
    if relation.result.id in known.wrong or larger > 1:
        return None
    return relation if may_be_all(scene, row, place) and chance_of_slip(scene, relation) <= budget else None
