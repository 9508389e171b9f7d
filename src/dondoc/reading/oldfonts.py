"""Words set in the fonts of the time before Unicode, known by the font's name; in the H fonts small letters show large.

Knows         .VnTime, .VnArial, … (TCVN3) and .VnTimeH (the same in capitals) · VNI-Times, VNI-Helve, … (VNI)
Leaves alone  every other font; ASCII words of these fonts but for the capitals of an H font
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from unicodedata import normalize

from lxml import etree

from dondoc.reading.encoding import legacy_encoding
from dondoc.reading.letters import LEGACY
from dondoc.reading.wordml import Names
from dondoc.text import Repair, Span, Text

_TCVN3 = re.compile(r"\.Vn[A-Za-z]")
_VNI = re.compile(r"VNI[ -]", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_NEAR = 2_000
_FREQUENT = tuple(letter.encode() for letter in "đưạế")
_RARE = 400
_SAMPLE = 4_000


def font_encoding(name: str) -> tuple[str, bool] | None:
    """The encoding of the font ``name`` and whether it shows capitals; None for a Unicode font."""
    name = name.strip(" ;")
    if _TCVN3.match(name):
        return "tcvn3", name.endswith("H")
    return ("vni", False) if _VNI.match(name) else None


@dataclass(frozen=True, slots=True)
class OldWords:
    """A stretch set in an old font: as the file holds it, and as it reads."""

    encoding: str
    before: str
    after: str

    @classmethod
    def of(cls, before: str, encoding: str, capitals: bool) -> "OldWords":
        """``before`` converted."""
        import viparse  # slow to load, and few files are old enough to need it

        def fixed(match: re.Match[str]) -> str:
            return match[0] if match[0].isascii() else str(viparse.fix(match[0], encoding=encoding))

        after = _WORD.sub(fixed, before)
        return cls(encoding, before, after.upper() if capitals else after)


def with_old_words(text: Text, old: Sequence[OldWords]) -> Text:
    """``text`` with a repair noted for each stretch of ``old`` that it holds, in the order of the file."""
    if not old:
        return text
    at = 0
    repairs = list(text.repairs)
    for one in old:
        after = one.after.strip()
        end = at + len(after) + _NEAR
        found = text.content.find(after, at, end) if after and one.before != one.after else -1
        if found >= 0:
            at = found + len(after)
            repairs.append(Repair(f"legacy-{one.encoding}", Span(found, at), one.before.strip(), after))
    names = sorted({one.encoding.upper() for one in old})
    warnings = (*text.warnings, *(LEGACY.format(name) for name in names))
    return replace(text, repairs=tuple(sorted(repairs, key=lambda one: one.span)), warnings=warnings)


def word_encoding(root: etree._Element, raw: bytes, w: Names) -> str | None:
    """The old encoding that the words of a .docx are in, None for Unicode.

    Words that a font shows in capitals are made so, in letters taken apart: no old encoding knows those.
    """
    seen = 0
    for letter in _FREQUENT:  # plainly Unicode: nearly every file ends with the first of them
        seen += raw.count(letter)
        if seen * _RARE > len(raw):
            return None
    sample = " ".join(node.text or "" for node in islice(root.iter(w("t")), _SAMPLE))
    legacy = legacy_encoding(sample)
    if legacy is not None:
        for fonts in root.iter(w("rFonts")):
            known = font_encoding(fonts.get(w("ascii"), ""))
            properties = fonts.getparent()
            run = properties.getparent() if properties is not None else None
            if known is not None and known[1] and run is not None and run.tag == w("r"):
                for node in run.iterchildren(w("t")):
                    node.text = normalize("NFD", OldWords.of(node.text or "", *known).after)
    return legacy
