"""Which of two figures cannot be the larger: a part and its whole, all there are and what was reached.

Finds         trong đó 226 lao động of 7.300 · 19/19 tiêu chí · phát hiện 108 trường hợp, xử phạt 116 trường hợp
Leaves alone  parts that a sum already compares
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import interval_of, is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.names.additive import LOSS, adds_up, is_loss
from dondoc.checking.names.measures import base_before
from dondoc.checking.names.moved import is_moved_to, was_before
from dondoc.checking.names.wording import counts_alike, same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.sums.no_lists import is_contrasted
from dondoc.facts import Check, Quantity, Verdict
from dondoc.numerals import format_amount

_PAIR = re.compile(r"[^\n/;:]{0,25}/\s*\**\s*\Z")
_FOUND = re.compile(r"phát (?:hiện|sinh)|kiểm tra|tiếp nhận", re.IGNORECASE)
_PUNISHED = re.compile(r"(?:xử phạt|xử lý|giải quyết)[^,;.\d]{0,40}\Z", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"không (?:bao )?gồm|chưa (?:kể|tính|bao gồm)|ngoài ra|so với|cùng kỳ|\((?:trước đó|trước đây|ban đầu)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"(?:\bcủa|[,\s]cùng(?: với)?)\s+\Z", re.IGNORECASE)  # lãi của 245 tỷ đồng, cùng 50 người
_OUT_OF = re.compile(r"\s*(?:trong|trên)(?: tổng)?(?: số)?\s+", re.IGNORECASE)  # 27 dự án, chiếm 45% trong 60 dự án
_HIGHEST = re.compile(r"(?:lớn|cao|nhiều|đông) nhất[^,;.()\d]{0,30}\Z", re.IGNORECASE)
_PASSED = re.compile(r"\b(?:so với|vượt|gấp)\b[^,;.()]{0,40}\Z", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"[^,;.:()\d]{0,30},?\s*\(?\s*(?:trong đó|trong số (?:này|đó|[^,;.()\d]{1,15}?))(?:,?\s*(?:có|đã|thì))?"
    r"[^,;.:()\d]{0,20}",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\btrong\s+(?:tổng\s+(?:số\s+)?|số\s+)?\Z", re.IGNORECASE)
_THERE_ARE = re.compile(r"[^.;()\d]{0,80}[,\s](?:đã\s+|mới\s+|chỉ\s+|hiện\s+)*có\s+", re.IGNORECASE)
# Of an orchard or a pond only so much can bear: "Cà phê 1.250 ha, diện tích cho thu hoạch 1.420 ha".
_BEARING = re.compile(
    r"\s*[,;(]\s*(?:trong đó,?\s+)?(?:có\s+)?(?:diện tích\s+)?(?:đã |đang )?cho (?:thu hoạch|sản phẩm|"
    r"thu quả|quả|khai thác)(?:\s(?:là|khoảng|trên|hơn|gần))*\s+",
    re.IGNORECASE,
)
_MOST_NAMED, _SEVERAL = 20, 3
_YEAR = re.compile(r"(?<!với )(?<!so )(?<!kỳ )\bnăm (20\d\d)\b", re.IGNORECASE)
_TOTAL = re.compile(r"tổng", re.IGNORECASE)
_CLOSED = ("tiêu chí", "chỉ tiêu")
_NAMES = {"order.cases": ("xử lý ", "phát hiện "), "order.all": ("đạt ", "tất cả ")}
_TIMES = ("ngày", "tháng", "năm", "giờ", "phút", "tuần")
_OTHER_SIZE = 3
_BETWEEN = 120
_HUNDRED = 100
_CARRIED_OVER = re.compile(r"\btồn\b|(?:kỳ|tháng|quý|năm) trước|đầu kỳ|cũ\b|chuyển (?:sang|qua)", re.IGNORECASE)
CARRIED = "có thể gồm cả số của kỳ trước chuyển sang"


def find(scene: Scene) -> Iterator[Check]:
    """Yield the order relations of parts, plans and cases."""
    handled = scene.told_by("xử", "quyết")
    for index, figure in enumerate(scene.figures):
        if figure.rule == "table.cell":
            continue
        whole = scene.find(figure.of)
        beyond = _beyond_all(scene, index)
        if beyond is not None:
            yield beyond
        elif was_before(scene, index):
            continue  # thêm 12,4 ha (từ 20,6 ha lên 33 ha): no part of either
        elif whole is not None and _is_part(scene, index, whole):
            part = _compare(figure, whole, "order.part", None)
            if part.verdict == "consistent" or not _is_apart(scene, index, scene.place[whole.id]):
                yield part
        elif inside := _inside(scene, index):
            yield inside
        elif index and figure.role == "plan" and scene.figures[index - 1].role in ("actual", "cumulative"):
            check = _reached(scene, index)
            if check:
                yield check
        elif index in handled and figure.role in ("actual", "count"):
            check = _handled(scene, index)
            if check:
                yield check


def _beyond_all(scene: Scene, index: int) -> Check | None:
    """``đạt 21/19 tiêu chí``: of things of which there are only so many."""
    if index + 1 >= len(scene.figures) or scene.sentence[index + 1] != scene.sentence[index]:
        return None
    done, every = scene.figures[index], scene.figures[index + 1]
    closed = (every.unit or "").lower().startswith(_CLOSED) and is_exact(done) and is_exact(every)
    if not closed or value_of(done) <= value_of(every) or not _PAIR.fullmatch(scene.between(index, index + 1)):
        return None
    return _compare(done, every, "order.all", None)


def _is_of_another_year(part: Quantity, whole: Quantity) -> bool:
    """``phát hiện 361 vụ (10 tháng 2019: 425 vụ, bớt 64 vụ)``: as many as a year ago, and no part of those now."""
    return part.period is not None and whole.period is not None and part.period[:4] < whole.period[:4]


def _are_named(scene: Scene, whole: int) -> bool:
    """``49 ca ở 5 huyện (Hà Lam 17, Lam Kinh 11, ...)``: so many are named behind as there are, each with a figure."""
    every = scene.figures[whole]
    behind = scene.figures[whole + 1 : whole + 1 + _MOST_NAMED]
    return sum(part.of == every.id for part in behind) == value_of(every) >= _SEVERAL


def _inside(scene: Scene, index: int) -> Check | None:
    """``186 con mắc, trong số mắc có 241 con chết``, ``trong 28 chỉ tiêu có 48 chỉ tiêu đạt``: more than there are."""
    if not index or scene.sentence[index - 1] != scene.sentence[index]:
        return None
    figure, whole = scene.figures[index], scene.figures[index - 1]
    bears = figure.unit == "ha" and _BEARING.fullmatch(scene.between(index - 1, index)) is not None
    counted = bears or (is_exact(figure) and is_exact(whole))
    if not counted or figure.unit != whole.unit or not scene.is_amount(index):
        return None
    if whole.role in ("change", "plan", "rank") or value_of(figure) <= value_of(whole):
        return None
    words = scene.between(index - 1, index)
    out_of = _OF_ALL.search(scene.before(index - 1, 25)) is not None and _THERE_ARE.fullmatch(words) is not None
    if figure.unit is None or not (bears or out_of or _OF_WHICH.fullmatch(words)):
        return None
    return None if _is_apart(scene, index, index - 1) else _compare(figure, whole, "order.inside", None)


def _is_part(scene: Scene, index: int, whole: Quantity) -> bool:
    """Whether the figure can be a part: no rate of a part (61,5 tạ/ha), no total told in brackets, and no thing of
    quite another size."""
    figure = scene.figures[index]
    if figure.unit == "%" or "/" in (figure.unit or "") or not counts_alike(figure, whole):
        return False
    if _is_planned(scene, index, whole):
        return False
    if value_of(figure) > _OTHER_SIZE * abs(value_of(whole)):
        return False
    return _TOTAL.search(scene.before(index, 60)) is None


def _is_apart(scene: Scene, index: int, whole: int) -> bool:
    """Prices and averages, losses beside gains, an aside in brackets, what the words leave out or compare with, what
    something fell to, and what stands two sentences further on."""
    if not adds_up(scene, index) or not adds_up(scene, whole) or is_loss(scene, index) or is_loss(scene, whole):
        return True
    if index < whole:
        return False
    if is_moved_to(scene, index) or is_contrasted(scene, index) or _OF_OTHERS.search(scene.before(index, 20)):
        return True
    if scene.figures[index - 1].unit == "%" and _OUT_OF.fullmatch(scene.between(index - 1, index)):
        return True
    if value_of(scene.figures[whole]) < 0 or (scene.figures[index].unit or "").lower() in _TIMES:
        return True  # giảm 230 tỷ đồng; trong 30 ngày sẽ quyết định, gồm điều tra thêm 60 ngày
    if scene.figures[whole].role == "plan" and _PASSED.search(scene.before(whole, 60)):
        return True
    if scene.figures[whole].approx == "over" and _HIGHEST.search(scene.before(index, 60)):
        return True
    words = scene.between(whole, index)[-_BETWEEN:]
    if scene.has_closed(whole, index) or _LEFT_OUT.search(words) is not None or LOSS.search(words) is not None:
        return True
    if index + 1 < len(scene.figures) and scene.sentence[index + 1] == scene.sentence[index]:
        share = scene.figures[index + 1]
        if share.unit == "%" and share.role != "change" and interval_of(share).low > _HUNDRED:
            return True
    if _is_of_another_year(scene.figures[index], scene.figures[whole]) or _are_named(scene, whole):
        return True
    if "(" in words and base_before(words.rpartition("(")[2]) not in ("", "plan"):
        return True  # 187 vụ (quý I/2015: 203 vụ)
    years = [_YEAR.findall(words) for words in (scene.before(whole, 60), scene.between(whole, index))]
    if years[0] and years[1] and years[0][-1] != years[1][-1]:
        return True
    return scene.sentences_between(whole, index) > 1 and scene.block[index] == scene.block[whole]


def _is_planned(scene: Scene, index: int, whole: Quantity) -> bool:
    """``6.377/6.191 hồ sơ (103%)`` and ``105% kế hoạch (9.254/8.813 hộ)``: a plan that was passed, no whole."""
    if index + 1 >= len(scene.figures) or scene.figures[index + 1] is not whole:
        return False
    return any(
        0 <= place < len(scene.figures)
        and scene.sentence[place] == scene.sentence[index]
        and scene.figures[place].unit == "%"
        and interval_of(scene.figures[place]).high > _HUNDRED
        for place in (index - 1, index + 2)
    )


def _compare(less: Quantity, more: Quantity, rule: str, doubt: str | None) -> Check:
    holds = interval_of(less).low <= interval_of(more).high
    verdict: Verdict = "consistent" if holds else "doubtful" if doubt else "inconsistent"
    a, b = format_amount(value_of(less), less.unit), format_amount(value_of(more), more.unit)
    part, whole = _NAMES.get(rule, ("phần ", "tổng "))
    reason = f"{a} không vượt {b}" if holds else f"{part}{a} lớn hơn {whole}{b}"
    if doubt and not holds:
        reason = f"{reason}; {doubt}"
    return Check("", "order", (less.id, more.id), None, value_of(less), value_of(more), verdict, rule, reason)


def _reached(scene: Scene, index: int) -> Check | None:
    done, plan = scene.figures[index - 1], scene.figures[index]
    if not _PAIR.fullmatch(scene.between(index - 1, index)) or not is_exact(plan) or value_of(done) != value_of(plan):
        return None
    return _compare(done, plan, "order.plan", None)


def _handled(scene: Scene, index: int) -> Check | None:
    """More cases punished than found: earlier cases may have been carried over."""
    for place in range(index - 1, max(index - 3, -1), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return None
        found, punished = scene.figures[place], scene.figures[index]
        if found.role == "change" or not same_unit(found, punished):
            continue
        both = _PUNISHED.search(scene.before(place)) is not None  # phát hiện và xử lý 42 vụ, xử lý 180 vụ khác
        if both or not _PUNISHED.search(scene.before(index)) or not _FOUND.search(scene.before(place)):
            return None
        if value_of(punished) <= value_of(found) or not is_exact(found):
            return None
        if any(_CARRIED_OVER.search(scene.before(at, 120)) for at in (place, max(place - 1, 0))):
            return None
        return _compare(punished, found, "order.cases", CARRIED)
    return None
