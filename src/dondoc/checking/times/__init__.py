"""Slips in days, weekdays, hours and periods: each file is a rule."""

from dondoc.checking.times import calendar, hours, later, months_beside, reversed_spans, stale, stale_titles, weekdays

TIME_RULES = (
    calendar.find,
    weekdays.find,
    hours.find,
    reversed_spans.find,
    later.find,
    stale.find,
    stale_titles.find,
    months_beside.find,
)
