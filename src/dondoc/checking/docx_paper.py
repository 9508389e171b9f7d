"""What a .docx says about its sheet: page size, margins, the fonts and sizes most letters are set in.

Sizes are those of running text: an appendix may set its tables smaller.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from lxml import etree

from dondoc.checking.paper import Paper
from dondoc.reading.package import Package, parse_xml
from dondoc.reading.wordml import Names

Name = TypeVar("Name", str, float)
_TWIPS_A_MM = 1440 / 25.4
_LONGEST_CHAIN = 16
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_paper(data: bytes) -> Paper:
    """Return the sheet of the .docx in ``data``. Raises :class:`dondoc.ReadingError` for a broken file."""
    package = Package(data)
    main = package.main_part()
    body = parse_xml(package.read(main))
    relations = package.relationships(main)
    styles = next((target for kind, target in relations.values() if kind == "styles"), "")
    w = Names(body.tag)
    raw = package.read(styles)
    themes = (target for kind, target in relations.values() if kind == "theme")
    theme = package.read(next(themes, ""))
    looks = _Looks(parse_xml(raw) if raw else None, w, _theme_fonts(theme))
    section = next((node for node in body.iter(w("sectPr"))), None)
    size = section.find(w("pgSz")) if section is not None else None
    margin = section.find(w("pgMar")) if section is not None else None
    fonts, sizes = _letters(body, w, looks)
    return Paper(
        width=_millimetres(size, w("w")),
        height=_millimetres(size, w("h")),
        top=_millimetres(margin, w("top")),
        bottom=_millimetres(margin, w("bottom")),
        left=_millimetres(margin, w("left")),
        right=_millimetres(margin, w("right")),
        fonts=_shares(fonts),
        sizes=_shares(sizes),
    )


def _theme_fonts(data: bytes) -> dict[str, str]:
    """The Latin fonts that a theme calls major and minor."""
    if not data:
        return {}
    root = parse_xml(data)
    fonts = ((name, root.find(f".//{_DRAWING}{name}Font/{_DRAWING}latin")) for name in ("major", "minor"))
    return {name: node.get("typeface") or "" for name, node in fonts if node is not None}


class _Looks:
    """Font and size of a run by its own properties, its style, its paragraph's style, the defaults of the document."""

    def __init__(self, styles: etree._Element | None, w: Names, themes: dict[str, str]) -> None:
        self._w, self._themes = w, themes
        nodes = [] if styles is None else list(styles.iterchildren(w("style")))
        self._styles = {node.get(w("styleId")): node for node in nodes}
        self._default = next(
            (node.get(w("styleId")) for node in nodes if node.get(w("default")) in ("1", "true") and self._of(node)),
            None,
        )
        defaults = None if styles is None else styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        self._defaults = self._read(defaults)

    def _of(self, node: etree._Element) -> bool:
        return node.get(self._w("type")) == "paragraph"

    def _read(self, properties: etree._Element | None) -> tuple[str | None, float | None]:
        if properties is None:
            return None, None
        w = self._w
        fonts, size = properties.find(w("rFonts")), properties.find(w("sz"))
        font = self._font(fonts) if fonts is not None else None
        points = size.get(w("val")) if size is not None else None
        return font, float(points) / 2 if points and points.isdecimal() else None

    def _font(self, fonts: etree._Element) -> str | None:
        themed = fonts.get(self._w("asciiTheme"))
        if themed:
            return self._themes.get("minor" if themed.startswith("minor") else "major")
        return fonts.get(self._w("ascii")) or fonts.get(self._w("hAnsi"))

    def of(self, run: etree._Element, paragraph_style: str | None) -> tuple[str | None, float | None]:
        """Font and size in points of ``run``."""
        w = self._w
        own = run.find(w("rPr"))
        named = own.find(w("rStyle")) if own is not None else None
        font, size = self._read(own)
        for style in (named.get(w("val")) if named is not None else None, paragraph_style or self._default):
            for _ in range(_LONGEST_CHAIN):
                node = self._styles.get(style) if style else None
                if node is None or (font and size):
                    break
                of_style = self._read(node.find(w("rPr")))
                font, size = font or of_style[0], size or of_style[1]
                based = node.find(w("basedOn"))
                style = based.get(w("val")) if based is not None else None
        return font or self._defaults[0], size or self._defaults[1]


def _letters(body: etree._Element, w: Names, looks: _Looks) -> tuple[Counter[str], Counter[float]]:
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for run, style, tabled in _runs(body, w):
        count = sum(len(node.text or "") for node in run.iterchildren(w("t")))
        if not count:
            continue
        font, size = looks.of(run, style)
        if font:
            fonts[font] += count
        if size and not tabled:
            sizes[size] += count
    return fonts, sizes


def _runs(body: etree._Element, w: Names) -> Iterator[tuple[etree._Element, str | None, bool]]:
    """The runs with the style of their paragraph, and whether they stand in a table."""
    in_tables = {paragraph for table in body.iter(w("tbl")) for paragraph in table.iter(w("p"))}
    for paragraph in body.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        for run in paragraph.iter(w("r")):
            yield run, style.get(w("val")) if style is not None else None, paragraph in in_tables


def _shares(counts: Counter[Name]) -> tuple[tuple[Name, float], ...]:
    total = sum(counts.values())
    return tuple((name, count / total) for name, count in counts.most_common(3)) if total else ()


def _millimetres(node: etree._Element | None, name: str) -> float | None:
    value = node.get(name) if node is not None else None
    try:
        return None if value is None else float(value) / _TWIPS_A_MM
    except ValueError:
        return None
