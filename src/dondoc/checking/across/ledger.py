"""Statements by what they are about; two that are about the same thing and differ leave it open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dondoc.checking.across.months import Months
from dondoc.checking.across.statements import Key, Statement


class Ledger:
    """Statements of one document, or of several with their sources."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_key: dict[Key, list[Statement]] = defaultdict(list)
        for each in statements:
            self._by_key[each.key].append(each)

    def __iter__(self) -> Iterator[Statement]:
        return (each for group in self._by_key.values() for each in group)

    @property
    def things(self) -> list[Key]:
        """All keys, in the order of their first statements."""
        return list(self._by_key)

    def all(self, key: Key) -> list[Statement]:
        return self._by_key.get(key, [])

    def one(self, key: Key) -> Statement | None:
        """What the newest document says of ``key``; None where nothing, or two things at once."""
        found = self._by_key.get(key, [])
        if not found:
            return None
        newest = max(map(_age, found))
        said = [each for each in found if _age(each) == newest]
        first = said[0]
        return first if all(each.interval.meets(first.interval) for each in said[1:]) else None

    def like(self, statement: Statement, months: Months) -> Statement | None:
        """The same thing as ``statement`` in other months."""
        return self.one(replace(statement, months=months).key)


def _age(statement: Statement) -> tuple[date, str]:
    source = statement.source
    return (source.issued or date.min, source.key) if source else (date.min, "")
