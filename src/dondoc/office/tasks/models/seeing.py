"""Tasks seen from agencies and groups that many tasks name: kept as rows of their own, for counting by an index.

The database itself keeps ``Seen`` right (``tasks.triggers``); ``tasks.keeping`` says which audiences there are.
"""

from django.db import models
from django.db.models import Q

from dondoc.office.tasks.models.task import Task


class Audience(models.Model):
    """Agencies and groups taken together; ``key`` tells them apart from all others (``tasks.sight.key_of``)."""

    key = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key[:12]


class AudiencePlace(models.Model):
    """One agency or group of an audience."""

    audience = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="places")
    agency = models.ForeignKey("agencies.Agency", null=True, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("agencies.AgencyGroup", null=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="audience_place_one",
                condition=Q(agency__isnull=True, group__isnull=False) | Q(agency__isnull=False, group__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return str(self.agency or self.group)


class Seen(models.Model):
    """A task that an audience sees, with what tasks are counted by, under the names that ``Task`` has for it."""

    audience = models.ForeignKey(Audience, on_delete=models.CASCADE, related_name="+", db_index=False)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+", db_index=False)
    document = models.ForeignKey(
        "documents.Document",
        null=True,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    state = models.CharField(max_length=10)
    phase = models.CharField(max_length=10)
    due = models.DateField()
    submitted_on = models.DateField(null=True)
    leads = models.PositiveSmallIntegerField()
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

    class Meta:
        constraints = [models.UniqueConstraint(name="seen_once", fields=["task", "audience"])]
        indexes = [
            models.Index(name="seen_by_due", fields=["audience", "due", "task"]),
            models.Index(name="seen_by_state", fields=["audience", "state", "due", "task"]),
            models.Index(
                name="seen_by_phase",
                fields=["audience", "phase", "due", "task", "submitted_on", "leads", "lead_agency", "lead_group"],
            ),
            models.Index(
                name="seen_by_lead", fields=["audience", "leads", "lead_agency", "lead_group", "phase", "due", "task"]
            ),
            models.Index(name="seen_by_document", fields=["audience", "document"]),
        ]

    def __str__(self) -> str:
        return f"{self.audience_id}: {self.task_id}"
