"""Ways of asking that filters refer to by name: what databases should know of a question before they answer it."""

import json
from typing import Any

from django.db import models


class ByTheWay(models.Transform):
    """The same day, asked so that SQLite does not begin with the index of days.

    It takes any stretch of days for a short one, and would sort all tasks that an index of leads gives in order.
    """

    lookup_name = "by_the_way"
    template = "%(expressions)s"
    output_field = models.DateField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        """The column as a value, which no index holds."""
        return self.as_sql(compiler, connection, template="+%(expressions)s")


class OutOfOrder(ByTheWay):
    """The same day, for putting few in order: no database looks for them among all by the index of days."""

    lookup_name = "out_of_order"

    def as_postgresql(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        """A sum, which no index holds."""
        return self.as_sql(compiler, connection, template="(%(expressions)s + 0)")


class AmongMany(models.Transform):
    """A key, asked so that PostgreSQL reads an index of all and picks those that are wanted, not each wanted one apart.

    Of words looked for it expects far fewer than there are.
    """

    lookup_name = "among_many"
    output_field = models.BigIntegerField()
    template = "%(expressions)s"

    def as_postgresql(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        """A sum, which no index holds."""
        return self.as_sql(compiler, connection, template="(%(expressions)s + 0)")


class OneOf(models.Lookup[Any]):
    """A key that is one of thousands: told the database at once, for naming each takes longer than finding them."""

    lookup_name = "one_of"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """As a table of the keys."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*parameters, json.dumps(sorted(self.rhs))]

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """As an array of the keys."""
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*parameters, sorted(self.rhs)]


class Literally(models.Lookup[Any]):
    """One of some words that stand in the question as such: SQLite then sees that an index of just these fits."""

    lookup_name = "literally"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """The words, which are names of ours and nothing that anybody typed."""
        column, parameters = self.process_lhs(compiler, connection)
        if not all(str(word).isidentifier() for word in self.rhs):
            raise ValueError(f"no names: {self.rhs}")
        return f"{column} IN ({', '.join(repr(str(word)) for word in self.rhs)})", parameters
