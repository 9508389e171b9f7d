"""A share of a whole, or of the larger figure before it.

Finds         tiếp nhận 1.646 hồ sơ ... đúng hạn 1.636, đạt tỷ lệ 99,39% · kinh phí 18,6 tỷ đồng, giải ngân 16,2 tỷ
              đồng, đạt 87,1%
Leaves alone  shares of what the words behind them name · a figure that has a share of its own
              giảm từ 120 hộ xuống còn 45 hộ, chiếm 2,3%: of all there are, not of those there were
"""

import re

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.moved import is_moved_to
from dondoc.checking.names.wording import content_words, counts_alike
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_claims import (
    DIRECT,
    NAMED_BASE,
    are_both_of_plans,
    has_base_behind,
    has_own_share,
    is_compared_row,
    is_done_of_all,
    is_inside,
    is_of_which,
    is_rate_beside,
    is_settled,
    is_settling,
)
from dondoc.checking.shares.ratio_places import earlier
from dondoc.facts import Quantity

_OWN_RATE = re.compile(
    r"(?:tỷ|tỉ) lệ (?:lấp đầy|che phủ|hài lòng|tăng|sinh|đô thị hóa|sử dụng đất|nợ xấu)", re.IGNORECASE
)
# "khu vực nhà nước 9.223 tỷ đồng, khu vực ngoài nhà nước chiếm 35,9%": of the next one.
_OF_NEXT = re.compile(
    r",\s+(?!(?:ước|đã|mới|chỉ|cũng|tương|tỷ lệ|tỉ lệ|hiện|và)\b)(?:[^\W\d_]+\s+){3,}chiếm\s+(?:khoảng\s+|gần\s+)?\Z",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"tăng|giảm|cùng kỳ|tháng trước|năm trước", re.IGNORECASE)
_HAVE = re.compile(r"[^,;.(\d]{0,30}\sđạt\s+", re.IGNORECASE)
_SHARE = re.compile(
    r"đạt|tỷ lệ|tỉ lệ|chiếm|bằng|\btức\b|\bhay\b|tương đương|tương ứng|=|\(|\A\s*[-–]\s*\Z", re.IGNORECASE
)
_RATE = re.compile(r"\b(?:tỷ|tỉ) lệ\b|\bchiếm\b", re.IGNORECASE)
_NAMED = re.compile(r"\s*(?:so|trong|trên|của|tổng|số)\b|\s*/", re.IGNORECASE)
_OUT_OF_ALL = re.compile(r"\b(?:trong|trên)\s+(?:tổng|số)\b", re.IGNORECASE)
_RAISED = re.compile(r"\b(?:lên|nâng|tăng|thêm|cùng|với)\b", re.IGNORECASE)
_PAID = re.compile(r"giải ngân|thanh toán", re.IGNORECASE)
_FULL = 100
_OF_ANOTHER = re.compile(r"\s+tổng\s+(?!số\b)[^\W\d_]", re.IGNORECASE)
_ALL_OF = re.compile(r"\s+tổng\s+(?P<name>(?!số\b)[^\W\d_]+)", re.IGNORECASE)
_OF_TOTAL = re.compile(r"\s*tổng\s+số\s+(?P<name>[^,;.()\d]{2,30})", re.IGNORECASE)
_REACHED = re.compile(r"\A\s*[,(]\s*(?:chỉ |mới |ước )?đạt\s+\Z", re.IGNORECASE)
# "đã giải quyết 1.915 hồ sơ (đúng hạn đạt 99,8%)": of those, not of all that came in.
_OF_THESE = re.compile(
    r"\s*\(\s*(?:[^,;.()\d]{0,25}\s)?(?:đúng|trước|sớm)\s(?:và\s(?:đúng|trước|sớm)\s)?hạn(?:\s[^,;.()\d]{0,25})?\s*",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(r"\briêng\b[^,;.()\d]*\Z", re.IGNORECASE)
_ALL, _AFTER, _LINES = 100, 6, 3


def share_of_whole(scene: Scene, index: int) -> Relation | None:
    """The share of the whole that the nearest figure is a part of, or of the nearest in its unit before that."""
    share = scene.figures[index]
    top = next(earlier(scene, index), None)
    if share.role == "share_of_plan" or top is None:
        return None
    part = scene.figures[top]
    gap = scene.between(index - 1, index)
    if not _SHARE.search(gap) or _ELSEWHERE.search(gap) or ";" in scene.between(top, index):
        return None
    if top == index - 1 and _OF_THESE.fullmatch(gap):
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
        alike = [figure for place in earlier(scene, top) if counts_alike(figure := scene.figures[place], part)]
        if _ONE_MORE.search(scene.before(top, 40)):  # trong đó khách quốc tế 2 triệu; riêng đảo Ngọc 8 triệu
            alike = [figure for figure in alike if figure.role != "part"] or alike
        whole = next(iter(alike), None)
    if whole is None or not counts_alike(part, whole) or (whole is scene.figures[top - 1] and is_moved_to(scene, top)):
        return None
    named_all = _says_all(scene, index, whole)
    certain = certain and (named_all or not NAMED_BASE.match(scene.after(index)))
    certain = certain and not is_compared_row(scene, index, whole)
    certain = certain and not (share.value == _ALL and _HAVE.fullmatch(gap))
    direct = top == index - 1
    after_whole = direct and top > 0 and whole is scene.figures[top - 1]
    settled = after_whole and is_settled(scene, top - 1, index)
    likely = settled or (named_all and direct) or (after_whole and is_rate_beside(scene, index, gap))
    likely = likely or (part.of == whole.id and direct and gap.rstrip().endswith("("))
    rated = after_whole and _RATE.search(gap) is not None and DIRECT.fullmatch(gap) is not None
    rated = rated and not _NAMED.match(scene.after(index)) and not _RAISED.search(scene.before(top, 60))
    rated = rated and not _OUT_OF_ALL.search(scene.before(top, 50))
    likely = likely or rated
    larger = value_of(part) > value_of(whole) and part.of != whole.id and not certain and not settled and not rated
    next_one = _OF_NEXT.search(gap) is not None or _OWN_RATE.search(gap) is not None
    held_only = (
        larger
        or next_one
        or _is_of_another(scene, index, top, whole, named_all)
        or _is_of_own_plan(scene, index, whole)
    )
    return Relation("ratio", (part, whole), share, "ratio.whole", certain, likely=likely, held_only=held_only)


def _is_of_another(scene: Scene, index: int, top: int, whole: Quantity, named_all: bool) -> bool:
    """Whether the share may be of something else than ``whole``: what is named behind it, or told nearer."""
    part, behind, place = scene.figures[top], scene.after(index), scene.place[whole.id]
    if (
        has_own_share(scene, whole)
        or _are_both_reached(scene, index, place)
        or (whole.id != part.of and not named_all and _OF_ANOTHER.match(behind))
    ):
        return True
    if value_of(part) > value_of(whole) and NAMED_BASE.match(behind):
        return True
    total = _OF_TOTAL.match(behind)
    if total is not None and content_words(total["name"]) < content_words(whole.indicator):
        return True  # hộ nghèo từ 900 xuống 700 hộ, tức bớt 200 hộ, tương ứng 2,0% tổng số hộ
    return place < top and scene.block[top] not in scene.notes and scene.sentences_between(place, top) > 1


def _are_both_reached(scene: Scene, index: int, whole: int) -> bool:
    """``Sở A cung cấp 6 dịch vụ, đạt 54,1%; Sở B có 1 dịch vụ, đạt 7,7%``: each of something of its own."""
    if whole + 1 >= index or ";" not in scene.between(whole, index - 1):
        return False
    own = scene.figures[whole + 1]
    reached = [_REACHED.search(scene.before(at, 30)) is not None for at in (whole + 1, index)]
    return own.unit == "%" and own.role != "share_of_plan" and all(reached)


def _is_of_own_plan(scene: Scene, index: int, whole: Quantity) -> bool:
    """``71.800 người, đạt 99,2% kế hoạch; thất nghiệp 63.900 người, đạt 98,7%``: of a plan as well, which nobody
    tells."""
    if _REACHED.search(scene.before(index, 30)) is None:
        return False
    row = range(scene.place[whole.id] + 1, min(index + _AFTER, len(scene.figures)))
    near = (scene.figures[at] for at in row if abs(scene.block[at] - scene.block[index]) <= _LINES)
    return any(figure.role == "share_of_plan" for figure in near)


def _says_all(scene: Scene, index: int, whole: Quantity) -> bool:
    """``đàn bò 3.500 con (bò lai 2.100 con, chiếm 60% tổng đàn)``: in a bracket behind it, by what it is called."""
    said, place = _ALL_OF.match(scene.after(index)), scene.place[whole.id]
    inside = place < index and "(" in scene.between(place, place + 1) and not scene.has_closed(place + 1, index)
    return said is not None and inside and said["name"].lower() in scene.before(place).lower()


def share_of_larger(scene: Scene, index: int) -> Relation | None:
    """``kinh phí 18,6 tỷ đồng, giải ngân 16,2 tỷ đồng, đạt 87,1%``: reported where it holds or one slip explains it."""
    places = list(earlier(scene, index))
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
    if (scene.figures[index].value or 0) > _FULL and (whole.value or 0) > (done.value or 0):
        done, whole = whole, done  # 1.846 học viên, vượt kế hoạch (1.770 học viên), đạt 104,3%
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
    paid_of = place == places[0] - 1 and not scene.has_closed(place, index)
    paid_of = paid_of and (is_settling(scene, places[0], index) or is_done_of_all(scene, place, places[0]))
    return Relation(
        "ratio", (done, whole), scene.figures[index], "ratio.larger", paid_of, likely=settled, held_only=held_only
    )
