"""A running total, the one before it, and what the month added.

Finds         trong tháng 38.420 triệu đồng, lũy kế 9 tháng 324.730 triệu đồng (8 tháng: 286.310 triệu đồng)
              tháng 9 đạt 186,4 tỷ đồng, nâng lũy kế từ đầu năm lên 1.102,7 tỷ đồng (đến hết tháng 8 là 916,3 tỷ đồng)
              kết nạp 12 đảng viên trong tháng; 8 tháng kết nạp 118 đảng viên; lũy kế từ đầu năm 130 đảng viên
Leaves alone  a running total without the one before it · stretches that do not follow each other

Told where it holds, or where one slip explains why not.
"""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

# What stands before a figure is matched in small letters.
_LABEL = re.compile(
    r"""(?P<months>\b\d{1,2})\ tháng(?!\ [0-9])
          |(?:đến|hết)\ (?:hết\ |cuối\ )?tháng\ (?P<until>\d{1,2})
          |(?:đến|hết)\ (?:hết\ )?(?P<before>(?:tuần|tháng|quý|kỳ|ngày)\ (?:trước|qua))
          |tháng\ (?P<month>\d{1,2})\b
          |quý\ (?P<quarter>iv|i{1,3}|[1-4])\b
          |(?P<this>(?:trong|riêng)\ (?:tháng|tuần|quý|kỳ|ngày)|(?:tháng|tuần|quý|kỳ)\ (?:này|báo\ cáo|qua))
          |(?P<start>từ\ đầu\ (?:năm|vụ|mùa|dịch)|(?:lũy|luỹ)\ kế)""",
    re.VERBOSE,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OTHER = re.compile(r"cùng kỳ|năm trước|kế hoạch|dự toán|so với")
_IN_MONTH = re.compile(r"[^,;.()\d]{0,30}\btrong tháng\b", re.IGNORECASE)
_ASIDE = re.compile(r"\(|trong đó", re.IGNORECASE)
_REACH = 6


class _Stretch(NamedTuple):
    """The months ``first`` to ``last``, None where not told; one that begins with the year is ``running``."""

    running: bool
    first: int | None
    last: int | None
    earlier: bool = False


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the running totals with what makes them."""
    told = scene.told_by("tháng", "lũy", "luỹ", "đầu năm", "quý", "trước")
    running = {scene.block[index] for index in scene.told_by("lũy", "luỹ", "đầu năm")}
    told |= {index - 1 for index in told if index}
    known: dict[int, _Stretch] = {}
    for index in sorted(told):
        if scene.block[index] not in running or not scene.is_amount(index) or scene.figures[index].role == "plan":
            continue
        stretch = _stretch(scene, index)
        if stretch is None:
            continue
        known[index] = stretch
        near = [at for at in range(max(index - _REACH, 0), index) if at in known and _is_near(scene, at, index)]
        yield from _with(scene, index, near, known)


def _is_near(scene: Scene, place: int, index: int) -> bool:
    near = scene.sentence[index] == scene.sentence[place]
    return near and same_unit(scene.figures[place], scene.figures[index])


def _with(scene: Scene, index: int, near: list[int], known: dict[int, _Stretch]) -> Iterator[Relation]:
    """The relation that the figure at ``index`` completes, as the last total or, right behind that, as the one before
    it: the one that holds, else that of the nearest figures."""
    read = [
        Relation("sum", parts, scene.figures[total], "sum.month-added", certain=False, likely=True, tied=True)
        for total, before in ((index, other) for other in reversed(near))
        for parts in _parts(scene, total, before, near, known)
    ]
    if index - 1 in near and _ASIDE.search(scene.between(index - 1, index)):
        read += [
            Relation("sum", parts, scene.figures[index - 1], "sum.month-added", certain=False, likely=True, tied=True)
            for parts in _parts(scene, index - 1, index, near, known)
        ]
    held = next(filter(holds, read), None)
    if held is not None or len(read) == 1:
        yield held or read[0]


def _parts(
    scene: Scene, total: int, before: int, near: list[int], known: dict[int, _Stretch]
) -> Iterator[tuple[Quantity, Quantity]]:
    """What was added, nearest first, with the running total before it."""
    if not (known[total].running and known[before].running):
        return
    if value_of(scene.figures[total]) == value_of(scene.figures[before]):
        return
    for month in reversed(near):
        if not known[month].running and _follow(known[total], known[before], known[month]):
            yield scene.figures[month], scene.figures[before]


def _follow(total: _Stretch, before: _Stretch, added: _Stretch) -> bool:
    """Whether what was added is that by which the total is longer than the one before it."""
    if before.earlier:
        return not total.earlier and added.first is None
    if before.last is None:
        return False
    if added.first is None:
        return total.last in (None, before.last + 1, before.last + 3)
    return added.first == before.last + 1 and total.last in (None, added.last)


def _stretch(scene: Scene, index: int) -> _Stretch | None:
    words = scene.before(index, 90).lower()
    words = words[max(words.rfind(sign) for sign in ".;\n") + 1 :]
    found = next(iter(deque(_LABEL.finditer(words), maxlen=1)), None)
    if found is None:
        return _Stretch(False, None, None) if _IN_MONTH.match(scene.after(index)) else None
    if _OTHER.search(words, found.end()):
        return None
    if found["before"]:
        return _Stretch(True, 1, None, True)
    if found["months"] or found["until"]:
        return _Stretch(True, 1, int(found["months"] or found["until"]))
    if found["month"]:
        month = int(found["month"])
        return _Stretch(False, month, month)
    if found["quarter"]:
        number = found["quarter"]
        last = 3 * (_QUARTERS[number] if number in _QUARTERS else int(number))
        return _Stretch(False, last - 2, last)
    return _Stretch(found["this"] is None, None if found["this"] else 1, None)
