"""Parts whose total stands behind them, before a colon, or far above, known by making it exactly.

Finds         cấp mới 614,8 triệu USD; tăng vốn 1.021,7 triệu USD; cộng lại 1.636,5 triệu USD: what was added up
              giải quyết 103 vụ, đạt 87,3%: quyết định 81 vụ, hòa giải 22 vụ · 23 vụ, đã xử lý 15, đang xử lý 08 vụ
              147 hộ trong tổng 392 hộ: some of all there are
              giao chỉ tiêu cho từng xã: An Bình 1.450 ha; Tân Hội 1.300 ha; ...: what the plan said in another item
Leaves alone  figures that miss the total; two that make a third far away, as by chance
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.adding import is_free, is_total, link_as, total_of
from dondoc.extraction.quantities.parts.likeness import not_above, same_kind

_ADDED = re.compile(
    r"(?:\A|[,;.:(–-])\s*(?:như vậy,? |tức )?(?:tổng cộng|cộng lại|cộng chung|cộng dồn lại|cộng|gộp lại|tất cả|cả thảy|"
    r"tổng số)(?: có| là| được| thành| đạt)*\s*\Z"
)
# One of these stands in every _ADDED.
_SUM_WORDS = ("cộng", "gộp lại", "tất cả", "cả thảy", "tổng số")
_AMONG = re.compile(r"[^,;.()\d]{0,30}\b(?:trong|trên) (?:tổng(?: số| cộng)?|số)(?: là| có| hơn| trên)?\s*")
_SETTLED = re.compile(r"\b(?:đã|được)\s+(?:[^\W\d]+ ){0,4}[^\W\d]*\s*\Z")
_PENDING = re.compile(r"\b(?:đang|chưa|còn)\b[^,;.()\d]{0,40}\Z")
_BESIDE = frozenset({"change", "share_of_plan", "rate"})
_ADDED_UP = frozenset({"actual", "cumulative", "count", "change", "part"})
_MONEY = frozenset({"đồng", "USD"})
_FAR = 12
_MANY = 4
_TELLING = Decimal(100)


def link_totals(sentences: Sequence[Sentence]) -> None:
    """Link the figures of ``sentences`` that make a total told with them or before them."""
    told: dict[tuple[str | None, Decimal], Figure] = {}
    for sentence in sentences:
        figures = sentence.figures
        if len(figures) > 1:
            _link_among(figures)
            if len(figures) > 2:
                _link_added(figures)
                _link_divided(figures)
        _link_told(figures, told)
        for figure in figures:
            if is_free(figure) and figure.measure.value is not None:
                told.setdefault((figure.unit, figure.measure.value), figure)


def _link_added(figures: Sequence[Figure]) -> None:
    """``mức độ 3: 1.187 dịch vụ và mức độ 4: 562 dịch vụ, cộng 1.749 dịch vụ``: the total behind its parts."""
    for place, whole in enumerate(figures):
        if whole.role in _BESIDE or not any(map(whole.low_before.__contains__, _SUM_WORDS)):
            continue
        if not _ADDED.search(whole.low_before):
            continue
        parts: list[Figure] = []
        for one in reversed(figures[max(0, place - _FAR) : place]):
            alike = one.unit is None or same_kind(one, whole)
            if not alike or one.role not in _ADDED_UP or one.whole is not None:
                continue
            parts.append(one)
            if len(parts) > 1 and is_total(parts, whole):
                link_as(parts, whole, "parts.added")
                break


def _link_among(figures: Sequence[Figure]) -> None:
    """``147 hộ trong tổng 392 hộ``: the whole stands behind its part."""
    for part, whole in pairwise(figures):
        if not is_free(part) or part.role == "plan" or whole.role in _BESIDE or whole.depth != part.depth:
            continue
        tells = "trong " in whole.low_before or "trên " in whole.low_before
        if tells and _AMONG.fullmatch(whole.low_before) and same_kind(whole, part) and not_above(part, whole):
            whole.role = "count" if whole.role == "plan" else whole.role
            link_as([part], whole, "parts.among")


def _link_divided(figures: Sequence[Figure]) -> None:
    """``giải quyết 103 vụ, đạt 87,3%: quyết định 81 vụ, hòa giải 22 vụ``: two that make the figure before them."""
    counted = [one for one in figures if one.role not in _BESIDE]
    for whole, one, two in zip(counted, counted[1:], counted[2:], strict=False):
        if whole.unit in _MONEY or whole.role == "plan":
            continue
        if not (_is_part(one, whole) and _is_part(two, whole)) or not is_total([one, two], whole):
            continue
        settled = _SETTLED.search(one.low_before) and _PENDING.search(two.low_before)
        if settled or (":" in one.low_before and ":" not in two.low_before):
            link_as([one, two], whole, "parts.divided")


def _is_part(figure: Figure, whole: Figure) -> bool:
    free = figure.role in ("actual", "cumulative", "count") and figure.whole is None
    return free and figure.over is None and figure.under is None and figure.unit in (whole.unit, None)


def _link_told(figures: Sequence[Figure], told: dict[tuple[str | None, Decimal], Figure]) -> None:
    """``cụ thể: An Bình 1.450 ha; Tân Hội 1.300 ha; ...``: many that together make what was told before."""
    parts = [one for one in figures if is_free(one)]
    if len(parts) < _MANY or any(one.unit != parts[0].unit or one.role != parts[0].role for one in parts):
        return
    whole = told.get((parts[0].unit, total_of(parts)))
    if whole is not None and whole.role == parts[0].role and total_of(parts) >= _TELLING:
        link_as(parts, whole, "parts.told_far")
