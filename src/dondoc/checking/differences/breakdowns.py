"""Wholes told apart in words: what was granted and disbursed by source, what is done and what is left.

Finds         ¹ Vốn trung ương 1.420 tỷ đồng, giải ngân 512 tỷ đồng, đạt 36,1%; vốn địa phương ...
              1.284 hộ, đã chi trả 1.097 hộ (đạt 85,44%), còn 187 hộ
              tiếp nhận 2.964 hồ sơ ...; đã giải quyết 2.803 hồ sơ ...; đang giải quyết 178 hồ sơ
Leaves alone  còn 5 hộ nghèo: nothing before it that it could be left of

All but what was received are reported only where they hold or one slip explains the difference.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_PAID = re.compile(r"giải ngân|thanh toán|thực hiện|đã (?:chi|cấp)", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:còn(?: lại)?|chưa (?:xử lý|giải quyết|thực hiện|rà soát))\s+\Z", re.IGNORECASE)
_AND_LEFT = re.compile(r";\s*(?:hiện\s+)?còn(?:\s+lại)?\s+\Z", re.IGNORECASE)
_DONE = re.compile(
    r"[^,;.]{0,40}[,;:(]\s*(?:đến nay[, ]+|trong đó[,: ]+)?(?:đã|được)\s+[^,;.()\d]{0,40}", re.IGNORECASE
)
_ENDS = re.compile(r"\s*(?:(?:chưa|phải|cần|đang|tiếp tục)\s[^.;,()\d]{0,40})?(?:[.;,)]|\Z)", re.IGNORECASE)
_RECEIVED = re.compile(r"(?:tiếp nhận|thụ lý)[^,;.()\d]{0,30}\Z", re.IGNORECASE)
_SETTLED = re.compile(r"(?:đã|được)\s+(?:giải quyết|xử lý)[^,;.()\d]{0,20}\Z", re.IGNORECASE)
_PENDING = re.compile(r"(?:đang|chưa)\s+(?:giải quyết|xử lý)[^,;.()\d]{0,20}\Z", re.IGNORECASE)
_REACH = 14
CARRIED = "có thể gồm số từ kỳ trước chuyển sang"


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the wholes that the text divides in words."""
    yield from _by_source(scene)
    for index in sorted(scene.told_by("còn", "đang", "chưa")):
        figure = scene.figures[index]
        if figure.unit == "%" or figure.role == "change":
            continue
        relation = _left(scene, index) or _pending(scene, index)
        if relation:
            yield relation


def _by_source(scene: Scene) -> Iterator[Relation]:
    """Granted, paid and their share, source after source: each share, and the two sums."""
    run: list[int] = []
    for index in range(len(scene.figures) + 1):
        if run and index < run[-1] + 3:
            continue
        if index < len(scene.figures) and _is_triple(scene, index):
            if run and (index != run[-1] + 3 or scene.block[index] != scene.block[run[-1]]):
                yield from _sums(scene, run)
                run = []
            run.append(index)
            yield Relation(
                "ratio",
                (scene.figures[index + 1], scene.figures[index]),
                scene.figures[index + 2],
                "ratio.source",
                certain=False,
            )
            continue
        if run:
            yield from _sums(scene, run)
            run = []


def _is_triple(scene: Scene, index: int) -> bool:
    if index + 2 >= len(scene.figures) or scene.sentence[index] != scene.sentence[index + 2]:
        return False
    granted, paid, share = scene.figures[index : index + 3]
    if granted.unit in ("%", None) or granted.unit != paid.unit or share.unit != "%" or share.role == "change":
        return False
    gap = scene.between(index, index + 1)
    near = len(gap) < 50 and len(scene.between(index + 1, index + 2)) < 20
    return near and _PAID.search(gap) is not None and value_of(paid) <= value_of(granted)


def _sums(scene: Scene, run: list[int]) -> Iterator[Relation]:
    if len(run) < 2:
        return
    last = scene.anchor.get(scene.block[run[0]], run[0] - 1) + 1
    for offset in (0, 1):
        parts = tuple(scene.figures[place + offset] for place in run)
        total = sum(value_of(part) for part in parts)
        earlier = scene.figures[max(0, last - _REACH) : last]
        wholes = [one for one in earlier if one.unit == parts[0].unit and one.role != "change"]
        whole = min(wholes, key=lambda one: abs(value_of(one) - total), default=None)
        if whole is not None:
            yield Relation("sum", parts, whole, "sum.source", certain=False)


def _left(scene: Scene, index: int) -> Relation | None:
    """``1.284 hộ, đã chi trả 1.097 hộ (85,44%), còn 187 hộ``."""
    if not _LEFT.search(scene.before(index)):
        return None
    left = scene.figures[index]
    done = index - 1
    while done > 0 and scene.figures[done].unit == "%" and scene.sentence[done] == scene.sentence[index]:
        done -= 1
    if done < 1 or scene.sentence[done] != scene.sentence[index] or not same_unit(scene.figures[done], left):
        return None
    apart = ";" in scene.between(done, index) and _AND_LEFT.search(scene.before(index)) is None
    planned = scene.figures[done].role == "plan" and _DONE.fullmatch(scene.between(done - 1, done)) is None
    if apart or planned or scene.figures[done].role == "change":
        return None
    total = value_of(scene.figures[done]) + value_of(left)
    nearest = scene.figures[done - 1]
    direct = scene.sentence[done - 1] == scene.sentence[done]
    told = direct and _DONE.fullmatch(scene.between(done - 1, done)) is not None
    told = told and _ENDS.match(scene.after(index)) is not None
    if told and same_unit(nearest, left) and nearest.role not in ("change", "part"):
        args = (nearest, scene.figures[done])
        return Relation("difference", args, left, "difference.remaining", certain=False, likely=True)
    for whole in reversed(scene.figures[max(0, done - _REACH - 4) : done]):
        if same_unit(whole, left) and value_of(whole) == total and whole.role not in ("change", "part"):
            return Relation("difference", (whole, scene.figures[done]), left, "difference.remaining", certain=False)
    return None


def _pending(scene: Scene, index: int) -> Relation | None:
    """What was settled and what is pending are more than what was received: some may be older."""
    if not _PENDING.search(scene.before(index)):
        return None
    settled: int | None = None
    aside = False
    for place in range(index - 1, max(index - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return None
        figure = scene.figures[place]
        if not same_unit(figure, scene.figures[index]) or figure.role == "change":
            continue
        if settled is None and _SETTLED.search(scene.before(place)):
            settled = place
        elif settled is None:
            aside = True
        elif figure.of is None and _RECEIVED.search(scene.before(place)):
            parts = (scene.figures[settled], scene.figures[index])
            above = value_of(parts[0]) + value_of(parts[1]) > value_of(figure)
            if aside and not above:
                return None  # đã giải quyết 351 vụ, tạm đình chỉ 18 vụ, đang giải quyết 57 vụ
            return Relation("sum", parts, figure, "sum.pending", above, CARRIED if above else None, likely=not above)
    return None
