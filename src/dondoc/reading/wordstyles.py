"""Styles of Word: which list and outline level a style brings with it, whether its words are bold or hidden.

Templates carry hundreds of kilobytes of styles of which a reader needs six attributes, so styles.xml is searched, not
parsed, where it is written with the usual prefix; anything else goes through the parser.
"""

import re
from dataclasses import dataclass
from html import unescape

from lxml import etree

from dondoc.reading.package import parse_xml
from dondoc.reading.wordml import Names, is_on, to_int, toggle

_STYLE = b"<w:style "
_ID = re.compile(rb'w:styleId="([^"]*)"')
_BASED_ON = re.compile(rb'<w:basedOn\s+w:val="([^"]*)"')
_NUMBER = re.compile(rb'<w:numId\s+w:val="([^"]*)"')
_LEVEL = re.compile(rb'<w:ilvl\s+w:val="([^"]*)"')
_OUTLINE = re.compile(rb'<w:outlineLvl\s+w:val="([^"]*)"')
_BOLD = re.compile(rb'<w:b(?:\s+w:val="([^"]*)")?\s*/>')
_HIDDEN = re.compile(rb'<w:vanish(?:\s+w:val="([^"]*)")?\s*/>')
_LONGEST_CHAIN = 32


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: its parent, list, outline level, and whether its words are bold or hidden."""

    based_on: str | None = None
    number: str | None = None
    level: int | None = None
    outline: int | None = None
    bold: bool | None = None
    hidden: bool | None = None


def read_styles(data: bytes) -> dict[str, Style]:
    """Return the styles of styles.xml by id, with what they inherit filled in."""
    if not data:
        return {}
    own = _searched(data) if _STYLE in data and b"<!" not in data else _parsed(parse_xml(data))
    return {name: _inherited(name, own) for name in own}


def _searched(data: bytes) -> dict[str, Style]:
    own: dict[str, Style] = {}
    for chunk in data.split(_STYLE)[1:]:
        head = chunk[: chunk.find(b">") + 1]
        if b'w:type="numbering"' in head or b'w:type="table"' in head:
            continue
        chunk = chunk[: chunk.find(b"</w:style>")]
        level, outline = _found(_LEVEL, chunk), _found(_OUTLINE, chunk)
        own[_found(_ID, head) or ""] = Style(
            _found(_BASED_ON, chunk),
            _found(_NUMBER, chunk),
            to_int(level, 0) if level is not None else None,
            to_int(outline, 9) if outline is not None else None,
            _toggled(_BOLD, chunk),
            _toggled(_HIDDEN, chunk),
        )
    return own


def _toggled(pattern: re.Pattern[bytes], chunk: bytes) -> bool | None:
    match = pattern.search(chunk)
    return None if match is None else is_on(match[1].decode("ascii", "replace") if match[1] is not None else None)


def _found(pattern: re.Pattern[bytes], chunk: bytes) -> str | None:
    match = pattern.search(chunk)
    return unescape(match[1].decode("utf-8", "replace")) if match else None


def _parsed(root: etree._Element) -> dict[str, Style]:
    w = Names(root.tag)
    own: dict[str, Style] = {}
    for node in root.iterchildren(w("style")):
        if node.get(w("type"), "paragraph") not in ("paragraph", "character"):
            continue
        based = next(node.iterchildren(w("basedOn")), None)
        number, level, outline = None, None, None
        for properties in node.iterchildren(w("pPr")):
            number, level = number_of(properties, w)
            for mark in properties.iterchildren(w("outlineLvl")):
                outline = to_int(mark.get(w("val")), 9)
        parent = based.get(w("val")) if based is not None else None
        look = next(node.iterchildren(w("rPr")), None)
        bold, hidden = (toggle(look, w(name), w("val")) for name in ("b", "vanish"))
        own[node.get(w("styleId"), "")] = Style(parent, number, level, outline, bold, hidden)
    return own


def _inherited(name: str, own: dict[str, Style]) -> Style:
    style = own[name]
    number, level, outline = style.number, style.level, style.outline
    bold, hidden = style.bold, style.hidden
    current = style.based_on
    for _ in range(_LONGEST_CHAIN):
        parent = own.get(current) if current is not None else None
        if parent is None:
            break
        number = parent.number if number is None else number
        level = parent.level if level is None else level
        outline = parent.outline if outline is None else outline
        bold = parent.bold if bold is None else bold
        hidden = parent.hidden if hidden is None else hidden
        current = parent.based_on
    return Style(style.based_on, number, level, outline, bold, hidden)


def number_of(properties: etree._Element, w: Names) -> tuple[str | None, int | None]:
    """The list id and level that paragraph properties state themselves."""
    for node in properties.iterchildren(w("numPr")):
        number = next(node.iterchildren(w("numId")), None)
        level = next(node.iterchildren(w("ilvl")), None)
        return (
            number.get(w("val")) if number is not None else None,
            to_int(level.get(w("val")), 0) if level is not None else None,
        )
    return None, None
