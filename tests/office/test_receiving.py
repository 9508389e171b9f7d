"""Files that come in: kept whole, refused with a sentence, never half."""

import hashlib
import io
import os
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.documents.actions import uploading
from dondoc.office.documents.actions.reading import read_again, read_document, requeue_stuck
from dondoc.office.documents.models import Document, DocumentStatus
from dondoc.office.refusal import Refusal
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
PARTS: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}
DECLARED = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
MACRO_TYPES = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, words in parts.items():
            packed.writestr(name, words)
    return stream.getvalue()


HOSTILE = {
    "không-rõ.exe": (b"MZ", "không thuộc loại"),
    "trống.txt": (b"  \n", "trống"),
    "ảnh.txt": (b"\x89PNG\r\n\x00\x00\x00", "không đúng với đuôi"),
    "giả.pdf": (b"PK\x03\x04 not a pdf", "không đúng với đuôi"),
    "giả.docx": (b"%PDF-1.7", "không đúng với đuôi"),
    "khóa.pdf": (b"%PDF-1.7\ntrailer << /Encrypt 5 0 R >>", "bị khóa"),
    "khóa-xa.pdf": (b"%PDF-1.7\n" + b"x" * (1024 * 1024 - 14) + b"/Encrypt", "bị khóa"),
    "cũ.docx": (OLE, "kiểu cũ"),
    "khóa.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "bị khóa bằng mật khẩu"),
    "chương-trình.pdf": (b"MZ\x90\0" + b"\0" * 60 + b"%PDF-1.7", "không đúng với đuôi"),
    "nhị-phân-xa.txt": (b"a" * 5000 + b"\0", "không đúng với đuôi"),
    "macro-ẩn.docx": (archive({**PARTS, "[Content_Types].xml": MACRO_TYPES}), "macro"),
    "thực-thể-xa.docx": (archive({**PARTS, "word/a.xml": f"<!--{'x' * 9000}-->{DECLARED}"}), "XML"),
    "thực-thể-16.docx": (archive({**PARTS, "word/a.xml": DECLARED.encode("utf-16")}), "XML"),
    "cụt.docx": (archive({**PARTS, "word/styles.xml": "x" * 900})[:-40], "bị hỏng"),
    "bảng.docx": (archive({"xl/workbook.xml": "<a/>"}), "không đúng với đuôi"),
    "bom.docx": (archive({**PARTS, "word/media/a.bin": b"\0" * (20 * 1024 * 1024)}), "bung ra quá lớn"),
    "macro.docx": (archive({**PARTS, "word/vbaProject.bin": b"x"}), "macro"),
    "thực-thể.docx": (archive({**PARTS, "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "XML"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_and_leaves_nothing(cast: Cast, name: str, tmp_path: Path) -> None:
    content, words = HOSTILE[name]
    with pytest.raises(Refusal, match=words):
        uploading.upload(file=ContentFile(content, name=name), name=name, by=cast.office, now=NOW)
    assert not Document.objects.exists()
    assert not DBTaskResult.objects.exists()
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_a_file_is_kept_byte_for_byte_and_queued(cast: Cast) -> None:
    content = "Thông báo\r\nsố 15\ufeff".encode()
    made = uploading.upload(file=ContentFile(content, name="a.txt"), name="../../etc/a.txt", by=cast.office, now=NOW)
    assert Path(made.file.path).read_bytes() == content
    assert made.original_name == "a.txt"
    assert (made.sha256, made.status) == (hashlib.sha256(content).hexdigest(), DocumentStatus.WAITING)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [made.pk]
    entry = Entry.objects.get(action="document.upload")
    assert entry.after == {"name": "a.txt", "sha256": made.sha256}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("..\\..\\etc\\b.txt", "b.txt"),
        ("bao\x00 cao\x1b[31m.txt", "bao cao[31m.txt"),
        ("bao\u202etxt.exe.txt", "baotxt.exe.txt"),
        ("a" * 300 + ".txt", "a" * 251 + ".txt"),
        ("tie\u0302\u0301ng.txt", "tiếng.txt"),
    ],
)
def test_a_name_is_kept_as_it_can_be_shown(cast: Cast, sent: str, kept: str) -> None:
    made = uploading.upload(file=ContentFile(b"mot"), name=sent, by=cast.office, now=NOW)
    assert made.original_name == kept


@pytest.mark.parametrize("name", ["", ".txt", "a.txt.exe", "a"])
def test_a_name_that_says_no_kind_is_refused(cast: Cast, name: str) -> None:
    with pytest.raises(Refusal, match="không thuộc loại"):
        uploading.upload(file=ContentFile(b"mot"), name=name, by=cast.office, now=NOW)


def test_what_a_killed_upload_left_is_swept_away(cast: Cast, settings: Settings) -> None:
    kept = Path(uploading.upload(file=ContentFile(b"mot"), name="a.txt", by=cast.office, now=NOW).file.path)
    orphan, fresh = kept.with_name("f" * 64 + ".txt"), kept.with_name("e" * 64 + ".txt")
    old = (NOW - timedelta(hours=2)).timestamp()
    for path, age in ((kept, old), (orphan, old), (fresh, NOW.timestamp())):
        path.write_bytes(b"mot")
        os.utime(path, (age, age))
    assert uploading.sweep_leftovers(now=NOW) == 1
    assert (kept.exists(), orphan.exists(), fresh.exists()) == (True, False, True)


def test_the_same_file_twice_is_said_with_where_it_is(cast: Cast) -> None:
    first = uploading.upload(file=ContentFile(b"mot", name="a.txt"), name="a.txt", by=cast.office, now=NOW)
    with pytest.raises(uploading.Duplicate, match="đã có trong hệ thống") as twice:
        uploading.upload(file=ContentFile(b"mot", name="b.txt"), name="b.txt", by=cast.office, now=NOW)
    assert twice.value.document == first


def test_many_at_once_each_for_itself(cast: Cast, signed_in: SignIn) -> None:
    files = [
        SimpleUploadedFile("tốt.txt", b"mot van ban"),
        SimpleUploadedFile("xấu.exe", b"MZ"),
        SimpleUploadedFile("tốt-2.md", b"# hai"),
    ]
    answer = signed_in(cast.office).post(
        reverse("documents:upload"), {"files": files}, headers={"accept": "application/json"}
    )
    results = answer.json()["results"]
    assert [(each["name"], each["ok"]) for each in results] == [
        ("tốt.txt", True),
        ("xấu.exe", False),
        ("tốt-2.md", True),
    ]
    assert answer.status_code == 200
    assert results[0]["address"] == f"/van-ban/{Document.objects.get(original_name='tốt.txt').pk}/"


def test_a_file_above_the_limit_is_dropped_while_it_comes(cast: Cast, signed_in: SignIn, settings: Settings) -> None:
    settings.DONDOC_MAX_UPLOAD = 200_000
    files = [SimpleUploadedFile("to.txt", b"a" * 300_000), SimpleUploadedFile("nho.txt", b"vua du")]
    answer = signed_in(cast.office).post(reverse("documents:upload"), {"files": files})
    assert answer.status_code == 200
    assert [document.original_name for document in Document.objects.all()] == ["nho.txt"]
    assert "to.txt" in answer.content.decode()


def waiting(cast: Cast, name: str, content: str) -> Document:
    return uploading.upload(file=ContentFile(content.encode(), name=name), name=name, by=cast.office, now=NOW)


def test_a_document_is_read_into_facts(cast: Cast) -> None:
    words = "1. Giao Sở Y tế rà soát giường bệnh, hoàn thành trước ngày 30/11/2026."
    made = waiting(cast, "a.txt", words)
    read_document(document_pk=made.pk, now=NOW)
    made.refresh_from_db()
    assert (made.status, made.failure) == (DocumentStatus.READ, "")
    assert made.reading is not None
    assert made.reading.content == words
    task = made.reading.facts.get(kind="directive")
    assert task.current["lead"][0]["name"] == "Sở Y tế"
    assert task.current["deadline"]["by"] == "2026-11-29"


def test_what_cannot_be_read_says_why_and_can_be_removed(cast: Cast) -> None:
    made = waiting(cast, "hong.pdf", "%PDF-1.4\n%%EOF")
    path = Path(made.file.path)
    read_document(document_pk=made.pk, now=NOW)
    made.refresh_from_db()
    assert made.status == DocumentStatus.FAILED
    assert made.failure.endswith(".")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.db.transaction.on_commit", lambda then: then())
        uploading.remove_failed(document=made, by=cast.office, now=NOW)
    assert not path.exists()
    assert not Document.objects.exists()


def test_a_document_that_was_read_is_never_removed(document: Document, cast: Cast) -> None:
    with pytest.raises(Refusal, match="Không xóa được"):
        uploading.remove_failed(document=document, by=cast.office, now=NOW)


def test_a_fault_of_the_program_is_kept_as_a_sentence(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: object) -> None:
        raise ZeroDivisionError

    made = waiting(cast, "a.txt", "một")
    monkeypatch.setattr("dondoc.extract", broken)
    read_document(document_pk=made.pk, now=NOW)
    made.refresh_from_db()
    assert made.status == DocumentStatus.FAILED
    assert "báo quản trị" in made.failure


def test_what_a_killed_worker_left_is_queued_again(cast: Cast) -> None:
    made = waiting(cast, "a.txt", "một")
    Document.objects.update(status=DocumentStatus.READING)
    DBTaskResult.objects.all().delete()
    assert requeue_stuck(now=NOW) == 0  # it may still be at work
    assert requeue_stuck(now=NOW, all_of_them=True) == 1
    made.refresh_from_db()
    assert made.status == DocumentStatus.WAITING
    assert DBTaskResult.objects.get().args_kwargs["args"] == [made.pk]


def test_two_workers_do_not_read_the_same_document(cast: Cast) -> None:
    made = waiting(cast, "a.txt", "một")
    Document.objects.update(status=DocumentStatus.READING)
    read_document(document_pk=made.pk, now=NOW)
    made.refresh_from_db()
    assert made.reading is None


def test_reading_again_waits_its_turn(document: Document, cast: Cast) -> None:
    read_again(document=document, by=cast.office, now=NOW)
    with pytest.raises(Refusal, match="đang chờ đọc"):
        read_again(document=document, by=cast.office, now=NOW)
