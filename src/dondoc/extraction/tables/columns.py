"""What a column measures: role, base, period, unit, and the thing itself where its head names one.

Finds         Kế hoạch năm · Thực hiện tháng 10 · Ước 11 tháng · Lũy kế · So KH (%) · So với cùng kỳ (%) · Tăng, giảm
Leaves alone  an index and a growth have the same head ("So cùng kỳ (%)"): its figures decide (112,5 or 12,5)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dondoc.extraction.tables.head_words import (
    COMPARES,
    DONE,
    ESTIMATED,
    GROWS,
    PERCENT,
    PLANNED,
    SO_FAR,
    STRUCTURE,
    TO_PLAN,
    TO_PREVIOUS,
    TO_SAME,
    spelt_out,
    subject_of,
)
from dondoc.extraction.tables.layout import Layout, Place
from dondoc.extraction.tables.units import TableUnit, bracket_unit, caption_unit, counted_unit, without_unit
from dondoc.facts import Base, Role
from dondoc.grammar.context import TimeContext
from dondoc.grammar.periods import find_periods, months_so_far, previous_period, same_period_last_year

_FORMULA = re.compile(
    r"\(?\d{1,2}[a-zđ]?\)?\s*=|[=:]\s*\(?\d|\(\d{1,2}\)\s*[-/+:]\s*\(\d"
    r"|\A\s*\d{1,2}\s*[-/+:]\s*\d{1,2}(?:\s*[-+]\s*\d{1,2})*\s*\Z"
)
_UNTIL = re.compile(
    r"đến (?:hết |thời điểm |cuối )*(?:ngày )?(?:\d{1,2}\s?/\s?(?P<month>\d{1,2})(?:\s?/\s?(?P<year>20\d\d))?"
    r"|\d{1,2} tháng (?P<month2>\d{1,2})(?: năm (?P<year2>20\d\d))?)"
)
_FRACTION = re.compile(r"(?:thực hiện|giải ngân)?\s*/\s*(?:kế hoạch|dự toán)|\(\d+\)?\s*[/:]\s*\(?\d+\)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_INDEX_FROM = 50
_AGAINST = re.compile(r"so với|so sánh|\bso\b|\bsv\b|/(?!\d)|tăng|giảm")
_BASE_ONLY = re.compile(r"cùng kỳ|(?:tháng|quý|năm|kỳ) trước|năm ngoái")
_CARRIED = re.compile(r"chuyển sang|chuyển qua|tồn (?:đầu|kỳ)|đầu kỳ")
_PERCENT_SIGN = TableUnit("%")


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What the figures of a column are. ``subject`` are head words that name the thing measured, None where they
    only say how and when; ``is_total`` marks the first of several parts ("Tổng số"); ``formula`` is "3=2/1" as
    written; ``path`` the words of the head, top first."""

    column: int
    path: tuple[str, ...]
    role: Role
    base: Base | None = None
    period: str | None = None
    unit: TableUnit | None = None
    estimate: bool = False
    subject: str | None = None
    formula: str | None = None
    counted: TableUnit | None = None
    number: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """The words over one column, spelt out, and what they say together."""

    path: tuple[str, ...]
    low: tuple[str, ...]

    @property
    def joined(self) -> str:
        return " | ".join(self.low)


def read_columns(
    layout: Layout, context: TimeContext, period: str | None, values: dict[int, list[Decimal]]
) -> dict[int, ColumnMeaning]:
    """Return the meaning of each measuring column; ``values`` are its figures, ``period`` that of the table."""
    found: dict[int, ColumnMeaning] = {}
    heads = {column: _head_of(layout.head[column]) for column in layout.measures}
    if context.year is None:
        years = [int(year) for head in heads.values() for year in _YEAR.findall(head.joined)]
        context = replace(context, year=max(years, default=None))
    planned = any(_is_plan(head) for head in heads.values())
    reported: str | None = None
    reported_role: Role = "actual"
    for column in layout.measures:
        head = heads[column]
        role, base = _role(head, planned, values.get(column, []))
        own = _period(head, context, role, base)
        column_period = own or (reported if role in ("share_of_plan", "change", "rate") else None)
        if column_period is None:
            column_period = _default_period(head, role, reported, period)
        if role in ("actual", "cumulative"):
            if not TO_SAME.search(head.joined):
                reported, reported_role = column_period, role
            elif role == "actual" and reported_role == "cumulative" and own is None:
                role = "cumulative"
        percent = _is_percent(head, role)
        unit = _PERCENT_SIGN if percent else next((u for words in reversed(head.path) if (u := _unit(words))), None)
        subject = [without_unit(words) for words, low in zip(head.path, head.low, strict=True) if subject_of(low)]
        label = layout.numbers.get(column, "")
        last = layout.head[column][-1]
        found[column] = ColumnMeaning(
            column=column,
            path=head.path,
            role=role,
            base=base,
            period=column_period,
            unit=unit,
            estimate=role in ("actual", "cumulative") and ESTIMATED.search(head.joined) is not None,
            subject=" - ".join(subject) or None,
            formula=next((words for words in (label, *reversed(head.path)) if _FORMULA.search(words)), None),
            counted=_counted(head),
            number=re.split(r"\s*[=:,]", label.strip("()[] "))[0].strip("()[] ") or None,
            place=last,
        )
    return found


def _head_of(places: Sequence[Place]) -> _Head:
    path: list[str] = []
    for place in places:
        if not path or path[-1] != place.words:
            path.append(place.words)
    return _Head(tuple(path), tuple(spelt_out(words) for words in path))


def _unit(words: str) -> TableUnit | None:
    return bracket_unit(words) or caption_unit(words)


def _counted(head: _Head) -> TableUnit | None:
    return next((unit for words in reversed(head.path) if (unit := counted_unit(words))), None)


def _is_plan(head: _Head) -> bool:
    return not _compares(head) and PLANNED.search(head.joined) is not None


def _compares(head: _Head) -> bool:
    """Whether the column compares two figures, and is not merely a rate that has a plan of its own."""
    if COMPARES.search(head.joined) or STRUCTURE.search(head.joined) or _FRACTION.search(head.joined):
        return True
    return any(PERCENT.search(low) and not subject_of(low) for low in head.low)


def _is_percent(head: _Head, role: Role) -> bool:
    if "%" in head.joined:
        return not any(bracket_unit(words) not in (None, _PERCENT_SIGN) for words in head.path[-1:])
    if re.search(r"tuyệt đối|giá trị", head.low[-1]):
        return False
    return role in ("share_of_plan", "rate") or PERCENT.search(head.joined) is not None


def _role(head: _Head, planned: bool, values: Sequence[Decimal]) -> tuple[Role, Base | None]:
    if not _compares(head):
        return _plain_role(head), None
    base = _base(head)
    percent = "%" in head.joined or PERCENT.search(head.joined) is not None or _FRACTION.search(head.joined) is not None
    if re.search(r"tuyệt đối", head.low[-1]):
        percent = False
    if STRUCTURE.search(head.joined) and not GROWS.search(head.joined):
        return "rate", None
    if not percent and not GROWS.search(head.joined) and base is None:
        return _plain_role(head), None
    grows = GROWS.search(head.joined) is not None and not re.search(r"tăng\s*trưởng\Z", head.low[-1])
    if not percent:
        index = base in ("same_period", "previous", "plan") and _looks_like_index(values) and not grows
        if not index:
            return "change", base or "other"
    if base == "plan" and not grows:
        return "share_of_plan", None
    if grows or re.search(r"tăng trưởng", head.joined):
        if _looks_like_index(values) and not any(value < 0 for value in values):
            return ("share_of_plan", None) if base == "plan" else ("rate", base)
        return "change", base or "other"
    if base in ("same_period", "previous"):
        return ("rate", base) if _looks_like_index(values) else ("change", base)
    if any(subject_of(low) for low in head.low[-1:]):
        return "rate", None
    return ("share_of_plan" if planned else "rate"), None


def _looks_like_index(values: Sequence[Decimal]) -> bool:
    """Whether figures are around 100 (an index) rather than around nought (a growth)."""
    known = sorted(values)
    return bool(known) and known[len(known) // 2] >= _INDEX_FROM and known[0] >= 0


def _base(head: _Head) -> Base | None:
    """What the column compares with, by the lowest words that say it."""
    for low in reversed(head.low):
        if TO_SAME.search(low):
            return "same_period"
        if TO_PREVIOUS.search(low):
            return "previous"
        if TO_PLAN.search(low):
            return "plan"
    years = [int(year) for year in _YEAR.findall(head.joined)]
    if len(years) > 1 and abs(years[0] - years[1]) == 1:
        return "same_period"
    if re.search(r"so (?:với|sánh) (?:thực hiện )?năm 20\d\d", head.joined):
        return "same_period"
    if re.search(r"so (?:với|sánh) (?:thực hiện )?tháng \d", head.joined):
        return "previous"
    return None


def _plain_role(head: _Head) -> Role:
    """Plan, actual or cumulative, by the lowest words that say it."""
    for low in reversed(head.low):
        planned, done, so_far = PLANNED.search(low), DONE.search(low), SO_FAR.search(low)
        if planned and (done is None or planned.start() < done.start()) and not (so_far and done):
            return "plan"
        if so_far:
            return "cumulative"
        if done:
            break
    return "cumulative" if any(SO_FAR.search(low) for low in head.low) else "actual"


def _period(head: _Head, context: TimeContext, role: Role, base: Base | None) -> str | None:
    """The period that the head names itself: of what is compared, not what it is compared with."""
    if role in ("change", "rate", "share_of_plan") or base is not None:
        compared = (_AGAINST.split(low, maxsplit=1)[0] for low in reversed(head.low))
        for low in compared:
            named = [one.period for one in find_periods(low, context) if not _BASE_ONLY.match(low[one.span.start :])]
            if named:
                return named[-1]
        return None
    for low in reversed(head.low):
        found = _named_period(low, context, role, so_far="lũy kế" in head.joined or "cộng dồn" in head.joined)
        if found is not None:
            return found
    return None


def _named_period(low: str, context: TimeContext, role: Role, *, so_far: bool) -> str | None:
    """The period that one line of a head names; None for "cùng kỳ" alone, which stands beside another column."""
    until = until_day(low, context)
    if until is not None:
        return until[:4] if role == "plan" else until
    if _CARRIED.search(low):
        return None
    mentions = [one for one in find_periods(low, context) if "cùng kỳ" not in low[one.span.start : one.span.end]]
    if mentions:
        found = mentions[-1].period
        if TO_SAME.search(low) and len(found) == 4:
            return None
        if role == "plan":
            return found[:4]
        return months_so_far(found) if so_far and len(found) == 7 and found[5].isdecimal() else found
    years = _YEAR.findall(low)
    return str(years[0]) if len(years) == 1 and not TO_SAME.search(low) else None


def until_day(low: str, context: TimeContext) -> str | None:
    """The months of the year up to a day: "đến 30/11/2026"."""
    match = _UNTIL.search(low)
    if match is None:
        return None
    month = int(match["month"] or match["month2"])
    year = match["year"] or match["year2"] or context.year
    return months_so_far(f"{year}-{month:02}") if year and 1 <= month <= 12 else None


def _default_period(head: _Head, role: Role, reported: str | None, period: str | None) -> str | None:
    """The period of a column whose head names none: that of the table, or beside it, or a year before."""
    known = reported if role != "plan" and TO_SAME.search(head.joined) and reported else period
    if known is None:
        return None
    if role == "plan":
        return known[:4]
    if role in ("actual", "cumulative") and TO_SAME.search(head.joined):
        years = _YEAR.findall(head.joined)
        return _in_year(known, str(years[0])) if years else same_period_last_year(known)
    if role in ("actual", "cumulative") and TO_PREVIOUS.search(head.joined) and not _CARRIED.search(head.joined):
        before = previous_period(known if ".." not in known else known[-7:])
        return months_so_far(before) if before and role == "cumulative" else before
    if role == "cumulative" and len(known) == 7 and known[5].isdecimal():
        return months_so_far(known)
    return known


def _in_year(period: str, year: str) -> str:
    """``period`` in another year."""
    return "..".join(year + part[4:] for part in period.split(".."))
