"""Bytes in every encoding that offices left behind."""

import unicodedata

import pytest

from dondoc.reading import ReadingError, read
from dondoc.text import Span, Text
from tests.reading.shown import blocks


def plain(words: str) -> Text:
    return read(words.encode(), name="vanban.txt")


TCVN3 = "Ñy ban nh©n d©n tØnh yªu cÇu c¸c së, ngµnh khÈn tr­¬ng thùc hiÖn kÕ ho¹ch ph¸t triÓn kinh tÕ n¨m 2009."
ENCODED = "Sở Tài chính báo cáo trước ngày 30/9/2024.\r\nGiao Văn phòng theo dõi."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_in_every_form(codec: str) -> None:
    text = read(ENCODED.encode(codec), name="a.txt")
    assert blocks(text) == ENCODED.split("\r\n")
    span = text.to_source(text.blocks[1].span)
    assert text.source[span.start : span.end] == "Giao Văn phòng theo dõi."


@pytest.mark.parametrize("codec", ["latin-1", "utf-8"])
def test_a_legacy_font_is_converted_word_by_word(codec: str) -> None:
    text = read(TCVN3.replace("Ñy", "Uû").encode(codec), name="cu.txt")
    assert text.content.endswith("yêu cầu các sở, ngành khẩn trương thực hiện kế hoạch phát triển kinh tế năm 2009.")
    assert len(text.warnings) == 1
    start = text.content.index("khẩn")
    span = text.to_source(Span(start, start + 4))
    assert text.source[span.start : span.end] == "khÈn"


def windows_1258(words: str) -> bytes:
    """The bytes of ``words`` as Windows writes them: a tone behind the letter it stands on."""
    written: list[bytes] = []
    for letter in words:
        base = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark not in TONES)
        tones = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark in TONES)
        written.append((unicodedata.normalize("NFC", base) + tones).encode("cp1258"))
    return b"".join(written)


TONES = "\u0300\u0301\u0303\u0309\u0323"
OLD = "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành khẩn trương thực hiện kế hoạch; đạt 7.215 tỷ đồng, bằng 91,2%."


def test_windows_1258() -> None:
    text = read(windows_1258(OLD), name="cu.txt")
    assert text.content == OLD
    start = text.content.index("khẩn")
    span = text.to_source(Span(start, start + 4))
    assert unicodedata.normalize("NFC", text.source[span.start : span.end]) == "khẩn"
    assert text.warnings == ()


def test_a_broken_byte_costs_its_letter_and_a_warning() -> None:
    whole = "\n\n".join([OLD] * 4).encode()
    at = whole.index("Ủ".encode(), 100)
    text = read(whole[:at] + b"\xe1" + whole[at + 3 :], name="a.txt")
    assert text.content == "\n".join([OLD, OLD.replace("Ủ", "\ufffd"), OLD, OLD])
    assert text.warnings == ("Tệp có 1 ký tự hỏng (hiện là \ufffd, đầu tiên ở dòng 3); hãy đối chiếu với bản gốc.",)


def test_a_text_full_of_broken_bytes_is_refused() -> None:
    with pytest.raises(ReadingError, match="bảng mã"):
        read(OLD.encode().replace(b"y", b"\xff"), name="a.txt")


def test_half_a_letter_at_the_end_of_utf_16() -> None:
    text = read(("\ufeff" + OLD).encode("utf-16-le") + b"\x41", name="a.txt")
    assert text.content == OLD + "\ufffd"
    assert text.warnings


def test_bytes_of_no_known_encoding_are_refused() -> None:
    with pytest.raises(ReadingError, match="bảng mã"):
        read(b"\xc3\x28 caf\xe9 \x81\x8d", name="a.txt")
