"""Spellings of one agency meet under one key, names of two agencies do not: the pairs of ``lines/agency_pairs.txt``."""

import pytest

from dondoc.grammar.agencies import agency_key
from tests.grammar.bracketed_lines import read_bracketed

PAIRS = read_bracketed("agency_pairs")


@pytest.mark.parametrize("pair", PAIRS)
def test_pair(pair: str) -> None:
    same = " = " in pair
    one, other = pair.split(" = " if same else " # ")
    assert (agency_key(one) == agency_key(other)) is same
