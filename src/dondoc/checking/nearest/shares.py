"""A percentage that two figures near it give, whatever words stand between them.

Finds         thực hiện 172,8 tỷ đồng, giải ngân 158,6 tỷ đồng, lần lượt đạt 44,7% và 41,0% kế hoạch (386,5 tỷ đồng)
              kim ngạch 77,52 triệu USD ... Khu vực trong nước 48,06 triệu USD, chiếm 62% kim ngạch xuất khẩu
              thuế 412,8 tỷ đồng (chiếm 32,1% tổng thu), lệ phí 188,5 tỷ đồng (14,7%)
              lũy kế 3.600 tỷ đồng, giảm 7% so với cùng kỳ (3.883 tỷ đồng); đạt 28,6% so với kế hoạch (12.600 tỷ đồng)
              412.700 hồ sơ, 68,0% nộp qua mạng (280.636 hồ sơ) · đạt 91,2% dự toán, tương ứng 99.395 tỷ đồng
Leaves alone  shares that another rule has told · shares of few digits that some pair of many would give by chance
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.repeated import rates_alike
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.nearest.known import Known, chance_of_share, count_alike
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import COMPARED, DIRECT
from dondoc.checking.shares.ratio_places import is_pair

OF_OTHERS = re.compile(
    r"(?:cùng kỳ|năm trước|tháng trước|cả nước|toàn quốc|toàn vùng|bình quân|trung bình|dưới|trên|từ|lãi suất"
    r"|thuế suất)"
    r"[^,;.()%\d]{0,25}\Z",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r"\bchiế[mn]\s+\Z", re.IGNORECASE)  # a share of what is planned too
_MOVED = re.compile(r"\b(?:tăng|giảm|lên|xuống|vượt|hơn|kém|mất|hụt|sụt|tụt|bớt)\b[^,;.()\d]{0,20}\Z", re.IGNORECASE)
_NAME = re.compile(r"\s*\)?\s*(?:so với\s+|trên\s+|trong\s+|của\s+|về\s+)?(?P<name>[^,;.()\d%]{3,70})")
_OWN = re.compile(r"\s*\((?:chiếm|tỷ trọng|tỷ lệ)\s+", re.IGNORECASE)
_OUT_OF = re.compile(r"\btrên\b|trong|tổng|so|phải|giao|/|của", re.IGNORECASE)
# What ties a share to the part behind it: "nợ xấu 0,89%, tức khoảng 406 tỷ đồng", "99,7%, với 19.862 em đỗ".
THAT_IS = re.compile(
    r"(?:[^;.()\d]|năm \d{4}){0,70}?(?:\(\s*|\b(?:tức|hay|nghĩa|tương ứng|tương đương|ứng|với|là)\s+)"
    r"(?:(?:là|với|số|khoảng|gần|hơn|trên|được|đạt|đã|ước)\s+)*(?:[^\W\d_]+\s+){0,4}",
    re.IGNORECASE,
)
_IDLE = frozenset(
    """
    tổng số của toàn tỉnh huyện xã thành phố địa phương bàn cả năm giao so lượng có được đạt chiếm và
    """.split()  # noqa: SIM905
)  # fmt: skip
_NEAR, _BEHIND, _BACK, _FAR = 10, 4, 30, 60
_BUDGET, _NAMED_BUDGET = Decimal("0.03"), Decimal("0.06")
_HUNDRED, _TEN, _CLOSE = 100, 10, 0.2


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that no rule has told and that two figures near them give."""
    for index in range(len(scene.figures)):
        if is_open(scene, known, index):
            relation = _told(scene, known, index)
            if relation is not None:
                yield relation


def _told(scene: Scene, known: Known, index: int) -> Relation | None:
    """The share of a part before it, or of one that its words tie to it behind."""
    for parts in (parts_before(scene, index), _parts_behind(scene, index)):
        relation = _held(scene, known, index, parts)
        if relation is not None:
            return relation
    return None


def _held(scene: Scene, known: Known, index: int, parts: Iterable[int]) -> Relation | None:
    """The first pair, by how plausible it is, that gives the share, unless it would by chance."""
    values = known.amounts.values
    share = values[index]
    for tried, (top, place, by_name) in enumerate(candidates(scene, known, index, parts), start=1):
        if abs(values[top] * _HUNDRED - share * values[place]) > _CLOSE * share * values[place]:
            continue
        relation = share_of(scene, top, place, index)
        if holds(relation) and not _is_copied(scene, top, index):
            by_chance = chance_of_share(relation) * tried
            if by_chance <= (_NAMED_BUDGET if by_name else _BUDGET):
                return relation
    return None


def _is_copied(scene: Scene, top: int, index: int) -> bool:
    """``nghèo 1.860 hộ, tỷ lệ 6,2%; cận nghèo 1.230 hộ, chiếm 6,2%``: a share is told of what stands right before it,
    and of another figure the one before."""
    own = index - 1
    if top >= own or not _may_be_part(scene, own) or not same_unit(scene.figures[own], scene.figures[top]):
        return False
    if DIRECT.fullmatch(scene.between(own, index)) is None:
        return False
    return next(rates_alike(scene, index, index - max(top - 1, 0)), None) is not None


def share_of(scene: Scene, part: int, whole: int, share: int) -> Relation:
    """The share of two figures, told where it holds."""
    args = scene.figures[part], scene.figures[whole]
    return Relation("ratio", args, scene.figures[share], "ratio.nearest", certain=False, held_only=True)


def candidates(scene: Scene, known: Known, index: int, parts: Iterable[int]) -> Iterator[tuple[int, int, bool]]:
    """Each of ``parts`` and the whole that the percentage at ``index`` may tell of, likeliest first, and whether the
    words name the whole."""
    words = named(scene, index)
    for top in parts:
        for place, by_name in _wholes(scene, known, index, top, words):
            yield top, place, by_name


def is_open(scene: Scene, known: Known, index: int, *, planned: bool = False) -> bool:
    """Whether a figure is a share that no rule has told; ``planned`` ones too, where they are asked for."""
    share = scene.figures[index]
    if (
        share.unit != "%"
        or share.role == "change"
        or (share.role == "plan" and not planned and _TAKES_UP.search(scene.before(index, 12)) is None)
        or share.id in known.by_result
        or share.id in known.settled
    ):
        return False
    if value_of(share) == _HUNDRED or OF_OTHERS.search(scene.before(index, 60)):
        return False
    return not (_MOVED.search(scene.before(index, 40)) and share.role != "share_of_plan")


def named(scene: Scene, index: int) -> frozenset[str]:
    """The words behind a share that say what it is of."""
    found = _NAME.match(scene.after(index, 80))
    return content_words(found["name"]) - _IDLE if found is not None else frozenset()


def parts_before(scene: Scene, index: int) -> Iterator[int]:
    """The figures that may be what the share is told of: nearest first, of its sentence, or else of the one before."""
    found = 0
    for place in range(index - 1, max(index - _NEAR - 1, -1), -1):
        apart = scene.sentence[index] - scene.sentence[place]
        if apart > 1 or scene.block[place] != scene.block[index] or (apart and found):
            return
        if place < index - 1 and _has_own(scene, place):
            continue  # A 16 tỷ đồng (chiếm 20%), B 8 tỷ đồng (chiếm 10%)
        if _may_be_part(scene, place) and not (scene.has_closed(place, index) and place != index - 1):
            found += scene.figures[place].role != "plan"
            yield place
        elif place == index - 1 and (scene.figures[place].role, scene.figures[index].role) == (
            "change",
            "share_of_plan",
        ):
            yield place  # tăng 46 tỷ đồng, hoàn thành 92% kế hoạch tăng trưởng (50 tỷ đồng)


def _parts_behind(scene: Scene, index: int) -> Iterator[int]:
    """The figure right behind a share that words tie to it, and the one beside that in a bracket."""
    part = index + 1
    if part == len(scene.figures) or scene.sentence[part] != scene.sentence[index]:
        return
    words = scene.between(index, part)
    if THAT_IS.fullmatch(words) is None:
        return
    if _may_be_part(scene, part):
        yield part
    beside = part + 1
    inside = "(" in words and beside < len(scene.figures) and ")" not in scene.between(part, beside)
    if inside and scene.sentence[beside] == scene.sentence[index] and _may_be_part(scene, beside):
        yield beside


def _has_own(scene: Scene, place: int) -> bool:
    """Whether a share of its own stands right behind a figure, in a bracket."""
    return scene.figures[place + 1].unit == "%" and _OWN.fullmatch(scene.between(place, place + 1)) is not None


def _may_be_part(scene: Scene, place: int) -> bool:
    figure = scene.figures[place]
    return scene.is_amount(place) and figure.role != "rank" and value_of(figure) > 0


def _wholes(scene: Scene, known: Known, index: int, top: int, words: frozenset[str]) -> Iterator[tuple[int, bool]]:
    """The figures that the part may be a share of, likeliest first, and whether the words name them."""
    share, part = scene.figures[index], scene.figures[top]
    seen: set[int] = {top}
    compared = COMPARED.match(scene.after(index)) is not None
    for place, by_name in _in_order(scene, known, index, top, words, compared):
        whole = scene.figures[place]
        if place in seen or not _may_be_part(scene, place) or not count_alike(part, whole):
            continue
        if top < place < index and whole.role != "plan" and _OUT_OF.search(scene.before(place, 60)) is None:
            continue  # tiếp nhận 268 đơn, đã xử lý 342 đơn, tỷ lệ 78,4%
        if part.role == "plan" != whole.role and share.role != "plan":
            continue
        if share.role == "share_of_plan" and whole.id in known.parts and scene.has_closed(place, top):
            continue  # được giao 412,8 tỷ đồng (vốn tỉnh 236,5 tỷ đồng, vốn huyện ...), giải ngân ...
        less = share.role != "share_of_plan" and not compared and value_of(share) < _HUNDRED
        if less and value_of(whole) <= value_of(part):
            continue
        if value_of(whole) < _TEN and is_exact(whole) and scene.sentence[place] != scene.sentence[index]:
            continue  # 2 of 4 is half of anything
        seen.add(place)
        yield place, by_name


def _in_order(
    scene: Scene, known: Known, index: int, top: int, words: frozenset[str], compared: bool
) -> Iterator[tuple[int, bool]]:
    last = min(index + _BEHIND, len(scene.figures) - 1)
    for place in range(index + 1, last + 1):
        if scene.sentence[place] != scene.sentence[index]:
            break
        yield place, "(" in scene.between(index, index + 1) or place == index + 1
    if compared:
        return
    if is_pair(scene, top):
        yield top + 1, True
    for place in range(index - 1, max(index - _BACK, -1), -1):
        other = known.by_result.get(scene.figures[place].id)
        if other is not None and other.form == "ratio" and other.args[1].id in scene.place:
            yield scene.place[other.args[1].id], True
            break
    if words:
        for place in range(top - 1, max(top - _FAR, -1), -1):
            if 2 * len(words & scene.of(place, borne)) >= len(words):
                yield place, True
    for place in range(index - 1, max(top - _BACK, -1), -1):
        if scene.block[place] != scene.block[top]:
            break
        yield place, False


def borne(scene: Scene, place: int) -> frozenset[str]:
    """The words that a figure is called by."""
    figure = scene.figures[place]
    return content_words(f"{figure.indicator or ''} {scene.before(place, 90)} {figure.unit or ''}")
