"""How people are told: the next round foreseen, letters that cannot be sent, webhooks tried and sent again."""

import smtplib
import socket
import ssl
import urllib.error
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts import people
from dondoc.office.accounts.models import User
from dondoc.office.reminders.feeds import new_feed
from dondoc.office.reminders.forecast import forecast
from dondoc.office.reminders.letters import mail_digests
from dondoc.office.reminders.models import Delivery, Letter, Notice, Webhook
from dondoc.office.reminders.rounds import remind
from dondoc.office.reminders.webhooks import PAUSES, deliver
from dondoc.office.rules.actions import set_special_day
from dondoc.office.tasks.actions import arranging, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


@pytest.fixture
def task(cast: Cast) -> Task:
    for person in (cast.owner, cast.office, cast.leader):
        User.objects.filter(pk=person.pk).update(email=f"{person.username}@thuangiang.example")
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    made = arranging.create_task(
        text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW, deadline=TODAY + 3 * DAY, product="Báo cáo"
    )
    Notice.objects.all().delete()  # that it was given, is told too
    return made


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> dict[str, Exception]:
    """Addresses that the mail server does not take, each with what it says."""
    wrong: dict[str, Exception] = {}
    whole = EmailBackend.send_messages

    def send(backend: EmailBackend, letters: Any) -> int:
        for letter in letters:
            if (problem := wrong.get(letter.to[0])) is not None:
                raise problem
        return int(whole(backend, letters) or 0)

    monkeypatch.setattr(EmailBackend, "send_messages", send)
    return wrong


def told() -> set[tuple[int, str, str]]:
    return set(Notice.objects.values_list("person", "level", "occasion"))


def test_what_is_foreseen_is_what_is_told(task: Task, cast: Cast) -> None:
    for days in (-30, -1, 0, 2, 8, 40):
        owed = [Owed(AssignmentRole.LEAD, group=cast.communes)]
        arranging.create_task(text=f"{days}", owed=owed, by=cast.office, now=NOW, deadline=TODAY + days * DAY)
    remind(now=NOW)
    before = told()
    foreseen = forecast(TODAY)
    assert foreseen.day == TODAY + DAY
    assert told() == before  # to foresee writes nothing
    remind(now=NOW + DAY)
    new = told() - before
    assert foreseen.notices == len(new) > 0
    assert {each.person.pk for each in foreseen.people} == {person for person, _level, _day in new}
    assert sum(each.number for each in foreseen.people) == len(new)


def test_the_next_round_is_not_on_a_day_off(task: Task, cast: Cast) -> None:
    set_special_day(day=TODAY + DAY, worked=False, name="Nghỉ bão", by=cast.admin, now=NOW)
    assert forecast(TODAY).day == TODAY + 2 * DAY


def test_who_acts_for_somebody_is_told_and_whose_account_has_ended_is_not(task: Task, cast: Cast) -> None:
    people.start_acting(
        person=cast.stranger, absent=cast.owner, starts=TODAY, ends=TODAY + 5 * DAY, reason="", by=cast.admin, now=NOW
    )
    User.objects.filter(pk=cast.office.pk).update(valid_to=TODAY - DAY)
    remind(now=NOW)
    assert set(Notice.objects.values_list("person__username", flat=True)) == {"owner", "stranger", "office"}
    assert mail_digests(now=NOW) == 1
    assert [letter.to for letter in mail.outbox] == [["owner@thuangiang.example"]]


def test_one_letter_a_day_however_much_happens(task: Task, cast: Cast) -> None:
    remind(now=NOW)
    assert mail_digests(now=NOW) == 2
    talking.instruct(task=task, text="Làm gấp", reply_due=None, by=cast.leader, now=NOW)
    assert mail_digests(now=NOW + timedelta(hours=3)) == 0
    assert mail_digests(now=NOW + DAY) == 1
    saturday = NOW + 4 * DAY
    talking.instruct(task=task, text="Gấp hơn", reply_due=None, by=cast.leader, now=saturday)
    assert mail_digests(now=saturday) == 0
    assert mail_digests(now=saturday + 2 * DAY) == 1


def test_one_bad_address_holds_up_nobody(task: Task, cast: Cast, refusing: dict[str, Exception]) -> None:
    remind(now=NOW)
    refusing["office@thuangiang.example"] = smtplib.SMTPRecipientsRefused({"office": (550, b"no such user")})
    assert mail_digests(now=NOW) == 1
    assert "no such user" in Letter.objects.get(person=cast.office).failure
    assert mail_digests(now=NOW + timedelta(minutes=5)) == 0  # not hammered every minute
    refusing.clear()
    assert mail_digests(now=NOW + timedelta(minutes=61)) == 1
    assert not Letter.objects.exclude(failure="").exists()
    assert not Notice.objects.filter(mailed_at__isnull=True).exists()


def test_a_server_that_is_away_is_not_asked_for_everybody(
    task: Task, cast: Cast, refusing: dict[str, Exception]
) -> None:
    remind(now=NOW)
    for name in ("office", "owner"):
        refusing[f"{name}@thuangiang.example"] = ConnectionRefusedError(111, "Connection refused")
    assert mail_digests(now=NOW) == 0
    assert Letter.objects.count() == 1


@time_machine.travel(NOW)
def test_the_page_of_reminding(task: Task, cast: Cast, signed_in: SignIn, refusing: dict[str, Exception]) -> None:
    refusing["office@thuangiang.example"] = smtplib.SMTPRecipientsRefused({"office": (550, b"no such user")})
    admin = signed_in(cast.admin)
    assertContains(admin.get("/thong-bao/nhac-viec/luot-toi/"), "Rà soát giường bệnh")
    remind(now=NOW)
    mail_digests(now=NOW)
    page = admin.get("/thong-bao/nhac-viec/")
    for words in ("Lượt tới: Thứ 4, 11/11/2026", "550 no such user", "2 thông báo", "1 thư", "chưa đặt"):
        assertContains(page, words)
    assertContains(admin.get("/thong-bao/nhac-viec/luot-toi/"), "Không ai phải nhắc")


def test_a_round_that_takes_long_is_foreseen_only_when_asked_for(
    task: Task, cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = signed_in(cast.admin)
    Task.objects.update(deadline=timezone.localdate())
    assertContains(admin.get("/thong-bao/nhac-viec/"), 'hx-trigger="load"')
    monkeypatch.setattr("dondoc.office.reminders.forecast.LARGE", 0)
    page = admin.get("/thong-bao/nhac-viec/")
    assertContains(page, "Tính lượt tới")
    assertNotContains(page, 'hx-trigger="load"')


def test_a_letter_to_oneself(cast: Cast, signed_in: SignIn, refusing: dict[str, Exception]) -> None:
    admin = signed_in(cast.admin)
    assertContains(admin.post("/thong-bao/nhac-viec/thu-thu/", follow=True), "chưa có thư điện tử")
    User.objects.filter(pk=cast.admin.pk).update(email="admin@thuangiang.example")
    assertContains(admin.post("/thong-bao/nhac-viec/thu-thu/", follow=True), "Đã gửi thư thử đến admin@")
    assert [letter.to for letter in mail.outbox] == [["admin@thuangiang.example"]]
    refusing["admin@thuangiang.example"] = ConnectionRefusedError(111, "Connection refused")
    assertContains(admin.post("/thong-bao/nhac-viec/thu-thu/", follow=True), "Connection refused")


def test_what_did_not_arrive_is_seen_and_sent_again(task: Task, cast: Cast, signed_in: SignIn) -> None:
    hook = Webhook.objects.create(name="Nhóm", url="http://127.0.0.1:9/", secret="x", created_at=NOW)
    admin = signed_in(cast.admin)
    admin.post(f"/thong-bao/webhook/{hook.pk}/thu/")
    delivery = Delivery.objects.get()
    assertNotContains(admin.get("/thong-bao/webhook/"), "Chưa tới nơi")
    now = delivery.created_at
    for day in range(len(PAUSES) + 1):
        deliver(now=now + day * DAY)
    delivery.refresh_from_db()
    assert delivery.next_try is None
    page = admin.get("/thong-bao/webhook/")
    for words in ("Chưa tới nơi", "Tin thử của Đôn Đốc", "đã thôi", "Gửi lại tất cả"):
        assertContains(page, words)
    admin.post(f"/thong-bao/webhook/tin/{delivery.pk}/gui-lai/")
    delivery.refresh_from_db()
    assert (delivery.tries, delivery.next_try is not None) == (0, True)
    Delivery.objects.update(next_try=None)
    assertContains(admin.post(f"/thong-bao/webhook/{hook.pk}/gui-lai/", follow=True), "Gửi lại 1 tin")
    Delivery.objects.update(done_at=NOW, next_try=None)
    assertContains(admin.post(f"/thong-bao/webhook/tin/{delivery.pk}/gui-lai/", follow=True), "đã tới nơi")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "không mở cổng này"),
        (socket.gaierror(-2, "Name or service not known"), "Không tìm thấy máy"),
        (TimeoutError("timed out"), "không trả lời kịp"),
        (ssl.SSLCertVerificationError("certificate verify failed"), "Chứng chỉ của máy nhận"),
    ],
)
def test_why_a_message_did_not_arrive_is_said_in_words(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, problem: Exception, words: str
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise urllib.error.URLError(problem)

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    hook = Webhook.objects.create(name="Nhóm", url="http://127.0.0.1:9/", secret="x", created_at=NOW)
    delivery = Delivery.objects.create(webhook=hook, body={"text": "a"}, created_at=NOW, next_try=NOW)
    deliver(now=NOW)
    delivery.refresh_from_db()
    assert words in delivery.failure


def test_pages_of_sending_ask_no_more_when_they_grow(cast: Cast, signed_in: SignIn) -> None:
    hook = Webhook.objects.create(name="Nhóm", url="http://127.0.0.1:9/", secret="x", created_at=NOW)
    admin = signed_in(cast.admin)
    addresses = ("/thong-bao/nhac-viec/", "/thong-bao/nhac-viec/luot-toi/", "/thong-bao/webhook/")

    def asked(first: int, number: int) -> list[int]:
        for each in range(first, first + number):
            person = User.objects.create_user(
                username=f"n{each}", full_name=f"N{each}", role="office", email=f"{each}@x.example"
            )
            Letter.objects.create(person=person, day=TODAY, at=NOW, number=1, failure="550")
            Delivery.objects.create(webhook=hook, body={"text": "a"}, created_at=NOW, failure="HTTP 500", tries=7)
            owed = [Owed(AssignmentRole.LEAD, cast.health)]
            arranging.create_task(text=f"{each}", owed=owed, by=person, now=NOW, deadline=TODAY)
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert admin.get(address).status_code == 200
            found.append(len(queries))
        return found

    assert asked(0, 2) == asked(2, 12)


def test_a_calendar_ends_with_the_account(cast: Cast, client: Client) -> None:
    token = new_feed(by=cast.owner, now=NOW)
    assert client.get(f"/thong-bao/lich/{token}.ics").status_code == 200
    User.objects.filter(pk=cast.owner.pk).update(valid_to=TODAY - 300 * DAY)
    assert client.get(f"/thong-bao/lich/{token}.ics").status_code == 404
