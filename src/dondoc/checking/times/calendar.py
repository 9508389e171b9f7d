"""A day that no calendar has.

Finds         trước ngày 31/02/2026 · ngày 30 tháng 02 · 15/13/2025
Leaves alone  30/02 âm lịch · 29/02/2024 · 31/12
"""

from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import WrittenDay, written_days


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the days that do not exist."""
    for written in written_days(draft.text.content):
        if not written.exists():
            yield Finding("TG602", written.span, "error", _why(written), None)


def _why(written: WrittenDay) -> str:
    if not 1 <= written.month <= 12:
        return f"không có tháng {written.month}"
    if not 1 <= written.day <= 31:
        return f"không có ngày {written.day}"
    year = f"/{written.year}" if written.year and written.month == 2 else ""
    return f"tháng {written.month}{year} không có ngày {written.day}"
