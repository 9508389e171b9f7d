"""A name as the readers of this package hand it on, before it becomes a mention."""

import re
from typing import NamedTuple

_BLANKS = re.compile(r"[\s*]+")


class Found(NamedTuple):
    """Where a name stands, how an annotator writes it down, and what it is."""

    start: int
    end: int
    name: str
    kind: str
    group: bool
    rule: str


def as_written(text: str, start: int, end: int) -> str:
    """The words of ``text`` on one line, bold marks left out."""
    words = text[start:end]
    return words if words.replace(" ", "a").isalnum() and "  " not in words else _BLANKS.sub(" ", words).strip()
