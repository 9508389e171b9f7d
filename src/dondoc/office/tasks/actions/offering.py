"""Offers: found when a document is read or a task is made; taken or declined by a person, never by the program."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from dondoc.extraction.sentences import split_sentences
from dondoc.facts import Facts
from dondoc.lineage import CONTINUES, SPEAKS_OF, nearest, nearest_of
from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.documents.models import Document
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.acting import lock
from dondoc.office.tasks.actions.arranging import continue_from
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.actions.reporting import Proof, add_evidence
from dondoc.office.tasks.models import Assignment, AssignmentRole, Offer, OfferKind, OfferState, Task, TaskState
from dondoc.text import Span

BACK = timedelta(days=550)
MOST_TASKS = 5000
SHORTEST = 25


def offer_evidence(*, document: Document, facts: Facts, now: datetime) -> int:
    """Offer the sentences of a report that speak of open tasks which an earlier document gave. How many."""
    if facts.header.type not in ("report", "news", "other"):
        return 0
    tasks = Task.objects.filter(state__in=(TaskState.OPEN, TaskState.WAITING)).exclude(document=document)
    if document.issued is not None:
        tasks = tasks.exclude(document__issued__gt=document.issued)
    rows = list(tasks.order_by("-pk").values_list("pk", "text")[:MOST_TASKS])
    spans = _telling(facts)
    found = nearest_of((facts.text[span] for span in spans), [text for _pk, text in rows], SPEAKS_OF, 1)
    offers = [
        Offer(
            task_id=rows[alike[0].index][0],
            kind=OfferKind.EVIDENCE,
            document=document,
            sentence=facts.text[span],
            start=span.start,
            score=alike[0].score,
            shared=list(alike[0].shared),
            at=now,
        )
        for span, alike in zip(spans, found, strict=True)
        if alike
    ]
    Offer.objects.bulk_create(offers, ignore_conflicts=True, batch_size=200)
    return len(offers)


def _telling(facts: Facts) -> list[Span]:
    """Sentences that report: none that instructs, no heading, none too short to say anything."""
    told = sorted(directive.span for directive in facts.directives)
    spans = []
    for block in facts.text.blocks:
        if block.kind in ("heading", "header", "footer"):
            continue
        for span in split_sentences(facts.text.content, block.span):
            if span.end - span.start < SHORTEST or any(
                span.start < each.end and each.start < span.end for each in told
            ):
                continue
            spans.append(span)
    return spans


def offer_earlier(*, tasks: Sequence[Task], now: datetime) -> int:
    """Offer for each new task the earlier one of the same lead that it goes on with. How many."""
    leads: dict[int, set[int]] = {}
    rows = Assignment.objects.filter(task__in=tasks, role=AssignmentRole.LEAD, agency__isnull=False)
    for pk, agency in rows.values_list("task", "agency"):
        leads.setdefault(pk, set()).add(agency)
    offers: list[Offer] = []
    pools: dict[frozenset[int], list[tuple[int, str]]] = {}
    for task in tasks:
        agencies = frozenset(leads.get(task.pk, ()))
        if agencies and agencies not in pools:
            pools[agencies] = _earlier_of(agencies, tasks, now)
        pool = pools.get(agencies, [])
        offers += [
            Offer(
                task=task,
                kind=OfferKind.CONTINUES,
                earlier_id=pool[alike.index][0],
                score=alike.score,
                shared=list(alike.shared),
                at=now,
            )
            for alike in nearest(task.text, [text for _pk, text in pool], CONTINUES, 1)
        ]
    Offer.objects.bulk_create(offers, ignore_conflicts=True, batch_size=200)
    return len(offers)


def _earlier_of(agencies: frozenset[int], new: Sequence[Task], now: datetime) -> list[tuple[int, str]]:
    named = Assignment.objects.filter(agency__in=agencies, role=AssignmentRole.LEAD)
    tasks = Task.objects.filter(pk__in=named.values("task"), created_at__gte=now - BACK, continuations__isnull=True)
    documents = {task.document_id for task in new}
    tasks = tasks.exclude(pk__in=[task.pk for task in new]).exclude(document__in=documents - {None})
    return list(tasks.order_by("-pk").values_list("pk", "text")[:MOST_TASKS])


@transaction.atomic
def take_offer(*, offer: Offer, by: User, now: datetime) -> Offer:
    """The person agrees: the tasks are tied, or the sentence becomes evidence."""
    offer = _open(offer)
    if offer.kind == OfferKind.CONTINUES:
        continue_from(task=offer.task, earlier=offer.earlier, by=by, now=now)
    elif offer.document is not None:
        day = min(offer.document.issued or today_of(now), today_of(now))
        proof = Proof(day=day, document=offer.document, sentence=offer.sentence, number=offer.document.number)
        add_evidence(task=offer.task, proof=proof, agency=None, by=by, now=now)
    return _decided(offer, OfferState.TAKEN, by, now)


@transaction.atomic
def decline_offer(*, offer: Offer, by: User, now: datetime) -> Offer:
    """The person says no; it is not offered again."""
    return _decided(_open(offer), OfferState.DECLINED, by, now)


def _open(offer: Offer) -> Offer:
    lock(offer.task)
    fresh = Offer.objects.select_related("task", "earlier", "document").get(pk=offer.pk)
    if fresh.state != OfferState.OPEN:
        raise Refusal(gettext("Gợi ý này đã được quyết định; hãy tải lại trang."))
    return fresh


def _decided(offer: Offer, state: OfferState, by: User, now: datetime) -> Offer:
    offer.state, offer.decided_by, offer.decided_at = state, by, now
    offer.save(update_fields=["state", "decided_by", "decided_at"])
    record(by=by, now=now, action=f"offer.{state}", target=offer, after={"task": offer.task_id, "kind": offer.kind})
    return offer
