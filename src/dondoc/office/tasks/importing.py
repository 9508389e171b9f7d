"""Lists of tasks that offices keep in Excel: which column is what, and what each row would become.

A head is recognised by its words; a person may say otherwise. A row that cannot be read is an error with its number; a
row that is here already (the same words for the same agencies by the same day) is left out, so that what was exported
imports again unchanged; the title of a section becomes no task.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import IO

import openpyxl
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import CONFIRMERS
from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import resolve_all
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.import_cells import Due, due, names, parted
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task

MOST_ROWS = 20_000
MOST_COLUMNS = 60
SEARCHED_FOR_HEAD = 15
FIELDS: dict[str, str | Promise] = {
    "text": _("Nội dung nhiệm vụ"),
    "lead": _("Chủ trì"),
    "coordinating": _("Phối hợp"),
    "deadline": _("Thời hạn"),
    "product": _("Sản phẩm"),
    "document": _("Văn bản giao việc"),
    "follower": _("Người theo dõi"),
    "report": _("Kết quả đến nay"),
}
HEADS: dict[str, tuple[str, ...]] = {
    "text": ("noi dung nhiem vu", "nhiem vu", "noi dung", "noi dung cong viec", "cong viec", "ten nhiem vu"),
    "lead": ("chu tri", "co quan chu tri", "don vi chu tri", "don vi thuc hien", "co quan thuc hien", "don vi"),
    "coordinating": ("phoi hop", "co quan phoi hop", "don vi phoi hop"),
    "deadline": ("han", "thoi han", "han hoan thanh", "thoi gian hoan thanh", "ngay hoan thanh", "thoi han hoan thanh"),
    "product": (
        "san pham",
        "ket qua dau ra",
        "ket qua",
        "ket qua mong muon",
        "ket qua can dat",
        "san pham du kien",
        "san pham dau ra",
    ),
    "document": (
        "so van ban",
        "van ban",
        "so ky hieu",
        "so ky hieu van ban",
        "van ban giao",
        "van ban giao viec",
        "van ban chi dao",
        "can cu",
    ),
    "follower": ("nguoi theo doi", "chuyen vien theo doi", "chuyen vien", "can bo theo doi"),
    "report": (
        "bao cao moi nhat",
        "ket qua thuc hien",
        "ket qua den nay",
        "tinh hinh thuc hien",
        "tien do",
        "tien do thuc hien",
    ),
}
# The number of a section, which is no number of a task.
_SECTION = re.compile(r"[IVXLC]+[.)]?|[A-Z\u0110][.)]?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of words with its head. ``rows`` begin with empty ones for what stands above, so that each has the number
    that Excel shows beside it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What one row would become. ``error``: why it cannot; ``known``: it is here; ``unclear``: names unknown.

    ``other_day``: the same task is here with another deadline. ``title``: one line of words over a section.
    ``stranger``: nobody in the office is known by the name of ``follower``. ``recurrence`` as in documents.
    """

    number: int
    text: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    deadline: date | None = None
    product: str = ""
    deadline_text: str = ""
    recurrence: str = ""
    document: str = ""
    follower: str = ""
    report: str = ""
    error: str = ""
    known: bool = False
    other_day: bool = False
    title: bool = False
    stranger: bool = False
    unclear: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the row becomes a task."""
        return not self.error and not self.known and not self.title


def read_sheet(stream: IO[bytes]) -> Sheet:
    """The first sheet that holds a head of tasks. Raises ``Refusal`` where there is none."""
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    except Exception as problem:  # openpyxl raises whatever its parsers raise
        raise Refusal(gettext("Không mở được tệp; hãy lưu danh sách dưới dạng .xlsx rồi tải lên.")) from problem
    try:
        for sheet in book.worksheets:
            if found := _table(sheet.iter_rows(max_row=MOST_ROWS + 100, max_col=MOST_COLUMNS, values_only=True)):
                return found
    finally:
        book.close()
    raise Refusal(gettext("Không thấy dòng tiêu đề có cột “Nội dung nhiệm vụ”; hãy đặt tên cột rồi tải lại."))


def _table(rows: Iterable[Sequence[object]]) -> Sheet | None:
    head: tuple[str, ...] | None = None
    kept: list[tuple[str, ...]] = []
    for number, row in enumerate(rows):
        words = tuple(_words(value) for value in row)
        if head is None:
            if number >= SEARCHED_FOR_HEAD:
                return None
            if len(recognise(words)) >= 2 and "text" in recognise(words):
                head = words
            kept.append(())
            continue
        kept.append(words)
        if len(kept) > MOST_ROWS + SEARCHED_FOR_HEAD:
            raise Refusal(gettext("Danh sách dài quá %(most)d dòng; hãy tách thành nhiều tệp.") % {"most": MOST_ROWS})
    if head is None:
        return None
    while kept and not any(kept[-1]):
        kept.pop()
    return Sheet(head, tuple(kept))


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def recognise(heads: Sequence[str]) -> dict[str, int]:
    """Which column is what, by its head; the first that fits."""
    found: dict[str, int] = {}
    for column, head in enumerate(heads):
        key = " ".join(re.findall(r"\w+", fold(head)))
        for name, known in HEADS.items():
            if name not in found and key in known:
                found[name] = column
                break
    return found


def lines(sheet: Sheet, columns: Mapping[str, int], on: date) -> list[Line]:
    """What every row would become under ``columns``; empty rows are passed over."""
    read = [_line(number, row, columns, on) for number, row in enumerate(sheet.rows, start=1) if any(row)]
    whole = resolve_all(_named(read), on)
    known = {name for name, record in whole.items() if record is not None}
    read = [
        replace(line, lead=parted(line.lead, known), coordinating=parted(line.coordinating, known)) for line in read
    ]
    records = whole | resolve_all(_named(read) - set(whole), on)
    present, people = _present(sheet, columns), followers(read)
    judged = []
    for line in read:
        if line.title:
            judged.append(line)
            continue
        leads = frozenset(_owner(records.get(name), name) for name in line.lead)
        days = present[fold(line.text), leads]
        here = not line.error and line.deadline in days
        unclear = tuple(name for name in (*line.lead, *line.coordinating) if records.get(name) is None)
        stranger = bool(line.follower) and fold(line.follower) not in people
        judged.append(replace(line, known=here, other_day=bool(days) and not here, unclear=unclear, stranger=stranger))
        days.add(line.deadline)
    return judged


def _is_title(row: Sequence[str]) -> bool:
    """Whether ``row`` is one line of words over the rows of a section ("II | LĨNH VỰC Y TẾ")."""
    filled = [cell for cell in row if cell]
    return len(filled) < 2 or (len(filled) == 2 and _SECTION.fullmatch(filled[0]) is not None)


def _named(read: Iterable[Line]) -> set[str]:
    return {name for line in read for name in (*line.lead, *line.coordinating)}


def _owner(record: Agency | AgencyGroup | None, name: str) -> str:
    return fold(record.name if record else name)


# By the words of a task and who leads it: its deadlines.
Days = dict[tuple[str, frozenset[str]], set[date | None]]


def _present(sheet: Sheet, columns: Mapping[str, int]) -> Days:
    """The tasks of the office that bear the words of a row, as written or with single spaces."""
    texts = {_cell(row, columns, "text") for row in sheet.rows}
    wanted = sorted(texts | {" ".join(each.split()) for each in texts})
    found: Days = defaultdict(set)
    for start in range(0, len(wanted), 500):
        tasks = Task.objects.filter(text__in=wanted[start : start + 500]).order_by()
        leads: dict[int, set[str]] = defaultdict(set)
        rows = Assignment.objects.filter(task__in=tasks, role=AssignmentRole.LEAD).order_by()
        for task, agency, group, written in rows.values_list("task", "agency__name", "group__name", "written"):
            leads[task].add(fold(agency or group or written))
        for pk, text, deadline in tasks.values_list("pk", "text", "deadline"):
            found[fold(" ".join(text.split())), frozenset(leads[pk])].add(deadline)
    return found


def followers(lines: Iterable[Line]) -> dict[str, User]:
    """Who is meant by the names of followers: people of the office whom just one account fits."""
    wanted = {fold(line.follower) for line in lines if line.follower}
    found: dict[str, list[User]] = defaultdict(list)
    if wanted:
        for person in User.objects.filter(role__in=CONFIRMERS, is_active=True):
            for name in {fold(person.full_name), fold(person.username)} & wanted:
                found[name].append(person)
    return {name: people[0] for name, people in found.items() if len(people) == 1}


def _cell(row: Sequence[str], columns: Mapping[str, int], name: str) -> str:
    column = columns.get(name)
    return row[column] if column is not None and column < len(row) else ""


def _line(number: int, row: Sequence[str], columns: Mapping[str, int], on: date) -> Line:
    def words(name: str) -> str:
        return " ".join(_cell(row, columns, name).split())

    text = words("text")
    if _is_title(row):
        return Line(number, text or next(filter(None, row)), title=True)
    said: Due = due(_cell(row, columns, "deadline"), on)
    return Line(
        number,
        text,
        names(_cell(row, columns, "lead")),
        names(_cell(row, columns, "coordinating")),
        said.day,
        words("product"),
        deadline_text=said.words,
        recurrence=said.recurrence,
        document=words("document"),
        follower=words("follower"),
        report=_cell(row, columns, "report"),
        error=said.error if text else gettext("thiếu nội dung nhiệm vụ"),
    )
