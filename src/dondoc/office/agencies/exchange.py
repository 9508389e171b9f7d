"""Agencies as a spreadsheet: written so that it reads in again unchanged, read with every fault named by its row."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from dondoc.office.agencies.models import Agency, Level, Succession
from dondoc.office.agencies.wording import KINDS, kind_of, level_of
from dondoc.office.folding import fold
from dondoc.office.look.spreadsheets import Value
from dondoc.office.refusal import Refusal

COLUMNS: dict[str, tuple[str | Promise, int]] = {
    "code": (_("Mã"), 22),
    "name": (_("Tên cơ quan"), 48),
    "short_name": (_("Tên tắt"), 18),
    "kind": (_("Loại"), 24),
    "level": (_("Cấp"), 14),
    "parent": (_("Mã cơ quan cấp trên"), 22),
    "aliases": (_("Tên khác (cách nhau bằng dấu ;)"), 48),
    "valid_from": (_("Từ ngày"), 12),
    "valid_to": (_("Đến hết ngày"), 12),
    "later": (_("Mã cơ quan kế thừa (cách nhau bằng dấu ;)"), 26),
    "decree": (_("Căn cứ"), 40),
}
REQUIRED = ("code", "name", "kind", "level")
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One agency of a file; days as ISO text, so that a row can travel in a form.

    ``absent`` are the columns that the file does not have: of an agency that is there they stay as they are.
    """

    line: int
    code: str
    name: str
    short_name: str
    kind: str
    level: str
    parent: str
    aliases: tuple[str, ...]
    valid_from: str
    valid_to: str
    later: tuple[str, ...]
    decree: str
    absent: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The row as plain JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row, and what to do."""

    line: int
    words: str


def written(agencies: Iterable[Agency]) -> Iterator[list[Value]]:
    """The rows of an export; ``agencies`` come with parent and aliases."""
    later: dict[int, list[Succession]] = {}
    for step in Succession.objects.select_related("later").order_by("day", "pk"):
        later.setdefault(step.earlier_id, []).append(step)
    for agency in agencies:
        steps = later.get(agency.pk, [])
        yield [
            agency.code, agency.name, agency.short_name, str(KINDS.get(agency.kind, agency.kind)),
            agency.get_level_display(), agency.parent.code if agency.parent else "",
            "; ".join(alias.name for alias in agency.aliases.all()), agency.valid_from, agency.valid_to,
            "; ".join(step.later.code for step in steps), next((step.decree for step in steps if step.decree), ""),
        ]  # fmt: skip


def read_rows(content: bytes, name: str) -> tuple[list[ImportRow], list[Fault]]:
    """The rows of a .xlsx or .csv file, and what is wrong with the others. A file of another kind is refused."""
    table = _table(content, name)
    heads = [fold(str(cell or "")) for cell in next(table, [])]
    at = {key: heads.index(fold(str(head))) for key, (head, _width) in COLUMNS.items() if fold(str(head)) in heads}
    missing = [str(COLUMNS[key][0]) for key in REQUIRED if key not in at]
    if missing:
        raise Refusal(gettext("Tệp thiếu cột: %(names)s. Hãy dùng tệp mẫu.") % {"names": ", ".join(missing)})
    absent = tuple(key for key in COLUMNS if key not in at)
    rows: list[ImportRow] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for line, cells in enumerate(table, start=2):
        if line > MOST_ROWS:
            raise Refusal(gettext("Tệp có hơn %(most)d dòng; hãy chia thành nhiều tệp.") % {"most": MOST_ROWS})
        said = {key: cells[index] if index < len(cells) else None for key, index in at.items()}
        if not any(value not in (None, "") for value in said.values()):
            continue
        row = _row(line, said, faults)
        if row is not None and row.code in seen:
            faults.append(
                Fault(line, gettext("Mã “%(code)s” lặp lại trong tệp; mỗi cơ quan một dòng.") % {"code": row.code})
            )
        elif row is not None:
            seen.add(row.code)
            rows.append(replace(row, absent=absent))
    return rows, faults


def _table(content: bytes, name: str) -> Iterator[list[Any]]:
    if name.lower().endswith(".csv"):
        try:
            words = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refusal(gettext("Tệp .csv không phải mã UTF-8; hãy lưu lại dạng “CSV UTF-8”.")) from error
        first = words.partition("\n")[0]
        return (
            list(row)
            for row in csv.reader(io.StringIO(words), delimiter=";" if first.count(";") > first.count(",") else ",")
        )
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, KeyError, OSError, ValueError) as error:
        raise Refusal(gettext("Không đọc được tệp; hãy lưu lại thành .xlsx hoặc .csv.")) from error
    sheet = book.worksheets[0]
    return (list(row) for row in sheet.iter_rows(values_only=True))


def _row(line: int, said: Mapping[str, Any], faults: list[Fault]) -> ImportRow | None:
    words = {key: "" if value is None else " ".join(str(value).split()) for key, value in said.items()}
    wrong = [
        gettext("Thiếu %(column)s.") % {"column": COLUMNS[key][0]} for key in REQUIRED if not words.get(key)
    ]  # fmt: skip
    kind, level = kind_of(words.get("kind", "")), level_of(words.get("level", ""))
    if words.get("kind") and kind is None:
        names = ", ".join(str(each) for each in KINDS.values())
        wrong.append(
            gettext("Loại “%(words)s” không có; chọn một trong: %(names)s.") % {"words": words["kind"], "names": names}
        )
    if words.get("level") and level is None:
        names = ", ".join(str(each) for each in Level.labels)
        wrong.append(
            gettext("Cấp “%(words)s” không có; chọn một trong: %(names)s.") % {"words": words["level"], "names": names}
        )
    days: dict[str, str] = {}
    for key in ("valid_from", "valid_to"):
        try:
            days[key] = _day(said.get(key))
        except ValueError:
            wrong.append(
                gettext("%(column)s “%(words)s” không phải ngày; ghi dd/mm/yyyy.")
                % {"column": COLUMNS[key][0], "words": words[key]}
            )
    if not wrong and days["valid_from"] and days["valid_to"] and days["valid_to"] < days["valid_from"]:
        wrong.append(gettext("Ngày kết thúc phải sau ngày thành lập."))
    for key, most in (("code", 40), ("name", 300), ("short_name", 100)):
        if len(words.get(key, "")) > most:
            wrong.append(gettext("%(column)s dài quá %(most)d ký tự.") % {"column": COLUMNS[key][0], "most": most})
    faults += [Fault(line, each) for each in wrong]
    if wrong:
        return None
    return ImportRow(
        line, words["code"], words["name"], words.get("short_name", ""), kind or "", level or "",
        words.get("parent", ""), _listed(words.get("aliases", "")), days["valid_from"], days["valid_to"],
        _listed(words.get("later", "")), words.get("decree", ""),
    )  # fmt: skip


def _listed(words: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in words.split(";") if each.strip())


def _day(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    words = str(value).strip()
    form = "%d/%m/%Y" if "/" in words else "%Y-%m-%d"
    return datetime.strptime(words, form).date().isoformat()
