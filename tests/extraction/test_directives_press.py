"""News: what it says twice, captions, who is told in the passive, what leaders narrate."""

import pytest

from tests.extraction.told import directives_of, told

ABSTRACT = "Chủ tịch UBND tỉnh Hòa Lương vừa yêu cầu Sở Xây dựng kiểm tra toàn bộ nhà xưởng xây trái phép."
BODY = (
    "Theo đó, Chủ tịch UBND tỉnh Hòa Lương yêu cầu Sở Xây dựng kiểm tra toàn bộ nhà xưởng xây trái phép, "
    "báo cáo trước ngày 15/3/2024."
)


def leads(*paragraphs: str) -> list[str]:
    """Who is told in a piece of news made of ``paragraphs``."""
    return [row[1] for row in told("\n\n".join(paragraphs), "news")]


def test_an_abstract_that_the_body_repeats_tells_once() -> None:
    text, found = directives_of(f"Siết quản lý nhà xưởng\n\n{ABSTRACT}\n\n{BODY}", "news")
    assert [text[one.span].split()[0] for one in found] == ["Theo"]


def test_an_abstract_of_its_own_tells() -> None:
    other = "Chủ tịch UBND tỉnh giao Sở Y tế rà soát các phòng khám tư nhân."
    assert leads("Siết quản lý", ABSTRACT, other) == ["Sở Xây dựng", "Sở Y tế"]


def test_a_caption_tells_nobody() -> None:
    caption = "Công an tỉnh tăng cường tuần tra các tuyến đường - Ảnh: Hoàng Nam"
    assert leads("Siết quản lý", BODY, "Sở Y tế đã vào cuộc.", caption) == ["Sở Xây dựng"]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        (
            "Tổng cục Đường bộ có văn bản hỏa tốc, yêu cầu công ty cổ phần đầu tư Cầu Mộc nghiên cứu giảm giá vé.",
            "công ty cổ phần đầu tư Cầu Mộc",
        ),
        ("Sở Giáo dục yêu cầu các trường không tổ chức dạy thêm.", "các trường"),
        ("Chủ tịch UBND tỉnh yêu cầu toàn bộ cán bộ từ ngày mai không được rời khỏi địa bàn.", "toàn bộ cán bộ"),
        (
            "Thanh tra Bộ yêu cầu lãnh đạo Tổng công ty Đường sắt thận trọng thanh quyết toán các dự án.",
            "lãnh đạo Tổng công ty Đường sắt",
        ),
        ("Thành phố yêu cầu các đồn biên phòng thông báo cho tàu thuyền vào bờ.", "các đồn biên phòng"),
        ("UBND tỉnh chỉ đạo các chốt kiểm dịch tăng cường kiểm soát.", "các chốt kiểm dịch"),
        ("UBND thành phố giao Công an phối hợp với UBND quận 1 bảo đảm trật tự tại công viên.", "Công an"),
        ("Còn Sở Xây dựng cũng được yêu cầu làm việc với nhà thầu để đẩy nhanh tiến độ.", "Sở Xây dựng"),
        ("Chủ tịch cũng giao UBND Q. 1 khẩn trương bàn giao mặt bằng.", "UBND Q. 1"),
        (
            "UBND tỉnh yêu cầu công an, quân đội và các địa phương trực 24/24 giờ.",
            "công an; quân đội; các địa phương",
        ),
        ("Sở Y tế được yêu cầu kiểm tra các nhà thuốc.", "Sở Y tế"),
        ("Các Chi cục được yêu cầu rà soát số phải thu cả năm.", "Các Chi cục"),
        ("Các nhà thầu thi công được yêu cầu tổ chức làm cả ban đêm.", "Các nhà thầu thi công"),
        ("UBND huyện An Mỹ cũng được yêu cầu lập phương án xử lý.", "UBND huyện An Mỹ"),
        ("Giám đốc Sở Nông nghiệp bị yêu cầu kiểm điểm trách nhiệm.", "Giám đốc Sở Nông nghiệp"),
        ("Sở Xây dựng còn được chỉ đạo phải tăng cường hậu kiểm.", "Sở Xây dựng"),
        ("Phó Chủ tịch UBND tỉnh chỉ đạo các đơn vị vận tải rà soát phương tiện.", "các đơn vị vận tải"),
        ("Hòa Lương cũng giao Sở Y tế mua thêm vắc xin.", "Sở Y tế"),
        ("UBND quận đã chỉ đạo Công an phường kiểm tra các quán karaoke.", "Công an phường"),
        ("Chủ tịch UBND tỉnh nhấn mạnh Sở Xây dựng phải đẩy nhanh thẩm định.", "Sở Xây dựng"),
        ("Lãnh đạo tỉnh yêu cầu trước Tết các đơn vị thi công phải trả lại mặt đường.", "các đơn vị thi công"),
        ("Chủ tịch UBND tỉnh đề nghị lực lượng biên phòng đưa tàu thuyền vào bờ.", "lực lượng biên phòng"),
        ("UBND tỉnh đã giao thanh tra tỉnh vào cuộc xác minh.", "thanh tra tỉnh"),
        ("Chủ tịch UBND tỉnh yêu cầu lãnh đạo huyện phải đặt ra bài toán phát triển.", "lãnh đạo huyện"),
        ("Chủ tịch UBND tỉnh đã có ý kiến chỉ đạo Sở Nông nghiệp phải thu hồi quyết định.", "Sở Nông nghiệp"),
        ("Thủ tướng yêu cầu Bộ trưởng Bộ Tài chính thống nhất quy trình hoàn thuế.", "Bộ trưởng Bộ Tài chính"),
        ("UBND thành phố Hòa Lương tiếp tục chỉ đạo thanh tra việc cấp phép.", "UBND thành phố Hòa Lương"),
        ("Vì vậy, công an cần điều tra, làm rõ.", "công an"),
        ("Ông Lê Văn A - Phó Chủ tịch UBND tỉnh, đã chỉ đạo giao Sở Y tế kiểm tra.", "Sở Y tế"),
    ],
)
def test_who_is_told(line: str, lead: str) -> None:
    assert leads("Siết quản lý", BODY, line)[1:] == [lead]


@pytest.mark.parametrize(
    "line",
    [
        "Dù UBND tỉnh chỉ đạo các cơ quan tăng cường giám sát nhưng vi phạm vẫn xảy ra.",
        "Tiếp nhận thông tin, UBND quận Tây đã kiểm tra, làm rõ.",
        "Ông Hải khởi kiện yêu cầu UBND huyện bồi thường.",
        "Bộ trưởng Lê Văn Khải thừa nhận việc kiểm tra còn lỏng lẻo.",
        "Chủ tịch UBND tỉnh nhấn mạnh tầm quan trọng của công tác này.",
        "UBND tỉnh đã có chỉ đạo kiểm điểm trách nhiệm của các bên.",
        "Huyện An Mỹ đề nghị tỉnh hỗ trợ thu hút đầu tư. Đề nghị UBND tỉnh chỉ đạo Sở Xây dựng mở rộng cấp nước.",
        "UBND tỉnh đã đề nghị Bộ Xây dựng bố trí vốn cho tuyến đường.",
        "Sở Tài chính kiến nghị tỉnh chỉ đạo chủ đầu tư tháo gỡ vướng mắc.",
        "Công văn trên do ông Lê Văn Bình, Phó Chủ tịch UBND tỉnh Hòa Lương ký.",
        "Chỉ đạo này nhằm thực hiện kết luận của Chủ tịch UBND tỉnh.",
        "Năm 2013, tỉnh giao Công ty CP Biển Xanh 26,3 ha đất làm dự án.",
        "Vụ việc bế tắc khi UBND tỉnh đề nghị trả 12 tỉ để giữ lại sân.",
        "Phó Thủ tướng nói, cơn bão dự kiến sáng mai sẽ vào các tỉnh.",
        "Cuối năm 2016, một đoạn kè bị sóng đánh sập, UBND tỉnh phải bổ sung 10 tỉ đồng.",
        "Thông tin về xe quá tải chỉ là dư luận.",
        "Tiếp đó, trận bão năm 2017 đã giật sập nhiều đoạn kè.",
        "Cuối tháng 8 vừa qua, thành phố tiếp tục tạm ứng 500 tỉ đồng để trả nợ.",
        "Mặc cho UBND tỉnh ra công văn chỉ đạo chống lạm thu, tình trạng này vẫn diễn ra.",
        "UBND tỉnh đã có công văn gửi Thủ tướng và Bộ Xây dựng đề nghị thu hồi dự án.",
        "Sở Y tế phải làm gì để giảm quá tải?",
        "Công ty Cổ phần Sông Mộc không thông báo ngày khởi công.",
        "Các tổ chức tín dụng, nhà đầu tư không phải lo lắng việc này.",
        "Cụ thể, quận 2 giảm 2 phường, quận 3 giảm 2 phường.",
    ],
)
def test_nobody_is_told(line: str) -> None:
    assert leads("Siết quản lý", BODY, line)[1:] == []


def test_what_was_ordered_in_a_month_is_not_due_in_it() -> None:
    line = "Liên quan vụ việc, vào tháng 2/2024, UBND tỉnh đã chỉ đạo Công an tỉnh điều tra nguyên nhân."
    _, found = directives_of(f"Siết quản lý\n\n{BODY}\n\n{line}", "news")
    assert [one.deadline for one in found][1:] == [None]


def test_who_asks_a_body_above_asks_in_vain_of_the_next_sentence_only() -> None:
    told_after = "Sở Y tế phải rà soát lại thiết bị."
    assert leads("Siết quản lý", BODY, "Huyện An Mỹ đề nghị tỉnh hỗ trợ vốn.", told_after)[1:] == ["Sở Y tế"]


def test_those_told_before_are_meant_by_these_units() -> None:
    asked = "Chủ tịch UBND tỉnh yêu cầu Sở Y tế và UBND huyện An Mỹ kiểm tra các nhà thuốc."
    assert leads("Siết quản lý", asked, "Các đơn vị này cần công khai kết quả.")[1:] == ["Sở Y tế; UBND huyện An Mỹ"]


def test_a_new_order_to_nobody_ends_an_introduction() -> None:
    lines = [
        "Chủ tịch UBND tỉnh yêu cầu các huyện thực hiện các việc sau:",
        "- Rà soát quỹ đất.",
        "Về thi công, Chủ tịch UBND tỉnh yêu cầu đẩy nhanh tiến độ.",
    ]
    assert leads("Siết quản lý", BODY, *lines)[1:] == ["các huyện", ""]


def test_sentences_that_are_paragraphs_go_on_with_the_task() -> None:
    filler = [f"Tuyến đường số {number} dài thêm." for number in range(1, 13)]
    asked = "Chủ tịch UBND tỉnh yêu cầu các sở, ngành siết quản lý đất đai."
    assert leads("Siết quản lý", *filler, asked, "Xử lý nghiêm các vi phạm.")[-1] == "các sở, ngành"
    assert leads("Siết quản lý", asked, "Xử lý nghiêm các vi phạm.")[-1] == ""


def test_this_body_also_means_the_one_told_before() -> None:
    first = "Trung tâm Chống ngập hoàn tất việc nạo vét cống trước ngày 15/6."
    assert leads("Xóa điểm ngập", ABSTRACT, first, "Cơ quan này cũng phải rà soát các hẻm chưa có cống.")[-2:] == [
        "Trung tâm Chống ngập",
        "Trung tâm Chống ngập",
    ]


def test_forces_join_in_by_their_bare_noun() -> None:
    line = "UBND tỉnh giao Sở Xây dựng phối hợp với công an, quân sự và các huyện kiểm tra nhà cao tầng."
    _text, found = directives_of(f"Kiểm tra nhà cao tầng\n\n{line}", "news")
    assert [one.name for one in found[0].coordinating] == ["công an", "quân sự", "các huyện"]


def test_what_brackets_say_was_done_bounds_nothing() -> None:
    line = (
        "UBND tỉnh đề nghị Tổng cục Đường bộ tiếp tục thi công tuyến tránh (đã hoàn thành phần móng năm 2025, sau đó "
        "dừng do thiếu vốn)."
    )
    _text, found = directives_of(f"Cứu quốc lộ\n\nNgày 5/3/2025, UBND tỉnh họp.\n\n{line}", "news")
    assert [one.deadline for one in found][-1:] == [None]


def test_a_name_ends_with_its_noun() -> None:
    line = "UBND tỉnh giao UBND các quận phối hợp với các chủ sở hữu hoặc người sử dụng công trình di dời dân."
    _text, found = directives_of(f"Nhà cũ\n\n{line}", "news")
    assert [one.name for one in found[0].coordinating] == ["các chủ sở hữu hoặc người sử dụng công trình"]


def test_provinces_are_told_by_their_names_alone() -> None:
    line = "Đề nghị An Giang, Đồng Tháp vận hành cống ngăn lũ."
    _text, found = directives_of(f"THÔNG BÁO\n\nKết luận\n\n1. {line}", "conclusion_notice")
    assert [[one.name for one in directive.lead] for directive in found] == [["An Giang", "Đồng Tháp"]]
