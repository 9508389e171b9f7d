"""Measures: every number of a text that means a quantity, with its unit."""

from dondoc.grammar.measures.scan import find_measures

__all__ = ["find_measures"]
