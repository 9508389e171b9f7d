"""Shares whose words bind them to two figures, whatever the slip and however few their digits.

Finds         thu 86,4 tỷ đồng, bằng 158% dự toán năm (80 tỷ đồng) · (đạt 71,3% KH, KH năm 9.000 triệu kWh)
              đã tiếp nhận 128.450 liều, đã tiêm 109.182 liều (đạt 88%): done of what there was to do
              tổng lượt khách 23,8 triệu lượt; riêng đảo Ngọc 8,1 triệu lượt, chiếm 43%: a part of a total
Leaves alone  shares that another figure before them gives · shares of what the words behind them name
              đạt 80% kế hoạch với 12 tỷ đồng · bằng 104% cùng kỳ (80 tỷ đồng): no plan, another time
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of
from dondoc.checking.arithmetic.relation import Relation, computed_interval, holds, value_of
from dondoc.checking.claimed.slips import is_swapped
from dondoc.checking.claimed.tied_shares import THEN, may_be_whole
from dondoc.checking.nearest.known import Known
from dondoc.checking.nearest.shares import OF_OTHERS
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import is_settling
from dondoc.checking.shares.ratio_places import is_pair
from dondoc.facts import Quantity

_PLAN = r"(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|\bkh\b)"
_SHARE = re.compile(
    r"[^,;.()\d]{0,40}[,(–-]?\s*(?:(?:quá nửa|gần nửa|hơn nửa|một nửa|tức|hay|như vậy|ước|đã|mới|chỉ|cũng|chiếm"
    r"|tương đương|tương ứng|tỷ lệ|tỉ lệ|tỷ trọng|bằng|đạt|hoàn thành|khoảng|gần|hơn|trên|là|với|được)\s+|[=(]\s*)+",
    re.IGNORECASE,
)
_INSIDE = r"(?:(?:kế hoạch|kh|dự toán|chỉ tiêu|tổng|cả|số|là|năm|20\d\d|tỉnh|huyện|xã|giao|của|vốn|được|toàn)\s+)*"
_BASE = re.compile(
    rf"\s*(?:so với\s+|trong\s+|trên\s+|của\s+)?(?:{_PLAN}|tổng|số|diện tích|dân số|vốn|sản lượng)[^,;.()\d]{{0,50}}"
    rf"(?:(?:năm )?20\d\d\s*)?(?:\(\s*{_INSIDE}|[,;]\s*{_PLAN}[^,;.()\d]{{0,25}})",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?:nhận|thụ lý|xảy ra|phát hiện|phạm pháp|tội phạm|hòa giải"
    r"|\bgiao\b|phân bổ|bố trí|đăng ký|kế hoạch|dự toán|chỉ tiêu|\btổng\b|phát hành|được (?:cấp|duyệt))"
    r"[^:;,.()\d]{0,40}\Z",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:[;,.:)\n]|\A)\s*(?:kết quả,?\s+)?"
    r"(?:(?:tính |lũy kế |luỹ kế )?đến (?:nay|hết|ngày|tháng|cuối|\d)[^;,.:()]{0,25}?[,:\s]\s*)?"
    r"(?:(?:nhưng|song|mà)\s+)?(?:(?:đã|mới|chỉ|hiện)\s+){1,2}(?:[^\W\d_]+\s+){1,4}\Z"
    r"|[;,]\s*(?:điều tra,? )?(?:làm rõ|khám phá|giải quyết|hòa giải thành|hoà giải thành)\s+(?:được\s+)?\Z",
    re.IGNORECASE,
)
_UNNAMED = re.compile(rf"\s*(?:[,;.):+–-]|\Z|{_PLAN}|(?:so với )?tổng số\b|và\b|còn\b)", re.IGNORECASE)
_OF_PLAN = re.compile(rf"\s*{_PLAN}", re.IGNORECASE)
_PART = re.compile(r"\b(?:riêng|trong (?:số )?đó)\b[^,;.()\d]{0,40}\Z", re.IGNORECASE)
_AMONG = re.compile(r"[^,;.()\d]{0,30},\s*trong (?:số )?đó\b[^,;.()\d]{0,40}", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:\A|[,;.:(\n]\s*|\s)(?:tổng|dân số|toàn (?:tỉnh|huyện|xã|thành phố|ngành) có)[^,;.:()\d]{0,50}\Z", re.IGNORECASE
)
_ASIDE, _BREAK, _COUNTED = re.compile(r"\([^()]*\)"), re.compile(r"[;:\n]|[.,]\s"), re.compile(r"\d[\d.,/]*")
_WIDTH = 140
_REACH, _SENTENCES, _BACK, _AHEAD = 6, 1, 12, 4


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the shares that do not come out of the two figures to which their words bind them."""
    for index in range(1, len(scene.figures)):
        share = scene.figures[index]
        if share.unit != "%" or share.role == "change" or share.id in known.by_result or share.id in known.wrong:
            continue
        if OF_OTHERS.search(scene.before(index, 60)) or not is_told_of(scene, index):
            continue
        relation = next((found for read in _READINGS if (found := read(scene, index)) is not None), None)
        if relation is not None and not is_explained(scene, relation):
            yield relation


def is_told_of(scene: Scene, index: int) -> bool:
    """Whether a percentage is told of the amount right before it."""
    part = index - 1
    same = scene.sentence[part] == scene.sentence[index]
    if not same or not scene.is_amount(part) or scene.figures[part].role == "rank":
        return False
    return value_of(scene.figures[part]) > 0 and _SHARE.fullmatch(scene.between(part, index)) is not None


def _of_base_behind(scene: Scene, index: int) -> Relation | None:
    """``86,4 tỷ đồng, bằng 158% dự toán năm (80 tỷ đồng)``."""
    whole = index + 1
    if whole == len(scene.figures) or not may_be_whole(scene, whole, index - 1):
        return None
    words = scene.between(index, whole)
    if _BASE.fullmatch(words) is None or THEN.search(words) is not None:
        return None
    return _ratio(scene, index - 1, whole, index)


def _of_given(scene: Scene, index: int) -> Relation | None:
    """``đã tiếp nhận 128.450 liều, đã tiêm 109.182 liều (đạt 88%)``."""
    done = _DONE.search(scene.before(index - 1, 90)) is not None or is_settling(scene, index - 1, index)
    if not done or _UNNAMED.match(scene.after(index, 30)) is None:
        return None
    for place in range(index - 2, max(index - _REACH, -1), -1):
        if scene.sentence[index] - scene.sentence[place] > _SENTENCES or scene.block[place] != scene.block[index]:
            return None
        if scene.has_closed(place, index - 1) or scene.figures[place].role == "change":
            continue
        if not may_be_whole(scene, place, index - 1):
            return None
        given = _GIVEN.search(_clause(scene, place)) is not None
        return _ratio(scene, index - 1, place, index) if given else None
    return None


def _clause(scene: Scene, place: int) -> str:
    """The words before a figure in its clause, without their asides and with their numbers left out."""
    start = scene.starts[place]
    words = _ASIDE.sub("", scene.facts.text.content[max(start - _WIDTH, 0) : start])
    return _COUNTED.sub("", _BREAK.split(words)[-1])


def _of_total(scene: Scene, index: int) -> Relation | None:
    """``tổng lượt khách 23,8 triệu lượt; riêng đảo Ngọc 8,1 triệu lượt, chiếm 43%``."""
    after = scene.after(index, 30)
    if _PART.search(scene.before(index - 1, 60)) is None or not _UNNAMED.match(after) or _OF_PLAN.match(after):
        return None
    for place in range(index - 2, max(index - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return None
        if not may_be_whole(scene, place, index - 1):
            continue
        beside = place == index - 2 and _AMONG.fullmatch(scene.between(place, index - 1)) is not None
        if beside or _TOTAL.search(scene.before(place, 80)):
            return _ratio(scene, index - 1, place, index)
    return None


def _of_pair(scene: Scene, index: int) -> Relation | None:
    """``49/51 đồng chí tán thành (đạt 96,1%)``, where the percentage was taken for a plan."""
    if (
        scene.figures[index].role != "plan"
        or not is_pair(scene, index - 2)
        or not may_be_whole(scene, index - 2, index - 1)
    ):
        return None
    return _ratio(scene, index - 2, index - 1, index)


_READINGS: tuple[Callable[[Scene, int], Relation | None], ...] = (_of_pair, _of_base_behind, _of_given, _of_total)


def is_explained(scene: Scene, relation: Relation) -> bool:
    """Whether a share holds, but for its rest cut off, or with another figure of its sentence or the one before."""
    computed = computed_interval(relation)
    rest = Decimal(0) if relation.result.approx else 2 * relation.result.half_step
    if computed is None or is_swapped(relation) or computed.meets(_around(relation.result, rest)):
        return True
    part, whole, index = (scene.place[figure.id] for figure in (*relation.args, relation.result))
    for place in range(max(index - _BACK, 0), min(index + _AHEAD, len(scene.figures))):
        if place in (part, whole) or abs(scene.sentence[index] - scene.sentence[place]) > 1:
            continue
        if may_be_whole(scene, place, part) and (
            holds(_ratio(scene, part, place, index)) or holds(_ratio(scene, place, whole, index))
        ):
            return True
    return False


def _around(share: Quantity, rest: Decimal) -> Interval:
    told = interval_of(share)
    return Interval(told.low - rest, told.high + rest)


def _ratio(scene: Scene, part: int, whole: int, share: int) -> Relation:
    return Relation("ratio", (scene.figures[part], scene.figures[whole]), scene.figures[share], "ratio.bound")
