"""Names that a label or the other figure of a pair gives.

Finds         (Phường 9: 450 ha) (the whole's name, Phường 9 in brackets)
              trong đó lúa 5.104 ha (lúa + the whole's name)
              với số tiền 16 triệu đồng (số tiền + what it was paid for) · 2/12 đơn (the 12: what became of them)
Leaves alone  a label in front of a figure that is no part
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.name_state import NameState, is_counted
from dondoc.extraction.quantities.names import head_phrase, tail_phrase
from dondoc.extraction.quantities.signals import BORROWED
from dondoc.extraction.quantities.trimming import plain, trim_name

_LABEL = re.compile(r"(?:\A|[;,(.])\s*(?P<label>[^;,(.:]{2,60}?)\s*[:–-]\s*\Z")
_TOTAL = re.compile(r"\A(?:số\s+)?tổng\s+(?:số\s+)?")
_RESULTED = re.compile(r"\A(?:được|đạt|vi phạm|xếp|đã)\b")
_BORROWED_REACH = 80


def bottom_name(figure: Figure) -> str:
    """The lower figure of a pair is named as the upper one; a population by what became of it."""
    top = figure.over
    if top is not None and top.role == "part":
        tail = tail_phrase(figure.after)
        return f"{figure.unit or ''} {'' if _RESULTED.match(tail) else tail}".strip()
    return (top.indicator if top is not None else None) or ""


def label_of(figure: Figure, words: str) -> str:
    """The label of a part, with the name of its whole."""
    if figure.whole is None or not figure.whole.indicator or figure.unit != figure.whole.unit:
        return ""
    return _label(figure, figure.whole.indicator) or _short_label(figure, words, figure.whole.indicator)


def _label(figure: Figure, whole: str) -> str:
    """``(Phường 9: 450 ha)``: a part under a label of its own."""
    if not figure.depth:
        return ""
    label = _LABEL.search(plain(figure.before.replace("(", ";")))
    name = trim_name(label["label"]) if label else ""
    return f"{whole} ({name})" if name and len(name.split()) <= 6 else ""


def _short_label(figure: Figure, words: str, whole: str) -> str:
    """``trong đó lúa 5.104 ha``, ``(nhất 06, nhì 31)``: a word or two that tell which part of the whole."""
    if figure.over or figure.under:
        return ""
    if not figure.written.isdecimal() and figure.measure.unit is not None and is_counted(figure.unit):
        return ""
    name = head_phrase(words if figure.measure.unit else figure.before.rsplit("(", 1)[-1])
    return f"{name} {whole}" if name and len(name.split()) <= 2 else ""


def borrowed_name(figure: Figure, words: str, state: NameState) -> str:
    """``với số tiền 16 triệu đồng``: a noun that names a figure only together with what came before."""
    if not state.head or not figure.cues_before & BORROWED or ":" in words:
        return ""
    borrowed = read_cues().borrowed.search(plain(figure.before[-_BORROWED_REACH:]).lower())
    if borrowed is None or not (_is_bare(words, borrowed["noun"]) or "với " in borrowed.group()):
        return ""
    return f"{_TOTAL.sub('', borrowed.group('noun'))} {state.head}"


def _is_bare(words: str, noun: str) -> bool:
    """Whether nothing else than the borrowed noun names the figure."""
    head = head_phrase(words).lower()
    return head == noun or len(head.split()) <= len(noun.split()) + 1
