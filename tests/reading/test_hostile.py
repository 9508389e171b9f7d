"""Files that lie, burst, hide or are broken: a text or one clear sentence, never anything else."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dondoc.reading import ReadingError, limits, read
from tests.reading.word_package import docx, level, numbering, paragraph, table

GOOD = docx(
    paragraph("Giao Sở Tài chính", number="1") + table([paragraph("Thu"), paragraph("5")]),
    numbering=numbering(level(0, "decimal", "%1.")),
    styles='<w:style w:type="paragraph" w:styleId="A"/>',
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def with_part(name: str, data: bytes) -> bytes:
    """The good file with one part replaced."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, data)
    return target.getvalue()


def document(doctype: str, words: str) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return (
        f"{doctype}<w:document {names}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>".encode()
    )


REFUSED = {
    "text under a Word name": (b"Bao cao", "a.docx", "không đúng định dạng"),
    "text under a PDF name": (b"Bao cao", "a.pdf", "không đúng định dạng"),
    "a Word file under a PDF name": (GOOD, "a.pdf", "đổi đuôi"),
    "a PDF under a text name": (b"%PDF-1.7 ...", "a.txt", "đổi đuôi"),
    "a zip of something else": (with_part("a.txt", b"a").replace(b"word/document", b"Word/dokument"), "a.docx", "Word"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "scan.png", "ảnh bị hỏng|nhận dạng"),
    "bytes": (bytes(range(256)), "a.txt", "không phải văn bản"),
    "an old Word file": (OLE, "a.doc", "bị hỏng"),
    "an old Word file under a new name": (OLE, "a.docx", "định dạng Word cũ"),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "mật khẩu"),
    "macros": (with_part("word/vbaProject.bin", b"x"), "a.docm", "macro"),
    "macros by type": (docx(paragraph("a"), types="<Types>macroEnabled</Types>"), "a.docx", "macro"),
    "an external entity": (with_part("word/document.xml", document(ENTITIES, "&a;")), "a.docx", "DOCTYPE|hỏng"),
    "a billion laughs": (with_part("word/document.xml", document(LAUGHS, "&b;")), "a.docx", "DOCTYPE|hỏng"),
    "a bomb": (with_part("word/document.xml", b" " * (limits.RATIO_FREE_BYTES + 9)), "a.docx", "quá nhiều dữ liệu"),
    "200 MB": (bytes(limits.MAX_FILE_BYTES + 1), "a.docx", "MB"),
    "an empty Word file": (b"", "a.docx", "không đúng định dạng"),
    "XML nested without end": (with_part("word/document.xml", b"<a>" * 9000), "a.docx", "hỏng"),
    "no document in it": (with_part("word/document.xml", b""), "a.docx", "Word"),
    "a truncated PDF": (b"%PDF-1.7\n1 0 obj", "a.pdf", "hỏng"),
}


@pytest.mark.parametrize(("data", "name", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_file_is_refused_with_one_clear_sentence(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence) as refused:
        read(data, name=name)
    words = str(refused.value)
    assert words.endswith(".")
    assert "\n" not in words


def test_too_many_entries() -> None:
    extra = {f"x/{n}": b"" for n in range(limits.MAX_ARCHIVE_ENTRIES)}
    with pytest.raises(ReadingError, match="quá nhiều dữ liệu"):
        read(docx(paragraph("a"), extra=extra))


def test_an_archive_in_the_archive_is_not_opened() -> None:
    assert read(with_part("word/embeddings/inner.zip", GOOD)).content == "1. Giao Sở Tài chính\nThu\t5"


def test_too_many_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARACTERS", 3)
    with pytest.raises(ReadingError, match="triệu ký tự"):
        read(b"abcd", name="a.txt")


def test_a_missing_file() -> None:
    with pytest.raises(ReadingError, match="Không mở được tệp khong-co"):
        read("khong-co.txt")


damage = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@damage
@given(end=st.integers(0, len(GOOD)))
def test_a_truncated_word_file_gives_a_text_or_the_error(end: int) -> None:
    try:
        read(GOOD[:end], name="a.docx")
    except ReadingError:
        return


@damage
@given(flips=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(1, 255)), min_size=1, max_size=8))
def test_a_damaged_word_file_gives_a_text_or_the_error(flips: list[tuple[int, int]]) -> None:
    broken = bytearray(GOOD)
    for at, bits in flips:
        broken[at] ^= bits
    try:
        read(bytes(broken), name="a.docx")
    except ReadingError:
        return


PIECES = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>a</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
]
ODD = [
    '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>',
    '<w:pPr><w:numPr><w:numId w:val="1"/><w:ilvl w:val="99999999999"/></w:numPr></w:pPr>',
    '<w:tcPr><w:gridSpan w:val="-5"/><w:vMerge/></w:tcPr>',
    "<w:sdt/>",
    "<w:br/>",
    '<w:footnoteReference w:id="9"/>',
    "<!-- a -->",
    "<?b c?>",
]


@damage
@given(st.lists(st.sampled_from(PIECES + ODD), max_size=30).map("".join))
def test_any_shape_of_document_gives_a_text_or_the_error(body: str) -> None:
    try:
        text = read(docx(body, numbering=numbering(level(0, "lowerRoman", "%1.%9)"))), name="a.docx")
    except ReadingError:
        return
    assert all(text.content[block.span.start : block.span.end].strip() for block in text.blocks)


def test_cells_that_claim_a_thousand_rows_cost_no_time() -> None:
    cells = b"<td colspan=9999 rowspan=9999>a" * 400
    page = b"<table>" + (b"<tr>" + cells + b"</tr>") * 3 + b"</table>"
    assert read(page, name="bang.html").content.split() == ["a"] * 1200
