"""Slips in figures that no relation shows: what each rule finds, what it leaves alone."""

import pytest

from tests.checking.found_lines import found, read

FOUND = [
    # averages
    ("SL108", "Hỗ trợ 12.000 triệu đồng cho 240 hộ, bình quân [60 triệu đồng/hộ]."),
    ("SL108", "Tặng 450 phần quà, trị giá 252 triệu đồng ([500.000 đồng]/phần)."),
    ("SL108", "Xây mới 214 căn nhà ([40 triệu đồng/căn]), kinh phí 8.650 triệu đồng."),
    ("SL108", "Giải ngân 9.450 triệu đồng cho 189 hộ vay, bình quân mỗi hộ [55 triệu đồng/hộ]."),
    # yields
    ("SL109", "Diện tích 1.250 ha, năng suất 62,5 tạ/ha, sản lượng [8.812 tấn]."),
    ("SL109", "Lúa hè thu thu hoạch 3.400 ha, năng suất 58,2 tạ/ha, sản lượng đạt [19.878 tấn]."),
    # direction
    ("SL111", "Đầu năm có 14.386 hộ nghèo, thoát nghèo 3.214 hộ, phát sinh mới 428 hộ, hiện còn [11.610 hộ]."),
    ("SL111", "Dư nợ đầu năm 1.250 tỷ đồng, cho vay 420 tỷ đồng, thu nợ 310 tỷ đồng, dư nợ cuối kỳ [1.306 tỷ đồng]."),
    ("SL111", "Kỳ trước chuyển sang 48 hồ sơ, tiếp nhận mới 312 hồ sơ, đã giải quyết 335 hồ sơ, còn [52 hồ sơ]."),
    ("SL111", "Tồn đầu tháng 1.200 tấn, nhập 860 tấn, xuất 940 tấn, tồn cuối tháng [1.210 tấn]."),
    ("SL111", "Giải thể 318 hộ, thành lập mới 1.245 hộ, hiện có [12.489 hộ] (đầu năm 11.553 hộ)."),
    ("SL110", "Sản lượng 8.400 tấn, tăng 5,2% ([-415] tấn) so với cùng kỳ."),
    ("SL110", "Xảy ra 12 vụ, giảm 3 vụ ([+3] vụ) so với tháng trước."),
    ("SL110", "Giá trị sản xuất tăng [-2,1]% so với cùng kỳ."),
    # ranks
    ("SL202", "Chỉ số cải cách hành chính xếp thứ [35]/34 tỉnh, thành phố."),
    ("SL202", "Năm 2024 tỉnh xếp hạng thứ 12, tăng [5] bậc so với năm 2023 (xếp thứ 18)."),
    ("SL202", "Chỉ số PAPI đứng thứ 31, giảm [4] bậc so với năm trước (thứ 25)."),
    # impossible values
    ("SL203", "Nông nghiệp chiếm [118,5%] tổng sản phẩm."),
    ("SL203", "Số vụ vi phạm giảm [120,5%]."),
    ("SL203", "Tỷ lệ hộ dân được dùng nước hợp vệ sinh đạt [104,2%]."),
    # percentages of small counts
    ("SL204", "Trong số 12 đơn, có [45,8%] đã giải quyết xong."),
    ("SL204", "Toàn xã có 11 thôn, trong đó [41,7%] đạt chuẩn văn hóa."),
    # copied rates
    ("SL205", "Thu nội địa đạt 62,47% dự toán; giải ngân vốn sự nghiệp đạt [62,47%] dự toán."),
    # units and separators
    ("SL206", "Tiết kiệm điện được [402,590 kWh]."),
    ("SL206", "Toàn huyện có [1,250 hộ nghèo]."),
    ("SL206", "Tổng thu ngân sách đạt [1.250 đồng]."),
    ("SL207", "Bảo hiểm y tế đạt 94,8[%%] dân số."),
    ("SL207", "Chỉ số tăng [12.5]% so với cùng kỳ."),
    # lists
    ("SL208", "Cơ cấu kinh tế: nông nghiệp 21,4%; công nghiệp - xây dựng [37,2%]; dịch vụ 44,4%."),
    ("SL208", "Cơ cấu kinh tế năm 2023: khu vực I chiếm 24,5%, khu vực II chiếm 33,0%, khu vực III chiếm [24,5%]."),
    ("SL201", "Thực hiện [05 nhiệm vụ] sau:\n\n1. Thu thuế.\n\n2. Giải ngân.\n\n3. Trồng rừng.\n\n4. Tiêm phòng."),
    ("SL201", "Triển khai [03 dự án] gồm: cầu Bến Sỏi; kè Long Đức; chợ Tân Hội; đường Hai Tháng Chín."),
    ("SL201", "Có [02 nội dung] như sau:\n\na) Thu ngân sách.\n\nb) Giải ngân.\n\nc) Trồng rừng."),
    # order
    ("SL107", "Thu ngân sách vượt kế hoạch, đạt [98,5%] kế hoạch."),
]  # fmt: skip
LEFT_ALONE = [
    ("SL108", "Hỗ trợ 12.000 triệu đồng cho 240 hộ, bình quân 50 triệu đồng/hộ."),
    ("SL108", "Tặng 450 phần quà, trị giá 225 triệu đồng (500.000 đồng/phần)."),
    ("SL108", "Xây mới 214 căn nhà, sửa chữa 85 căn, kinh phí 9,4 tỷ đồng (40 triệu đồng/căn xây mới)."),
    ("SL108", "Thu nhập bình quân đầu người đạt 62 triệu đồng/người/năm, có 240 hộ nghèo, tổng vốn vay 12 tỷ đồng."),
    ("SL109", "Diện tích 1.250 ha, năng suất 62,5 tạ/ha, sản lượng 7.812 tấn."),
    ("SL109", "Diện tích gieo trồng 9.000 ha; đã thu hoạch, năng suất 62,5 tạ/ha, sản lượng 7.812 tấn."),
    ("SL111", "Đầu năm có 14.386 hộ nghèo, thoát nghèo 3.214 hộ, phát sinh mới 428 hộ, hiện còn 11.600 hộ."),
    ("SL111", "Đầu năm có 1.200 con, xuất 300 con, mua 150 con, chết 20 con, nhập 60 con, hiện còn 1.500 con."),
    (
        "SL111",
        "Tăng 63 hợp tác xã so với đầu năm 1.449 hợp tác xã, giải thể 5, thành lập mới 9, hiện có 1.512 hợp tác xã.",
    ),
    ("SL110", "Diện tích đạt 64.462 ha, giảm 1,1% (-717 ha) so với vụ trước; ngô tăng 3% (+12 ha)."),
    ("SL110", "Nêu rõ mức tăng, giảm (+, -) của từng chỉ tiêu; tăng 5 - 6% mỗi năm."),
    ("SL208", "Cơ cấu đất: nông nghiệp chiếm 71,8%, phi nông nghiệp chiếm 28,2%, đô thị chiếm 5,8%."),
    ("SL208", "Cơ cấu: khu vực I chiếm 22,3%, khu vực II chiếm 36,8%, khu vực III chiếm 36,9%."),
    ("SL208", "Cơ cấu kinh tế: nông nghiệp 21,4%; công nghiệp - xây dựng 36,2%; dịch vụ 42,4%."),
    ("SL208", "Cơ cấu chuyển dịch: nông nghiệp từ 24,1% xuống 22,3%, công nghiệp từ 35,0% lên 36,8%, dịch vụ 40,9%."),
    ("SL202", "Chỉ số xếp thứ 12/34, tăng 6 bậc so với năm trước (thứ 18)."),
    ("SL202", "Đại hội lần thứ 15/34 kỳ họp tổ chức trong năm."),
    ("SL203", "Thu ngân sách đạt 118,5% kế hoạch, bằng 104,2% so với cùng kỳ, tăng 120% so với năm 2020."),
    ("SL203", "Tỷ lệ lao động qua đào tạo đạt 104,2% kế hoạch; lợi nhuận giảm 135%."),
    ("SL204", "Trong số 12 đơn, có 16,67% đã giải quyết xong."),
    ("SL204", "Tiếp nhận 12 đơn, đạt 45,8% so với kế hoạch tiếp công dân."),
    ("SL204", "Giải ngân 12 dự án, trong đó vốn trung ương đạt 45,8% kế hoạch."),
    ("SL205", "Thu nội địa đạt 62,4% dự toán; giải ngân vốn sự nghiệp đạt 62,4% dự toán."),
    ("SL205", "Thu nội địa đạt 62,47% dự toán. Như vậy thu nội địa đạt 62,47% dự toán năm."),
    ("SL206", "Toàn huyện có 1.250 hộ nghèo, 1,25 triệu lượt khách, diện tích 1,250 km²."),
    ("SL206", "Giá xăng 19.500 đồng/lít; mức phí 5.000 đồng; thu ngân sách 1.250 triệu đồng."),
    ("SL207", "Chỉ số tăng 12,5% so với cùng kỳ; 1.250% là con số của năm 1990."),
    ("SL201", "Thực hiện 02 nhiệm vụ sau:\n\n1. Thu ngân sách.\n\n2. Giải ngân."),
    ("SL201", "Có 03 nhiệm vụ, trong đó:\n\n1. Thu ngân sách.\n\n2. Giải ngân."),
    ("SL201", "Triển khai 03 dự án gồm: cầu Bến Sỏi; kè Long Đức; chợ Tân Hội."),
    ("SL107", "Thu ngân sách vượt kế hoạch, đạt 108,5% kế hoạch."),
    ("SL201", "Sau khi nghe 14 ý kiến của đại biểu, Chủ tịch kết luận như sau:\n\n1. Thu thuế.\n\n2. Giải ngân."),
]


@pytest.mark.parametrize(("rule", "line"), FOUND)
def test_found(rule: str, line: str) -> None:
    words, expected = found(line, rule)
    assert words == expected


@pytest.mark.parametrize(("rule", "line"), LEFT_ALONE)
def test_left_alone(rule: str, line: str) -> None:
    assert found(line, rule) == ([], [])


TWICE = (
    "I. TÓM TẮT\n\nTổng thu ngân sách nhà nước trên địa bàn đạt 15.032 tỷ đồng.\n\n"
    "II. CỤ THỂ\n\nThu ngân sách nhà nước trên địa bàn đạt {} tỷ đồng.\n"
)


@pytest.mark.parametrize(("figure", "count"), [("15.023", 1), ("15.632", 1), ("15.032", 0), ("18.975", 0)])
def test_one_figure_in_two_places(figure: str, count: int) -> None:
    _, findings = read(TWICE.format(figure))
    assert [one.severity for one in findings if one.rule == "SL105"] == ["doubtful"] * count


def test_messages_say_the_sum_and_the_mend() -> None:
    _, findings = read("Hỗ trợ 12.000 triệu đồng cho 240 hộ, bình quân 60 triệu đồng/hộ.")
    (finding,) = findings
    assert finding.message == "12 tỷ đồng / 240 = 50 triệu đồng, văn bản ghi bình quân 60 triệu đồng"
    assert finding.mend == "sửa 60 triệu đồng/hộ thành 50 triệu đồng/hộ"
