"""Lines and columns of the source, looked up in one index instead of counted anew for each fact."""

import re
from bisect import bisect_right

from dondoc.text import Span, Text


class Lines:
    """Where the lines of a text's source begin."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: Text) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text.source))]

    def at(self, span: Span) -> tuple[int, int]:
        """The 1-based line and column in which ``span`` begins."""
        start = self._text.to_source(span).start
        line = bisect_right(self._starts, start)
        return line, start - self._starts[line - 1] + 1
