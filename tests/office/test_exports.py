"""Files that are large: drafted by the worker, taken by whoever asked for them and still sees what is in them."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django_tasks_db.models import DBTaskResult
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.models import Entry
from dondoc.office.exports import actions, kinds
from dondoc.office.exports.models import KEPT_FOR, Export
from dondoc.office.exports.progress import Progress, done_of
from dondoc.office.reminders.models import Notice
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
LIST = "/nhiem-vu/xuat-excel/"
SOON = NOW + timedelta(seconds=3)


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files of any row are drafted by the worker; it is ``NOW``."""
    for name, kind in kinds.KINDS.items():
        monkeypatch.setitem(kinds.KINDS, name, replace(kind, at_once=0))
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def tasks(cast: Cast) -> None:
    """Two late tasks of Health, one of Finance."""
    for text, agency in (("Khám", cast.health), ("Chữa", cast.health), ("Thu", cast.finance)):
        arranging.create_task(
            text=text, owed=[Owed(AssignmentRole.LEAD, agency)], by=cast.office, now=NOW,
            deadline=TODAY - timedelta(days=90), product="Báo cáo",
        )  # fmt: skip


def asked(client: Client, address: str) -> Export:
    answer = client.get(address)
    export = Export.objects.latest("pk")
    assert answer["Location"] == f"/tep-xuat/{export.pk}/"
    return export


def taken(client: Client, export: Export) -> bytes:
    answer = client.get(f"/tep-xuat/{export.pk}/tai-ve/")
    assert answer.status_code == 200
    return b"".join(answer)


def texts(content: bytes) -> list[object]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_a_long_list_is_drafted_behind_and_then_taken(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    export = asked(office, f"{LIST}?co-quan={cast.health.pk}")
    assert (export.rows, export.name) == (2, "nhiem-vu-2026-11-10.xlsx")
    assert DBTaskResult.objects.get().queue_name == "exports"
    page = office.get(f"/tep-xuat/{export.pk}/")
    assertContains(page, "every 2s")
    assert office.get(f"/tep-xuat/{export.pk}/tai-ve/").status_code == 404
    actions.draft(export_pk=export.pk, now=SOON)
    page = office.get(f"/tep-xuat/{export.pk}/", HTTP_HX_REQUEST="true")
    assertNotContains(page, "every 2s")
    assertContains(page, f'href="/tep-xuat/{export.pk}/tai-ve/"')
    assert sorted(map(str, texts(taken(office, export)))) == ["Chữa", "Khám"]
    assertContains(office.get("/tep-xuat/"), export.name)
    assert Entry.objects.get(action="export.ask").by == cast.office


def test_each_kind_is_drafted_behind(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    for person, address in (
        (cast.leader, "/tong-quan/ngoai-le.xlsx"),
        (cast.office, "/thong-bao/don-doc/tat-ca.zip"),
        (cast.admin, "/quan-tri/nhat-ky/xuat-excel/"),
    ):
        client = signed_in(person)
        export = actions.draft(export_pk=asked(client, address).pk, now=SOON)
        assert export.failure == ""
        assert zipfile.ZipFile(io.BytesIO(taken(client, export))).testzip() is None


def test_no_browser_saves_the_page_that_waits_as_the_file(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    for address, link in (
        ("/nhiem-vu/", LIST),
        ("/tong-quan/ngoai-le/", "/tong-quan/ngoai-le.xlsx"),
        ("/thong-bao/don-doc/", "/thong-bao/don-doc/tat-ca.zip"),
        ("/quan-tri/nhat-ky/", "/quan-tri/nhat-ky/xuat-excel/"),
    ):
        page = signed_in(cast.admin).get(address).content.decode()
        links = re.findall(rf'<a [^>]*href="{re.escape(link)}[^>]*>', page)
        assert links, address
        assert not [each for each in links if " download" in each]


def test_the_same_file_is_asked_for_once(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    first = asked(office, LIST)
    assert asked(office, LIST) == first
    assert asked(office, f"{LIST}?du-cot=1") != first
    actions.draft(export_pk=first.pk, now=SOON)
    ended = Export.objects.get(pk=first.pk)
    assert actions.draft(export_pk=first.pk, now=SOON + timedelta(days=1)).ended_at == ended.ended_at


def test_nobody_takes_what_another_asked_for(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    export = actions.draft(export_pk=asked(signed_in(cast.office), LIST).pk, now=SOON)
    for path in (f"/tep-xuat/{export.pk}/", f"/tep-xuat/{export.pk}/tai-ve/"):
        assert signed_in(cast.leader).get(path).status_code == 404
    assertNotContains(signed_in(cast.leader).get("/tep-xuat/"), export.name)


def test_who_sees_less_since_then_does_not_get_it(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    owner = signed_in(cast.owner)
    export = actions.draft(export_pk=asked(owner, LIST).pk, now=SOON)
    assert sorted(map(str, texts(taken(owner, export)))) == ["Chữa", "Khám"]
    User.objects.filter(pk=cast.owner.pk).update(agency=cast.finance)
    assertContains(owner.get(f"/tep-xuat/{export.pk}/"), "Quyền của bạn đã thay đổi")
    assert owner.get(f"/tep-xuat/{export.pk}/tai-ve/").status_code == 403
    again = actions.draft(export_pk=asked(owner, LIST).pk, now=SOON)
    assert texts(taken(owner, again)) == ["Thu"]


def test_who_may_no_longer_ask_when_the_worker_comes_gets_a_sentence(
    tasks: None, cast: Cast, signed_in: SignIn
) -> None:
    export = asked(signed_in(cast.leader), "/tong-quan/ngoai-le.xlsx")
    User.objects.filter(pk=cast.leader.pk).update(role=Role.FOCAL, agency=cast.health)
    export = actions.draft(export_pk=export.pk, now=SOON)
    assert "Quyền của bạn đã thay đổi" in export.failure
    assert not export.file


def test_files_go_after_a_day(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    export = actions.draft(export_pk=asked(office, LIST).pk, now=SOON)
    path = Path(export.file.path)
    assert actions.sweep_exports(now=NOW + KEPT_FOR) == 0
    with time_machine.travel(NOW + KEPT_FOR + timedelta(minutes=1), tick=False):
        assert signed_in(cast.office).get(f"/tep-xuat/{export.pk}/tai-ve/").status_code == 404
    assert path.exists()
    assert actions.sweep_exports(now=NOW + timedelta(days=9_000)) == 1
    assert not path.exists()


def test_what_takes_long_ends_in_a_notice_that_goes_when_the_file_is_taken(
    tasks: None, cast: Cast, signed_in: SignIn
) -> None:
    office = signed_in(cast.office)
    export = actions.draft(export_pk=asked(office, LIST).pk, now=SOON)
    assert not Notice.objects.filter(level="work").exists()
    slow = asked(office, f"{LIST}?du-cot=1")
    actions.draft(export_pk=slow.pk, now=NOW + timedelta(minutes=1))
    told = Notice.objects.get(level="work")
    assert (told.text, told.address) == (f"Tệp {export.name} đã lập xong", f"/tep-xuat/{slow.pk}/")
    answer = office.post(f"/thong-bao/{told.pk}/mo/")
    assert answer["Location"] == told.address
    Notice.objects.update(read_at=None)
    taken(office, slow)
    assert Notice.objects.get(pk=told.pk).read_at == NOW


def test_what_goes_wrong_is_said_and_not_tried_for_ever(
    tasks: None, cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_any: object) -> bytes:
        raise ValueError

    export = asked(signed_in(cast.office), LIST)
    monkeypatch.setitem(kinds.KINDS, "tasks", replace(kinds.KINDS["tasks"], draft=fails))
    actions.draft(export_pk=export.pk, now=SOON)
    page = signed_in(cast.office).get(f"/tep-xuat/{export.pk}/")
    assertContains(page, "hãy thử lại")
    assertContains(page, f'href="{LIST}?"')
    assert actions.requeue_exports(now=NOW + timedelta(days=1)) == 0


def test_what_a_killed_worker_left_is_queued_again(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    asked(signed_in(cast.office), LIST)
    assert actions.requeue_exports(now=NOW + timedelta(minutes=1)) == 0
    assert actions.requeue_exports(now=NOW + timedelta(minutes=31)) == 1
    assert actions.requeue_exports(now=NOW, all_of_them=True) == 1
    assert DBTaskResult.objects.count() == 3


def test_progress_is_told_while_rows_pass(
    tasks: None, cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dondoc.office.exports.progress.SECONDS", -1.0)
    office = signed_in(cast.office)
    export = asked(office, LIST)
    Export.objects.update(rows=200)
    for number in Progress(export.pk).over(range(120)):
        if number == 110:
            assert done_of(export.pk) == 110
            assertContains(office.get(f"/tep-xuat/{export.pk}/"), "Đã ghi 110 trong 200 dòng.")
    actions.draft(export_pk=export.pk, now=SOON)
    assert not (Path(settings.MEDIA_ROOT) / "exports" / f"{export.pk}.progress").exists()
