"""Lists of tasks that offices keep in Excel: which column is what, and what each row would become.

A head is recognised by its words; a person may say otherwise. 01/01/1970, which spreadsheets write where there is no
date, is no date. A row that cannot be read is an error with its number; a row that is here already is left out, so that
what was exported imports again unchanged.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import IO

import openpyxl
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.agencies.queries import resolve_all
from dondoc.office.folding import fold
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.models import Task

MOST_ROWS = 20_000
MOST_COLUMNS = 60
SEARCHED_FOR_HEAD = 15
NO_DATE = date(1970, 1, 1)
FIELDS: dict[str, str | Promise] = {
    "text": _("Nội dung nhiệm vụ"),
    "lead": _("Chủ trì"),
    "coordinating": _("Phối hợp"),
    "deadline": _("Thời hạn"),
    "product": _("Sản phẩm"),
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
}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CUT = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of words with its head. ``rows`` begin with empty ones for what stands above, so that each has the number
    that Excel shows beside it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What one row would become. ``error``: why it cannot; ``known``: it is here; ``unclear``: names unknown."""

    number: int
    text: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    deadline: date | None = None
    product: str = ""
    error: str = ""
    known: bool = False
    unclear: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the row becomes a task."""
        return not self.error and not self.known


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
    return "\n".join(" ".join(line.split()) for line in str(value).splitlines() if line.strip())


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
    read = [_line(number, row, columns) for number, row in enumerate(sheet.rows, start=1) if any(row)]
    names = {name for line in read for name in (*line.lead, *line.coordinating)}
    records = resolve_all(names, on)
    present = _present({line.text for line in read})
    judged, seen = [], set()
    for line in read:
        key = (fold(line.text), line.deadline)
        known = not line.error and (key in present or key in seen)
        seen.add(key)
        unclear = tuple(name for name in (*line.lead, *line.coordinating) if records.get(name) is None)
        judged.append(replace(line, known=known, unclear=unclear))
    return judged


def _present(texts: set[str]) -> set[tuple[str, date | None]]:
    found: set[tuple[str, date | None]] = set()
    wanted = sorted(texts)
    for start in range(0, len(wanted), 500):
        rows = Task.objects.filter(text__in=wanted[start : start + 500]).values_list("text", "deadline")
        found |= {(fold(text), deadline) for text, deadline in rows}
    return found


def _line(number: int, row: Sequence[str], columns: Mapping[str, int]) -> Line:
    def cell(name: str) -> str:
        column = columns.get(name)
        return row[column] if column is not None and column < len(row) else ""

    text = " ".join(cell("text").split())
    error = "" if text else gettext("thiếu nội dung nhiệm vụ")
    deadline, wrong = _deadline(cell("deadline"))
    return Line(
        number,
        text,
        _names(cell("lead")),
        _names(cell("coordinating")),
        deadline,
        " ".join(cell("product").split()),
        error or wrong,
    )


def _names(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in _CUT.split(words) if name))


def _deadline(words: str) -> tuple[date | None, str]:
    """The day of a cell, and what is wrong with it. A cell of words ("Thường xuyên") is no day and no error."""
    if match := _ISO.search(words):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY.search(words):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None, ""
    try:
        found = date(year, month, day)
    except ValueError:
        return None, gettext("thời hạn “%(words)s” không có trong lịch") % {"words": words}
    return (None if found == NO_DATE else found), ""
