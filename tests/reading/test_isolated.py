"""Reading in a process of its own: the same text, and an end to what takes too long or too much."""

from pathlib import Path

import pytest

from dondoc.reading import ReadingError, read
from dondoc.reading.isolated import read_isolated
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
        read_isolated(path, megabytes=200)
