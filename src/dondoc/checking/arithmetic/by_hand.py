"""A relation as a clerk writes it on paper: no negative numbers, every number one that the text holds.

Sum           1.100 + 1.400 = 2.500 ha
Ratio         711 / 600 = 118,5%
Difference    52 - 45 = 7 vụ, văn bản ghi giảm 9 vụ
Growth        26,35 / (318,77 - 26,35) = 9,01% · 5 / (45 + 5) = 10%, văn bản ghi giảm 12%
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.facts import Quantity
from dondoc.numerals import CURRENCIES, SCALES, UNSCALED, format_number, format_terms
from dondoc.text import Text

_LONGEST = 8
_SCALES_OF_CELLS = (
    (Decimal(1), UNSCALED),
    (Decimal(1000), "nghìn"),
    *((factor, word) for factor, word in SCALES[::-1]),
)
_WHOLE = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")


def formula(relation: Relation, args: Sequence[Quantity], result: Decimal, text: Text) -> str:
    """Return the sum with its result and unit; what falls is written the other way round."""
    first, second, written = (
        value_of(args[0]),
        value_of(args[1]),
        written_scale((*relation.args, relation.result), text),
    )
    if relation.form == "sum":
        terms, unit = format_terms([*map(value_of, args), result], relation.result.unit, written)
        return with_unit(f"{_listed(terms[:-1])} = {terms[-1]}", unit)
    if relation.form == "difference":
        larger, less = (second, first) if result < 0 else (first, second)
        terms, unit = format_terms([larger, less, abs(result)], relation.result.unit, written)
        return with_unit(f"{terms[0]} - {terms[1]} = {terms[2]}", unit)
    shown = format_number(result if relation.form in ("ratio", "times") else abs(result))
    return with_unit(f"{_quotient(relation, first, second, written)} = {shown}", relation.result.unit or "")


def _listed(terms: Sequence[str]) -> str:
    """The parts of a sum; of a long list its ends and how many they are, which is what a reader looks for."""
    if len(terms) <= _LONGEST:
        return " + ".join(terms).replace("+ -", "- ")
    return f"{' + '.join(terms[:3])} + ... + {terms[-1]} ({len(terms)} số)"


def _quotient(relation: Relation, first: Decimal, second: Decimal, written: str) -> str:
    unit = relation.args[0].unit
    if relation.form == "growth":
        (now, change), _ = format_terms([first, abs(second)], unit, written)
        return f"{change} / ({now} {'+' if second < 0 else '-'} {change})"
    (now, before), scale = format_terms([first, second], unit, written)
    if relation.form == "growth_of":
        return f"({before} - {now}) / {before}" if first < second else f"({now} - {before}) / {before}"
    scaled = f" {scale}" if scale != (unit or "") else ""  # money in tỷ or triệu says so
    return f"{now} / {before}{scaled}"


def disagreement(relation: Relation, computed: Decimal, stated: Decimal, text: Text) -> str:
    """Return what comes out, and what the text says instead: each as a rise or a fall where they differ in that."""
    came_out = formula(relation, relation.args, computed, text)
    if relation.form in ("sum", "difference"):
        terms = [value_of(figure) for figure in relation.args]
        written = written_scale((*relation.args, relation.result), text)
        (*_, shown), unit = format_terms([*map(abs, terms), abs(computed), abs(stated)], relation.result.unit, written)
        shown = f"-{shown}" if relation.form == "sum" and stated < 0 else shown
    else:
        shown, unit = format_number(abs(stated)), relation.result.unit or ""
    said = with_unit(shown, unit)
    if relation.result.role == "change" and relation.form not in ("sum", "ratio", "times"):
        way = _way(stated)
        said = f"{way} {said}" if stated < 0 or computed < 0 else said
        came_out = f"{came_out} ({_way(computed)})" if way != _way(computed) else came_out
    return f"{came_out}, văn bản ghi {said}"


def written_scale(figures: Iterable[Quantity], text: Text) -> str:
    """The word of scale with which the text writes every amount of money of ``figures``, "" where there is no one."""
    scale = ""
    for figure in figures:
        if figure.unit in CURRENCIES:
            words = text.content[figure.span.start : figure.span.end]
            word = next((word for _, word in reversed(SCALES) if word in words), "")
            if not word and figure.rule == "table.cell":
                word = _scale_of_cell(figure, words)
            if not word or scale not in ("", word):
                return ""
            scale = word
    return scale


def _scale_of_cell(figure: Quantity, words: str) -> str:
    """The scale that caption, head or row gives to the bare number of a cell: 17.600 for 17.600 triệu đồng."""
    step = figure.half_step * 2
    digits = words.lstrip("-–−(").rstrip(")")
    for factor, word in _SCALES_OF_CELLS:
        decimals = (factor / step).adjusted() if step and factor >= step else -1
        if decimals == 0 and _WHOLE.fullmatch(digits):
            return word
        if decimals > 0 and len(digits) > decimals and digits[-decimals - 1] in ",.":
            return word
    return ""


def _way(value: Decimal) -> str:
    return "giảm" if value < 0 else "tăng"


def with_unit(number: str, unit: str) -> str:
    """A number and its unit, the sign for per cent right behind it."""
    return f"{number}%" if unit == "%" else f"{number} {unit}".strip()
