"""Shares of a whole that the words behind them name, and that one figure of the paper alone is called by.

Finds         68.040 ha, chiếm 79,4% diện tích tự nhiên, which holds ... 15.048 ha, chiếm 77,6% diện tích tự nhiên
              giá trị khối lượng 612 tỷ đồng ...; giải ngân 498 tỷ đồng = 83,4% khối lượng (81,4)
              số thu 2.046,7 tỷ đồng, đạt 88,9% KH (2.302,5 tỷ đồng). Nợ 94,6 tỷ đồng, chiếm 6,11% kế hoạch thu (4,11)
              diện tích 54.900 ha ... chiếm 79,4% diện tích; chiếm 17,6% diện tích: both of 59.900
Leaves alone  names that figures of several values bear, or none · shares that a figure near them gives

What other shares of that name are of is the whole of this one as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dondoc.checking.arithmetic.intervals import Interval, telling_digits
from dondoc.checking.arithmetic.relation import Relation, needed_interval, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.claimed.bound_shares import is_explained, is_told_of
from dondoc.checking.claimed.slips import may_have_slipped
from dondoc.checking.claimed.tied_shares import may_be_whole
from dondoc.checking.names.wording import content_words
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import OF_OTHERS
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import COMPARED

_NAME = re.compile(
    r"\s*\)?\s*(?:so với\s+|trên\s+|trong\s+|của\s+)?(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){0,7})", re.IGNORECASE
)
_ENDS = re.compile(r"\s(?:và|trong|so|của|cao|thấp|tăng|giảm|vượt|đạt|trước|theo|với|từ|đến|còn|nên|nhưng|trên)\b")
_CLAUSE = re.compile(r"[,;.()\n:]")
_OWN = re.compile(r"\bchiế[mn]\s+\Z", re.IGNORECASE)
# What bad debts are a share of goes without saying.
_BAD_DEBT = re.compile(r"\bnợ xấu\b[^,;.()\d]{0,30}\Z", re.IGNORECASE)
_UNNAMED, _LOANS = re.compile(r"\s*[,;.()]"), frozenset(("dư", "nợ"))
_IDLE = frozenset(
    """
    tổng số của toàn tỉnh huyện xã thành phố phường địa phương bàn cả năm giao lượng có đạt được ước khoảng trên hơn gần
    này đó hiện nay còn diện tích đất đến cuối quý theo giá trị chung bình quân trung
    """.split()  # noqa: SIM905
)
_PLANS = frozenset(("kế", "hoạch", "dự", "toán", "chỉ", "tiêu", "nghị", "quyết", "kh", "dt", "mục", "nguồn", "vốn"))
_BACK, _WIDTH, _BESIDE, _EXACT = 80, 90, 1, 3
Words = frozenset[str]


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that do not come out of the figure that the name behind them is of."""
    names = {index: words for index in range(1, len(scene.figures)) if (words := _named(scene, index))}
    if not names:
        return
    told: dict[tuple[Words, str | None], list[int]] = defaultdict(list)
    for index, words in names.items():
        other = known.by_result.get(scene.figures[index].id)
        if other is not None and other.form == "ratio" and other.args[1].id in scene.place:
            told[words, other.args[0].period].append(scene.place[other.args[1].id])
    bearers = _Bearers(scene, known)
    open_: dict[tuple[Words, str | None], list[Relation]] = defaultdict(list)
    for index, words in names.items():
        share, part = scene.figures[index], _part(scene, index)
        if part is None or share.id in known.by_result or share.id in known.wrong:
            continue
        of_others = () if words & _PLANS else told[words, scene.figures[part].period]
        whole = _only(scene, part, of_others)
        if whole is None:
            whole = _only(scene, part, bearers.of(words, part, scene.before(index)))
        if whole is None:
            unheld = Relation("ratio", (scene.figures[part], scene.figures[part]), share, "ratio.of-name")
            open_[words, scene.figures[part].period].append(unheld)
            continue
        relation = Relation("ratio", (scene.figures[part], scene.figures[whole]), share, "ratio.of-name")
        if may_have_slipped(scene, relation) and not is_explained(scene, relation):
            yield relation
    for (words, _), shares in open_.items():
        if len({one.args[0].value for one in shares}) > 1 and not words & _PLANS:
            yield from _of_slipped(scene, shares)


def _named(scene: Scene, index: int) -> Words:
    """The words behind a share that name its whole."""
    share = scene.figures[index]
    if share.unit != "%" or share.role == "change" or OF_OTHERS.search(scene.before(index, 60)):
        return frozenset()
    after = scene.after(index, 70)
    if _BAD_DEBT.search(scene.before(index - 1, 60)) and _UNNAMED.match(after):
        return _LOANS
    found = _NAME.match(after)
    if found is None or COMPARED.match(after) is not None:
        return frozenset()
    words = content_words(_ENDS.split(found["name"].lower())[0]) - _IDLE
    return words if words - _PLANS else frozenset()


def _part(scene: Scene, index: int) -> int | None:
    """What a share is told of: the amount right before it, or before its changes."""
    place = index - 1
    while place > 0 and scene.figures[place].role == "change" and scene.sentence[place] == scene.sentence[index]:
        place -= 1
    if place == index - 1:
        return place if is_told_of(scene, index) else None
    alike = scene.is_amount(place) and scene.sentence[place] == scene.sentence[index]
    return place if alike and _OWN.search(scene.before(index)) is not None else None


def _only(scene: Scene, part: int, places: Iterable[int]) -> int | None:
    """The first of ``places``, where all that may be the whole of a part are of one value."""
    wholes = [place for place in places if may_be_whole(scene, place, part)]
    return wholes[0] if len({value_of(scene.figures[place]) for place in wholes}) == 1 else None


class _Bearers:
    """What the amounts of a paper are called right before them, read as far as somebody asks."""

    def __init__(self, scene: Scene, known: Known) -> None:
        self._scene, self._known = scene, known
        self._labels: dict[int, Words] = {}

    def of(self, words: Words, part: int, before: str) -> Iterator[int]:
        """The figures before a part that are called so; of a plan those that something of that name is a share of."""
        planned, core = bool(words & _PLANS), words - _PLANS
        if planned and _OWN.search(before) is None:
            return
        for place in range(part - 1, max(part - _BACK, -1), -1):
            if not self._scene.is_amount(place):
                continue
            if planned:
                others = self._known.shares.get(self._scene.figures[place].id, ())
                if any(core == self.label(self._scene.place[one.args[0].id]) for one in others):
                    yield place
            elif core <= self.label(place) and len(self.label(place) - core) <= _BESIDE:
                yield place

    def label(self, place: int) -> Words:
        """The telling words of the clause before a figure; none where another figure opens it."""
        if place not in self._labels:
            *begun, last = _CLAUSE.split(self._scene.before(place, _WIDTH).lower())
            words = {word for word in content_words(last) - _IDLE if word.isalpha()}
            self._labels[place] = frozenset(words) if begun or not place else frozenset()
        return self._labels[place]


def _of_slipped(scene: Scene, shares: Sequence[Relation]) -> Iterator[Relation]:
    """The shares of one name that are of a figure which one slip keeps from being their whole."""
    needed = [span for one in shares if (span := needed_interval(one, 1)) is not None]
    low, high = max(span.low for span in needed), min(span.high for span in needed)
    if len(needed) < len(shares) or low > high:
        return
    first = min(scene.place[one.args[0].id] for one in shares)
    for place in range(first - 1, max(first - _BACK, -1), -1):
        whole = scene.figures[place]
        if not may_be_whole(scene, place, first) or telling_digits(whole) <= _EXACT:
            continue
        slip = find_repair(scene.facts.text, whole, Interval(low, high))
        if slip is not None and not slip.cost:
            of_whole = [replace(one, args=(one.args[0], whole)) for one in shares]
            yield from (one for one in of_whole if not is_explained(scene, one))
            return
