"""Agencies by name, through mergers, in groups."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.agencies.figures import figures
from dondoc.office.agencies.models import AgencyAlias, AgencyGroup, Succession
from dondoc.office.agencies.queries import members, resolve, search, standpoint, successor
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

MERGED = date(2025, 3, 1)


def alias(agency_code: str, name: str, **more: Any) -> AgencyAlias:
    made = AgencyAlias(agency=make_agency(agency_code, f"{name} dài", **more), name=name)
    made.clean_keys()
    made.save()
    return made


def test_a_name_is_found_without_marks_or_case(cast: Cast) -> None:
    assert resolve("SỞ Y TẾ", TODAY) == cast.health
    assert resolve("Sở Tài chính", TODAY) == cast.finance
    assert resolve("Sở Không có", TODAY) is None


def test_a_group_is_found_by_its_name(cast: Cast) -> None:
    assert resolve("UBND các xã, phường", TODAY) == cast.communes


def test_an_alias_leads_to_its_agency(cast: Cast) -> None:
    made = alias("kbnn", "Kho bạc tỉnh")
    assert resolve("kho bạc tỉnh", TODAY) == made.agency


def test_of_two_that_bear_a_name_the_living_one_is_meant(cast: Cast) -> None:
    old = make_agency("cu", "Ban Dân tộc", valid_to=date(2025, 2, 28))
    assert resolve("Ban Dân tộc", date(2024, 5, 1)) == old
    new = make_agency("moi", "Ban Dân tộc", valid_from=MERGED)
    assert resolve("Ban Dân tộc", TODAY) == new
    assert resolve("Ban Dân tộc", date(2024, 5, 1)) == old


def test_an_ambiguous_name_is_nobody(cast: Cast) -> None:
    make_agency("a", "UBND xã Tân Hòa", kind="committee", level="commune")
    make_agency("b", "UBND xã Tân Hòa", kind="committee", level="commune")
    assert resolve("UBND xã Tân Hòa", TODAY) is None


def test_the_heir_answers_for_what_was_its_predecessors(cast: Cast) -> None:
    planning = make_agency("so-khdt", "Sở Kế hoạch và Đầu tư", valid_to=date(2025, 2, 28))
    Succession.objects.create(earlier=planning, later=cast.finance, day=MERGED)
    assert successor(planning, TODAY) == cast.finance
    assert successor(planning, date(2024, 1, 1)) == planning
    assert standpoint(cast.finance).agencies == {cast.finance.pk, planning.pk}
    assert standpoint(cast.health).agencies == {cast.health.pk}


def test_a_circle_of_successions_ends(cast: Cast) -> None:
    gone = date(2025, 1, 1)
    one, two = make_agency("m", "Một", valid_to=gone), make_agency("h", "Hai", valid_to=gone)
    Succession.objects.create(earlier=one, later=two, day=MERGED)
    Succession.objects.create(earlier=two, later=one, day=MERGED)
    assert successor(one, TODAY) in (one, two)
    assert standpoint(one).agencies == {one.pk, two.pk}


def test_members_by_rule_and_by_name(cast: Cast) -> None:
    commune = make_agency("x", "UBND xã Bình An", kind="committee", level="commune")
    make_agency("h", "UBND huyện Cũ", kind="committee", level="district", valid_to=date(2025, 6, 30))
    assert list(members(cast.communes, TODAY)) == [commune]
    named = AgencyGroup.objects.create(name="Hai sở")
    named.members.add(cast.health, cast.finance)
    assert set(members(named, TODAY)) == {cast.health, cast.finance}
    assert cast.communes.pk in standpoint(commune).groups
    assert standpoint(cast.health).groups == {named.pk}


@pytest.mark.parametrize("typed", ["so y te", "Y TẾ", "tế sở"])
def test_search_forgives_marks_case_and_order(cast: Cast, typed: str) -> None:
    assert cast.health in search(typed, TODAY)


def test_search_leaves_out_what_has_ended(cast: Cast) -> None:
    make_agency("het", "Sở Đã hết", valid_to=date(2025, 2, 28))
    assert not search("da het", TODAY).exists()
    assert search("da het", date(2024, 1, 1)).exists()


def test_an_agency_s_figures_name_what_it_was_before(cast: Cast, client: Client) -> None:
    planning = make_agency("so-khdt", "Sở Kế hoạch và Đầu tư", valid_to=date(2025, 2, 28))
    older = make_agency("so-kh", "Sở Kế hoạch", valid_to=date(2015, 12, 31))
    Succession.objects.create(earlier=planning, later=cast.finance, day=MERGED)
    Succession.objects.create(earlier=older, later=planning, day=date(2016, 1, 1))
    for number, owner in enumerate((planning, planning, cast.finance)):
        task = Task.objects.create(text=f"Việc {number}", created_at=NOW, changed_at=NOW)
        Assignment.objects.create(task=task, role=AssignmentRole.LEAD, agency=owner, written=owner.name)
    found = figures(Task.objects.all(), cast.finance, TODAY)
    assert found.leading == 3
    assert [(each.earlier, each.number) for each in found.inherited] == [(planning, 2), (older, 0)]
    assert figures(Task.objects.all(), cast.health, TODAY).inherited == ()
    client.force_login(cast.leader)
    page = client.get(f"/co-quan/{cast.finance.pk}/")
    for words in ("Gồm cả việc kế thừa", "trước là", "2 nhiệm vụ mang tên cũ", "không có nhiệm vụ mang tên cũ"):
        assertContains(page, words)
    listed = client.get(f"/nhiem-vu/?co-quan={planning.pk}")
    assertContains(listed, "Việc 0")
    assertNotContains(listed, "Việc 2")


def test_what_falls_due_again_by_rule_is_no_chronic_repeat(cast: Cast) -> None:
    def task(**more: Any) -> Task:
        made = Task.objects.create(text="Báo cáo", created_at=NOW, changed_at=NOW, **more)
        Assignment.objects.create(task=made, role=AssignmentRole.LEAD, agency=cast.health, written="Sở Y tế")
        return made

    first = task()
    task(continues=first, recurrence="monthly", recurs_on=15)
    assert figures(Task.objects.all(), cast.health, TODAY).chronic_number == 0
    again = task(continues=first)
    found = figures(Task.objects.all(), cast.health, TODAY)
    assert (found.chronic_number, found.chronic) == (1, (again,))
