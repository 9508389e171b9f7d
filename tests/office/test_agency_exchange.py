"""Agencies in and out by file; the ready agencies of a province."""

import csv
import io
import tomllib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook

from dondoc import lexicon
from dondoc.office import sample as office_sample
from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.importing import dry_run, import_agencies
from dondoc.office.agencies.exchange import COLUMNS, ImportRow, read_rows
from dondoc.office.agencies.models import Agency, Succession
from dondoc.office.agencies.naming import name_key
from dondoc.office.agencies.queries import members, resolve, successor
from dondoc.office.agencies.reference import provinces, rows_of
from dondoc.office.agencies.wording import KINDS, kind_of
from dondoc.office.audit.changes import said
from dondoc.office.audit.models import Entry
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.leading import out_of_step
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast, make_agency

SignIn = Callable[[User], Client]
HEADS = [str(head) for head, _width in COLUMNS.values()]
OLD = ["so-cu", "Sở Cũ", "SC", "Sở, ngành", "Cấp tỉnh", "", "Sở C; Sở Cựu", "", date(2025, 2, 28), "so-y-te", "NQ 2"]


def book(*rows: Sequence[Any]) -> bytes:
    made = Workbook()
    for row in (HEADS, *rows):
        made.worksheets[0].append(list(row))
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_file_goes_in_and_its_export_changes_nothing(cast: Cast, signed_in: SignIn) -> None:
    rows, faults = read_rows(book(OLD), "a.xlsx")
    assert faults == []
    assert import_agencies(rows=rows, by=cast.admin, now=NOW).created == 1
    made = Agency.objects.get(code="so-cu")
    assert {alias.name for alias in made.aliases.all()} == {"SC", "Sở C", "Sở Cựu"}
    assert successor(made, TODAY) == cast.health
    assert Entry.objects.filter(action="agency.import", object_id=made.pk).exists()
    for form in ("", "?dang=csv"):
        answer = signed_in(cast.admin).get(f"/co-quan/xuat/{form}")
        again, faults = read_rows(answer.content, "b.csv" if form else "b.xlsx")
        outcome = dry_run(again, faults)
        assert (outcome.created, outcome.changed, outcome.same) == (0, 0, 4), form
        assert outcome.faults == ()


def test_every_fault_names_its_row(cast: Cast) -> None:
    bad_kind = ["x", "X", "", "Phường hội", "Cấp tỉnh", "", "", "", "", "", ""]
    bad_day = ["y", "Y", "", "department", "province", "", "", "31/02/2025", "", "", ""]
    no_name = ["z", "", "", "department", "province", "", "", "", "", "", ""]
    orphan = ["w", "W", "", "department", "province", "khong-co", "", "", "", "", ""]
    twice = ["w", "W", "", "department", "province", "", "", "", "", "", ""]
    rows, faults = read_rows(book(bad_kind, bad_day, no_name, orphan, twice), "a.xlsx")
    outcome = dry_run(rows, faults)
    assert [fault.line for fault in outcome.faults] == [2, 3, 4, 5, 6]
    said = " ".join(fault.words for fault in outcome.faults)
    for words in ("Phường hội", "31/02/2025", "Thiếu Tên cơ quan", "khong-co", "lặp lại"):
        assert words in said
    with pytest.raises(Refusal, match="Dòng 5"):
        import_agencies(rows=rows, by=cast.admin, now=NOW)
    assert not Agency.objects.filter(code="w").exists()


@pytest.mark.parametrize(
    ("content", "name"), [(b"\xff\xfe", "a.csv"), (b"khong phai", "a.xlsx"), (b"Ma,Ten\n", "a.csv")]
)
def test_a_file_of_another_kind_is_refused(db: None, content: bytes, name: str) -> None:
    with pytest.raises(Refusal):
        read_rows(content, name)


def test_a_ring_of_parents_is_found(cast: Cast) -> None:
    one = ["a", "A", "", "department", "province", "b", "", "", "", "", ""]
    two = ["b", "B", "", "department", "province", "a", "", "", "", "", ""]
    rows, faults = read_rows(book(one, two), "a.xlsx")
    assert {fault.line for fault in dry_run(rows, faults).faults} == {2, 3}


def test_looked_at_first_and_taken_in_afterwards(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    page = client.post("/co-quan/nhap/", {"file": SimpleUploadedFile("a.xlsx", book(OLD))})
    assert "1 cơ quan mới" in page.content.decode()
    assert not Agency.objects.filter(code="so-cu").exists()
    signed = page.context["signed"]
    assert client.post("/co-quan/nhap/", {"rows": signed + "x"}).status_code == 302
    assert not Agency.objects.filter(code="so-cu").exists()
    assert client.post("/co-quan/nhap/", {"rows": signed}).status_code == 302
    assert Agency.objects.filter(code="so-cu").exists()
    bad = client.post(
        "/co-quan/nhap/", {"file": SimpleUploadedFile("a.xlsx", book(["x", "", "", "", "", "", "", "", "", "", ""]))}
    )
    assert bad.context["signed"] == ""


def test_an_export_holds_only_what_one_sees(cast: Cast, signed_in: SignIn) -> None:
    content = signed_in(cast.owner).get("/co-quan/xuat/").content
    names = [row[1].value for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(min_row=2)]
    assert names == ["Sở Y tế"]


def test_thirty_four_provinces_and_what_they_were_made_of() -> None:
    found = provinces()
    assert len(found) == 34
    assert len({name for each in found for name in each.before}) == 63
    hue = next(each for each in found if each.name == "Thành phố Huế")
    assert len([row for row in rows_of(hue, with_former=False) if row.level == "commune"]) == 40


def test_the_ready_agencies_of_a_province(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    form = {"province": "tinhlaichau", "with_former": "on"}
    page = client.post("/co-quan/nap-san/", form)
    assert page.status_code == 200
    assert Agency.objects.count() == 3
    client.post("/co-quan/nap-san/", {**form, "nap": "1"})
    assert Agency.objects.filter(level="commune", valid_to=None).count() == 38
    assert Agency.objects.get(code="so-y-te").pk == cast.health.pk  # what was there stays
    ended = Agency.objects.filter(valid_to=date(2025, 6, 30))
    assert not ended.exclude(successions__isnull=False).exists()
    district = ended.filter(level="district").first()
    assert district is not None
    assert successor(district, TODAY).level == "commune"
    planning = resolve("Sở KH&ĐT", date(2024, 1, 1))
    assert isinstance(planning, Agency)
    assert successor(planning, TODAY).name == "Sở Tài chính"
    group = resolve("UBND các xã, phường", TODAY)
    assert group == cast.communes
    assert members(cast.communes, TODAY).count() == 38
    again = client.post("/co-quan/nap-san/", form)
    assert "Không thiếu cơ quan nào" in again.content.decode()


def test_no_two_codes_of_any_province_are_the_same() -> None:
    for province in provinces():
        rows = rows_of(province, with_former=True)
        codes = {row.code for row in rows}
        assert len(codes) == len(rows), province
        assert all(row.later and set(row.later) <= codes for row in rows if row.valid_to), province
        assert all(not row.parent or row.parent in codes for row in rows), province


def test_an_import_of_many_asks_little(cast: Cast, django_assert_max_num_queries: Callable[..., object]) -> None:
    make_agency("tinh", "UBND tỉnh", kind="committee")
    rows = [[f"xa-{n}", f"UBND xã Số {n}", "", "committee", "commune", "tinh", "", "", "", "", ""] for n in range(400)]
    read, _faults = read_rows(book(*rows), "a.xlsx")
    with django_assert_max_num_queries(30):  # type: ignore[attr-defined]
        import_agencies(rows=read, by=cast.admin, now=NOW)
    assert Succession.objects.count() == 0


def test_a_file_that_changes_many_asks_little(cast: Cast, django_assert_max_num_queries: Callable[..., object]) -> None:
    def rows(name: str, alias: str) -> list[ImportRow]:
        lines = [
            [f"xa-{n}", f"{name} {n}", "", "committee", "commune", "", f"{alias} {n}", "", "", "", ""]
            for n in range(400)
        ]
        return read_rows(book(*lines), "a.xlsx")[0]

    import_agencies(rows=rows("UBND xã Số", "Xã"), by=cast.admin, now=NOW)
    first = Agency.objects.get(code="xa-0")
    led = Task.objects.create(text="Việc", created_at=NOW, changed_at=NOW)
    Assignment.objects.create(task=led, role=AssignmentRole.LEAD, agency=first, written="Xã 0")
    with django_assert_max_num_queries(40):  # type: ignore[attr-defined]
        done = import_agencies(rows=rows("UBND phường Số", "Phường"), by=cast.admin, now=NOW)
    assert (done.created, done.changed) == (0, 400)
    first.refresh_from_db()
    assert (first.name, first.key, [each.name for each in first.aliases.all()]) == (
        "UBND phường Số 0", name_key("UBND phường Số 0"), ["Phường 0"]
    )  # fmt: skip
    assert not out_of_step().exists()
    entry = Entry.objects.get(action="agency.import_change", object_id=first.pk)
    assert [str(line) for line in said([entry])[0].lines] == [
        "Tên: UBND xã Số 0 → UBND phường Số 0", "Tên khác: Xã 0 → Phường 0"
    ]  # fmt: skip
    assert Agency.objects.count() == 400 + 3


def test_a_whole_province_goes_out_and_comes_back_the_same(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)
    client.post("/co-quan/nap-san/", {"province": "tinhlaichau", "with_former": "on", "nap": "1"})
    out = client.get("/co-quan/xuat/").content
    rows, faults = read_rows(out, "a.xlsx")
    assert faults == []
    same = dry_run(rows, faults)
    assert (same.created, same.changed, same.same) == (0, 0, Agency.objects.count())
    User.objects.update(agency=None, role="viewer")
    Succession.objects.all().delete()
    Agency.objects.update(parent=None)
    Agency.objects.all().delete()
    assert import_agencies(rows=rows, by=cast.admin, now=NOW).created == len(rows)
    again, _faults = read_rows(client.get("/co-quan/xuat/").content, "b.xlsx")
    assert [row.plain() for row in again] == [row.plain() for row in rows]


def test_every_kind_that_reading_knows_has_words_that_read_in_again() -> None:
    written = tomllib.loads((Path(str(lexicon.__file__)).parent / "agencies.toml").read_text("utf-8"))
    kinds = {each["kind"] for each in written["family"]}
    sample = Path(str(office_sample.__file__)).parent / "agencies.csv"
    kinds |= {row["kind"] for row in csv.DictReader(sample.read_text("utf-8").splitlines())}
    assert kinds - KINDS.keys() == set()
    assert {kind_of(str(words)) for words in KINDS.values()} == KINDS.keys()


def test_a_file_says_who_took_over_and_columns_it_lacks_stay(cast: Cast) -> None:
    rows, _faults = read_rows(book(OLD), "a.xlsx")
    import_agencies(rows=rows, by=cast.admin, now=NOW)
    corrected = [*OLD[:9], "so-tai-chinh", "NQ 3"]
    rows, faults = read_rows(book(corrected), "a.xlsx")
    assert dry_run(rows, faults).changed == 1
    import_agencies(rows=rows, by=cast.admin, now=NOW)
    step = Succession.objects.get()
    assert (step.later, step.decree) == (cast.finance, "NQ 3")
    assert dry_run(rows, faults).same == 1
    short = "Mã,Tên cơ quan,Loại,Cấp\nso-cu,Sở Cũ xưa,department,province\n".encode()
    rows, faults = read_rows(short, "a.csv")
    import_agencies(rows=rows, by=cast.admin, now=NOW)
    old = Agency.objects.get(code="so-cu")
    assert (old.name, old.valid_to, old.short_name) == ("Sở Cũ xưa", date(2025, 2, 28), "SC")
    assert {alias.name for alias in old.aliases.all()} == {"SC", "Sở C", "Sở Cựu"}
    assert Succession.objects.get() == step


def test_the_file_holds_what_the_filters_of_the_page_leave(cast: Cast, signed_in: SignIn) -> None:
    make_agency("xa-a", "UBND xã An Lạc", kind="committee", level="commune")
    client = signed_in(cast.admin)
    for form in ("&dang=csv", ""):
        answer = client.get(f"/co-quan/xuat/?cap=commune{form}")
        rows, faults = read_rows(answer.content, "b.csv" if form else "b.xlsx")
        assert ([row.code for row in rows], faults) == (["xa-a"], [])
    page = client.get("/co-quan/?cap=commune").content.decode()
    assert 'href="/co-quan/xuat/?cap=commune&amp;dang=csv"' in page


def test_agencies_stand_as_their_letters_do_without_marks(cast: Cast) -> None:
    for code, name in (("b", "Ban Dân tộc"), ("d", "Đảng ủy khối"), ("a", "An ninh"), ("v", "Văn phòng")):
        make_agency(code, name)
    named = list(Agency.objects.filter(code__in="abdv").values_list("code", flat=True))
    assert named == ["a", "b", "d", "v"]
