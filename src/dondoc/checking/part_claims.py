"""How sure a text is that the parts it lists are all there is of their whole.

Certain       gồm, chia ra, cụ thể · a bracket behind the whole · a label before each part · the rest named (còn lại)
Likely        a head that all parts share · "trong đó:" with three and more · parts of quite another size than the whole
Doubtful      counted cases above their whole: one case may be in two groups (warned and fined)
Leaves alone  trong đó 10 nữ, 03 đảng viên: some of the parts
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from dondoc.checking.exclusive import are_exclusive
from dondoc.checking.intervals import is_exact
from dondoc.checking.relation import value_of
from dondoc.checking.scene import Scene
from dondoc.checking.wording import same_unit
from dondoc.facts import Quantity

_AMONG = re.compile(r"trong (?:đó|số đó|số này)|nhất là|chủ yếu|riêng|tiêu biểu|điển hình", re.IGNORECASE)
_SOME = re.compile(r"nhất là|chủ yếu|\briêng\b|tiêu biểu|điển hình|\bnhư(?!\s+sau)\b|có nơi", re.IGNORECASE)
_LEADING = re.compile(r"(?:nhiều|cao|lớn|đông|thấp|ít) nhất|kế đến|tiếp đến|đứng (?:đầu|thứ)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!với )(?<!so )(?<!kỳ )\bnăm (20\d\d)\b", re.IGNORECASE)
_ALL = re.compile(r"\bgồm|chia ra|cụ thể|phân ra|được chia|lần lượt|như sau|theo thứ tự", re.IGNORECASE)
_REST = re.compile(r"còn lại|số còn|trễ hạn|quá hạn|chậm hạn", re.IGNORECASE)
_STAGED = re.compile(r"công trình|dự án|nhiệm vụ|đề án|gói thầu|vụ|trường hợp")
_LABEL = re.compile(r"[:\-–]\s*\**\s*\Z")
# What is in time, late or not yet done cannot be two of these at once; buildings pass through stages that may overlap.
_EXCLUSIVE = re.compile(r"trong hạn|quá hạn|đúng hạn|trễ hạn|chưa (?:hoàn thành|thực hiện|giải quyết|xử lý|trả lời)")
_BUILT = re.compile(r"công trình|dự án|gói thầu|đề án")
_ONGOING = re.compile(r"đang (?:điều trị|giải quyết|xử lý|thực hiện|xem xét|xác minh)")
# Parts further from their whole than this are parts of something else, unless one slip explains it.
_FEWEST, _MOST = Decimal("0.6"), Decimal(3)
_NEARLY, _ALMOST, _LARGE = Decimal("0.8"), Decimal("0.9"), 1000
NOT_ALL = "có thể chưa kể hết các phần"
OVERLAP = "các nhóm có thể trùng nhau"

_NEGATED = re.compile(r"(?:không|chưa)\s+(?P<word>đạt|đúng|đủ|hoàn thành|đạt yêu cầu|đáp ứng|thực hiện|giải ngân)")
_OPENING = re.compile(r"[^;.(]{0,40}\(\s*[^;.()\d]{0,40}")
_ITEM = re.compile(r"\s*[;,]?\s*(?:;|\n)")
# How far before its parts a whole may stand for the figures between to matter: a footnote's whole is pages away.
_FIGURES_BACK = 40
_BEHIND = 60
_NUMBER = re.compile(r"[0-9][0-9.,]*")
_BARE = re.compile(r"(?:và|,|;)\s+[0-9]+\s+(?:do|thuộc|ở|tại|của|bị|là)\b")


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
    if total != value_of(whole) and _is_misread(scene, run, listed, whole):
        return None
    if _is_loose(scene, run, whole):
        return Claim(False, None, False, False, True)
    if whole.approx is not None:
        return Claim(False, None, above and not counted, False, not above)
    if not _FEWEST * value_of(whole) <= total <= _MOST * value_of(whole):
        return Claim(False, None, every or _is_likely(scene, run, counted), every)
    if above and any(value_of(part) == value_of(whole) for part in figures):
        return Claim(False, None, False)
    lead = _lead(scene, run[0])
    certain = (above and not apart) or every or (_names_rest(scene, run) and _AMONG.search(lead) is not None)
    likely = _is_likely(scene, run, counted)
    nearly = (_NEARLY if len(run) > 2 else _ALMOST) * value_of(whole) <= total
    if not certain and not likely and counted and value_of(whole) < _LARGE and nearly:
        return Claim(False, OVERLAP if above else NOT_ALL, True, every)
    overlaps = counted and above and not every and not are_exclusive([_words_of(scene, i) for i in run])
    return Claim(certain, OVERLAP if overlaps else None, likely, every)


def _is_loose(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """Some of the parts only, of a whole told roughly, of another year, or two sentences before."""
    place = scene.place[whole.id]
    if _SOME.search(_lead(scene, run[0])) or any(_LEADING.search(scene.before(index, 60)) for index in run):
        return True
    if scene.block[place] == scene.block[run[0]] and scene.sentence[run[0]] - scene.sentence[place] > 1:
        return place + 1 != run[0] or _AMONG.search(scene.before(run[0])) is None
    units = {(scene.figures[index].unit or "").lower() for index in run}
    alike = any(same_unit(scene.figures[index], whole) for index in run)
    if len(units) > 1 and not alike and not is_bare_bracket(scene, run, whole):
        return True
    years = [_YEAR.findall(scene.before(at, 60)) for at in (place, run[0])]
    return bool(years[0] and years[1]) and years[0][-1] != years[1][-1]


def _is_counted(figure: Quantity) -> bool:
    """Whether the figure counts things one by one, roughly or not (hơn 8 vụ)."""
    return is_exact(replace(figure, approx=None))


def _is_misread(scene: Scene, run: list[int], listed: list[int], whole: Quantity) -> bool:
    """Whether a part is missing from ``run``, or the whole stands in a bracket that its parts are not in."""
    gap = scene.facts.text.content[whole.span.end : scene.figures[run[0]].span.start]
    return gap.count(")") > gap.count("(") or has_unread(scene, run, whole) or _left_out(scene, listed, whole)


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


def has_unread(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """Whether a number in the unit of the whole stands among the parts and was read as none of the figures."""
    place = scene.place[whole.id]
    if place > run[0] or not whole.unit:
        return False
    if any(_BARE.search(scene.between(a, b)) for a, b in pairwise(run)) or _BARE.match(scene.after(run[-1]).lstrip()):
        return True
    unit = re.compile(rf"\s*{re.escape(whole.unit)}\b", re.IGNORECASE)
    content = scene.facts.text.content
    return any(
        unit.match(content, found.end())
        for before in range(max(place, run[0] - _FIGURES_BACK), run[-1] + 1)
        for found in _NUMBER.finditer(content, scene.figures[before].span.end, _gap_end(scene, before, run[-1]))
    )


def _left_out(scene: Scene, listed: list[int], whole: Quantity) -> bool:
    """Whether an item of the list, or a figure of a bracket behind the whole, was taken for no part of it."""
    place = scene.place[whole.id]
    between = range(listed[0] + 1, listed[-1])
    if any(index not in listed and _is_item(scene, index, whole) for index in between):
        return True
    if place + 1 >= listed[-1] or "(" not in scene.between(place, place + 1):
        return False
    return any(
        index not in listed and same_unit(scene.figures[index], whole) and scene.figures[index].role == "plan"
        for index in range(place + 1, listed[-1])
    )


def _is_item(scene: Scene, index: int, whole: Quantity) -> bool:
    """Whether a figure between the parts begins an item of its own in their unit."""
    figure = scene.figures[index]
    own = same_unit(figure, whole) and figure.role in ("actual", "count", "cumulative") and figure.of is None
    return own and _ITEM.match(scene.between(index - 1, index)) is not None


def _gap_end(scene: Scene, index: int, last: int) -> int:
    """Where the words behind a figure end: at the next one; behind the last part, at the end of its line."""
    start = scene.figures[index].span.end
    following = scene.figures[index + 1].span.start if index + 1 < len(scene.figures) else start + _BEHIND
    if index < last:
        return following
    line = scene.facts.text.content.find("\n", start, start + _BEHIND)
    return min(following, line if line >= 0 else start + _BEHIND)


def _names_rest(scene: Scene, run: list[int]) -> bool:
    return any(_REST.search(_words_of(scene, i)) for i in run[1:])


def _told(scene: Scene, run: list[int]) -> str:
    return " ".join(_words_of(scene, i).lower() for i in run)


def _negated(scene: Scene, run: list[int]) -> bool:
    """``37 cơ sở đạt, 08 cơ sở không đạt``: two parts that leave nothing between them."""
    if len(run) != 2:
        return False
    denied = _NEGATED.search(_words_of(scene, run[1]).lower())
    return denied is not None and denied["word"] in _words_of(scene, run[0]).lower()


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
