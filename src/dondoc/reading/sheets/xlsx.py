"""Excel workbooks (.xlsx): cells with the words they show, merged cells, what is hidden, formulas without a value.

Takes         cached values of formulas, shared and inline strings, number formats, dates, hidden rows and sheets
Leaves alone  charts, pictures, comments, pivot caches, other workbooks that formulas name (their cached values stand)
Refuses       macros, passwords, XML with entities, archives and sheets beyond the limits
"""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from dondoc.reading.errors import ReadingError
from dondoc.reading.package import BROKEN, ENTITIES, Package, parse_xml
from dondoc.reading.sheets.grid import Budget, Sheet, address
from dondoc.reading.sheets.shown import Format, builtin_code, read_format, show

NOT_SHEETS = "Tệp nén này không phải bảng tính Excel (.xlsx); hãy chọn đúng tệp bảng tính."
_LETTERS = re.compile(r"[A-Z]{1,3}\Z")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\Z")
_MOST_NOTED = 20
_TAGS = ("{*}row", "{*}mergeCell", "{*}col")
_PLAIN = Format()


def read_xlsx_sheets(data: bytes) -> list[Sheet]:
    """Return the sheets of a workbook in its order, chart sheets left out."""
    package = Package(data, suffix=".xlsx", program="Excel")
    try:
        return _read(package)
    except ReadingError as error:
        raise package.refusal(str(error)) from error


def _read(package: Package) -> list[Sheet]:
    main = next((target for kind, target in package.relationships("").values() if kind == "officeDocument"), "")
    raw = package.read(main) if main else b""
    if not raw or b"workbook" not in raw[:4000]:
        raise ReadingError(NOT_SHEETS)
    root = parse_xml(raw)
    parts = package.relationships(main)
    named = dict(parts.values())
    reader = _Reader(
        _strings(package.read(named.get("sharedStrings", ""))),
        _formats(package.read(named.get("styles", ""))),
        since_1904=any(node.get("date1904") in ("1", "true") for node in _all(root, "workbookPr")),
    )
    sheets = []
    for node in _all(root, "sheet"):
        link = next((value for name, value in node.attrib.items() if str(name).endswith("}id")), "")
        kind, target = parts.get(str(link), ("", ""))
        if kind == "worksheet":
            hidden = node.get("state", "visible") != "visible"
            sheets.append(reader.read(Sheet(node.get("name", ""), hidden=hidden), package.read(target)))
    return sheets


def _local(node: etree._Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (node for node in root.iter() if isinstance(node.tag, str) and _local(node) == name)


def _strings(data: bytes) -> list[str]:
    """The shared strings; phonetic readings of other scripts are no part of them."""
    if not data:
        return []
    root = parse_xml(data)
    return [_words(item) for item in root]


def _words(item: etree._Element) -> str:
    pieces = []
    for child in item:
        name = _local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "r":
            pieces += [inner.text or "" for inner in child if _local(inner) == "t"]
    return "".join(pieces)


def _formats(data: bytes) -> list[Format]:
    """The format of each cell style."""
    if not data:
        return []
    root = parse_xml(data)
    codes = {node.get("numFmtId", ""): node.get("formatCode", "") for node in _all(root, "numFmt")}
    styles = next(_all(root, "cellXfs"), None)
    found = []
    for node in styles if styles is not None else ():
        number = node.get("numFmtId", "0")
        code = codes.get(number) or builtin_code(int(number) if number.isdecimal() and len(number) < 6 else 0)
        found.append(read_format(code))
    return found


class _Reader:
    """Reads sheet after sheet within one budget."""

    def __init__(self, strings: list[str], formats: list[Format], *, since_1904: bool) -> None:
        self._strings, self._formats, self._since_1904 = strings, formats, since_1904
        self._budget = Budget()
        self._columns: dict[str, int] = {}
        self._by_style: dict[str, Format] = {}

    def read(self, sheet: Sheet, data: bytes) -> Sheet:
        """Fill ``sheet`` from its part."""
        if not data:
            return sheet
        if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
            raise ReadingError(ENTITIES)
        steps = etree.iterparse(
            BytesIO(data),
            events=("end",),
            tag=_TAGS,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        at = -1
        try:
            for _, node in steps:
                name = _local(node)
                if name == "row":
                    at = self._row(sheet, node, at)
                    node.clear()
                elif name == "mergeCell":
                    self._merge(sheet, node.get("ref", ""))
                elif name == "col" and node.get("hidden") in ("1", "true"):
                    sheet.hidden_columns += 1
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ReadingError(BROKEN) from error
        sheet.settle()
        return sheet

    def _row(self, sheet: Sheet, node: etree._Element, above: int) -> int:
        number = node.get("r", "")
        row = int(number) - 1 if number.isdecimal() and len(number) < 8 else above + 1
        column = -1
        for cell in node:
            letters = cell.get("r", "").rstrip("0123456789")
            known = self._columns.get(letters)
            column = known if known is not None else self._column(letters, column + 1)
            self._cell(sheet, cell, row, column)
        if node.get("hidden") in ("1", "true") and row in sheet.rows:
            sheet.hidden_rows += 1
        return row

    def _cell(self, sheet: Sheet, node: etree._Element, row: int, column: int) -> None:
        kind = node.get("t", "n")
        value: str | None = None
        formula = False
        for child in node:
            tag = child.tag
            if tag.endswith("}v"):
                value = child.text
            elif tag.endswith("}is"):
                value = _words(child)
            elif tag.endswith("}f"):
                formula = True
        if value is None:
            if formula and len(sheet.uncomputed) < _MOST_NOTED:
                sheet.uncomputed.append(address(row, column))
            return
        words, number = self._shown(kind, value, node.get("s", ""))
        if kind == "e" and len(sheet.errors) < _MOST_NOTED:
            sheet.errors.append(address(row, column))
        if words.strip():
            self._budget.spend(words)
            sheet.put(row, column, words, number)

    def _shown(self, kind: str, value: str, style: str) -> tuple[str, bool]:
        if kind == "s":
            index = int(value) if value.isdecimal() and len(value) < 9 else -1
            return (self._strings[index] if 0 <= index < len(self._strings) else ""), False
        if kind in ("str", "inlineStr", "e"):
            return value, False
        if kind == "b":
            return ("Đúng" if value == "1" else "Sai"), False
        if kind == "d":
            day = value[:10].split("-")
            return ("/".join(reversed(day)) if len(day) == 3 else value), False
        form = self._by_style.get(style)
        if form is None:
            index = int(style) if style.isdecimal() and len(style) < 7 else 0
            form = self._by_style[style] = self._formats[index] if index < len(self._formats) else _PLAIN
        words = show(value, form, since_1904=self._since_1904)
        return (value, False) if words is None else (words, not form.date)

    def _merge(self, sheet: Sheet, reference: str) -> None:
        match = _RANGE.match(reference)
        if match is not None:
            left, right = self._column(match[1], 0), self._column(match[3], 0)
            sheet.merges.append((int(match[2]) - 1, left, int(match[4]) - 1, right))

    def _column(self, letters: str, following: int) -> int:
        """The 0-based column of ``letters``; the ``following`` one where they name none."""
        if _LETTERS.match(letters) is None:
            return following
        found = 0
        for letter in letters:
            found = found * 26 + ord(letter) - 64
        self._columns[letters] = found - 1
        return found - 1
