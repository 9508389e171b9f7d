"""A page read by its keys is the same stretch of the whole list, in every order and grouping."""

from datetime import timedelta

import pytest

from dondoc.office.documents.models import Document
from dondoc.office.tasks import grouping, listing, paging, queries
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState
from dondoc.office.tasks.standing import Standing, conditions, with_standing
from tests.office.office_cast import NOW, TODAY, Cast

SORTS = (None, *paging.ORDERS)
GROUPS = ("", *grouping.NAMES)


def document(cast: Cast, number: int, days: int | None) -> Document:
    return Document.objects.create(
        file=f"documents/{number}.txt", original_name=f"{number}.txt", sha256=f"{number:064}", size=1,
        media_type="text/plain", uploaded_by=cast.office, uploaded_at=NOW, status_at=NOW,
        issued=None if days is None else TODAY + timedelta(days=days),
    )  # fmt: skip


@pytest.fixture
def tasks(cast: Cast) -> None:
    """Of every kind: with and without a deadline, a lead, a document, a document with a date."""
    documents = [None, *(document(cast, number, days) for number, days in enumerate((-9, -9, 4, None, None)))]
    leads = [cast.health, None, cast.finance, None]
    states = [TaskState.OPEN, TaskState.SUBMITTED, TaskState.OPEN, TaskState.DONE, TaskState.WAITING]
    for n in range(40):
        task = Task.objects.create(
            text=f"Việc {n}", folded=f"viec {n % 7}", document=documents[n % 6], state=states[n % 5],
            start=n % 4 if documents[n % 6] else None, end=9 if documents[n % 6] else None, waiting_for="kinh phí",
            deadline=None if n % 9 == 0 else TODAY + timedelta(days=n % 11 * 4 - 20), created_at=NOW, changed_at=NOW,
            submitted_on=TODAY - timedelta(days=n % 8), finished_on=TODAY - timedelta(days=n % 3),
            product="x" * (n % 2),
        )  # fmt: skip
        if agency := leads[n % 4]:
            Assignment.objects.create(task=task, role=AssignmentRole.LEAD, written=agency.name, agency=agency)


@pytest.mark.parametrize("by", GROUPS)
@pytest.mark.parametrize("sort", SORTS)
def test_pages_put_together_are_the_whole_list(tasks: None, sort: str | None, by: str) -> None:
    whole = grouping.together(listing.ordered(Task.objects.all(), sort, TODAY), by)
    drawn = queries.for_list(Task.objects.all(), TODAY)
    pages = paging.Pages(Task.objects.all(), paging.parts(Task.objects.all(), sort, by, TODAY), drawn)
    assert len(pages) == 40
    for size in (3, 7, 40):
        read = [task for start in range(0, 40, size) for task in pages[start : start + size]]
        assert [task.pk for task in read] == [task.pk for task in whole]
    assert pages[12] == whole[12]


def test_every_task_meets_the_condition_of_its_standing_and_no_other(tasks: None) -> None:
    stands = {task.pk: task.standing for task in with_standing(Task.objects.all(), TODAY)}
    found = [
        (pk, standing.value)
        for standing, condition in conditions(TODAY).items()
        for pk in Task.objects.filter(condition).values_list("pk", flat=True)
    ]
    assert sorted(found) == sorted(stands.items())
    assert len(set(stands.values())) > 5
    assert set(conditions(TODAY)) == set(Standing)


def test_all_tasks_are_counted_as_chosen_ones_are(tasks: None) -> None:
    everything = Task.objects.filter(pk__gt=0)
    assert queries.by_standing(Task.objects.all(), TODAY) == queries.by_standing(everything, TODAY)
