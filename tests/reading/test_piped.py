"""Tables typed with upright strokes into a plain text."""

from dondoc.extraction import extract
from dondoc.reading.plain import read_plain

ROWS = """BÁO CÁO
Công tác y tế 6 tháng đầu năm 2021

Kết quả thực hiện:

| Chỉ tiêu | Kế hoạch 2021 | Thực hiện 6 tháng |
|---|---|---|
| Số bác sĩ/vạn dân | 15,2 | 15,4 |
| Thu ngân sách (tỷ đồng) | 120 | 78,5 |

Trạm y tế đã khám bệnh 512 lượt người.
"""
TASKS = """| Nhiệm vụ | Cơ quan chủ trì | Thời hạn |
|---|---|---|
| Rà soát hồ sơ | Sở Y tế | Quý III |
| Công khai danh sách | Sở Nội vụ | Quý IV |
"""


def test_rows_of_figures_are_a_table() -> None:
    text = read_plain(ROWS)
    (table,) = text.tables
    assert [text[cell.span] for cell in table.cells if cell.row == 1] == ["Số bác sĩ/vạn dân", "15,2", "15,4"]
    assert text[table.span].startswith("| Chỉ tiêu")
    assert text[table.span].endswith("78,5 |")


def test_its_figures_have_the_row_as_name_and_the_column_as_role() -> None:
    told = {(f"{one.value:f}", one.role, one.indicator) for one in extract(read_plain(ROWS)).quantities}
    assert ("15.2", "plan", "Số bác sĩ/vạn dân") in told
    assert ("120000000000", "plan", "Thu ngân sách") in told


def test_what_follows_is_no_task_of_a_heading_of_aims() -> None:
    assert extract(read_plain(ROWS)).directives == ()


def test_rows_without_figures_stay_paragraphs() -> None:
    assert read_plain(TASKS).tables == ()


def test_a_single_row_or_a_stroke_in_a_sentence_is_no_table() -> None:
    assert read_plain("| Thu | 120 | 78 |\n\nHai bên A | B cùng ký 12 | 14.").tables == ()
