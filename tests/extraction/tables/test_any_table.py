"""Any table at all: no crash, spans that are true, facts that name cells of the table, time that does not explode."""

from hypothesis import given, settings
from hypothesis import strategies as st

import dondoc
from dondoc.text import Block, Cell, OffsetMap, Span, Table, Text

WORDS = st.sampled_from(
    """
    |-|STT|TT|Chỉ tiêu|ĐVT|Kế hoạch|KH năm 2025|Ước TH tháng 5|Lũy kế 5 tháng|So CK (%)|So sánh (%)|Tổng số|Trong đó
    |Tổng cộng|Cộng (I+II)|I|II|A|B|1|1.1|a|+|3=2/1|(5)=(3)-(4)|4=1+2+3|3|12,5|1.234|1,234.5|-7|(8,2)|45%
    |2 tỷ đồng|1E+05|2025|ha|triệu đồng|Huyện Sơn Bình|Thu nội địa|- Lúa|Trong đó: nữ|Tỷ lệ|=|(|1.2.3.4|0|x|Năm 2024
    |Cùng kỳ|Ghi chú|Tăng, giảm (±)|IIII|VX|99999999999999999999999999999999999999
    """.replace("\n    ", "").split("|")
)


def table_of(rows: list[list[str]], spans: list[tuple[int, int]], above: str) -> Text:
    """A text with one table; ``spans`` are rowspan and colspan of its first cells."""
    content = above + "\n"
    start = len(content)
    cells: list[Cell] = []
    blocks = [Block("paragraph", Span(0, len(above)))]
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            span = Span(len(content), len(content) + len(words))
            down, right = spans[len(cells)] if len(cells) < len(spans) else (1, 1)
            cells.append(Cell(r, c, span, down, right))
            if words:
                blocks.append(Block("cell", span))
            content += words + ("\n" if c == len(row) - 1 else "\t")
    tables = (Table(Span(start, len(content)), tuple(cells)),) if cells else ()
    return Text(content, tuple(blocks), content, OffsetMap.identity(len(content)), tables=tables)


@settings(max_examples=200)
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=7), min_size=1, max_size=10),
    st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), max_size=6),
    st.sampled_from(["ĐVT: ha", "BIỂU TỔNG HỢP THÁNG 5 NĂM 2025", "Đơn vị tính: ", "x"]),
)
def test_any_table_is_survived_and_facts_are_true(
    rows: list[list[str]], spans: list[tuple[int, int]], above: str
) -> None:
    facts = dondoc.extract(table_of(rows, spans, above))
    ids = {one.id for one in facts.quantities}
    assert len(ids) == len(facts.quantities)
    for one in facts.quantities:
        assert any(letter.isdigit() for letter in facts.text[one.span])
        assert one.of is None or one.of in ids
    for table in facts.tables:
        assert {identifier for _, _, identifier in table.figures} <= ids
        assert all(row.parent is None or 0 <= row.parent < len(table.rows) for row in table.rows)
    for check in dondoc.check(facts):
        assert {*check.args, check.result} - {None} <= ids
