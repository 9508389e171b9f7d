"""Contradictions to earlier documents as findings of the document that is being read.

Beside what every finding holds, ``indicator`` is the indicator it is about and ``sources`` the figures on the other
side: {document fact observation name shown}, each null where the office's target speaks.
"""

from collections.abc import Iterable
from typing import Any

from dondoc.checking.across import Statement
from dondoc.checking.catalogue import catalogue
from dondoc.facts import Facts
from dondoc.office.documents.models import Document, Fact, FactKind
from dondoc.office.documents.stored import VERDICTS, Row
from dondoc.office.indicators.models import Disagreement, Observation
from dondoc.office.indicators.reconciling import Found, find_contradictions


def across_rows(document: Document, facts: Facts) -> list[Row]:
    """One row a contradiction, keys "x1", "x2", ..."""
    return [_row(facts, each, number) for number, each in enumerate(find_contradictions(document, facts), 1)]


def _row(facts: Facts, found: Found, number: int) -> Row:
    one = found.contradiction
    spans = {each.id: each.span for each in facts.quantities}
    span = spans[one.own[0].id]
    data = {
        "kind": "finding",
        "args": [each.id for each in one.own],
        "result": None,
        "computed": None,
        "stated": facts.text[span],
        "verdict": VERDICTS[one.severity],
        "reason": one.message,
        "repair": one.mend,
        "cause": f"{one.rule} {one.own[0].shown}: {one.message}",
        "name": catalogue()[one.rule].name,
        "indicator": found.indicator.pk,
        "sources": [_source(each, found.observations.get(each.id)) for each in one.others],
    }
    return Row(FactKind.CHECK, f"x{number}", span, data, one.rule)


def _source(statement: Statement, observation: Observation | None) -> dict[str, Any]:
    return {
        "document": observation.document_id if observation else None,
        "fact": observation.fact_id if observation else None,
        "observation": observation.pk if observation else None,
        "name": statement.source.name if statement.source else "",
        "shown": statement.shown,
    }


def note_disagreements(facts: Iterable[Fact]) -> None:
    """Let the indicators know of the findings of a reading, so that their pages show both figures."""
    about = [each for each in facts if each.kind == FactKind.CHECK and each.data.get("sources")]
    observed = {source["observation"] for each in about for source in each.data["sources"]} - {None}
    there = set(Observation.objects.filter(pk__in=observed).values_list("pk", flat=True))
    Disagreement.objects.bulk_create(
        Disagreement(
            indicator_id=each.data["indicator"],
            fact=each,
            observation_id=next((s["observation"] for s in each.data["sources"] if s["observation"] in there), None),
        )
        for each in about
    )
