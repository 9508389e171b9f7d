"""How many tasks of the whole office are alike in what they are counted by: kept for counting all of them.

The database itself keeps the rows right (``tasks.tallying``). Every change adds rows and changes none, so that nobody
who writes waits for another; what tasks there are is the sum. Now and then rows that are alike are put together.
"""

from django.db import models


class Tally(models.Model):
    """So ``many`` tasks more, or fewer, have this phase and this deadline, under the names that ``Task`` has."""

    state = models.CharField(max_length=10)
    phase = models.CharField(max_length=10)
    due = models.DateField()
    many = models.IntegerField()

    class Meta:
        indexes = [models.Index(name="tally_by_phase", fields=["phase", "due", "state", "many"])]

    def __str__(self) -> str:
        return f"{self.phase} {self.due}: {self.many}"


class LedTally(models.Model):
    """So ``many`` tasks more, or fewer, that this one agency or group leads have this phase and a deadline this month.

    ``due`` is the first of the month; NEVER where there is no deadline, and where tasks have ended: nobody asks theirs.
    Tasks that several lead, or nobody, are in no row.
    """

    lead_agency = models.ForeignKey(
        "agencies.Agency", null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    lead_group = models.ForeignKey(
        "agencies.AgencyGroup",
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    phase = models.CharField(max_length=10)
    due = models.DateField()
    many = models.IntegerField()

    class Meta:
        indexes = [models.Index(name="led_tally_by_lead", fields=["lead_agency", "lead_group", "phase", "due", "many"])]

    def __str__(self) -> str:
        return f"{self.lead_agency_id or self.lead_group_id} {self.phase} {self.due}: {self.many}"
