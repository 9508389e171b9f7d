"""What is left, what came together, what there was before: three figures that one slip keeps from agreeing.

Finds         tiếp nhận 1.284 hồ sơ, đã giải quyết 1.270 hồ sơ, 77 hồ sơ đang trong thời hạn (1.207)
              tháng này 96,4 nghìn tấn, tính từ tháng 1 được 441,8 nghìn tấn; bốn tháng trước đó là 354,4 nghìn tấn
              hộ nghèo còn 214 hộ, đầu năm 352 hộ; như vậy đã thoát nghèo 183 hộ (138)
              đạt 40% kế hoạch (2.738/6.845 triệu đồng) ... phải giải ngân hết 4.170 triệu đồng còn lại
Leaves alone  figures that another relation tells · what more than one slip would have to explain
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.moved import is_moved_to
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene
from dondoc.checking.sums.other_balances import is_next_number

_TIMES = r"(?:\d{1,2}\s+(?:tháng|năm|ngày|quý)\b|[^,;.()\d]){0,40}\Z"
# The first four are matched against small letters.
_LEFT = re.compile(rf"(?:\bcòn\b|còn lại|thiếu|tồn|chưa|đang|\bchờ\b|kỳ sau|phải|cần|thêm|nốt){_TIMES}")
_BEFORE = re.compile(
    r"(?:trước|(?:đến|tới)(?: hết| cuối)? tháng|\d{1,2} tháng|tháng trước|kỳ trước|đầu (?:năm|kỳ)|\bcũ\b)"
    r"[^,;.()]{0,40}\Z"
)
_SINCE = re.compile(r"lũy kế|luỹ kế|cộng dồn|tính chung|tính (?:từ|đến)|từ (?:đầu|tháng)|gộp|cả thảy|tổng|nâng|đưa")
_NOW = re.compile(r"riêng|(?:trong|tháng|quý|kỳ|tuần) (?:này|\d|tháng|quý|kỳ|tuần)|bổ sung|mới")
_LEFT_BEHIND = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,4}?(?:chưa|còn lại|còn|đang|chờ|nữa|chuyển (?:sang|tiếp))\b", re.IGNORECASE
)
_WORTH = re.compile(r"\s*(?:với|trị giá|vốn|, kinh phí|tổng vốn)\s+(?:[^\W\d_]+\s+){0,2}", re.IGNORECASE)
_ALL = re.compile(r"(?:tổng cộng|\bcộng|cả thảy|tất cả)(?: là| có| được)?\s*\Z", re.IGNORECASE)
_GONE = re.compile(r"thoát|như vậy|\btức\b|nghĩa là|\bbớt\b|\bgiảm\b|\brời\b|đã (?:xóa|xử lý|trả|bán)", re.IGNORECASE)
_JOINED = re.compile(r"(?:\bvà|,)\s*(?:[^\W\d_]+\s){0,3}\Z")
_OPENS = re.compile(r"trong (?:đó|số)|gồm|chia|cụ thể|như sau|:", re.IGNORECASE)
_LATE = re.compile(r"phải|cần|thêm|nữa|còn lại|nốt|còn", re.IGNORECASE)
# Some word of each of the above: without one of them before a figure there is nothing to search.
_LEFT_HINTS = ("còn", "thiếu", "tồn", "chưa", "đang", "chờ", "kỳ sau", "phải", "cần", "thêm", "nốt")
_BEHIND_HINTS = ("chưa", "còn", "đang", "chờ", "nữa", "chuyển")
_GONE_HINTS = ("thoát", "như vậy", "tức", "nghĩa", "bớt", "giảm", "rời", "đã")
_TIME_HINTS = (
    "trước", "tháng", "đầu năm", "đầu kỳ", "cũ", "lũy", "luỹ", "cộng", "tính", "từ", "gộp", "cả ", "tổng", "nâng",
    "đưa",
)  # fmt: skip
_NEAR, _SENTENCES, _FEW = 5, 2, 2
_ONLY = Decimal("0.3")
_TOLD, _FAR, _NAMED, _MANY = Decimal("0.03"), Decimal("0.004"), Decimal("0.03"), 30


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield what the words say of three figures that one slip keeps from holding."""
    settled = known.settled | known.wrong | {one.id for relation in known.by_result.values() for one in relation.args}
    told = (one for one in (*known.by_result.values(), *known.broken) if one.form == "ratio")
    shares = sorted(told, key=_ends(scene))
    for index, near in known.amounts.before.items():
        figure = scene.figures[index]
        if figure.id in known.wrong or figure.id in known.reckoned or figure.role in ("change", "rank"):
            continue
        relation = _near(scene, known, index, near, settled) or _in_all(scene, index) or _far(scene, shares, index)
        if relation is not None:
            yield relation


def _near(scene: Scene, known: Known, index: int, near: list[int], settled: frozenset[str]) -> Relation | None:
    """The figure with two of those before it."""
    if len(near) < 2 or not _is_beside(scene, near[1], index):
        return None
    if not (scene.of(index, _is_left) or _tells_time(scene, index) or _is_gone(scene, index)):
        return None
    places = [place for place in near if _may_be(scene, place, index)][:_NEAR]
    if sum(scene.sentence[place] == scene.sentence[index] for place in places) > _FEW:
        return None  # of a list: ..., các nơi còn lại 308 lượt
    if len(places) < 2 or not adds_up(scene, index):
        return None
    read = [
        relation
        for one, other in sorted(combinations(places, 2), key=lambda pair: -pair[1])
        if (relation := _read(scene, other, one, index)) is not None
    ]
    if any(holds(relation) or _is_shared(scene, relation, index) for relation in read):
        return None
    budget = _ONLY if _are_only(scene, index, places) else _TOLD
    for tried, relation in enumerate(read, start=1):
        if chance_of_slip(scene, relation, settled) * tried <= budget:
            return relation
    return None


def _are_only(scene: Scene, index: int, places: list[int]) -> bool:
    """Whether what is told to be left stands with two figures and no others in its sentence: of what else would it
    be left."""
    beside = [place for place in places if scene.sentence[place] == scene.sentence[index]]
    alike = sum(same_unit(scene.figures[at], scene.figures[index]) for at in _sentence_of(scene, index))
    return len(beside) == len(places) == alike == _FEW and scene.of(index, _is_left)


def _in_all(scene: Scene, index: int) -> Relation | None:
    """``6.214 doanh nghiệp và 1.486 hộ kinh doanh, tổng cộng 7.700 đơn vị``: of things of any kind."""
    if index < 2 or scene.sentence[index - 2] != scene.sentence[index] or not _ALL.search(scene.before(index, 40)):
        return None
    one, other, every = scene.figures[index - 2 : index + 1]
    if not all(map(is_exact, (one, other, every))) or _JOINED.search(scene.between(index - 2, index - 1)) is None:
        return None
    relation = Relation("sum", (one, other), every, "sum.told-all")
    return relation if not holds(relation) and chance_of_slip(scene, relation) <= _TOLD else None


def _is_beside(scene: Scene, place: int, index: int) -> bool:
    return scene.block[index] - scene.block[place] <= 1 and scene.sentence[index] - scene.sentence[place] <= _SENTENCES


def _may_be(scene: Scene, place: int, index: int) -> bool:
    figure = scene.figures[place]
    if not _is_beside(scene, place, index) or figure.role in ("change", "rank"):
        return False
    return same_unit(figure, scene.figures[index]) and not scene.has_closed(place, index)


def _is_shared(scene: Scene, relation: Relation, index: int) -> bool:
    """Whether what is left is told in two parts: chưa đến hạn 238 hồ sơ, quá hạn 4 hồ sơ."""
    if relation.form != "difference":
        return False
    more = value_of(relation.args[0]) - value_of(relation.args[1]) - value_of(relation.result)
    behind = scene.figures[index + 1 : index + 3]
    return is_next_number(scene, index, more) or any(
        same_unit(figure, relation.result) and value_of(figure) == more for figure in behind
    )


def _read(scene: Scene, first: int, second: int, index: int) -> Relation | None:
    """What the words say of three figures in reading order."""
    one, two, three = (scene.figures[place] for place in (first, second, index))
    if scene.of(index, _is_left) and not _OPENS.search(scene.before(index)):
        whole, done = (one, two) if value_of(one) >= value_of(two) else (two, one)
        return Relation("difference", (whole, done), three, "difference.told-left")
    words = [scene.before(place, 90).lower() for place in (first, second, index)]
    before = [_BEFORE.search(said) is not None for said in words]
    since = [_SINCE.search(said) is not None for said in words]
    now = [_NOW.search(said) is not None for said in words]
    if (
        before[2]
        and (now[0] or now[1])
        and (since[0] or since[1] or max(value_of(one), value_of(two)) > value_of(three))
    ):
        whole, part = (one, two) if value_of(one) > value_of(two) else (two, one)
        return Relation("difference", (whole, part), three, "difference.told-before")
    left = scene.of(first, _is_left), scene.of(second, _is_left)
    if _is_gone(scene, index) and left[0] != left[1] and before[left[0]] and not before[2]:
        there, still = (two, one) if left[0] else (one, two)
        return Relation("difference", (there, still), three, "difference.told-gone")
    if since[2] and now[1] and before[0]:
        return Relation("sum", (one, two), three, "sum.told-since")
    return None


def _is_gone(scene: Scene, index: int) -> bool:
    """Whether the words say that so many are no longer there."""
    return index in scene.told_by(*_GONE_HINTS) and _GONE.search(scene.before(index, 60)) is not None


def _tells_time(scene: Scene, index: int) -> bool:
    """Whether the words tell what there was before, or since a time."""
    if index not in scene.told_by(*_TIME_HINTS):
        return False
    words = scene.before(index, 90).lower()
    return _SINCE.search(words) is not None or _BEFORE.search(words) is not None


def _is_left(scene: Scene, index: int) -> bool:
    words, place = scene.before(index, 80), index
    if index > 1 and _WORTH.fullmatch(words) and scene.figures[index - 1].unit != scene.figures[index].unit:
        words, place = scene.before(index - 1, 80), index - 1  # còn 7 mô hình với 1.260 triệu đồng
    left = place in scene.told_by(*_LEFT_HINTS) and _LEFT.search(words.lower()) is not None
    behind = index in scene.told_behind(*_BEHIND_HINTS) and _LEFT_BEHIND.match(scene.after(index, 50)) is not None
    return (left or behind) and not is_moved_to(scene, index)


def _far(scene: Scene, shares: Sequence[Relation], index: int) -> Relation | None:
    """What is left of a plan that is told with its share elsewhere in the text."""
    left = scene.figures[index]
    if not scene.of(index, _is_left) or _LATE.search(f"{scene.before(index, 60)} {scene.after(index, 20)}") is None:
        return None
    beside = {value_of(scene.figures[place]) for place in _sentence_of(scene, index)}
    tried, found = 0, None
    for told in shares[max(bisect_left(shares, index, key=_ends(scene)) - _MANY, 0) :][: _MANY + _NEAR]:
        if not all(same_unit(figure, left) for figure in told.args):
            continue
        done, whole = told.args
        tried += value_of(whole) > value_of(done)
        relation = Relation("difference", (whole, done), left, "difference.told-far")
        if holds(relation):
            return None
        chance = chance_of_slip(scene, relation, frozenset((done.id, whole.id)))
        called = value_of(whole) in beside or bool(
            content_words(scene.before(index, 60)) & content_words(done.indicator)
        )
        if chance <= (_NAMED if called else _FAR):
            found = found or relation
    return found if tried <= _MANY or found is None or value_of(found.args[0]) in beside else None


def _ends(scene: Scene) -> Callable[[Relation], int]:
    return lambda relation: scene.place[relation.result.id]


def _sentence_of(scene: Scene, index: int) -> Iterator[int]:
    """The other figures of a sentence."""
    for place in range(max(index - _NEAR, 0), min(index + _NEAR, len(scene.figures))):
        if place != index and scene.sentence[place] == scene.sentence[index]:
            yield place
