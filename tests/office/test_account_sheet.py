"""The sheet with a one-time code: as a page, and as .docx in the look of the office's letters."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from django.test import Client
from django.utils import timezone

from dondoc.office.accounts import invitations
from dondoc.office.accounts.models import User
from dondoc.office.rules.actions import change_rules
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def shown(cast: Cast, signed_in: SignIn) -> tuple[Client, str]:
    """The administrator at the page that shows the code once."""
    client = signed_in(cast.admin)
    page = client.post(f"/quan-tri/nguoi-dung/{cast.owner.pk}/moi/", {"cach": "phieu"})
    return client, str(page.context["code"])


def words_of(content: bytes) -> str:
    paper = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(each.text for each in paper.paragraphs), *cells))


def test_the_sheet_as_docx(cast: Cast, shown: tuple[Client, str]) -> None:
    client, code = shown
    values = {"letter_parent": "UBND tỉnh Thuận Giang", "letter_place": "Thuận Giang", "letter_signer": "Lê Văn Bình"}
    change_rules(values=values, by=cast.admin, now=NOW)
    answer = client.post(f"/quan-tri/nguoi-dung/{cast.owner.pk}/phieu.docx", {"code": code})
    assert answer["Cache-Control"] == "no-store"
    assert "phieu-owner.docx" in answer["Content-Disposition"]
    said = words_of(answer.content)
    for words in ("PHIẾU TÀI KHOẢN", "UBND TỈNH THUẬN GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Sở Y tế", "owner",
                  code, "http://testserver/nhan-tai-khoan/", "Lê Văn Bình", "Đầu mối cơ quan"):  # fmt: skip
        assert words in said, words
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert [name for name in package.namelist() if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_drawing_the_sheet_uses_nothing_up(cast: Cast, shown: tuple[Client, str]) -> None:
    client, code = shown
    for _twice in range(2):
        assert client.post(f"/quan-tri/nguoi-dung/{cast.owner.pk}/phieu.docx", {"code": code}).status_code == 200
    assert invitations.open_invitation(code, timezone.now()) is not None


@pytest.mark.parametrize("wrong", ["", "SAI", "other person", "used"])
def test_no_sheet_without_the_code_of_that_person(cast: Cast, shown: tuple[Client, str], wrong: str) -> None:
    client, code = shown
    person = cast.viewer if wrong == "other person" else cast.owner
    if wrong == "used":
        invitations.accept(code=code, password="mot cau kho doan lam", now=timezone.now())
    sent = wrong if wrong in ("", "SAI") else code
    assert client.post(f"/quan-tri/nguoi-dung/{person.pk}/phieu.docx", {"code": sent}).status_code == 404


def test_only_an_administrator_draws_it(cast: Cast, shown: tuple[Client, str], signed_in: SignIn) -> None:
    address = f"/quan-tri/nguoi-dung/{cast.owner.pk}/phieu.docx"
    assert signed_in(cast.office).post(address, {"code": shown[1]}).status_code == 403
