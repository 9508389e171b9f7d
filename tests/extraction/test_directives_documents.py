"""Whole small documents of each kind: what is a task in them, whose, and what stays out."""

import pytest

from tests.extraction.told import directives_of, told


def test_a_notice_with_headings_that_name_the_lead() -> None:
    source = """THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 2

Sau khi nghe Sở Tài chính báo cáo, Chủ tịch UBND tỉnh kết luận như sau:

Kinh tế tháng 2 tiếp tục phát triển. Thu ngân sách đạt 900 tỷ đồng.

Để hoàn thành kế hoạch, Chủ tịch UBND tỉnh yêu cầu các sở, ngành, địa phương tập trung thực hiện các công việc sau:

1. Thủ trưởng các sở, ban, ngành tỉnh:

- Rà soát các chỉ tiêu. Báo cáo kết quả hằng tháng.

2. Sở Y tế chủ trì, phối hợp với Sở Tài chính:

- Mua sắm thuốc. Kiểm tra các cơ sở.

- UBND huyện Tân An: Bàn giao đất.

3. Công an tỉnh và UBND các huyện, thành phố: Tuần tra địa bàn.

Trên đây là kết luận của Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh thông báo đến các sở, ngành biết, thực hiện./.

Nơi nhận:

- Các sở, ban, ngành tỉnh;"""
    assert told(source) == [
        ("Rà soát các chỉ", "Thủ trưởng các sở, ban, ngành tỉnh", ""),
        ("Báo cáo kết quả", "Thủ trưởng các sở, ban, ngành tỉnh", ""),
        ("Mua sắm thuốc.", "Sở Y tế", "Sở Tài chính"),
        ("Kiểm tra các cơ", "Sở Y tế", "Sở Tài chính"),
        ("Bàn giao đất.", "UBND huyện Tân An", ""),
        ("Tuần tra địa bàn.", "Công an tỉnh; UBND các huyện, thành phố", ""),
    ]


def test_an_introduction_gives_the_lead_of_a_list_and_an_own_lead_lasts_its_item() -> None:
    source = """Đồng chí Bí thư Tỉnh ủy kết luận như sau:

Tình hình chung ổn định.

Yêu cầu các cấp ủy, lãnh đạo các sở, ngành tập trung thực hiện một số nhiệm vụ sau:

1. Nâng cao chất lượng sinh hoạt chi bộ. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính lập đề án. Đồng thời, rà soát.

2. Chăm lo đời sống Nhân dân."""
    leads = "các cấp ủy; lãnh đạo các sở, ngành"
    assert told(source) == [
        ("Nâng cao chất lượng", leads, ""),
        ("Sở Nội vụ chủ", "Sở Nội vụ", "Sở Tài chính"),
        ("Đồng thời, rà soát.", "Sở Nội vụ", "Sở Tài chính"),
        ("Chăm lo đời sống", leads, ""),
    ]


def test_inline_marks_make_sentences_and_lengthen_the_path() -> None:
    source = """Chủ tịch UBND tỉnh yêu cầu thực hiện các nhiệm vụ sau:

2. Nhiệm vụ trọng tâm

(3). Nâng cao chất lượng quản lý đất đai: (i) Sở Tài chính lập quy hoạch. (ii) Sở Xây dựng đôn đốc tiến độ."""
    text, found = directives_of(source)
    assert [(one.item, text[one.span][:12]) for one in found] == [("2-3-i", "Sở Tài chính"), ("2-3-ii", "Sở Xây dựng ")]


def test_a_parenthesis_that_tells_somebody_by_name_is_its_own_directive() -> None:
    source = """Chủ tịch UBND tỉnh yêu cầu các địa phương thực hiện các nhiệm vụ sau:

1. Đẩy nhanh tiến độ (Riêng huyện Tân An, Sở Xây dựng cần theo dõi, hỗ trợ thêm). Giữ gìn vệ sinh (cần dọn sạch rác)."""
    text, found = directives_of(source)
    assert [text[one.span] for one in found] == [
        "Đẩy nhanh tiến độ",
        "Riêng huyện Tân An, Sở Xây dựng cần theo dõi, hỗ trợ thêm",
        "Giữ gìn vệ sinh (cần dọn sạch rác).",
    ]


def test_clauses_part_where_another_lead_is_named_and_only_there() -> None:
    source = """Chủ tịch UBND tỉnh kết luận như sau:

1. Chủ động phòng ngừa thiên tai; chuẩn bị lực lượng; lưu ý các địa phương phải sớm báo cáo.

2. Ủy ban nhân dân tỉnh ghi nhận các kiến nghị; Văn phòng UBND tỉnh tham mưu giao nhiệm vụ cụ thể.

3. Ý kiến của các đại biểu rất sâu sắc, Ban Thường vụ Tỉnh ủy ghi nhận, giao Văn phòng Tỉnh ủy nghiên cứu, bổ sung."""
    text, found = directives_of(source)
    assert [text[one.span] for one in found] == [
        "Chủ động phòng ngừa thiên tai; chuẩn bị lực lượng",
        "lưu ý các địa phương phải sớm báo cáo.",
        "Văn phòng UBND tỉnh tham mưu giao nhiệm vụ cụ thể.",
        "giao Văn phòng Tỉnh ủy nghiên cứu, bổ sung.",
    ]


def test_a_press_report_keeps_the_lead_over_paragraphs_that_continue() -> None:
    source = """Sáng 05/3, UBND tỉnh họp phiên thường kỳ.

Phát biểu kết luận, Chủ tịch UBND tỉnh yêu cầu các ngành, địa phương cần hành động quyết liệt để hoàn thành kế hoạch.

Bên cạnh đó, đẩy mạnh xúc tiến thương mại.

Chủ tịch UBND tỉnh giao Sở Nội vụ phối hợp Ban Tổ chức Tỉnh ủy tham mưu sắp xếp cán bộ.

Tiếp tục rà soát biên chế các đơn vị.

Bảo đảm an ninh trật tự trên địa bàn.

Chủ tịch UBND tỉnh yêu cầu đề cao trách nhiệm người đứng đầu.

Khởi công các trường học vùng biên giới"""
    assert told(source, "news") == [
        ("Phát biểu kết luận,", "các ngành, địa phương", ""),
        ("Bên cạnh đó, đẩy", "các ngành, địa phương", ""),
        ("Chủ tịch UBND tỉnh", "Sở Nội vụ", "Ban Tổ chức Tỉnh ủy"),
        ("Tiếp tục rà soát", "Sở Nội vụ", ""),
        ("Bảo đảm an ninh", "", ""),
        ("Chủ tịch UBND tỉnh", "", ""),
    ]


def test_a_report_tells_only_in_its_sections_of_tasks_and_proposals() -> None:
    source = """BÁO CÁO

UBND xã Hồng Vân báo cáo kết quả tháng 02 như sau:

I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ

1. Tiếp tục triển khai tiêm chủng. Phối hợp kiểm tra 12 cơ sở.

II. TỒN TẠI, HẠN CHẾ

Công tác phối hợp còn chậm, cần được quan tâm hơn.

III. NHIỆM VỤ TRỌNG TÂM THÁNG 03

1. Tập trung thu ngân sách.

2. Công an xã: tăng cường tuần tra.

IV. KIẾN NGHỊ, ĐỀ XUẤT

Đề nghị Sở Nội vụ hướng dẫn chế độ.

Trên đây là báo cáo của UBND xã./."""
    assert told(source, "report") == [
        ("Tập trung thu ngân", "", ""),
        ("tăng cường tuần tra.", "Công an xã", ""),
        ("Đề nghị Sở Nội", "Sở Nội vụ", ""),
    ]


@pytest.mark.parametrize(
    "account",
    [
        "UBND huyện báo cáo kết quả thực hiện nhiệm vụ tháng 10 năm 2024 như sau:",
        "UBND huyện báo cáo tình hình kinh tế - xã hội tháng 10 và nhiệm vụ trọng tâm tháng 11 năm 2024 như sau:",
        "Thực hiện yêu cầu của UBND tỉnh, UBND huyện xin báo cáo một số kết quả và nhiệm vụ thời gian tới như sau:",
        "UBND huyện báo cáo kết quả triển khai các nhiệm vụ trọng tâm, với những nội dung chủ yếu sau:",
    ],
)
def test_what_a_report_gives_an_account_of_is_no_task(account: str) -> None:
    source = f"""BÁO CÁO

{account}

I. KINH TẾ

1. Tổ chức 05 buổi tập huấn cho nông dân.

II. VĂN HÓA - XÃ HỘI

1. Giải quyết việc làm cho 312 lao động, đạt 91,2% kế hoạch.

III. NHIỆM VỤ TRỌNG TÂM THÁNG 11

1. Tập trung giải ngân vốn đầu tư công.

Trên đây là báo cáo của UBND huyện./."""
    assert [words for words, *_ in told(source, "report")] == ["Tập trung giải ngân"]


def test_a_plan_assigns_under_headings_without_a_colon() -> None:
    source = """KẾ HOẠCH

Thực hiện Luật Phòng cháy, UBND tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

Nâng cao nhận thức của người dân.

II. TỔ CHỨC THỰC HIỆN

1. Công an tỉnh

- Là cơ quan thường trực, tham mưu UBND tỉnh chỉ đạo.

- Định kỳ 6 tháng tổng hợp báo cáo.

2. Sở Tài chính

Tham mưu bố trí kinh phí.

Trên đây là Kế hoạch của UBND tỉnh, yêu cầu các đơn vị nghiêm túc triển khai thực hiện./."""
    assert told(source, "plan") == [
        ("Là cơ quan thường", "Công an tỉnh", ""),
        ("Định kỳ 6 tháng", "Công an tỉnh", ""),
        ("Tham mưu bố trí", "Sở Tài chính", ""),
    ]


def test_a_letter_passes_on_what_the_chairman_directed() -> None:
    source = """Kính gửi: Sở Xây dựng; Sở Tài chính.

Xét đề nghị của Sở Xây dựng, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:

1. Giao Sở Xây dựng kiểm tra hiện trường trước ngày 25/3/2024.

2. Sở Tài chính căn cứ khả năng ngân sách, bố trí kinh phí."""
    assert told(source, "official_letter") == [
        ("Giao Sở Xây dựng", "Sở Xây dựng", ""),
        ("Sở Tài chính căn", "Sở Tài chính", ""),
    ]


def test_a_directive_orders_after_its_preamble() -> None:
    source = """CHỈ THỊ

Năm 2023, thiên tai làm 14 người chết. Một số địa phương còn chủ quan. Chủ tịch UBND tỉnh yêu cầu:

1. Sở Nông nghiệp và Môi trường (cơ quan thường trực):

a) Lập phương án di dời.

2. Giao Bộ Chỉ huy Quân sự tỉnh luyện tập cứu hộ; giao Sở Y tế chuẩn bị thuốc."""
    assert told(source, "directive") == [
        ("Lập phương án di", "Sở Nông nghiệp và Môi trường", ""),
        ("Giao Bộ Chỉ huy", "Bộ Chỉ huy Quân sự tỉnh", ""),
        ("giao Sở Y tế", "Sở Y tế", ""),
    ]


def test_a_resolution_sets_objectives_and_hands_them_out() -> None:
    source = """NGHỊ QUYẾT

Điều 1. Đánh giá tình hình năm 2023

Thu ngân sách đạt 9.000 tỷ đồng.

Điều 2. Mục tiêu, chỉ tiêu chủ yếu năm 2024

- Tốc độ tăng trưởng đạt từ 8% trở lên.

Điều 3. Tổ chức thực hiện

1. Giao Ủy ban nhân dân tỉnh triển khai thực hiện Nghị quyết này."""
    assert told(source, "resolution") == [
        ("Tốc độ tăng trưởng", "", ""),
        ("Giao Ủy ban nhân", "Ủy ban nhân dân tỉnh", ""),
    ]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (
            "Tối qua, đội chủ nhà thắng 2-1.\n\nHuấn luyện viên khen cầu thủ. Đội sẽ gặp Hải Hà ở vòng sau.",
            "news",
        ),
        ("CÁCH NẤU PHỞ\n\nNguyên liệu: 1 kg xương bò.\n\n1. Rửa sạch xương.\n\n2. Cho gừng vào nồi, đun sôi.", "other"),
        (
            "The committee met on Monday.\n\n1. Review the budget.\n\n2. The Department of Finance shall report.",
            "other",
        ),
        (
            "NGHỊ ĐỊNH\n\nĐiều 2. Giải thích từ ngữ\n\n1. Cơ sở dữ liệu là tập hợp các dữ liệu được sắp xếp.\n\n"
            "2. Người khai thác là tổ chức, cá nhân sử dụng dữ liệu.",
            "other",
        ),
        ("", "other"),
        ("Kính gửi: Các sở, ban, ngành tỉnh.\n\nNơi nhận:\n\n- Như trên;", "official_letter"),
    ],
)
def test_nothing_is_invented(source: str, kind: str) -> None:
    assert directives_of(source, kind)[1] == ()  # type: ignore[arg-type]


def test_what_a_report_proposes_and_ends_on() -> None:
    source = """BÁO CÁO

Tình hình dịch tả lợn

* Chăn nuôi: Tổng đàn 41.200 con, số tiền phải hỗ trợ 12,4 tỷ đồng.

* Hỗ trợ: Đã hỗ trợ 1.140 hộ, vượt 4,2% kế hoạch (1.094 hộ).

* Giải pháp:

1. Sở Y tế phối hợp Công an tỉnh lấy mẫu, xong trước ngày 15/4/2024.

2. UBND các huyện, thành phố tổ chức phun khử trùng chuồng trại.

* Kiến nghị:

- UBND các huyện, thành phố chi trả xong số tiền còn lại trước ngày 31/3/2024."""
    assert told(source, "report") == [
        ("Sở Y tế phối", "Sở Y tế", "Công an tỉnh"),
        ("UBND các huyện, thành", "UBND các huyện, thành phố", ""),
        ("UBND các huyện, thành", "UBND các huyện, thành phố", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Giải quyết việc làm mới cho 12.400 lao động, vượt 3,3% kế hoạch (12.000 lao động).",
        "Giải quyết tố cáo: tiếp nhận 63 đơn, đã giải quyết 57 đơn.",
        "BHXH tự nguyện 14.321 người, đạt 84,2% kế hoạch, còn thiếu 2.679 người.",
        "Số phải thu 4.100 tỷ đồng, đã thu 3.900 tỷ đồng; số phải thi hành 412 việc.",
        "Tỷ lệ hộ nghèo giảm 3,77%, nhưng Nghị quyết giao giảm 4,2%, tức là chưa đạt.",
    ],
)
def test_results_tell_nobody(line: str) -> None:
    assert told(f"Chủ tịch UBND tỉnh kết luận như sau:\n\n1. {line}\n\n2. Yêu cầu Sở Y tế báo cáo.")[:-1] == []
