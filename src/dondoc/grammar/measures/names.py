"""Numbers that belong to a name, and so measure nothing.

Finds         phường 3, 6 · Nghị quyết số 24 · lần thứ 13 · giai đoạn 2 · tỷ lệ 1/500 · súng 12,7 mm
Leaves alone  dự án 500 tỷ đồng · nhóm 5% · kế hoạch 120 hộ · lớp 35 kg
"""

from dondoc.grammar.measures.candidate import Candidate
from dondoc.grammar.measures.unit_words import UnitWords
from dondoc.lexicon.numbered_names import numbered_names

_NAMES = numbered_names()
_RANK_WORDS = frozenset({"thứ", "hạng", "nhất", "vị"})
_RANK_VERBS = frozenset({"xếp", "đứng", "giữ", "vị", "hạng"})
_STRONG = frozenset({"money", "percent", "measure"})


def is_named(candidate: Candidate, unit: UnitWords | None, *, scaled: bool = False) -> bool:
    """Whether the words before a number make it part of a name, given the ``unit`` after it."""
    words = candidate.words
    if not words:
        return False
    kind = unit.unit.kind if unit else None
    if kind in _STRONG or scaled:
        if words[-1] == "năm" and is_year(candidate.written):
            return True
        return kind == "measure" and not _NAMES.weapons.isdisjoint(words[-4:])
    for length in range(min(4, len(words)), 0, -1):
        name = words[-1] if length == 1 else " ".join(words[-length:])
        if name in _NAMES.open:
            return False
        if name in _NAMES.hard:
            return True
        if name in _NAMES.doubtful:
            return not _outweighs(candidate.written, unit)
        if name in _NAMES.soft:
            return candidate.capital or unit is None or not unit.known
    return False


def _outweighs(written: str, unit: UnitWords | None) -> bool:
    """Whether a number with its unit is a measure in spite of a doubtful word before it."""
    if unit is None or not unit.known:
        return False
    return written.startswith("0") or len(written) > 1 or unit.unit.group in ("paper", "thing")


def is_year(written: str) -> bool:
    """Whether the digits look like a year: four of them, 1900 to 2099."""
    return len(written) == 4 and written[:2] in ("19", "20") and written.isdecimal()


def is_rank(words: list[str]) -> bool:
    """Whether the words before a number make it a position ("xếp thứ", "xếp hạng", "đứng thứ")."""
    return len(words) > 1 and words[-1] in _RANK_WORDS and not _RANK_VERBS.isdisjoint(words[-4:-1])


def is_drawing_scale(words: list[str]) -> bool:
    """Whether the words before a ratio make it a scale ("tỷ lệ 1/500")."""
    return " ".join(words[-2:]) in _NAMES.scales_of_drawings
