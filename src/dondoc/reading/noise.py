"""What a page carries that is no part of the text: page numbers alone on a line, running heads.

Drops         "3" · "- 3 -" · "Trang 3/5" between pages · a short line repeated beside the page numbers
Leaves alone  numbers in columns, a lone number that begins no count of pages, repeated words inside the text
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from dondoc.reading.assembly import Dropped
from dondoc.reading.lines import Paragraph
from dondoc.reading.marks import begins_lower, is_closed

_NUMBER = re.compile(r"(?:[-–—]\s*)?(?P<word>[Tt]rang\s*)?(?P<page>\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*[-–—])?")
_DIGITS = re.compile(r"\d+")
_SHORTEST_PAGE = 500
_LONGEST_HEAD = 120


def drop_noise(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Dropped]]:
    """Return ``paragraphs`` without page numbers and running heads, and what was dropped."""
    numbers = _page_numbers(paragraphs)
    heads = _running_heads(paragraphs, numbers)
    kept: list[Paragraph] = []
    dropped: list[Dropped] = []
    for index, paragraph in enumerate(paragraphs):
        if index in numbers or index in heads:
            rule = "page-number" if index in numbers else "running-head"
            dropped.append(Dropped(paragraph.parts[0].start, paragraph.words, rule))
        else:
            kept.append(paragraph)
    return kept, dropped


def _page_numbers(paragraphs: Sequence[Paragraph]) -> set[int]:
    found: list[tuple[int, int, bool]] = []
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph.words) > 16 or len(paragraph.parts) > 1:
            continue
        match = _NUMBER.fullmatch(paragraph.words)
        if match is not None:
            found.append((index, int(match["page"]), match["word"] is not None or _is_at_break(paragraphs, index)))
    numbers = {index for index, _, sure in found if sure}
    for (index, page, _), (following, next_page, _) in pairwise(found):
        far = paragraphs[following].parts[0].start - paragraphs[index].parts[0].start >= _SHORTEST_PAGE
        if next_page == page + 1 and far:
            numbers.update((index, following))
    return numbers


def _is_at_break(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the number stands at a page's edge or inside a sentence."""
    if not 0 < index < len(paragraphs) - 1:
        return False
    before, here, after = paragraphs[index - 1], paragraphs[index], paragraphs[index + 1]
    if before.page != here.page or here.page != after.page:
        return True
    apart = before.group != here.group != after.group
    return apart and not is_closed(before.words) and len(before.words) >= 40 and begins_lower(after.words)


def _running_heads(paragraphs: Sequence[Paragraph], numbers: set[int]) -> set[int]:
    places: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph.words) <= _LONGEST_HEAD and len(paragraph.parts) == 1 and index not in numbers:
            places.setdefault(_DIGITS.sub("#", paragraph.words), []).append(index)
    heads: set[int] = set()
    for repeated in places.values():
        if (
            len(repeated) >= 3
            and sum(_is_at_edge(paragraphs, index, numbers) for index in repeated) * 3 >= len(repeated) * 2
        ):
            heads.update(repeated)
    return heads


def _is_at_edge(paragraphs: Sequence[Paragraph], index: int, numbers: set[int]) -> bool:
    here = paragraphs[index].page
    neighbours = [at for at in (index - 1, index + 1) if 0 <= at < len(paragraphs)]
    return any(at in numbers or paragraphs[at].page != here for at in neighbours)
