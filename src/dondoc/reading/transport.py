"""A :class:`dondoc.text.Text` as JSON and back, to hand it from one process to another.

JSON, not pickle: what comes from a process that read a hostile file must not be able to run anything here.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from dondoc.text import (
    Block,
    Cell,
    Doubt,
    Envelope,
    Footnote,
    Frame,
    OffsetMap,
    Page,
    Place,
    Repair,
    Run,
    Span,
    Table,
    Text,
)


def dump(text: Text) -> bytes:
    """Return ``text`` as bytes that :func:`load` reads."""
    return json.dumps(
        {
            "content": text.content,
            "source": None if text.source == text.content else text.source,
            "blocks": [(block.kind, *block.span, block.level, block.page) for block in text.blocks],
            "origin": text.origin.runs,
            "footnotes": [(note.mark, note.anchor, *note.span) for note in text.footnotes],
            "tables": [
                (*table.span, [(c.row, c.column, *c.span, c.rowspan, c.colspan) for c in table.cells])
                for table in text.tables
            ],
            "emphasis": text.emphasis,
            "repairs": [(repair.rule, *repair.span, repair.before, repair.after) for repair in text.repairs],
            "places": [(place.start, place.part) for place in text.places],
            "format": text.format,
            "warnings": text.warnings,
            "doubts": [(*doubt.span, doubt.confidence) for doubt in text.doubts],
            "pages": [
                (page.width, page.height, dump_frames(page.frames), page.turn, page.tilt, page.scanned)
                for page in text.pages
            ],
            "envelope": None if text.envelope is None else asdict(text.envelope),
        },
        separators=(",", ":"),
    ).encode("ascii")


def load(data: bytes) -> Text:
    """Return the text that :func:`dump` wrote."""
    found: dict[str, Any] = json.loads(data)
    content = found["content"]
    return Text(
        content=content,
        blocks=tuple(Block(kind, Span(a, b), level, page) for kind, a, b, level, page in found["blocks"]),
        source=content if found["source"] is None else found["source"],
        origin=OffsetMap(Run(*run) for run in found["origin"]),
        footnotes=tuple(Footnote(mark, anchor, Span(a, b)) for mark, anchor, a, b in found["footnotes"]),
        tables=tuple(
            Table(Span(a, b), tuple(Cell(r, c, Span(x, y), down, right) for r, c, x, y, down, right in cells))
            for a, b, cells in found["tables"]
        ),
        emphasis=tuple(Span(*span) for span in found["emphasis"]),
        repairs=tuple(Repair(rule, Span(a, b), before, after) for rule, a, b, before, after in found["repairs"]),
        places=tuple(Place(start, part) for start, part in found["places"]),
        format=found["format"],
        warnings=tuple(found["warnings"]),
        doubts=tuple(Doubt(Span(a, b), confidence) for a, b, confidence in found["doubts"]),
        pages=tuple(Page(width, height, load_frames(rows), *rest) for width, height, rows, *rest in found["pages"]),
        envelope=_envelope(found["envelope"]),
    )


def _envelope(stated: dict[str, Any] | None) -> Envelope | None:
    return None if stated is None else Envelope(**{**stated, "recipients": tuple(stated["recipients"])})


def dump_frames(frames: Sequence[Frame]) -> list[list[Any]]:
    """Frames as rows of numbers."""
    return [[f.start, f.end, f.left, f.top, f.right, f.bottom, f.words, f.stops] for f in frames]


def load_frames(rows: Iterable[Sequence[Any]]) -> tuple[Frame, ...]:
    """The frames that :func:`dump_frames` wrote."""
    return tuple(
        Frame(a, b, left, top, right, foot, tuple(words), tuple(stops))
        for a, b, left, top, right, foot, words, stops in rows
    )
