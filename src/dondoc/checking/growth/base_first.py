"""What a figure is compared with stands between it and the outcome.

Finds         48.100 người so với cùng kỳ năm trước (44.000 người); tăng 4.100 (9,3%); so với chỉ tiêu (60.000 người)
              đạt 80% · so với kế hoạch (8.700 người) đạt 107%, vượt 587 người
              435 đơn (cùng kỳ 487 đơn), giảm 52 đơn · 920 ha, cùng kỳ năm trước 800 ha, tăng 15%
              2.142 lượt so với 1.800 lượt của cùng kỳ năm 2023, tăng 19%
              Tỷ lệ bao phủ đạt 12,5% so với lực lượng lao động (384.800 người): of the figure before that gives it
Leaves alone  a base in another unit · an outcome that is told of something else (a name of its own before it) ·
              45 vụ (cùng kỳ 52 vụ), tăng 3 vụ so với tháng trước: of another time
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.repeated import is_told_twice
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

# What stands around a base is matched in small letters.
_BASE = re.compile(
    r"so (?:với )?(?:[^;.()\d]|(?:tháng|quý|ngày) \d{1,2}(?!\d)){0,60}?(?:năm\s+(?:trước|\d{4})|\d{4})?"
    r"[^;.()\d]{0,20}\(\s*(?:là |đạt |có )?\Z"
)
_YEAR = r"(?:\s+(?:năm\s+)?(?:trước|ngoái|(?:19|20)\d\d))?"
_THEN = rf"(?:cùng\s+kỳ|cùng\s+thời\s+điểm|(?:năm|tháng|quý|kỳ|tuần)\s+(?:trước|ngoái)){_YEAR}"
_NAMED = re.compile(
    rf"(?:[,;/(]|\bso\s+với|\bso)\s*(?P<then>{_THEN})(?:\s+(?:là|đạt|có|chỉ|được|xảy ra))*\s*[:(]?\s*\Z"
)
# One of these stands in every _THEN.
_TIMES = ("cùng", "trước", "ngoái")
_AGAINST = re.compile(r"\bso\s+với\s+(?:mức\s+|con số\s+)?\Z")
_OF_THEN = re.compile(rf"\s*(?:\(|của\s+)?(?P<then>{_THEN})")
_OUTCOME = re.compile(
    rf"(?:\s*(?:của\s+)?{_THEN})?[^;.()\d]{{0,15}}\)?\s*[;,]?\s*(?:thì |đã |tức |tương ứng |tương đương )?"
    r"(?P<way>đạt|bằng|tăng|giảm|vượt|hụt|thiếu)(?:\s+(?:tỷ lệ|thêm|được|khoảng))*\s*",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[^;.()\d]{0,12}?(?:[,;]\s*|\s*\(\s*|\s)(?:tức |tương ứng |tương đương |bằng )?"
    r"(?P<way>tăng|giảm|vượt|hụt|thiếu|)\s*",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:tăng|giảm|vượt|hụt|thiếu)\s+(?:thêm\s+)?\Z", re.IGNORECASE)
_OF_BASE = re.compile(r"\s+(?:(?:so với|trên|trong)\s+)?(?:tổng số\s+)?[^,;.()\d]{3,60}\(\s*", re.IGNORECASE)
_REACH = 8
_DIGITS = 3
_PLAIN = frozenset(("tỷ", "lệ", "tỉ", "đạt", "bao", "phủ", "người", "số", "tổng", "chiếm", "bằng"))


@dataclass(frozen=True, slots=True)
class _Compared:
    """A figure, the one it is compared with, and whether the two stand side by side and say of when the other is."""

    now: Quantity
    base: Quantity
    direct: bool


def find(scene: Scene) -> Iterator[Relation]:
    """Yield what the outcomes behind a base state."""
    for index in sorted(scene.told_by("(", "cùng kỳ", "so với", "trước")):
        if not index:
            continue
        if scene.figures[index - 1].unit == "%" and _OF_BASE.fullmatch(scene.between(index - 1, index)):
            yield from _share(scene, index)
            continue
        if index + 1 == len(scene.figures):
            break
        words = scene.before(index, 110).lower()
        named = _NAMED.search(words) if any(word in words for word in _TIMES) else None
        if named is None and "so" in words and _AGAINST.search(words):
            named = _OF_THEN.match(scene.after(index).lower())
        if named or ("(" in words and "so " in words and _BASE.search(words)):
            yield from _outcomes(scene, index, named["then"] if named else None)


def _share(scene: Scene, index: int) -> Iterator[Relation]:
    """The share of a base named behind it: of the nearest figure before that gives it to the last digit."""
    share, base = scene.figures[index - 1], scene.figures[index]
    if share.role in ("change", "plan") or not scene.after(index, 3).startswith(")") or telling_digits(share) <= 2:
        return
    read: list[Relation] = []
    for place in range(index - 2, max(index - 2 - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.block[place] != scene.block[index]:
            break
        if figure.unit != "%" and figure.role != "change" and (base.unit is None or same_unit(figure, base)):
            beside = place == index - 2 and scene.sentence[place] == scene.sentence[index]
            read.append(
                Relation(
                    "ratio", (figure, base), share, "ratio.of-base", certain=False, likely=beside, held_only=not beside
                )
            )
    held = next(filter(holds, read), None)
    if held is not None or (read and not read[0].held_only):
        yield held or read[0]
    elif read and telling_digits(share) > _DIGITS:
        words = content_words(scene.before(index - 1, 60)) - _PLAIN
        named = [one for one in read if words & content_words(f"{one.args[0].indicator}")]
        yield from (replace(one, held_only=False) for one in named[:1])


def _outcomes(scene: Scene, index: int, then: str | None) -> Iterator[Relation]:
    first = index + 1
    told = _OUTCOME.fullmatch(scene.between(index, first))
    if told is None or scene.block[first] != scene.block[index] or _is_of_another_time(scene.figures[first], then):
        return
    now = _compared(scene, index)
    if now is None:
        return
    beside = now is scene.figures[index - 1] and scene.sentence[first] == scene.sentence[index - 1]
    compared = _Compared(now, scene.figures[index], then is not None and beside)
    yield from _outcome(scene, compared, first, told["way"].lower())
    second = first + 1
    more = _MORE.fullmatch(scene.between(first, second)) if second < len(scene.figures) else None
    if more is not None and scene.sentence[second] == scene.sentence[first]:
        way = (more["way"] or told["way"]).lower()
        figure, change = scene.figures[second], scene.figures[first]
        if figure.unit == "%" and change.unit != "%" and way in ("tăng", "giảm") and value_of(change):
            yield Relation("growth", (now, change), figure, "growth.base-first", certain=False, likely=True, tied=True)
        elif figure.unit != "%" and change.unit == "%" and way not in ("đạt", "bằng"):
            yield from _outcome(scene, compared, second, way)


def _is_of_another_time(outcome: Quantity, then: str | None) -> bool:
    """Whether the outcome itself says that it is against another time than the base."""
    if then is None or outcome.role != "change" or outcome.base is None:
        return False
    return outcome.base not in (("same_period",) if then.startswith("cùng") else ("previous", "same_period"))


def _compared(scene: Scene, index: int) -> Quantity | None:
    """The figure that is compared: the nearest one before in the unit of its base that stands in no bracket."""
    base = scene.figures[index]
    for place in range(index - 1, max(index - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.sentence[index] - scene.sentence[place] > 1 or scene.block[place] != scene.block[index]:
            return None
        aside = scene.has_closed(place, index) or _CHANGED.search(scene.before(place, 20)) is not None
        if not aside and figure.unit is not None and figure.unit != "%" and same_unit(figure, base):
            return figure
    return None


def _outcome(scene: Scene, compared: _Compared, place: int, way: str) -> Iterator[Relation]:
    figure, args, sure = scene.figures[place], (compared.now, compared.base), compared.direct
    if figure.unit == "%" and way in ("đạt", "bằng"):
        yield Relation("ratio", args, figure, "ratio.base-first", certain=False, likely=True, tied=True)
    elif figure.unit == "%" and way in ("tăng", "giảm"):
        sure = sure or is_told_twice(scene, place)
        yield Relation("growth_of", args, figure, "growth.base-first", certain=sure, likely=True, tied=True)
    elif way not in ("đạt", "bằng") and (figure.unit is None or same_unit(figure, compared.now)):
        yield Relation("difference", args, figure, "difference.base-first", certain=sure, likely=True, tied=True)
