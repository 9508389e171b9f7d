"""A .docx handed back with comments at its figures."""

import subprocess
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx.shared import RGBColor

from dondoc.drafting.comments import annotate
from dondoc.facts import Check, Facts, Header, Quantity, Verdict
from dondoc.reading import ReadingError, read
from dondoc.text import Span, Text

SENTENCE = "Thu nội địa 15 tỷ đồng, thu khác 11 tỷ đồng, tổng thu 27 tỷ đồng."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    document = python_docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    document.add_paragraph("Mở đầu", style="List Number")
    paragraph = document.add_paragraph("Thu nội địa 15 tỷ ", style="List Number")
    coloured = paragraph.add_run("đồng, thu khác 11 tỷ đồng, tổng thu 2")
    coloured.bold, coloured.font.color.rgb = True, RGBColor(255, 0, 0)
    paragraph.add_run("7 tỷ đồng.")
    path = tmp_path / "bao-cao.docx"
    document.save(str(path))
    return path


def facts_of(text: Text, *figures: str) -> Facts:
    quantities = []
    for number, words in enumerate(figures, 1):
        start = text.content.index(words)
        quantities.append(
            Quantity(
                *(f"q{number}", Span(start, start + len(words)), Decimal(1), "đồng", Decimal(0), None, None, "actual"),
                *(None, None, None, False, "test"),
            )
        )
    return Facts(text, Header(), quantities=tuple(quantities))


def check(verdict: Verdict = "inconsistent", result: str | None = "q3") -> Check:
    reason, repair = "15 + 11 = 26, văn bản ghi 27.", "Tổng thu là 26 tỷ đồng?"
    return Check("c1", "sum", ("q1", "q2"), result, Decimal(26), Decimal(27), verdict, "sum", reason, repair)


FIGURES = ("15 tỷ đồng", "11 tỷ đồng", "27 tỷ đồng")


def commented(data: bytes) -> list[tuple[str, str]]:
    document = python_docx.Document(BytesIO(data))
    return [(comment.author, comment.text) for comment in document.comments]


def test_a_flagged_check_becomes_a_comment_at_its_result(report: Path) -> None:
    text = read(report)
    data = annotate(report, facts_of(text, *FIGURES), [check(), check("consistent"), check("doubtful", None)])
    words = "15 + 11 = 26, văn bản ghi 27. Tổng thu là 26 tỷ đồng?"
    assert commented(data) == [("Đôn Đốc", words)] * 2
    assert read(data).content == text.content
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    inside = xml.split('<w:commentRangeStart w:id="0"/>')[1].split('<w:commentRangeEnd w:id="0"/>')[0]
    assert "".join(part.split("</w:t>")[0].split(">")[-1] for part in inside.split("<w:t")[1:]) == "27 tỷ đồng"


def test_split_runs_keep_their_formatting(report: Path) -> None:
    data = annotate(report, facts_of(read(report), *FIGURES), [check()])
    paragraph = python_docx.Document(BytesIO(data)).paragraphs[1]
    assert paragraph.text == SENTENCE
    runs = [(run.text, bool(run.bold), run.font.color.rgb) for run in paragraph.runs if run.text]
    red = RGBColor(255, 0, 0)
    assert runs == [
        ("Thu nội địa 15 tỷ ", False, None),
        ("đồng, thu khác 11 tỷ đồng, tổng thu ", True, red),
        ("2", True, red),
        ("7 tỷ đồng", False, None),
        (".", False, None),
    ]


def test_all_other_parts_stay_byte_for_byte(report: Path) -> None:
    data = annotate(report, facts_of(read(report), *FIGURES), [check()])
    old, new = zipfile.ZipFile(report), zipfile.ZipFile(BytesIO(data))
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def test_comments_join_those_already_there(report: Path, tmp_path: Path) -> None:
    path = tmp_path / "lan-hai.docx"
    path.write_bytes(annotate(report, facts_of(read(report), *FIGURES), [check()]))
    data = annotate(path, facts_of(read(path), *FIGURES), [check(result="q1"), check(result="q2")])
    assert len(commented(data)) == 3
    assert read(data).content == read(report).content


def test_nothing_to_say_leaves_the_file_as_it_was(report: Path) -> None:
    assert annotate(report, facts_of(read(report), *FIGURES), [check("consistent")]) == report.read_bytes()


def test_other_formats_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    with pytest.raises(ReadingError, match=r"\.docx"):
        annotate(path, facts_of(read(path), *FIGURES), [check()])


@pytest.mark.libreoffice
def test_libreoffice_opens_the_commented_file(report: Path, tmp_path: Path) -> None:
    path = tmp_path / "nhan-xet.docx"
    path.write_bytes(annotate(report, facts_of(read(report), *FIGURES), [check()]))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = zipfile.ZipFile(path.with_suffix(".odt")).read("content.xml").decode()
    assert "Đôn Đốc" in content
    assert "văn bản ghi 27." in content
