"""What a document is where its title is wrapped, lost, or only a page's own."""

import pytest

import dondoc
from dondoc.facts import Header

HEAD = "VĂN PHÒNG UBND TỈNH\nSố: 31/TB-VP\nSông Lam, ngày 19 tháng 11 năm 2025\n\n"

TALK = "1. Về kết quả\n\nCác cơ quan đã cố gắng.\n\n2. Về tồn tại\n\nCòn chậm.\n"


def header(source: str) -> Header:
    return dondoc.extract(dondoc.read(source.encode())).header


@pytest.mark.parametrize(
    "subject",
    [
        "KẾT\nLUẬN CỦA PHÓ CHỦ TỊCH UBND TỈNH TRẦN VĂN BÌNH TẠI CUỘC HỌP VỀ BÁO CÁO ĐỀ XUẤT CHỦ TRƯƠNG ĐẦU TƯ CHƯƠNG "
        "TRÌNH NÔNG THÔN MỚI CỦA TỈNH",
        "Ý\nKIẾN CHỈ ĐẠO CỦA CHỦ TỊCH UBND TỈNH TẠI CÁC BUỔI LÀM VIỆC VỚI CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ VỀ TIẾN ĐỘ CÁC "
        "DỰ ÁN ĐIỆN TRÊN ĐỊA BÀN TỈNH",
        "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp",
    ],
)
def test_a_conclusion_wrapped_in_capitals(subject: str) -> None:
    found = header(f"{HEAD}THÔNG BÁO\n\n{subject}\n\nNgày 18/11/2025, Chủ tịch UBND tỉnh đã chủ trì cuộc họp.\n{TALK}")
    assert (found.type, found.subject) == ("conclusion_notice", " ".join(subject.split()))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. Sở Nội vụ đôn đốc các đơn vị thực hiện Kế hoạch này.\n", "plan"),
        ("5. Giao Sở Xây dựng theo dõi việc thực hiện Chỉ thị này.\n", "directive"),
        ("4. Văn phòng UBND tỉnh kiểm tra việc thực hiện Công điện này.\n", "directive"),
        ("Điều 3. Các sở, ngành chịu trách nhiệm thi hành Quyết định này.\n", "decision"),
        ("Chủ tịch tỉnh vừa ký ban hành công điện. Các sở thực hiện nghiêm Công điện này, có 12 hộ.\n", "news"),
        ("Kế hoạch đã được duyệt; các sở triển khai.\n", "other"),
    ],
)
def test_a_piece_that_names_itself(source: str, expected: str) -> None:
    assert header(f"Các đơn vị thực hiện nghiêm túc các nội dung sau.\n\n{source}").type == expected


FIGURES = "Thu ngân sách đạt 412 tỷ đồng, tăng 6,2%; giải ngân 55%."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"Bỏ qua\nNgày 11/11/2022\nTình hình kinh tế - xã hội tháng 10 năm 2022 tỉnh Sông Lam\n\n{FIGURES}\n",
            "report",
        ),
        (f"Báo cáo tiến độ kỳ 25/10/2016\n\n{FIGURES}\n", "report"),
        (f"Vốn đầu tư công năm 2025\n\n1. Kế hoạch giao\n\n{FIGURES}\n\n2. Giải ngân\n\n{FIGURES}\n", "report"),
        (f"Vốn đầu tư công năm 2025\n\n{FIGURES}\n\nCác địa phương đã rất cố gắng.\n", "news"),
    ],
)
def test_a_page_without_an_official_head(source: str, expected: str) -> None:
    assert header(source).type == expected


def test_a_head_behind_the_text() -> None:
    body = "BÁO CÁO\nTÌNH HÌNH THỰC HIỆN KẾ HOẠCH THÁNG 02\n\nThu ngân sách đạt 412 tỷ đồng.\n\n"
    tail = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSông Lam, ngày 28 tháng 02 năm 2022\n"
    found = header(body + tail)
    assert (found.issued, found.period) == ("2022-02-28", "2022-02")


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        ("Thông báo kết luận phiên họp UBND huyện Hoa Lộc quý III/2021", "conclusion_notice"),
        ("Ý kiến kết luận của Chủ tịch UBND huyện Hoa Lộc tại hội nghị giao ban quý II", "conclusion_notice"),
        ("Ý kiến chỉ đạo của Bí thư Thị ủy tại buổi kiểm tra hồ chứa nước Suối Vàng", "conclusion_notice"),
        ("date 2024-05-02 THÔNG BÁO Kết luận của Chủ tịch UBND tỉnh tại phiên họp tháng 4", "conclusion_notice"),
        ("UBND HUYỆN HOA LỘC - CHỈ THỊ số 05/CT-UBND ngày 12/3/2019 Về việc phòng cháy rừng", "directive"),
        ("TỈNH SÔNG LAM – KẾ HOẠCH Về trồng cây xanh năm 2022", "plan"),
        ("UBND tỉnh Sông Lam ban hành Kế hoạch trồng cây năm 2022", "news"),
        ("Kết luận của hội nghị đã được các xã thực hiện nghiêm túc trong quý I/2024.", "news"),
    ],
)
def test_a_first_line_that_says_what_the_paper_is(first: str, kind: str) -> None:
    told = "Sáng 11/3/2024, lãnh đạo tỉnh kiểm tra thực địa. Đã trồng 12 ha, đạt 60%, còn 8 hộ chưa làm.\n"
    assert header(f"{first}\n{told}1. Sở A rà soát quỹ đất.\n2. Sở B bố trí vốn.\n").type == kind
