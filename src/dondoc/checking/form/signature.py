"""The right by which somebody signs, and his position.

Finds         KT. CHỦ TỊCH above CHỦ TỊCH · TM. ỦY BAN NHÂN DÂN without a position · PGS.TS. Nguyễn Văn A as the name
Leaves alone  KT. CHỦ TỊCH above PHÓ CHỦ TỊCH · TL. CHỦ TỊCH above CHÁNH VĂN PHÒNG

Nghị định 30/2020/NĐ-CP, Appendix I: the name is written without degrees (in the armed forces, education, health and
science they may stand).
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding

_DEPUTY = re.compile(r"\bKT\b|K/T|K\.T", re.IGNORECASE)
_DEGREE = re.compile(r"^(?:PGS|GS|TS|ThS|Ths|KS|CN|BS|LS)\b", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what does not fit between right, position and name."""
    signer = draft.facts.header.signer
    if signer is None or signer.span is None:
        return
    authority, title = signer.authority or "", signer.title or ""
    if _DEPUTY.match(authority) and title and "PHÓ" not in title.upper():
        message = f"ký thay ({authority}) thì chức vụ người ký là cấp phó, văn bản ghi {title}"
        yield Finding("TT204", signer.span, "format", message, f"sửa thành PHÓ {title}")
    if signer.name and _DEGREE.match(signer.name.strip()):
        yield Finding(
            "TT204",
            signer.span,
            "format",
            "họ tên người ký không ghi học hàm, học vị",
            f"bỏ phần trước họ tên {signer.name}",
        )
