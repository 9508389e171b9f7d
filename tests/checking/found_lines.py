"""Lines with the words that a finding must stand on in [brackets], read and reviewed."""

import re

from dondoc.checking import check
from dondoc.checking.catalogue import choose
from dondoc.checking.finding import Finding
from dondoc.checking.review import review
from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.reading.plain import read_plain

ALL = choose(("ALL",))


def read(source: str) -> tuple[Facts, list[Finding]]:
    """The facts of ``source`` and everything that any rule finds in it."""
    facts = extract(read_plain(source))
    return facts, review(facts, check(facts), rules=ALL)


def found(line: str, rule: str, document: str = "{}") -> tuple[list[str], list[str]]:
    """What ``rule`` finds in ``line`` without its brackets, put into ``document``, and what the brackets hold."""
    expected = re.findall(r"\[([^\]]+)\]", line)
    facts, findings = read(document.replace("{}", re.sub(r"[\[\]]", "", line)))
    return [facts.text[one.span] for one in findings if one.rule == rule], expected
