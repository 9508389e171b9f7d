"""Reading a number that a person marked in the text or typed into a form."""

from collections.abc import Iterator
from decimal import Decimal

from dondoc.facts import Measure
from dondoc.grammar.measures import find_measures
from dondoc.text import Span


def measure_in(content: str, span: Span) -> Measure | None:
    """The first measure with a value that touches ``span`` of the content."""
    return next((found for found in _measures(content) if found.value is not None and found.span.overlaps(span)), None)


def typed_measure(words: str) -> tuple[Decimal, str | None] | None:
    """Value and unit of what a person typed: "1.097 tỷ đồng", "118,5%", "-3,2"; None where it is no one number."""
    negative = words.strip().startswith(("-", "−", "–"))
    bare = words.strip().lstrip("-−–+ ")
    found = [each for each in _measures(bare) if each.value is not None]
    if len(found) != 1 or found[0].value is None or bare[: found[0].span.start].strip():
        return None
    value = abs(found[0].value)
    return (-value if negative else value), found[0].unit


def _measures(words: str) -> Iterator[Measure]:
    yield from find_measures(words)
