"""Relations that do not hold and that others, which do, show to be none.

Finds         412,8 + 188,5 + 154,1 against 1.048,2 where all three are told as shares of 1.284,6
              1.152,3 - 236,4 against 1.048,2 where 1.284,6 - 236,4 is that
              1.858 + 5.914 against 7.628 where 9.486 - 7.628 is 1.858
              5.422 + 4.918 against 7.259 where 4.918 is 90,7% of 5.422
              138 + 123 against 203 where 271 + 203 + 138 is 612: no part is made of those told beside it
Leaves alone  relations that the words leave no doubt of · 3.284 + 946 + 4.186 against 8.316 where it is 8.416, told
              again elsewhere: one of the two is the slip
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.arithmetic.repair import slip_between
from dondoc.checking.names.wording import content_words, names_overlap
from dondoc.facts import Quantity

TIED = frozenset(("ratio.pair", "ratio.bracket", "ratio.plan-settled", "difference.left", "difference.balance"))
_PAIR, _TRIO = 2, 3
_ALIKE = 0.5
_RIGHT_BEHIND = 40
_OFF = Decimal("0.1")
_ALL, _TELLING = 100, 4
_ADDING = frozenset(("sum", "difference"))


class Holding:
    """Relations that hold, found by their figures: one that shares none with another says nothing of it."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        self._relations = relations
        self._places: dict[str, list[int]] = {}
        for place, relation in enumerate(relations):
            for figure in _figures(relation):
                self._places.setdefault(figure, []).append(place)

    def beside(self, relation: Relation) -> Iterator[Relation]:
        """Those that share a figure with ``relation``, each once, in order."""
        for place in sorted({place for figure in _figures(relation) for place in self._places.get(figure, ())}):
            yield self._relations[place]


def is_withdrawn(wrong: Relation, holding: Holding) -> bool:
    """Whether relations that hold show that the text does not claim ``wrong``."""
    if wrong.rule in TIED:
        return False
    args = {figure.id for figure in wrong.args}
    beside = list(holding.beside(wrong))
    shared = {other.args[0].id for other in beside if other.form == "ratio" and other.args[1].id == wrong.result.id}
    if wrong.form == "sum" and args <= shared:
        return True  # đã qua đào tạo 80%, biết ngoại ngữ 46%: each is told as a share of the whole
    wholes: Counter[str] = Counter()  # of which parts are told as shares; each may have a plan of its own
    for other in beside:
        if wrong.form == other.form == "sum" and (_is_told_with_others(wrong, other) or _is_of_siblings(wrong, other)):
            return True
        if wrong.form == other.form == "growth_of" and wrong.args == other.args:
            return True  # tăng 5,2% so với năm trước (640 tỷ đồng), vượt mục tiêu tăng 4,5%
        if wrong.form == other.form == "ratio" and _is_plan_of_another(wrong, other):
            return True
        if _is_of_one_family(wrong, other):
            if _speaks_against(wrong, other) and not _is_slip(wrong, other):
                return True
        elif wrong.form == "sum" and other.form == "ratio":
            if other.args[0].id in args and other.args[1].id in args:
                return True  # one part is a share of the other
            if other.args[0].id in args and _is_another(other.args[1], wrong):
                wholes[other.args[1].id] += 1
    return max(wholes.values(), default=0) > 1 and not _is_near(wrong)


def _is_told_with_others(wrong: Relation, other: Relation) -> bool:
    """Whether a part of a sum that is far from its whole, or of two, makes that whole with other parts."""
    if other.result.id != wrong.result.id or (_is_near(wrong) and len(wrong.args) > _PAIR):
        return False
    return not {figure.id for figure in wrong.args}.isdisjoint(part.id for part in other.args)


def _is_of_siblings(wrong: Relation, other: Relation) -> bool:
    """Whether the result of a sum is a part of ``other``, and one of its parts too."""
    parts = {part.id for part in other.args}
    return wrong.result.id in parts and not parts.isdisjoint(part.id for part in wrong.args)


def _is_plan_of_another(wrong: Relation, other: Relation) -> bool:
    """Whether a share of the plan is of one that another share is of: "đạt 28,8% dự toán Trung ương giao (6.120 tỷ
    đồng), đạt 28% dự toán tỉnh giao", "đạt 25,6% kế hoạch 18.000 người; đưa 412 người đi nước ngoài, bằng 20,6%"."""
    if not wrong.result.role == other.result.role == "share_of_plan" or wrong.args[1].id != other.args[1].id:
        return False
    if _has_share_slipped(wrong) or _is_right_behind(wrong):
        return False
    mine, theirs = wrong.args[0], other.args[0]
    if mine.id == theirs.id:
        return wrong.result.id != other.result.id
    # "bằng 72% kế hoạch (500 tấn)": right behind its share it is the plan of that figure and of no narrower one.
    own = _is_right_behind(other)
    names = content_words(mine.indicator), content_words(theirs.indicator)
    return names_overlap(mine.indicator, theirs.indicator) < _ALIKE or (own and names[0] != names[1])


def _is_right_behind(share: Relation) -> bool:
    """Whether a share of the plan has that plan right behind it: "bằng 72% kế hoạch (500 tấn)"."""
    return 0 <= share.args[1].span.start - share.result.span.end < _RIGHT_BEHIND


def _has_share_slipped(wrong: Relation) -> bool:
    """Whether one slip in a share of many digits explains it: 59,33% of what comes to 95,33%."""
    step, whole = 2 * wrong.result.half_step, value_of(wrong.args[1])
    if step <= 0 or not whole:
        return False
    told, meant = abs(value_of(wrong.result)) / step, value_of(wrong.args[0]) / whole * _ALL / step
    written = str(int(told))
    return len(written) >= _TELLING and slip_between(written, str(round(meant))) in ("digit", "swap")


def _is_near(wrong: Relation) -> bool:
    """Whether the parts come near their whole, as those of another one hardly would."""
    whole = abs(value_of(wrong.result))
    return abs(sum(map(value_of, wrong.args)) - value_of(wrong.result)) <= whole * _OFF


def _is_of_one_family(wrong: Relation, other: Relation) -> bool:
    return {wrong.form, other.form} <= _ADDING or (wrong.form not in _ADDING and wrong.kind == other.kind)


def _speaks_against(wrong: Relation, other: Relation) -> bool:
    """Whether all figures of ``wrong`` but one are told otherwise: of another whole, or with another figure."""
    mine, theirs = _figures(wrong).keys(), _figures(other).keys()
    if wrong.form not in _ADDING:
        return other.result.id == wrong.result.id and len(mine & theirs) > 1
    if len(mine) != len(theirs):
        return False  # the parts of a part stand in the list of its whole too
    if len(mine) > _TRIO:
        return {figure.id for figure in wrong.args} == {figure.id for figure in other.args}
    return len(mine & theirs) >= len(mine) - 1 and not theirs <= mine


def _is_another(whole: Quantity, wrong: Relation) -> bool:
    """Whether a whole is none of the figures of a relation, nor its result but for one slip."""
    if whole.id in _figures(wrong):
        return False
    return slip_between(_digits(whole), _digits(wrong.result)) is None


def _is_slip(wrong: Relation, other: Relation) -> bool:
    """Whether the figure that the two do not share is the same in both, but for one slip."""
    mine, theirs = _figures(wrong), _figures(other)
    alone = [figure for key, figure in mine.items() if key not in theirs]
    instead = [figure for key, figure in theirs.items() if key not in mine]
    return len(alone) == len(instead) == 1 and slip_between(_digits(alone[0]), _digits(instead[0])) is not None


def _figures(relation: Relation) -> dict[str, Quantity]:
    return {figure.id: figure for figure in (*relation.args, relation.result)}


def _digits(figure: Quantity) -> str:
    return "".join(map(str, value_of(figure).normalize().as_tuple().digits))
