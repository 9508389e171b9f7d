"""A text as an office would have typed it in Word or put it on a page: header and signature tables, automatic numbers,
real footnotes. The text says what; this says how."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from dondoc.reading.numbering import format_number
from dondoc.text import Block, Text
from tests.reading.word_package import docx, level, table

_MARK = re.compile(
    r"(?P<upperLetter>[A-H])(?P<a>\.) |(?P<upperRoman>[IVX]{1,4})(?P<b>\.) |(?P<decimal>\d{1,2})(?P<c>[.)-]) "
    r"|(?P<lowerLetter>[a-eg-z])(?P<d>[.)]) |(?P<bullet>[-+])(?P<e>) "
)
_RIGHT = re.compile(r"CỘNG H|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN|, ngày .*tháng")
_TITLE = re.compile(r"(?:THÔNG BÁO|BÁO CÁO|NGHỊ QUYẾT|CHỈ THỊ|KẾ HOẠCH|KẾT LUẬN|Kính gửi|CÔNG ĐIỆN)")
_FONT = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="28"/>'


@dataclass(slots=True)
class Item:
    """A paragraph to write: its words, the automatic number taken off them, its footnotes by offset."""

    words: str
    form: str = ""
    after: str = ""
    value: int = 0
    heading: bool = False
    notes: list[tuple[int, int]] = field(default_factory=list)


def items(text: Text) -> list[Item]:
    """The paragraphs of the body of ``text``."""
    return [_item(text, block) for block in text.body_blocks()]


def _item(text: Text, block: Block) -> Item:
    words = text[block.span]
    match = _MARK.match(words) if block.kind == "list_item" else None
    found = Item(words, heading=block.kind == "heading")
    skipped = 0
    if match is not None and match.lastgroup is not None:
        form = next(name for name, group in match.groupdict().items() if group is not None and len(name) > 1)
        value = _value(match[form], form)
        if value:
            skipped = match.end()
            found.words, found.form, found.value = words[skipped:], form, value
            found.after = match[match.lastgroup] if form != "bullet" else match[form]
    for number, note in enumerate(text.footnotes, 1):
        if note.anchor is not None and block.span.start < note.anchor <= block.span.end:
            found.notes.append((note.anchor - block.span.start - skipped, number))
    return found


def _value(mark: str, form: str) -> int:
    if form == "bullet":
        return 1
    return next((value for value in range(1, 60) if format_number(value, form) == mark), 0)


def _framed(body: Sequence[Item]) -> tuple[list[list[Item]], list[Item], list[list[Item]]]:
    """The two sides of the header, the body, the two sides of the signature block."""
    title = next((at for at, item in enumerate(body[:12]) if _TITLE.match(item.words)), 0)
    head = body[:title] if any(_RIGHT.search(item.words) for item in body[:title]) else []
    foot = next((at for at, item in enumerate(body) if item.words.startswith("Nơi nhận")), len(body))
    tail = body[foot:]
    split = next((at for at, item in enumerate(tail) if at and not item.form), len(tail))
    return (
        [[i for i in head if not _RIGHT.search(i.words)], [i for i in head if _RIGHT.search(i.words)]] if head else [],
        list(body[len(head) : foot]),
        [list(tail[:split]), list(tail[split:])] if tail and split < len(tail) else [list(tail)] if tail else [],
    )


class _Lists:
    """Gives each list item the id of a list that will show its number."""

    def __init__(self) -> None:
        self.lists: list[tuple[str, str, int]] = []
        self._open: dict[tuple[str, str], tuple[int, int]] = {}

    def number(self, item: Item) -> str:
        key = item.form, item.after
        known, last = self._open.get(key, (0, -1))
        if not known or (item.form != "bullet" and item.value != last + 1):
            self.lists.append((*key, item.value))
            known = len(self.lists)
        self._open[key] = known, item.value
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{known}"/></w:numPr>'

    def xml(self) -> str:
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{n}">{self._level(*known)}</w:abstractNum>'
            for n, known in enumerate(self.lists, 1)
        )
        nums = range(1, len(self.lists) + 1)
        return abstract + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in nums)

    @staticmethod
    def _level(form: str, after: str, start: int) -> str:
        shown = level(0, form, after if form == "bullet" else "%1" + after)
        return shown.replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')


def word(text: Text) -> bytes:
    """``text`` as a .docx."""
    lists = _Lists()
    head, body, foot = _framed(items(text))
    xml = _sides(head, lists) + "".join(_paragraph(item, lists) for item in body) + _sides(foot, lists)
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:rPr>{_FONT}<w:sz w:val="20"/></w:rPr><w:footnoteRef/>'
        f'<w:t xml:space="preserve"> {escape(text[note.span])}</w:t></w:r></w:p></w:footnote>'
        for n, note in enumerate(text.footnotes, 1)
    )
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"/></w:sectPr>'
    )
    if not notes:
        return docx(xml + page, numbering=lists.xml())
    return docx(xml + page, numbering=lists.xml(), footnotes=notes)


def _sides(sides: Sequence[Sequence[Item]], lists: _Lists) -> str:
    if len(sides) < 2:
        return "".join(_paragraph(item, lists) for side in sides for item in side)
    width = '<w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>'
    return table([width + ("".join(_paragraph(item, lists) for item in side) or "<w:p/>") for side in sides])


def _paragraph(item: Item, lists: _Lists) -> str:
    centred = item.heading and not item.form
    listed = lists.number(item) if item.form else ""
    layout = '<w:jc w:val="center"/>' if centred else '<w:spacing w:after="120"/><w:jc w:val="both"/>'
    look = _FONT + ("<w:b/>" if item.heading else "")
    runs = "".join(
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
        if number is None
        else f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        for words, number in _split(item)
    )
    return f"<w:p><w:pPr>{listed}{layout}</w:pPr>{runs}</w:p>"


def _split(item: Item) -> Iterator[tuple[str, int | None]]:
    at = 0
    for offset, number in item.notes:
        yield item.words[at:offset], None
        yield "", number
        at = offset
    yield item.words[at:], None


_TYPES = {"upperLetter": "A", "upperRoman": "I", "decimal": "1", "lowerLetter": "a"}


def web(text: Text) -> bytes:
    """``text`` as a page of a portal."""
    head, body, foot = _framed(items(text))
    notes = "".join(
        f'<div id="ftn{n}"><p><a href="#_ftnref{n}">[{n}]</a> {escape(text[note.span])}</p></div>'
        for n, note in enumerate(text.footnotes, 1)
    )
    page = _html_sides(head) + "".join(map(_html, body)) + _html_sides(foot) + notes
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{page}</body></html>'.encode()
    )


def _html_sides(sides: Sequence[Sequence[Item]]) -> str:
    cells = ["".join(map(_html, side)) for side in sides]
    return (
        "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"
        if len(cells) > 1
        else "".join(cells)
    )


def _html(item: Item) -> str:
    words = "".join(
        escape(words) if number is None else f'<a href="#_ftn{number}"><sup>[{number}]</sup></a>'
        for words, number in _split(item)
    )
    words = f"<strong>{words}</strong>" if item.heading else words
    if item.form == "bullet" and item.after == "-":
        return f"<ul><li>{words}</li></ul>"
    if item.form in _TYPES and item.after == (")" if item.form == "lowerLetter" else "."):
        return f'<ol type="{_TYPES[item.form]}" start="{item.value}"><li>{words}</li></ol>'
    mark = (
        ""
        if not item.form
        else (item.after if item.form == "bullet" else format_number(item.value, item.form) + item.after)
    )
    return f"<p>{mark + ' ' if mark else ''}{words}</p>"
