"""Appendices that add up stay silent; one slip in them is found, at its cell, once."""

import random
from pathlib import Path

import pytest

import dondoc
from dondoc.checking.causes import find as find_causes
from dondoc.checking.finding import Finding
from dondoc.checking.scene import read_scene
from dondoc.facts import Check, Facts
from tests.extraction.tables.appendices import (
    ALL,
    BUDGET,
    COMPLAINTS,
    DISBURSED,
    DISEASE,
    ECONOMY,
    RETAIL,
    Appendix,
    Value,
    as_docx,
    as_xlsx,
)
from tests.extraction.tables.more_appendices import ACCIDENTS, ALLOCATED, HARVEST, MID_TERM, MORE

EVERY = ALL | MORE


def checked(path: Path) -> tuple[Facts, list[Check]]:
    facts = dondoc.extract(dondoc.read(path))
    return facts, dondoc.check(facts)


def findings(tmp_path: Path, appendix: Appendix) -> list[tuple[str, Finding]]:
    """Address and finding of everything that does not hold."""
    facts, checks = checked(as_xlsx(tmp_path / "a.xlsx", appendix))
    return [
        ((facts.text.place_of(one.span) or "").rpartition("!")[2], one)
        for one in find_causes(read_scene(facts), checks)
    ]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("write", [as_xlsx, as_docx])
def test_an_appendix_that_adds_up_is_silent(tmp_path: Path, name: str, write: object) -> None:
    path = tmp_path / ("a.xlsx" if write is as_xlsx else "a.docx")
    assert callable(write)
    _, checks = checked(write(path, EVERY[name]))
    assert [one.reason for one in checks if one.verdict != "consistent"] == []
    assert checks or name == "indexes"  # nothing in it can be worked out


def test_how_much_of_a_table_takes_part_in_a_check(tmp_path: Path) -> None:
    for name, least in {"economy": 0.6, "disbursed": 1.0, "complaints": 1.0, "disease": 1.0, "budget": 0.7}.items():
        facts, checks = checked(as_xlsx(tmp_path / "a.xlsx", ALL[name]))
        used = {ref for one in checks for ref in (*one.args, one.result) if ref}
        assert len(used) / len(facts.quantities) >= least, name


PLANTED = [
    (DISBURSED, 5, 3, 69_240, "D10"),  # one part of two sums
    (DISBURSED, 3, 2, 752_755, "C8"),  # the grand total
    (DISBURSED, 6, 8, 16.06, "I11"),  # a share
    (ECONOMY, 9, 8, 49.0, "I14"),  # a share by the formula of its column
    (ECONOMY, 5, 3, 45_100, "D10"),  # one part of a group
    (BUDGET, 4, 2, 8_500, "C8"),  # a subtotal
    (COMPLAINTS, 2, 4, 71, "E6"),  # a count
    (COMPLAINTS, 3, 6, 3, "G7"),  # what is left
    (DISEASE, 3, 7, 53.21, "H6"),  # a growth
    (DISEASE, 3, 6, 52, "G6"),  # a rise
    (ALLOCATED, 4, 2, 3_100, "C8"),  # a subtotal of a group without figures
    (MID_TERM, 6, 4, 351, "E10"),  # a figure under two formulas and a group
    (ACCIDENTS, 6, 3, 17, "D9"),  # a rise
    (HARVEST, 3, 6, 69.0, "G7"),  # a share of the second crop
    (RETAIL, 4, 4, 130.82, "E8"),  # an index
    (RETAIL, 6, 2, 1_724.1, "C10"),  # a part of the total that an index is of
]


@pytest.mark.parametrize(("appendix", "row", "column", "value", "address"), PLANTED)
def test_one_slip_is_one_finding_at_its_cell(
    tmp_path: Path, appendix: Appendix, row: int, column: int, value: float, address: str
) -> None:
    found = findings(tmp_path, appendix.changed(row, column, value))
    assert [(place, one.severity) for place, one in found] == [(address, "error")]
    assert address in found[0][1].message or "ô " in found[0][1].message


def test_a_part_above_its_whole_is_doubtful(tmp_path: Path) -> None:
    found = findings(tmp_path, BUDGET.changed(11, 2, 7_200).changed(11, 4, 17.9))
    assert [(place, one.severity) for place, one in found] == [("C15", "doubtful")]
    assert "lớn hơn tổng" in found[0][1].message


def test_groups_whose_rows_are_no_parts_are_left_alone(tmp_path: Path) -> None:
    rows = (
        ("STT", "Chỉ tiêu", "Năm 2024", "Năm 2025"),
        ("I", "Giáo dục", 120, 124),
        (1, "Số trường đạt chuẩn", 88, 95),
        (2, "Số phòng học xây mới", 240, 265),
        ("II", "Y tế", 14, 15),
        (1, "Số giường bệnh", 2_150, 2_230),
        (2, "Số bác sĩ", 640, 668),
    )
    assert findings(tmp_path, Appendix(("CHỈ TIÊU XÃ HỘI",), rows)) == []


def test_columns_of_unrelated_figures_claim_nothing(tmp_path: Path) -> None:
    rows = (
        ("STT", "Xã", "Số hộ", "Số nhân khẩu", "Số thôn", "Tỷ lệ hộ nghèo (%)"),
        (1, "Xã Tân An", 2_510, 9_830, 12, 3.2),
        (2, "Xã Tân Bình", 1_975, 7_644, 9, 4.1),
        (3, "Xã Tân Hòa", 3_120, 12_480, 15, 2.7),
        (4, "Xã Tân Phú", 2_204, 8_766, 10, 5.5),
    )
    found = findings(tmp_path, Appendix(("DÂN SỐ CÁC XÃ",), rows, formats=((5, "0.0"),)))
    assert found == []


def test_a_formula_in_the_head_that_few_rows_keep_is_not_held_against_them(tmp_path: Path) -> None:
    rows = [list(row) for row in BUDGET.rows]
    for row in rows[3:]:
        row[4] = float(str(row[3])) / 10_000
    broken = Appendix(BUDGET.above, tuple(map(tuple, rows)), BUDGET.merges, BUDGET.formats)
    assert not any(one.rule == "SL102" for _, one in findings(tmp_path, broken))


@pytest.mark.parametrize(("stated", "verdict"), [("5.830", "consistent"), ("5.380", "inconsistent"), ("4.127", None)])
def test_a_sentence_that_states_a_cell_again(tmp_path: Path, stated: str, verdict: str | None) -> None:
    sentence = f"Thu nội địa lũy kế 11 tháng năm 2026 đạt {stated} tỷ đồng."
    above = (*ECONOMY.above, sentence)
    _, checks = checked(as_docx(tmp_path / "a.docx", Appendix(above, ECONOMY.rows, ECONOMY.merges, ECONOMY.formats)))
    assert [one.verdict for one in checks if one.rule == "equal.table"] == ([verdict] if verdict else [])


def test_a_column_of_averages_is_not_added_up(tmp_path: Path) -> None:
    rows = (
        ("STT", "Xã, phường", "Số hộ", "Số người", "Quy mô hộ", "Thu nhập (triệu đồng)"),
        (1, "Xã Vĩnh An", 1_200, 4_920, 4.1, 52.0),
        (2, "Xã Vĩnh Bình", 950, 3_705, 3.9, 48.5),
        (3, "Phường Vĩnh Phú", 2_150, 7_955, 3.7, 71.2),
        (None, "Tổng số", 4_300, 16_580, 3.9, 60.9),
    )
    assert findings(tmp_path, Appendix(("DÂN SỐ, THU NHẬP",), rows, formats=((4, "0.0"), (5, "0.0")))) == []


def test_a_wrong_total_is_found_even_where_it_lies_among_its_parts(tmp_path: Path) -> None:
    found = findings(tmp_path, DISEASE.changed(5, 4, 260))
    assert [place for place, one in found if one.severity == "error"] == ["E8"]


HEADS = (
    "Số hộ",
    "Diện tích (ha)",
    "Kế hoạch",
    "Thực hiện",
    "Tỷ lệ (%)",
    "So cùng kỳ (%)",
    "Lũy kế",
    "Tổng số",
    "Nam",
    "Còn lại",
)


@pytest.mark.parametrize("seed", range(30))
def test_figures_that_have_nothing_to_do_with_each_other_are_silent(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    heads = chance.sample(HEADS, chance.randint(3, 7))
    most = chance.choice([30, 5_000])
    rows: list[tuple[Value, ...]] = [("STT", "Đơn vị", *heads)]
    for number in range(1, chance.randint(4, 14)):
        mark = "I" * (number // 5 + 1) if number % 5 == 1 else number
        figures = [chance.randint(0, 1_300) / 10 if "%" in head else chance.randint(0, most) for head in heads]
        rows.append((mark, f"Phòng nghiệp vụ số {number}", *figures))
    formats = tuple((place, "0.0") for place, head in enumerate(heads, start=2) if "%" in head)
    assert findings(tmp_path, Appendix(("BIỂU SỐ LIỆU",), tuple(rows), formats=formats)) == []
