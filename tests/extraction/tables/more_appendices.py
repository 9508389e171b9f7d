"""More appendices, in the shapes of other offices and years: years as columns, subtotals, formulas, unmarked rows."""

# ruff: noqa: E501 - rows of a table stand in one line each

from tests.extraction.tables.appendices import Appendix

PLAN_2019 = Appendix(
    above=("TÌNH HÌNH THỰC HIỆN CHỈ TIÊU 6 THÁNG ĐẦU NĂM 2019",),
    rows=(
        ("CHỈ TIÊU CHỦ YẾU", "ĐƠN VỊ TÍNH", "KẾ HOẠCH NĂM 2019", "THỰC HIỆN 6 THÁNG NĂM 2018", "ƯỚC THỰC HIỆN 6 THÁNG NĂM 2019", "ĐẠT % KH", "SO VỚI CÙNG KỲ (%)"),
        ("I. KINH TẾ", None, None, None, None, None, None),
        ("1. Giá trị sản xuất công nghiệp", "Tỷ đồng", 24000, 10200, 11526, 48.0, 13.0),
        ("2. Thu ngân sách", "Tỷ đồng", 5000, 2400, 2640, 52.8, 10.0),
        ("Trong đó: thu nội địa", '"', 4500, 2200, 2310, 51.3, 5.0),
        ("II. XÃ HỘI", None, None, None, None, None, None),
        ("1. Tạo việc làm mới", "Người", 15000, 7400, 7770, 51.8, 5.0),
    ),
    formats=((5, "0.0"), (6, "0.0")),
)  # fmt: skip

TYPED = Appendix(
    above=(),
    rows=(
        ("Phụ lục 02: TÌNH HÌNH THU NGÂN SÁCH XÃ NĂM 2020", None, None, None),
        ("(Triệu đồng)", None, None, None),
        ("Nội dung", "DT 2020", "TH 2020", "TH/DT (%)"),
        ("Tổng thu", "9.000", "8.100", "90"),
        ("- Thu cân đối", "6.000", "5.500", "91,7"),
        ("- Thu bổ sung", "3.000", "2.600", "86,7"),
    ),
)  # fmt: skip

POVERTY = Appendix(
    above=("KẾT QUẢ GIẢM NGHÈO",),
    rows=(
        ("TT", "Địa phương", "Số hộ nghèo", None, None, None, "Giảm 2025 so với 2024 (hộ)"),
        (None, None, 2022, 2023, 2024, 2025, None),
        (1, "Huyện Trà Sơn", 5210, 4800, 4120, 3990, 130),
        (2, "Huyện Nam Bình", 1210, 1100, 980, 905, 75),
        (3, "TX. Hương Phú", 430, 401, 377, 350, 27),
        (None, "Toàn tỉnh", 6850, 6301, 5477, 5245, 232),
    ),
    merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 5), (0, 6, 1, 6)),
    formats=((2, "0"), (3, "0"), (4, "0"), (5, "0")),
)  # fmt: skip

ALLOCATED = Appendix(
    above=("PHÂN BỔ KINH PHÍ NĂM 2024", "Đơn vị: nghìn đồng"),
    rows=(
        ("STT", "Đơn vị", "Kinh phí thường xuyên", "Kinh phí không thường xuyên", "Cộng"),
        ("A", "Khối tỉnh", None, None, None),
        (1, "Sở Y tế", 1_200, 310, 1_510),
        (2, "Sở Giáo dục và Đào tạo", 2_200, 540, 2_740),
        (None, "Cộng A", 3_400, 850, 4_250),
        ("B", "Khối huyện", None, None, None),
        (1, "Huyện Tân Khê", 900, 120, 1_020),
        (2, "Huyện Anh Bình", 800, 55, 855),
        (None, "Cộng B", 1_700, 175, 1_875),
        (None, "Tổng cộng (A+B)", 5_100, 1_025, 6_125),
    ),
)  # fmt: skip

MID_TERM = Appendix(
    above=("KẾ HOẠCH ĐẦU TƯ CÔNG TRUNG HẠN", "ĐVT: Tỷ đồng"),
    rows=(
        ("TT", "Danh mục", "Tổng số", "Trong đó", None, None, None),
        (None, None, None, "NSTW", None, None, "NSĐP"),
        (None, None, None, "Tổng NSTW", "Trong nước", "Nước ngoài", None),
        ("(1)", "(2)", "(3)=(4)+(7)", "(4)=(5)+(6)", "(5)", "(6)", "(7)"),
        (None, "TỔNG CỘNG", 1515, 908, 602, 306, 607),
        ("I", "Giao thông", 1010, 605, 451, 154, 405),
        (1, "Đường tỉnh 715", 706, 402, 301, 101, 304),
        (2, "Cầu Sông Đinh", 304, 203, 150, 53, 101),
        ("II", "Y tế", 505, 303, 151, 152, 202),
        (1, "Bệnh viện đa khoa", 505, 303, 151, 152, 202),
    ),
    merges=((0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 2, 2), (0, 3, 0, 6), (1, 3, 1, 5), (1, 6, 2, 6)),
)  # fmt: skip

INDEXES = Appendix(
    above=("CHỈ SỐ SẢN XUẤT CÔNG NGHIỆP THÁNG 4/2023",),
    rows=(
        ("Ngành", "Tháng 4/2023 so với tháng 3/2023", "Tháng 4/2023 so với tháng 4/2022", "4 tháng 2023 so với cùng kỳ"),
        ("Toàn ngành công nghiệp", 103.2, 108.4, 106.5),
        ("Khai khoáng", 98.1, 97.4, 99.0),
        ("Chế biến, chế tạo", 104.0, 109.9, 107.8),
    ),
    formats=((1, "0.0"), (2, "0.0"), (3, "0.0")),
)  # fmt: skip

ACCIDENTS = Appendix(
    above=("TÌNH HÌNH TAI NẠN GIAO THÔNG 10 THÁNG NĂM 2022",),
    rows=(
        ("Nội dung", "10T/2022", "10T/2021", "Tăng (+), giảm (-)", None),
        (None, None, None, "Số tuyệt đối", "Tỷ lệ %"),
        ("Số vụ", 120, 150, -30, -20.0),
        ("Trong đó:", None, None, None, None),
        ("Đường bộ", 118, 147, -29, -19.7),
        ("Đường thủy", 2, 3, -1, -33.3),
        ("Số người chết", 80, 70, 10, 14.3),
        ("Số người bị thương", 60, 66, -6, -9.1),
    ),
    merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4)),
    formats=((4, "0.0"),),
)  # fmt: skip

HARVEST = Appendix(
    above=("BIỂU TIẾN ĐỘ THU HOẠCH (đến ngày 15/9/2021)", "ĐVT: ha"),
    rows=(
        ("Huyện", "Lúa hè thu", None, None, "Ngô", None, None),
        (None, "KH", "TH", "% TH/KH", "KH", "TH", "% TH/KH"),
        ("Tân Hưng", 12_010, 11_400, 94.9, 300, 271, 90.3),
        ("Hồng Sơn", 9_005, 8_110, 90.1, 500, 480, 96.0),
        ("Tam Bình", 15_000, 15_150, 101.0, 200, 150, 75.0),
        ("Cộng", 36_015, 34_660, 96.2, 1_000, 901, 90.1),
    ),
    merges=((0, 0, 1, 0), (0, 1, 0, 3), (0, 4, 0, 6)),
    formats=((3, "0.0"), (6, "0.0")),
)  # fmt: skip

MORE = {
    "plan 2019": PLAN_2019, "typed": TYPED, "poverty": POVERTY, "allocated": ALLOCATED, "mid-term": MID_TERM,
    "indexes": INDEXES, "accidents": ACCIDENTS, "harvest": HARVEST,
}  # fmt: skip
