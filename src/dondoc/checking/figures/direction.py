"""A rise written with a minus, a fall written with a plus.

Finds         tăng 5,2% (-1.250 tấn) · giảm 3 vụ (+3 vụ) · tăng -2,1%
Leaves alone  giảm 1,1% (-717 ha) · tăng, giảm (+, -)
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

_SIGNED = re.compile(r"[-–+]\s?[0-9][0-9.,]*")
_WORD = re.compile(
    r"\b(?P<word>tăng|giảm)\s+(?:khoảng\s+|gần\s+|hơn\s+)?"
    r"(?P<figure>[0-9][0-9.,]{0,14}\s?(?:%|điểm %|[^\W\d_]{1,12}(?:\s[^\W\d_]{1,8})?)?\s?\(\s?)?\Z",
    re.IGNORECASE,
)
_REACH = 60


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the changes whose word and sign speak against each other."""
    content = draft.text.content
    for match in _SIGNED.finditer(content):
        begin = match.start()
        if content[begin - 1 : begin] not in ("(", " "):
            continue
        reach = max(0, begin - _REACH)
        before = _WORD.search(content, reach, begin)
        if before is None:
            continue
        rises, plus = before["word"].lower() == "tăng", match[0][0] == "+"
        if rises == plus or (not rises and before["figure"] is None):
            continue
        said = f"ghi «{before['word'].lower()}» nhưng con số mang dấu {'cộng' if plus else 'trừ'}"
        mend = f"sửa «{before['word']}» thành «{'giảm' if rises else 'tăng'}» hoặc bỏ dấu"
        yield Finding("SL110", Span(*match.span()), "error", said, mend, (Span(*before.span("word")),))
