"""What figures come to together, told behind them: "ba loại này", "hai khoản gộp thành", "cả thảy".

Finds         đàn trâu 1.520 con, đàn bò 2.310 con, đàn lợn 5.440 con; tổng đàn ba loại này là 9.720 con (9.270)
              nhất là phường A 4,1 tỷ đồng, phường B 2,3 tỷ đồng, phường C 1,9 tỷ đồng; ba nơi này góp 3,8 tỷ đồng
              cấp mới 19 dự án (vốn 312 triệu USD), tăng vốn 14 lượt với 127 triệu USD, cộng cả hai kênh 493 triệu USD
              tại 3 xã (An Phú 214 con, An Hòa 97 con, An Lạc 46 con), phải tiêu hủy 375 con
Leaves alone  lists that have more or fewer members than the words say · hai nhóm này tăng 2%: nothing is added ·
              hai xã còn lại, hai xã này đã thu hoạch 150 ha: others, or something else of them
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.counted import COUNT, count_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.scene import Scene

_CUT = re.compile(r"[;:()\n]|[,.](?!\d)")
_NUMBER = re.compile(rf"(?<![\w.,/]){COUNT}(?![\w.,/%])", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_TOGETHER = frozenset(("cộng", "gộp", "tổng", "thảy", "chung", "tất", "hợp"))
_THESE = frozenset(("này", "trên", "nêu", "kể", "nói", "vừa", "đó"))
# What else may stand beside such words.
_IDLE = frozenset(
    """
    và như vậy thì nên tính cả của là với lại dồn số làm thành đạt được có góp đóng lên tới đến ước khoảng gần hơn đưa
    nâng con nhập toàn bộ đã quý kỳ vụ đợt riêng chỉ
    """.split()  # noqa: SIM905
)  # fmt: skip
# What tells of others, of another time, or of something else than a sum.
_OTHER = frozenset(
    """
    còn khác mới chưa không tăng giảm bình quân trung mỗi đầu sau cuối trước tháng năm ngày tuần giờ phải cần sẽ dự phấn
    kế hoạch trong tại ở từ so chiếm bằng tỷ lệ thêm nữa nhất vượt
    """.split()  # noqa: SIM905
)  # fmt: skip
# Some word of each of the above: without one of them before a figure there is nothing to search.
_HINTS = ("cộng", "gộp", "tổng", "cả ", "chung", "tất", "hợp", " hai ", " ba ", " bốn ", " này", " trên", " đó", "góp")
_INCLUDING = re.compile(r"\((?:[^()\d]*\s)?(?:kể cả|gồm|bao gồm|tính cả|có cả|gồm cả)\s[^()]*\Z", re.IGNORECASE)
_IS = re.compile(r"[^()]{0,60}\)\s*(?:là|đạt|được|có|lên|còn)\s+(?:[^\W\d_]+\s+)?", re.IGNORECASE)
_SAID, _REACH, _NOUN, _PAIR, _FEWEST, _FEW = 110, 14, 3, 2, 3, 20
_BUDGET = Decimal("0.15")


class _Said(NamedTuple):
    """What the words before a total say: how many members it is of (0: all there are), where these end, how surely."""

    number: int
    behind: int
    sure: bool


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield what lists come to by the words behind them."""
    hinted, closed = scene.told_by(*_HINTS), scene.told_by(")")
    for index in sorted(hinted | closed | {place + 1 for place in hinted}):
        if len(known.amounts.before.get(index, ())) < _PAIR:
            continue
        figure = scene.figures[index]
        counted = index > 0 and _is_few(scene, index - 1)
        if not (counted or index in hinted or index in closed) or not scene.is_amount(index):
            continue
        told = known.by_result.get(figure.id)
        if figure.id in known.wrong or (told is not None and told.form == "sum"):
            continue
        said = _read(scene, index, counted) if counted or index in hinted else None
        relation = _of_members(scene, index, said) if said is not None else _of_bracket(scene, index)
        if relation is not None:
            yield relation


def _is_few(scene: Scene, place: int) -> bool:
    """Whether a figure is a small number of things."""
    return is_exact(scene.figures[place]) and 1 < value_of(scene.figures[place]) <= _FEW


def _read(scene: Scene, index: int, counted: bool) -> _Said | None:
    """``hai khoản gộp thành 237 doanh nghiệp``, ``cả thảy 237 doanh nghiệp``."""
    behind = index - counted
    if not behind:
        return None
    content, floor = scene.facts.text.content, scene.ends[behind - 1]
    clause = _CUT.split(content[max(floor, scene.starts[index] - _SAID) : scene.starts[index]])[-1]
    found = _NUMBER.search(clause)
    if found is None:
        words = frozenset(_WORD.findall(clause.lower())) - _IDLE
        if counted or words.isdisjoint(_TOGETHER) or not words <= _TOGETHER | _named(scene, index):
            return None
        return _Said(0, index, sure=words <= _TOGETHER)
    lead, tail = (_WORD.findall(part.lower()) for part in (clause[: found.start()], clause[found.end() :]))
    number = count_of(found[0])
    if number < 2 or not _OTHER.isdisjoint((*lead, *tail)) or not tail:
        return None
    if not _TOGETHER.isdisjoint(lead) or all(word in _IDLE for word in lead):
        named = _named(scene, index)
        more = [word for word in tail if word not in _IDLE | _TOGETHER | _THESE | named]
        sure = not (_TOGETHER | _THESE).isdisjoint((*lead, *tail))
        return _Said(number, behind, sure) if len(more) <= _NOUN else None
    return None


def _named(scene: Scene, index: int) -> frozenset[str]:
    """The words of the sentence before a total: what its parts are of, it is of."""
    start = max(scene.starts[index] - 2 * _SAID, 0)
    return frozenset(_WORD.findall(scene.facts.text.content[start : scene.ends[index - 1]].lower()))


def _of_members(scene: Scene, index: int, said: _Said) -> Relation | None:
    """The sum of as many figures before a total as the words say."""
    result = scene.figures[index]
    near = _members(scene, index, said.behind)
    open_ = [place for place in near if not scene.has_closed(place, said.behind)]
    row = next((row for row in (open_, near) if len(row) == (said.number or max(len(row), 2))), open_)
    if len(row) < max(said.number, 2):
        return None
    parts = tuple(scene.figures[place] for place in row)
    relation = Relation("sum", parts[-said.number :], result, "sum.these", tied=True, likely=True, certain=False)
    if holds(relation):
        return relation
    if any(holds(Relation("sum", parts[at:], result, "")) for at in range(len(parts) - 1)):
        return None
    if not said.sure or not adds_up(scene, index):
        exact = len(row) == (said.number or len(row))
        return relation if exact and chance_of_slip(scene, relation) <= _BUDGET else None
    return relation


def _members(scene: Scene, index: int, behind: int) -> list[int]:
    """The figures in the unit of a total before it, of its sentence or, where that begins with it, of the last one."""
    found: list[int] = []
    for place in range(behind - 1, max(behind - 1 - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[found[-1] if found else behind - 1]:
            break
        figure = scene.figures[place]
        if figure.role not in ("change", "rank") and same_unit(figure, scene.figures[index]):
            found.append(place)
    return found[::-1]


def _of_bracket(scene: Scene, index: int) -> Relation | None:
    """``tại 3 xã (An Phú 214 con, An Hòa 97 con, An Lạc 46 con), phải tiêu hủy 357 con``: the bracket right before.

    Two are enough where the words tie them: ``vốn (kể cả 61 tỷ đồng kéo dài và 395 tỷ đồng giao mới) là 456 tỷ đồng``.
    """
    last, total = index - 1, scene.figures[index]
    if not index or scene.sentence[last] != scene.sentence[index] or not same_unit(scene.figures[last], total):
        return None
    if not scene.has_closed(last, index) or not in_bracket(scene, last):
        return None
    row: list[int] = []
    for place in range(last, max(last - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[index] or scene.has_closed(place, last):
            break
        if same_unit(scene.figures[place], total):
            if not in_bracket(scene, place):
                return None  # what they are parts of
            row.append(place)
    if not row or not all(adds_up(scene, place) for place in (index, *row)):
        return None
    tied = _IS.fullmatch(scene.between(last, index)) is not None and _INCLUDING.search(scene.before(row[-1], 40))
    if len(row) < (_PAIR if tied else _FEWEST) or not (tied or is_exact(total)):
        return None
    parts = tuple(scene.figures[place] for place in row[::-1])
    relation = Relation("sum", parts, total, "sum.bracket-before", certain=not tied, likely=True, tied=bool(tied))
    return relation if tied or holds(relation) or chance_of_slip(scene, relation) <= _BUDGET else None
