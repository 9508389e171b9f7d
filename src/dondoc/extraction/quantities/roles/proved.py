"""Plans that no word calls so, proved by the share that is printed behind what was done.

Finds         vốn 4.018 tỷ đồng; giải ngân 1.286 tỷ đồng, đạt 32,01% (the first is the plan)
              thu tiền sử dụng đất 386 tỷ đồng, chỉ đạt 29,71% (1.300 tỷ đồng)
              thanh tra 134/201 đơn vị, đạt 66,7% kế hoạch (the 201)
              mới đạt 81,5% trên 42.300 người được giao: so many were to be reached
              2.873 căn trong chỉ tiêu 9.074 căn của năm 2026, đạt 31,7% (a share of it, nothing to reach)
              bằng 12,5% tổng đàn (8.400 con): what the share is of has a name of its own, and is no plan
              78/189 sản phẩm đạt 3 sao, chiếm 41,26% (a part of the 189) · 312 hộ nghèo, chiếm 1,04% (29.940 hộ)
Leaves alone  figures that do not fit to the last printed digit
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import fits, same_kind
from dondoc.extraction.quantities.roles.counts import is_plain
from dondoc.facts import Evidence

_FAR, _TWO = 8, 2
_NEAR = 5
_HUNDRED = 100
_CLAIMS = re.compile(r"\bchiếm(?: tỷ lệ| tỉ lệ| tới| khoảng| hơn| trên| gần)*\s*\Z")
_IN_ALL = re.compile(r"\s*(?:trong |trên )?tổng số\s*")
_MEASURED = frozenset({"đồng", "USD", "ha", "tấn", "tiêu chí", "%"})
_DONE = ("actual", "cumulative", "count")
_REACHES = re.compile(r"[\s,(]*(?:mới |chỉ )?(?:đạt|bằng|tương đương)\s+(?:khoảng |gần |trên |hơn )?")
_PLANNED = re.compile(r"\s*(?:theo |của )?(?:kế hoạch|dự toán|chỉ tiêu|\bkh\b)")
_REACHED = re.compile(
    r"[,(]\s*(?:mới |chỉ |ước )*(?:đạt|bằng|tương đương|tỷ lệ|tỉ lệ)(?: khoảng| gần| trên| hơn)?\s*\Z"
)
# Behind a share: "trên dự toán", "so với con số"; behind the plan: "được giao".
_AGAINST = re.compile(r"\s*(?:trên|so (?:với )?|của)[^,;.:()\d]{0,40}\Z")
_GIVEN = re.compile(r"[^,;.:()\d]{0,20}\b(?:giao|kế hoạch|đề ra|phân bổ)\b")
# What stands right behind a number that somebody was given to reach, whatever its share says.
_ASSIGNED = re.compile(r"[^,;.:()\d]{0,12}\b(?:được|đã) giao\b")
_NOUNS = re.compile(r"[^\W\d]{2,}")
_OF_PLAN = re.compile(
    r"kế hoạch|\bkh\b|dự toán|\bdt\b|chỉ tiêu|mục tiêu|nghị quyết|\bnq\b|giao|phấn đấu|nhiệm vụ|biên chế"
)
_TOTAL = re.compile(r"\btổng\b|dân số|cùng kỳ")
_FUNDS = re.compile(r"vốn|kinh phí|chương trình|nguồn")
_SPENT = re.compile(r"giải ngân|thanh toán|thực hiện|\bthu\b|\bchi\b|doanh thu|đăng ký|giá trị")


def read_plans(sentence: Sentence) -> None:
    """Find the plans that no word calls so, by the share that is printed behind what was done."""
    figures = sentence.figures
    for place, share in enumerate(figures):
        if share.unit != "%" or share.task:
            continue
        if share.role == "plan":
            _reach(figures, place, share)
        if share.role not in ("share_of_plan", "rate"):
            continue
        if share.role == "rate" and _CLAIMS.search(share.low_before):
            _divide_pair(figures, place, share)
        if share.role == "share_of_plan" and place and _PLANNED.match(share.low_after):
            _reach_pair(figures[place - 1], share)
        done = _done_before(figures, place)
        if done is not None and done.role == "count" and share.role == "share_of_plan" and _is_tracked(done, share):
            done.role = "actual"
            _tell(done, "role.of_a_plan")
        if done is None or done.under is not None or done.over is not None:
            continue
        behind = figures[place + 1] if place + 1 < len(figures) else None
        if behind is not None and behind.role in _DONE and _is_all_of(behind, done, share):
            _divide(done, behind)
            continue
        if behind is not None and _is_assigned(behind, done, share):
            behind.role, share.role = "plan", "share_of_plan"
            _tell(behind, "role.plan_by_share")
            _tell(share, "role.reached")
            continue
        if behind is not None and behind.opens and behind.owner is share and _is_plan_of(behind, done, share):
            claimed = share.role == "rate" and _CLAIMS.search(share.low_before) is not None
            if claimed and done.unit not in _MEASURED and not _is_named(behind):
                _divide(done, behind)
            elif _is_named(behind) or _TOTAL.search(behind.low_before.rpartition("(")[2]):
                share.role = "rate"
                behind.role = "actual" if behind.role == "cumulative" else behind.role
            else:
                behind.role, share.role = "plan", "share_of_plan"
                _tell(behind, "role.plan_by_share")
        elif share.role == "share_of_plan" and not _has_plan_near(figures, place):
            _plan_before(figures, place, done, share)


def _reach(figures: Sequence[Figure], place: int, share: Figure) -> None:
    """``5,16 triệu liều, so với 6,45 triệu liều kế hoạch là 80,0%``: what the two right before it give is no plan."""
    if place < _TWO:
        return
    done, base = figures[place - _TWO : place]
    if done.unit == "%" or done.role not in _DONE or not same_kind(base, done):
        return
    told = base.role == "plan" and _REACHED.search(share.low_before) is not None
    if not told and not fits(done, base, share):
        return
    planned = base.role == "plan" or _PLANNED.match(base.low_after) is not None
    base.role, share.role = ("plan", "share_of_plan") if planned else (base.role, "rate")
    _tell(share, "role.reached")
    if planned:
        _tell(base, "role.plan_by_share")


def _divide_pair(figures: Sequence[Figure], place: int, share: Figure) -> None:
    """``có 78/189 sản phẩm ..., chiếm 41,26%``: some of all there are, and no plan reached."""
    for top in reversed(figures[max(0, place - _NEAR) : place]):
        bottom = top.under
        if bottom is None or bottom.role != "plan" or top.role not in _DONE or bottom.unit in _MEASURED:
            continue
        if fits(top, bottom, share):
            _divide(top, bottom)
        return


def _reach_pair(bottom: Figure, share: Figure) -> None:
    """``thanh tra 134/201 đơn vị, đạt 66,7% kế hoạch``: so many were planned, and are not all that there are."""
    top = bottom.over
    if top is None or bottom.role == "plan" or share.measure.approx:
        return
    if not fits(top, bottom, share) and not _is_all(top, bottom, share):
        return
    bottom.role, top.role, top.whole = "plan", "actual", None
    _tell(bottom, "role.plan_by_share")
    _tell(top, "role.reached")


def _is_all(top: Figure, bottom: Figure, share: Figure) -> bool:
    return top.measure.value == bottom.measure.value and share.measure.value == _HUNDRED


def _divide(part: Figure, whole: Figure) -> None:
    """Make ``part`` some of ``whole``."""
    part.role, part.whole = "part", whole
    whole.role = "count" if is_plain(whole.unit) else "actual"
    _tell(part, "role.share_of_all")
    _tell(whole, "role.share_of_all")


def _is_tracked(done: Figure, share: Figure) -> bool:
    """``tuyển sinh 2.450 học viên, bằng 20,4% chỉ tiêu``: what has a plan is no plain count."""
    return share.previous is done and done.unit != "chỉ tiêu" and _REACHES.fullmatch(share.low_before) is not None


def _done_before(figures: Sequence[Figure], place: int) -> Figure | None:
    for figure in reversed(figures[max(0, place - _NEAR) : place]):
        if figure.unit != "%" and figure.role != "change" and figure.depth <= figures[place].depth:
            return figure if figure.role in _DONE else None
    return None


def _has_plan_near(figures: Sequence[Figure], place: int) -> bool:
    following = figures[place + 1] if place + 1 < len(figures) else None
    return following is not None and following.role == "plan" and following.owner is figures[place]


def _plan_before(figures: Sequence[Figure], place: int, done: Figure, share: Figure) -> None:
    """Take the nearest figure of the same unit before ``done`` of which ``share`` is the percentage."""
    for at in range(place - 1, max(0, place - _FAR) - 1, -1):
        other = figures[at]
        if other.number >= done.number or other.unit != done.unit or other.role == "change":
            continue
        if other.under is not None or other.over is not None:
            continue
        if other.role == "plan":
            return
        words = other.low_before[-80:]
        told = "giải ngân" in done.low_before and _FUNDS.search(words) is not None and not _SPENT.search(words)
        if other.role in _DONE and (told or (fits(done, other, share) and figures[at + 1].role != "share_of_plan")):
            other.role = "plan"
            _tell(other, "role.plan_by_share")
            return


def _is_named(whole: Figure) -> bool:
    """``bằng 12,5% tổng đàn (8.400 con)``: what the share is of has a name of its own, which is no plan's."""
    name = whole.low_before.partition("(")[0]
    return _NOUNS.search(name) is not None and _OF_PLAN.search(name) is None


def _is_plan_of(plan: Figure, done: Figure, share: Figure) -> bool:
    return plan.unit == done.unit and plan.role in _DONE and fits(done, plan, share)


def _is_assigned(plan: Figure, done: Figure, share: Figure) -> bool:
    """``đạt 106% so với con số 5,4 triệu lượt được giao`` · ``đạt 82% trên dự toán 310 tỷ đồng``: to be reached."""
    if plan.role not in (*_DONE, "plan") or not same_kind(plan, done):
        return False
    if not fits(done, plan, share) and not (_ASSIGNED.match(plan.low_after) and _REACHED.search(share.low_before)):
        return False
    if _AGAINST.match(plan.low_before) is None:
        return False
    return _OF_PLAN.search(plan.low_before) is not None or _GIVEN.match(plan.low_after) is not None


def _is_all_of(whole: Figure, done: Figure, share: Figure) -> bool:
    """``66 xã đạt chuẩn, chiếm 44% tổng số 150 xã``: what the share is of."""
    named = _CLAIMS.search(share.low_before) is not None and _IN_ALL.fullmatch(whole.low_before) is not None
    return named and same_kind(whole, done) and share.previous is done and fits(done, whole, share)


def _tell(figure: Figure, rule: str) -> None:
    figure.evidence = [one for one in figure.evidence if one.part != "role"]
    figure.evidence.append(Evidence("role", rule))
