"""Documents cited in sentences: the words in brackets."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.grammar.references import find_references

FINDS = [
    # numbers and symbols of the State
    "theo [Nghị quyết số 63/NQ-CP] của Chính phủ",
    "[Nghị định số 75/2023/NĐ-CP] ngày 19 tháng 10 năm 2023 của Chính phủ",
    "thực hiện [Kế hoạch số 111/KH-UBND] ngày 23/11/2023",
    "tại [Thông báo số 262/TB-VP] ngày 08 tháng 11 năm 2023",
    "[Quyết định số 1248/QĐ-UBND] và [Kế hoạch số 09/KH-UBND]",
    "[Thông tư liên tịch số 01/2015/TTLT-VPCP-BNV] hướng dẫn",
    "[Thông tư 01/2011/TT-BNV] hướng dẫn thể thức",
    "[Luật số 31/2024/QH15] có hiệu lực",
    "[Nghị quyết số 43/2022/QH15] về chính sách tài khóa",
    "[Quyết định số 1719/QĐ-TTg] phê duyệt Chương trình",
    "[Công điện số 1078/CĐ-TTg] ngày 15/10/2022",
    "[Văn bản số 4512/UBND-KT] ngày 20/11/2024",
    "[Tờ trình số 12/TTr-STC]; [Báo cáo số 236/BC-UBND]",
    "[Công văn số 1308] của Ban Tuyên giáo",
    "[Giấy mời số 45/GM-UBND] ngày 02/3/2021",
    "[Chỉ thị số 13/CT-TTg], [Chỉ thị 27] của Ban Thường vụ",
    "[Hướng dẫn số 2235/HD-STNMT] ngày 5/6/2020",
    "[Công văn số: 123/STC-NS] của Sở Tài chính",
    "[Quyết định số 05 /2022/QĐ-UBND] quy định",
    "[Văn bản số 1234 /UBND-TH] yêu cầu",
    # numbers and symbols of the Party
    "[Nghị quyết 71-NQ/TW] của Bộ Chính trị",
    "[Chương trình hành động số 09-CTr/TU] của Tỉnh ủy",
    "[Kết luận số 21-KL/TW], [Quy định số 96] của Bộ Chính trị",
    "[Chỉ thị số 05-CT/TW] và [Hướng dẫn số 12-HD/BTCTW]",
    "[Thông báo kết luận số 123-TB/TU] của Ban Thường vụ Tỉnh ủy",
    "[Thông báo số 15-TB/TU] của Thành ủy",
    "[Quyết định số 244-QĐ/TW]",
    # short forms
    "được hưởng theo [NQ 24] của HĐND tỉnh",
    "[QĐ 123/QĐ-UBND] và [NĐ 20/2021/NĐ-CP]",
    "[NQ số 57-NQ/TW], [CV số 88/SNV-TCCB]",
    "[Nghị định 20], [Đề án 06], [Đề án 06/CP]",
    # lists
    "các [Nghị quyết số 57], [59], [66], [68-NQ/TW] của Bộ Chính trị",
    "[Nghị quyết số 01], [02/NQ-CP] của Chính phủ",
    "các [Thông báo số 12/TB-VP], [15/TB-VP] và [18/TB-VP]",
    "các [Quyết định: số 12/QĐ-UBND], [15/QĐ-UBND] của UBND tỉnh",
    "[Nghị quyết số 19-NQ/TW]; 04 Nghị quyết trụ cột",
    # names without number
    "theo [Nghị quyết Đại hội XIII của Đảng] và [Nghị quyết Trung ương 4 khóa XII]",
    "thực hiện [Luật Đất đai 2024], [Luật Nhà ở 2023]",
    "triển khai thực hiện [Kế hoạch phát triển kinh tế - xã hội] năm 2024",
    "quy định của [Luật Ngân sách Nhà nước]",
    "theo [Luật Đất đai năm 2024] và [Luật Đấu thầu]",
    "[Luật Phòng, chống tham nhũng], [Bộ luật Lao động]",
    "[Luật Giao dịch điện tử] có hiệu lực; [Hiến pháp năm 2013]",
    "thực hiện [Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI], gắn với",
    "thực hiện [Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX]; trong đó",
    "theo [Nghị quyết Tỉnh ủy] và kế hoạch đã đề ra",
    "kết quả cao nhất [Nghị quyết năm 2023 của Tỉnh ủy].",
    "năm 2023 theo [Nghị quyết của Tỉnh ủy] (riêng huyện",
    "thực hiện [Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh] thực hiện",
    "xây dựng kế hoạch thực hiện [Đề án tái cơ cấu nông nghiệp] năm 2023 trên địa bàn",
    "triển khai thực hiện [Đề án phát triển du lịch thành phố]; tập trung",
    "triển khai thực hiện [Chiến lược công tác dân tộc tỉnh giai đoạn 2021 - 2030, tầm nhìn đến năm 2045].",
    "thực hiện [Quy hoạch tỉnh Trà Vinh thời kỳ 2021 - 2030, tầm nhìn đến năm 2050]; khẩn trương",
    "theo [Chương trình Giáo dục phổ thông 2018] và triển khai",
    "triển khai [Đề án mở rộng địa giới hành chính thành phố].",
    "theo đúng [Quy chế làm việc của UBND tỉnh] và phân công",
]
LEAVES_ALONE = [
    "theo quy định của pháp luật và theo kế hoạch đề ra",
    "Kế hoạch 5 năm 2021 - 2025 của tỉnh",
    "Báo cáo 06 tháng đầu năm và nhiệm vụ cuối năm",
    "kế hoạch 2023, chương trình 30 ngày đêm",
    "lấy ý kiến Nhân dân về dự thảo Luật Đất đai sửa đổi",
    "xây dựng Kế hoạch nâng chất lượng phong trào",
    "Hoàn thành Đề án khai thác, quản lý các công viên",
    "trình Hội đồng nhân dân tỉnh thông qua 11 Nghị quyết",
    "lập Quy hoạch tỉnh và Quy hoạch sử dụng đất đến năm 2030",
    "tham gia Chương trình OCOP năm 2023",
    "Trong thông báo kết luận có nêu; báo cáo kết quả",
    "thực hiện các chương trình, đề án, kế hoạch",
    "3 chương trình mục tiêu quốc gia",
    "đúng quy chế, quy định và hướng dẫn chuyên môn",
    "Chỉ thị của cấp trên phải được phổ biến",
    "Văn bản 12 trang, báo cáo 3 nội dung",
    "luật sư, luật gia, kỷ luật 5 trường hợp",
    "Công văn đến trong tháng là 525 văn bản",
    "vi phạm quy chế thi 03 trường hợp",
    "THÔNG BÁO",
    "QUYẾT ĐỊNH:",
    "tổng số 45 kế hoạch, 12 quyết định và 3 chỉ thị",
    "quyết định đầu tư 10 dự án; thông báo 5 lượt",
    "TT 24 giờ; KH vốn 2023; CT. UBND tỉnh",
    "Số: 05/TB-UBND",
    "đại biểu nghiên cứu dự thảo nghị quyết, thảo luận tại tổ",
    "ban hành 680 văn bản các loại để chỉ đạo điều hành",
    "Resolution No. 12/2023 of the Council",
]
MARK = re.compile(r"\[([^\[\]]*)\]")


@pytest.mark.parametrize("line", FINDS)
def test_finds(line: str) -> None:
    assert [reference.text for reference in find_references(MARK.sub(r"\1", line))] == MARK.findall(line)


@pytest.mark.parametrize("line", LEAVES_ALONE)
def test_leaves_alone(line: str) -> None:
    assert [reference.text for reference in find_references(line)] == []


@pytest.mark.parametrize(
    ("line", "number", "symbol", "issuer", "issued"),
    [
        (
            "Nghị định số 75/2023/NĐ-CP ngày 19 tháng 10 năm 2023 của Chính phủ về",
            "75/2023",
            "NĐ-CP",
            "Chính phủ",
            date(2023, 10, 19),
        ),
        (
            "Kế hoạch số 09/KH-UBND ngày 03/2/2023 của UBND thành phố về",
            "09",
            "KH-UBND",
            "UBND thành phố",
            date(2023, 2, 3),
        ),
        ("Nghị quyết 71-NQ/TW của Bộ Chính trị", "71", "NQ/TW", "Bộ Chính trị", None),
        ("Quyết định số 12/QĐ-UBND ngày 31/02/2023", "12", "QĐ-UBND", None, None),
        ("Luật số 31/2024/QH15", "31/2024", "QH15", None, None),
        ("Kế hoạch số     /KH-UBND ngày 5/6/2024", None, "KH-UBND", None, date(2024, 6, 5)),
        ("Chỉ thị số 27 của Ban Thường vụ Tỉnh ủy", "27", None, "Ban Thường vụ Tỉnh ủy", None),
        (
            "Nghị quyết 05-NQ/TU, ngày 10/8/2021 của Ban Chấp hành Đảng bộ tỉnh",
            "05",
            "NQ/TU",
            "Ban Chấp hành Đảng bộ tỉnh",
            date(2021, 8, 10),
        ),
    ],
)
def test_attributes(line: str, number: str | None, symbol: str | None, issuer: str | None, issued: date | None) -> None:
    reference = find_references(line)[0]
    assert (reference.number, reference.symbol, reference.issuer, reference.issued) == (number, symbol, issuer, issued)


def test_a_list_shares_type_and_symbol() -> None:
    found = find_references("các Nghị quyết số 57, 59, 68-NQ/TW của Bộ Chính trị")
    assert [(one.type, one.number, one.symbol) for one in found] == [
        ("Nghị quyết", n, "NQ/TW") for n in ("57", "59", "68")
    ]


def test_a_second_mention_points_back() -> None:
    first, second = find_references("thực hiện Nghị quyết của Tỉnh ủy; huyện phải ra mắt trong năm theo Nghị quyết.")
    assert (second.text, second.rule) == ("Nghị quyết của Tỉnh ủy", "reference:second")
    assert first.span.end < second.span.start
    assert len(find_references("thực hiện Nghị quyết của Tỉnh ủy.\nHuyện ra mắt theo Nghị quyết.")) == 1


PIECES = st.sampled_from(
    [
        "các",
        "Nghị",
        "quyết",
        "số",
        "57",
        "59,",
        "66,",
        "68-NQ/TW",
        "Luật",
        "Đất",
        "đai",
        "Đề",
        "án",
        "thực",
        "hiện",
        "Kế",
        "hoạch",
        "/",
        "-",
        "ngày",
        "31/02/2023",
        "của",
        "UBND",
        "QĐ",
        "NQ",
        "24",
        "\n",
        "",
        "Số:",
        "/KH-UBND",
        "năm",
        "2023",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join)))
def test_spans_are_true_ordered_and_apart(text: str) -> None:
    references = find_references(text)
    for reference in references:
        words = " ".join(text[reference.span.start : reference.span.end].split())
        assert words
        assert words == reference.text or reference.rule == "reference:second"
    assert all(before.span.end <= after.span.start for before, after in pairwise(references))
