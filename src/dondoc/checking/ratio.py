"""A percentage that two figures of the text give: a share of the plan, a share of a whole.

Finds         23/160 doanh nghiệp, đạt 14,38% · kế hoạch 600 ha ... được 711 ha, đạt 118,5% kế hoạch
              đạt 57,96% (4.521/7.800 tỷ đồng) · tiếp nhận 1.646 hồ sơ ... đúng hạn 1.636, đạt tỷ lệ 99,39%
Leaves alone  tăng 5,14%: a change; đạt 24,45% kế hoạch where no plan is stated; 62% so với cùng kỳ
"""

import re
from collections.abc import Iterator

from dondoc.checking.ratio_claims import (
    COMPARED,
    DIRECT,
    NAMED_BASE,
    OF_THEIR_OWN,
    are_both_of_plans,
    dividend,
    has_base_behind,
    has_own_share,
    is_compared_row,
    is_inside,
    is_next_outcome,
    is_of_which,
    is_outcome,
    is_planned,
    is_rate_beside,
    is_settled,
    is_settling,
)
from dondoc.checking.relation import Relation, holds
from dondoc.checking.scene import Scene
from dondoc.checking.wording import BEFORE_BASE, content_words, counts_alike, names_overlap, same_unit
from dondoc.facts import Quantity

_SLASH = re.compile(r"[^\n/;:]{0,25}/\s*\**\s*(?:(?:kh|kế hoạch|dự toán|chỉ tiêu)(?: năm)?\s+)?\Z", re.IGNORECASE)
_ELSEWHERE = re.compile(r"tăng|giảm|cùng kỳ|tháng trước|năm trước", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:tăng|giảm|lên|xuống)\b[^,;.(]{0,25}\Z", re.IGNORECASE)
_HAVE = re.compile(r"[^,;.(\d]{0,30}\sđạt\s+", re.IGNORECASE)
_OPENS = re.compile(r"[^,;.()\d]{0,40}\(\s*[^,;.()\d]{0,25}\Z")
_SHARE = re.compile(r"đạt|tỷ lệ|tỉ lệ|chiếm|bằng|tương đương|tương ứng|=|\(|\A\s*[-–]\s*\Z", re.IGNORECASE)
_CHANGED = re.compile(r"tăng|giảm|vượt|thiếu|hụt", re.IGNORECASE)
_OTHER_WHOLE = re.compile(r"[^,;.()]{0,60}(?:cả nước|toàn quốc|toàn tỉnh|toàn vùng|khu vực|thế giới)", re.IGNORECASE)
_SHARE_BEFORE = re.compile(
    r"(?:đạt|tỷ lệ|tỉ lệ|chiếm|bằng|tương đương|tương ứng|=|\(|là|được|ước|hay)"
    r"(?:\s+(?:là|trên|khoảng|với|tỷ lệ|gần))*\s*\**\Z",
    re.IGNORECASE,
)
_PAID = re.compile(r"giải ngân|thanh toán", re.IGNORECASE)
_EARLIER_SHARE = re.compile(r"(?:\A|[(;,])\s*(?:cùng kỳ|năm trước|tháng trước)[^,;.()%]{0,30}\Z", re.IGNORECASE)
# "đạt 38%, thấp hơn bình quân chung cả nước (46,3%)": the share of everybody else.
_SHARE_OF_OTHERS = re.compile(
    r"(?:bình quân(?: chung)?|mức(?: bình quân)? chung|trung bình|cao hơn|thấp hơn|bằng)\s+(?:chung\s+)?(?:của\s+)?"
    r"(?:mức\s+)?(?:cả nước|toàn quốc|toàn vùng|khu vực|toàn tỉnh|toàn ngành|tỉnh|vùng|thành phố)[^,;.()%\d]{0,20}\(?"
    r"[^,;.()%\d]{0,20}\Z",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"nhất (?:là|ở|thuộc)|\briêng\b|tiêu biểu|điển hình|chậm|sớm hơn|nhanh hơn", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s+tổng\s+(?!số\b)[^\W\d_]", re.IGNORECASE)
_ALL = 100
_REACH = 12


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the ratios that the text states, at most one for each percentage."""
    last: tuple[int, Quantity] | None = None
    for index, figure in enumerate(scene.figures):
        if figure.rule == "table.cell" or figure.unit != "%" or figure.role in ("change", "plan"):
            continue
        before = scene.before(index, 60)
        if figure.role != "share_of_plan" and _MOVED.search(before):
            continue
        if any(words.search(before) for words in (_ONE_OF_THEM, _EARLIER_SHARE, _SHARE_OF_OTHERS)):
            continue
        if COMPARED.match(scene.after(index)):
            based = _from_base(scene, index)
            if based:
                yield based
            continue
        relation = _from_bracket(scene, index) or _from_pair(scene, index) or _from_plan(scene, index)
        relation = relation or _from_whole(scene, index) or _from_larger(scene, index)
        if last is not None and last[0] == scene.sentence[index] and (relation is None or not holds(relation)):
            relation = _of_same_whole(scene, index, last[1]) or relation
        if relation:
            if holds(relation):
                last = scene.sentence[index], relation.args[1]
            yield relation


def _of_same_whole(scene: Scene, index: int, whole: Quantity) -> Relation | None:
    """``dân số 96,2 triệu người, nam 47,9 triệu người (49,8%), nữ 48,3 triệu người (50,2%)``: as the share before."""
    place = next(_earlier(scene, index), None)
    if place != index - 1 or not same_unit(scene.figures[place], whole) or scene.figures[place] is whole:
        return None
    relation = Relation("ratio", (scene.figures[place], whole), scene.figures[index], "ratio.same-whole", certain=False)
    return relation if holds(relation) else None


def _from_base(scene: Scene, index: int) -> Relation | None:
    """``1.250 triệu kWh, bằng 104,2% so với năm 2023 (1.200 triệu kWh)``; an aside before may be what is compared."""
    if index + 1 >= len(scene.figures) or scene.sentence[index + 1] != scene.sentence[index]:
        return None
    tops = dict.fromkeys(
        place for place in (_top(scene, index), next(_earlier(scene, index), None)) if place is not None
    )
    read = [relation for top in tops if (relation := _against_base(scene, index, top)) is not None]
    return next(filter(holds, read), read[0] if read else None)


def _against_base(scene: Scene, index: int, top: int) -> Relation | None:
    done, base = scene.figures[top], scene.figures[index + 1]
    if not BEFORE_BASE.fullmatch(scene.between(index, index + 1)) or "(" not in scene.between(index, index + 1):
        return None
    if not same_unit(done, base) or ";" in scene.between(top, index):
        return None
    return Relation("ratio", (done, base), scene.figures[index], "ratio.base")


def _is_pair(scene: Scene, first: int) -> bool:
    """Whether figure ``first`` and the next stand as X/Y."""
    return (
        first >= 0
        and first + 1 < len(scene.figures)
        and scene.figures[first].unit != "%"
        and scene.figures[first + 1].unit != "%"
        and _SLASH.fullmatch(scene.between(first, first + 1)) is not None
    )


def _earlier(scene: Scene, index: int) -> Iterator[int]:
    """Figures before ``index`` in its sentence that are no percentages and no changes, nearest first."""
    for place in range(index - 1, max(index - _REACH, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return
        figure = scene.figures[place]
        if figure.unit != "%" and figure.role != "change":
            yield place


def _top(scene: Scene, index: int) -> int | None:
    """What the percentage is of: the nearest figure that does not stand in an aside of its own."""
    nearest = list(_earlier(scene, index))
    return next((place for place in nearest if not scene.has_closed(place, index)), nearest[0] if nearest else None)


def _from_pair(scene: Scene, index: int) -> Relation | None:
    last = next(_earlier(scene, index), None)
    if last is None or not _is_pair(scene, last - 1):
        return None
    gap = scene.between(last, index)
    if ";" in gap or (last == index - 1 and _ELSEWHERE.search(gap)):
        return None
    top, bottom = dividend(scene, last), scene.figures[last]
    certain = last == index - 1 and ")" not in gap and _SHARE_BEFORE.search(gap) is not None
    certain = certain and not _OTHER_WHOLE.match(scene.after(index))
    certain = certain and ("," in gap or OF_THEIR_OWN.search(gap) is None)
    return Relation("ratio", (top, bottom), scene.figures[index], "ratio.pair", certain)


def _from_bracket(scene: Scene, index: int) -> Relation | None:
    if not _is_pair(scene, index + 1) or not _OPENS.fullmatch(scene.between(index, index + 1)):
        return None
    return Relation(
        "ratio", (scene.figures[index + 1], scene.figures[index + 2]), scene.figures[index], "ratio.bracket"
    )


def _from_plan(scene: Scene, index: int) -> Relation | None:
    share = scene.figures[index]
    if share.role != "share_of_plan":
        return None
    following = _from_plan_after(scene, index)
    if following:
        return following
    top = next(_earlier(scene, index), None)
    if top is None or scene.figures[top].role == "plan":
        return _from_plan_first(scene, index)
    done = scene.figures[top]
    if ";" in scene.between(top, index):
        return None
    passed = False
    for place in range(top - 1, max(top - _REACH, -1), -1):
        plan = scene.figures[place]
        if scene.block[place] != scene.block[index]:
            break
        divided = scene.find(plan.of)
        if divided is not None and divided.role == "plan" and plan.role == "part" and counts_alike(plan, done):
            if content_words(plan.indicator) == content_words(done.indicator):
                return Relation("ratio", (done, plan), share, "ratio.plan-part")
            continue
        if (plan.role == "plan" or is_planned(scene, place)) and counts_alike(plan, done):
            same = scene.sentence[place] == scene.sentence[index]
            part = done.of is not None or "trong đó" in scene.before(top).lower()
            certain = same and not part and not passed and names_overlap(plan.indicator, done.indicator) >= 0.5
            certain = certain or (same and place == top - 1 == index - 2 and is_outcome(scene, top, index))
            near = scene.sentence[index] - scene.sentence[place] <= 1
            certain = certain or (near and not passed and is_settling(scene, top, index))
            likely = not same and not passed and is_next_outcome(scene, place, top)
            return Relation("ratio", (done, plan), share, "ratio.plan", certain, likely=likely)
        own = scene.figures[place + 1].unit == "%" and place + 1 != index  # it has a share of its own
        passed = passed or (plan.unit == done.unit and not own and not scene.has_closed(place, top))
    return None


def _from_plan_after(scene: Scene, index: int) -> Relation | None:
    """``15.032 tỷ đồng, đạt 98,9% dự toán (15.200 tỷ đồng)``: the plan stands right behind its share."""
    following = index + 1
    done_at = [place for place in _earlier(scene, index) if scene.figures[place].role != "plan"]
    top = next((place for place in done_at if not scene.has_closed(place, index)), next(iter(done_at), None))
    if top is None or following >= len(scene.figures) or scene.sentence[following] != scene.sentence[index]:
        return None
    done, plan = scene.figures[top], scene.figures[following]
    direct = scene.between(index, following)
    if plan.role != "plan" or not same_unit(plan, done) or len(direct) > 60 or re.search(r"[;,]|\)", direct):
        return None
    if _CHANGED.search(direct):
        return None
    if ";" in scene.between(top, index):
        return None
    return Relation("ratio", (done, plan), scene.figures[index], "ratio.plan")


def _from_plan_first(scene: Scene, index: int) -> Relation | None:
    """``711 ha, kế hoạch 600 ha, đạt 118,5%``: the plan stands between the figure and its share."""
    places = list(_earlier(scene, index))[:2]
    if len(places) < 2:
        return None
    plan, done = scene.figures[places[0]], scene.figures[places[1]]
    if plan.role != "plan" or done.role == "plan" or plan.unit != done.unit or ";" in scene.between(places[1], index):
        return None
    certain = names_overlap(plan.indicator, done.indicator) >= 0.5
    return Relation("ratio", (done, plan), scene.figures[index], "ratio.plan", certain)


def _from_whole(scene: Scene, index: int) -> Relation | None:
    share = scene.figures[index]
    top = next(_earlier(scene, index), None)
    if share.role == "share_of_plan" or top is None:
        return None
    part = scene.figures[top]
    gap = scene.between(index - 1, index)
    if not _SHARE.search(gap) or _ELSEWHERE.search(gap) or ";" in scene.between(top, index):
        return None
    whole: Quantity | None = scene.find(part.of)
    certain = whole is not None and share.approx is None and top == index - 1 and DIRECT.fullmatch(gap) is not None
    if has_base_behind(scene, index, part):
        return None
    inside = is_inside(scene, top)
    if inside and whole is not scene.figures[top - 1]:
        whole, certain = scene.figures[top - 1], top == index - 1 and DIRECT.fullmatch(gap) is not None
    if whole is None and is_of_which(scene, top, index):
        whole, certain = scene.figures[top - 1], True
    if whole is None:
        earlier = (scene.figures[place] for place in _earlier(scene, top))
        whole = next((figure for figure in earlier if counts_alike(figure, part)), None)
    if whole is None or not counts_alike(part, whole):
        return None
    certain = certain and not NAMED_BASE.match(scene.after(index)) and not is_compared_row(scene, index, whole)
    certain = certain and not (share.value == _ALL and _HAVE.fullmatch(gap))
    likely = top > 0 and whole is scene.figures[top - 1] and top == index - 1 and is_settled(scene, top - 1, index)
    likely = likely or (part.of == whole.id and top == index - 1 and gap.rstrip().endswith("("))
    likely = likely or (
        top > 0 and whole is scene.figures[top - 1] and top == index - 1 and is_rate_beside(scene, index, gap)
    )
    held_only = has_own_share(scene, whole) or (
        whole.id != part.of and _OF_ANOTHER.match(scene.after(index)) is not None
    )
    return Relation("ratio", (part, whole), share, "ratio.whole", certain, likely=likely, held_only=held_only)


def _from_larger(scene: Scene, index: int) -> Relation | None:
    """``kinh phí 18,6 tỷ đồng, giải ngân 16,2 tỷ đồng, đạt 87,1%``: reported where it holds or one slip explains it."""
    places = list(_earlier(scene, index))
    if len(places) < 2 or places[0] != index - 1 or DIRECT.fullmatch(scene.between(index - 1, index)) is None:
        return None
    done = scene.figures[places[0]]
    if has_base_behind(scene, index, done):
        plan = scene.figures[index + 1]
        return Relation("ratio", (done, plan), scene.figures[index], "ratio.bracket-after", certain=False)
    place = next((place for place in places[1:] if scene.figures[place].unit == done.unit), None)
    if place is None:
        return None
    whole = scene.figures[place]
    between = re.sub(r"\([^()]*\)", "", scene.between(place, places[0]))
    apart = (";" in between and "giải ngân" not in between.lower()) or ")" in between
    paid = _PAID.search(scene.between(places[0] - 1, places[0])) is not None if places[0] else False
    settled = place == places[0] - 1 and is_settled(scene, place, index)
    if apart or ((done.value or 0) >= (whole.value or 0) and not (paid or settled)):
        return None
    held_only = (
        has_own_share(scene, whole)
        or are_both_of_plans(scene, index, place)
        or _OF_ANOTHER.match(scene.after(index)) is not None
    )
    paid_of = place == places[0] - 1 and is_settling(scene, places[0], index) and not scene.has_closed(place, index)
    return Relation(
        "ratio", (done, whole), scene.figures[index], "ratio.larger", paid_of, likely=settled, held_only=held_only
    )
