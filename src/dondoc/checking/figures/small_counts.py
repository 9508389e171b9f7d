"""A percentage of a small count that no whole number gives (GRIM).

Finds         trong số 12 đơn, có 45,8% đã giải quyết: 5/12 is 41,67%, 6/12 is 50%
Leaves alone  16,67% of 12 (2/12) · percentages of amounts, of plans, of large counts; a numerator that is stated

Brown and Heathers, The GRIM test (2017): a mean of whole numbers can take few values.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from dondoc.checking.arithmetic.intervals import interval_of, is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.numerals import format_amount, format_number

_OF_THESE = re.compile(
    r"""\s*,?\s*(?:\(\s*)?(?:trong\ (?:đó|số\ (?:này|đó))|thì)?,?\s*(?:có\s+|chỉ\s+|đã\s+)*
        (?:[^\W\d_]+\s+){0,6}?(?:đạt\s+|chiếm\s+|tỷ\ lệ\s+|là\s+|được\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
_SAYS_SO = re.compile(r"trong đó|trong số", re.IGNORECASE)
_OTHER_BASE = re.compile(
    r"kế hoạch|dự toán|chỉ tiêu|so với|cùng kỳ|tăng|giảm|vượt|diện tích|vốn|giá trị|khối lượng|dân số", re.IGNORECASE
)
_LARGE = 500


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the percentages that their small whole cannot have."""
    scene = draft.scene
    used = {ref for check in draft.checks if check.kind == "ratio" for ref in (check.result,)}
    for index in range(1, len(scene.figures)):
        share, whole = scene.figures[index], scene.figures[index - 1]
        if share.unit != "%" or share.id in used or share.approx or share.role in ("change", "plan", "share_of_plan"):
            continue
        if not is_exact(whole) or whole.role in ("change", "plan", "rank") or not 2 <= value_of(whole) <= _LARGE:
            continue
        if scene.sentence[index] != scene.sentence[index - 1] or whole.unit in (None, "năm", "tháng", "lần", "cấp"):
            continue
        gap = scene.between(index - 1, index)
        said = _SAYS_SO.search(gap) or re.search(r"trong (?:tổng )?số\s+\Z", scene.before(index - 1), re.IGNORECASE)
        if not said or not _OF_THESE.fullmatch(gap) or _OTHER_BASE.search(gap + scene.after(index)):
            continue
        number, interval = value_of(whole), interval_of(share)
        low, high = (number * bound / 100 for bound in (interval.low, interval.high))
        if low.to_integral_value(ROUND_CEILING) <= high.to_integral_value(ROUND_FLOOR):
            continue
        near = (low.to_integral_value(ROUND_FLOOR), high.to_integral_value(ROUND_CEILING))
        steps = " và ".join(f"{format_number(k)}/{format_number(number)} = {_percent(k, number)}%" for k in near)
        base, told = format_amount(number, whole.unit), draft.text[share.span]
        message = f"không số nguyên nào trong {base} cho ra {told}: gần nhất là {steps}"
        yield Finding("SL204", share.span, "doubtful", message, None, (whole.span,))


def _percent(part: Decimal, whole: Decimal) -> str:
    return format_number((part / whole * 100).quantize(Decimal("0.01")))
