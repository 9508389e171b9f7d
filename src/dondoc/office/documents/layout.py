"""The text of a reading laid out for the page: blocks, each cut into segments at every boundary of a fact.

Facts overlap freely (a figure inside a task, a finding on a figure), so a block is cut wherever one begins or ends and
each segment carries all marks that cover it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from dondoc.office.documents.models import Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that a fact owns. ``style`` names how it looks: directive, quantity, finding, doubtful."""

    fact: int
    style: str
    state: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks. ``note`` is the mark of a footnote that stands here (then ``text`` is empty);
    ``unsure``: they were recognised in a scan with little confidence.
    """

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    strong: bool = False
    note: str = ""
    unsure: bool = False

    @property
    def facts(self) -> str:
        """The ids of the facts, innermost last, by spaces: for ``data-facts``."""
        return " ".join(str(mark.fact) for mark in self.marks)

    @property
    def innermost(self) -> int | None:
        """The fact a click means."""
        return self.marks[-1].fact if self.marks else None

    @property
    def classes(self) -> str:
        """``m m-directive m-quantity s-confirmed starts ends``: kinds, state of the innermost, edges of a mark."""
        if not self.marks:
            return ""
        names = ["m", *dict.fromkeys(f"m-{mark.style}" for mark in self.marks), f"s-{self.marks[-1].state}"]
        if any(mark.start == self.start for mark in self.marks):
            names.append("starts")
        if any(mark.end == self.end for mark in self.marks):
            names.append("ends")
        return " ".join(names)

    @property
    def anchors(self) -> list[int]:
        """Facts whose first segment this is: each gets ``id="t<fact>"`` to scroll to."""
        return [mark.fact for mark in self.marks if mark.start == self.start]


@dataclass(frozen=True, slots=True)
class CellView:
    """A table cell with its segments."""

    segments: tuple[Segment, ...]
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph, heading, list_item, footnote or table of the page, in reading order."""

    kind: str
    start: int
    end: int
    level: int | None = None
    page: int | None = None
    new_page: bool = False
    note: str = ""
    segments: tuple[Segment, ...] = ()
    rows: tuple[tuple[CellView, ...], ...] = field(default=())


def lay_out(reading: Reading, marks: Iterable[Mark]) -> list[BlockView]:
    """The blocks of ``reading`` with ``marks`` in them; footnotes come last, tables as rows of cells."""
    cutter = _Cutter(reading, marks)
    tables: list[dict[str, Any]] = sorted(reading.tables, key=lambda table: int(table["start"]))
    notes = {note["start"]: note["mark"] for note in reading.footnotes}
    views: list[BlockView] = []
    page: int | None = None
    next_table = 0
    covered = -1
    for block in reading.blocks:
        start, end = block["start"], block["end"]
        if start < covered:
            continue
        new_page = block["page"] is not None and page is not None and block["page"] != page
        page = block["page"] if block["page"] is not None else page
        if next_table < len(tables) and tables[next_table]["start"] <= start:
            table = tables[next_table]
            next_table += 1
            covered = table["end"]
            views.append(
                BlockView("table", table["start"], table["end"], page=page, rows=_rows(cutter, table["cells"]))
            )
            continue
        views.append(
            BlockView(
                kind=block["kind"],
                start=start,
                end=end,
                level=block["level"],
                page=block["page"],
                new_page=new_page,
                note=notes.get(start, ""),
                segments=cutter.cut(start, end),
            )
        )
    return [view for view in views if view.kind != "footnote"] + [view for view in views if view.kind == "footnote"]


def _rows(cutter: "_Cutter", cells: Sequence[dict[str, Any]]) -> tuple[tuple[CellView, ...], ...]:
    rows: dict[int, list[CellView]] = {}
    for cell in sorted(cells, key=lambda cell: (cell["row"], cell["column"])):
        view = CellView(cutter.cut(cell["start"], cell["end"]), cell["rowspan"], cell["colspan"])
        rows.setdefault(cell["row"], []).append(view)
    return tuple(tuple(row) for _number, row in sorted(rows.items()))


class _Cutter:
    """Cuts stretches of the content at the edges of marks, bold stretches and footnote marks."""

    def __init__(self, reading: Reading, marks: Iterable[Mark]) -> None:
        self.content = reading.content
        inside = (mark for mark in marks if 0 <= mark.start < mark.end <= len(self.content))
        self.marks = sorted(inside, key=lambda mark: (mark.start, -mark.end))
        self.bold = sorted((int(start), int(end)) for start, end in reading.emphasis if start < end)
        self.marks_at = _reach((mark.start, mark.end) for mark in self.marks)
        self.bold_at = _reach(self.bold)
        self.doubts = sorted((int(start), int(end)) for start, end, _sure in reading.doubts if start < end)
        self.doubts_at = _reach(self.doubts)
        self.notes = sorted(
            (int(note["anchor"]), str(note["mark"])) for note in reading.footnotes if note["anchor"] is not None
        )

    def cut(self, start: int, end: int) -> tuple[Segment, ...]:
        near = (self.marks[index] for index in _overlapping(self.marks_at, start, end))
        marks = [mark for mark in near if mark.end > start]
        bold = [self.bold[index] for index in _overlapping(self.bold_at, start, end) if self.bold[index][1] > start]
        doubts = [
            self.doubts[index] for index in _overlapping(self.doubts_at, start, end) if self.doubts[index][1] > start
        ]
        notes = [(anchor, mark) for anchor, mark in self.notes if start < anchor <= end]
        edges = {start, end}
        for low, high in [*((mark.start, mark.end) for mark in marks), *bold, *doubts]:
            edges.update((max(low, start), min(high, end)))
        edges.update(anchor for anchor, _mark in notes)
        points = sorted(edges)
        segments: list[Segment] = []
        for low, high in pairwise(points):
            covering = tuple(mark for mark in marks if mark.start <= low and high <= mark.end)
            strong = any(begin <= low and high <= finish for begin, finish in bold)
            unsure = any(begin <= low and high <= finish for begin, finish in doubts)
            segments.append(Segment(self.content[low:high], low, high, covering, strong, unsure=unsure))
            segments += [Segment("", high, high, note=mark) for anchor, mark in notes if anchor == high]
        return tuple(segments)


def _reach(pairs: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Starts of stretches sorted by start, and how far those up to each one reach."""
    starts: list[int] = []
    reach: list[int] = []
    for start, end in pairs:
        starts.append(start)
        reach.append(max(end, reach[-1] if reach else end))
    return starts, reach


def _overlapping(at: tuple[list[int], list[int]], start: int, end: int) -> range:
    """Indexes of stretches that may overlap start..end; some in between may not."""
    starts, reach = at
    return range(bisect_right(reach, start), bisect_left(starts, end))
