"""Saved web pages: blocks, lists, tables, footnotes; what is no part of the text is left out."""

import pytest

from dondoc.reading import read
from tests.reading.shown import blocks, notes
from tests.reading.test_encodings import OLD, TCVN3, windows_1258

PAGE = """<!DOCTYPE html><html><head><title>Trang tin</title><style>p {}</style></head><body>
<nav><ul><li>Trang chủ</li></ul></nav><script>var thu = 5;</script><p style="display:none">ẩn</p>
<h2>Kết luận phiên họp</h2>
<p>Chủ t&#7883;ch <b>UBND tỉnh</b>
   yêu cầu&nbsp;các sở<a href="#_ftn1">[1]</a>:</p>
<ol><li>Sở Tài chính<ul><li>Cân đối vốn;</li><li><p>Báo cáo.</p></li></ul></li><li value="5">Sở Y tế</li></ol>
<ol type="a"><li>Rà soát 15 m<sup>2</sup></li></ol>
<table><tr><th>Chỉ tiêu</th><th>Tháng 8</th></tr>
<tr><td rowspan="2">Thu</td><td>12,5</td></tr><tr><td>13</td></tr></table>
<div>Thuận Giang<br>Ngày 5/9</div>
<div id="ftn1"><p><a href="#_ftnref1">[1]</a> Trừ Sở Y tế.</p></div>
</body></html>"""


def test_a_page_reads_as_its_reader_sees_it() -> None:
    text = read(PAGE.encode(), name="tin.html")
    assert blocks(text) == [
        "Kết luận phiên họp",
        "Chủ tịch UBND tỉnh yêu cầu các sở:",
        "1. Sở Tài chính",
        "- Cân đối vốn;",
        "- Báo cáo.",
        "5. Sở Y tế",
        "a) Rà soát 15 m²",
        "Chỉ tiêu",
        "Tháng 8",
        "Thu",
        "12,5",
        "13",
        "Thuận Giang",
        "Ngày 5/9",
    ]
    assert notes(text) == [("1", "sở", "Trừ Sở Y tế.")]
    assert [text[span] for span in text.emphasis] == ["UBND tỉnh"]
    assert [(cell.row, cell.column, cell.rowspan) for cell in text.tables[0].cells][-2:] == [(1, 1, 1), (2, 1, 1)]
    assert text.blocks[0].kind == "heading"


def test_html_is_known_without_a_name() -> None:
    assert read(PAGE.encode()).format == "html"


def test_a_header_laid_out_as_a_table_is_paragraphs() -> None:
    page = "<table><tr><td>UBND TỈNH<br>Số: 5/TB</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>"
    text = read(page.encode(), name="a.htm")
    assert blocks(text) == ["UBND TỈNH", "Số: 5/TB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert text.tables == ()


def test_a_page_nested_beyond_reason_is_read() -> None:
    page = "<div>" * 3000 + "Báo cáo" + "</div>" * 3000
    assert blocks(read(page.encode(), name="a.html")) == ["Báo cáo"]


def test_a_paragraph_of_unseen_characters_is_no_block() -> None:
    page = "<p>Thu</p><p>\u200b\ufeff</p><p>Chi \u200b</p>"
    text = read(page.encode(), name="a.html")
    assert blocks(text) == ["Thu", "Chi"]
    assert text.content == "Thu\nChi"


@pytest.mark.parametrize("head", ["<meta charset='windows-1258'>", ""])
def test_a_page_in_windows_1258(head: str) -> None:
    page = f"<html><head>{head}</head><body><p>".encode() + windows_1258(OLD) + b"</p></body></html>"
    assert read(page, name="a.html").content == OLD


def test_a_page_in_an_old_font_is_converted_between_its_tags() -> None:
    page = f'<html><body><p class="MsoNormal">{TCVN3}</p><p>{TCVN3}</p></body></html>'.replace("Ñy", "Uû")
    text = read(page.encode("latin-1"), name="a.html")
    assert blocks(text)[0] == blocks(text)[1]
    assert blocks(text)[0].endswith("khẩn trương thực hiện kế hoạch phát triển kinh tế năm 2009.")
    assert "TCVN3" in text.warnings[0]


def test_a_byte_order_mark_and_a_broken_byte() -> None:
    page = f"<html><body><p>{OLD}</p></body></html>"
    assert read(page.encode("utf-8-sig"), name="a.html").content == OLD
    assert read(page.encode("utf-16"), name="a.html").content == OLD
    broken = read(page.encode().replace("đạt".encode(), b"\xc4at"), name="a.html")
    assert "ký tự hỏng" in broken.warnings[0]
