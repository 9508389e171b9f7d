"""List marks at the start of a block.

Finds         I. · A. · 1. · 2.3. · 1/ · a) · a, · đ) · (i) · (1). · Điều 3. · - · + · •
Leaves alone  2023 là năm ... · 5 xã đạt chuẩn · 1.097 tỷ đồng: numbers that begin a sentence
              11/CT-UBND: a document's number on a line of its own · V/v triển khai ...: the subject of a letter
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dondoc.frozen import quickly_made
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import BlockKind, Span

_DIVISION = r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)"
_MARK = re.compile(
    rf"""[\s*_“"]*(?:
      (?P<division>{_DIVISION})\s+(?P<divided>(?:(?:thứ|Thứ|THỨ)\s+\w+)|[IVXLC]+|\d{{1,3}})\s*(?:[.:\-–]|$|\s)
    | (?P<roman>[IVX]{{1,6}})(?:\s*[.)]|\s*/(?![vV]\b|\d)|\s*[-–:](?=\s))
    | (?P<upper>[A-EĐ])(?:[.)/](?=\s)|\s*[-–](?=\s))
    | (?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)/:]+(?!\d)|\s?[-–](?=\s)|(?=\s))
    | (?P<single>\d{{1,2}})(?:\s?[.)/]{{1,2}}(?!\d|(?<=/)[^\W\d_]+-[^\W_])|\s?[-–](?=\s+[^\W\d_]))
    | \((?P<bracketed>\d{{1,2}})\)[.:]?
    | \((?P<inner>[a-zđ]|[ivx]{{1,6}})\)[.:]?
    | (?P<letter>[ivx]{{2,6}}|[a-zđ]\d?)(?:\s?[.)/](?=\s|\*)|(?<=[a-eđ]),(?=\s+[{CAPITALS}]))
    | (?P<dash>[-–—−])(?=\s|[^\W\d])
    | (?P<plus>[+])(?=\s|[^\W\d])
    | (?P<bullet>[•●○▪■◦·*►➢✓])(?=\s)
    )[\s*_]*""",
    re.VERBOSE,
)
_RANK = {
    "division": 0, "roman": 10, "upper": 5, "number": 20, "single": 20, "bracketed": 30,
    "letter": 40, "inner": 50, "dash": 60, "bullet": 60, "plus": 70,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
# Marks that may stand on a line of their own, above the words they count.
_ALONE = ("divided", "single", "number", "roman")
_HEADING_WORDS = 40


@quickly_made
@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark: its kind, its value without punctuation, how deep a number counts ("2.1": 2), where it ends."""

    style: str
    value: str
    depth: int
    rank: int
    end: int


def read_mark(content: str, span: Span, last_value: Callable[[str], str | None]) -> Mark | None:
    """Return the list mark that begins ``span``. ``last_value`` gives the value last open in a style.

    A lone i, v or x is a roman numeral unless the letters before it are open (h) before i)).
    """
    match = _MARK.match(content, span.start, span.end)
    if match is None or match.lastgroup is None:
        return None
    if match.end() >= span.end and match.lastgroup not in _ALONE:
        return None
    style = "division" if match.lastgroup == "divided" else match.lastgroup
    value = match.group("divided") if style == "division" else match.group(style)
    depth = value.count(".") + 1 if style in ("number", "single") else 0
    if style in ("letter", "inner") and _is_roman(value, style, last_value):
        style = "roman-" + style
    name = f"{style}-{match.group('division').lower()}" if style == "division" else style
    if style in ("number", "single"):
        name = f"number-{depth}"
    rank = _RANK.get(style, 45 if style == "roman-letter" else 50)
    if name == "division-điều":
        rank = 15
    return Mark("dash" if style == "bullet" and value == "*" else name, value, depth, rank, match.end())


def _is_roman(value: str, style: str, last_value: Callable[[str], str | None]) -> bool:
    if value not in _ROMAN:
        return False
    if len(value) > 1:
        return True
    before = last_value(style)
    if before is None or len(before) != 1 or before not in _LETTERS:
        return True
    follows = _LETTERS.find(value) == _LETTERS.find(before) + 1
    return not follows


def is_heading(words: str, kind: BlockKind) -> bool:
    """Whether the words of an item only head what follows: no full sentence of their own."""
    stripped = words.strip().strip("*_ ")
    if kind == "heading" or stripped.endswith(":"):
        return True
    if stripped.endswith((".", ";", "!", "…", "./.", ",")):
        return False
    return len(stripped.split()) <= _HEADING_WORDS or stripped.isupper()
