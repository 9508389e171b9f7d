"""A plan of the year that is not the office's target.

Finds         đạt 66% kế hoạch (2.020 doanh nghiệp), the target of the year: 2.200 doanh nghiệp (LV703)
Leaves alone  phấn đấu đạt trên 2.000 doanh nghiệp; công nhận thêm 04 xã: a goal, no share is measured against it
              two plans in one document (Trung ương giao, tỉnh giao) of which one is the target
              a plan of six months; a plan in % where the target is in đồng
"""

from collections.abc import Iterator

from dondoc.checking.across.contradiction import HERE, Contradiction, subject, where
from dondoc.checking.across.ledger import Ledger
from dondoc.checking.across.statements import Statement


def find(own: Ledger, earlier: Ledger, targets: Ledger) -> Iterator[Contradiction]:
    """Yield plans of a whole year that differ from the target."""
    del earlier
    measured = {(each.indicator, each.area, each.months.last // 12) for each in own if each.kind == "share_of_plan"}
    for key in targets.things:
        plan, target = own.one(key), targets.one(key)
        if plan is None or target is None or not plan.months.is_year:
            continue
        if (plan.indicator, plan.area, plan.months.first // 12) in measured and _differs(plan, target):
            message = f"{subject(plan)}: {HERE} ghi kế hoạch {plan.shown}, {where(target)} là {target.shown}"
            yield Contradiction("LV703", "doubtful", (plan,), (target,), message)


def _differs(plan: Statement, target: Statement) -> bool:
    return not plan.approximate and not plan.interval.meets(target.interval)
