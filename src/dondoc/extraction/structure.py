"""The outline of a document: items with the list marks they stand under, and their sentences."""

from dataclasses import dataclass

from dondoc.text import Block, Span, Text


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


def read_outline(text: Text) -> Outline:
    """Return the outline of ``text``."""
    raise NotImplementedError
