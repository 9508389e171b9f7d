"""Broken relations as findings: one for each cause, on the words to mend, with the smallest mend."""

import pytest

from tests.checking.found_lines import read


def shown(line: str) -> list[tuple[str, str, str, str | None]]:
    facts, findings = read(line)
    return [(one.rule, facts.text[one.span], one.severity, one.mend) for one in findings if one.checks]


MENDED = [
    (
        "Tổng nợ 26,271 tỷ đồng (trong đó nợ có khả năng thu 25,268 tỷ đồng, nợ khó thu 11,003 tỷ đồng).",
        "SL101",
        "25,268 tỷ đồng",
        "sửa 25,268 tỷ đồng thành 15,268 tỷ đồng: 15,268 + 11,003 = 26,271 tỷ đồng; "
        "hoặc sửa 26,271 tỷ đồng thành 36,271 tỷ đồng",
    ),
    (
        "Giải ngân 4.521 tỷ đồng/7.800 tỷ đồng, đạt 75,96%.",
        "SL102",
        "75,96%",
        "sửa 75,96% thành 57,96%: 4.521 / 7.800 tỷ đồng = 57,96%",
    ),
    (
        "Thực hiện 7.800 ha/4.521 ha, đạt 57,96%.",
        "SL102",
        "57,96%",
        "đổi chỗ hai số: 4.521 / 7.800 = 57,96%",
    ),
    (
        "Sản lượng đạt 318,77 tấn, tăng 26,35 tấn so tháng trước (+9,91%).",
        "SL104",
        "+9,91%",
        "sửa +9,91% thành 9,01%: 26,35 / (318,77 - 26,35) = 9,01%",
    ),
    (
        "Kim ngạch 465,9 triệu USD, kế hoạch 896 triệu USD, đạt 5200% kế hoạch.",
        "SL102",
        "5200%",
        "sửa 5200% thành 52%: 465,9 / 896 triệu USD = 52%",
    ),
]


@pytest.mark.parametrize(("line", "rule", "words", "mend"), MENDED)
def test_the_mend_stands_on_the_words_to_change(line: str, rule: str, words: str, mend: str) -> None:
    assert shown(line) == [(rule, words, "error", mend)]


def test_one_wrong_figure_in_two_sums_is_one_finding() -> None:
    line = "Sản lượng 462.400 tấn, đạt 82% kế hoạch (520.000 tấn); trong đó nuôi 291.700 tấn, khai thác 134.700 tấn."
    facts, findings = read(line)
    (finding,) = [one for one in findings if one.checks]
    assert facts.text[finding.span] == "462.400 tấn"
    assert finding.mend == "sửa 462.400 tấn thành 426.400 tấn thì cả 2 phép tính đều khớp"
    assert len(finding.checks) == 2
    assert "291.700 + 134.700 = 426.400" in finding.message
    assert len(finding.related) == 4


def test_a_whole_that_is_written_twice_is_told_once() -> None:
    line = "Gieo trồng 607,5/607,5 ha. Trong đó: lúa 406,5 ha, rau 189 ha, cây khác 6 ha, hoa 2 ha."
    (finding,) = [one for one in read(line)[1] if one.checks]
    assert finding.message == "406,5 + 189 + 6 + 2 = 603,5 ha, văn bản ghi 607,5 ha"
    assert "phép tính" not in (finding.mend or "")


def test_a_confirmed_figure_is_not_blamed() -> None:
    line = "Trồng 2.500 ha, gồm: lúa 1.500 ha, tăng 500 ha (tăng 50%) so với cùng kỳ; ngô 1.100 ha."
    mended = [(words, mend) for _, words, _, mend in shown(line)]
    assert mended == [
        ("1.100 ha", "sửa 1.100 ha thành 1.000 ha: 1.500 + 1.000 = 2.500 ha; hoặc sửa 2.500 ha thành 2.600 ha")
    ]


def test_a_doubtful_relation_never_looks_like_an_error() -> None:
    line = (
        "Phát hiện 248 trường hợp vi phạm, qua đó nhắc nhở 164 trường hợp, lập biên bản 74 trường hợp, xử phạt 24 "
        "trường hợp."
    )
    assert [(severity, mend) for _, _, severity, mend in shown(line)] == [("doubtful", None)]


def test_causes_hold_no_offsets() -> None:
    line = "Giải ngân 4.521 tỷ đồng/7.800 tỷ đồng, đạt 75,96%."
    before = [one.cause for one in read(line)[1]]
    after = [one.cause for one in read("Tình hình chung ổn định.\n\n" + line)[1]]
    assert before == after
    assert len(before) == 1


def test_the_same_slip_twice_has_two_causes() -> None:
    line = "Giải ngân 4.521 tỷ đồng/7.800 tỷ đồng, đạt 75,96%.\n\n"
    causes = [one.cause for one in read(line * 2)[1] if one.checks]
    assert len(causes) == len(set(causes)) == 2


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        (
            "Xuất khẩu 1.042 triệu USD; nhập khẩu 897 triệu USD; xuất siêu 154 triệu USD.",
            "sửa 154 triệu USD thành 145 triệu USD: 1.042 - 897 = 145 triệu USD",
        ),
        ("Thu lệ phí 11,37 tỷ đồng/15 tỷ đồng, đạt 78,50%.", "sửa 78,50% thành 75,80%: 11,37 / 15 tỷ đồng = 75,8%"),
        (
            "Vốn 19.250 triệu đồng, gồm: tỉnh 6.200 triệu đồng; huyện 8.750 triệu đồng; xã 4.800 triệu đồng.",
            "sửa 8.750 triệu đồng thành 8.250 triệu đồng: 6.200 + 8.250 + 4.800 = 19.250 triệu đồng; hoặc sửa "
            "19.250 triệu đồng thành 19.750 triệu đồng; hoặc sửa 4.800 triệu đồng thành 4.300 triệu đồng",
        ),
    ],
)
def test_mend_is_the_nearest_and_written_as_the_text_writes(line: str, mend: str) -> None:
    assert [finding.mend for finding in read(line)[1] if finding.checks] == [mend]


def test_a_fall_is_mended_as_it_is_written() -> None:
    _, findings = read("Bán được 3.465 căn, giảm 32,8% so với 5.136 căn cùng kỳ năm 2017.")
    (finding,) = [one for one in findings if one.checks]
    assert finding.mend is not None
    assert finding.mend.startswith("sửa 32,8% thành 32,5%")


def test_the_figure_whose_mend_breaks_another_sum_is_not_blamed() -> None:
    line = (
        "Tổng thu 3.923 tỷ đồng, gồm: thu nội địa 3.374 tỷ đồng (thu thuế 2.641 tỷ đồng, thu tiền sử dụng đất 733 tỷ "
        "đồng), thu xuất nhập khẩu 558 tỷ đồng."
    )
    (finding,) = shown(line)
    assert finding[1] != "3.374 tỷ đồng"
    assert finding[3] is not None
    assert "3.374 tỷ đồng thành" not in finding[3]


def test_what_is_worked_out_may_be_mended_instead_of_what_slipped() -> None:
    line = "Lũy kế cấp 214 giấy phép, tăng 9 giấy phép so với cùng kỳ (195 giấy phép)."
    (finding,) = shown(line)
    assert finding[3] is not None
    assert finding[3].endswith("nếu các số còn lại đúng thì sửa 9 giấy phép thành 19 giấy phép")


def test_of_two_figures_that_mend_all_the_one_that_slipped_is_told() -> None:
    line = "Tiếp nhận 1.024 hồ sơ đất đai, đã giải quyết 978 hồ sơ, đạt 96,4%; 37 hồ sơ đang trong thời hạn giải quyết."
    (finding,) = shown(line)
    assert finding[1] == "978 hồ sơ"
    assert finding[3] == "sửa 978 hồ sơ thành 987 hồ sơ thì cả 2 phép tính đều khớp"


def test_more_kinds_than_there_are_of_all() -> None:
    line = "Trong 11 nhóm hàng hóa, có 08 nhóm tăng giá, {} nhóm giảm giá, 01 nhóm giá ổn định."
    assert shown(line.format("02")) == []
    assert [one[:1] + one[2:3] for one in shown(line.format("03"))] == [("SL101", "error")]
