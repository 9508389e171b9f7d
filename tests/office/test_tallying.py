"""How many tasks there are of each kind is told by tallies: the same as counting them, whatever is done to them."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import QuerySet

from dondoc.office.agencies.models import Agency
from dondoc.office.overview.queries import by_lead
from dondoc.office.tasks import leading, queries, tallying
from dondoc.office.tasks.models import NEVER, LedTally, Phase, Tally, Task
from dondoc.office.tasks.reviewing import review
from dondoc.office.tasks.sight import whole_office
from dondoc.office.tasks.standing import conditions
from tests.office.at_once import Running
from tests.office.office_cast import NOW, TODAY, make_agency
from tests.office.random_office import Office, make_office
from tests.office.test_sight import change

pytestmark = pytest.mark.django_db
SEEDS = range(3)
# In this month, on its first and its last day, in others.
DAYS = (TODAY, TODAY.replace(day=1), TODAY.replace(day=28), TODAY - timedelta(days=9), TODAY + timedelta(days=40))


def add(number: int) -> None:
    health = Agency.objects.filter(code="yt").first() or make_agency("yt", "Sở Y tế", "so", "province")
    made = {
        "leads": 1,
        "lead_agency": health,
        "product": "Báo cáo",
        "text": "Rà soát",
        "created_at": NOW,
        "changed_at": NOW,
    }
    Task.objects.bulk_create(Task(deadline=TODAY + timedelta(days=n % 3), **made) for n in range(number))


def assert_told_as_counted() -> None:
    """What the tally says of all tasks, on any day, is what counting them says."""
    assert tallying.wrong_rows() == 0
    for day in DAYS:
        assert queries.by_standing(whole_office(), day) == queries.by_standing(Task.objects.all(), day)
        for condition in conditions(day).values():
            chosen = whole_office().filter(condition)
            assert queries.number_of(chosen) == Task.objects.filter(condition).count()
            assert queries.by_standing(chosen, TODAY) == queries.by_standing(Task.objects.filter(condition), TODAY)
        assert review(whole_office(), day) == review(Task.objects.all(), day)
        assert by_lead(whole_office(), day) == by_lead(Task.objects.all(), day)
        assert _led(whole_office(), day) == _led(Task.objects.all(), day)
    assert queries.number_of(whole_office()) == Task.objects.count()
    assert queries.number_of(whole_office().exclude(due=NEVER)) == Task.objects.exclude(due=NEVER).count()


def _led(tasks: QuerySet[Task], day: date) -> Counter[tuple[object, ...]]:
    """How many tasks of each phase each leads, and how many of these that have not ended are late and undated."""
    numbers: Counter[tuple[object, ...]] = Counter()
    for phases in ((), (Phase.OPEN, Phase.DONE)):
        for agency, group, phase, whole, late, undated in leading.led(
            tasks,
            lambda way: {"whole": way.number(), "late": way.number(due__lt=day), "undated": way.number(due=NEVER)},
            "phase",
            phases=phases,
            today=day,
        ):
            key = (phases, agency, group, phase)
            numbers[*key, "whole"] += whole
            if phase not in leading.ENDED:
                numbers.update({(*key, "late"): late, (*key, "undated"): undated})
    return +numbers


@pytest.mark.parametrize("seed", SEEDS)
def test_the_tally_is_right_after_every_act(seed: int) -> None:
    office: Office = make_office(seed)
    for number in range(30):
        change(office, 300 + number)
        assert tallying.wrong_rows() == 0, number
    assert_told_as_counted()


def test_only_what_the_tally_knows_is_told_by_it() -> None:
    add(4)
    for tasks in (whole_office(), whole_office().filter(due__lt=TODAY, state="open").order_by("due")):
        assert tasks.tally is not None  # type: ignore[attr-defined]
    for tasks in (whole_office().filter(due__lt=TODAY, text="x"), whole_office().none(), whole_office().exclude(pk=1)):
        assert tasks.tally is None  # type: ignore[attr-defined]
    assert queries.number_of(whole_office().filter(text="Rà soát")) == 4
    assert queries.number_of(whole_office().none()) == 0


def test_rows_that_are_alike_are_put_together_and_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for _time in range(5):
        add(6)
    Task.objects.filter(pk__in=list(Task.objects.values_list("pk", flat=True)[:7])).update(deadline=None)
    before, rows = queries.by_standing(whole_office(), TODAY), Tally.objects.count() + LedTally.objects.count()
    assert tallying.put_together() == 0
    monkeypatch.setattr(tallying, "LOOSE", 1)
    assert tallying.put_together() == rows - Tally.objects.count() - LedTally.objects.count() > 0
    assert Tally.objects.count() == Tally.objects.values(*tallying.ALL.columns).distinct().count() == 4
    assert queries.by_standing(whole_office(), TODAY) == before
    assert_told_as_counted()
    assert tallying.put_together() == 0


def test_an_act_that_is_taken_back_is_not_counted() -> None:
    add(3)
    rows = Tally.objects.count()
    with transaction.atomic():
        add(2)
        Task.objects.all().delete()
        transaction.set_rollback(True)
    assert (Tally.objects.count(), queries.number_of(whole_office())) == (rows, 3)


def test_a_wrong_tally_is_seen_and_mended() -> None:
    add(7)
    Tally.objects.latest("pk").delete()
    LedTally.objects.create(phase="open", due=TODAY, many=2)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO tasks_tally (state, phase, due, many) VALUES ('done', 'done', '2026-01-01', 1)")
    wrong = tallying.wrong_rows()
    assert wrong > 0
    assert tallying.mend() == wrong
    assert tallying.mend() == 0
    assert_told_as_counted()


def test_migrations_empty_the_tally_and_bring_it_back() -> None:
    add(5)
    tallying.before_migrations(plan=["one"])
    assert not Tally.objects.exists()
    add(2)
    tallying.after_migrations()
    add(2)
    assert_told_as_counted()
    tallying.before_migrations(plan=[])
    assert Tally.objects.exists()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_who_writes_waits_for_nobody_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tallying, "LOOSE", 0)
    add(3)

    def much() -> None:
        for _time in range(4):
            add(3)

    def order() -> None:
        for _time in range(4):
            tallying.put_together()

    Running(much, order, much, order).end()
    assert_told_as_counted()
    with transaction.atomic():
        add(1)  # counted where others count too, and not yet written for good
        Running(lambda: add(1)).end()
    assert_told_as_counted()
