"""The parts of a .docx that python-docx has no words for: numbering, footnotes, the page number in the header."""

from typing import Any
from xml.sax.saxutils import escape

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
LEVELS = (("upperRoman", "%1.", True), ("decimal", "%2.", False), ("lowerLetter", "%3)", False), ("bullet", "-", False))
NUMBER = 77


def add_numbering(document: Any) -> int:
    """Add the list of the office (I., 1., a), -) to ``document`` and return its number."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f"{'<w:b/>' if bold else ''}</w:rPr></w:lvl>"
        for at, (kind, words, bold) in enumerate(LEVELS)
    )
    multi = f'<w:multiLevelType w:val="multilevel"/>{levels}'
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBER}">{multi}</w:abstractNum>')
    first = root.find(qn("w:num"))
    root.insert(root.index(first) if first is not None else len(root), abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUMBER}"><w:abstractNumId w:val="{NUMBER}"/></w:num>'))
    return NUMBER


def add_footnotes(document: Any, notes: list[str]) -> None:
    """Add the part that holds ``notes``, numbered from 1, where there are any."""
    if not notes:
        return
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for at, kind, mark in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"))
    )
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    words = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="both"/></w:pPr>'
        f'<w:r><w:rPr>{font}<w:sz w:val="20"/><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr>{font}<w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p>'
        "</w:footnote>"
        for at, note in enumerate(notes, 1)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    blob = f"{head}<w:footnotes {nsdecls('w')}>{marks}{words}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, FOOTNOTES)


def add_page_number(section: Any) -> None:
    """Put the page number in the middle of the top margin, not on the first page."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind in ("begin", "PAGE", "end"):
        run = paragraph.add_run()._r
        if kind == "PAGE":
            field = OxmlElement("w:instrText")
            field.text = kind
        else:
            field = OxmlElement("w:fldChar")
            field.set(qn("w:fldCharType"), kind)
        run.append(field)
