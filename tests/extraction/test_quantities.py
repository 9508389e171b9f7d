"""Roles, bases, names and periods of figures, on marked lines."""

from decimal import Decimal

import pytest

from tests.extraction.quantity_lines import facts_of, overlap, unmark

ROLES = [
    "Tổng thu ngân sách nhà nước 9 tháng ước đạt [12.345 tỷ đồng|cumulative|Tổng thu ngân "
    "sách nhà nước|2024-01..2024-09], "
    "bằng [78,5%|share_of_plan|Tổng thu ngân sách nhà nước] dự toán, tăng [12%|change/same_period] so với cùng kỳ.",
    "Kim ngạch xuất khẩu ước đạt [1,2 tỷ USD|actual|Kim ngạch xuất khẩu|2024-09], tăng "
    "[5,6%|change/same_period] so với "
    "cùng kỳ, đạt [62%|share_of_plan] KH.",
    "Chỉ số sản xuất công nghiệp tháng 9 tăng [3,2%|change/previous|Chỉ số sản xuất công "
    "nghiệp] so với tháng trước và tăng "
    "[9,8%|change/same_period] so với cùng kỳ năm trước.",
    "Giải ngân vốn đầu tư công đạt [4.521 tỷ đồng|cumulative|Giải ngân vốn đầu tư công|2024-01..2024-09]/"
    "[7.800 tỷ đồng|plan|Giải ngân vốn đầu tư công|2024] ([57,96%|share_of_plan]).",
    "Xảy ra [12 vụ|actual] tai nạn giao thông, làm chết [05 người|actual|người chết do tai "
    "nạn giao thông], bị thương [09 người|actual].",
    "GRDP 6 tháng đầu năm tăng [8,02%|change/same_period|GRDP] so với cùng kỳ.",
    "Tổng mức bán lẻ hàng hóa ước đạt [3.410,5 tỷ đồng|actual|Tổng mức bán lẻ hàng hóa], "
    "giảm [2,4%|change/previous] so với "
    "tháng trước.",
    "Diện tích rau màu [80 ha|actual|Diện tích rau màu], giảm [20 ha|change/previous] so với tháng trước.",
    "Sản lượng khai thác đạt [418,7 tấn|actual|Sản lượng khai thác], tăng [26,3 tấn|change/previous] so tháng trước "
    "([+6,7%|change/previous]).",
    "Phạm pháp hình sự xảy ra 14 vụ ([+ 02 vụ|change]).",
    "Phát hiện 45 trường hợp vi phạm ([- 11 trường hợp|change|phát hiện trường hợp vi phạm]).",
    "Thu nội địa đạt 820 tỷ đồng, vượt [5,5%|change/plan] dự toán.",
    "Hộ nghèo giảm [0,8%|change/previous] so với năm 2023, vượt [0,1%|change/plan] so với chỉ tiêu nghị quyết.",
    "Kế hoạch gieo trồng [2.400 ha|plan||2024], đã thực hiện 1.950 ha.",
    "Thu ngân sách huyện đạt 186 tỷ đồng, đạt [62,1%|share_of_plan] dự toán tỉnh giao ([300 tỷ đồng|plan||2024]).",
    "Tạo việc làm mới cho 1.890 lao động, đạt 54% kế hoạch ([3.500 lao động|plan||2024]).",
    "Tổng vốn đầu tư [158,3 tỷ đồng|plan] bố trí cho 37 công trình.",
    "Vốn Trung ương phân bổ [390 triệu đồng|plan].",
    "Kế hoạch vốn được giao [1.240 tỷ đồng|plan||2024]; giải ngân được [310 tỷ đồng|cumulative||2024-01..2024-09].",
    "Lũy kế đến nay có [1.204 doanh nghiệp|cumulative|doanh nghiệp đang hoạt động] đang hoạt động.",
    "Thành lập mới 12 doanh nghiệp, nâng tổng số đến nay [640 doanh nghiệp|cumulative].",
    "Đến nay xã Bình Khê đạt [17|cumulative]/[19 tiêu chí|plan] nông thôn mới.",
    "Đã giải quyết [22|part]/[31 đơn|actual] thuộc thẩm quyền, đạt tỷ lệ [70,97%|rate].",
    "Có [11|part]/[24 chỉ tiêu|count] đạt và vượt kế hoạch.",
    "Chủ trì [33 cuộc|count] họp, tham dự [42 cuộc|count] họp.",
    "Trong tháng, UBND huyện đã nhận [525 văn bản|count|nhận văn bản|2024-09] của cấp trên.",
    "Tổ chức [03 lớp|count] tập huấn với 120 người tham dự.",
    "Khen thưởng [05 tập thể|count] và [12 cá nhân|count] có thành tích xuất sắc trong phong trào thi đua.",
    "Học sinh giỏi cấp tỉnh đạt 14 giải, xếp [thứ 3|rank] toàn tỉnh.",
    "Sản phẩm đạt [04 sao|rank].",
    "[100%|rate] hộ dân được cung cấp nước sạch.",
    "Số vụ cháy giảm cả [03 tiêu chí|count].",
    "Tai nạn giao thông giảm [39,9%|change/same_period] về số vụ, [38,9%|change/same_period] về số người chết và "
    "[33%|change/same_period] về số người bị thương so với cùng kỳ năm 2023.",
    "Tổng vốn đầu tư 18.515 tỷ đồng, tăng [12,9%|change/same_period]; doanh thu bán lẻ 40.269 tỷ đồng, tăng "
    "[14,1%|change/same_period] so với cùng kỳ năm 2023.",
    "Có 48 doanh nghiệp đăng ký thành lập mới, tăng [11 doanh nghiệp|change/same_period] ([29,7%|change/same_period]) "
    "so với cùng kỳ.",
    "Giải ngân đạt 63,0%, cao hơn cùng kỳ [4,6 điểm %|change/same_period].",
    "Kế hoạch gieo trồng 2.400 ha, đã thực hiện 1.950 ha, đạt [81,25%|share_of_plan].",
    "Tỷ lệ hộ nghèo còn [2,15%|rate|Tỷ lệ hộ nghèo].",
]
PARTS = [
    "Xuống giống được [711 ha|actual]/[600 ha|plan], đạt [118,5%|share_of_plan] so với kế hoạch "
    "(Phường 9: [450 ha|part]; Long An: [261 ha|part]).",
    "Tổng nợ thuế còn lại [26,2 tỷ đồng|actual|Tổng nợ thuế còn lại] (trong đó nợ có khả năng thu "
    "[15,2 tỷ đồng|part|nợ có khả năng thu], nợ khó thu [11 tỷ đồng|part|nợ khó thu]).",
    "Kiểm tra [37 cơ sở|actual], gồm [01 cơ sở|part] sản xuất, [31 cơ sở|part] kinh doanh và [05 cơ sở|part] ăn uống.",
    "Thu ngân sách ước 70 tỷ đồng, lũy kế [142 tỷ đồng|cumulative||2024-01..2024-09], tăng [29%|change/same_period||"
    "2024-01..2024-09] so cùng kỳ.",
    "Phát hiện [248 trường hợp|actual] vi phạm, qua đó nhắc nhở [164 trường hợp|part], xử phạt [24 trường hợp|part].",
    "Tổng thu đạt [186,42 tỷ đồng|actual]. Trong đó: thuế ngoài quốc doanh [41,35 tỷ đồng|part]; thu tiền sử dụng đất "
    "[118,9 tỷ đồng|part]; thu khác [26,17 tỷ đồng|part].",
    "Chi trả cho [03 hộ|actual] ([02 hộ|part] mới và [01 hộ|part] bổ sung) với số tiền [1.393.758.832 đồng|actual].",
    "Tiếp nhận [61.208 hồ sơ|actual], trong đó trực tuyến [52.146 hồ sơ|part]; đã giải quyết [55.730 hồ sơ|part].",
    "Tiếp nhận [1.250 hồ sơ|actual], trong đó đã trả [1.000 hồ sơ|part] (đúng hạn [900 hồ sơ|part], quá hạn "
    "[100 hồ sơ|part]), đang giải quyết [250 hồ sơ|part].",
    "Kinh phí thực hiện: [1.500 triệu đồng|actual].\nTrong đó:\n"
    "- Ngân sách tỉnh: [900 triệu đồng|part].\n- Khác: [600 triệu đồng|part].",
    "Hỗ trợ [1.250 hộ|actual]: xã An Bình [450 hộ|part], xã Tân Hội [500 hộ|part], xã Long Phú [300 hộ|part].",
    "Hoàn thành [45|part]/[60 nhiệm vụ|count] (75%), trong đó đúng hạn [40 nhiệm vụ|part], quá hạn [05 nhiệm vụ|part].",
    "Ghi nhận [1.250 ca|actual]; đã khỏi [1.000 ca|part], đang điều trị [240 ca|part], tử vong [10 ca|part].",
    "1. Thu phí đạt [820 tỷ đồng|actual].\n- Thu nội địa đạt [610 tỷ đồng|part].\n- Thu khác đạt [210 tỷ đồng|part].",
    "Kiểm tra [318 cơ sở|actual], có [289 cơ sở|part] đạt yêu cầu; [29 cơ sở|part] vi phạm.",
]
NAMES = [
    "Trồng trọt: Vụ lúa Hè thu năm 2024: Xuống giống được [1.711 ha||Xuống giống lúa Hè thu năm 2024|2024].",
    "Thủy sản: Tổng sản lượng nuôi trồng đạt [318,7 tấn||Tổng sản lượng nuôi trồng] tôm cá các loại, "
    "tăng [9%||Tổng sản lượng nuôi trồng] so tháng trước.",
    "Xử phạt vi phạm hành chính 05 cơ sở với số tiền [16 triệu đồng||số tiền xử phạt vi phạm hành chính cơ sở].",
    "Có [22 hộ kinh doanh||hộ kinh doanh nghỉ kinh doanh] nghỉ kinh doanh.",
    "Tham gia cuộc thi Sáng tạo cấp tỉnh, kết quả đạt [01 giải||giải nhì cuộc thi Sáng tạo cấp tỉnh] nhì.",
    "Đón [1,25 triệu lượt khách||đón khách du lịch], doanh thu du lịch [2.300 tỷ đồng||doanh thu du lịch].",
    "Thu quỹ phòng, chống thiên tai được [297.570.829 đồng||thu quỹ phòng, chống thiên tai].",
    "Công tác tuyển quân hoàn thành [114||tuyển quân thanh niên]/114 thanh niên.",
    "Diện tích gieo trồng 6.318 ha; trong đó lúa [5.104 ha||diện tích gieo trồng lúa], ngô "
    "[402 ha||diện tích gieo trồng ngô].",
    "Năm 2024 thu hút [12 dự án||thu hút dự án đầu tư|2024] đầu tư.",
    "Nâng lương thường xuyên cán bộ, công chức, viên chức cho [10 người||Nâng lương thường "
    "xuyên cán bộ, công chức, viên chức].",
]
TASKS = [
    "Phấn đấu năm 2024 thu ngân sách đạt trên [26.000 tỷ đồng|plan|thu ngân sách|2024].",
    "Bảo đảm tỷ lệ giải ngân vốn đạt [100%|plan|tỷ lệ giải ngân vốn|2024] kế hoạch.",
    "Tập trung thực hiện [05 nhiệm vụ|count||-] trọng tâm.",
    "Xây dựng [04 xã|plan|xã nông thôn mới|2024] nông thôn mới trong năm 2024.",
    "Vận hành chính quyền địa phương [02 cấp|count|chính quyền địa phương|-].",
    "Cố gắng để tăng trưởng kinh tế đạt [9%|plan|tăng trưởng kinh tế|2024].",
    "Triển khai [3 chương trình|count|chương trình mục tiêu quốc gia|-] mục tiêu quốc gia.",
    "Hoàn thành bàn giao mặt bằng của [17 hộ|plan||-] còn lại.",
]


def _compare(line: str, task: bool = False) -> None:
    content, marks = unmark(line)
    facts = facts_of(content, task=task)
    for mark in marks:
        span = next(
            (
                q
                for q in facts.quantities
                if q.span.start <= mark.start < q.span.end or mark.start <= q.span.start < mark.start + len(mark.words)
            ),
            None,
        )
        assert span is not None, f"{mark.words}: not found in {content}"
        if mark.role:
            assert span.role == mark.role, mark
        if mark.base:
            assert span.base == mark.base, mark
        if mark.name:
            assert overlap(span.indicator, mark.name) >= 0.6, (mark, span.indicator)
        if mark.period:
            assert span.period == (None if mark.period == "-" else mark.period), mark


@pytest.mark.parametrize("line", ROLES)
def test_role_and_base(line: str) -> None:
    _compare(line)


@pytest.mark.parametrize("line", PARTS)
def test_parts(line: str) -> None:
    _compare(line)


@pytest.mark.parametrize("line", NAMES)
def test_name_and_period(line: str) -> None:
    _compare(line)


@pytest.mark.parametrize("line", TASKS)
def test_target_of_a_task(line: str) -> None:
    _compare(line, task=True)


def test_fall_is_negative_and_rise_positive() -> None:
    facts = facts_of("Thu phí giảm 5% so với tháng trước, thu lệ phí tăng 3% so với tháng trước.")
    assert [quantity.value for quantity in facts.quantities] == [Decimal(-5), Decimal(3)]


def test_part_points_at_its_whole() -> None:
    facts = facts_of("Tổng đàn 900 con (trong đó: bò 500 con; dê 400 con).")
    assert [quantity.of for quantity in facts.quantities] == [None, "q1", "q1"]


def test_bare_number_takes_the_unit_of_its_whole() -> None:
    facts = facts_of("Thôi hưởng trợ cấp 38 trường hợp (trong đó có 30 mai táng phí).")
    assert facts.quantities[-1].role == "part"
    assert facts.quantities[-1].of == "q1"


def test_pair_shares_the_unit() -> None:
    facts = facts_of("Phát triển mới 23/160 doanh nghiệp.")
    assert {quantity.unit for quantity in facts.quantities} == {"doanh nghiệp"}


def test_footnote_that_lists_parts() -> None:
    facts = facts_of("Kiểm tra 37 cơ sở^ trong tháng.", note="Gồm 32 cơ sở kinh doanh và 05 cơ sở ăn uống.")
    assert [(quantity.role, quantity.of) for quantity in facts.quantities[1:]] == [("part", "q1"), ("part", "q1")]


@pytest.mark.parametrize(
    ("line", "estimate"),
    [("Thu ngân sách ước đạt 70 tỷ đồng.", True), ("Thu ngân sách nhà nước đạt 70 tỷ đồng.", False)],
)
def test_estimate(line: str, estimate: bool) -> None:
    assert facts_of(line).quantities[0].estimate is estimate


def test_period_of_the_document_where_the_sentence_names_none() -> None:
    assert facts_of("Doanh thu đạt 5 tỷ đồng.", period="2023-H1").quantities[0].period == "2023-H1"


def test_indicator_span_is_true() -> None:
    facts = facts_of("Tổng thu ngân sách ước đạt 70 tỷ đồng, tăng 5% so với cùng kỳ.")
    for quantity in facts.quantities:
        assert quantity.indicator_span is not None
        assert facts.text[quantity.indicator_span] == quantity.indicator


def test_no_figures_no_quantities() -> None:
    assert facts_of("Tiếp tục triển khai các nhiệm vụ đã đề ra.").quantities == ()
