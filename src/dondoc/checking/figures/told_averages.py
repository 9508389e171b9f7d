"""What is said of an average that its total and number do not give.

Finds         12 tỷ đồng / 240 = 50 triệu đồng, văn bản ghi bình quân 60 triệu đồng
Leaves alone  27.600 đồng where 27.598 came out: told to its last digit that is no nought
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from dondoc.checking.arithmetic.intervals import Interval, interval_of, telling_digits
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.arithmetic.repair import Repair, find_repair
from dondoc.checking.claimed.slips import chance_of_slip
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding, Severity
from dondoc.facts import Quantity
from dondoc.numerals import format_amount

_TRIED, _TOLD, _FAR = 6, 3, 8


def slipped(draft: Draft, read: Sequence[Relation], budget: Decimal) -> Iterator[Finding]:
    """Yield the finding of the first of the readings of an average that one slip explains."""
    for tried, relation in enumerate(read[:_TRIED], start=1):
        total, number = interval_of(relation.args[0]), value_of(relation.args[1])
        if _is_told_roughly(relation.result, Interval(total.low / number, total.high / number)):
            return
        if chance_of_slip(draft.scene, _as_told(relation)) * tried <= budget:
            yield told_as_average(draft, relation)
            return


def _as_told(read: Relation) -> Relation:
    """A reading with its average as it is written: gần 728 nghìn đồng is told as surely as 728 nghìn đồng."""
    return read if telling_digits(read.result) < _TOLD else replace(read, result=replace(read.result, approx=None))


def of_the_only(draft: Draft, read: Relation, *, is_price: bool) -> Iterator[Finding]:
    """Yield the finding of an average beside the only total and number it can be of, where they do not give it.

    ``is_price``: what each one gets, which is not rounded (2 triệu đồng/em).
    """
    mean, (total, count) = read.result, read.args
    number = value_of(count)
    spread = interval_of(total)
    computed = Interval(spread.low / number, spread.high / number)
    each = interval_of(mean)
    if _is_told_roughly(mean, computed):
        return
    total_slip = find_repair(draft.text, total, Interval(each.low * number, each.high * number))
    if computed.meets(each):
        exactly = value_of(mean) * number
        total_slip = find_repair(draft.text, total, Interval(exactly, exactly))
        if not is_price or spread.low <= exactly <= spread.high or total_slip is None or total_slip.cost:
            return
        slip = None
    else:
        slip = find_repair(draft.text, mean, computed)
    apart = value_of(mean) * number / value_of(total) if value_of(total) else 0
    if slip is None and total_slip is None and not 1 <= _FAR * apart <= _FAR * _FAR:
        return  # 32 triệu đồng mỗi kg, of 550 kg
    yield told_as_average(draft, read, slip, total_slip)


def is_rounded(read: Relation) -> bool:
    """Whether a mean of whole things is what comes out, rounded: bình quân 81 tờ khai mỗi doanh nghiệp, of 81,06."""
    mean, (total, count) = read.result, read.args
    each = Interval(value_of(mean) - mean.half_step, value_of(mean) + mean.half_step)
    spread, number = interval_of(total), value_of(count)
    return each.meets(Interval(spread.low / number, spread.high / number))


def _is_told_roughly(mean: Quantity, computed: Interval) -> bool:
    """Whether an average is told to its last digit that is no nought (27.598 đồng, told as 27.600)."""
    exponent = value_of(mean).normalize().as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    told = Interval(value_of(mean) - half, value_of(mean) + half)
    return telling_digits(mean) >= _TOLD and computed.meets(told)


def told_as_average(
    draft: Draft, read: Relation, slip: Repair | None = None, total_slip: Repair | None = None
) -> Finding:
    """The finding that an average does not come out; the slips in it or in its total are what would make it right."""
    mean, (total, count) = read.result, read.args
    number = value_of(count)
    step = mean.half_step * 2
    shown = value_of(total) / number
    rounded = (shown / step).quantize(Decimal(1)) * step if step > 0 else shown
    rounded = rounded if rounded != value_of(mean) else shown.quantize(Decimal(1))
    message = (
        f"{format_amount(value_of(total), total.unit)} / {format_amount(number, None)} = "
        f"{format_amount(rounded, total.unit)}, văn bản ghi bình quân {format_amount(value_of(mean), total.unit)}"
    )
    per = "".join((mean.unit or "").partition("/")[1:])
    mend = None
    if slip is not None:
        mend = f"sửa {draft.text[mean.span]} thành {format_amount(rounded, total.unit)}{per}"
    elif total_slip is not None:
        mend = f"sửa {draft.text[total.span]} thành {format_amount(value_of(total_slip.quantity), total.unit)}"
    severity: Severity = "error" if slip and not slip.cost else "doubtful"
    return Finding("SL108", mean.span, severity, message, mend, (total.span, count.span))
