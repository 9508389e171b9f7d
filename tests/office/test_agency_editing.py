"""Agencies and groups: made, changed, ended; every write in the audit; the database keeps its own rules."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions import editing, merging
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, AgencyGroup, GroupAlias, Succession
from dondoc.office.agencies.queries import members, resolve
from dondoc.office.agencies.tree import lines
from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
VALUES = {
    "code": "so-noi-vu", "name": "Sở Nội vụ", "short_name": "SNV", "kind": "department", "level": "province",
    "parent": None, "valid_from": None, "valid_to": None,
}  # fmt: skip


def test_an_agency_is_made_with_its_other_names(cast: Cast) -> None:
    made = editing.create_agency(values=VALUES, aliases=["Sở NV", "sở nội vụ"], by=cast.admin, now=NOW)
    assert sorted(alias.name for alias in made.aliases.all()) == ["SNV", "Sở NV"]
    assert resolve("snv", TODAY) == made
    entry = Entry.objects.get(action="agency.create")
    assert (entry.by, entry.object_id) == (cast.admin, made.pk)
    with pytest.raises(Refusal, match="so-noi-vu"):
        editing.create_agency(values=VALUES, by=cast.admin, now=NOW)


def test_nobody_stands_below_themselves(cast: Cast) -> None:
    child = make_agency("chi-cuc", "Chi cục Dân số", parent=cast.health)
    values = {"parent": child}
    with pytest.raises(Refusal, match="cấp trên"):
        editing.change_agency(agency=cast.health, values=values, aliases=[], by=cast.admin, now=NOW)


def test_an_end_names_the_heirs(cast: Cast) -> None:
    old = make_agency("so-gtvt", "Sở Giao thông vận tải")
    editing.end_agency(
        agency=old, last_day=date(2025, 2, 28), later=[cast.finance], decree="NQ", by=cast.admin, now=NOW
    )
    old.refresh_from_db()
    assert old.valid_to == date(2025, 2, 28)
    assert Succession.objects.get().day == date(2025, 3, 1)
    with pytest.raises(Refusal, match="kế thừa"):
        editing.end_agency(agency=cast.finance, last_day=TODAY, later=[old], decree="", by=cast.admin, now=NOW)
    assert Agency.objects.get(pk=cast.finance.pk).valid_to is None


def test_a_group_is_a_rule_and_members_at_a_day(cast: Cast) -> None:
    commune = make_agency("xa", "UBND xã An Bình", kind="committee", level="commune", valid_from=date(2025, 7, 1))
    values = {"name": "Các xã và Sở Y tế", "rule_kinds": ["committee"], "rule_level": "commune"}
    group = editing.save_group(
        group=None, values=values, members=[cast.health], aliases=["các địa phương"], by=cast.admin, now=NOW
    )
    assert set(members(group, TODAY)) == {commune, cast.health}
    assert set(members(group, date(2025, 6, 30))) == {cast.health}
    assert resolve("Các địa phương", TODAY) == group
    other = {"name": "Khác", "rule_kinds": [], "rule_level": ""}
    with pytest.raises(Refusal, match="Các xã và Sở Y tế"):
        editing.save_group(
            group=None, values=other, members=[cast.finance], aliases=["Các địa phương"], by=cast.admin, now=NOW
        )
    assert not AgencyGroup.objects.filter(name="Khác").exists()
    assert GroupAlias.objects.count() == 1


def test_the_tree_of_a_day(cast: Cast) -> None:
    top = make_agency("ubnd", "UBND tỉnh", kind="committee")
    cast.health.parent = top
    cast.health.save()
    old = make_agency("so-cu", "Sở Cũ", parent=top, valid_to=date(2025, 2, 28))
    Succession.objects.create(earlier=old, later=cast.health, day=date(2025, 3, 1))
    make_agency("so-moi", "Sở Mới", parent=top, valid_from=date(2026, 12, 1))

    def shown(day: date) -> list[tuple[str, int, bool, list[str]]]:
        return [
            (line.agency.name, line.depth, line.ended, [each.name for each in line.later])
            for line in lines(day)
            if line.agency.parent_id
        ]

    assert shown(TODAY) == [("Sở Y tế", 1, False, []), ("Sở Cũ", 1, True, ["Sở Y tế"])]
    assert shown(date(2024, 1, 1)) == [("Sở Cũ", 1, False, []), ("Sở Y tế", 1, False, [])]
    assert ("Sở Mới", 1, False, []) in shown(date(2026, 12, 1))
    assert "Sở Cũ" not in {line.agency.name for line in lines(TODAY, living_only=True)}
    assert [line.agency.name for line in lines(TODAY, words="y te")] == ["Sở Y tế"]


def test_a_ring_of_parents_in_the_data_does_not_hang_the_tree(cast: Cast) -> None:
    one, two = make_agency("a", "A"), make_agency("b", "B")
    Agency.objects.filter(pk=one.pk).update(parent=two)
    Agency.objects.filter(pk=two.pk).update(parent=one)
    assert {line.agency.name for line in lines(TODAY)} >= {"Sở Y tế"}


def test_the_pages_of_an_administrator(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    form = {"code": "so-nv", "name": "Sở Nội vụ", "kind": "department", "level": "province", "aliases": "SNV\nSở NV"}
    answer = client.post("/co-quan/them/", form)
    made = Agency.objects.get(code="so-nv")
    assert (answer.status_code, answer["Location"]) == (302, f"/co-quan/{made.pk}/")
    assert client.post("/co-quan/them/", form).status_code == 422
    assert "đã dùng" in client.post("/co-quan/them/", form).content.decode()
    form = {**form, "valid_from": "01/03/2025", "valid_to": "01/01/2025"}
    assert client.post(f"/co-quan/{made.pk}/sua/", form).status_code == 422
    answer = client.post(f"/co-quan/{made.pk}/ket-thuc/", {"last_day": "31/12/2026", "later": ["Sở Tài chính"]})
    assert answer.status_code == 302
    page = client.get(f"/co-quan/{made.pk}/").content.decode()
    assert "Sở Tài chính" in page
    wrong = client.post(f"/co-quan/{cast.health.pk}/ket-thuc/", {"last_day": "31/12/2026", "later": ["Sở Ma"]})
    assert (wrong.status_code, "Sở Ma" in wrong.content.decode()) == (422, True)
    answer = client.post("/co-quan/nhom/them/", {"name": "Hai sở", "members": ["Sở Y tế", "Sở Tài chính"]})
    group = AgencyGroup.objects.get(name="Hai sở")
    assert "2 cơ quan" in client.get(f"/co-quan/nhom/{group.pk}/").content.decode()
    assert client.post("/co-quan/nhom/them/", {"name": "Rỗng"}).status_code == 422


def test_an_agency_page_is_its_own_and_of_those_who_see_all(cast: Cast, signed_in: SignIn) -> None:
    address = f"/co-quan/{cast.health.pk}/"
    assert signed_in(cast.owner).get(address).status_code == 200
    assert signed_in(cast.stranger).get(address).status_code == 404
    tree = signed_in(cast.stranger).get("/co-quan/").content.decode()
    assert "Sở Y tế" in tree
    assert address not in tree


def test_an_end_is_taken_back_with_its_heirs(cast: Cast) -> None:
    earlier = make_agency("so-noi-vu", "Sở Nội vụ")
    Succession.objects.create(earlier=cast.health, later=earlier, day=date(2020, 1, 1))
    editing.end_agency(agency=cast.health, last_day=TODAY, later=[cast.finance], decree="NQ", by=cast.admin, now=NOW)
    back = editing.live_again(agency=cast.health, last_day=None, by=cast.admin, now=NOW)
    assert back.valid_to is None
    assert [step.later for step in back.successions.all()] == [earlier]
    with pytest.raises(Refusal, match="không ghi ngày kết thúc"):
        editing.live_again(agency=cast.health, last_day=None, by=cast.admin, now=NOW)


def test_the_end_of_a_merger_is_taken_back_with_the_merger(cast: Cast) -> None:
    plan = Plan((cast.health,), cast.finance, (), TODAY, "NQ")
    merging.merge(plan=plan, chosen={}, by=cast.admin, now=NOW)
    with pytest.raises(Refusal, match="trang Sáp nhập"):
        editing.live_again(agency=cast.health, last_day=None, by=cast.admin, now=NOW)
    assert Succession.objects.filter(earlier=cast.health).exists()


def test_the_message_of_an_end_offers_to_take_it_back(cast: Cast, signed_in: SignIn) -> None:
    Agency.objects.filter(pk=cast.health.pk).update(valid_to=date(2030, 12, 31))
    admin, page = signed_in(cast.admin), reverse("agencies:show", args=[cast.health.pk])
    sent = {"last_day": "31/10/2026", "later": ["Sở Tài chính"], "decree": "NQ"}
    told = admin.post(reverse("agencies:end", args=[cast.health.pk]), sent, follow=True).content.decode()
    undo = reverse("agencies:live_again", args=[cast.health.pk])
    assert "Đã ghi ngày kết thúc hoạt động." in told
    assert f'action="{undo}"' in told
    assert 'name="den" value="2030-12-31"' in told
    asked = admin.get(undo).content.decode()
    assert "Kế thừa ghi cùng lúc kết thúc cũng bỏ (Sở Tài chính)." in asked
    assert "cơ quan hoạt động lại" in admin.post(undo, {"den": "2030-12-31"}, follow=True).content.decode()
    assert Agency.objects.get(pk=cast.health.pk).valid_to == date(2030, 12, 31)
    assert not Succession.objects.exists()
    assert undo in admin.get(page).content.decode()
