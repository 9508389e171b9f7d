"""Many tasks at once: one notice that leads to the list of them, and none of them told again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains

from dondoc.office.accounts.models import User
from dondoc.office.reminders.forecast import forecast
from dondoc.office.reminders.letters import mail_digests
from dondoc.office.reminders.levels import MOST
from dondoc.office.reminders.models import Delivery, Hearers, Level, Notice, Round, Summed, Webhook
from dondoc.office.reminders.rounds import remind
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)
MANY = MOST + 4


def give(cast: Cast, number: int, days: int, **more: Any) -> list[Task]:
    """Tasks that Health leads and the clerk follows, due so many days from today."""
    owed = more.pop("owed", [Owed(AssignmentRole.LEAD, cast.health)])
    made = [
        arranging.create_task(
            text=f"Việc {days} {each}",
            owed=owed,
            by=cast.office,
            now=NOW,
            deadline=TODAY + days * DAY,
            product="Báo cáo",
        )
        for each in range(number)
    ]
    Notice.objects.filter(level=Level.CHANGE).delete()  # that they were given, is told too
    return made


def numbers(person: User, level: Level) -> list[int]:
    return sorted(Notice.objects.filter(person=person, level=level).values_list("number", flat=True))


def test_up_to_the_limit_each_task_has_its_notice(cast: Cast) -> None:
    give(cast, MOST, 3)
    assert remind(now=NOW) == 2 * MOST
    assert numbers(cast.owner, Level.SOON) == [1] * MOST
    assert not Summed.objects.exists()


def test_more_are_told_in_one_and_never_again(cast: Cast) -> None:
    give(cast, MANY, 3)
    assert remind(now=NOW) == 2
    assert numbers(cast.owner, Level.SOON) == [MANY]
    assert remind(now=NOW + DAY) == 0
    give(cast, 2, 3)
    assert remind(now=NOW + 2 * DAY) == 4
    assert numbers(cast.owner, Level.SOON) == [1, 1, MANY]
    assert remind(now=NOW + 6 * DAY) == 2  # now overdue: another level
    assert numbers(cast.owner, Level.OVERDUE) == [MANY + 2]


def test_each_person_is_counted_alone(cast: Cast) -> None:
    give(cast, MOST, -30)
    give(cast, 4, -30, owed=[Owed(AssignmentRole.LEAD, cast.finance)])
    remind(now=NOW)
    assert numbers(cast.owner, Level.BADLY_OVERDUE) == [1] * MOST
    assert numbers(cast.leader, Level.BADLY_OVERDUE) == [MANY]
    assert numbers(cast.office, Level.BADLY_OVERDUE) == [MANY]


def test_who_comes_later_hears_of_all_of_them_in_one(cast: Cast) -> None:
    tasks = give(cast, MANY, 3)
    remind(now=NOW)
    later = User.objects.create_user(username="moi", full_name="Mới", role="focal", agency=cast.health)
    assert remind(now=NOW + DAY) == 1
    assert numbers(later, Level.SOON) == [MANY]
    assert remind(now=NOW + 2 * DAY) == 0
    (hearers,) = Hearers.objects.all()  # nobody is left in a set that no task names
    assert set(hearers.people) == {cast.owner.pk, cast.office.pk, later.pk}
    Assignment.objects.filter(task=tasks[0], agency=cast.health).update(agency=cast.finance)
    finance = User.objects.create_user(username="tc", full_name="TC", role="focal", agency=cast.finance)
    assert remind(now=NOW + 3 * DAY) == 1
    assert numbers(finance, Level.SOON) == [1]


@time_machine.travel(NOW)
@pytest.mark.parametrize(("days", "level"), [(3, Level.SOON), (-2, Level.OVERDUE), (-30, Level.BADLY_OVERDUE)])
def test_the_notice_leads_to_the_list_of_just_these(cast: Cast, signed_in: SignIn, days: int, level: Level) -> None:
    give(cast, MANY, days)
    give(cast, 1, 40)
    give(cast, 3, days - 40 if days < 0 else -50, owed=[Owed(AssignmentRole.LEAD, cast.finance)])
    remind(now=NOW)
    for person in (cast.owner, cast.office, cast.leader):
        for notice in Notice.objects.filter(person=person, level=level, task__isnull=True):
            answer = signed_in(person).post(f"/thong-bao/{notice.pk}/mo/")
            assert answer["Location"] == f"/nhiem-vu/?{notice.link}"
            page = signed_in(person).get(answer["Location"])
            assert page.context["page"].paginator.count == notice.number
    assert numbers(cast.owner, level) == [MANY]


def test_the_link_says_how_the_tasks_concern_the_person(cast: Cast) -> None:
    give(cast, MANY, -2)
    remind(now=NOW)
    links = {name: parse_qs(link) for name, link in Notice.objects.values_list("person__username", "link")}
    assert links["owner"]["cua-toi"] == ["co-quan-toi-chu-tri"]
    assert links["office"]["cua-toi"] == ["toi-phu-trach"]
    assert links["owner"]["tu"] == links["owner"]["den"] == [f"{TODAY - 2 * DAY:%d/%m/%Y}"]


def test_a_group_s_many_members_hear_once_each(cast: Cast) -> None:
    members = [
        User.objects.create_user(username=f"xa{each}", full_name=f"Xã {each}", role="focal", agency=cast.health)
        for each in range(3)
    ]
    give(cast, MANY, 3)
    assert remind(now=NOW) == 5
    assert [numbers(each, Level.SOON) for each in members] == [[MANY]] * 3
    assert Summed.objects.count() == MANY
    assert Hearers.objects.count() == 1


@time_machine.travel(NOW)
def test_pages_and_letters_show_a_sum(cast: Cast, signed_in: SignIn) -> None:
    User.objects.filter(pk=cast.owner.pk).update(email="owner@thuangiang.example")
    give(cast, MANY, 3)
    remind(now=NOW)
    words = f"{MANY} nhiệm vụ sắp đến hạn"
    assertContains(signed_in(cast.owner).get("/thong-bao/"), words)
    mail_digests(now=NOW)
    (letter,) = mail.outbox
    assert words in letter.body
    assert "/nhiem-vu/?tinh-trang=sap-den-han&tu=" in letter.body
    assert f"{MANY} việc" in letter.subject


@time_machine.travel(NOW)
def test_a_sum_is_foreseen_as_one(cast: Cast, signed_in: SignIn) -> None:
    give(cast, MANY, 3)
    foreseen = forecast(TODAY)
    assert foreseen.notices == sum(each.number for each in foreseen.people) == 2
    assert all(each.examples for each in foreseen.people)
    page = signed_in(cast.admin).get("/thong-bao/nhac-viec/luot-toi/")
    assertContains(page, "gộp một thông báo")
    assert not Notice.objects.exists()


def test_a_webhook_hears_of_many_in_one_message(cast: Cast) -> None:
    Webhook.objects.create(name="Nhóm", url="http://127.0.0.1:9/", secret="x", created_by=cast.admin, created_at=NOW)
    give(cast, MANY, 3)
    give(cast, 2, -2)
    remind(now=NOW)
    bodies = list(Delivery.objects.values_list("body", flat=True))
    (whole,) = [body for body in bodies if "number" in body]
    assert (whole["level"], whole["number"]) == ("soon", MANY)
    assert "/nhiem-vu/?tinh-trang=sap-den-han" in whole["url"]
    assert len([body for body in bodies if "task" in body]) == 2


def test_a_round_that_breaks_off_leaves_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    give(cast, MANY, 3)
    give(cast, 2, -2)

    def broken(**_all: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("dondoc.office.reminders.rounds.queue", broken)
        with pytest.raises(RuntimeError):
            remind(now=NOW)
    for model in (Notice, Summed, Round):
        assert not model.objects.exists()
    assert remind(now=NOW) == 6
    assert Round.objects.get().made == 6
    assert timezone.localdate(NOW) == Round.objects.get().day
