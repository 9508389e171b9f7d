"""A figure that an earlier document states otherwise.

Finds         lũy kế 9 tháng 1.837 doanh nghiệp, last month's report: lũy kế 9 tháng 1.650 doanh nghiệp (LV701)
              9.590 tỷ đồng in September, last month's report: ước đạt 9.610 tỷ đồng (LV702, settled)
Leaves alone  12,6 nghìn tỷ đồng beside 12.648 tỷ đồng: one rounding of the other
              83,5% of the plan beside 75%, where both documents state the figure itself: one cause
              the cumulative figure of ten months beside that of nine; a share of plan beside a rate
              a figure that the document, or the earlier one, states in two ways: it is open which of them is meant
"""

from collections.abc import Iterator

from dondoc.checking.across.contradiction import HERE, Contradiction, revised, subject, where
from dondoc.checking.across.ledger import Ledger
from dondoc.checking.across.months import Months
from dondoc.checking.across.statements import Statement


def find(own: Ledger, earlier: Ledger, targets: Ledger) -> Iterator[Contradiction]:
    """Yield what disagrees with the newest earlier document; plans that the office has a target for are left out."""
    valued = _valued(own) & _valued(earlier)
    for key in own.things:
        now, then = own.one(key), earlier.one(key)
        if now is None or then is None or now.interval.meets(then.interval) or targets.all(key):
            continue
        if now.kind in ("plan", "share_of_plan") and (now.approximate or then.approximate):
            continue
        if now.kind == "share_of_plan" and (now.indicator, now.area, now.months) in valued:
            continue
        yield restated(now, then)


def _valued(book: Ledger) -> set[tuple[str, str, Months]]:
    """What is stated in its own unit: a share of the plan only follows from it."""
    return {(each.indicator, each.area, each.months) for each in book if each.kind == "value"}


def restated(now: Statement, then: Statement) -> Contradiction:
    """A settled estimate, or two figures of which one is wrong."""
    if now.kind != "plan" and revised(then, now.interval):
        verb = "ước" if then.estimate else "ghi khi chưa hết kỳ"
        message = f"{subject(now)}: {where(then)} {verb} {then.shown}, {HERE} ghi {now.shown} (đã điều chỉnh)"
        return Contradiction("LV702", "format", (now,), (then,), message)
    message = f"{subject(now)}: {HERE} ghi {now.shown}, {where(then)} ghi {then.shown}"
    return Contradiction("LV701", "doubtful", (now,), (then,), message)
