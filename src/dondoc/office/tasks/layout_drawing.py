"""Cards of the board, days of the month, bars over time and lines of a review as HTML: see ``tasks.drawing``."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from dondoc.grammar.periods import first_day, last_day
from dondoc.office.look.addresses import PAGE
from dondoc.office.look.forms import DAY_FORMATS, typed
from dondoc.office.look.numbers import day, number
from dondoc.office.look.templatetags.look import dot, icon
from dondoc.office.tasks.board import Card
from dondoc.office.tasks.drawing import badge_html
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.grouping import GROUP
from dondoc.office.tasks.layouts import Bar, Span
from dondoc.office.tasks.lines import Line
from dondoc.office.tasks.reviewing import CELLS
from dondoc.office.tasks.reviewing import Line as Reviewed
from dondoc.office.tasks.wording import cut

TITLE, DUE_TEXT, BAR_TEXT = 200, 46, 70
DUE_FROM, DUE_TO = TaskFilter.addresses["due_from"], TaskFilter.addresses["due_to"]


class DuePen:
    """A task on its day of the month."""

    def draw(self, line: Line) -> SafeString:
        """The link to it."""
        look = line.badge
        return format_html(
            '<a class="dd-due dd-due-{}" href="{}" title="{} · {}">{}{}</a>',
            look.tone, line.url, cut(line.text, TITLE), look.words, icon(look.icon, "s"), cut(line.text, DUE_TEXT),
        )  # fmt: skip


class CardPen:
    """A card; ``moves``: the person may move it, and comes back to the board under the query ``back``."""

    def __init__(self, moves: bool, back: str) -> None:
        self._moves, self._back, self._dots = moves, back, icon("dots", "s")
        self._opens = SafeString(" data-draggable") if moves else ""

    def draw(self, card: Card) -> SafeString:
        """Its element of the column's list."""
        move = ""
        if self._moves:
            move = format_html(
                '<a class="dd-card-move" href="{}?ve={}" aria-label="{}">{}</a>',
                card.moves_url, self._back, card.moves_label, self._dots,
            )  # fmt: skip
        return format_html(
            '<li class="dd-card"{}><a href="{}">{}</a> <span class="dd-soft dd-small">{}</span> '
            '<span class="dd-number dd-small">{}</span> {}</li>',
            self._opens, card.url, card.text, card.leads, card.due, move,
        )  # fmt: skip


class SpanPen:
    """A task as a bar over ``span``."""

    def __init__(self, span: Span) -> None:
        self._months = _uprights(at for _day, at in span.months)
        self._now = format_html('<line class="dd-now-line" x1="{0}%" x2="{0}%" y1="0" y2="24"/>', dot(span.today))

    def draw(self, bar: Bar) -> SafeString:
        """Its row of the table."""
        line = bar.row
        first = "" if bar.first is None else format_html('<circle cx="{}%" cy="12" r="4"/>', dot(bar.first))
        return format_html(
            '<tr><th scope="row"><a class="dd-plain" href="{}">{}</a><div class="dd-soft dd-small">{}</div></th>'
            '<td class="dd-spans-line"><svg aria-hidden="true">{}<rect class="dd-span-{}" x="{}%" y="7" width="{}%" '
            'height="10"/>{}{}</svg></td><td class="dd-nowrap"><span class="dd-number">{}</span> {}</td></tr>',
            line.url, cut(line.text, BAR_TEXT), line.leads, self._months, line.badge.tone, dot(bar.start),
            dot(bar.length), first, self._now, day(line.deadline), badge_html(line.badge),
        )  # fmt: skip


def _uprights(places: Iterable[float]) -> SafeString:
    return format_html_join("", '<line x1="{0}%" x2="{0}%" y1="0" y2="24"/>', ((dot(at),) for at in places))


class ReviewPen:
    """A line of a review; ``query``: the filters under which it was counted, and under which its tasks are listed."""

    def __init__(self, query: QueryDict | None = None) -> None:
        tasks = reverse("tasks:list")
        self._of_agency, self._of_document = (
            escape(f"{tasks}{_without(query, GROUP, PAGE, name)}{name}=") for name in ("co-quan", "van-ban")
        )
        self._of_month = f"{tasks}{_without(query, GROUP, PAGE, DUE_FROM, DUE_TO)}"
        self._from, self._to = (_asked(query, name) for name in (DUE_FROM, DUE_TO))
        self._nobody = escape(gettext("Chưa rõ chủ trì"))
        labels = (
            gettext("Xong đúng hạn"), gettext("Xong quá hạn"), gettext("Chưa xong, trong hạn"),
            gettext("Chưa xong, quá hạn"), gettext("Chưa có hạn"), gettext("Tỷ lệ trên số đến hạn"),
        )  # fmt: skip
        plain = [f'<td class="dd-right" data-label="{escape(label)}">' for label in labels]
        late = [opens.replace("dd-right", "dd-right dd-down") for opens in plain]
        place = CELLS.index("overdue")
        self._cells, self._late = plain, [*plain[:place], late[place], *plain[place + 1 :]]

    def draw(self, line: Reviewed) -> SafeString:
        """Its row of the table."""
        name: str = conditional_escape(line.name) or self._nobody
        if line.agency or line.document:
            tasks = f"{self._of_agency}{line.agency}" if line.agency else f"{self._of_document}{line.document}"
            name = f'<a class="dd-plain" href="{tasks}">{name}</a>'
        elif line.month:
            name = f'<a class="dd-plain" href="{escape(self._of_month + self._days_of(line.month))}">{name}</a>'
        rate = line.rate
        shown = [*(number(getattr(line, cell)) for cell in CELLS), "—" if rate is None else f"{number(rate, 1)}%"]
        opens = self._late if line.overdue else self._cells
        cells = "".join([f"{begun}{words}</td>" for begun, words in zip(opens, shown, strict=True)])
        # Names and labels are escaped above; the rest are numbers of ours.
        return SafeString(f'<tr><th scope="row" class="dd-name">{name}</th>{cells}</tr>')

    def _days_of(self, month: str) -> str:
        """The filters of the list for the deadlines of ``month`` ("2026-11"), as far as the filters here go."""
        first, last = first_day(month), last_day(month)
        days = {DUE_FROM: max(first, self._from or first), DUE_TO: min(last, self._to or last)}
        return urlencode({name: typed(day) for name, day in days.items()}, safe="/")


def _asked(query: QueryDict | None, name: str) -> date | None:
    """The day that a filter of ``query`` states."""
    for form in DAY_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(query.get(name, "") if query else "", form).date()
    return None


def _without(query: QueryDict | None, *names: str) -> str:
    """The beginning of an address under the filters of ``query`` but for ``names``, for one more to be added."""
    copy = query.copy() if query is not None else QueryDict(mutable=True)
    for name in names:
        copy.pop(name, None)
    return f"?{copy.urlencode()}&" if copy else "?"
