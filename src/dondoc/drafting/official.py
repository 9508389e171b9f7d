"""An administrative document as Phụ lục I of Nghị định 30/2020/NĐ-CP lays it out, from sheet to recipients.

Lengths and sizes stand here once; what a document says is given by whoever drafts it.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import docx
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
WIDE = 6.4
_CENTRE, _LEFT, _BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text. ``number`` is left blank until the document is signed ("Số:      /VP-TH")."""

    parent: str
    issuer: str
    symbol: str
    place: str
    day: date | None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: "KT. CHÁNH VĂN PHÒNG" and "PHÓ CHÁNH VĂN PHÒNG" as lines, and the name where it is known."""

    lines: tuple[str, ...]
    name: str = ""


class Sheet:
    """A document being written, from head to recipients."""

    def __init__(self) -> None:
        self.paper: Paper = docx.Document()
        self.is_addressed = False
        section = self.paper.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(15)
        style = self.paper.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(14)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(0)
        section.different_first_page_header_footer = True
        _page_number(section.header.paragraphs[0])

    def head(self, head: Head, subject: str = "") -> None:
        """The two columns: who issues and under which number, the state's name and motto with place and day."""
        table = self.paper.add_table(rows=2, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _widths(table, (6.8, 9.7))
        left, right = table.rows[0].cells
        _line(left.paragraphs[0], head.parent.upper(), 13)
        _line(left.add_paragraph(), head.issuer.upper(), 13, bold=True)
        _rule(left.add_paragraph(), 8)
        _line(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
        _line(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
        _rule(right.add_paragraph(), 16)
        left, right = table.rows[1].cells
        _line(left.paragraphs[0], f"Số: {head.number or '      '}/{head.symbol}", 13)
        if subject:
            _line(left.add_paragraph(), f"V/v {subject}", 12)
        _line(right.paragraphs[0], f"{head.place}, {day_words(head.day)}", 13, italic=True)

    def title(self, kind: str, subject: str) -> None:
        """The type of document and what it is about."""
        _line(self._paragraph(_CENTRE, 12), kind.upper(), 14, bold=True)
        _line(self.paper.add_paragraph(), subject, 14, bold=True)
        _rule(self.paper.add_paragraph(), 10)

    def addressed(self, names: Sequence[str]) -> None:
        """ "Kính gửi": one name on the line, more as a list."""
        self.is_addressed = True
        if len(names) == 1:
            _line(self._paragraph(_CENTRE, 12), f"Kính gửi: {names[0]}", 14)
            return
        _line(self._paragraph(_LEFT, 12), "Kính gửi:", 14, align=None)
        for number, name in enumerate(names, start=1):
            paragraph = self.paper.add_paragraph(f"- {name}{';' if number < len(names) else '.'}")
            paragraph.paragraph_format.left_indent = Cm(4)

    def heading(self, words: str) -> None:
        """A heading of the body, bold."""
        paragraph = self._paragraph(_BOTH, 6, first_line=True)
        paragraph.add_run(words).bold = True

    def body(self, words: str) -> None:
        """A paragraph of the body: justified, first line in by 1.27 cm, six points apart."""
        self._paragraph(_BOTH, 6, first_line=True).add_run(words)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A ruled table with its head repeated on every page; widths in centimetres.

        The first row is drafted, the others are copies of it with other words: a tenth of the work.
        """
        table = self.paper.add_table(rows=1, cols=len(heads), style="Table Grid")
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        for cell, words in zip(table.rows[0].cells, heads, strict=True):
            _line(cell.paragraphs[0], words, 12, bold=True)
        for row in rows[:1]:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                _line(cell.paragraphs[0], words, 12, align=None)
        _widths(table, widths)
        last = table.rows[-1]._tr
        for row in rows[1:]:
            made = deepcopy(last)
            for cell, words in zip(made.tc_lst, row, strict=True):
                cell.p_lst[0].r_lst[0].text = words
            last.addnext(made)
            last = made

    def close(self, signature: Signature, recipients: Sequence[str]) -> bytes:
        """Signature and recipients side by side, "Như trên" first where it is addressed; the finished file."""
        table = self.paper.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        first = left.paragraphs[0]
        first.paragraph_format.space_before = Pt(12)
        _line(first, "Nơi nhận:", 12, bold=True, italic=True, align=None)
        lines = ["Như trên", *recipients] if self.is_addressed else list(recipients)
        for number, each in enumerate(lines, start=1):
            _line(left.add_paragraph(), f"- {each}{';' if number < len(lines) else '.'}", 11, align=None)
        head = right.paragraphs[0]
        head.paragraph_format.space_before = Pt(12)
        for number, each in enumerate(signature.lines):
            _line(head if number == 0 else right.add_paragraph(), each.upper(), 13, bold=True)
        for _ in range(4):
            right.add_paragraph()
        _line(right.add_paragraph(), signature.name, 14, bold=True)
        packed = BytesIO()
        self.paper.save(packed)
        return packed.getvalue()

    def _paragraph(self, align: WD_ALIGN_PARAGRAPH, before: float, first_line: bool = False) -> Paragraph:
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.space_before = Pt(before)
        if first_line:
            paragraph.paragraph_format.first_line_indent = Cm(1.27)
        return paragraph


def _widths(table: Table, widths: Sequence[float]) -> None:
    """Widths in centimetres, told to the grid and to every cell: readers look at one or the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def day_words(day: date | None) -> str:
    """The day as a head writes it: a leading 0 for days below 10 and for months 1 and 2 only; blanks where unknown.

    >>> day_words(date(2026, 3, 5))
    'ngày 05 tháng 3 năm 2026'
    """
    if day is None:
        return "ngày      tháng      năm"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def _line(
    paragraph: Paragraph,
    words: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = _CENTRE,
) -> None:
    if align is not None:
        paragraph.alignment = align
    run = paragraph.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _rule(paragraph: Paragraph, length: int) -> None:
    """A rule below a line of the head, drawn as the lower border of a short paragraph."""
    paragraph.alignment = _CENTRE
    inset = Cm(WIDE / 2 - length / 4 if length < 16 else 2.2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = inset
    paragraph.paragraph_format.line_spacing = Pt(4)
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    paragraph._p.get_or_add_pPr().append(border)


def _page_number(paragraph: Paragraph) -> None:
    """The page's number, centred in the top margin; the first page has none."""
    paragraph.alignment = _CENTRE
    run = paragraph.add_run()
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind is None:
            node = OxmlElement("w:instrText")
            node.text = words
        else:
            node = OxmlElement("w:fldChar")
            node.set(qn("w:fldCharType"), kind)
        run._r.append(node)
