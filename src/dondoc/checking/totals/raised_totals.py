"""A total that the sentence says two figures before it make, or leaves some of out.

Finds         cấp mới 7.256,8 triệu USD; tăng thêm 4.924,5 triệu USD, nâng tổng vốn lên 12.181,3 triệu USD
              thu nội địa 16.186 tỷ đồng. Không tính tiền sử dụng đất và xổ số (5.056 tỷ đồng) thì thu 11.130 tỷ đồng
              Nếu tính cả 1.120,5 tỷ đồng vốn tăng thêm thì tổng vốn là 1.960,8 tỷ đồng, of 840,3 tỷ đồng before
              nhận mới 2.915 hồ sơ; cộng 143 hồ sơ kỳ trước chuyển sang, phải giải quyết 3.058 hồ sơ
              161,5 tỷ đồng, cộng với 580,8 tỷ đồng của 4 tháng trước, nâng tổng số thu 5 tháng lên 742,3 tỷ đồng
              có 190 trường đạt chuẩn ... phấn đấu có 202 trường, tức thêm 12 trường
              kết nạp thêm 86 đảng viên, nâng tổng số đảng viên từ 4.120 lên 4.206 đảng viên
Leaves alone  thêm 2 xã, nâng tổng số xã đạt chuẩn lên 85 xã: what there was before is not told
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, is_nearly_exact, value_of
from dondoc.checking.names.measures import timeless
from dondoc.checking.names.wording import content_words, names_overlap, same_unit
from dondoc.checking.scene import Scene

_RAISED = re.compile(r"\b(?:nâng|đưa)\s[^;.()\d]{0,80}\b(?:lên|đạt|là|thành)\s+(?:hơn |gần |trên )?\Z", re.IGNORECASE)
_WITHOUT = re.compile(
    r"(?:(?:không|chưa)\s+(?:tính|kể|bao gồm)|loại trừ|\btrừ|nếu trừ)\s[^;.\d]{0,110}\Z", re.IGNORECASE
)
_COUNTED = re.compile(
    r"(?:\b(?:tính|kể|cộng|gộp)\s+(?:cả|thêm|chung|với|vào|cùng)|cùng với|(?:[,;(]|\b(?:và|nếu|khi))\s*(?:cộng|gộp))\s"
    r"(?:[^;.()\d]{0,40}\s)?\Z",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"[^;.()\d]{0,60}(?:\b(?:thành|bằng|phải|tổng|có tất cả|được|là|lên)\b)[^,;.()\d]{0,25}", re.IGNORECASE
)
_JOINED = re.compile(r"[^;.()\d]{0,60}\b(?:cộng|cùng|gộp|kèm|thêm)\b[^;.()\d]{0,30}", re.IGNORECASE)
_THEN = re.compile(r"[^;.()\d]{0,30}\)?\s*[,;]?\s*(?:thì|còn|số|thu|chi|tổng)\s[^;.()\d]{0,60}", re.IGNORECASE)
_MORE = re.compile(r"(?:\b(?:tức|phấn đấu|đạt|tăng|nghĩa là)\s[^;.()\d]{0,25}|,\s*)thêm\s+\Z", re.IGNORECASE)
_SO_MUCH_MORE = re.compile(
    r"[^;.()\d]{0,50}[,(]\s*(?:tức\s+|nghĩa là\s+|tương ứng\s+)?(?:là\s+)?(?:đã\s+)?(?:tăng\s+)?thêm\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:nâng|đưa)\s[^;.()\d]{0,80}\btừ\s+\Z", re.IGNORECASE)
_UP_TO = re.compile(r"[^;.,()\d]{0,30}\b(?:lên|thành)\s+(?:thành\s+)?", re.IGNORECASE)
# Some word of each of the above: without one of them before a figure there is nothing to search.
_HINTS = ("nâng", "đưa", "trừ", "tính", "kể", "không bao", "chưa bao", "thêm", "cộng", "cùng với", "gộp")
_ALIKE, _MANY, _FEWEST = 0.5, 4, 3
_REACH, _FAR, _BLOCKS = 6, 24, 3


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the raised totals and what is left without a part."""
    for index in sorted(scene.told_by(*_HINTS)):
        figure = scene.figures[index]
        if index < 1 or figure.unit in ("%", None):
            continue
        before = timeless(scene.before(index, 140))
        if _RAISED.search(before):
            yield from _raised(scene, index)
        elif _WITHOUT.search(before):
            yield from _without(scene, index)
        elif _COUNTED.search(before):
            yield from _counted_in(scene, index)
        elif _FROM.search(before):
            yield from _raised_from(scene, index)
        elif _MORE.search(before):
            yield from _more(scene, index)


def _raised(scene: Scene, index: int) -> Iterator[Relation]:
    places = [
        place
        for place in range(max(index - _REACH, 0), index)
        if scene.sentence[place] == scene.sentence[index] and same_unit(scene.figures[place], scene.figures[index])
    ]
    if len(places) == 2:
        parts = tuple(scene.figures[place] for place in places)
        tied = _JOINED.fullmatch(timeless(scene.between(*places))) is not None
        yield Relation("sum", parts, scene.figures[index], "sum.raised", certain=False, likely=tied, tied=tied)
    elif len(places) == 1:
        yield from _with_earlier(scene, places[0], index)


def _with_earlier(scene: Scene, more: int, index: int) -> Iterator[Relation]:
    """The total of what one sentence adds and of what an earlier one tells: told where it holds to its last digit,
    or where an earlier one of its name, told to its fourth digit, misses it by one slip."""
    total = scene.figures[index]
    if telling_digits(total) < _FEWEST:
        return
    named: Relation | None = None
    for place in range(more - 1, max(more - _FAR, -1), -1):
        base = scene.figures[place]
        if scene.block[index] - scene.block[place] > _BLOCKS:
            break
        if same_unit(base, total) and base.role not in ("change", "part"):
            relation = Relation("sum", (base, scene.figures[more]), total, "sum.raised", certain=False, held_only=True)
            if is_nearly_exact(relation):
                yield relation
                return
            alike = len(content_words(base.indicator) & content_words(total.indicator)) > 1
            alike = alike and min(telling_digits(base), telling_digits(total)) >= _MANY
            if alike and named is None and value_of(base) > value_of(scene.figures[more]) / _FAR:
                named = replace(relation, held_only=False, likely=True)
    if named is not None:
        yield named


def _counted_in(scene: Scene, index: int) -> Iterator[Relation]:
    """``Nếu tính cả 1.120,5 tỷ đồng vốn tăng thêm thì tổng số vốn là 1.960,8 tỷ đồng``: ``index`` is what is added."""
    total = index + 1
    if total == len(scene.figures) or scene.sentence[total] != scene.sentence[index]:
        return
    if not same_unit(scene.figures[index], scene.figures[total]) or scene.figures[total].role == "change":
        return
    bases = [scene.figures[place] for place in _wholes_before(scene, index)]
    if len(bases) == 1 and _MAKES.fullmatch(timeless(scene.between(index, total))):
        parts = bases[0], scene.figures[index]
        yield Relation("sum", parts, scene.figures[total], "sum.counted-in", certain=False, likely=True, tied=True)
    else:
        yield from _with_earlier(scene, index, total)


def _wholes_before(scene: Scene, index: int) -> list[int]:
    """The figures of a sentence in the unit of one, before it, that are no part of others there."""
    near = [
        place
        for place in range(max(index - _REACH, 0), index)
        if scene.sentence[place] == scene.sentence[index] and same_unit(scene.figures[place], scene.figures[index])
    ]
    ids = {scene.figures[place].id for place in near}
    return [
        place
        for place in near
        if scene.figures[place].of not in ids
        and scene.figures[place].role != "change"
        and not scene.has_closed(place, index)
    ]


def _without(scene: Scene, index: int) -> Iterator[Relation]:
    """``index`` is what is left out; the figure behind it is what is left."""
    left = index + 1
    if left >= len(scene.figures) or scene.sentence[left] != scene.sentence[index]:
        return
    out, rest = scene.figures[index], scene.figures[left]
    if not same_unit(out, rest) or rest.role == "change" or _THEN.fullmatch(scene.between(index, left)) is None:
        return
    for place in range(index - 1, max(index - _REACH, -1), -1):
        whole = scene.figures[place]
        if scene.sentence[index] - scene.sentence[place] > 2 or scene.block[index] - scene.block[place] > 1:
            return
        if same_unit(whole, out) and whole.role != "change" and value_of(whole) > value_of(out):
            named = names_overlap(whole.indicator, rest.indicator) >= _ALIKE
            yield Relation("difference", (whole, out), rest, "difference.without", certain=named, likely=True)
            return


def _more(scene: Scene, index: int) -> Iterator[Relation]:
    """By how much an aim is above what an earlier sentence tells there is: told where it holds."""
    more, aim = scene.figures[index], scene.figures[index - 1]
    if scene.sentence[index - 1] != scene.sentence[index] or not same_unit(more, aim):
        return
    for place in range(index - 2, max(index - _FAR, -1), -1):
        base = scene.figures[place]
        if same_unit(base, aim) and base.role not in ("change", "part"):
            relation = Relation("difference", (aim, base), more, "difference.more", certain=False, held_only=True)
            if holds(relation):
                yield relation
                return
    beside = scene.figures[index - 2]
    near = index > 1 and scene.sentence[index] - scene.sentence[index - 2] <= 1
    near = near and scene.block[index - 2] == scene.block[index] and beside.role not in ("change", "part")
    if near and same_unit(beside, aim) and _SO_MUCH_MORE.fullmatch(scene.between(index - 1, index)):
        yield Relation("difference", (aim, beside), more, "difference.more", certain=False, likely=True)


def _raised_from(scene: Scene, index: int) -> Iterator[Relation]:
    """``kết nạp thêm 86 đảng viên, nâng tổng số đảng viên từ 4.120 lên 4.206``: ``index`` is what there was."""
    if index + 1 >= len(scene.figures) or scene.sentence[index - 1] != scene.sentence[index + 1]:
        return
    more, base, total = scene.figures[index - 1 : index + 2]
    told = _UP_TO.fullmatch(scene.between(index, index + 1)) is not None
    if told and same_unit(more, total) and (base.unit is None or same_unit(base, total)):
        yield Relation("sum", (base, more), total, "sum.raised-from", certain=False)
