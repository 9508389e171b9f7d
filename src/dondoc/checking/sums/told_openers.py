"""The words that open a list of parts, and the whole that they open it of.

Finds         ..., trong đó chi đầu tư 2.118 tỷ đồng · gồm: ... · (tồn 204, nhận mới 4.114) · Trong số này, có 9 dự án
Leaves alone  words with a sentence of their own between the whole and its list
"""

import re
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.names.wording import are_of_other_kinds, counts_alike, is_kind_of
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_OPENER = re.compile(
    r"\b(?:trong (?:đó|số đó|số này)|(?:bao )?gồm(?: có)?|chia ra|phân ra|cụ thể|như sau|kết quả)\b[,:]?"
    r"|:|(?:,\s*|\s)có\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s*[-+•*–]?\s*")
_STOP = re.compile(r"[.;()\d][^.;()\d]*\Z")
_OUT_OF = re.compile(r"\btrong\s+(?:tổng\s+(?:số\s+)?|số\s+)?\Z", re.IGNORECASE)
_LABEL = re.compile(r"\s*\)?[^,;()]*")
_SLASH = re.compile(r"[^\n/;:]{0,25}/\s*\**\s*")
_WORTH = re.compile(r"[^;.()\d]{0,30}(?:trị giá|kinh phí|tổng|số tiền|\bvới|vốn)\b[^;.()\d]{0,30}", re.IGNORECASE)
_HELD = ("actual", "count", "cumulative", "part", "plan")
_OF_THESE = ("trong số này", "trong số đó")
_NEW_SENTENCE = re.compile(r"[.!]\s+\Z|\n\s*\Z")
_BESIDE, _SKIPPED, _SENTENCES = 60, 6, 2
_ACTS = r"(?:giải\s+quyết|xử lý|thực hiện|hoàn thành|thi công)[^,;.()\d]{0,20}\Z"
_DONE = re.compile(rf"(?<!đang )(?<!chưa )\b{_ACTS}", re.IGNORECASE)
_UNDONE = re.compile(rf"\b(?:đang|chưa)\s+{_ACTS}")


class Opener(NamedTuple):
    """The word that opens a list ("" for a colon), the name of its first part, and the words before."""

    word: str
    name: str
    before: str


def may_be_part(figure: Quantity) -> bool:
    """Whether a figure is an amount or a count of the text, no share, change or cell."""
    return figure.role in _HELD and figure.unit != "%"


def read_opener(words: str) -> Opener | None:
    """What opens a list in the words before its first part: the first such word behind the last stop."""
    stop = _STOP.search(words)
    start = stop.start() + 1 if stop is not None else 0
    found = _OPENER.search(words, start)
    if found is not None:
        name = words[found.end() :]
        return Opener(found[0].strip(" ,:").lower(), name[_lead(name) :], words[: found.start()])
    if stop is not None and stop[0][0] == "(":
        return Opener("(", words[start:], words[: start - 1])
    return None


def _lead(name: str) -> int:
    found = _LEAD.match(name)
    return found.end() if found is not None else 0


def opens_list(scene: Scene, whole: int, first: int, told: Opener) -> bool:
    """Whether the words open a list of the whole: beside it, or a sentence of their own right behind."""
    opener, words = told.word, told.before
    if opener == "có":
        return _OUT_OF.search(scene.before(whole, 25)) is not None and whole == first - 1
    if opener in ("", "(", "kết quả") and (len(words) > _BESIDE or re.search(r"[.;]\s|\d", words)):
        return False
    if opener == "(" and not all(is_aside(scene, place) for place in range(whole + 1, first)):
        return False
    if opener == "" and _LABEL.fullmatch(words) is None:
        return False  # a label of one of several (tai nạn: 33 vụ, mưa bão: 7 vụ)
    return re.search(r"[.;]\s+[^\s]", words) is None


def whole_of(scene: Scene, opened: int, first: int, told: Opener) -> int | None:
    """What the list is of: the figure before its opening, without what is said of that (its growth, its share) and
    asides. ``opened`` is the first figure of the list, ``first`` its first part."""
    place = opened - 1
    if scene.figures[place].role == "change" and scene.figures[place].unit != "%" and "(" in told.before:
        return None  # what the change is made of: giảm 97 đơn vị (gồm 74 xã, 23 phường)
    while place > max(opened - _SKIPPED, 0) and (is_aside(scene, place) or scene.has_closed(place, opened)):
        place -= 1
    place -= _is_of_another_unit(scene, place, first)
    place -= _is_over(scene, place)
    if told.word in _OF_THESE and scene.figures[place].of in scene.place:
        return scene.place[scene.figures[place].of or ""]
    whole = scene.figures[place]
    near = scene.sentence[first] - scene.sentence[place] <= 1 and scene.block[first] - scene.block[place] <= 1
    near = near and scene.sentence[opened - 1] == scene.sentence[place]
    held = whole.role in _HELD and whole.unit not in ("%", None) and "/" not in (whole.unit or "")
    if near and held and is_part(scene.figures[first], whole) and value_of(whole) > 1:
        return place
    return _counted_before(scene, opened, first) if _NEW_SENTENCE.search(told.before) else None


def _counted_before(scene: Scene, opened: int, first: int) -> int | None:
    """``có 11 dự án được cấp mới, vốn 31 triệu USD. Số dự án tương đương cùng kỳ. Trong đó, có 10 dự án ...``: the
    nearest count of the very things."""
    for place in range(opened - 1, max(opened - 1 - _SKIPPED, -1), -1):
        if scene.block[first] - scene.block[place] > 1 or scene.sentence[first] - scene.sentence[place] > _SENTENCES:
            return None
        whole = scene.figures[place]
        alike = whole.unit == scene.figures[first].unit and not scene.has_closed(place, opened)
        if alike and whole.role in _HELD and is_exact(whole):
            return place
    return None


def _is_of_another_unit(scene: Scene, place: int, first: int) -> bool:
    """``1.284 suất quà trị giá 642 triệu đồng, trong đó 860 suất ...``: what the whole is worth stands behind it."""
    if (
        place < 1
        or scene.sentence[place - 1] != scene.sentence[first]
        or is_part(scene.figures[first], scene.figures[place])
    ):
        return False
    worth = _WORTH.fullmatch(scene.between(place - 1, place)) is not None
    return worth and is_part(scene.figures[first], scene.figures[place - 1])


def _is_over(scene: Scene, place: int) -> bool:
    """Whether another stands over the figure: of ``61,2 tỷ đồng/89,75 tỷ đồng, gồm ...`` the parts are the first."""
    return place > 0 and _SLASH.fullmatch(scene.between(place - 1, place)) is not None


def is_aside(scene: Scene, place: int) -> bool:
    """Whether a figure only says something of another one: its share, its growth, its rank."""
    figure = scene.figures[place]
    return figure.unit == "%" or figure.role in ("change", "share_of_plan", "rank")


def is_undone(scene: Scene, place: int, whole: int) -> bool:
    """Whether a figure tells what is not done yet, and the whole what is: no part of it."""
    words = scene.before(place, 60)
    if "đang" not in words and "chưa" not in words:
        return False
    return _UNDONE.search(words) is not None and _DONE.search(scene.before(whole, 60)) is not None


def is_part(part: Quantity, whole: Quantity) -> bool:
    """Whether a figure is of the kind of the whole: one unit, counted or measured alike."""
    if part.role not in _HELD or are_of_other_kinds(part, whole) or is_exact(part) != is_exact(whole):
        return False
    return counts_alike(part, whole) or is_kind_of(part, whole) or (part.unit is None and is_exact(whole))
