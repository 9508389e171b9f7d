"""What holds for any string: a text whose spans are true and whose map leads back to the source."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.reading.plain import read_plain
from dondoc.text import Text

LETTERS = list("aăâeêếđDĐ1239.,;:-–*()[]¹²³⁴ \t\n\r\f\u0301\u0323\u00a0\u200b\ufeff“”/°\u1100\u1161\u11a8\u0338<#")
PHRASES = [
    *("Sở Tài chính", "chủ trì,", "đồng³", "¹ Về", "² hành vi", "**Giao", "rà soát**", "\n\n", "\n", "\r\n", " ", "- "),
    *("1. ", "a) ", "(i) ", "(1) ", "đạt(1)", "[2]", "[2] Theo", "12,5", "tỷ đồng.", "\f", "3", "- 4 -", "THÔNG BÁO"),
    *("m²", "ngày", "tháng 5", "e\u0302\u0301", "*", "***", "km²", "# Mục", "Số: 5          CỘNG HÒA XÃ HỘI"),
]
SOURCES = (
    st.text(st.sampled_from(LETTERS), max_size=100)
    | st.text(max_size=120)
    | st.lists(st.sampled_from(PHRASES), max_size=30).map(" ".join)
)
many = settings(max_examples=300, deadline=None)


def bare(words: str) -> str:
    """``words`` as far as reading may not change them."""
    spaced = "".join(" " if letter.isspace() else "-" if letter in "\u2010\u2011" else letter for letter in words)
    return unicodedata.normalize("NFC", spaced)


def assert_true(text: Text) -> None:
    content, source = text.content, text.source
    assert unicodedata.is_normalized("NFC", content)
    end = -1
    for block in text.blocks:
        assert end < block.span.start < block.span.end <= len(content)
        assert text[block.span] == text[block.span].strip()
        assert "\n" not in text[block.span]
        end = block.span.end
    assert not content or end == len(content)
    at = 0
    for run in text.origin.runs:
        assert run.start == at < run.end
        assert 0 <= run.source_start <= run.source_end <= len(source)
        if run.end - run.start == run.source_end - run.source_start and not text.warnings:
            assert bare(content[run.start : run.end]) == bare(source[run.source_start : run.source_end])
        at = run.end
    assert at == len(content)
    for span in (*text.emphasis, *(repair.span for repair in text.repairs), *(note.span for note in text.footnotes)):
        assert 0 <= span.start <= span.end <= len(content)
    assert all(note.anchor is None or 0 <= note.anchor <= len(content) for note in text.footnotes)


@many
@given(SOURCES)
def test_spans_are_true_for_any_string(source: str) -> None:
    assert_true(read_plain(source))


@many
@given(SOURCES)
def test_decomposed_and_crlf_sources_read_the_same(source: str) -> None:
    source = unicodedata.normalize("NFC", source.replace("\r\n", "\n").replace("\r", "\n"))
    text = read_plain(source)
    for changed in (unicodedata.normalize("NFD", source), source.replace("\n", "\r\n")):
        other = read_plain(changed)
        assert_true(other)
        if not text.warnings and not other.warnings:
            assert other.content == text.content
            assert other.blocks == text.blocks
