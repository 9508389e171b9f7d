"""Real documents of the sample province with their findings as comments: everything else stays as it was."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pypdfium2
import pytest
from lxml import etree

from dondoc.checking import check
from dondoc.checking.catalogue import choose
from dondoc.checking.docx_paper import read_paper
from dondoc.checking.review import review
from dondoc.drafting import annotate_findings
from dondoc.extraction import extract
from dondoc.reading import read

SAMPLES = Path(__file__).parents[2] / "src/dondoc/office/sample/documents"
NAMES = sorted(path.name for path in SAMPLES.glob("*.docx"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"}


def commented(name: str) -> tuple[bytes, bytes, int]:
    data = (SAMPLES / name).read_bytes()
    facts = extract(read(data))
    findings = review(facts, check(facts), read_paper(data), choose(("ALL",)))
    return data, annotate_findings(data, facts.text, findings), len(findings)


def styled_letters(data: bytes) -> list[tuple[str, bytes]]:
    """Every letter of the body with the properties of its run and paragraph."""
    root = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))
    letters = []
    for paragraph in root.iter(f"{W}p"):
        look = paragraph.find(f"{W}pPr")
        of_paragraph = b"" if look is None else etree.tostring(look)
        for run in paragraph.iter(f"{W}r"):
            own = run.find(f"{W}rPr")
            of_run = b"" if own is None else re.sub(rb"\s+xmlns:\w+=\"[^\"]*\"", b"", etree.tostring(own).strip())
            for node in run:
                if node.tag not in MARKS and node.tag != f"{W}rPr":
                    words = node.text or "" if node.tag == f"{W}t" else node.tag
                    letters += [(letter, of_paragraph + of_run) for letter in words]
    return letters


@pytest.mark.parametrize("name", NAMES)
def test_words_and_looks_stay(name: str) -> None:
    data, marked, count = commented(name)
    assert styled_letters(marked) == styled_letters(data)
    assert read(marked).content == read(data).content
    comments = list(python_docx.Document(BytesIO(marked)).comments)
    assert len(comments) == count
    assert all(comment.author == "Đôn Đốc" for comment in comments)


@pytest.mark.parametrize("name", NAMES)
def test_other_parts_stay_byte_for_byte(name: str) -> None:
    data, marked, count = commented(name)
    old, new = zipfile.ZipFile(BytesIO(data)), zipfile.ZipFile(BytesIO(marked))
    changed = {part for part in old.namelist() if old.read(part) != new.read(part)}
    expected = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"} if count else set()
    assert changed == expected


@pytest.mark.libreoffice
def test_libreoffice_prints_the_commented_file(tmp_path: Path) -> None:
    name = next(name for name in NAMES if "bao-cao-thang-10" in name)
    data, marked, _ = commented(name)
    for stem, content in (("goc", data), ("nhan-xet", marked)):
        (tmp_path / f"{stem}.docx").write_bytes(content)
        home = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / f"{stem}.docx")], check=True, capture_output=True, timeout=120)
    assert printed_words(tmp_path / "nhan-xet.pdf") == printed_words(tmp_path / "goc.pdf")


def printed_words(path: Path) -> list[str]:
    """All words on the pages of a .pdf, in alphabetical order."""
    document = pypdfium2.PdfDocument(path)
    words = [word for page in document for word in page.get_textpage().get_text_range().split()]
    document.close()
    return sorted(words)
