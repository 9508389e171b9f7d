"""The outline of a document: items with the list marks they stand under, and their sentences."""

from dataclasses import dataclass

from dondoc.extraction.marks import Mark, is_heading, read_mark
from dondoc.extraction.sentences import split_sentences
from dondoc.frozen import quickly_made
from dondoc.text import Block, Span, Text


@quickly_made
@dataclass(frozen=True, slots=True)
class Item:
    """A block as part of the outline.

    ``mark`` is the block's own list mark without punctuation ("2", "a", "i", "-") or None; ``path`` the marks it stands
    under, its own last, outermost first, dashes left out; ``parent`` the index of the enclosing item in the outline;
    ``span`` the words after the mark; ``sentences`` the sentences of ``span``, in order, without overlap.
    """

    block: Block
    mark: str | None
    path: tuple[str, ...]
    parent: int | None
    span: Span
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """All items of a document in reading order, footnotes last."""

    items: tuple[Item, ...]


_NUMBERED = 20
_DASHED = frozenset({"dash", "plus", "bullet"})
# "* Tổng cục A:" heads the dashes and the numbered list that begins below it, where a dash heads none.
_STAR = "*"
_FIRSTS = ("1", "a")


@dataclass(slots=True)
class _Level:
    mark: Mark
    item: int
    heading: bool


class _Nesting:
    """The marks that are open at one place of the document, outermost first."""

    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self._path: tuple[str, ...] = ()

    def style_open(self, style: str) -> _Level | None:
        return next((level for level in reversed(self.levels) if level.mark.style == style), None)

    def open(self, mark: Mark, item: int, heading: bool) -> int | None:
        """Put ``mark`` in its place and return the item that it stands under."""
        while self.levels and not _holds(self.levels, mark):
            before = self.levels.pop()
            if before.mark.style == mark.style and self.levels and _heads_numbers(self.levels[-1], mark):
                break
        parent = self.levels[-1].item if self.levels else None
        self.levels.append(_Level(mark, item, heading))
        return parent

    def rest(self) -> int | None:
        """Close the items that end with their own block, and return the heading that a paragraph stands under."""
        while self.levels and not self.levels[-1].heading:
            self.levels.pop()
        return self.levels[-1].item if self.levels else None

    def close_lists(self, index: int) -> None:
        """Close the numbered items of a section: a title in capitals without a mark begins another.

        An item that only heads what follows, right before the title, stays open: the title goes on with it.
        """
        while self.levels and self.levels[-1].mark.rank >= _NUMBERED:
            if self.levels[-1].heading and self.levels[-1].item == index - 1:
                return
            self.levels.pop()

    def end_lists(self) -> None:
        """Close the numbered items: the words that close the document stand under its section only."""
        while self.levels and self.levels[-1].mark.rank >= _NUMBERED:
            self.levels.pop()

    def path(self) -> tuple[str, ...]:
        """The marks that are open, dashes left out; items that stand under the same ones share it."""
        marks = [level.mark for level in self.levels if level.mark.style not in _DASHED]
        path = tuple([mark.value for mark in marks])
        if path != self._path:
            self._path = path
        return self._path


def _heads_numbers(level: _Level, mark: Mark) -> bool:
    return level.mark.value == _STAR and level.heading and mark.style not in _DASHED


def _holds(levels: list[_Level], mark: Mark) -> bool:
    """Whether ``mark`` goes below the innermost open level."""
    top = levels[-1].mark
    if top.value == _STAR and levels[-1].heading and mark.style == top.style and mark.value != _STAR:
        return True
    if mark.style == top.style:
        return False
    if any(level.mark.style == mark.style for level in levels):
        return False
    if _heads_numbers(levels[-1], mark) and mark.value in _FIRSTS:
        return True
    if mark.rank < top.rank and (mark.rank <= 20 or top.rank <= 20):
        return False
    return not (mark.depth and top.depth and mark.depth <= top.depth)


def read_outline(text: Text) -> Outline:
    """Return the outline of ``text``: list marks resolved by their sequence, paragraphs under their headings.

    A paragraph without a mark stands under the nearest open item that is only a heading; behind a list of whole
    sentences it stands under none.
    """
    items: list[Item] = []
    nesting = _Nesting()
    for block in text.blocks:
        if block.kind == "footnote":
            continue
        items.append(_item(text, block, nesting, len(items)))
    items.extend(
        Item(block, None, (), None, block.span, split_sentences(text.content, block.span))
        for block in text.blocks
        if block.kind == "footnote"
    )
    return Outline(tuple(items))


def _item(text: Text, block: Block, nesting: _Nesting, index: int) -> Item:
    content = text.content
    if block.kind == "cell":
        return Item(block, None, nesting.path(), None, block.span, split_sentences(content, block.span))
    mark = read_mark(content, block.span, lambda style: _last_value(nesting, style))
    if mark is None:
        if block.kind == "heading" and content[block.span.start : block.span.end].isupper():
            nesting.close_lists(index)
        if content.startswith("Trên đây là", block.span.start):
            nesting.end_lists()
        parent = nesting.rest()
        return Item(block, None, nesting.path(), parent, block.span, split_sentences(content, block.span))
    alone = mark.end >= block.span.end
    span = block.span if alone else Span(mark.end, block.span.end)
    heading = alone or is_heading(content[span.start : span.end], block.kind)
    parent = nesting.open(mark, index, heading)
    return Item(block, mark.value, nesting.path(), parent, span, split_sentences(content, span))


def _last_value(nesting: _Nesting, style: str) -> str | None:
    level = nesting.style_open(style)
    return level.mark.value if level else None
