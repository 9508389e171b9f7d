"""The audit as an Excel workbook: the newest entries that the filters let through, as many as the page can turn to."""

from collections.abc import Iterator

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.administration import queries
from dondoc.office.administration.forms import AuditFilter
from dondoc.office.audit.changes import said
from dondoc.office.exports.progress import Progress
from dondoc.office.look.spreadsheets import Column, Value, draft_table

NEWEST = 10_000
COLUMNS: tuple[Column, ...] = (
    (_("Ngày"), 12), (_("Giờ"), 8), (_("Ai"), 26), (_("Việc"), 30), (_("Với"), 44), (_("Trước → sau"), 90),
)  # fmt: skip


def number_of(query: QueryDict) -> int:
    """How many entries the file will have."""
    return queries.number_up_to(queries.entries(AuditFilter(query).chosen()), NEWEST)


def draft(query: QueryDict, progress: Progress) -> bytes:
    """The workbook."""
    return draft_table(gettext("Nhật ký"), COLUMNS, _written(AuditFilter(query), progress))


def _written(form: AuditFilter, progress: Progress) -> Iterator[tuple[Value, ...]]:
    nobody = gettext("Hệ thống")
    for row in progress.over(said(queries.entries(form.chosen())[:NEWEST])):
        at = timezone.localtime(row.entry.at)
        changes = "\n".join(map(str, row.lines))
        yield at.date(), f"{at:%H:%M}", str(row.entry.by or nobody), row.entry.words, row.target, changes
