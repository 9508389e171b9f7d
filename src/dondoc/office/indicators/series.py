"""One indicator over a year, ready to be plotted: actual and estimated, the same periods of last year, the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from dondoc.office.indicators import periods
from dondoc.office.indicators.models import Indicator, Meaning, Observation, ObservationStatus, Target
from dondoc.office.indicators.periods import Form
from dondoc.office.indicators.queries import share_of_plan
from dondoc.office.indicators.table import VALUES, Change, change, chosen, home_of
from dondoc.office.look import numbers

FORMS: tuple[Form, ...] = ("to_date", "month", "quarter", "half", "year")
STEPS = {"month": 12, "to_date": 12, "quarter": 4, "half": 2}


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one form of period, in time order; a missing one is None."""

    form: Form
    periods: tuple[str, ...]
    now: tuple[Observation | None, ...]
    last_year: tuple[Observation | None, ...]
    plan: Decimal | None

    @property
    def newest(self) -> int | None:
        """The place of the last period with a figure."""
        return next((at for at in range(len(self.now) - 1, -1, -1) if self.now[at] is not None), None)


def series_of(
    indicator: Indicator, observations: Iterable[Observation], target: Target | None, year: int
) -> Series | None:
    """The form of period with most figures in ``year``, months so far first; None where the year has no figure."""
    by_period: dict[str, list[Observation]] = {}
    for each in observations:
        if each.role in VALUES and each.agency_id is None:
            by_period.setdefault(home_of(each, indicator.meaning), []).append(each)
    best: tuple[int, Form] | None = None
    for form in FORMS:
        count = sum(
            chosen(found, indicator) is not None
            for text, found in by_period.items()
            if (period := periods.parse(text)) is not None
            and period.form == form
            and (form == "year" or period.year == year)
        )
        if count and (best is None or count > best[0]):
            best = (count, form)
    if best is None:
        return None
    form = best[1]
    texts = _axis(form, year, by_period)
    return Series(
        form=form,
        periods=texts,
        now=tuple(chosen(by_period.get(text, []), indicator) for text in texts),
        last_year=tuple(chosen(by_period.get(periods.year_before(text) or "", []), indicator) for text in texts),
        plan=target.value if target and (form in ("to_date", "year") or indicator.meaning == Meaning.POINT) else None,
    )


def _axis(form: Form, year: int, by_period: Iterable[str]) -> tuple[str, ...]:
    if form == "year":
        years = {period.year for text in by_period if (period := periods.parse(text)) and period.form == "year"}
        return tuple(str(each) for each in range(min(years), max(years) + 1))
    return tuple(periods.write(form, year, number) for number in range(1, STEPS[form] + 1))


def message(indicator: Indicator, series: Series, target: Target | None) -> str:
    """What the plot says, as its title: the newest figure, how far the plan is met, against last year."""
    at = series.newest
    if at is None or (seen := series.now[at]) is None:
        return indicator.name
    named = numbers.period(series.periods[at])
    words = [f"{named[:1].upper()}{named[1:]}: {numbers.with_unit(seen.value, seen.unit)}"]
    comparable = indicator.meaning == Meaning.POINT or periods.from_january(series.periods[at])
    share = share_of_plan(seen.value, target.value) if target and comparable else None
    if share is not None:
        words.append(_("đạt %(share)s%% kế hoạch năm") % {"share": numbers.number(share, 1)})
    moved = change(seen, series.last_year[at])
    if moved is not None:
        words.append(say_change(moved) + " " + _("so với cùng kỳ"))
    return ", ".join(words)


def say_change(moved: Change) -> str:
    """``tăng 5,2%``, ``giảm 0,4 điểm %``, ``không đổi``."""
    if not moved.amount:
        return _("không đổi")
    verb = _("tăng") if moved.rose else _("giảm")
    amount = numbers.number(abs(moved.amount), 1)
    return f"{verb} " + (_("%(amount)s điểm %%") % {"amount": amount} if moved.points else f"{amount}%")


def plot(series: Series, unit: str, title: str) -> dict[str, Any]:
    """What the page's script draws: numbers in one scale for the whole plot, and the words shown on hover."""
    seen = [each.value for each in (*series.now, *series.last_year) if each is not None]
    scale, name = numbers.one_scale([*seen, *([series.plan] if series.plan is not None else [])], unit)
    return {
        "title": title,
        "unit": name,
        "periods": [_short(text) for text in series.periods],
        "now": [_point(each, scale, name) for each in series.now],
        "lastYear": [_point(each, scale, name) for each in series.last_year] if any(series.last_year) else None,
        "plan": float(series.plan / scale) if series.plan is not None else None,
        "planWords": numbers.with_unit(series.plan, unit) if series.plan is not None else "",
    }


def _point(seen: Observation | None, scale: Decimal, unit: str) -> dict[str, Any] | None:
    if seen is None:
        return None
    return {
        "value": float(seen.value / scale),
        "words": f"{numbers.number(round(seen.value / scale, 2))} {unit}",
        "estimate": seen.status == ObservationStatus.ESTIMATE,
    }


def _short(text: str) -> str:
    period = periods.parse(text)
    if period is None:
        return text
    return {
        "month": f"T{period.number}",
        "to_date": _("%(months)d tháng") % {"months": period.number},
        "quarter": f"Q{numbers.ROMAN.get(str(period.number), '')}",
        "half": _("Đầu năm") if period.number == 1 else _("Cuối năm"),
        "year": str(period.year),
        "range": text,
    }[period.form]
