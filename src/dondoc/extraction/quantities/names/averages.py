"""Averages that nothing but "bình quân" names: of the amount before that they were reckoned from.

Finds         phạt 2.029 triệu đồng, bình quân 3,06 triệu đồng/vụ (phạt bình quân)
              1.742 lớp với 49.386 học sinh, bình quân 28,35 em/lớp (học sinh bình quân): their quotient
              kinh phí 925 triệu đồng (tính ra 0,5 triệu đồng/m) (kinh phí bình quân)
Leaves alone  thu nhập bình quân 42 triệu đồng/người: named by itself
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, unit_noun

_LEAD = r"(?:và|tính|như vậy|tức|tức là|tương đương|chung)"
_ALONE = re.compile(
    rf"\s*(?:{_LEAD} )*(?:bình quân|trung bình|tính ra)"
    r"(?: (?:mỗi|một|là|đạt|khoảng|gần|hơn|trên|được|xấp xỉ|chỉ|mức|cho)(?: [^\W\d]+){0,3}?)*\s*",
    re.IGNORECASE,
)
_SAYING = ("bình quân", "trung bình", "tính ra")
_PIECE = re.compile(r"[,;:()]|\s[-–]\s")
_EACH = re.compile(r"\b(?:mỗi|một) [^\W\d]|\A\s*(?:/|mỗi |một )", re.IGNORECASE)
_SUMMED = re.compile(r"\A(?:tổng(?: số)?|số) (?=\S)", re.IGNORECASE)
_REACH = 8
_MOST = 8
_NEAR = 20


def average_name(figure: Figure) -> str:
    """The name of the average ``figure`` after what it is an average of, "" for other figures."""
    unit = figure.unit or ""
    said = any(map(figure.low_before.__contains__, _SAYING))
    own = _PIECE.split(figure.before)[-1] if said or ("/" in unit and figure.opens) else "-"
    if not (_ALONE.fullmatch(own) if said else not own.strip()):
        return ""
    if "/" not in unit and not _EACH.search(figure.before[-_NEAR:]) and not _EACH.match(figure.after):
        return ""
    total = _reckoned_from(figure, unit.partition("/")[0] if said else "")
    name = _SUMMED.sub("", total.indicator or "") if total is not None else ""
    return f"{name} bình quân" if name and len(name.split()) <= _MOST else ""


def _reckoned_from(figure: Figure, unit: str) -> Figure | None:
    """The total that ``figure`` is an average of: whose quotient by another it is, else the last of its unit."""
    before: list[Figure] = []
    last = figure.previous
    while last is not None and figure.number - last.number <= _REACH:
        before.append(last)
        last = last.previous
    totals = [one for one in before if one.role not in FOLLOWERS and one.indicator and one.over is None]
    for total in totals:
        if any(_is_quotient(figure, total, by) for by in totals if by is not total and by.unit != total.unit):
            return total
    noun = unit_noun(unit)
    return next((one for one in totals if noun and unit_noun(one.unit) == noun), None)


def _is_quotient(figure: Figure, total: Figure, by: Figure) -> bool:
    average, whole, number, half = figure.measure.value, total.measure.value, by.measure.value, figure.measure.half_step
    if average is None or not whole or not number or half is None:
        return False
    return abs(whole / number - average) <= 2 * half
