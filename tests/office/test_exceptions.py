"""The leader's page: exceptions only, and every number is the number of rows behind its link."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Succession
from dondoc.office.overview.exceptions import exceptions
from dondoc.office.rules.actions import set_special_day
from dondoc.office.rules.queries import calendar
from dondoc.office.tasks.actions import arranging, extending, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Submission, Task, TaskState
from dondoc.office.tasks.needs import Need, last_bad_day, needing
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
ADDRESS = "/tong-quan/ngoai-le/"
LEAD = AssignmentRole.LEAD


def add(cast: Cast, days: int | None, *owed: Owed, product: str = "Tờ trình") -> Task:
    deadline = None if days is None else TODAY + timedelta(days=days)
    return arranging.create_task(
        text=f"Việc hạn {days}", owed=owed, by=cast.office, now=NOW, deadline=deadline, product=product
    )


def hand_in(task: Task, days_ago: int, by: User) -> None:
    day = TODAY - timedelta(days=days_ago)
    Task.objects.filter(pk=task.pk).update(state=TaskState.SUBMITTED, submitted_on=day)
    Submission.objects.create(task=task, summary="Xong", day=day, by=by, at=NOW)


@pytest.fixture
def tasks(cast: Cast) -> None:
    """Of each exception some, beside tasks that are in order."""
    health, finance = Owed(LEAD, cast.health), Owed(LEAD, cast.finance)
    for days in (-90, -40, -1):
        add(cast, days, health)
    add(cast, -30, health, finance, product="")
    add(cast, -20, Owed(LEAD, group=cast.communes))
    add(cast, -3, Owed(LEAD, written="Ban Liên ngành"))
    for product in ("", "Báo cáo"):
        add(cast, None, health, product=product)
    add(cast, 40, product="")
    add(cast, 40, health)
    for days_ago, by in ((9, cast.owner), (12, cast.office), (2, cast.owner)):
        hand_in(add(cast, 3, finance), days_ago, by)
    waiting = add(cast, 5, health)
    extending.ask_extension(
        task=waiting,
        wanted=TODAY + timedelta(days=50),
        reason="Chờ số liệu",
        agency=cast.health,
        by=cast.owner,
        now=NOW,
    )
    for due in (TODAY - timedelta(days=4), None):
        talking.instruct(
            task=add(cast, 60, finance),
            text="Báo cáo ngay",
            reply_due=due,
            by=cast.leader,
            now=NOW - timedelta(days=9),
        )


@time_machine.travel(NOW)
def test_every_number_is_the_number_of_rows_behind_its_link(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.leader)
    html = client.get(ADDRESS).content.decode()
    links = re.findall(r'href="(/nhiem-vu/\?[^"]+)">(?:<b class="dd-number">)?\s*([\d.]+)', html)
    assert len(links) == 1 + 3 + 4 + 1 + 3
    for address, number in links:
        listed = client.get(unescape(address)).context["page"].paginator.count
        assert listed == int(number.replace(".", "")), address
        assert listed < Task.objects.count(), address


@time_machine.travel(NOW)
def test_agencies_by_overdue_tasks_with_the_longest_days(tasks: None) -> None:
    found = exceptions(Task.objects.all(), TODAY)
    assert [(each.name, each.number, each.days) for each in found.late] == [
        ("Sở Y tế", 4, 90),
        ("Sở Tài chính", 1, 30),
        ("Giao cho nhóm cơ quan, hoặc chưa rõ chủ trì", 2, 20),
    ]
    assert found.overdue == 6


@time_machine.travel(NOW)
def test_each_exception_says_who_how_many_days_and_what_is_missing(tasks: None, cast: Cast) -> None:
    heaps = {heap.need: heap for heap in exceptions(Task.objects.all(), TODAY).heaps}
    worst = heaps[Need.BADLY_OVERDUE].items[0]
    assert (worst.days, worst.what, worst.who) == (90, "Chưa có: Tờ trình", "Sở Y tế")
    assert "Chưa ghi phải có sản phẩm gì" in [item.what for item in heaps[Need.BADLY_OVERDUE].items]
    # The follower decides, but not about a result that the follower handed in.
    assert [(item.days, item.who) for item in heaps[Need.LONG_AT_APPROVER].items] == [
        (12, "Văn phòng hoặc lãnh đạo"),
        (9, str(cast.office)),
    ]
    assert heaps[Need.WANTS_TIME].items[0].what == "Xin đến 30/12/2026: Chờ số liệu"
    assert [item.days for item in heaps[Need.UNANSWERED].items] == [4, None]


@time_machine.travel(NOW)
def test_what_lacks_a_part_is_counted_by_part(tasks: None) -> None:
    found = exceptions(Task.objects.all(), TODAY)
    assert (found.clearing, [lack.number for lack in found.lacks]) == (3, [1, 2, 2])


@pytest.mark.parametrize("day", [date(2026, 11, 10), date(2026, 5, 4), date(2026, 2, 25), date(2026, 1, 1)])
def test_badly_overdue_is_counted_in_the_working_days_of_the_office(day: date, cast: Cast) -> None:
    set_special_day(day=day - timedelta(days=3), worked=False, name="Bão", by=cast.admin, now=NOW)
    office, last = calendar(), last_bad_day(day)
    assert office.working_days_between(last, day) == 11
    assert office.working_days_between(last + timedelta(days=1), day) == 10


def test_a_result_answered_and_a_task_stopped_are_no_exceptions(tasks: None, cast: Cast) -> None:
    silent = needing(Task.objects.all(), Need.UNANSWERED, TODAY)
    assert silent.count() == 2
    arranging.cancel(task=silent.earliest("pk"), reason="Trùng", by=cast.office, now=NOW)
    instruction = needing(Task.objects.all(), Need.UNANSWERED, TODAY).get().instructions.get()
    talking.reply(instruction=instruction, text="Đã báo cáo", by=cast.office, now=NOW)
    assert not needing(Task.objects.all(), Need.UNANSWERED, TODAY).exists()


@time_machine.travel(NOW)
def test_the_number_of_queries_does_not_grow(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.leader)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS)
        return len(queries)

    few = asked()
    for days in range(12):
        add(cast, -50 - days, Owed(LEAD, cast.health), Owed(LEAD, cast.finance))
        hand_in(add(cast, 3, Owed(LEAD, cast.finance)), 20, cast.owner)
        talking.instruct(task=add(cast, 9), text="Báo cáo", reply_due=TODAY, by=cast.leader, now=NOW)
    assert asked() <= few


@time_machine.travel(NOW)
def test_what_stands_under_an_ended_agency_is_its_heirs(cast: Cast, signed_in: SignIn) -> None:
    """Labour went to health, veterans to labour before that; one task names both, one the heir beside them."""
    yesterday = TODAY - timedelta(days=1)
    labour = make_agency("lao-dong", "Sở Lao động", valid_to=yesterday)
    veterans = make_agency("cuu-chien-binh", "Ban Người có công", valid_to=date(2024, 12, 31))
    nowhere = make_agency("ban-cu", "Ban Cũ", valid_to=yesterday)
    Succession.objects.create(earlier=veterans, later=labour, day=date(2025, 1, 1))
    Succession.objects.create(earlier=labour, later=cast.health, day=TODAY)
    Succession.objects.create(earlier=cast.finance, later=cast.health, day=TODAY + timedelta(days=30))
    add(cast, -90, Owed(LEAD, labour), Owed(LEAD, veterans))
    add(cast, -50, Owed(LEAD, labour), Owed(LEAD, cast.health))
    add(cast, -9, Owed(LEAD, cast.health))
    add(cast, -8, Owed(LEAD, cast.finance))
    add(cast, -7, Owed(LEAD, nowhere))
    found = exceptions(Task.objects.all(), TODAY)
    assert [(each.name, each.number, each.days, each.formerly) for each in found.late] == [
        ("Sở Y tế", 3, 90, ("Ban Người có công", "Sở Lao động")),
        ("Sở Tài chính", 1, 8, ()),
        ("Ban Cũ", 1, 7, ()),
    ]
    worst = next(heap for heap in found.heaps if heap.need is Need.BADLY_OVERDUE).items[0]
    assert worst.who == "Sở Y tế (trước là Sở Lao động), Sở Y tế (trước là Ban Người có công)"
    client = signed_in(cast.leader)
    for each in found.late:
        assert client.get(f"/nhiem-vu/?{each.address}").context["page"].paginator.count == each.number
    page = client.get(ADDRESS)
    assertContains(page, "trước là Ban Người có công, Sở Lao động")
    assertContains(client.get(f"/nhiem-vu/{worst.row.task.pk}/"), "nay là Sở Y tế")


def test_only_leaders_the_office_and_administrators_open_it(cast: Cast, signed_in: SignIn) -> None:
    for person, status in ((cast.leader, 200), (cast.office, 200), (cast.admin, 200)):
        assert signed_in(person).get(ADDRESS).status_code == status
    for person in (cast.owner, cast.stranger, cast.viewer):
        assert signed_in(person).get(ADDRESS).status_code == 403
        assert ADDRESS not in signed_in(person).get("/tong-quan/").content.decode()
    assertContains(signed_in(cast.leader).get("/tong-quan/"), ADDRESS)
    assertContains(signed_in(cast.leader).get(ADDRESS), "Không có ngoại lệ nào")
