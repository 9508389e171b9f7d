"""Formulas of several operations in the heads of tables."""

import pytest

from dondoc.checking import check
from dondoc.checking.review import review
from tests.checking.typed_tables import facts_of

STOCK = (
    ("TT", "Phòng", "Tồn đầu kỳ", "Tiếp nhận", "Đã giải quyết", "Tồn cuối kỳ", "Tỷ lệ giải quyết"),
    ("A", "B", "1", "2", "3", "4=1+2-3", "5=3/(1+2)"),
    ("1", "Phòng Nội vụ", "12", "150", "140", "22", "86,4"),
    ("2", "Phòng Y tế", "5", "60", "61", "4", "93,8"),
    ("3", "Phòng Tư pháp", "7", "80", "77", "10", "88,5"),
)
DONE = (
    ("STT", "Cấp", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tỷ lệ (%)"),
    ("(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=((4)+(5))/(3)*100"),
    ("1", "Cấp tỉnh", "17.910", "17.355", "512", "43", "99,76"),
    ("2", "Cấp huyện", "9.702", "9.320", "361", "21", "99,78"),
    ("3", "Cấp xã", "31.118", "30.210", "895", "13", "99,96"),
)


def found(*rows: tuple[str, ...]) -> list[tuple[str, str, str | None]]:
    facts = facts_of(*rows)
    findings = review(facts, check(facts))
    return [(facts.text[one.span], one.message, one.mend) for one in findings if one.checks]


def with_cell(rows: tuple[tuple[str, ...], ...], row: int, column: int, words: str) -> tuple[tuple[str, ...], ...]:
    cells = [list(one) for one in rows]
    cells[row][column] = words
    return tuple(tuple(one) for one in cells)


@pytest.mark.parametrize("rows", [STOCK, DONE])
def test_a_table_that_keeps_its_formulas_is_silent_and_checked(rows: tuple[tuple[str, ...], ...]) -> None:
    assert found(*rows) == []
    assert sum(one.rule == "table.compound" for one in check(facts_of(*rows))) >= 3


@pytest.mark.parametrize(
    ("rows", "row", "column", "words", "message"),
    [
        (STOCK, 4, 5, "12", "7 + 80 - 77 = 10, văn bản ghi 12"),
        (STOCK, 3, 6, "98,3", "61 / (5 + 60) = 93,8%, văn bản ghi 98,3%"),
        (DONE, 2, 6, "97,96", "(17.355 + 512) / 17.910 = 99,76%, văn bản ghi 97,96%"),
    ],
)
def test_a_result_that_the_formula_does_not_give(
    rows: tuple[tuple[str, ...], ...], row: int, column: int, words: str, message: str
) -> None:
    ((on, said, mend),) = found(*with_cell(rows, row, column, words))
    assert (on, said) == (words, message)
    assert mend is not None
    assert mend.endswith(f"sửa {words} thành {rows[row][column]}")


def test_a_term_that_slipped_is_told_once_where_a_plain_sum_betrays_it() -> None:
    ((on, _, mend),) = found(*with_cell(DONE, 3, 4, "316"))
    assert on == "316"
    assert mend is not None
    assert "sửa 316 thành 361" in mend


def test_a_formula_that_most_rows_do_not_keep_to_claims_nothing() -> None:
    rows: tuple[tuple[str, ...], ...] = STOCK
    for row, words in ((2, "41"), (3, "57"), (4, "63")):
        rows = with_cell(rows, row, 5, words)
    assert not any(one.rule == "table.compound" and one.result == "q4" for one in check(facts_of(*rows)))
    assert not any("+ " in message and "-" in message for _, message, _ in found(*rows))
