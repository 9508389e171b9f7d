"""Wordings of offices that the rules had not met: who answers, who acts beside whom, what brackets and headings "
"tell."""

import pytest

from tests.extraction.told import directives_of, told

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"

LINES = [
    # (line, leads, coordinating, last day) of each directive
    (
        "Chủ tịch UBND quận, huyện nào để xảy ra sai phạm thì chịu trách nhiệm trước UBND thành phố.",
        [("Chủ tịch UBND quận, huyện", "", None)],
    ),
    (
        "Đội Quản lý đô thị xử lý nghiêm nhà không phép; UBND xã, phường nào để xảy ra vi phạm thì Chủ tịch phải chịu "
        "trách nhiệm.",
        [("Đội Quản lý đô thị", "", None), ("UBND xã, phường", "", None)],
    ),
    (
        "Đưa kết quả giải ngân vào tiêu chí xếp loại; người đứng đầu đơn vị giải ngân dưới 90% không được xếp loại "
        "tốt.",
        [("", "", None)],
    ),
    ("Yêu cầu 07 đơn vị chưa giải ngân giải trình trước ngày 15/4.", [("07 đơn vị chưa giải ngân", "", "2024-04-14")]),
    ("Giao 03 huyện miền núi rà soát đất sản xuất.", [("03 huyện miền núi", "", None)]),
    (
        "Đề nghị Mặt trận Tổ quốc tỉnh và các đoàn thể giám sát chặt chẽ quá trình chi trả.",
        [("Mặt trận Tổ quốc tỉnh; các đoàn thể", "", None)],
    ),
    (
        "Sở Du lịch cùng các doanh nghiệp lữ hành triển khai chương trình kích cầu.",
        [("Sở Du lịch", "các doanh nghiệp lữ hành", None)],
    ),
    ("Nợ đọng phải được các chủ đầu tư đối chiếu, trả trước 30/6.", [("các chủ đầu tư", "", "2024-06-29")]),
    ("Việc chống thất thu do Sở Tài chính, Cục Thuế chịu trách nhiệm chính.", [("Sở Tài chính; Cục Thuế", "", None)]),
    ("GĐ các sở Xây dựng, Nội vụ có trách nhiệm tổng hợp.", [("GĐ Sở Xây dựng; GĐ Sở Nội vụ", "", None)]),
    ("Đề nghị đội ngũ báo cáo viên của tỉnh cần nắm bắt tình hình.", [("đội ngũ báo cáo viên của tỉnh", "", None)]),
    (
        "Nếu không hoàn thành thì Thủ trưởng các cơ quan, đơn vị và cá nhân liên quan chịu trách nhiệm.",
        [("Thủ trưởng các cơ quan, đơn vị", "", None)],
    ),
    (
        "Rà soát các chỉ tiêu, báo cáo trước ngày 10/9; riêng thu ngân sách, các huyện phấn đấu đến hết tháng 9 đạt "
        "65%.",
        [("", "", "2024-09-09"), ("các huyện", "", "2024-09-30")],
    ),
    ("Những dự án, công trình giải ngân chậm thì tiếp tục điều chuyển vốn.", [("", "", None)]),
    (
        "Yêu cầu các ngành: Thuế, Hải quan và các địa phương tháo gỡ vướng mắc.",
        [("Thuế; Hải quan; các địa phương", "", None)],
    ),
    (
        "Tăng cường thu nợ (tổng nợ thuế đến 29/2 là 278 tỷ đồng), phấn đấu thu ngân sách cả năm đạt 2.600 tỷ đồng.",
        [("", "", "2024-12-31")],
    ),
    (
        "Công an tỉnh trấn áp tội phạm (46 vụ trong tháng 4, tăng 9 vụ).",
        [("Công an tỉnh", "", None)],
    ),
    ("Công an tỉnh trấn áp tội phạm (hoàn thành trước 30/4).", [("Công an tỉnh", "", "2024-04-29")]),
    ("Trạm Y tế xã giám sát dịch bệnh dịp Tết, chuẩn bị cơ số thuốc.", [("Trạm Y tế xã", "", None)]),
    ("Sở Xây dựng giải quyết hồ sơ thanh toán trong vòng 03 ngày làm việc.", [("Sở Xây dựng", "", None)]),
    ("Trồng mới mỗi năm 150 ha, đến năm 2028 tỷ lệ che phủ đạt 29%.", [("", "", "2028-12-31")]),
    ("Đề ra giải pháp để năm 2024 chỉ số thuộc nhóm dẫn đầu.", [("", "", "2024-12-31")]),
    ("Đơn vị nào không hoàn thành sẽ xem xét trách nhiệm, coi là tiêu chí đánh giá cuối năm.", [("", "", None)]),
    (
        "Sở Xây dựng, UBND các huyện, thị xã bị thiệt hại khẩn trương khắc phục hậu quả mưa lũ.",
        [("Sở Xây dựng; UBND các huyện, thị xã bị thiệt hại", "", None)],
    ),
    ("UBND các xã làm chủ đầu tư đẩy nhanh thi công.", [("UBND các xã làm chủ đầu tư", "", None)]),
    (
        "Sở Tư pháp phối hợp với các sở chủ trì soạn thảo hoàn thành thẩm định trước ngày 10/10.",
        [("Sở Tư pháp", "các sở chủ trì soạn thảo", "2024-10-09")],
    ),
    ("Công ty TNHH MTV Khai thác thủy lợi vận hành các hồ chứa.", [("Công ty TNHH MTV Khai thác thủy lợi", "", None)]),
    (
        "Hoàn chỉnh báo cáo trình kỳ họp thứ 5, HĐND tỉnh khóa IX, gửi Sở Tư pháp trước ngày 20/9.",
        [("", "", "2024-09-19")],
    ),
    ("Xây dựng xong 128 phòng ở bán trú trước khi bước vào năm học 2024 - 2025.", [("", "", None)]),
    ("Chống thất thu, bảo đảm đến hết năm thu ngân sách đạt 1.256 tỷ đồng.", [("", "", "2024-12-31")]),
    ("Bảo đảm tổng sản lượng lương thực cả năm 2024 đạt 375.000 tấn.", [("", "", "2024-12-31")]),
    ("Thực hiện kế hoạch chuyển đổi số, cuối năm 2024 nâng tỷ lệ hồ sơ trực tuyến lên 50%.", [("", "", "2024-12-31")]),
    (
        "Sở Giáo dục và Đào tạo chuẩn bị kỳ thi (03 điểm thi, ngày 07 - 08/7).",
        [("Sở Giáo dục và Đào tạo", "", "2024-07-08")],
    ),
    (
        "Các chủ đầu tư cam kết tiến độ từng tháng, bảo đảm đến 30/9 giải ngân đạt 70%.",
        [("Các chủ đầu tư", "", "2024-09-30")],
    ),
    (
        "Khai thác tốt nguồn thu, đấu giá 12 lô đất; Thuế cơ sở 7 phối hợp Công an xã làm sạch dữ liệu hộ kinh doanh.",
        [("", "", None), ("Thuế cơ sở 7", "Công an xã", None)],
    ),
    (
        "Tổ chức tiêm phòng bổ sung; Chủ tịch UBND 04 xã nêu ở phần trên phải chịu trách nhiệm nếu để dịch xảy ra.",
        [("", "", None), ("Chủ tịch UBND 04 xã", "", None)],
    ),
    (
        "Việc hỗ trợ hộ nghèo xây nhà còn 31 nhà chưa xong thì tập trung đôn đốc, hoàn thành trước 30/6.",
        [("", "", "2024-06-29")],
    ),
    (
        "Kiểm tra, đình chỉ các bến bãi khai thác cát không phép, giao Công an huyện phối hợp, làm xong trong quý II.",
        [("", "Công an huyện", "2024-06-30")],
    ),
    (
        "UBND các phường báo cáo tình hình dịch về UBND quận trước ngày 20/6.",
        [("UBND các phường", "", "2024-06-19")],
    ),
    (
        "Trạm Y tế xã phối hợp với các trường mầm non tiêm bù, tiêm vét vắc xin sởi trong tháng 6.",
        [("Trạm Y tế xã", "các trường mầm non", "2024-06-30")],
    ),
    (
        "Viện Lúa Cửu Long từ nay đến hết vụ Hè Thu cung ứng đủ 900 tấn giống.",
        [("Viện Lúa Cửu Long", "", None)],
    ),
    (
        "Tổng công ty Phát triển đường cao tốc, với sự phối hợp của Ban QLDA 85, đăng ký các công trình gắn biển.",
        [("Tổng công ty Phát triển đường cao tốc", "Ban QLDA 85", None)],
    ),
    (
        "Thẩm định nhanh các dự án đường nối; thời gian thẩm định không quá 20 ngày đối với dự án nhóm B.",
        [("", "", None)],
    ),
    (
        "Kéo giảm số người bị thương do tai nạn giao thông quý III ít nhất 5% so với cùng kỳ.",
        [("", "", "2024-09-30")],
    ),
    (
        "Cập nhật kịch bản tăng trưởng để cả năm 2024 đạt từ 10% trở lên.",
        [("", "", "2024-12-31")],
    ),
    ("Kiến nghị các Bộ cho ứng trước vốn năm 2025 khoảng 3.500 tỷ đồng.", [("", "", None)]),
    ("UBND tỉnh thống nhất thông qua 09/12 tờ trình; các sở hoàn chỉnh 03 tờ trình.", [("các sở", "", None)]),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:50] for line, _ in LINES])
def test_a_line_tells(line: str, expected: list[tuple[str, str, str | None]]) -> None:
    _, found = directives_of(HEAD + line)
    assert [
        (
            "; ".join(agency.name for agency in one.lead),
            "; ".join(agency.name for agency in one.coordinating),
            one.deadline.by.isoformat() if one.deadline and one.deadline.by else None,
        )
        for one in found
    ] == expected


@pytest.mark.parametrize(
    "line",
    [
        "3. Quy định mức thu phí tham quan hang động: chưa thông qua tại phiên họp này.",
        "Giải ngân vốn đầu tư công 1.102 tỷ đồng/6.897 tỷ đồng, đạt 16%; có 9 đơn vị chưa giải ngân đồng nào.",
        "Ghi chú: (1) Chủ yếu tại các huyện ven biển.",
        "Về nguyên nhân, lãnh đạo huyện nhìn nhận công tác chỉ đạo còn thiếu quyết liệt; việc đo đạc, cấp giấy còn "
        "chậm.",
    ],
)
def test_a_line_tells_nobody(line: str) -> None:
    assert directives_of(HEAD + line)[1] == ()


@pytest.mark.parametrize(
    "heading",
    [
        "2. Về tháo gỡ khó khăn cho sản xuất, kinh doanh",
        "2. Về khắc phục những tồn tại, hạn chế",
        "2. Giải quyết dứt điểm các vướng mắc, khó khăn về đất đai",
    ],
)
def test_what_is_to_be_mended_is_no_result(heading: str) -> None:
    assert [row[1] for row in told(f"{HEAD}{heading}\n\n- Sở Công Thương tổ chức đối thoại.")] == ["Sở Công Thương"]


def test_difficulties_are_a_result_still() -> None:
    assert told(f"{HEAD}2. Những tồn tại, khó khăn\n\n- Sở Công Thương tổ chức đối thoại.") == []


def test_targets_under_the_plan_of_the_next_year() -> None:
    source = (
        "PHẦN THỨ HAI:\nKẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2023\n\nI. CHỈ TIÊU CHỦ YẾU\n\n"
        "- Thu ngân sách đạt 7 tỷ đồng, tăng 5% so với dự toán.\n- Hoàn thành 19/19 tiêu chí nông thôn mới nâng cao.\n"
    )
    assert len(told(source, "report")) == 2
    assert told(source.replace("KẾ HOẠCH PHÁT TRIỂN", "TÌNH HÌNH"), "report") == []


def test_whom_an_office_proposes_a_list_to() -> None:
    source = (
        "III. MỘT SỐ GIẢI PHÁP\n\nĐể đạt kế hoạch, Cục Thống kê đề xuất các ngành, các địa phương tập trung một số "
        "giải "
        "pháp sau:\n\n- Theo dõi sát triều cường.\n- Cục Thuế rà soát các nguồn thu."
    )
    assert [row[1] for row in told(source, "report")] == ["các ngành; các địa phương", "Cục Thuế"]


ORDER = "Kết luận, đồng chí Chủ tịch UBND tỉnh yêu cầu huyện phối hợp với Công ty Chè rà soát vùng nguyên liệu."


@pytest.mark.parametrize(
    ("line", "lead", "coordinating"),
    [
        ("Về chuối, đồng chí lưu ý không mở rộng ồ ạt, giữ ổn định diện tích.", "huyện", ""),
        ("Những công trình chậm thì tiếp tục điều chuyển vốn.", "huyện", "Công ty Chè"),
        ("Để giảm thiệt hại, T.Ư chỉ đạo các địa phương khẩn trương phân công.", "các địa phương", ""),
        (
            "Muốn vậy, theo Chủ tịch UBND tỉnh, ngay từ những ngày đầu năm thủ trưởng các sở phải có chương trình.",
            "thủ trưởng các sở",
            "",
        ),
        ("Đồng chí đề nghị, thời gian tới đội ngũ bí thư chi bộ tích cực tuyên truyền.", "đội ngũ bí thư chi bộ", ""),
        ("Sở Công thương cùng Hiệp hội Dừa bàn cách liên kết với nông dân.", "Sở Công thương", "Hiệp hội Dừa"),
    ],
)
def test_news_goes_on_to_tell(line: str, lead: str, coordinating: str) -> None:
    assert told(f"Làm việc với huyện\n\n{ORDER} {line}", "news")[1][1:] == (lead, coordinating)


def test_the_tasks_of_a_month_are_told() -> None:
    source = f"Họp thường kỳ\n\n{ORDER}\n\nNhiệm vụ tháng 11 tập trung đánh giá các xã về đích."
    assert told(source, "news")[1][0] == "Nhiệm vụ tháng 11"


def test_a_title_of_office_behind_an_abbreviation_begins_a_sentence() -> None:
    source = "Họp giao ban\n\nĐó là ý kiến của lãnh đạo UBND TP. Chủ tịch UBND TP yêu cầu Sở Y tế kiểm tra."
    assert told(source, "news")[0][0] == "Chủ tịch UBND TP"


PAGE = "Họp giao ban tuần\n\nThủ tướng yêu cầu Bộ Công Thương điều hành giá bán phù hợp."


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Mặt khác, Bộ này cũng chủ trì rà soát các nhà máy.", "Bộ Công Thương"),
        ("Từng sở, ngành cần phải có kế hoạch phòng, chống dịch.", "Từng sở, ngành"),
        ("Phó Chủ tịch UBND tỉnh đề nghị ngành Y tế lên kịch bản diễn tập.", "ngành Y tế"),
        ("Cụ thể, Chủ tịch yêu cầu: Tăng cường tuần tra các tuyến đường.", ""),
        (
            "Lãnh đạo thành phố cũng giao Sở Văn hóa và Thể thao chủ trì phối hợp với Sở GTVT, UBND các quận, huyện "
            "có tuyến "
            "đường đi qua, trước ngày 15/9, phải kiểm tra, xử lý dứt điểm và giải tỏa các trường hợp vi phạm",
            "Sở Văn hóa và Thể thao",
        ),
    ],
)
def test_news_tells_in_passing(line: str, lead: str) -> None:
    assert told(f"{PAGE}\n\n{line}", "news")[1][1] == lead


def test_a_task_begins_behind_the_colon_of_a_leader() -> None:
    source = f"{PAGE}\n\nCũng tại phiên họp, Chủ tịch UBND tỉnh lưu ý: Sở Giáo dục và Đào tạo chuẩn bị khai giảng."
    assert told(source, "news")[1] == ("Sở Giáo dục và", "Sở Giáo dục và Đào tạo", "")


def test_who_directs_all_hands_over_only() -> None:
    source = (
        "Giao ban tuần\n\nBí thư Tỉnh ủy yêu cầu Ủy ban nhân dân tỉnh chỉ đạo các ngành, các địa phương và đơn vị "
        "liên quan trong "
        "tỉnh tập trung thực hiện tốt một số vấn đề sau:\n\n- Rà soát các chỉ tiêu.\n- Triển khai tiết kiệm nước."
    )
    _, found = directives_of(source, "news")
    assert [(one.lead[0].name, one.deadline) for one in found] == [("Ủy ban nhân dân tỉnh", None)] * 2
