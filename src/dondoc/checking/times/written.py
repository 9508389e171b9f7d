"""Days as they are written, read part by part so that impossible ones can be named."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge

from dondoc.grammar.anchors import lowered
from dondoc.text import Span

# Each begins with a digit or a letter, which makes the search fast.
_IN_FIGURES = re.compile(
    r"""(?P<day>[0-9](?<![0-9/.,-][0-9])[0-9]?)(?:
        \s?/\s?(?P<m1>[0-9]{1,2})\s?/\s?(?P<y1>(?:19|20)[0-9]{2})(?![0-9/])
      | -(?P<m2>[0-9]{1,2})-(?P<y2>(?:19|20)[0-9]{2})(?![0-9-])
      | (?:(?<=ngày\ [0-9])|(?<=ngày\ [0-9]{2}))/(?P<m3>[0-9]{1,2})(?![0-9/.,])
      | (?:(?<=từ\ (?:29|3[01]))|(?<=(?:đến|hết)\ (?:29|3[01])))/(?P<m4>0?[1-9]|1[0-2])(?![0-9/.,])
      )""",
    re.VERBOSE,
)
_IN_WORDS = re.compile(
    r"ngày(?<![0-9/.,-]ngày) +(?P<day>[0-9]{1,2}) +tháng +(?P<m1>[0-9]{1,2})"
    r"(?: +năm +(?P<y1>(?:19|20)[0-9]{2}))?(?![0-9])"
)
_LUNAR = re.compile(r"\s*(?:\(\s*)?(?:âm lịch|AL\b|ÂL\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day by its written parts; ``year`` None where none is written, ``lunar`` where the words say so."""

    span: Span
    day: int
    month: int
    year: int | None
    lunar: bool

    def on_calendar(self) -> date | None:
        """The day in a written year; None where there is none such, or no year."""
        if self.year is None or self.lunar or not self.exists():
            return None
        return date(self.year, self.month, self.day)

    def exists(self) -> bool:
        """Whether some calendar has the day."""
        if not 1 <= self.month <= 12 or self.day < 1:
            return False
        if self.lunar:
            return self.day <= 30
        return self.day <= monthrange(self.year or 2024, self.month)[1]


def written_days(content: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDay]:
    """Yield the days of ``content``, in reading order."""
    low = lowered(content)
    end = len(low) if end is None else end
    found = (words.finditer(low, start, end) for words in (_IN_WORDS, _IN_FIGURES))
    for match in merge(*found, key=lambda one: one.start()):
        if match.start() < start:
            continue
        start = match.end()
        way = match.lastgroup[-1] if match.lastgroup else "1"
        year = match[f"y{way}"] if way in "12" else None
        lunar = _LUNAR.match(content, start) is not None
        yield WrittenDay(
            Span(*match.span()), int(match["day"]), int(match[f"m{way}"]), int(year) if year else None, lunar
        )
