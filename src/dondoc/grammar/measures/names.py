"""Numbers that belong to a name, and so measure nothing.

Finds         phường 3, 6 · Nghị quyết số 24 · lần thứ 13 · giai đoạn 2 · tỷ lệ 1/500 · súng 12,7 mm · Covid - 19
Leaves alone  các nhóm hộ bản 12.340 chủ · dự án 500 tỷ đồng · nhóm 5% · kế hoạch 120 hộ · lớp 35 kg
"""

import re

from dondoc.grammar.measures.candidate import Candidate
from dondoc.grammar.measures.unit_words import UnitWords
from dondoc.lexicon.numbered_names import numbered_names

_NAMES = numbered_names()
_LAST_WORDS = frozenset(
    name.split()[-1] for names in (_NAMES.open, _NAMES.hard, _NAMES.doubtful, _NAMES.soft) for name in names
)
# "Công văn số 1.204": papers are counted into the thousands.
_PAPERS = frozenset({"số", "tờ", "trang", "điều", "thửa", "thư", "thoại", "hotline", "fax", "tel", "sđt", "đài"})
_OVER_THOUSANDS = re.compile(r"\s?/\s?[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,/-])")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_RANK_WORDS = frozenset({"thứ", "hạng", "nhất", "vị"})
_AT_LEAST, _AND_RANK = ["ít", "nhất"], ["và", "thứ"]
_TWO = 2
_JOINS = frozenset({", ", " và "})
_RANK_VERBS = frozenset({"xếp", "đứng", "giữ", "vị", "hạng"})
_BLOCK_NAME = re.compile(r" [A-Z][0-9]{1,3}\b")
# "Dự án trồng mới 5 triệu ha rừng" is what it is called.
_PROGRAMMES = frozenset({"án", "trình"})
# "giảm 123 đơn thư (cùng kỳ 635 đơn thư)", "trong vòng 24 giờ": no numbered "kỳ", no "vòng 1".
_SAME_PERIOD, _WITHIN = ["cùng", "kỳ"], ["trong", "vòng"]
_DISEASE, _DASHES = ["covid"], ("-", "–")
_STRONG = frozenset({"money", "percent", "measure"})


def is_named(candidate: Candidate, unit: UnitWords | None, *, scaled: bool = False) -> bool:
    """Whether the words before a number make it part of a name, given the ``unit`` after it."""
    words = candidate.words
    if candidate.name_end and _is_next_ward(candidate, unit):
        return True
    if not words or words[-2:] in (_SAME_PERIOD, _WITHIN):
        return False
    if words[-1] in _DASHES and words[-2:-1] == _DISEASE:
        return True
    kind = unit.unit.kind if unit else None
    if kind in _STRONG or scaled:
        if words[-1] == "năm" and is_year(candidate.written):
            return True
        if words[-2:] == ["trồng", "mới"] and not _PROGRAMMES.isdisjoint(words[:-2]):
            return True
        return kind == "measure" and not _NAMES.weapons.isdisjoint(words[-4:])
    if words[-1] not in _LAST_WORDS or "," in candidate.written:
        return False  # Môi trường 88,6 điểm: no name is numbered by decimals
    over = _OVER_THOUSANDS.match(candidate.text, candidate.end) is not None
    if words[-1] not in _PAPERS and (over or _THOUSANDS.fullmatch(candidate.written)):
        return False  # nhóm hộ bản 12.340 chủ, duyệt phương án 214/1.893 hộ: no village is numbered by thousands
    for length in range(min(4, len(words)), 0, -1):
        name = words[-1] if length == 1 else " ".join(words[-length:])
        if name in _NAMES.open:
            return False
        if name in _NAMES.hard:
            return not _too_large(name, candidate.written, unit)
        if name in _NAMES.doubtful:
            return not _outweighs(candidate.written, unit)
        if name in _NAMES.soft:
            if length == 1 and unit is not None and unit.known and _ends_a_name(candidate):
                return False
            return candidate.capital or unit is None or not unit.known or _is_address(candidate.text, unit)
    return False


def _is_next_ward(candidate: Candidate, unit: UnitWords | None) -> bool:
    """Whether the number is one more ward, and its unit where they are: "phường 12, 13 quận Bình Sơn"."""
    between = candidate.text[candidate.name_end : candidate.start]
    if between not in _JOINS or unit is None or unit.unit.group != "area":
        return False
    return candidate.text[unit.end + 1 : unit.end + 2].isupper()


def _ends_a_name(candidate: Candidate) -> bool:
    """Whether the word is the last of a name in capitals ("xã Sông Cầu 98 hộ"), not what is numbered ("Cầu 98")."""
    words = candidate.text[max(0, candidate.start - 24) : candidate.start].split()[-2:]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _is_address(text: str, unit: UnitWords) -> bool:
    """Whether a name in letters and digits follows the unit ("phòng 201 nhà A1")."""
    return _BLOCK_NAME.match(text, unit.end) is not None


def _too_large(name: str, written: str, unit: UnitWords | None) -> bool:
    """Whether a number that counts something is no number of a name: "10 tháng 1.863 hộ", "đầu năm 35 đề án"."""
    if unit is None or not unit.known or unit.unit.kind != "count":
        return False
    if name == "năm":
        return not is_year(written)
    return "." in written or (name == "tháng" and written.isdecimal() and int(written[:4]) > 12)


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
    if len(words) < _TWO or words[-1] not in _RANK_WORDS or words[-2:] == _AT_LEAST:
        return False
    return not _RANK_VERBS.isdisjoint(words[-4:-1])


def is_next_rank(words: list[str]) -> bool:
    """Whether the words before a pair make it a second position: "thứ 4/14 tỉnh trong vùng và thứ 19/63 tỉnh"."""
    return words[-2:] == _AND_RANK


def is_drawing_scale(words: list[str]) -> bool:
    """Whether the words before a ratio make it a scale ("tỷ lệ 1/500")."""
    return " ".join(words[-2:]) in _NAMES.scales_of_drawings
