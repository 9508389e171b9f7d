"""A percentage whose two figures the words name, wherever they stand in the sentence.

Finds         1.877 chuyến đúng giờ trong tổng số 2.024 chuyến, chiếm tỷ lệ 92,7%
              4.057 doanh nghiệp, tăng 7,9%, trong đó 3.745 doanh nghiệp vốn dưới 10 tỷ đồng, chiếm 92,3%
Leaves alone  tỷ lệ hộ nghèo còn 2,1%: of no figure beside it

Reported where they hold, or where one slip explains why not.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import COMPARED

_BEHIND = re.compile(r"\bchiếm(?:\s+(?:tỷ|tỉ)\s+(?:lệ|trọng))?\s+(?:gần |hơn |trên )?\Z", re.IGNORECASE)
_OUT_OF = re.compile(
    r"[^;.()\d]{0,60}\b(?:trong|trên)\s+(?P<all>tổng\s+(?:số\s+)?(?:(?:vốn|dự toán|kế hoạch|nợ|hộ|số|dân số)\s+){0,2}"
    r"|số\s+)(?:hơn\s+|gần\s+|trên\s+)?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:[^;.()\d]|(?<=năm )20\d\d){0,60}"
    r"[,(]\s*(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|tương đương|tương ứng)(?:\s+(?:tỷ|tỉ) lệ)?\s*"
    r"(?:gần |hơn |trên )?",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"[^;.()]{0,80}(?:\([^()]{0,60}\)[^;.()]{0,20})?,\s*trong đó(?:\s+có)?\s[^;.()\d]{0,20}", re.IGNORECASE
)
_MODIFIER = re.compile(r"\b(?:dưới|trên|từ|hơn|quá|vốn|ít nhất|tối đa)\s+\Z", re.IGNORECASE)
_IN_PASSING = re.compile(r"\s*,\s*")  # khám phá 186 vụ, 477 đối tượng (đạt 87,3%)
_REACH = 8


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares that the words tie to two figures before them."""
    rates = scene.told_by("tỷ lệ", "tỉ lệ", "chiếm", "đạt", "bằng", "tương")
    for index in sorted(rates):
        figure = scene.figures[index]
        if figure.unit != "%" or figure.role in ("change", "plan"):
            continue
        relation = _out_of(scene, index) or _of_which(scene, index) or _after(scene, index)
        if relation:
            yield relation


def _after(scene: Scene, index: int) -> Relation | None:
    """``trong đó khu vực cá thể 234,7 tỷ đồng, tăng 58,5%, chiếm tỷ lệ 6%``: of the whole of the part."""
    if scene.figures[index - 1].role != "change" or _BEHIND.search(scene.between(index - 1, index)) is None:
        return None
    for place in range(index - 2, max(index - _REACH, -1), -1):
        part = scene.figures[place]
        if scene.sentence[place] != scene.sentence[index] or ";" in scene.between(place, index):
            return None
        if part.role == "change" or part.unit == "%":
            continue
        whole = scene.find(part.of)
        if whole is None or not same_unit(part, whole):
            return None
        return Relation("ratio", (part, whole), scene.figures[index], "ratio.after", certain=False, likely=True)
    return None


def _out_of(scene: Scene, index: int) -> Relation | None:
    if index < 2 or scene.sentence[index - 2] != scene.sentence[index]:
        return None
    done, whole = scene.figures[index - 2], scene.figures[index - 1]
    told = _OUT_OF.fullmatch(scene.between(index - 2, index - 1))
    if COMPARED.match(scene.after(index)):
        return None
    gap = scene.between(index - 1, index)
    if told is None or not _SHARE.fullmatch(gap) or not same_unit(done, whole):
        return None
    share = scene.figures[index]
    certain = told["all"].lower().startswith("tổng") and value_of(done) <= value_of(whole) and share.approx is None
    return Relation("ratio", (done, whole), share, "ratio.out-of", certain=certain, likely=True)


def _of_which(scene: Scene, index: int) -> Relation | None:
    """Between the whole and its part its own changes may stand, behind the part a size (vốn dưới 10 tỷ đồng)."""
    if _SHARE.fullmatch(scene.between(index - 1, index)) is None:
        return None
    part = index - 1
    if part > 1 and _MODIFIER.search(scene.before(part, 15)):
        part -= 1
    if part > 1 and _IN_PASSING.fullmatch(scene.between(part - 1, part)):
        return None
    for place in range(part - 1, max(index - _REACH, -1), -1):
        whole, figure = scene.figures[place], scene.figures[part]
        if scene.sentence[place] != scene.sentence[index]:
            return None
        if whole.unit == "%" or whole.role == "change":
            continue
        if not same_unit(whole, figure) or not is_exact(whole) or _AMONG.fullmatch(scene.between(place, part)) is None:
            return None
        relation = Relation(
            "ratio", (figure, whole), scene.figures[index], "ratio.of-which", certain=False, likely=True
        )
        return relation if part < index - 1 or holds(relation) else None
    return None
