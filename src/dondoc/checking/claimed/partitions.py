"""Lists that claim to be all of what stands before them: what speaks for that is weighed, whatever the words are.

Finds         Toàn tỉnh có 48 cơ sở đào tạo: 6 trường cao đẳng, 9 trường trung cấp, 20 trung tâm, 23 cơ sở khác (13)
              tiếp nhận 8.120 hồ sơ, kết quả: trả sớm 4.210, đúng ngày 3.706, trả muộn 24, đang thụ lý 280 (180)
              thu phí 418,6 triệu đồng, nộp cấp trên 125,58 triệu đồng, giữ lại 239,02 triệu đồng (293,02)
              có 52 công trình (chuyển tiếp 20, khởi công mới 32); xong 31; đang thi công 14; chưa khởi công 9 (7)
Leaves alone  some of many (nhất là, chủ yếu, như) · figures that a sum which holds has told · lists that come nowhere
              near their whole

For a list speak a word or sign that opens it, a last member that is the rest of all, names that shut each other out,
many members, or two and no other figures in the sentence; one slip that explains why it does not come out speaks for
it the more, the fewer figures it could make.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from dondoc.checking.arithmetic.doubts import OVERLAP
from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.members import REST, is_apart, is_aside, is_bracketed, may_be_whole, rows
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.rows import may_be_all
from dondoc.checking.scene import Scene

_OPENS = re.compile(
    r"(?P<all>\b(?:bao gồm|gồm(?: có)?|chia(?: ra| theo| thành)?|phân (?:ra|theo|thành|bổ)|cụ thể|như sau|kết quả"
    r"|bóc tách|cơ cấu|lần lượt)\b|:)|(?P<among>\btrong (?:đó|số (?:đó|này))\b|\()",
    re.IGNORECASE,
)
# The words of these, as the scene looks them up.
_WORDS = (
    *("gồm", "chia", "phân", "cụ thể", "như sau", "kết quả", "bóc tách", "cơ cấu", "lần lượt", ":", "trong đó"),
    *("trong số", "("),
)
_SHARE = re.compile(r"\s*[(,]?\s*(?:(?:chiếm|bằng|đạt|tỷ lệ|=)\s*)*", re.IGNORECASE)
_PART = re.compile(r"[;\n]")
_FEWEST, _PAIR, _NEEDED, _REACH = 3, 2, 5, 6
_NEAR, _FAR, _RARE = Decimal("0.35"), Decimal("1.2"), Decimal("0.05")
_CHANCES = (Decimal("0.2"), Decimal("0.03"), Decimal("0.005"))


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the lists that claim to be all of a figure before them and do not come to it."""
    opened = scene.told_by(*_WORDS)
    for index, whole in enumerate(scene.figures):
        if whole.id in known.wrong or whole.id in known.doubted:
            continue
        if not _is_opened(scene, index, opened) and len(_alike(scene, index)) != _PAIR + 1:
            continue
        lists = list(rows(scene, index))
        if not lists or not may_be_whole(scene, index):
            continue
        told = known.by_result.get(whole.id)
        for row in lists:
            relation = Relation("sum", tuple(scene.figures[at] for at in row), whole, "sum.all-of-it")
            ids = {part.id for part in relation.args}
            if not (known.parts.isdisjoint(ids) and known.doubted.isdisjoint(ids)) or holds(relation):
                continue
            if told is not None and told.form == "sum" and not is_bracketed(scene, index, row[0]):
                continue
            weighed = _weighed(scene, index, row, relation)
            if weighed is not None:
                yield weighed
                break


def _is_opened(scene: Scene, index: int, opened: frozenset[int]) -> bool:
    """Whether a list may begin among the next figures: one of ``opened``, of the next line or behind a semicolon."""
    behind = range(index + 1, min(index + 1 + _REACH, len(scene.figures)))
    return not opened.isdisjoint(behind) or any(_PART.search(scene.between(place - 1, place)) for place in behind[:2])


def _alike(scene: Scene, index: int) -> list[int]:
    """A figure and all of its sentence that are counted as it is, where it is the first of them; [] where it is not."""
    found = [
        place
        for place in range(max(index - _REACH, 0), min(index + 2 * _REACH, len(scene.figures)))
        if scene.sentence[place] == scene.sentence[index]
        and scene.is_amount(place)
        and same_unit(scene.figures[place], scene.figures[index])
    ]
    return found if found[:1] == [index] else []


def _weighed(scene: Scene, index: int, row: list[int], relation: Relation) -> Relation | None:
    """The relation as far as the words speak for it, None where they do not say that the list is all."""
    opened, listed = _opening(scene, index, row), _is_listed(scene, index, row)
    alone = _is_alone(scene, index, row, relation)
    if not (opened or listed or alone) or not may_be_all(scene, row, index) or is_apart(scene.before(row[0], 90)):
        return None
    if any(value_of(part) == value_of(relation.result) for part in relation.args) and len(row) == _PAIR:
        return None
    names = [f"{scene.before(at, 50)} {re.split('[,;.)]', scene.after(at, 40))[0]}" for at in row]
    exclusive = are_exclusive(names)
    weight = opened + 2 * (REST.search(names[-1]) is not None) + exclusive + listed
    weight += (len(row) >= _FEWEST) + (len(row) > _FEWEST) + _fit(scene, relation)
    alone = alone and not are_exclusive([scene.before(index, 50), *names])
    if weight + alone < _NEEDED or not (opened or listed or alone):
        return None
    above = sum(map(value_of, relation.args), Decimal(0)) > value_of(relation.result)
    overlap = above and is_exact(relation.result) and weight <= _NEEDED + 1 and not exclusive
    return replace(relation, doubt=OVERLAP) if overlap else relation


def _is_alone(scene: Scene, index: int, row: list[int], relation: Relation) -> bool:
    """Whether a figure and two that come near it are all that the sentence counts so, the first no share of more."""
    if len(row) != _PAIR or _alike(scene, index) != [index, *row]:
        return False
    off = abs(sum(map(value_of, relation.args), Decimal(0)) - value_of(relation.result))
    shared = scene.figures[index + 1].unit == "%" and _SHARE.fullmatch(scene.between(index, index + 1)) is not None
    return off <= _NEAR * value_of(relation.result) and not shared  # 33 vụ (71,7%), 7 vụ (15,2%), 6 vụ (13,1%)


def _opening(scene: Scene, index: int, row: list[int]) -> int:
    """How surely the words before a list say that it is one: 2 for all there are, 1 for parts, 0 for none."""
    if _are_lines(scene, index, row):
        return 2
    beside = row[0] - 1 == index or is_aside(scene, row[0] - 1)
    opened = _OPENS.search(scene.between(row[0] - 1, row[0]) if beside else scene.before(row[0], 90))
    return 0 if opened is None else 2 if opened["all"] else 1


def _are_lines(scene: Scene, index: int, row: list[int]) -> bool:
    return all(scene.block[one] != scene.block[other] for one, other in pairwise([index, *row]))


def _is_listed(scene: Scene, index: int, row: list[int]) -> bool:
    """Whether each member stands in a line of its own or behind a semicolon."""
    if _are_lines(scene, index, row):
        return True
    return all(";" in scene.between(one, other) for one, other in pairwise([row[0] - 1, *row]))


def _fit(scene: Scene, relation: Relation) -> int:
    """How well the figures fit: near their whole, one slip away from it, of its unit."""
    whole, total = value_of(relation.result), sum(map(value_of, relation.args), Decimal(0))
    chance, off = chance_of_slip(scene, relation), abs(total - whole)
    fit = sum(chance <= bound for bound in _CHANCES) + (off <= _NEAR * whole)
    fit -= off > _FAR * whole and chance > _RARE
    units = {part.unit for part in relation.args}
    return fit - (len(units) > 1 or not same_unit(relation.args[0], relation.result))
