"""The list "Nơi nhận".

Finds         a list without "Lưu: VT" · a letter with "Kính gửi" whose list does not begin "Như trên"
Leaves alone  a document without recipients; short lists of the Party

Nghị định 30/2020/NĐ-CP, Appendix I.
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.form.head import is_party
from dondoc.text import Span

_LIST = re.compile(r"Nơi nhận\s*:?")
_KEPT = re.compile(r"Lưu\s*:?\s*(?:VT|Văn thư|VP)", re.IGNORECASE)


def find(draft: Draft) -> Iterator[Finding]:
    """Yield what is missing from the recipients."""
    recipients = draft.facts.header.recipients
    content = draft.text.content
    places = [match.span() for match in _LIST.finditer(content)]
    if not places or len(recipients) < 2 or is_party(draft):
        return
    span = Span(*places[-1])
    if not any(_KEPT.search(line) for line in recipients):
        yield Finding("TT203", span, "format", "nơi nhận thiếu dòng lưu", "thêm «- Lưu: VT, ...» ở cuối")
    addressed = re.search(r"(?:^|\n)\s*Kính gửi\s*:", content[:3000])
    if addressed and not re.search(r"như (?:trên|kính gửi)", " ".join(recipients), re.IGNORECASE):
        yield Finding(
            "TT203", span, "format", "văn bản có «Kính gửi» thì nơi nhận mở đầu bằng «Như trên»", "thêm «- Như trên;»"
        )
