"""The name of the state and its motto.

Finds         a head with a number but without "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" · "Độc lập – Tự do – Hạnh phúc"
              with dashes for hyphens · "Độc lập - Tự Do - Hạnh Phúc"
Leaves alone  documents of the Party · text copied from a page, without number or head · HOÀ for HÒA

Nghị định 30/2020/NĐ-CP, Appendix I.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.form.head import head_of, is_party
from dondoc.text import Span

_STATE = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM")
_MOTTO = re.compile(r"độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc", re.IGNORECASE)
_RIGHT = "Độc lập - Tự do - Hạnh phúc"


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what is wrong with the two lines."""
    head = head_of(draft)
    words = draft.text[head]
    if is_party(draft):
        return
    state, motto = _STATE.search(words), _MOTTO.search(words)
    if motto is not None and " ".join(motto[0].split()) != _RIGHT:
        yield Finding("TT206", Span(*motto.span()), "format", "tiêu ngữ viết sai mẫu", f"sửa thành «{_RIGHT}»")
    number = re.search(r"(?:^|\n)\s*Số\s?:", words)
    if draft.text.format == "docx" and number and (state is None or motto is None):
        missing = "quốc hiệu" if state is None else "tiêu ngữ"
        yield Finding("TT206", Span(number.start(), number.end()), "format", f"phần đầu văn bản thiếu {missing}")
