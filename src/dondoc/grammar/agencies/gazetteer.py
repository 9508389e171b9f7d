"""The names of ``lexicon/agencies.toml`` as one tree of words.

A name is walked word by word, so that a line break, a double space, a bold mark or a dash may stand between any two
words; a comma only where the name has one. ``&`` reads as "và".
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import NamedTuple

from dondoc.grammar.agencies.folding import fold, search_key

WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r" {0,4}(?P<mark>\*\*|\*|-|/)? {0,4}")
AND_GAP = re.compile(r" ?& ?")
COMMA_GAP = re.compile(r" ?, ?")


class Name(NamedTuple):
    """What the tree knows about a name: its family, and whether a free name may or must follow."""

    kind: str
    head: str
    tail: str
    full: str
    open: bool = False
    needs: str = ""


@dataclass(slots=True)
class Node:
    """A step in the tree: the words that may follow and the name that ends here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    name: Name | None = None


class Gazetteer(NamedTuple):
    """All names with their heads, the same without marks (for slips of scanning), names by head, and topics."""

    names: Node
    bare: Node
    by_head: dict[str, Node]
    topics: Node
    abbreviations: dict[str, str]
    anchors: frozenset[str]


def _variants(name: str) -> list[list[str]]:
    """The words of ``name`` with "," where a comma may stand; a spaced dash may also be written as a comma."""
    found: list[list[str]] = [[]]
    for piece in re.findall(r"[^\W_]+| - |[,&]", search_key(name)):
        if piece == "&":
            found = [[*words, "và"] for words in found]
        elif piece in (",", " - "):
            found = [*found, *([*words, ","] for words in found)]
        else:
            found = [[*words, piece] for words in found]
    return found


def plant(tree: Node, name: str, value: Name, *, bare: bool = False) -> None:
    """Add ``name`` with ``value`` to ``tree``; ``bare`` adds it without marks."""
    for words in _variants(name):
        node = tree
        for word in words:
            node = node.next.setdefault(fold(word) if bare else word, Node())
        if node.name is None or (node.name.open and not value.open):
            node.name = value


@cache
def gazetteer() -> Gazetteer:
    """Return the names of the lexicon, read once."""
    with resources.files("dondoc.lexicon").joinpath("agencies.toml").open("rb") as file:
        data = tomllib.load(file)
    names, bare, topics = Node(), Node(), Node()
    by_head: dict[str, Node] = {}
    anchors: set[str] = set()
    for family in data["family"]:
        head, kind, tail = family["head"], family["kind"], family["tail"]
        under = by_head.setdefault(search_key(head), Node()) if head else Node()
        listed = [(name, name) for name in family["names"]]
        listed += [(short, full) for short, full in family.get("short", {}).items()]
        for written, full in listed:
            value = Name(kind, head, tail, f"{head} {full}".strip(), needs=family.get("needs", ""))
            plant(names, f"{head} {written}".strip(), value)
            if len(written) > 4:
                plant(bare, f"{head} {written}".strip(), value, bare=True)
            plant(under, written, value)
            anchors.add(_anchor(head or written))
        if head and (family.get("open") or family.get("alone")):
            plant(names, head, Name(kind, head, tail, head, family.get("open", False), family.get("alone", "name")))
            anchors.add(_anchor(head))
    for topic in data["topics"]["names"]:
        plant(topics, topic, Name("topic", "", "none", topic))
    short = {search_key(key): value for key, value in data["abbreviations"].items()}
    return Gazetteer(names, bare, by_head, topics, short, frozenset(anchors))


def _anchor(name: str) -> str:
    """The first one or two words of ``name``: what the text is searched for."""
    return " ".join(re.findall(r"[^\W_]+", search_key(name))[:2])


def walk(tree: Node, key: str, position: int, *, bare: bool = False) -> tuple[int, Name] | None:
    """Return the end and the value of the longest name of ``tree`` that begins at ``position`` of ``key``."""
    best: tuple[int, Name] | None = None
    steps, here = tree.next, position
    word = WORD.match(key, here)
    while word is not None:
        node = steps.get(fold(word[0]) if bare else word[0])
        if node is None:
            break
        steps, here = node.next, word.end()
        if node.name is not None:
            best = here, node.name
        if not steps:
            break
        word = WORD.match(key, here + 1) if key.startswith(" ", here) else None
        if word is None:
            steps, here = _over_gap(steps, key, here)
            word = WORD.match(key, here)
    return best


def _over_gap(steps: dict[str, Node], key: str, here: int) -> tuple[dict[str, Node], int]:
    """What may follow, and where, behind a gap of more than a blank: a comma or "&" only where the name has one.

    A dash may stand for "và" ("Bộ Kế hoạch - đầu tư").
    """
    comma = steps.get(",")
    if comma is not None and (gap := COMMA_GAP.match(key, here)):
        return comma.next, gap.end()
    if "và" in steps and (gap := AND_GAP.match(key, here)):
        return steps["và"].next, gap.end()
    gap = GAP.match(key, here)
    if gap is not None and gap["mark"] == "-" and "và" in steps:
        word = WORD.match(key, gap.end())
        if word is None or word[0] not in steps:
            return steps["và"].next, gap.end()
    return steps, gap.end() if gap else here
