"""How much a scan costs: the own documents printed, sealed, scanned askew and read again.

``python -m tests.reading.scan_trip [NAME ...] [--show]`` prints, document by document, F1 of the facts against those
of the .txt, how many figures came out with wrong digits, how many of those nobody is warned of, and seconds a page.

Facts are the same where all that a person acts on is: the digits, unit, role and period of a figure, the lead and the
deadline of a task, number and days of the header exactly; words of sentences and names up to a few letters.
"""

import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from dondoc import extract, read
from dondoc.text import Span, Text
from tests.reading.rewritten import word
from tests.reading.round_trip import CORPUS, NAMES, Row, printed, rows
from tests.reading.scanned import scan

_FIGURE = re.compile(r"\S*\d\S*")
_DIGITS = re.compile(r"\D+")
_ALIKE = {"directive": {0: 0.9, 1: 0.85}, "quantity": {0: 0.75, 5: 0.7}, "header": {1: 0.85}}


@dataclass(frozen=True, slots=True)
class Trip:
    """What became of one document: F1 of its facts, figures with wrong digits, those without a warning."""

    f1: float
    figures: int
    wrong: tuple[str, ...]
    unmarked: tuple[str, ...]
    lost: tuple[Row, ...]
    new: tuple[Row, ...]


def compare(plain: Text, scanned: Text) -> Trip:
    """What the scan of ``plain`` says otherwise."""
    before, after = list(rows(extract(plain)).elements()), list(rows(extract(scanned)).elements())
    left = list(after)
    lost: list[Row] = []
    for row in before:
        twin = next((other for other in left if row == other), None) or next(
            (other for other in left if _is_same(row, other)), None
        )
        if twin is None:
            lost.append(row)
        else:
            left.remove(twin)
    found = len(before) - len(lost)
    wrong = list(_wrong(plain.content, scanned))
    unmarked = tuple(words for words, marked in wrong if not marked)
    f1 = 2 * found / max(len(before) + len(after), 1)
    figures = len(_FIGURE.findall(plain.content))
    return Trip(f1, figures, tuple(words for words, _ in wrong), unmarked, tuple(lost), tuple(left))


def _is_same(row: Row, other: Row) -> bool:
    if row[0] != other[0] or len(row) != len(other):
        return False
    bars = _ALIKE[row[0]]
    return all(
        a == b or (at in bars and _ratio(a, b) >= bars[at])
        for at, (a, b) in enumerate(zip(row[1:], other[1:], strict=True))
    )


def _ratio(a: str, b: str) -> float:
    """How alike two stretches are, digits never different."""
    if _DIGITS.sub(" ", a).split() != _DIGITS.sub(" ", b).split():
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _wrong(plain: str, scanned: Text) -> Iterator[tuple[str, bool]]:
    """Yield the words with digits that the scan gives and the text does not, and whether they are marked doubtful."""
    right = [_DIGITS.sub("", match[0]) for match in _FIGURE.finditer(plain)]
    read_ = list(_FIGURE.finditer(scanned.content))
    matcher = SequenceMatcher(None, right, [_DIGITS.sub("", match[0]) for match in read_], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        for match in read_[c:d] if kind != "equal" else ():
            if _DIGITS.sub("", match[0]) not in right[a:b]:
                span = Span(*match.span())
                yield match[0], any(doubt.span.overlaps(span) for doubt in scanned.doubts)


def main() -> None:
    """Print the figures."""
    wanted = [given for given in sys.argv[1:] if not given.startswith("-")]
    trips: list[Trip] = []
    pages = 0
    spent = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            if wanted and not any(part in name for part in wanted):
                continue
            plain = read(CORPUS / f"{name}.txt")
            data = scan(printed(word(plain), Path(folder), name))
            begun = time.perf_counter()
            text = read(data, name="a.pdf")
            spent += time.perf_counter() - begun
            pages += len(text.pages)
            trip = compare(plain, text)
            trips.append(trip)
            print(
                f"{name:42} F1 {trip.f1:.3f}  figures {trip.figures:4}  wrong {len(trip.wrong):2}"
                f"  of these unmarked {len(trip.unmarked)}  {' '.join(trip.unmarked)}",
                flush=True,
            )
            for sign, facts in (("-", trip.lost), ("+", trip.new)) if "--show" in sys.argv else ():
                for row in facts:
                    print("   ", sign, *(part[:120] for part in row))
    mean = sum(trip.f1 for trip in trips) / max(len(trips), 1)
    wrong, silent = sum(len(trip.wrong) for trip in trips), sum(len(trip.unmarked) for trip in trips)
    print(f"mean F1 {mean:.3f}, wrong {wrong}, unmarked {silent}, {spent / max(pages, 1):.2f} s a page")


if __name__ == "__main__":
    main()
