"""What reading mended: listed with its words, taken back for good, mended again."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions import deciding, mending
from dondoc.office.documents.actions.reading import read_document
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.mending import keyed, rows_of
from dondoc.office.documents.models import Document, DocumentStatus, Fact, FactState, UndoneMend
from dondoc.office.refusal import Refusal
from dondoc.reading import read
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
# Two words with a Cyrillic letter in them, the first twice.
DAMAGED = (
    "UBND TỈNH LAM SƠN\nSố: 12/TB-UBND\n\nTHÔNG BÁO\n\n1. \u0421ông an tỉnh báo cáo trước ngày 20/12/2026.\n\n"
    "2. \u0421ông an xã rà soát 12 dự án trước ngày 25/12/2026.\n"
)


@pytest.fixture
def damaged(cast: Cast) -> Document:
    made = upload(file=ContentFile(DAMAGED.encode(), name="tb.txt"), name="tb.txt", by=cast.office, now=NOW)
    return again(made)


def again(document: Document) -> Document:
    Document.objects.filter(pk=document.pk).update(status=DocumentStatus.WAITING)
    read_document(document_pk=document.pk, now=NOW)
    document.refresh_from_db()
    return document


def test_each_mend_has_a_key_of_its_own_and_can_be_undone_by_itself() -> None:
    text = read(DAMAGED.encode(), name="tb.txt")
    keys = [key for key, _repair in keyed(text)]
    assert len(set(keys)) == len(keys) == 2
    back, rows = rows_of(text, {keys[1]})
    assert [row["undone"] for row in rows] == [False, True]
    assert "1. Công an" in back.content
    assert "2. \u0421ông an" in back.content
    assert [back.content[row["start"] : row["end"]] for row in rows] == [rows[0]["after"], rows[1]["before"]]


def test_the_page_lists_the_mends_and_the_document_leads_there(
    cast: Cast, signed_in: SignIn, damaged: Document
) -> None:
    client = signed_in(cast.office)
    assertContains(client.get(f"/van-ban/{damaged.pk}/"), "Máy đã sửa 2 chỗ khi đọc")
    page = client.get(f"/van-ban/{damaged.pk}/cho-da-sua/")
    assertContains(page, "Chữ cái của bảng chữ khác", count=2)
    assertContains(page, "Trả lại như tệp gốc", count=2)


def test_who_may_not_decide_sees_the_list_without_the_way_back(
    cast: Cast, signed_in: SignIn, damaged: Document
) -> None:
    viewer = signed_in(cast.leader)
    assertContains(viewer.get(f"/van-ban/{damaged.pk}/cho-da-sua/"), "Chữ cái của bảng chữ khác")
    key = damaged.reading.repairs[0]["key"] if damaged.reading else ""
    answer = signed_in(cast.owner).post(f"/van-ban/{damaged.pk}/cho-da-sua/{key}/tra-lai/")
    assert answer.status_code in (403, 404)


def test_taken_back_stays_taken_back_and_decisions_stay(cast: Cast, signed_in: SignIn, damaged: Document) -> None:
    deciding.confirm_all(document=damaged, by=cast.office, now=NOW)
    assert damaged.reading is not None
    key = damaged.reading.repairs[0]["key"]
    answer = signed_in(cast.office).post(f"/van-ban/{damaged.pk}/cho-da-sua/{key}/tra-lai/")
    assertRedirects(answer, f"/van-ban/{damaged.pk}/", fetch_redirect_response=False)
    for _time in range(2):
        again(damaged)
        assert damaged.reading is not None
        assert "1. \u0421ông an tỉnh" in damaged.reading.content
        assert [row["undone"] for row in damaged.reading.repairs] == [True, False]
    assert Fact.objects.filter(reading=damaged.reading, state=FactState.CONFIRMED).exists()
    assertContains(signed_in(cast.office).get(f"/van-ban/{damaged.pk}/cho-da-sua/"), "Sửa lại như máy", count=1)


def test_mended_again_is_as_it_was(cast: Cast, damaged: Document) -> None:
    assert damaged.reading is not None
    before, key = damaged.reading.content, damaged.reading.repairs[0]["key"]
    mending.take_back(document=damaged, key=key, by=cast.office, now=NOW)
    again(damaged)
    mending.mend_again(document=damaged, key=key, by=cast.office, now=NOW)
    again(damaged)
    assert damaged.reading.content == before
    assert not UndoneMend.objects.exists()


def test_a_mend_that_is_gone_is_refused(cast: Cast, damaged: Document) -> None:
    with pytest.raises(Refusal, match="Không còn"):
        mending.take_back(document=damaged, key="0" * 64, by=cast.office, now=NOW)


def test_a_clean_file_says_so(cast: Cast, signed_in: SignIn) -> None:
    clean = ContentFile("Sở Tài chính báo cáo.".encode(), name="a.txt")
    made = again(upload(file=clean, name="a.txt", by=cast.office, now=NOW))
    page = signed_in(cast.office).get(f"/van-ban/{made.pk}/cho-da-sua/")
    assertContains(page, "máy không phải sửa chữ nào")
    assertNotContains(signed_in(cast.office).get(f"/van-ban/{made.pk}/"), "Máy đã sửa")
