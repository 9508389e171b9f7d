"""A file with all that Word puts into one: image, header, numbers, tracked changes, a comment; commented, all stays."""

import base64
import io
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from dondoc.checking import check
from dondoc.checking.review import review
from dondoc.drafting import annotate_findings
from dondoc.extraction import extract
from dondoc.reading import read

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NEW = {qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"), qn("w:annotationRef")}


def tracked(paragraph: Paragraph, name: str, words: str, number: int) -> None:
    """Add ``words`` as inserted (w:ins) or deleted (w:del) by somebody."""
    change, run = OxmlElement(f"w:{name}"), OxmlElement("w:r")
    for key, value in (("id", str(number)), ("author", "An"), ("date", "2026-01-01T00:00:00Z")):
        change.set(qn(f"w:{key}"), value)
    text = OxmlElement("w:t" if name == "ins" else "w:delText")
    text.text = words
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


@pytest.fixture(scope="module")
def rich() -> bytes:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "Đầu trang"
    paper.sections[0].footer.paragraphs[0].text = "Chân trang"
    paper.add_heading("BÁO CÁO tháng 10", 1)
    line = paper.add_paragraph()
    line.add_run("Giải ngân ").bold = True
    line.add_run("512 tỷ đồng/1.420 tỷ ")
    line.add_run("đồng, đạt 38,").italic = True
    line.add_run("06% kế hoạch.")
    paper.add_picture(io.BytesIO(PIXEL))
    for words in ("Một", "Hai"):
        paper.add_paragraph(words, style="List Number")
    cell = paper.add_table(2, 2).cell(1, 1)
    cell.text = "Trong 12 dự án có 03 dự án hoàn thành, 70 dự án đang thi công."
    changed = paper.add_paragraph("Cũ ")
    tracked(changed, "ins", "Tổng số 45 hộ: 50 hộ thôn A, 3 hộ thôn B.", 90)
    tracked(changed, "del", "bỏ đi", 91)
    paper.add_comment(runs=line.runs[0], text="đã có", author="Bình", initials="B")
    packed = io.BytesIO()
    paper.save(packed)
    return packed.getvalue()


@pytest.fixture(scope="module")
def commented(rich: bytes) -> bytes:
    text = read(rich, name="a.docx")
    facts = extract(text)
    findings = [one for one in review(facts, check(facts)) if one.severity == "error"]
    assert [text[one.span] for one in findings] == ["38,06%", "12 dự án", "45 hộ"]
    return annotate_findings(rich, text, findings)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def told(document: bytes) -> list[tuple[str, ...]]:
    """Everything of a document part but the comments: elements with their attributes, words with their looks joined."""
    found: list[tuple[str, ...]] = []
    for item in _items(document):
        if len(item) == 3 and found and len(found[-1]) == 3 and found[-1][:2] == item[:2]:
            found[-1] = (*item[:2], found[-1][2] + item[2])
        else:
            found.append(item)
    return found


def _items(document: bytes) -> Iterator[tuple[str, ...]]:
    for element in etree.fromstring(document).iter():
        tag = str(element.tag)
        parent = element.getparent()
        if tag in NEW or tag in (qn("w:r"), qn("w:rPr")) or (parent is not None and parent.tag == qn("w:rPr")):
            continue
        if tag in (qn("w:t"), qn("w:delText")) and parent is not None:
            look = parent.find(qn("w:rPr"))
            yield tag, "" if look is None else etree.tostring(look, encoding="unicode"), element.text or ""
        else:
            yield tag, repr(sorted(element.attrib.items()))


def test_no_other_part_changes(rich: bytes, commented: bytes) -> None:
    before, after = parts(rich), parts(commented)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml", "word/comments.xml"]


def test_words_looks_images_and_tracked_changes_stay(rich: bytes, commented: bytes) -> None:
    assert told(parts(rich)["word/document.xml"]) == told(parts(commented)["word/document.xml"])


def test_the_comment_that_was_there_stays_beside_the_new_ones(commented: bytes) -> None:
    comments = parts(commented)["word/comments.xml"].decode()
    assert "đã có" in comments
    assert comments.count("<w:comment ") == 4
