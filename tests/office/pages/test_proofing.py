"""Soát số liệu: a draft in, its slips out, a commented copy, and nothing left behind."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.documents.models import Document
from tests.office.office_cast import Cast

SignIn = Callable[[User], Client]
WRONG = "Tổng thu ngân sách đạt 1.200 tỷ đồng, bằng 61% kế hoạch năm (2.000 tỷ đồng)."
RIGHT = "Tổng thu ngân sách đạt 1.200 tỷ đồng, bằng 60% kế hoạch năm (2.000 tỷ đồng)."


def draft(line: str, name: str = "du-thao.docx") -> SimpleUploadedFile:
    paper = docx.Document()
    paper.add_paragraph("BÁO CÁO tình hình kinh tế - xã hội tháng 10 năm 2026")
    paper.add_paragraph(line)
    packed = io.BytesIO()
    paper.save(packed)
    return SimpleUploadedFile(name, packed.getvalue())


def test_a_slip_is_shown_with_its_arithmetic(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.owner).post("/soat-so-lieu/soat/", {"file": draft(WRONG)}, headers={"HX-Request": "true"})
    assertContains(page, "1 lỗi")
    assertContains(page, "60%")
    assertContains(page, "<mark>61%</mark>")
    assertNotContains(page, "<html")


def test_a_clean_draft_says_how_much_was_checked(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.owner).post("/soat-so-lieu/soat/", {"file": draft(RIGHT)})
    assertContains(page, "3/3 số liệu")
    assertNotContains(page, "dd-finding-error")


def test_nothing_is_kept(cast: Cast, signed_in: SignIn, tmp_path: Path, settings: object) -> None:
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(uploads)  # type: ignore[attr-defined]
    signed_in(cast.office).post("/soat-so-lieu/soat/", {"file": draft(WRONG)})
    assert not Document.objects.exists()
    assert list(uploads.iterdir()) == []


def test_the_copy_carries_the_finding_as_a_comment(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.owner).post("/soat-so-lieu/chu-giai/", {"file": draft(WRONG, "dự thảo.docx")})
    assert answer.status_code == 200
    assert "d%E1%BB%B1%20th%E1%BA%A3o-soat.docx" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert "60%" in package.read("word/comments.xml").decode()


def test_a_workbook_has_a_copy_with_comments_too(cast: Cast, signed_in: SignIn) -> None:
    book = openpyxl.Workbook()
    funds = book.create_sheet("Vốn", 0)
    for row in (("Nguồn vốn", "Kế hoạch", "Giải ngân"), ("Tỉnh", 620, 310), ("Xã", 380, 190), ("Tổng cộng", 1000, 590)):
        funds.append(row)
    stream = io.BytesIO()
    book.save(stream)
    client = signed_in(cast.owner)
    page = client.post("/soat-so-lieu/soat/", {"file": SimpleUploadedFile("von.xlsx", stream.getvalue())})
    assertContains(page, "Tải bản có chú giải")
    copy = client.post("/soat-so-lieu/chu-giai/", {"file": SimpleUploadedFile("von.xlsx", stream.getvalue())})
    sheet = openpyxl.load_workbook(io.BytesIO(copy.content))["Vốn"]
    assert "310 + 190 = 500" in sheet["C4"].comment.text


@pytest.mark.parametrize("address", ["/soat-so-lieu/soat/", "/soat-so-lieu/chu-giai/"])
def test_what_is_no_draft_is_refused_in_words(cast: Cast, signed_in: SignIn, address: str) -> None:
    client = signed_in(cast.owner)
    assertContains(client.post(address), "Chưa chọn tệp", status_code=422)
    wrong = SimpleUploadedFile("anh.docx", b"not a package")
    page = client.post(address, {"file": wrong})
    assert page.status_code == 422
    assertContains(page, 'role="alert"', status_code=422)


def test_the_page_is_there_for_everybody_who_signs_in(cast: Cast, signed_in: SignIn, client: Client) -> None:
    assertContains(signed_in(cast.viewer).get("/soat-so-lieu/"), "Kéo thả dự thảo")
    assert client.get("/soat-so-lieu/").status_code == 302
