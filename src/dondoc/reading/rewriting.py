"""Words of a finished :class:`dondoc.text.Text` exchanged for others, and everything that points at them moved along.

``Text.source`` stays what the file says; each exchange is kept as a :class:`dondoc.text.Repair` and can be taken back.
A change whose words do not hold the same digits in the same order is left out: no figure is ever rewritten.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dondoc.reading.runs import RunWriter
from dondoc.text import Block, Cell, Doubt, Footnote, OffsetMap, Repair, Run, Span, Table, Text

_DIGITS = re.compile(r"\d")


class Change(NamedTuple):
    """The words ``start`` to ``end`` of the content become ``after``; ``rule`` says why."""

    start: int
    end: int
    after: str
    rule: str


def rewritten(text: Text, changes: Iterable[Change]) -> Text:
    """``text`` with ``changes`` made and recorded; of two that overlap, the first is made."""
    kept = list(_sound(text.content, changes))
    if not kept:
        return text
    found, move = _moved(text, kept)
    repairs = [replace(one, span=_span(move, one.span)) for one in text.repairs]
    for change in kept:
        at = move(change.start, False)
        repairs.append(
            Repair(change.rule, Span(at, at + len(change.after)), text.content[change.start : change.end], change.after)
        )
    return replace(found, repairs=tuple(sorted(repairs, key=lambda one: one.span)))


def undone(text: Text, repair: Repair) -> Text:
    """``text`` with one of its repairs taken back, where its words still stand as that repair left them."""
    if text[repair.span] != repair.after:
        return text
    found, move = _moved(text, [Change(*repair.span, repair.before, repair.rule)])
    rest = [replace(one, span=_span(move, one.span)) for one in text.repairs if one != repair]
    return replace(found, repairs=tuple(rest))


def _sound(content: str, changes: Iterable[Change]) -> Iterator[Change]:
    done = 0
    for change in sorted(changes):
        before = content[change.start : change.end]
        if change.start < done or change.end <= change.start or not change.after or before == change.after:
            continue
        if _DIGITS.findall(before) == _DIGITS.findall(change.after) and "\n" not in before + change.after:
            done = change.end
            yield change


class _Move:
    """Where an offset of the old content stands in the new one."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = changes
        self._starts = [change.start for change in changes]
        self._shifts = [0]
        for change in changes:
            self._shifts.append(self._shifts[-1] + len(change.after) - (change.end - change.start))

    def __call__(self, offset: int, end: bool) -> int:
        """``end``: the offset ends a span; one that falls into changed words goes to their end, else to their start."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        change = self._changes[at]
        if offset >= change.end:
            return offset + self._shifts[at + 1]
        begins = change.start + self._shifts[at]
        return begins + len(change.after) if end and offset > change.start else begins


def _span(move: _Move, span: Span) -> Span:
    start = move(span.start, False)
    return Span(start, max(start, move(span.end, True)))


def _moved(text: Text, changes: Sequence[Change]) -> tuple[Text, _Move]:
    move = _Move(changes)
    pieces: list[str] = []
    at = 0
    for change in changes:
        pieces += text.content[at : change.start], change.after
        at = change.end
    content = "".join(pieces) + text.content[at:]

    def cells(table: Table) -> tuple[Cell, ...]:
        return tuple(replace(cell, span=_span(move, cell.span)) for cell in table.cells)

    def anchor(note: Footnote) -> int | None:
        return None if note.anchor is None else move(note.anchor, True)

    blocks: Iterator[Block] = (replace(one, span=_span(move, one.span)) for one in text.blocks)
    doubts: Iterator[Doubt] = (replace(one, span=_span(move, one.span)) for one in text.doubts)
    found = replace(
        text,
        content=content,
        blocks=tuple(blocks),
        origin=OffsetMap(RunWriter(_runs(text, changes))),
        footnotes=tuple(replace(note, anchor=anchor(note), span=_span(move, note.span)) for note in text.footnotes),
        tables=tuple(Table(_span(move, table.span), cells(table)) for table in text.tables),
        emphasis=tuple(_span(move, one) for one in text.emphasis),
        doubts=tuple(doubts),
    )
    return found, move


def _runs(text: Text, changes: Sequence[Change]) -> Iterator[Run]:
    """The runs of the new content: those between the changes as they were, one for each change."""
    old = text.origin.runs
    starts = [run.start for run in old]
    at = shift = 0
    for change in changes:
        yield from _between(old, starts, at, change.start, shift)
        source = text.to_source(Span(change.start, change.end))
        begins = change.start + shift
        yield Run(begins, begins + len(change.after), source.start, source.end)
        shift += len(change.after) - (change.end - change.start)
        at = change.end
    yield from _between(old, starts, at, len(text.content), shift)


def _between(old: Sequence[Run], starts: Sequence[int], start: int, end: int, shift: int) -> Iterator[Run]:
    for index in range(max(bisect_right(starts, start) - 1, 0), len(old)):
        run = old[index]
        if run.start >= end:
            return
        a, b = max(run.start, start), min(run.end, end)
        if a >= b:
            continue
        if run.end - run.start == run.source_end - run.source_start:
            moved = run.source_start - run.start
            yield Run(a + shift, b + shift, a + moved, b + moved)
        else:
            yield Run(a + shift, b + shift, run.source_start, run.source_end)
