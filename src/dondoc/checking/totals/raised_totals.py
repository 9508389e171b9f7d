"""A total that the sentence says two figures before it make, or leaves some of out.

Finds         cấp mới 7.256,8 triệu USD; tăng thêm 4.924,5 triệu USD, nâng tổng vốn lên 12.181,3 triệu USD
              thu nội địa 16.186 tỷ đồng. Không tính tiền sử dụng đất và xổ số (5.056 tỷ đồng) thì thu 11.130 tỷ đồng
              Nếu tính cả 1.120,5 tỷ đồng vốn tăng thêm thì tổng vốn là 1.960,8 tỷ đồng, of 840,3 tỷ đồng before
              có 190 trường đạt chuẩn ... phấn đấu có 202 trường, tức thêm 12 trường
              kết nạp thêm 86 đảng viên, nâng tổng số đảng viên từ 4.120 lên 4.206 đảng viên
Leaves alone  thêm 2 xã, nâng tổng số xã đạt chuẩn lên 85 xã: what there was before is not told
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, holds, is_nearly_exact, value_of
from dondoc.checking.names.wording import content_words, names_overlap, same_unit
from dondoc.checking.scene import Scene

_RAISED = re.compile(r"\b(?:nâng|đưa)\s[^;.()\d]{0,80}\b(?:lên|đạt|là|thành)\s+(?:hơn |gần |trên )?\Z", re.IGNORECASE)
_WITHOUT = re.compile(
    r"(?:(?:không|chưa)\s+(?:tính|kể|bao gồm)|loại trừ|\btrừ|nếu trừ)\s[^;.\d]{0,110}\Z", re.IGNORECASE
)
_COUNTED = re.compile(r"\b(?:tính|kể|cộng)\s+(?:cả|thêm|chung)\s[^;.()\d]{0,40}\Z", re.IGNORECASE)
_THEN = re.compile(r"[^;.()\d]{0,30}\)?\s*[,;]?\s*(?:thì|còn|số|thu|chi|tổng)\s[^;.()\d]{0,60}", re.IGNORECASE)
_MORE = re.compile(r"(?:\b(?:tức|phấn đấu|đạt|tăng|nghĩa là)\s[^;.()\d]{0,25}|,\s*)thêm\s+\Z", re.IGNORECASE)
_SO_MUCH_MORE = re.compile(
    r"[^;.()\d]{0,50}[,(]\s*(?:tức\s+|nghĩa là\s+|tương ứng\s+)?(?:là\s+)?(?:đã\s+)?(?:tăng\s+)?thêm\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:nâng|đưa)\s[^;.()\d]{0,80}\btừ\s+\Z", re.IGNORECASE)
_UP_TO = re.compile(r"[^;.,()\d]{0,30}\b(?:lên|thành)\s+(?:thành\s+)?", re.IGNORECASE)
_ALIKE, _MANY, _FEWEST = 0.5, 4, 3
_REACH, _FAR, _BLOCKS = 6, 24, 3


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the raised totals and what is left without a part."""
    for index in sorted(scene.told_by("nâng", "đưa", "trừ", "tính", "kể", "không bao", "chưa bao", "thêm", "cộng")):
        figure = scene.figures[index]
        if index < 1 or figure.unit in ("%", None):
            continue
        before = scene.before(index, 140)
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
        yield Relation("sum", parts, scene.figures[index], "sum.raised", certain=False)
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
    if same_unit(scene.figures[index], scene.figures[total]) and scene.figures[total].role != "change":
        yield from _with_earlier(scene, index, total)


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
