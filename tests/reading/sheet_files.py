"""Workbooks made by hand, part by part: what a program would write, and what an enemy would."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODS = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(
    rows: str, *, sheet: str = "", styles: str = "", parts: Mapping[str, bytes] | None = None, state: str = ""
) -> bytes:
    """A workbook with one sheet named Biểu; ``rows`` is the XML of its rows, ``sheet`` what follows them."""
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="Biểu" sheetId="1" r:id="r1" {state}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{sheet}</worksheet>',
    }
    return zipped({name: words.encode() for name, words in files.items()} | dict(parts or {}))


def _links(*links: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inner}</Relationships>'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of ``parts``."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def words(reference: str, text: str) -> str:
    """A cell of words."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def number(reference: str, value: str, style: int = 0, formula: str = "") -> str:
    """A cell with a stored number and the formula that gave it."""
    written = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{reference}" s="{style}">{written}' + (f"<v>{value}</v>" if value else "") + "</c>"


def ods(rows: str, head: str = "") -> bytes:
    """An OpenDocument spreadsheet with one sheet named Biểu."""
    spaces = " ".join(f'xmlns:{name}="{_ODS}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="Biểu">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def ods_words(text: str, *, more: str = "") -> str:
    """A cell of words."""
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def ods_number(value: str, shown: str, kind: str = "float") -> str:
    """A cell with a number and the words that show it."""
    kinds = f'office:value-type="{kind}" office:value="{value}"'
    return f"<table:table-cell {kinds}><text:p>{shown}</text:p></table:table-cell>"


def opendocument_rows(rows: Sequence[Sequence[str | int | float | None]]) -> str:
    """Rows of values as the XML of an OpenDocument sheet."""
    written = []
    for row in rows:
        cells = [
            "<table:table-cell/>"
            if value is None
            else ods_words(value)
            if isinstance(value, str)
            else ods_number(str(value), str(value))
            for value in row
        ]
        written.append("<table:table-row>" + "".join(cells) + "</table:table-row>")
    return "".join(written)
