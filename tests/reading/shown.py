"""A text as its tests look at it: the words of its blocks."""

from dondoc.text import Text


def blocks(text: Text) -> list[str]:
    """The words of the body's blocks."""
    return [text[block.span] for block in text.body_blocks()]


def notes(text: Text) -> list[tuple[str, str, str]]:
    """Each footnote as (mark, the word before its anchor, its words)."""
    return [
        (note.mark, "" if note.anchor is None else text.content[: note.anchor].split()[-1], text[note.span])
        for note in text.footnotes
    ]
