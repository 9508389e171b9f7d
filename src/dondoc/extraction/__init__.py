"""Mentions to facts."""

from dondoc.facts import Facts
from dondoc.text import Text


def extract(text: Text) -> Facts:
    """Extract header, directives and quantities of ``text``."""
    raise NotImplementedError
