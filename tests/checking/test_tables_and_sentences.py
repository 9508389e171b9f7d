"""What a sentence tells beside what its table and its footnote tell."""

from dondoc.checking import check
from dondoc.checking.finding import Finding
from dondoc.checking.review import review
from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.text import Block, Cell, OffsetMap, Span, Table, Text

ROWS = (
    ("Nội dung thu", "Dự toán năm 2024", "Thực hiện tháng 10", "Lũy kế 10 tháng"),
    ("TỔNG THU NSNN", "616.500", "45.830", "479.985"),
    ("Thu nội địa", "412.000", "31.250", "338.610"),
    ("Thu tiền sử dụng đất", "180.000", "12.400", "121.500"),
    ("Thu khác ngân sách", "24.500", "2.180", "19.875"),
)
TITLE = "BÁO CÁO\nTình hình kinh tế - xã hội tháng 10 năm 2024\n"


def found(sentence: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> list[tuple[str, str, str | None]]:
    content = f"{TITLE}{sentence}\nĐVT: triệu đồng\n"
    above = [Block("paragraph", Span(0, 7)), Block("paragraph", Span(8, len(TITLE) - 1))]
    above.append(Block("paragraph", Span(len(TITLE), len(TITLE) + len(sentence))))
    cells: list[Cell] = []
    blocks, start = above, len(content)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            span = Span(len(content), len(content) + len(words))
            cells.append(Cell(number, column, span))
            blocks.append(Block("cell", span))
            content += f"{words}\n"
    tables = (Table(Span(start, len(content)), tuple(cells)),)
    text = Text(content, tuple(blocks), content, OffsetMap.identity(len(content)), tables=tables)
    return told(extract(text))


def told(facts: Facts) -> list[tuple[str, str, str | None]]:
    findings: list[Finding] = review(facts, check(facts))
    return [(one.rule, facts.text[one.span], one.mend) for one in findings if one.rule.startswith("SL")]


def test_a_total_in_short_is_the_total_in_full() -> None:
    line = "Thu ngân sách nhà nước trên địa bàn huyện tháng 10 đạt {} triệu đồng."
    assert found(line.format("45.830")) == []
    ((rule, words, mend),) = found(line.format("48.530"))
    assert (rule, words) == ("SL105", "48.530 triệu đồng")
    assert mend == "nếu bảng đúng thì sửa 48.530 triệu đồng thành 45.830 triệu đồng"


SUMMED = (
    "Lũy kế 10 tháng thu ngân sách đạt 479.985 triệu đồng, gồm: thu nội địa {} triệu đồng; thu tiền sử dụng đất "
    "121.500 triệu đồng; thu khác ngân sách 19.875 triệu đồng."
)


def test_the_table_says_what_the_part_of_a_sum_should_be() -> None:
    assert found(SUMMED.format("338.610")) == []
    ((_, words, mend),) = found(SUMMED.format("336.810"))
    assert words == "336.810 triệu đồng"
    assert mend is not None
    assert "sửa 336.810 triệu đồng thành 338.610 triệu đồng" in mend


def test_a_sentence_that_adds_up_blames_the_table() -> None:
    rows = [list(row) for row in ROWS[:3]]
    rows[2][3] = "383.610"
    rows[1][3] = ""
    findings = found(SUMMED.format("338.610"), tuple(tuple(row) for row in rows))
    assert ("SL105", "383.610", "câu cộng khớp nên sửa 383.610 thành 338.610") in findings
