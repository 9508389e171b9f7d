"""A merger: what moves, all at once; and back again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.actions.merging import UNDO_DAYS, merge, undo_merger
from dondoc.office.agencies.merging import Plan, moves
from dondoc.office.agencies.models import Agency, Merger, Succession
from dondoc.office.audit.models import Entry
from dondoc.office.indicators.models import Indicator
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.leading import out_of_step
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task, TaskState
from tests.office.office_cast import NOW, Cast, make_agency

SignIn = Callable[[User], Client]
DAY = date(2026, 11, 1)


def task(text: str, *owners: Agency, **more: object) -> Task:
    made = Task.objects.create(text=text, created_at=NOW, changed_at=NOW, **more)
    for position, owner in enumerate(owners):
        role = AssignmentRole.COORDINATING if position else AssignmentRole.LEAD
        Assignment.objects.create(task=made, role=role, agency=owner, written=owner.name, position=position)
    return made


@pytest.fixture
def labour(cast: Cast) -> Agency:
    """A department with open and done work, an indicator, a person."""
    made = make_agency("so-ldtbxh", "Sở Lao động")
    task("mở", made)
    task("cả hai", made, cast.finance)
    task("xong", made, state=TaskState.DONE, finished_on=date(2026, 1, 1))
    Indicator.objects.create(
        code="lao-dong", name="Lao động có việc làm", folded="lao dong", unit="người", created_at=NOW, owner=made,
        meaning="cumulative",
    )  # fmt: skip
    User.objects.create_user(username="hoa", full_name="Hoa", role=Role.FOCAL, agency=made)
    return made


def owners() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in Assignment.objects.select_related("task", "agency").order_by("pk"):
        found.setdefault(row.task.text, []).append(str(row.agency))
    return found


def test_what_is_open_moves_and_what_is_done_stays(cast: Cast, labour: Agency) -> None:
    plan = Plan((labour,), cast.finance, (cast.health,), DAY, "NQ 1")
    indicator = Indicator.objects.get(code="lao-dong")
    merge(plan=plan, chosen={("indicator", indicator.pk): cast.health.pk}, by=cast.admin, now=NOW)
    labour.refresh_from_db()
    assert labour.valid_to == date(2026, 10, 31)
    assert owners() == {
        "mở": ["Sở Tài chính"],
        "cả hai": ["Sở Lao động", "Sở Tài chính"],  # the heir was there: it inherits the other row anyway
        "xong": ["Sở Lao động"],
    }
    assert not out_of_step().exists()
    indicator.refresh_from_db()
    assert indicator.owner == cast.health
    assert User.objects.get(username="hoa").agency == cast.finance
    assert set(Succession.objects.values_list("later__code", flat=True)) == {"so-tai-chinh", "so-y-te"}
    actions = set(Entry.objects.values_list("action", flat=True))
    assert actions == {"agency.end", "task.merger", "indicator.merger", "user.merger", "merger.carry_out"}


def test_back_again(cast: Cast, labour: Agency) -> None:
    before = owners()
    merger = merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    moved = Assignment.objects.get(task__text="mở")
    assert moved.agency == cast.finance
    undo_merger(merger=merger, by=cast.admin, now=NOW + timedelta(days=1))
    labour.refresh_from_db()
    assert labour.valid_to is None
    assert owners() == before
    assert not out_of_step().exists()
    assert Indicator.objects.get(code="lao-dong").owner == labour
    assert User.objects.get(username="hoa").agency == labour
    assert not Succession.objects.exists()
    with pytest.raises(Refusal, match="đã được hoàn tác"):
        undo_merger(merger=merger, by=cast.admin, now=NOW + timedelta(days=1))


def test_a_task_with_several_leads_is_led_by_the_heir_too(cast: Cast, labour: Agency) -> None:
    two = task("hai chủ trì", labour, cast.health)
    two.assignments.update(role=AssignmentRole.LEAD)
    helped = task("phối hợp", cast.health, labour)
    merger = merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    assert not out_of_step().exists()
    two.refresh_from_db()
    helped.refresh_from_db()
    assert (two.led_by, two.leads, helped.led_by) == ("Sở Tài chính", 2, "Sở Y tế")
    row = Entry.objects.get(action="task.merger", object_id=two.pk)
    assert (row.at, row.by, row.object_type) == (NOW, cast.admin, "tasks.task")
    assert row.after == {"from": "Sở Lao động", "to": "Sở Tài chính", "day": "2026-11-01"}
    undo_merger(merger=merger, by=cast.admin, now=NOW)
    assert not out_of_step().exists()


def test_what_somebody_moved_since_stays_where_it_is(cast: Cast, labour: Agency) -> None:
    merger = merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    Assignment.objects.filter(task__text="mở").update(agency=cast.health)
    undo_merger(merger=merger, by=cast.admin, now=NOW)
    assert owners()["mở"] == ["Sở Y tế"]


def test_after_a_while_no_more(cast: Cast, labour: Agency) -> None:
    merger = merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    with pytest.raises(Refusal, match="30 ngày"):
        undo_merger(merger=merger, by=cast.admin, now=NOW + timedelta(days=UNDO_DAYS))


def test_a_row_may_stay(cast: Cast, labour: Agency) -> None:
    row = Assignment.objects.get(task__text="mở")
    merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={("task", row.pk): 0}, by=cast.admin, now=NOW)
    assert owners()["mở"] == ["Sở Lao động"]


def test_nothing_of_it_where_a_part_fails(cast: Cast, labour: Agency) -> None:
    with pytest.raises(Refusal, match="không thể nằm trong"):
        merge(plan=Plan((labour, cast.finance), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    young = make_agency("tre", "Sở Trẻ", valid_from=date(2027, 1, 1))
    with pytest.raises(Refusal, match="Sở Trẻ"):
        merge(plan=Plan((labour, young), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    assert not Merger.objects.exists()
    assert not Entry.objects.exists()
    labour.refresh_from_db()
    assert labour.valid_to is None


def test_queries_do_not_grow_with_tasks(
    cast: Cast, labour: Agency, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(60):
        task(f"t{number}", labour)
    with django_assert_max_num_queries(40):  # type: ignore[attr-defined]
        merge(plan=Plan((labour,), cast.finance, (), DAY, ""), chosen={}, by=cast.admin, now=NOW)
    assert moves([labour]).assignments[0].task.text == "cả hai"


def test_the_wizard_shows_first_and_does_afterwards(cast: Cast, labour: Agency, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    form = {"earlier": ["Sở Lao động"], "later": cast.finance.pk, "day": "01/11/2026", "decree": "NQ 1"}
    page = client.post("/co-quan/sap-nhap/", form)
    html = page.content.decode()
    assert page.status_code == 200
    assert all(words in html for words in ("mở", "Lao động có việc làm", "Hoa"))
    assert not Merger.objects.exists()
    assert client.post("/co-quan/sap-nhap/", {**form, "earlier": []}).status_code == 422
    row = Assignment.objects.get(task__text="mở")
    answer = client.post("/co-quan/sap-nhap/", {**form, "buoc": "lam", f"task-{row.pk}": "0"})
    assert answer["Location"] == f"/co-quan/{cast.finance.pk}/"
    assert owners()["mở"] == ["Sở Lao động"]
    merger = Merger.objects.get()
    undo = f'action="/co-quan/sap-nhap/{merger.pk}/hoan-tac/"'
    assert undo in client.get(answer["Location"]).content.decode()
    assert undo in client.get("/co-quan/sap-nhap/").content.decode()
    client.post(f"/co-quan/sap-nhap/{merger.pk}/hoan-tac/")
    assert Merger.objects.get().undone_by == cast.admin
    assert signed_in(cast.office).get("/co-quan/sap-nhap/").status_code == 403
