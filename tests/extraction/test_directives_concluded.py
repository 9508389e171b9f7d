"""Conclusions, orders, plans and resolutions whose outline alone says that they tell somebody."""

import pytest

from tests.extraction.told import directives_of, told

HEAD = "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"


def test_a_conclusion_without_an_introduction_begins_with_its_first_number() -> None:
    source = """THÔNG BÁO

Kết luận của Chủ tịch UBND huyện tại hội nghị giao ban

1. Công tác nông nghiệp

Chăm sóc lúa xuân, phun trừ sâu bệnh kịp thời. Trạm Thú y tiếp tục tiêm phòng đợt 1.

2. Sở Y tế tiếp tục kiểm tra an toàn thực phẩm.

3. Thu ngân sách quý I đạt 28,4 tỷ đồng, bằng 24,7% dự toán."""
    assert told(source) == [
        ("Chăm sóc lúa xuân,", "", ""),
        ("Trạm Thú y tiếp", "Trạm Thú y", ""),
        ("Sở Y tế tiếp", "Sở Y tế", ""),
    ]


@pytest.mark.parametrize("kind", ["official_letter", "other"])
def test_a_numbered_item_of_a_letter_tells_the_body_it_names(kind: str) -> None:
    source = """Về công tác phòng, chống dịch

1. Sở Y tế tiếp tục giám sát các ổ dịch.

2. UBND các xã khẩn trương phun hóa chất."""
    assert told(source, kind) == [  # type: ignore[arg-type]
        ("Sở Y tế tiếp", "Sở Y tế", ""),
        ("UBND các xã khẩn", "UBND các xã", ""),
    ]


def test_what_limits_the_damage_is_no_result() -> None:
    source = """CHỈ THỊ

Để chủ động phòng ngừa, hạn chế thấp nhất thiệt hại, Chủ tịch UBND tỉnh chỉ thị:

1. Công an tỉnh chủ trì, phối hợp với lực lượng Kiểm lâm điều tra các vụ cháy.

2. Các chủ rừng: Bố trí kinh phí, làm đường băng cản lửa."""
    assert [one[:2] for one in told(source, "directive")] == [
        ("Công an tỉnh chủ", "Công an tỉnh"),
        ("Bố trí kinh phí,", "Các chủ rừng"),
    ]


def test_an_order_alone_heads_the_bodies_below_it() -> None:
    source = """Về việc lấy ý kiến về kế hoạch sử dụng đất

1. Thời gian lấy ý kiến: từ ngày 17/3/2024 đến ngày 05/4/2024.

2. Giao:

- Phòng Kinh tế huyện tiếp nhận các ý kiến góp ý.

- UBND các xã tổ chức lấy ý kiến của nhân dân."""
    assert [one[1] for one in told(source, "official_letter")] == ["Phòng Kinh tế huyện", "UBND các xã"]


def test_a_heading_between_ends_what_goes_on() -> None:
    source = (
        HEAD
        + """1. Trung tâm Phục vụ hành chính công: công khai kết quả.

2. Công an xã, Ban Chỉ huy Quân sự xã

Tiếp tục phối hợp tuyển quân, xong trước 20/9."""
    )
    assert [one[1] for one in told(source)] == [
        "Trung tâm Phục vụ hành chính công",
        "Công an xã; Ban Chỉ huy Quân sự xã",
    ]


def test_groups_with_their_kinds_and_persons_act_where_tasks_are_listed() -> None:
    source = """BÁO CÁO

Công tác năm học

I. KẾT QUẢ

Các trường mầm non, tiểu học duy trì sĩ số.

II. NHIỆM VỤ NĂM HỌC MỚI

1. Các trường mầm non, tiểu học hoàn thành tuyển sinh trước ngày 20/8/2024.

2. Đ/c Lan tham mưu kế hoạch tập huấn giáo viên."""
    assert [one[1] for one in told(source, "report")] == ["Các trường mầm non, tiểu học", "Đ/c Lan"]


def test_a_report_asks_whom_its_proposals_name() -> None:
    source = """BÁO CÁO

I. NHIỆM VỤ THÁNG 3

1. Tập trung thu ngân sách.

II. KIẾN NGHỊ, ĐỀ XUẤT

1. Đề nghị Sở Nội vụ hướng dẫn chế độ phụ cấp.

2. Tăng thêm biên chế cho các trường."""
    assert told(source, "report") == [("Tập trung thu ngân", "", ""), ("Đề nghị Sở Nội", "Sở Nội vụ", "")]


def test_a_time_before_a_colon_bounds_the_task_behind_it() -> None:
    source = HEAD + "3. Để bảo đảm tiến độ, yêu cầu:\n\n- Cuối tháng 3/2024: các cơ quan hoàn thành văn bản hướng dẫn."
    _, found = directives_of(source)
    assert [str(one.deadline.by) for one in found if one.deadline] == ["2024-03-31"]


def test_the_funds_of_a_plan_and_shares_of_cost_tell_nobody() -> None:
    plan = """KẾ HOẠCH

Phục vụ Tết

I. KINH PHÍ

Tổng kinh phí 568 triệu đồng, trong đó ngân sách xã 320 triệu đồng.

II. TỔ CHỨC THỰC HIỆN

1. Công an xã: mở đợt cao điểm trấn áp tội phạm."""
    assert [one[1] for one in told(plan, "plan")] == ["Công an xã"]
    resolution = (
        "QUYẾT NGHỊ:\n\nĐiều 1. Mức hỗ trợ như sau:\n\n1. Xã đặc biệt khó khăn: tỉnh hỗ trợ 80%; huyện hỗ trợ 20%."
    )
    assert told(resolution, "resolution") == []


def test_results_announced_behind_a_noun_of_order_stay_results() -> None:
    source = """THÔNG BÁO

Kết luận của Thứ trưởng tại hội nghị tổng kết

1. Những việc đã làm

Nhiều lĩnh vực chuyển biến sát với yêu cầu thực tiễn, đạt kết quả cao, nổi bật như sau:

Thể chế tiếp tục được hoàn thiện một bước; tổ chức bộ máy được kiện toàn khá đồng bộ.

2. Nhiệm vụ năm tới

Vụ Pháp chế rà soát văn bản, hoàn thiện Báo cáo kết quả công tác năm 2023."""
    _, found = directives_of(source)
    assert [(one.lead[0].name, one.deadline) for one in found] == [("Vụ Pháp chế", None)]


@pytest.mark.parametrize("title", ["THÔNG TƯ", "Quy chế"])
def test_rules_laid_down_tell_nobody(title: str) -> None:
    source = f"""{title}

Về chế độ chi tiếp khách

1. Sở Tài chính tổ chức tiếp khách theo mức chi sau đây.

2. Các doanh nghiệp và các tổ chức kinh tế được miễn, giảm thuế."""
    assert directives_of(source, "other")[1] == ()


def test_a_task_behind_a_time_names_its_body_where_tasks_are_listed() -> None:
    source = "BÁO CÁO\n\nI. KẾT QUẢ\n\nTốt.\n\nII. NHIỆM VỤ\n\n1. Trong 02 tuần tới, Sở Xây dựng báo cáo phương án."
    assert [one[1] for one in told(source, "report")] == ["Sở Xây dựng"]


def test_a_person_told_in_a_parenthesis_is_told_apart() -> None:
    source = (
        HEAD + "1. Thanh tra Sở kiểm soát tải trọng xe (giao đồng chí Hưng - Phó Chánh Thanh tra phụ trách việc này)."
    )
    assert [one[1] for one in told(source)] == ["Thanh tra Sở", "đồng chí Hưng - Phó Chánh Thanh tra"]


def test_a_body_called_by_its_noun_alone_is_told_behind_a_verb_of_instruction() -> None:
    source = HEAD + "1. Về cầu Sông Bôi: thống nhất phương án 2, yêu cầu Ban làm việc với Sở Tài chính."
    assert told(source) == [("thống nhất phương án", "Ban", "")]
    assert told(HEAD + "1. Yêu cầu phòng chống dịch chủ động.") == [("Yêu cầu phòng chống", "", "")]


def test_who_answers_where_a_task_fails_is_told_apart() -> None:
    source = HEAD + "1. Ban QLDA hoàn thiện hồ sơ; nếu chậm tiến độ thì Giám đốc Ban phải kiểm điểm."
    assert [one[1] for one in told(source)] == ["Ban QLDA", "Giám đốc Ban"]
    same = HEAD + "1. UBND các xã thu hồi đất; nếu để chậm thì người đứng đầu phải chịu trách nhiệm."
    assert [one[1] for one in told(same)] == ["UBND các xã"]


def test_the_year_that_nothing_may_last_into_ends_the_one_before() -> None:
    _, found = directives_of(HEAD + "1. UBND xã giải quyết dứt điểm 05 đơn thư, không để kéo dài sang năm 2025.")
    assert [one.deadline.by.isoformat() for one in found if one.deadline and one.deadline.by] == ["2024-12-31"]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Sở Y tế tập trung: (1) rà soát thiết bị; (2) tuyển dụng bác sĩ; (3) báo cáo UBND tỉnh.", ["Sở Y tế"]),
        ("Sở Y tế thực hiện các nội dung: (i) Rà soát thiết bị. (ii) Tuyển dụng bác sĩ.", ["Sở Y tế", "Sở Y tế"]),
        ("UBND tỉnh yêu cầu Sở Tài chính: (1) Cân đối vốn. (2) Báo cáo UBND tỉnh.", ["Sở Tài chính", "Sở Tài chính"]),
    ],
)
def test_marks_in_running_words_list_the_tasks_of_who_stands_before_the_colon(line: str, leads: list[str]) -> None:
    assert [one[1] for one in told(HEAD + "1. " + line)] == leads


def test_parts_behind_a_body_are_tasks_of_their_own_where_each_is_a_sentence() -> None:
    source = "Sở Xây dựng: (i) Đối với dự án A, bàn giao mặt bằng; (ii) Đối với dự án B, nghiệm thu phần đã làm."
    assert [row[1] for row in told(f"{HEAD}{source}")] == ["Sở Xây dựng", "Sở Xây dựng"]


def test_what_a_body_of_a_heading_asks_of_others_is_its_own_task() -> None:
    source = "1. UBND các xã:\n\na) Kiểm tra các công trường, yêu cầu nhà thầu, chủ đầu tư thu gom chất thải."
    assert [row[1] for row in told(f"{HEAD}{source}")] == ["UBND các xã"]


def test_a_letter_tells_none_of_those_it_greets() -> None:
    source = (
        "Kính gửi:\n\n- Các sở tỉnh;\n\n- Các đơn vị thực hiện công tác vệ sinh.\n\nYêu cầu Sở Y tế rà soát thiết bị."
    )
    assert [row[1] for row in told(source, "official_letter")] == ["Sở Y tế"]


def test_an_introduction_holds_for_the_dashes_that_close_the_list_it_stands_in() -> None:
    source = (
        "1. Về điện:\n\n+ Sở Công Thương rà soát quy hoạch.\n\nNgoài ra, yêu cầu UBND các xã:\n\n"
        "- Bàn giao mặt bằng.\n\n- Tiết kiệm điện nơi công cộng."
    )
    assert [row[1] for row in told(f"{HEAD}{source}")] == ["Sở Công Thương", "UBND các xã", "UBND các xã"]


@pytest.mark.parametrize(
    ("told_behind", "tells"),
    [
        ("Diện tích rau màu vụ đông tối thiểu 1.200 ha.", True),
        ("Việc này năm trước một số nơi còn làm hình thức.", False),
        ("Vụ xuân năm ngoái có xã để hoang ruộng.", False),
        ("Kinh nghiệm của xã Khe Lạnh cho thấy nơi nào ký sớm, nơi đó ít cháy.", False),
        ("Giá cước vận chuyển không thuộc phạm vi Chỉ thị này.", False),
        ("1,86 tỷ đồng, trong đó ngân sách thành phố 1,25 tỷ đồng, xã hội hóa 0,61 tỷ đồng.", False),
    ],
)
def test_what_only_stands_among_tasks_tells_nobody(told_behind: str, tells: bool) -> None:
    source = f"BÁO CÁO\n\nI. KẾT QUẢ\n\nTốt.\n\nII. NHIỆM VỤ\n\n1. UBND các xã ký cam kết với từng hộ. {told_behind}"
    assert len(told(source, "report")) == 1 + tells


def test_money_for_an_aim_is_no_aim() -> None:
    source = (
        "KẾ HOẠCH\n\nI. MỤC TIÊU\n\nXây mới 61 nhà trước ngày 15/8/2025.\n\nKinh phí 4.440 triệu đồng: xây mới 3.660."
    )
    assert [one[0] for one in told(source, "plan")] == ["Xây mới 61 nhà"]
