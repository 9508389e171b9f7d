"""What words and places claim although the arithmetic does not hold, and what others show to be no claim."""

import pytest

from tests.checking.slipped_lines import checks_of, is_flagged, written, wrong

# The figure in [brackets] is the one that slips: [as it is|as it is miswritten].
SLIPS = [
    ("Kế hoạch giao 1.200 tỷ đồng, đã giải ngân 875 tỷ đồng cho 236 dự án, còn được giải ngân [325|352] tỷ đồng.", 0),
    ("Tổng dự toán 42.186 triệu đồng. Đã chi 36.812 triệu đồng, số chưa chi [5.374|5.734] triệu đồng.", 0),
    ("Phát hiện 46 vụ, 58 đối tượng, so với cùng kỳ tăng 9 vụ, 11 đối tượng ([37|31] vụ, 47 đối tượng).", 0),
    (
        "Phạt 143 vụ với 1.286 triệu đồng, tăng 27 vụ và 312 triệu đồng so với cùng kỳ (116 vụ, [974|474] triệu đồng).",
        0,
    ),
    ("Công suất giường bệnh 108,4%, tăng 3,2% so với cùng kỳ năm trước là [105,2|102,5]%.", 0),
    ("Tổng dư nợ 4.268 tỷ đồng: hộ nghèo 612 tỷ đồng (14,3%), cận nghèo 845 tỷ đồng ([19,8|89,8]%).", 1),
    (
        "Có 956 doanh nghiệp với vốn 8.640 tỷ đồng, giảm 6,6% về số doanh nghiệp (cùng kỳ [1.024|1.042] doanh nghiệp).",
        2,
    ),
    (
        "Vi phạm được phát hiện là 7.005,42 triệu đồng, đã kiến nghị thu hồi [1.125|7.125] triệu đồng, kiến nghị khác "
        "5.880,42 triệu đồng.",
        3,
    ),
    (
        "Bắt 242 vụ, 344 đối tượng. Đã khởi tố 179 vụ, 251 bị can, xử lý hành chính [31|38] vụ, đang điều tra 32 vụ.",
        3,
    ),
]
KINDS = ("difference", "ratio", "growth", "sum")


@pytest.mark.parametrize(("line", "kind"), SLIPS)
def test_slip_is_flagged(line: str, kind: int) -> None:
    assert is_flagged(line, KINDS[kind])
    assert not wrong(checks_of(written(line, slipped=False)))


NO_CLAIMS = [
    "Gieo trồng 486/495 ha, đạt 98,2% kế hoạch. Trong đó: lúa 312 ha, ngô 96,5 ha, rau màu 77,5 ha.",
    "Phải thi hành 9.486 việc, trong đó có 7.628 việc có điều kiện, chiếm 80,41%; 1.858 việc chưa có điều kiện thi "
    "hành. Đã thi hành xong 5.914 việc, đạt tỷ lệ 77,53% trên số có điều kiện.",
    "Tổng thu 1.284,6 tỷ đồng. Không kể tiền đất 236,4 tỷ đồng, số thu đạt 1.048,2 tỷ đồng. Các khoản thu gồm: thuế "
    "ngoài quốc doanh 412,8 tỷ đồng (chiếm 32,1% tổng thu), lệ phí 188,5 tỷ đồng (14,7%), phí 154,1 tỷ đồng (12,0%).",
    "Làm 15 người bị nạn, trong đó 03 người chết, 05 người bị thương nặng, 07 người bị thương nhẹ; so với cùng kỳ giảm "
    "04 vụ (cùng kỳ 18 vụ), giảm 02 người chết (cùng kỳ 5 người).",
    "Tổng diện tích gieo trồng 412,6 ha. Trong đó: cây lương thực 251,4 ha, rau màu 120 ha, cây khác 41,2 ha; cây "
    "lâu năm 196,3 ha.",
    "Lợi nhuận năm 2021 (167 tỷ đồng), năm 2022 (143 tỷ đồng), năm 2023 (101 tỷ đồng), tổng tài sản 1.478 tỷ đồng.",
]


@pytest.mark.parametrize("line", NO_CLAIMS)
def test_what_others_tell_otherwise_is_no_slip(line: str) -> None:
    assert not wrong(checks_of(line))


def test_a_list_that_comes_near_its_whole_stays_wrong() -> None:
    line = "Có 190 trường đạt chuẩn. Trong đó, mầm non 43 trường, tiểu học 109 trường, THCS 38 trường và THPT 9 trường."
    assert [one.verdict for one in checks_of(line) if one.kind == "sum"] != ["consistent"]


def test_parts_with_plans_of_their_own_are_parts_all_the_same() -> None:
    line = """Thu ngân sách 8 tháng 58,316 tỷ đồng, đạt 91,2% dự toán, gồm:

+ Thuế ngoài quốc doanh: 17,905 tỷ đồng/19,2 tỷ đồng, đạt 93,26%;

+ Lệ phí trước bạ: 11,37 tỷ đồng/15 tỷ đồng, đạt 75,8%;

+ Các khoản còn lại: [29,041|92,041] tỷ đồng."""
    assert [one.verdict for one in checks_of(written(line, slipped=False)) if one.kind == "sum"] == ["consistent"]
    assert [one.verdict for one in checks_of(written(line, slipped=True)) if one.kind == "sum"] == ["inconsistent"]
