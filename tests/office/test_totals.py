"""Whatever the tasks of an office are: the groups that they are shown in add up to the whole, a standing each."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.office.tasks import grouping, listing, queries
from dondoc.office.tasks.models import Assignment, Task, TaskState
from dondoc.office.tasks.reviewing import review
from dondoc.office.tasks.standing import Standing
from tests.office.office_cast import NOW, TODAY, Cast

DAY = timedelta(days=1)
days = st.one_of(st.none(), st.integers(-30, 30).map(lambda number: TODAY + number * DAY))
# Its state, its deadline, the day it was handed in and finished, its product, who leads it.
Drawn = tuple[str, date | None, date | None, str, str]
drawn = st.tuples(
    st.sampled_from(TaskState.values),
    days,
    days,
    st.sampled_from(["", "báo cáo"]),
    st.sampled_from(["", "y tế", "tài chính", "Tổ công tác"]),
)


def make(cast: Cast, given_tasks: list[Drawn]) -> None:
    """The tasks of an office, and no other."""
    Task.objects.all().delete()
    for state, deadline, handed, product, lead in given_tasks:
        task = Task.objects.create(
            text="Rà soát",
            state=state,
            deadline=deadline,
            submitted_on=handed or (TODAY if state == TaskState.SUBMITTED else None),
            finished_on=handed or (TODAY if state == TaskState.DONE else None),
            product=product,
            waiting_for="kinh phí",
            cancelled_reason="thôi",
            created_at=NOW,
            changed_at=NOW,
        )
        agency = {"y tế": cast.health, "tài chính": cast.finance}.get(lead)
        if lead:
            Assignment.objects.create(task=task, role="lead", written=str(agency or lead), agency=agency)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(drawn, max_size=10))
def test_groups_add_up_to_the_whole(cast: Cast, given_tasks: list[Drawn]) -> None:
    make(cast, given_tasks)
    everything = Task.objects.all()
    standings = queries.by_standing(everything, TODAY)
    assert sum(standings.values()) == len(given_tasks)
    for by in grouping.NAMES:
        tasks = grouping.together(listing.ordered(everything, None, TODAY), by)
        shown = grouping.groups(listing.rows(tasks, TODAY), tasks, by, TODAY)
        assert sum(len(group.rows) for group in shown) == len(given_tasks), by
        assert [group.number for group in shown] == [len(group.rows) for group in shown], by
    told = review(everything, TODAY)
    assert told.total.whole == sum(line.whole for line in told.lines)
    assert told.total.whole + told.total.no_deadline == len(given_tasks) - standings[Standing.STOPPED]
    assert told.total.overdue == sum(line.overdue for line in told.lines)
