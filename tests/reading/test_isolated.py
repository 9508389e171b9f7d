"""Reading in a process of its own: the same text, and an end to what takes too long or too much."""

import subprocess
import sys
from pathlib import Path

import pytest

from dondoc import reading
from dondoc.reading import ReadingError, read
from dondoc.reading.isolated import _PROGRAM, read_isolated
from dondoc.reading.transport import dump, load
from tests.reading.word_package import docx, level, numbering, paragraph, run, table


@pytest.fixture
def document(tmp_path: Path) -> Path:
    body = paragraph("Thu  e\u0302\u0301", number="1", xml=run("5 tỷ", "<w:b/>")) + table(
        [paragraph("a"), paragraph("b")]
    )
    path = tmp_path / "upload"
    path.write_bytes(docx(body, numbering=numbering(level(0, "decimal", "%1."))))
    return path


def test_the_text_is_the_same_as_read_here(document: Path) -> None:
    here, there = read(document, name="a.docx"), read_isolated(document, name="a.docx")
    assert dump(there) == dump(here)
    assert there.blocks == here.blocks
    assert there.tables == here.tables
    assert there.origin.runs == here.origin.runs


def test_a_text_survives_the_journey(document: Path) -> None:
    text = read(document)
    again = load(dump(text))
    assert (again.content, again.blocks, again.emphasis, again.places) == (
        text.content,
        text.blocks,
        text.emphasis,
        text.places,
    )


def test_an_error_is_the_same_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(ReadingError, match="bị hỏng"):
        read_isolated(path)


def test_time_is_limited(document: Path) -> None:
    with pytest.raises(ReadingError, match="quá nhiều thời gian"):
        read_isolated(document, seconds=0.001)


def test_memory_is_limited(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Sở Tài chính báo cáo. " * 1_500_000, encoding="utf-8")
    with pytest.raises(ReadingError, match=r"bộ nhớ|bị hỏng"):
        read_isolated(path, megabytes=100)


def test_reading_needs_no_other_part_of_the_package() -> None:
    code = _PROGRAM.replace("main()\n", "import dondoc.reading.docx, dondoc.reading.pdf, dondoc.reading.html\n")
    code += "print(*sorted({name.split('.')[1] for name in sys.modules if name.startswith('dondoc.')}))"
    package = str(Path(reading.__file__).parents[1])
    found = subprocess.run([sys.executable, "-P", "-c", code, package], capture_output=True, check=True, text=True)
    assert found.stdout.split() == ["reading", "text"]
