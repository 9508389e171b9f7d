"""Words that make a number part of a name, read from ``numbered_names.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dondoc.lexicon.units import spellings


@dataclass(frozen=True, slots=True)
class NumberedNames:
    """``hard`` names yield to money and physical units only, ``soft`` ones to counted nouns, ``doubtful`` to some.

    ``open`` holds ends of phrases that look like a name and are none.
    """

    hard: frozenset[str]
    soft: frozenset[str]
    doubtful: frozenset[str]
    open: frozenset[str]
    weapons: frozenset[str]
    scales_of_drawings: frozenset[str]


@cache
def numbered_names() -> NumberedNames:
    """The words, read once."""
    data = tomllib.loads(files("dondoc.lexicon").joinpath("numbered_names.toml").read_text(encoding="utf-8"))
    return NumberedNames(
        **{key: frozenset(form for word in words for form in spellings(word)) for key, words in data.items()}
    )
