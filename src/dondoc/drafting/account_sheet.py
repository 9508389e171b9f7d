"""The sheet with which a person takes an account into use (phiếu tài khoản): handed over on paper, used once."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from dondoc.drafting.official import Head, Sheet, Signature

HEADS = ("Nội dung", "Thông tin")
WIDTHS = (4.5, 12.0)
QR_SIDE = Cm(3.2)


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account it is and how it is taken into use. ``qr`` is a picture (.png) of the address with the code."""

    name: str
    role: str
    agency: str
    username: str
    code: str
    until: datetime
    address: str
    qr: bytes


def draft_account_sheet(head: Head, account: Account, signature: Signature, symbol: str) -> bytes:
    """Return the sheet as .docx. ``until`` is printed as it comes: give it in local time."""
    sheet = Sheet()
    sheet.head(head)
    sheet.title("Phiếu tài khoản", "Sử dụng hệ thống theo dõi, đôn đốc nhiệm vụ")
    sheet.addressed([f"{account.name}{f', {account.agency}' if account.agency else ''}"])
    until = f"{account.until:%H giờ %M ngày %d/%m/%Y}"
    sheet.table(
        HEADS,
        [
            ("Họ và tên", account.name),
            ("Vai trò", account.role),
            ("Cơ quan", account.agency or "—"),
            ("Tên đăng nhập", account.username),
            ("Mã một lần", account.code),
            ("Mã dùng đến", until),
        ],
        WIDTHS,
    )
    sheet.body(f"1. Mở địa chỉ {account.address} (hoặc quét mã dưới đây), nhập mã một lần.")
    sheet.body("2. Tự đặt mật khẩu từ 10 ký tự. Không ai khác, kể cả quản trị viên, biết mật khẩu này.")
    sheet.body(
        "3. Mã chỉ dùng được một lần. Không chụp, không gửi phiếu qua mạng; dùng xong thì hủy phiếu. Quá hạn hoặc mất "
        "phiếu thì đề nghị quản trị viên cấp phiếu mới./."
    )
    picture = sheet.paper.add_paragraph()
    picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture.add_run().add_picture(BytesIO(account.qr), width=QR_SIDE)
    return sheet.close(signature, [f"Lưu: VT, {symbol}"])
