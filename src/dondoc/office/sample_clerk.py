"""The clerk of the sample province: what he has confirmed by the time the first visitor comes.

Everything goes through the normal actions, signed with his name, so that audit and links are the real ones; nobody can
sign in as him. He confirms every task, and the figures that the indicator table knows; the rest, and every later
document, is left open for the visitor.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.actions import record
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document, DocumentDecision, DocumentStatus, Fact, FactKind
from dondoc.office.indicators.actions import indicator_in
from dondoc.office.indicators.matching import Directory
from dondoc.office.indicators.models import ObservationRole
from dondoc.office.refusal import Refusal
from dondoc.office.sample_progress import go_on_with

USERNAME = "chuyen-vien-mau"
CONFIRMED = (
    "2026-08-27-bao-cao-thang-8.txt",
    "2026-09-08-thong-bao-201.docx",
    "2026-09-28-bao-cao-9-thang.docx",
    "2026-10-09-thong-bao-231.docx",
)
TABLE_ROLES = frozenset(ObservationRole.values) - {ObservationRole.COUNT}


@transaction.atomic
def make_clerk(*, now: datetime) -> User:
    """The clerk's account: without a password and not active."""
    clerk = User.objects.create_user(
        username=USERNAME, full_name="Chuyên viên mẫu", role=Role.OFFICE, is_active=False, password=None
    )
    after = {"username": USERNAME, "role": Role.OFFICE, "active": False}
    record(by=None, now=now, action="user.create", target=clerk, after=after)
    return clerk


def queue_confirmations() -> int:
    """Queue the clerk's work on every document of his that nobody has decided about. How many."""
    untouched = Document.objects.filter(uploaded_by__username=USERNAME, original_name__in=CONFIRMED, decisions=None)
    waiting = list(untouched.order_by("pk").values_list("pk", flat=True))
    for pk in waiting:
        confirm_as_clerk.enqueue(pk)
    return len(waiting)


@task()
def confirm_as_clerk(document_pk: int) -> None:
    """Confirm one document of the sample, in the background after it was read."""
    confirm_document(document_pk=document_pk, now=timezone.now())


def confirm_document(*, document_pk: int, now: datetime) -> None:
    """Confirm what the clerk is sure of; nothing where anybody has decided about the document before."""
    document = Document.objects.filter(pk=document_pk, status=DocumentStatus.READ).first()
    clerk = User.objects.filter(username=USERNAME).first()
    if document is None or clerk is None or DocumentDecision.objects.filter(document=document).exists():
        return
    directory = Directory()

    def sure(fact: Fact) -> bool:
        values = fact.current
        if fact.kind == FactKind.DIRECTIVE:
            return True
        known = indicator_in(directory, values["indicator"] or "", values["unit"] or "", values["role"])
        return values["role"] in TABLE_ROLES and known is not None and not known.provisional

    try:
        confirm_all(document=document, by=clerk, now=now, which=sure)
    except Refusal:
        return  # nothing in it that he could confirm
    go_on_with(document=document, clerk=clerk, now=now)
