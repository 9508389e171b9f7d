"""What the words say outright of the figures beside them: nothing else can be meant, whatever the slip.

Finds         Sở A đạt 82,4%, Sở B 61,0%, chênh nhau 24,1 điểm phần trăm (21,4)
              cấp 18.260 giấy trong tổng số 19.430 thửa, hoàn thành 49,0%
              đá 342 nghìn m³, hơn 318 nghìn m³ của năm ngoái 42 nghìn m³ (24)
              làm chết 11 người; so cùng kỳ giảm 3 vụ, giảm 5 người chết (13 người)
Leaves alone  what another relation tells of the figure that the words end in · shares of a plan or of another time
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import POINTS, same_unit
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene

_APART = re.compile(
    r"(?:chênh(?: lệch)?(?: nhau)?|cách nhau|cách biệt|hơn kém nhau)(?: (?:tới|đến|là|khoảng|nhau|chỉ|có|những))*\s+\Z",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"[^,;.()\d]{0,30}\btrong tổng (?:số\s+)?[^,;.()\d]{0,30}", re.IGNORECASE)
_WITHIN = re.compile(r"\btrong tổng (?:số\s+)?[^,;.()\d]{2,30}\Z", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:[^,;.()\d]|\d{1,2}/\d{1,2}(?:/\d{4})?){0,40}"
    r"[,(]\s*(?:hoàn thành|đạt(?: tỷ lệ)?|bằng|chiếm|tỷ lệ|tương đương)\s+",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\s*(?:so\b|cùng kỳ|kế hoạch|dự toán|chỉ tiêu|kh\b)", re.IGNORECASE)
_HARM = re.compile(r"\b(?:chết|tử vong|thiệt mạng|bị thương|mất tích)\b", re.IGNORECASE)
_NOTED = re.compile(r"[^,;.()\d]{0,20}\(\s*(?:cùng kỳ\s+)?")
_THAN = re.compile(
    r"[^,;.()\d]{0,25},?\s*(?:đã\s+|vẫn\s+|chỉ\s+)*"
    r"(?:(?P<down>(?:thấp|ít|kém|nhỏ) hơn|kém|thua)|(?:cao|nhiều|lớn|trội) hơn|hơn|vượt)(?: so với)?"
    r"(?: mức| con số)?\s+",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\s*\(?(?:của\s)?[^,;.()\d]{0,25}\b(?:cùng kỳ|cùng quý|trước|ngoái|năm 20\d\d)[^,;.()\d]{0,12}\)?"
    r"(?:,? (?:tới|đến|là))?\s*",
    re.IGNORECASE,
)
_WHILE = re.compile(r"[^;.()\d]{0,30}\b(?:trong khi|mà|còn|cách đây|trước đó|thời điểm)\s[^;.()]{0,40}", re.IGNORECASE)
_SO = re.compile(
    r"[^,;.()\d]{0,25},\s*(?:nghĩa là|tức(?: là)?|như vậy(?: là)?|tương đương|hay)\s[^,;.()\d]{0,30}", re.IGNORECASE
)
_CUT = re.compile(r"[,;.()]")
_BACK = 8


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the relations that the words around a figure leave no doubt about."""
    told = known.settled | known.wrong | frozenset(known.by_result)
    for index in range(2, len(scene.figures)):
        if scene.figures[index].id in told or scene.sentence[index] != scene.sentence[index - 1]:
            continue
        relation = next((found for read in _READINGS if (found := read(scene, index)) is not None), None)
        if relation is not None:
            yield relation


def _alike(scene: Scene, *places: int) -> bool:
    """Whether the figures stand in one sentence and are told in one unit."""
    first = scene.figures[places[0]]
    return all(
        same_unit(first, scene.figures[place]) and scene.sentence[place] == scene.sentence[places[0]]
        for place in places[1:]
    )


def _apart(scene: Scene, index: int) -> Relation | None:
    """``A 82,4%, B 61,0%, chênh nhau 21,4 điểm phần trăm``."""
    gap = scene.figures[index]
    if not _APART.search(scene.before(index, 60)) or not _alike(scene, index - 2, index - 1):
        return None
    one, other = scene.figures[index - 2], scene.figures[index - 1]
    if not (same_unit(one, gap) or (one.unit == "%" and gap.unit in POINTS)):
        return None
    more, less = (one, other) if value_of(one) >= value_of(other) else (other, one)
    return Relation("difference", (more, less), gap, "difference.outright")


def _share_of_all(scene: Scene, index: int) -> Relation | None:
    """``P trong tổng số T, đạt R%`` · ``Trong tổng thu T, đất P, bằng R%``."""
    share = scene.figures[index]
    if share.unit != "%" or share.role in ("change", "plan", "share_of_plan") or _OTHER.match(scene.after(index, 30)):
        return None
    one, other = index - 2, index - 1
    if scene.sentence[one] != scene.sentence[index] or not _SHARE.fullmatch(scene.between(other, index)):
        return None
    if _IN_ALL.fullmatch(scene.between(one, other)):
        part, whole = scene.figures[one], scene.figures[other]
    elif _WITHIN.search(scene.before(one, 60)) and _alike(scene, one, other):
        part, whole = scene.figures[other], scene.figures[one]
    else:
        return None
    if "%" in (part.unit, whole.unit) or "change" in (part.role, whole.role):
        return None
    return Relation("ratio", (part, whole), share, "ratio.outright")


def _fewer_hurt(scene: Scene, index: int) -> Relation | None:
    """``làm chết 11 người ...; so cùng kỳ giảm 3 vụ, giảm 2 người chết (13 người)``: ``index`` is what it was."""
    change = index - 1
    if scene.figures[change].role != "change" or not _alike(scene, change, index):
        return None
    if not _NOTED.fullmatch(scene.between(change, index)) or not scene.after(index, 2).startswith(")"):
        return None
    harm = _HARM.search(scene.between(change, index)) or _HARM.search(scene.before(change, 30))
    for now in range(change - 1, max(change - _BACK, -1), -1):
        if harm is None or scene.block[now] != scene.block[index]:
            return None
        if scene.figures[now].role == "change" or not same_unit(scene.figures[now], scene.figures[index]):
            continue
        words = _CUT.split(scene.before(now, 40))[-1] + " " + _CUT.split(scene.after(now, 25))[0]
        if harm[0].lower() in words.lower():
            args = scene.figures[now], scene.figures[index]
            return Relation("difference", args, scene.figures[change], "difference.outright")
    return None


def _less_than(scene: Scene, index: int) -> Relation | None:
    """``A, thấp hơn B năm ngoái R%`` · ``A, hơn B của năm ngoái D``: told in the direction of the words."""
    now, base, told = scene.figures[index - 2 : index + 1]
    if not _alike(scene, index - 2, index - 1) or base.role == "plan":
        return None
    than = _THAN.fullmatch(scene.between(index - 2, index - 1))
    if than is None or not _THEN.fullmatch(scene.between(index - 1, index)):
        return None
    change = replace(told, value=abs(value_of(told)) * (-1 if than["down"] else 1))
    args = now, replace(base, value=abs(value_of(base)), approx=None)  # "thấp hơn 24,5" is no change
    if told.unit == "%":
        return Relation("growth_of", args, change, "growth.outright")
    return Relation("difference", args, change, "difference.outright") if same_unit(told, now) else None


def _meanwhile(scene: Scene, index: int) -> Relation | None:
    """``A trong khi năm trước là B, nghĩa là giảm R%`` · ``..., tức mỗi ký cao hơn C``."""
    now, base, change = index - 2, index - 1, scene.figures[index]
    if change.role != "change" or not _alike(scene, now, base) or scene.figures[base].role == "plan":
        return None
    if not _WHILE.fullmatch(scene.between(now, base)) or not _SO.fullmatch(scene.between(base, index)):
        return None
    args = scene.figures[now], scene.figures[base]
    if change.unit == "%":
        return Relation("growth_of", args, change, "growth.outright")
    alike = (change.unit or "") == (args[0].unit or "").partition("/")[0]
    return Relation("difference", args, change, "difference.outright") if alike else None


_READINGS: tuple[Callable[[Scene, int], Relation | None], ...] = (
    _apart,
    _share_of_all,
    _fewer_hurt,
    _less_than,
    _meanwhile,
)
