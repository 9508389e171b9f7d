"""The words over one column of a table, from top to bottom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.extraction.tables.head_words import spelt_out
from dondoc.extraction.tables.layout import Place

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """The words over a column as written (``path``) and spelt out in lower case (``low``), top first."""

    path: tuple[str, ...]
    low: tuple[str, ...]

    @property
    def joined(self) -> str:
        """All of it in one line."""
        return " | ".join(self.low)


def head_of(places: Sequence[Place]) -> Head:
    """Return the head that ``places`` make up; a merged cell counts once."""
    path: list[str] = []
    for place in places:
        if not path or path[-1] != place.words:
            path.append(place.words)
    return Head(tuple(path), tuple(spelt_out(words) for words in path))
