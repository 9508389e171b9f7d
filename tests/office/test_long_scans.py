"""A scan of many pages has a queue of its own, so that nobody who came after it waits for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django_tasks_db.models import DBTaskResult

from dondoc.office.documents.actions import reading
from dondoc.office.documents.actions.reading import read_document
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document, DocumentStatus
from dondoc.reading import Progress, read
from dondoc.text import Text
from tests.office.office_cast import NOW, Cast


def scan_of(pages: int) -> Callable[..., Text]:
    """A reading that tells of so many pages before it has read one."""

    def read_file(path: Path, name: str, progress: Progress | None = None) -> Text:
        assert progress is not None
        progress(0, pages)
        return read("Giao Sở Y tế báo cáo trước ngày 30/9/2025.".encode(), name="a.txt")

    return read_file


@pytest.fixture
def uploaded(cast: Cast) -> Document:
    return upload(file=ContentFile(b"Giao Cong an tinh.", "a.txt"), name="a.txt", by=cast.office, now=NOW)


def test_a_long_scan_is_put_off_and_read_in_its_own_queue(uploaded: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_file", scan_of(12))
    read_document(document_pk=uploaded.pk, now=NOW, scans_wait=True)
    uploaded.refresh_from_db()
    assert uploaded.status == DocumentStatus.WAITING
    queued = DBTaskResult.objects.filter(args_kwargs__args=[uploaded.pk])
    assert sorted(queued.values_list("queue_name", flat=True)) == ["default", "scans"]
    read_document(document_pk=uploaded.pk, now=NOW)
    uploaded.refresh_from_db()
    assert uploaded.status == DocumentStatus.READ


def test_a_short_scan_is_read_at_once(uploaded: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_file", scan_of(2))
    read_document(document_pk=uploaded.pk, now=NOW, scans_wait=True)
    uploaded.refresh_from_db()
    assert uploaded.status == DocumentStatus.READ
