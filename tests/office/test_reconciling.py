"""A report against the figures that the office confirmed from earlier ones, and what a person makes of both."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.office.accounts.models import User
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.actions.reading import Outcome, keep
from dondoc.office.documents.actions.renewing import renew_across
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document, Fact
from dondoc.office.folding import fold
from dondoc.office.indicators.models import Disagreement, Indicator, Observation, Target
from dondoc.reading.plain import read_plain
from tests.checking.across.stated import HEAD
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]
BEFORE = "Doanh nghiệp thành lập mới lũy kế 9 tháng 1.650 doanh nghiệp, đạt 75% kế hoạch (2.200 doanh nghiệp)."
AFTER = "Doanh nghiệp thành lập mới lũy kế 9 tháng 1.837 doanh nghiệp, đạt 83,5% kế hoạch (2.200 doanh nghiệp)."


def report(by: User, issued: date, line: str, number: int | None = None) -> Document:
    """A report that was uploaded and read; nobody has confirmed anything in it."""
    number = number or issued.month * 10
    text = HEAD.format(number=number, day=issued.day, month=issued.month, year=issued.year, of=issued.month) + line
    name = f"bc-{number}-{issued}.txt"
    made = upload(file=ContentFile(text.encode(), name=name), name=name, by=by, now=NOW)
    read(made, text)
    return made


def read(document: Document, text: str) -> None:
    facts = extract(read_plain(text))
    keep(document=document, outcome=Outcome(facts, tuple(check(facts)), 1), now=NOW)
    document.refresh_from_db()


def across(document: Document) -> list[Fact]:
    return list(Fact.objects.filter(reading=document.reading_id, rule__startswith="LV").order_by("start"))


@pytest.fixture
def indicator(cast: Cast) -> Indicator:
    name = "Doanh nghiệp thành lập mới"
    return Indicator.objects.create(
        code="dn-moi", name=name, folded=fold(name), unit="doanh nghiệp", meaning="cumulative", created_at=NOW
    )


@pytest.fixture
def september(cast: Cast, indicator: Indicator) -> Document:
    made = report(cast.office, date(2026, 9, 28), BEFORE)
    deciding.confirm_all(document=made, by=cast.office, now=NOW)
    return made


@pytest.fixture
def october(cast: Cast, september: Document) -> Document:
    return report(cast.office, date(2026, 10, 28), AFTER)


def test_a_report_that_contradicts_last_months_is_found_once(october: Document, september: Document) -> None:
    (found,) = across(october)
    assert (found.rule, found.current["verdict"]) == ("LV701", "doubtful")
    assert found.data["reason"] == (
        "Doanh nghiệp thành lập mới 9 tháng năm 2026: văn bản này ghi 1.837 doanh nghiệp, "
        "Báo cáo số 90/BC-UBND ngày 28/9/2026 ghi 1.650 doanh nghiệp"
    )
    (source,) = found.data["sources"]
    assert Observation.objects.get(pk=source["observation"]).document == september


def test_nothing_is_compared_with_what_nobody_confirmed(cast: Cast, indicator: Indicator) -> None:
    report(cast.office, date(2026, 9, 28), BEFORE)
    assert across(report(cast.office, date(2026, 10, 28), AFTER)) == []


def test_confirming_compares_again_with_what_was_confirmed_meanwhile(cast: Cast, indicator: Indicator) -> None:
    earlier = report(cast.office, date(2026, 9, 28), BEFORE)
    later = report(cast.office, date(2026, 10, 28), AFTER)
    deciding.confirm_all(document=earlier, by=cast.office, now=NOW)
    assert across(later) == []
    deciding.confirm_all(document=later, by=cast.office, now=NOW)
    (found,) = across(later)
    assert found.rule == "LV701"
    assert Disagreement.objects.filter(fact=found, indicator=indicator).exists()


def test_comparing_again_keeps_what_was_answered_and_drops_what_no_longer_holds(
    cast: Cast, september: Document, october: Document
) -> None:
    renew_across(document=october)
    assert len(across(october)) == 1
    answer(october, cast, "accepted", "Đã hỏi sở")
    Observation.objects.filter(value=Decimal(1650)).update(value=Decimal(1700))
    renew_across(document=october)
    assert sorted(each.state for each in across(october)) == ["confirmed", "draft"]
    Observation.objects.filter(value=Decimal(1700)).update(value=Decimal(1837))
    renew_across(document=october)
    assert [each.current["answer_reason"] for each in across(october)] == ["Đã hỏi sở"]


def test_a_later_document_is_no_measure_for_an_earlier_one(cast: Cast, indicator: Indicator) -> None:
    later = report(cast.office, date(2026, 10, 28), AFTER)
    deciding.confirm_all(document=later, by=cast.office, now=NOW)
    assert across(report(cast.office, date(2026, 9, 28), BEFORE)) == []


def test_another_copy_of_the_same_report_is_no_second_report(cast: Cast, september: Document) -> None:
    assert across(report(cast.office, date(2026, 9, 28), f"{AFTER}\n\nBản in lại.")) == []


def test_a_short_name_that_the_table_does_not_know_is_left_alone(cast: Cast) -> None:
    first = report(cast.office, date(2026, 9, 28), "Trong 9 tháng có 120 hồ sơ.")
    deciding.confirm_all(document=first, by=cast.office, now=NOW)
    assert across(report(cast.office, date(2026, 10, 28), "Trong 9 tháng có 540 hồ sơ.")) == []


def test_a_figure_that_a_person_revised_is_the_measure(cast: Cast, september: Document) -> None:
    Observation.objects.filter(value=Decimal(1650)).update(value=Decimal(1837), status="revised")
    assert [each.rule for each in across(report(cast.office, date(2026, 10, 28), AFTER))] == []


def test_the_target_of_the_year_is_the_measure_of_a_plan(cast: Cast, indicator: Indicator) -> None:
    Target.objects.create(indicator=indicator, year=2026, value=Decimal(2400), basis="Nghị quyết 12/NQ-HĐND")
    (found,) = across(report(cast.office, date(2026, 9, 28), BEFORE))
    assert found.rule == "LV703"
    assert "chỉ tiêu năm 2026 của cơ quan (Nghị quyết 12/NQ-HĐND) là 2.400 doanh nghiệp" in found.data["reason"]


def test_the_card_leads_to_the_other_sentence(cast: Cast, signed_in: SignIn, october: Document) -> None:
    (found,) = across(october)
    (source,) = found.data["sources"]
    page = signed_in(cast.office).get(f"/van-ban/{october.pk}/")
    assertContains(page, f"/van-ban/{source['document']}/#f{source['fact']}")
    assertContains(page, "Một số liệu, hai văn bản ghi khác nhau")


def answer(document: Document, cast: Cast, said: str, reason: str = "") -> None:
    (found,) = across(document)
    deciding.answer_finding(document=document, fact_pk=found.pk, answer=said, reason=reason, by=cast.office, now=NOW)


def test_the_indicator_shows_both_until_a_person_gives_a_reason(
    cast: Cast, signed_in: SignIn, october: Document, indicator: Indicator
) -> None:
    address = f"/chi-tieu/{indicator.pk}/"
    page = signed_in(cast.office).get(address)
    assertContains(page, "Chưa thống nhất")
    assertContains(page, f"/van-ban/{october.pk}/#f{across(october)[0].pk}")
    assertContains(page, "1.837 doanh nghiệp")
    answer(october, cast, "accepted", "Sở Tài chính rà soát lại số 9 tháng")
    page = signed_in(cast.office).get(address)
    assertNotContains(page, "Chưa thống nhất")
    assertContains(page, "Sở Tài chính rà soát lại số 9 tháng")


@pytest.mark.parametrize("said", ["fixed", "no_error"])
def test_what_was_fixed_or_no_error_is_gone_from_the_indicator(
    cast: Cast, signed_in: SignIn, october: Document, indicator: Indicator, said: str
) -> None:
    answer(october, cast, said)
    assertNotContains(signed_in(cast.office).get(f"/chi-tieu/{indicator.pk}/"), "các văn bản ghi khác nhau")


def test_an_answer_stays_when_the_report_is_read_again(cast: Cast, october: Document) -> None:
    answer(october, cast, "accepted", "Đã hỏi sở")
    read(october, HEAD.format(number=100, day=28, month=10, year=2026, of=10) + AFTER)
    (found,) = across(october)
    assert found.current["answer_reason"] == "Đã hỏi sở"
    assert Disagreement.objects.filter(fact=found).exists()


def test_a_mended_report_has_no_finding_left(cast: Cast, october: Document) -> None:
    read(october, HEAD.format(number=100, day=28, month=10, year=2026, of=10) + BEFORE)
    assert across(october) == []


def test_who_may_not_see_the_report_does_not_see_it_on_the_indicator(
    cast: Cast, signed_in: SignIn, october: Document, indicator: Indicator
) -> None:
    Indicator.objects.filter(pk=indicator.pk).update(owner=cast.health)
    page = signed_in(cast.owner).get(f"/chi-tieu/{indicator.pk}/")
    assert page.status_code == 200
    assertNotContains(page, "1.837 doanh nghiệp")


def test_comparing_asks_the_database_a_fixed_number_of_times(
    cast: Cast, september: Document, django_assert_max_num_queries: Callable[..., object]
) -> None:
    from dondoc.office.indicators.reconciling import find_contradictions

    facts = extract(read_plain(HEAD.format(number=100, day=28, month=10, year=2026, of=10) + f"{AFTER}\n\n" * 20))
    fresh = Document(pk=0)
    with django_assert_max_num_queries(4):  # type: ignore[attr-defined]
        find_contradictions(fresh, facts)
