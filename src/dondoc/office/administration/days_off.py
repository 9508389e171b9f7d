"""The days of a year on which offices rest, or work, against the ordinary week, each with its name."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from lunar_vn import convert_solar_to_lunar

from dondoc.grammar.working_days import days_off
from dondoc.lexicon.holidays import holidays
from dondoc.office.rules.models import SpecialDay


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of a year that differs from an ordinary week: by the general calendar, or by the office's own word."""

    day: date
    worked: bool
    special: SpecialDay | None

    @property
    def name(self) -> str:
        """What the day is: the office's own words first."""
        if self.special is not None:
            return self.special.name
        return _name_of(self.day)

    @property
    def lunar(self) -> str:
        """Day and month of the lunar calendar."""
        found = convert_solar_to_lunar(self.day.day, self.day.month, self.day.year)
        return f"{found.day}/{found.month}"


def _name_of(day: date) -> str:
    """Why offices rest, or work, on ``day`` by the general calendar."""
    known = holidays()
    if day in known.worked:
        return gettext("Làm bù cho ngày hoán đổi")
    if day in known.exchanged:
        return gettext("Nghỉ hoán đổi")
    fixed = {
        (1, 1): gettext("Tết Dương lịch"),
        (30, 4): gettext("Ngày Giải phóng miền Nam, thống nhất đất nước"),
        (1, 5): gettext("Ngày Quốc tế Lao động"),
        (2, 9): gettext("Quốc khánh"),
    }
    lunar = convert_solar_to_lunar(day.day, day.month, day.year)
    if (day.day, day.month) in fixed:
        return fixed[day.day, day.month]
    if day in known.announced:
        return gettext("Quốc khánh")
    if (lunar.day, lunar.month) == (10, 3):
        return gettext("Giỗ Tổ Hùng Vương")
    if (lunar.month == 12 and lunar.day >= 28) or (lunar.month == 1 and lunar.day <= 8):
        return gettext("Tết Nguyên đán")
    return gettext("Nghỉ bù")


def unannounced(year: int) -> bool:
    """Whether what is announced each year is still missing for ``year``."""
    return year > max(day.year for day in holidays().announced)


def calendar_days(year: int) -> list[CalendarDay]:
    """Public holidays of ``year`` (lunar ones computed), days worked instead, and what the office decided."""
    own = {special.day: special for special in SpecialDay.objects.filter(day__year=year)}
    found = {day: CalendarDay(day, worked=False, special=None) for day in days_off(year)}
    found |= {day: CalendarDay(day, worked=True, special=None) for day in holidays().worked if day.year == year}
    found |= {day: CalendarDay(day, special.worked, special) for day, special in own.items()}
    return sorted(found.values(), key=lambda each: each.day)
