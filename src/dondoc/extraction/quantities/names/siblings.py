"""Parts of one whole that have the same name: each is told apart by the words that stand right at it.

Finds         xếp loại 90 tổ: tốt 61 tổ, khá 20 tổ, trung bình 9 tổ (tổ khá, tổ trung bình)
              bố trí 95 tỷ đồng, gồm 60 tỷ đồng mua xe, 35 tỷ đồng lắp trụ nước (lắp trụ nước)
              17 vụ cháy rừng, trong đó 11 vụ ở rừng trồng, 6 vụ ở rừng thông (vụ cháy rừng ở rừng trồng, ...)
Leaves alone  quý I 19 tổ, quý II 27 tổ: one thing at two times · còn 12 tổ: what is left has no name of its own
"""

import re
from collections import Counter
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, is_counted
from dondoc.extraction.quantities.names.own_words import own_words
from dondoc.extraction.quantities.names.trimming import plain

_LEADS = re.compile(
    r"(?:(?:trong đó|bao gồm|gồm|riêng|và|còn lại|còn|cụ thể|có|là|chia ra|trong số đó|đã|được|bị)\b,? *)+", re.I
)
_ENDS = re.compile(r"(?: *\b(?:có|là|được|đạt|khoảng|hơn|gần|trên|với|ước|thêm|chỉ|cho|tới|đến))+ *\Z", re.I)
_MARK = re.compile(r"[,;:(.)]")
_NO_LABEL = re.compile(
    r"\b(?:tháng|quý|năm|kỳ(?! họp)|tuần|đợt|tăng|giảm|từ|lên|xuống|cộng|tổng|còn|lại|so|bằng|nay)\b|[/%=]", re.I
)
_END = re.compile(r"[,;:.()\n]| (?:và|với|cho|chiếm|đạt|bằng|do|vì|trong đó)(?= |\Z)")
_IS = re.compile(r"\A(?:là|của) ")
_MOST, _LONG = 8, 3
_BRIEF = 5


def settle_siblings(sentences: Sequence[Sentence]) -> None:
    """Tell the parts of ``sentences`` apart that have the name of another part of their whole."""
    named: Counter[tuple[int, str]] = Counter()
    for sentence in sentences:
        named.update(_shared(figure) for figure in sentence.figures if _is_part(figure))
    if all(count == 1 for count in named.values()):
        return
    for sentence in sentences:
        told, before = "", ""
        for figure in sentence.figures:
            if figure.role in FOLLOWERS and before and figure.indicator == before:
                figure.indicator = told
            elif _is_part(figure) and named[_shared(figure)] > 1 and (own := _told_apart(figure)):
                told, before = own, figure.indicator or ""
                figure.indicator = own
            else:
                told = before = ""


def _is_part(figure: Figure) -> bool:
    return figure.role == "part" and figure.whole is not None and figure.over is None and bool(figure.indicator)


def _shared(figure: Figure) -> tuple[int, str]:
    """Which whole ``figure`` is a part of, and its name."""
    return (figure.whole.number if figure.whole is not None else -1), (figure.indicator or "").lower()


def _told_apart(figure: Figure) -> str:
    """The name that the words right at ``figure`` give it, "" where they give none or it is its own already."""
    name, whole = figure.indicator or "", figure.whole.indicator or "" if figure.whole is not None else ""
    label = _own_label(figure)
    own = label or _own_tail(figure)
    shared = f"{whole} {figure.unit or ''}".lower().split()
    if not own or set(own.lower().split()) & set(name.lower().split()) - set(shared):
        return ""
    if is_counted(figure.unit):
        noun = name if not label and len(name.split()) <= _BRIEF else figure.unit or ""
        return own if own.lower().startswith((figure.unit or "").lower()) else f"{noun} {own}"
    return own if len(own.split()) >= _LONG else f"{whole} {own}".strip()


def _own_label(figure: Figure) -> str:
    """The words between the last mark and the figure, without those that only lead in; "" where they name nothing."""
    words = _MARK.split(plain(own_words(figure)))[-1].strip()
    if _NO_LABEL.search(words):
        return ""
    label = _ENDS.sub("", _LEADS.sub("", f"{words} ", 1).strip())
    return label if 0 < len(label.split()) <= _MOST else ""


def _own_tail(figure: Figure) -> str:
    """What stands behind the figure up to the next mark or clause."""
    after = (figure.under or figure).after
    end = _END.search(after)
    tail = _IS.sub("", plain(after[: end.start()] if end else after).strip())
    return tail if tail and not _NO_LABEL.search(tail) and len(tail.split()) <= _MOST else ""
