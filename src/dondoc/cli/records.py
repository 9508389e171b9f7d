"""Results as plain records: JSON objects and CSV rows, in the field names of the interchange."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dondoc.cli.lines import Lines
from dondoc.drafting.workbook import Drafted, plain_words
from dondoc.facts import Check, Directive, Facts, Quantity
from dondoc.interchange import facts_to_json
from dondoc.text import Text

BLOCK_FIELDS = ("file", "kind", "level", "page", "start", "end", "text")
FACT_FIELDS = (
    "file", "kind", "id", "line", "start", "end", "text", "item", "lead", "coordinating", "deadline", "references",
    "value", "unit", "indicator", "period", "role", "base", "of", "approx", "estimate", "rule",
)  # fmt: skip
CHECK_FIELDS = (
    "file", "line", "id", "kind", "verdict", "args", "result", "computed", "stated", "reason", "repair", "rule"
)  # fmt: skip

Record = dict[str, Any]


def text_record(text: Text) -> Record:
    """A text as its blocks, with source offsets."""
    return {
        "format": text.format,
        "content": text.content,
        "blocks": [
            {
                "kind": block.kind,
                "level": block.level,
                "page": block.page,
                **dict(zip(("start", "end"), text.to_source(block.span), strict=True)),
                "text": text[block.span],
            }
            for block in text.blocks
        ],
        "footnotes": [
            {"mark": note.mark, "anchor": note.anchor, "text": text[note.span].strip()} for note in text.footnotes
        ],
        "repairs": [
            {
                "rule": repair.rule,
                "before": repair.before,
                "after": repair.after,
                "start": text.to_source(repair.span)[0],
            }
            for repair in text.repairs
        ],
        "warnings": list(text.warnings),
    }


def block_rows(texts: Iterable[tuple[str, Text]]) -> Iterator[Record]:
    """The blocks of every text, one a row."""
    for file, text in texts:
        for block in text_record(text)["blocks"]:
            yield {"file": file, **block}


def blocks_workbook(texts: Iterable[tuple[str, Text]]) -> bytes:
    """The blocks of every text as an Excel workbook."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Văn bản"
    sheet.append(BLOCK_FIELDS)
    for row in block_rows(texts):
        sheet.append([row[name] if name != "text" else plain_words(row["text"]) for name in BLOCK_FIELDS])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def facts_record(facts: Facts, checks: Sequence[Check], *, checks_only: bool) -> Record:
    """The interchange record; ``checks_only`` leaves the directives out."""
    record: Record = facts_to_json(facts, checks)
    if checks_only:
        record.pop("directives", None)
    return record


def fact_rows(one: Drafted) -> Iterator[Record]:
    """Directives and quantities of one document, one a row."""
    record: Record = facts_to_json(one.facts, one.checks)
    text = one.facts.text
    facts: Sequence[Directive | Quantity] = (*one.facts.directives, *one.facts.quantities)
    spans = {fact.id: fact.span for fact in facts}
    lines = Lines(text)
    for kind in ("directives", "quantities"):
        for fact in record[kind]:
            row = {name: _cell(fact.get(name)) for name in FACT_FIELDS}
            span = spans[fact["id"]]
            yield {**row, "file": one.name, "kind": kind, "line": lines.at(span)[0], "text": text[span]}


def check_rows(one: Drafted) -> Iterator[Record]:
    """Checks of one document, one a row."""
    record: Record = facts_to_json(one.facts, one.checks)
    lines = check_lines(one.facts)
    for check, row in zip(one.checks, record["checks"], strict=True):
        extra = {"reason": check.reason, "repair": check.repair, "rule": check.rule}
        fields = {name: _cell({**row, **extra}.get(name)) for name in CHECK_FIELDS}
        yield {**fields, "file": one.name, "line": lines(check)}


def check_lines(facts: Facts) -> Callable[[Check], int]:
    """A look-up of the source line of the figure that a check is about: its result, or its first argument."""
    spans = {quantity.id: quantity.span for quantity in facts.quantities}
    lines = Lines(facts.text)
    return lambda check: lines.at(spans[check.result or check.args[0]])[0]


def write_csv(stream: TextIO, fields: Sequence[str], rows: Iterable[Record]) -> None:
    """Write ``rows`` under a heading of ``fields``."""
    writer = csv.DictWriter(stream, fields, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    if isinstance(value, dict):
        return value.get("by") or value.get("q")
    return value
