"""Lines whose addressee no list knows, and lines of the press."""

import pytest

from dondoc.facts import DocumentType
from tests.extraction.addressed_lines import NEWS, NEWS_SILENT, NOTICE, NOTICE_SILENT
from tests.extraction.told import directives_of

HEADS: dict[DocumentType, str] = {
    "conclusion_notice": "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n",
    "news": "Chiều 05/3, Chủ tịch UBND tỉnh chủ trì cuộc họp về các công trình. Dự họp có lãnh đạo các sở.\n\n",
}
LINES: list[tuple[DocumentType, str, str, str, str | None]] = [
    *(("conclusion_notice", *line) for line in NOTICE),
    *(("news", *line) for line in NEWS),
]
SILENT: list[tuple[DocumentType, str]] = [
    *(("conclusion_notice", line) for line in NOTICE_SILENT),
    *(("news", line) for line in NEWS_SILENT),
]


@pytest.mark.parametrize(
    ("kind", "line", "lead", "coordinating", "by"), LINES, ids=[f"{one[0]} {one[1][:50]}" for one in LINES]
)
def test_a_line_tells(kind: DocumentType, line: str, lead: str, coordinating: str, by: str | None) -> None:
    _, found = directives_of(HEADS[kind] + line, kind)
    assert [
        (
            "; ".join(agency.name for agency in one.lead),
            "; ".join(agency.name for agency in one.coordinating),
            one.deadline.by.isoformat() if one.deadline and one.deadline.by else None,
        )
        for one in found
    ] == [(lead, coordinating, by)]


@pytest.mark.parametrize(("kind", "line"), SILENT, ids=[f"{kind} {line[:50]}" for kind, line in SILENT])
def test_a_line_tells_nobody(kind: DocumentType, line: str) -> None:
    assert directives_of(HEADS[kind] + line, kind)[1] == ()
