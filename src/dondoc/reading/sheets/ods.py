"""OpenDocument spreadsheets (.ods): the words that cells show, in Vietnamese notation whatever language wrote them.

Leaves alone  comments of cells, drawings, tracked changes
Refuses       passwords, XML with entities, rows repeated beyond the limits
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO

from lxml import etree

from dondoc.reading.errors import ReadingError
from dondoc.reading.package import BROKEN, ENTITIES, Package
from dondoc.reading.sheets.grid import Budget, Sheet, address
from dondoc.reading.sheets.shown import Format, show

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_WORDS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBERS = ("float", "percentage", "currency")
_MOST_DECIMALS = 10
_MOST_NOTED = 20


def read_ods_sheets(data: bytes) -> list[Sheet]:
    """Return the sheets of a spreadsheet in its order."""
    package = Package(data, suffix=".ods", program="LibreOffice")
    raw = package.read("content.xml")
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise ReadingError("Tệp .ods được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại.")
    if b"<!DOCTYPE" in raw[:2000] or b"<!ENTITY" in raw[:2000]:
        raise package.refusal(ENTITIES)
    reader = _Reader()
    steps = etree.iterparse(
        BytesIO(raw),
        events=("start", "end"),
        tag=(_TABLE + "table", _TABLE + "table-row", _TABLE + "table-column", _STYLE + "style"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, node in steps:
            reader.take(event, node)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise package.refusal(BROKEN) from error
    return reader.sheets


class _Reader:
    """Follows the tables of content.xml, one row at a time."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._hidden_styles: set[str] = set()
        self._row = 0
        self._depth = 0
        self._budget = Budget()

    def take(self, event: str, node: etree._Element) -> None:
        """Take the start of a table, the end of a row, of a column, of a style."""
        if node.tag == _TABLE + "table":
            self._depth += 1 if event == "start" else -1
            if event == "start" and self._depth == 1:
                hidden = node.get(_TABLE + "style-name", "") in self._hidden_styles
                self.sheets.append(Sheet(node.get(_TABLE + "name", ""), hidden=hidden))
                self._row = 0
            elif event == "end" and self._depth == 0:
                self.sheets[-1].settle()
        elif event == "end" and node.tag == _STYLE + "style":
            if any(inner.get(_TABLE + "display") == "false" for inner in node):
                self._hidden_styles.add(node.get(_STYLE + "name", ""))
        elif event == "end" and self._depth == 1 and self.sheets:
            if node.tag == _TABLE + "table-row":
                self._take_row(node)
                node.clear()
            elif node.get(_TABLE + "visibility", "visible") != "visible":
                self.sheets[-1].hidden_columns += 1

    def _take_row(self, node: etree._Element) -> None:
        sheet = self.sheets[-1]
        times = _count(node, "number-rows-repeated")
        found: list[tuple[int, str, bool]] = []
        column = 0
        for cell in node:
            repeated = _count(cell, "number-columns-repeated")
            words, number = _shown(cell) if cell.tag == _TABLE + "table-cell" else ("", False)
            if words.strip():
                self._budget.spend(words, repeated * times)
                found += [(column + step, words, number) for step in range(repeated)]
                self._merge(sheet, cell, column)
            elif cell.get(_TABLE + "formula") and len(sheet.uncomputed) < _MOST_NOTED:
                sheet.uncomputed.append(address(self._row, column))
            column += repeated
        for step in range(times if found else 0):
            for place, words, number in found:
                sheet.put(self._row + step, place, words, number)
        if found and node.get(_TABLE + "visibility", "visible") != "visible":
            sheet.hidden_rows += times
        self._row += times

    def _merge(self, sheet: Sheet, cell: etree._Element, column: int) -> None:
        down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            sheet.merges.append((self._row, column, self._row + down - 1, column + right - 1))


def _count(node: etree._Element, name: str) -> int:
    value = node.get(_TABLE + name, "1")
    return max(1, int(value)) if value.isdecimal() and len(value) < 9 else 1


def _shown(cell: etree._Element) -> tuple[str, bool]:
    written = " ".join("".join(_letters(inner)) for inner in cell if inner.tag == _WORDS + "p").strip()
    kind = cell.get(_OFFICE + "value-type", "")
    value = cell.get(_OFFICE + "value", "")
    if kind in _NUMBERS and value:
        words = show(value, _format_of(value, written, percent=kind == "percentage"))
        return (written, False) if words is None else (words, True)
    if kind == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d.*", cell.get(_OFFICE + "date-value", "")):
        year, month, day = cell.get(_OFFICE + "date-value", "")[:10].split("-")
        return f"{day}/{month}/{year}", False
    return written, False


def _letters(node: etree._Element) -> list[str]:
    pieces = [node.text or ""]
    for child in node:
        if child.tag == _WORDS + "s" or child.tag in (_WORDS + "tab", _WORDS + "line-break"):
            pieces.append(" ")
        elif child.tag != _OFFICE + "annotation":
            pieces += _letters(child)
        pieces.append(child.tail or "")
    return pieces


def _format_of(value: str, written: str, *, percent: bool) -> Format:
    """How ``written`` shows ``value``: as many decimals as give the same digits."""
    digits = re.sub(r"\D", "", written)
    grouped = re.search(r"\d[.,\s]\d{3}(?!\d)", written) is not None
    try:
        number = abs(Decimal(value)).scaleb(2 if percent else 0)
        for decimals in range(_MOST_DECIMALS):
            shown = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
            if f"{shown:f}".replace(".", "") == digits:
                return Format(decimals=decimals, grouped=grouped, percent=percent)
    except ArithmeticError:
        pass
    return Format(percent=percent)
