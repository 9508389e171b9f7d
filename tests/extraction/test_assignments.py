"""Tables that share out work, as a plan's annex has them; and tables that do not."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.reading import read

HEAD = ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm")
GROUP = ("I", "HẠ TẦNG SỐ", "", "", "", "")
FIRST = ("1", "Nâng cấp trung tâm dữ liệu", "Sở Xây dựng", "Sở Tài chính; UBND các xã", "Quý II/2024", "Báo cáo")
SECOND = ("2", "Xây dựng quy chế an toàn thông tin", "Công an tỉnh", "", "Trước 30/6/2024", "Quyết định")


def facts_of(folder: Path, rows: list[tuple[str, ...]]) -> Facts:
    document = docx.Document()
    for line in ("KẾ HOẠCH", "Chuyển đổi số năm 2024", "Số: 12/KH-UBND ngày 05 tháng 3 năm 2024", "I. PHỤ LỤC"):
        document.add_paragraph(line)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, words in enumerate(rows):
        for column, cell in enumerate(words):
            table.cell(row, column).text = cell
    path = folder / "plan.docx"
    document.save(str(path))
    return extract(read(path))


def test_a_row_is_a_task_with_what_its_columns_say(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, [HEAD, GROUP, FIRST, SECOND])
    found = [
        (
            facts.text[one.span],
            "; ".join(agency.name for agency in one.lead),
            "; ".join(agency.name for agency in one.coordinating),
            one.deadline.by.isoformat() if one.deadline and one.deadline.by else None,
            facts.text[one.product] if one.product else None,
        )
        for one in facts.directives
    ]
    assert found == [
        ("Nâng cấp trung tâm dữ liệu", "Sở Xây dựng", "Sở Tài chính; UBND các xã", "2024-06-30", "Báo cáo"),
        ("Xây dựng quy chế an toàn thông tin", "Công an tỉnh", "", "2024-06-29", "Quyết định"),
    ]
    assert {one.rule for one in facts.directives} == {"directive.assignment"}


@pytest.mark.parametrize(
    "head",
    [
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "So sánh"),
        ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Kết quả thực hiện", "Ghi chú"),
        ("TT", "Nội dung", "Kinh phí", "Nguồn vốn", "Thời gian", "Ghi chú"),
    ],
    ids=["figures", "results", "money"],
)
def test_other_tables_share_out_nothing(tmp_path: Path, head: tuple[str, ...]) -> None:
    assert facts_of(tmp_path, [head, FIRST, SECOND]).directives == ()


def test_a_cell_that_claims_a_million_rows_costs_no_more_than_another(tmp_path: Path) -> None:
    page = "<table><tr>" + "".join(f"<td>{words}</td>" for words in HEAD) + "</tr>"
    page += "<tr>" + "".join(f"<td>{words}</td>" for words in FIRST) + "</tr></table>"
    text = read(page.encode(), name="plan.html")
    (table,) = text.tables
    wide = tuple(replace(cell, rowspan=10**9, colspan=10**9) if cell.row == 1 else cell for cell in table.cells)
    facts = extract(replace(text, tables=(replace(table, cells=wide),)))
    assert [agency.name for agency in facts.directives[0].lead] == ["Sở Xây dựng"]
