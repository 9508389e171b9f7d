"""A rise written with a minus, a fall written with a plus.

Finds         tăng 5,2% (-1.250 tấn) · giảm 3 vụ (+3 vụ) · tăng -2,1%
Leaves alone  giảm 1,1% (-717 ha) · tăng, giảm (+, -)
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.text import Span

_SIGNED = re.compile(
    r"\b(?P<word>tăng|giảm)\s+(?:khoảng\s+|gần\s+|hơn\s+)?"
    r"(?:[0-9][0-9.,]{0,14}\s?(?:%|điểm\ %|[^\W\d_]{1,12}(?:\s[^\W\d_]{1,8})?)?\s?\(\s?)?(?P<sign>[-–+])\s?[0-9][0-9.,]*",
    re.IGNORECASE,
)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the changes whose word and sign speak against each other."""
    for match in _SIGNED.finditer(draft.text.content):
        rises, plus = match["word"].lower() == "tăng", match["sign"] == "+"
        if rises == plus or (not rises and "(" not in match[0]):
            continue
        said = f"ghi «{match['word'].lower()}» nhưng con số mang dấu {'cộng' if plus else 'trừ'}"
        mend = f"sửa «{match['word']}» thành «{'giảm' if rises else 'tăng'}» hoặc bỏ dấu"
        yield Finding(
            "SL110", Span(match.start("sign"), match.end()), "error", said, mend, (Span(*match.span("word")),)
        )
