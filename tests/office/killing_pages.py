"""The forms that ``killing`` sends to pages, by people who have signed in, and two mergers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import time_machine
from django.test import Client
from django.urls import reverse

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.actions.editing import end_agency, live_again
from dondoc.office.agencies.actions.merging import merge, undo_merger
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency
from dondoc.office.answering.actions import create_link
from dondoc.office.indicators.models import Indicator
from dondoc.office.tasks.actions import arranging, extending, finishing, reporting
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Proof
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, make_agency, make_document

Act = Callable[[], object]
SIGNED = {"signer": "Lê Thị Hoa", "position": "Phó Giám đốc"}


class World:
    """An office with two departments, six tasks of one of them, people, a document to decide about."""

    def __init__(self) -> None:
        self.health, self.finance = make_agency("so-y-te", "Sở Y tế"), make_agency("so-tai-chinh", "Sở Tài chính")
        self.office = self.person("office", Role.OFFICE)
        self.leader = self.person("leader", Role.LEADER)
        self.owner = self.person("owner", Role.FOCAL, self.health)
        self.tasks = [self.task(f"Việc {n}") for n in range(6)]
        self.handed_in, self.asked = self.task("Đã nộp"), self.task("Xin gia hạn", deadline=TODAY + timedelta(days=9))
        proof = Proof(day=TODAY, number="1/BC")
        reporting.add_evidence(task=self.handed_in, proof=proof, agency=self.health, by=self.owner, now=NOW)
        finishing.submit(task=self.handed_in, summary="Xong", agency=self.health, by=self.owner, now=NOW)
        extending.ask_extension(
            task=self.asked, wanted=TODAY + timedelta(days=90), reason="Mưa", agency=self.health, by=self.owner, now=NOW
        )
        Indicator.objects.create(
            code="giuong", name="Giường bệnh", folded="giuong benh", unit="giường", created_at=NOW, owner=self.health,
            meaning="cumulative",
        )  # fmt: skip
        self.link, self.token = create_link(
            agency=self.health, tasks=self.tasks, days=7, note="", by=self.office, now=NOW
        )
        self.document = make_document(self.office)
        self.plan = Plan((self.health,), self.finance, (), date(2026, 11, 1), "NQ 1")

    def person(self, name: str, role: Role, agency: Agency | None = None) -> User:
        return User.objects.create_user(username=name, full_name=name.title(), role=role, agency=agency)

    def task(self, text: str, **parts: Any) -> Task:
        owed = [Owed(AssignmentRole.LEAD, self.health), Owed(AssignmentRole.COORDINATING, self.finance)]
        made = arranging.create_task(text=text, owed=owed, by=self.office, now=NOW, **parts)
        return Task.objects.get(pk=made.pk)

    def posted(self, person: User | None, address: str, **data: object) -> Act:
        """A form sent to a page; the page must take it."""
        client = Client()
        if person is not None:
            client.force_login(person)

        def act() -> None:
            with time_machine.travel(NOW, tick=False):
                answer = client.post(address, data)
            if answer.status_code not in (200, 302):
                raise RuntimeError(f"{address}: {answer.status_code} {answer.content.decode()[:2000]}")

        return act

    def done_to(self, task: Task, slug: str, by: User, **data: object) -> Act:
        return self.posted(by, reverse("tasks:act", args=[task.pk, slug]), version=task.version, **data)

    def together(self, kind: str, **data: object) -> Act:
        seen = [f"{task.pk}.{task.version}" for task in self.tasks]
        return self.posted(self.office, reverse("tasks:together"), viec=kind, buoc="lam", nv=seen, **data)


def prepare() -> dict[str, Act]:
    """The acts by name; the office is made on the way."""
    world = World()
    now: dict[str, Any] = {"by": world.office, "now": NOW}
    labour = make_agency("so-lao-dong", "Sở Lao động")
    owed = [Owed(AssignmentRole.LEAD, labour)]
    for n in range(6):
        arranging.create_task(text=f"Lao động {n}", owed=owed, by=world.office, now=NOW)
    merger = merge(plan=Plan((labour,), world.finance, (), date(2026, 11, 1), ""), chosen={}, **now)
    first = world.tasks[0]
    return {
        "bulk stop": world.together("dung", reason="Trùng"),
        "bulk follower": world.together("nguoi-theo-doi", follower=world.leader.pk),
        "bulk deadline": world.together("thoi-han", deadline="31/12/2026"),
        "bulk watch": world.together("theo-doi"),
        "hand in with evidence": world.done_to(
            first, "nop-ket-qua", world.owner, summary="Xong", number="2/BC", day="09/11/2026"
        ),
        "accept": world.done_to(Task.objects.get(pk=world.handed_in.pk), "nghiem-thu", world.leader, grade="good"),
        "return": world.done_to(Task.objects.get(pk=world.handed_in.pk), "tra-lai", world.leader, reason="Thiếu"),
        "grant more time": world.done_to(
            Task.objects.get(pk=world.asked.pk), "tra-loi-gia-han", world.leader, grant="yes", until="31/12/2026"
        ),
        "reassign": world.done_to(first, "giao-lai", world.office, lead=["Sở Tài chính"]),
        "divide": world.done_to(first, "chia-viec", world.office, text="Phần một", lead=["Sở Tài chính"]),
        "answer by a link": world.posted(
            None, reverse("answering:act", args=[world.token, first.pk, "bao-cao"]), text="Đã làm", **SIGNED
        ),
        "make a link": world.posted(
            world.office, reverse("answering:new", args=[world.health.pk]) + "?tat-ca=1", days="7"
        ),
        "issue a review": world.posted(world.office, reverse("tasks:issue_review")),
        "confirm a document": world.posted(world.office, reverse("documents:confirm_all", args=[world.document.pk])),
        "merge agencies": lambda: merge(plan=world.plan, chosen={}, **now),
        "undo a merger": lambda: undo_merger(merger=merger, **now),
        **_more(world, now),
    }


def _more(world: World, now: dict[str, Any]) -> dict[str, Act]:
    gone = end_agency(
        agency=make_agency("so-tt", "Sở Thông tin"), last_day=TODAY, later=[world.finance], decree="", **now
    )
    address = reverse("tasks:new")
    return {
        "a task that comes back": world.posted(
            world.office, address, text="Báo cáo tháng", deadline="30/11/2026", recurrence="monthly", lead=["Sở Y tế"]
        ),
        "end an agency": lambda: end_agency(
            agency=world.health, last_day=TODAY, later=[world.finance], decree="", **now
        ),
        "take an end back": lambda: live_again(agency=gone, last_day=None, **now),
    }
