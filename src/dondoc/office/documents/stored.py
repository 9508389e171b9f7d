"""Facts of the library as rows of the office: plain JSON for each kind.

directive  text item lead[] coordinating[] deadline{text by recurrence condition start end}|null references[] targets[]
           product{text start end}|null; an agency: {name canonical kind group start end}
quantity   text value unit half_step indicator indicator_start indicator_end period role base of approx estimate warning
           area
check      kind args[] result computed stated verdict reason repair: a relation that holds (verdict consistent), or a
           finding of the review: kind "finding", cause, name, and verdict inconsistent (an error), doubtful or format
agency     name canonical kind group
reference  text type number symbol issuer issued
deadline   text by recurrence condition

Numbers are decimal strings, days ISO dates; ``args``, ``result``, ``of`` and ``targets`` name facts by their key.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from dondoc.checking.catalogue import catalogue
from dondoc.checking.review import review
from dondoc.checking.scene import Scene
from dondoc.facts import AgencyMention, Check, Deadline, Directive, Evidence, Facts, Quantity, Reference
from dondoc.office.documents.models import FactKind
from dondoc.text import Span, Text

VERDICTS = {"error": "inconsistent", "doubtful": "doubtful", "format": "format"}


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of one fact."""

    kind: FactKind
    key: str
    span: Span
    data: dict[str, Any]
    rule: str
    evidence: list[dict[str, Any]] = field(default_factory=list)


def fact_rows(facts: Facts, checks: Sequence[Check], scene: Scene | None = None) -> list[Row]:
    """Everything found in one document, in a stable order with keys that are unique in it; ``scene`` is that of the
    check, where it is still at hand."""
    text = facts.text
    rows = [_directive(text, each) for each in facts.directives]
    rows += [_quantity(text, each) for each in facts.quantities]
    rows += _holding(facts, checks)
    rows += _findings(facts, checks, scene)
    rows += _mentions(facts)
    return rows


def _directive(text: Text, found: Directive) -> Row:
    data = {
        "text": text[found.span],
        "item": found.item,
        "lead": [_agency(each) for each in found.lead],
        "coordinating": [_agency(each) for each in found.coordinating],
        "deadline": _deadline(text, found.deadline) if found.deadline else None,
        "references": [_reference(each) for each in found.references],
        "targets": list(found.targets),
        "product": {"text": text[found.product], **_place(found.product)} if found.product else None,
    }
    return Row(FactKind.DIRECTIVE, found.id, found.span, data, found.rule, _evidence(text, found.evidence))


def _quantity(text: Text, found: Quantity) -> Row:
    data = {
        "text": text[found.span],
        "value": plain(found.value),
        "unit": found.unit,
        "half_step": plain(found.half_step),
        "indicator": found.indicator,
        "indicator_start": found.indicator_span.start if found.indicator_span else None,
        "indicator_end": found.indicator_span.end if found.indicator_span else None,
        "period": found.period,
        "role": found.role,
        "base": found.base,
        "of": found.of,
        "approx": found.approx,
        "estimate": found.estimate,
        "warning": found.warning,
        "area": found.area,
    }
    return Row(FactKind.QUANTITY, found.id, found.span, data, found.rule, _evidence(text, found.evidence))


def _findings(facts: Facts, checks: Sequence[Check], scene: Scene | None) -> Iterator[Row]:
    """What a person has to look at: one row a cause, whatever relations it breaks."""
    compared = {check.id: [*check.args, check.result] for check in checks}
    for finding in review(facts, checks, scene=scene):
        keys = [key for check in finding.checks for key in compared.get(check, ()) if key]
        data = {
            "kind": "finding",
            "args": list(dict.fromkeys(keys)),
            "result": None,
            "computed": None,
            "stated": facts.text[finding.span],
            "verdict": VERDICTS[finding.severity],
            "reason": finding.message,
            "repair": finding.mend,
            "cause": finding.cause,
            "name": catalogue()[finding.rule].name,
        }
        yield Row(FactKind.CHECK, finding.id, finding.span, data, finding.rule)


def _holding(facts: Facts, checks: Iterable[Check]) -> Iterator[Row]:
    """The relations that hold: they say how much of the document was checked."""
    spans = {each.id: each.span for each in facts.quantities}
    for check in checks:
        if check.verdict != "consistent":
            continue
        span = spans.get(check.result or "") or next((spans[key] for key in check.args if key in spans), Span(0, 0))
        data = {
            "kind": check.kind,
            "args": list(check.args),
            "result": check.result,
            "computed": plain(check.computed),
            "stated": plain(check.stated),
            "verdict": check.verdict,
            "reason": check.reason,
            "repair": check.repair,
        }
        yield Row(FactKind.CHECK, check.id, span, data, check.rule)


def _mentions(facts: Facts) -> Iterator[Row]:
    text = facts.text
    for number, agency in enumerate(facts.agencies, 1):
        yield Row(FactKind.AGENCY, f"a{number}", agency.span, _agency(agency), agency.rule)
    for number, reference in enumerate(facts.references, 1):
        yield Row(FactKind.REFERENCE, f"r{number}", reference.span, _reference(reference), reference.rule)
    for number, deadline in enumerate(facts.deadlines, 1):
        yield Row(FactKind.DEADLINE, f"t{number}", deadline.span, _deadline(text, deadline), deadline.rule)


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _agency(found: AgencyMention) -> dict[str, Any]:
    return {
        "name": found.name,
        "canonical": found.canonical,
        "kind": found.kind,
        "group": found.group,
        **_place(found.span),
    }


def _deadline(text: Text, found: Deadline) -> dict[str, Any]:
    return {
        "text": text[found.span],
        "by": found.by.isoformat() if found.by else None,
        "recurrence": found.recurrence,
        "condition": found.condition,
        **_place(found.span),
    }


def _reference(found: Reference) -> dict[str, Any]:
    return {
        "text": found.text,
        "type": found.type,
        "number": found.number,
        "symbol": found.symbol,
        "issuer": found.issuer,
        "issued": found.issued.isoformat() if found.issued else None,
        **_place(found.span),
    }


def _evidence(text: Text, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "part": each.part,
            "rule": each.rule,
            "text": text[each.span] if each.span else None,
            "start": each.span.start if each.span else None,
            "end": each.span.end if each.span else None,
        }
        for each in evidence
    ]


def plain(value: Decimal | None) -> str | None:
    """A decimal as digits without exponent: 1097000000000, 118.5."""
    return None if value is None else format(value, "f")


def header_data(facts: Facts) -> dict[str, Any]:
    """The header as JSON; days become ISO dates, spans pairs of offsets."""
    return {name: _json(value) for name, value in asdict(facts.header).items() if name != "evidence"}


def _json(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _json(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_json(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def text_columns(text: Text) -> dict[str, Any]:
    """The columns of ``Reading`` that hold the text and its layout."""
    return {
        "content": text.content,
        "format": text.format,
        "blocks": [
            {"kind": each.kind, **_place(each.span), "level": each.level, "page": each.page} for each in text.blocks
        ],
        "tables": [
            {
                **_place(table.span),
                "cells": [
                    {
                        "row": cell.row,
                        "column": cell.column,
                        **_place(cell.span),
                        "rowspan": cell.rowspan,
                        "colspan": cell.colspan,
                    }
                    for cell in table.cells
                ],
            }
            for table in text.tables
        ],
        "footnotes": [{"mark": each.mark, "anchor": each.anchor, **_place(each.span)} for each in text.footnotes],
        "emphasis": [list(span) for span in text.emphasis],
        "doubts": [[*doubt.span, doubt.confidence] for doubt in text.doubts],
        "runs": [list(run) for run in text.origin.runs],
        "places": [[place.start, place.part] for place in text.places],
        "warnings": list(text.warnings),
    }
