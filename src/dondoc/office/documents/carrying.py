"""Carrying what people decided from one reading of a document to the next.

A fact that a person confirmed, rejected, corrected, split, merged or added is copied into the new reading, and the
draft that the new reading found on the same words gives way to it. The old row stays as it is; tasks and observations
go on pointing at it (``Fact.carried_from``).
"""

from collections import defaultdict

from dondoc.office.documents.models import Fact, FactKind, FactState, Reading
from dondoc.text import Span

SAME = 0.8
COLUMNS = ("kind", "data", "edited", "rule", "evidence", "state", "decided_by_id", "decided_at", "added_by_id")


def carry_over(previous: Reading, reading: Reading, found: list[Fact]) -> list[Fact]:
    """The facts of the new reading: copies of what people touched, and the drafts on other words."""
    touched = [fact for fact in previous.facts.all() if fact.touched]
    drafts: dict[str, list[Fact]] = defaultdict(list)
    for draft in found:
        drafts[draft.kind].append(draft)
    given_way: set[str] = set()
    copies: list[Fact] = []
    for number, fact in enumerate(touched):
        place = locate(fact, previous.content, reading.content)
        same = [draft for draft in drafts[fact.kind] if place is not None and _same(fact, place, draft)]
        given_way.update(draft.key for draft in same)
        copies.append(_copy(fact, reading, place, same, len(found) + number))
    kept = [draft for draft in found if draft.key not in given_way]
    _give_keys({draft.key for draft in kept}, copies)
    return kept + copies


def locate(fact: Fact, old: str, new: str) -> Span | None:
    """Where the words of ``fact`` stand in the new content: the occurrence nearest to the old place; None if gone."""
    words = old[fact.start : fact.end]
    if new[fact.start : fact.end] == words:
        return Span(fact.start, fact.end)
    if not words:
        return None
    after = new.find(words, fact.start)
    before = new.rfind(words, 0, fact.start + len(words))
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - fact.start))
    return Span(start, start + len(words))


def _same(fact: Fact, place: Span, draft: Fact) -> bool:
    if fact.kind == FactKind.CHECK:
        mine, other = fact.data, draft.data
        if mine.get("cause") or other.get("cause"):
            return bool(mine.get("cause") == other.get("cause"))
        return (mine["kind"], mine["computed"], mine["stated"]) == (other["kind"], other["computed"], other["stated"])
    common = min(place.end, draft.end) - max(place.start, draft.start)
    if fact.state == FactState.REPLACED:
        # Its parts stand in its place; a draft on the whole would bring the split or merged task back.
        return common > 0 and common >= SAME * (draft.end - draft.start)
    whole = max(place.end, draft.end) - min(place.start, draft.start)
    return whole > 0 and common / whole >= SAME


def _copy(fact: Fact, reading: Reading, place: Span | None, same: list[Fact], ordinal: int) -> Fact:
    span = place or Span(0, 0)
    copy = Fact(
        reading=reading,
        key=same[0].key if same else fact.key,
        ordinal=same[0].ordinal if same else ordinal,
        start=span.start,
        end=span.end,
        carried_from_id=fact.root_id,
        **{name: getattr(fact, name) for name in COLUMNS},
    )
    if same:
        # Figures and checks name each other by key: what links to the new key must find the carried fact.
        copy.data = {**copy.data, **_links(same[0])}
    return copy


def _links(draft: Fact) -> dict[str, object]:
    names = {"directive": ("targets",), "quantity": ("of",), "check": ("args", "result")}.get(draft.kind, ())
    return {name: draft.data[name] for name in names}


def _give_keys(taken: set[str], copies: list[Fact]) -> None:
    for copy in copies:
        key, number = copy.key, 1
        while key in taken:
            number += 1
            key = f"{copy.key[:36]}~{number}"
        copy.key = key
        taken.add(key)
