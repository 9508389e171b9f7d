"""Headers of whole documents: formats of the State, of the Party and of the press, in the orders reading leaves."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.extraction.header import extract_header
from dondoc.extraction.header.reported import read_period
from dondoc.facts import Header
from dondoc.reading.plain import read_plain
from tests.extraction.header_documents import DIRECTIVE, FLAT, LETTER, NEWS, NOTICE, PARTY, PLAN, RESOLUTION


def header(words: str) -> Header:
    return extract_header(read_plain(dedent(words).strip()))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            NOTICE,
            (
                "conclusion_notice",
                "05/TB-VP",
                "TB-VP",
                "VĂN PHÒNG UBND TỈNH THUẬN GIANG",
                "Thuận Giang",
                "2024-06-05",
                "2024-05",
            ),
        ),
        (
            FLAT,
            (
                "report",
                "1205/BC-STC",
                "BC-STC",
                "SỞ TÀI CHÍNH TỈNH THUẬN GIANG",
                "Thuận Giang",
                "2025-09-18",
                "2025-01..2025-09",
            ),
        ),
        (
            LETTER,
            (
                "official_letter",
                "4512/UBND-KT",
                "UBND-KT",
                "ỦY BAN NHÂN DÂN TỈNH THUẬN GIANG",
                "Thuận Giang",
                "2024-11-20",
                None,
            ),
        ),
        (PARTY, ("conclusion_notice", "15-TB/TU", "TB/TU", "TỈNH ỦY", "Mỹ An", "2022-06-30", "2022-Q2")),
        (NEWS, ("news", None, None, None, None, "2024-07-03", "2024-H1")),
        (
            DIRECTIVE,
            ("directive", "02/CT-UBND", "CT-UBND", "ỦY BAN NHÂN DÂN TỈNH THUẬN GIANG", "Thuận Giang", "2019-02", None),
        ),
        (PLAN, ("plan", None, "KH-PNV", "PHÒNG NỘI VỤ HUYỆN PHÚ HÒA", "Phú Hòa", "2015-01-07", "2015")),
        (
            RESOLUTION,
            (
                "resolution",
                "43/2021/NQ-HĐND",
                "NQ-HĐND",
                "HỘI ĐỒNG NHÂN DÂN TỈNH THUẬN GIANG",
                "Thuận Giang",
                "2021-12-09",
                "2022",
            ),
        ),
    ],
    ids=["notice", "flat", "letter", "party", "news", "directive", "plan", "resolution"],
)
def test_head(words: str, expected: tuple[str | None, ...]) -> None:
    found = header(words)
    assert (found.type, found.number, found.symbol, found.issuer, found.place, found.issued, found.period) == expected


@pytest.mark.parametrize(
    ("words", "authority", "title", "name"),
    [
        (NOTICE, "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Thị Bình"),
        (FLAT, None, "GIÁM ĐỐC", "Lê Hoàng Nam"),
        (LETTER, "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Minh Đức"),
        (PARTY, "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Võ Quốc Khánh"),
        (DIRECTIVE, None, "CHỦ TỊCH", "Nguyễn Văn An"),
        (PLAN, None, "TRƯỞNG PHÒNG", "Đoàn Thị Lan"),
        (RESOLUTION, None, "CHỦ TỊCH", "Huỳnh Văn Tư"),
    ],
    ids=["notice", "flat", "letter", "party", "directive", "plan", "resolution"],
)
def test_signer(words: str, authority: str | None, title: str, name: str) -> None:
    signer = header(words).signer
    assert signer is not None
    assert (signer.authority, signer.title, signer.name) == (authority, title, name)


@pytest.mark.parametrize(
    ("words", "recipients"),
    [
        (NOTICE, ("Thường trực Tỉnh ủy", "CT, các PCT UBND tỉnh", "Lưu: VT, TH")),
        (FLAT, ("Như trên", "Lưu: VT, QLNS")),
        (PARTY, ("Các huyện ủy, thị ủy, thành ủy", "Lưu Văn phòng Tỉnh ủy")),
        (NEWS, ()),
        (PLAN, ()),
    ],
    ids=["notice", "flat", "party", "news", "plan"],
)
def test_recipients(words: str, recipients: tuple[str, ...]) -> None:
    assert header(words).recipients == recipients


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        (NOTICE, "Kết luận của Chủ tịch UBND tỉnh Nguyễn Văn An tại phiên họp thường kỳ tháng 5 năm 2024"),
        (FLAT, "Tình hình giải ngân vốn đầu tư công 9 tháng năm 2025"),
        (LETTER, "đẩy nhanh tiến độ giải ngân vốn đầu tư công năm 2024"),
        (DIRECTIVE, "Về việc tăng cường công tác phòng cháy, chữa cháy rừng mùa khô"),
        (RESOLUTION, "Về dự toán ngân sách nhà nước năm 2022"),
        (NEWS, None),
    ],
    ids=["notice", "flat", "letter", "directive", "resolution", "news"],
)
def test_subject(words: str, subject: str | None) -> None:
    assert header(words).subject == subject


def test_meeting_and_chair() -> None:
    found = header(NOTICE)
    assert found.event is not None
    assert found.event.name == "phiên họp thường kỳ tháng 5 năm 2024"
    assert str(found.event.date) == "2024-06-03"
    assert found.chair == "Chủ tịch UBND tỉnh Nguyễn Văn An"


def test_recipients_and_signature_on_the_same_lines() -> None:
    found = header("""
        BÁO CÁO
        Kết quả công tác quý I/2021

        Tháng qua đạt kết quả tốt.

        Nơi nhận:                      TM. ỦY BAN NHÂN DÂN
        - UBND tỉnh;                   KT. CHỦ TỊCH
        - Phòng Tài chính;             PHÓ CHỦ TỊCH
        - Lưu: VT.

                                       Ngô Văn Hải
    """)
    assert found.recipients == ("UBND tỉnh", "Phòng Tài chính", "Lưu: VT")
    assert found.signer is not None
    assert (found.signer.title, found.signer.name) == ("PHÓ CHỦ TỊCH", "Ngô Văn Hải")
    assert found.period == "2021-Q1"


def test_issuer_from_the_signature_where_no_head_is_left() -> None:
    found = header("""
        BÁO CÁO
        Tình hình kinh tế - xã hội tháng 8 năm 2020

        UBND huyện đã chỉ đạo quyết liệt. UBND huyện Phú Hòa tổ chức họp. Theo đề nghị, UBND huyện giao phòng.

        Nơi nhận:
        - UBND tỉnh;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH

        Đỗ Mạnh Hùng
    """)
    assert found.issuer == "UBND huyện Phú Hòa"


@pytest.mark.parametrize(
    ("line", "number", "symbol", "place", "issued"),
    [
        ("Số: 262/TB-VP    Trà Vinh, ngày 08 tháng 11 năm 2023", "262/TB-VP", "TB-VP", "Trà Vinh", "2023-11-08"),
        (
            "Số : 17 /TB-UBND\nTP. Hồ Chí Minh, ngày 2 tháng 3 năm 2012",
            "17/TB-UBND",
            "TB-UBND",
            "TP. Hồ Chí Minh",
            "2012-03-02",
        ),
        ("Số:      /TB-VP\nTrà Vinh, ngày\n\ntháng 11 năm 2023", None, "TB-VP", "Trà Vinh", "2023-11"),
        ("Số: .../KH-UBND\nHuế, ngày ... tháng ... năm 2021", None, "KH-UBND", "Huế", None),
        ("Số 15-TB/TU\nMỹ Tho, ngày 31 tháng 02 năm 2022", "15-TB/TU", "TB/TU", "Mỹ Tho", None),
        (
            "Số: 05/2022/QĐ-UBND UBND Đà Nẵng, ngày 5 tháng 6 năm 2022",
            "05/2022/QĐ-UBND",
            "QĐ-UBND",
            "Đà Nẵng",
            "2022-06-05",
        ),
        ("Số: 88/2020/QH14\nHà Nội ngày 17 tháng 6 năm 2020", "88/2020/QH14", "QH14", "Hà Nội", "2020-06-17"),
        ("Số: 1719/QĐ-TTg\nNgày 14 tháng 10 năm 2021", "1719/QĐ-TTg", "QĐ-TTg", None, "2021-10-14"),
        ("Số: 12/SNN&MT-TL\nVị Thanh, ngày 1 tháng 8 năm 2025", "12/SNN&MT-TL", "SNN&MT-TL", "Vị Thanh", "2025-08-01"),
    ],
)
def test_number_place_and_date(
    line: str, number: str | None, symbol: str | None, place: str | None, issued: str | None
) -> None:
    found = header(f"{line}\n\nTHÔNG BÁO\n\nVề việc nghỉ lễ")
    assert (found.number, found.symbol, found.place, found.issued) == (number, symbol, place, issued)


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Tình hình kinh tế - xã hội 06 tháng đầu năm 2021", "2021-H1"),
        ("Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023", "2023-H1"),
        ("Tình hình tháng 11 và 11 tháng, nhiệm vụ tháng 12 năm 2023", "2023-11"),
        ("Kết quả quý I, phương hướng quý II năm 2019", "2019-Q1"),
        ("Kết quả công tác quý 3/2016", "2016-Q3"),
        ("Tình hình 9 tháng đầu năm 2022", "2022-01..2022-09"),
        ("Tình hình thực hiện nhiệm vụ năm 2024 và kế hoạch năm 2025", "2024"),
        ("Tình hình thực hiện nhiệm vụ tháng 02/2023", "2023-02"),
        ("Kết quả thực hiện kết luận ngày 22 tháng 11 năm 2023", None),
        ("Công tác phòng, chống thiên tai", None),
        ("Kết quả giai đoạn 2021 - 2025", None),
        ("Tình hình giải ngân kế hoạch vốn đầu tư công năm 2022 đến ngày 30/9/2022", "2022-01..2022-09"),
        ("Kết quả thu ngân sách đến hết tháng 8 năm 2024", "2024-01..2024-08"),
        ("Tiến độ thực hiện các dự án trọng điểm tính đến ngày 20 tháng 4 năm 2022", "2022-01..2022-04"),
        ("Kết quả phòng, chống dịch tả lợn đến hết 31/01/2021", "2021-01"),
        ("Tình hình kinh tế - xã hội tháng 9/2020 (số liệu đến 25/9/2020)", "2020-09"),
        ("Kết quả năm 2023, nhiệm vụ đến ngày 30/6/2024", "2023"),
        ("Kết quả công tác từ ngày 15/5/2023 đến ngày 14/6/2023", None),
    ],
)
def test_period_of_a_report(subject: str, period: str | None) -> None:
    assert header(f"BÁO CÁO\n\n{subject}\n\nI. KẾT QUẢ\n\nĐã hoàn thành.").period == period


@pytest.mark.parametrize(
    "words",
    [
        "Cách nấu canh chua: cho cá vào nồi, thêm me và cà chua, nêm vừa ăn.",
        "The committee met on 5 June 2024 and approved the budget.",
        "Đội nhà thắng 3 - 1 ở trận cuối vòng bảng.",
        "",
        "THÔNG BÁO",
    ],
)
def test_says_nothing_about_itself(words: str) -> None:
    found = header(words)
    assert (found.number, found.symbol, found.issuer, found.issued, found.period, found.signer) == (None,) * 6
    assert found.recipients == ()


@given(st.text())
def test_any_string_has_a_header(words: str) -> None:
    text = read_plain(words)
    found = extract_header(text)
    for piece in found.evidence:
        assert piece.span is None or 0 <= piece.span.start <= piece.span.end <= len(text.content)


def test_a_year_compared_with_is_not_the_year_reported_on() -> None:
    words = "Kết quả 9 tháng đầu năm nay, thu ngân sách huyện tăng 8% so với cùng kỳ năm 2021."
    assert read_period(words, None) == "2022-01..2022-09"
    assert read_period(words.replace("so với cùng kỳ năm 2021", "theo báo cáo năm 2021"), None) == "2021-01..2021-09"
