"""The mark that ends the text: "./.".

Finds         a report with a signature whose last sentence ends otherwise
Leaves alone  documents without a signature or recipients

Nghị định 30/2020/NĐ-CP, Appendix I. Off by default.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import Span

_FOOT = re.compile(rf"\n[\W_]*Nơi nhận\s*:?|\n[\W_]*(?:TM|KT|TL|TUQ|Q)\.\s?[{CAPITALS}]{{2}}")


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the end of a text that has another mark."""
    content = draft.text.content
    foot = _FOOT.search(content, len(content) // 2)
    if foot is None:
        return
    body = content[: foot.start()].rstrip(" *_\n")
    if not body.endswith("./."):
        span = Span(max(0, len(body) - 1), len(body))
        yield Finding("TT209", span, "format", "nội dung văn bản chưa kết thúc bằng dấu «./.»", "thêm «./.» ở cuối")
