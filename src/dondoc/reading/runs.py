"""Runs of a text in the making, in one array: a long text has a hundred thousand of them."""

from array import array
from collections.abc import Iterable, Iterator

from dondoc.text import Run

_WIDTH = 4


class RunWriter:
    """Runs written one behind the other; neighbours that map character by character become one."""

    __slots__ = ("_flat", "_is_straight")

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._flat = array("q")
        self._is_straight = False
        for run in runs:
            self.add(*run)

    def add(self, start: int, end: int, source_start: int, source_end: int) -> None:
        """Write the run ``start`` to ``end``, which begins where the last one ended."""
        flat = self._flat
        is_straight = end - start == source_end - source_start
        if is_straight and self._is_straight and flat[-1] == source_start:
            flat[-3], flat[-1] = end, source_end
            return
        flat.extend((start, end, source_start, source_end))
        self._is_straight = is_straight

    def take_off(self, count: int) -> None:
        """Shorten the last run, which maps character by character or has no more, by ``count`` characters."""
        flat = self._flat
        if self._is_straight and flat[-3] - flat[-4] > count:
            flat[-3] -= count
            flat[-1] -= count
            return
        del flat[-_WIDTH:]
        self._is_straight = bool(flat) and flat[-3] - flat[-4] == flat[-1] - flat[-2]

    @property
    def source_end(self) -> int:
        """Where the last run ends in the source."""
        return self._flat[-1] if self._flat else 0

    def __len__(self) -> int:
        return len(self._flat) // _WIDTH

    def __getitem__(self, index: int) -> Run:
        at = (index if index >= 0 else len(self) + index) * _WIDTH
        return Run(*self._flat[at : at + _WIDTH])

    def __iter__(self) -> Iterator[Run]:
        for at in range(0, len(self._flat), _WIDTH):
            yield Run(*self._flat[at : at + _WIDTH])

    def column(self, name: str) -> "array[int]":
        """One field of all runs."""
        return self._flat[Run._fields.index(name) :: _WIDTH]

    def since(self, source: int) -> list[Run]:
        """The last runs that reach to ``source`` or beyond it."""
        first = len(self)
        while first and self._flat[first * _WIDTH - 1] >= source:
            first -= 1
        return [self[index] for index in range(first, len(self))]
