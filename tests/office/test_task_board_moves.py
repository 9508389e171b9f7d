"""What a card that is dropped on another column opens: an act that exists, filled in; or why there is none."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from dondoc.office.accounts.models import User
from dondoc.office.rules.actions import set_special_day
from dondoc.office.tasks import board, queries
from dondoc.office.tasks.actions import arranging, extending, finishing, reporting
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Progress, Proof
from dondoc.office.tasks.dropping import moves
from dondoc.office.tasks.models import AssignmentRole, Grade, Task
from dondoc.office.tasks.standing import Standing
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)


def make(cast: Cast, days: int | None = -3, product: str = "Báo cáo") -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.COORDINATING, cast.finance)]
    deadline = None if days is None else TODAY + days * DAY
    return arranging.create_task(text="Rà soát", owed=owed, by=cast.office, now=NOW, deadline=deadline, product=product)


def hand_in(task: Task, by: User) -> None:
    reporting.add_evidence(task=task, proof=Proof(day=TODAY, number="1/BC"), agency=None, by=by, now=NOW)
    finishing.submit(task=task, summary="Xong", agency=None, by=by, now=NOW)


def ways(person: User, task: Task) -> dict[str, str]:
    """The act that each column opens; columns that open none are left out."""
    whole = queries.whole(queries.for_list(Task.objects.filter(pk=task.pk), TODAY)).get()
    found = moves(person, whole)
    assert {move.to for move in found} == set(board.COLUMNS) - {Standing(whole.standing)}
    assert all(bool(move.slug) != bool(str(move.why)) for move in found)
    assert all(str(move.why).endswith(".") for move in found if not move.slug)
    return {move.to.value: move.slug for move in found if move.slug}


@time_machine.travel(NOW)
def test_an_overdue_task_is_handed_in_given_time_put_off_or_stopped(cast: Cast) -> None:
    task = make(cast)
    wanted = {"sap-den-han": "xin-gia-han", "trong-han": "xin-gia-han", "cho-nghiem-thu": "nop-ket-qua"}
    assert ways(cast.owner, task) == wanted
    assert ways(cast.office, task) == {**wanted, "cho-dieu-kien": "cho", "dung": "dung"}
    assert ways(cast.viewer, task) == {}
    extending.ask_extension(task=task, wanted=TODAY + 9 * DAY, reason="Mưa", agency=None, by=cast.owner, now=NOW)
    assert ways(cast.leader, task)["trong-han"] == "tra-loi-gia-han"
    assert "trong-han" not in ways(cast.owner, task)


@time_machine.travel(NOW)
def test_what_was_handed_in_is_accepted_returned_or_taken_back_by_whom_that_becomes(cast: Cast) -> None:
    task = make(cast, 20)
    hand_in(task, cast.owner)
    running = ("qua-han", "sap-den-han", "trong-han")
    done = dict.fromkeys(("hoan-thanh-dung-han", "hoan-thanh-qua-han"), "nghiem-thu")
    assert ways(cast.leader, task) == {**dict.fromkeys(running, "tra-lai"), **done}
    assert ways(cast.owner, task) == dict.fromkeys(running, "rut-ket-qua")
    finishing.accept(task=task, grade=Grade.MET, by=cast.leader, now=NOW)
    assert ways(cast.office, task) == dict.fromkeys(running, "mo-lai")


@time_machine.travel(NOW)
def test_what_needs_clearing_is_edited_or_given_to_somebody(cast: Cast) -> None:
    assert ways(cast.office, make(cast, None))["trong-han"] == "sua"
    nobody = arranging.create_task(
        text="Chưa rõ", owed=[], by=cast.office, now=NOW, product="BC", deadline=TODAY + 60 * DAY
    )
    assert ways(cast.office, nobody)["trong-han"] == "giao-lai"
    waiting = make(cast, 30)
    arranging.wait(task=waiting, waiting_for="Luật", look_again=TODAY, by=cast.office, now=NOW)
    assert ways(cast.office, waiting)["trong-han"] == "tiep-tuc"


@time_machine.travel(NOW)
def test_the_form_is_filled_in_and_leads_back_to_the_board(cast: Cast, signed_in: SignIn) -> None:
    task = make(cast)
    set_special_day(day=TODAY + 8 * DAY, worked=False, name="Nghỉ", by=cast.admin, now=NOW)
    client = signed_in(cast.owner)
    moved = client.get(f"/nhiem-vu/{task.pk}/chuyen/?den=trong-han&ve=q%3Dra")
    form = f"/nhiem-vu/{task.pk}/xin-gia-han/?den=trong-han&ve=q%3Dra"
    assertRedirects(moved, form)
    # Due soon is seven days: the eighth is a day off.
    assertContains(client.get(form), 'value="19/11/2026"')
    assertContains(client.get(form), 'href="/nhiem-vu/bang/?q=ra"')
    sent = client.post(form, {"wanted": "19/11/2026", "reason": "Chờ số liệu", "version": task.version})
    assertRedirects(sent, "/nhiem-vu/bang/?q=ra", fetch_redirect_response=False)
    task.refresh_from_db()
    assert (task.deadline, task.extensions.get().wanted) == (TODAY - 3 * DAY, TODAY + 9 * DAY)
    answer = signed_in(cast.leader).get(f"/nhiem-vu/{task.pk}/tra-loi-gia-han/?den=trong-han&ve=")
    assert answer.context["form"].initial["grant"] == "yes"


@time_machine.travel(NOW)
def test_a_result_goes_on_from_what_was_reported_last(cast: Cast, signed_in: SignIn) -> None:
    task = make(cast)
    for words, agency in (("Đã rà soát 5/9", cast.health), ("Đã góp ý", cast.finance)):
        progress = Progress(words, 50)
        reporting.report_progress(task=task, progress=progress, agency=agency, by=cast.office, now=NOW)
    assertContains(signed_in(cast.owner).get(f"/nhiem-vu/{task.pk}/nop-ket-qua/"), "Đã rà soát 5/9</textarea>")


@time_machine.travel(NOW)
@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("can-lam-ro", "không ai chuyển vào được"),
        ("hoan-thanh-dung-han", "Chưa nộp kết quả nên chưa nghiệm thu được"),
        ("dung", "Bạn không có quyền làm việc “Dừng”"),
    ],
)
def test_a_drop_that_is_no_act_comes_back_with_one_sentence(
    cast: Cast, signed_in: SignIn, column: str, words: str
) -> None:
    task = make(cast)
    client = signed_in(cast.owner)
    answer = client.get(f"/nhiem-vu/{task.pk}/chuyen/?den={column}")
    assertRedirects(answer, "/nhiem-vu/bang/", fetch_redirect_response=False)
    assertContains(client.get("/nhiem-vu/bang/"), words)
    assert Task.objects.get().version == task.version


def test_a_strangers_card_and_an_unknown_column_are_not_there(cast: Cast, signed_in: SignIn) -> None:
    task = make(cast)
    assert signed_in(cast.stranger).get(f"/nhiem-vu/{task.pk}/chuyen/?den=dung").status_code == 404
    assert signed_in(cast.office).get(f"/nhiem-vu/{task.pk}/chuyen/?den=mau-do").status_code == 404
    assert b"dd-card-move" not in signed_in(cast.viewer).get("/nhiem-vu/bang/").content
