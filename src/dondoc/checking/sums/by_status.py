"""What is done, under way and not begun of a count told right before, without a word that opens a list.

Finds         giải quyết 132 kiến nghị; đã giải quyết xong 86 kiến nghị, đang giải quyết 34, chưa giải quyết 12
              920 ca mắc, gồm 560 ca trong cộng đồng, 360 ca nhập cảnh; 770 ca khỏi bệnh, 5 ca tử vong, đang điều trị
              145 ca
              Toàn tỉnh có 45 dự án; 28 dự án đã hoàn thành, 12 dự án đang thi công, 05 dự án chưa khởi công
Leaves alone  statuses of which one is told twice · figures of other units between them · fewer than three statuses
              of few things

Told where it holds, or where one slip explains why not.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.scene import Scene
from dondoc.checking.sums.told_openers import is_part
from dondoc.facts import Quantity

_STATUS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bchưa\b|\bkhông\b|còn lại",
        r"\bchết\b|tử vong|tiêu hủy|thiệt mạng",
        r"đình chỉ|chuyển (?:viện|tuyến|đơn|cơ quan)",
        r"\bđang\b|trong hạn",
        r"\bđã\b|\bxong\b|hoàn thành|kết thúc|hoàn tất|\bkhỏi\b|(?:ra|xuất) viện|bình phục|thoát",
    )
)
_OUT_OF = re.compile(r"\btrong\s+(?:tổng\s+(?:số\s+)?|số\s+)?\Z", re.IGNORECASE)
_PENDING = (0, 3)
_FEWEST, _REACH, _PAIR, _MANY = 3, 7, 2, 100


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the counts that three statuses behind them divide."""
    # 37 hồ sơ đang trong thời hạn: behind it
    for index in sorted(scene.told_by("đang", "chưa") | scene.told_behind("đang", "chưa")):
        read: list[tuple[int, Decimal, int, list[int]]] = []
        for first in range(index - 1, max(index - _REACH, 0) - 1, -1):
            if scene.sentence[index] - scene.sentence[first] > 1:
                break
            run = scene.of(first, _run)
            whole = value_of(scene.figures[first])
            if not any(scene.of(place, _status) in _PENDING for place in run):
                continue  # đã khỏi 310 ca, tử vong 2 ca: of those that are over
            total = sum((value_of(scene.figures[place]) for place in run), Decimal(0))
            above = total > whole and _OUT_OF.search(scene.before(first, 25)) is not None
            if index in run and (len(run) >= _FEWEST or (len(run) == _PAIR and (above or whole >= _MANY))):
                read.append((len(run), -abs(total - whole), first, run))
        if read:
            *_, first, run = max(read)
            parts = tuple(scene.figures[place] for place in run)
            yield Relation("sum", parts, scene.figures[first], "sum.statuses", certain=False, likely=True, tied=True)


def _run(scene: Scene, whole: int) -> list[int]:
    """The figures right behind ``whole``, each of another status."""
    seen: set[int] = set()
    run: list[int] = []
    total = scene.figures[whole]
    if not is_exact(total) or total.role == "change" or total.unit is None:
        return []
    for place in range(whole + 1, min(whole + 1 + _REACH, len(scene.figures))):
        part = scene.figures[place]
        if scene.has_closed(whole, place):
            return []  # (chuyển tiếp 20, khởi công mới 32); hoàn thành 31: of what stands before the bracket
        if scene.block[place] != scene.block[whole] or scene.sentence[place] - scene.sentence[whole] > 1:
            break
        if part.unit == "%" or part.role == "change":
            continue
        if not run and not _is_one_of(part, total):
            continue  # "9 công trình, tổng vốn 8.420 triệu đồng; đã hoàn thành 5 công trình ..."
        status = scene.of(place, _status)
        if not run and status is None and part.role == "part":
            continue  # 402 ca trong cộng đồng: of another division
        if not _is_one_of(part, total) or status is None or status in seen:
            break
        seen.add(status)
        run.append(place)
    return run


def _is_one_of(part: Quantity, total: Quantity) -> bool:
    """``2 ca tử vong`` of ``748 ca mắc``: counted in one word, whatever it says of them."""
    if part.of is not None and part.of == total.of:
        return False  # không khởi tố 203, tạm đình chỉ 138: both are some of what was settled
    heads = [(figure.unit or "").split(" ")[0] for figure in (part, total)]
    return is_part(part, total) or (is_exact(part) and heads[0] == heads[1] != "")


def _status(scene: Scene, place: int) -> int | None:
    """Which status a figure has, by the words before it, else by those right behind."""
    before = re.split(r"[,;.:(]|\svà\s", scene.before(place, 60))[-1]
    behind = re.split(r"[,;.)]|\svà\s", scene.after(place, 40))[0]
    unit = scene.figures[place].unit or ""  # 2 ca tử vong
    for words in (before, f"{unit} {behind}"):
        found = next((number for number, status in enumerate(_STATUS) if status.search(words)), None)
        if found is not None:
            return found
    return None
