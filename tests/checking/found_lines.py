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


REPORT = "Số: 12/BC-UBND\n\nBÁO CÁO\n\nKết quả 6 tháng đầu năm 2023\n\n"


def slips(line: str, *families: str) -> list[str]:
    """What is said of ``line`` in a report by the rules of ``families``, but of how numbers are written."""
    told = read(REPORT + line)[1]
    return [one.message for one in told if one.rule.startswith(families) and one.rule != "SL207"]


def found(line: str, rule: str, document: str = "{}") -> tuple[list[str], list[str]]:
    """What ``rule`` finds in ``line`` without its brackets, put into ``document``, and what the brackets hold."""
    expected = re.findall(r"\[([^\]]+)\]", line)
    facts, findings = read(document.replace("{}", re.sub(r"[\[\]]", "", line)))
    return [facts.text[one.span] for one in findings if one.rule == rule], expected
