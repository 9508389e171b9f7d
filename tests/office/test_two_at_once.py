"""Two people who press the same key at the same moment."""

import pytest

from dondoc.office.documents.actions import deciding
from dondoc.office.documents.models import Document, DocumentDecision, Fact
from dondoc.office.tasks.models import Task
from tests.office.at_once import at_once
from tests.office.office_cast import NOW, Cast

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgresql,
]


def test_a_fact_confirmed_by_two_becomes_one_task(transactional_db: None, document: Document, cast: Cast) -> None:
    pk = Fact.objects.get(reading=document.reading_id, key="d1").pk
    refused = at_once(
        lambda: deciding.confirm(document=document, fact_pk=pk, by=cast.office, now=NOW),
        lambda: deciding.confirm(document=document, fact_pk=pk, by=cast.leader, now=NOW),
    )
    assert len(refused) == 1
    assert (Task.objects.count(), DocumentDecision.objects.count()) == (1, 1)


def test_confirm_all_and_reject_leave_no_task_of_a_rejected_fact(
    transactional_db: None, document: Document, cast: Cast
) -> None:
    pk = Fact.objects.get(reading=document.reading_id, key="d1").pk
    at_once(
        lambda: deciding.confirm_all(document=document, by=cast.office, now=NOW),
        lambda: deciding.reject(document=document, fact_pk=pk, by=cast.leader, now=NOW),
    )
    assert Fact.objects.get(pk=pk).state == "rejected"
    assert not Task.objects.filter(fact=pk).exists()
    assert Task.objects.count() == 1
