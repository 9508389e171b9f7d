"""Marked lines in the wordings of all regions, levels and years: agencies in ``lines/agencies*.txt``, and references.

A line that begins with ">" is read as a list from its first mark, which must end with its last.
"""

import pytest

from dondoc.grammar.agencies import find_agencies, read_agency_list
from dondoc.grammar.references import find_references
from tests.grammar.bracketed_lines import read_bracketed, unmark

AGENCIES = [*read_bracketed("agencies"), *read_bracketed("agencies_more")]
REFERENCES = [*read_bracketed("references"), *read_bracketed("references_more")]


@pytest.mark.parametrize("line", [line for line in AGENCIES if not line.startswith("> ")])
def test_agencies_of_a_line(line: str) -> None:
    text, expected = unmark(line)
    assert [(*mention.span, mention.name) for mention in find_agencies(text)] == expected


@pytest.mark.parametrize("line", [line[2:] for line in AGENCIES if line.startswith("> ")])
def test_list_in_a_line(line: str) -> None:
    text, expected = unmark(line)
    mentions, end = read_agency_list(text, expected[0][0])
    assert [mention.name for mention in mentions] == [name for _, _, name in expected]
    assert end == expected[-1][1]


@pytest.mark.parametrize("line", REFERENCES)
def test_references_of_a_line(line: str) -> None:
    text, expected = unmark(line)
    assert [(*reference.span, reference.text) for reference in find_references(text)] == expected
