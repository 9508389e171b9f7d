"""Lines of a text that was wrapped: names cut in two, paragraphs apart, and lines that stand for themselves."""

import pytest

from dondoc.reading.plain import read_plain

# Ten lines that go on with a small letter, so that the text is known to be wrapped.
FLOW = """Trong thời gian qua, các địa phương đã triển khai
nhiều giải pháp bảo vệ nguồn nước, tuy vậy tình trạng
lấn chiếm hành lang bảo vệ vẫn diễn ra ở một số nơi,
gây khó khăn cho việc vận hành các công trình cấp
nước tập trung, nhất là vào những tháng cao điểm của
mùa khô hằng năm trên toàn tỉnh và các vùng lân cận,
trong đó có những công trình đã đưa vào sử dụng từ
nhiều năm trước mà chưa được nâng cấp, sửa chữa theo
kế hoạch đã được phê duyệt, cần được quan tâm hơn
nữa về kinh phí cũng như nhân lực vận hành, bảo trì
các trạm bơm đầu nguồn và mạng lưới ống truyền tải.
"""


def paragraphs(source: str) -> list[str]:
    """The paragraphs that ``source`` is read as."""
    text = read_plain(source)
    return [text[block.span] for block in text.blocks]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Theo đề nghị của Giám đốc Sở", "Xây dựng tại Tờ trình số 12/TTr-SXD, giao các"),
        ("8. Đài Truyền hình Việt Nam, Đài Tiếng nói Việt", "Nam tăng thời lượng phát sóng."),
        ("- Tham mưu Ủy ban nhân dân", "Thành phố xem xét trách nhiệm người đứng đầu."),
        ("a) Thực hiện các nhiệm vụ trong giai đoạn 2026", "- 2030 theo kế hoạch."),
        ("c) Sở Xây dựng bàn giao mặt bằng cao tốc Hà Lam", "- Mộc An trong quý II."),
        ("b) Rà soát, cắt giảm các khâu trung gian khi thực hiện", "TTHC."),
    ],
)
def test_a_name_cut_in_two_is_joined(above: str, below: str) -> None:
    assert f"{above} {below}" in paragraphs(f"{FLOW}\n{above}\n{below}\n")


@pytest.mark.parametrize(
    "name",
    ["Nghị định số 15/2021/NĐ-CP ngày 03/3/2021 của Chính phủ.", "Luật Đất đai năm 2013.", "Quyết định 142 của tỉnh."],
)
def test_a_document_named_below_is_joined(name: str) -> None:
    above = "3. Giao Sở Xây dựng chủ trì nghiên cứu, đề xuất sửa đổi, bổ sung"
    assert paragraphs(f"{above}\n{name}") == [f"{above} {name}"]


def test_a_short_line_that_wants_a_document_is_joined() -> None:
    above, name = "- Rà soát, đề xuất sửa đổi, bổ sung", "Nghị định số 34/2016/NĐ-CP của Chính phủ."
    assert paragraphs(f"{above}\n{name}") == [f"{above} {name}"]


def test_a_heading_in_bold_runs_over_the_line() -> None:
    assert "2. Sở Khoa học và Công nghệ" in paragraphs(f"{FLOW}\n**2. Sở\nKhoa học và Công nghệ**\n\na) Rà soát hồ sơ.")


def test_a_sentence_that_ends_with_its_line_stays_in_its_paragraph() -> None:
    ended = "Các trạm cấp nước phải được kiểm tra mỗi năm một lần."
    assert f"{ended} Sở Y tế lấy mẫu nước." in paragraphs(f"{FLOW}\n{ended}\nSở Y tế lấy mẫu nước.")


def test_a_long_paragraph_does_not_go_on_with_the_heading_above() -> None:
    long = "a) Tiếp tục theo dõi, kiểm tra việc thực hiện\n" + "các quy định về bảo vệ nguồn nước trên địa bàn,\n" * 10
    assert "3. Sở Nội vụ" in paragraphs(f"{FLOW}\n3. Sở Nội\nvụ\n\n{long}ngày 09/6/2025 của tỉnh.")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("**KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH**"),
        ("**THÔNG BÁO", "Kết luận của Chủ tịch UBND tỉnh**"),
        ("Độc lập - Tự do - Hạnh phúc", "Hải Lâm, ngày 12 tháng 3 năm 2024"),
        ("Các trạm phải được rà soát;", "Căn cứ tình hình thực tế."),
    ],
)
def test_lines_of_their_own_stay_apart(above: str, below: str) -> None:
    assert below.strip("*") in [words.strip("*") for words in paragraphs(f"{FLOW}\n{above}\n{below}\n")]


def test_lines_of_a_text_that_was_not_wrapped_stay_apart() -> None:
    lines = [
        "Sở Xây dựng rà soát các khu nhà ở cũ trên địa bàn",
        "Sở Y tế kiểm tra nhà thuốc",
        "Sở Tài chính bố trí vốn",
    ]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("theo quy định tại Khoản", "3 - Điều 61 Luật Lâm nghiệp và các văn bản hướng dẫn."),
        ("thực hiện chế độ báo cáo về", "Ban Chỉ huy Phòng thủ dân sự tỉnh."),
        ("gửi hồ sơ đăng ký cho", "Văn phòng Hội đồng trước ngày họp."),
    ],
)
def test_a_line_that_cannot_end_there_goes_on(above: str, below: str) -> None:
    assert f"{above} {below}" in " ".join(paragraphs(f"{FLOW}\n{above}\n{below}\n"))


def test_the_list_of_recipients_begins_a_paragraph_under_a_full_line() -> None:
    full = "Sở Y tế theo dõi, đôn đốc, tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định./."
    found = paragraphs(f"{FLOW}\n{full}\nNơi nhận:\n- Như trên;\n")
    assert "Nơi nhận:" in found


@pytest.mark.parametrize(
    "day",
    [
        "date 2023-01-09",
        "Thứ năm, 08/03/2012 | 09:25'",
        "(Sở Xây dựng) 04/11/2021",
        "21/10/2019 - 19:40",
        "Cập nhật: Thứ ba, 13/05/2022 | 07:12:00 [(GMT +7)]",
        "06:30, 02/04/2026",
    ],
)
def test_the_day_below_a_headline_stands_alone(day: str) -> None:
    title = "Huyện Lâm Thượng công bố số liệu kinh tế - xã hội năm qua: nông nghiệp vững"
    told = "(LTO) Chiều 5/1, cơ quan thống kê huyện tổ chức họp báo công bố số liệu của năm."
    assert paragraphs(f"{title}\n{day}\n{told}\n") == [title, day, told]


@pytest.mark.parametrize("day", ["12/08/2019.", "12/08/2019, chi trả xong cho các hộ."])
def test_a_day_that_a_sentence_goes_on_with_is_joined(day: str) -> None:
    above = "Ủy ban nhân dân huyện yêu cầu các xã báo cáo kết quả trước ngày"
    assert paragraphs(f"{above}\n{day}\n") == [f"{above} {day}"]
