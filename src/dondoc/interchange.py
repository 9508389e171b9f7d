"""Facts and checks as the JSON of the annotation guide, with source offsets in place of quotes.

Every fact carries ``id``, ``start``, ``end`` (characters of ``Text.source``; for .txt the file as it is) and ``rule``.
Amounts are JSON numbers: whole where the value is whole, else the nearest double.
"""

from collections.abc import Iterable
from decimal import Decimal

from dondoc.facts import AgencyMention, Check, Directive, Evidence, Facts, Header, Quantity
from dondoc.text import Span, Text

Json = dict[str, object]


def facts_to_json(facts: Facts, checks: Iterable[Check] = ()) -> Json:
    """Return one JSON object: ``document``, ``directives``, ``quantities``, ``checks``, ``warnings``."""
    text = facts.text
    return {
        "document": _document(text, facts.header),
        "directives": [_directive(text, directive) for directive in facts.directives],
        "quantities": [_quantity(text, quantity) for quantity in facts.quantities],
        "checks": [_check(check) for check in checks],
        "warnings": [*text.warnings, *facts.warnings],
    }


def _place(text: Text, span: Span) -> Json:
    source = text.to_source(span)
    place: Json = {"start": source.start, "end": source.end}
    part = text.place_of(span)
    return place | ({"part": part} if part is not None else {})


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _evidence(text: Text, evidence: Iterable[Evidence]) -> list[Json]:
    return [
        {"part": one.part, "rule": one.rule}
        | ({} if one.span is None else _place(text, one.span) | {"quote": text[one.span]})
        for one in evidence
    ]


def _document(text: Text, header: Header) -> Json:
    event, signer = header.event, header.signer
    return {
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "issuer": header.issuer,
        "place": header.place,
        "issued": header.issued,
        "subject": header.subject,
        "period": header.period,
        "event": event and {"name": event.name, "date": event.date.isoformat() if event.date else None},
        "chair": header.chair,
        "signer": signer and {"name": signer.name, "title": signer.title, "authority": signer.authority},
        "recipients": list(header.recipients),
        "evidence": _evidence(text, header.evidence),
    }


def _as_written(text: Text, agencies: tuple[AgencyMention, ...]) -> list[str]:
    """The names of ``agencies``; those that one head names in a row stand as the document has them.

    "UBND các xã Hà Lam, Mộc An, Tân Khê" is one group to the reader, though the facts hold its three members; names
    listed behind a colon, or of several levels, stay apart.
    """
    names: list[str] = []
    run: list[AgencyMention] = []
    for agency in (*agencies, None):
        if agency is not None and run and _goes_on(text, run, agency):
            run.append(agency)
            continue
        whole = " ".join(text[Span(run[0].span.start, run[-1].span.end)].split()) if len(run) > 1 else ""
        names += [whole] if whole and ":" not in whole else [one.name for one in run]
        run = [] if agency is None else [agency]
    return names


def _goes_on(text: Text, run: list[AgencyMention], agency: AgencyMention) -> bool:
    """Whether ``agency`` is named by its place alone, under the head that the first of ``run`` begins with."""
    first, place = run[0], " ".join(text[agency.span].split())
    if " các " not in text[first.span] or not agency.name.endswith(f" {place}"):
        return False
    head = agency.name.removesuffix(place)
    near = text[Span(run[-1].span.end, agency.span.start)].strip() in (",", "và", ", và")
    return near and first.rule == agency.rule and first.name.startswith(head)


def _directive(text: Text, directive: Directive) -> Json:
    deadline = directive.deadline
    return {
        "id": directive.id,
        **_place(text, directive.span),
        "text": text[directive.span],
        "item": directive.item,
        "lead": _as_written(text, directive.lead),
        "coordinating": _as_written(text, directive.coordinating),
        "deadline": deadline
        and {
            "q": text[deadline.span],
            **_place(text, deadline.span),
            "by": deadline.by.isoformat() if deadline.by else None,
            "recurrence": deadline.recurrence,
            "condition": deadline.condition,
            "rule": deadline.rule,
        },
        "references": [reference.text for reference in directive.references],
        "targets": list(directive.targets),
        "product": text[directive.product] if directive.product else None,
        "rule": directive.rule,
        "evidence": _evidence(text, directive.evidence),
    }


def _quantity(text: Text, quantity: Quantity) -> Json:
    return {
        "id": quantity.id,
        **_place(text, quantity.span),
        "text": text[quantity.span],
        "value": _number(quantity.value),
        "unit": quantity.unit,
        "indicator": quantity.indicator,
        "period": quantity.period,
        "role": quantity.role,
        "base": quantity.base,
        "of": quantity.of,
        "approx": quantity.approx,
        "estimate": quantity.estimate,
        "warning": quantity.warning,
        "rule": quantity.rule,
        "evidence": _evidence(text, quantity.evidence),
    }


def _check(check: Check) -> Json:
    return {
        "id": check.id,
        "kind": check.kind,
        "args": list(check.args),
        "result": check.result,
        "computed": _number(check.computed),
        "stated": _number(check.stated),
        "verdict": check.verdict,
        "rule": check.rule,
        "reason": check.reason,
        "repair": check.repair,
    }
