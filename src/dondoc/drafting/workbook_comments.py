"""The author's own .xlsx handed back with a note and a yellow fill on every cell that does not add up.

Only the sheets with notes, their notes and the styles are written anew; charts, pictures, pivot tables, formulas and
other sheets stay byte for byte as they were. Notes that a cell has already are kept, ours behind them. Formats other
than .xlsx (.xls, .ods) are refused.
"""

import copy
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from dondoc.drafting.comments import repacked
from dondoc.reading.errors import ReadingError
from dondoc.reading.package import Package, parse_xml
from dondoc.text import Span, Text

_ONLY_EXCEL = "Nhận xét chỉ ghi được vào bảng tính .xlsx; hãy mở bảng tính gốc, lưu dưới dạng .xlsx rồi kiểm tra lại."
_AUTHOR = "Đôn Đốc"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND = ("legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
_YELLOW = "FFFFFF00"
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
    'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="dondoc{number}" type="#_x0000_t202" '
    'style="position:absolute;width:280pt;height:96pt;z-index:{number};visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>'
    '<x:ClientData ObjectType="Note"><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>'
    "</x:ClientData></v:shape>"
)


@dataclass(frozen=True, slots=True)
class _Note:
    reference: str
    words: str


def comment_cells(data: bytes, text: Text, marks: Sequence[tuple[Span, str]]) -> bytes:
    """Return the .xlsx in ``data`` with each comment of ``marks`` on its cell; ``data`` itself where there is none."""
    if text.format != "xlsx":
        raise ReadingError(_ONLY_EXCEL)
    notes = _by_sheet(text, marks)
    if not notes:
        return data
    package = Package(data, suffix=".xlsx", program="Excel")
    book = _Book(package)
    for sheet, own in notes.items():
        book.mark(sheet, own)
    return repacked(data, book.finished())


def _by_sheet(text: Text, marks: Sequence[tuple[Span, str]]) -> dict[str, list[_Note]]:
    found: dict[str, list[_Note]] = {}
    for span, words in marks:
        place = text.place_of(span) or ""
        sheet, mark, reference = place.removeprefix("cell:").rpartition("!")
        if place.startswith("cell:") and mark:
            found.setdefault(sheet, []).append(_Note(reference, words))
    return found


class _Book:
    """A workbook whose sheets get notes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part()
        self._parts: dict[str, etree._Element] = {}
        self._types = parse_xml(package.read("[Content_Types].xml"))
        links = package.relationships(self._main)
        self._styles = next((target for kind, target in links.values() if kind == "styles"), None)
        self._filled: dict[str, str] = {}
        self._sheets = {}
        for node in parse_xml(package.read(self._main)).iter(f"{{{_MAIN}}}sheet"):
            link = next((value for name, value in node.attrib.items() if str(name).endswith("}id")), "")
            if str(link) in links:
                self._sheets[node.get("name", "")] = links[str(link)][1]

    def mark(self, sheet: str, notes: Sequence[_Note]) -> None:
        """Put ``notes`` on the cells of ``sheet``; a sheet that is not there is passed over."""
        part = self._sheets.get(sheet)
        if part is None:
            return
        root = self._part(part)
        wanted = {note.reference for note in notes}
        for cell in root.iter(f"{{{_MAIN}}}c"):
            if cell.get("r") in wanted:
                style = self._with_fill(cell.get("s", "0"))
                if style is not None:
                    cell.set("s", style)
        links = self._package.relationships(part)
        comments = next((target for kind, target in links.values() if kind == "comments"), None)
        drawing = next((target for kind, target in links.values() if kind == "vmlDrawing"), None)
        comments = comments or self._begin(part, "comments", _NO_COMMENTS)
        drawing = drawing or self._begin(part, "vmlDrawing", _VML)
        shapes = self._part(drawing)
        for number, reference in enumerate(_write_comments(self._part(comments), notes), start=1 + len(shapes)):
            row, column = _place(reference)
            shapes.append(parse_xml(_SHAPE.format(number=number, row=row, column=column).encode()))

    def finished(self) -> dict[str, bytes]:
        """The parts that are written anew."""
        self._parts["[Content_Types].xml"] = self._types
        return {name: _written(root) for name, root in self._parts.items()}

    def _part(self, name: str) -> etree._Element:
        if name not in self._parts:
            self._parts[name] = parse_xml(self._package.read(name))
        return self._parts[name]

    def _begin(self, sheet: str, kind: str, empty: str) -> str:
        """A new part of ``kind`` for the sheet in ``sheet``, named in its links, its types and the sheet itself."""
        stem = posixpath.basename(sheet).rpartition(".")[0]
        name = f"xl/dondoc/{kind}-{stem}.{'xml' if kind == 'comments' else 'vml'}"
        self._parts[name] = parse_xml(empty.encode())
        override = etree.SubElement(self._types, f"{{{_TYPES}}}Override")
        override.set("PartName", "/" + name)
        override.set("ContentType", _COMMENTS_TYPE if kind == "comments" else _VML_TYPE)
        folder, _, base = sheet.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels"
        if rels not in self._parts:
            known = self._package.read(rels)
            self._parts[rels] = parse_xml(known or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        relation = etree.SubElement(self._parts[rels], f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", f"rIdDonDoc{kind}")
        relation.set("Type", f"{_OFFICE}/{kind}")
        relation.set("Target", "/" + name)
        if kind == "vmlDrawing":
            _point_to(self._part(sheet), f"rIdDonDoc{kind}")
        return name

    def _with_fill(self, style: str) -> str | None:
        """The number of a style like ``style`` but with a yellow ground."""
        if style in self._filled:
            return self._filled[style]
        root = self._part(self._styles) if self._styles else None
        fills = root.find(f"{{{_MAIN}}}fills") if root is not None else None
        formats = root.find(f"{{{_MAIN}}}cellXfs") if root is not None else None
        if fills is None or formats is None or not style.isdecimal() or int(style) >= len(formats):
            return None
        if not self._filled:
            fills.append(parse_xml(_FILL.encode()))
            fills.set("count", str(len(fills)))
        own = copy.deepcopy(formats[int(style)])
        own.set("fillId", str(len(fills) - 1))
        own.set("applyFill", "1")
        formats.append(own)
        formats.set("count", str(len(formats)))
        self._filled[style] = str(len(formats) - 1)
        return self._filled[style]


_NO_COMMENTS = f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'
_FILL = (
    f'<fill xmlns="{_MAIN}"><patternFill patternType="solid"><fgColor rgb="{_YELLOW}"/><bgColor indexed="64"/>'
    "</patternFill></fill>"
)


def _point_to(sheet: etree._Element, relation: str) -> None:
    """Name the drawing of the notes in the sheet, where the order of its elements wants it."""
    node = etree.Element(f"{{{_MAIN}}}legacyDrawing")
    node.set(f"{{{_OFFICE}}}id", relation)
    for place, child in enumerate(sheet):
        if str(child.tag).rpartition("}")[2] in _BEHIND:
            sheet.insert(place, node)
            return
    sheet.append(node)


def _write_comments(root: etree._Element, notes: Sequence[_Note]) -> list[str]:
    """Write ``notes`` and return the addresses that had none before."""
    authors = root.find(f"{{{_MAIN}}}authors")
    listed = root.find(f"{{{_MAIN}}}commentList")
    if authors is None or listed is None:
        raise ReadingError("Phần ghi chú của bảng tính bị hỏng; hãy mở bằng Excel, lưu thành tệp mới rồi tải lên.")
    etree.SubElement(authors, f"{{{_MAIN}}}author").text = _AUTHOR
    author = str(len(authors) - 1)
    begun: list[str] = []
    known = {node.get("ref"): node for node in listed}
    for note in notes:
        comment = known.get(note.reference)
        if comment is None:
            comment = etree.SubElement(listed, f"{{{_MAIN}}}comment")
            comment.set("ref", note.reference)
            comment.set("authorId", author)
            known[note.reference] = comment
            begun.append(note.reference)
            etree.SubElement(comment, f"{{{_MAIN}}}text")
        text = comment.find(f"{{{_MAIN}}}text")
        if text is None:
            text = etree.SubElement(comment, f"{{{_MAIN}}}text")
        run = etree.SubElement(etree.SubElement(text, f"{{{_MAIN}}}r"), f"{{{_MAIN}}}t")
        run.text = ("\n" if len(text) > 1 else "") + "".join(
            letter for letter in note.words if letter.isprintable() or letter == "\n"
        )
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return begun


def _place(reference: str) -> tuple[int, int]:
    """The 0-based row and column of an address."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
