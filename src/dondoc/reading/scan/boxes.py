"""How large letters are and where they stand, told from the boxes of recognised words."""

import unicodedata

from dondoc.reading.scan.engine import Word

_ASCENDERS = frozenset("bdfhklt()/[]{}|%0123456789“”\"'!?&")
_DESCENDERS = frozenset("gpqy()[]{}|/;,")
_BELOW = "\u0323"


def size_of(word: Word) -> float:
    """The size of the letters of ``word``, told from the height of its box."""
    return (word.bottom - word.top) / max(height_of(word.text) + depth_of(word.text), 0.2)


def height_of(text: str) -> float:
    """How far letters of size 1 rise above the base line, in the types that offices print with."""
    highest = 0.1
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base, marks = parts[0], parts[1:]
        over = sum(mark not in (_BELOW, "\u031b") for mark in marks)
        if base.isupper() or letter in "Đ":
            height = 0.66 + 0.2 * min(over, 1) + 0.08 * (over > 1)
        elif base in _ASCENDERS or letter == "đ":
            height = 0.68
        elif base.isalpha():
            height = (0.45 if base != "i" else 0.66) + (0.22 * min(over, 1) + 0.12 * (over > 1) if over else 0)
        else:
            height = 0.3 if letter in "-–—=" else 0.12
        highest = max(highest, height)
    return highest


def depth_of(text: str) -> float:
    """How far letters of size 1 reach below the base line."""
    if any(letter in _DESCENDERS for letter in text):
        return 0.14 if not any(letter in "gpqy()[]{}|/" for letter in text.lower()) else 0.21
    return 0.19 if any(_BELOW in unicodedata.normalize("NFD", letter) for letter in text) else 0.0


def foot_of(word: Word) -> float:
    """Where the base line of ``word`` lies."""
    return word.bottom - depth_of(word.text) * size_of(word)
