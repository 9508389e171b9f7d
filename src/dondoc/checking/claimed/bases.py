"""Shares told right behind their part, of a whole that stands further off: what speaks for a whole is weighed.

Finds         đầu kỳ có 8.140 hộ nghèo ...; hộ nghèo ở vùng cao 9.128 hộ, tương đương 75,3% (6.128)
              Khách du lịch: 36.400 lượt / Khách quốc tế: 41.314 lượt, chiếm 11,4% tổng lượt khách (4.131)
              gieo lại 1.910 ha, tương đương 33,2% của 8.230 ha · tốt 60 xã (50%), khá 24 xã (50%), of 120: copied
              Tổng nguồn vốn được giao 250 tỷ đồng ... Đã giải ngân 160 tỷ đồng, bằng 71% kế hoạch
Leaves alone  shares that some figure before them gives · shares of what neither words nor other shares point to

For a whole speak other shares of the same list that are of it, the words behind the share, a plan where it is a share
of the plan, nearness; that the share comes near it, and one slip that explains why it does not come out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, computed_interval, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip, is_swapped
from dondoc.checking.claimed.tied_shares import GIVEN, THEN, may_be_whole, of_next, reached
from dondoc.checking.names.wording import content_words, names_overlap, same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import borne, is_open, named
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.grammar.agencies.folding import CAPITALS

_SHARE = re.compile(
    r"[^,;.()\d]{0,25}[,(–-]?\s*(?:tức |hay |như vậy )?"
    r"(?P<word>chiếm|tương đương|tương ứng|tỷ lệ|tỉ lệ|tỷ trọng|bằng|tức|đạt|hoàn thành|\()"
    r"(?:\s*(?:khoảng|gần|hơn|ước|là|chỉ|tỷ lệ|tỉ lệ|tỷ trọng|đạt|chiếm|bằng|giải ngân|thanh toán|hoàn thành))*\s*",
    re.IGNORECASE,
)
_OF_ALL = frozenset(("chiếm", "tương đương", "tỷ trọng", "tỷ lệ", "tỉ lệ", "("))
_REACHED = frozenset(("đạt", "bằng", "tỷ lệ", "tỉ lệ", "("))
_PLAN = re.compile(r"\s*(?:so với\s+)?(?:\S+\s)?(?:kế hoạch|dự toán|chỉ tiêu|\bkh\b|vốn|mục tiêu)", re.IGNORECASE)
_LEADS = re.compile(r"dẫn đầu|đứng (?:đầu|thứ)|lớn nhất|nhiều nhất|cao nhất|tiếp (?:theo|đến)|thứ hai", re.IGNORECASE)
_BODY = re.compile(rf"\b(?i:sở|ban|cục|huyện|xã|phường|thành phố|thị xã|công ty)\s+[{CAPITALS}]")
_PAID = re.compile(r"giải ngân|thanh toán|thực hiện|hoàn thành", re.IGNORECASE)
_IDLE = frozenset(
    """
    tổng số toàn tỉnh huyện xã thành phố cả lượng có được đạt chiếm trong đó riêng với đang còn ước diện tích sản lượng
    """.split()  # noqa: SIM905
)  # fmt: skip
_BACK, _SENTENCES, _BESIDE, _NEEDED, _CLAUSE = 30, 3, 2, 5, 80
_ALIKE, _OF_SIBLINGS = 0.6, 3
_ANY, _LIKELY, _SURE = Decimal("0.7"), Decimal("0.2"), Decimal("0.04")
_NEAR, _HUNDRED = Decimal("0.3"), 100


class _Told(NamedTuple):
    """How a share is told: its part, the word that ties the two, the words behind it, whether it is one of a plan, and
    the wholes of other shares beside it with how much they say."""

    part: int
    word: str
    said: frozenset[str]
    of_plan: bool
    siblings: dict[str, int]


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that do not come out of the whole for which most speaks."""
    for index in range(1, len(scene.figures)):
        share, part = scene.figures[index], index - 1
        if share.unit != "%" or share.id in known.wrong or share.approx is not None or not is_open(scene, known, index):
            continue
        if (of_plan := reached(scene, part, index)) is not None:
            yield of_plan
            continue
        tied = _SHARE.fullmatch(scene.between(part, index))
        if tied is None or scene.block[part] != scene.block[index] or not scene.is_amount(part):
            continue
        relation = of_next(scene, part, index) or _weighed(scene, known, part, index, tied["word"].lower())
        if relation is not None:
            yield relation


def _weighed(scene: Scene, known: Known, part: int, index: int, word: str) -> Relation | None:
    """The share of the figure before it for which most speaks; None where it is a share of some, or too little does."""
    top, told = scene.figures[part], _read(scene, known, part, index, word)
    then = THEN.search(scene.before(part, 60)) is not None
    best: Relation | None = None
    most = larger = 0
    for place in range(part - 1, max(part - _BACK, -1), -1):
        apart = scene.sentence[part] - scene.sentence[place]
        if apart > _SENTENCES:
            break
        if not may_be_whole(scene, place, part) or _LEADS.search(scene.before(place, 80)):
            continue
        relation = Relation("ratio", (top, scene.figures[place]), scene.figures[index], "ratio.weighed")
        if holds(relation) or is_swapped(relation):
            return None
        if then or (told.of_plan and (_is_of_another(known, relation) or _is_of_a_body(scene, part, place))):
            continue
        larger += apart < _BESIDE and value_of(top) < value_of(relation.args[1]) and _is_no_part(known, relation)
        weight = _weight(scene, known, told, relation)
        if weight > most:
            best, most = relation, weight
    return best if most + (told.of_plan and larger == 1) >= _NEEDED else None


def _read(scene: Scene, known: Known, part: int, index: int, word: str) -> _Told:
    said, after = named(scene, index), scene.after(index)
    of_plan = scene.figures[index].role == "share_of_plan" or _PLAN.match(after) is not None
    of_plan = of_plan or (word in _REACHED and _PAID.search(scene.before(part)) is not None)
    of_plan = of_plan or (word == "tức" and not said)
    siblings = _siblings(scene, known, part, index) if word in _OF_ALL and not of_plan else {}
    return _Told(part, word, said, of_plan, siblings)


def _is_no_part(known: Known, relation: Relation) -> bool:
    return relation.args[1].id not in known.parts


def _is_copied(known: Known, relation: Relation) -> bool:
    """Whether a figure of the same value is told as another share of the same whole."""
    others = known.shares.get(relation.args[1].id, ())
    return any(value_of(one.args[0]) == value_of(relation.args[0]) for one in others)


def _is_of_another(known: Known, relation: Relation) -> bool:
    """``thu 20 tỷ đồng, đạt 50% dự toán (40 tỷ đồng); chi 90 tỷ đồng, đạt 45% dự toán``: whether a plan is one of
    something else, or a part of one."""
    part, whole = relation.args
    taken = whole.id in known.shares and not (_is_copied(known, relation) or _is_of_one_name(part, whole))
    return taken or whole.id in known.parts


def _is_of_a_body(scene: Scene, part: int, whole: int) -> bool:
    """``Kế hoạch vốn là 980 tỷ đồng. Sở Y tế giải ngân 40 tỷ đồng, đạt 94% kế hoạch``: of the plan of one body."""
    return _BODY.search(scene.before(part, 70)) is not None and not _BODY.search(scene.before(whole, 70))


def _weight(scene: Scene, known: Known, told: _Told, relation: Relation) -> int:
    """How much speaks for the whole of a share."""
    part, whole = relation.args
    place, copied = scene.place[whole.id], _is_copied(known, relation)
    by_others = copied or whole.id in told.siblings
    fit = _fits(relation) + _slips(scene, relation)
    if fit < 1 and not by_others:
        return 0
    given = whole.role == "plan" or GIVEN.search(scene.before(place, 90)) is not None
    weight = fit + 4 * copied + told.siblings.get(whole.id, 0) + _named(scene, place, told)
    weight += (2 if given else -2) if told.of_plan else -given
    weight += scene.sentence[told.part] - scene.sentence[place] < _BESIDE
    weight += value_of(part) > value_of(whole) and fit > 0 and value_of(relation.result) < _HUNDRED
    return weight - (scene.has_closed(place, told.part) and whole.id not in told.siblings)


def _siblings(scene: Scene, known: Known, part: int, index: int) -> dict[str, int]:
    """The wholes of which other shares of the sentence and the one before hold, and how much that says: more where
    one of them is the same as this."""
    found: dict[str, int] = {}
    for place in range(index - 1, max(index - _BACK, -1), -1):
        if scene.sentence[index] - scene.sentence[place] > 1 or scene.block[place] != scene.block[index]:
            break
        other = known.by_result.get(scene.figures[place].id)
        if other is None or other.form != "ratio" or other.result.role == "share_of_plan":
            continue
        if same_unit(other.args[0], scene.figures[part]):
            same = value_of(other.result) == value_of(scene.figures[index])
            whole = other.args[1].id
            found[whole] = max(found.get(whole, 0), _OF_SIBLINGS + same)
    return found


def _named(scene: Scene, place: int, told: _Told) -> int:
    """How far the words behind a share, or those before its part, name a figure as what it is of."""
    called = scene.of(place, borne) - _IDLE
    if told.said:
        return 2 * (2 * len(told.said & called) >= len(told.said))
    start = scene.starts[told.part]
    words = scene.facts.text.content[max(start - _CLAUSE, 0) : start]
    own = content_words(re.split(r"[;\n]|\.\s", words)[-1]) - _IDLE
    return bool(own & called) + (told.word in _OF_ALL and bool(own & called))


def _is_of_one_name(part: Quantity, whole: Quantity) -> bool:
    """Whether a plan is told under the name of what was done of it; what comes in has no plan of what goes out."""
    one, other = (part.indicator or "").lower(), (whole.indicator or "").lower()
    if any((side in one) != (side in other) for side in ("thu ", "chi ", "xuất", "nhập")):
        return False
    return names_overlap(one, other) >= _ALIKE


def _fits(relation: Relation) -> int:
    """1 where the share comes near the one that is told, -1 where it is out of all proportion."""
    computed = computed_interval(relation)
    if computed is None:
        return -1
    told = value_of(relation.result)
    if abs(computed.low - told) <= _NEAR * told:
        return 1
    return -1 if told < _HUNDRED < computed.low / 2 else 0


def _slips(scene: Scene, relation: Relation) -> int:
    chance = chance_of_slip(scene, relation, frozenset((relation.args[1].id,)))
    above = value_of(relation.args[0]) > value_of(relation.args[1]) and value_of(relation.result) < _HUNDRED
    return (chance <= (_ANY if above else _LIKELY)) + (chance <= _SURE)
