"""The figure of the month before, or of the same months last year, that a change implies.

Finds         486 ca mắc, giảm 62 ca so với tháng trước, last month's report: 512 ca mắc (LV704)
              tháng 10: 224 triệu USD, tăng 14 triệu USD so với tháng trước, last month's report: 201 (LV704)
              9 tháng 1.650 doanh nghiệp, tăng 10% so với cùng kỳ, last year's report: 1.400 doanh nghiệp (LV706)
Leaves alone  last month's 210: 224 less 14; 1.500 last year: 10% is a rounded rate
              last month's figure was an estimate and moved a little (LV702, settled)
              changes of a rate or an index: percent and points are not told apart for sure
"""

from collections.abc import Iterator
from decimal import Decimal

from dondoc.checking.across.contradiction import Contradiction, revised, subject, where, written
from dondoc.checking.across.ledger import Ledger
from dondoc.checking.across.months import in_words
from dondoc.checking.across.statements import PERCENT, Statement
from dondoc.checking.arithmetic.intervals import Interval

_WORDS = {"previous": "kỳ trước", "same_period": "cùng kỳ năm trước"}


def find(own: Ledger, earlier: Ledger, targets: Ledger) -> Iterator[Contradiction]:
    """Yield changes whose base is not what the earlier document states; one for each figure and base."""
    del targets
    changes: dict[tuple[object, ...], list[Statement]] = {}
    for each in own:
        if each.kind == "change" and not each.approximate:
            changes.setdefault((each.indicator, each.area, each.months, each.base), []).append(each)
    for key in own.things:
        now = own.one(key)
        if now is None or now.kind != "value" or now.unit == PERCENT:
            continue
        for base in _WORDS:
            found = changes.get((now.indicator, now.area, now.months, base), [])
            if change := _chosen(found, now, own):
                yield from _against(now, change, own, earlier)


def _chosen(changes: list[Statement], now: Statement, own: Ledger) -> Statement | None:
    """The change in the unit of the figure, else the one in percent; None where the document states two."""
    absolute = [each for each in changes if each.unit == now.unit or now.unit.startswith(f"{each.unit} ")]
    fitting = absolute or [each for each in changes if each.unit == PERCENT]
    return own.one(fitting[0].key) if fitting else None


def _against(now: Statement, change: Statement, own: Ledger, earlier: Ledger) -> Iterator[Contradiction]:
    months = now.months.before() if change.base == "previous" else now.months.year_before()
    if months is None or own.like(now, months) is not None:
        return
    then = earlier.like(now, months)
    implied = _implied(now, change)
    if then is None or implied is None or implied.meets(then.interval):
        return
    middle = written((implied.low + implied.high) / 2, now.unit, now.shown)
    about = "khoảng " if change.unit == PERCENT else ""
    message = (
        f"{subject(now)} {now.shown}, {_moved(change)} so với {_WORDS[change.base]}, tức {in_words(months)} "
        f"{about}{middle}; {where(then)} ghi {then.shown}"
    )
    if change.base == "previous" and revised(then, implied):
        yield Contradiction("LV702", "format", (now, change), (then,), f"{message} (đã điều chỉnh)")
        return
    rule = "LV704" if change.base == "previous" else "LV706"
    yield Contradiction(rule, "doubtful", (now, change), (then,), message)


def _moved(change: Statement) -> str:
    return f"{'tăng' if change.value >= 0 else 'giảm'} {change.shown.lstrip('+-− ')}"


def _implied(now: Statement, change: Statement) -> Interval | None:
    if change.unit != PERCENT:
        return now.interval - change.interval
    factors = [1 + bound / 100 for bound in (change.interval.low, change.interval.high)]
    if min(factors) <= Decimal("0.01"):
        return None
    corners = [value / factor for value in (now.interval.low, now.interval.high) for factor in factors]
    return Interval(min(corners), max(corners))
