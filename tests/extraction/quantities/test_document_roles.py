"""Roles that the kind of document, its headings and what it names again and again decide."""

import pytest

from dondoc.extraction import extract
from dondoc.facts import Facts, Quantity
from dondoc.reading.plain import read_plain

HEAD = "UBND TỈNH LẠC SƠN\n\nSố: 12/{}\n\nLạc Sơn, ngày 12 tháng 12 năm 2022\n\n{}\n\n"
RESOLUTION = HEAD.format("NQ-HĐND", "NGHỊ QUYẾT\nVề nhiệm vụ phát triển kinh tế - xã hội năm 2023")
PLAN = HEAD.format("KH-UBND", "KẾ HOẠCH\nTổ chức thăm, tặng quà Tết Nguyên đán năm 2023")
REPORT = HEAD.format("BC-UBND", "BÁO CÁO\nTình hình kinh tế - xã hội tháng 11 năm 2022")
NOTICE = HEAD.format("TB-VP", "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại buổi kiểm tra hai bệnh viện")
AIMS = "Điều 2. Mục tiêu, chỉ tiêu chủ yếu năm 2023\n\n2. Các chỉ tiêu chủ yếu\n\na) Về kinh tế\n\n"
NEWS = "Nông thôn mới đổi thay\n\n(Báo Lạc Sơn) - Phong trào chung sức xây dựng nông thôn mới lan rộng khắp nơi.\n\n"


def read(source: str) -> Facts:
    return extract(read_plain(source))


def figure(facts: Facts, words: str) -> Quantity:
    return next(one for one in facts.quantities if facts.text[one.span] == words)


@pytest.mark.parametrize(
    ("source", "words", "role"),
    [
        (RESOLUTION + AIMS + "- GRDP bình quân đầu người: 47 triệu đồng.", "47 triệu đồng", "plan"),
        (RESOLUTION + AIMS + "- Thu ngân sách trên địa bàn: 4.600 tỷ đồng.", "4.600 tỷ đồng", "plan"),
        (RESOLUTION + AIMS + "- Tỷ lệ che phủ rừng: 47%.", "47%", "plan"),
        (RESOLUTION + AIMS + "- Tốc độ tăng GRDP: 7% trở lên.", "7%", "plan"),
        (RESOLUTION + AIMS + "- Số bác sĩ: 1.250 người.", "1.250 người", "plan"),
        (RESOLUTION + AIMS + "- Thu ngân sách đã đạt 4.600 tỷ đồng, tăng 5% so với cùng kỳ.", "5%", "change"),
        (
            RESOLUTION + "Điều 1. Kết quả năm 2022\n\n1. Về kinh tế\n\n- Thu ngân sách: 4.350 tỷ đồng.",
            "4.350 tỷ đồng",
            None,
        ),
        (PLAN + "II. NỘI DUNG\n\n1. Mức quà\n\na) Hộ nghèo: 96 suất, mức 700.000 đồng/suất.", "96 suất", "plan"),
        (
            PLAN + "II. NỘI DUNG\n\n1. Mức quà\n\na) Hộ nghèo: 96 suất, mức 700.000 đồng/suất.",
            "700.000 đồng/suất",
            "plan",
        ),
        (PLAN + "I. KẾT QUẢ NĂM 2022\n\n1. Mức quà\n\na) Hộ nghèo: 96 suất quà.", "96 suất quà", None),
        (REPORT + "II. CHỈ TIÊU CHỦ YẾU\n\n1. Về kinh tế\n\n- Thu ngân sách: 350 tỷ đồng.", "350 tỷ đồng", None),
    ],
)
def test_headings_of_aims(source: str, words: str, role: str | None) -> None:
    found = figure(read(source), words).role
    assert found == role if role else found != "plan"


def test_what_a_notice_keeps_naming_is_counted() -> None:
    facts = read(
        NOTICE + "1. Bộ Y tế tập trung hoàn thành 02 bệnh viện trước ngày 30/12/2022.\n\n"
        "2. Sở Y tế chuẩn bị nhân lực vận hành 02 bệnh viện.\n\n"
        "3. Sở Tài chính bố trí kinh phí cho 02 bệnh viện.\n\n"
        "4. Sở Xây dựng nghiệm thu 02 bệnh viện; khởi công xây dựng 03 trạm y tế trong quý I/2023.\n"
    )
    roles = [one.role for one in facts.quantities if facts.text[one.span] == "02 bệnh viện"]
    assert roles == ["count"] * 4
    assert figure(facts, "03 trạm y tế").role == "plan"


@pytest.mark.parametrize(
    ("sentence", "words", "role"),
    [
        ("Đợt mưa lũ đã làm 14 người chết.", "14 người", "actual"),
        ("Đã thu hoạch được 140 ha lúa mùa.", "140 ha", "actual"),
    ],
)
def test_undated_news(sentence: str, words: str, role: str) -> None:
    assert figure(read(NEWS + sentence), words).role == role


def test_the_same_words_in_a_monthly_report() -> None:
    facts = read(REPORT + "1. Văn hóa\n\nTrong tháng, xây dựng được 12 nhà văn hóa.")
    assert figure(facts, "12 nhà văn hóa").role == "actual"


def test_months_so_far_of_a_notice_come_together() -> None:
    facts = read(NOTICE + "1. Kinh tế ổn định: thu ngân sách 10 tháng năm 2022 ước đạt 4.600 tỷ đồng.")
    assert figure(facts, "4.600 tỷ đồng").role == "cumulative"


@pytest.mark.parametrize(
    ("paragraphs", "base"),
    [
        (
            "Thu ngân sách tăng 9% so với cùng kỳ.\n\nMột số khoản tăng khá, như thuế bảo vệ môi trường tăng 16,6%.",
            "same_period",
        ),
        ("Giá vàng tăng 9% so với tháng trước.\n\nNhóm giáo dục tăng 16,6%.", "previous"),
        ("Thu ngân sách tăng 9% so với cùng kỳ.\n\nTrong tháng 9, thuế bảo vệ môi trường tăng 16,6%.", None),
        ("Thu ngân sách đạt 9 tỷ đồng.\n\nThuế bảo vệ môi trường tăng 16,6%.", None),
    ],
)
def test_news_go_on_comparing(paragraphs: str, base: str | None) -> None:
    assert figure(read(NEWS + paragraphs), "16,6%").base == base


@pytest.mark.parametrize(
    ("source", "base"),
    [
        (HEAD.format("BC-UBND", "BÁO CÁO\nKết quả năm 2022") + "1. Kinh tế\n\nNăm 2022, GRDP tăng 9,4%.", "previous"),
        (REPORT + "1. Kinh tế\n\nTính chung 11 tháng, GRDP tăng 9,4%.", "same_period"),
    ],
)
def test_growth_of_a_whole_year(source: str, base: str) -> None:
    assert figure(read(source), "9,4%").base == base


@pytest.mark.parametrize(
    ("sentence", "words", "role"),
    [
        ("Đến năm 2030, tỷ lệ đô thị hóa khoảng 45%.", "45%", "plan"),
        ("Đến năm 2030, thu nhập bình quân đầu người khoảng 96 triệu đồng.", "96 triệu đồng", "plan"),
    ],
)
def test_what_lies_ahead_is_planned(sentence: str, words: str, role: str) -> None:
    assert figure(read(NOTICE + "1. Định hướng\n\n" + sentence), words).role == role


COMPARED = "Trong 9 tháng năm 2022, thu ngân sách đạt 512 tỷ đồng, tăng 9% so với cùng kỳ.\n\n"


@pytest.mark.parametrize(
    ("paragraph", "words", "base"),
    [
        ("Trong 9 tháng năm 2022, doanh thu vận tải đạt 84 tỷ đồng, tăng 16,6%.", "16,6%", "same_period"),
        ("Năm 2021, doanh thu vận tải đạt 84 tỷ đồng, tăng 16,6%.", "16,6%", "previous"),
        ("Trong 9 tháng năm 2022, giá thép tăng từ 12% đến 18%.", "12%", None),
        ("Trong 9 tháng năm 2022, xảy ra 12 vụ (tăng 02 vụ).", "02 vụ", None),
    ],
)
def test_news_compare_throughout(paragraph: str, words: str, base: str | None) -> None:
    assert figure(read(NEWS + COMPARED + paragraph), words).base == base


def test_a_headline_compares_as_its_text() -> None:
    story = "Chiều 11/1, Công an tỉnh tổ chức hội nghị.\n\nToàn tỉnh xảy ra 700 vụ, giảm 88 vụ so với năm 2021."
    facts = read(f"Tai nạn giao thông giảm 88 vụ\n\n{story}")
    assert figure(facts, "88 vụ").base == "previous"


YEARLY = HEAD.format("BC-UBND", "BÁO CÁO\nTình hình kinh tế - xã hội năm 2022")


@pytest.mark.parametrize(
    ("source", "base"),
    [
        (YEARLY + "1. Mía trồng 2.110 ha, giảm 480 ha, năng suất 72 tấn/ha.", "previous"),
        (YEARLY + "1. Mía trồng 2.110 ha, giảm 480 ha so với kế hoạch.", "plan"),
        (REPORT + "1. Trong tháng trồng 2.110 ha mía, giảm 480 ha.", None),
    ],
)
def test_a_year_is_told_against_the_year_before(source: str, base: str | None) -> None:
    assert figure(read(source), "480 ha").base == base


BUDGET = """1. Tổng chi ngân sách là 5.250 tỷ đồng. Trong đó:

1.1. Chi trong cân đối: 5.100 tỷ đồng, gồm:

a) Chi cho các cơ quan cấp tỉnh: 2.000 tỷ đồng;

b) Dự phòng: 100 tỷ đồng;

c) Bổ sung cho cấp huyện: 1.000 tỷ đồng;

d) Chi trả nợ: 500 tỷ đồng;

đ) Các khoản chi chưa phân bổ: 1.500 tỷ đồng, gồm:

- Chi đầu tư chưa phân bổ: 900 tỷ đồng, bao gồm:

+ Vốn tập trung dự phòng: 400 tỷ đồng;

+ Vốn vay: 500 tỷ đồng;

- Chi thường xuyên chưa phân bổ: 600 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("subject", "kind", "role"),
    [
        ("Về dự toán thu, chi và phương án phân bổ ngân sách tỉnh năm 2023", "NGHỊ QUYẾT", "plan"),
        ("Về việc giao chỉ tiêu thu, chi ngân sách năm 2023", "QUYẾT ĐỊNH", "plan"),
        ("Về việc phân bổ kế hoạch vốn đầu tư công năm 2023", "NGHỊ QUYẾT", "plan"),
        ("Phê chuẩn quyết toán và phân bổ kết dư ngân sách năm 2021", "NGHỊ QUYẾT", "actual"),
    ],
)
def test_a_budget_plans_what_it_hands_out_and_divides_it_level_by_level(subject: str, kind: str, role: str) -> None:
    facts = read(HEAD.format("NQ-HĐND", f"{kind}\n{subject}") + "Điều 1. Các khoản như sau:\n\n" + BUDGET)
    assert figure(facts, "5.250 tỷ đồng").role == role
    if role == "plan":
        wholes = {one.id: facts.text[one.span] for one in facts.quantities}
        of = {facts.text[one.span]: wholes.get(one.of or "") for one in facts.quantities if one.role == "part"}
        assert of["5.100 tỷ đồng"] == "5.250 tỷ đồng"
        assert {of["2.000 tỷ đồng"], of["500 tỷ đồng"], of["1.500 tỷ đồng"]} >= {"5.100 tỷ đồng"}
        assert (of["900 tỷ đồng"], of["400 tỷ đồng"]) == ("1.500 tỷ đồng", "900 tỷ đồng")
        assert of["600 tỷ đồng"] == "1.500 tỷ đồng"
