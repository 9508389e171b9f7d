"""A look at two letters spares a pattern only where it cannot match: the tables hold all that each can begin with."""

import re
from importlib import import_module
from itertools import product
from typing import Any

import pytest

from dondoc.extraction.directives import actors, bare, heads, subjects, unnamed_words

PARSER = import_module("re._parser")
TABLES = {
    "title": (actors._TITLE, actors._TITLE_OPENS),
    "bare noun": (actors._BARE, actors._BARE_OPENS),
    "about": (subjects._ABOUT, subjects._ABOUT_OPENS),
    "person": (subjects._PERSON, subjects._PERSON_OPENS),
    "past": (bare._PAST_HEAD, bare._PAST_OPENS),
    "prefix": (heads._PREFIX, heads._PREFIX_OPENS),
    "common noun": (unnamed_words.COMMON, unnamed_words.OPENS),
    "sector": (unnamed_words.SECTOR, unnamed_words.OPENS),
    "group": (unnamed_words.GROUP, unnamed_words.OPENS),
    "institution": (unnamed_words.INSTITUTION, unnamed_words.OPENS),
}


def beginnings(tree: Any) -> set[str]:
    """Up to two letters with which the words of a parsed pattern can begin; " " for white space."""
    found = {""}
    for kind, value in tree:
        found = {one + more for one, more in product(found, _letters(str(kind), value))}
        if all(len(one) >= 2 for one in found):
            break
    return {one[:2] for one in found}


def _letters(kind: str, value: Any) -> set[str]:
    match kind:
        case "LITERAL":
            return {chr(value)}
        case "IN":
            return {chr(one) if str(kind) == "LITERAL" else " " for kind, one in value}
        case "BRANCH":
            return set().union(*(beginnings(branch) for branch in value[1]))
        case "SUBPATTERN":
            return beginnings(value[-1])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return beginnings(value[2]) | ({""} if value[0] == 0 else set())
        case _:
            return {""}


@pytest.mark.parametrize("name", TABLES)
def test_table_holds_every_beginning(name: str) -> None:
    pattern, table = TABLES[name]
    opens = beginnings(PARSER.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
    assert opens
    assert {one.lower() for one in opens} <= table
