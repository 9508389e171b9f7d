"""The report on how tasks stand (báo cáo rà soát nhiệm vụ), in the official two by two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dondoc.drafting.official import Head, Sheet, Signature
from dondoc.numerals import format_number

HEADS = (
    "TT",
    "Cơ quan",
    "Hoàn thành đúng hạn",
    "Hoàn thành quá hạn",
    "Trong hạn",
    "Quá hạn",
    "Chưa có hạn",
    "Tỷ lệ (%)",
)
WIDTHS = (1.0, 5.2, 1.8, 1.8, 1.6, 1.6, 1.6, 1.9)
LATE_HEADS = ("TT", "Nội dung nhiệm vụ", "Cơ quan", "Thời hạn", "Quá hạn (ngày)")
LATE_WIDTHS = (1.0, 7.4, 3.8, 2.6, 1.7)


@dataclass(frozen=True, slots=True)
class Row:
    """Numbers of one agency, in the order of the columns; ``rate`` None where nothing was due."""

    name: str
    numbers: tuple[int, int, int, int, int]
    rate: float | None


@dataclass(frozen=True, slots=True)
class Late:
    """A task that is late."""

    text: str
    agency: str
    deadline: date
    days: int


def draft_review(
    head: Head, code: str, scope: str, as_of: date, rows: Sequence[Row], total: Row, late: Sequence[Late],
    signature: Signature, symbol: str, named: str = "Cơ quan", each_once: bool = False,
) -> bytes:  # fmt: skip
    """Return the report as .docx. The first sentence says everything a leader needs; tables follow.

    Rows are what is ``named``: agencies, which count what each owes; or documents or months, which count ``each_once``.
    """
    counted, short = ("nhiệm vụ", "nhiệm vụ") if each_once else ("lượt nhiệm vụ", "lượt")
    on_time, done_late, running, overdue, no_deadline = total.numbers
    done, left = on_time + done_late, running + overdue
    sheet = Sheet()
    sheet.head(head)
    sheet.title("Báo cáo", f"Rà soát tình hình thực hiện nhiệm vụ đến ngày {as_of:%d/%m/%Y}")
    sheet.body(f"Phạm vi: {scope}. Mã số liệu: {code}.")
    sheet.body(
        f"Tổng số {done + left} {counted} có thời hạn hoặc đã xong; đã hoàn thành {done} (đúng hạn {on_time}, "
        f"quá hạn {done_late}), chưa hoàn thành {left} (trong hạn {running}, quá hạn {overdue}). Tỷ lệ hoàn thành "
        f"trên số đến hạn: {_rate(total.rate)}. Ngoài ra còn {no_deadline} {short} chưa có thời hạn."
    )
    sheet.heading(f"I. THEO {named.upper()}")
    lines = [
        (str(number), row.name, *(str(each) for each in row.numbers), _rate(row.rate))
        for number, row in enumerate(rows, start=1)
    ]
    lines.append(("", "Tổng số", *(str(each) for each in total.numbers), _rate(total.rate)))
    sheet.table((HEADS[0], named, *HEADS[2:]), lines, WIDTHS)
    sheet.heading("II. NHIỆM VỤ QUÁ HẠN")
    if late:
        table = [
            (str(number), each.text, each.agency, f"{each.deadline:%d/%m/%Y}", str(each.days))
            for number, each in enumerate(late, start=1)
        ]
        sheet.table(LATE_HEADS, table, LATE_WIDTHS)
    sheet.body(
        "Trên đây là kết quả rà soát tình hình thực hiện nhiệm vụ./." if late else "Không có nhiệm vụ quá hạn./."
    )
    return sheet.close(signature, [f"Lưu: VT, {symbol}"])


def _rate(rate: float | None) -> str:
    return "—" if rate is None else format_number(round(Decimal(rate), 1))
