"""Appendices as offices of several provinces write them, with figures that add up. All names and figures are invented.

Each is the rows of one sheet: a cell is words, a number, or None; ``MERGED`` cells are covered by the one before them.
"""

# ruff: noqa: E501 - rows of a table stand in one line each

from dataclasses import dataclass
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | None


@dataclass(frozen=True)
class Appendix:
    """``above`` and ``below`` are lines around the table, ``merges`` ranges (first row, first column, last row, last
    column) counted from the first row of the table, ``formats`` number formats by column."""

    above: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    formats: tuple[tuple[int, str], ...] = ()
    below: tuple[str, ...] = ()

    def changed(self, row: int, column: int, value: Value) -> "Appendix":
        """The appendix with another value in one cell."""
        rows = [list(cells) for cells in self.rows]
        rows[row][column] = value
        return Appendix(self.above, tuple(map(tuple, rows)), self.merges, self.formats, self.below)


def write_sheet(sheet: Worksheet, appendix: Appendix) -> None:
    """Write ``appendix`` into an empty sheet, a blank row between the lines above and the table."""
    for line in appendix.above:
        sheet.append([line])
    top = sheet.max_row + 2 if appendix.above else 1
    formats = dict(appendix.formats)
    for r, cells in enumerate(appendix.rows):
        for c, value in enumerate(cells):
            cell = sheet.cell(top + r, c + 1, value)
            if isinstance(value, int | float):
                cell.number_format = formats.get(c, "#,##0")
    for first, left, last, right in appendix.merges:
        sheet.merge_cells(start_row=top + first, start_column=left + 1, end_row=top + last, end_column=right + 1)
    for number, line in enumerate(appendix.below):
        sheet.cell(top + len(appendix.rows) + 1 + number, 1, line)


def as_xlsx(path: Path, *appendices: Appendix) -> Path:
    """Write a workbook of one sheet an appendix."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    for number, appendix in enumerate(appendices):
        sheet = first if not number else book.create_sheet()
        sheet.title = f"Biểu {number + 1}"
        write_sheet(sheet, appendix)
    book.save(path)
    return path


def shown(value: Value, number_format: str = "#,##0") -> str:
    """``value`` as Vietnamese offices type it."""
    if value is None or isinstance(value, str):
        return value or ""
    decimals = len(number_format.partition(".")[2])
    grouped = f"{value:,.{decimals}f}" if "," in number_format or decimals else f"{value:.{decimals}f}"
    return grouped.replace(",", " ").replace(".", ",").replace(" ", ".")


def as_docx(path: Path, *appendices: Appendix) -> Path:
    """Write a Word document with the appendices one after the other."""
    document = Document()
    for appendix in appendices:
        for line in appendix.above:
            document.add_paragraph(line)
        formats = dict(appendix.formats)
        table = document.add_table(len(appendix.rows), max(map(len, appendix.rows)), "Table Grid")
        for r, cells in enumerate(appendix.rows):
            for c, value in enumerate(cells):
                table.cell(r, c).text = shown(value, formats.get(c, "#,##0"))
        for first, left, last, right in appendix.merges:
            table.cell(first, left).merge(table.cell(last, right))
        for line in appendix.below:
            document.add_paragraph(line)
    document.save(str(path))
    return path


def rate(part: float, whole: float, digits: int = 1) -> float:
    """``part`` in percent of ``whole``."""
    return round(part / whole * 100, digits)


ECONOMY = Appendix(
    above=(
        "PHỤ LỤC 1",
        "MỘT SỐ CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU THÁNG 11 VÀ 11 THÁNG NĂM 2026",
        "(Kèm theo Báo cáo số 512/BC-UBND ngày 25 tháng 11 năm 2026 của UBND tỉnh Hà Trung)",
    ),
    rows=(
        ("STT", "Chỉ tiêu", "ĐVT", "KH năm 2026", "TH tháng 10", "Ước TH tháng 11", "Lũy kế 11 tháng", "Cùng kỳ 11T/2025", "So sánh (%)", None),
        (None, None, None, None, None, None, None, None, "KH năm", "Cùng kỳ"),
        ("A", "B", "C", 1, 2, 3, 4, 5, "6=4/1", "7=4/5"),
        ("I", "NÔNG NGHIỆP", None, None, None, None, None, None, None, None),
        (1, "Diện tích gieo trồng", "ha", 58200, 4120, 3980, 57110, 56020, rate(57110, 58200), rate(57110, 56020)),
        ("-", "Lúa", "ha", 41500, 2900, 2610, 41020, 40100, rate(41020, 41500), rate(41020, 40100)),
        ("-", "Cây khác", "ha", 16700, 1220, 1370, 16090, 15920, rate(16090, 16700), rate(16090, 15920)),
        (2, "Sản lượng thủy sản", "tấn", 30500, 2410, 2555, 27940, 26105, rate(27940, 30500), rate(27940, 26105)),
        ("II", "THU NGÂN SÁCH", None, None, None, None, None, None, None, None),
        (1, "Thu nội địa", "tỷ đồng", 6200, 512, 498, 5830, 5417, rate(5830, 6200), rate(5830, 5417)),
        ("III", "XÃ HỘI", None, None, None, None, None, None, None, None),
        (1, "Giải quyết việc làm", "người", 21000, 1720, 1811, 19877, 20340, rate(19877, 21000), rate(19877, 20340)),
    ),
    merges=(
        (0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 1, 4), (0, 5, 1, 5), (0, 6, 1, 6), (0, 7, 1, 7),
        (0, 8, 0, 9),
    ),
    formats=((8, "0.0"), (9, "0.0")),
)  # fmt: skip

_SOURCES = (
    ("Ban Quản lý dự án đầu tư xây dựng tỉnh", (410_500, 120_300), (250_100, 98_700)),
    ("Sở Nông nghiệp và Môi trường", (96_240, 41_015), (60_320, 12_540)),
    ("Xã Tân Lập", (8_125, 14_930), (4_015, 10_062)),
    ("Phường Bình Hòa", (12_480, 22_165), (12_480, 18_904)),
)


def _investor(number: int, name: str, planned: tuple[int, int], paid: tuple[int, int]) -> tuple[Value, ...]:
    return (number, name, sum(planned), *planned, sum(paid), *paid, rate(sum(paid), sum(planned), 2), None)


_PLANNED = (sum(row[1][0] for row in _SOURCES), sum(row[1][1] for row in _SOURCES))
_PAID = (sum(row[2][0] for row in _SOURCES), sum(row[2][1] for row in _SOURCES))
DISBURSED = Appendix(
    above=("BIỂU TỔNG HỢP TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2026", "(Tính đến ngày 30/11/2026)", "Đơn vị tính: Triệu đồng"),
    rows=(
        ("TT", "Chủ đầu tư", "Kế hoạch vốn năm 2026", None, None, "Giải ngân đến 30/11/2026", None, None, "Tỷ lệ giải ngân (%)", "Ghi chú"),
        (None, None, "Tổng số", "Trong đó", None, "Tổng số", "Trong đó", None, None, None),
        (None, None, None, "NSTW", "NSĐP", None, "NSTW", "NSĐP", None, None),
        (None, "TỔNG SỐ", sum(_PLANNED), *_PLANNED, sum(_PAID), *_PAID, rate(sum(_PAID), sum(_PLANNED), 2), None),
        *(_investor(number, *row) for number, row in enumerate(_SOURCES, start=1)),
    ),
    merges=((0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, 4), (1, 2, 2, 2), (1, 3, 1, 4), (0, 5, 0, 7), (1, 5, 2, 5), (1, 6, 1, 7), (0, 8, 2, 8), (0, 9, 2, 9)),
    formats=((8, "0.00"),),
)  # fmt: skip

_DISTRICTS = (
    ("Huyện Sơn Bình", 5_210.5, 61.2),
    ("Huyện Lâm Hà", 3_870.0, 58.4),
    ("Thị xã Kim Sơn", 1_255.5, 63.0),
    ("TP. Hà Trung", 640.0, 60.5),
)
_AREA = sum(row[1] for row in _DISTRICTS)
_YIELD = sum(row[1] * row[2] / 10 for row in _DISTRICTS)
CROPS = Appendix(
    above=("Biểu số 03: KẾT QUẢ SẢN XUẤT LÚA ĐÔNG XUÂN NĂM 2024 PHÂN THEO HUYỆN",),
    rows=(
        ("Số TT", "Huyện, thị xã, thành phố", "Diện tích (ha)", "Năng suất (tạ/ha)", "Sản lượng (tấn)"),
        *((number, name, area, crop, round(area * crop / 10, 1)) for number, (name, area, crop) in enumerate(_DISTRICTS, start=1)),
        (None, "Tổng cộng", _AREA, round(_YIELD / _AREA * 10, 1), round(sum(round(a * y / 10, 1) for _, a, y in _DISTRICTS), 1)),
    ),
    formats=((2, "#,##0.0"), (3, "0.0"), (4, "#,##0.0")),
)  # fmt: skip

BUDGET = Appendix(
    above=("THỰC HIỆN DỰ TOÁN THU, CHI NGÂN SÁCH NHÀ NƯỚC 9 THÁNG NĂM 2023", "ĐVT: tỷ đồng"),
    rows=(
        ("STT", "Nội dung", "Dự toán năm", "Thực hiện 9 tháng", "So sánh TH với (%)", None),
        (None, None, None, None, "Dự toán năm", "Cùng kỳ năm trước"),
        ("A", "B", 1, 2, "3=2/1", 4),
        ("A", "TỔNG THU NSNN (I+II)", 9_850, 7_316, rate(7_316, 9_850), 108.4),
        ("I", "Thu nội địa", 8_050, 5_915, rate(5_915, 8_050), 106.2),
        (1, "Thu từ doanh nghiệp nhà nước", 1_450, 1_015, rate(1_015, 1_450), 97.5),
        (2, "Thu từ doanh nghiệp ngoài quốc doanh", 2_900, 2_260, rate(2_260, 2_900), 111.0),
        (3, "Thu tiền sử dụng đất", 3_700, 2_640, rate(2_640, 3_700), 105.3),
        ("II", "Thu xuất nhập khẩu", 1_800, 1_401, rate(1_401, 1_800), 118.7),
        ("B", "TỔNG CHI NSĐP", 14_200, 9_630, rate(9_630, 14_200), 103.9),
        (1, "Chi đầu tư phát triển", 5_100, 3_120, rate(3_120, 5_100), 110.6),
        (None, "Trong đó: chi từ nguồn thu sử dụng đất", 2_200, 1_290, rate(1_290, 2_200), 99.1),
        (2, "Chi thường xuyên", 9_100, 6_510, rate(6_510, 9_100), 101.0),
    ),
    merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 5)),
    formats=((4, "0.0"), (5, "0.0")),
)  # fmt: skip

_CASES = (
    ("Thanh tra tỉnh", 4, 31, 28),
    ("Sở Xây dựng", 2, 17, 15),
    ("UBND xã Đông Hải", 0, 12, 12),
    ("UBND phường Minh Khai", 3, 25, 21),
)


def _complaint(number: int | None, name: str, before: int, new: int, done: int) -> tuple[Value, ...]:
    return (number, name, before + new, before, new, done, before + new - done, rate(done, before + new))


COMPLAINTS = Appendix(
    above=("KẾT QUẢ GIẢI QUYẾT ĐƠN KHIẾU NẠI, TỐ CÁO QUÝ III NĂM 2025", "ĐVT: vụ việc"),
    rows=(
        ("STT", "Cơ quan, đơn vị", "Tổng số vụ việc phải giải quyết", "Kỳ trước chuyển sang", "Phát sinh trong kỳ", "Đã giải quyết", "Còn lại", "Tỷ lệ giải quyết (%)"),
        *(_complaint(number, *row) for number, row in enumerate(_CASES, start=1)),
        _complaint(None, "Cộng", *(sum(column) for column in zip(*(row[1:] for row in _CASES), strict=True))),
    ),
    formats=((7, "0.0"),),
)  # fmt: skip

_SICK = (("Phường An Phú", 42, 310, 365), ("Xã Long Thành", 18, 96, 71), ("Xã Vĩnh Mỹ", 7, 54, 54))


def _disease(number: int | None, name: str, month: int, year: int, before: int) -> tuple[Value, ...]:
    return (number, name, month, year - month, year, before, year - before, round((year - before) / before * 100, 2))


DISEASE = Appendix(
    above=("TÌNH HÌNH DỊCH BỆNH SỐT XUẤT HUYẾT THÁNG 8/2026",),
    rows=(
        ("TT", "Địa phương", "Số ca mắc trong tháng", "Cộng dồn đến tháng trước", "Cộng dồn 8 tháng", "Cùng kỳ 2025", "Tăng, giảm so với cùng kỳ", None),
        (None, None, None, None, None, None, "Số ca", "Tỷ lệ (%)"),
        *(_disease(number, *row) for number, row in enumerate(_SICK, start=1)),
        _disease(None, "Toàn tỉnh", *(sum(column) for column in zip(*(row[1:] for row in _SICK), strict=True))),
    ),
    merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 1, 4), (0, 5, 1, 5), (0, 6, 0, 7)),
    formats=((6, "#,##0"), (7, "0.00")),
)  # fmt: skip

RETAIL = Appendix(
    above=("7. Doanh thu bán lẻ hàng hóa", "Đơn vị tính: Tỷ đồng"),
    rows=(
        (None, "Thực hiện tháng 6/2024", "Ước tính tháng 7/2024", "Cộng dồn 7 tháng năm 2024", "Tháng 7 so với (%)", None, "7 tháng so với cùng kỳ năm trước (%)"),
        (None, None, None, None, "Tháng trước", "Cùng kỳ năm trước", None),
        ("Tổng số", 3_105.4, 3_187.9, 21_764.2, rate(3_187.9, 3_105.4, 2), 109.35, 108.72),
        ("Phân theo nhóm hàng", None, None, None, None, None, None),
        ("Lương thực, thực phẩm", 1_402.1, 1_455.6, 9_910.8, rate(1_455.6, 1_402.1, 2), 111.20, 110.04),
        ("Hàng may mặc", 310.8, 305.2, 2_145.0, rate(305.2, 310.8, 2), 104.61, 106.18),
        ("Hàng hóa khác", 1_392.5, 1_427.1, 9_708.4, rate(1_427.1, 1_392.5, 2), 108.55, 108.07),
    ),
    merges=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 0, 5), (0, 6, 1, 6)),
    formats=((1, "#,##0.0"), (2, "#,##0.0"), (3, "#,##0.0"), (4, "0.00"), (5, "0.00"), (6, "0.00")),
)  # fmt: skip

ALL = {
    "economy": ECONOMY, "disbursed": DISBURSED, "crops": CROPS, "budget": BUDGET, "complaints": COMPLAINTS,
    "disease": DISEASE, "retail": RETAIL,
}  # fmt: skip
