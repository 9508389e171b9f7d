"""Which figure of a relation that does not hold may have slipped.

Finds         the figures that one slip of the pen would put right, likeliest first
Leaves alone  figures whose mend would break a relation that holds, where another figure may have slipped
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, computed_interval, form_of, holds, needed_interval
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.scene import Scene
from dondoc.checking.tables import compound
from dondoc.facts import Check, Quantity

_TRIED = 8
Held = Mapping[str, Sequence[Check]]


def relation_of(scene: Scene, one: Check) -> Relation | None:
    """The relation that ``one`` recomputed, None where a figure of it cannot be read
    or it is of several operations."""
    if one.rule == compound.RULE:
        return None
    args = [scene.find(ref) for ref in one.args]
    result = scene.find(one.result)
    if result is None or any(figure is None for figure in args) or len(args) < 2:
        return None
    figures = tuple(figure for figure in args if figure is not None)
    form = form_of(one.kind, figures, result)
    return None if form is None else Relation(form, figures, result, one.rule)


def suspects(scene: Scene, relation: Relation, held: Held) -> list[tuple[Quantity, Repair]]:
    """The figures in which one slip explains the difference, likeliest first, less likely ones left out.

    A mend that breaks a relation which holds is less likely, and so is a lost digit than a wrong one.
    """
    places = [*range(len(relation.args)), len(relation.args)]
    found: list[tuple[bool, int, int, Quantity, Repair]] = []
    for order, place in enumerate(places if relation.form == "sum" else places[::-1]):
        is_result = place == len(relation.args)
        figure = relation.result if is_result else relation.args[place]
        needed = computed_interval(relation) if is_result else needed_interval(relation, place)
        repair = find_repair(scene.facts.text, figure, needed) if needed else None
        if repair:
            found.append((breaks(scene, repair.quantity, held), repair.cost, order, figure, repair))
    found.sort(key=lambda slip: slip[:3])
    return [slip[3:] for slip in found if slip[:2] == found[0][:2]]


def breaks(scene: Scene, mended: Quantity, held: Held) -> bool:
    """Whether a relation that holds would not, with ``mended`` in place of the figure as it is written."""
    for one in held.get(mended.id, ())[:_TRIED]:
        relation = relation_of(scene, one)
        if relation is None:
            continue
        args = tuple(mended if figure.id == mended.id else figure for figure in relation.args)
        result = mended if relation.result.id == mended.id else relation.result
        if not holds(replace(relation, args=args, result=result)):
            return True
    return False
