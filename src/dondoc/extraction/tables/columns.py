"""What a column measures: role, base, period, unit, and the thing itself where its head names one.

Finds         Kế hoạch năm · Thực hiện tháng 10 · Ước 11 tháng · Lũy kế · So KH (%) · So với cùng kỳ (%) · Tăng, giảm
Leaves alone  columns that hold no figures, which the layout has set aside
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from dondoc.extraction.tables.column_periods import base_between, default_period, ends, own_period
from dondoc.extraction.tables.column_roles import PERCENT_SIGN, TIMES, is_fraction, is_percent, is_plan, read_role
from dondoc.extraction.tables.head_words import DONE, ESTIMATED, TO_SAME, subject_of
from dondoc.extraction.tables.heads import YEAR, Head, head_of
from dondoc.extraction.tables.layout import Layout, Place
from dondoc.extraction.tables.units import TableUnit, bracket_unit, caption_unit, counted_unit, without_unit
from dondoc.facts import Base, Role
from dondoc.grammar.context import TimeContext

_FORMULA = re.compile(
    r"\(?\d{1,2}[a-zđ]?\)?\s*=|[=:]\s*\(?\d|\(\d{1,2}\)\s*[-/+:]\s*\(\d"
    r"|\A\s*\d{1,2}\s*[-/+:]\s*\d{1,2}(?:\s*[-+]\s*\d{1,2})*\s*\Z"
)
_FALLS = re.compile(r"\A(?!.*(?:tăng|chênh|±|\+)).*\bgiảm\b")


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What the figures of a column are. ``subject`` are head words that name the thing measured, None where they
    only say how and when; ``formula`` is "3=2/1" as written, ``number`` its own; ``counted`` the noun of "Số ...";
    ``falls`` a column of decreases, written without a sign; ``path`` the words of the head, top first."""

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
    falls: bool = False
    number: str | None = None
    place: Place | None = None


def read_columns(
    layout: Layout,
    context: TimeContext,
    period: str | None,
    values: dict[int, list[Decimal]],
    *,
    plans: bool = False,
) -> dict[int, ColumnMeaning]:
    """Return the meaning of each measuring column.

    ``values`` are its figures, ``period`` that of the table; ``plans`` says that the whole table is one of plans.
    """
    heads = {column: head_of(layout.head[column]) for column in layout.measures}
    if context.year is None:
        years = [int(year) for head in heads.values() for year in YEAR.findall(head.joined)]
        context = replace(context, year=max(years, default=None))
    planned = any(is_plan(head) for head in heads.values())
    timeline = _Timeline(context, period)
    found: dict[int, ColumnMeaning] = {}
    for column, head in heads.items():
        role, base = read_role(head, planned, values.get(column, []))
        if plans and role == "actual" and not DONE.search(head.joined):
            role = "plan"
        role, base, when = timeline.place(head, role, base)
        meaning = _meaning(layout, column, head, role, base, when)
        fraction = is_fraction(head, role, base, values.get(column, []))
        found[column] = replace(meaning, unit=TIMES) if fraction else meaning
    return found


class _Timeline:
    """Goes through the columns from left to right: a share or a change is of the latest period reported before it."""

    def __init__(self, context: TimeContext, period: str | None) -> None:
        self._context, self._period = context, period
        self._reported: str | None = None
        self._role: Role = "actual"
        self._others: set[str] = set()

    def place(self, head: Head, role: Role, base: Base | None) -> tuple[Role, Base | None, str | None]:
        """Return role, base and period of the next column; "cùng kỳ" is cumulative where what it stands beside is."""
        own = own_period(head, self._context, role, base)
        period = own or (self._reported if role in ("share_of_plan", "change", "rate") else None)
        if period is None:
            period = default_period(head, role, self._reported, self._period)
        if role in ("actual", "cumulative"):
            if not TO_SAME.search(head.joined):
                self._report(period, role)
            elif role == "actual" and self._role == "cumulative" and own is None:
                role = "cumulative"
        if base == "other" and self._reported is not None:
            base = base_between(self._reported, self._others)
        return role, base, period

    def _report(self, period: str | None, role: Role) -> None:
        if period is not None and self._reported is not None:
            self._others |= {self._reported, period}
        if self._reported is None or ends(period) >= ends(self._reported):
            self._reported, self._role = period, role


def _meaning(
    layout: Layout, column: int, head: Head, role: Role, base: Base | None, period: str | None
) -> ColumnMeaning:
    label = layout.numbers.get(column, "")
    stated = (bracket_unit(words) or caption_unit(words) for words in reversed(head.path))
    counted = (counted_unit(words) for words in reversed(head.path))
    subject = [without_unit(words) for words, low in zip(head.path, head.low, strict=True) if subject_of(low)]
    return ColumnMeaning(
        column=column,
        path=head.path,
        role=role,
        base=base,
        period=period,
        unit=PERCENT_SIGN if is_percent(head, role) else next((unit for unit in stated if unit), None),
        estimate=role in ("actual", "cumulative") and ESTIMATED.search(head.joined) is not None,
        subject=" - ".join(subject) or None,
        formula=next((words for words in (label, *reversed(head.path)) if _FORMULA.search(words)), None),
        counted=next((unit for unit in counted if unit), None),
        falls=role == "change" and _FALLS.search(head.joined) is not None,
        number=re.split(r"\s*[=:,]", label.strip("()[] "))[0].strip("()[] ") or None,
        place=layout.head[column][-1],
    )
