"""Numbers in brackets without a noun, ratios of the sexes, a class before a percentage: on lines of our own."""

import pytest

from dondoc.grammar.measures import find_measures

FINDS = {
    "tiếp nhận 318 hồ sơ (tồn kỳ trước 104, nhận mới 214)": ["318 hồ sơ", "104 hồ sơ", "214 hồ sơ"],
    "nhận 4.318 đơn (kỳ trước chuyển sang 204; nhận mới 4.114)": ["4318 đơn", "204 đơn", "4114 đơn"],
    "quá hạn: Sở Y tế (13 nhiệm vụ), Sở Xây dựng (9), xã Tân Lập (8)": ["13 nhiệm vụ", "9 nhiệm vụ", "8 nhiệm vụ"],
    "sinh 110,7 bé trai/100 bé gái": ["110.7 bé trai/100 bé gái"],
    "tỷ số 98,4 nam/100 nữ": ["98.4 nam/100 nữ"],
    "trẻ 6 tuổi vào lớp 1 100%": ["100 %"],
    "học sinh vào lớp 10 98,5%": ["98.5 %"],
    "14 chủ đầu tư từ 30% đến 60%; 9 chủ đầu tư dưới 30%": ["14 chủ đầu tư", "30 %", "60 %", "9 chủ đầu tư", "30 %"],
    "hoàn thành hạ tầng 02 khu tái định cư": ["2 khu"],
    "rà soát danh mục 27 công trình cấp nước": ["27 công trình"],
    "giải ngân 1 250 000 đồng": ["1250000 đồng"],
    "chi cho 520 người với 410,5 triệu đồng, gồm người có công 91, hộ nghèo, cận nghèo 158, lao động tự do 271.": [
        "520 người",
        "410500000 đồng",
        "91 người",
        "158 người",
        "271 người",
    ],
    "công bố 287 thủ tục (64 lập mới, 159 sửa đổi, bổ sung, 64 hủy bỏ)": [
        "287 thủ tục",
        "64 thủ tục",
        "159 thủ tục",
        "64 thủ tục",
    ],
    "nhận 214.563 hồ sơ (nộp mới trực tuyến 38.904; trực tiếp, bưu chính 163.217; kỳ trước chuyển 12.442)": [
        "214563 hồ sơ",
        "38904 hồ sơ",
        "163217 hồ sơ",
        "12442 hồ sơ",
    ],
    "kiên cố hóa trường lớp 42/58 phòng": ["42 phòng", "58 phòng"],
    "xếp 83 doanh nghiệp/chỉ tiêu 320 doanh nghiệp": ["83 doanh nghiệp", "320 doanh nghiệp"],
    "Tổng hồ sơ 21.450 (nộp trước 12.450; nộp sau 9.000)": ["21450 hồ sơ", "12450 hồ sơ", "9000 hồ sơ"],
}
LEAVES_ALONE = {
    "tiếp nhận 318 hồ sơ (mục 3, phụ lục 2)": ["318 hồ sơ"],
    "giao Sở Y tế (13 nhiệm vụ): (1) rà soát; (2) báo cáo": ["13 nhiệm vụ"],
    "45 bé trai, 40 bé gái": ["45 bé trai", "40 bé gái"],
    "ở tầng 02 khu A": [],
    "chi cho 520 người với 410,5 triệu đồng, gồm thôn 91, tổ 158, ấp 27.": ["520 người", "410500000 đồng"],
    "học sinh lớp 42, tổ 58": [],
}


@pytest.mark.parametrize(("line", "answers"), [*FINDS.items(), *LEAVES_ALONE.items()])
def test_line(line: str, answers: list[str]) -> None:
    assert [f"{measure.value:f} {measure.unit}" for measure in find_measures(line)] == answers
