"""Figures that tie themselves although they stand apart, lists that claim nothing: lines of an invented province."""

import pytest

from dondoc.checking import check
from dondoc.checking.review import review
from dondoc.extraction import extract
from dondoc.facts import Check
from dondoc.reading.plain import read_plain

HELD = [
    (
        "Sản lượng thủy sản ước đạt 704,2 nghìn tấn, giảm 0,3%; khai thác ước đạt 306,1 nghìn tấn, giảm 0,4% và nuôi "
        "trồng ước đạt 398,1 nghìn tấn, giảm 0,2%.",
        "sum.",
    ),
    (
        "Cả nước gieo cấy được 2.117,4 nghìn ha lúa. Các địa phương phía Bắc gieo cấy được 944,3 nghìn ha, bằng "
        "100,1% cùng kỳ; các địa phương phía Nam gieo cấy được 1.173,1 nghìn ha.",
        "sum.",
    ),
    (
        "Vốn đăng ký mới 9 tháng là 9,55 nghìn tỷ đồng.\n\nCó 29 dự án cấp mới với tổng vốn 8,8 nghìn tỷ đồng, 7 dự án "
        "điều chỉnh tăng vốn 750 tỷ đồng.",
        "sum.complements",
    ),
    (
        "Kế hoạch giao đầu năm 725.922,3 tỷ đồng.\n\nKế hoạch bổ sung 87.293,9 tỷ đồng.\n\nNhư vậy, tổng kế hoạch là "
        "813.216,2 tỷ đồng.",
        "sum.long-figures",
    ),
    ("Phát hiện 726 vụ, 1.222 đối tượng, tăng 103 vụ (16,5%) so với cùng kỳ.", "growth.change"),
    (
        "Tổng kim ngạch xuất nhập khẩu đạt 53,3 tỷ USD, trong đó xuất khẩu (XK) đạt 28,6 tỷ USD, tăng 26,7%; nhập khẩu "
        "(NK) 24,7 tỷ USD.",
        "sum.",
    ),
    (
        "Dự toán chi năm 2025 được giao là 16.811,1 tỷ đồng.\n\nƯớc thực hiện năm 2025 là 17.265 tỷ đồng, đạt 102,70% "
        "dự toán.",
        "ratio.",
    ),
    ("Đến nay có 306/431 xã đạt tiêu chí, chiếm 70,9%.", "ratio.pair"),
    ("Có 629/731 trường đạt chuẩn quốc gia, đạt tỷ lệ 86,1%.", "ratio.pair"),
]
BROKEN = [
    (
        "Các huyện đã xuống giống 701,3 nghìn ha lúa. Đến nay thu hoạch 393,4 nghìn ha, đạt 65% diện tích xuống giống.",
        "ratio",
    ),
    (
        "Giải ngân đến hết ngày 20/11/2025 là 516.793,3 tỷ đồng, đạt 56,6% kế hoạch.\n\nGiải ngân đến hết ngày "
        "27/11/2025 là 528.870,2 tỷ đồng, đạt 57,9% kế hoạch (tăng 12.706,9 tỷ đồng so với tuần trước).",
        "difference",
    ),
    (
        "Lượng tồn kho khoảng 183.859 tấn, trong đó: miền Bắc 2.700 tấn; miền Trung 99.287 tấn; miền Nam 87.182 tấn.",
        "sum",
    ),
]
SILENT = [
    "Phát hiện và xử lý 42 vụ buôn lậu, xử lý 180 vụ vi phạm về giá.",
    "Lợi nhuận trước thuế 265 tỷ đồng. Lợi nhuận trước thuế đạt 265,7 tỷ đồng, tăng 16%.",
    "Công ty góp 27,9 tỷ đồng, cam kết góp 45 tỷ đồng tương ứng tỷ lệ sở hữu 45% vốn.",
    "Vốn điều lệ 150 tỷ đồng, trong đó bên thứ nhất góp 52,5 tỷ đồng (35%), bên thứ hai góp 90 tỷ đồng (60%).",
    "Có 5 dự án (gồm 3 dự án do Sở Xây dựng làm chủ đầu tư; 1 dự án do Sở Y tế và 1 do Văn phòng làm chủ đầu tư).",
    "Có 8/11 nhóm hàng tăng giá so với tháng trước, trong đó nhóm thuốc và dịch vụ y tế tăng cao nhất 5,76%.",
    "Khu vực nhà nước có 2.486 doanh nghiệp, khu vực ngoài nhà nước có 41.753 doanh nghiệp, khu vực FDI có 6.178 "
    "doanh nghiệp.",
    "Không kê khai tiền vay 9,1 tỷ đồng. Năm 2014 vay 3,8 tỷ đồng; năm 2015 ký 3 hợp đồng vay 9,5 tỷ đồng.",
    "Các huyện dẫn đầu gồm Bình Khê (13,82%), Tân Hội (12,76%); trong số 43 xã có 5 xã tăng cao là Mỹ Trung (13,8%), "
    "Đại Lãnh (12,7%), Phú Cường (11,36%).",
    "Đã cấp nước 503.320/506.558 ha (đạt 99,4%), một số huyện đạt cao: Bình Khê 100,3%, Tân Hội 99,3%.",
    "Đã trồng 145,3 nghìn ha. Trong đó, vùng núi có diện tích lớn nhất với 95 nghìn ha, tiếp đến là ven biển "
    "19,7 nghìn ha.",
    "Đã xử lý 103 vụ vi phạm, trong đó, 28 vụ về giá, 2 vụ hàng lậu, 27 vụ hàng cấm, 41 vụ hàng giả...",
    "Thành phố có 90 công viên với tổng diện tích 968,7 ha, trong đó 13 quận nội thành có 75 công viên.",
    "GRDP tăng 9,30%. Công nghiệp đóng góp 7,18 điểm phần trăm; trong đó: chế biến đóng góp 4,93 điểm phần trăm. Dịch "
    "vụ đóng góp 1,66 điểm phần trăm. Thuế sản phẩm đóng góp 0,46 điểm phần trăm.",
    "Lãi sau thuế 20 tỷ đồng, giảm 47% so với mức đỉnh năm 2011 (doanh thu 546 tỷ đồng, lãi sau thuế 36 tỷ đồng).",
    "Chi 1.400 tỷ đồng, chủ yếu gồm chi xây dựng 398 tỷ đồng, giải phóng mặt bằng 667 tỷ đồng, dự phòng 304 tỷ đồng.",
]
UNREVIEWED = [
    "Giải thưởng gồm: 1 xe trị giá 1,6 tỷ đồng, 12 bộ thiết bị, mỗi bộ trị giá 75 triệu đồng.",
    "Thu được 3 đồng, tổng chi hết 2 đồng.",
    "Đã có 9 người chết gồm:\n- Phường Long Đức: 5 người;\n- Phường Phú Cường: 4 người.\n",
    "Mức giá bình quân từ 73,77% đến 89% mức chung, trong đó nhóm dịch vụ y tế thấp nhất bằng 73,77%.",
]


def checks_of(source: str) -> list[Check]:
    return check(extract(read_plain(source)))


@pytest.mark.parametrize(("line", "rule"), HELD)
def test_relation_holds(line: str, rule: str) -> None:
    assert "consistent" in [item.verdict for item in checks_of(line) if item.rule.startswith(rule)]


@pytest.mark.parametrize(("line", "kind"), BROKEN)
def test_slip_is_flagged(line: str, kind: str) -> None:
    assert kind in [item.kind for item in checks_of(line) if item.verdict != "consistent"]


@pytest.mark.parametrize("line", SILENT)
def test_nothing_is_flagged(line: str) -> None:
    assert [item.reason for item in checks_of(line) if item.verdict != "consistent"] == []


@pytest.mark.parametrize("line", UNREVIEWED)
def test_no_figure_is_blamed(line: str) -> None:
    facts = extract(read_plain(line))
    assert [one.message for one in review(facts, check(facts)) if one.rule.startswith("SL")] == []
