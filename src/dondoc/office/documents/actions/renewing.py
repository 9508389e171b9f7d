"""Comparing a document again with earlier ones: what was confirmed since it was read may speak for or against it."""

from decimal import Decimal
from typing import Any

from dondoc.facts import Facts, Header, Quantity
from dondoc.office.documents.actions.decisions import reading_pk
from dondoc.office.documents.comparing import across_rows, note_disagreements
from dondoc.office.documents.models import Document, Fact, FactKind, FactState, Reading
from dondoc.text import OffsetMap, Span, Text

FAMILY = "LV"


def renew_across(*, document: Document) -> bool:
    """Add what is found now and take away drafts that are found no more; what a person answered stays as it is.

    Whether there is another finding now, or one less.

    Belongs into the transaction of a decision about the document, which holds it locked.
    """
    reading = Reading.objects.only("content", "header").get(pk=reading_pk(document))
    found = across_rows(document, _facts(reading))
    there = list(Fact.objects.filter(reading=reading, kind=FactKind.CHECK, rule__startswith=FAMILY))
    wanted = {row.data["cause"] for row in found}
    gone = [fact.pk for fact in there if not fact.touched and fact.data.get("cause") not in wanted]
    Fact.objects.filter(pk__in=gone).delete()
    known = {fact.data.get("cause") for fact in there}
    taken = {fact.key for fact in there if fact.pk not in gone}
    keys = (key for number in range(1, len(found) + len(taken) + 1) if (key := f"x{number}") not in taken)
    last = Fact.objects.filter(reading=reading).order_by("-ordinal").values_list("ordinal", flat=True).first() or 0
    new = [
        Fact(
            reading=reading,
            kind=row.kind,
            key=next(keys),
            ordinal=last + number,
            start=row.span.start,
            end=row.span.end,
            data=row.data,
            rule=row.rule,
        )
        for number, row in enumerate(found, 1)
        if row.data["cause"] not in known
    ]
    note_disagreements(Fact.objects.bulk_create(new))
    return bool(gone or new)


def _facts(reading: Reading) -> Facts:
    """The figures that stand in a reading, as a person left them."""
    standing = Fact.objects.filter(
        reading=reading, kind=FactKind.QUANTITY, state__in=(FactState.DRAFT, FactState.CONFIRMED)
    ).order_by("start", "ordinal")
    content, header = reading.content, reading.header
    return Facts(
        text=Text(content, (), content, OffsetMap.identity(len(content))),
        header=Header(number=header.get("number"), issued=header.get("issued"), period=header.get("period")),
        quantities=tuple(_quantity(fact, fact.current) for fact in standing),
    )


def _quantity(fact: Fact, values: dict[str, Any]) -> Quantity:
    return Quantity(
        id=fact.key,
        span=Span(fact.start, fact.end),
        value=Decimal(values["value"]) if values["value"] is not None else None,
        unit=values["unit"] or None,
        half_step=Decimal(values.get("half_step") or 0),
        indicator=values["indicator"],
        period=values["period"],
        role=values["role"],
        base=values["base"] or None,
        of=values.get("of"),
        approx=values.get("approx") or None,
        estimate=bool(values.get("estimate")),
        rule=fact.rule,
        warning=values.get("warning") or None,
        area=values.get("area"),
    )
