"""What reading mended in the words of a document, as rows of the office, and the mends that a person took back.

A row: {key rule before after start end undone}. ``key`` names a mend by its words and by how many of the same stand
before it, not by its place: the same mend of another reading has the same key.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.reading.rewriting import undone
from dondoc.text import Repair, Text

AROUND = 60
NAMES: dict[str, Promise] = {
    "ocr-slip": _("Chữ nhận sai khi đọc ảnh"),
    "slip": _("Chữ nhận sai khi đọc ảnh"),
    "homoglyph": _("Chữ cái của bảng chữ khác"),
    "legacy": _("Bảng mã cũ chuyển sang Unicode"),
    "page-break": _("Nối câu qua trang"),
    "cut-sentence": _("Nối câu bị ngắt dòng"),
    "page-number": _("Bỏ số trang"),
    "running-head": _("Bỏ dòng đầu, cuối trang lặp lại"),
    "page-edge": _("Bỏ chữ ở mép trang"),
}
OTHER = _("Sửa khi đọc")


@dataclass(frozen=True, slots=True)
class Mend:
    """A mend as the page shows it: what it is called, its words in their line, whether a person took it back."""

    key: str
    name: str | Promise
    lead: str
    before: str
    after: str
    tail: str
    start: int
    undone: bool


def keyed(text: Text) -> list[tuple[str, Repair]]:
    """The repairs of ``text`` in reading order, each with its key."""
    times: Counter[tuple[str, str, str]] = Counter()
    found = []
    for repair in text.repairs:
        words = (repair.rule, repair.before, repair.after)
        times[words] += 1
        found.append((sha256("\0".join((*words, str(times[words]))).encode()).hexdigest(), repair))
    return found


def rows_of(text: Text, taken_back: Collection[str] = ()) -> tuple[Text, list[dict[str, Any]]]:
    """``text`` with the mends of the keys ``taken_back`` undone, and a row for every mend."""
    rows: list[dict[str, Any]] = []
    for key, repair in reversed(keyed(text)):
        row = {"key": key, "rule": repair.rule, "before": repair.before, "after": repair.after, "undone": False}
        start, shown = repair.span.start, repair.after
        if key in taken_back and text[repair.span] == repair.after:
            text = undone(text, repair)
            row["undone"], shown = True, repair.before
            moved = len(repair.before) - len(repair.after)
            for later in rows:  # they stand behind it: what is undone last has moved them all
                later["start"], later["end"] = later["start"] + moved, later["end"] + moved
        rows.append({**row, "start": start, "end": start + len(shown)})
    return text, rows[::-1]


def number_to_see(rows: list[dict[str, Any]]) -> int:
    """How many mends there are, where one of them touched words; nobody need look at dropped page numbers alone."""
    return len(rows) if any(row["after"] or row["undone"] for row in rows) else 0


def mends_of(content: str, rows: list[dict[str, Any]]) -> list[Mend]:
    """The rows of a page of the list with the words around them."""
    return [_mend(content, row) for row in rows]


def _mend(content: str, row: dict[str, Any]) -> Mend:
    start, end = row["start"], row["end"]
    line = content.rfind("\n", 0, start) + 1
    stop = content.find("\n", end)
    lead = content[max(line, start - AROUND) : start]
    tail = content[end : min(stop if stop >= 0 else len(content), end + AROUND)]
    family = row["rule"].partition("-")[0] if row["rule"].startswith("legacy") else row["rule"]
    shown = (NAMES.get(family, OTHER), lead, _visible(row["before"]), _visible(row["after"]), tail)
    return Mend(row["key"], *shown, start, row["undone"])


def _visible(words: str) -> str:
    """A line break would not be seen."""
    return words.replace("\n", "↵")
