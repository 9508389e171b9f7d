"""What a figure rose or fell by, where the figure it is compared with is told anywhere in its clause or bracket.

Finds         31.240 con, tăng 15% so với cùng thời điểm (36.755 con): it fell
              so với năm 2020 (32 vụ), tăng 11 vụ · (năm 2020: 431,2 tỷ đồng, tăng 17,9%): 1,79%
              hơn cùng kỳ 17.288 tỷ đồng là 11,4% · so với đầu năm (958,6 tỷ đồng) đã kéo xuống được 76,2 tỷ đồng
Leaves alone  changes that another relation tells · bases of another unit · what no one slip explains
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.names.moved import is_moved_to
from dondoc.checking.names.wording import POINTS, same_unit
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_WHEN = r"(?:năm|tháng|quý|kỳ|vụ|tuần|đợt|khóa|khoá|nhiệm kỳ|niên vụ)(?: học)?"
# Both are matched against small letters.
_BASE = re.compile(
    rf"(?:\b(?:so(?: với)?|(?:hơn|kém)(?= (?:cùng|{_WHEN}|đầu|cuối|so|mức|thời|con))|đặt cạnh|trên nền|từ mức)\b"
    rf"|\btừ\Z"
    rf"|cùng (?:kỳ|thời điểm)|{_WHEN} (?:trước|ngoái)|trước đó|(?<!từ )(?<!tháng )(?<!ước đến )(?:đầu|cuối) (?:năm|kỳ)"
    rf"|\(\s*{_WHEN}(?: [^\W\d_]+){{0,2}} \d[\d/ –-]*)"
    r"(?:[^;.),(]{0,70}|[^;.)]{0,60}(?::\s*|\(\s*[^;.)(]{0,20}))\Z"
)
_PLAN = re.compile(r"kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|bình quân|trung bình")
_OTHER_TIME = re.compile(rf"cùng (?:kỳ|thời điểm)|{_WHEN} (?:trước|ngoái)|\bso với\b", re.IGNORECASE)
_WHICH = re.compile(r"\s(chết|bị|mất|mắc|nghèo|cận)\b")
_AGAINST = re.compile(r"[^,;.]{0,15}\b(?:so|với|về|kế hoạch|dự toán|mỗi|/)", re.IGNORECASE)
_SAID, _OPENED = 200, 80
_BARE = re.compile(r"[^,;.()\d]{0,20}\(\s*")
_UP = r"tăng|nhích|nhỉnh|thêm|(?:nhiều|cao|lớn) hơn|hơn|vượt|dôi"
_DOWN = r"giảm|hạ|bớt|mất|hao|(?:ít|thấp|nhỏ) hơn|kém|hụt|sụt|xuống|tụt|rút"
_WAY = re.compile(
    rf"(?:(?P<down>\b(?:{_DOWN}))|(?P<up>\b(?:{_UP})))(?:\s+[^\W\d_]+){{0,3}}\s*(?:\d{{1,2}}/)?[(]?\s*\Z", re.IGNORECASE
)
# Some word of each of the two: without one of them before a figure there is nothing to search.
_WAYS = (
    "tăng", "nhích", "nhỉnh", "thêm", "hơn", "vượt", "dôi", "giảm", "hạ", "bớt", "mất", "hao", "kém", "hụt", "sụt",
    "xuống", "tụt", "rút",
)  # fmt: skip
# thực giảm 2.708 ha so với năm 2010: of what stands behind that year
_SINCE_YEAR = re.compile(r"\s*(?:so )?với năm (20\d\d)\b", re.IGNORECASE)
_LED_TO = re.compile(r"\b(?:khiến|làm cho|chỉ còn|đã làm)\b", re.IGNORECASE)  # ... trước đã khiến lãi chỉ còn
_FORMER = re.compile(r"\btừ\s+\Z", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\s+(?:so với\s+)?(?:cùng|{_WHEN}|đầu|cuối|mức|thời|con)",
                       re.IGNORECASE)  # fmt: skip
_RIGHT_BEHIND = re.compile(
    rf"[^,;.()\d]{{0,15}}[,(]\s*(?:tức |đã |thực |nghĩa là )?(?:{_UP}|{_DOWN})\s+(?:thêm\s)?", re.IGNORECASE
)
_BACK, _TRIED, _SENTENCES = 10, 8, 2
_BUDGET = Decimal("0.2")


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the changes that one slip keeps from being what the figure and its base come to."""
    for index, change in enumerate(scene.figures):
        if (
            change.unit not in POINTS
            and index
            and change.id not in known.by_result
            and change.id not in known.wrong
            and value_of(change)
        ):
            sign = way_of(scene, index)
            if sign:
                turned = replace(change, value=sign * abs(value_of(change)), role="change")
                yield from _claimed(scene, known, index, turned)


def way_of(scene: Scene, index: int) -> int:
    """1 for a rise, -1 for a fall, 0 where the words tell neither."""
    change = scene.figures[index]
    if change.role == "change":
        return 1 if value_of(change) > 0 else -1
    if change.role in ("plan", "share_of_plan", "rank"):
        return 0
    told = scene.told_by(*_WAYS)
    found = _WAY.search(scene.before(index, 40)) if index in told else None
    if found is None and index - 1 in told:
        found = _COMPARED.search(scene.before(index - 1, 80))
    if found is None or _FORMER.search(scene.before(index, 20)) or is_moved_to(scene, index):
        return 0  # giảm từ 640 đồng còn 120 đồng: what it was and is
    return -1 if found["down"] else 1


def _claimed(scene: Scene, known: Known, index: int, change: Quantity) -> Iterator[Relation]:
    read = [one for one in _read(scene, index, change) if one.args[1].id not in known.parts]
    if any(map(holds, read)):
        return
    if read and _is_sure(scene, index, read[0]):
        yield read[0]
        return
    for tried, relation in enumerate(read[:_TRIED], start=1):
        if chance_of_slip(scene, relation) * tried <= _BUDGET:
            yield relation
            return


def _is_sure(scene: Scene, index: int, relation: Relation) -> bool:
    """Whether a figure, what it was and its change stand side by side: 52,4 (vụ trước 44,1), cao hơn 8,3."""
    now, then = (scene.place[figure.id] for figure in relation.args)
    if (now, then) == (index - 1, index + 1) and _BARE.fullmatch(scene.between(index, then)):
        return _COMPARED.search(scene.before(index, 80)) is not None
    if (now, then) == (index - 1, index + 1) and "trên nền" in scene.between(index, then):
        return ";" not in scene.between(now, then)
    if (now, then) != (index - 2, index - 1) or scene.sentence[now] != scene.sentence[index]:
        return False
    if ";" in scene.between(now, index) or _BARE.fullmatch(scene.between(now, then)):
        return False
    return not _AGAINST.match(scene.after(index, 40)) and "(" in scene.between(now, then)


def _read(scene: Scene, index: int, change: Quantity) -> Iterator[Relation]:
    """What the change may be of: each figure before it with each base near it, nearest first."""
    for base in _bases(scene, index, change):
        then = scene.figures[base]
        for now in (*_between(scene, base, index), *_compared(scene, min(base, index), base)):
            if _are_of_two_kinds(scene, now, base):
                continue
            args = scene.figures[now], then
            if change.unit == "%":
                yield Relation("growth_of", args, change, "growth.compared")
            else:
                yield Relation("difference", args, change, "difference.compared")


def _between(scene: Scene, base: int, index: int) -> Iterator[int]:
    """``đầu năm 160 tỷ đồng; điều chỉnh thành 200 tỷ đồng (tăng 40 tỷ đồng)``: what it became, right before its
    change."""
    now = index - 1
    if (
        base >= now
        or any(scene.is_amount(place) for place in range(base + 1, now))
        or not scene.is_amount(now)
        or not same_unit(scene.figures[now], scene.figures[base])
    ):
        return
    if _RIGHT_BEHIND.fullmatch(scene.between(now, index)) and scene.figures[now].role not in ("plan", "rank"):
        yield now


def _bases(scene: Scene, index: int, change: Quantity) -> Iterator[int]:
    """The figures near a change that the words tell to be what there was, nearest first."""
    year = _SINCE_YEAR.match(scene.after(index, 40))
    for place in (index - 1, index + 1, index - 2, index + 2, index - 3, index + 3, index - 4):
        if not 0 <= place < len(scene.figures) or scene.sentence[place] != scene.sentence[index]:
            continue
        then = scene.figures[place]
        if not scene.is_amount(place) or then.role in ("plan", "rank") or not value_of(then) > 0:
            continue
        if change.unit != "%" and not same_unit(then, change):
            continue
        bare = place == index + 1 and _BARE.fullmatch(_words(scene, place)) and _is_compared(scene, index)
        of_year = year is not None and place < index and year[1] in scene.before(place, 40)
        if bare or of_year or scene.of(place, _is_base):
            yield place


def _is_base(scene: Scene, place: int) -> bool:
    """Whether the words before a figure tell that it is what there was."""
    words = _words(scene, place).lower()
    told = _BASE.search(words.rstrip())
    return told is not None and _PLAN.search(words.rpartition(";")[2]) is None and _LED_TO.search(told[0]) is None


def _words(scene: Scene, place: int) -> str:
    """The words before a figure, or before the bracket of a list that it goes on with: ``so với cùng kỳ (24 vụ, 15
    người``."""
    return _opening(scene, place) or scene.before(place, 110)


def _opening(scene: Scene, place: int) -> str:
    if not in_bracket(scene, place) or "(" in scene.before(place, 110):
        return ""
    start = scene.facts.text.content.rfind("(", 0, scene.starts[place]) + 1
    return scene.facts.text.content[max(start - _OPENED, 0) : start] if scene.starts[place] - start < _OPENED else ""


def _are_of_two_kinds(scene: Scene, one: int, other: int) -> bool:
    """Whether two figures say that they count other things: 12 người chết, 17 người bị thương."""
    first, second = (_WHICH.match(scene.after(place, 20)) for place in (one, other))
    return first is not None and second is not None and first[1] != second[1]


def _is_compared(scene: Scene, index: int) -> bool:
    """Whether the words of a sentence up to a change name another time: ``đối chiếu năm ngoái giảm 12 vụ (90 vụ)``."""
    if _COMPARED.search(scene.before(index, 80)):
        return True
    if scene.figures[index].unit == "%":
        return False
    start = max(scene.starts[index] - _SAID, 0)
    words = re.split(r"[.\n]\s", scene.facts.text.content[start : scene.starts[index]])[-1]
    return _OTHER_TIME.search(words) is not None


def _are_of_one_list(scene: Scene, place: int, first: int) -> bool:
    """Whether two figures stand in one paragraph, or begin lines below each other."""
    apart = scene.block[first] - scene.block[place]
    return not apart or (
        apart == 1 and scene.block[first - 1] != scene.block[first] and "\n\n" not in scene.between(place, first)
    )


def _compared(scene: Scene, first: int, base: int) -> list[int]:
    """The figures before a change and its base that may have changed, nearest first."""
    then, found = scene.figures[base], list[int]()
    for place in range(first - 1, max(first - _BACK, -1), -1):
        apart = scene.sentence[first] - scene.sentence[place]
        if (
            apart > _SENTENCES
            or (apart and found and scene.sentence[found[0]] == scene.sentence[first])
            or not _are_of_one_list(scene, place, first)
        ):
            break
        figure = scene.figures[place]
        if not scene.is_amount(place) or figure.role in ("plan", "rank") or not same_unit(figure, then):
            continue
        if scene.has_closed(place, first) or value_of(figure) == value_of(then):
            continue
        if _BASE.search(scene.before(place).lower()):
            continue
        found.append(place)
    return sorted(found, key=lambda place: scene.figures[place].rule != then.rule)  # 21 vụ, chết 14: the cases
