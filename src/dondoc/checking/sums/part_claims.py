"""How sure a text is that the parts it lists are all there is of their whole.

Certain       gồm, chia ra, cụ thể · a bracket behind the whole · a label before each part · the rest named (còn lại)
Likely        a head that all parts share · "trong đó:" with three and more · parts of quite another size than the whole
Doubtful      counted cases above their whole: one case may be in two groups (warned and fined)
Leaves alone  trong đó 10 nữ, 03 đảng viên: some of the parts; nữ 21, dân tộc 12, tôn giáo 5: one may be all three
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from dondoc.checking.arithmetic.doubts import NOT_ALL, OVERLAP
from dondoc.checking.arithmetic.intervals import is_exact, is_round
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.sums.unread_parts import is_misread
from dondoc.facts import Quantity

_AMONG = re.compile(r"trong (?:đó|số đó|số này)|nhất là|chủ yếu|(?<!sầu )riêng|tiêu biểu|điển hình", re.IGNORECASE)
_SOME = re.compile(r"nhất là|chủ yếu|(?<!sầu )\briêng\b|tiêu biểu|điển hình|\bnhư(?!\s+sau)\b|có nơi", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:nhiều|cao|lớn|đông|thấp|ít) nhất|(?:kế|tiếp) (?:đến|theo)|đứng (?:đầu|thứ)|dẫn đầu", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!với )(?<!so )(?<!kỳ )\bnăm (20\d\d)\b", re.IGNORECASE)
_ALL = re.compile(r"\bgồm|chia ra|cụ thể|phân ra|được chia|lần lượt|như sau|theo thứ tự", re.IGNORECASE)
_REST = re.compile(r"còn lại|số còn|trễ hạn|quá hạn|chậm hạn", re.IGNORECASE)
_OTHERS = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}khác\b", re.IGNORECASE)
_STAGED = re.compile(r"công trình|dự án|nhiệm vụ|đề án|gói thầu|vụ|trường hợp")
_NAMES_OF_ALL = ("đơn vị", "cơ sở", "chủ thể", "trường hợp", "tổ chức", "công trình", "đối tượng", "nhiệm vụ", "người")
# Sums of what was before and what was added, or of what is done and left: no list of some parts.
_NO_LISTS = ("sum.rest", "sum.cumulative", "sum.month-added", "sum.raised", "sum.raised-from", "sum.statuses",
             "sum.these")  # fmt: skip
_FIGURES_BACK = 40
_LABEL = re.compile(r"[:\-–]\s*\**\s*\Z")
# What is in time, late or not yet done cannot be two of these at once; buildings pass through stages that may overlap.
_EXCLUSIVE = re.compile(r"trong hạn|quá hạn|đúng hạn|trễ hạn|chưa (?:hoàn thành|thực hiện|giải quyết|xử lý|trả lời)")
_BUILT = re.compile(r"công trình|dự án|gói thầu|đề án")
_ONGOING = re.compile(r"đang (?:điều trị|giải quyết|xử lý|thực hiện|xem xét|xác minh)")
# Parts further from their whole than this are parts of something else, unless one slip explains it.
_FEWEST, _MOST = Decimal("0.6"), Decimal(3)
_NEARLY, _ALMOST, _LARGE, _TELLING = Decimal("0.8"), Decimal("0.9"), 1000, 100

_NEGATED = re.compile(r"(?:không|chưa)\s+(?P<word>đạt|đúng|đủ|hoàn thành|đạt yêu cầu|đáp ứng|thực hiện|giải ngân)")
# Whoever is one of these may be another of them as well.
_TRAITS = (
    re.compile(r"\bnữ\b", re.IGNORECASE),
    re.compile(r"dân tộc", re.IGNORECASE),
    re.compile(r"tôn giáo|có đạo|công giáo", re.IGNORECASE),
    re.compile(r"\btrẻ\b|dưới \d+ tuổi", re.IGNORECASE),
    re.compile(r"đảng viên|ngoài đảng|đoàn viên", re.IGNORECASE),
    re.compile(r"tái cử", re.IGNORECASE),
)
_OPENING = re.compile(r"[^;.(]{0,40}\(\s*[^;.()\d]{0,40}")
_OUT_OF = re.compile(r"\btrong\s+(?:tổng\s+(?:số\s+)?|số\s+)?\Z", re.IGNORECASE)


class Claim(NamedTuple):
    """The fields of a relation that say how it is to be judged."""

    certain: bool
    doubt: str | None
    likely: bool
    complete: bool = False
    held_only: bool = False


def claim_of(scene: Scene, run: list[int], listed: list[int], whole: Quantity, total: Decimal) -> Claim | None:
    """What the text claims of the parts ``run`` of ``whole``, which make ``total``; None where one was not read.

    ``listed`` are all parts of the list, those of parts as well.
    """
    figures = [scene.figures[i] for i in run]
    counted = _is_counted(whole) and all(_is_counted(part) for part in figures)
    above = total > value_of(whole)
    every = _is_every(scene, run, whole, above)
    apart = counted and above and not every and any(";" in scene.between(a, b) for a, b in pairwise(run))
    apart = apart and not is_bare_bracket(scene, run, whole)
    if total != value_of(whole) and is_misread(scene, run, listed, whole):
        return None
    if not above and have_own_shares(scene, run, whole):
        return Claim(False, None, False, False, True)
    if _is_loose(scene, run, whole):
        return Claim(False, None, False, False, True)
    if is_round(whole):
        return Claim(False, None, above and not counted, False, not above)
    if not _FEWEST * value_of(whole) <= total <= _MOST * value_of(whole):
        return Claim(False, None, every or _is_likely(scene, run, counted), every)
    bracketed = len(run) > 2 and is_bare_bracket(scene, run, whole)
    if above and not bracketed and any(value_of(part) == value_of(whole) for part in figures):
        return Claim(False, None, False)
    lead = _lead(scene, run[0])
    certain = (above and not apart) or every or (_names_rest(scene, run) and _AMONG.search(lead) is not None)
    likely = _is_likely(scene, run, counted)
    nearly = (_NEARLY if len(run) > 2 else _ALMOST) * value_of(whole) <= total
    # Of few things some may be left out, unless the words begin with all of them: trong 27 xã đăng ký có ...
    telling = (
        above or value_of(whole) >= _TELLING or _OUT_OF.search(scene.before(scene.place[whole.id], 25)) is not None
    )
    if not certain and not likely and counted and value_of(whole) < _LARGE and nearly and telling:
        return Claim(False, OVERLAP if above else NOT_ALL, True, every)
    overlaps = counted and above and not every and not are_exclusive([_words_of(scene, i) for i in run])
    return Claim(certain, OVERLAP if overlaps else None, likely, every)


def tells_some(scene: Scene, relation: Relation) -> bool:
    """Whether the words before a part say that the parts are some of many: ``chủ yếu``, ``lớn nhất``, ``tiếp đến``."""
    if relation.rule in _NO_LISTS:
        return False
    words = [scene.before(scene.place[part.id], 60) for part in relation.args]
    return any(_SOME.search(before) or _LEADING.search(before) for before in words)


def _is_loose(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """Some of the parts only, of a whole told roughly, of another year, or two sentences before."""
    place = scene.place[whole.id]
    if _SOME.search(_lead(scene, run[0])) or any(_LEADING.search(scene.before(index, 60)) for index in run):
        return True
    if scene.block[place] == scene.block[run[0]] and scene.sentence[run[0]] - scene.sentence[place] > 1:
        return place + 1 != run[0] or _AMONG.search(scene.before(run[0])) is None
    words = [_words_of(scene, index) for index in run]
    if sum(any(trait.search(told) for told in words) for trait in _TRAITS) > 1:
        return True  # đảng viên (nữ 21, dân tộc 12)
    units = {(scene.figures[index].unit or "").lower() for index in run}
    alike = any(same_unit(scene.figures[index], whole) for index in run)
    if len(units) > 1 and not alike and not is_bare_bracket(scene, run, whole):
        return True
    head = (whole.unit or "").lower().partition(" ")[0]
    apart = any(unit and unit.partition(" ")[0] != head for unit in units if not _is_one_unit(unit, whole))
    if alike and apart and not (_is_named_unit(whole) or _has_others(scene, run, whole)):
        return True  # trong đó 13 quận có 75 công viên
    apart = scene.block[run[0]] not in scene.notes and scene.sentences_between(place, run[0]) > 1
    if apart or _is_said_again(scene, run, place):
        return True
    years = [_YEAR.findall(scene.before(at, 60)) for at in (place, run[0])]
    return bool(years[0] and years[1]) and years[0][-1] != years[1][-1]


def _has_others(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """``7.500 con gia súc (4.500 con trâu, 1.800 con bò; 1.200 gia súc khác)``: the others are counted too."""
    return is_bare_bracket(scene, run, whole) and _OTHERS.match(scene.after(run[-1], 20)) is not None


def _is_one_unit(unit: str, whole: Quantity) -> bool:
    other = (whole.unit or "").lower()
    return unit.endswith(other) or other.endswith(unit)


def _is_named_unit(whole: Quantity) -> bool:
    """Whether the unit is a word for things of many names: ``đơn vị``, ``cơ sở``."""
    return (whole.unit or "").lower().startswith(_NAMES_OF_ALL)


def have_own_shares(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """``A góp 52,5 tỷ đồng (35%), B góp 90 tỷ đồng (60%)``: their shares hold, so it is others that are left out."""
    for index in run:
        share = scene.figures[index + 1] if index + 1 < len(scene.figures) else whole
        told = share.unit == "%" and share.role != "change" and scene.sentence[index + 1] == scene.sentence[index]
        if not told or not holds(Relation("ratio", (scene.figures[index], whole), share, "")):
            return False
    return True


def _is_said_again(scene: Scene, run: list[int], place: int) -> bool:
    """Whether a figure nearer to the parts could be what they are of: a headline told the whole before."""
    if scene.block[run[0]] in scene.notes:
        return False  # the whole of a footnote is pages away
    most = max(value_of(scene.figures[index]) for index in run)
    return any(
        figure.role not in ("change", "plan") and value_of(figure) > most and same_unit(figure, scene.figures[place])
        for figure in scene.figures[max(place + 1, run[0] - _FIGURES_BACK) : run[0]]
    )


def _is_counted(figure: Quantity) -> bool:
    """Whether the figure counts things one by one, roughly or not (hơn 8 vụ)."""
    return is_exact(replace(figure, approx=None))


def _is_every(scene: Scene, run: list[int], whole: Quantity, above: bool) -> bool:
    unit = (whole.unit or "").lower()
    lead = _lead(scene, run[0])
    every = (_ALL.search(lead) is not None or _names_rest(scene, run) or _labelled(scene, run)) and not _AMONG.search(
        lead
    )
    bracket = is_bare_bracket(scene, run, whole) and not (_STAGED.search(unit) and above)
    exclusive = _BUILT.search(unit) is None and len(run) > 2 and _EXCLUSIVE.search(_told(scene, run)) is not None
    return every or bracket or (exclusive and above) or _negated(scene, run)


def _is_likely(scene: Scene, run: list[int], counted: bool) -> bool:
    three = len(run) > 2
    return (
        (not counted and _complementary(scene, run))
        or (three and _ONGOING.search(_told(scene, run)) is not None)
        or scene.block[run[0]] in scene.notes
        or (three and re.search(r"trong đó\s*:", _lead(scene, run[0]), re.IGNORECASE) is not None)
    )


def _names_rest(scene: Scene, run: list[int]) -> bool:
    return any(_REST.search(_words_of(scene, i)) for i in run[1:])


def _told(scene: Scene, run: list[int]) -> str:
    return " ".join(_words_of(scene, i).lower() for i in run)


def _negated(scene: Scene, run: list[int]) -> bool:
    """``37 cơ sở đạt, 08 cơ sở không đạt``, ``6 chỉ tiêu vượt, 8 đạt, 4 không đạt``: parts that leave nothing between
    them."""
    *others, last = (_words_of(scene, index).lower() for index in run)
    denied = _NEGATED.search(last)
    if denied is None or not any(denied["word"] in words for words in others):
        return False
    return len(others) == 1 or all(denied["word"] in words or "vượt" in words for words in others)


def _lead(scene: Scene, first: int) -> str:
    """The words between the whole (or the figure before, or the start of the footnote) and the first part."""
    return scene.before(first, 120)


def is_bare_bracket(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """``03 hộ (02 hộ mới và 01 hộ bổ sung)``: a bracket right behind the whole that holds nothing but its parts."""
    place = scene.place[whole.id]
    if place != run[0] - 1 or run[-1] - run[0] != len(run) - 1:
        return False
    opening = scene.between(place, run[0])
    direct = _OPENING.fullmatch(opening) is not None and _AMONG.search(opening) is None
    return direct and ")" in scene.after(run[-1])


def _words_of(scene: Scene, index: int) -> str:
    return scene.before(index) + " " + re.split(r"[,;.)]", scene.after(index))[0]


def _labelled(scene: Scene, run: list[int]) -> bool:
    """``(Phường 9: 450 ha; Long Đức: 200 ha)``: each part under a label of its own."""
    return all(_LABEL.search(scene.before(i)) for i in run)


def _complementary(scene: Scene, run: list[int]) -> bool:
    """Two amounts told apart by one word (nợ có khả năng thu, nợ khó thu): the head is the same, so they divide it."""
    heads = [(scene.figures[i].indicator or "").lower().split() for i in run]
    return len(run) == 2 and all(len(head) > 1 for head in heads) and all(a[0] == b[0] for a, b in pairwise(heads))
