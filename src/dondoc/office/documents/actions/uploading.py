"""Taking a file in: looked at, kept byte for byte under its SHA-256, put in the queue for reading."""

import hashlib
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.documents.background import read_in_background
from dondoc.office.documents.inspection import inspect_file
from dondoc.office.documents.models import Document, DocumentStatus
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal

LEFTOVER_AFTER = timedelta(hours=1)


class Duplicate(Refusal):
    """The same file is here already, as ``document``."""

    def __init__(self, document: Document, name: str) -> None:
        super().__init__(
            gettext("Tệp “%(name)s” đã có trong hệ thống với tên “%(title)s”; không tải lên lần nữa.")
            % {"name": name, "title": document.title[:120]}
        )
        self.document = document


def upload(*, file: File[bytes], name: str, by: User | None, now: datetime) -> Document:
    """Keep ``file`` and queue it for reading. Raises ``Refusal`` (``Duplicate``) and then leaves nothing behind."""
    name = _shown_name(name)
    media_type = inspect_file(cast(BinaryIO, file), name)
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    sha256 = digest.hexdigest()
    _refuse_twice(sha256, name)
    file.seek(0)
    document = Document(
        original_name=name,
        sha256=sha256,
        size=file.size or 0,
        media_type=media_type,
        status=DocumentStatus.WAITING,
        uploaded_by=by,
        uploaded_at=now,
        status_at=now,
        folded=fold(name),
    )
    # Named by its digest, not by the sender: no clash, no path tricks, nothing to encode.
    document.file.save(sha256 + PurePath(name).suffix.lower(), file, save=False)
    try:
        with transaction.atomic():
            document.save(force_insert=True)
            record(by=by, now=now, action="document.upload", target=document, after={"name": name, "sha256": sha256})
            read_in_background.enqueue(document.pk)
    except BaseException as problem:
        document.file.storage.delete(str(document.file.name))
        if isinstance(problem, IntegrityError):
            _refuse_twice(sha256, name)
        raise
    return document


def _shown_name(name: str) -> str:
    """The name as lists show it: no folders, no signs that are not seen or turn the line round, at most 255 letters."""
    base = PurePath(name.replace("\\", "/")).name
    seen = "".join(
        ch for ch in unicodedata.normalize("NFC", base) if unicodedata.category(ch) not in ("Cc", "Cf", "Cs")
    )
    return " ".join(seen.split())[-255:]


def _refuse_twice(sha256: str, name: str) -> None:
    present = Document.objects.filter(sha256=sha256).first()
    if present is not None:
        raise Duplicate(present, name)


def remove_failed(*, document: Document, by: User, now: datetime) -> None:
    """Take out a document that could not be read, its file with it. One that was read stays for ever."""
    with transaction.atomic():
        locked = Document.objects.select_for_update().get(pk=document.pk)
        if locked.status != DocumentStatus.FAILED or locked.reading_id is not None:
            raise Refusal(gettext("Không xóa được: văn bản đã được đọc; chỉ xóa được tệp không đọc được."))
        before = {"name": locked.original_name, "sha256": locked.sha256, "failure": locked.failure}
        record(by=by, now=now, action="document.remove", target=locked, before=before)
        storage, stored = locked.file.storage, str(locked.file.name)
        locked.delete()
        transaction.on_commit(lambda: storage.delete(stored))


def sweep_leftovers(*, now: datetime) -> int:
    """Delete files that a process killed in the middle of an upload left behind: kept nowhere, older than an hour."""
    removed = 0
    for path in _old_files(Path(settings.MEDIA_ROOT) / "documents", now):
        name = path.relative_to(settings.MEDIA_ROOT).as_posix()
        if not Document.objects.filter(file=name).exists():
            path.unlink(missing_ok=True)
            removed += 1
    half_received = settings.FILE_UPLOAD_TEMP_DIR
    for path in _old_files(Path(half_received), now) if half_received else ():
        path.unlink(missing_ok=True)
        removed += 1
    return removed


def _old_files(folder: Path, now: datetime) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_mtime < (now - LEFTOVER_AFTER).timestamp():
            yield path
