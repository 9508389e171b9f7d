"""Parts counted behind their whole in so many words, of which one is larger than all of them together.

Finds         Kiểm tra 45 cơ sở: 73 cơ sở đạt, 08 cơ sở không đạt · trong 12 dự án có 03 hoàn thành, 70 đang thi công
              giao 1.442 nhiệm vụ. Trong đó: đã hoàn thành 1.467 nhiệm vụ · 16 trường (mầm non 60, tiểu học 06, THCS 04)
Leaves alone  parts that fit: they need not be all · amounts with a change, a plan or a rate of their own · other things
              than the whole counts (12 vụ, 15 người)

A part above its whole is not read as its part; here the words say that it is one. A list that fits is told where it
adds up to its whole: the figures then take part in a check.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import are_of_other_kinds, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.sums.unread_parts import has_unread
from dondoc.facts import Quantity

_OPENS = re.compile(
    r"""[^;.()\d]{0,90}
        (?: :\s* | [,;]\s*(?:có|trong\ (?:đó|số\ đó|số\ này))\b[,:]?\s | \(\s*
          | [.;]\s+Trong\ (?:đó|số\ đó|số\ này)\b[,:]?\s )
        [^;.()\d]{0,45}
        | [^,;.()\d]{0,90}\s\(?(?:có|gồm)\s[^;.()\d]{0,45}""",
    re.VERBOSE,
)
_AMONG = re.compile(r"\btrong\s+(?:tổng\s+(?:số\s+)?|số\s+)?\Z", re.IGNORECASE)
_AMONG_OPENS = re.compile(r"[^;.()\d]{0,90}[,\s](?:có|thì|đã)\s[^;.()\d]{0,30}")
_NEXT = re.compile(r"[^;.()\d]{0,70}(?:\([^()]{0,60}\)\s*)?(?:[,;]|\svà\s|\n[^\w\d]{0,4})[^;.()\d]{0,60}")
_OTHER = re.compile(
    r"tăng|giảm|so với|kế hoạch|chỉ tiêu|lũy kế|luỹ kế|vượt|ngoài ra|đồng thời|bình quân|với\s+(?:tổng|diện|số)"
    r"|kinh phí|\btừ\s|cùng kỳ|nâng|hỗ trợ|phạt|tham gia|phục vụ|mỗi",
    re.IGNORECASE,
)
_OPENS_LATE = re.compile(
    r"[^;.()\d]{0,60}(?:[,;]\s*(?:trong\ (?:đó|số\ đó|số\ này)|bao\ gồm|gồm|chia\ ra)\b[,:]?"
    r"|[.;]\s+Trong\ (?:đó|số\ đó|số\ này)\b[,:]?)\s[^;.()\d]{0,60}"
)
_ALL = re.compile(r"gồm|chia ra", re.IGNORECASE)
_SAID = re.compile(r"trong (?:đó|số)|gồm|chia ra|[(:]\s*[^;.()\d]*\Z", re.IGNORECASE)
_NAME = re.compile(r"[,;.()\n]|\svà\s")
_HINTS = (":", "(", "trong", "có", "gồm", "đã", "chia")
_LONGEST = 190
_SKIPPED = 5
_MOST = 16
_HELD = ("actual", "count", "cumulative", "part")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the lists that make their whole, and those with a part above it."""
    hinted = scene.told_by(*_HINTS)
    for index, whole in enumerate(scene.figures[:-2]):
        if (index + 1 not in hinted and not _is_told_of(scene, index + 1, index)) or not _is_whole(whole):
            continue
        run = _run(scene, index)
        if len(run) < 2:
            continue
        relation = _of_run(scene, index, run)
        if relation:
            yield relation


def _of_run(scene: Scene, index: int, run: list[int]) -> Relation | None:
    whole = scene.figures[index]
    parts = tuple(scene.figures[place] for place in run)
    held = sum((value_of(part) for part in parts), Decimal(0)) == value_of(whole)
    above = any(value_of(part) > value_of(whole) for part in parts) or _is_beyond(scene, index, run)
    opening = scene.between(run[0] - 1, run[0])
    if not held and ((not above and _SAID.search(opening) is None) or not adds_up(scene, index)):
        return None
    if not held and (has_unread(scene, run, whole) or value_of(whole) == len(parts)):
        return None  # "ở 5 huyện (Hà Lam 17, Lam Kinh 11, ...)": so many are named, and something else is counted
    every = len(run) > 2 and not above and _ALL.search(opening) is not None
    every = every and scene.after(run[-1], 3).lstrip()[:1] in ("", ".", ")")
    every = every or (above and is_exact(whole) and _is_one_list(scene, run))
    return Relation("sum", parts, whole, "sum.counted", every, None, above, every)


def _is_beyond(scene: Scene, index: int, run: list[int]) -> bool:
    """``trong 11 nhóm hàng có 08 nhóm tăng giá, 03 nhóm giảm giá, 01 nhóm ổn định``: more than there are."""
    if len(run) < 3 or _AMONG.search(scene.before(index, 25)) is None:
        return False
    total = sum((value_of(scene.figures[place]) for place in run), Decimal(0))
    names = [_NAME.split(scene.after(place, 40))[0] for place in run]
    return total > value_of(scene.figures[index]) and are_exclusive(names)


def _is_one_list(scene: Scene, run: list[int]) -> bool:
    """``đàn bò 37 con, trong đó bò sữa 4 con; đàn lợn 544 con``: a semicolon may begin something else."""
    opening = scene.between(run[0] - 1, run[0])
    return re.search(r"[:(]", opening) is not None or not any(
        ";" in scene.between(place - 1, place) for place in run[1:]
    )


def _is_whole(whole: Quantity) -> bool:
    held = whole.role in _HELD
    return held and whole.unit not in ("%", None) and "/" not in (whole.unit or "") and value_of(whole) > 1


def _run(scene: Scene, index: int) -> list[int]:
    whole = scene.figures[index]
    first = index + 1
    while first < min(index + _SKIPPED, len(scene.figures)) and _is_told_of(scene, first, index):
        first += 1
    if first >= len(scene.figures):
        return []
    opening = scene.between(first - 1, first)
    low = opening[: _LONGEST + 1].lower()
    if len(opening) > _LONGEST or not any(hint in low for hint in _HINTS):
        return []
    among = _AMONG.search(scene.before(index, 25)) is not None and _AMONG_OPENS.fullmatch(opening) is not None
    told = _OPENS.fullmatch(opening) is not None or (first > index + 1 and _OPENS_LATE.fullmatch(opening) is not None)
    if not (among or told) or (first == index + 1 and _OTHER.search(opening)):
        return []
    run: list[int] = []
    last = first - 1
    for place in range(first, min(first + _MOST, len(scene.figures))):
        if scene.sentence[place] - scene.sentence[index] > 1 or scene.block[place] != scene.block[index]:
            break
        if run and _is_told_of(scene, place, run[-1]):
            last = place
            continue
        gap = scene.between(last, place)
        if run and (_NEXT.fullmatch(gap) is None or (last == run[-1] and _OTHER.search(gap) is not None)):
            break
        if not _is_part(scene.figures[place], whole):
            break
        run.append(place)
        last = place
    return run


def _is_told_of(scene: Scene, place: int, index: int) -> bool:
    """What is said of a figure before the next of the list: its growth, its share."""
    figure = scene.figures[place]
    return scene.sentence[place] == scene.sentence[index] and (figure.unit == "%" or figure.role == "change")


def _is_part(part: Quantity, whole: Quantity) -> bool:
    if is_exact(part) != is_exact(whole) or part.role not in _HELD or are_of_other_kinds(part, whole):
        return False
    return (part.unit is None and is_exact(whole)) or same_unit(part, whole)
