"""Bytes to :class:`dondoc.text.Text`: one module a format."""

from pathlib import Path

from dondoc.text import Text


class ReadingError(Exception):
    """A file that cannot be read; the message is one Vietnamese sentence for the person who chose the file."""


def read(source: Path | str | bytes, *, name: str | None = None) -> Text:
    """Read a file (or its bytes, with its file ``name``) into a :class:`Text`.

    Raises :class:`ReadingError` where the file is none of the known formats, broken, locked or too large.
    """
    raise NotImplementedError
