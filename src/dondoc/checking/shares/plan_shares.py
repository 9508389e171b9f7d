"""A share of the plan, whose plan the words before or behind it tell.

Finds         kế hoạch 600 ha ... được 711 ha, đạt 118,5% kế hoạch · 15.032 tỷ đồng, đạt 98,9% dự toán (15.200 tỷ đồng)
              711 ha, kế hoạch 600 ha, đạt 118,5%
Leaves alone  đạt 24,45% kế hoạch where no plan is stated
"""

import re
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import content_words, counts_alike, names_overlap, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import (
    is_outcome,
    is_planned,
    is_settling,
)
from dondoc.checking.shares.ratio_places import REACH, earlier
from dondoc.facts import Quantity

# "đạt 68% kế hoạch năm với 12.430 tỷ đồng": what was reached, and no plan.
_REACHED_WITH = re.compile(r"(?<!so )\bvới\s*\Z", re.IGNORECASE)
_HUNDRED, _TIMES, _SHIFTS = 100, Decimal(3), (Decimal(10), Decimal(100), Decimal(1000))
_CALLED_PLAN = re.compile(
    r"\s*(?:so với\s+)?(?:kế hoạch|kh|dự toán|chỉ tiêu)(?:\s+(?!và\b|đạt\b|lợi\b|doanh\b)[^\W\d_]+){0,6}\s*\(?\s*",
    re.IGNORECASE,
)


def share_of_plan(scene: Scene, index: int) -> Relation | None:
    """The figure and the plan that a share of plan is of, wherever in its paragraph the plan stands."""
    share = scene.figures[index]
    if share.role != "share_of_plan":
        return None
    following = _from_plan_after(scene, index)
    if following:
        return following
    top = next(earlier(scene, index), None)
    if top is None or scene.figures[top].role == "plan":
        return _from_plan_first(scene, index)
    done = scene.figures[top]
    if ";" in scene.between(top, index):
        return None
    passed = False
    for place in range(top - 1, max(top - REACH, -1), -1):
        plan = scene.figures[place]
        if scene.block[place] != scene.block[index]:
            break
        divided = scene.find(plan.of)
        if divided is not None and divided.role == "plan" and plan.role == "part" and counts_alike(plan, done):
            if content_words(plan.indicator) == content_words(done.indicator):
                return Relation("ratio", (done, plan), share, "ratio.plan-part")
            continue
        planned = plan.role == "plan" or is_planned(scene, place)
        if planned and counts_alike(plan, done) and not _is_out_of_size(done, plan, share):
            same = scene.sentence[place] == scene.sentence[index]
            part = done.of is not None or "trong đó" in scene.before(top).lower()
            apart = are_exclusive([plan.indicator or "", done.indicator or ""])
            certain = same and not part and not passed and names_overlap(plan.indicator, done.indicator) >= 0.5
            certain = certain and not apart
            certain = certain or (same and place == top - 1 == index - 2 and is_outcome(scene, top, index))
            near = scene.sentence[index] - scene.sentence[place] <= 1
            settled = not passed or _CALLED_PLAN.match(scene.after(index)) is not None
            if near and settled and is_settling(scene, top, index):
                return Relation("ratio", (done, plan), share, "ratio.plan-settled")
            return Relation("ratio", (done, plan), share, "ratio.plan", certain)
        own = scene.figures[place + 1].unit == "%" and place + 1 != index  # it has a share of its own
        passed = passed or (plan.unit == done.unit and not own and not scene.has_closed(place, top))
    return None


def _is_out_of_size(done: Quantity, plan: Quantity, share: Quantity) -> bool:
    """``tháng 10 trên 20.100 tỷ đồng, 10 tháng gần 188.400 tỷ đồng, đạt 84,1%``: many times a plan that was not met,
    and not ten times of it, which a lost mark makes."""
    times = value_of(done) / (value_of(plan) or 1)
    if value_of(share) >= _HUNDRED or times <= _TIMES:
        return False
    return all(abs(times / shift * _HUNDRED - value_of(share)) > 1 for shift in _SHIFTS)


def _from_plan_after(scene: Scene, index: int) -> Relation | None:
    """``15.032 tỷ đồng, đạt 98,9% dự toán (15.200 tỷ đồng)``: the plan stands right behind its share."""
    following = index + 1
    done_at = [place for place in earlier(scene, index) if not _is_plan(scene, place)]
    top = next((place for place in done_at if not scene.has_closed(place, index)), next(iter(done_at), None))
    if top is None or following >= len(scene.figures) or scene.sentence[following] != scene.sentence[index]:
        return None
    done, plan = scene.figures[top], scene.figures[following]
    direct = scene.between(index, following)
    if not _is_plan(scene, following) or not same_unit(plan, done) or len(direct) > 60 or re.search(r"[;,]|\)", direct):
        return None
    if _REACHED_WITH.search(direct):
        return None
    return Relation("ratio", (done, plan), scene.figures[index], "ratio.plan")


def _is_plan(scene: Scene, place: int) -> bool:
    """Whether a figure is a plan, or is called one behind its share: đạt 76,2% chỉ tiêu pháp lệnh 1.950 tỷ đồng."""
    if scene.figures[place].role == "plan":
        return True
    behind = place > 0 and scene.figures[place - 1].role == "share_of_plan"
    return behind and _CALLED_PLAN.fullmatch(scene.between(place - 1, place)) is not None


def _from_plan_first(scene: Scene, index: int) -> Relation | None:
    """``711 ha, kế hoạch 600 ha, đạt 118,5%``: the plan stands between the figure and its share."""
    places = list(earlier(scene, index))[:2]
    if len(places) < 2:
        return None
    plan, done = scene.figures[places[0]], scene.figures[places[1]]
    if plan.role != "plan" or done.role == "plan" or plan.unit != done.unit or ";" in scene.between(places[1], index):
        return None
    certain = names_overlap(plan.indicator, done.indicator) >= 0.5
    return Relation("ratio", (done, plan), scene.figures[index], "ratio.plan", certain)
