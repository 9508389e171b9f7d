"""What a person decides about facts, and what comes of it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.http import QueryDict

from dondoc.office.audit.models import Entry
from dondoc.office.documents.actions import deciding, reshaping
from dondoc.office.documents.actions.decisions import Change
from dondoc.office.documents.actions.reading import keep
from dondoc.office.documents.cards import card_of
from dondoc.office.documents.forms import FigureForm, TaskForm
from dondoc.office.documents.models import Document, Fact, FactState
from dondoc.office.indicators.models import Indicator, Observation
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import LINES, NOW, Cast, make_outcome, make_text


def fact(document: Document, key: str) -> Fact:
    return Fact.objects.get(reading=document.reading_id, key=key)


def confirm(document: Document, key: str, cast: Cast) -> Change:
    return deciding.confirm(document=document, fact_pk=fact(document, key).pk, by=cast.office, now=NOW)


def test_a_confirmed_directive_becomes_a_task_tied_to_its_sentence(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    task = Task.objects.get()
    assert task.fact == fact(document, "d1")
    assert task.sentence == LINES[1][3:]
    assert document.reading is not None
    assert document.reading.content[task.start : task.end] == task.sentence
    assert (task.deadline, task.first_deadline) == (date(2026, 11, 20), date(2026, 11, 20))
    assert task.deadline_text == "trước ngày 21/11/2026"
    lead, helper = task.assignments.order_by("position")
    assert (lead.role, lead.agency) == (AssignmentRole.LEAD, cast.health)
    assert (helper.role, helper.agency) == (AssignmentRole.COORDINATING, cast.finance)
    decided = fact(document, "d1")
    assert (decided.state, decided.decided_by, decided.decided_at) == (FactState.CONFIRMED, cast.office, NOW)
    assert Entry.objects.filter(action="task.create", object_id=task.pk, by=cast.office).exists()


@pytest.mark.parametrize(
    ("often", "by", "kept"),
    [
        ("monthly", "2026-11-20", ("monthly", 20)),
        ("weekly", "2026-11-20", ("weekly", 5)),
        ("weekly", None, ("", None)),  # which day of the week is not known: nothing is invented
        ("daily", "2026-11-20", ("", None)),
        (None, "2026-11-20", ("", None)),
    ],
)
def test_what_the_document_asks_for_again_and_again_comes_back(
    document: Document, cast: Cast, often: str | None, by: str | None, kept: tuple[str, int | None]
) -> None:
    found = fact(document, "d1")
    found.data["deadline"] |= {"recurrence": often, "by": by}
    found.save(update_fields=["data"])
    assert bool(card_of(found).again) == bool(kept[0])
    confirm(document, "d1", cast)
    task = Task.objects.get()
    assert (task.recurrence, task.recurs_on) == kept


def test_whether_a_task_comes_back_is_corrected(document: Document, cast: Cast) -> None:
    found = fact(document, "d1")
    found.data["deadline"] |= {"recurrence": "monthly"}
    found.save(update_fields=["data"])
    data = QueryDict(mutable=True)
    data.update({"text": "Rà soát", "deadline": "20/11/2026", "deadline_text": "hằng tháng", "recurrence": ""})
    form = TaskForm(data, card=card_of(found))
    assert form.is_valid(), form.errors
    assert form.values()["deadline"]["recurrence"] is None


def test_a_group_is_kept_as_a_group(document: Document, cast: Cast) -> None:
    confirm(document, "d2", cast)
    row = Task.objects.get().assignments.get()
    assert (row.group, row.agency) == (cast.communes, None)


def test_a_confirmed_figure_becomes_an_observation_of_a_provisional_indicator(document: Document, cast: Cast) -> None:
    confirm(document, "q1", cast)
    observation = Observation.objects.get()
    assert observation.value == Decimal("1200000000000")
    assert (observation.period, observation.role, observation.status) == ("2026-11", "actual", "estimate")
    assert observation.sentence == LINES[3]
    assert (observation.indicator.name, observation.indicator.provisional) == ("Thu ngân sách", True)


def test_a_share_of_the_plan_belongs_to_the_indicator_in_its_own_unit(document: Document, cast: Cast) -> None:
    confirm(document, "q1", cast)
    confirm(document, "q2", cast)
    assert Indicator.objects.count() == 1
    assert set(Observation.objects.values_list("role", "unit")) == {("actual", "đồng"), ("share_of_plan", "%")}


def test_a_figure_without_an_indicator_is_refused_and_nothing_is_kept(document: Document, cast: Cast) -> None:
    with pytest.raises(Refusal, match="chưa có tên chỉ tiêu"):
        confirm(document, "q3", cast)
    assert fact(document, "q3").state == FactState.DRAFT
    assert not Observation.objects.exists()


def test_confirming_twice_is_refused(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    with pytest.raises(Refusal, match="Đã xác nhận"):
        confirm(document, "d1", cast)
    assert Task.objects.count() == 1


def test_confirm_all_takes_what_is_ready_and_counts_the_rest(document: Document, cast: Cast) -> None:
    change = deciding.confirm_all(document=document, by=cast.office, now=NOW)
    assert change.message == "Đã xác nhận 4 sự kiện; còn 1 sự kiện phải sửa trước."
    assert (Task.objects.count(), Observation.objects.count()) == (2, 2)
    deciding.undo(document=document, by=cast.office, now=NOW)
    assert (Task.objects.count(), Observation.objects.count(), Indicator.objects.count()) == (0, 0, 0)
    assert not Fact.objects.exclude(state=FactState.DRAFT).exists()


def test_undo_goes_back_one_decision_at_a_time(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    deciding.reject(document=document, fact_pk=fact(document, "d2").pk, by=cast.office, now=NOW)
    deciding.undo(document=document, by=cast.office, now=NOW)
    assert fact(document, "d2").state == FactState.DRAFT
    assert Task.objects.count() == 1
    deciding.undo(document=document, by=cast.office, now=NOW)
    assert not Task.objects.exists()
    with pytest.raises(Refusal, match="Không còn việc nào"):
        deciding.undo(document=document, by=cast.office, now=NOW)


def test_undo_is_refused_once_something_was_done_with_the_task(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    Task.objects.update(state="submitted", submitted_on=date(2026, 11, 12), changed_at=NOW + timedelta(days=2))
    with pytest.raises(Refusal, match="đã được xử lý"):
        deciding.undo(document=document, by=cast.office, now=NOW)
    assert fact(document, "d1").state == FactState.CONFIRMED
    assert Task.objects.count() == 1


def test_one_does_not_undo_what_another_decided_after(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    pk = fact(document, "d1").pk
    deciding.reopen(document=document, fact_pk=pk, by=cast.leader, now=NOW)
    with pytest.raises(Refusal, match="người khác"):
        deciding.undo(document=document, by=cast.office, now=NOW)


def test_undoing_a_reopening_makes_the_task_again(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    deciding.reopen(document=document, fact_pk=fact(document, "d1").pk, by=cast.office, now=NOW)
    assert not Task.objects.exists()
    deciding.undo(document=document, by=cast.office, now=NOW)
    assert Task.objects.get().fact == fact(document, "d1")


def test_editing_keeps_what_was_found_and_changes_the_task(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    values = {"lead": [{"name": "Sở Tài chính"}], "coordinating": []}
    deciding.edit(document=document, fact_pk=fact(document, "d1").pk, values=values, by=cast.office, now=NOW)
    edited = fact(document, "d1")
    assert edited.data["lead"][0]["name"] == "Sở Y tế"
    assert edited.current["lead"][0]["name"] == "Sở Tài chính"
    assert Task.objects.get().assignments.get().agency == cast.finance
    deciding.undo(document=document, by=cast.office, now=NOW)
    assert [row.agency for row in Task.objects.get().assignments.order_by("position")] == [cast.health, cast.finance]


def test_split_at_the_semicolon_and_undo(document: Document, cast: Cast) -> None:
    whole = fact(document, "d1")
    reshaping.split(document=document, fact_pk=whole.pk, at=[], by=cast.office, now=NOW)
    parts = list(Fact.objects.filter(kind="directive", state=FactState.DRAFT, added_by=cast.office).order_by("start"))
    assert [part.current["text"].split()[0] for part in parts] == ["Sở", "báo"]
    assert [bool(part.current["deadline"]) for part in parts] == [False, True]
    assert [part.current["lead"][0]["name"] for part in parts] == ["Sở Y tế", "Sở Y tế"]
    assert fact(document, "d1").state == FactState.REPLACED
    deciding.undo(document=document, by=cast.office, now=NOW)
    assert fact(document, "d1").state == FactState.DRAFT
    assert Fact.objects.filter(kind="directive").count() == 2


def test_a_task_of_one_clause_is_not_split(document: Document, cast: Cast) -> None:
    with pytest.raises(Refusal, match="chỗ tách"):
        reshaping.split(document=document, fact_pk=fact(document, "d2").pk, at=[], by=cast.office, now=NOW)


def test_merge_unites_who_leads_and_keeps_the_deadline(document: Document, cast: Cast) -> None:
    change = reshaping.merge_with_next(document=document, fact_pk=fact(document, "d1").pk, by=cast.office, now=NOW)
    merged = Fact.objects.get(pk=change.focus or 0)
    assert [each["name"] for each in merged.current["lead"]] == ["Sở Y tế", "UBND các xã, phường"]
    assert merged.current["deadline"]["by"] == "2026-11-20"
    deciding.confirm(document=document, fact_pk=merged.pk, by=cast.office, now=NOW)
    assert Task.objects.get().assignments.filter(role=AssignmentRole.LEAD).count() == 2
    with pytest.raises(Refusal, match="không còn nhiệm vụ nào"):
        reshaping.merge_with_next(document=document, fact_pk=_added(document, cast).pk, by=cast.office, now=NOW)


def _added(document: Document, cast: Cast) -> Fact:
    start = make_text().content.index("Thu ngân sách")
    change = reshaping.add_fact(
        document=document, kind="directive", start=start, end=start + 20, by=cast.office, now=NOW
    )
    return Fact.objects.get(pk=change.focus or 0)


def test_a_figure_is_added_from_marked_words(document: Document, cast: Cast) -> None:
    start = make_text().content.index("1.200 tỷ")
    change = reshaping.add_fact(
        document=document, kind="quantity", start=start - 4, end=start + 9, by=cast.office, now=NOW
    )
    added = Fact.objects.get(pk=change.focus or 0)
    assert (added.current["value"], added.current["unit"]) == ("1200000000000", "đồng")
    assert added.current["text"] == "1.200 tỷ đồng"
    with pytest.raises(Refusal, match="không có số nào"):
        reshaping.add_fact(document=document, kind="quantity", start=0, end=9, by=cast.office, now=NOW)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 5), (9, 3), (0, 10**6)])
def test_words_outside_the_text_are_refused(document: Document, cast: Cast, start: int, end: int) -> None:
    with pytest.raises(Refusal):
        reshaping.add_fact(document=document, kind="directive", start=start, end=end, by=cast.office, now=NOW)


def test_reading_again_keeps_every_decision(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    deciding.reject(document=document, fact_pk=fact(document, "q1").pk, by=cast.office, now=NOW)
    edited = fact(document, "d2").pk
    deciding.edit(document=document, fact_pk=edited, values={"text": "Dọn kênh."}, by=cast.office, now=NOW)
    old = document.reading_id
    shifted = make_text(("Một dòng mới thêm ở đầu.", *LINES))
    keep(document=document, outcome=make_outcome(shifted), now=NOW)
    document.refresh_from_db()
    assert document.reading_id != old
    assert fact(document, "d1").state == FactState.CONFIRMED
    assert fact(document, "q1").state == FactState.REJECTED
    assert fact(document, "d2").current["text"] == "Dọn kênh."
    assert Fact.objects.filter(reading=document.reading_id).count() == 6
    for each in Fact.objects.filter(reading=document.reading_id, kind="directive"):
        assert shifted.content[each.start : each.end] == each.data["text"]
    assert Task.objects.get().fact_id == fact(document, "d1").carried_from_id
    assert Fact.objects.filter(reading=old, state=FactState.CONFIRMED).count() == 1


def test_a_carried_task_can_still_be_reopened_and_confirmed_anew(document: Document, cast: Cast) -> None:
    confirm(document, "d1", cast)
    for _time in range(2):
        keep(document=document, outcome=make_outcome(), now=NOW)
        document.refresh_from_db()
    pk = fact(document, "d1").pk
    deciding.reopen(document=document, fact_pk=pk, by=cast.office, now=NOW)
    assert not Task.objects.exists()
    confirm(document, "d1", cast)
    assert Task.objects.get().fact_id == pk
    keep(document=document, outcome=make_outcome(), now=NOW)
    document.refresh_from_db()
    assert fact(document, "d1").carried_from_id == pk


def test_a_split_task_does_not_come_back_when_read_again(document: Document, cast: Cast) -> None:
    reshaping.split(document=document, fact_pk=fact(document, "d1").pk, at=[], by=cast.office, now=NOW)
    keep(document=document, outcome=make_outcome(), now=NOW)
    document.refresh_from_db()
    open_tasks = Fact.objects.filter(reading=document.reading_id, kind="directive", state=FactState.DRAFT)
    assert open_tasks.count() == 3


def test_the_review_of_the_whole_text_is_signed(document: Document, cast: Cast) -> None:
    deciding.mark_reviewed(document=document, reviewed=True, by=cast.leader, now=NOW)
    document.refresh_from_db()
    assert (document.reviewed_by, document.reviewed_at) == (cast.leader, NOW)
    deciding.mark_reviewed(document=document, reviewed=False, by=cast.leader, now=NOW)
    document.refresh_from_db()
    assert document.reviewed_by is None


def test_the_forms_hold_what_the_cards_show(document: Document) -> None:
    task, figure = card_of(fact(document, "d1")), card_of(fact(document, "q1"))
    assert TaskForm(card=task).initial["deadline"] == "20/11/2026"
    assert FigureForm(card=figure).initial["value"] == "1.200 tỷ đồng"
