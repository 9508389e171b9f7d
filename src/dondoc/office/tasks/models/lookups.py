"""A way of asking for days that filters refer to by name."""

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
