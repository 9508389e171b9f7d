"""The part of a document above its title, and whether it has one at all."""

import re

from dondoc.checking.draft import Draft
from dondoc.text import Span

_FAR = 1500
_TITLE = re.compile(
    r"(?:THÔNG BÁO|BÁO CÁO|KẾ HOẠCH|QUYẾT ĐỊNH|CHỈ THỊ|TỜ TRÌNH|CÔNG ĐIỆN|NGHỊ QUYẾT|Kính gửi|KÍNH GỬI)"
)


def head_of(draft: Draft) -> Span:
    """From the first letter to the title or the addressee, the first page at most."""
    content = draft.text.content
    found = _TITLE.search(content, 0, _FAR)
    return Span(0, found.start() if found else min(len(content), _FAR))


def is_party(draft: Draft) -> bool:
    """Whether the document follows the Party's own instruction, which differs in every line of the head."""
    return "ĐẢNG CỘNG SẢN VIỆT NAM" in draft.text.content[:_FAR] or "-TB/TU" in draft.text.content[:_FAR]
