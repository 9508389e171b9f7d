"""What notices, despatches and news tell in passing, inside whole documents of our own."""

from pathlib import Path

import pytest

from dondoc.extraction import extract
from dondoc.reading.plain import read_plain
from tests.extraction.quantity_lines import overlap, unmark

HEADS = {
    "N": (
        "Gỡ vướng cho các dự án ở Lâm Hà\n\nChiều 14/8/2024, UBND tỉnh Lâm Hà tổ chức cuộc họp về tiến độ các dự án. "
        "Đồng chí Trần Văn Anh - Phó Chủ tịch UBND tỉnh chủ trì.\n\n{}\n"
    ),
    "T": (
        "UBND TỈNH LÂM HÀ\nVĂN PHÒNG\n\nSố: 215/TB-VP\n\nLâm Hà, ngày 16 tháng 8 năm 2024\n\nTHÔNG BÁO\n"
        "Kết luận của Phó Chủ tịch UBND tỉnh Trần Văn Anh tại cuộc họp về tiến độ các dự án\n\n1. {}\n"
    ),
    "C": (
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM HÀ\n\nSố: 12/CĐ-UBND\n\nLâm Hà, ngày 16 tháng 8 năm 2024\n\nCÔNG ĐIỆN\n"
        "Về việc khắc phục hậu quả mưa lũ\n\n{}\n"
    ),
}
NAME = Path(__file__).with_name("narrated_lines.txt")
SAME_NAME = 0.6


def lines() -> list[tuple[str, str]]:
    """Each line with the letter of a document that it stands in."""
    found, heads = [], ""
    for line in NAME.read_text(encoding="utf-8").splitlines():
        heads = line[1:] if line.startswith("@") else heads
        if line and line[0] not in "#@":
            found += [(head, line.removeprefix("- ")) for head in heads]
    return found


def test_some_are_left_alone() -> None:
    written = [line for line in NAME.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#@"]
    assert 4 * sum(line.startswith("- ") for line in written) >= sum(not line.startswith("- ") for line in written)


@pytest.mark.parametrize(("head", "line"), lines())
def test_line(head: str, line: str) -> None:
    content, marks = unmark(line)
    facts = extract(read_plain(HEADS[head].format(content)))
    start = facts.text.content.index(content)
    assert marks
    for mark in marks:
        at = start + mark.start
        quantity = next((one for one in facts.quantities if one.span.start <= at + 2 and at < one.span.end), None)
        assert quantity is not None, f"not read: {mark.words}"
        assert quantity.role == mark.role, (mark, quantity.role)
        assert not mark.base or (quantity.base or "-") == mark.base, (mark, quantity.base)
        assert not mark.period or (quantity.period or "-") == mark.period, (mark, quantity.period)
        assert not mark.name or overlap(quantity.indicator, mark.name) >= SAME_NAME, (mark, quantity.indicator)
