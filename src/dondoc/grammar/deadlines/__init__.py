"""Deadlines: the words of a text that may bound an action in time, with the last day on time.

A rule named ``deadline.strong.*`` sets a limit by its own words; ``deadline.weak.*`` names a time that bounds an action
only beside a verb of completion ("năm 2025", "cuối năm"). ``by`` is the last day on which it is still on time, see
docs/decisions/0002-last-day-on-time.md.
"""

from itertools import chain

from dondoc.facts import DateMention, Deadline, PeriodMention
from dondoc.grammar.anchors import lowered
from dondoc.grammar.context import TimeContext
from dondoc.grammar.dates import find_dates
from dondoc.grammar.deadlines import (
    conditions,
    day_counts,
    day_limits,
    named_times,
    near,
    period_limits,
    recurring,
    weeks,
)
from dondoc.grammar.periods import find_periods

__all__ = ["find_deadlines"]


def find_deadlines(
    text: str,
    context: TimeContext,
    *,
    dates: list[DateMention] | None = None,
    periods: list[PeriodMention] | None = None,
) -> list[Deadline]:
    """The deadlines of ``text``, in reading order, without overlap; the more specific rule wins.

    ``dates`` and ``periods`` are those of the same text and context, where the caller has them already.
    """
    low = lowered(text)
    dates = find_dates(text, context) if dates is None else dates
    periods = find_periods(text, context) if periods is None else periods
    inside = bytearray(len(text))
    for mention in dates:
        inside[mention.span.start : mention.span.end] = b"\1" * (mention.span.end - mention.span.start)
    outside = [mention for mention in periods if not inside[mention.span.start]]
    taken = bytearray(len(text))
    kept: list[Deadline] = []
    for deadline in chain(
        recurring.find(low, context),
        weeks.find(low, context),
        near.find(low, context),
        named_times.find(low, context),
        day_counts.find(text, low, context),
        day_limits.find(text, low, context, dates),
        conditions.find_seasons(text, low),
        period_limits.find(text, low, context, outside),
        conditions.find_events(text, low),
    ):
        start, end = deadline.span
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(deadline)
    return sorted(kept, key=lambda deadline: deadline.span.start)
