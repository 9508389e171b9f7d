"""The checks of the relations found so far: each relation once, judged, with what the later rules want to know."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.judging import judge
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.claimed.parallel_shares import PARALLEL
from dondoc.checking.claimed.remainders import REMAINDER
from dondoc.checking.claimed.slips import is_far_fetched
from dondoc.checking.differences.alibis import is_of_another as is_of_another_figure
from dondoc.checking.nearest.known import Amounts, Known, values_of
from dondoc.checking.nearest.withdrawn import TIED, Holding, is_withdrawn
from dondoc.checking.scene import Scene
from dondoc.checking.shares.alibis import NAMED_BESIDE, alibi_of, is_of_another
from dondoc.checking.shares.in_turn import IN_TURN
from dondoc.checking.sums.no_lists import is_no_list
from dondoc.checking.sums.other_balances import balances_otherwise, is_next_number
from dondoc.checking.sums.part_claims import tells_some
from dondoc.facts import Check

_OWN_ALIBIS = frozenset((IN_TURN, PARALLEL, REMAINDER))  # what else they may be of their rules have asked already
_OF_THEN = re.compile(r"\s*của (?:cùng kỳ|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|\d))", re.IGNORECASE)


class Gathered:
    """What the rules have found in ``scene``, in the order in which they were asked."""

    def __init__(self, scene: Scene) -> None:
        self.checks: list[Check] = []
        self._scene = scene
        self._holding: list[Relation] = []
        self._by_result: dict[str, Relation] = {}
        self._shares: dict[str, list[Relation]] = {}
        self._in_turn: set[str] = set()
        self._held: set[frozenset[str]] = set()
        # One figure may stand twice: what it gives is told once.
        self._values: set[tuple[str, str, tuple[Decimal, ...]]] = set()
        self._doubted: dict[int, Relation] = {}  # those of ``checks`` that do not hold, by their place

    def add(self, relations: Iterable[Relation]) -> None:
        """Judge ``relations`` and keep the checks of those that are new."""
        scene = self._scene
        for relation in relations:
            ids = frozenset((relation.result.id, *(one.id for one in relation.args)))
            if ids in self._held or not scene.ranges.isdisjoint(ids):
                continue
            if relation.rule == IN_TURN:
                self._in_turn.add(relation.result.id)
            elif relation.form == "ratio" and relation.result.id in self._in_turn:
                continue  # tương ứng 35% và 48%: the first is not of what stands right before it
            judged = _judged(scene, relation)
            if judged is None:
                continue
            if judged.verdict == "consistent":
                figures = relation.form, relation.result.id, tuple(sorted(map(value_of, relation.args)))
                if figures in self._values:
                    continue
                self._values.add(figures)
                self._held.add(ids)
                self._holding.append(relation)
                if self._by_result.setdefault(relation.result.id, relation) is relation and relation.form == "ratio":
                    self._shares.setdefault(relation.args[1].id, []).append(relation)
            else:
                self._doubted[len(self.checks)] = relation
            self.checks.append(judged)

    def known(self, amounts: Amounts) -> Known:
        """What has been told by now."""
        sums = [relation for relation in self._holding if relation.form in ("sum", "difference")]
        return Known(
            amounts,
            self._by_result,
            self._shares,
            frozenset(map(values_of, sums)),
            frozenset(part.id for relation in sums if relation.form == "sum" for part in relation.args),
            frozenset(one.id for relation in sums for one in (*relation.args, relation.result)),
            frozenset(
                one.result.id for place, one in self._doubted.items() if self.checks[place].verdict == "inconsistent"
            ),
            frozenset(part.id for one in self._doubted.values() for part in (*one.args, one.result)),
            frozenset(one.result.id for one in self._doubted.values() if one.rule in TIED),
            tuple(self._doubted.values()),
        )

    def standing(self) -> Iterator[Check]:
        """The checks without those that others show to be none."""
        holding = Holding(self._holding)
        for place, item in enumerate(self.checks):
            if place not in self._doubted or not is_withdrawn(self._doubted[place], holding):
                yield item


def _judged(scene: Scene, relation: Relation) -> Check | None:
    """The check of a relation, or of what its percentage is really of."""
    if relation.result.role == "change" and _OF_THEN.match(scene.after(scene.place[relation.result.id], 20)):
        return None  # thấp hơn 260 lượt của cùng kỳ 20 lượt: what there was
    judged = judge(relation, scene.facts.text)
    if judged is None or judged.verdict == "consistent":
        return judged
    if relation.form == "sum" and (balances_otherwise(scene, relation) or is_no_list(scene, relation)):
        return None
    if relation.form == "sum" and judged.computed < judged.stated and tells_some(scene, relation):
        return None
    if relation.form == "sum" and (closed := _closed(scene, relation)) is not None:
        return judge(closed, scene.facts.text)
    if is_of_another(scene, relation):
        return None
    more = judged.computed - judged.stated
    if relation.form == "difference" and more > 0 and is_next_number(scene, scene.place[relation.result.id], more):
        return None  # đang điều trị 160, tử vong 6: what is left is told in two parts
    if relation.form == "difference" and is_of_another_figure(scene, relation):
        return None
    if is_far_fetched(scene, relation) or _is_in_last_digit(relation, judged):
        return None
    meant = alibi_of(scene, relation) if relation.rule not in _OWN_ALIBIS else None
    if meant is None:
        return judged
    return judge(meant, scene.facts.text) if meant.rule == NAMED_BESIDE else None


def _is_in_last_digit(relation: Relation, judged: Check) -> bool:
    """Whether a share that only seems to be of two figures is off in its last digit: it may be of others, as large."""
    if relation.form != "ratio" or relation.certain or relation.tied:
        return False
    return abs(judged.computed - judged.stated) < 3 * relation.result.half_step


def _closed(scene: Scene, relation: Relation) -> Relation | None:
    """``355,2 ha: lương thực 198,2 ha, thực phẩm 140 ha, khác 17 ha; cây lâu năm 229,5 ha``: the parts before the
    semicolon, where they are just their whole."""
    for last in range(len(relation.args) - 1, 1, -1):
        place = scene.place[relation.args[last].id]
        total = sum((value_of(part) for part in relation.args[:last]), Decimal(0))
        if total == value_of(relation.result) and ";" in scene.before(place):
            return replace(relation, args=relation.args[:last])
    return None
