"""The words before a figure that can name it: not those that belong to the figure before.

Finds         70 tỷ đồng, đạt 58% kế hoạch, chi ngân sách (chi ngân sách) · Trong 5 năm tuyển sinh (tuyển sinh)
              Giá trị sản xuất thực hiện trong 6 tháng 955 tỷ đồng (what stands before the length of time)
Leaves alone  a figure that opens a bracket: only the words in it
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import is_counted
from dondoc.extraction.quantities.names.tails import as_one

_ATTACHED = re.compile(
    r"\A\s*(?:làm )?(?:chết|bị thương)\s+\Z|(?:[,;:]|(?<!TP)\.)(?:\[\d+\])*\s|[,;](?=[^\W\d_])|\.(?=[A-ZĐ])|"
    r"\s(?:và(?! (?-i:[A-ZĐ][a-zà-ỹ]+ [A-ZĐ])[^,;:.]{0,40},)|(?<! so )với|đạt|tăng|giảm|nâng|lũy kế|ước|đã|để|"
    r"do|qua|kết quả)\s",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\([^()]*\)")
# "Trong 5 năm tuyển sinh 600 em", "Tòa án hai cấp thụ lý": no words behind such a figure go on with it.
_SPANS = frozenset({"năm", "tháng", "tuần", "ngày"})
_WITHIN = re.compile(r"\btrong(?: hơn| gần)? \Z")
_SPAN = re.compile(r"[\s*+-]*(?:trong|sau|qua)(?: hơn| gần| vòng)? ")
_NEAR = 16
# "3.595 thủ tục mới và thay thế, 977 thủ tục": the words go with the figure before.
_NOTHING_BEHIND = re.compile(r"[^\W\d][,;](?:\s+(?:và|với|có))?\s*\Z")
# "phối hợp với 12 xã": the word belongs to the verb before it.
_TIED = ("đối với ", "hợp với ", "so với ", "gắn với ", "cùng với ", "việc với ", "với với ", "kết với ", "cấp với ")


def own_words(figure: Figure) -> str:
    """The words before a figure that can name it: not those that belong to the figure before."""
    before = figure.before
    if figure.opens:
        return before.rsplit("(", 1)[-1]
    closed = before.rfind(")")
    if closed >= 0 and "(" not in before[:closed]:
        return before[closed + 1 :]
    if closed >= 0:
        before = _CLOSED.sub(" ", before)
    last = figure.previous
    if last is None or last.unit == "cấp":
        return before
    if last.unit in _SPANS:
        if last.previous is None and _SPAN.fullmatch(last.low_before) is not None:
            return before
        within = _WITHIN.search(last.low_before) if not before.strip(" *") else None
        if within is not None:
            return last.before[: within.start()]
    if before.endswith(" với ") and is_counted(last.unit) and not before.endswith(_TIED):
        return " với "
    if figure.depth == last.depth and _NOTHING_BEHIND.search(before[-_NEAR:]):
        return ", "
    return attached_cut(before)


def attached_cut(before: str) -> str:
    """``before`` without its first words, which go on with the figure before."""
    attached = _ATTACHED.search(as_one(before.replace("\n", " ")))
    return before[attached.start() :] if attached else ""
