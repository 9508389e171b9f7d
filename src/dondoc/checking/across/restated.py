"""A figure that an earlier document states otherwise.

Finds         lũy kế 9 tháng 1.837 doanh nghiệp, last month's report: lũy kế 9 tháng 1.650 doanh nghiệp (LV701)
              9.590 tỷ đồng in September, last month's report: ước đạt 9.610 tỷ đồng (LV702, settled)
Leaves alone  12,6 nghìn tỷ đồng beside 12.648 tỷ đồng: one rounding of the other
              the cumulative figure of ten months beside that of nine; a share of plan beside a rate
              a figure that the document, or the earlier one, states in two ways: it is open which of them is meant
"""

from collections.abc import Iterator

from dondoc.checking.across.contradiction import Contradiction, revised, subject, where
from dondoc.checking.across.ledger import Ledger
from dondoc.checking.across.statements import Statement


def find(own: Ledger, earlier: Ledger, targets: Ledger) -> Iterator[Contradiction]:
    """Yield what disagrees with the newest earlier document; plans that the office has a target for are left out."""
    for key in own.things:
        now, then = own.one(key), earlier.one(key)
        if now is None or then is None or now.interval.meets(then.interval) or targets.all(key):
            continue
        if now.kind in ("plan", "share_of_plan") and (now.approximate or then.approximate):
            continue
        yield restated(now, then)


def restated(now: Statement, then: Statement) -> Contradiction:
    """A settled estimate, or two figures of which one is wrong."""
    if now.kind != "plan" and revised(then, now.interval):
        verb = "ước" if then.estimate else "ghi khi chưa hết kỳ"
        message = f"{subject(now)}: {where(then)} {verb} {then.shown}, văn bản này ghi {now.shown} (đã điều chỉnh)"
        return Contradiction("LV702", "format", (now,), (then,), message)
    message = f"{subject(now)}: văn bản này ghi {now.shown}, {where(then)} ghi {then.shown}"
    return Contradiction("LV701", "doubtful", (now,), (then,), message)
