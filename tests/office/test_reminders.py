"""Who is told what, once, on working days; letters, webhooks, calendars."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import icalendar
import pytest
import time_machine
from django.core import mail
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts import people
from dondoc.office.accounts.models import Field, User
from dondoc.office.agencies.models import Agency
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document
from dondoc.office.reminders import feeds
from dondoc.office.reminders.digest import URGENCY, digest
from dondoc.office.reminders.feeds import deadlines, new_feed
from dondoc.office.reminders.letters import mail_digests
from dondoc.office.reminders.models import Delivery, Level, Notice, Webhook
from dondoc.office.reminders.rounds import remind
from dondoc.office.reminders.webhooks import PAUSES, deliver, sign
from dondoc.office.rules.actions import set_special_day
from dondoc.office.tasks.actions import arranging, finishing, reporting, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Proof
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    made = arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 3 * DAY, product="Báo cáo"
    )
    Notice.objects.all().delete()  # that it was given, is told too
    return made


def told(level: Level) -> set[str]:
    return set(Notice.objects.filter(level=level).values_list("person__username", flat=True))


def test_each_level_reaches_its_people_once(task: Task, cast: Cast) -> None:
    assert remind(now=NOW) == 2
    assert told(Level.SOON) == {"owner", "office"}
    assert remind(now=NOW) == 0
    assert remind(now=NOW + DAY) == 0
    remind(now=NOW + 6 * DAY)
    assert told(Level.OVERDUE) == {"owner", "office"}
    assert told(Level.BADLY_OVERDUE) == set()
    remind(now=NOW + 24 * DAY)
    assert told(Level.BADLY_OVERDUE) == {"owner", "office", "leader"}


def test_badly_overdue_reaches_those_in_whose_field_it_lies(
    task: Task, cast: Cast, signed_in: SignIn, time_machine: time_machine.TimeMachineFixture
) -> None:
    def chief(name: str, *agencies: Agency) -> User:
        person = User.objects.create_user(username=name, full_name=name, role="leader")
        if agencies:
            looked_after = Field.objects.create(name=name)
            looked_after.agencies.set(agencies)
            person.fields.add(looked_after)
        return person

    health, finance, helper = chief("y-te", cast.health), chief("tai-chinh", cast.finance), chief("thay", cast.finance)
    people.start_acting(
        absent=health, person=helper, starts=TODAY, ends=TODAY + 60 * DAY, reason="", by=cast.admin, now=NOW
    )
    remind(now=NOW + 24 * DAY)
    assert told(Level.BADLY_OVERDUE) == {"owner", "office", "leader", "y-te", "thay"}
    time_machine.move_to(NOW + 24 * DAY)
    assertContains(signed_in(health).get("/viec-cua-toi/"), "lĩnh vực bạn phụ trách")
    address = "/nhiem-vu/?cua-toi=linh-vuc-toi-phu-trach"
    assertContains(signed_in(health).get(address), "Rà soát giường bệnh")
    for person in (finance, cast.leader):
        assertNotContains(signed_in(person).get(address), "Rà soát giường bệnh")
        assertNotContains(signed_in(person).get("/viec-cua-toi/"), "lĩnh vực bạn phụ trách")


def test_a_moved_deadline_is_a_new_occasion(task: Task, cast: Cast) -> None:
    remind(now=NOW)
    arranging.edit(task=task, deadline=TODAY + 5 * DAY, reason="Ghi nhầm", by=cast.office, now=NOW)
    assert remind(now=NOW + DAY) == 2


def test_nobody_is_told_on_a_day_off(task: Task, cast: Cast) -> None:
    saturday = NOW + 4 * DAY
    assert remind(now=saturday) == 0
    set_special_day(day=TODAY, worked=False, name="Nghỉ bão", by=cast.admin, now=NOW)
    assert remind(now=NOW) == 0
    set_special_day(day=TODAY + 4 * DAY, worked=True, name="Làm bù", by=cast.admin, now=NOW)
    assert remind(now=saturday) > 0


def test_a_group_reaches_every_member_and_no_other_agency(cast: Cast) -> None:
    commune = make_agency("xa-a", "UBND xã Bình An", kind="committee", level="commune")
    User.objects.create_user(username="binh-an", full_name="Bình An", role="focal", agency=commune)
    arranging.create_task(
        text="Dọn kênh", owed=[Owed(AssignmentRole.LEAD, group=cast.communes)], by=cast.office, now=NOW, deadline=TODAY
    )
    remind(now=NOW)
    assert told(Level.SOON) == {"binh-an", "office"}


def test_who_is_given_a_task_is_told_at_once(cast: Cast, document: Document) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    arranging.create_task(text="Rà soát", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 30 * DAY)
    notice = Notice.objects.get()
    assert (notice.person, notice.level, notice.text) == (cast.owner, Level.CHANGE, "Giao nhiệm vụ: Rà soát")
    confirm_all(document=document, by=cast.office, now=NOW)
    told_of = Notice.objects.exclude(pk=notice.pk).get()
    assert (told_of.person, told_of.task) == (cast.owner, document.tasks.get(item="1"))


def test_leaders_hear_of_an_approver_who_lets_people_wait(task: Task, cast: Cast) -> None:
    reporting.add_evidence(task=task, proof=Proof(day=TODAY, number="1/BC"), agency=None, by=cast.owner, now=NOW)
    finishing.submit(task=task, summary="Xong", agency=cast.health, by=cast.owner, now=NOW)
    remind(now=NOW + 3 * DAY)
    assert told(Level.ACCEPTANCE) == set()
    remind(now=NOW + 7 * DAY)
    assert told(Level.ACCEPTANCE) == {"leader"}


def test_acts_tell_whom_they_concern_and_not_who_did_them(task: Task, cast: Cast) -> None:
    talking.watch(task=task, on=True, by=cast.viewer, now=NOW)
    talking.instruct(task=task, text="Làm gấp", reply_due=None, by=cast.leader, now=NOW)
    assert told(Level.CHANGE) == {"viewer", "owner"}
    talking.comment(task=task, text="@owner @stranger xem giúp", by=cast.office, now=NOW + DAY)
    assert told(Level.MENTION) == {"owner"}


def test_one_letter_a_person_with_everything_unwritten(task: Task, cast: Cast) -> None:
    User.objects.filter(pk=cast.owner.pk).update(email="owner@thuangiang.example")
    remind(now=NOW)
    for each in range(2):
        talking.instruct(task=task, text="Làm gấp", reply_due=None, by=cast.leader, now=NOW + timedelta(seconds=each))
    assert mail_digests(now=NOW) == 1
    assert mail_digests(now=NOW) == 0
    (letter,) = mail.outbox
    assert letter.to == ["owner@thuangiang.example"]
    # The task stands there once, where it presses most, with what else was said of it.
    assert "1 việc" in letter.subject
    assert letter.body.count("Rà soát giường bệnh") == letter.body.count(f"/nhiem-vu/{task.pk}/") == 1
    assert "Cùng việc này: Ý kiến chỉ đạo (2 lần)" in letter.body


def test_what_presses_most_comes_first_and_what_has_no_room_is_counted(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dondoc.office.reminders.digest.LINES", 3)
    tasks = [
        arranging.create_task(text=f"Việc {n}", owed=[], by=cast.office, now=NOW, deadline=TODAY) for n in range(3)
    ]
    given = ((Level.CHANGE, 0), (Level.SOON, 1), (Level.MENTION, 1), (Level.BADLY_OVERDUE, 2))
    notices = [
        Notice(person=cast.owner, task=tasks[n], level=level, text=f"Lời {level}: Việc {n}", at=NOW)
        for level, n in given
    ]
    notices.append(Notice(person=cast.owner, level=Level.OVERDUE, text="30 việc", number=30, link="a=b", at=NOW))
    found = digest(notices)
    said = [(heap.name, [(line.notice.text, line.also) for line in heap.lines]) for heap in found.heaps]
    assert said == [
        ("Quá hạn nghiêm trọng", [("Lời badly_overdue: Việc 2", "")]),
        ("Quá hạn", [("30 việc", "")]),
        ("Sắp đến hạn", [("Lời soon: Việc 1", "Lời mention")]),
    ]
    assert (found.number, found.more) == (33, 1)


def test_every_level_has_its_place_in_the_letter() -> None:
    assert set(URGENCY) == set(Level)


class _Room(BaseHTTPRequestHandler):
    """A chat room that fails as often as it is told to."""

    heard: list[tuple[bytes, str]] = []
    failures = 0

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if type(self).failures:
            type(self).failures -= 1
            self.send_response(503)
        else:
            self.heard.append((body, self.headers["X-DonDoc-Signature"]))
            self.send_response(204)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def room() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Room)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    _Room.heard.clear()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_webhook_hears_signed_messages_and_is_tried_again(task: Task, cast: Cast, room: str) -> None:
    Webhook.objects.create(name="Nhóm", url=room, secret="bí mật", created_by=cast.admin, created_at=NOW)
    _Room.failures = 1
    remind(now=NOW)
    assert deliver(now=NOW) == 0
    assert Delivery.objects.get().failure == "HTTP 503"
    assert deliver(now=NOW) == 0
    assert deliver(now=NOW + PAUSES[0]) == 1
    ((body, signature),) = _Room.heard
    assert signature == sign("bí mật", body)
    assert json.loads(body)["task"] == task.pk
    assert deliver(now=NOW + DAY) == 0


def test_a_webhook_that_never_answers_is_given_up(task: Task, cast: Cast) -> None:
    Webhook.objects.create(
        name="Hỏng",
        url="http://127.0.0.1:9/",
        secret="x",
        created_by=cast.admin,
        created_at=NOW,
    )
    remind(now=NOW)
    for day in range(len(PAUSES) + 2):
        deliver(now=NOW + day * DAY)
    delivery = Delivery.objects.get()
    assert (delivery.next_try, delivery.tries) == (None, len(PAUSES) + 1)


@time_machine.travel(NOW)
def test_a_calendar_program_reads_the_deadlines_in_sight(task: Task, cast: Cast, client: Client) -> None:
    mine, foreign = new_feed(by=cast.owner, now=NOW), new_feed(by=cast.stranger, now=NOW)
    answer = client.get(f"/thong-bao/lich/{mine}.ics")
    (event,) = icalendar.Calendar.from_ical(answer.content.decode()).walk("VEVENT")
    assert (event["summary"], event["dtstart"].dt) == ("Rà soát giường bệnh", TODAY + 3 * DAY)
    empty = icalendar.Calendar.from_ical(client.get(f"/thong-bao/lich/{foreign}.ics").content.decode())
    assert empty.walk("VEVENT") == []
    new_feed(by=cast.owner, now=NOW)
    assert client.get(f"/thong-bao/lich/{mine}.ics").status_code == 404


@time_machine.travel(NOW)
def test_a_calendar_ends_with_the_account(task: Task, cast: Cast, client: Client) -> None:
    mine = new_feed(by=cast.owner, now=NOW)
    cast.owner.valid_to = TODAY - DAY
    cast.owner.save(update_fields=["valid_to"])
    assert client.get(f"/thong-bao/lich/{mine}.ics").status_code == 404


def test_the_calendar_of_the_office_staff_holds_their_own_and_what_comes_next(
    task: Task, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    for days, follower in ((-5, cast.office), (-3, cast.office), (4, cast.leader), (9, cast.office)):
        parts: dict[str, Any] = {"deadline": TODAY + days * DAY, "follower": follower}
        arranging.create_task(text=f"Việc {days}", owed=owed, by=cast.office, now=NOW, **parts)
    talking.watch(task=Task.objects.get(text="Việc 4"), on=True, by=cast.office, now=NOW)
    assert [each.text for each in deadlines(cast.office, TODAY)] == [
        "Việc -5", "Việc -3", "Rà soát giường bệnh", "Việc 4", "Việc 9",
    ]  # fmt: skip
    talking.watch(task=Task.objects.get(text="Việc 4"), on=False, by=cast.office, now=NOW)
    assert "Việc 4" not in [each.text for each in deadlines(cast.office, TODAY)]
    monkeypatch.setattr(feeds, "MOST", 4)
    assert [each.text for each in deadlines(cast.leader, TODAY)] == [
        "Việc -3", "Rà soát giường bệnh", "Việc 4", "Việc 9",
    ]  # fmt: skip


def test_who_acts_for_somebody_hears_of_acts_and_who_has_left_does_not(task: Task, cast: Cast) -> None:
    helper = User.objects.create_user(username="thay", full_name="Người Thay", role="focal", agency=cast.finance)
    left = User.objects.create_user(username="nghi", full_name="Người Nghỉ", role="focal", agency=cast.health)
    left.valid_to = TODAY - DAY
    left.save(update_fields=["valid_to"])
    people.start_acting(absent=cast.owner, person=helper, starts=TODAY, ends=TODAY, reason="", by=cast.admin, now=NOW)
    talking.instruct(task=task, text="Làm gấp", reply_due=None, by=cast.leader, now=NOW)
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    arranging.create_task(text="Việc mới", owed=owed, by=cast.office, now=NOW)
    assert told(Level.CHANGE) == {"owner", "thay"}
    Notice.objects.all().delete()
    talking.instruct(task=task, text="Làm gấp nữa", reply_due=None, by=cast.leader, now=NOW + DAY)
    assert told(Level.CHANGE) == {"owner"}


def test_the_page_shows_ones_own_notices_and_opens_them(task: Task, cast: Cast, signed_in: SignIn) -> None:
    remind(now=NOW)
    owner = signed_in(cast.owner)
    assertContains(owner.get("/thong-bao/"), "Rà soát giường bệnh")
    notice = cast.owner.notices.get()
    assert signed_in(cast.office).post(f"/thong-bao/{notice.pk}/mo/").status_code == 404
    assert owner.post(f"/thong-bao/{notice.pk}/mo/")["Location"] == f"/nhiem-vu/{task.pk}/"
    notice.refresh_from_db()
    assert notice.read_at is not None
    assertNotContains(signed_in(cast.stranger).get("/thong-bao/"), "Rà soát")


def test_an_administrator_adds_a_webhook_and_sees_its_secret_once(cast: Cast, signed_in: SignIn) -> None:
    admin = signed_in(cast.admin)
    page = admin.post("/thong-bao/webhook/", {"name": "Nhóm", "url": "https://chat.thuangiang.example/hook"})
    hook = Webhook.objects.get()
    assertContains(page, hook.secret)
    assertNotContains(admin.get("/thong-bao/webhook/"), hook.secret)
    admin.post(f"/thong-bao/webhook/{hook.pk}/", {"bat": "0"})
    hook.refresh_from_db()
    assert not hook.active
    assertContains(admin.post("/thong-bao/webhook/", {"name": "x", "url": "ftp://a"}), "https://", status_code=422)
    assert signed_in(cast.office).get("/thong-bao/webhook/").status_code == 403
