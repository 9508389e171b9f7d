"""Old Word files: what they are, what converts them, what is refused; nothing left behind."""

import shutil
import struct
import tempfile
from pathlib import Path

import pytest

from dondoc.reading import ReadingError, limits, olddoc, read
from dondoc.reading.isolated import read_isolated

FILES = Path(__file__).parent / "files"
SAMPLE = FILES / "thong-bao-2003.doc"
WORDS = "Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán 12,5 tỷ đồng trước ngày 15/8/2008."


def compound(*names: str, flags: int = 0, magic: int = 0xA5EC) -> bytes:
    """A compound file of one sector of directory, whose streams begin in the sector behind it."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", head, 30, 9)
    struct.pack_into("<II", head, 44, 1, 1)
    struct.pack_into("<109I", head, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *[0xFFFFFFFF] * 126)
    directory = bytearray(512)
    for at, name in enumerate(names[:4]):
        words = (name + "\0").encode("utf-16-le")
        directory[at * 128 : at * 128 + len(words)] = words
        struct.pack_into("<HB", directory, at * 128 + 64, len(words), 2)
        struct.pack_into("<I", directory, at * 128 + 116, 2)
    stream = bytearray(512)
    struct.pack_into("<H", stream, 0, magic)
    struct.pack_into("<H", stream, 10, flags)
    return bytes(head + table + directory + stream)


REFUSED = {
    "a password": (compound("Root Entry", "WordDocument", flags=0x0100), "mật khẩu"),
    "a new file with a password": (compound("Root Entry", "EncryptedPackage"), "mật khẩu"),
    "macros": (compound("Root Entry", "WordDocument", "Macros"), "macro"),
    "slides": (compound("Root Entry", "PowerPoint Document"), "không phải văn bản Word"),
    "no Word in the stream": (compound("Root Entry", "WordDocument", magic=0), "bị hỏng"),
    "a directory without end": (compound("Root Entry").replace(b"\xfe\xff\xff\xff", b"\x01\0\0\0"), "Word"),
    "the first bytes alone": (compound("WordDocument")[:40], "bị hỏng"),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_hostile_file_is_refused_before_any_program_sees_it(
    data: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(olddoc, "_run", lambda *_: pytest.fail("a program was started"))
    with pytest.raises(ReadingError, match=sentence):
        read(data, name="a.doc")


def test_where_nothing_is_installed_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ReadingError, match=r"chưa cài LibreOffice.*hãy"):
        read(SAMPLE)


def test_a_name_of_today_on_an_old_file() -> None:
    with pytest.raises(ReadingError, match="định dạng Word cũ"):
        read(SAMPLE.read_bytes(), name="a.docx")


def test_a_page_under_the_name_of_a_word_file_is_read_as_the_page_it_is() -> None:
    text = read(b"<html><body><p>Giao S\xe1\xbb\x9f Y t\xe1\xba\xbf</p></body></html>", name="a.doc")
    assert (text.content, text.format) == ("Giao Sở Y tế", "html")


@pytest.mark.skipif(shutil.which("antiword") is None, reason="antiword is not installed")
def test_antiword_gives_the_words_and_says_what_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: which(name) if name == "antiword" else None)
    text = read(SAMPLE)
    assert WORDS in text.content
    assert text.format == "doc"
    assert "antiword" in text.warnings[0]


@pytest.mark.libreoffice
def test_libreoffice_gives_numbers_and_tables_and_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    text = read_isolated(SAMPLE)
    assert f"1. {WORDS}" in text.content
    assert [text[cell.span] for cell in text.tables[0].cells] == ["Chỉ tiêu", "Kế hoạch", "Thu ngân sách", "1.250"]
    assert text.format == "doc"
    assert not list(tmp_path.iterdir())


@pytest.mark.libreoffice
def test_a_conversion_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(limits, "CONVERSION_SECONDS", 0.2)
    with pytest.raises(ReadingError, match=r"quá nhiều thời gian|bị hỏng"):
        read(SAMPLE)
    assert not list(tmp_path.iterdir())
