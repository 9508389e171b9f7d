"""The board, the month and the bars as Excel workbooks: the rows that the page shows, in its order.

The filters stand above the table, with what is shown and the day.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext

from dondoc.office.look.numbers import number
from dondoc.office.look.spreadsheets import Band, Value, draft_table
from dondoc.office.tasks.board import COLUMNS, first_of_columns
from dondoc.office.tasks.layouts import Day, Span
from dondoc.office.tasks.lines import Line, lines
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.standing import LABELS

TEXT, LEADS, STANDING, DAY = 70, 36, 26, 13
Rows = Iterable[Sequence[Value] | Band]


def draft_board(tasks: QuerySet[Task], scope: str, today: date) -> bytes:
    """Under the name of each standing its tasks; where there are more, how many."""
    columns = [
        (gettext("Nhiệm vụ"), TEXT),
        (gettext("Chủ trì"), LEADS),
        (gettext("Hạn"), DAY),
        (gettext("Tình trạng"), STANDING),
    ]
    rows = _board_rows(tasks, today)
    return draft_table(
        gettext("Theo tình trạng"), columns, rows, above=above_of(gettext("Nhiệm vụ theo tình trạng"), scope, today)
    )


def _board_rows(tasks: QuerySet[Task], today: date) -> Iterator[Sequence[Value] | Band]:
    numbers, keys = first_of_columns(tasks, today)
    drawn = lines([key for each in COLUMNS for key in keys[each]], today)
    for each in COLUMNS:
        yield Band(f"{LABELS[each]}: {number(numbers[each])}")
        shown = [drawn[key] for key in keys[each] if key in drawn]
        for line in shown:
            yield [line.text, line.leads, line.deadline, line.badge.words]
        yield from _more(numbers[each] - len(shown))


def draft_month(weeks: Sequence[Sequence[Day]], first: date, scope: str, today: date) -> bytes:
    """Day by day the tasks that are due."""
    columns = [
        (gettext("Ngày"), DAY),
        (gettext("Nhiệm vụ"), TEXT),
        (gettext("Chủ trì"), LEADS),
        (gettext("Tình trạng"), STANDING),
    ]
    what = gettext("Nhiệm vụ đến hạn tháng %(month)s") % {"month": f"{first:%m/%Y}"}
    rows = _month_rows(day for week in weeks for day in week)
    return draft_table(gettext("Lịch"), columns, rows, above=above_of(what, scope, today))


def _month_rows(days: Iterable[Day]) -> Iterator[Sequence[Value] | Band]:
    for day in days:
        for line in day.rows:
            yield [day.day, line.text, line.leads, line.badge.words]
        if day.more:
            words = {"day": f"{day.day:%d/%m/%Y}", "more": number(day.more)}
            yield Band(gettext("%(day)s: và %(more)s nhiệm vụ khác") % words, opens=False)


def draft_timeline(span: Span | None, scope: str, today: date) -> bytes:
    """From when to when each task goes, and its first deadline where it was moved."""
    columns = [
        (gettext("Nhiệm vụ"), TEXT),
        (gettext("Chủ trì"), LEADS),
        (gettext("Ngày giao"), DAY),
        (gettext("Hạn đầu"), DAY),
        (gettext("Hạn"), DAY),
        (gettext("Tình trạng"), STANDING),
    ]
    what = gettext("Nhiệm vụ từ ngày giao đến hạn")
    return draft_table(gettext("Dòng thời gian"), columns, _span_rows(span), above=above_of(what, scope, today))


def _span_rows(span: Span | None) -> Iterator[Sequence[Value] | Band]:
    for bar in span.bars if span else ():
        row: Line = bar.row
        yield [row.text, row.leads, row.begun, row.first_deadline, row.deadline, row.badge.words]
    yield from _more(span.more if span else 0)


def _more(hidden: int) -> Iterator[Band]:
    if hidden:
        yield Band(gettext("và %(more)s nhiệm vụ khác") % {"more": number(hidden)}, opens=False)


def above_of(what: str, scope: str, today: date) -> tuple[str, ...]:
    """The lines over a table: what it is, under which filters, on which day."""
    chosen = gettext("Bộ lọc: %(scope)s") % {"scope": scope or gettext("không có")}
    return what, chosen, gettext("Tính đến %(day)s") % {"day": f"{today:%d/%m/%Y}"}
