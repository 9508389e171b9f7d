"""Spreadsheets (.xlsx, .xls, .ods) to :class:`dondoc.text.Text`.

Every sheet is its words and tables in reading order; ``places`` names the cell of each stretch, "cell:<sheet>!<D5>".
Numbers stand as their format shows them, in Vietnamese notation. Hidden sheets, rows and columns are read and said so.
"""

import re
from collections.abc import Callable, Sequence

from dondoc.reading import limits
from dondoc.reading.encoding import legacy_encoding, legacy_words
from dondoc.reading.errors import ReadingError
from dondoc.reading.letters import LEGACY
from dondoc.reading.sheets.grid import Sheet, address
from dondoc.reading.sheets.regions import find_regions
from dondoc.reading.sheets.story import SheetStory
from dondoc.text import Text

__all__ = ["read_sheets"]

_EMPTY = "Bảng tính không có ô nào có nội dung; hãy kiểm tra lại tệp."
_TOO_MANY = f"Bảng tính có hơn {limits.MAX_SHEETS} trang tính nên không được đọc; hãy tách thành nhiều tệp."
_USUAL_NAME = re.compile(r"(?:sheet|trang[ _]?tính|bảng[ _]?tính)\s?\d*\Z", re.IGNORECASE)
_LEGACY_SAMPLE = 100_000
_NAMED = 5


def read_sheets(data: bytes, form: str) -> Text:
    """Return the text of a workbook; ``form`` is "xlsx", "xls" or "ods"."""
    sheets = _reader(form)(data)
    if len(sheets) > limits.MAX_SHEETS:
        raise ReadingError(_TOO_MANY)
    used = [sheet for sheet in sheets if sheet.rows]
    if not used:
        raise ReadingError(_EMPTY)
    warnings = [_modernize(used)]
    story = SheetStory()
    for sheet in used:
        if len(used) > 1 or not _USUAL_NAME.match(sheet.name):
            story.paragraph(f"sheet:{sheet.name}", sheet.name, "heading")
        for region in find_regions(sheet):
            if region.is_table:
                story.table(sheet.name, region.rows)
                continue
            for cell in (cell for row in region.rows for cell in row):
                story.paragraph(f"cell:{sheet.name}!{address(cell.row, cell.column)}", cell.words)
        warnings += _warnings(sheet)
    return story.text(form, tuple(warning for warning in warnings if warning))


def _reader(form: str) -> Callable[[bytes], list[Sheet]]:
    if form == "xls":
        from dondoc.reading.sheets.xls import read_xls_sheets

        return read_xls_sheets
    if form == "ods":
        from dondoc.reading.sheets.ods import read_ods_sheets

        return read_ods_sheets
    from dondoc.reading.sheets.xlsx import read_xlsx_sheets

    return read_xlsx_sheets


def _modernize(sheets: Sequence[Sheet]) -> str:
    """Turn words in an old Vietnamese font into Unicode; return the warning that says so."""
    cells = [cell for sheet in sheets for row in sheet.rows.values() for cell in row if not cell.number]
    sample = ""
    for cell in cells:
        sample += cell.words + "\n"
        if len(sample) > _LEGACY_SAMPLE:
            break
    legacy = legacy_encoding(sample)
    if legacy is None:
        return ""
    for cell in cells:
        for start, end, fixed in reversed(list(legacy_words(cell.words, legacy))):
            cell.words = cell.words[:start] + fixed + cell.words[end:]
    return LEGACY.format(legacy.upper())


def _warnings(sheet: Sheet) -> list[str]:
    found = []
    if sheet.hidden:
        found.append(f"Trang tính “{sheet.name}” đang ẩn, vẫn được đọc.")
    hidden = [(sheet.hidden_rows, "dòng"), (sheet.hidden_columns, "nhóm cột")]
    said = " và ".join(f"{count} {what}" for count, what in hidden if count)
    if said:
        found.append(f"Trang tính “{sheet.name}” có {said} đang ẩn, vẫn được đọc.")
    if sheet.uncomputed:
        found.append(
            f"Trang tính “{sheet.name}” có ô công thức chưa có kết quả (ô {_some(sheet.uncomputed)}); "
            "hãy mở bằng Excel, lưu lại rồi tải lên."
        )
    if sheet.errors:
        found.append(f"Trang tính “{sheet.name}” có ô báo lỗi (ô {_some(sheet.errors)}); hãy sửa công thức.")
    return found


def _some(addresses: Sequence[str]) -> str:
    shown = ", ".join(addresses[:_NAMED])
    return f"{shown}, …" if len(addresses) > _NAMED else shown
