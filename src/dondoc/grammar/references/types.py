"""The types of documents of ``lexicon/reference_types.toml``, and how a text is searched for them."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from dondoc.grammar.agencies.folding import search_key
from dondoc.grammar.agencies.gazetteer import Name, Node, plant
from dondoc.grammar.finding import Finder


class DocumentTypes(NamedTuple):
    """Types by search key with their class, abbreviations, the automaton over both, and known laws.

    ``written`` gives each pattern of the automaton with single blanks.
    """

    classes: dict[str, str]
    names: dict[str, str]
    short: dict[str, str]
    finder: Finder
    written: tuple[str, ...]
    laws: Node


@cache
def document_types() -> DocumentTypes:
    """Return the types of the lexicon, read once."""
    with resources.files("dondoc.lexicon").joinpath("reference_types.toml").open("rb") as file:
        data = tomllib.load(file)
    classes = {search_key(name): group for group, names in data["types"].items() for name in names}
    names = {search_key(name): name for listed in data["types"].values() for name in listed}
    laws = Node()
    for law in data["laws"]["names"]:
        plant(laws, law, Name("law", "", "none", law))
    patterns = dict.fromkeys(classes)
    for name in names:
        if " " in name:
            patterns |= dict.fromkeys((name.replace(" ", "  "), name.replace(" ", "   ")))
    short = {key.lower(): value for key, value in data["short"].items()}
    patterns |= dict.fromkeys(short)
    ordered = tuple(patterns)
    return DocumentTypes(classes, names, short, Finder(ordered), tuple(_BLANKS.sub(" ", one) for one in ordered), laws)


_BLANKS = re.compile(r" {2,}")
