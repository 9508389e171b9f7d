"""Parts that no word announces, known by adding up to the figure above them.

Finds         an item that gives 820 tỷ đồng, the items under it 610 and 210 tỷ đồng
              1.250 ca; đã khỏi 1.000 ca, đang điều trị 240 ca, tử vong 10 ca
              - Tổng diện tích 8.412 ha. + Lúa 6.120 ha + Ngô 1.204 ha: what stands under a total and is not more
Leaves alone  figures that miss the sum by one; two figures of a sentence that happen to make a third
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from math import gcd

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import PERSONS, is_of_a_time, is_shared_of, not_above, same_kind
from dondoc.facts import Evidence

_MAIN = frozenset({"actual", "cumulative", "count", "plan"})
_FEWEST = 3
_MOST = 12
_LEAST = 10
_TELLING = 100
_FAR = 24
_NEAR = 60
_PRECISE = 1000
_SURE = 200
_SURE_OF_ROUND = 40
# Of these two make no third.
_LEVELS = frozenset({"%", "‰", "mm", "°C", "độ", "km/h", "m/s", "tạ/ha", "tấn/ha"})
_MEASURED = frozenset({"đồng", "USD", "ha", "tấn", "tạ", "kg", "m3", "m³", "km", "kwh", "kWh"})
_MONEY = frozenset({"đồng", "USD"})
_NEXT = 5
_DEEPEST = 3
_OF_COUNTS = Decimal("0.5")
# What is left of two figures, and no part of the first.
_BALANCE = re.compile(
    r"xuất siêu|nhập siêu|kết dư|số dư|"
    r"chênh lệch|thặng dư|thâm hụt|bội (?:thu|chi)|lãi|lợi nhuận|\bcòn\b|\btăng\b|\bgiảm\b"
)
_LEFT = re.compile(r"\bcòn(?: lại)?(?: khoảng| gần| hơn)?\s*\Z")
_SUSPECTS = frozenset({"đối tượng", "bị can", "bị cáo", "người", "tên"})
_TOLD_BESIDE = frozenset({"change", "share_of_plan", "rate"})
_DIVIDED = frozenset({"actual", "cumulative", "count", "part"})
_OUT_OF = re.compile(r"\btrên tổng(?: số| cộng)?(?: là| có)?\s*\Z")


def link_sums(sentences: Sequence[Sentence], parents: Sequence[tuple[int | None, int | None]]) -> None:
    """Make the figures that exactly add up to the one above them its parts.

    ``parents`` are, of every item, the one whose list it belongs to and the one that it stands below.
    """
    firsts: dict[int, Figure] = {}
    below: dict[int, list[Figure]] = {}
    above: dict[int, list[Figure]] = {}
    recent: list[Figure] = []
    before: Sequence[Figure] = ()
    together: list[Figure] = []
    item = -1
    for sentence in sentences:
        free = [figure for figure in sentence.figures if is_free(figure)]
        _link_within(sentence, free)
        if sentence.item == item and free:
            _link_rest(before, together, free)
        if not sentence.task and len(free) >= _FEWEST and not any(figure.whole for figure in free):
            _link_told_before(before, free)
        if sentence.item != item:
            _link_over_sentences(together)
            together = []
        together += [] if sentence.task else sentence.figures
        item, before = sentence.item, sentence.figures
        main = next(filter(is_free, free), None)
        last, recent = recent, free or recent
        if main is None or sentence.item in firsts or sentence.task:
            continue
        firsts[sentence.item] = main
        for parent in dict.fromkeys(parents[sentence.item]):
            if parent is None:
                continue
            below.setdefault(parent, []).append(main)
            if parent not in firsts:
                above.setdefault(parent, last)
    _link_over_sentences(together)
    for parent, parts in below.items():
        own = firsts.get(parent)
        _link_below((own,) if own is not None else above.get(parent, ()), parts)


def _link_below(wholes: Sequence[Figure], parts: Sequence[Figure]) -> None:
    """``- Thu 820 tỷ đồng: + Thu nội địa 610 tỷ đồng + Thu hải quan 210 tỷ đồng``: what the items below come to."""
    for whole in wholes:
        fitting = [part for part in parts if part.unit == whole.unit != "điểm" and is_free(part)]
        if len(fitting) > 1 and (total_of(fitting) == whole.measure.value or _is_announced(parts, whole)):
            link_as(fitting, whole, "parts.items")
            return


def _is_announced(parts: Sequence[Figure], whole: Figure) -> bool:
    """``- Tổng diện tích gieo trồng 8.412 ha. + Lúa: 6.120 ha; + Ngô: 1.204 ha``: what stands under a total."""
    alike = all(part.unit == whole.unit and part.role == whole.role for part in parts)
    return alike and "tổng" in whole.low_before[-_NEAR:] and total_of(parts) <= (whole.measure.value or 0)


def _link_within(sentence: Sentence, free: Sequence[Figure]) -> None:
    """The sums that stand in one sentence."""
    if "trên tổng" in sentence.low:
        _link_told_last(sentence.figures)
    if len(free) > _FEWEST:
        _link_following(free)
    _link_halves(free)
    _link_amid(free)
    _link_raised(sentence.figures)
    for figure in free:
        _link_remaining(sentence.figures, figure)


def _link_raised(figures: Sequence[Figure]) -> None:
    """``vốn cấp mới 72 triệu USD; vốn tăng thêm 49 triệu USD, nâng tổng vốn lên 121 triệu USD``: its parts."""
    for place, whole in enumerate(figures):
        if "nâng tổng" not in whole.low_before or whole.unit not in ("đồng", "USD") or whole.measure.value is None:
            continue
        parts = [one for one in figures[max(0, place - _FAR) : place] if one.unit == whole.unit and one.whole is None]
        added = [one for one in parts[-2:] if one.role in (*_MAIN, "change") and one.over is None]
        if len(added) == len(parts[-2:]) == 2 and is_total(added, whole):
            link_as(added, whole, "parts.raised")
            whole.role = "cumulative" if any(one.role == "cumulative" for one in figures[:place]) else whole.role


def _link_remaining(figures: Sequence[Figure], figure: Figure) -> None:
    """``26 vụ, thành 21 vụ (đạt 80,7%), không thành 5 vụ``: what the parts before it leave over."""
    known = [one for one in figures if one.number < figure.number and one.role == "part" and one.whole is not None]
    known = [one for one in known if one.unit == figure.unit or (one.unit is None and one.under is not None)]
    whole = known[-1].whole if known else None
    if whole is None or figure.whole is not None or figure.role == "plan":
        return
    if not same_kind(whole, figure) and not (whole.unit or "").startswith(figure.unit or ""):
        return
    parts = [one for one in known if one.whole is whole]
    left = _LEFT.search(figure.low_before) if figure.unit not in _MEASURED else None
    balance = None if left else _BALANCE.search(figure.low_before)
    said = left is not None and "lại" in left.group() and not_above(figure, whole)
    if whole.number < figure.number and (said or is_total([*parts, figure], whole)) and not balance:
        link_as([figure], whole, "parts.rest")


def _link_rest(before: Sequence[Figure], together: Sequence[Figure], free: Sequence[Figure]) -> None:
    """``13 dự án ... Trong đó, 8 dự án cấp mới. 5 dự án tăng vốn``: the next sentence tells the rest.

    The sentence ``before`` may have told the parts of a part: the rest is then of what that is a part of, and the other
    parts stand further back in the item, ``together``.
    """
    for figure in free[:2]:
        known = [one for one in before if one.role == "part" and one.unit == figure.unit and one.whole is not None]
        whole = known[-1].whole if known else None
        for _ in range(_DEEPEST):
            if whole is None or figure.whole is not None or figure.unit != whole.unit:
                break
            parts = [one for one in together[-_FAR:] if one.whole is whole and one.role == "part"]
            if is_total([*parts, figure], whole):
                link_as([figure], whole, "parts.rest")
            whole = whole.whole


def _link_told_before(before: Sequence[Figure], free: Sequence[Figure]) -> None:
    """``Đã giải quyết 22/56 đơn. Kết quả: đúng 4 vụ; đúng một phần 1 vụ; sai 17 vụ``: what the one before came to."""
    parts = [figure for figure in free if figure.unit == free[0].unit]
    for whole in reversed(before):
        counted = whole.unit not in ("%", "đồng", "USD") and whole.over is None and whole.role in _DIVIDED
        if counted and len(parts) == len(free) and (whole.measure.value or 0) >= _LEAST and is_total(parts, whole):
            link_as(parts, whole, "parts.told_before")
            return


def is_total(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether ``parts`` make ``whole``, amounts of money to their last printed digit."""
    apart = abs(total_of(parts) - (whole.measure.value or 0))
    if whole.measure.half_step == _OF_COUNTS and whole.unit not in _MEASURED:
        return apart == 0
    return apart <= sum((one.measure.half_step for one in (*parts, whole)), Decimal(0))


def _link_told_last(figures: Sequence[Figure]) -> None:
    """``giỏi 210 em, khá 450 em, yếu 40 em trên tổng số 700 em``: the parts stand before their whole."""
    for place, whole in enumerate(figures):
        if not _OUT_OF.search(whole.low_before) or whole.measure.value is None:
            continue
        parts: list[Figure] = []
        for one in reversed(figures[max(0, place - _FAR) : place]):
            if one.unit == "%":
                continue
            if one.unit != whole.unit or one.role not in _DIVIDED or one.measure.value is None:
                break
            if one.measure.value > whole.measure.value:
                break
            parts.append(one)
            if ":" in one.low_before:
                break
        if len(parts) > 1:
            whole.over, whole.role = None, "count" if parts[-1].role == "count" else "actual"
            parts[0].under = None
            link_as(parts, whole, "parts.told_last")


def _link_halves(free: Sequence[Figure]) -> None:
    """``16.420 học sinh được đánh giá, đạt 16.354 em; chưa đạt 66 em``: two that make the first exactly."""
    for whole, one, two in zip(free, free[1:], free[2:], strict=False):
        a, b, c = whole.measure.value, one.measure.value, two.measure.value
        if a is None or b is None or c is None or a < _TELLING or not is_total([one, two], whole):
            continue
        if _BALANCE.search(two.low_before) or (not (b % 10 or c % 10) and not _tells(whole, _PRECISE)):
            continue
        if one.unit == two.unit and (one.unit == whole.unit or {one.unit, whole.unit} <= PERSONS):
            link_as([one, two], whole, "parts.halves")


def _link_amid(free: Sequence[Figure]) -> None:
    """``75,2 triệu USD (cấp mới 09 dự án với 46,8 triệu USD, tăng vốn 06 dự án với 28,4 triệu)``: between others."""
    for place, whole in enumerate(free):
        if whole.unit not in _MONEY or whole.role == "plan" or whole.whole is not None or not _tells(whole, _TELLING):
            continue
        parts = [one for one in free[place + 1 : place + 1 + _NEXT] if one.unit == whole.unit][:2]
        amid = len(parts) == 2 and parts[0].whole is parts[1].whole is None and parts[1].number > whole.number + 2
        alike = amid and all(one.role in (whole.role, "actual") for one in parts)
        if (
            alike
            and is_total(parts, whole)
            and not any(_BALANCE.search(one.low_before.replace("tăng vốn", "")) for one in parts)
        ):
            link_as(parts, whole, "parts.amid")


def _tells(figure: Figure, least: int) -> bool:
    """Whether the digits of ``figure`` tell at least ``least`` steps: no sum of two comes to 1,000 by chance."""
    value, half_step = figure.measure.value, figure.measure.half_step
    return value is not None and bool(half_step) and value / (2 * half_step) >= least


def _is_no_chance(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether two parts make ``whole`` in steps small enough: 450 and 100 make 550 by chance."""
    step = min(one.measure.half_step for one in (*parts, whole)) * 2
    if not step:
        return False
    steps = [int((one.measure.value or 0) / step) for one in (*parts, whole)]
    return steps[-1] // gcd(*steps) >= (_SURE_OF_ROUND if _tells(whole, _PRECISE) else _SURE)


def _link_over_sentences(figures: Sequence[Figure]) -> None:
    """``Tổng sản lượng 4.900,1 tấn. Khai thác 2.347,2 tấn. Nuôi trồng 2.552,9 tấn``: in the sentences of one item."""
    for place, whole in enumerate(figures):
        if (is_free(whole) or _is_divided(whole)) and whole.role != "plan" and _tells(whole, _TELLING):
            kinds = _SUSPECTS if whole.unit in _SUSPECTS else (whole.unit,)
            following = [one for one in figures[place + 1 : place + 1 + _FAR] if one.unit in kinds]
            following = [one for one in following if one.role not in _TOLD_BESIDE]
            if not following:
                continue
            known = [one for one in following if one.whole is whole]
            following = [one for one in following if one.whole is not whole]
            following = [one for one in following if one.depth == whole.depth]
            parts = _making(whole, following) or _making(whole, [one for one in following if one.role == whole.role])
            parts = parts or (_making(whole, following, known) if known else [])
            few = 0 < len(parts) < _FEWEST - len(known) and (whole.whole is not None or not _is_no_chance(parts, whole))
            parts = parts if whole.whole is None or len(parts) >= _FEWEST else []
            parts = [] if (few and not known) or any(map(is_of_a_time, parts)) else parts
            link_as(parts, whole, "parts.over_sentences")


def _making(whole: Figure, following: Sequence[Figure], known: Sequence[Figure] = ()) -> list[Figure]:
    """The first of ``following`` that make ``whole``, with the parts ``known`` already; none where they do not."""
    parts: list[Figure] = []
    for one in following[:_MOST]:
        if one.whole is not None and one.whole in parts:
            continue
        if not is_free(one) or one.role == "plan" or (one.measure.value or 0) > (whole.measure.value or 0):
            return []
        parts.append(one)
        if len(parts) + len(known) > 1 and is_total([*known, *parts], whole) and not _BALANCE.search(one.low_before):
            return parts
    return []


def is_free(figure: Figure) -> bool:
    free = figure.role in _MAIN and figure.whole is None and figure.over is None and figure.under is None
    free = free and not is_shared_of(figure)
    return free and figure.measure.value is not None and figure.unit not in _LEVELS and "/" not in (figure.unit or "")


def _is_divided(figure: Figure) -> bool:
    """Whether ``figure`` is a part that may have parts of its own: "lúa 24.701 ha. ...: huyện An 895 ha; ..."."""
    return figure.role == "part" and figure.over is None and figure.under is None and figure.measure.value is not None


def total_of(figures: Sequence[Figure]) -> Decimal:
    return sum((figure.measure.value for figure in figures if figure.measure.value is not None), Decimal(0))


def link_as(parts: Sequence[Figure], whole: Figure, rule: str) -> None:
    for part in parts:
        part.whole, part.role = whole, "part"
        part.evidence.append(Evidence("of", rule))


def _link_following(free: Sequence[Figure]) -> None:
    for place, whole in enumerate(free):
        value = whole.measure.value
        kinds = _SUSPECTS if whole.unit in _SUSPECTS else (whole.unit,)
        following = [figure for figure in free[place + 1 : place + 1 + _MOST] if figure.unit in kinds]
        for size in range(_FEWEST, len(following) + 1):
            if value is not None and value >= _LEAST and total_of(following[:size]) == value:
                link_as(following[:size], whole, "parts.following")
                return
