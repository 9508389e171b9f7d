"""The words that open a list of parts, and the whole that they open it of.

Finds         ..., trong đó chi đầu tư 2.118 tỷ đồng · gồm: ... · (tồn 204, nhận mới 4.114) · Trong số này, có 9 dự án
Leaves alone  words with a sentence of their own between the whole and its list
"""

import re
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.names.wording import are_of_other_kinds, counts_alike
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
_HELD = ("actual", "count", "cumulative", "part", "plan")
_OF_THESE = ("trong số này", "trong số đó")
_BESIDE, _SKIPPED = 60, 6


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
    if opener == "(" and whole != first - 1:
        return False
    if opener == "" and _LABEL.fullmatch(words) is None:
        return False  # a label of one of several (tai nạn: 33 vụ, mưa bão: 7 vụ)
    return re.search(r"[.;]\s+[^\s]", words) is None


def whole_of(scene: Scene, first: int, opener: str) -> int | None:
    """What the list is of: the figure before it, without what is said of that (its growth, its share) and asides."""
    place = first - 1
    while place > max(first - _SKIPPED, 0) and (is_aside(scene, place) or scene.has_closed(place, first)):
        place -= 1
    place -= _is_over(scene, place)
    if opener in _OF_THESE and scene.figures[place].of in scene.place:
        return scene.place[scene.figures[place].of or ""]
    whole = scene.figures[place]
    near = scene.sentence[first] - scene.sentence[place] <= 1 and scene.block[first] - scene.block[place] <= 1
    near = near and scene.sentence[first - 1] == scene.sentence[place]
    held = whole.role in _HELD and whole.unit not in ("%", None) and "/" not in (whole.unit or "")
    return place if near and held and is_part(scene.figures[first], whole) and value_of(whole) > 1 else None


def _is_over(scene: Scene, place: int) -> bool:
    """Whether another stands over the figure: of ``61,2 tỷ đồng/89,75 tỷ đồng, gồm ...`` the parts are the first."""
    return place > 0 and _SLASH.fullmatch(scene.between(place - 1, place)) is not None


def is_aside(scene: Scene, place: int) -> bool:
    """Whether a figure only says something of another one: its share, its growth, its rank."""
    figure = scene.figures[place]
    return figure.unit == "%" or figure.role in ("change", "share_of_plan", "rank")


def is_part(part: Quantity, whole: Quantity) -> bool:
    """Whether a figure is of the kind of the whole: one unit, counted or measured alike."""
    if part.role not in _HELD or are_of_other_kinds(part, whole) or is_exact(part) != is_exact(whole):
        return False
    return counts_alike(part, whole) or (part.unit is None and is_exact(whole))
