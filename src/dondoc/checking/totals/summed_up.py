"""A total told behind its parts.

Finds         thu nội địa 4.800 tỷ đồng, bằng 80% dự toán; thu xuất nhập khẩu 320 tỷ đồng, tổng thu 5.120 tỷ đồng
              hỗ trợ hộ nghèo 312 suất, gia đình chính sách 208 suất, tổng cộng 520 suất
Leaves alone  một phần, tổng vốn 5.000 tỷ đồng: another matter in another unit · tổng mức đầu tư 900 tỷ đồng of a work
              trong đó ..., tổng: a total that opens its own list
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene

_TOTAL = re.compile(
    r"[,;.\n]\s*(?:như vậy,?\s+|tính chung,?\s+)?(?:đưa\s+|nâng\s+)?\**"
    r"(?:tổng(?! mức đầu tư| kết| quan| hợp)|cộng\s|cả hai)[^;.()\d]{0,60}\Z",
    re.IGNORECASE,
)
_APART = re.compile(
    r"trong đó|lũy kế|luỹ kế|cùng kỳ|kế hoạch năm|ngoài ra|đồng thời|\bvới\s+tổng|có tổng|tổng[^;]*\Z", re.IGNORECASE
)
_ADDED = re.compile(r"(?:điều chỉnh|bổ sung)[^;.()\d]{0,25}\Z", re.IGNORECASE)
_OPENS = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?,?\s*(?:trong đó|gồm|bao gồm|:)", re.IGNORECASE)
_NAME = re.compile(r".*\b(?:tổng|cộng|cả hai)\b(?P<name>.*)\Z", re.IGNORECASE | re.DOTALL)
_BARE = frozenset(("cộng", "số", "lại", "chung", "đạt", "ước", "lên", "khoảng", "đã", "cả"))
_REACH = 12


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the totals that follow their parts in one sentence."""
    for index in sorted(scene.told_by("tổng", "cộng", "cả ")):
        if not scene.is_amount(index) or not _TOTAL.search(scene.before(index, 100)):
            continue
        if _OPENS.match(scene.after(index, 60)) or not adds_up(scene, index):
            continue
        run = _parts(scene, index)
        if len(run) > 1:
            parts = tuple(scene.figures[place] for place in run)
            relation = Relation(
                "sum", parts, scene.figures[index], "sum.summed-up", certain=False, likely=True, tied=True
            )
            if holds(relation) or _is_of(scene, run, index):
                yield relation


def _is_of(scene: Scene, run: list[int], index: int) -> bool:
    """Whether the total is told of what its parts are: the word behind ``tổng`` stands before each of them."""
    told = _NAME.search(scene.before(index, 100))
    if told is None:
        return False
    words = content_words(told["name"]) - _BARE
    apart = scene.sentence[run[0]] != scene.sentence[index]
    if apart and (not words or value_of(scene.figures[index]) < max(value_of(scene.figures[at]) for at in run)):
        return False
    return all(not words or words & content_words(_said_before(scene, place)) for place in run)


def _is_added(scene: Scene, place: int) -> bool:
    """``79 lượt điều chỉnh, tăng 1.021,7 triệu USD``: what was added is an amount beside the others."""
    figure = scene.figures[place]
    return figure.role == "change" and figure.unit != "%" and _ADDED.search(scene.before(place, 40)) is not None


def _said_before(scene: Scene, place: int) -> str:
    """The words before an amount, and those before the count that it stands beside: 12 dự án với 248 tỷ đồng."""
    words = scene.before(place, 60)
    counted = place > 0 and is_exact(scene.figures[place - 1]) and not is_exact(scene.figures[place])
    return f"{scene.before(place - 1, 60)} {words}" if counted else words


def _parts(scene: Scene, index: int) -> list[int]:
    """The amounts in the unit of the total before it, back to the start of its sentence or of another matter."""
    run: list[int] = []
    for place in range(index - 1, max(index - _REACH, -1), -1):
        if scene.block[place] != scene.block[index] or scene.sentence[index] - scene.sentence[place] > 1:
            break
        if run and scene.sentence[place] != scene.sentence[run[0]]:
            break
        if scene.has_closed(place, index):
            continue
        if scene.is_amount(place) or _is_added(scene, place):
            if same_unit(scene.figures[place], scene.figures[index]):
                run.append(place)
            elif is_exact(scene.figures[index]):
                break  # 12 dự án với vốn 248,6 triệu USD: a count beside its amount is passed over
        if _APART.search(scene.before(place, 100)):
            break
    return run[::-1]
