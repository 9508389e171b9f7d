"""Parts that should add up to the whole the text gives them.

Finds         711 ha (Phường 9: 450 ha; Long Đức: 200 ha; ...) · gồm 1 cơ sở ..., 31 cơ sở ... và 5 cơ sở ...
              tổng nợ 26,271 tỷ đồng (trong đó nợ có khả năng thu 25,268 tỷ đồng, nợ khó thu 11,003 tỷ đồng)
              giải quyết đúng hạn 1.636 hồ sơ, trễ hạn 10 hồ sơ, of 1.646
Leaves alone  trong đó 10 nữ, 3 đảng viên of 25: some of the parts, no claim that these are all

Parts that exceed their whole are always shown: amounts as an error, counted cases as doubtful where they may overlap
(one case warned and fined). Parts that fall short are shown only where the words say that they are all of it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from dondoc.checking.arithmetic.intervals import is_counted, is_exact
from dondoc.checking.arithmetic.relation import Relation, forward, value_of
from dondoc.checking.names.additive import adds_up, is_loss
from dondoc.checking.names.wording import are_of_other_kinds, counts_alike, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.sums.part_claims import claim_of, is_bare_bracket
from dondoc.checking.sums.told_openers import is_undone
from dondoc.facts import Quantity

_FROM = re.compile(r"\btừ\s+(?:mức\s+|gần\s+|hơn\s+|khoảng\s+)?\Z", re.IGNORECASE)
_BECAME = re.compile(r"[^,;.()]{0,20}\b(?:lên|xuống|còn)\b", re.IGNORECASE)
_TWO, _TELLING = 2, 100
_OF_THE_LAST = re.compile(r"\s*,\s*trong (?:đó|số đó)\b", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm 20\d\d\b[^,;.\d]{0,30}\Z", re.IGNORECASE)
_STRETCH = re.compile(r"giai đoạn|từ năm|\d năm|nhiệm kỳ", re.IGNORECASE)
_OF_COUNT = re.compile(r"\A\s*(?:tăng|giảm)\b[^,;.()\d]{0,25}?(?=\s*(?:,|;|\bvà\b))", re.IGNORECASE)
_NEW_LIST = re.compile(
    r"…|\.\.\.|v\.v|kết quả|trong khi|ngoài ra|đồng thời|l[uũ]y kế|tính đến|qua đó|bên cạnh|tăng|giảm|so với",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each list of parts, in the order of the wholes."""
    parts: dict[str, list[int]] = {}
    for index, figure in enumerate(scene.figures):
        if figure.of is not None and figure.of in scene.place:
            parts.setdefault(figure.of, []).append(index)
    for whole_id, indexes in parts.items():
        whole = scene.figures[scene.place[whole_id]]
        fitting = [i for i in indexes if _fits(scene.figures[i], whole) and not _is_former(scene, i)]
        runs = list(_runs(scene, fitting))
        for number, run in enumerate(runs, start=1):
            goes_on = number < len(runs) and scene.sentence[runs[number][0]] == scene.sentence[run[-1]]
            for listed, owner in _by_owner(scene, run, whole):
                relation = _of_run(scene, listed, owner)
                if relation and not (goes_on and _falls_short(relation)):
                    yield relation


def _falls_short(relation: Relation) -> bool:
    """Whether the parts are less than their whole: what is missing may stand where the sentence goes on."""
    return sum(map(value_of, relation.args)) < value_of(relation.result)


def _fits(part: Quantity, whole: Quantity) -> bool:
    if part.unit == "%" and whole.unit != "%":
        return False
    if are_of_other_kinds(part, whole):
        return False
    return counts_alike(part, whole) or (is_exact(part) and is_counted(whole))


def _is_former(scene: Scene, index: int) -> bool:
    """``chi phí lãi vay tăng từ 18 tỷ đồng lên 43 tỷ đồng``: what it was before is no part of what there is."""
    if index + 1 >= len(scene.figures) or _FROM.search(scene.before(index, 20)) is None:
        return False
    return _BECAME.match(scene.between(index, index + 1)) is not None


def _runs(scene: Scene, indexes: Sequence[int]) -> Iterator[list[int]]:
    """Cut the parts of a whole where another list begins."""
    run: list[int] = []
    for index in indexes:
        apart = run and scene.block[run[-1]] != scene.block[index] and not _items(scene, run[-1], index)
        apart = apart or (run and _is_told_by_share(scene, run[-1]) != _is_told_by_share(scene, index))
        if apart or (run and _NEW_LIST.search(_behind_name(scene, index))):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _behind_name(scene: Scene, index: int) -> str:
    """The words before a part, without what belongs to the count before it (2 nhóm tăng giá và 1 nhóm giảm giá)."""
    words = scene.between(index - 1, index).rpartition(";")[2]
    before = scene.figures[index - 1]
    return _OF_COUNT.sub("", words) if is_exact(before) and before.role != "change" else words


def _is_told_by_share(scene: Scene, index: int) -> bool:
    """``Thu hoạch được 680 ha, chiếm 54,6% diện tích``: a part by its share, of no list."""
    return any(one.part == "of" and one.rule == "parts.percentage" for one in scene.figures[index].evidence)


def _by_owner(scene: Scene, run: list[int], whole: Quantity) -> Iterator[tuple[list[int], Quantity]]:
    """``tiếp nhận 1.024; giải quyết 897, trong đó đúng hạn 981, quá hạn 06``: what follows "trong đó" are parts of the
    figure before it, even where they are larger."""
    for place in range(1, len(run) - 1):
        beside = run[place] == run[place - 1] + 1 and scene.sentence[run[place]] == scene.sentence[run[place - 1]]
        if beside and _OF_THE_LAST.match(scene.between(run[place - 1], run[place])):
            if place > 1:
                yield run[:place], whole
            owner = run[place - 1]
            last = next((at for at in range(place, len(run)) if is_undone(scene, run[at], owner)), len(run))
            yield run[place:last], scene.figures[owner]
            return
    yield run, whole


def _items(scene: Scene, first: int, second: int) -> bool:
    """Whether the two stand in neighbouring list items, not one in the text and one in a footnote."""
    near = scene.block[second] - scene.block[first] <= 3
    return near and scene.block[first] not in scene.notes and scene.block[second] not in scene.notes


def _of_run(scene: Scene, run: list[int], whole: Quantity) -> Relation | None:
    listed, run = run, _without_nested(scene, run)
    if not is_bare_bracket(scene, run, whole):
        kept = _exact_run(scene, run, whole)
        exact = sum(value_of(scene.figures[i]) for i in kept) == value_of(whole)
        run = kept if exact else _exact_run(scene, _outer(scene, run), whole)
    if len(run) < 2:
        return None
    figures = tuple(scene.figures[i] for i in run)
    total = forward("sum", [value_of(part) for part in figures])
    if total == value_of(whole):
        return Relation("sum", figures, whole, "sum.parts", certain=False)
    if scene.block[run[0]] != scene.block[scene.place[whole.id]] and not same_unit(figures[0], whole):
        return None  # a note of other things under the text
    follows = any(scene.place[whole.id] == i + 1 for i in run)
    if follows or "/" in (whole.unit or "") or _is_no_list(scene, run, whole, total):
        return None
    claim = claim_of(scene, run, listed, whole, total)
    return None if claim is None else Relation("sum", figures, whole, "sum.parts", *claim)


def _is_no_list(scene: Scene, run: list[int], whole: Quantity, total: Decimal) -> bool:
    """Losses beside gains, years beside years."""
    place = scene.place[whole.id]
    if not adds_up(scene, place) or any(is_loss(scene, index) for index in (place, *run)):
        return True
    if sum(_YEAR.search(scene.before(index, 40)) is not None for index in run) > 1:
        return _STRETCH.search(scene.before(place, 120)) is None
    return False


def _outer(scene: Scene, run: list[int]) -> list[int]:
    """The run up to the end of its bracket, without what stands in brackets behind a part: parts of a part."""
    depth, outer = 0, run[:1]
    for before, index in pairwise(run):
        gap = scene.facts.text.content[scene.figures[before].span.end : scene.figures[index].span.start]
        depth += gap.count("(") - gap.count(")")
        if depth < 0:
            break
        if depth == 0:
            outer.append(index)
    return outer


def _without_nested(scene: Scene, run: list[int]) -> list[int]:
    """``lúa 900 nghìn tấn: vụ đông xuân 400, vụ hè thu 350, vụ mùa 150``: without the parts of a part."""
    kept: list[int] = []
    place = 0
    while place < len(run):
        kept.append(run[place])
        left, end = value_of(scene.figures[run[place]]), place + 1
        if left > 0 and end < len(run) and ":" in scene.between(run[end] - 1, run[end]):
            while end < len(run) and left > 0:
                left -= value_of(scene.figures[run[end]])
                end += 1
        place = end if left == 0 and end - place > _TWO else place + 1
    return kept


def _exact_run(scene: Scene, run: list[int], whole: Quantity) -> list[int]:
    """The first or last parts of a run where these alone make the whole (289 đạt, 29 vi phạm, then 7 bị phạt)."""
    values = [value_of(scene.figures[i]) for i in run]
    target = value_of(whole)
    if sum(values) == target:
        return run
    for size in range(len(run) - 1, 1, -1):
        if sum(values[:size]) == target:
            return run[:size]
        if sum(values[-size:]) == target and target >= _TELLING:
            return run[-size:]
    return run
