"""What stands above a table and holds for all of it: its unit, its period, what its title says it counts.

Finds         ĐVT: triệu đồng · BIỂU TỔNG HỢP ... THÁNG 11 NĂM 2026 · a unit in the first rows of the table itself
Leaves alone  (Kèm theo Báo cáo số ... ngày ...): a date that is not the period
"""

import re
from dataclasses import dataclass, replace

from dondoc.extraction.tables.column_periods import until_day
from dondoc.extraction.tables.head_words import DONE, spelt_out
from dondoc.extraction.tables.layout import Layout
from dondoc.extraction.tables.meaning import title_of
from dondoc.extraction.tables.units import TableUnit, caption_unit
from dondoc.grammar.context import TimeContext
from dondoc.grammar.periods import find_periods
from dondoc.text import Text

_REACH = 900
_MOST_LINES = 8
_ENCLOSED = re.compile(r"kèm theo|ban hành|căn cứ|ngày\s+\d{1,2}\s+tháng|ngày\s+\d{1,2}/", re.IGNORECASE)
_PLANNED = re.compile(r"kế hoạch|dự toán|phân bổ|giao |chỉ tiêu", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table takes from the words above it. ``context`` is that of the document, with the year of the title."""

    unit: TableUnit | None
    period: str | None
    title: str | None
    context: TimeContext
    plans: bool = False


def _plans(title: str | None) -> bool:
    return title is not None and _PLANNED.match(title) is not None and not DONE.search(title.lower())


def read_caption(text: Text, layout: Layout, context: TimeContext) -> Caption:
    """Return the caption of a table: the nearest words that say something win."""
    before = text.tables[layout.number - 1].span.end if layout.number else 0
    start = layout.table.span.start
    above = text.content[max(before, start - _REACH) : start]
    lines = [line.strip() for line in above.split("\n") if line.strip()][-_MOST_LINES:]
    lines += [place.words for place in layout.titles]
    lines.reverse()
    unit = next((found for line in lines if (found := caption_unit(line)) is not None), None)
    if unit is None:
        unit = next(
            (
                caption_unit(place.words)
                for places in layout.head.values()
                for place in places[:1]
                if caption_unit(place.words)
            ),
            None,
        )
    dated = [line for line in lines if not _ENCLOSED.search(line)]
    year = next((int(match[0]) for line in dated if (match := _YEAR.search(line))), None)
    if year is not None and (context.year is None or layout.titles or text.format in ("xlsx", "xls", "ods")):
        context = replace(context, year=year)
    period = None
    for line in lines:
        period = until_day(spelt_out(line), context)
        if period is not None:
            break
        if _ENCLOSED.search(line):
            continue
        mentions = find_periods(spelt_out(line), context)
        if mentions:
            period = mentions[0].period
            break
    if period is not None:
        context = replace(context, period=period)
    return Caption(unit, context.period, title := title_of(lines), context, plans=_plans(title))
