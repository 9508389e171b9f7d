"""Automatic list numbers of Word: numbering.xml and styles.xml resolved to the marks a reader sees.

Resolves      decimal, letters, Roman numerals, bullets (as "-") · "%1.%2." over levels · start, startOverride,
              lvlRestart, isLgl · numbers given by a paragraph style or by the style it is based on · linked list styles
Leaves alone  numbers typed by hand (they are text), numbering that a paragraph switches off (numId 0)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from dondoc.reading.wordml import Names, is_on, to_int

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its numbers look and when they begin again."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    style: str | None = None
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of one document and gives each its mark."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._load(root, Names(root.tag))

    def _load(self, root: etree._Element, w: Names) -> None:
        abstract: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for node in root.iterchildren(w("abstractNum")):
            name = node.get(w("abstractNumId"), "")
            abstract[name] = dict(_levels(node, w))
            for link in node.iterchildren(w("numStyleLink")):
                links[name] = link.get(w("val"), "")
            for link in node.iterchildren(w("styleLink")):
                styles[link.get(w("val"), "")] = name
        for node in root.iterchildren(w("num")):
            base = next(node.iterchildren(w("abstractNumId")), None)
            name = base.get(w("val"), "") if base is not None else ""
            name = styles.get(links.get(name, ""), name)
            found = _List(name, dict(abstract.get(name, {})))
            for override in node.iterchildren(w("lvlOverride")):
                at = to_int(override.get(w("ilvl")), 0)
                found.levels.update(_levels(override, w))
                for start in override.iterchildren(w("startOverride")):
                    found.starts[at] = to_int(start.get(w("val")), 1)
            self._lists[node.get(w("numId"), "")] = found

    def mark(self, number: str | None, level: int | None, style: str | None = None) -> tuple[str, int] | None:
        """Count a paragraph of list ``number`` and return its mark and level; None where it shows no mark."""
        entry = self._lists.get(number or "0")
        if entry is None or number == "0":
            return None
        if level is None:
            level = next((at for at, known in entry.levels.items() if style and known.style == style), 0)
        level = max(0, min(level, _DEEPEST - 1))
        counts = self._counts.setdefault(entry.abstract, {})
        known = entry.levels.get(level, Level())
        if level in entry.starts and level not in entry.begun:
            counts[level] = entry.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else entry.starts.get(level, known.start)
        entry.begun.add(level)
        for deeper in [at for at in counts if at > level]:
            restart = entry.levels.get(deeper, Level()).restart
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]
        mark = _written(entry.levels, counts, level)
        return (mark, level) if mark else None


def _levels(node: etree._Element, w: Names) -> Iterator[tuple[int, Level]]:
    for child in node.iterchildren(w("lvl")):
        values = {part.tag: part.get(w("val")) for part in child}
        yield (
            to_int(child.get(w("ilvl")), 0),
            Level(
                start=to_int(values.get(w("start")), 1) if w("start") in values else 0,
                form=values.get(w("numFmt")) or "decimal",
                pattern=(values.get(w("lvlText")) or "")[:64],
                style=values.get(w("pStyle")),
                restart=to_int(values[w("lvlRestart")], 0) if w("lvlRestart") in values else None,
                legal=w("isLgl") in values and is_on(values[w("isLgl")]),
            ),
        )


def _written(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels.get(at, Level())
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return level.pattern if level.pattern in ("+", "*", "-") else "-"

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        shown = levels.get(place, Level())
        value = counts.get(place, shown.start)
        return format_number(value, "decimal" if level.legal else shown.form)

    return _PLACE.sub(number, level.pattern or f"%{at + 1}.").strip()


def format_number(value: int, form: str) -> str:
    """``value`` written in a Word number format; a form that is not known is written in digits."""
    if form in ("lowerLetter", "upperLetter") and 0 < value <= 780:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        roman = _roman(value)
        return roman.lower() if form == "lowerRoman" else roman
    if form == "decimalZero":
        return f"{value:02d}"
    return str(value)


def _roman(value: int) -> str:
    pairs = (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")
    written: list[str] = []
    for worth, letters in (*pairs, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, value = divmod(value, worth)
        written.append(letters * count)
    return "".join(written)
