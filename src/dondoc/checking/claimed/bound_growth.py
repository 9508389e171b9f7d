"""Changes told with their rate, of a figure that stands before them: what the two give must be what it came to.

Finds         lượng hàng đạt 2.418.500 tấn ... / so với năm trước tăng 130.600 tấn, tức 7,51%: 5,71
              412 vụ, 268 người bị thương. So với quý trước (giảm 38 vụ, tương đương 4,8%; ...): 8,4
              giảm 24 vụ, giảm 15 người chết, tương ứng giảm lần lượt 6,2% và 9,4%: each of its own
Leaves alone  rates that the change and some figure near it give · changes without a figure of their unit before them
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, printed_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, holds, needed_interval, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.called import are_called_otherwise, called
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_TIED = re.compile(
    r"(?:[^,;.()\d=]|(?<=năm )\d{4}|(?<=tháng )\d{1,2}(?:/\d{4})?){0,45}?"
    r"(?:[,(=]|\b(?:tức|hay|tương ứng|tương đương|bằng)\b)"
    r"(?:\s*(?:tức|hay|tương ứng|tương đương|ứng|bằng|nghĩa|là|với|mức|tăng|giảm|thêm|khoảng|tỷ lệ|[-+–=(]))*\s*",
    re.IGNORECASE,
)
_IN_TURN = re.compile(r"[^;.()\d]{0,40}\b(?:tương ứng|lần lượt|tương đương)\b[^,;.()\d]{0,25}", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:(?:tăng|giảm)\s+)?", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\s*\)?\s*(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|\bkh\b|tổng|trong|số|của)\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:riêng|trong đó)\b", re.IGNORECASE)
_BACK, _SENTENCES, _MOST = 12, 2, 4
_BUDGET, _RARE = Decimal("0.2"), Decimal("0.02")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the growth that one slip keeps from being what a change and the figure before it come to."""
    for change, rate in _bound(scene):
        told = scene.figures[rate]
        if told.id in known.by_result or told.id in known.wrong or not value_of(told) or told.approx is not None:
            continue
        if told.role in ("plan", "share_of_plan") or _OF_OTHERS.match(scene.after(rate, 25)):
            continue
        relation = _claimed(scene, change, rate)
        if relation is not None:
            yield relation


def _bound(scene: Scene) -> Iterator[tuple[int, int]]:
    """The changes that have a percentage of their own: right behind them, or at their place in a row."""
    row: list[int] = []
    for index, figure in enumerate(scene.figures):
        if figure.unit == "%" and index:
            if _is_change(scene, index - 1) and _TIED.fullmatch(scene.between(index - 1, index)):
                yield index - 1, index
            elif len(row) > 1 and row[-1] == index - 1 and _IN_TURN.fullmatch(scene.between(index - 1, index)):
                yield from _in_turn(scene, row, index)
        if not _is_change(scene, index) or (row and scene.sentence[row[-1]] != scene.sentence[index]):
            row = []
        if _is_change(scene, index):
            row = [*row, index] if not row or row[-1] == index - 1 else [index]


def _in_turn(scene: Scene, row: list[int], index: int) -> Iterator[tuple[int, int]]:
    rates = [index]
    while rates[-1] + 1 < len(scene.figures) and scene.figures[rates[-1] + 1].unit == "%":
        if not _GOES_ON.fullmatch(scene.between(rates[-1], rates[-1] + 1)):
            break
        rates.append(rates[-1] + 1)
    if len(rates) == len(row):
        yield from zip(row, rates, strict=True)


def _is_change(scene: Scene, index: int) -> bool:
    figure = scene.figures[index]
    return figure.role == "change" and figure.unit not in ("%", "lần", None) and bool(value_of(figure))


def _claimed(scene: Scene, change: int, rate: int) -> Relation | None:
    by, told = scene.figures[change], scene.figures[rate]
    sign = 1 if value_of(by) > 0 else -1
    told = replace(told, value=sign * abs(value_of(told)), role="change")
    name = called(scene, change)
    read, others = list[Relation](), list[Relation]()
    for now in _before(scene, change):
        grown = Relation("growth", (scene.figures[now], by), told, "growth.bound")
        of_base = Relation("ratio", (replace(by, value=abs(value_of(by))), scene.figures[now]), scene.figures[rate], "")
        if holds(grown) or holds(of_base) or _is_cut(grown):
            return None
        if value_of(scene.figures[now]) != abs(value_of(by)):
            (others if are_called_otherwise(name, called(scene, now)) else read).append(grown)
    alone = len(read) == 1 and printed_digits(told) > 1 and not _OF_ONE.search(scene.before(change, 60))
    if alone and _has_slipped(scene, read[0]):
        return read[0]
    for tried, relation in enumerate((*read[:_MOST], *others[:_MOST]), start=1):
        if chance_of_slip(scene, relation) * tried <= (_BUDGET if relation in read else _RARE):
            return relation
    return None


def _has_slipped(scene: Scene, grown: Relation) -> bool:
    """Whether a wrong digit, or two that changed places, in one of the three explains it."""
    spans = needed_interval(grown, 0), needed_interval(grown, 1), computed_interval(grown)
    figures = zip((*grown.args, grown.result), spans, strict=True)
    repairs = (find_repair(scene.facts.text, figure, span) for figure, span in figures if span is not None)
    return any(repair is not None and not repair.cost for repair in repairs)


def _is_cut(grown: Relation) -> bool:
    """Whether a rate is what comes out but for its last digit, left out or rounded by hand."""
    computed, step = computed_interval(grown), 2 * grown.result.half_step
    return computed is not None and computed.meets(Interval(*(value_of(grown.result) + way * step for way in (-1, 1))))


def _before(scene: Scene, change: int) -> Iterator[int]:
    """The amounts before a change in its unit, nearest first, in its paragraph or the line before."""
    by: Quantity = scene.figures[change]
    for place in range(change - 1, max(change - _BACK, -1), -1):
        apart = scene.block[change] - scene.block[place]
        if apart > 1 or (not apart and scene.sentence[change] - scene.sentence[place] > _SENTENCES):
            return
        figure = scene.figures[place]
        if figure.role in ("change", "plan", "rank") or not scene.is_amount(place) or not value_of(figure) > 0:
            continue
        if same_unit(figure, by) and not scene.has_closed(place, change):
            yield place
