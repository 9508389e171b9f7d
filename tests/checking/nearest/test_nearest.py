"""Relations that no set words tie: found where the arithmetic holds, and left alone where chance would give it."""

import pytest

from dondoc.extraction import extract
from dondoc.facts import Check
from dondoc.reading.plain import read_plain
from tests.checking.slipped_lines import checks_of, wrong

# The relation is the one that comes to the words behind the bar.
SHARES = [
    "Quý I xuất khẩu đạt 86,40 triệu USD. Khu vực trong nước đạt 51,84 triệu USD, tăng 12,6%.\n\nKhu vực có vốn đầu tư "
    "nước ngoài đạt 34,56 triệu USD, giảm 4,1%, chiếm 40% kim ngạch xuất khẩu.|34,56 / 86,4 triệu USD = 40%",
    "Tổng thu 1.284,6 tỷ đồng. Các khoản thu lớn: thuế ngoài quốc doanh 412,8 tỷ đồng (chiếm 32,1% tổng thu), lệ phí "
    "trước bạ 188,5 tỷ đồng (14,7%).|188,5 / 1.284,6 tỷ đồng",
    "Lũy kế đạt 3.600,62 tỷ đồng, giảm 7,28% so với cùng kỳ (3.883,3 tỷ đồng); đạt 28,58% so với kế hoạch năm "
    "(12.600 tỷ đồng).|3.600,62 / 12.600 tỷ đồng",
    "Kế hoạch vốn là 386,5 tỷ đồng. Khối lượng thực hiện 172,8 tỷ đồng, giải ngân 158,6 tỷ đồng, lần lượt đạt 44,7% và "
    "41,0% kế hoạch.|172,8 / 386,5 tỷ đồng",
    "Đã rà soát 412 thủ tục, gồm cấp tỉnh 246 thủ tục, cấp xã 166 thủ tục. Đã đơn giản hóa 96 thủ tục (bằng 23,3%).|"
    "96 / 412",
    "Vốn điều lệ 50 tỷ đồng, công ty nắm giữ 45% vốn - tương ứng số tiền góp là 22,5 tỷ đồng.|22,5 / 50 tỷ đồng",
    "Trung tâm nhận 38.460 hồ sơ, 72,4% nộp qua mạng (27.845 hồ sơ).|27.845 / 38.460 = 72,4%",
    "Tỷ lệ tốt nghiệp 98,6%, với 7.412 em đỗ trên 7.517 em dự thi.|7.412 / 7.517",
    "Đàn dê 8.460 con (dê lai chiếm 62,0%, tương ứng 5.245 con), đàn cừu 1.930 con.|5.245 / 8.460",
    "Huy động 12.640 tỷ đồng; dư nợ cho vay 18.935 tỷ đồng; nợ xấu 0,87%, tức khoảng 165 tỷ đồng.|165 / 18.935 tỷ đồng",
    "Số thu đạt 87,3% dự toán, tương đương 4.191 tỷ đồng, so với chỉ tiêu được giao là 4.800 tỷ đồng.|4.191 / 4.800",
    "Tỷ lệ thu hồi đạt 93,4% (kiến nghị 142,6 tỷ đồng, đã thu 133,2 tỷ đồng).|133,2 / 142,6 tỷ đồng",
    "Tổng thu 3.214 tỷ đồng, riêng cảng Nam Khê đóng góp tới 41,7% tổng thu (1.340 tỷ đồng).|1.340 / 3.214 tỷ đồng",
]
GROWTH = [
    "Thu ngân sách 1.284,6 tỷ đồng, bằng 55,6% dự toán năm là 2.310 tỷ đồng và tăng 11,5% so với cùng kỳ "
    "(1.152,3 tỷ đồng).|(1.284,6 - 1.152,3) / 1.152,3 = 11,481%",
    "Có 956 doanh nghiệp thành lập mới với vốn 8.640 tỷ đồng, giảm 6,6% về số doanh nghiệp (cùng kỳ 1.024 doanh "
    "nghiệp).|(1.024 - 956) / 1.024 = 6,641%",
    "Thu nội địa sụt giảm 38,2% còn 842 tỷ đồng (cùng kỳ năm ngoái đạt 1.362 tỷ đồng).|(1.362 - 842) / 1.362",
    "Giá nước sạch là 9.864 đồng/m3 (chưa gồm thuế), tăng 8,36% so với trước đó (9.103 đồng/m3).|(9.864 - 9.103)",
    "Xảy ra 1.460 vụ (tăng 283 vụ; tăng 24,0% so với năm 2015).|283 / (1.460 - 283)",
    "Thu ngân sách 48.600 triệu đồng, cao hơn thực hiện 2021 là 5.310 triệu đồng (12,3%).|5.310 / (48.600 - 5.310)",
]
DIFFERENCES = [
    "Kế hoạch vốn giao 5.874,3 tỷ đồng. Giải ngân 2.614,8 tỷ đồng, cao hơn bình quân cả nước. Như vậy, từ nay đến hết "
    "niên độ còn phải giải ngân 3.259,5 tỷ đồng.|5.874,3 - 2.614,8 = 3.259,5 tỷ đồng",
    "Biên chế được giao 112 người, hiện có 106 người, còn thiếu 6 biên chế.|112 - 106 = 6",
    "Phát hiện 46 vụ, 58 đối tượng, so với cùng kỳ tăng 9 vụ, 11 đối tượng (37 vụ, 47 đối tượng).|58 - 47 = 11",
    "Xảy ra 7 vụ cháy, diện tích 9,84 ha (giảm 3 vụ, 4,26 ha so với cùng kỳ năm 2019: 10 vụ, 14,10 ha).|"
    "14,1 - 9,84 = 4,26 ha",
    "Tỷ lệ tốt nghiệp đạt 99,26%, cao hơn năm học trước 0,35% (98,91%).|99,26 - 98,91 = 0,35",
]
SUMS = [
    "Vận chuyển đạt 2.014,4 nghìn tấn; luân chuyển đạt 113,1 triệu tấn.km. Trong đó, đường bộ 1.457,8 nghìn tấn và "
    "41,9 triệu tấn.km luân chuyển; đường sông 556,6 nghìn tấn, bằng 71,2 triệu tấn.km.|1.457.800 + 556.600",
    "Toàn tỉnh có 3.842 tàu cá; trong đó tàu dưới 6m là 1.124 chiếc, từ 6m đến dưới 12m là 1.206 chiếc, từ 12m trở lên "
    "1.512 chiếc.|1.124 + 1.206 + 1.512 = 3.842",
]
ALL = [*SHARES, *GROWTH, *DIFFERENCES, *SUMS]


@pytest.mark.parametrize("line", ALL)
def test_relation_is_found(line: str) -> None:
    text, _, formula = line.partition("|")
    found = checks_of(text)
    assert any(formula in one.reason for one in found if one.verdict == "consistent")
    assert not wrong(found)


LEFT_ALONE = [
    "Xã có 4 dự án. Riêng doanh nghiệp An Bình có 2 dự án, chiếm gần 50% tổng vốn đăng ký.",
    "Xảy ra 73 vụ, làm chết 57 người, bị thương 46 người. So với cùng kỳ, tăng 11 người chết.",
    "Khách đến Bắc Vân 17 triệu lượt, Nam Khê 35 triệu lượt, còn Đông Hải là 14 triệu lượt.",
    "Quỹ có 950 tỷ đồng, đã chi 19 tỷ đồng; còn lại là 348 tỷ đồng gửi ngân hàng, 754 tỷ đồng trái phiếu.",
    "Tổng tài sản đạt 4.971 tỷ đồng, tăng 7% so với đầu năm, phần lớn từ vốn chủ sở hữu (4.338 tỷ đồng).",
    "Cấp 320 thẻ, đã trao 250 thẻ, còn 60 thẻ sai thông tin.",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_nothing_is_claimed(line: str) -> None:
    found = checks_of(line)
    assert not wrong(found)
    assert not [one for one in found if ".nearest" in one.rule]


def related(text: str) -> list[Check]:
    """The sums, differences and shares of ``text``."""
    return [one for one in checks_of(text) if one.kind in ("sum", "difference", "ratio")]


def test_a_difference_is_told_once_though_its_whole_stands_twice() -> None:
    found = related(
        "Giao 5.874,3 tỷ đồng. Tổng kế hoạch 5.874,3 tỷ đồng, đã giải ngân 2.614,8 tỷ đồng, còn lại 3.259,5 tỷ đồng."
    )
    assert [one.kind for one in found] == ["difference"]


def test_ids_are_of_the_document() -> None:
    facts = extract(read_plain(SHARES[0].partition("|")[0]))
    known = {one.id for one in facts.quantities}
    assert known.issuperset(ref for one in related(SHARES[0].partition("|")[0]) for ref in one.args)
