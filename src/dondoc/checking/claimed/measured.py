"""By how much a figure is above or below the one it is measured by, wherever the three stand in their sentence.

Finds         đất hụt 615 tỷ đồng (thực thu 3.285 tỷ đồng, dự toán 3.900 tỷ đồng) · 284 vụ (cùng kỳ 337 vụ, bớt 53 vụ)
              chỉ còn 412 nghìn lượt trong khi cùng kỳ là 567 nghìn lượt, mất đi 155 nghìn lượt
              nhu cầu 345 tỷ đồng nhưng mới bố trí 212 tỷ đồng, thiếu hụt 133 tỷ đồng
              318,4 triệu USD, vượt 38,4 triệu USD (13,7%) so chỉ tiêu 280 triệu USD
              vượt 350 nghìn lượt so với kịch bản 4,2 triệu lượt, tổng lượt khách là 4.550 nghìn lượt
              tỷ lệ thất thoát 8,6% (kế hoạch 9%, thấp hơn 0,4%) · đạt 45,3%; so với chỉ tiêu (82,5%) còn thiếu 37,2%
Leaves alone  tăng 120 tỷ đồng so với cùng kỳ, bằng 85% dự toán (3.900 tỷ đồng): measured by another · giảm 63 tỷ đồng
              (riêng đất 40 tỷ đồng): a part · 61,2%, tăng 5% so với 58,3%: grown · what another relation tells
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.measures import WAYS, base_before, base_behind, measured_behind, timeless, way_of
from dondoc.checking.names.moved import is_moved_to
from dondoc.checking.names.wording import POINTS, is_one_unit, same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene

_SHARE = re.compile(
    r"\((?:[^()\d]{0,20}\d[\d.,]*\s?%\s*)\)|,?\s*(?:bằng|đạt|tương (?:đương|ứng)|tức|chỉ|mới)*\s*\d[\d.,]*\s?%",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_THAN = re.compile(r"\s*(?:nữa\s+)?\)?\s*(?:so (?:với )?|\()[^,;.()\d]{0,60}\(?\s*(?:là |đạt |:\s*)?", re.IGNORECASE)
_BESIDE = re.compile(r"(?:[^;.\d]|;(?=\s*so\b)|\.(?=\s+So\b)){0,80}")
_RIGHT_BEHIND = re.compile(r"[^,;.()\d]{0,30}(?:\)\s*,?|,|\()[^,;.()\d]{0,40}|[^,;.()\d]{0,25}\)\s*", re.IGNORECASE)
_OPENED = re.compile(r"[^;.()\d]{0,50}[(:]\s*[^(),;.:\d]{0,30}:?\s*")
_LISTED = re.compile(r"[^();.\d]{0,15}(?:[,;]|\bso với\b|\btrong khi\b|\btrên\b)[^();.\d]{0,30}")
_CLOSED = re.compile(r"[^(),;.\d]{0,25}(?:\)|[.,;]|\Z)")
_REACHED = re.compile(r"[^;.()\d]{0,30},\s*[^;.()\d]{0,50}\b(?:là|đạt|lên|thành|còn|được|ở mức)\s+")
_OTHER = re.compile(r"\b(?:trong đó|riêng|nhất là|gồm|chiếm|trong số|bình quân|mỗi)\b", re.IGNORECASE)
_NOTED = re.compile(r"[^,;.()\d]{0,15}\(\s*")
_SO = re.compile(r"\.\s+So\b[^.]*\Z")
_REACH, _MOST, _PAIR, _FULL = 6, 3, 2, 100
_BUDGET = Decimal("0.2")


class _Triple(NamedTuple):
    """Where a figure stands, where that by which it is measured, and what this is of (another time, a plan)."""

    now: int
    base: int
    kind: str


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield what the words around a change tell it to be of."""
    for index in sorted(scene.told_by(*WAYS)):
        change = scene.figures[index]
        if change.unit is None or not value_of(change) or change.role == "rank":
            continue
        if change.id in known.by_result or change.id in known.wrong or not _has_others(scene, index):
            continue
        if is_moved_to(scene, index):
            continue
        way = way_of(scene.before(index, 60))
        read = _read(scene, index) if way is not None else None
        if way is None or read is None:
            continue
        own = base_before(scene.before(index, 60)) or measured_behind(_behind(scene, index))
        if own and own != read.kind:
            continue  # (cùng kỳ 52 vụ), tăng 3 vụ so với tháng trước
        size = replace(change, value=way.sign * abs(value_of(change)), role="change")
        args = tuple(replace(one, value=abs(value_of(one))) for one in (scene.figures[at] for at in read[:2]))
        relation = Relation("difference", args, size, "difference.measured", certain=False, likely=True)
        tied = scene.sentence[read.now] == scene.sentence[index] and (way.apart or change.unit != "%")
        tied = tied and (read.kind == (own or "plan") or not way.planned)
        if not _is_grown(relation) and (tied or holds(relation) or chance_of_slip(scene, relation) <= _BUDGET):
            yield replace(relation, tied=tied)


def _behind(scene: Scene, index: int) -> str:
    """The words behind a change, or behind the share in which it is told again: ``46 căn (8,5%) so với năm 2018``."""
    content, start = scene.facts.text.content, scene.ends[index]
    share = _SHARE.match(content, start + content.startswith(" ", start))
    if share is not None and index + 1 < len(scene.figures) and share.end() >= scene.ends[index + 1]:
        return content[share.end() : share.end() + 50]
    return scene.after(index, 50)


def _has_others(scene: Scene, index: int) -> bool:
    """Whether two figures near a change may be what it is of."""
    unit, found = scene.figures[index].unit, 0
    unit = "%" if unit in POINTS else unit
    for place in range(max(index - _REACH, 0), min(index + _REACH, len(scene.figures))):
        if scene.sentence[index] - scene.sentence[place] in (0, 1) and is_one_unit(scene.figures[place].unit, unit):
            found += place != index
    return found >= _PAIR


def _is_grown(relation: Relation) -> bool:
    """Whether a percentage is how much two others grew, or what is above a hundred: no points between them."""
    if relation.result.unit != "%":
        return False
    over = abs(value_of(relation.args[0]) - _FULL) == abs(value_of(relation.result))
    return over or (not holds(relation) and holds(replace(relation, form="growth_of")))


def _read(scene: Scene, index: int) -> _Triple | None:
    """What the words around a change measure, and by what."""
    before = _alike(scene, index, range(index - 1, max(index - _REACH, 0) - 1, -1))
    behind = _alike(scene, index, range(index + 1, min(index + _REACH, len(scene.figures))))
    if behind and _THAN.fullmatch(_gap(scene, index, behind[0])) and (kind := _base(scene, index, behind[0])):
        now = _beside_base(scene, index, before, behind)
        return None if now is None else _Triple(now, behind[0], kind)
    if behind and before and _NOTED.fullmatch(_gap(scene, index, behind[0])):
        kind = base_before(scene.before(index, 60))  # so với cùng kỳ giảm D (B)
        now = _beside_base(scene, index, before, behind) if kind and _CLOSED.match(scene.after(behind[0], 40)) else None
        return None if now is None else _Triple(now, behind[0], kind)
    if len(behind) > 1:
        both = _in_bracket(scene, index, behind) or _reached(scene, index, behind)
        if both is not None:
            return both
    return _before(scene, index, before) if len(before) > 1 else None


def _alike(scene: Scene, index: int, places: range) -> list[int]:
    """The figures near a change that it may be of, nearest first: of its sentence, or the one before "So với ..."."""
    found, apart = [], 0
    is_alike = _is_rate if scene.figures[index].unit in ("%", *POINTS) else _is_amount
    for place in places:
        if scene.sentence[place] != scene.sentence[index] - apart:
            if apart or place > index or not _SO.search(scene.between(place, place + 1)):
                break
            apart = 1
        if value_of(scene.figures[place]) and is_alike(scene, place, index):
            found.append(place)
    return found[:_MOST]


def _is_amount(scene: Scene, place: int, index: int) -> bool:
    figure = scene.figures[place]
    return figure.role not in ("change", "rank") and same_unit(figure, scene.figures[index])


def _is_rate(scene: Scene, place: int, index: int) -> bool:
    """Whether a percentage may be one of two that differ by so many points: no other difference, no aside."""
    if scene.figures[place].unit != "%" or (place < index - 1 and scene.has_closed(place, index - 1)):
        return False
    own, way = way_of(scene.before(place, 60)), way_of(scene.before(index, 60))
    return own is None or (not own.apart and way is not None and way.apart)


def _gap(scene: Scene, first: int, second: int) -> str:
    """The words between two figures without dates and what is told in passing: brackets, other changes, shares."""
    start, words = scene.ends[first], ""
    for place in range(first + 1, second):
        if scene.figures[place].role == "change":
            words += scene.facts.text.content[start : scene.starts[place]]
            start = scene.ends[place]
    words = timeless(_ASIDE.sub("", words + scene.facts.text.content[start : scene.starts[second]]))
    return words if scene.figures[first].unit == "%" else _SHARE.sub("", words)


def _base(scene: Scene, before: int, place: int) -> str:
    """What the words before or behind a figure say that it is of: another time, a plan; "" where they do not."""
    words = scene.between(before, place) if before < place else scene.before(place, 60)
    return base_before(words) or base_behind(scene.after(place, 40))


def _beside_base(scene: Scene, index: int, before: list[int], behind: list[int]) -> int | None:
    """``A, vượt D so với kế hoạch B`` · ``vượt D so với kế hoạch B, đạt A``."""
    base, before = behind[0], [place for place in before if not scene.has_closed(place, index)]
    if before:
        now = before[0]
        apart = not _BESIDE.fullmatch(_gap(scene, now, index)) or _OTHER.search(scene.between(now, index))
        return None if apart else now
    if len(behind) > 1 and _REACHED.fullmatch(_gap(scene, base, behind[1])):
        return behind[1]
    earlier = _alike(scene, index - 1, range(index - 1, max(index - _REACH, 0) - 1, -1)) if index else []
    return earlier[0] if len(earlier) == 1 and scene.block[earlier[0]] == scene.block[index] else None


def _in_bracket(scene: Scene, index: int, behind: list[int]) -> _Triple | None:
    """``hụt D (thực thu A, dự toán B)``."""
    one, other = behind[:2]
    if not _OPENED.fullmatch(_gap(scene, index, one)) or not _LISTED.fullmatch(_gap(scene, one, other)):
        return None
    if not _CLOSED.match(scene.after(other, 40)) or _OTHER.search(scene.between(index, other)):
        return None
    return _parted(one, _base(scene, index, one), other, _base(scene, one, other))


def _reached(scene: Scene, index: int, behind: list[int]) -> _Triple | None:
    """``tăng D, đạt A (năm trước B)``."""
    now, base = behind[:2]
    if not _REACHED.fullmatch(_gap(scene, index, now)) or not _THAN.fullmatch(_gap(scene, now, base)):
        return None
    kind = _base(scene, now, base)
    return _Triple(now, base, kind) if kind and not _base(scene, index, now) else None


def _before(scene: Scene, index: int, before: list[int]) -> _Triple | None:
    """``A trong khi cùng kỳ là B, mất đi D`` · ``nhu cầu B nhưng mới bố trí A, thiếu D``."""
    other, one = before[:2]
    if not _RIGHT_BEHIND.fullmatch(_gap(scene, other, index)) or not _BESIDE.fullmatch(_gap(scene, one, other)):
        return None
    if _OTHER.search(scene.between(one, index)):
        return None
    return _parted(one, _base(scene, max(one - 1, 0), one), other, _base(scene, one, other))


def _parted(one: int, first: str, other: int, second: str) -> _Triple | None:
    """The one of two figures that is measured by the other, where the words say of just one of them what it is of."""
    if bool(first) == bool(second):
        return None
    return _Triple(other, one, first) if first else _Triple(one, other, second)
