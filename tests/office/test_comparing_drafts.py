"""Comparing with confirmed figures where there is no upload yet, no day in the document, or one figure at a time."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document, Fact, FactKind
from dondoc.office.indicators.models import Observation
from tests.checking.across.stated import HEAD
from tests.office.office_cast import NOW, Cast
from tests.office.test_reconciling import AFTER, BEFORE, across, indicator, read, report, september

SignIn = Callable[[User], Client]
__all__ = ["indicator", "september"]
UNDATED = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 10 năm 2026\n\n"


def ask(client: Client, **ticked: str) -> Any:
    text = HEAD.format(number=100, day=28, month=10, year=2026, of=10) + AFTER
    file = SimpleUploadedFile("du-thao.txt", text.encode())
    return client.post("/soat-so-lieu/soat/", {"file": file, **ticked}, headers={"HX-Request": "true"})


@pytest.mark.usefixtures("september")
def test_a_draft_is_compared_with_what_the_office_confirmed_and_nothing_is_kept(cast: Cast, signed_in: SignIn) -> None:
    kept = (Document.objects.count(), Fact.objects.count(), Observation.objects.count())
    page = ask(signed_in(cast.office), with_others="1")
    assertContains(page, "LV701")
    assertContains(page, "1.650 doanh nghiệp")
    assert (Document.objects.count(), Fact.objects.count(), Observation.objects.count()) == kept


@pytest.mark.usefixtures("september")
def test_without_the_tick_a_draft_is_read_against_itself_alone(cast: Cast, signed_in: SignIn) -> None:
    assertNotContains(ask(signed_in(cast.office)), "LV701")


@pytest.mark.usefixtures("september")
def test_who_may_not_confirm_sees_no_figure_of_another_document(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.owner)
    assertNotContains(ask(client, with_others="1"), "1.650")
    assertNotContains(client.get("/soat-so-lieu/"), "with_others")


def test_the_page_offers_the_comparison_ticked(cast: Cast, signed_in: SignIn) -> None:
    assertContains(signed_in(cast.office).get("/soat-so-lieu/"), 'name="with_others" value="1" checked')


@pytest.mark.usefixtures("september")
def test_a_document_without_a_day_is_compared_as_of_its_arrival(cast: Cast) -> None:
    made = upload(file=ContentFile((UNDATED + AFTER).encode(), name="a.txt"), name="a.txt", by=cast.office, now=NOW)
    read(made, UNDATED + AFTER)
    assert made.issued is None
    assert [each.rule for each in across(made)] == ["LV701"]


@pytest.mark.usefixtures("indicator")
def test_confirming_one_figure_compares_again_and_shows_what_is_new(cast: Cast, signed_in: SignIn) -> None:
    earlier = report(cast.office, date(2026, 9, 28), BEFORE)
    later = report(cast.office, date(2026, 10, 28), AFTER)
    deciding.confirm_all(document=earlier, by=cast.office, now=NOW)
    figure = Fact.objects.filter(reading=later.reading, kind=FactKind.QUANTITY).earliest("start")
    address = f"/van-ban/{later.pk}/su-kien/{figure.pk}/xac-nhan/"
    answer = signed_in(cast.office).post(address, headers={"HX-Request": "true"})
    assert [each.rule for each in across(later)] == ["LV701"]
    assert answer["HX-Retarget"] == "#panels"
    assertContains(answer, "1.650 doanh nghiệp")
