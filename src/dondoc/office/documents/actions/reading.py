"""Reading a document into facts, again where wanted, without touching what a person decided."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

import dondoc
from dondoc.checking.scene import Scene, read_scene
from dondoc.facts import Check, Facts
from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.documents.background import read_in_background, read_scan_in_background
from dondoc.office.documents.carrying import carry_over
from dondoc.office.documents.comparing import across_rows, note_disagreements
from dondoc.office.documents.mending import rows_of
from dondoc.office.documents.models import Document, DocumentStatus, Fact, Reading, ReadingPage
from dondoc.office.documents.pageimages import page_objects
from dondoc.office.documents.stored import Row, fact_rows, header_data, text_columns
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.offering import offer_evidence
from dondoc.reading import Progress, ReadingError
from dondoc.reading.isolated import read_isolated
from dondoc.text import Text

logger = logging.getLogger(__name__)
BROKEN = _("Chương trình gặp lỗi khi đọc văn bản này; hãy báo quản trị, tệp gốc vẫn được giữ nguyên.")
STUCK_AFTER = timedelta(minutes=10)
FEW_PAGES = 2  # a scan of so many is over before anybody who waits behind it would notice


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading of a file gave; ``scene`` is what the check looked at, for the review to look at again."""

    facts: Facts
    checks: tuple[Check, ...]
    milliseconds: int
    repairs: tuple[dict[str, Any], ...] = ()
    scene: Scene | None = None


class _LongScanError(Exception):
    """The document turned out to be a scan of many pages."""


def read_document(*, document_pk: int, now: datetime, scans_wait: bool = False) -> None:
    """Read the document and keep the reading with its facts; a failure is kept as a sentence.

    ``scans_wait``: a long scan goes into the queue of scans instead. Nothing happens where the document is gone,
    already read, or being read by another worker.
    """
    if not _claim(document_pk, now):
        return
    document = Document.objects.get(pk=document_pk)
    try:
        outcome = _read(document, _Progress(document_pk, now, scans_wait=scans_wait))
        keep(document=document, outcome=outcome, now=now)
    except _LongScanError:
        _put_off(document_pk, now)
    except ReadingError as problem:
        _fail(document, str(problem), now)
    except Exception:
        # A worker must go on with the next document, and the person must see that this one failed.
        logger.exception("reading document %s failed", document_pk)
        _fail(document, str(BROKEN), now)


def _claim(document_pk: int, now: datetime) -> bool:
    waiting = Document.objects.filter(pk=document_pk, status=DocumentStatus.WAITING)
    fresh = {"failure": "", "pages_read": 0, "pages_to_read": 0}
    return waiting.update(status=DocumentStatus.READING, status_at=now, **fresh) == 1


def _put_off(document_pk: int, now: datetime) -> None:
    with transaction.atomic():
        Document.objects.filter(pk=document_pk).update(status=DocumentStatus.WAITING, status_at=now)
        read_scan_in_background.enqueue(document_pk)


class _Progress:
    """Notes how many pages of a scan are read, so that a person sees it move and nobody takes it for stuck."""

    def __init__(self, document_pk: int, now: datetime, *, scans_wait: bool = False) -> None:
        self._rows = Document.objects.filter(pk=document_pk)
        self._begun, self._started = now, time.monotonic()
        self._scans_wait = scans_wait

    def __call__(self, done: int, total: int) -> None:
        if self._scans_wait and total > FEW_PAGES:
            raise _LongScanError
        moment = self._begun + timedelta(seconds=time.monotonic() - self._started)
        self._rows.update(pages_read=done, pages_to_read=total, status_at=moment)


def _read(document: Document, progress: Progress) -> Outcome:
    started = time.monotonic()
    read = read_file(Path(document.file.path), document.original_name, progress)
    text, repairs = rows_of(read, frozenset(document.undone_mends.values_list("key", flat=True)))
    facts = dondoc.extract(text)
    scene = read_scene(facts)
    checks = tuple(dondoc.check(facts, scene))
    return Outcome(facts, checks, round((time.monotonic() - started) * 1000), tuple(repairs), scene)


def read_file(path: Path, name: str, progress: Progress | None = None) -> Text:
    """The text of a stored file, read in a process of its own."""
    return read_isolated(path, name=name, progress=progress)


def _fail(document: Document, sentence: str, now: datetime) -> None:
    with transaction.atomic():
        # A document that was read before keeps that reading; only the new attempt failed.
        status = DocumentStatus.READ if document.reading_id else DocumentStatus.FAILED
        Document.objects.filter(pk=document.pk).update(status=status, failure=sentence, status_at=now)
        record(by=None, now=now, action="document.fail", target=document, after={"failure": sentence})


@transaction.atomic
def keep(*, document: Document, outcome: Outcome, now: datetime) -> Reading:
    """Store a reading with its facts, carry decided facts over to it, and make it the present one."""
    facts = outcome.facts
    # Held until the end: a decision taken meanwhile is either carried over or waits for the new reading.
    document = Document.objects.select_for_update(of=("self",)).select_related("reading").get(pk=document.pk)
    previous = document.reading
    reading = Reading.objects.create(
        document=document,
        version=dondoc.__version__,
        created_at=now,
        milliseconds=outcome.milliseconds,
        header=header_data(facts),
        repairs=list(outcome.repairs),
        **text_columns(facts.text),
    )
    if facts.warnings:
        reading.warnings = [*reading.warnings, *facts.warnings]
        reading.save(update_fields=["warnings"])
    ReadingPage.objects.bulk_create(page_objects(reading, facts.text), batch_size=100)
    found = _fact_objects(reading, [*fact_rows(facts, outcome.checks, outcome.scene), *across_rows(document, facts)])
    present = carry_over(previous, reading, found) if previous else found
    Fact.objects.bulk_create(present, batch_size=500)
    note_disagreements(present)
    _adopt(document, reading, facts, now)
    offer_evidence(document=document, facts=facts, now=now)
    after = {"reading": reading.pk, "version": reading.version, "facts": len(found)}
    record(by=None, now=now, action="document.read", target=document, after=after)
    return reading


def _fact_objects(reading: Reading, rows: Sequence[Row]) -> list[Fact]:
    return [
        Fact(
            reading=reading,
            kind=row.kind,
            key=row.key,
            ordinal=number,
            start=row.span.start,
            end=row.span.end,
            data=row.data,
            rule=row.rule[:100],
            evidence=row.evidence,
        )
        for number, row in enumerate(rows)
    ]


def _adopt(document: Document, reading: Reading, facts: Facts, now: datetime) -> None:
    header = facts.header
    values: dict[str, Any] = {
        "reading": reading,
        "status": DocumentStatus.READ,
        "status_at": now,
        "failure": "",
        "kind": header.type,
        "subject": header.subject or "",
        "number": (header.number or "")[:100],
        "symbol": (header.symbol or "")[:100],
        "issuer": (header.issuer or "")[:300],
        "issued": _day(header.issued),
        "issued_text": (header.issued or "")[:10],
        "period": (header.period or "")[:20],
    }
    words = f"{values['number']} {values['symbol']} {values['subject']} {values['issuer']} {document.original_name}"
    values |= {"folded": fold(words), "folded_content": fold(facts.text.content)}
    for name, value in values.items():
        setattr(document, name, value)
    document.save(update_fields=list(values))


def _day(issued: str | None) -> date | None:
    """A day only where the document states one; a bare month stays in ``issued_text``."""
    try:
        return date.fromisoformat(issued) if issued and len(issued) == 10 else None
    except ValueError:
        return None


def read_again(*, document: Document, by: User, now: datetime) -> None:
    """Queue a document for another reading; what people decided is carried over."""
    with transaction.atomic():
        idle = Document.objects.filter(pk=document.pk, status__in=(DocumentStatus.READ, DocumentStatus.FAILED))
        if not idle.update(status=DocumentStatus.WAITING, status_at=now, failure=""):
            raise Refusal(gettext("Văn bản đang chờ đọc hoặc đang được đọc; hãy đợi trong giây lát."))
        record(by=by, now=now, action="document.read_again", target=document)
        read_in_background.enqueue(document.pk)


def requeue_stuck(*, now: datetime, all_of_them: bool = False) -> int:
    """Queue again what a killed worker left in the middle, or what never got a place in the queue. How many.

    ``all_of_them``: at start, when no other worker can be reading; otherwise only what has stood for ten minutes.
    """
    stuck = Document.objects.filter(status__in=(DocumentStatus.READING, DocumentStatus.WAITING))
    if not all_of_them:
        stuck = stuck.filter(status_at__lt=now - STUCK_AFTER)
    number = 0
    for document in stuck.order_by("pk"):
        with transaction.atomic():
            Document.objects.filter(pk=document.pk).update(status=DocumentStatus.WAITING, status_at=now)
            read_in_background.enqueue(document.pk)
        number += 1
    return number
