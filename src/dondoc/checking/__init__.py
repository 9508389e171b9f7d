"""Facts to checks: every relation that the text states between its own figures, recomputed.

The rules run in a fixed order; each looks at neighbouring figures only, so the time is linear in the text. A relation
that two rules find is reported once, by the first of them; a figure found wrong as part of a sum is not reported again
as larger than its whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dondoc.checking import (
    breakdowns,
    closing_totals,
    contributions,
    cumulative,
    differences,
    equal,
    footnote_lists,
    footnotes,
    growth,
    growth_told,
    item_sums,
    listed_parts,
    listed_wholes,
    mixed_brackets,
    order,
    planned_earlier,
    ratio,
    remaining,
    shares_told,
    sums,
    tables,
    totals,
)
from dondoc.checking.alibis import has_alibi
from dondoc.checking.judging import judge
from dondoc.checking.scene import Scene, read_scene
from dondoc.facts import Check, Facts

RELATIONS = (
    ratio.find,
    sums.find,
    footnotes.find,
    totals.find,
    listed_parts.find,
    cumulative.find,
    differences.find,
    growth.find,
    breakdowns.find,
    shares_told.find,
    growth_told.find,
    listed_wholes.find,
    contributions.find,
    remaining.find,
    footnote_lists.find,
    item_sums.find,
    closing_totals.find,
    planned_earlier.find,
    mixed_brackets.find,
)
COMPARISONS = (tables.find, equal.find, order.find)


def check(facts: Facts) -> list[Check]:
    """Recompute every relation that the text states between its own figures.

    Returns the checks in the order of the figures they end in, ids "c1", "c2", ...; verdict "consistent" ones as well,
    so that the share of figures that could be checked is known.
    """
    scene = read_scene(facts)
    unique = _once(_found(scene), scene)
    unique.sort(key=lambda item: _position(item, scene))
    return [_numbered(item, number) for number, item in enumerate(unique, start=1)]


def _numbered(item: Check, number: int) -> Check:
    """``item`` with its id; written out, since a long table has tens of thousands."""
    return Check(
        f"c{number}",
        item.kind,
        item.args,
        item.result,
        item.computed,
        item.stated,
        item.verdict,
        item.rule,
        item.reason,
        item.repair,
    )


def _found(scene: Scene) -> Iterator[Check]:
    told = _told(scene)
    for find_relations in RELATIONS:
        for relation in find_relations(told):
            if told.ranges and not told.ranges.isdisjoint((relation.result.id, *(one.id for one in relation.args))):
                continue
            judged = judge(relation, scene.facts.text)
            if judged and (judged.verdict == "consistent" or not has_alibi(told, relation)):
                yield judged
    for find_comparisons in COMPARISONS:
        for item in find_comparisons(scene):
            if scene.ranges.isdisjoint(item.args):
                yield item


def _told(scene: Scene) -> Scene:
    """The scene without the cells of tables, which are no sentences."""
    quantities = tuple(quantity for quantity in scene.facts.quantities if quantity.rule != "table.cell")
    if len(quantities) == len(scene.facts.quantities):
        return scene
    return read_scene(replace(scene.facts, quantities=quantities))


def _once(checks: Iterable[Check], scene: Scene) -> list[Check]:
    seen: set[tuple[str, frozenset[str | None]]] = set()
    flagged: set[str] = set()
    unique: list[Check] = []
    for item in checks:
        key = (item.kind, frozenset((*item.args, item.result)))
        if key in seen:
            continue
        seen.add(key)
        if item.kind == "order" and item.verdict != "consistent" and flagged.issuperset(item.args):
            continue
        if item.verdict != "consistent":
            flagged.update(item.args, [item.result] if item.result else [])
        unique.append(item)
    return unique


def _position(item: Check, scene: Scene) -> tuple[int, int]:
    places = [scene.place[ref] for ref in (*item.args, item.result) if ref is not None and ref in scene.place]
    return (max(places), len(places)) if places else (0, 0)
