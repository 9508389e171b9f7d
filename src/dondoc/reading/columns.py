"""Two columns laid out with spaces or tabs in a plain text, read one after the other.

Finds         issuer | national motto · number | place and date · recipients | signature, side by side on a line
Leaves alone  rows of figures, wide gaps inside one column of words
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dondoc.reading.lines import Line
from dondoc.text import Span

_GAP = re.compile(r" {4,}| *\t[ \t]*")
_CUES = re.compile(
    r"CỘNG H[OÒ][AÀ] X|ĐỘC LẬP|Độc lập|ĐẢNG CỘNG SẢN|Số:|Nơi nhận|, ngày .*tháng|(?:KT|TM|TL|TUQ|T/M|T/L)\.? "
    r"|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BÍ THƯ"
)
# "Số:      /TB-UBND", "ngày     tháng 9": room left for a figure, not the gap between two columns.
_BEFORE_ROOM = re.compile(r"(?:(?:Số|SỐ) ?:?|[Nn]gày|tháng|năm)$")
_AFTER_ROOM = re.compile(r"[/-] ?[A-ZĐ]|/\d{4}|tháng(?![^\W_])|năm(?![^\W_])")
_FARTHEST = 24


def read_columns(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield ``lines`` with the two sides of a header or signature parted: the left side, then the right one."""
    for _, group in groupby(lines, key=lambda line: line.group):
        yield from _parted(list(group))


def _parted(lines: Sequence[Line]) -> Iterator[Line]:
    gaps = [_gap(line.words) for line in lines]
    split = [index for index, gap in enumerate(gaps) if gap is not None]
    if not split or not any(_CUES.search(lines[index].words) for index in split):
        yield from lines
        return
    first, last = split[0], split[-1] + 1
    while last < len(lines) and (lines[last].indent >= _FARTHEST or lines[last].words[0] in "-–"):
        last += 1
    left: list[Line] = []
    right: list[Line] = []
    for line, gap in zip(lines[first:last], gaps[first:last], strict=True):
        if gap is not None:
            left.append(_piece(line, 0, gap[0], line.group))
            right.append(_piece(line, gap[1], len(line.words), -1 - line.group))
        else:
            (right if line.indent >= _FARTHEST else left).append(line)
    yield from (*lines[:first], *left, *right, *lines[last:])


def part_tabs(words: str) -> str:
    """``words`` of one paragraph with the tabs that part issuer and motto, recipients and signature, as line breaks."""
    if "\t" not in words.strip() or _CUES.search(words) is None:
        return words
    left, _, right = words.strip().partition("\t")
    return words.replace("\t", "\n") if _has_letters(left) and _has_letters(right) else words


def _piece(line: Line, start: int, end: int, group: int) -> Line:
    span = Span(line.span.start + start, line.span.start + end)
    return replace(line, span=span, indent=line.indent + start, group=group, words=line.words[start:end])


def _gap(words: str) -> tuple[int, int] | None:
    """The range of the one wide gap in ``words``, None where there is none or there are several."""
    gaps = [gap for gap in _GAP.finditer(words) if not _is_room(words, *gap.span())]
    if len(gaps) != 1:
        return None
    start, end = gaps[0].span()
    return (start, end) if _has_letters(words[:start]) and _has_letters(words[end:]) else None


def _is_room(words: str, start: int, end: int) -> bool:
    return (
        _BEFORE_ROOM.search(words, max(start - 6, 0), start) is not None and _AFTER_ROOM.match(words, end) is not None
    )


def _has_letters(words: str) -> bool:
    return any(map(str.isalpha, words))
