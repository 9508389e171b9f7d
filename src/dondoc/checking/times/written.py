"""Days as they are written, read part by part so that impossible ones can be named."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dondoc.text import Span

_DAY = re.compile(
    r"""(?<![0-9/.,-])(?:
        (?P<d1>[0-9]{1,2})\s?/\s?(?P<m1>[0-9]{1,2})\s?/\s?(?P<y1>(?:19|20)[0-9]{2})(?![0-9/])
      | ngày\ +(?P<d2>[0-9]{1,2})\ +tháng\ +(?P<m2>[0-9]{1,2})(?:\ +năm\ +(?P<y2>(?:19|20)[0-9]{2}))?(?![0-9])
      | (?P<d3>[0-9]{1,2})-(?P<m3>[0-9]{1,2})-(?P<y3>(?:19|20)[0-9]{2})(?![0-9-])
      | (?<=ngày\ )(?P<d4>[0-9]{1,2})/(?P<m4>[0-9]{1,2})(?![0-9/.,])
      )""",
    re.VERBOSE | re.IGNORECASE,
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
    for match in _DAY.finditer(content, start, len(content) if end is None else end):
        number = match.lastgroup[-1] if match.lastgroup else "1"
        year = match[f"y{number}"] if number != "4" else None
        lunar = _LUNAR.match(content, match.end()) is not None
        yield WrittenDay(
            Span(*match.span()), int(match[f"d{number}"]), int(match[f"m{number}"]), int(year) if year else None, lunar
        )
