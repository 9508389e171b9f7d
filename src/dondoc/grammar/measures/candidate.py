"""A written number in its place, and how a reader of measures answers about it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from sys import intern

from dondoc.facts import Measure
from dondoc.grammar.approximation import approximation
from dondoc.grammar.measures.amounts import Amount
from dondoc.text import Span

_WINDOW = 48
# As far as the last mark that ends a phrase; greedy, so that it is found from behind.
_PHRASE_MARK = re.compile(r"(?:.*[,.\n():;/])?", re.DOTALL)
_WORD = re.compile(r"[^\s“”\"*]+")
_AROUND_WORDS = ("“", "”", '"', "*")
_SIGNS = frozenset("+-–−")


@dataclass(slots=True)
class Candidate:
    """Digits at ``start``:``end`` of ``text``, whose small letters without marks around words are ``low``.

    ``words`` are the lower-case words before the digits in the same phrase, at most five; the phrase begins at
    ``phrase``. ``name_end`` is where the last number before that was part of a name ends (0: none).
    """

    text: str
    low: str
    start: int
    end: int
    written: str
    words: list[str]
    phrase: int
    name_end: int

    @property
    def last_word(self) -> str:
        """The word just before the number, "" at the beginning of a phrase."""
        return self.words[-1] if self.words else ""

    @property
    def capital(self) -> bool:
        """Whether one of the last three words, but not the first of the phrase, begins with a capital letter."""
        words = _WORD.findall(self.text, self.phrase, self.start)
        goes_back = self.phrase == self.start - _WINDOW > 0
        names = words[-3:] if len(words) > 3 or goes_back else words[1:]
        return any(word[0].isupper() for word in names)


@dataclass(slots=True)
class Reading:
    """What a reader made of a number: its measures (none: a name or a date), and where reading goes on."""

    measures: tuple[Measure, ...]
    end: int


def without_marks(low: str) -> str:
    """The small letters ``low`` with a blank for each quotation mark and each mark of bold words."""
    for mark in _AROUND_WORDS:
        low = low.replace(mark, " ")
    return low


def candidate_at(text: str, low: str, start: int, end: int, name_end: int) -> Candidate:
    """The candidate whose digits stand at ``start``:``end``."""
    mark = _PHRASE_MARK.match(low, start - _WINDOW if start > _WINDOW else 0, start)
    phrase = mark.end() if mark is not None else start
    return Candidate(text, low, start, end, text[start:end], low[phrase:start].split()[-5:], phrase, name_end)


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
        intern(amount.unit.name) if amount.unit and amount.unit.name else None,
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
    if _SIGNS.isdisjoint(text[start - 2 if start > 1 else 0 : start]):
        return None
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
