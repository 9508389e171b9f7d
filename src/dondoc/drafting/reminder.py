"""The letter that reminds an agency of what it owes (công văn đôn đốc)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dondoc.drafting.official import Head, Sheet, Signature

HEADS = ("TT", "Nội dung nhiệm vụ", "Văn bản giao", "Thời hạn", "Quá hạn (ngày)", "Sản phẩm")
WIDTHS = (1.0, 5.9, 3.0, 2.6, 1.7, 2.3)


@dataclass(frozen=True, slots=True)
class Owed:
    """One task that is late. ``given_by`` is the document with its date; empty strings are printed as "—"."""

    text: str
    given_by: str
    deadline: date
    days_late: int
    product: str = ""


def draft_reminder(
    head: Head, agency: str, owed: Sequence[Owed], today: date, reply_by: date, signature: Signature, symbol: str
) -> bytes:
    """Return the letter to ``agency`` as .docx. ``symbol`` is the unit that keeps the copy ("TH")."""
    sheet = Sheet()
    sheet.head(head, "đôn đốc thực hiện nhiệm vụ quá hạn")
    sheet.addressed([agency])
    longest = max((each.days_late for each in owed), default=0)
    sheet.body(
        f"Qua theo dõi việc thực hiện nhiệm vụ được giao, tính đến ngày {today:%d/%m/%Y}, {agency} còn "
        f"{len(owed):02} nhiệm vụ quá hạn chưa hoàn thành, nhiệm vụ chậm nhất đã quá hạn {longest} ngày "
        "(danh mục dưới đây)."
    )
    rows = [
        (
            str(number),
            each.text,
            each.given_by or "—",
            f"{each.deadline:%d/%m/%Y}",
            str(each.days_late),
            each.product or "—",
        )
        for number, each in enumerate(sorted(owed, key=lambda each: (each.deadline, each.text)), start=1)
    ]
    sheet.table(HEADS, rows, WIDTHS)
    sheet.body(
        f"Đề nghị {agency} khẩn trương hoàn thành các nhiệm vụ nêu trên; báo cáo kết quả, nguyên nhân chậm và "
        f"thời gian hoàn thành trước ngày {reply_by:%d/%m/%Y} để tổng hợp, báo cáo Chủ tịch UBND tỉnh./."
    )
    return sheet.close(signature, [f"Lưu: VT, {symbol}"])
