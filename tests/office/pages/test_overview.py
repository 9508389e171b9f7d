"""The overview: numbers that sum up and lead to the rows they count."""

from collections.abc import Callable

import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]


@time_machine.travel(NOW)
def test_standings_sum_up_and_each_leads_to_as_many_rows(document: Document, cast: Cast, signed_in: SignIn) -> None:
    confirm_all(document=document, by=cast.office, now=NOW)
    office = signed_in(cast.office)
    page = office.get("/tong-quan/")
    assert sum(tile.number for tile in page.context["tiles"]) == page.context["total"] == 2
    for tile in page.context["tiles"]:
        listed = office.get(f"/nhiem-vu/?tinh-trang={tile.value}")
        assert listed.context["page"].paginator.count == tile.number
        assertContains(page, f"/nhiem-vu/?tinh-trang={tile.value}")


@time_machine.travel(NOW)
def test_deadlines_findings_and_documents_are_there(document: Document, cast: Cast, signed_in: SignIn) -> None:
    confirm_all(document=document, by=cast.office, now=NOW)
    page = signed_in(cast.office).get("/tong-quan/")
    assertContains(page, "rà soát giường bệnh")
    assertContains(page, "1.200 : 2.000 = 60%, văn bản ghi 61%")
    assertContains(page, f'href="/van-ban/{document.pk}/"')
    assert page.context["by_lead"].title == "Không cơ quan nào có việc quá hạn; Sở Y tế đang chủ trì nhiều việc nhất: 1"


def test_a_stranger_sees_nothing_of_it(document: Document, cast: Cast, signed_in: SignIn) -> None:
    confirm_all(document=document, by=cast.office, now=NOW)
    page = signed_in(cast.stranger).get("/tong-quan/")
    assertNotContains(page, "giường bệnh")
    assertNotContains(page, "61%")
    assertNotContains(page, "Tải văn bản lên")


def test_an_empty_office_is_told_where_to_begin(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.office).get("/tong-quan/")
    assertContains(page, "Bắt đầu từ một văn bản")
    assertContains(page, "Tải văn bản lên")
