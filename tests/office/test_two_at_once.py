"""Two people who press the same key at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from dondoc.office.documents.actions import deciding
from dondoc.office.documents.models import Document, DocumentDecision, Fact
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Task
from tests.office.office_cast import NOW, Cast

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgresql,
]


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run each act in a thread of its own, started together; what was refused."""
    start, refused = Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        start.wait(10)
        try:
            act()
        except Refusal as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return refused


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
