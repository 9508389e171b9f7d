"""A written number in its place, and how a reader of measures answers about it."""

from decimal import Decimal
from typing import NamedTuple

from dondoc.facts import Measure
from dondoc.grammar.approximation import approximation
from dondoc.grammar.measures.amounts import Amount
from dondoc.text import Span

_WINDOW = 48
_MARKS = str.maketrans('“”"*', "    ")
_SIGNS = "+-–−"


class Candidate(NamedTuple):
    """Digits at ``start``:``end``; ``words`` are the lower-case words before them in the same phrase, at most five.

    ``capital`` says that one of the last three, but not the first of the phrase, is written with a capital letter;
    ``name_end`` is where the last number
    before that was part of a name ends (0: none).
    """

    text: str
    start: int
    end: int
    written: str
    words: list[str]
    capital: bool
    name_end: int

    @property
    def last_word(self) -> str:
        """The word just before the number, "" at the beginning of a phrase."""
        return self.words[-1] if self.words else ""


class Reading(NamedTuple):
    """What a reader made of a number: its measures (none: a name or a date), and where reading goes on."""

    measures: tuple[Measure, ...]
    end: int


def candidate_at(text: str, start: int, end: int, name_end: int) -> Candidate:
    """The candidate whose digits stand at ``start``:``end``."""
    window = text[max(0, start - _WINDOW) : start]
    find = window.rfind
    cut = max(find(","), find("."), find("\n"), find("("), find(")"), find(":"), find(";"), find("/")) + 1
    raw = window[cut:].translate(_MARKS).split()
    names = raw[-3:] if len(raw) > 3 or (not cut and start > _WINDOW) else raw[1:]
    capital = any(word[0].isupper() for word in names)
    return Candidate(text, start, end, text[start:end], [word.lower() for word in raw[-5:]], capital, name_end)


def measure_of(candidate: Candidate, amount: Amount, rule: str, *, digits_end: int | None = None) -> Measure:
    """The measure of ``candidate`` read as ``amount``, with its sign and its words of approximation."""
    start, value = candidate.start, amount.value
    signed = sign_before(candidate.text, start)
    if signed is not None:
        start = signed
        if candidate.text[signed] != "+" and value is not None:
            value = -value
    return Measure(
        Span(start, amount.end),
        Span(candidate.start, candidate.end if digits_end is None else digits_end),
        value,
        amount.unit.name if amount.unit else None,
        amount.half_step,
        approximation(candidate.text, candidate.words, amount.end),
        rule,
        amount.warning,
    )


def part_of(candidate: Candidate, amount: Amount, factor: Decimal, unit: str | None, rule: str) -> Measure:
    """The measure of digits whose unit (and multiplying words) stand after another number."""
    return Measure(
        Span(candidate.start, candidate.end),
        Span(candidate.start, candidate.end),
        None if amount.value is None else amount.value * factor,
        unit,
        amount.half_step * factor,
        approximation(candidate.text, candidate.words, candidate.end),
        rule,
        amount.warning,
    )


def sign_before(text: str, start: int) -> int | None:
    """Where the sign of a bracketed or glued figure stands: "(- 33 vụ)", "giảm -5%"; a dash of a list is none."""
    at = start - 1
    if at >= 0 and text[at] == " ":
        at -= 1
    if at < 0 or text[at] not in _SIGNS:
        return None
    before = at - 1
    while before >= 0 and text[before] in " *":
        before -= 1
    if before < 0 or text[before] == "\n":
        return None
    glued = at == start - 1 and text[at - 1] == " "
    return at if text[before] == "(" or glued else None
