"""How a line of the indicator table is written: value and plan in one unit, and the way to the sentence."""

from dataclasses import dataclass

from dondoc.office.indicators.table import Line
from dondoc.office.look import numbers
from dondoc.office.look.links import sentence_url


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with its figures in words; ``source`` is the address of the sentence, empty without one."""

    line: Line
    unit: str
    value: str
    plan: str
    source: str


def show_line(line: Line) -> ShownLine:
    """Write value and plan in one unit, so that they can be compared by eye."""
    seen, target = line.observation, line.target
    scale, unit = numbers.one_scale([each.value for each in (seen, target) if each], line.indicator.unit)
    return ShownLine(
        line=line,
        unit=unit,
        value=numbers.number(round(seen.value / scale, 3)) if seen else numbers.MISSING,
        plan=numbers.number(round(target.value / scale, 3)) if target else numbers.MISSING,
        source=sentence_url(seen.document_id, seen.fact_id) if seen else "",
    )
