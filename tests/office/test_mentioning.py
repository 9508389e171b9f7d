"""Whom somebody calls in the talk about a task: chosen by name, or typed; only people who see the task."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import User
from dondoc.office.reminders.models import Level, Notice
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.mentioning import named_in
from dondoc.office.tasks.models import AssignmentRole, Comment, Task
from tests.office.office_cast import NOW, Cast

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def frozen(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(NOW)


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    return arranging.create_task(text="Rà soát giường bệnh", owed=owed, by=cast.office, now=NOW)


def called() -> set[str]:
    return set(Notice.objects.filter(level=Level.MENTION).values_list("person__username", flat=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhờ @owner xem giúp", {"owner"}),
        ("Nhờ @owner, @lan.tt.", {"owner", "lan.tt"}),  # the full stop ends the sentence
        ("@owner", {"owner"}),
        ("thư owner@thuangiang.example", set()),
    ],
)
def test_names_in_words(text: str, expected: set[str]) -> None:
    assert named_in(text) == expected


def test_people_who_see_the_task_are_found_by_name_and_agency(task: Task, cast: Cast, signed_in: SignIn) -> None:
    owner, address = signed_in(cast.owner), f"/nhiem-vu/{task.pk}/chon/nguoi/"
    assertContains(owner.get(f"{address}?q=offi"), "Office (office)")
    assertContains(owner.get(f"{address}?q=so y te"), "Owner (owner)")
    assertNotContains(owner.get(f"{address}?q="), "stranger")
    assert signed_in(cast.stranger).get(address).status_code == 404


@pytest.mark.parametrize("choice", ["Office (office)", "office", "OFFICE"])
def test_who_is_chosen_is_called(task: Task, cast: Cast, signed_in: SignIn, choice: str) -> None:
    signed_in(cast.owner).post(f"/nhiem-vu/{task.pk}/trao-doi/", {"text": "Xin họp cùng", "people": [choice, ""]})
    assert Comment.objects.get().text == "@office Xin họp cùng"
    assert called() == {"office"}


@pytest.mark.parametrize(
    "data",
    [
        {"text": "Nhờ @stranger xem"},
        {"text": "Nhờ @khong-co xem"},
        {"text": "Xem giúp", "people": ["Stranger (stranger)"]},
        {"text": "Xem giúp", "people": ["Ai đó"]},
    ],
)
def test_who_cannot_be_called_is_told_and_nothing_typed_is_lost(
    task: Task, cast: Cast, signed_in: SignIn, data: dict[str, str]
) -> None:
    page = signed_in(cast.owner).post(f"/nhiem-vu/{task.pk}/trao-doi/", data)
    assertContains(page, "xem được nhiệm vụ này", status_code=422)
    assertContains(page, data["text"], status_code=422)
    assert not Comment.objects.exists()
