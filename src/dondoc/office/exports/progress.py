"""How far the drafting of a file has come.

It stands in a small file beside, not in a row: whoever reads a table of SQLite by and by cannot write to it meanwhile.
"""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from django.conf import settings

Row = TypeVar("Row")
SECONDS = 0.5


class Progress:
    """Counts the rows that pass by; tells at most twice a second. Without a ``key`` nobody is told."""

    def __init__(self, key: int | None = None) -> None:
        self._path = None if key is None else _path(key)
        self._done, self._told = 0, 0.0

    def over(self, rows: Iterable[Row]) -> Iterator[Row]:
        """``rows`` as they are."""
        for row in rows:
            yield row
            self._done += 1
            if self._path is not None and time.monotonic() - self._told > SECONDS:
                self._told = time.monotonic()
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text(str(self._done))


def done_of(key: int) -> int:
    """How many rows of the export ``key`` are written."""
    try:
        return int(_path(key).read_text() or 0)
    except (OSError, ValueError):
        return 0


def forget(key: int) -> None:
    """The file is drafted: nobody asks any more."""
    _path(key).unlink(missing_ok=True)


def _path(key: int) -> Path:
    return Path(settings.MEDIA_ROOT) / "exports" / f"{key}.progress"
