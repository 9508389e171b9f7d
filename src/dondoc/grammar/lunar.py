"""The lunar calendar: solar days of lunar dates, and years by their stem and branch ("Giáp Thìn")."""

from datetime import date
from functools import cache

from lunar_vn import convert_lunar_to_solar

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_OTHER_SPELLINGS = {"kỉ": "kỷ", "tí": "tý", "tỵ": "tỵ", "tị": "tỵ", "mẹo": "mão", "quí": "quý"}


@cache
def solar_day(day: int, month: int, year: int) -> date | None:
    """The solar day of a lunar ``day`` and ``month`` of the lunar ``year``; None where the calendar has no such day.

    >>> solar_day(1, 1, 2024)
    datetime.date(2024, 2, 10)
    """
    try:
        found = convert_lunar_to_solar(day, month, year)
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


def year_of_stem_and_branch(stem: str, branch: str, near: int) -> int | None:
    """The year called ``stem`` ``branch`` that lies nearest to ``near``; None where no year has that name.

    >>> year_of_stem_and_branch("Giáp", "Thìn", 2023)
    2024
    """
    stems = [name.lower() for name in STEMS]
    branches = [name.lower() for name in BRANCHES]
    stem, branch = stem.lower(), branch.lower()
    stem, branch = _OTHER_SPELLINGS.get(stem, stem), _OTHER_SPELLINGS.get(branch, branch)
    if stem not in stems or branch not in branches:
        return None
    matching = [year for year in range(near - 30, near + 31) if (year - 4) % 10 == stems.index(stem)]
    matching = [year for year in matching if (year - 4) % 12 == branches.index(branch)]
    return min(matching, key=lambda year: abs(year - near)) if matching else None
