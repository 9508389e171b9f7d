"""One pass over a text: every written number is looked at once and read as a measure, or passed over.

The order of the readers is the priority; the first that answers is right. The sign behind a number tells which of them
can answer at all, so only those are asked.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from heapq import merge

from dondoc.facts import Measure
from dondoc.grammar.anchors import lowered
from dondoc.grammar.measures.candidate import Candidate, Reading, candidate_at, without_marks
from dondoc.grammar.measures.misprints import read_misprint
from dondoc.grammar.measures.number_words import find_in_words
from dondoc.grammar.measures.pairs import read_fraction, read_pair, read_range
from dondoc.grammar.measures.proved import with_proved
from dondoc.grammar.measures.ratios import read_ratio
from dondoc.grammar.measures.single import (
    read_bare,
    read_noted,
    read_rank,
    read_single,
    read_spaced,
    read_unknown,
)
from dondoc.grammar.measures.spelt_out import read_labelled, read_spelt_out
from dondoc.grammar.measures.tokens import skip_code, skip_glued, skip_list_number, skip_motto
from dondoc.text import Span

Reader = Callable[[Candidate], Reading | None]
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_BLANKS = (" ", "\u00a0")
_ANY, _DIGIT, _CAPITAL = "*", "0", "A"
# Each reader in its rank, the signs right behind a number at which it can answer, and the signs behind a blank.
_READERS: tuple[tuple[Reader, str, str], ...] = (
    (skip_code, "/-–:hg.", "/-–hg." + _DIGIT),
    (skip_list_number, "", _CAPITAL),
    (skip_motto, "", "c"),
    (read_fraction, "/", ""),
    (read_pair, "/", "/t"),
    (read_range, "-–", "-–đtlxc"),
    (read_spelt_out, "(", "("),
    (read_noted, "¹²³⁴⁵⁶⁷⁸⁹⁰[(", "["),
    (read_misprint, "OolI.,", ".,"),
    (read_spaced, "", _DIGIT),
    (read_ratio, "", "btcn"),
    (read_rank, _ANY, _ANY),
    (read_single, _ANY, _ANY),
    (read_labelled, ";,.)\n", ";,.)(\n"),
)


def _by_sign(behind_blank: bool) -> dict[str, tuple[Reader, ...]]:
    """The readers to ask for each sign behind a number, under ``_ANY`` those for every other sign."""
    places = [(reader, apart if behind_blank else glued) for reader, glued, apart in _READERS]
    signs = {sign for _, found in places for sign in found}
    return {sign: tuple(reader for reader, found in places if found == _ANY or sign in found) for sign in signs}


_GLUED, _APART = _by_sign(False), _by_sign(True)
_AT_END = tuple(reader for reader, *_ in _READERS)
_RUN_TOGETHER = ("tăng", "giảm", "đạt", "chiếm", "bằng")
_TYING = "-–/"


def find_measures(text: str) -> list[Measure]:
    """Every number of ``text`` with a meaning as a measure, in reading order, without overlap."""
    low = without_marks(lowered(text))
    passed: list[Span] = []
    written = with_proved(text, _find_written(text, low, passed), passed)
    in_words = list(find_in_words(text, low))
    if not in_words:
        return written
    kept: list[Measure] = []
    for measure in merge(written, in_words, key=lambda found: found.span.start):
        if not kept or measure.span.start >= kept[-1].span.end:
            kept.append(measure)
    return kept


def _find_written(text: str, low: str, passed: list[Span]) -> list[Measure]:
    """The measures written in digits; the numbers that are none go into ``passed``."""
    found: list[Measure] = []
    position = name_end = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        before = text[start - 1] if start else "\n"
        if before.isalnum() or before in "_.,":
            start = _misread_one(text, start)
            if start == match.start() and not (_is_tight(text, start) or _is_run_together(low, start, end)):
                position = name_end = end
                continue
        candidate = candidate_at(text, low, start, end, name_end)
        reading = (skip_glued(candidate) if before in _TYING else None) or _read(candidate, found)
        position = reading.end
        if reading.measures:
            found += reading.measures
        else:
            name_end = position
            if position == end:
                passed.append(Span(start, end))
    return found


def _misread_one(text: str, start: int) -> int:
    """Where a number begins whose first 1 was misread as the letter l or I ("l2 hộ"); ``start`` where none was."""
    if text[start - 1] in "lI" and (start == 1 or text[start - 2] in " (\n"):
        return start - 1
    return start


def _is_tight(text: str, start: int) -> bool:
    """Whether only the blank behind a comma is missing before the number ("15 xã,01 thị trấn")."""
    return text[start - 1] == "," and text[start - 2 : start - 1].isalpha()


def _is_run_together(low: str, start: int, end: int) -> bool:
    """Whether the blank before a percentage is missing ("chế biếntăng1,36%")."""
    return low.startswith(("%", " %"), end) and low.endswith(_RUN_TOGETHER, 0, start)


def _read(candidate: Candidate, found: list[Measure]) -> Reading:
    text, end, written = candidate.text, candidate.end, candidate.written
    if "." in written and (written[0] == "0" or written.count(".") > 1):
        reading = skip_code(candidate)
        if reading is not None:
            return reading
    for reader in _readers(text[end : end + 2]):
        reading = reader(candidate)
        if reading is not None:
            return reading
    return read_unknown(candidate, found) or read_bare(candidate, found) or Reading((), candidate.end)


@lru_cache(maxsize=1024)
def _readers(signs: str) -> tuple[Reader, ...]:
    """The readers that can answer, by the two signs behind the number."""
    if len(signs) < 2:
        return _AT_END
    if signs[0] not in _BLANKS:
        return _GLUED.get(signs[0]) or _GLUED[_ANY]
    sign = signs[1]
    kind = _CAPITAL if sign.isupper() else _DIGIT if sign.isdecimal() else sign
    return _APART.get(kind) or _APART[_ANY]
