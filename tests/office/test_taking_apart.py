"""Uploads of other word processors and packages: each document by itself, hostile ones leave nothing."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions import uploading
from dondoc.office.documents.inspection import MEDIA_TYPES
from dondoc.office.documents.models import Document
from dondoc.office.refusal import Refusal
from tests.office.office_cast import NOW, Cast
from tests.reading.test_carried import DOCTYPE, NOTICE, envelope, mail, packed
from tests.reading.test_old_word import SAMPLE, compound

SignIn = Callable[[User], Client]
ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


def opendocument(kind: str, **parts: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr("content.xml", "<a/>")
        for name, words in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), words)
    return stream.getvalue()


GOOD = {
    "a.doc": SAMPLE.read_bytes(),
    "b.doc": b"{\\rtf1 Giao}",
    "c.rtf": b"{\\rtf1 Giao}",
    "d.odt": opendocument("text"),
    "e.ods": opendocument("spreadsheet"),
    "f.edxml": envelope(("a.docx", NOTICE)),
    "g.eml": mail("Giao Sở Y tế báo cáo."),
}
HOSTILE = {
    "khóa.doc": (compound("Root Entry", "WordDocument", flags=0x0100), "mật khẩu"),
    "macro.doc": (compound("Root Entry", "WordDocument", "Macros"), "macro"),
    "giả.doc": (NOTICE, "đổi đuôi"),
    "giả.rtf": (b"MZ\0\0", "không đúng"),
    "giả.xls": (b"%PDF-1.7", "đổi đuôi|không đúng"),
    "giả.odt": (NOTICE, "không đúng với đuôi"),
    "giả.edxml": (b"MZ", "không đúng với đuôi"),
    "macro.odt": (opendocument("text", Basic__Standard__a_xml="<a/>"), "macro"),
    "thực-thể.odt": (opendocument("text", styles_xml=ENTITY), "XML"),
    "thực-thể.edxml": (DOCTYPE + b"<edXML>&x;</edXML>", "XML"),
    "bom.ods": (opendocument("spreadsheet", a_bin=b"\0" * (20 * 1024 * 1024)), "bung ra quá lớn"),
    "bom.zip": (packed({"a.txt": b" " * (20 * 1024 * 1024)}), "quá lớn"),
    "lồng.zip": (packed({"a.zip": packed({"a.docx": NOTICE})}), "Không có văn bản nào"),
    "trong.zip": (packed({"a.docx": b"%PDF-1.7"}), "không đúng với đuôi"),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_of_every_kind_is_taken_in(cast: Cast, name: str) -> None:
    made = uploading.upload(file=ContentFile(GOOD[name], name=name), name=name, by=cast.office, now=NOW)
    assert made.media_type == MEDIA_TYPES["." + name.rsplit(".", 1)[1]]
    assert Path(made.file.path).read_bytes() == GOOD[name]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_and_leaves_nothing(cast: Cast, name: str, tmp_path: Path) -> None:
    content, words = HOSTILE[name]
    with pytest.raises(Refusal, match=words):
        uploading.upload(file=ContentFile(content, name=name), name=name, by=cast.office, now=NOW)
    assert not Document.objects.exists()
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_a_package_becomes_its_documents(cast: Cast, signed_in: SignIn) -> None:
    files = [
        SimpleUploadedFile(
            "gói.zip", packed({"a/một.txt": b"mot", "hai.txt": b"hai", "ba.docx": b"MZ", "x.exe": b"MZ"})
        ),
        SimpleUploadedFile("thư.eml", mail("Xin gửi.", bốn_txt=b"bon")),
        SimpleUploadedFile("hỏng.zip", b"PK\x03\x04"),
    ]
    answer = signed_in(cast.office).post(
        reverse("documents:upload"), {"files": files}, headers={"accept": "application/json"}
    )
    results = [(each["name"], each["ok"]) for each in answer.json()["results"]]
    assert results == [
        ("một.txt", True),
        ("hai.txt", True),
        ("ba.docx", False),
        ("bốn.txt", True),
        ("hỏng.zip", False),
    ]
    assert "“gói.zip”" in answer.json()["results"][0]["message"]
    assert sorted(Document.objects.values_list("original_name", flat=True)) == ["bốn.txt", "hai.txt", "một.txt"]
