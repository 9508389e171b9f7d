"""The words of tasks as PostgreSQL keeps them beside (``searching``): found by letters, counted where they stand."""

from django.db import models

from dondoc.office.tasks.models.task import Task


class Worded(models.Model):
    """The words of one task, with what tasks are counted by, under the names that ``Task`` has for it.

    Only PostgreSQL has the rows; ``searching`` makes the table, and the database itself keeps it right.
    """

    task = models.OneToOneField(
        Task, primary_key=True, db_column="id", on_delete=models.DO_NOTHING, related_name="+", db_constraint=False
    )
    folded = models.TextField()
    document = models.ForeignKey(
        "documents.Document", null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False
    )
    state = models.CharField(max_length=10)
    phase = models.CharField(max_length=10)
    due = models.DateField()
    submitted_on = models.DateField(null=True)
    leads = models.PositiveSmallIntegerField()
    lead_agency = models.ForeignKey(
        "agencies.Agency", null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False
    )
    lead_group = models.ForeignKey(
        "agencies.AgencyGroup", null=True, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False
    )

    class Meta:
        managed = False
        db_table = "tasks_task_words"

    def __str__(self) -> str:
        return self.folded[:80]
