"""The task list as an Excel workbook: every task that the filters let through, not only the page shown."""

from collections.abc import Iterable, Iterator

from dondoc.office.look.spreadsheets import Value, draft_table
from dondoc.office.tasks.listing import Row

COLUMNS = (
    ("Nhiệm vụ", 70),
    ("Mục", 8),
    ("Chủ trì", 36),
    ("Phối hợp", 36),
    ("Hạn", 12),
    ("Hạn ghi trong văn bản", 24),
    ("Tình trạng", 24),
    ("Sản phẩm", 30),
    ("Căn cứ", 30),
    ("Số văn bản", 16),
    ("Ngày văn bản", 13),
    ("Trích yếu", 50),
)


def draft_tasks(rows: Iterable[Row]) -> bytes:
    """Return the workbook of ``rows``."""
    return draft_table("Nhiệm vụ", COLUMNS, _cells(rows))


def _cells(rows: Iterable[Row]) -> Iterator[list[Value]]:
    for row in rows:
        task, document = row.task, row.task.document
        yield [
            task.text,
            task.item,
            "; ".join(each.name for each in row.leads),
            "; ".join(each.name for each in row.coordinating),
            task.deadline,
            task.deadline_text,
            row.badge.words,
            task.product,
            "; ".join(str(each) for each in task.legal_basis),
            document.number if document else None,
            document.issued if document else None,
            document.title if document else None,
        ]
