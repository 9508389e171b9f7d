"""Relations whose figures do not stand beside one another: own lines of an invented province."""

import pytest

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.facts import Check
from dondoc.reading.plain import read_plain

HELD = [
    ("Hãng có 1.512 chuyến đúng giờ trong tổng số 1.680 chuyến khai thác, chiếm tỷ lệ 90%.", "ratio.out-of"),
    (
        "Có 2.064 doanh nghiệp giải thể, tăng 8% so với cùng kỳ, trong đó 1.899 doanh nghiệp có vốn dưới 10 tỷ đồng, "
        "chiếm 92%.",
        "ratio.of-which",
    ),
    (
        "Xảy ra 520 vụ cháy, làm chết 12 người. So với tháng 7/2024, tăng 40 vụ (+8,33%), giảm 03 người chết (-20%).",
        "growth.later",
    ),
    ("Bán được 3.800 căn, giảm 24% so với 5.000 căn cùng kỳ năm 2017.", "growth.against"),
    ("Giá bán giảm 30% trong tháng, từ 11.000 đồng xuống 7.700 đồng.", "growth.from-to"),
    (
        "Thu ngân sách đạt 1.460 tỷ đồng, bằng 51,6% dự toán, tăng 2,1% so với cùng kỳ năm 2017 (1.430 tỷ đồng).",
        "growth.base",
    ),
    (
        "GRDP tăng 7,46%, trong đó khu vực nông nghiệp đóng góp 0,78 điểm phần trăm; khu vực công nghiệp đóng góp 3,91 "
        "điểm phần trăm; khu vực dịch vụ đóng góp 2,46 điểm phần trăm; thuế sản phẩm đóng góp 0,31 điểm phần trăm.",
        "sum.contributions",
    ),
    ("Đã kiểm đếm 118/146 hộ. Xã chủ trì xác nhận nguồn gốc đất của 28 hộ còn lại.", "difference.rest"),
    ("Năm 2022, 18/21 chỉ tiêu đạt và vượt kế hoạch, 03 chỉ tiêu không đạt.", "sum.rest"),
    (
        "II. Tổng chi ngân sách: 648.000 triệu đồng\n\n1. Quản lý nhà nước: 348.000 triệu đồng\n\n"
        "2. Đảng, đoàn thể: 160.000 triệu đồng\n\n3. Sự nghiệp: 140.000 triệu đồng\n",
        "sum.",
    ),
]
BROKEN = [
    ("Kiểm tra 45 cơ sở: 73 cơ sở đạt, 08 cơ sở không đạt.", "sum", "inconsistent"),
    ("Trong 12 dự án trọng điểm có 03 dự án hoàn thành, 70 dự án đang thi công.", "sum", "inconsistent"),
    ("Hãng có 1.512 chuyến đúng giờ trong tổng số 1.680 chuyến, chiếm tỷ lệ 96%.", "ratio", "inconsistent"),
    ("Xảy ra 520 vụ cháy, làm chết 12 người. So với tháng 7/2024, tăng 40 vụ (+8,83%).", "growth", "inconsistent"),
    ("Bán được 3.800 căn, giảm 34% so với 5.000 căn cùng kỳ năm 2017.", "growth", "inconsistent"),
    ("Đàn gia cầm 6.953,1 nghìn con, tăng 3,34% (tăng 22472 nghìn con) so với cùng kỳ.", "growth", "inconsistent"),
    (
        "Sản lượng đạt 2.290,6 nghìn tấn, tăng 4,9% so với cùng kỳ, bao gồm cá đạt 1.488,9 nghìn tấn, tăng 4,6%; tôm "
        "đạt 322 nghìn tấn, tăng 6,6%; thủy sản khác đạt 379,7 nghìn tấn, tăng 4,9%.",
        "sum",
        "inconsistent",
    ),
    (
        "Sản lượng đạt 385,8 nghìn tấn, tăng 6,8%; trong đó, lúa đạt 3203 nghìn tấn, tăng 8,8%; ngô đạt 65,5 nghìn "
        "tấn, giảm 1,7%.",
        "sum",
        "inconsistent",
    ),
    ("Đã kiểm đếm 118/146 hộ. Xã xác nhận nguồn gốc đất của 82 hộ còn lại.", "difference", "doubtful"),
    ("Năm 2022, 18/27 chỉ tiêu đạt và vượt kế hoạch, 03 chỉ tiêu không đạt.", "sum", "inconsistent"),
    (
        "Trong 27 xã đăng ký có 13 xã đã được thẩm định, 06 xã đang hoàn thiện hồ sơ, 03 xã khó đạt.",
        "sum",
        "doubtful",
    ),
]
LISTED_KINDS = [
    "Toàn tỉnh có {} cơ sở giáo dục nghề nghiệp: 03 trường cao đẳng, 05 trường trung cấp và 18 trung tâm.",
    "Toàn huyện có {} cơ sở y tế, gồm: 01 bệnh viện, 02 phòng khám, 23 trạm y tế xã.",
    "Trao {} giải, gồm 02 giải nhất, 06 giải nhì, 18 giải ba.",
    "Quản lý {} đầu mối: 08 sở, 05 ban, 13 trung tâm.",
]
MIXED = "Có 127 chủ thể (4{} hợp tác xã, 22 doanh nghiệp, 56 cơ sở sản xuất)."
SILENT = [
    "Xảy ra 820 vụ; khám phá 656 vụ; tỷ lệ hộ nghèo đạt 2,1%.",
    "Kiểm tra 45 cơ sở, có 12 cơ sở vi phạm, xử phạt 60 triệu đồng.",
    "Xảy ra 15 vụ, làm chết 9 người, bị thương 22 người.",
    "Trong 12 dự án có 03 dự án hoàn thành, 02 dự án đang thi công.",
    "Đã kiểm đếm 118/146 hộ, cấp đất cho 40/52 hộ; vận động 30 hộ còn lại.",
    "1. Vốn cân đối: 640 triệu đồng\n\na) Đường giao thông: 12 km\n\nb) Kênh mương: 30 km\n",
    "Kết nạp 56 đảng viên (nữ 21, dân tộc 12, tôn giáo 5).",
    "Toàn xã có 12 thôn: 8 tổ an ninh, 3 đội văn nghệ, 2 hợp tác xã.",
    "Giúp 12 xã (45 thôn, 3.200 hộ, 12.000 nhân khẩu) và 30 hộ (12 bò, 50 dê, 60 lợn).",
    "Có 9.174 căn (8.690 căn hộ chung cư và 484 căn thấp tầng), giảm 44,4% so với 16.506 căn cùng kỳ năm 2017.",
    "Toàn tỉnh có 242 xã, trong đó 30 xã đạt chuẩn, tăng 02 xã so với năm trước.",
]


def checks_of(source: str) -> list[Check]:
    return check(extract(read_plain(source)))


@pytest.mark.parametrize(("line", "rule"), HELD)
def test_relation_holds(line: str, rule: str) -> None:
    assert "consistent" in [item.verdict for item in checks_of(line) if item.rule.startswith(rule)]


@pytest.mark.parametrize(("line", "kind", "verdict"), BROKEN)
def test_slip_is_flagged(line: str, kind: str, verdict: str) -> None:
    assert (kind, verdict) in [(item.kind, item.verdict) for item in checks_of(line)]


@pytest.mark.parametrize("line", SILENT)
def test_nothing_is_flagged(line: str) -> None:
    assert [item.reason for item in checks_of(line) if item.verdict != "consistent"] == []


NOTED = "Trong tháng xảy ra 03 ổ dịch tại hai xã¹.\n\n¹ Xã An Lộc (0{} ổ), xã Sông Cầu (01 ổ).\n"


@pytest.mark.parametrize(("number", "verdict"), [(2, "consistent"), (7, "inconsistent")])
def test_names_of_a_footnote_make_the_figure_above(number: int, verdict: str) -> None:
    found = [item.verdict for item in checks_of(NOTED.format(number)) if item.kind == "sum"]
    assert found == [verdict]


@pytest.mark.parametrize(("digit", "verdict"), [(9, "consistent"), (2, "doubtful")])
def test_kinds_in_a_bracket_make_the_count(digit: int, verdict: str) -> None:
    assert [item.verdict for item in checks_of(MIXED.format(digit)) if item.kind == "sum"] == [verdict]


@pytest.mark.parametrize("line", LISTED_KINDS)
def test_a_list_of_kinds_makes_a_general_count(line: str) -> None:
    assert [item.verdict for item in checks_of(line.format(26)) if item.kind == "sum"] == ["consistent"]
    assert [item.verdict for item in checks_of(line.format(27)) if item.kind == "sum"] == ["inconsistent"]
