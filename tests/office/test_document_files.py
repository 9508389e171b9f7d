"""What leaves a document again: the workbook, the commented copy, the original; and words that stay words."""

import io
import zipfile
from collections.abc import Callable

from django.core.files import File
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from dondoc.office import sampling
from dondoc.office.accounts.models import User
from dondoc.office.documents.actions.reading import read_document
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document, Fact
from tests.office.office_cast import NOW, Cast, make_document
from tests.office.test_document_pages import fact_of

SignIn = Callable[[User], Client]


def test_the_workbook_holds_tasks_figures_and_findings(document: Document, cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.office).get(reverse("documents:facts_workbook", args=[document.pk]))
    workbook = load_workbook(io.BytesIO(answer.content))
    assert workbook.sheetnames == ["Nhiệm vụ", "Số liệu", "Cần xem"]
    assert [row[2].value for row in workbook["Nhiệm vụ"].iter_rows(min_row=2)] == ["Sở Y tế", "UBND các xã, phường"]
    assert workbook["Số liệu"]["B2"].value == 1200000000000
    assert workbook["Cần xem"]["A2"].value == "Không khớp"


def test_a_report_comes_back_with_comments_in_it(cast: Cast, signed_in: SignIn) -> None:
    path = next(iter(sorted((sampling.SAMPLE / "documents").glob("*bao-cao-thang-10.docx"))))
    with path.open("rb") as opened:
        made = upload(file=File(opened, name=path.name), name=path.name, by=cast.office, now=NOW)
    read_document(document_pk=made.pk, now=NOW)
    answer = signed_in(cast.office).get(reverse("documents:annotated", args=[made.pk]))
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert "word/comments.xml" in package.namelist()


def test_the_original_comes_back_byte_for_byte_and_never_runs(cast: Cast, signed_in: SignIn) -> None:
    made = make_document(cast.office, "trang.html", "<script>alert(1)</script> nội dung")
    answer = signed_in(cast.office).get(reverse("documents:original", args=[made.pk]))
    assert b"".join(answer.streaming_content).decode() == "<script>alert(1)</script> nội dung"  # type: ignore[attr-defined]
    answer.close()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_the_same_number_twice_is_pointed_out(document: Document, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    url = reverse("documents:document", args=[document.pk])
    assert not client.get(url).context["warnings"]
    make_document(cast.office, "ban-sao.txt", "bản khác")
    assert "Trùng số 15/TB-VP" in client.get(url).context["warnings"][0]


def test_words_of_a_document_are_never_markup(cast: Cast, signed_in: SignIn, document: Document) -> None:
    Fact.objects.filter(key="d1").update(data={**fact_of(document, "d1").data, "text": "<script>x</script>"})
    page = signed_in(cast.office).get(reverse("documents:document", args=[document.pk]))
    assert "<script>x" not in page.content.decode()
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]
    assert page["Content-Security-Policy"].startswith("default-src 'self'")
