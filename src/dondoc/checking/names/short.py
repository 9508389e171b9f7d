"""Indicators that are told in full at first and by their letters afterwards: "GRDP" is "tổng sản phẩm trên địa bàn"."""

import re

_IN_FULL = {
    "grdp": "tổng sản phẩm trên địa bàn",
    "gdp": "tổng sản phẩm trong nước",
    "iip": "chỉ số sản xuất công nghiệp",
    "cpi": "chỉ số giá tiêu dùng",
    "fdi": "vốn đầu tư trực tiếp nước ngoài",
}
_SHORT = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b")


def in_full(name: str | None) -> str:
    """``name`` in small letters, with what letters stand for written out."""
    return _SHORT.sub(lambda match: _IN_FULL[match[0]], (name or "").lower())
