"""Headers as unseen documents write them: pages of news, titles in small letters, numbers that are not their own."""

import pytest

from dondoc.extraction import extract
from dondoc.facts import Header
from dondoc.reading.plain import read_plain


def header_of(source: str) -> Header:
    return extract(read_plain(source)).header


LETTER = (
    "UBND TỈNH YÊN LẠC\n\nSỞ XÂY DỰNG\n\nSố: 45/SXD-QLN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n\n"
    "Yên Lạc, ngày 12 tháng 3 năm 2019\n\n"
)


def test_the_motto_cut_over_lines_is_no_issuer() -> None:
    header = header_of(
        "ỦY BAN NHÂN DÂN\nHUYỆN PHÚ MỘC\n\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 12/TB-UBND\n\nPhú Mộc, ngày 02 tháng 4 năm 2020\n\n"
        "THÔNG BÁO\nKết luận của Chủ tịch UBND huyện\n\nNội dung.\n"
    )
    assert header.issuer is not None
    assert "VIỆT NAM" not in header.issuer
    assert header.number == "12/TB-UBND"


@pytest.mark.parametrize(
    ("head", "issuer", "place"),
    [
        (
            "ỦY\nBAN NHÂN DÂN\nTỈNH GÒ VẮP\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN TỈNH GÒ VẮP",
            "Gò Vắp",
        ),
        (
            "UỶ BAN NHÂN\nDÂN\nTỈNH GÒ VẮP\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM",
            "UỶ BAN NHÂN DÂN TỈNH GÒ VẮP",
            "Gò Vắp",
        ),
        ("BỘ THỦY LÂM\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM", "BỘ THỦY LÂM", "Gò Vắp"),
    ],
)
def test_a_head_broken_by_narrow_columns_is_read_whole(head: str, issuer: str, place: str) -> None:
    header = header_of(
        f"{head}\nĐộc lập - Tự do - Hạnh phúc\n|\nSố: 503/TB-UBND\n|\nGò\nVắp, ngày 17 tháng 5 năm 2019\n|\n"
        "THÔNG BÁO\nKết luận tại cuộc họp\n\nNội dung.\n"
    )
    assert (header.issuer, header.place) == (issuer, place)


@pytest.mark.parametrize(
    "line",
    [
        "Sở nhận được Công văn số 279/UBND-TH ngày 05 tháng 02 năm 2019 của UBND tỉnh.",
        "Căn cứ theo Thông báo số 31-TB/TU ngày 04/01/2019 của Tỉnh ủy, Sở đề nghị các phòng báo cáo.",
    ],
)
def test_a_number_in_running_text_is_not_the_documents(line: str) -> None:
    header = header_of(LETTER + "Kính gửi: Các phòng chuyên môn\n\n" + line + "\n")
    assert header.number == "45/SXD-QLN"
    assert header.issued == "2019-03-12"


@pytest.mark.parametrize(
    "line", ["Theo Kế hoạch số 15/KH-UBND ngày 02 tháng 5 năm 2018 của UBND huyện, các xã đã làm."]
)
def test_a_text_without_a_head_takes_no_number_from_its_sentences(line: str) -> None:
    header = header_of(f"Ghi chép ở một xã vùng cao\n\n{line}\n\nBà con rất vui.\n")
    assert header.number is None
    assert header.issued is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Thông báo kết luận của Chủ tịch UBND tỉnh tại cuộc họp giao ban", "conclusion_notice"),
        ("Kế hoạch triển khai công tác phòng, chống dịch năm 2021", "plan"),
        ("Nghị quyết về phát triển kinh tế tập thể", "resolution"),
    ],
)
def test_a_title_in_small_letters_names_the_kind(title: str, kind: str) -> None:
    header = header_of(f"{title}\n\n1. Giao Sở Nội vụ rà soát trước ngày 30/6/2021.\n\n2. Sở Y tế báo cáo.\n")
    assert header.type == kind


def test_news_without_letterhead_is_news_with_its_day() -> None:
    header = header_of(
        "date 2024-07-09 Chủ tịch UBND tỉnh kiểm tra tiến độ cầu Bình Khê\n\nChiều 8-7, Chủ tịch UBND tỉnh Lê Văn Khê "
        "chủ trì cuộc họp về tiến độ cầu. Chủ tịch UBND tỉnh yêu cầu chủ đầu tư đẩy nhanh tiến độ.\n"
    )
    assert header.type == "news"
    assert header.issued == "2024-07-09"
    assert header.issuer is None


@pytest.mark.parametrize(
    "opening", ["Về việc này, UBND tỉnh giao Sở Y tế rà soát.", "Về việc trên, Sở có ý kiến như sau."]
)
def test_about_this_matter_is_no_subject(opening: str) -> None:
    header = header_of(LETTER + "Kính gửi: UBND tỉnh\n\n" + opening + "\n")
    assert header.subject is None or "này" not in header.subject


def test_the_chair_keeps_the_name_before_a_dash() -> None:
    header = header_of(
        LETTER.replace("45/SXD-QLN", "12/TB-SXD")
        + "THÔNG BÁO\nKết luận cuộc họp giao ban\n\nNgày 11/3/2019, đồng chí Hà Ngọc Khê - Phó Giám đốc Sở chủ trì "
        "cuộc họp giao ban. Kết luận như sau:\n\n1. Phòng Quản lý nhà rà soát.\n"
    )
    assert header.chair is not None
    assert "Hà Ngọc Khê" in header.chair


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Thứ bảy - 25/02/2023 21:27", "2023-02-25"),
        ("8:58' 26/02/2023", "2023-02-26"),
        ("2023-02-27 17:01", "2023-02-27"),
        ("26.02.2023", "2023-02-26"),
        ("Hôm nay, Thứ hai ngày 27/02/2023", None),
    ],
)
def test_a_report_that_a_site_shows_is_dated_by_the_site(stamp: str, day: str | None) -> None:
    header = header_of(
        f"Báo cáo tình hình kinh tế - xã hội tháng 02 năm 2023\n\n{stamp}\n\nI. TÌNH HÌNH KINH TẾ\n\n"
        "1. Sản xuất nông nghiệp\n\nToàn tỉnh gieo trồng 9.603 ha, tăng 1,7%; thu hoạch 417 ha, đạt 98%.\n"
    )
    assert header.type == "report"
    assert header.period == "2023-02"
    assert header.issued == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng đàn lợn 1.450 con, tăng 105 con so với 6 tháng đầu năm 2020; thu 13 tỷ đồng, đạt 52%.", "2021-H1"),
        ("Theo đó, tổng sản phẩm 6 tháng của tỉnh tăng 2,41%, thu 44 tỷ đồng, tăng 3% so cùng kỳ năm 2022.", "2023-H1"),
        ("Trong quý I/2025, ngành tăng 3,7%. Sau 4 tháng đầu năm 2025, bán 21 tỷ USD, tăng 17%.", "2025-01..2025-04"),
        ("Hợp đồng 6 tháng của xã với 12 hộ, kinh phí 2 tỷ đồng, tăng 7% so với hợp đồng cũ.", None),
    ],
)
def test_a_page_without_a_head_reports_on_what_its_words_tell(text: str, expected: str | None) -> None:
    assert header_of(f"Xã Bình Khê nỗ lực vượt khó\n\n{text} Bà con phấn khởi.\n").period == expected


BODY = "\n\nCác đơn vị đã phối hợp tốt. Có 412 hộ nhận tiền, đạt 62,5%.\n"


@pytest.mark.parametrize(
    ("head", "issuer", "issued"),
    [
        # a date with strokes, by the place or by the number
        ("VIỆN KIỂM SÁT NHÂN DÂN TỈNH GÒ VẮP\nSố 52/BC-VKS\nGò Vắp, ngày 24/6/2022\nBÁO CÁO\nCông tác quý II",
         "VIỆN KIỂM SÁT NHÂN DÂN TỈNH GÒ VẮP", "2022-06-24"),
        ("SỞ Y TẾ GÒ VẮP\nSố 1530/BC-SYT ngày 20/10/2017\nBÁO CÁO\nY tế quý III", "SỞ Y TẾ GÒ VẮP", "2017-10-20"),
        ("BHXH VIỆT NAM\nBHXH TỈNH GÒ VẮP\nSố: 19/BC-BHXH - Gò Vắp, ngày 02/12/2022\nBÁO CÁO\nKết quả tháng 11",
         "BHXH TỈNH GÒ VẮP", "2022-12-02"),
        # the day that a site writes below the title
        ("UBND XÃ ĐỒI MÂY\nKẾ HOẠCH\nTiêm phòng cho đàn vật nuôi năm 2026\n date 2026-02-09", "UBND XÃ ĐỒI MÂY",
         "2026-02-09"),
        # a title that is in no capitals, an agency that stands alone below it
        ("THANH TRA TỈNH GÒ VẮP\nBáo cáo công tác thanh tra 6 tháng đầu năm 2013", "THANH TRA TỈNH GÒ VẮP", None),
        ("Tình hình kinh tế - xã hội quý III năm 2016\nCục Thống kê tỉnh Gò Vắp", "Cục Thống kê tỉnh Gò Vắp", None),
        ("Tình hình kinh tế - xã hội quý III năm 2016\n(Nguồn: Cục Thống kê tỉnh Gò Vắp)", "Cục Thống kê tỉnh Gò Vắp",
         None),
        ("Tình hình kinh tế - xã hội quý III năm 2016\nCục Thống kê tỉnh Gò Vắp cho biết tình hình tốt.", None, None),
    ],
)  # fmt: skip
def test_heads_of_other_shapes(head: str, issuer: str | None, issued: str | None) -> None:
    header = header_of(head + BODY)
    assert (header.issuer, header.issued) == (issuer, issued)


@pytest.mark.parametrize(
    ("letter", "recipients"),
    [
        ("Kính gửi: Sở Tài chính; UBND huyện Phú Mộc.", ("Sở Tài chính", "UBND huyện Phú Mộc")),
        (
            "Kính gửi:\n- Sở Y tế;\n- UBND các huyện, thị xã.\n\nĐến nay có 12 ca.",
            ("Sở Y tế", "UBND các huyện, thị xã"),
        ),
        ("Kính gửi: Sở Tài chính\n\nĐến nay có 12 ca.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.", ("Như trên", "Lưu: VT")),
    ],
)
def test_a_letter_goes_to_whom_it_addresses(letter: str, recipients: tuple[str, ...]) -> None:
    assert header_of(LETTER + "V/v chống dịch\n\n" + letter).recipients == recipients
