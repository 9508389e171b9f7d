"""A small number of things as it is written, in digits or in words."""

from dondoc.grammar.numbers import read_words

COUNT = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|bẩy|tám|chín))?)"


def count_of(written: str) -> int:
    """The number that ``written`` (a match of :data:`COUNT`) says."""
    return int(written) if written.isdecimal() else read_words(written.lower().split()) or 0
