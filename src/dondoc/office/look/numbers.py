"""Numbers, money, days and periods as a Vietnamese office writes them.

A missing value is "—", never 0. Money is kept in đồng and shown in the largest of đồng, nghìn, triệu, tỷ đồng that
keeps the figure as it was written.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext

MISSING = "—"
MONEY = "đồng"
MONEY_SCALES = (
    (Decimal(10) ** 9, "tỷ đồng"),
    (Decimal(10) ** 6, "triệu đồng"),
    (Decimal(10) ** 3, "nghìn đồng"),
    (Decimal(1), MONEY),
)
ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


class Shown(NamedTuple):
    """A value split for a table: the figure, and the unit that belongs in the column head or after it."""

    figure: str
    unit: str


def number(value: Decimal | float | None, decimals: int | None = None) -> str:
    """``Decimal("1097.50")`` → ``1.097,5``; with ``decimals`` exactly so many digits after the comma."""
    if value is None:
        return MISSING
    if decimals is None and type(value) is int:  # most are counts, and there are thousands on a page
        return f"{value:,}".replace(",", ".").replace("-", "−")
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    written = f"{exact:,.{decimals}f}" if decimals is not None else f"{exact:,f}"
    if decimals is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    whole, _, rest = written.replace("-", "−").partition(".")
    return whole.replace(",", ".") + ("," + rest if rest else "")


def scaled(value: Decimal | None, unit: str | None) -> Shown:
    """``(Decimal("1097000000000"), "đồng")`` → ``Shown("1.097", "tỷ đồng")``; other units stay as they are."""
    if value is None:
        return Shown(MISSING, unit or "")
    if unit != MONEY or value == 0:
        return Shown(number(value), unit or "")
    scale, name = next(
        ((scale, name) for scale, name in MONEY_SCALES if abs(value) >= scale and (value / scale * 1000) % 1 == 0),
        MONEY_SCALES[-1],
    )
    return Shown(number(value / scale), name)


def one_scale(values: Iterable[Decimal], unit: str) -> tuple[Decimal, str]:
    """By what to divide figures that stand beside each other, and the unit they are then in."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    if unit != MONEY or not largest:
        return Decimal(1), unit
    return next((step for step in MONEY_SCALES if largest >= step[0]), MONEY_SCALES[-1])


def with_unit(value: Decimal | None, unit: str | None) -> str:
    """A value and its unit as in a sentence: ``12,5%``, ``1.097 tỷ đồng``, ``1.250 ha``."""
    figure, name = scaled(value, unit)
    if not name or value is None:
        return figure
    return f"{figure}%" if name == "%" else f"{figure} {name}"


def day(value: date | None) -> str:
    """``08/11/2026``."""
    return MISSING if value is None else f"{value:%d/%m/%Y}"


def moment(value: datetime | None) -> str:
    """``08/11/2026 14:05`` in the office's own time zone."""
    if value is None:
        return MISSING
    return f"{localtime(value) if is_aware(value) else value:%d/%m/%Y %H:%M}"


def period(value: str | None) -> str:
    """``2026-10`` → ``tháng 10/2026``; ``2026-01..2026-10`` → ``10 tháng năm 2026``; unknown forms as they are."""
    if not value:
        return MISSING
    if match := re.fullmatch(r"(\d{4})-01\.\.\1-(\d\d)", value):
        return gettext("%(months)d tháng năm %(year)s") % {"months": int(match[2]), "year": match[1]}
    if match := re.fullmatch(r"(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)", value):
        return f"{_month(match[1], match[2])} – {_month(match[3], match[4])}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return gettext("quý %(quarter)s/%(year)s") % {"quarter": ROMAN[match[2]], "year": match[1]}
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        half = gettext("6 tháng đầu năm %(year)s") if match[2] == "1" else gettext("6 tháng cuối năm %(year)s")
        return half % {"year": match[1]}
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _month(match[1], match[2])
    return gettext("năm %(year)s") % {"year": value} if re.fullmatch(r"\d{4}", value) else value


def _month(year: str, month: str) -> str:
    return gettext("tháng %(month)d/%(year)s") % {"month": int(month), "year": year}
