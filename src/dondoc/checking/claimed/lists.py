"""Lists whose figures make one that stands before them, but for one slip.

Finds         Xếp theo giá trị: gỗ 118,9 triệu USD, thủy sản 27,4 triệu USD, mặt hàng khác 105 triệu USD (10,5)
              Trong số này, thuế 1.286,4 triệu đồng; phí 304,9 tỷ đồng; đấu giá 1.150 triệu đồng: of another scale
              Tổng chi 13.184 tỷ đồng. Chi thường xuyên 7.306 tỷ đồng, trong đó ...; chi đầu tư 5.196 tỷ đồng; ...
Leaves alone  some of many (nhất là, chủ yếu) · figures of another time · what more than one slip would have to explain
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.nearest.rows import may_be_all
from dondoc.checking.scene import Scene

# Matched against small letters.
_OPENS = re.compile(r"trong (?:đó|số)|gồm|chia|phân|cụ thể|như sau|theo|cơ cấu|bóc tách|lần lượt|:|\([^()]*\Z")
_REST = re.compile(r"khác|còn lại", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:\bcộng|\bgộp|tổng (?:cộng|số)|cả thảy|đưa tổng|nâng tổng)(?:\s[^\W\d_]+){0,6}\s*(?:I{1,3}V?\s[^\W\d_]+\s*)?\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]")
_STOP = re.compile(r"[.\n]\s")
_NONE: frozenset[str] = frozenset()
_MOST, _FEWEST, _WHOLES, _BACK, _FIRST = 14, 3, 6, 90, 3
_OPENED, _PLAIN = Decimal("0.03"), Decimal("0.002")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the sums of lists that one slip keeps from making a figure before them."""
    before: list[int] = []
    for sentence in _sentences(scene, known):
        yield from _added_up(scene, known, before, sentence)
        before = sentence
        for row in _rows(scene, sentence):
            relation = _of_row(scene, known, row)
            if relation is not None:
                yield relation
                break


def _added_up(scene: Scene, known: Known, before: list[int], sentence: list[int]) -> Iterator[Relation]:
    """``quý I 4.120 lượt, quý II 4.685 lượt, quý III 3.274 lượt; gộp lại là 12.079 lượt``: the whole comes last."""
    told = scene.told_by("cộng", "gộp", "tổng", "cả ")
    for at, index in enumerate(sentence):
        whole = scene.figures[index]
        if whole.id in known.by_result or whole.id in known.reckoned:
            continue
        if _is_total(scene, index, told):
            row = [place for place in sentence[:at] if _may_add(scene, place, index)]
            if not row and not at:
                row = [place for place in before if _may_add(scene, place, index)]
        else:
            row = _bracketed_before(scene, sentence[:at], index)
        if len(row) < _FEWEST:
            continue
        runs = [tuple(scene.figures[place] for place in row[start:]) for start in range(len(row) - 1)]
        read = [Relation("sum", parts, whole, "sum.added-up") for parts in runs]
        if any(map(holds, read)) or any(scene.figures[place].id in known.parts for place in row):
            continue
        for tried, relation in enumerate(read[:_FEWEST], start=1):
            if len(relation.args) >= _FEWEST and chance_of_slip(scene, relation) * tried <= _OPENED:
                yield relation
                break


def _is_total(scene: Scene, index: int, told: frozenset[int]) -> bool:
    """Whether the words before a figure say that it is the sum."""
    return index in told and _TOTAL.search(scene.before(index, 60)) is not None


def _bracketed_before(scene: Scene, earlier: list[int], index: int) -> list[int]:
    """``tại 3 xã (An Phú 214 con, An Hòa 97 con, An Lạc 46 con), phải tiêu hủy 357 con``: the list in the bracket that
    closes right before a figure."""
    last = index - 1
    if not earlier or earlier[-1] != last or not scene.of(last, in_bracket) or not scene.has_closed(last, index):
        return []
    row = [place for place in earlier if scene.of(place, in_bracket) and not scene.has_closed(place, last)]
    alike = all(same_unit(scene.figures[place], scene.figures[index]) and adds_up(scene, place) for place in row)
    return row if alike and len(row) >= _FEWEST and is_exact(scene.figures[index]) else []


def _may_add(scene: Scene, place: int, index: int) -> bool:
    one, other = scene.figures[place], scene.figures[index]
    return same_unit(one, other) and not scene.has_closed(place, index) and one.role != "plan" and adds_up(scene, place)


def _sentences(scene: Scene, known: Known) -> Iterator[list[int]]:
    """The amounts of each sentence."""
    row: list[int] = []
    for place in known.amounts.places:
        if row and scene.sentence[place] != scene.sentence[row[-1]]:
            yield row
            row = []
        if scene.figures[place].role not in ("change", "rank") and value_of(scene.figures[place]) > 0:
            row.append(place)
    if row:
        yield row


def _rows(scene: Scene, sentence: list[int]) -> Iterator[list[int]]:
    """The lists that a sentence may hold: from each of the first figures of a unit on, and what stands first in its
    members."""
    begun: dict[str | None, int] = {}
    if len(sentence) < 2:
        return
    kinds = [(scene.figures[place].role == "plan", scene.of(place, in_bracket)) for place in sentence]
    for start in range(len(sentence) - 1):
        first = scene.figures[sentence[start]]
        begun[first.unit] = begun.get(first.unit, 0) + 1
        if begun[first.unit] > _FIRST:
            continue
        alike = [
            place
            for place, kind in zip(sentence[start:], kinds[start:], strict=True)
            if kind == kinds[start] and same_unit(scene.figures[place], first)
        ]
        if len(alike) > 1:
            yield alike[:_MOST]
            tops = [place for at, place in enumerate(alike) if not at or ";" in scene.between(alike[at - 1], place)]
            if 1 < len(tops) < len(alike):
                yield tops


def _too_many(scene: Scene, row: list[int]) -> Relation | None:
    """``462 con mắc bệnh; 398 con khỏi, 47 con chết, 27 con đang theo dõi``: kinds that shut each other out come to
    more than there are."""
    parts, first = tuple(scene.figures[place] for place in row), row[0]
    whole = next((at for at in range(first - 1, max(first - 3, -1), -1) if same_unit(scene.figures[at], parts[0])), -1)
    if len(row) < _FEWEST or whole < 0 or scene.sentence[whole] != scene.sentence[first]:
        return None
    every = scene.figures[whole]
    counted = all(is_exact(figure) and same_unit(figure, every) for figure in (*parts, every))
    if not counted or row != list(range(first, row[-1] + 1)) or every.role in ("change", "plan"):
        return None
    total = sum(map(value_of, parts))
    if not value_of(every) < total <= 2 * value_of(every) or not _shut_out(scene, row):
        return None
    return Relation("sum", parts, every, "sum.too-many") if may_be_all(scene, row, whole) else None


def _shut_out(scene: Scene, row: list[int]) -> bool:
    """Whether the words before the figures of a list, behind them, or first before and then behind, name kinds that
    shut each other out."""
    before = [re.split(r"[;:(]", scene.before(place, 50))[-1] for place in row]
    behind = [re.split(r"[,;.]|\svà\s", scene.after(place, 40))[0] for place in row]
    either = [one if _WORD.search(one) else other for one, other in zip(before, behind, strict=True)]
    return any(map(are_exclusive, (before, behind, either)))


def _of_row(scene: Scene, known: Known, row: list[int]) -> Relation | None:
    """The sum of a list and the figure before it that it makes but for one slip."""
    parts = tuple(scene.figures[place] for place in row)
    if any(part.id in known.parts or part.id in known.doubted for part in parts):
        return None
    wholes = [place for place in known.amounts.before[row[0]] if same_unit(scene.figures[place], parts[0])]
    if not wholes and len(row) < _FEWEST:
        return None
    start = scene.starts[row[0]]
    said = _STOP.split(scene.facts.text.content[max(start - _BACK, 0) : start])[-1].lower()
    opened = _OPENS.search(said) is not None or all(";" in scene.between(one, other) for one, other in pairwise(row))
    if len(row) < _FEWEST and not opened:
        return None
    if (more := _too_many(scene, row)) is not None:
        return more
    for tried, place in enumerate(wholes[:_WHOLES], start=1):
        whole = scene.figures[place]
        if whole.role == "change" or not adds_up(scene, place):
            continue
        settled = frozenset((whole.id,)) if whole.id in known.wrong else _NONE
        relation = Relation("sum", parts, whole, "sum.claimed-list")
        if holds(relation):
            return None
        budget = (_OPENED if opened else _PLAIN) / (1 if len(row) >= _FEWEST else 5)
        budget *= 4 if opened and _REST.search(scene.before(row[-1], 60)) else 1
        if may_be_all(scene, row, place) and chance_of_slip(scene, relation, settled) * tried <= budget:
            return relation
    return None
