"""OpenDocument texts: lists, tables, notes, what is left out; hostile files."""

import zipfile
from io import BytesIO

import pytest

from dondoc.reading import ReadingError, limits, read
from dondoc.text import Text

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
STYLES = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    '<style:style style:name="Dam"><style:text-properties fo:font-weight="bold"/></style:style>'
)
MIME = "application/vnd.oasis.opendocument.text"


def package(body: str, *, parts: dict[str, bytes] | None = None, doctype: str = "") -> bytes:
    content = (
        f"{doctype}<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        for name, data in {"content.xml": content.encode(), **(parts or {})}.items():
            archive.writestr(name, data)
    return target.getvalue()


def odt(body: str) -> Text:
    return read(package(body), name="a.odt")


def item(words: str, inner: str = "", *, start: str = "") -> str:
    return f"<text:list-item {start}><text:p>{words}</text:p>{inner}</text:list-item>"


def listed(items: str, more: str = "") -> str:
    return f"<text:list {more}>{items}</text:list>"


def test_numbers_of_lists_are_those_a_reader_sees() -> None:
    deep = listed(item("Thu") + item("Chi", listed(item("Lương"))))
    first = listed(item("Kinh tế", deep) + item("Văn hóa"), 'xml:id="a" text:style-name="L"')
    again = listed(item("An ninh"), 'text:continue-list="a" text:style-name="L"')
    anew = listed(item("Mới", start='text:start-value="5"'), 'text:style-name="L"')
    bullets = listed(item("Gạch"), 'text:style-name="B"')
    text = odt(first + "<text:p>Chen</text:p>" + again + anew + bullets)
    assert text.content.split("\n") == [
        "I. Kinh tế",
        "1. Thu",
        "2. Chi",
        "a) Lương",
        "II. Văn hóa",
        "Chen",
        "III. An ninh",
        "V. Mới",
        "- Gạch",
    ]
    assert [block.level for block in text.blocks][:4] == [0, 1, 1, 2]


def test_spaces_tabs_breaks_bold_and_headings() -> None:
    text = odt(
        '<text:h text:outline-level="2">Phần <text:span text:style-name="Dam">đậm</text:span></text:h>'
        '<text:p>Thu<text:s text:c="1"/>5\n tỷ<text:line-break/>Chi</text:p>'
    )
    assert text.content == "Phần đậm\nThu 5 tỷ\nChi"
    assert (text.blocks[0].kind, text.blocks[0].level) == ("heading", 1)
    assert [text[span] for span in text.emphasis] == ["đậm"]


def test_what_is_deleted_or_remarked_is_left_out_and_boxes_are_read() -> None:
    text = odt(
        "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
        "<text:p>Giữ<office:annotation><text:p>ghi chú</text:p></office:annotation>"
        "<draw:frame><draw:text-box><text:p>Trong khung</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert text.content == "Giữ\nTrong khung"


def test_tables_and_notes() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"

    words = "<text:note-body><text:p>Ước tính.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{words}</text:note>"
    wide = cell("Chỉ tiêu", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    rows = (
        f"<table:table-row>{wide}{cell('KQ')}</table:table-row>"
        f"<table:table-row>{cell('Thu')}{cell('tỷ')}{cell('5' + note)}</table:table-row>"
    )
    text = odt(f"<table:table>{rows}</table:table><text:p>Hết</text:p>")
    cells = [(text[one.span], one.row, one.column, one.colspan) for one in text.tables[0].cells]
    assert cells == [("Chỉ tiêu", 0, 0, 2), ("KQ", 0, 2, 1), ("Thu", 1, 0, 1), ("tỷ", 1, 1, 1), ("5", 1, 2, 1)]
    assert [text[one.span] for one in text.footnotes] == ["Ước tính."]


LOCKED = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
HOSTILE = {
    "an entity": (package("&a;", doctype='<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "DOCTYPE|hỏng"),
    "a bomb": (package("<text:p>a</text:p>", parts={"x.xml": b" " * (limits.RATIO_FREE_BYTES + 9)}), "quá nhiều"),
    "a password": (package("<text:p>a</text:p>", parts={"META-INF/manifest.xml": LOCKED}), "mật khẩu"),
    "no body": (package("", parts={"content.xml": b"<a/>"}), "hỏng"),
    "truncated": (package("<text:p>a</text:p>")[:-30], "hỏng"),
    "nested without end": (package("<text:section>" * 3000), "hỏng"),
}


@pytest.mark.parametrize(("data", "sentence"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(ReadingError, match=sentence) as refused:
        read(data, name="a.odt")
    assert ".odt" in str(refused.value)
