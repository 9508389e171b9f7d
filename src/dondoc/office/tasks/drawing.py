"""Lines of long pages as HTML, each written at once: template tags for every cell of hundreds take a page's time.

Whatever is put in is escaped by ``format_html``; words are translated once a page, not once a line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext

from dondoc.office.look.addresses import address_of
from dondoc.office.look.numbers import MISSING, day
from dondoc.office.look.templatetags.look import icon
from dondoc.office.tasks.columns import Column
from dondoc.office.tasks.listing import Row
from dondoc.office.tasks.models import Assignment, TaskState
from dondoc.office.tasks.queries import Named
from dondoc.office.tasks.wording import Badge

PRODUCT, DEADLINE = "san-pham", "thoi-han"
FILE_NAME = 24
OVER = frozenset({TaskState.DONE.value, TaskState.CANCELLED.value})
_OPENS = (
    '<a class="dd-cell-open" id="cell-{}-{}" href="{}" hx-get="{}" hx-target="closest .dd-cell" hx-swap="outerHTML">'
    "{}</a>"
)


def badge_html(badge: Badge) -> SafeString:
    """A badge, as ``parts/badge.html`` draws it."""
    return format_html('<span class="dd-badge dd-badge-{}">{}{}</span>', badge.tone, icon(badge.icon), badge.words)


class Cells:
    """The cells that are changed where they stand; ``may_change``: the person may."""

    def __init__(self, may_change: bool) -> None:
        self._may_change = may_change
        self._act, self._product_cell = address_of("tasks:act", "sua"), address_of("tasks:cell", PRODUCT)
        self._deadline_cell = address_of("tasks:cell", DEADLINE)
        edit, plus = gettext("sửa sản phẩm"), icon("plus", "s")
        self._edit = format_html('<span class="dd-hidden"> ({})</span>', edit)
        empty = '<span class="dd-soft">{} {}</span>'
        self._no_product = format_html(empty, plus, gettext("Ghi sản phẩm"))
        self._no_deadline = format_html(empty, plus, gettext("Ghi hạn"))

    def draw(self, row: Row, part: str, saved: bool = False) -> SafeString:
        """One cell; ``saved``: it was just changed."""
        inner = self._product(row) if part == PRODUCT else self._deadline(row)
        if saved:
            words = gettext("đã lưu")
            inner = format_html('{} <span class="dd-cell-saved">{} {}</span>', inner, icon("check", "s"), words)
        return format_html('<div class="dd-cell">{}</div>', inner)

    def _opens(self, row: Row) -> bool:
        return self._may_change and row.task.state not in OVER

    def _product(self, row: Row) -> SafeString:
        task = row.task
        if not self._opens(row):
            return format_html('<span class="dd-clamp">{}</span>', task.product or MISSING)
        shown = self._no_product
        if task.product:
            shown = format_html('<span class="dd-clamp">{}</span>{}', task.product, self._edit)
        return format_html(_OPENS, task.pk, PRODUCT, self._act(task.pk), self._product_cell(task.pk), shown)

    def _deadline(self, row: Row) -> str:
        task = row.task
        if task.deadline or not self._opens(row):
            return day(task.deadline)
        cell = self._deadline_cell(task.pk)
        return format_html(_OPENS, task.pk, DEADLINE, self._act(task.pk), cell, self._no_deadline)


@dataclass(frozen=True, slots=True)
class Page:
    """What all rows of one page share: the columns, whether they can be ticked and are, the newest reports."""

    columns: tuple[Column, ...]
    acts: bool = False
    ticked: bool = False
    reports: Mapping[int, str] | None = None


class Table:
    """Draws the rows of the task table."""

    def __init__(self, page: Page) -> None:
        self._page, self._cells = page, Cells(page.acts)
        self._nobody = format_html(
            '<span class="dd-soft">{} <span class="dd-hidden">{}</span></span>', MISSING, gettext("chưa rõ")
        )
        self._to_sentence, self._link = gettext("Đến câu giao việc trong văn bản"), icon("link", "s")
        drawn: dict[str, Callable[[Row], str | Promise]] = {
            "chu-tri": self._leads,
            "phoi-hop": lambda row: _list(_names(row.coordinating) or MISSING),
            "san-pham": lambda row: self._cells.draw(row, PRODUCT),
            "han": lambda row: self._cells.draw(row, DEADLINE),
            "han-ghi": lambda row: row.task.deadline_text or MISSING,
            "tinh-trang": self._standing,
            "bao-cao": lambda row: _clamped((page.reports or {}).get(row.task.pk, "")),
            "nguoi-theo-doi": lambda row: str(row.task.follower or MISSING),
            "van-ban": self._document,
            "ngay-van-ban": lambda row: day(row.task.document.issued if row.task.document else None),
            "trich-yeu": lambda row: _clamped(row.task.document.title if row.task.document else ""),
            "muc": lambda row: row.task.item or MISSING,
            "can-cu": lambda row: _list(_lines(row.task.legal_basis) or MISSING),
        }
        self._columns = [(each.css, str(each.name), drawn[each.key]) for each in page.columns]

    def draw(self, row: Row) -> SafeString:
        """One row."""
        cells = ((css, name, draw(row)) for css, name, draw in self._columns)
        return format_html(
            '<tr>{}<th scope="row" class="dd-name"><a class="dd-clamp" href="{}">{}</a></th>{}</tr>',
            self._tick(row) if self._page.acts else "",
            row.url,
            row.task.text,
            format_html_join("", '<td class="{}" data-label="{}">{}</td>', cells),
        )

    def _tick(self, row: Row) -> SafeString:
        return format_html(
            '<td class="dd-pick"><input class="dd-tick" type="checkbox" name="nv" form="together" value="{}"{} '
            'aria-label="{}"></td>',
            row.task.pk,
            SafeString(" checked") if self._page.ticked else "",
            row.tick_label,
        )

    def _leads(self, row: Row) -> SafeString:
        helped = format_html('<div class="dd-soft dd-small">{}</div>', row.helped) if row.helped else ""
        return format_html("<div>{}{}</div>", _names(row.leads) or self._nobody, helped)

    def _standing(self, row: Row) -> SafeString:
        return format_html('<span id="standing-{}">{}</span>', row.task.pk, badge_html(row.badge))

    def _document(self, row: Row) -> str:
        document = row.task.document
        if not row.sentence_url or document is None:
            return MISSING
        words = document.number or Truncator(document.original_name).chars(FILE_NAME)
        return format_html('<a href="{}" title="{}">{} {}</a>', row.sentence_url, self._to_sentence, self._link, words)


def _lines(words: object) -> SafeString:
    return format_html_join("", "<div>{}</div>", ((each,) for each in words))  # type: ignore[attr-defined]


def _names(named: tuple[Assignment | Named, ...]) -> SafeString:
    return _lines([each.name for each in named])


def _list(words: str) -> SafeString:
    return format_html("<div>{}</div>", words)


def _clamped(words: str) -> SafeString:
    return format_html('<span class="dd-clamp">{}</span>', words or MISSING)
