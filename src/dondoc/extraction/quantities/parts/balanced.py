"""Parts that nothing but their sum tells, and what is left of a figure told some sentences before.

Finds         Cấp 1.284 giấy phép. Phần lớn cho hộ cá thể với 1.203 giấy; hợp tác xã 57 giấy; 24 giấy cho đơn vị khác
              giải ngân 1.240,5 tỷ đồng. Huyện An 703,2/1.100 tỷ đồng, huyện Bình 537,3/960 tỷ đồng: the tops of pairs
              Phải giải quyết 3.120 đơn. ... Đã xong 2.045 đơn. ... Số chuyển quý sau: 1.075 đơn
Leaves alone  xuất siêu 3,5 tỷ USD: what lies between two figures is no part; small counts far apart
"""

import re
from collections.abc import Sequence, Set
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.adding import is_free, is_total, link_as
from dondoc.extraction.quantities.parts.likeness import is_of_a_time, same_things

_OPEN = frozenset({"actual", "cumulative", "count"})
_DIVIDED = frozenset({"actual", "cumulative", "count", "part", "plan"})
_BESIDE = frozenset({"change", "rate", "share_of_plan", "rank"})
_BALANCE = re.compile(
    r"xuất siêu|nhập siêu|kết dư|số dư|chênh lệch|thặng dư|thâm hụt|bội (?:thu|chi)|\blãi\b|lợi nhuận|tồn quỹ|"
    r"tuyệt đối|\btăng\b|\bgiảm\b|\btrừ\b|\bthêm\b"
)
_OWED = re.compile(r"\bcòn phải\b[^,;.()\d]{0,30}\Z")
_LEFT = re.compile(r"\b(?:còn|thiếu|vướng|chưa|tồn|chuyển (?:sang|kỳ|tháng|quý|năm))\b[^,;.()\d]{0,50}\Z")
_LEFT_AFTER = re.compile(r"\s*(?:[^\W\d]+ ){0,3}?(?:còn lại|chưa|chuyển sang|còn)\b")
# One of these stands in every _LEFT and _LEFT_AFTER.
_LEFT_WORDS = ("còn", "chưa", "chuyển", "thiếu", "vướng", "tồn")
_AMONG = re.compile(r"\b(?:trong|trên|đối với)(?: số| tổng số)?\s*\Z")
_LENGTHS = frozenset({"km", "m"})
_FAR, _NEAR, _MOST = 24, 10, 6
_TELLING, _SURE = 100, 1000
_LEAST = 20
_HALF = Decimal("0.5")


def link_balanced(sentences: Sequence[Sentence]) -> None:
    """Link the figures of ``sentences`` that with those beside them make one told before."""
    before: list[Figure] = []
    item = -1
    divided = {id(one.whole) for sentence in sentences for one in sentence.figures if one.whole is not None}
    for sentence in sentences:
        near = before if sentence.item == item else before[-_NEAR:]
        item = sentence.item
        counted = [one for one in sentence.figures if one.role not in _BESIDE and one.measure.value]
        if not sentence.task:
            for place, figure in enumerate(counted):
                if _is_left(figure):
                    _link_left(figure, [*before, *counted[max(0, place - _FAR) : place]])
            _link_pairs(counted, before)
            _link_runs(counted, [one for one in near if id(one) not in divided], divided)
        before = [*before, *counted][-_FAR:]


def _is_left(figure: Figure) -> bool:
    if figure.whole is not None or figure.over is not None or figure.under is not None or figure.task:
        return False
    if not any(map(f"{figure.low_before} {figure.low_after}".__contains__, _LEFT_WORDS)):
        return False
    owed = figure.role == "plan" and _OWED.search(figure.low_before) is not None
    if not (figure.role in _OPEN or owed) or _BALANCE.search(figure.low_before):
        return False
    return _LEFT.search(figure.low_before) is not None or _LEFT_AFTER.match(figure.low_after) is not None


def _link_left(left: Figure, before: Sequence[Figure]) -> None:
    """``còn 1.075 đơn``: with a figure shortly before it, it makes another."""
    for place in range(len(before) - 1, max(0, len(before) - _NEAR) - 1, -1):
        done = before[place]
        if not same_things(done, left):
            continue
        for whole in reversed(before[:place]):
            if left.role == whole.role == "plan" or _steps((done, left), whole) < _LEAST:
                continue
            if _is_divisible(whole, left) and is_total([done, left], whole):
                link_as([done, left] if _is_done(done, whole) else [left], whole, "parts.left_over")
                return


def _is_done(done: Figure, whole: Figure) -> bool:
    """Whether ``done`` is the other part of ``whole``, and neither what a plan has come to nor named as told before."""
    if not is_free(done) or done.role == "plan" or whole.role == "plan":
        return False
    return not is_of_a_time(done) and _AMONG.search(done.low_before) is None


def _link_runs(counted: Sequence[Figure], near: Sequence[Figure], divided: Set[int]) -> None:
    """Link every run of ``counted`` that makes a figure of ``near`` or one before it; none that is ``divided``."""
    at = 0
    while at < len(counted):
        wholes = [*near, *(one for one in counted[max(0, at - _FAR) : at] if id(one) not in divided)]
        at += _link_run(counted, at, wholes) or 1


def _link_run(counted: Sequence[Figure], at: int, wholes: Sequence[Figure]) -> int:
    """Link the shortest run from ``at`` on that makes a figure before it, and return how many it holds."""
    first = counted[at]
    if not is_free(first) or first.role == "plan" or first.task:
        return 0
    alike = [one for one in counted[at : at + _FAR] if one.depth == first.depth and same_things(one, first)]
    wholes = [whole for whole in wholes if _is_divisible(whole, first)] if len(alike) > 1 else ()
    if not wholes:
        return 0
    run: list[Figure] = []
    for one in alike:
        if not is_free(one) or one.role == "plan" or _BALANCE.search(one.low_before) or len(run) == _MOST:
            break
        if is_of_a_time(one):
            break
        run.append(one)
        if len(run) < 2:
            continue
        for whole in reversed(wholes):
            if is_total(run, whole) and _is_sure(run, whole):
                link_as(run, whole, "parts.balanced")
                return len(run)
    return 0


def _link_pairs(counted: Sequence[Figure], before: Sequence[Figure]) -> None:
    """``giải ngân 1.240,5 tỷ đồng ... huyện An 703,2/1.100 tỷ đồng; huyện Bình 537,3/960 tỷ đồng``: its parts."""
    tops = [one for one in counted if one.under is not None and not one.task]
    if len(tops) < 2:
        return
    told = [*before, *(one for one in counted if one.number < tops[0].number)]
    told = told[-2 * _FAR :]
    for run in (tops, [one.under for one in tops if one.under is not None]):
        if any(one.role not in _OPEN or one.whole is not None or not same_things(one, run[0]) for one in run):
            continue
        for whole in reversed(told):
            if whole.role in _OPEN and same_things(whole, run[0]) and is_total(run, whole) and _is_sure(run, whole):
                link_as(run, whole, "parts.balanced")
                break


def _is_divisible(whole: Figure, part: Figure) -> bool:
    """Whether ``part`` can be one of ``whole``; how long a road is, that is spoken of, is divided by nobody."""
    told = whole.role in _DIVIDED and not (whole.role == "count" and whole.unit in _LENGTHS)
    return told and same_things(whole, part)


def _is_sure(run: Sequence[Figure], whole: Figure) -> bool:
    """Whether the steps of ``whole`` are too many for chance: the more the farther, and two figures more than three."""
    steps = _steps(run, whole)
    return steps >= (_TELLING if len(run) > 2 else _SURE) or (steps >= _LEAST and run[0].number - whole.number <= 3)


def _steps(run: Sequence[Figure], whole: Figure) -> Decimal:
    """How many steps of what is told most roughly of all lie in ``whole``."""
    step = 2 * max(one.measure.half_step or _HALF for one in (*run, whole))
    return (whole.measure.value or Decimal(0)) / step
