"""Facts to files: documents with comments in them, reports, spreadsheets."""

from collections.abc import Sequence
from pathlib import Path

from dondoc.facts import Check, Facts

__all__ = ["annotate"]


def annotate(path: Path | str, facts: Facts, checks: Sequence[Check]) -> bytes:
    """Return the .docx at ``path`` with a comment for each check that is not consistent.

    ``facts`` must come from the same file. Raises :class:`dondoc.ReadingError` for other formats and broken files.
    """
    from dondoc.drafting import comments  # loads lxml: not before somebody writes a file

    return comments.annotate(path, facts, checks)
