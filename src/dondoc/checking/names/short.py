"""Indicators that are told in full at first and by their letters afterwards: "GRDP" is "tổng sản phẩm trên địa bàn"."""

import re

_IN_FULL = {
    "grdp": "tổng sản phẩm trên địa bàn",
    "gdp": "tổng sản phẩm trong nước",
    "iip": "chỉ số sản xuất công nghiệp",
    "cpi": "chỉ số giá tiêu dùng",
    "fdi": "vốn đầu tư trực tiếp nước ngoài",
    "nsnn": "ngân sách nhà nước",
    "nstw": "ngân sách trung ương",
    "nsđp": "ngân sách địa phương",
    "gtsx": "giá trị sản xuất",
    "xnk": "xuất nhập khẩu",
    "xk": "xuất khẩu",
    "nk": "nhập khẩu",
    "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội",
    "ntm": "nông thôn mới",
    "gpmb": "giải phóng mặt bằng",
    "đtpt": "đầu tư phát triển",
    "ctmtqg": "chương trình mục tiêu quốc gia",
    "tthc": "thủ tục hành chính",
    "htx": "hợp tác xã",
}
_SHORT = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b")


def in_full(name: str | None) -> str:
    """``name`` in small letters, with what letters stand for written out."""
    return _SHORT.sub(lambda match: _IN_FULL[match[0]], (name or "").lower())
