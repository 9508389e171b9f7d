"""Lists that offices keep in Excel become tasks, each row with its own answer; what was exported imports unchanged."""

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta

import openpyxl
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains

from dondoc.office.accounts.models import User
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.levels import MOST
from dondoc.office.reminders.models import Notice
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.import_cells import Due, due, names, parted
from dondoc.office.tasks.importing import Line, lines, read_sheet, recognise
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]


def book(*rows: list[object]) -> io.BytesIO:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    packed = io.BytesIO()
    made.save(packed)
    packed.seek(0)
    return packed


LIST: list[list[object]] = [
    ["DANH SÁCH NHIỆM VỤ NĂM 2026"],
    [],
    ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Sản phẩm đầu ra"],
    [1, "Rà soát giường bệnh", "Sở Y tế", "Sở Tài chính; Sở Lạ", datetime(2026, 12, 5), "Báo cáo"],
    [2, "Dự toán", "Sở Tài chính", None, "31/02/2026", None],
    [3, None, "Sở Y tế", None, None, None],
    [4, "Tuyên truyền", "Sở Y tế", None, datetime(1970, 1, 1), None],
    [5, "Kiểm tra", "Sở Y tế\nSở Tài chính", None, "Thường xuyên", None],
    [None, None, None, None, None, None],
]


def read(cast: Cast) -> list[Line]:
    sheet = read_sheet(book(*LIST))
    return lines(sheet, recognise(sheet.heads), TODAY)


def test_each_row_says_what_it_would_become(cast: Cast) -> None:
    first, second, third, fourth, fifth = read(cast)
    assert (first.lead, first.coordinating) == (("Sở Y tế",), ("Sở Tài chính", "Sở Lạ"))
    assert (first.deadline, first.product, first.unclear) == (date(2026, 12, 5), "Báo cáo", ("Sở Lạ",))
    assert "không có trong lịch" in second.error
    assert "thiếu nội dung" in third.error
    assert (fourth.deadline, fourth.error) == (None, "")
    assert (fifth.lead, fifth.deadline, fifth.good) == (("Sở Y tế", "Sở Tài chính"), None, True)


@pytest.mark.parametrize(
    ("cell", "day", "words", "recurrence"),
    [
        ("30/12/2026", date(2026, 12, 30), "", ""),
        ("30.12.26", date(2026, 12, 30), "", ""),
        ("12/2026", date(2026, 12, 31), "12/2026", ""),
        ("Quý IV/2026", date(2026, 12, 31), "Quý IV/2026", ""),
        ("Trước 30/11/2026", date(2026, 11, 29), "Trước 30/11/2026", ""),
        ("Hằng tháng trước ngày 25", date(2026, 11, 24), "Hằng tháng trước ngày 25", "monthly"),
        ("Thường xuyên", None, "Thường xuyên", ""),
        ("20/6/2026 hoặc 20/12/2026", None, "20/6/2026 hoặc 20/12/2026", ""),
        ("01/01/1970", None, "", ""),
        ("1970-01-01", None, "", ""),
        ("1899-12-30", None, "", ""),  # a nought in a cell of dates
        ("", None, "", ""),
    ],
)
def test_a_deadline_is_read_as_in_documents(cell: str, day: date | None, words: str, recurrence: str) -> None:
    assert due(cell, TODAY) == Due(day, words, recurrence)


@pytest.mark.parametrize("cell", ["31/02/2026", "2206-05-01", "15/13/2026"])
def test_a_day_that_cannot_be_meant_is_an_error(cell: str) -> None:
    assert due(cell, TODAY).error


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Sở Y tế, Sở Tài chính", ("Sở Y tế", "Sở Tài chính")),
        ("- Sở Y tế;\n- Sở Tài chính", ("Sở Y tế", "Sở Tài chính")),
        ("Các Sở: Y tế, Tài chính và UBND các xã, phường", ("Sở Y tế", "Sở Tài chính", "UBND các xã, phường")),
        ("UBND các xã, phường", ("UBND các xã, phường",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Sở Y tế (đồng chí An)", ("Sở Y tế (đồng chí An)",)),
        ("Sở Y tế, ông An, Sở Tài chính", ("Sở Y tế, ông An, Sở Tài chính",)),  # who is it? A person decides
    ],
)
def test_names_are_parted_as_in_documents(cell: str, expected: tuple[str, ...]) -> None:
    assert parted(names(cell), {"UBND các xã, phường"}) == expected


THEIRS: list[list[object]] = [
    ["TT", "Nội dung", "Chủ trì", "Thời hạn", "Số, ký hiệu văn bản", "Chuyên viên theo dõi", "Kết quả thực hiện"],
    ["I", "LĨNH VỰC Y TẾ", None, None, None, None, None],
    [1, "Tập huấn", "Sở Y tế", "Quý IV/2026", "15/TB-UBND", "office", "Đã mở 2 lớp"],
    [2, "Tập huấn", "Sở Tài chính", "Quý IV/2026", "15/TB-UBND", "Người Lạ", None],
    [3, "Tập huấn", "Sở Y tế", "Quý IV/2026", "15/TB-UBND", None, None],
    [4, "Giao ban", "Sở Y tế, Sở Tài chính", "Hằng tháng trước ngày 25", None, None, None],
    [None, "Cộng: 4 nhiệm vụ", None, None, None, None, None],
]


@time_machine.travel(NOW)
def test_nothing_of_a_row_is_lost(cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.leader)
    file = SimpleUploadedFile("theo doi.xlsx", book(*THEIRS).getvalue())
    address = office.post("/nhiem-vu/nhap/", {"file": file})["Location"]
    page = office.get(address)
    assertContains(page, "3 dòng nhập được")
    assertContains(page, "2 dòng chỉ là tên mục")
    assertContains(page, "không rõ người theo dõi “Người Lạ”, ghi là bạn")
    office.post(address)
    first, second, third = Task.objects.order_by("pk")
    assert (first.text, second.text) == ("Tập huấn", "Tập huấn")  # of two agencies: two tasks
    assert (first.follower, second.follower) == (cast.office, cast.leader)
    assert (first.deadline, first.deadline_text, first.legal_basis) == (
        date(2026, 12, 31), "Quý IV/2026", ["15/TB-UBND"],
    )  # fmt: skip
    report = first.reports.get()
    assert (report.text, report.agency) == ("Đã mở 2 lớp", cast.health)
    assert (third.deadline, third.recurrence, third.recurs_on) == (date(2026, 11, 24), "monthly", 24)
    assert [row.agency for row in third.assignments.order_by("position")] == [cast.health, cast.finance]


@time_machine.travel(NOW)
def test_who_follows_many_brought_tasks_is_told_once(cast: Cast, signed_in: SignIn) -> None:
    head: list[object] = ["Nhiệm vụ", "Chủ trì", "Thời hạn", "Chuyên viên theo dõi", "Kết quả thực hiện"]
    rows: list[list[object]] = [
        [f"Việc {number}", "Sở Y tế", "01/12/2026", "office", "Đang làm"] for number in range(MOST + 1)
    ]
    leader = signed_in(cast.leader)
    file = SimpleUploadedFile("a.xlsx", book(head, *rows).getvalue())
    leader.post(leader.post("/nhiem-vu/nhap/", {"file": file})["Location"])
    (notice,) = Notice.objects.filter(person=cast.office)
    assert notice.number == MOST + 1


@time_machine.travel(NOW)
@pytest.mark.parametrize("text", ["Việc  hai khoảng trắng", "Việc\nhai dòng", "=Việc có dấu bằng"])
def test_words_as_they_are_import_again_unchanged(cast: Cast, signed_in: SignIn, text: str) -> None:
    arranging.create_task(text=text, owed=[Owed(AssignmentRole.LEAD, cast.health)], by=cast.office, now=NOW)
    office = signed_in(cast.office)
    exported = office.get("/nhiem-vu/xuat-excel/?du-cot=1").content
    again = office.post("/nhiem-vu/nhap/", {"file": SimpleUploadedFile("a.xlsx", exported)})["Location"]
    assertContains(office.get(again), "1 dòng đã có")


@time_machine.travel(NOW)
def test_a_task_that_is_here_by_another_day_is_told(cast: Cast, signed_in: SignIn) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    arranging.create_task(text="Dự toán", owed=owed, by=cast.office, now=NOW, deadline=TODAY)
    rows: list[list[object]] = [["Nhiệm vụ", "Chủ trì", "Thời hạn"], ["Dự toán", "Sở Y tế", "01/12/2026"]]
    office = signed_in(cast.office)
    again = office.post("/nhiem-vu/nhap/", {"file": SimpleUploadedFile("a.xlsx", book(*rows).getvalue())})["Location"]
    assertContains(office.get(again), "đã có nhiệm vụ này với hạn khác")


@pytest.mark.parametrize("rows", [[["A", "B"], ["x", "y"]], [[]], [["Họ và tên", "Ngày sinh"], ["An", "1990"]]])
def test_a_sheet_without_tasks_is_refused(rows: list[list[object]]) -> None:
    with pytest.raises(Refusal, match="tiêu đề"):
        read_sheet(book(*rows))


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal, match="Không mở được"):
        read_sheet(io.BytesIO(content))


@time_machine.travel(NOW)
def test_good_rows_are_brought_in_and_the_errors_handed_back(cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    file = SimpleUploadedFile("theo doi.xlsx", book(*LIST).getvalue())
    address = office.post("/nhiem-vu/nhap/", {"file": file})["Location"]
    page = office.get(address)
    assertContains(page, "3 dòng nhập được")
    assertContains(page, 'class="dd-filters open"')  # on a phone too one says which column is what
    errors = openpyxl.load_workbook(io.BytesIO(office.get(address + "?loi=xlsx").content)).active
    assert errors is not None
    assert [row[0] for row in errors.iter_rows(min_row=2, values_only=True)] == [5, 6]  # as Excel numbers them
    office.post(address)
    assert sorted(Task.objects.values_list("text", flat=True)) == ["Kiểm tra", "Rà soát giường bệnh", "Tuyên truyền"]
    assert signed_in(cast.leader).get(address).status_code == 404
    office.post(address)
    assert Task.objects.count() == 3


@time_machine.travel(NOW)
def test_a_person_may_say_which_column_is_what(cast: Cast, signed_in: SignIn) -> None:
    office = signed_in(cast.office)
    rows: list[list[object]] = [["Nhiệm vụ", "Thời hạn", "Ghi chú"], ["Dọn kênh", "01/12/2026", "Kênh số 5 phải dọn"]]
    file = SimpleUploadedFile("a.xlsx", book(*rows).getvalue())
    address = office.post("/nhiem-vu/nhap/", {"file": file})["Location"]
    office.post(address + "?cot=1&text=2&deadline=1")
    assert Task.objects.get().text == "Kênh số 5 phải dọn"


@time_machine.travel(NOW)
def test_what_was_exported_imports_again_unchanged(cast: Cast, signed_in: SignIn) -> None:
    owed = [Owed(AssignmentRole.LEAD, cast.health), Owed(AssignmentRole.LEAD, group=cast.communes)]
    owed.append(Owed(AssignmentRole.COORDINATING, cast.finance))
    for number in range(5):
        arranging.create_task(
            text=f"Việc {number}", owed=owed, by=cast.office, now=NOW, deadline=TODAY + timedelta(days=number),
            product="Báo cáo",
        )  # fmt: skip
    office = signed_in(cast.office)
    exported = office.get("/nhiem-vu/xuat-excel/?du-cot=1&nhom=tinh-trang&cot=han").content
    again = office.post("/nhiem-vu/nhap/", {"file": SimpleUploadedFile("a.xlsx", exported)})["Location"]
    assertContains(office.get(again), "5 dòng đã có")
    before = list(Task.objects.order_by("text").values_list("text", "deadline", "product"))
    Task.objects.all().delete()
    office.post(again)
    assert list(Task.objects.order_by("text").values_list("text", "deadline", "product")) == before
    rows = Task.objects.order_by("text")[0].assignments.order_by("position")
    assert [row.name for row in rows] == ["Sở Y tế", "UBND các xã, phường", "Sở Tài chính"]
