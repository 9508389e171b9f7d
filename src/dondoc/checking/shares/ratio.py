"""A percentage that two figures of the text give: a share of the plan, a share of a whole.

Finds         23/160 doanh nghiệp, đạt 14,38% · kế hoạch 600 ha ... được 711 ha, đạt 118,5% kế hoạch
              đạt 57,96% (4.521/7.800 tỷ đồng) · tiếp nhận 1.646 hồ sơ ... đúng hạn 1.636, đạt tỷ lệ 99,39%
Leaves alone  tăng 5,14%: a change; đạt 24,45% kế hoạch where no plan is stated; 62% so với cùng kỳ
              xây 3/76 cầu, chỉ tiêu đất dành cho giao thông mới được 16%: another thing is reached
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import BEFORE_BASE, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.plan_shares import share_of_plan
from dondoc.checking.shares.ratio_claims import (
    COMPARED,
    OF_THEIR_OWN,
    dividend,
)
from dondoc.checking.shares.ratio_places import earlier, is_pair, top_of
from dondoc.checking.shares.whole_shares import share_of_larger, share_of_whole
from dondoc.facts import Quantity

_ELSEWHERE = re.compile(r"tăng|giảm|cùng kỳ|tháng trước|năm trước", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:tăng|giảm|lên|xuống)\b[^,;.(]{0,25}\Z", re.IGNORECASE)
_OF_PLAN = re.compile(r"[^,;.()]{0,40}(?:kế hoạch|\bkh\b|dự toán|chỉ tiêu|nghị quyết)", re.IGNORECASE)
_OPENS = re.compile(r"[^,;.()\d]{0,40}\(\s*[^,;.()\d]{0,25}\Z")
_OTHER_WHOLE = re.compile(r"[^,;.()]{0,60}(?:cả nước|toàn quốc|toàn tỉnh|toàn vùng|khu vực|thế giới)", re.IGNORECASE)
_SHARE_BEFORE = re.compile(
    r"(?:đạt|tỷ lệ|tỉ lệ|chiếm|bằng|tương đương|tương ứng|=|\(|là|được|ước|hay)"
    r"(?:\s+(?:là|trên|khoảng|với|tỷ lệ|gần))*\s*\**\Z",
    re.IGNORECASE,
)
_NAMES_ANOTHER = re.compile(
    r"\bgồm\b|,\s+(?!(?:ước |đã |mới |chỉ |cũng )*(?:đạt|chiếm|bằng|tương|tỷ lệ|tỉ lệ|với|hay|tức|kết quả|chưa|vượt))"
    r"(?:[^\W\d_]+\s+){5,}(?:được|là|đạt)\s+\Z",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*[,:–-]\s*")  # (201/300 tỷ đồng, 67,0%)
_EARLIER_SHARE = re.compile(r"(?:\A|[(;,])\s*(?:cùng kỳ|năm trước|tháng trước)[^,;.()%]{0,30}\Z", re.IGNORECASE)
# "đạt 38%, thấp hơn bình quân chung cả nước (46,3%)": the share of everybody else.
_SHARE_OF_OTHERS = re.compile(
    r"(?:bình quân(?: chung)?|mức(?: bình quân)? chung|trung bình|cao hơn|thấp hơn|bằng)\s+(?:chung\s+)?(?:của\s+)?"
    r"(?:mức\s+)?(?:cả nước|toàn quốc|toàn vùng|khu vực|toàn tỉnh|toàn ngành|tỉnh|vùng|thành phố)[^,;.()%\d]{0,20}\(?"
    r"[^,;.()%\d]{0,20}\Z",
    re.IGNORECASE,
)
# 14 chủ đầu tư giải ngân trên 70%: how much each of them, and no share that they are.
_THRESHOLD = re.compile(r"\b(?:giải ngân|thực hiện|hoàn thành|lấp đầy)\s+(?:trên|dưới|từ)\s+\Z", re.IGNORECASE)
_AIM = re.compile(
    r"so (?:với )?(?:chỉ tiêu|mục tiêu|kế hoạch|yêu cầu)(?: đề ra| được giao)?(?: là)?\s*\Z", re.IGNORECASE
)
_ONE_OF_THEM = re.compile(
    r"nhất (?:là|ở|thuộc)|(?<!sầu )\briêng\b|tiêu biểu|điển hình|chậm|sớm hơn|nhanh hơn", re.IGNORECASE
)
# The same words as for the share before it, and no other whole named behind.
_OF_THE_SAME = re.compile(r"\s*[,(]?\s*chiếm(?:\s+(?:tỷ|tỉ)\s+(?:lệ|trọng))?\s+", re.IGNORECASE)
_NAMES = re.compile(r"\s+(?:so|trong|trên|của|tổng|số|diện|kế|dự)\b|\s*/", re.IGNORECASE)
_THEN = re.compile(r"(?:đầu|cuối) (?:năm|kỳ)|cùng kỳ|năm (?:trước|ngoái)", re.IGNORECASE)  # its whole was another
_PAUSE = re.compile(
    r"[,(:]\s*(?:(?:và|đã|mới|chỉ|ước|cũng|đạt|bằng|chiếm|tương (?:đương|ứng)|tức|hay|tỷ lệ|tỉ lệ|với|là|được|"
    r"hoàn thành|thực hiện|giải ngân|kết quả|trên|hơn|gần|khoảng|dưới)\s*)*\Z",
    re.IGNORECASE,
)
_SEVERAL, _HUNDRED = 2, 100
_NEXT_NAME = re.compile(r"[^()]{0,30}\)\s*(?:[,;]|và)[^,;.()]*\(\s*", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the ratios that the text states, at most one for each percentage."""
    parallel: dict[tuple[str, int], list[Relation]] = {}
    for relation in _told(scene):
        if relation.rule != "ratio.whole":
            yield relation
            continue
        key = relation.args[1].id, scene.sentence[scene.place[relation.result.id]]
        parallel.setdefault(key, []).append(relation)
    for told in parallel.values():
        if not _are_of_other_wholes(told):
            yield from told


def _are_of_other_wholes(told: list[Relation]) -> bool:
    """``5.120 hộ nghèo (Trà Mai 2.790 hộ, chiếm 61,4%; Khe Lạnh 2.330 hộ, chiếm 48,2%)``: parts that make the whole,
    none with its share of it and the shares no whole either: each is a share of something of its own."""
    if len(told) < _SEVERAL or any(map(holds, told)):
        return False
    parts, shares = Decimal(0), Decimal(0)
    for one in told:
        parts, shares = parts + value_of(one.args[0]), shares + value_of(one.result)
    return parts == value_of(told[0].args[1]) and abs(shares - _HUNDRED) > 1


def _told(scene: Scene) -> Iterator[Relation]:
    last: tuple[int, Quantity, int] | None = None
    for index, figure in enumerate(scene.figures):
        if figure.unit != "%" or figure.role in ("change", "plan"):
            continue
        before = scene.before(index, 60)
        planned = figure.role == "share_of_plan"
        if _MOVED.search(before) and not (planned and _OF_PLAN.match(scene.after(index))):
            continue
        if any(words.search(before) for words in (_ONE_OF_THEM, _EARLIER_SHARE, _SHARE_OF_OTHERS, _AIM, _THRESHOLD)):
            continue
        if COMPARED.match(scene.after(index)):
            based = _from_base(scene, index)
            if based:
                yield based
            continue
        if _is_of_names(scene, index):
            continue
        relation = _from_bracket(scene, index) or _from_pair(scene, index) or share_of_plan(scene, index)
        relation = relation or share_of_whole(scene, index) or share_of_larger(scene, index)
        near = last is not None and scene.sentence[index] - last[0] <= 1 and scene.block[index] == scene.block[last[2]]
        if last is not None and near and (relation is None or not holds(relation)):
            told = _of_same_whole(scene, index, last[1])
            if told is not None and (relation is None or relation.held_only or holds(told)):
                relation = told
        if relation:
            if holds(relation):
                last = scene.sentence[index], relation.args[1], index
            yield relation


def _is_of_names(scene: Scene, index: int) -> bool:
    """``5 tỉnh dẫn đầu là Bắc Hà (13,8%), Nam Khê (12,7%)``, ``503/506 ha (đạt 99,4%), ... (Nam Khê 100,3%)``: behind
    another percentage a rate of those named, no second share of the same figures."""
    if index < 2 or scene.figures[index - 1].unit != "%" or scene.sentence[index - 1] != scene.sentence[index]:
        return False
    if _NEXT_NAME.fullmatch(scene.between(index - 1, index)):
        return True
    last = index - 1
    while last and scene.figures[last].unit == "%":
        last -= 1
    if scene.figures[index].role == "share_of_plan" or not is_pair(scene, last - 1):
        return False
    told = Relation("ratio", tuple(scene.figures[last - 1 : last + 1]), scene.figures[last + 1], "ratio.pair")
    return holds(told) or "(" in scene.between(last, last + 1)


def _of_same_whole(scene: Scene, index: int, whole: Quantity) -> Relation | None:
    """``dân số 96,2 triệu người, nam 47,9 triệu người (49,8%), nữ 48,3 triệu người (50,2%)``: as the share before."""
    place = next(earlier(scene, index), None)
    if place != index - 1 or not same_unit(scene.figures[place], whole) or scene.figures[place] is whole:
        return None
    args = scene.figures[place], whole
    likely = (
        _OF_THE_SAME.fullmatch(scene.between(place, index)) is not None and _NAMES.match(scene.after(index)) is None
    )
    likely = likely and scene.figures[index].role != "share_of_plan" and not _THEN.search(scene.before(place, 40))
    relation = Relation(
        "ratio", args, scene.figures[index], "ratio.same-whole", certain=False, likely=likely, tied=likely
    )
    return relation if likely or holds(relation) else None


def _from_base(scene: Scene, index: int) -> Relation | None:
    """``1.250 triệu kWh, bằng 104,2% so với năm 2023 (1.200 triệu kWh)``; an aside before may be what is compared."""
    if index + 1 >= len(scene.figures) or scene.sentence[index + 1] != scene.sentence[index]:
        return None
    tops = dict.fromkeys(
        place for place in (top_of(scene, index), next(earlier(scene, index), None)) if place is not None
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


def _from_pair(scene: Scene, index: int) -> Relation | None:
    last = next(earlier(scene, index), None)
    if last is None or not is_pair(scene, last - 1):
        return None
    gap, share = scene.between(last, index), scene.figures[index]
    if share.approx in ("over", "under") and not _PAUSE.search(gap):
        return None  # 14/19 chỉ tiêu đạt trên 50% kế hoạch: what they were counted by
    if ";" in gap or (last == index - 1 and _ELSEWHERE.search(gap)):
        return None
    top, bottom = dividend(scene, last), scene.figures[last]
    if top.unit and bottom.unit and not same_unit(top, bottom):
        return None  # 1.935 vụ/3.541 bị cáo, đạt 98,8% về số vụ: two counts told at once
    certain = last == index - 1 and ")" not in gap and (_SHARE_BEFORE.search(gap) or _BARE.fullmatch(gap)) is not None
    certain = certain and not _OTHER_WHOLE.match(scene.after(index)) and not _NAMES_ANOTHER.search(gap)
    certain = certain and ("," in gap or OF_THEIR_OWN.search(gap) is None)
    return Relation("ratio", (top, bottom), share, "ratio.pair", certain)


def _from_bracket(scene: Scene, index: int) -> Relation | None:
    if not is_pair(scene, index + 1) or not _OPENS.fullmatch(scene.between(index, index + 1)):
        return None
    return Relation(
        "ratio", (scene.figures[index + 1], scene.figures[index + 2]), scene.figures[index], "ratio.bracket"
    )
