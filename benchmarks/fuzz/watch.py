"""What reading must never do to the machine, watched while damaged files are read: write a file, call somebody."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_CALLS = ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request")


@dataclass(slots=True)
class _Watch:
    """What was seen since somebody looked; the interpreter keeps its hooks for good, so there is one."""

    is_on: bool = False
    is_hooked: bool = False
    seen: list[str] = field(default_factory=list)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.is_on:
            return
        if event in _CALLS:
            self.seen.append(f"{event} {arguments[1:]}")
        elif event == "open" and _is_written(*arguments):
            self.seen.append(f"writes {arguments[0]}")


def _is_written(path: object, _: object, flags: object) -> bool:
    """Whether a file is opened to be written; a pipe has a number for a name."""
    return isinstance(flags, int) and flags & _WRITING != 0 and not isinstance(path, int) and path != os.devnull


_WATCH = _Watch()


@contextmanager
def watched() -> Iterator[list[str]]:
    """The list of what was written and called, filled while the block runs."""
    if not _WATCH.is_hooked:
        sys.addaudithook(_WATCH)
        _WATCH.is_hooked = True
    _WATCH.seen.clear()
    _WATCH.is_on = True
    try:
        yield _WATCH.seen
    finally:
        _WATCH.is_on = False
