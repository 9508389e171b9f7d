"""Figures without a unit in a paper that declares one for all of them: "(Đơn vị tính: tỷ đồng)" under its title.

Finds         Tổng kế hoạch vốn 6.182,47; gồm vốn tỉnh 5.014,22 · 2.703,16/5.014,22 = 53,91% · đã giải ngân 402,1
Leaves alone  12 dự án, 31/10/2023, mục 1.2, Nghị định số 99/2021: what has a unit, dates, numbers of parts, papers
              figures before the declaration, in a paper that declares none, or one for a table further down
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from heapq import merge

from dondoc.extraction.tables.units import TableUnit, read_table_unit
from dondoc.facts import Measure
from dondoc.grammar.numbers import read_number
from dondoc.text import Span, Text

# A line of its own, or a bracket at the end of the title.
_DECLARED = re.compile(
    r"(?:^|\()[^\w\n(]*(?:đ\.?v\.?t|đơn vị(?: tính| đo)?)\s*[:.]\s*"
    r"(?P<unit>[^\n,;()]{1,30}?)\s*(?:[,;][^\n]{0,90})?[.)*_ ]*$",
    re.IGNORECASE | re.MULTILINE,
)
# Thousands set apart, or decimals: nothing else is written so but amounts.
_AMOUNT = re.compile(
    r"(?<![\w.,-])[0-9]{1,3}(?:(?:\.[0-9]{3})+(?:,[0-9]{1,3})?|[0-9]*,[0-9]{1,3})(?![\w%])(?![.,][0-9])"
)
_NUMBERED = re.compile(
    r"(?:\b(?:số|điều|khoản|mục|điểm|bảng|biểu|hình|lần|hệ số|tỷ giá)|[^\W\d_]/)\s*\Z", re.IGNORECASE
)
# What words before a number were taken for its unit, where none stands behind it.
_LABELLED = "measure.labelled"
# A table right below, blotted out or typed: the unit is that of its figures.
_TABLE = re.compile(r"\s{40}|\s*[^\n]{0,200}[|\t]")
_HEAD, _BEFORE = 2500, 12


def with_declared(text: Text, measures: Sequence[Measure]) -> Sequence[Measure]:
    """``measures`` with the amounts of ``text`` that take the unit declared for all of them, in reading order."""
    own = [measure for measure in measures if measure.rule != _LABELLED]
    declared = _declaration(text, own[0].span.start if own else len(text.content))
    if declared is None:
        return measures
    start, unit = declared
    return list(merge(own, _amounts(text, own, start, unit), key=lambda measure: measure.span.start))


def _declaration(text: Text, first: int) -> tuple[int, TableUnit] | None:
    """Where a paper declares a unit before its first figure, and which; None where it declares none."""
    found = _DECLARED.search(text.content, 0, min(first, _HEAD))
    unit = read_table_unit(found["unit"]) if found is not None else None
    if found is None or unit is None or not unit.known or unit.name is None:
        return None
    return None if _TABLE.match(text.content, found.end()) else (found.end(), unit)


def _amounts(text: Text, measures: Sequence[Measure], start: int, unit: TableUnit) -> Iterator[Measure]:
    spans = iter(measures)
    taken = next(spans, None)
    for found in _AMOUNT.finditer(text.content, start):
        while taken is not None and taken.span.end <= found.start():
            taken = next(spans, None)
        if taken is not None and taken.span.start < found.end():
            continue
        if _NUMBERED.search(text.content, max(0, found.start() - _BEFORE), found.start()):
            continue
        number = read_number(found[0], scaled=True)
        if number.value is None:
            continue
        span, factor = Span(*found.span()), Decimal(10**unit.scale)
        yield Measure(span, span, number.value * factor, unit.name, number.half_step * factor, None, "measure.declared")
