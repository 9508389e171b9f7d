"""The exceptions of a day as a report for a leader: who is late, what waits for whom, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.drafting.official import Head, Sheet, Signature

WHOLE = 16.5
NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of exception: a table; ``shares`` are the widths of its columns against each other, ``note`` follows."""

    title: str
    heads: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str | int | None, ...], ...]
    note: str = ""


def draft_exceptions(head: Head, as_of: date, sections: Sequence[Section], signature: Signature, symbol: str) -> bytes:
    """Return the report as .docx: what stands on the leader's page, in its order."""
    sheet = Sheet()
    sheet.head(head)
    sheet.title("Báo cáo", f"Những việc cần quyết định, tính đến ngày {as_of:%d/%m/%Y}")
    if head.parent:
        sheet.addressed([f"Lãnh đạo {head.parent}"])
    for number, section in zip(NUMBERS, sections, strict=False):
        sheet.heading(f"{number}. {section.title.upper()}")
        rows = [("—" if value is None else str(value) for value in row) for row in section.rows]
        whole = sum(section.shares)
        sheet.table(section.heads, [tuple(row) for row in rows], [WHOLE * each / whole for each in section.shares])
        if section.note:
            sheet.body(section.note)
    sheet.body("Trên đây là những việc cần quyết định./." if sections else "Không có việc nào cần quyết định./.")
    return sheet.close(signature, [f"Lưu: VT, {symbol}"])
