"""One decision of a person about facts: what it makes of them, written down so that it can be taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.documents.models import (
    Document,
    DocumentDecision,
    DocumentStatus,
    Fact,
    FactKind,
    FactState,
    Reading,
)
from dondoc.office.indicators.actions import ObservationDraft, create_observations, withdraw_observation
from dondoc.office.indicators.models import Observation
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.creating import Origin, TaskDraft, create_tasks, today_of, withdraw_task
from dondoc.office.tasks.actions.offering import offer_earlier
from dondoc.office.tasks.models import Assignment, Task

MAX_SENTENCE = 2_000


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision did: the facts it changed, the one to look at next, a sentence for the person; ``anew`` where
    findings came or went with it, so that both columns must be shown again."""

    facts: tuple[Fact, ...]
    focus: int | None
    message: str
    anew: bool = False


def lock(document: Document) -> Document:
    """The document, held until the transaction ends, so that two people decide one after the other."""
    locked = Document.objects.select_for_update().get(pk=document.pk)
    reading_pk(locked)
    return locked


def reading_pk(document: Document) -> int:
    """The present reading of a document that was read."""
    if document.reading_id is None and document.status == DocumentStatus.FAILED:
        raise Refusal(gettext("Văn bản không đọc được nên chưa có sự kiện nào; hãy đọc lại hoặc tải lên tệp khác."))
    if document.reading_id is None:
        raise Refusal(gettext("Văn bản chưa đọc xong; hãy đợi trong giây lát."))
    return document.reading_id


def present_facts(document: Document) -> QuerySet[Fact]:
    """Facts of the present reading, with what they became."""
    return (
        Fact.objects.filter(reading=document.reading_id)
        .select_related(
            "task", "observation", "carried_from", "carried_from__task", "carried_from__observation", "decided_by"
        )
        .order_by("start", "ordinal", "pk")
    )


def present_fact(document: Document, pk: int) -> Fact:
    """One fact of the present reading, fresh from the database."""
    fact = present_facts(document).filter(pk=pk).first()
    if fact is None:
        raise Refusal(gettext("Sự kiện này không còn trong lần đọc hiện tại; hãy tải lại trang."))
    return fact


def decide(fact: Fact, state: FactState, by: User, now: datetime) -> None:
    """Set the state with its signature; a draft carries none."""
    fact.state = state
    fact.decided_by = by if state != FactState.DRAFT else None
    fact.decided_at = now if state != FactState.DRAFT else None


def snapshot(fact: Fact) -> dict[str, Any]:
    """The columns that decisions change."""
    return {
        "state": fact.state,
        "edited": fact.edited,
        "decided_by": fact.decided_by_id,
        "decided_at": fact.decided_at.isoformat() if fact.decided_at else None,
    }


def restore(fact: Fact, values: dict[str, Any]) -> None:
    """Set the columns back to what ``snapshot`` wrote down."""
    fact.state = values["state"]
    fact.edited = values["edited"]
    fact.decided_by_id = values["decided_by"]
    fact.decided_at = datetime.fromisoformat(values["decided_at"]) if values["decided_at"] else None


def write_down(
    *,
    document: Document,
    action: str,
    before: dict[str, Any],
    facts: Iterable[Fact],
    by: User,
    now: datetime,
) -> DocumentDecision:
    """Keep the decision for undo, and its audit row."""
    after = {str(fact.pk): snapshot(fact) for fact in facts}
    decision = DocumentDecision.objects.create(
        document=document,
        reading_id=reading_pk(document),
        by=by,
        at=now,
        action=action,
        before=before,
        after=after,
    )
    record(by=by, now=now, action=f"fact.{action}", target=document, before=before, after=after)
    return decision


def make_records(document: Document, facts: Sequence[Fact], by: User, now: datetime) -> None:
    """Tasks for the confirmed directives, observations for the confirmed figures."""
    reading = Reading.objects.only("content", "blocks").get(pk=reading_pk(document))
    directives = [fact for fact in facts if fact.kind == FactKind.DIRECTIVE]
    figures = [fact for fact in facts if fact.kind == FactKind.QUANTITY]
    if directives:
        drafts = [_task_draft(document, reading, fact) for fact in directives]
        made = create_tasks(drafts=drafts, on=document.issued or today_of(now), by=by, now=now)
        offer_earlier(tasks=made, now=now)
    if figures:
        create_observations(drafts=[_observation_draft(document, reading, fact) for fact in figures], by=by, now=now)
    carried = [fact for fact in facts if fact.carried_from_id is not None]
    for fact in carried:
        fact.carried_from = None
    Fact.objects.bulk_update(carried, ["carried_from"])


def withdraw_records(fact: Fact, by: User, now: datetime) -> None:
    """Take back what a confirmed fact became; refuses where something was done with it since."""
    assignments = Prefetch("assignments", queryset=Assignment.objects.all())
    for task in Task.objects.filter(fact__in=(fact.pk, fact.root_id)).prefetch_related(assignments):
        withdraw_task(task=task, by=by, now=now)
    for observation in Observation.objects.filter(fact__in=(fact.pk, fact.root_id)).select_related("indicator"):
        withdraw_observation(observation=observation, by=by, now=now)


def unready(fact: Fact) -> str:
    """Why a fact cannot be confirmed yet, as a sentence; empty where it can."""
    values = fact.current
    if fact.kind == FactKind.QUANTITY and values["value"] is None:
        return gettext("Số liệu “%(text)s” chưa đọc được giá trị; hãy sửa giá trị rồi xác nhận.") % {
            "text": values["text"]
        }
    if fact.kind == FactKind.QUANTITY and not values["indicator"]:
        return gettext("Số liệu “%(text)s” chưa có tên chỉ tiêu; hãy sửa, chọn chỉ tiêu rồi xác nhận.") % {
            "text": values["text"]
        }
    if fact.kind == FactKind.DIRECTIVE and not values["text"].strip():
        return gettext("Nhiệm vụ chưa có nội dung; hãy sửa rồi xác nhận.")
    return ""


def _task_draft(document: Document, reading: Reading, fact: Fact) -> TaskDraft:
    values = fact.current
    deadline = values["deadline"] or {}
    return TaskDraft(
        text=values["text"],
        item=values["item"] or "",
        lead=_names(values["lead"]),
        coordinating=_names(values["coordinating"]),
        deadline=date.fromisoformat(deadline["by"]) if deadline.get("by") else None,
        deadline_text=deadline.get("text") or "",
        recurrence=deadline.get("recurrence") or "",
        legal_basis=tuple(each["text"] for each in values["references"]),
        product=(values["product"] or {}).get("text", ""),
        origin=Origin(document, fact, fact.start, fact.end, reading.content[fact.start : fact.end]),
    )


def _names(agencies: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((each["name"], each.get("canonical") or each["name"]) for each in agencies)


def _observation_draft(document: Document, reading: Reading, fact: Fact) -> ObservationDraft:
    values = fact.current
    return ObservationDraft(
        indicator=values["indicator"],
        unit=values["unit"] or "",
        value=Decimal(values["value"]),
        shown=values["text"],
        period=values["period"] or "",
        role=values["role"],
        base=values["base"] or "",
        estimate=bool(values["estimate"]),
        document=document,
        fact=fact,
        start=fact.start,
        end=fact.end,
        sentence=_sentence(reading, fact),
    )


def _sentence(reading: Reading, fact: Fact) -> str:
    """The block that holds the figure, cut round the figure where it is very long."""
    block = next((each for each in reading.blocks if each["start"] <= fact.start and fact.end <= each["end"]), None)
    start, end = (block["start"], block["end"]) if block else (fact.start, fact.end)
    return reading.content[max(start, fact.start - MAX_SENTENCE // 2) : min(end, fact.end + MAX_SENTENCE // 2)]
