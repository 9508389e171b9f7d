"""The indicator table as an Excel workbook: every line that the filters let through."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from dondoc.office.indicators.table import Change, Line
from dondoc.office.look.spreadsheets import Value, draft_table

COLUMNS = (
    (_("Chỉ tiêu"), 52),
    (_("Mã"), 16),
    (_("Lĩnh vực"), 22),
    (_("Cơ quan theo dõi"), 34),
    (_("Đơn vị"), 14),
    (_("Giá trị"), 22),
    (_("Kế hoạch năm"), 22),
    (_("Tỷ lệ so kế hoạch (%)"), 14),
    (_("So kỳ trước"), 14),
    (_("So cùng kỳ"), 14),
    (_("Mức độ"), 14),
    (_("Nguồn"), 40),
)


def draft_indicators(lines: Iterable[Line], period: str) -> bytes:
    """Return the workbook of ``lines``; a value that is not known is an empty cell."""
    return draft_table(period.capitalize().replace("/", "-")[:31], COLUMNS, _cells(lines))


def _cells(lines: Iterable[Line]) -> Iterator[list[Value]]:
    for line in lines:
        indicator, seen = line.indicator, line.observation
        source = seen.document if seen else None
        yield [
            indicator.name,
            indicator.code,
            indicator.sector,
            indicator.owner.name if indicator.owner else None,
            indicator.unit,
            seen.value if seen else None,
            line.target.value if line.target else None,
            _rounded(line.share),
            _amount(line.on_previous),
            _amount(line.on_same_period),
            seen.get_status_display() if seen else None,
            f"{source.number} {source.title}".strip() if source else None,
        ]


def _amount(change: Change | None) -> Decimal | None:
    return _rounded(change.amount) if change is not None else None


def _rounded(value: Decimal | None) -> Decimal | None:
    return round(value, 2) if value is not None else None
