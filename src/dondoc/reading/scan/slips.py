"""Slips of recognition that only one reading mends: units behind figures, list marks, numbers of headings.

Mends         7.215 tử đồng → tỷ đồng · 4%o → 4‰ · 5... Bộ, 2, Bộ → 5. 2. · c; Nêu → c) · L. GIÁ → I. · II., II. → III.
Leaves alone  every digit of a figure, words of which two readings make sense
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dondoc.reading.marks import is_capitals
from dondoc.reading.numbering import format_number
from dondoc.reading.paged import Sheet
from dondoc.reading.pdflines import PdfLine
from dondoc.reading.phrases import find_slips

_RULES = (
    (re.compile(r"(?<=\d )(?:t[ửýỳỹỵyưứừtu]|ly|lỷ)(?= (?:[đdĐ][ồôốộöo]ng|USD)\b)"), "tỷ"),
    (re.compile(r"(?<=\d )(?:tr[iỉ][êẹếèé]u)(?= (?:[đdĐ][ồôốộöo]ng|USD)\b)"), "triệu"),
    (
        re.compile(
            r"(?:(?<=\d \w\w )|(?<=tỷ )|(?<=triệu )|(?<=nghìn ))[đdĐ][ôốộöoòó]ng\b|(?:(?<=tỷ )|(?<=triệu ))dồng\b"
        ),
        "đồng",
    ),
    (re.compile(r"(?<=\d)%[o0°](?![\w])"), "‰"),
    (re.compile(r"(?<=[Tt]hủ )tr[ưuươo][ớờợơôố]ng\b"), "trưởng"),
    (re.compile(r"(?<=^\d)\.{2,3}(?= [^\W\d_])|(?<=^\d\d)\.{2,3}(?= [^\W\d_])"), "."),
    (re.compile(r"(?:(?<=^I)|(?<=^II)|(?<=^III)|(?<=^IV)|(?<=^V)|(?<=^VI))\.{2,3}(?= )"), "."),
    (re.compile(r"(?<=^[a-eg-z]);(?= [A-ZĐ])"), ")"),
    (re.compile(r"(?<=^\d)[:,](?= [A-ZĐ][a-zà-ỹ])"), "."),
)
_ROMAN = re.compile(r"^[IiLl1|VvXx]{1,5}\.")
_LIKE = str.maketrans("iLl1|vx", "IIIIIVX")


def mend(sheets: Iterable[Sheet]) -> None:
    """Mend the lines of the ``sheets`` that were recognised, each mend noted in ``PdfLine.mends``."""
    last = 0
    for sheet in sheets:
        for index, line in enumerate(sheet.lines):
            if sheet.scanned:
                line = _with(line, list(_slips(line.words)))
            match = _ROMAN.match(line.words)
            if match is not None and is_capitals(line.words[match.end() :]):
                last, seen = _heading(match[0][:-1], last)
                line = _with(line, [(0, match.end() - 1, seen)]) if sheet.scanned else line
            sheet.lines[index] = line


def _heading(seen: str, last: int) -> tuple[int, str]:
    """The number of a heading marked ``seen`` after that numbered ``last``, and how it is written.

    Strokes get lost: a second I. or II. in a row is the next number. An I. after II. or more begins anew.
    """
    written = seen.translate(_LIKE)
    number = next((value for value in range(1, 30) if format_number(value, "upperRoman") == written), 0)
    wanted = format_number(last + 1, "upperRoman")
    lost = 0 < number == last and (number > 1 or last == 1) and set(written) <= set(wanted)
    return (last + 1, wanted) if lost else (number or last, written if number else seen)


def _slips(words: str) -> Iterator[tuple[int, int, str]]:
    yield from find_slips(words)
    for pattern, right in _RULES:
        for match in pattern.finditer(words):
            yield match.start(), match.end(), right


def _with(line: PdfLine, slips: list[tuple[int, int, str]]) -> PdfLine:
    """``line`` with ``slips`` (start, end, right) mended; doubts and earlier mends move along."""
    for start, end, right in sorted(slips, reverse=True):
        shift = len(right) - (end - start)
        before = line.words[start:end]
        if before == right:
            continue
        doubts = tuple((_moved(a, start, end, shift), _moved(b, start, end, shift), sure) for a, b, sure in line.doubts)
        mends = tuple((_moved(a, start, end, shift), _moved(b, start, end, shift), was) for a, b, was in line.mends)
        mends = (*mends, (start, start + len(right), before))
        line = replace(line, words=line.words[:start] + right + line.words[end:], doubts=doubts, mends=mends)
    return line


def _moved(at: int, start: int, end: int, shift: int) -> int:
    if at <= start:
        return at
    return at + shift if at >= end else start
