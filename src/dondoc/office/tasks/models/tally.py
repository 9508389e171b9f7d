"""How many tasks of the whole office are alike in what their standing depends on: kept for counting all of them.

The database itself keeps the rows right (``tasks.tallying``).
"""

from django.db import models


class Tally(models.Model):
    """So ``many`` tasks more, or fewer, have this phase and this deadline, under the names that ``Task`` has for them.

    Every change adds a row and changes none, so that nobody who writes waits for another; what tasks there are is the
    sum. Now and then the rows that are alike are put together.
    """

    state = models.CharField(max_length=10)
    phase = models.CharField(max_length=10)
    due = models.DateField()
    many = models.IntegerField()

    class Meta:
        indexes = [models.Index(name="tally_by_phase", fields=["phase", "due", "state", "many"])]

    def __str__(self) -> str:
        return f"{self.phase} {self.due}: {self.many}"
