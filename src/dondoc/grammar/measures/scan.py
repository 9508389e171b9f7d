"""One pass over a text: every written number is looked at once and read as a measure, or passed over.

The order of the readers is the priority; the first that answers is right.
"""

import re
from heapq import merge

from dondoc.facts import Measure
from dondoc.grammar.measures.candidate import Candidate, Reading, candidate_at
from dondoc.grammar.measures.misprints import read_misprint
from dondoc.grammar.measures.number_words import find_in_words
from dondoc.grammar.measures.pairs import read_fraction, read_pair, read_range
from dondoc.grammar.measures.single import (
    read_bare,
    read_rank,
    read_single,
    read_spaced,
    read_unknown,
)
from dondoc.grammar.measures.spelt_out import read_labelled, read_spelt_out
from dondoc.grammar.measures.tokens import skip_code, skip_glued, skip_list_number

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_READERS = (
    skip_glued,
    skip_code,
    skip_list_number,
    read_fraction,
    read_pair,
    read_range,
    read_spelt_out,
    read_misprint,
    read_spaced,
    read_rank,
    read_single,
    read_labelled,
)


def find_measures(text: str) -> list[Measure]:
    """Every number of ``text`` with a meaning as a measure, in reading order, without overlap."""
    written = _find_written(text)
    in_words = list(find_in_words(text))
    if not in_words:
        return written
    kept: list[Measure] = []
    for measure in merge(written, in_words, key=lambda found: found.span.start):
        if not kept or measure.span.start >= kept[-1].span.end:
            kept.append(measure)
    return kept


def _find_written(text: str) -> list[Measure]:
    found: list[Measure] = []
    position = name_end = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        if start:
            before = text[start - 1]
            if before.isalnum() or before in "_.,":
                start = _misread_one(text, start)
                if start == match.start():
                    position = name_end = end
                    continue
        candidate = candidate_at(text, start, end, name_end)
        reading = _read(candidate, found)
        position = reading.end
        if reading.measures:
            found += reading.measures
        else:
            name_end = position
    return found


def _misread_one(text: str, start: int) -> int:
    """Where a number begins whose first 1 was misread as the letter l or I ("l2 hộ"); ``start`` where none was."""
    if text[start - 1] in "lI" and (start == 1 or text[start - 2] in " (\n"):
        return start - 1
    return start


def _read(candidate: Candidate, found: list[Measure]) -> Reading:
    for reader in _READERS:
        reading = reader(candidate)
        if reading is not None:
            return reading
    return read_unknown(candidate, found) or read_bare(candidate, found) or Reading((), candidate.end)
