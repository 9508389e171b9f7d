"""Asking for a file, drafting it in the background, and taking away what has served its time."""

import logging
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext

from dondoc.office.asked_once import holding
from dondoc.office.audit.actions import record
from dondoc.office.exports.background import export_in_background
from dondoc.office.exports.kinds import KINDS, Asked
from dondoc.office.exports.models import KEPT_FOR, Export
from dondoc.office.exports.progress import Progress, forget
from dondoc.office.exports.sight import sight_of
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.telling import tell_of_work

logger = logging.getLogger("dondoc.exports")
STUCK_AFTER = timedelta(minutes=30)
# Whoever waits so long has gone on with something else, and is told.
PATIENCE = timedelta(seconds=10)


@transaction.atomic
def ask_for(*, kind: str, asked: Asked, rows: int, now: datetime) -> Export:
    """Hand a file to the worker; where the same one is under way for the same person, that."""
    query = asked.query.urlencode()
    under_way = Export.objects.filter(person=asked.person, kind=kind, query=query, ended_at__isnull=True)
    if (there := under_way.first()) is not None:
        return there
    export = Export.objects.create(
        person=asked.person, kind=kind, query=query, name=KINDS[kind].name_of(asked), rows=rows, at=now, queued_at=now
    )
    after = {"name": str(KINDS[kind].title), "rows": rows}
    record(by=asked.person, now=now, action="export.ask", target=export, after=after)
    export_in_background.enqueue(export.pk)
    return export


def draft(*, export_pk: int, now: datetime) -> Export:
    """Draft what was asked for, once, of what the person sees now. What goes wrong is kept as a sentence."""
    export = Export.objects.select_related("person").get(pk=export_pk)
    if export.ended_at is not None:
        return export
    begun = time.monotonic()
    try:
        with holding():
            content, export.sight = _drafted(export, now), sight_of(export.person)
    except Refusal as refusal:
        export.failure = str(refusal)[:300]
    except Exception:
        # Whatever it was, it would go wrong again: the person is told, and the log says why.
        logger.exception("the file %s of export %d could not be drafted", export.name, export.pk)
        export.failure = gettext("Không lập được tệp; hãy thử lại, hoặc báo quản trị viên nếu vẫn lỗi.")
    else:
        export.file.name = _stored(export, content)
    _end(export, now, timedelta(seconds=time.monotonic() - begun))
    forget(export.pk)
    return export


def _drafted(export: Export, now: datetime) -> bytes:
    kind, person = KINDS[export.kind], export.person
    if not person.may_enter(localdate(now)) or not kind.may(person):
        raise Refusal(gettext("Quyền của bạn đã thay đổi từ lúc yêu cầu tệp này."))
    return kind.draft(Asked(person, QueryDict(export.query), localdate(now)), Progress(export.pk))


def _stored(export: Export, content: bytes) -> str:
    """The file, in the place of what a worker that was killed may have left of it."""
    storage, name = export.file.storage, f"exports/{export.pk}-{export.name}"
    storage.delete(name)
    return str(storage.save(name, ContentFile(content)))


@transaction.atomic
def _end(export: Export, now: datetime, took: timedelta) -> None:
    export.ended_at = now
    export.save(update_fields=["ended_at", "failure", "sight", "file"])
    if export.failure or now + took - export.at > PATIENCE:
        words = gettext("Không lập được tệp %(name)s") if export.failure else gettext("Tệp %(name)s đã lập xong")
        address = reverse("exports:show", args=[export.pk])
        said = words % {"name": export.name}
        tell_of_work(person=export.person_id, words=said, address=address, now=now)


def requeue_exports(*, now: datetime, all_of_them: bool = False) -> int:
    """Queue again what a killed worker left undone. How many.

    ``all_of_them``: at start, when no worker can be at it; otherwise only what has stood for half an hour.
    """
    left = Export.objects.filter(ended_at__isnull=True)
    if not all_of_them:
        left = left.filter(queued_at__lt=now - STUCK_AFTER)
    keys = list(left.order_by("pk").values_list("pk", flat=True))
    for pk in keys:
        with transaction.atomic():
            Export.objects.filter(pk=pk).update(queued_at=now)
            export_in_background.enqueue(pk)
    return len(keys)


def sweep_exports(*, now: datetime) -> int:
    """Take away files whose time is over, and what a killed worker left half written. How many."""
    over = Export.objects.filter(Q(at__lt=now - KEPT_FOR), ended_at__isnull=False)
    removed, _kinds = over.delete()
    kept = set(Export.objects.exclude(file="").values_list("file", flat=True))
    for path in (Path(settings.MEDIA_ROOT) / "exports").glob("*"):
        old = path.stat().st_mtime < (now - KEPT_FOR).timestamp()
        if old and f"exports/{path.name}" not in kept:
            path.unlink(missing_ok=True)
    return removed
