"""Who sees which task, compared with asking task by task; what is kept of many tasks stays what tasks say."""

from collections.abc import Callable

import pytest
from django.db import ProgrammingError, connection
from django.db.models import QuerySet

from dondoc.office import searching
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import standpoint
from dondoc.office.agencies.standpoints import standpoints
from dondoc.office.documents import access as documents_access
from dondoc.office.documents.models import Document
from dondoc.office.tasks import access, keeping, layouts, leading, queries, triggers
from dondoc.office.tasks.board import board
from dondoc.office.tasks.models import Assignment, AssignmentRole, Audience, Seen, Task, TaskState
from dondoc.office.tasks.models.parts import among, parts_of
from dondoc.office.tasks.reviewing import review
from dondoc.office.tasks.standing import Standing
from tests.office import random_office
from tests.office.office_cast import NOW, TODAY
from tests.office.random_office import Office, make_office, sees

pytestmark = pytest.mark.django_db
SEEDS = range(3)
# So many rows of one's own or of groups: all are kept, only those of groups, none.
MANY = (0, 8, 10_000)


def keep(many: int) -> None:
    keeping.keep_audiences(now=NOW, many=many)


@pytest.mark.parametrize("many", MANY)
@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_sees_what_asking_task_by_task_says(seed: int, many: int) -> None:
    office = make_office(seed)
    keep(many)
    for person in office.people:
        true = {task.pk for task in Task.objects.all() if sees(person, task)}
        found = access.visible(person)
        assert sorted(found.values_list("pk", flat=True)) == sorted(true)
        parts = [list(part.rows.values_list(part.key, flat=True)) for part in parts_of(found)]
        assert sorted(key for part in parts for key in part) == sorted(true)
        assert [sorted(part.whole.values_list("pk", flat=True)) for part in parts_of(found)] == [*map(sorted, parts)]
        documents = {task.document_id for task in Task.objects.filter(pk__in=true)} - {None}
        if true != set(Task.objects.values_list("pk", flat=True)):
            assert set(documents_access.visible(person).values_list("pk", flat=True)) == documents


def test_each_way_of_keeping_is_gone() -> None:
    make_office(1)
    kept = []
    for many in MANY:
        keep(many)
        kept.append([audience.places.filter(agency__isnull=False).exists() for audience in Audience.objects.all()])
    assert kept[0]
    assert all(kept[0])
    assert False in kept[1]
    assert kept[2] == []


def shown(person: User) -> dict[str, object]:
    """What pages say of the tasks of ``person``."""
    return told(access.visible(person))


def told(tasks: QuerySet[Task]) -> dict[str, object]:
    """What pages say of ``tasks``."""
    rows = leading.led(tasks, lambda way: {"number": way.number()}, "phase")
    led: dict[tuple[object, ...], int] = {}
    for *key, number in rows:
        led[tuple(key)] = led.get(tuple(key), 0) + number
    late = tasks.filter(state=TaskState.OPEN, due__lt=TODAY)
    return {
        "standings": queries.by_standing(tasks, TODAY),
        "number": queries.number_of(tasks),
        "first": queries.by_due(tasks, 2, 9),
        "last": queries.by_due(tasks, 0, 5, last_first=True),
        "late": (queries.number_of(late), queries.by_due(late, 0, 4)),
        "searched": sorted(queries.search(tasks, "viec 1").values_list("pk", flat=True)),
        "searched number": queries.number_of(queries.search(tasks, "viec 1")),
        "none": queries.number_of(tasks.none()),
        "either": sorted((tasks.none() | late).values_list("pk", flat=True)),
        "led": led,
        "board": [(column.value, column.number, column.cards) for column in board(tasks, TODAY)],
        "month": [
            (day.day, [row.key for row in day.rows], day.more)
            for week in layouts.month(tasks, TODAY.replace(day=1), TODAY)
            for day in week
        ],
        "review": review(tasks, TODAY),
        "rows": sorted(Assignment.objects.filter(among(tasks, "task")).values_list("pk", flat=True)),
    }


@pytest.mark.parametrize("words", ["viec", "viec 1"])
@pytest.mark.parametrize("many", MANY)
def test_pages_say_the_same_of_tasks_that_an_index_of_words_finds(
    many: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = make_office(1)
    keep(many)
    for person in office.people:
        said = []
        for indexed, common in ((False, 1_000), (True, 1_000), (True, 0)):
            with monkeypatch.context() as patch:
                patch.setattr(queries, "COMMON", common)
                if not indexed:
                    patch.setattr(searching, "has_index", lambda using, table: False)
                said.append(told(queries.search(access.visible(person), words)))
        assert said[0] == said[1] == said[2]


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_say_the_same_whatever_is_kept(seed: int) -> None:
    office = make_office(seed)
    said = []
    for many in MANY:
        keep(many)
        said.append([shown(person) for person in office.people])
    assert said[0] == said[1] == said[2]
    tasks = list(access.visible(office.people[1]).order_by("due", "pk").values_list("pk", flat=True))
    assert said[0][1]["first"] == tasks[2:9]
    assert said[0][1]["number"] == len(tasks)


def test_a_filter_that_the_rows_kept_know_stays_on_them_and_another_does_not() -> None:
    office = make_office(2)
    keep(0)
    tasks = access.visible(next(each for each in office.people if each.username == "xem0"))
    assert parts_of(tasks.filter(due__lt=TODAY).exclude(phase="done"))[0].narrow is not None
    assert parts_of(tasks.filter(text="Việc 1"))[0].narrow is None
    assert parts_of(tasks.filter(due__lt=TODAY)[:3]) != parts_of(tasks)


def change(office: Office, number: int) -> None:
    """Anything that is done to tasks and to whom they name, one way or another."""
    dice = office.dice
    tasks = list(Task.objects.order_by("pk"))
    some = Task.objects.filter(pk__in=[task.pk for task in dice.sample(tasks, 5)])
    rows = Assignment.objects.filter(task__in=[task.pk for task in dice.sample(tasks, 5)])
    acts: list[Callable[[], object]] = [
        lambda: random_office.add_task(office, number, None),
        lambda: some.update(**random_office.standing(dice)),
        lambda: Task.objects.bulk_update(_changed(office, list(some)), ["state", "deadline"]),
        lambda: _save(_changed(office, list(some))),
        lambda: some.update(document=Document.objects.order_by("pk")[number % 6].pk, product="Văn bản"),
        lambda: rows.filter(group__isnull=False).update(group=dice.choice(office.groups)),
        lambda: rows.filter(agency__isnull=False).update(agency=None, written="y"),
        lambda: rows.update(role=dice.choice(AssignmentRole.values)),
        lambda: rows.delete(),
        lambda: _name(office, list(some)),
        lambda: dice.choice(tasks).delete(),
        lambda: Assignment.objects.bulk_create(_named(office, list(some))),
    ]
    dice.choice(acts)()


def _save(tasks: list[Task]) -> None:
    for task in tasks:
        task.save()


def _name(office: Office, tasks: list[Task]) -> None:
    for task in tasks:
        random_office.name(office, task, 7)


def _changed(office: Office, tasks: list[Task]) -> list[Task]:
    for task in tasks:
        for field, value in random_office.standing(office.dice).items():
            setattr(task, field, value)
    return tasks


def _named(office: Office, tasks: list[Task]) -> list[Assignment]:
    group = office.dice.choice(office.groups)
    return [Assignment(task=task, role=AssignmentRole.LEAD, written="z", group=group) for task in tasks]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_is_right_after_every_act(seed: int) -> None:
    office = make_office(seed)
    keep(4)
    audiences = list(Audience.objects.all())
    assert audiences
    for number in range(30):
        change(office, 100 + number)
        assert all(keeping.is_right(audience) for audience in audiences), number
    assert Seen.objects.count() > 5
    assert keeping.mend_audiences() == 0
    assert {each.audience_id for each in Seen.objects.all()} <= {each.pk for each in audiences}


def test_what_is_wrong_is_found_and_made_again() -> None:
    make_office(3)
    keep(0)
    number = Audience.objects.count()
    wrong = Seen.objects.order_by("pk")[0]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM tasks_seen WHERE id = %s", [wrong.pk])
    assert keeping.mend_audiences() == 1
    assert keeping.keep_audiences(now=NOW, many=0) == 1
    assert Audience.objects.count() == number
    assert keeping.mend_audiences() == 0


def test_nothing_is_kept_of_an_office_with_few_tasks_nor_of_people_who_left() -> None:
    office = make_office(4)
    keeping.keep_audiences(now=NOW)
    assert not Audience.objects.exists()
    keep(0)
    assert Audience.objects.exists()
    User.objects.filter(pk__in=[each.pk for each in office.people]).update(is_active=False)
    keep(0)
    assert not Audience.objects.exists()
    assert not Seen.objects.exists()


@pytest.mark.parametrize("seed", SEEDS)
def test_standpoints_read_at_once_are_those_read_one_by_one(seed: int) -> None:
    office = make_office(seed)
    known = standpoints()
    for first in office.agencies:
        assert known.of([first.pk]) == standpoint(first)
        for second in office.agencies[:3]:
            assert known.of([first.pk, second.pk]) == standpoint(first, second)


def test_every_standing_is_among_the_tasks_thrown_together() -> None:
    make_office(0)
    counted = queries.by_standing(Task.objects.all(), TODAY)
    assert sum(number > 0 for number in counted.values()) >= len(Standing) - 3


def test_migrations_drop_what_is_kept_and_bring_the_triggers_back() -> None:
    office = make_office(1)
    keep(0)
    triggers.before_migrations(plan=["one"])
    assert not Audience.objects.exists()
    change(office, 200)
    triggers.after_migrations()
    keep(0)
    for number in range(8):
        change(office, 201 + number)
    assert keeping.mend_audiences() == 0


def test_without_migrations_nothing_is_dropped() -> None:
    make_office(1)
    keep(0)
    triggers.before_migrations(plan=[])
    assert Audience.objects.exists()


def test_an_audience_that_cannot_be_made_now_is_made_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    make_office(1)
    monkeypatch.setattr(keeping, "FILL", "SELECT nothing FROM nowhere WHERE 1 = %s")
    if connection.vendor == "postgresql":
        monkeypatch.setattr(keeping, "OperationalError", ProgrammingError)
    assert keeping.keep_audiences(now=NOW, many=0) == 0
    assert not Audience.objects.exists()
    monkeypatch.undo()
    assert keeping.keep_audiences(now=NOW, many=0) > 0
