"""A document of the office as .docx, in the format of Nghị định 30/2020/NĐ-CP, the same bytes every time.

Body notation, a paragraph a line: ``# `` a roman heading, ``1. `` an item, ``a) `` a sub-item, ``- `` a dash (all
numbered by Word, not by us), ``| a | b |`` a row of a table, anything else plain; ``**bold**``, ``^[a footnote]``.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from dondoc.office.sample.parts import add_footnotes, add_numbering, add_page_number

CENTER, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
LEVELS = (("# ", 0), ("1. ", 1), ("a) ", 2), ("- ", 3))
INLINE = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|\^\[(?P<note>[^\]]+)\]")
STAMP = datetime(2026, 11, 20, 8, 0, 0)
TABLE_WIDTHS = (1.2, 5.9, 3.4, 3.4, 2.4)


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on one document, in the words it is printed with."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    number: str
    dated: str
    title: str
    subject: str
    body: str
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str
    addressed_to: tuple[str, ...] = ()

    @property
    def letter(self) -> bool:
        """An official letter has no name of its kind; its subject stands under the number."""
        return not self.title


def as_docx(paper: Paper) -> bytes:
    """Return ``paper`` as the bytes of a .docx file."""
    document = Document()
    _set_page(document)
    numbering = add_numbering(document)
    _write_heading(document, paper)
    notes = _write_body(document, paper, numbering)
    add_footnotes(document, notes)
    _write_signature(document, paper)
    document.core_properties.created = document.core_properties.modified = STAMP
    document.core_properties.author = document.core_properties.last_modified_by = paper.left[-1]
    document.core_properties.title = paper.subject
    raw = io.BytesIO()
    document.save(raw)
    return _without_clock(raw.getvalue())


def as_plain(paper: Paper) -> str:
    """Return ``paper`` as it comes out of a copy from a web page: marks written, no columns, footnotes in brackets."""
    counters = [0, 0, 0]
    lines = [*paper.left, paper.number, "", *paper.right, paper.dated, "", paper.title, paper.subject, ""]
    for line in paper.body.strip().splitlines():
        mark, level, words = _split(line)
        words = INLINE.sub(lambda m: m["bold"] or f" ({m['note']})", words)
        if level is not None and level < 3:
            counters[level] += 1
            counters[level + 1 :] = [0] * (2 - level)
            mark = (f"{_roman(counters[0])}. ", f"{counters[1]}. ", f"{chr(96 + counters[2])}) ")[level]
        lines += [f"{mark}{words}", ""] if words else []
    ends = [";"] * (len(paper.recipients) - 1) + ["."]
    lines += ["Nơi nhận:", *(f"- {name}{end}" for name, end in zip(paper.recipients, ends, strict=True)), ""]
    return "\n".join([*lines, *paper.signature, "", paper.signer, ""])


def _roman(number: int) -> str:
    return ("", "I", "II", "III", "IV", "V", "VI", "VII")[number]


def _split(line: str) -> tuple[str, int | None, str]:
    for mark, level in LEVELS:
        if line.startswith(mark):
            return mark, level, line.removeprefix(mark).strip()
    return "", None, line.strip()


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.7)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(0)
    add_page_number(section)


def _write_heading(document: Any, paper: Paper) -> None:
    table = document.add_table(rows=2, cols=2)
    _set_widths(table, (6.3, 10.1))
    _write_names(table.cell(0, 0), paper.left, 12)
    _write_names(table.cell(0, 1), paper.right, 13)
    _fill(table.cell(1, 0), [(paper.number, 13, False, False)])
    if paper.letter:
        _append(table.cell(1, 0), paper.subject, 12)
    _fill(table.cell(1, 1), [(paper.dated, 13, False, True)])
    _blank(document)
    if not paper.letter:
        _append(document, paper.title, 14, bold=True)
        rule = _append(document, paper.subject, 14, bold=True)
        _underline(rule, 5.5)
    for at, name in enumerate(paper.addressed_to):
        words = f"Kính gửi: {name}" if len(paper.addressed_to) == 1 else ("Kính gửi:\n" if not at else "") + f"- {name}"
        paragraph = _append(document, words, 14, align=LEFT)
        paragraph.paragraph_format.left_indent = Cm(3.5)
    _blank(document)


def _write_names(cell: Any, names: tuple[str, ...], size: int) -> None:
    """Write a heading column: the last line in bold with a rule under it."""
    lines = [(name, size, at == len(names) - 1 or size == 13, False) for at, name in enumerate(names)]
    _fill(cell, lines)
    _underline(cell.paragraphs[-1], 2.6 if size == 12 else 1.9)


def _fill(cell: Any, lines: Iterable[tuple[str, int, bool, bool]]) -> None:
    for at, (words, size, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if not at else cell.add_paragraph()
        paragraph.alignment = CENTER
        run = paragraph.add_run(words)
        run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _append(holder: Any, words: str, size: int, *, bold: bool = False, align: Any = CENTER) -> Any:
    paragraph = holder.add_paragraph()
    paragraph.alignment = align
    run = paragraph.add_run(words)
    run.font.size, run.bold = Pt(size), bold
    return paragraph


def _set_widths(table: Any, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _blank(document: Any) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Pt(8)


def _underline(paragraph: Any, indent: float) -> None:
    """Draw the rule of the format as the bottom border of an empty line under ``paragraph``."""
    line = parse_xml(
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pPr>'
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="20" w:line="80" w:lineRule="exact"/>'
        f'<w:ind w:left="{int(indent * 567)}" w:right="{int(indent * 567)}"/></w:pPr></w:p>'
    )
    paragraph._p.addnext(line)


def _write_body(document: Any, paper: Paper, numbering: int) -> list[str]:
    notes: list[str] = []
    rows: list[list[str]] = []
    for line in [*paper.body.strip().splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _write_table(document, rows)
            rows = []
        _, level, words = _split(line)
        if words:
            paragraph = document.add_paragraph()
            _lay_out(paragraph, level, numbering)
            _write_runs(paragraph, words, notes, bold=level == 0)
    return notes


def _lay_out(paragraph: Any, level: int | None, numbering: int) -> None:
    paragraph.alignment = JUSTIFY
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(3), Pt(3), 1.1
    if level is None:
        layout.first_line_indent = Cm(1.27)
        return
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbering


def _write_runs(paragraph: Any, words: str, notes: list[str], *, bold: bool) -> None:
    at = 0
    for match in INLINE.finditer(words):
        paragraph.add_run(words[at : match.start()]).bold = bold or None
        if match["bold"]:
            paragraph.add_run(match["bold"]).bold = True
        else:
            notes.append(match["note"])
            run = paragraph.add_run()
            run.font.superscript = True
            mark = OxmlElement("w:footnoteReference")
            mark.set(qn("w:id"), str(len(notes)))
            run._r.append(mark)
        at = match.end()
    paragraph.add_run(words[at:]).bold = bold or None


def _write_table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    if len(rows[0]) == len(TABLE_WIDTHS):
        _set_widths(table, TABLE_WIDTHS)
    for at, row in enumerate(rows):
        for column, (cell, words) in enumerate(zip(table.rows[at].cells, row, strict=True)):
            _fill(cell, [(words, 12, not at or not row[0], False)])
            if at and column == 1:
                cell.paragraphs[0].alignment = LEFT


def _write_signature(document: Any, paper: Paper) -> None:
    _blank(document)
    table = document.add_table(rows=1, cols=2)
    _set_widths(table, (7.9, 8.4))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = table.rows[0].cells
    head = left.paragraphs[0].add_run("Nơi nhận:")
    head.bold = head.italic = True
    head.font.size = Pt(12)
    for at, name in enumerate(paper.recipients):
        end = "." if at == len(paper.recipients) - 1 else ";"
        _append(left, f"- {name}{end}", 11, align=LEFT)
    lines = [(words, 14, True, False) for words in (*paper.signature, "", "", "", paper.signer)]
    _fill(right, lines)


def _without_clock(raw: bytes) -> bytes:
    """Return the package with the day of every entry fixed, so that the same text gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
