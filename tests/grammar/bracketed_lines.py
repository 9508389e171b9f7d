"""Lines with names in brackets: ``[words]``, or ``[words|name]`` where the two differ; ``\\n`` is a line break."""

import re
from pathlib import Path

_MARK = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")
_LINES = Path(__file__).parent / "lines"


def unmark(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The line without its marks, and where each marked stretch stands with its name."""
    words, expected, last = "", [], 0
    for mark in _MARK.finditer(line):
        words += line[last : mark.start()]
        start = len(words)
        words += mark[1]
        expected.append((start, len(words), mark[2] or " ".join(mark[1].split())))
        last = mark.end()
    return words + line[last:], expected


def read_bracketed(name: str) -> list[str]:
    """The lines of ``lines/NAME.txt`` without blank lines and comments."""
    raw = (_LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in raw if line and not line.startswith("# ")]
