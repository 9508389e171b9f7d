"""The verdicts of checks among the facts, as the database reads them."""

from typing import Any

from django.db import models


class Verdict(models.Func):
    """The verdict of a check, as it was found. It stands in the question as such: so an index of it fits."""

    output_field = models.CharField()
    template = "json_extract(%(expressions)s, '$.verdict')"

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """The same where JSON is not text."""
        return self.as_sql(compiler, connection, template="(%(expressions)s ->> 'verdict')", **extra)
