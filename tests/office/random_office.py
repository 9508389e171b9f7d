"""Offices thrown together: agencies that took over others, groups by rule and by members, tasks that name them."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from dondoc.office.accounts.models import Field, Role, User
from dondoc.office.agencies.models import Agency, AgencyGroup, Succession
from dondoc.office.documents.models import Document
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState
from tests.office.office_cast import NOW, TODAY, make_agency

AGENCIES, TASKS = 9, 24


@dataclass(frozen=True, slots=True)
class Office:
    """Who is there."""

    dice: Random
    agencies: list[Agency]
    groups: list[AgencyGroup]
    people: list[User]


def make_office(seed: int) -> Office:
    """An office with its tasks, the same for the same ``seed``."""
    dice = Random(seed)
    kinds = [(dice.choice(("so", "ubnd_xa")), dice.choice(("province", "commune"))) for _ in range(AGENCIES)]
    agencies = [make_agency(f"a{n}", f"Cơ quan {n}", kind, level) for n, (kind, level) in enumerate(kinds)]
    for earlier, later in {tuple(dice.sample(range(AGENCIES), 2)) for _ in range(4)}:
        Succession.objects.create(earlier=agencies[earlier], later=agencies[later], day=TODAY)
    groups = [
        AgencyGroup.objects.create(name="Các xã", key="x", folded="x", rule_kinds=["ubnd_xa"], rule_level="commune"),
        AgencyGroup.objects.create(name="Mọi sở", key="s", folded="s", rule_kinds=["so"]),
        AgencyGroup.objects.create(name="Tổ", key="t", folded="t"),
    ]
    groups[2].members.set(dice.sample(agencies, 3))
    office = Office(dice, agencies, groups, [])
    office.people.extend(_people(office))
    documents = [_document(office.people[0], n) for n in range(6)]
    for n in range(TASKS):
        add_task(office, n, dice.choice([None, *documents]))
    return office


def _people(office: Office) -> list[User]:
    people = [User.objects.create(username="vp", role=Role.OFFICE)]
    for n, agency in enumerate(office.agencies[:4]):
        people.append(User.objects.create(username=f"dm{n}", role=Role.FOCAL, agency=agency))
    for n in range(3):
        field = Field.objects.create(name=f"Khối {n}")
        field.agencies.set(office.dice.sample(office.agencies, office.dice.randint(1, 5)))
        own = office.dice.choice([None, *office.agencies])
        viewer = User.objects.create(username=f"xem{n}", role=Role.VIEWER, agency=own)
        viewer.fields.add(field)
        people.append(viewer)
    return people


def _document(by: User, number: int) -> Document:
    return Document.objects.create(
        file=f"documents/{number}.txt", original_name=f"{number}.txt", sha256=f"{number:064}", size=1,
        media_type="text/plain", uploaded_by=by, uploaded_at=NOW, status_at=NOW, issued=TODAY,
    )  # fmt: skip


def add_task(office: Office, number: int, document: Document | None) -> Task:
    """One more task of any kind."""
    task = Task.objects.create(
        text=f"Việc {number}", folded=f"viec {number}", document=document, created_at=NOW, changed_at=NOW,
        product=office.dice.choice(("", "Báo cáo")), **standing(office.dice),
    )  # fmt: skip
    for place in range(office.dice.randint(0, 4)):
        name(office, task, place)
    return task


def standing(dice: Random) -> dict[str, Any]:
    """What decides how a task stands."""
    return {
        "state": dice.choice(TaskState.values),
        "deadline": None if dice.random() < 0.2 else TODAY + timedelta(days=dice.randint(-30, 30)),
        "submitted_on": TODAY - timedelta(days=dice.randint(0, 20)),
        "finished_on": TODAY - timedelta(days=dice.randint(0, 20)),
        "waiting_for": "kinh phí",
        "cancelled_reason": "thôi",
    }


def name(office: Office, task: Task, place: int) -> None:
    """The task names one more agency, group, or nobody known."""
    agency, group, luck = None, None, office.dice.random()
    if luck < 0.6:
        agency = office.dice.choice(office.agencies)
    elif luck < 0.9:
        group = office.dice.choice(office.groups)
    if agency is not None and task.assignments.filter(agency=agency).exists():
        return
    role = office.dice.choice(AssignmentRole.values)
    Assignment.objects.create(task=task, role=role, written="x", agency=agency, group=group, position=place)


def sees(person: User, task: Task) -> bool:
    """Whether the person sees the task, as the rights are written down: asked agency by agency, row by row."""
    if person.role in (Role.OFFICE, Role.LEADER, Role.ADMIN):
        return True
    if person.role == Role.VIEWER and person.agency is None and not person.fields.exists():
        return True
    own = {person.agency_id} if person.agency_id else set()
    if person.role == Role.VIEWER:
        own |= {agency.pk for field in person.fields.all() for agency in field.agencies.all()}
    borne = set(own)
    while more := {step.earlier_id for step in Succession.objects.all() if step.later_id in borne} - borne:
        borne |= more
    return any(_is_of(borne, row) for row in task.assignments.all())


def _is_of(agencies: set[int], row: Assignment) -> bool:
    if row.group is None:
        return row.agency_id in agencies
    listed = set(row.group.members.values_list("pk", flat=True))
    return any(
        agency.pk in listed
        or (agency.kind in row.group.rule_kinds and row.group.rule_level in ("", agency.level))
        for agency in Agency.objects.filter(pk__in=agencies)
    )  # fmt: skip
