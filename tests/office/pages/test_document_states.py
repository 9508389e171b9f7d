"""What the document page says when reading failed, and what its pick-list of indicators offers."""

from collections.abc import Callable

from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.documents.models import Document, Fact
from dondoc.office.folding import fold
from dondoc.office.indicators.models import Indicator
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]


def test_a_reading_that_failed_again_says_so_above_the_earlier_one(
    document: Document, cast: Cast, signed_in: SignIn
) -> None:
    Document.objects.filter(pk=document.pk).update(failure="Tệp bị hỏng; hãy tải lại.")
    page = signed_in(cast.office).get(f"/van-ban/{document.pk}/")
    assertContains(page, "Lần đọc lại vừa rồi không thành")
    assertContains(page, "Tệp bị hỏng; hãy tải lại.")
    assertContains(page, "Sở Y tế")


def test_what_could_not_be_read_can_be_read_again_or_removed_from_its_page(
    document: Document, cast: Cast, signed_in: SignIn
) -> None:
    Document.objects.filter(pk=document.pk).update(status="failed", failure="Tệp bị hỏng.", reading=None)
    Fact.objects.all().delete()
    page = signed_in(cast.office).get(f"/van-ban/{document.pk}/")
    assertContains(page, f"/van-ban/{document.pk}/xoa/")
    assertContains(page, f"/van-ban/{document.pk}/doc-lai/")
    assertNotContains(signed_in(cast.viewer).get(f"/van-ban/{document.pk}/"), "/xoa/")
    assert signed_in(cast.office).post(f"/van-ban/{document.pk}/xoa/").status_code == 302
    assert not Document.objects.exists()


def test_indicators_most_like_the_words_are_offered(cast: Cast, signed_in: SignIn) -> None:
    for name in ("Giải ngân vốn đầu tư công", "Thu nội địa"):
        Indicator.objects.create(code=name[:9], name=name, folded=fold(name), unit="đồng", created_at=NOW)
    found = signed_in(cast.office).get("/van-ban/chon/chi-tieu/", {"q": "Đầu tư công giải ngân đến nay"})
    assertContains(found, "Giải ngân vốn đầu tư công")
    assertNotContains(found, "Thu nội địa")
