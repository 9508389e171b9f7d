"""Plain text: cut sentences, footnotes, wrapped lines, noise, marks, and the way back to the file."""

import unicodedata

import pytest

from dondoc.reading import read
from dondoc.text import Span, Text
from tests.reading.shown import blocks, notes


def plain(words: str) -> Text:
    return read(words.encode(), name="vanban.txt")


JOINED = [
    (
        "Toàn tỉnh có 118 sản\n\nphẩm được công nhận đạt 3 sao trở lên.",
        ["Toàn tỉnh có 118 sản phẩm được công nhận đạt 3 sao trở lên."],
    ),
    (
        "Giao Sở Công Thương theo dõi việc khởi công cụm công nghiệp Bình\n\n2\n\nhòa trong quý III.",
        ["Giao Sở Công Thương theo dõi việc khởi công cụm công nghiệp Bình hòa trong quý III."],
    ),
    (
        "Thuận Giang, ngày\n\ntháng 8 năm 2024",
        ["Thuận Giang, ngày tháng 8 năm 2024"],
    ),
    (
        "- Tổ chức gặp mặt, mời\n\ngọi các nhà đầu tư.\n\n- Rà soát quỹ đất.",
        ["- Tổ chức gặp mặt, mời gọi các nhà đầu tư.", "- Rà soát quỹ đất."],
    ),
    (
        "Văn phòng tham mưu Chủ tịch Ủy ban nhân dân tỉnh ban hành kế hoạch của\n\nỦy ban nhân dân tỉnh trong tháng 9.",
        ["Văn phòng tham mưu Chủ tịch Ủy ban nhân dân tỉnh ban hành kế hoạch của Ủy ban nhân dân tỉnh trong tháng 9."],
    ),
    (
        "Thu ngân sách trên địa bàn tỉnh lũy kế đến cuối tháng 8 ước đạt\n\n1.250 tỷ đồng.",
        ["Thu ngân sách trên địa bàn tỉnh lũy kế đến cuối tháng 8 ước đạt 1.250 tỷ đồng."],
    ),
    (
        "Sở Y tế chủ trì, phối hợp với các đơn vị\ncó liên quan kiểm tra vắc xin COVID-\n19 trong tháng 9.",
        ["Sở Y tế chủ trì, phối hợp với các đơn vị có liên quan kiểm tra vắc xin COVID-19 trong tháng 9."],
    ),
]


@pytest.mark.parametrize(("source", "expected"), JOINED)
def test_a_sentence_that_a_page_cut_in_two_is_one_block(source: str, expected: list[str]) -> None:
    assert blocks(plain(source)) == expected


def test_a_wrapped_bracket_with_a_dash_is_no_list_item() -> None:
    source = WRAPPED + "\n     Chuẩn bị lễ kỷ niệm các ngày lễ lớn của tỉnh theo quy định (20/12/1968\n- 20/12/2023)."
    assert blocks(plain(source))[-1].endswith("(20/12/1968 - 20/12/2023).")


APART = [
    "THÔNG BÁO\n\nkết luận của Bí thư Tỉnh ủy tại hội nghị",
    "Báo cáo\n\nvề tình hình thu ngân sách",
    "5. Công tác nội chính\n\nTrong tháng xảy ra 3 vụ.",
    "Phấn đấu thu ngân sách 900 tỷ đồng\n\nChủ tịch UBND tỉnh kết luận phiên họp",
    "Nơi nhận:\n\nNhư trên;\nLưu: VT.",
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Thuận",
    "Yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:\n\n1. Rà soát chỉ tiêu.\n\n2.1 Về tài chính: tăng thu.",
    "a) Rà soát;\n\nđ) Báo cáo;\n\n(i) Kiểm tra;\n\n(2). Đôn đốc.",
    "Kính gửi:\n- Sở Tài chính;\n- Sở Xây dựng.",
]


@pytest.mark.parametrize("source", APART)
def test_what_is_written_apart_stays_apart(source: str) -> None:
    assert blocks(plain(source)) == [line for line in source.split("\n") if line]


def test_the_number_of_a_document_goes_on_with_its_line() -> None:
    wrapped = "Giao Sở Tài chính áp dụng Nghị định số\n88/2019/NĐ-CP."
    assert blocks(plain(wrapped)) == ["Giao Sở Tài chính áp dụng Nghị định số 88/2019/NĐ-CP."]
    assert blocks(plain("Tình hình dân số\n2. Y tế")) == ["Tình hình dân số", "2. Y tế"]


def test_a_list_mark_begins_a_block_inside_a_paragraph() -> None:
    text = plain("Giao các sở:\n1. Sở Tài chính cân đối vốn.\n- Rà soát;\n+ Báo cáo.\n• Theo dõi.")
    assert blocks(text)[1:] == ["1. Sở Tài chính cân đối vốn.", "- Rà soát;", "+ Báo cáo.", "• Theo dõi."]
    assert [block.kind for block in text.blocks] == ["paragraph", *["list_item"] * 4]


@pytest.mark.parametrize("words", ["2.156,711 tỷ đồng", "12.5 ha lúa", "-5% so với kế hoạch", "30/6 là hạn cuối"])
def test_a_figure_is_no_list_mark(words: str) -> None:
    assert plain(words).blocks[0].kind == "paragraph"


WRAPPED = """     Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Ủy ban nhân dân
các xã, phường kiểm tra tiến độ xuống giống vụ Thu Đông. Báo cáo kết quả
Ủy ban nhân dân tỉnh trước ngày 15 tháng 10 năm 2025 để theo dõi, chỉ đạo
kịp thời theo thẩm quyền.
     Sở Tài chính cân đối nguồn kinh phí, trình Ủy ban nhân dân tỉnh xem
xét, quyết định trong tháng 10 năm 2025; không để chậm tiến độ kinh tế
- xã hội của tỉnh."""


def test_wrapped_lines_are_joined_and_an_indent_begins_a_paragraph() -> None:
    found = blocks(plain(WRAPPED))
    assert len(found) == 2
    assert found[0].endswith(
        "Báo cáo kết quả Ủy ban nhân dân tỉnh trước ngày 15 tháng 10 năm 2025 để theo dõi, chỉ đạo kịp thời theo "
        "thẩm quyền."
    )
    assert found[1].endswith("không để chậm tiến độ kinh tế - xã hội của tỉnh.")


FOOTED = """2.1 Thương mại: Doanh thu đạt 812 tỷ đồng, giảm 3,1% so với tháng trước¹. Phạt 16 triệu đồng², kết quả đạt

¹ Do nhu cầu mua sắm giảm sau Tết.

² Hàng hóa không rõ nguồn gốc, không niêm yết giá, trong đó có ba cơ sở tái phạm nhiều

tốt. Diện tích nhà xưởng 21.846,6m² và 3 km².

- Triển khai kế hoạch cải cách hành chính.

lần bị nhắc nhở."""


def test_footnotes_go_behind_the_body_with_their_anchor() -> None:
    text = plain(FOOTED)
    assert blocks(text) == [
        "2.1 Thương mại: Doanh thu đạt 812 tỷ đồng, giảm 3,1% so với tháng trước. "
        "Phạt 16 triệu đồng, kết quả đạt tốt. Diện tích nhà xưởng 21.846,6m² và 3 km².",
        "- Triển khai kế hoạch cải cách hành chính.",
    ]
    assert notes(text) == [
        ("1", "trước", "Do nhu cầu mua sắm giảm sau Tết."),
        (
            "2",
            "đồng",
            "Hàng hóa không rõ nguồn gốc, không niêm yết giá, trong đó có ba cơ sở tái phạm nhiều lần bị nhắc nhở.",
        ),
    ]
    assert [block.kind for block in text.blocks][-2:] == ["footnote", "footnote"]


def test_the_source_span_of_a_joined_sentence_covers_what_stands_between() -> None:
    text = plain(FOOTED)
    start = text.content.index("kết quả đạt tốt")
    span = text.to_source(Span(start, start + len("kết quả đạt tốt")))
    assert FOOTED[span.start : span.end].startswith("kết quả đạt\n\n¹ Do nhu cầu")
    assert FOOTED[span.start : span.end].endswith("\n\ntốt")


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("Diện tích 15 m², dung tích 3 m³, 10⁶ con, giống F₁, khí CO₂.", None),
        ("Nội dung: (1) Thu ngân sách; (2) Chi ngân sách.\n\n(1) Thu ngân sách đạt 5%.", None),
        ("Nghị quyết[3] đã nêu.", None),
        ("Vốn sự nghiệp giao đơn vị⁴ quản lý.", "Vốn sự nghiệp giao đơn vị quản lý."),
    ],
)
def test_what_only_looks_like_a_footnote(source: str, content: str | None) -> None:
    text = plain(source)
    assert text.footnotes == ()
    assert text.content == (content or source.replace("\n\n", "\n"))


@pytest.mark.parametrize(("mark", "note"), [("[1]", "[1] "), ("(1)", "(1) ")])
def test_bracketed_footnotes_need_a_mark_in_the_text(mark: str, note: str) -> None:
    text = plain(f"Dự án{mark} chậm tiến độ.\n\n{note}Dự án cầu Bình Hòa.\n\n2. Sở Xây dựng báo cáo.")
    assert blocks(text) == ["Dự án chậm tiến độ.", "2. Sở Xây dựng báo cáo."]
    assert [note[1:] for note in notes(text)] == [("án", "Dự án cầu Bình Hòa.")]


def test_bold_marks_are_taken_out_and_kept_as_emphasis() -> None:
    source = "Tăng trưởng **đạt 6,01%”** (*theo giá so sánh*).\n\n**KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG**"
    text = plain(source)
    assert blocks(text) == [
        "Tăng trưởng đạt 6,01%” (theo giá so sánh).",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
    ]
    assert [text[span] for span in text.emphasis] == [
        "đạt 6,01%”",
        "theo giá so sánh",
        "KT. CHÁNH VĂN PHÒNG",
        "PHÓ CHÁNH VĂN PHÒNG",
    ]


def test_stars_that_are_words_stay() -> None:
    assert blocks(plain("* Tồn tại: 5*3 = 15 (*)\n\n*** Hạn chế:** còn chậm.")) == [
        "* Tồn tại: 5*3 = 15 (*)",
        "* Hạn chế: còn chậm.",
    ]


def test_markdown_headings() -> None:
    text = read("# Kết quả\n\n## Thu ngân sách\n\nĐạt 5%.".encode(), name="bao-cao.md")
    assert blocks(text) == ["Kết quả", "Thu ngân sách", "Đạt 5%."]
    assert [(block.kind, block.level) for block in text.blocks] == [("heading", 0), ("heading", 1), ("paragraph", None)]


def test_page_numbers_and_running_heads_are_dropped_and_recorded() -> None:
    sheet = "Các sở, ngành tiếp tục rà soát tiến độ thực hiện nhiệm vụ được giao. " * 12
    source = "".join(f"UBND tỉnh Thuận Giang\n\n{page}\n\n{sheet}\n\n" for page in range(1, 5))
    text = plain(source)
    assert blocks(text) == [sheet.strip()] * 4
    assert sorted({repair.rule for repair in text.repairs}) == ["page-number", "running-head"]
    assert len(text.repairs) == 8


def test_a_column_of_numbers_is_no_page_numbers() -> None:
    source = "1\n\nThu ngân sách\n\n2\n\nChi ngân sách\n\n3\n\nXuất khẩu"
    assert blocks(plain(source)) == [line for line in source.split("\n") if line]


HEADER = """UBND TỈNH THUẬN GIANG              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     VĂN PHÒNG                          Độc lập - Tự do - Hạnh phúc
  Số: 12/TB-VP                      Thuận Giang, ngày 5 tháng 9 năm 2024

THÔNG BÁO"""


def test_a_header_in_two_columns_is_read_left_side_first() -> None:
    assert blocks(plain(HEADER)) == [
        "UBND TỈNH THUẬN GIANG",
        "VĂN PHÒNG",
        "Số: 12/TB-VP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thuận Giang, ngày 5 tháng 9 năm 2024",
        "THÔNG BÁO",
    ]


def test_decomposed_text_reads_the_same_and_points_back() -> None:
    source = unicodedata.normalize("NFD", FOOTED)
    text, composed = plain(source), plain(FOOTED)
    assert text.content == composed.content
    assert text.blocks == composed.blocks
    start = text.content.index("16 triệu đồng")
    span = text.to_source(Span(start, start + len("16 triệu đồng")))
    assert unicodedata.normalize("NFC", source[span.start : span.end]) == "16 triệu đồng"


def test_pages_are_counted_by_form_feeds_only() -> None:
    assert [block.page for block in plain("Một.\n\nHai.\fBa.").blocks] == [1, 1, 2]
    assert [block.page for block in plain("Một.\n\nHai.").blocks] == [None, None]


def test_an_empty_file_is_an_empty_text() -> None:
    assert read(b"", name="a.txt").content == ""
