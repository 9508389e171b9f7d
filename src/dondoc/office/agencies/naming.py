"""The name of an agency as a key that two spellings share."""

from dondoc.grammar.agencies import agency_key
from dondoc.office.folding import fold


def name_key(name: str) -> str:
    """A key equal for "Sở KH&CN" and "Sở Khoa học và Công nghệ"; marks and case do not matter."""
    return fold(agency_key(name))
