"""The lunar calendar: solar days of lunar dates, and years by their stem and branch ("Giáp Thìn")."""

from datetime import date
from functools import cache

from lunar_vn import convert_lunar_to_solar, convert_solar_to_lunar

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_OTHER_SPELLINGS = {"kỉ": "kỷ", "tí": "tý", "tỵ": "tỵ", "tị": "tỵ", "mẹo": "mão", "quí": "quý"}


@cache
def solar_day(day: int, month: int, year: int, *, leap: bool = False) -> date | None:
    """The solar day of a lunar ``day`` and ``month`` of the lunar ``year``; None where the calendar has no such day.

    ``leap`` asks for the second month of that number ("tháng 6 nhuận" of 2025).

    >>> solar_day(1, 1, 2024)
    datetime.date(2024, 2, 10)
    """
    try:
        found = convert_lunar_to_solar(day, month, year, int(leap))
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


def same_lunar_day_next_year(day: date) -> date | None:
    """The solar day one lunar year later, None where that month is a day shorter.

    >>> same_lunar_day_next_year(date(2023, 1, 22))
    datetime.date(2024, 2, 10)
    """
    lunar = convert_solar_to_lunar(day.day, day.month, day.year)
    found = solar_day(lunar.day, lunar.month, lunar.year + 1)
    if found is None:
        return None
    back = convert_solar_to_lunar(found.day, found.month, found.year)
    return found if (back.day, back.month) == (lunar.day, lunar.month) else None


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
