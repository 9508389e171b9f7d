"""Periods as whole months, so that "6 tháng", "quý I và quý II" and 2026-H1 are one stretch of time.

Finds         2026-09 · 2026-Q3 · 2026-H1 · 2026 · 2026-01..2026-09
Leaves alone  anything else: a period of another form is None, and nothing is compared with it
"""

import re
from typing import NamedTuple

_FORM = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(\d\d)(?:\.\.(\d{4})-(\d\d))?))?")
_YEAR = 12
_NATURAL = (1, 3, 6, 12)


class Months(NamedTuple):
    """From the first to the last month, both included, counted from the beginning of the calendar."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def from_january(self) -> bool:
        return self.first % _YEAR == 0 and self.first // _YEAR == self.last // _YEAR

    @property
    def is_year(self) -> bool:
        return self.from_january and self.length == _YEAR

    def before(self) -> "Months | None":
        """The stretch of the same length just before; None where nobody would call it "kỳ trước" (nine months)."""
        if self.length not in _NATURAL or self.first % self.length:
            return None
        return Months(self.first - self.length, self.last - self.length)

    def year_before(self) -> "Months":
        return Months(self.first - _YEAR, self.last - _YEAR)

    def ends_before(self, year: int, month: int) -> bool:
        """Whether the stretch was over when ``month`` of ``year`` began."""
        return self.last < year * _YEAR + month - 1


def read_months(period: str | None, *, so_far: bool = False) -> Months | None:
    """``2026-Q1`` → its three months; ``so_far``: from January to the end of the period."""
    match = _FORM.fullmatch(period or "")
    if match is None:
        return None
    start = int(match[1]) * _YEAR
    if match[2]:
        found = Months(start + 6 * int(match[2]) - 6, start + 6 * int(match[2]) - 1)
    elif match[3]:
        found = Months(start + 3 * int(match[3]) - 3, start + 3 * int(match[3]) - 1)
    elif match[4]:
        last = int(match[5]) * _YEAR + int(match[6]) if match[5] else start + int(match[4])
        found = Months(start + int(match[4]) - 1, last - 1)
    else:
        found = Months(start, start + _YEAR - 1)
    valid = found.first <= found.last and all(1 <= int(match[each]) <= _YEAR for each in (4, 6) if match[each])
    if not valid:
        return None
    return Months(found.first - found.first % _YEAR, found.last) if so_far and found.length <= _YEAR else found


def in_words(months: Months) -> str:
    """``tháng 9/2026``, ``9 tháng năm 2026``, ``quý III/2026``, ``năm 2026``."""
    year, month = divmod(months.first, _YEAR)
    if months.length == 1:
        return f"tháng {month + 1}/{year}"
    if months.is_year:
        return f"năm {year}"
    if months.length == 3 and months.first % 3 == 0:
        return f"quý {('I', 'II', 'III', 'IV')[month // 3]}/{year}"
    if months.from_january:
        return f"{months.length} tháng năm {year}"
    last_year, last = divmod(months.last, _YEAR)
    return f"tháng {month + 1}/{year} - tháng {last + 1}/{last_year}"
