"""The unit after a number: a symbol, a word of measure, money, or a noun that is counted.

Finds         711ha · 600 ha · 15.331,4 m² · 58 điện kế chính · 11 doanh nghiệp, cơ sở · 70 tỷ/tháng
Leaves alone  phường 3 và 6 · 12 đến 15 · 2010) · 5K: what follows is no noun
"""

import re
from dataclasses import dataclass

from dondoc.lexicon.units import Unit, unit_lexicon

LETTERS = "A-Za-zÀ-ÖØ-öø-ỹ"
CAPITALS = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
_LEXICON = unit_lexicon()
_SYMBOL = re.compile(
    rf"[ \u00a0]*(%|‰|°C|ºC|°|\$|đ/c\b|tCO(?:2e?|₂)(?!\w)|(?:[A-Za-zµ]{{1,2}}[²³23]?)(?![\w{LETTERS}]))"
)
_FIRST_WORD = re.compile(rf"[ \u00a0]*([{LETTERS}]+)")
# "143 CĐCS", "386 GPXD": things counted by their initials, not what a number stands before in a name.
_SHORT_FORM = re.compile(r" ([A-ZĐƯ]{3,6})(?=[\s,;.)])(?! [A-ZĐƯ][^\W\d_]| ?[\d:])")
_NO_NOUNS = frozenset(
    {"UBND", "HĐND", "UBMTTQ", "MTTQ", "TDP", "BCH", "BTV", "BCĐ", "TTg", "QĐND", "CAND", "VND", "USD", "TCVN", "QCVN"}
    | {"TNHH", "CHXHCN", "III", "VII", "VIII", "XII", "XIII", "XIV", "XVI", "XVII", "XVIII"}
)
_TWO_WORDS = re.compile(rf"[ \u00a0]+([{LETTERS}]+(?:[ \u00a0][{LETTERS}]+)?)")
# So many words, and the one behind them.
_RUNS = tuple(
    re.compile(rf"([{LETTERS}]+(?:[ \u00a0][{LETTERS}]+){{0,{most - 1}}})(?:[ \u00a0]([{LETTERS}]+))?")
    for most in range(1, 7)
)
_LONGEST_SYMBOL = 2
# An exponent that a converter of pages took for the mark of a footnote: "7.611 nghìn m [3]".
_RAISED = re.compile(r" ?\[([23])\]")
_PER = re.compile(rf"[ ]?/[ ]?((?:10+|1\.000|10\.000|100\.000)[ ])?([{LETTERS}]+[²³23]?)((?:[ ][{LETTERS}]+){{0,2}})")
_JOINT = re.compile(rf"([ ]?/[ ]?|,[ ]|[ ]và[ ])(?=[{LETTERS}])")
# "thụ lý 77 vụ, giải quyết 53 vụ", "đến 31-3 giải ngân": a verb, and no prizes.
_VERB_FOLLOWS = re.compile(r"giải[ \u00a0](?:quyết|ngân|tỏa|toả|phóng|trình|thể|đáp|cứu)\b", re.IGNORECASE)
# The noun behind a comma is counted by a number of its own: "tố cáo 20 đơn, kiến nghị phản ánh 160 đơn".
_OWN_COUNT = re.compile(
    rf"(?:[ ][{LETTERS}]+){{0,14}}:?[ ][0-9.]+(?:[ ](?P<noun>[{LETTERS}]+(?:[ ][{LETTERS}]+)?)|[,;)])"
)
# "83 doanh nghiệp/chỉ tiêu 320": what was planned, and no rate.
_PLAN_BEHIND = re.compile(r" ?/ ?(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)\b", re.IGNORECASE)
_JOINTS = ("/", " /", ", ", " và ")
_NAME_FOLLOWS = re.compile(rf"[ \u00a0][{CAPITALS}0-9]")
_ALONE_BEFORE = frozenset({"", "so", "và", "đạt", "cho", "với", "của", "để", "là", "lúa"})
# "người.km", "người km": what was carried, times how far.
_KILOMETRES = (".km", ".Km", ".KM", " km")
_KILOMETRES_END = frozenset({"", ",", ";", ".", ")", " ", "\n"})
_POINTS = re.compile(r"[ ]?(?:%|phần[ ]trăm)")


@dataclass(slots=True)
class UnitWords:
    """A unit in the text: where it ends, its name in the base unit, what it is, and whether the lexicon knows it."""

    end: int
    name: str | None
    unit: Unit
    known: bool


UNKNOWN = Unit(None, "count", whole=True)
_PERCENT = Unit(None, "percent")


def first_word(text: str, position: int) -> re.Match[str] | None:
    """The word at ``position``, or behind blanks, as group 1."""
    return _FIRST_WORD.match(text, position)


def read_unit(text: str, position: int, word: re.Match[str] | None = None) -> UnitWords | None:
    """Read the unit that begins at ``position`` (blanks before it allowed), the longest the lexicon knows.

    ``word`` is the first word there, where the caller has it already.
    """
    word = word or _FIRST_WORD.match(text, position)
    if word is None or len(word[1]) <= _LONGEST_SYMBOL or word[1].startswith("tCO"):
        symbol = _read_symbol(text, position)
        if symbol is not None or word is None:
            return symbol
    start = word.start(1)
    if word[1] == "giải" and text.startswith(" ngân", word.end()):
        # "đến ngày 31-3 giải ngân 4.128 tỷ đồng": no prizes.
        return None
    known = _longest(text, start, word[1].lower())
    if known is None or _VERB_FOLLOWS.match(text, start):
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
    if match[1] == "m" and text.startswith((" [", "["), match.end()):
        raised = _RAISED.match(text, match.end())
        if raised is not None:
            return with_rate(text, raised.end(), f"m{raised[1]}", _LEXICON.symbols[f"m{raised[1]}"])
    if unit is not None:
        return with_rate(text, match.end(), match[1], unit)
    if match[1] == "$":
        return UnitWords(match.end(), "USD", _LEXICON.words["usd"], True)
    return UnitWords(match.end(), "đ/c", UNKNOWN, True) if match[1] == "đ/c" else None


def _longest(text: str, start: int, first: str) -> tuple[int, Unit] | None:
    """The longest known unit that begins with the word ``first`` at ``start``."""
    most = _LEXICON.first_words.get(first)
    run = _RUNS[min(most, len(_RUNS)) - 1].match(text, start) if most is not None else None
    if run is None:
        return None
    words, behind = run[1].lower().replace("\u00a0", " "), run[2] or ""
    end = len(words)
    while end > 0:
        unit = _LEXICON.words.get(words[:end])
        if unit is not None and (behind.lower() in _ALONE_BEFORE or words[:end] not in _LEXICON.ambiguous):
            return start + end, unit
        end = words.rfind(" ", 0, end)
        behind = words[end + 1 :].partition(" ")[0]
    return None


def _counted(text: str, start: int, end: int, unit: Unit) -> UnitWords:
    """A counted noun with the nouns joined to it ("nhiệm vụ và giải pháp", "phường, xã") and its rate ("/năm")."""
    if unit.group == "score":
        points = _POINTS.match(text, end)
        if points is not None:
            return UnitWords(points.end(), text[start : points.end()], _PERCENT, True)
    while text.startswith(_JOINTS, end):
        joint = _JOINT.match(text, end)
        if joint is None or _VERB_FOLLOWS.match(text, joint.end()):
            break
        word = _FIRST_WORD.match(text, joint.end())
        other = _longest(text, joint.end(), word[1].lower()) if word is not None else None
        if other is None or not other[1].group or _NAME_FOLLOWS.match(text, other[0]):
            break
        if "/" not in joint[1] and word is not None and word[1].lower() == text[start:end].lower().partition(" ")[0]:
            break
        if "/" not in joint[1] and (other[1].group != unit.group or unit.group == "thing"):
            break
        if joint[1][0] == "," and _has_own_count(text, start, end, other[0]):
            break
        if "/" in joint[1] and text[joint.end() : other[0]].lower() in _LEXICON.per and unit.group != other[1].group:
            break
        end = other[0]
    return with_rate(text, end, text[start:end], unit)


def _has_own_count(text: str, start: int, end: int, behind: int) -> bool:
    """Whether the noun up to ``behind`` is counted behind it, in the unit at ``start``:``end`` or in none."""
    count = _OWN_COUNT.match(text, behind)
    return count is not None and (count["noun"] is None or count["noun"].lower().startswith(text[start:end].lower()))


def with_rate(text: str, end: int, name: str, unit: Unit) -> UnitWords:
    """Add what the unit is counted by: "/tháng", "/người/năm"; or over how many kilometres: "tấn.km"."""
    if text.startswith(_KILOMETRES, end) and text[end + 3 : end + 4] in _KILOMETRES_END:
        name, end = f"{name}.km", end + 3
    if not text.startswith(("/", " /"), end) or _PLAN_BEHIND.match(text, end):
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
    """Read one or two lower-case words, or an abbreviation, after a cardinal as a noun the lexicon does not know."""
    short = _SHORT_FORM.match(text, position)
    if short is not None:
        return None if short[1] in _NO_NOUNS else UnitWords(short.end(), short[1], UNKNOWN, False)
    match = _TWO_WORDS.match(text, position)
    if match is None:
        return None
    words = match[1].replace("\u00a0", " ").split(" ")
    if not words[0].islower() or words[0] in _LEXICON.stop or len(words[0]) < 2:
        return None
    if len(words) == 2 and (" ".join(words) in _LEXICON.stop):
        return None
    taken = words if len(words) == 2 and words[1].islower() and words[1] not in _LEXICON.stop else words[:1]
    name = " ".join(taken)
    return UnitWords(match.start(1) + len(name), name, UNKNOWN, False)
