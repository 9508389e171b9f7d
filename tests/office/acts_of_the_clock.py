"""What the scheduler and the workers write, and what leaves no row in the audit: acts that a kill may cut short.

``AGAIN`` says what the next turn of the scheduler or the next start does where an act is done piece by piece, each
piece whole: afterwards everything must be there, once.
"""

from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile

from dondoc.office.agencies.actions import queueing
from dondoc.office.documents.actions import reading, uploading
from dondoc.office.documents.models import Document, DocumentStatus
from dondoc.office.exports import actions as exports
from dondoc.office.exports.models import Export
from dondoc.office.reminders import hooks, letters, rounds, webhooks
from dondoc.office.reminders.models import Level, Notice
from dondoc.office.tasks import columns, keeping, saving
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.models import AssignmentRole, SavedView
from tests.office.acting import World
from tests.office.acts_on_people import export, queued
from tests.office.office_cast import NOW

LATER = NOW + timedelta(hours=1)


def saved(w: World, query: str) -> SavedView:
    return saving.save_view(person=w.office, page=saving.LIST, name="Quá hạn", query=query, now=NOW)


def waiting_letters(w: World) -> int:
    for person in (w.office, w.cast.leader, w.cast.owner):
        person.email = f"{person.username}@thuangiang.example"
        person.save(update_fields=["email"])
        Notice.objects.create(person=person, task=w.task, level=Level.CHANGE, occasion="x", text="x", at=NOW)
    return letters.mail_digests(now=NOW)


def many_due(w: World) -> int:
    owed = [Owed(AssignmentRole.LEAD, w.cast.health)]
    for each in range(22):
        create_task(text=f"Việc {each}", owed=owed, by=w.office, now=NOW, deadline=NOW.date())
    hooks.add_webhook(name="Nhóm", url="http://127.0.0.1:9/", by=w.cast.admin, now=NOW)
    return rounds.remind(now=NOW)


def messages(w: World) -> int:
    for name in ("Nhóm", "Phòng"):
        hook = hooks.add_webhook(name=name, url="http://127.0.0.1:9/", by=w.cast.admin, now=NOW)
        hooks.send_test(hook=hook, by=w.cast.admin, now=NOW)
    return webhooks.deliver(now=NOW)


def unread(w: World) -> None:
    file = ContentFile("Họp giao ban.".encode(), name="c.txt")
    uploading.upload(file=file, name="c.txt", by=w.office, now=NOW)
    read_all()


def stuck(w: World) -> int:
    for content in (b"d", b"e"):
        uploading.upload(file=ContentFile(content, name="d.txt"), name="d.txt", by=w.office, now=NOW)
    Document.objects.filter(reading=None).update(status=DocumentStatus.READING)
    return reading.requeue_stuck(now=LATER)


def read_all() -> None:
    for each in Document.objects.filter(reading=None):
        reading.read_document(document_pk=each.pk, now=NOW)


def read_after_a_kill(_w: World) -> None:
    Document.objects.filter(status=DocumentStatus.READING).update(status=DocumentStatus.WAITING)
    read_all()


def drafted_again(_w: World) -> None:
    for each in Export.objects.filter(ended_at__isnull=True):
        exports.draft(export_pk=each.pk, now=NOW)


def audiences() -> None:
    keeping.keep_audiences(now=NOW, many=0)


OF_THE_CLOCK: dict[str, Callable[[World], object]] = {
    "tasks.saving.save_view": lambda w: (saved(w, "q=a"), saved(w, "q=b")),
    "tasks.columns.keep_columns": lambda w: columns.keep_columns(
        person=w.office, columns=tuple(columns.ALL.values())[:3], now=NOW
    ),
    "tasks.keeping.keep_audiences": lambda w: audiences(),
    "reminders.rounds.remind": many_due,
    "reminders.letters.mail_digests": waiting_letters,
    "reminders.webhooks.deliver": messages,
    "documents.actions.reading.read_document": unread,
    "documents.actions.reading.requeue_stuck": stuck,
    "exports.actions.draft": lambda w: exports.draft(export_pk=export(w).pk, now=NOW),
    "exports.actions.requeue_exports": lambda w: (export(w), exports.requeue_exports(now=LATER)),
    "agencies.actions.queueing.requeue_unfinished": lambda w: (
        queued(w),
        queued(w),
        queueing.requeue_unfinished(now=LATER),
    ),
}
AGAIN: dict[str, Callable[[World], object]] = {
    "exports.actions.draft": drafted_again,
    "exports.actions.requeue_exports": lambda w: exports.requeue_exports(now=LATER),
    "tasks.keeping.keep_audiences": lambda w: audiences(),
    "reminders.letters.mail_digests": lambda w: letters.mail_digests(now=NOW),
    "reminders.webhooks.deliver": lambda w: webhooks.deliver(now=NOW),
    "documents.actions.reading.read_document": read_after_a_kill,
    "documents.actions.reading.requeue_stuck": lambda w: reading.requeue_stuck(now=LATER),
    "agencies.actions.queueing.requeue_unfinished": lambda w: queueing.requeue_unfinished(now=LATER),
}

# What is only ever done inside another action, which is killed with it inside.
PARTS = (
    "audit.actions.record",
    "audit.actions.record_created",
    "audit.actions.record_rows",
    "documents.actions.decisions.write_down",
    "tasks.actions.acting.write",
    "tasks.actions.offering.offer_evidence",
    "tasks.actions.offering.offer_earlier",
    "reminders.telling.tell",
    "reminders.telling.tell_of_act",
    "reminders.telling.tell_of_new",
    "reminders.telling.tell_of_work",
    "reminders.telling.sum_up",
)
NOT_KILLED = {
    "administration.sheets.as_letter": "reads only",
    "tasks.actions.together.foresee": "done and taken back whole",
    "documents.actions.uploading.sweep_leftovers": "deletes files that nothing names, one after another",
    "exports.actions.sweep_exports": "deletes rows whose time is over, then files that nothing names",
    "documents.pageimages.sweep_images": "deletes files that are drawn again when they are asked for",
    "sample_clerk.make_clerk": "a part of the loading of the sample",
    "sample_clerk.confirm_document": "done by actions of the tables",
    "sample_progress.go_on_with": "a part of what the clerk of the sample confirms",
    "sampling.load_sample": "finished at the next start: test_sampling.py",
    "sampling.load_documents": "finished at the next start: test_sampling.py",
}
