"""An average that a total and a number of shares give.

Finds         hỗ trợ 12 tỷ đồng cho 240 hộ, bình quân 60 triệu đồng/hộ · 320 suất trị giá 160 triệu đồng, mỗi suất 600
              nghìn đồng · 214 suất, mức 1 triệu đồng/suất, tổng kinh phí 241 triệu đồng
Leaves alone  bình quân 4,5 triệu đồng/người/tháng: no total; thu nhập bình quân đầu người 62 triệu đồng
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of, is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_amount

_MEAN = re.compile(r"(?:bình quân|trung bình|mỗi)[^,;.\d]{0,40}\Z|\bmức\s+\Z", re.IGNORECASE)
_EACH = re.compile(r"\bmỗi\s+(?P<per>[^\W\d_]+)\s+(?:được |nhận |trị giá |là )*\Z", re.IGNORECASE)
_TOTAL = re.compile(r"\btổng\s[^,;.\d]{0,25}\Z|\bvới số tiền\s+\Z", re.IGNORECASE)
_NOT_OF_THESE = re.compile(r"đầu người|hằng năm|hàng năm|giai đoạn|/năm|/tháng", re.IGNORECASE)
_NEXT_ITEM = re.compile(r"\s*[,;]\s*")
_REACH = 5


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the averages that their total and number do not give."""
    scene = draft.scene
    for index, figure in enumerate(scene.figures):
        unit, _, per = (figure.unit or "").partition("/")
        each = None if per else _EACH.search(scene.before(index, 40))
        per = per or (each["per"] if each is not None else "")
        if not per or figure.rule == "table.cell" or figure.role == "change":
            continue
        if not _MEAN.search(scene.before(index, 60)) or _NOT_OF_THESE.search(scene.before(index, 60) + per):
            continue
        parts = _parts(scene, index, unit, per)
        if parts is not None:
            yield from _judged(draft, figure, *parts)


def _parts(scene: Scene, index: int, unit: str, per: str) -> tuple[Quantity, Quantity] | None:
    """The only total in ``unit`` and the only number of ``per`` in the sentence of the average; a total may follow."""
    totals, counts = [], []
    for place in range(max(index - _REACH + 1, 0), min(index + 2, len(scene.figures))):
        other = scene.figures[place]
        if place == index or scene.sentence[place] != scene.sentence[index] or other.role in ("change", "plan"):
            continue
        if place > index and _TOTAL.search(scene.before(place, 40)) is None:
            continue
        if other.unit == unit:
            if place + 1 < index and _NEXT_ITEM.fullmatch(scene.between(place, place + 1)):
                continue  # 1 xe trị giá 1,6 tỷ đồng, 12 bộ ..., mỗi bộ 75 triệu đồng
            totals.append(other)
        elif is_exact(other) and (other.unit or "").lower().split(" ")[0] == per.lower().split(" ")[0]:
            counts.append(other)
    if len(totals) != 1 or len(counts) != 1 or value_of(counts[0]) < 2:
        return None
    return totals[0], counts[0]


def _judged(draft: Draft, mean: Quantity, total: Quantity, count: Quantity) -> Iterator[Finding]:
    number = value_of(count)
    spread = interval_of(total)
    computed = Interval(spread.low / number, spread.high / number)
    if computed.meets(interval_of(mean)):
        return
    slip = find_repair(draft.text, mean, computed)
    shown = value_of(total) / number
    step = mean.half_step * 2
    rounded = (shown / step).quantize(Decimal(1)) * step if step > 0 else shown
    message = (
        f"{format_amount(value_of(total), total.unit)} / {format_amount(number, None)} = "
        f"{format_amount(rounded, total.unit)}, văn bản ghi bình quân {format_amount(value_of(mean), total.unit)}"
    )
    per = "".join((mean.unit or "").partition("/")[1:])
    mend = f"sửa {draft.text[mean.span]} thành {format_amount(rounded, total.unit)}{per}" if slip else None
    if slip is None:
        each = interval_of(mean)
        total_slip = find_repair(draft.text, total, Interval(each.low * number, each.high * number))
        right = format_amount(value_of(total_slip.quantity), total.unit) if total_slip else ""
        mend = f"sửa {draft.text[total.span]} thành {right}" if total_slip else None
    yield Finding(
        "SL108", mean.span, "error" if slip and not slip.cost else "doubtful", message, mend, (total.span, count.span)
    )
