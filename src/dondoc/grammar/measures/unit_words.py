"""The unit after a number: a symbol, a word of measure, money, or a noun that is counted.

Finds         711ha · 600 ha · 15.331,4 m² · 58 điện kế chính · 11 doanh nghiệp, cơ sở · 70 tỷ/tháng
Leaves alone  phường 3 và 6 · 12 đến 15 · 2010) · 5K: what follows is no noun
"""

import re
from typing import NamedTuple

from dondoc.lexicon.units import Unit, unit_lexicon

LETTERS = "A-Za-zÀ-ÖØ-öø-ỹ"
CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_LEXICON = unit_lexicon()
_SYMBOL = re.compile(
    rf"[ \u00a0]*(%|‰|°C|ºC|°|\$|đ/c\b|tCO(?:2e?|₂)(?!\w)|(?:[A-Za-zµ]{{1,2}}[²³23]?)(?![\w{LETTERS}]))"
)
_WORDS = re.compile(rf"[ \u00a0]*([{LETTERS}]+(?:[ \u00a0][{LETTERS}]+){{0,5}})")
# A word too long for a symbol.
_WORD = re.compile(rf"[ \u00a0]*((?!tCO)[{LETTERS}]{{3,}})")
_FIRST_WORD = re.compile(rf"[{LETTERS}]+")
_FURTHER = tuple(re.compile(rf"(?:[ \u00a0][{LETTERS}]+){{0,{most}}}") for most in range(6))
_PER = re.compile(rf"[ ]?/[ ]?((?:10+|1\.000|10\.000|100\.000)[ ])?([{LETTERS}]+[²³23]?)((?:[ ][{LETTERS}]+){{0,2}})")
_JOINT = re.compile(rf"([ ]?/[ ]?|,[ ]|[ ]và[ ])(?=[{LETTERS}])")
_JOINTS = ("/", " /", ", ", " và ")
_NAME_FOLLOWS = re.compile(rf"[ \u00a0][{CAPITALS}0-9]")
_ALONE_BEFORE: list[list[str]] = [[], *([word] for word in ("so", "và", "đạt", "cho", "với", "của", "để", "là", "lúa"))]
_POINTS = re.compile(r"[ ]?(?:%|phần[ ]trăm)")


class UnitWords(NamedTuple):
    """A unit in the text: where it ends, its name in the base unit, what it is, and whether the lexicon knows it."""

    end: int
    name: str | None
    unit: Unit
    known: bool


UNKNOWN = Unit(None, "count", whole=True)
_PERCENT = Unit(None, "percent")


def read_unit(text: str, position: int) -> UnitWords | None:
    """Read the unit that begins at ``position`` (blanks before it allowed), the longest the lexicon knows."""
    match = _WORD.match(text, position)
    if match is None:
        symbol = _read_symbol(text, position)
        if symbol is not None:
            return symbol
        match = _WORDS.match(text, position)
        if match is None:
            return None
    start = match.start(1)
    known = _longest(text, start)
    if known is None:
        return None
    end, unit = known
    if unit.group:
        return _counted(text, start, end, unit)
    written = text[start:end]
    if unit.kind == "count" or (unit.name is None and written.lower() == "điểm"):
        points = _POINTS.match(text, end)
        if points is not None:
            return UnitWords(points.end(), text[start : points.end()], _PERCENT, True)
    return with_rate(text, end, unit.name or written, unit)


def _read_symbol(text: str, position: int) -> UnitWords | None:
    match = _SYMBOL.match(text, position)
    if match is None:
        return None
    unit = _LEXICON.symbols.get(match[1])
    if unit is not None:
        return with_rate(text, match.end(), match[1], unit)
    if match[1] == "$":
        return UnitWords(match.end(), "USD", _LEXICON.words["usd"], True)
    return UnitWords(match.end(), "đ/c", UNKNOWN, True) if match[1] == "đ/c" else None


def _longest(text: str, start: int) -> tuple[int, Unit] | None:
    """The longest known unit that begins with the word at ``start``."""
    run = _FIRST_WORD.match(text, start)
    first = run[0].lower() if run is not None else ""
    most = _LEXICON.first_words.get(first)
    if most is None or run is None:
        return None
    further = _FURTHER[min(most, 5)].match(text, run.end())
    words = [first, *(further[0].lower().replace("\u00a0", " ").split() if further is not None else ())]
    for length in range(min(most, len(words)), 0, -1):
        joined = first if length == 1 else " ".join(words[:length])
        unit = _LEXICON.words.get(joined)
        if unit is not None and joined in _LEXICON.ambiguous and words[length : length + 1] not in _ALONE_BEFORE:
            continue
        if unit is not None:
            return start + len(joined), unit
    return None


def _counted(text: str, start: int, end: int, unit: Unit) -> UnitWords:
    """A counted noun with the nouns joined to it ("nhiệm vụ và giải pháp", "phường, xã") and its rate ("/năm")."""
    if unit.group == "score":
        points = _POINTS.match(text, end)
        if points is not None:
            return UnitWords(points.end(), text[start : points.end()], _PERCENT, True)
    while text.startswith(_JOINTS, end):
        joint = _JOINT.match(text, end)
        if joint is None:
            break
        other = _longest(text, joint.end())
        if other is None or not other[1].group or _NAME_FOLLOWS.match(text, other[0]):
            break
        if text[joint.end() : other[0]].lower() == text[start:end].lower():
            break
        if "/" not in joint[1] and (other[1].group != unit.group or unit.group == "thing"):
            break
        if "/" in joint[1] and text[joint.end() : other[0]].lower() in _LEXICON.per and unit.group != other[1].group:
            break
        end = other[0]
    return with_rate(text, end, text[start:end], unit)


def with_rate(text: str, end: int, name: str, unit: Unit) -> UnitWords:
    """Add what the unit is counted by: "/tháng", "/người/năm"."""
    if not text.startswith(("/", " /"), end):
        return UnitWords(end, name, unit, True)
    for _ in range(2):
        match = _PER.match(text, end)
        if match is None:
            break
        head = (match[1] or "") + match[2]
        tail = match[3].split()
        for length in range(len(tail), -1, -1):
            words = " ".join([head, *tail[:length]])
            if words.lower() in _LEXICON.per:
                end = match.start(1) if match[1] else match.start(2)
                end += len(words)
                name = f"{name}/{words}"
                break
        else:
            break
    return UnitWords(end, name, unit, True)


def read_unknown_noun(text: str, position: int) -> UnitWords | None:
    """Read one or two lower-case words after a cardinal as a noun the lexicon does not know."""
    match = _WORDS.match(text, position)
    if match is None or match.start(1) == position:
        return None
    words = match[1].replace("\u00a0", " ").split(" ")[:2]
    if not words[0].islower() or words[0] in _LEXICON.stop or len(words[0]) < 2:
        return None
    if len(words) == 2 and (" ".join(words) in _LEXICON.stop):
        return None
    taken = words if len(words) == 2 and words[1].islower() and words[1] not in _LEXICON.stop else words[:1]
    name = " ".join(taken)
    return UnitWords(match.start(1) + len(name), name, UNKNOWN, False)
