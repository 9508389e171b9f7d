"""Figures told in rows and columns of a sentence: where one change or sum holds, the others beside it do too.

Finds         31 vụ, chết 17 người; đối chiếu năm 2018 (36 vụ, 14 người chết) giảm 5 vụ, tăng 7 người chết (3)
              so với cùng kỳ (95 vụ, 54 người chết) giảm 8,4% số vụ, giảm 8,4% số người chết: copied (5,6)
              121 vụ, 52 người chết, so với 138 vụ, 57 người chết thì giảm cả hai: 17 vụ, 15 người chết (5)
              tiếp 1.968 lượt/2.417 người, gồm 1.690 lượt/2.031 người và 278 lượt/186 người (386)
Leaves alone  rows whose other changes do not hold either · changes that name another of the figures
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.changes import way_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.called import are_called_otherwise, called
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_THEN = re.compile(
    r"\bso(?: với)?\b|cùng (?:kỳ|thời điểm)|đối chiếu|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|\d)", re.IGNORECASE
)
_MOVED = re.compile(r"tăng|giảm|hơn|kém|bớt|thêm", re.IGNORECASE)
_BESIDE = re.compile(r"\s*(?:/|,|với|và|\()?\s*(?:[^\W\d_]+\s+){0,4}", re.IGNORECASE)
_STEPS, _RUN, _FEWEST = (1, -1, 2, -2), 5, 2
_BUDGET = Decimal("0.2")
_SPANS = frozenset({"phút", "giờ", "ngày", "tuần", "tháng", "năm"})


class _Row(NamedTuple):
    """Where a figure, what it was and its change stand."""

    now: int
    then: int
    change: int


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the changes beside one that holds."""
    told = {relation.result.id for relation in known.broken} | known.by_result.keys()
    yield from _sums(scene, known, told)
    given = [one for one in known.by_result.values() if one.form in ("difference", "growth_of")]
    for held in (*given, *_of_three_rows(scene)):
        row = _Row(*(scene.place[figure.id] for figure in (*held.args, held.result)))
        if abs(row.now - row.then) < _FEWEST or held.result.approx is not None:
            continue  # told in pairs, not one row after the other
        rows = (_beside(scene, row, step, held) for step in _STEPS)
        read = [_read(scene, one, held) for one in rows if one is not None]
        new = [one for one in read if one.result.id not in told]
        sizes = {abs(value_of(one.result)) for one in (held, *filter(holds, read))}
        sure = sum(map(holds, read)) >= _FEWEST - 1
        for relation in new:
            copied = abs(value_of(relation.result)) in sizes
            if holds(relation) or sure or copied or chance_of_slip(scene, relation) <= _BUDGET:
                told.add(relation.result.id)
                yield relation


def _sums(scene: Scene, known: Known, told: set[str]) -> Iterator[Relation]:
    """``1.968 lượt/2.417 người. Trong đó thường xuyên 1.690 lượt/2.031 người, định kỳ 278 lượt/386 người``: where one
    column of a list adds up, the one beside it does."""
    for held in list(known.by_result.values()):
        if held.form != "sum" or len(held.args) < _FEWEST:
            continue
        column = [scene.place[figure.id] for figure in (*held.args, held.result)]
        for step in (1, -1):
            beside = [place + step for place in column]
            if _is_column(scene, column, beside) and scene.figures[beside[-1]].id not in told:
                *parts, whole = (scene.figures[place] for place in beside)
                told.add(whole.id)
                yield Relation("sum", tuple(parts), whole, "sum.alongside")


def _is_column(scene: Scene, column: list[int], beside: list[int]) -> bool:
    """Whether the figures right beside those of a list are amounts in one other unit, each told of the same thing."""
    if not _are_together(scene, *zip(column, beside, strict=True)) or not set(column).isdisjoint(beside):
        return False
    figures = [scene.figures[place] for place in beside]
    other = not same_unit(figures[0], scene.figures[column[0]])
    alike = all(
        scene.is_amount(place) and same_unit(figure, figures[0]) and figure.approx is None
        for place, figure in zip(beside, figures, strict=True)
    )
    if figures[0].unit in _SPANS:
        return False  # nợ 71 tháng với 14 tỷ đồng: each of its own length
    if not (other and alike) or not all(map(adds_up, [scene] * len(beside), beside)):
        return False
    gaps = (sorted(pair) for pair in zip(column, beside, strict=True))
    return all(_BESIDE.fullmatch(scene.between(*gap)) for gap in gaps)


def _of_three_rows(scene: Scene) -> Iterator[Relation]:
    """``121 vụ, 52 người chết, so với 138 vụ, 57 người chết thì giảm: 17 vụ, 5 người chết``: the first change that
    holds where the same units follow each other three times."""
    for sentence in _sentences(scene):
        for size in (3, 2):
            for at in range(len(sentence) - 3 * size + 1):
                rows = [sentence[at + size * row : at + size * (row + 1)] for row in range(3)]
                held = _first_held(scene, rows)
                if held is not None:
                    yield held


def _sentences(scene: Scene) -> Iterator[list[int]]:
    """The figures of each sentence that may hold three rows, without counts that are no amounts: cả ba mặt."""
    for _, places in groupby(range(len(scene.figures)), key=scene.sentence.__getitem__):
        amounts = [at for at in places if scene.is_amount(at) or scene.figures[at].role == "change"]
        units = Counter(scene.figures[at].unit for at in amounts)
        row = [at for at in amounts if units[scene.figures[at].unit] > _FEWEST]
        if len(row) >= 3 * _FEWEST:
            yield row


def _first_held(scene: Scene, rows: list[list[int]]) -> Relation | None:
    units = [[scene.figures[at].unit for at in row] for row in rows]
    if units[0] != units[1] or units[1] != units[2] or "%" in units[0]:
        return None
    gaps = [scene.facts.text.content[scene.ends[one[-1]] : scene.starts[other[0]]] for one, other in pairwise(rows)]
    if not (_THEN.search(gaps[0]) or _THEN.search(gaps[1])) or not _MOVED.search(gaps[1]):
        return None
    for now, then, change in zip(*rows, strict=True):
        held = _read(scene, _Row(now, then, change), None)
        if holds(held):
            return held
    return None


def _beside(scene: Scene, row: _Row, step: int, held: Relation) -> _Row | None:
    """The same row, ``step`` figures on: the change is the one that names the same thing, or the next."""
    now, then = row.now + step, row.then + step
    if not _are_together(scene, (row.now, now), (row.then, then)) or now in row or then in row:
        return None
    one, other = scene.figures[now], scene.figures[then]
    if not same_unit(one, other) or not scene.is_amount(now) or "plan" in (one.role, other.role):
        return None
    if abs(value_of(one)) == abs(value_of(other)) or are_called_otherwise(called(scene, now), called(scene, then)):
        return None
    named = called(scene, now) | called(scene, then)
    first = min(row.change - _RUN, row.change)
    near = [
        at
        for at in range(max(first, 0), min(row.change + _RUN + 1, len(scene.figures)))
        if at not in (*row, now, then) and _is_change(scene, at, row.change, one, held)
    ]
    namesakes = [at for at in near if named & called(scene, at)]
    if len(namesakes) == 1:
        return _Row(now, then, namesakes[0])
    change = row.change + step
    fits = change in near and not (named and called(scene, change) and not named & called(scene, change))
    return _Row(now, then, change) if fits else None


def _is_change(scene: Scene, place: int, other: int, now: Quantity, held: Relation) -> bool:
    """Whether a figure may be the change of ``now`` that stands beside the one at ``other``."""
    figure = scene.figures[place]
    if scene.sentence[place] != scene.sentence[other] or figure.role in ("plan", "rank", "share_of_plan"):
        return False
    if held.form == "growth_of":
        return figure.unit == "%"
    return same_unit(figure, now) and abs(value_of(figure)) < abs(value_of(now)) + abs(value_of(held.args[0]))


def _read(scene: Scene, row: _Row, held: Relation | None) -> Relation:
    """The change of a row, up or down as its words tell, or as its figures do where they tell neither."""
    now, then, change = (scene.figures[place] for place in row)
    moved = 1 if value_of(now) > value_of(then) else -1
    turned = replace(change, value=(way_of(scene, row.change) or moved) * abs(value_of(change)), role="change")
    if held is not None and held.form == "growth_of":
        return Relation("growth_of", (now, then), turned, "growth.alongside")
    return Relation("difference", (now, then), turned, "difference.alongside")


def _are_together(scene: Scene, *pairs: tuple[int, int]) -> bool:
    return all(0 <= other < len(scene.figures) and scene.sentence[other] == scene.sentence[one] for one, other in pairs)
