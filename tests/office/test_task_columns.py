"""Which columns the task table has, and the workbook that follows it, groups and sums included."""

import io
from collections.abc import Callable
from datetime import timedelta

import openpyxl
import pytest
import time_machine
from django.test import Client
from openpyxl.worksheet.worksheet import Worksheet
from pytest_django.asserts import assertRedirects

from dondoc.office.accounts.models import User
from dondoc.office.tasks import columns
from dondoc.office.tasks.actions import arranging, reporting
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.reporting import Progress
from dondoc.office.tasks.export import CELLS
from dondoc.office.tasks.models import AssignmentRole, SavedView
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
LIST, COLUMNS, EXPORT = "/nhiem-vu/", "/nhiem-vu/cot/", "/nhiem-vu/xuat-excel/"


@pytest.fixture
def tasks(cast: Cast) -> None:
    """Two of the department of health (one overdue, with a report), one of finance, one that nobody leads."""
    for n, (agency, days) in enumerate(((cast.health, -3), (cast.finance, 40), (cast.health, 40), (None, 40))):
        owed = [Owed(AssignmentRole.LEAD, agency)] if agency else []
        task = arranging.create_task(
            text=f"Việc {n}", owed=owed, by=cast.office, now=NOW, deadline=TODAY + timedelta(days=days), product="BC"
        )
        if days < 0:
            progress = Progress("Đã xong một nửa", 50)
            reporting.report_progress(task=task, progress=progress, agency=cast.health, by=cast.owner, now=NOW)


def shown(client: Client, query: str = "") -> list[str]:
    return [column.key for column in client.get(LIST + query).context["columns"]]


def sheet(client: Client, query: str = "") -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(client.get(EXPORT + query).content)).active
    assert isinstance(found, Worksheet)
    return found


def words(client: Client, query: str = "") -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet(client, query).iter_rows()]


def test_every_column_has_its_cell_on_the_page_and_in_the_workbook(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    assert set(CELLS) == {columns.FIRST, *columns.ALL}
    every = columns.written(tuple(columns.ALL.values()))
    page = signed_in(cast.office).get(f"{LIST}?cot={every}").content.decode()
    for column in columns.ALL.values():
        assert page.count(f'data-label="{column.name}"') == 4, column.key
    assert "Đã xong một nửa (50%)" in page


def test_columns_chosen_stand_in_the_address_and_are_kept_for_the_person(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    data = {"thu-tu": ["han", "muc", "chu-tri"], "cot": ["chu-tri", "han"], "dia-chi": "q=viec&trang=3"}
    assertRedirects(client.post(COLUMNS, data), f"{LIST}?q=viec&cot=han.chu-tri")
    assert shown(client) == ["han", "chu-tri"]
    assert shown(client, "?cot=muc.khong-co.muc") == ["muc"]
    assert shown(signed_in(cast.leader)) == list(columns.USUAL)
    client.post(COLUMNS, {**data, "mac-dinh": "1"})
    assert shown(client) == list(columns.USUAL)
    assert not SavedView.objects.exists()


def test_a_button_moves_one_column_and_leaves_the_choice_open(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    data = {"thu-tu": ["han", "muc", "chu-tri"], "cot": ["chu-tri", "han", "muc"], "len": "chu-tri"}
    answer = client.post(COLUMNS, data)
    assertRedirects(answer, f"{LIST}?cot=han.chu-tri.muc&mo=cot")
    assert b'dd-columns-menu" open' in client.get(answer["Location"]).content
    assert columns.moved(["a", "b"], "b", 1) == ["a", "b"]
    assert columns.moved(["a", "b"], "x", 1) == ["a", "b"]


def test_a_saved_view_keeps_its_own_columns(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    client.post("/nhiem-vu/cach-xem/luu/", {"ten": "Ngắn", "dia-chi": "cot=han&q=viec"})
    client.post(COLUMNS, {"thu-tu": ["muc"], "cot": ["muc"]})
    view = SavedView.objects.get(name="Ngắn")
    assert shown(client, f"?{view.query}") == ["han"]
    assert shown(client) == ["muc"]
    assert [each.name for each in client.get(LIST).context["saved"]] == ["Ngắn"]


@time_machine.travel(NOW)
def test_the_workbook_has_the_columns_of_the_page(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    found = words(client, "?cot=tinh-trang.bao-cao.nguoi-theo-doi&q=viec+0")
    assert found == [
        ["Nhiệm vụ", "Tình trạng", "Báo cáo mới nhất", "Người theo dõi"],
        ["Việc 0", "Quá hạn 3 ngày", "Đã xong một nửa (50%)", "Office"],
    ]
    client.post(COLUMNS, {"thu-tu": ["muc"], "cot": ["muc"]})
    assert words(client)[0] == ["Nhiệm vụ", "Mục"]
    assert len(words(client, "?du-cot=1")[0]) == 1 + len(columns.ALL)


@time_machine.travel(NOW)
def test_groups_come_with_their_heads_and_sums_and_fold(tasks: None, cast: Cast, signed_in: SignIn) -> None:
    made = sheet(signed_in(cast.office), "?nhom=chu-tri&cot=han")
    assert [row[0].value for row in made.iter_rows()] == [
        "Nhiệm vụ",
        "Sở Tài chính", "Việc 1", "Cộng: 1 nhiệm vụ (Trong hạn 1)",
        "Sở Y tế", "Việc 0", "Việc 2", "Cộng: 2 nhiệm vụ (Quá hạn 1, Trong hạn 1)",
        "Chưa rõ chủ trì", "Việc 3", "Cộng: 1 nhiệm vụ (Cần làm rõ 1)",
        "Tổng cộng: 4 nhiệm vụ (Quá hạn 1, Cần làm rõ 1, Trong hạn 2)",
    ]  # fmt: skip
    assert [number for number, row in made.row_dimensions.items() if row.outlineLevel] == [3, 6, 7, 10]
    assert made["A2"].font.b
    assert not made["A3"].font.b
    assert not made["B3"].font.b
