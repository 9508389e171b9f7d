"""Deciding about one fact or all that remain: confirm, reject, reopen, edit; the whole text reviewed; undo."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.documents.actions.decisions import (
    Change,
    decide,
    lock,
    make_records,
    present_fact,
    present_facts,
    restore,
    snapshot,
    unready,
    withdraw_records,
    write_down,
)
from dondoc.office.documents.actions.renewing import renew_across
from dondoc.office.documents.models import Document, DocumentDecision, Fact, FactKind, FactState
from dondoc.office.refusal import Refusal

COLUMNS = ["state", "edited", "decided_by", "decided_at"]


@transaction.atomic
def confirm(*, document: Document, fact_pk: int, by: User, now: datetime) -> Change:
    """Confirm one fact: a directive becomes a task, a figure an observation, a finding is taken note of.

    With a figure the document is compared again with what was confirmed from earlier ones since it was read.
    """
    document = lock(document)
    fact = present_fact(document, fact_pk)
    _must_be(fact, FactState.DRAFT)
    if reason := unready(fact):
        raise Refusal(reason)
    anew = fact.kind == FactKind.QUANTITY and renew_across(document=document)
    before = {str(fact.pk): snapshot(fact)}
    decide(fact, FactState.CONFIRMED, by, now)
    fact.save(update_fields=COLUMNS)
    make_records(document, [fact], by, now)
    write_down(document=document, action="confirm", before=before, facts=[fact], by=by, now=now)
    return Change((fact,), fact.pk, gettext("Đã xác nhận."), anew)


@transaction.atomic
def confirm_all(
    *, document: Document, by: User, now: datetime, which: Callable[[Fact], bool] = lambda fact: True
) -> Change:
    """Confirm every task and figure that still waits; those that lack something stay and are counted.

    The document is compared again with what was confirmed from earlier ones since it was read.

    ``which``: only those for which it is true.
    """
    document = lock(document)
    renew_across(document=document)
    drafts = present_facts(document).filter(state=FactState.DRAFT, kind__in=(FactKind.DIRECTIVE, FactKind.QUANTITY))
    waiting = [fact for fact in drafts if which(fact)]
    ready = [fact for fact in waiting if not unready(fact)]
    if not ready:
        raise Refusal(gettext("Không còn sự kiện nào xác nhận được; sự kiện còn lại phải sửa trước."))
    before = {str(fact.pk): snapshot(fact) for fact in ready}
    for fact in ready:
        decide(fact, FactState.CONFIRMED, by, now)
    Fact.objects.bulk_update(ready, COLUMNS, batch_size=100)
    make_records(document, ready, by, now)
    write_down(document=document, action="confirm_all", before=before, facts=ready, by=by, now=now)
    left = len(waiting) - len(ready)
    counted = {"number": len(ready), "left": left}
    message = gettext("Đã xác nhận %(number)d sự kiện; còn %(left)d sự kiện phải sửa trước.") % counted
    if not left:
        message = gettext("Đã xác nhận %(number)d sự kiện.") % counted
    return Change(tuple(ready), None, message)


@transaction.atomic
def reject(*, document: Document, fact_pk: int, by: User, now: datetime) -> Change:
    """Say that a fact is none; a confirmed one first gives back what it became."""
    document = lock(document)
    fact = present_fact(document, fact_pk)
    _must_be(fact, FactState.DRAFT, FactState.CONFIRMED)
    before = {str(fact.pk): snapshot(fact)}
    if fact.state == FactState.CONFIRMED:
        withdraw_records(fact, by, now)
    decide(fact, FactState.REJECTED, by, now)
    fact.save(update_fields=COLUMNS)
    write_down(document=document, action="reject", before=before, facts=[fact], by=by, now=now)
    return Change((fact,), fact.pk, gettext("Đã bỏ."))


ANSWERS = {"fixed": FactState.CONFIRMED, "accepted": FactState.CONFIRMED, "no_error": FactState.REJECTED}


@transaction.atomic
def answer_finding(*, document: Document, fact_pk: int, answer: str, reason: str, by: User, now: datetime) -> Change:
    """Say what became of a finding: fixed in the draft, accepted as it stands (with a reason), or no error."""
    document = lock(document)
    fact = present_fact(document, fact_pk)
    _must_be(fact, FactState.DRAFT)
    if fact.kind != FactKind.CHECK or answer not in ANSWERS:
        raise Refusal(gettext("Câu trả lời này không dùng cho sự kiện đã chọn; hãy tải lại trang."))
    if answer == "accepted" and not reason.strip():
        raise Refusal(gettext("Hãy ghi lý do chấp nhận để người soát sau biết vì sao."))
    before = {str(fact.pk): snapshot(fact)}
    decide(fact, ANSWERS[answer], by, now)
    fact.edited = {"answer": answer, "answer_reason": reason.strip()}
    fact.save(update_fields=COLUMNS)
    write_down(document=document, action="answer", before=before, facts=[fact], by=by, now=now)
    return Change((fact,), fact.pk, gettext("Đã ghi nhận."))


@transaction.atomic
def reopen(*, document: Document, fact_pk: int, by: User, now: datetime) -> Change:
    """Make a confirmed or rejected fact a draft again."""
    document = lock(document)
    fact = present_fact(document, fact_pk)
    _must_be(fact, FactState.CONFIRMED, FactState.REJECTED)
    before = {str(fact.pk): snapshot(fact)}
    if fact.state == FactState.CONFIRMED:
        withdraw_records(fact, by, now)
    decide(fact, FactState.DRAFT, by, now)
    if fact.kind == FactKind.CHECK:
        fact.edited = {}
    fact.save(update_fields=COLUMNS)
    write_down(document=document, action="reopen", before=before, facts=[fact], by=by, now=now)
    return Change((fact,), fact.pk, gettext("Đã mở lại."))


@transaction.atomic
def edit(*, document: Document, fact_pk: int, values: Mapping[str, Any], by: User, now: datetime) -> Change:
    """Correct a fact: ``values`` are fields of its data. What it became, if confirmed, is made anew."""
    document = lock(document)
    fact = present_fact(document, fact_pk)
    _must_be(fact, FactState.DRAFT, FactState.CONFIRMED)
    before = {str(fact.pk): snapshot(fact)}
    confirmed = fact.state == FactState.CONFIRMED
    if confirmed:
        withdraw_records(fact, by, now)
    merged = {**fact.edited, **values}
    fact.edited = {name: value for name, value in merged.items() if fact.data.get(name) != value}
    if confirmed:
        if reason := unready(fact):
            raise Refusal(reason)
        decide(fact, FactState.CONFIRMED, by, now)
    fact.save(update_fields=COLUMNS)
    if confirmed:
        make_records(document, [fact], by, now)
    write_down(document=document, action="edit", before=before, facts=[fact], by=by, now=now)
    return Change((fact,), fact.pk, gettext("Đã sửa."))


@transaction.atomic
def mark_reviewed(*, document: Document, reviewed: bool, by: User, now: datetime) -> None:
    """Note that a person has read the whole text beside its facts, or take the note back."""
    document = lock(document)
    before = {"reviewed_by": document.reviewed_by_id}
    document.reviewed_by = by if reviewed else None
    document.reviewed_at = now if reviewed else None
    document.save(update_fields=["reviewed_by", "reviewed_at"])
    after = {"reviewed_by": document.reviewed_by_id}
    record(by=by, now=now, action="document.review", target=document, before=before, after=after)


def last_decision(document: Document, by: User) -> DocumentDecision | None:
    """The person's own last decision on the present reading that still stands."""
    mine = DocumentDecision.objects.filter(document=document, reading=document.reading_id, by=by)
    return mine.filter(undone_at__isnull=True).first()


@transaction.atomic
def undo(*, document: Document, by: User, now: datetime) -> Change:
    """Take back the person's last decision on this document, with everything it made."""
    document = lock(document)
    decision = last_decision(document, by)
    if decision is None:
        raise Refusal(gettext("Không còn việc nào để hoàn tác trong văn bản này."))
    facts = {str(fact.pk): fact for fact in present_facts(document).filter(pk__in=[int(key) for key in decision.after])}
    for key, after in decision.after.items():
        if key not in facts or snapshot(facts[key]) != after:
            raise Refusal(
                gettext("Không hoàn tác được: sự kiện đã được người khác quyết định tiếp; hãy tải lại trang.")
            )
    restored, again = _take_back(decision, facts, by, now)
    make_records(document, again, by, now)
    decision.undone_at = now
    decision.save(update_fields=["undone_at"])
    record(by=by, now=now, action="fact.undo", target=document, before=decision.after, after=decision.before)
    return Change(tuple(restored), restored[0].pk if restored else None, gettext("Đã hoàn tác."))


def _take_back(
    decision: DocumentDecision, facts: dict[str, Fact], by: User, now: datetime
) -> tuple[list[Fact], list[Fact]]:
    """The facts as they were before, and those of them whose task or observation must be made anew."""
    restored: list[Fact] = []
    again: list[Fact] = []
    for key, fact in facts.items():
        if fact.state == FactState.CONFIRMED:
            withdraw_records(fact, by, now)
        before = decision.before.get(key)
        if before is None:
            fact.delete()
            continue
        restore(fact, before)
        fact.save(update_fields=COLUMNS)
        restored.append(fact)
        if fact.state == FactState.CONFIRMED:
            again.append(fact)
    return restored, again


def _must_be(fact: Fact, *states: FactState) -> None:
    if fact.state not in states:
        raise Refusal(
            gettext("Sự kiện này ở trạng thái “%(state)s”, không làm được việc này; hãy tải lại trang.")
            % {"state": fact.get_state_display()}
        )
