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


_USUAL = Level()


@dataclass(slots=True)
class _List:
    """A list: the node of its levels and those that it changes; ``levels`` are read when it first counts."""

    abstract: str
    node: etree._Element | None
    overrides: list[etree._Element]
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of one document and gives each its mark."""

    def __init__(self, root: etree._Element | None) -> None:
        self._nodes: dict[str, _List] = {}
        self._lists: dict[str, _List | None] = {"0": None}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._names = Names(root.tag)
            self._load(root, self._names)

    def _load(self, root: etree._Element, w: Names) -> None:
        """Find the lists of ``root``; templates hold hundreds of which a document counts a few."""
        abstract: dict[str, etree._Element] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        identifier, value = w("abstractNumId"), w("val")
        for node in root.iterchildren(w("abstractNum")):
            name = node.get(identifier, "")
            abstract[name] = node
            for link in node.iterchildren(w("numStyleLink")):
                links[name] = link.get(value, "")
            for link in node.iterchildren(w("styleLink")):
                styles[link.get(value, "")] = name
        for node in root.iterchildren(w("num")):
            base = next(node.iterchildren(identifier), None)
            name = base.get(value, "") if base is not None else ""
            name = styles.get(links.get(name, ""), name)
            overrides = list(node.iterchildren(w("lvlOverride")))
            self._nodes[node.get(w("numId"), "")] = _List(name, abstract.get(name), overrides)

    def _list(self, number: str) -> _List | None:
        """The list ``number`` with its levels; None where there is none of that number, or numbering is off."""
        if number in self._lists:
            return self._lists[number]
        found = self._lists[number] = self._nodes.get(number)
        if found is not None:
            w = self._names
            found.levels.update(_levels(found.node, w) if found.node is not None else ())
            for override in found.overrides:
                found.levels.update(_levels(override, w))
                for start in override.iterchildren(w("startOverride")):
                    found.starts[to_int(override.get(w("ilvl")), 0)] = to_int(start.get(w("val")), 1)
        return found

    def mark(self, number: str | None, level: int | None, style: str | None = None) -> tuple[str, int] | None:
        """Count a paragraph of list ``number`` and return its mark and level; None where it shows no mark."""
        entry = self._list(number or "0")
        if entry is None:
            return None
        if level is None:
            level = next((at for at, known in entry.levels.items() if style and known.style == style), 0)
        level = max(0, min(level, _DEEPEST - 1))
        counts = self._counts.setdefault(entry.abstract, {})
        known = entry.levels.get(level, _USUAL)
        if level in entry.starts and level not in entry.begun:
            counts[level] = entry.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else entry.starts.get(level, known.start)
        entry.begun.add(level)
        for deeper in [at for at in counts if at > level]:
            restart = entry.levels.get(deeper, _USUAL).restart
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]
        mark = _written(entry.levels, counts, level)
        return (mark, level) if mark else None


def _levels(node: etree._Element, w: Names) -> Iterator[tuple[int, Level]]:
    value = w("val")
    start, form, text, style = w("start"), w("numFmt"), w("lvlText"), w("pStyle")
    restart, legal = w("lvlRestart"), w("isLgl")
    for child in node.iterchildren(w("lvl")):
        values = {part.tag: part.get(value) for part in child}
        yield (
            to_int(child.get(w("ilvl")), 0),
            Level(
                start=to_int(values.get(start), 1) if start in values else 0,
                form=values.get(form) or "decimal",
                pattern=(values.get(text) or "")[:64],
                style=values.get(style),
                restart=to_int(values[restart], 0) if restart in values else None,
                legal=legal in values and is_on(values[legal]),
            ),
        )


def _written(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels.get(at, _USUAL)
    if level.form == "none":
        return ""
    if level.form == "bullet":
        return level.pattern if level.pattern in ("+", "*", "-") else "-"
    pieces = _PLACE.split(level.pattern or f"%{at + 1}.")
    for index in range(1, len(pieces), 2):
        place = int(pieces[index]) - 1
        shown = levels.get(place, _USUAL)
        pieces[index] = format_number(counts.get(place, shown.start), "decimal" if level.legal else shown.form)
    return "".join(pieces).strip()


def format_number(value: int, form: str) -> str:
    """``value`` written in a Word number format; a form that is not known is written in digits."""
    if form == "decimal":
        return str(value)
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
