"""A bracket or a list behind a count that holds things of several kinds: what the count is made of.

Finds         127 chủ thể (49 hợp tác xã, 22 doanh nghiệp, 56 cơ sở sản xuất)
              27 cơ sở giáo dục nghề nghiệp: 03 trường cao đẳng, 05 trường trung cấp, 19 trung tâm
              45 cơ sở y tế, gồm: 01 bệnh viện, 02 phòng khám, 42 trạm y tế
Leaves alone  12 xã (45 thôn, 3.200 hộ, 12.000 khẩu): far from the count · people beside things · two kinds only
              12 thôn: 8 tổ, 3 đội, 1 hợp tác xã, where the count names no general kind

Reported where the kinds make the count, or as doubtful where one slip explains why not.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.doubts import NOT_ALL, OVERLAP
from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import are_of_other_kinds, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_OPENS = re.compile(r"[^;.()\d]{0,25}\(\s*(?:gồm:?\s+|trong đó:?\s+)?", re.IGNORECASE)
_LISTS = re.compile(
    r"[^;.()\d]{0,60}?(?::\s*|,?\s(?:bao gồm|gồm|chia ra|cụ thể)(?: có)?\s?:?\s)(?:có\s)?", re.IGNORECASE
)
# What things of several kinds are counted as.
_GENERAL = re.compile(
    r"cơ sở|đơn vị|tổ chức|cơ quan|công trình|dự án|cuộc|văn bản|nạn nhân|giải|huy chương|sản phẩm|mô hình|phương tiện|"
    r"hoạt động|chủ thể|trường|điểm|thiết bị|đầu mối|cá nhân"
)
_NEXT = re.compile(r"[^;.()\d]{0,40}(?:[,;]|\svà)\s+")
_ENDS = re.compile(r"[^,;:.()\d]{0,55}(?:[.;)\n]|\Z)")
_COUNTED = ("actual", "count", "part", "cumulative")
_FEWEST, _MOST = 3, 8


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each bracket or list of at least three kinds."""
    for following in sorted(scene.told_by("(", ":", "gồm", "chia", "cụ thể")):
        index = following - 1
        whole = scene.figures[index]
        if not following or not _is_count(whole) or index + _FEWEST >= len(scene.figures):
            continue
        opening = scene.between(index, index + 1)
        bracket = _OPENS.fullmatch(opening) is not None
        if not bracket and (not _GENERAL.fullmatch(whole.unit or "") or _LISTS.fullmatch(opening) is None):
            continue
        run = _run(scene, index, bracket=bracket)
        total = sum(value_of(scene.figures[place]) for place in run)
        if len(run) >= _FEWEST and 2 * total >= value_of(whole) and 2 * total <= 3 * value_of(whole):
            parts = tuple(scene.figures[place] for place in run)
            doubt = (OVERLAP if total > value_of(whole) else NOT_ALL) if bracket else None
            yield Relation("sum", parts, whole, "sum.kinds", certain=False, doubt=doubt, likely=True)


def _is_count(figure: Quantity) -> bool:
    return figure.unit is not None and figure.role in _COUNTED and is_exact(figure)


def _run(scene: Scene, index: int, *, bracket: bool) -> list[int]:
    """The figures of the bracket or list; none where one of them is of the unit of the whole or counts people beside
    things."""
    whole, run = scene.figures[index], [index + 1]
    while run[-1] + 1 < len(scene.figures) and _NEXT.fullmatch(scene.between(run[-1], run[-1] + 1)):
        run.append(run[-1] + 1)
    behind = scene.after(run[-1], 60)
    closed = (")" in behind if bracket else _ENDS.match(behind) is not None) and len(run) <= _MOST
    parts = [scene.figures[place] for place in run]
    sound = all(_is_count(one) and not same_unit(one, whole) and not are_of_other_kinds(one, whole) for one in parts)
    apart = len({one.unit for one in parts}) == len(parts)
    return run if closed and sound and (apart or not bracket) else []
