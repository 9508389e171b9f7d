"""Footnotes of a plain text: which paragraphs are notes, which marks in the body call them.

Finds         đồng³ ... "³ Về hành vi ..." · tham dự[2] ... "[2] Sở Y tế" · dịch vụ(3) ... "(3) Kết quả"
Leaves alone  m², km³, 10⁶ · F₁, CO₂ · "(1) ..." in a list, "[1]" without a note
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"(?<=[^\s¹²³⁰⁴-⁹])(?P<mark>[¹²³⁰⁴-⁹]+)")
_BRACKETED = re.compile(r"(?<=[\w%])(?P<mark>\ ?\[\d{1,3}\]|\(\d{1,3}\))(?=[\s.,;:)”\"]|$)")
_UNIT_BEFORE = re.compile(r"(?<![^\W\d_])(?:[kcdmhµ]?m|dam|ft|inch|in)$", re.IGNORECASE)
_NOTE = re.compile(r"(?P<mark>[¹²³⁰⁴-⁹]+|\[\d{1,3}\]|\(\d{1,3}\))[ \t]*(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark in the body: where it stands in the cleaned text, and its number ("3", "[3]", "(3)").

    ``is_lone_call``: it can only be a mark (raised, behind a word), even where its note is missing.
    """

    start: int
    end: int
    number: str
    is_lone_call: bool


def find_marks(text: str) -> Iterator[Mark]:
    """Yield what may be footnote marks in ``text``: raised digits and bracketed numbers glued to a word."""
    for match in _RAISED.finditer(text):
        if match["mark"] in ("²", "³") and _UNIT_BEFORE.search(text, max(0, match.start() - 6), match.start()):
            continue
        yield Mark(*match.span(), _number(match["mark"]), text[max(0, match.start() - 2) : match.start()].isalpha())
    if "[" in text or "(" in text:
        for match in _BRACKETED.finditer(text):
            yield Mark(*match.span(), match["mark"].strip(), False)


def note_mark(words: str) -> tuple[str, int] | None:
    """The number of the note that ``words`` begin with and the length of the mark, or None."""
    match = _NOTE.match(words)
    if match is None:
        return None
    return _number(match["mark"]), match.end()


def _number(mark: str) -> str:
    return mark.translate(_DIGITS)
