"""A unit that a paper declares under its title is that of its bare amounts."""

import pytest

import dondoc

TITLE = "BÁO CÁO\nTình hình giải ngân vốn đầu tư công 10 tháng năm 2023\n"
PROSE = (
    "Tổng kế hoạch vốn giao năm 2023: 6.182,47; gồm vốn năm 2023: 5.014,22; vốn kéo dài: 1.168,25.\n\n"
    "Riêng tháng 10 giải ngân 402,1. Ngân sách tỉnh: 2.703,16/5.014,22 = 53,91%.\n"
)


def told(source: str) -> list[tuple[str, str | None, str | None]]:
    """The figures of ``source``: as written, their value and their unit."""
    facts = dondoc.extract(dondoc.read(source.encode()))
    return [(facts.text[one.span], str(one.value), one.unit) for one in facts.quantities]


@pytest.mark.parametrize(
    "declared",
    ["(Đơn vị: tỷ đồng, số liệu đến hết 31/10/2023)", "Đơn vị tính: Tỷ đồng", "ĐVT: tỷ đồng.", "*(Đ.v.t: tỷ đồng)*"],
)
def test_bare_amounts_take_it(declared: str) -> None:
    amounts = [(written, unit) for written, _, unit in told(f"{TITLE}{declared}\n\n{PROSE}") if unit != "%"]
    assert amounts == [
        (written, "đồng")
        for written in ("6.182,47", "5.014,22", "1.168,25", "402,1", "2.703,16", "5.014,22")
    ]  # fmt: skip
    assert told(f"{TITLE}{declared}\n\n{PROSE}")[0][1] == "6182470000000.00"


@pytest.mark.parametrize(
    "rest",
    [
        "Có 12 dự án, theo Nghị định số 99/2021/NĐ-CP ngày 11.11.2021, mục 1.2, hệ số 1,15.",
        "Đã giải ngân 402,1 triệu USD, đạt 53,9%.",
    ],
)
def test_other_numbers_do_not(rest: str) -> None:
    assert "đồng" not in [unit for _, _, unit in told(f"{TITLE}ĐVT: tỷ đồng\n\n{rest}\n")]


@pytest.mark.parametrize(
    "source",
    [
        TITLE + PROSE,
        f"{TITLE}Có 12 dự án hoàn thành.\n\nĐVT: tỷ đồng\n\n{PROSE}",
        f"{TITLE}ĐVT: tỷ đồng\n\nSở Y tế | 206,0 | 84,5\nSở Giáo dục | 158,0 | 93,2\n\n{PROSE}",
    ],
)
def test_none_is_declared_for_all(source: str) -> None:
    assert ("402,1", "đồng") not in [(written, unit) for written, _, unit in told(source)]
