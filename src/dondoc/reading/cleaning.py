"""First pass over a source: what no reader of the words needs is taken out, the rest composed to NFC.

Does          \\r\\n → \\n · no-break and thin spaces → space · zero-width characters, soft hyphens and stray control
              characters out · Markdown stars out, what they enclosed kept as emphasis · NFD → NFC
Leaves alone  single stars (list marks, "(*)"), double spaces and tabs (they show columns), every digit
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.reading.encoding import legacy_words
from dondoc.reading.runs import RunWriter
from dondoc.text import OffsetMap, Span, clusters

_SPECIAL = re.compile(
    "\r\n?|[\x0b\x85\u2028\u2029]|[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u2010\u2011]"
    "|[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff]+"
)
_STARS = re.compile(r"\*+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A source ready to be cut into lines: NFC, with the map back and the stretches that were emphasised."""

    text: str
    origin: OffsetMap
    emphasis: tuple[Span, ...] = ()


def clean(source: str, *, markup: bool = True, legacy: str | None = None) -> Cleaned:
    """Return ``source`` cleaned; ``markup``: stars may be Markdown; ``legacy``: the old encoding its words are in."""
    cuts: dict[int, tuple[int, str]] = {}
    if legacy is not None:
        cuts = {start: (end, words) for start, end, words in legacy_words(source, legacy)}
    for match in _SPECIAL.finditer(source):
        if legacy is None or match[0][0] in "\r\x0b\x85\u2028\u2029":
            cuts[match.start()] = (match.end(), _stand_in(match[0]))
    emphasised: list[Span] = []
    if markup and "*" in source:
        for start, end in _paired_stars(source, emphasised):
            cuts[start] = (end, "")
    text, origin = _apply(source, cuts)
    if not unicodedata.is_normalized("NFC", text):
        text, origin = compose(text, origin)
    return Cleaned(text, origin, tuple(_to_content(emphasised, origin)))


def _stand_in(found: str) -> str:
    if found[0] in "\r\x0b\x85\u2028\u2029":
        return "\n"
    if found[0] in "\u2010\u2011":
        return "-"
    return " " if found.isspace() and found[0] >= "\u00a0" else ""


def _apply(source: str, cuts: dict[int, tuple[int, str]]) -> tuple[str, OffsetMap]:
    if not cuts:
        return source, OffsetMap.identity(len(source))
    pieces: list[str] = []
    runs = RunWriter()
    length = at = 0

    def append(words: str, start: int, end: int) -> None:
        nonlocal length
        if words:
            pieces.append(words)
            runs.add(length, length + len(words), start, end)
            length += len(words)

    for start in sorted(cuts):
        if start < at:
            continue
        end, words = cuts[start]
        append(source[at:start], at, start)
        append(words, start, end)
        at = end
    append(source[at:], at, len(source))
    return "".join(pieces), OffsetMap(runs)


def compose(text: str, origin: OffsetMap) -> tuple[str, OffsetMap]:
    """Return ``text`` in NFC and the map of the composed text to what ``origin`` maps to."""
    pieces: list[str] = []
    runs = RunWriter()
    length = 0
    for start, end in clusters(text):
        composed = unicodedata.normalize("NFC", text[start:end])
        source = origin.to_source(Span(start, end))
        pieces.append(composed)
        runs.add(length, length + len(composed), source.start, source.end)
        length += len(composed)
    return "".join(pieces), OffsetMap(runs)


def _paired_stars(source: str, emphasised: list[Span]) -> Iterator[tuple[int, int]]:
    """Yield the stars that are Markdown, pairs within one paragraph; put what they enclose into ``emphasised``."""
    waiting: list[tuple[int, int]] = []
    breaks = [match.start() for match in _BLANK_LINE.finditer(source.replace("\r\n", " \n"))]
    breaks.append(len(source) + 1)
    paragraph = 0
    for match in _STARS.finditer(source):
        start, end = match.span()
        while breaks[paragraph] < start:
            paragraph += 1
            waiting.clear()
        before = source[start - 1] if start else " "
        after = source[end] if end < len(source) else " "
        if unicodedata.combining(after) or (before == "(" and after == ")"):
            continue
        while end > start and waiting and not before.isspace():
            opened, width = waiting[-1]
            if end - start < width:
                if width == 3:  # "*** Mục ... :** lời": a starred item whose words are bold
                    waiting[-1] = (opened + 1, 2)
                    continue
                break
            waiting.pop()
            emphasised.append(Span(opened + width, start))
            yield opened, opened + width
            yield start, start + width
            start += width
        width = end - start
        if (
            0 < width <= 3
            and (not after.isspace() or width > 1)
            and (width > 1 or not (before.isalnum() or unicodedata.combining(before)))
        ):
            waiting.append((start, width))


def _to_content(spans: list[Span], origin: OffsetMap) -> Iterator[Span]:
    """Map source ranges to content ranges (the inverse of ``origin``, whose runs rise in the source too)."""
    runs = origin.runs
    at = 0
    for span in sorted(spans):
        while at < len(runs) and runs[at].source_end <= span.start:
            at += 1
        last = at
        while last + 1 < len(runs) and runs[last + 1].source_start < span.end:
            last += 1
        if at < len(runs) and runs[at].source_start < span.end:
            first, final = runs[at], runs[last]
            start = first.start + max(0, min(span.start - first.source_start, first.end - first.start))
            end = final.start + max(0, min(span.end - final.source_start, final.end - final.start))
            if start < end:
                yield Span(start, end)
