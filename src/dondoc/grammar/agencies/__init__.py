"""Agencies, groups of agencies and offices that stand for them."""

from dondoc.grammar.agencies.canonical import agency_key, canonical_name
from dondoc.grammar.agencies.lists import find_agencies, read_agency_list

__all__ = ["agency_key", "canonical_name", "find_agencies", "read_agency_list"]
