"""The files that may be large: how many rows each will have, and how it is drafted.

Everything is asked anew of what the person sees when it is drafted, not when it was asked for.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import may_administer, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.administration import audit_export
from dondoc.office.exports.progress import Progress
from dondoc.office.look.addresses import SORT
from dondoc.office.look.downloads import XLSX, ZIP
from dondoc.office.overview.exceptions import exceptions
from dondoc.office.overview.exceptions_export import draft_workbook
from dondoc.office.reminders.chasing import late_agencies, late_tasks, letter
from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks import columns, grouping, listing
from dondoc.office.tasks.access import visible
from dondoc.office.tasks.export import draft_tasks
from dondoc.office.tasks.queries import number_of
from dondoc.office.tasks.views.chosen import choose

# In the address of the list: every column in one run, to be imported again.
WHOLE = "du-cot"


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for a file, under which address, on which day."""

    person: User
    query: QueryDict
    today: date


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. ``route``: the page that is asked for it; ``unit``: what a row is called.

    ``at_once``: so many rows are drafted within a second, while somebody waits.
    """

    title: str | Promise
    route: str
    rows: Callable[[Asked], int]
    draft: Callable[[Asked, Progress], bytes]
    name: str
    media_type: str
    at_once: int
    unit: str | Promise
    may: Callable[[User], bool] = lambda person: True

    def name_of(self, asked: Asked) -> str:
        """What the file is called."""
        return self.name.format(day=asked.today)


def _number_of_tasks(asked: Asked) -> int:
    return number_of(choose(asked.person, asked.query, asked.today).tasks)


def _tasks(asked: Asked, progress: Progress) -> bytes:
    found = choose(asked.person, asked.query, asked.today)
    whole = WHOLE in asked.query
    by = "" if whole else grouping.chosen_group(asked.query.get(grouping.GROUP))
    shown = tuple(columns.ALL.values()) if whole else columns.columns_of(found.person, asked.query)
    ordered = grouping.together(listing.ordered(found.tasks, asked.query.get(SORT), found.today), by)
    return draft_tasks(ordered, shown, by, found.today, progress)


def _number_of_exceptions(asked: Asked) -> int:
    return sum(heap.number for heap in exceptions(visible(asked.person), asked.today).heaps)


def _exceptions(asked: Asked, progress: Progress) -> bytes:
    tasks = visible(asked.person)
    return draft_workbook(exceptions(tasks, asked.today), tasks, asked.today, progress)


def _number_of_letters(asked: Asked) -> int:
    return len(late_agencies(visible(asked.person), asked.today))


def _letters(asked: Asked, progress: Progress) -> bytes:
    tasks, rules, office, packed = visible(asked.person), current(), calendar(), BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for late in progress.over(late_agencies(tasks, asked.today)):
            package.writestr(late.file_name, letter(late, late_tasks(tasks, late), rules, office))
    return packed.getvalue()


def _number_of_entries(asked: Asked) -> int:
    return audit_export.number_of(asked.query)


def _entries(asked: Asked, progress: Progress) -> bytes:
    return audit_export.draft(asked.query, progress)


ROWS, LETTERS = _("dòng"), _("công văn")
KINDS = {
    "tasks": Kind(
        _("Danh sách nhiệm vụ"), "tasks:export", _number_of_tasks, _tasks,
        "nhiem-vu-{day:%Y-%m-%d}.xlsx", XLSX, 2_000, ROWS,
    ),
    "exceptions": Kind(
        _("Ngoại lệ"), "overview:exceptions_sheet", _number_of_exceptions, _exceptions,
        "ngoai-le-{day:%Y-%m-%d}.xlsx", XLSX, 2_000, ROWS, may_confirm,
    ),
    "letters": Kind(
        _("Công văn đôn đốc"), "reminders:chase_letters", _number_of_letters, _letters,
        "don-doc-{day:%Y-%m-%d}.zip", ZIP, 10, LETTERS, may_confirm,
    ),
    "audit": Kind(
        _("Nhật ký"), "admin:export_audit", _number_of_entries, _entries,
        "nhat-ky-{day:%Y-%m-%d}.xlsx", XLSX, 2_000, ROWS, may_administer,
    ),
}  # fmt: skip
