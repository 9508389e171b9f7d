"""What is left of a pair, told right behind it: the two come to all there are, whatever the slip.

Finds         có 11/15 khoản thu hoàn thành; 40 khoản không hoàn thành (04) · 405/412 hộ đã nhận tiền, 70 hộ chưa (07)
              trả đúng hạn 2.318/2.326 hồ sơ, còn 80 hồ sơ đang giải quyết (08)
Leaves alone  12/18 tiêu chí, bình quân mỗi xã đạt 7 tiêu chí · 52/60 xã đạt chuẩn, 14 xã nâng cao: no words of a rest
              the first or second of several that are left
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import is_pair

_REST = re.compile(
    r"\b(?:không|chưa|còn|chậm|thấp|khó|nguy cơ|giảm|thiếu|quá hạn|trễ|dưới|đang|khác|bị|tiếp tục|sẽ|yếu|phải|vắng)\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"bình quân|trung bình|mỗi", re.IGNORECASE)
_CUT, _END = re.compile(r"[;,.]"), re.compile(r"[;,.(]")
_NEAR = 3
_ANY = Decimal("0.95")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the pairs that one slip keeps from being all with what is told to be left of them."""
    for first in range(len(scene.figures) - 2):
        if not is_pair(scene, first) or not _counts(scene, first):
            continue
        rest = _rest(scene, first)
        if rest is None or scene.figures[rest].id in known.reckoned:
            continue
        some, every, left = (scene.figures[place] for place in (first, first + 1, rest))
        relation = Relation("sum", (some, left), every, "sum.rest-of-pair")
        if not holds(relation) and chance_of_slip(scene, relation) <= _ANY:
            yield relation


def _counts(scene: Scene, first: int) -> bool:
    """Whether a pair counts things, so many of so many."""
    some, every = scene.figures[first], scene.figures[first + 1]
    return is_exact(some) and is_exact(every) and every.unit is not None and same_unit(some, every)


def _rest(scene: Scene, first: int) -> int | None:
    """The next figure of the unit of a pair in its sentence, where the words tell what is left and nothing more is."""
    every = scene.figures[first + 1]
    alike = [
        place
        for place in range(first + 2, min(first + 2 + _NEAR, len(scene.figures)))
        if scene.sentence[place] == scene.sentence[first]
        and scene.figures[place].role != "change"
        and same_unit(scene.figures[place], every)
    ]
    if not alike or alike[0] > first + _NEAR or is_pair(scene, alike[0]) or is_pair(scene, alike[0] - 1):
        return None
    rest, words = alike[0], _words(scene, alike[0])
    if scene.of(rest, in_bracket) and not scene.of(first, in_bracket):
        return None
    if not is_exact(scene.figures[rest]) or _REST.search(words) is None or _MEAN.search(words):
        return None
    further = any(_REST.search(_words(scene, place)) for place in alike[1:] if not scene.has_closed(rest, place))
    return None if further else rest


def _words(scene: Scene, place: int) -> str:
    """The words beside a figure in its clause."""
    return f"{_CUT.split(scene.before(place, 40))[-1]} {_END.split(scene.after(place, 50))[0]}"
