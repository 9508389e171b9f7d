"""Tables that a page break cut in two, and columns headed "Đơn vị"."""

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.text import Block, Cell, OffsetMap, Span, Table, Text
from tests.checking.typed_tables import facts_of

HEAD = ("STT", "Nội dung", "Kế hoạch", "Thực hiện")
FIRST = (("", "TỔNG SỐ", "616.500", "479.985"), ("1", "Thu nội địa", "412.000", "338.610"))
CUT = ("2", "Thu tiền sử", "180.000", "121.500")
REST = (("", "dụng đất", "", ""), ("3", "Thu khác", "24.500", "19.875"))


def pages(*tables: tuple[tuple[str, ...], ...], between: str = "") -> Facts:
    """The facts of a printed document with ``tables``, one a page."""
    content, blocks, made = "THU NGÂN SÁCH 10 THÁNG NĂM 2024\n", [Block("paragraph", Span(0, 31))], []
    for rows in tables:
        start, cells = len(content), []
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                span = Span(len(content), len(content) + len(words))
                cells.append(Cell(number, column, span))
                blocks += [Block("cell", span)] if words else []
                content += f"{words}\n" if words else ""
        made.append(Table(Span(start, len(content)), tuple(cells)))
        content += between
    source = OffsetMap.identity(len(content))
    return extract(Text(content, tuple(blocks), content, source, tables=tuple(made), format="pdf"))


def sums(facts: Facts) -> list[str]:
    return [one.verdict for one in check(facts) if one.rule == "table.total"]


def test_rows_overleaf_belong_to_the_total() -> None:
    facts = pages((HEAD, *FIRST, ("2", "Thu tiền sử dụng đất", "180.000", "121.500")), (REST[1],))
    assert len(facts.tables) == 1
    assert sums(facts) == ["consistent", "consistent"]


def test_a_row_cut_in_its_name_is_one_row() -> None:
    facts = pages((HEAD, *FIRST, CUT), REST)
    assert "Thu tiền sử dụng đất" in {one.indicator for one in facts.quantities}
    assert sums(facts) == ["consistent", "consistent"]


def test_the_head_printed_again_is_no_new_table() -> None:
    facts = pages((HEAD, *FIRST), (HEAD, ("2", "Thu tiền sử dụng đất", "180.000", "121.500"), REST[1]))
    assert sums(facts) == ["consistent", "consistent"]


def test_words_between_part_two_tables() -> None:
    facts = pages(
        (HEAD, *FIRST), (HEAD, ("1", "Chi đầu tư", "180", "121"), ("2", "Chi khác", "24", "19")), between="Biểu 2\n"
    )
    assert len(facts.tables) == 2


def test_remarks_do_not_make_units_of_offices() -> None:
    rows = (
        ("TT", "Đơn vị", "Số vụ", "Số người", "Ghi chú"),
        ("1", "Công an huyện Vân Hà", "12", "15", ""),
        ("2", "Công an huyện Bình Khê", "10", "11", "giảm 2 vụ"),
        ("3", "Công an thành phố", "21", "30", ""),
        ("", "Cộng", "43", "56", ""),
    )
    facts = facts_of(*rows)
    assert {one.unit for one in facts.quantities} == {"vụ", "người"}
    assert sums(facts) == ["consistent", "consistent"]


def test_units_stand_right_of_the_names_that_they_measure() -> None:
    rows = (
        ("Đơn vị", "Đơn vị tính", "Kế hoạch", "Thực hiện"),
        ("Xã Hòa An", "ha", "12", "15"),
        ("Xã Hòa Bình", "ha", "10", "11"),
        ("Cộng", "ha", "22", "26"),
    )
    assert {one.unit for one in facts_of(*rows).quantities} == {"ha"}
    owned = (
        ("TT", "Danh mục", "Đơn vị", "Kế hoạch", "Giải ngân"),
        ("1", "Trường A", "Sở Y tế", "12", "9"),
        ("2", "Cầu B", "Ban Quản lý dự án", "10", "8"),
    )
    assert {one.unit for one in facts_of(*owned).quantities} == {None}


def test_codes_of_columns_are_no_figures() -> None:
    rows = (
        ("Đơn vị", "Tổng số đơn", "Trong kỳ", "Kỳ trước"),
        ("MS", "1=2+3", "2", "3"),
        ("Thanh tra tỉnh", "64", "58", "6"),
        ("Huyện Vân Hà", "38", "33", "5"),
    )
    assert len(facts_of(*rows).quantities) == 6
