"""What shows that figures are no list of all the parts of a whole, whichever rule took them for one.

Finds         4 nước: Mỹ 614, Đức 231, Pháp 62, Ý 58: the first of the named is no whole of the rest
              An Phú nhận 2,2 tỷ m³, trong khi Tân An và Tân Phú nhận 3,5 và 1,1: others beside it
              trả nợ 62 tỷ đồng, gồm trả trực tiếp 30 tỷ đồng, trả gốc 22 tỷ đồng, trả lãi 8 tỷ đồng: parts of a part
              thu 151.238 tỷ đồng, vượt chỉ tiêu 65.000 tỷ đồng, trong đó A 6.214 tỷ đồng, B 145.024: of the first
              trong đó thu nội địa 121 tỷ đồng; nếu trừ tiền đất, thu nội địa 118 tỷ đồng: the same, less something
              805 người, trong đó dân tộc thiểu số 483 người, nữ 402 người: some are both
              12 xã đạt trên 10 tiêu chí, 8 xã đạt trên 15 tiêu chí: the second are some of the first
              142 dự án: 44 dự án điện, 35 dự án nước và nhiều dự án khác · 19,4 kg/người: a rate
Leaves alone  parts that the words list of their whole
"""

import re
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import interval_of, telling_digits
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_CONTRASTED = re.compile(
    r"\b(?:trong khi|đứng (?:ngay )?sau|theo sau|xếp (?:ngay )?sau|(?:nhiều|ít|cao|thấp|lớn|nhỏ) hơn)\b", re.IGNORECASE
)
_TOLD_BESIDE = re.compile(
    r"\bhơn\s+(?:so với\s+)?(?:con số|mức|số)\s+\Z"
    r"|\b(?:nếu|sau khi)\s+(?:loại\s+)?trừ\b[^;.()]*\Z|\b(?:không|chưa) (?:kể|tính)\b[^;.()]*\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"[^.;]{0,60}(?:\bvà|,)\s+(?:nhiều|một số|các|vài)\s[^.;\d]{0,60}?\bkhác\b(?!\s*\d)", re.IGNORECASE
)
_OPEN = re.compile(r"[^,;.()\d]{0,40}\b(?:trên|từ)\s\d+(?:,\d+)?\s?(?![\d–-]|đến|tới)", re.IGNORECASE)
_TRAILS = re.compile(r"(?:[^.;]|\.(?=\S))*?(?:…|\.\.\.|v\.v)")
_TAXED = re.compile(r"\s*\(?[^.;()\d]{0,20}(?:gồm|kể|có|cả)\s+(?:cả\s+)?(?:thuế|VAT|GTGT)", re.IGNORECASE)
_LISTS = re.compile(r"gồm|trong đó|chia|cụ thể|như sau|[:(]", re.IGNORECASE)
_AMONG = re.compile(r"\btrong (?:đó|số đó|số này)\b[^;.()\d]{0,50}\Z", re.IGNORECASE)
_OF_EACH = ("người", "hộ", "ha", "m²", "m2", "kg", "lượng", "cổ phiếu", "cổ phần", "con", "đầu người", "học sinh")
# What one and the same person may be: each word of another kind.
_TRAITS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "nữ", "dân tộc|DTTS", "đảng viên", "tôn giáo|có đạo|giáo dân", "trẻ em|thanh niên|đoàn viên",
        "hộ nghèo|cận nghèo", "khuyết tật",
        "đại học|thạc sĩ|tiến sĩ|trình độ", "tái cử|lần đầu", "chưa thành niên|vị thành niên",
    )
)  # fmt: skip
_TELLING, _REACH, _BEHIND, _PAIR = 4, 6, 90, 2


def _are_traits(wrong: Relation) -> bool:
    """``805 người; trong đó dân tộc thiểu số 483 người, nữ 402 người``: some are both."""
    named = [{kind for kind, words in enumerate(_TRAITS) if words.search(part.indicator or "")} for part in wrong.args]
    shared = set[int].intersection(*named)
    own = [kinds - shared for kinds in named]
    return all(own) and len(set[int].union(*own)) > 1


def is_no_list(scene: Scene, wrong: Relation) -> bool:
    """Whether the parts of a sum that does not hold are not told to be all of its whole."""
    total = sum(map(value_of, wrong.args), Decimal(0))
    if (wrong.result.unit or "").partition("/")[2].startswith(_OF_EACH) or _is_nested(wrong):
        return True
    if total < value_of(wrong.result) and _goes_on(scene, wrong):
        return True
    places = [scene.place[part.id] for part in wrong.args]
    if total > value_of(wrong.result) and all(_OPEN.match(scene.after(place, 70) + "0") for place in places):
        return True
    if total > value_of(wrong.result) and _are_traits(wrong):
        return True
    first, whole = min(places), scene.place[wrong.result.id]
    if whole > first:
        return False
    if is_contrasted(scene, first) or any(_TOLD_BESIDE.search(scene.before(place, 110)) for place in places):
        return True
    if _is_of_another(scene, wrong, total, first):
        return True
    return _is_one_of_named(scene, first, whole, len(places))


def is_contrasted(scene: Scene, place: int) -> bool:
    """Whether a figure is told as that of others: ``trong khi``, ``xếp sau``, ``nhiều hơn``."""
    return _CONTRASTED.search(scene.before(place, 90)) is not None


def _is_nested(wrong: Relation) -> bool:
    """``trả trực tiếp 31.486, trả gốc 22.917, trả lãi 8.569``: long figures of which one is just the rest behind it."""
    for place, part in enumerate(wrong.args[:-_PAIR]):
        rest = sum(map(value_of, wrong.args[place + 1 :]), Decimal(0))
        if rest == value_of(part) and telling_digits(part) >= _TELLING:
            return True
    return False


def _goes_on(scene: Scene, wrong: Relation) -> bool:
    """Whether the list trails off, names others without a figure, or its whole has a tax on top."""
    content = scene.facts.text.content
    end = max(part.span.end for part in wrong.args)
    behind = content[end : end + _BEHIND]
    if _OTHERS.match(behind) or _TRAILS.match(behind):
        return True
    return _TAXED.match(content, wrong.result.span.end) is not None


def _is_of_another(scene: Scene, wrong: Relation, total: Decimal, first: int) -> bool:
    """Whether an earlier figure of the sentence is what the parts come to, to its last digit."""
    for place in range(first - 1, max(first - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.sentence[place] != scene.sentence[first]:
            return False
        if figure.id == wrong.result.id or figure.role == "change" or not same_unit(figure, wrong.args[0]):
            continue
        if telling_digits(figure) >= _TELLING and interval_of(figure).low <= total <= interval_of(figure).high:
            return True
    return False


def _is_one_of_named(scene: Scene, first: int, whole: int, size: int) -> bool:
    """Whether the whole is told as the parts are: ``trong đó A 50 cổ phần, B 13 cổ phần``, ``5 nước: A 614, B 231``; or
    the list has one figure more, which is no part here (``5 công ty gồm A 102, B 50 ...``)."""
    beside = first - 1
    if beside < 0 or scene.sentence[beside] != scene.sentence[first]:
        return False
    listed = not _LISTS.search(scene.between(beside, first).rstrip(" ("))
    if beside == whole and listed and _AMONG.search(scene.before(whole, 70)):
        return True
    count = scene.figures[beside - 1] if beside else None
    named = count is not None and scene.sentence[beside - 1] == scene.sentence[first] and value_of(count) == size + 1
    return named and listed and same_unit(scene.figures[beside], scene.figures[first])
