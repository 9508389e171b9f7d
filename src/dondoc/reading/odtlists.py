"""Automatic list numbers of OpenDocument: list styles resolved to the marks a reader sees."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from dondoc.reading.numbering import format_number
from dondoc.reading.wordml import to_int

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list shows its numbers; ``form`` is "" where it shows none."""

    form: str
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class Count:
    """The numbers a list has reached, level by level."""

    __slots__ = ("at",)

    def __init__(self) -> None:
        self.at: dict[int, int] = {}


class ListStyles:
    """The list styles of a document."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._levels: dict[tuple[str, int], Level] = {}
        for root in roots:
            for node in root.iter(f"{TEXT}list-style"):
                name = node.get(f"{STYLE}name", "")
                for level in node.iterchildren(etree.Element):
                    self._levels[name, to_int(level.get(f"{TEXT}level"), 1)] = _level(level)

    def mark(self, style: str, level: int, count: Count, start: int | None) -> str:
        """Count one item on ``level`` (1-based) and return its mark."""
        known = self._levels.get((style, level))
        if known is None or not known.form:
            return ""
        if known.form == "bullet":
            return "-"
        reached = count.at.get(level)
        count.at[level] = start if start is not None else known.start if reached is None else reached + 1
        for deeper in [other for other in count.at if other > level]:
            del count.at[deeper]
        numbers = []
        for upper in range(max(1, level - known.shown + 1), level + 1):
            own = self._levels.get((style, upper))
            if own is not None and own.form not in ("", "bullet"):
                numbers.append(format_number(count.at.setdefault(upper, own.start), own.form))
        return known.prefix + ".".join(numbers) + known.suffix


def _level(node: etree._Element) -> Level:
    if not str(node.tag).endswith("list-level-style-number"):
        return Level("bullet")
    return Level(
        _FORMS.get(node.get(f"{STYLE}num-format", ""), ""),
        node.get(f"{STYLE}num-prefix", ""),
        node.get(f"{STYLE}num-suffix", ""),
        max(0, min(to_int(node.get(f"{TEXT}start-value"), 1), 100_000)),
        max(1, min(to_int(node.get(f"{TEXT}display-levels"), 1), 10)),
    )
