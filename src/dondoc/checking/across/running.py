"""A figure so far this year that is not last report's plus this month's.

Finds         trong tháng 178 doanh nghiệp, lũy kế 10 tháng 1.837, last month's report: lũy kế 9 tháng 1.650 (LV705)
Leaves alone  1.650 and 187 make 1.837; 85,1 and 9,9 nghìn tỷ make 94.990 tỷ: each is rounded
              stocks and rates, which do not add up over months (tổng đàn, tỷ lệ bao phủ)
A small difference, where the earlier figure was printed before its period was over, is most often that figure settled:
a note (form), not a doubt; unless two digits have changed places.
"""

import re
from collections.abc import Iterator

from dondoc.checking.across.contradiction import HERE, Contradiction, revised, subject, where, written
from dondoc.checking.across.ledger import Ledger
from dondoc.checking.across.months import Months, in_words
from dondoc.checking.across.statements import Statement
from dondoc.checking.arithmetic.repair import slip_between
from dondoc.checking.finding import Severity

_MIN_DIGITS = 3


def find(own: Ledger, earlier: Ledger, targets: Ledger) -> Iterator[Contradiction]:
    """Yield cumulative figures that the step from an earlier document does not reach."""
    del targets
    for key in own.things:
        step = own.one(key)
        if step is None or step.kind != "value" or not step.adds_up or step.approximate or step.months.first % 12 == 0:
            continue
        january = step.months.first - step.months.first % 12
        so_far = own.like(step, Months(january, step.months.last))
        then = earlier.like(step, Months(january, step.months.first - 1))
        if so_far is None or then is None or so_far.approximate or own.like(step, then.months) is not None:
            continue
        if not (then.interval + step.interval).meets(so_far.interval):
            yield _broken(so_far, step, then)


def _broken(so_far: Statement, step: Statement, then: Statement) -> Contradiction:
    total = written(then.value + step.value, so_far.unit, so_far.shown)
    message = (
        f"{subject(so_far)}: {where(then)} ghi {in_words(then.months)} {then.shown}, cộng {in_words(step.months)} "
        f"{step.shown} là {total}; {HERE} ghi {so_far.shown}"
    )
    needed = written(so_far.value - then.value, step.unit, step.shown)
    mend = needed if _swapped(step.shown, needed) else total if _swapped(so_far.shown, total) else None
    settled = mend is None and revised(then, so_far.interval - step.interval)
    severity: Severity = "format" if settled else "doubtful"
    return Contradiction("LV705", severity, (step, so_far), (then,), message, mend)


def _swapped(shown: str, needed: str) -> bool:
    """Whether the digits are the same but for two that changed places or one that fell out."""
    printed, wanted = (re.sub(r"\D", "", words) for words in (shown, needed))
    return min(len(printed), len(wanted)) >= _MIN_DIGITS and slip_between(printed, wanted) in ("swap", "length")
