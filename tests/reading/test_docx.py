"""Word documents: order, numbering, tables, footnotes, what is accepted and what is left out, places."""

from io import BytesIO

import docx as python_docx
import pytest

from dondoc.reading import ReadingError, read
from dondoc.text import Span, Text
from tests.reading.shown import blocks, notes
from tests.reading.word_package import docx, level, numbering, paragraph, run, table

THREE_LEVELS = (
    level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + level(4, "bullet", "\uf0b7")
)


def word(body: str, **parts: str) -> Text:
    return read(docx(body, extra=None, **parts), name="vanban.docx")


def listed(*levels: int, number: str = "1") -> str:
    return "".join(paragraph("Mục", number=number, level=at) for at in levels)


def marks(text: Text) -> list[str]:
    return [words.removesuffix(" Mục") for words in blocks(text)]


def test_levels_count_and_begin_again_under_a_higher_one() -> None:
    text = word(listed(0, 1, 2, 2, 3, 3, 4, 1, 2, 3, 0, 1), numbering=numbering(THREE_LEVELS))
    assert marks(text) == ["I.", "1.", "1.1.", "1.2.", "a)", "b)", "-", "2.", "2.1.", "a)", "II.", "1."]
    assert [block.level for block in text.blocks][:4] == [0, 1, 2, 2]


def test_two_lists_of_one_kind_go_on_counting_unless_one_starts_anew() -> None:
    goes_on = numbering(level(0, "decimal", "%1."), "", "")
    anew = numbering(
        level(0, "decimal", "%1."),
        "",
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
    )
    body = listed(0, 0) + listed(0, 0, number="2")
    assert marks(word(body, numbering=goes_on)) == ["1.", "2.", "3.", "4."]
    assert marks(word(body, numbering=anew)) == ["1.", "2.", "1.", "2."]


def test_a_level_that_never_restarts() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
    assert marks(word(listed(0, 1, 1, 0, 1), numbering=numbering(levels))) == ["I.", "1.", "2.", "II.", "3."]


def test_legal_numbering_writes_digits_for_every_level() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", more="<w:isLgl/>")
    assert marks(word(listed(0, 0, 1), numbering=numbering(levels))) == ["I.", "II.", "2.1."]


def test_a_number_brought_by_a_style_and_by_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style>'
    )
    body = paragraph("Mục", style="Muc") + paragraph("Mục", style="MucCon") + paragraph("Mục", style="Muc", number="0")
    text = word(body, styles=styles, numbering=numbering(level(0, "decimal", "%1.")))
    assert blocks(text) == ["1. Mục", "2. Mục", "Mục"]


def test_outline_levels_make_headings() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    text = word(paragraph("Kết quả", style="H2") + paragraph("Đạt."), styles=styles)
    assert [(block.kind, block.level) for block in text.blocks] == [("heading", 1), ("paragraph", None)]


def test_header_table_is_read_cell_by_cell_and_keeps_the_document_number() -> None:
    header = table(
        [paragraph("UBND TỈNH THUẬN GIANG") + paragraph("VĂN PHÒNG"), paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
        [paragraph("Số: 31/TB-VP"), paragraph("Thuận Giang, ngày 3 tháng 9 năm 2024")],
    )
    text = word(header + paragraph("THÔNG BÁO"))
    assert blocks(text) == [
        "UBND TỈNH THUẬN GIANG",
        "VĂN PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 31/TB-VP",
        "Thuận Giang, ngày 3 tháng 9 năm 2024",
        "THÔNG BÁO",
    ]
    assert text.tables == ()


def test_a_table_of_data_keeps_its_cells_with_merges() -> None:
    merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("Thu")
    below = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph()
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Năm 2024")
    data = table(
        [paragraph("Chỉ tiêu"), wide],
        [merged, paragraph("Kế hoạch"), paragraph("900")],
        [below, paragraph("Thực hiện"), paragraph("845,5")],
    )
    text = word(paragraph("Bảng 1") + data)
    assert text.content == "Bảng 1\nChỉ tiêu\tNăm 2024\nThu\tKế hoạch\t900\nThực hiện\t845,5"
    cells = {text[cell.span]: (cell.row, cell.column, cell.rowspan, cell.colspan) for cell in text.tables[0].cells}
    assert cells["Năm 2024"] == (0, 1, 1, 2)
    assert cells["Thu"] == (1, 0, 2, 1)
    assert cells["845,5"] == (2, 2, 1, 1)
    assert {block.kind for block in text.blocks} == {"paragraph", "cell"}


NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def test_footnotes_are_attached_where_they_are_called() -> None:
    body = paragraph("Thu 5 tỷ đồng", xml=NOTE.format(4) + run(", chi 3 tỷ đồng") + NOTE.format(2) + run("."))
    footnotes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Chi đầu tư.")}</w:footnote>'
        f'<w:footnote w:id="4">{paragraph("Thu nội địa,")}{paragraph("thu khác.")}</w:footnote>'
    )
    text = word(body, footnotes=footnotes)
    assert blocks(text) == ["Thu 5 tỷ đồng, chi 3 tỷ đồng."]
    assert sorted(notes(text)) == [("1", "đồng", "Thu nội địa, thu khác."), ("2", "đồng", "Chi đầu tư.")]
    assert text.content[: text.footnotes[0].anchor].endswith("chi 3 tỷ đồng")


def test_changes_are_read_as_accepted() -> None:
    xml = (
        run("Hoàn thành trước ")
        + '<w:del w:id="1"><w:r><w:delText>ngày 1/9</w:delText><w:tab/></w:r></w:del>'
        + f'<w:ins w:id="2">{run("ngày 30/9")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run("năm 2023")}</w:moveFrom><w:moveTo w:id="4">{run(" năm 2024")}</w:moveTo>'
    )
    assert blocks(word(paragraph(xml=xml))) == ["Hoàn thành trước ngày 30/9 năm 2024"]


def test_fields_links_controls_and_special_characters() -> None:
    xml = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("05/9/2024")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"<w:hyperlink>{run(' tại trang')}</w:hyperlink><w:smartTag>{run(' tin')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{run(' điện tử')}</w:sdtContent></w:sdt>"
        "<w:r><w:t>\u00a0năm</w:t><w:tab/><w:t>2024</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>2025\u00ad.</w:t></w:r>"
        f"{run('ẩn', '<w:vanish/>')}"
    )
    assert blocks(word(paragraph(xml=xml))) == ["05/9/2024 tại trang tin điện tử năm 2024-2025."]


def test_raised_digits_stay_exponents() -> None:
    xml = run("Diện tích 15 m") + run("2", '<w:vertAlign w:val="superscript"/>') + run(".")
    assert blocks(word(paragraph(xml=xml))) == ["Diện tích 15 m²."]


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('HỎA TỐC')}</w:txbxContent>"
    xml = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )
    text = word(paragraph("Công điện", xml=xml) + paragraph("Kính gửi:"))
    assert blocks(text) == ["Công điện", "HỎA TỐC", "Kính gửi:"]
    assert [place.part for place in text.places] == ["p:0", "p:1", "p:2"]


def test_a_line_break_parts_lines_but_not_a_sentence() -> None:
    xml = run("THÔNG BÁO") + "<w:r><w:br/></w:r>" + run("Kết luận tại phiên họp của các sở, ngành về giải ngân")
    xml += "<w:r><w:br/></w:r>" + run("vốn đầu tư công")
    assert blocks(word(paragraph(xml=xml))) == [
        "THÔNG BÁO",
        "Kết luận tại phiên họp của các sở, ngành về giải ngân vốn đầu tư công",
    ]


def test_a_sentence_cut_into_two_paragraphs_is_joined() -> None:
    body = paragraph("Giao Sở Tài chính phối hợp các sở, ngành rà soát 120 dự") + paragraph("án chậm tiến độ.")
    text = word(body)
    assert blocks(text) == ["Giao Sở Tài chính phối hợp các sở, ngành rà soát 120 dự án chậm tiến độ."]
    assert [repair.rule for repair in text.repairs] == ["cut-sentence"]


def test_columns_laid_out_with_tabs() -> None:
    tab = "<w:r><w:tab/></w:r>"
    motto = paragraph("UBND TỈNH THUẬN GIANG", xml=tab * 2 + run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    figures = paragraph("Thu ngân sách", xml=tab + run("12,5 tỷ đồng"))
    assert blocks(word(motto + figures)) == [
        "UBND TỈNH THUẬN GIANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Thu ngân sách 12,5 tỷ đồng",
    ]


def test_pages_are_those_that_word_last_laid_out() -> None:
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>Trang hai.</w:t></w:r>"
    text = word(paragraph("Trang một.") + paragraph(xml=broken))
    assert [block.page for block in text.blocks] == [1, 2]
    assert [block.page for block in word(paragraph("Một.")).blocks] == [None]


def test_places_and_spans_point_at_the_paragraph_and_its_letters() -> None:
    body = paragraph() + paragraph("  Thu\u00a0 ngân sách e\u0302\u0301m đẹp", number="1") + paragraph("Chi 3 tỷ đồng")
    text = word(body, numbering=numbering(level(0, "decimal", "%1.")))
    assert blocks(text) == ["1. Thu ngân sách ếm đẹp", "Chi 3 tỷ đồng"]
    start = text.content.index("3 tỷ")
    span = Span(start, start + 4)
    assert text.place_of(span) == "p:2"
    source = text.to_source(span)
    assert text.source[source.start : source.end] == "3 tỷ"
    start = text.content.index("đẹp")
    source = text.to_source(Span(start, start + 3))
    assert text.source[source.start : source.end] == "đẹp"


def test_bold_runs_are_emphasis() -> None:
    xml = run("Giao ") + run("Sở Y", "<w:b/>") + run(" tế", "<w:b/>") + run(" báo cáo", '<w:b w:val="0"/>')
    text = word(paragraph(xml=xml))
    assert [text[span] for span in text.emphasis] == ["Sở Y tế"]


def test_a_document_that_python_docx_wrote() -> None:
    document = python_docx.Document()
    document.add_heading("Kết quả", 1)
    for words in ("Rà soát.", "Báo cáo."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Theo dõi.", style="List Bullet")
    target = BytesIO()
    document.save(target)
    assert blocks(read(target.getvalue())) == ["Kết quả", "1. Rà soát.", "2. Báo cáo.", "- Theo dõi."]


def test_an_archive_that_is_no_document_is_refused() -> None:
    with pytest.raises(ReadingError, match="không phải văn bản Word"):
        read(docx("").replace(b"word/document.xml", b"word/documemt.xml"))


LOOKS = (
    '<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b w:val="1"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Base"/></w:style>'
)


@pytest.mark.parametrize("prefix", ["w", "ns0"])
def test_styles_hide_and_embolden(prefix: str) -> None:
    body = (
        paragraph("ẩn", style="Hidden")
        + paragraph("Thấy ", xml=run("ẩn", '<w:rStyle w:val="Secret"/>') + run("đậm", '<w:rStyle w:val="Strong"/>'))
        + paragraph("Đề mục", style="Title", xml=run(" nhạt", '<w:b w:val="0"/>'))
        + paragraph("lộ", style="Hidden", xml=run(" ra", '<w:vanish w:val="0"/>'))
    )
    styles = LOOKS if prefix == "w" else LOOKS.replace("<w:style ", "<w:style\n")
    text = read(docx(body, styles=styles), name="a.docx")
    assert blocks(text) == ["Thấy đậm", "Đề mục nhạt", "ra"]
    assert [text[span] for span in text.emphasis] == ["đậm", "Đề mục"]


def test_signs_of_a_symbol_font() -> None:
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
    body = paragraph(
        "tỷ lệ ", xml=sign.format("Symbol", "F0B3") + run("95%") + sign.format("Wingdings", "F0E0") + run("đạt")
    )
    assert read(docx(body), name="a.docx").content == "tỷ lệ ≥95% đạt"


def test_a_document_embedded_by_reference_is_a_warning() -> None:
    text = read(docx(paragraph("Giao Sở Y tế.") + "<w:altChunk/>"), name="a.docx")
    assert text.content == "Giao Sở Y tế."
    assert "phần nhúng" in text.warnings[0]


def test_numbers_in_cells_and_headers_set_with_tabs() -> None:
    rows = [[paragraph(words, number="1"), paragraph("5")] for words in ("Một", "Hai")]
    text = read(docx(table(*rows), numbering=numbering(level(0, "decimal", "%1."))), name="a.docx")
    assert [text[cell.span] for cell in text.tables[0].cells] == ["1. Một", "5", "2. Hai", "5"]
    sides = "<w:r><w:t>UBND TỈNH A</w:t><w:tab/><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r>"
    assert len(blocks(read(docx(paragraph(xml=sides)), name="a.docx"))) == 2
