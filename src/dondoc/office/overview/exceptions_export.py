"""The leader's page as files, in its order: all that it counts as .xlsx, the most pressing as a report in .docx."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext
from openpyxl import Workbook

from dondoc.drafting.exceptions import Section, draft_exceptions
from dondoc.drafting.official import Head, Signature
from dondoc.office.exports.progress import Progress
from dondoc.office.look.numbers import number as figure
from dondoc.office.look.spreadsheets import Band, Value, add_sheet, saved
from dondoc.office.overview.exceptions import Exceptions, Heap, Item, every_item
from dondoc.office.rules.models import Rules
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.needs import Need

SHEET_NAME = 31
PER_SHARE = 4
# More of one kind nobody reads in a report.
IN_LETTER = 100


def sections(found: Exceptions, items: Callable[[Need], Iterable[Item]]) -> Iterator[Section]:
    """What the page counts, in its order, with the ``items`` of each kind; what is empty there is left out."""
    if found.late:
        rows = tuple((_named(late.name, late.formerly), late.number, late.days) for late in found.late)
        yield Section(
            gettext("Cơ quan có việc quá hạn: %(number)s việc") % {"number": figure(found.overdue)},
            (gettext("Chủ trì"), gettext("Việc quá hạn"), gettext("Lâu nhất (ngày)")),
            (18, 5, 5),
            rows,
            gettext("Việc có hai cơ quan chủ trì được đếm ở cả hai, nên cộng các dòng có thể lớn hơn tổng."),
        )
    yield from (_heap(heap, items(heap.need), found) for heap in found.heaps if heap.number)
    if found.clearing:
        yield Section(
            gettext("Cần làm rõ: %(number)s nhiệm vụ") % {"number": figure(found.clearing)},
            (gettext("Còn thiếu"), gettext("Nhiệm vụ")),
            (18, 5),
            tuple((str(lack.title), lack.number) for lack in found.lacks),
            gettext("Một nhiệm vụ có thể thiếu nhiều phần, nên cộng ba số có thể lớn hơn tổng."),
        )


def _named(name: str, formerly: tuple[str, ...]) -> str:
    return f"{name} ({gettext('trước là')} {', '.join(formerly)})" if formerly else name


def _heap(heap: Heap, items: Iterable[Item], found: Exceptions) -> Section:
    badly = heap.need is Need.BADLY_OVERDUE
    late = badly or heap.need is Need.UNANSWERED
    rows = tuple((item.row.task.text, item.what, str(item.who or found.grants), item.days) for item in items)
    more = heap.number - len(rows)
    return Section(
        gettext("%(title)s: %(number)s nhiệm vụ") % {"title": heap.title, "number": figure(heap.number)},
        (
            gettext("Nhiệm vụ"),
            gettext("Thiếu sản phẩm") if badly else gettext("Việc chờ"),
            gettext("Ai phải quyết, phải làm"),
            gettext("Quá hạn (ngày)") if late else gettext("Đã chờ (ngày)"),
        ),
        (18, 12, 9, 4),
        rows,
        gettext("Và %(more)s nhiệm vụ khác, có đủ trong tệp Excel.") % {"more": figure(more)} if more > 0 else "",
    )


def draft_workbook(found: Exceptions, tasks: QuerySet[Task], today: date, progress: Progress | None = None) -> bytes:
    """A sheet for each kind of exception, with all of ``tasks`` that are such."""
    workbook = Workbook(write_only=True)
    as_of = gettext("Ngoại lệ, tính đến %(day)s") % {"day": f"{today:%d/%m/%Y}"}
    over = (progress or Progress()).over
    whole = sections(found, lambda need: over(every_item(tasks, need, today)))
    for number, section in enumerate(whole, start=1):
        name = f"{number}. {section.title.partition(':')[0]}".replace("/", "-")[:SHEET_NAME]
        columns = [(head, share * PER_SHARE) for head, share in zip(section.heads, section.shares, strict=True)]
        rows: list[Sequence[Value] | Band] = [*section.rows]
        if section.note:
            rows.append(Band(section.note, opens=False))
        add_sheet(workbook, name, columns, rows, above=(as_of, section.title))
    if not workbook.worksheets:
        add_sheet(workbook, gettext("Ngoại lệ"), [(gettext("Không có ngoại lệ nào"), 60)], [], above=(as_of,))
    return saved(workbook)


def draft_letter(found: Exceptions, tasks: QuerySet[Task], today: date, rules: Rules) -> bytes:
    """The report that a leader hands on: of each kind the most pressing of ``tasks``, and how many there are."""
    head = Head(rules.letter_parent, rules.letter_issuer, rules.letter_symbol, rules.letter_place or "……", today)
    lines = tuple(line for line in (rules.letter_authority, rules.letter_position) if line)
    unit = rules.letter_symbol.rpartition("-")[2]
    shown = list(sections(found, lambda need: every_item(tasks, need, today, IN_LETTER)))
    return draft_exceptions(head, today, shown, Signature(lines, rules.letter_signer), unit)
