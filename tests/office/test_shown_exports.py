"""What is on the screen as a file: the same rows in the same order, the filters above them."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import docx
import pytest
import time_machine
from django.test import Client
from openpyxl import load_workbook

from dondoc.office.accounts.models import User
from dondoc.office.overview import exceptions, exceptions_export
from dondoc.office.overview.exceptions import TASKS as SHOWN
from dondoc.office.tasks.actions import arranging, extending, talking
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
DAY = timedelta(days=1)
HEAD = 4


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def tasks(cast: Cast) -> list[Task]:
    """Three tasks of Health, by their days until due, and one of Finance."""

    def made(text: str, days: int, agency: Any) -> Task:
        owed = [Owed(AssignmentRole.LEAD, agency)]
        deadline = TODAY + days * DAY
        return arranging.create_task(
            text=text, owed=owed, by=cast.office, now=NOW, deadline=deadline, product="Báo cáo"
        )

    health = [
        made("Xa " + "rất dài " * 30, 60, cast.health),
        made("Gần", 2, cast.health),
        made("Trễ", -40, cast.health),
    ]
    return [*health, made("Thu thuế", 3, cast.finance)]


def sheet(client: Client, address: str) -> list[list[Any]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return [list(row) for row in load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True)]


def test_the_board_keeps_its_columns_whole_texts_and_filters(cast: Cast, tasks: list[Task], signed_in: SignIn) -> None:
    rows = sheet(signed_in(cast.office), f"/nhiem-vu/bang/xuat-excel/?co-quan={cast.health.pk}")
    assert [row[0] for row in rows[: HEAD - 1]] == [
        "Nhiệm vụ theo tình trạng",
        "Bộ lọc: Cơ quan: Sở Y tế",
        "Tính đến 10/11/2026",
    ]
    assert rows[HEAD - 1] == ["Nhiệm vụ", "Chủ trì", "Hạn", "Tình trạng"]
    body = rows[HEAD:]
    assert [row[0] for row in body if row[1]] == [tasks[0].text, "Gần", "Trễ"]
    assert "Quá hạn: 1" in [row[0] for row in body]
    assert body[-1][0].startswith("Dừng")
    late = next(row for row in body if row[0] == "Trễ")
    assert late[1:] == ["Sở Y tế", datetime(2026, 10, 1), "Quá hạn 40 ngày"]


def test_a_month_and_the_bars_stand_as_they_are_drawn(cast: Cast, tasks: list[Task], signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    month = sheet(client, "/nhiem-vu/lich/xuat-excel/?thang=2026-11")
    assert month[0][0] == "Nhiệm vụ đến hạn tháng 11/2026"
    assert [row[:3] for row in month[HEAD:]] == [
        [datetime(2026, 11, 12), "Gần", "Sở Y tế"],
        [datetime(2026, 11, 13), "Thu thuế", "Sở Tài chính"],
    ]
    extending.ask_extension(
        task=tasks[1], wanted=date(2026, 12, 1), reason="Mưa", agency=cast.health, by=cast.owner, now=NOW
    )
    extending.grant_extension(task=tasks[1], until=date(2026, 12, 1), by=cast.office, now=NOW)
    bars = sheet(client, "/nhiem-vu/dong-thoi-gian/xuat-excel/")
    assert [row[0] for row in bars[HEAD:]] == ["Trễ", "Thu thuế", "Gần", tasks[0].text]
    assert bars[HEAD + 2][3:5] == [datetime(2026, 11, 12), datetime(2026, 12, 1)]


def test_an_empty_page_is_an_empty_table(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.viewer)
    for part, left in (("bang", 10), ("lich", 0), ("dong-thoi-gian", 0)):
        assert len(sheet(client, f"/nhiem-vu/{part}/xuat-excel/")) == HEAD + left
    book = load_workbook(io.BytesIO(signed_in(cast.office).get("/tong-quan/ngoai-le.xlsx").content))
    assert book.worksheets[0]["A2"].value == "Không có ngoại lệ nào"


def test_nobody_exports_what_is_not_in_sight(cast: Cast, tasks: list[Task], signed_in: SignIn) -> None:
    for part in ("bang", "lich", "dong-thoi-gian"):
        rows = sheet(signed_in(cast.stranger), f"/nhiem-vu/{part}/xuat-excel/")
        assert not any(row[1] for row in rows[HEAD:])


def test_the_exceptions_are_handed_on_in_both_formats(cast: Cast, tasks: list[Task], signed_in: SignIn) -> None:
    talking.instruct(task=tasks[1], text="Làm gấp", reply_due=TODAY - DAY, by=cast.leader, now=NOW - 2 * DAY)
    client = signed_in(cast.leader)
    page = client.get("/tong-quan/ngoai-le/").content.decode()
    book = load_workbook(io.BytesIO(client.get("/tong-quan/ngoai-le.xlsx").content))
    first = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert first[0][0] == "Ngoại lệ, tính đến 10/11/2026"
    assert first[3][:3] == ["Sở Y tế", 1, 40]
    names = [each.title.partition(". ")[2] for each in book.worksheets]
    assert names[0] == "Cơ quan có việc quá hạn"
    assert all(name.split(":")[0] in page for name in names)
    letter = docx.Document(io.BytesIO(client.get("/tong-quan/ngoai-le.docx").content))
    words = "\n".join(each.text for each in letter.paragraphs)
    assert "Những việc cần quyết định, tính đến ngày 10/11/2026" in words
    assert "I. CƠ QUAN CÓ VIỆC QUÁ HẠN: 1 VIỆC" in words
    cells = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    assert {"Sở Y tế", "Trễ", "Leader: Làm gấp"} <= set(cells)


def test_the_sheet_holds_all_that_the_page_counts(
    cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    monkeypatch.setattr(exceptions_export, "IN_LETTER", SHOWN + 1)
    monkeypatch.setattr(exceptions, "AT_ONCE", 5)
    for each in range(SHOWN + 2):
        arranging.create_task(
            text=f"Trễ {each}", owed=owed, by=cast.office, now=NOW, deadline=TODAY - 60 * DAY, product="x"
        )
    client = signed_in(cast.office)
    book = load_workbook(io.BytesIO(client.get("/tong-quan/ngoai-le.xlsx").content))
    said = [row[0].value for row in book.worksheets[1].iter_rows()]
    assert said[1] == f"Quá hạn nghiêm trọng: {SHOWN + 2} nhiệm vụ"
    assert said[3:] == [f"Trễ {each}" for each in range(SHOWN + 2)]
    letter = docx.Document(io.BytesIO(client.get("/tong-quan/ngoai-le.docx").content))
    assert "Và 1 nhiệm vụ khác, có đủ trong tệp Excel." in [each.text for each in letter.paragraphs]
    assert len(letter.tables[-2].rows) == 1 + SHOWN + 1


def test_agencies_without_room_are_said(cast: Cast, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exceptions, "AGENCIES", 1)
    for n, agency in enumerate((cast.health, cast.health, cast.finance)):
        owed = [Owed(AssignmentRole.LEAD, agency)]
        arranging.create_task(
            text=f"Trễ {n}", owed=owed, by=cast.office, now=NOW, deadline=TODAY - 60 * DAY, product="x"
        )
    client = signed_in(cast.leader)
    page = client.get("/tong-quan/ngoai-le/").content.decode()
    assert "Và 1 cơ quan khác" in page
    assert "việc quá hạn của Sở Tài chính" not in page
    book = load_workbook(io.BytesIO(client.get("/tong-quan/ngoai-le.xlsx").content))
    assert [row[0].value for row in book.worksheets[0].iter_rows()][3:5] == ["Sở Y tế", "Sở Tài chính"]
