"""One standing holds at any time, and the database decides as the pure function does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.office.rules.queries import USUAL, Calendar
from dondoc.office.tasks.models import Assignment, Task, TaskState
from dondoc.office.tasks.queries import by_standing, missing_parts, standing_of
from dondoc.office.tasks.standing import Clocks, Decided, Standing, days_left, standing, with_standing
from tests.office.office_cast import NOW, TODAY, Cast

DAY = timedelta(days=1)
near = st.one_of(st.none(), st.integers(-30, 30).map(lambda days: TODAY + days * DAY))


@st.composite
def decided(draw: st.DrawFn) -> Decided:
    state = draw(st.sampled_from(TaskState.values))
    submitted = draw(near)
    finished = draw(near)
    return Decided(
        state=state,
        deadline=draw(near),
        submitted_on=submitted or (TODAY if state == TaskState.SUBMITTED else None),
        finished_on=finished or (TODAY if state == TaskState.DONE else None),
        has_lead=draw(st.booleans()),
        has_product=draw(st.booleans()),
    )


@given(decided())
def test_in_time_is_said_only_of_a_complete_task_with_time_left(task: Decided) -> None:
    if standing(task, TODAY) == Standing.IN_TIME:
        assert task.has_lead
        assert task.has_product
        assert task.deadline is not None
        assert task.deadline > TODAY


@given(decided(), st.integers(0, 60))
def test_an_open_task_never_gets_better_by_waiting(task: Decided, days: int) -> None:
    order = [Standing.NEEDS_CLEARING, Standing.IN_TIME, Standing.DUE_SOON, Standing.OVERDUE]
    if task.state == TaskState.OPEN:
        now, later = standing(task, TODAY), standing(task, TODAY + days * DAY)
        assert order.index(later) >= order.index(now)


@given(decided(), st.integers(0, 60))
def test_what_is_done_or_stopped_does_not_change_with_time(task: Decided, days: int) -> None:
    if task.state in (TaskState.DONE, TaskState.CANCELLED, TaskState.WAITING):
        assert standing(task, TODAY) == standing(task, TODAY + days * DAY)


@given(decided())
def test_who_handed_in_on_time_is_never_overdue(task: Decided) -> None:
    if task.state == TaskState.SUBMITTED:
        assert standing(task, TODAY) in (Standing.AWAITING_ACCEPTANCE, Standing.LATE_ACCEPTANCE)
    if standing(task, TODAY) == Standing.LATE_ACCEPTANCE and task.deadline is not None:
        assert task.submitted_on is not None
        assert task.submitted_on <= task.deadline < TODAY


@pytest.mark.parametrize(
    ("state", "deadline", "submitted", "finished", "expected"),
    [
        ("open", 8, None, None, Standing.IN_TIME),
        ("open", 7, None, None, Standing.DUE_SOON),
        ("open", 0, None, None, Standing.DUE_SOON),  # the last day is still on time
        ("open", -1, None, None, Standing.OVERDUE),
        ("submitted", -1, -6, None, Standing.LATE_ACCEPTANCE),
        ("submitted", -1, -5, None, Standing.AWAITING_ACCEPTANCE),  # the approver has five days
        ("submitted", -9, -6, None, Standing.AWAITING_ACCEPTANCE),  # handed in late: not the approver's fault
        ("submitted", 3, -6, None, Standing.AWAITING_ACCEPTANCE),  # not due yet
        ("done", -3, None, -3, Standing.DONE_ON_TIME),
        ("done", -3, None, -2, Standing.DONE_LATE),
        ("waiting", -3, None, None, Standing.WAITING),
        ("cancelled", -3, None, None, Standing.STOPPED),
    ],
)
def test_each_standing(
    state: str, deadline: int, submitted: int | None, finished: int | None, expected: Standing
) -> None:
    def day(offset: int | None) -> date | None:
        return None if offset is None else TODAY + offset * DAY

    assert standing(Decided(state, day(deadline), day(submitted), day(finished), True, True), TODAY) == expected


def test_what_is_soon_is_counted_in_working_days() -> None:
    before_tet = date(2027, 2, 3)  # the Wednesday before the lunar new year of 6 February
    first_day = USUAL.within(before_tet, 2) + DAY  # nobody works from the Friday on
    assert (first_day - before_tet).days > 7
    assert standing(Decided("open", first_day, None, None, True, True), before_tet) == Standing.DUE_SOON
    storm = Calendar(frozenset({TODAY + DAY, TODAY + 2 * DAY}), frozenset())
    task = Decided("open", TODAY + 9 * DAY, None, None, True, True)
    assert standing(task, TODAY) == Standing.IN_TIME
    assert standing(task, TODAY, Clocks(office=storm)) == Standing.DUE_SOON


@pytest.mark.parametrize("number", [0, 1, 5, 20])
def test_working_days_ahead_and_between_agree(number: int) -> None:
    for day in (date(2026, 1, 1) + ahead * DAY for ahead in range(730)):
        last = USUAL.within(day, number)
        assert USUAL.working_days_between(day, last) == number
        assert USUAL.working_days_between(day, last + DAY) == number + 1


def test_a_missed_deadline_is_shown_even_without_a_lead() -> None:
    assert standing(Decided("open", TODAY - DAY, None, None, False, False), TODAY) == Standing.OVERDUE
    assert standing(Decided("open", TODAY + 20 * DAY, None, None, False, True), TODAY) == Standing.NEEDS_CLEARING
    assert standing(Decided("open", None, None, None, True, True), TODAY) == Standing.NEEDS_CLEARING


def test_days_left() -> None:
    assert [days_left(None, TODAY), days_left(TODAY + 3 * DAY, TODAY), days_left(TODAY - DAY, TODAY)] == [None, 3, -1]


def test_the_database_decides_as_the_function_does(cast: Cast) -> None:
    offsets = [None, -20, -6, -5, -1, 0, 1, 7, 8]
    days = [None if offset is None else TODAY + offset * DAY for offset in offsets]
    tasks = [
        Task(
            text="Việc",
            state=state,
            deadline=deadline,
            submitted_on=handed or (TODAY if state == "submitted" else None),
            finished_on=handed or (TODAY if state == "done" else None),
            product=product,
            waiting_for="kinh phí",
            cancelled_reason="thôi",
            created_at=NOW,
            changed_at=NOW,
        )
        for state in TaskState.values
        for deadline in days
        for handed in days
        for product in ("", "báo cáo")
    ]
    made = Task.objects.bulk_create(tasks)
    Assignment.objects.bulk_create(
        Assignment(task=task, role="lead", written="Sở Y tế", agency=cast.health) for task in made[::3]
    )
    counted = dict.fromkeys(Standing, 0)
    for task in with_standing(Task.objects.prefetch_related("assignments"), TODAY):
        assert task.standing == standing_of(task, TODAY)
        counted[Standing(task.standing)] += 1
    assert all(counted.values())
    assert by_standing(Task.objects.all(), TODAY) == counted


def test_what_a_task_lacks_is_named(cast: Cast) -> None:
    task = Task.objects.create(text="Việc", created_at=NOW, changed_at=NOW)
    assert missing_parts(task) == ["chủ trì", "thời hạn", "sản phẩm"]
