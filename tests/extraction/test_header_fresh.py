"""Headers of pages, party notices and news that the rules had not met."""

import pytest

import dondoc
from dondoc.facts import Header


def header(source: str) -> Header:
    return dondoc.extract(dondoc.read(source.encode())).header


ORDERS = "Sở Y tế phối hợp kiểm tra các chợ, báo cáo kết quả trước ngày 15/6. Các xã tiếp tục tuyên truyền."


@pytest.mark.parametrize(
    "opening",
    [
        "Kế hoạch thực hiện phong trào văn hóa\n\nNgày 25/5/2022, UBND huyện ban hành Quyết định số 16/QĐ-UBND về "
        "phong trào.",
        "Ứng phó mưa lũ\n\nNội dung Công điện nêu rõ: lũ đang lên trên các sông.",
        "Công điện về ứng phó lũ quét\n\nNội dung công điện nêu rõ:",
        "Kiểm tra sai phạm đất đai\n\nCông văn số 55/VP-XD ngày 24/2/2011 do Phó Văn phòng ký truyền đạt ý kiến UBND "
        "thành phố:",
        "Thường trực HĐND huyện vừa tiến hành giám sát tại xã Phú Mộc.",
    ],
)
def test_what_tells_of_a_paper_is_news(opening: str) -> None:
    assert header(f"{opening}\n\n{ORDERS}\n").type == "news"


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("BÁO PHÚ MỘC - Số ra Thứ Sáu, ngày 19 - 7 - 2013", "2013-07-19"),
        ("Thứ sáu, 24.12.2010", "2010-12-24"),
    ],
)
def test_the_day_of_a_newspaper(line: str, issued: str) -> None:
    found = header(
        f"{line}\n\nChủ tịch UBND tỉnh làm việc với huyện\n\nChủ tịch UBND tỉnh yêu cầu huyện rà soát. {ORDERS}\n"
    )
    assert (found.type, found.issued) == ("news", issued)


def test_a_report_that_nobody_signs_is_of_its_last_line() -> None:
    source = (
        "Tình hình kinh tế - xã hội năm 2022 của xã Yên Mỹ\n\nI. KINH TẾ\n\n- Lúa 842 ha, hoa màu 198 ha, mì 106 "
        "ha.\n\n"
        "II. VĂN HÓA\n\n- Có 7/7 ấp đạt chuẩn.\n\nUBND xã Yên Mỹ\n"
    )
    assert header(source).issuer == "UBND xã Yên Mỹ"


PARTY = (
    "TỈNH ỦY PHÚ MỘC\n*\nSố 58-TB/TU\n\nPhú Mộc, ngày 07 tháng 7 năm 2022\n\nTHÔNG BÁO\n"
    "Kết luận của đồng chí Lê Văn An, Bí thư Tỉnh ủy tại buổi làm việc với Ban Thường vụ Huyện ủy Sơn Hà\n\n"
    "Ngày 29/6/2022, đồng chí Lê Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy đã có buổi làm việc với Ban Thường vụ "
    "Huyện ủy Sơn Hà về kết quả thực hiện nhiệm vụ 6 tháng đầu năm, nhiệm vụ trọng tâm 6 tháng cuối năm 2022.\n\n"
    "1- Rà soát các chỉ tiêu.\n"
)


def test_a_party_notice_of_a_working_session() -> None:
    found = header(PARTY)
    assert found.period == "2022-H1"
    assert found.chair == "Lê Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy"
    assert found.event is not None
    assert found.event.name == "buổi làm việc với Ban Thường vụ Huyện ủy Sơn Hà"
    assert found.event.date is not None
    assert found.event.date.isoformat() == "2022-06-29"


def test_the_meeting_of_news_takes_the_year_of_the_page() -> None:
    found = header(
        "date 2024-02-27 Phiên họp UBND tỉnh\n\nSáng 26/02, UBND tỉnh tổ chức Phiên họp thường kỳ tháng 02/2024. Chủ "
        "tịch UBND "
        f"tỉnh yêu cầu các sở rà soát. {ORDERS}\n"
    )
    assert found.event is not None
    assert (found.event.name, str(found.event.date)) == ("Phiên họp thường kỳ tháng 02/2024", "2024-02-26")


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Hội nghị giao ban về giải ngân vốn đầu tư công 9 tháng, nhiệm vụ 3 tháng cuối năm 2025", "2025-01..2025-09"),
        ("Hội nghị về kết quả thu ngân sách 10 tháng và giải pháp những tháng cuối năm 2023", "2023-01..2023-10"),
    ],
)
def test_the_months_behind_a_conclusion(subject: str, period: str) -> None:
    source = (
        "VĂN PHÒNG UBND TỈNH\nSố: 31/TB-VP\nPhú Mộc, ngày 13 tháng 11 năm 2025\n\nTHÔNG BÁO\n"
        f"Kết luận của Chủ tịch UBND tỉnh tại {subject}\n\n1. Sở Y tế kiểm tra các chợ.\n"
    )
    assert header(source).period == period


def test_a_second_quarter_under_the_heading_of_the_half_year() -> None:
    source = (
        "UBND THỊ XÃ PHÚ MỘC\nSố: 24/BC-UBND\nPhú Mộc, ngày 02 tháng 7 năm 2018\n\nBÁO CÁO\n"
        "Tình hình kinh tế - xã hội Quý II và nhiệm vụ 6 tháng cuối năm 2018\n\n"
        "A. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ 6 THÁNG ĐẦU NĂM 2018\n\n1. Lúa gieo cấy 310 ha.\n"
    )
    assert header(source).period == "2018-H1"


def test_a_signer_of_the_highlands() -> None:
    source = (
        "UBND XÃ ĐẠ LONG\nSố: 24/BC-UBND\nĐạ Long, ngày 02 tháng 7 năm 2025\n\nBÁO CÁO\nTình hình tháng 6 năm 2025\n\n"
        "1. Lúa gieo cấy 310 ha.\n\nNơi nhận:\n- Đảng ủy;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ "
        "TỊCH\n\n"
        "K'Brể Phong\n"
    )
    found = header(source)
    assert found.signer is not None
    assert found.signer.name == "K'Brể Phong"


def test_a_monthly_session_that_reviews_the_quarter() -> None:
    source = (
        "VĂN PHÒNG UBND TỈNH\nSố: 31/TB-VP\nPhú Mộc, ngày 06 tháng 4 năm 2025\n\nTHÔNG BÁO\n"
        "Kết luận của Chủ tịch UBND tỉnh tại phiên họp thường kỳ tháng 3 năm 2025\n\n"
        "Ngày 31/3/2025, Chủ tịch UBND tỉnh chủ trì phiên họp UBND tỉnh thường kỳ tháng 3 năm 2025 nhằm đánh giá tình "
        "hình kinh tế - xã hội quý I, nhiệm vụ trọng tâm quý II năm 2025.\n\n1. Sở Y tế kiểm tra các chợ.\n"
    )
    assert header(source).period == "2025-Q1"


def test_seasons_of_a_year_are_no_period() -> None:
    source = (
        "BỘ NÔNG NGHIỆP\nSố: 31/TB-BNN\nHà Nội, ngày 26 tháng 3 năm 2018\n\nTHÔNG BÁO\n"
        "Kết luận của Thứ trưởng tại Hội nghị sơ kết vụ Đông Xuân 2017 - 2018, triển khai kế hoạch vụ Hè Thu và vụ "
        "Mùa năm 2018\n\n1. Cục Trồng trọt kiểm tra giống.\n"
    )
    assert header(source).period is None
