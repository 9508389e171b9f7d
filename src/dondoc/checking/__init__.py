"""Facts to checks: every relation that the text states between its own figures, recomputed.

The rules run in a fixed order; each looks at neighbouring figures only, so the time is linear in the text. A relation
that two rules find is reported once, by the first of them; a figure found wrong as part of a sum is not reported again
as larger than its whole.

The rooms: ``arithmetic`` and ``names`` (what every relation stands on); ``shares``, ``sums``, ``totals``,
``differences``, ``growth`` and ``comparisons`` (relations of one text), ``nearest`` (those that no words tie),
``claimed`` (those that one slip keeps from holding: asked last), ``tables``; ``figures``, ``worded``,
``times`` and ``form`` (slips that no relation of two figures shows); ``across`` (against other documents).
``review`` makes findings of all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from dondoc.checking import tables
from dondoc.checking.claimed import CLAIMED
from dondoc.checking.comparisons import equal, order, plan_claims, singled_out
from dondoc.checking.differences import (
    against_plan,
    balance,
    breakdowns,
    direct,
    from_to,
    increments,
    left_over,
    points,
    remaining,
    without,
)
from dondoc.checking.gathered import Gathered
from dondoc.checking.growth import base_first, growth_told, parallel_changes, stated, times_told, two_times
from dondoc.checking.nearest import NEAREST
from dondoc.checking.nearest.known import Amounts
from dondoc.checking.scene import Scene, read_scene
from dondoc.checking.shares import (
    common_total,
    in_turn,
    named_wholes,
    noted_base,
    of_total,
    planned_earlier,
    ratio,
    same_phrase,
    share_first,
    shared_parts,
    shares_told,
)
from dondoc.checking.sums import (
    by_ranges,
    by_status,
    complements,
    contributions,
    footnote_lists,
    footnotes,
    item_sums,
    listed_parts,
    listed_wholes,
    long_figures,
    mixed_brackets,
    named_brackets,
    opposites,
    parallel_rows,
    parts,
    told_parts,
    trade,
)
from dondoc.checking.totals import closing_totals, cumulative, month_added, raised_totals, summed_up, unnamed
from dondoc.facts import Check, Facts

RELATIONS = (
    in_turn.find,
    ratio.find,
    shared_parts.find,
    direct.find,
    points.find,
    against_plan.find,
    from_to.find,
    balance.find,
    remaining.find,
    breakdowns.find,
    left_over.find,
    parallel_rows.find,
    told_parts.find,
    parts.find,
    footnotes.find,
    unnamed.find,
    listed_parts.find,
    cumulative.find,
    stated.find,
    shares_told.find,
    growth_told.find,
    parallel_changes.find,
    listed_wholes.find,
    contributions.find,
    footnote_lists.find,
    item_sums.find,
    closing_totals.find,
    planned_earlier.find,
    mixed_brackets.find,
    base_first.find,
    raised_totals.find,
    named_brackets.find,
    opposites.find,
    named_wholes.find,
    common_total.find,
    trade.find,
    complements.find,
    long_figures.find,
    increments.find,
    summed_up.find,
    share_first.find,
    times_told.find,
    two_times.find,
    month_added.find,
    of_total.find,
    same_phrase.find,
    noted_base.find,
    by_status.find,
    by_ranges.find,
    without.find,
)
COMPARISONS = (tables.find, equal.find, order.find, plan_claims.find, singled_out.find)


def check(facts: Facts, scene: Scene | None = None) -> list[Check]:
    """Recompute every relation that the text states between its own figures.

    Returns the checks in the order of the figures they end in, ids "c1", "c2", ...; verdict "consistent" ones as well,
    so that the share of figures that could be checked is known. ``scene`` is that of ``facts``, where somebody has
    read it already (:func:`dondoc.checking.scene.read_scene`).
    """
    scene = scene or read_scene(facts)
    checks = _once(_found(scene), scene)
    checks.sort(key=lambda item: _position(item, scene))
    for place, item in enumerate(checks):  # each in its own place: a long text has tens of thousands
        checks[place] = _numbered(item, place + 1)
    return checks


def _numbered(item: Check, number: int) -> Check:
    """``item`` with its id, written out, which is quicker than a copy."""
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
    yield from _related(_told(scene))
    for find_comparisons in COMPARISONS:
        for item in find_comparisons(scene):
            if scene.ranges.isdisjoint(item.args):
                yield item


def _related(told: Scene) -> list[Check]:
    """The checks of the relations in the sentences of a text."""
    found = Gathered(told)
    for find_relations in RELATIONS:
        found.add(find_relations(told))
    known, size = found.known(amounts := Amounts(told)), len(found.checks)
    for find_nearest in (*NEAREST, *CLAIMED):
        found.add(find_nearest(told, known))
        if len(found.checks) > size:
            known, size = found.known(amounts), len(found.checks)
    return list(found.standing())


def _told(scene: Scene) -> Scene:
    """The scene without the cells of tables, which are no sentences."""
    quantities = tuple(quantity for quantity in scene.facts.quantities if quantity.rule != "table.cell")
    if len(quantities) == len(scene.facts.quantities):
        return scene
    return read_scene(replace(scene.facts, quantities=quantities))


def _once(checks: Iterable[Check], scene: Scene) -> list[Check]:
    seen: set[tuple[str, ...]] = set()  # a long text has tens of thousands: sorted ids weigh a third of a set
    flagged: set[str] = set()
    sums = _Sums({}, {})
    unique: list[Check] = []
    for item in checks:
        kind = "sum" if item.kind == "difference" else item.kind  # what is left and the rest are one relation
        key = (kind, *sorted({*item.args, item.result or ""}))
        if key in seen:
            continue
        seen.add(key)
        if item.kind == "sum" and _is_told(frozenset(item.args), item.result, sums):
            continue
        if item.kind == "order" and item.verdict != "consistent" and flagged.issuperset(item.args):
            continue
        if item.verdict != "consistent":
            flagged.update(item.args, [item.result] if item.result else [])
        unique.append(item)
    return unique


class _Sums(NamedTuple):
    """The lists of parts told so far, by their whole and by each part."""

    of: dict[str | None, list[frozenset[str]]]
    holding: dict[str, list[frozenset[str]]]


def _is_told(args: frozenset[str], result: str | None, sums: _Sums) -> bool:
    """Whether a list of parts was told already: some or more of them for the same whole, or all for another one."""
    known = sums.of.setdefault(result, [])
    if any(args <= other or other <= args for other in known):
        return True
    whole = args | {result} if result is not None else args
    if any(whole <= other for other in sums.holding.get(next(iter(whole)), ())):
        return True
    known.append(args)
    for part in args:
        sums.holding.setdefault(part, []).append(args)
    return False


def _position(item: Check, scene: Scene) -> tuple[int, int]:
    places = [scene.place[ref] for ref in (*item.args, item.result) if ref is not None and ref in scene.place]
    return (max(places), len(places)) if places else (0, 0)
