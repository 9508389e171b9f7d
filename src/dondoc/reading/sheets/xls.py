"""Old Excel workbooks (.xls, Excel 5 to 2003) through xlrd, which knows their number formats.

Leaves alone  macros (they are not run), charts, comments
"""

import io
import struct

import xlrd
from xlrd.biffh import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, XL_CELL_TEXT, error_text_from_code

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError
from dondoc.reading.sheets.grid import Budget, Sheet, address
from dondoc.reading.sheets.shown import Format, read_format, show

_BROKEN = "Tệp .xls bị hỏng hoặc không đầy đủ; hãy mở lại bằng Excel, lưu thành tệp .xlsx rồi tải lên."
_LOCKED = "Tệp .xls được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
# What xlrd, which trusts its input, raises on files that lie about themselves.
_LIES = (
    xlrd.XLRDError,
    xlrd.compdoc.CompDocError,
    struct.error,
    ValueError,
    LookupError,
    AssertionError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    EOFError,
    NotImplementedError,
)


def read_xls_sheets(data: bytes) -> list[Sheet]:
    """Return the sheets of a workbook in its order."""
    try:
        # Ragged: a lone cell in the last corner would else be padded to sixteen million of them.
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        budget = Budget()
        return [_read(book, sheet, budget) for sheet in book.sheets()[: limits.MAX_SHEETS]]
    except ReadingError:
        raise
    except _LIES as error:
        raise ReadingError(_LOCKED if "encrypt" in str(error).lower() else _BROKEN) from error


def _read(book: "xlrd.Book", source: "xlrd.sheet.Sheet", budget: Budget) -> Sheet:
    sheet = Sheet(source.name, hidden=source.visibility != 0)
    formats = _formats(book)
    for row in range(source.nrows):
        for column, cell in enumerate(source.row(row)):
            words, number = _shown(book, cell, formats)
            if words.strip():
                budget.spend(words)
                sheet.put(row, column, words, number)
                if cell.ctype == XL_CELL_ERROR:
                    sheet.errors.append(address(row, column))
    sheet.hidden_rows = sum(bool(info.hidden) and row in sheet.rows for row, info in source.rowinfo_map.items())
    sheet.hidden_columns = sum(bool(info.hidden) for info in source.colinfo_map.values())
    sheet.merges = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in source.merged_cells]
    sheet.settle()
    return sheet


def _formats(book: "xlrd.Book") -> list[Format]:
    """The format of each cell style."""
    known = (book.format_map.get(style.format_key) for style in book.xf_list)
    return [read_format(form.format_str if form else "General") for form in known]


def _shown(book: "xlrd.Book", cell: "xlrd.sheet.Cell", formats: list[Format]) -> tuple[str, bool]:
    if cell.ctype == XL_CELL_TEXT:
        return str(cell.value), False
    if cell.ctype in (XL_CELL_NUMBER, XL_CELL_DATE):
        index = cell.xf_index or 0
        form = formats[index] if index < len(formats) else Format()
        value = repr(int(cell.value)) if float(cell.value).is_integer() else repr(cell.value)
        words = show(value, form, since_1904=bool(book.datemode))
        return (value, False) if words is None else (words, not form.date)
    if cell.ctype == XL_CELL_BOOLEAN:
        return ("Đúng" if cell.value else "Sai"), False
    if cell.ctype == XL_CELL_ERROR:
        return error_text_from_code.get(cell.value, "#N/A"), False
    return "", False
