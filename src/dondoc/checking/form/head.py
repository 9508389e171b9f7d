"""The part of a document above its title, and whose rules of form it follows."""

import re

from dondoc.checking.draft import Draft
from dondoc.text import Span

_FAR = 1500
_TITLE = re.compile(
    r"(?:THÔNG BÁO|BÁO CÁO|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|TỜ TRÌNH|CÔNG ĐIỆN|NGHỊ QUYẾT|Kính gửi|KÍNH GỬI)"
)
_PARTY = re.compile(r"\b(?:tỉnh|thành|huyện|thị|quận|đảng) (?:ủy|uỷ)\b|ban thường vụ|đảng bộ|đảng ủy", re.IGNORECASE)
_SYMBOL = re.compile(r"/(?:TU|HU|ThU|ĐU|TW)\b")


def head_of(draft: Draft) -> Span:
    """From the first letter to the title or the addressee, the first page at most."""
    content = draft.text.content
    found = _TITLE.search(content, 0, _FAR)
    return Span(0, found.start() if found else min(len(content), _FAR))


def is_party(draft: Draft) -> bool:
    """Whether the document follows the Party's own instruction, which differs in every line of head and foot."""
    header = draft.facts.header
    return (
        "ĐẢNG CỘNG SẢN VIỆT NAM" in draft.text.content[:_FAR]
        or _PARTY.search(header.issuer or "") is not None
        or _SYMBOL.search(header.number or header.symbol or "") is not None
    )
