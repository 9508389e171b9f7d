"""Who is given many tasks at once, or has many changed at once, hears of them in one notice that lists them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import Role, User
from dondoc.office.reminders.levels import MOST
from dondoc.office.reminders.models import Level, Notice
from dondoc.office.tasks.actions import arranging, importing, repeating, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.together import Together, Wanted, do_to_all
from dondoc.office.tasks.given import read_given
from dondoc.office.tasks.importing import Sheet, recognise
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
MANY = MOST + 3
HEADS = ("Nội dung công việc", "Đơn vị chủ trì")


def imported(cast: Cast, *leads: str) -> list[Task]:
    """One task for each name of ``leads``, by an import."""
    before = set(Task.objects.values_list("pk", flat=True))
    sheet = Sheet(HEADS, tuple((f"Việc {number}", lead) for number, lead in enumerate(leads)))
    kept = importing.keep_sheet(sheet=sheet, name="a.xlsx", by=cast.office, now=NOW)
    importing.import_tasks(kept=kept, columns=recognise(HEADS), by=cast.office, now=NOW)
    return list(Task.objects.exclude(pk__in=before).order_by("pk"))


def numbers(person: User) -> list[int]:
    return sorted(Notice.objects.filter(person=person, level=Level.CHANGE).values_list("number", flat=True))


def test_an_import_of_few_tells_of_each(cast: Cast) -> None:
    imported(cast, *["Sở Y tế"] * MOST)
    assert numbers(cast.owner) == [1] * MOST


def test_an_import_of_many_is_one_notice_that_lists_them(cast: Cast, signed_in: SignIn) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    arranging.create_task(text="Có từ trước", owed=owed, by=cast.admin, now=NOW)
    Notice.objects.all().delete()
    imported(cast, *["Sở Y tế"] * MANY, "Sở Công Thương")
    assert numbers(cast.owner) == [MANY]
    assert numbers(cast.stranger) == [1]
    notice = Notice.objects.get(person=cast.owner)
    assert notice.text == f"Giao nhiệm vụ: {MANY} nhiệm vụ, mở danh sách"
    page = signed_in(cast.owner).post(reverse("reminders:open", args=[notice.pk]), follow=True)
    assertContains(page, "Việc 0")
    assertContains(page, "Giao lúc")
    assertNotContains(page, "Có từ trước")


def test_whoever_gave_them_is_not_told(cast: Cast) -> None:
    User.objects.filter(pk=cast.office.pk).update(agency=cast.health, role=Role.FOCAL)
    imported(cast, *["Sở Y tế"] * MANY)
    assert numbers(cast.office) == []


def test_a_task_of_all_communes_is_told_in_a_fixed_number_of_queries(cast: Cast) -> None:
    def asked(first: int, number: int) -> int:
        for each in range(first, first + number):
            place = make_agency(f"xa-{each}", f"UBND xã {each}", kind="committee", level="commune")
            User.objects.create_user(username=f"xa{each}", full_name="A", role=Role.FOCAL, agency=place)
        with CaptureQueriesContext(connection) as queries:
            owed = [Owed(AssignmentRole.LEAD, None, cast.communes)]
            arranging.create_task(text="Dọn kênh", owed=owed, by=cast.office, now=NOW)
        return len(queries)

    asked(0, 1)
    assert asked(1, 1) == asked(2, 40)
    assert Notice.objects.filter(text__contains="Dọn kênh").count() == 1 + 2 + 42


@pytest.mark.parametrize(
    ("wanted", "words", "link"),
    [
        (Wanted(Together.CANCEL, reason="Trùng"), "Dừng", "tinh-trang=dung&cua-toi=co-quan-toi-chu-tri"),
        (
            Wanted(Together.DEADLINE, deadline=TODAY),
            "Ghi thời hạn",
            "tu=10/11/2026&den=10/11/2026&cua-toi=co-quan-toi-chu-tri",
        ),
    ],
)
def test_one_act_on_many_tasks_is_told_in_one(
    wanted: Wanted, words: str, link: str, cast: Cast, signed_in: SignIn
) -> None:
    tasks = imported(cast, *["Sở Y tế"] * MANY)
    Notice.objects.all().delete()
    talking.watch(task=tasks[0], on=True, by=cast.viewer, now=NOW)
    do_to_all(tasks=tasks, wanted=wanted, by=cast.office, now=NOW)
    assert numbers(cast.owner) == [MANY]
    assert numbers(cast.viewer) == [1]
    notice = Notice.objects.get(person=cast.owner)
    assert (notice.text, notice.link) == (f"{words}: {MANY} nhiệm vụ, mở danh sách", link)
    page = signed_in(cast.owner).get(f"{reverse('tasks:list')}?{notice.link}")
    assertContains(page, "Việc 1")


def test_the_next_turns_of_many_tasks_are_told_in_one(cast: Cast) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    for each in range(MANY):
        more: dict[str, Any] = {"deadline": TODAY.replace(day=1), "recurrence": "monthly", "recurs_on": 1}
        arranging.create_task(text=f"Báo cáo {each}", owed=owed, by=cast.office, now=NOW, **more)
    Notice.objects.all().delete()
    made = repeating.make_next_turns(now=NOW)
    assert len(made) == MANY
    assert numbers(cast.owner) == [MANY]


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["", "x", "1", "1-", "5-4x", "9" * 30 + "-1", "999-1000"])
def test_an_address_that_names_no_act_filters_nothing(words: str) -> None:
    assert read_given(words) is None
