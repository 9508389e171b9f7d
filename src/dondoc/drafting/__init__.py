"""Facts to files."""

from collections.abc import Sequence
from pathlib import Path

from dondoc.facts import Check, Facts


def annotate(path: Path | str, facts: Facts, checks: Sequence[Check]) -> bytes:
    """Return the file at ``path`` with findings as comments at the words they concern."""
    raise NotImplementedError
