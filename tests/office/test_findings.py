"""Findings of a document and what a person says to them."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.actions.reading import keep
from dondoc.office.documents.models import Document, Fact, FactState
from dondoc.office.refusal import Refusal
from tests.office.office_cast import NOW, Cast, make_outcome

SignIn = Callable[[User], Client]


@pytest.fixture
def finding(document: Document) -> Fact:
    """61 % where the figures give 60 %."""
    return Fact.objects.get(reading=document.reading_id, kind="check", data__verdict="inconsistent")


def test_a_finding_says_rule_arithmetic_and_mend(finding: Fact) -> None:
    assert finding.rule == "SL102"
    assert "60%" in finding.data["reason"]
    assert finding.data["cause"].startswith("SL102 61%")
    assert set(finding.data["args"]) == {"q1", "q2", "q3"}


@pytest.mark.parametrize(
    ("answer", "reason", "state", "words"),
    [
        ("fixed", "", FactState.CONFIRMED, "Đã sửa"),
        ("accepted", "Số liệu làm tròn theo ngành", FactState.CONFIRMED, "Chấp nhận"),
        ("no_error", "", FactState.REJECTED, "Không phải lỗi"),
    ],
)
def test_each_answer_is_kept_with_its_reason(
    document: Document, finding: Fact, cast: Cast, signed_in: SignIn,
    answer: str, reason: str, state: FactState, words: str,
) -> None:  # fmt: skip
    page = signed_in(cast.office).post(
        f"/van-ban/{document.pk}/su-kien/{finding.pk}/tra-loi/", {"answer": answer, "reason": reason}
    )
    assertContains(page, words)
    finding.refresh_from_db()
    assert (finding.state, finding.current["answer_reason"], finding.decided_by) == (state, reason, cast.office)
    assert Entry.objects.filter(action="fact.answer", object_id=document.pk).exists()


def test_accepting_needs_a_reason(document: Document, finding: Fact, cast: Cast) -> None:
    with pytest.raises(Refusal, match="lý do"):
        deciding.answer_finding(
            document=document, fact_pk=finding.pk, answer="accepted", reason="  ", by=cast.office, now=NOW
        )


def test_an_answer_is_taken_back_by_undo_and_by_reopening(document: Document, finding: Fact, cast: Cast) -> None:
    def answer() -> None:
        deciding.answer_finding(
            document=document, fact_pk=finding.pk, answer="fixed", reason="", by=cast.office, now=NOW
        )
        finding.refresh_from_db()

    answer()
    deciding.undo(document=document, by=cast.office, now=NOW)
    finding.refresh_from_db()
    assert (finding.state, finding.edited) == (FactState.DRAFT, {})
    answer()
    deciding.reopen(document=document, fact_pk=finding.pk, by=cast.office, now=NOW)
    finding.refresh_from_db()
    assert (finding.state, finding.edited) == (FactState.DRAFT, {})


def test_an_answered_finding_stays_answered_when_the_document_is_read_again(
    document: Document, finding: Fact, cast: Cast
) -> None:
    deciding.answer_finding(
        document=document, fact_pk=finding.pk, answer="accepted", reason="Đã hỏi sở", by=cast.office, now=NOW
    )
    keep(document=document, outcome=make_outcome(), now=NOW)
    document.refresh_from_db()
    found = Fact.objects.filter(reading=document.reading_id, kind="check", data__verdict="inconsistent")
    assert [(fact.state, fact.current["answer_reason"]) for fact in found] == [(FactState.CONFIRMED, "Đã hỏi sở")]


def test_who_only_reads_is_offered_no_answer(document: Document, finding: Fact, cast: Cast, signed_in: SignIn) -> None:
    address = f"/van-ban/{document.pk}/"
    assertContains(signed_in(cast.office).get(address), "Không phải lỗi")
    assertNotContains(signed_in(cast.viewer).get(address), "Không phải lỗi")
