"""Taking back what reading mended in the words of a document: the file is read again without it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.documents.actions.decisions import reading_pk
from dondoc.office.documents.actions.reading import read_again
from dondoc.office.documents.models import Document, Reading, UndoneMend
from dondoc.office.refusal import Refusal


@transaction.atomic
def take_back(*, document: Document, key: str, by: User, now: datetime) -> None:
    """Let the words of one mend stand as the file has them, in every reading to come."""
    row = _row(document, key)
    words = {"rule": row["rule"], "before": row["before"], "after": row["after"]}
    _mend, made = UndoneMend.objects.get_or_create(document=document, key=key, defaults={**words, "by": by, "at": now})
    if not made:
        raise Refusal(gettext("Chỗ này đã được trả lại như tệp gốc."))
    record(by=by, now=now, action="document.mend_taken_back", target=document, after=words)
    read_again(document=document, by=by, now=now)


@transaction.atomic
def mend_again(*, document: Document, key: str, by: User, now: datetime) -> None:
    """Mend again what somebody had taken back."""
    row = _row(document, key)
    gone, _by_model = UndoneMend.objects.filter(document=document, key=key).delete()
    if not gone:
        raise Refusal(gettext("Chỗ này đang theo cách máy đã sửa."))
    words = {"rule": row["rule"], "before": row["before"], "after": row["after"]}
    record(by=by, now=now, action="document.mended_again", target=document, after=words)
    read_again(document=document, by=by, now=now)


def _row(document: Document, key: str) -> dict[str, str]:
    reading = Reading.objects.only("repairs").get(pk=reading_pk(document))
    row: dict[str, str] | None = next((each for each in reading.repairs if each["key"] == key), None)
    if row is None:
        raise Refusal(gettext("Không còn chỗ sửa này trong lần đọc hiện tại; hãy tải lại trang."))
    return row
