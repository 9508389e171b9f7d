"""A share told in words, and the figure beside it that says otherwise.

Finds         4/9 xã đạt chuẩn, hơn một nửa số xã · đạt 61,2%, chưa đến một nửa · hơn hai phần ba (58,4%)
Leaves alone  7/12 xã, quá nửa · gần một nửa (45,9%) · hơn một nửa số hộ nghèo, giảm 12%: a change
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.grammar.anchors import lowered
from dondoc.numerals import format_number

_OVER, _UNDER = r"hơn|trên|quá", r"gần|chưa (?:đến|tới|được|đầy)|không (?:đến|tới)|dưới"
_SHARE = re.compile(
    rf"(?<![^\W\d_])(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s+(?:một\s+|1\s?)?"
    r"(?:(?P<half>nửa)|(?P<part>một|hai|ba|1|2|3)?\s?(?:phần|/)\s?(?P<whole>ba|tư|bốn|năm|3|4|5)(?![\d.,]))",
    re.IGNORECASE,
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5}
_BESIDE = re.compile(
    r"[^.;,\d()]{0,50}[,(–-]\s*(?:(?:tức|nghĩa là|hay|tương đương|chiếm|bằng|đạt|mới|chỉ|được|là|khoảng)\s+)*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[^.;,\d()]{0,40}\(\s*(?:chiếm |đạt |bằng |tỷ lệ )?", re.IGNORECASE)
_OF_ANY = re.compile(r"(?!\s+(?:số\s+)?(?:đó|này|trong))")
_OWN_WHOLE = re.compile(r"\b(?:tổng|của|trong|dân số|số)\b", re.IGNORECASE)
_OF_PLAN = re.compile(r"\s*(?:[.,;)]|\Z|\s(?:số\s+|tổng\s+)?(?:kế hoạch|dự toán|vốn|mục tiêu|chỉ tiêu|tổng|toàn|cả)\b)")
_CHANGED = re.compile(r"tăng|giảm|so với|gấp", re.IGNORECASE)
_PAIR = re.compile(r"\s*/\s*")
_CUES = ("nửa", "phần")
_NEAR, _REACH = Decimal("0.75"), 80


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the shares in words that the percentage or the two counts beside them contradict."""
    content, scene = draft.text.content, draft.scene
    low = lowered(content)
    if not any(word in low for word in _CUES):
        return
    for index in range(len(scene.figures)):
        share = _share(scene, index)
        if share is None:
            continue
        start = scene.ends[index]
        told = _SHARE.search(content, start, start + _REACH)
        if told is None or not _BESIDE.fullmatch(content, start, told.start()):
            told = _told_before(scene, index)
        if told is not None and not _is_of_others(content, told, scene.figures[index]) and not _fits(told, share):
            yield _finding(draft, index, told, share)


def _share(scene: Scene, index: int) -> Decimal | None:
    """What part of its whole a figure tells: a percentage, or the second count of two set over each other."""
    figure = scene.figures[index]
    if figure.unit == "%":
        is_level = figure.role not in ("change", "plan") and not _CHANGED.search(scene.before(index, 20))
        return value_of(figure) / 100 if is_level else None
    if not index or not _PAIR.fullmatch(scene.between(index - 1, index)) or not value_of(figure):
        return None
    part: Quantity = scene.figures[index - 1]
    return value_of(part) / value_of(figure)


def _told_before(scene: Scene, index: int) -> re.Match[str] | None:
    """``hơn hai phần ba số hộ (58,4%)``: the words before a percentage in brackets."""
    if scene.figures[index].unit != "%" or not scene.before(index, 20).rstrip().endswith(("(", "chiếm", "lệ")):
        return None
    content, end = scene.facts.text.content, scene.starts[index]
    told = max(_SHARE.finditer(content, max(end - _REACH, 0), end), key=re.Match.start, default=None)
    return told if told is not None and _BEHIND.fullmatch(content, told.end(), end) else None


def _is_of_others(content: str, told: re.Match[str], figure: Quantity) -> bool:
    """Whether the words are of another whole than the figure: ``12,5%, hơn một nửa số đó là hộ già``."""
    if figure.unit == "%" and _OWN_WHOLE.search(content, figure.span.end, max(told.start(), figure.span.end)):
        return True
    of_whole = _OF_ANY if figure.unit != "%" or told.end() < figure.span.start else _OF_PLAN
    return figure.approx is not None or of_whole.match(content, told.end()) is None


def _fits(told: re.Match[str], share: Decimal) -> bool:
    if told["half"]:
        bound = Decimal("0.5")
    else:
        part, whole = ((_NUMBERS.get(word) or int(word)) for word in (told["part"] or "1", told["whole"]))
        bound = Decimal(part) / Decimal(whole)
    return share >= bound if told["over"] else bound * _low(told) <= share < bound * Decimal("1.005")


def _low(told: re.Match[str]) -> Decimal:
    return _NEAR if told["under"].lower() == "gần" else Decimal(0)


def _finding(draft: Draft, index: int, told: re.Match[str], share: Decimal) -> Finding:
    figure = draft.scene.figures[index]
    begin = figure.span.start if figure.unit == "%" else draft.scene.starts[index - 1]
    written = draft.text.content[begin : figure.span.end]
    worth = "" if figure.unit == "%" else f" là {format_number(round(share * 100, 1))}%"
    message = f"ghi «{told[0].strip()}» nhưng {written}{worth}"
    return Finding("SL107", figure.span, "error", message, f"sửa «{told[0].strip()}» hoặc xem lại {written}")
