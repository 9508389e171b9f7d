"""Assignments: to whom a task was told."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.models.task import Task


class AssignmentRole(models.TextChoices):
    """Who answers for a task, and who helps."""

    LEAD = "lead", _("Chủ trì")
    COORDINATING = "coordinating", _("Phối hợp")


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments; whatever writes them keeps right what their tasks repeat of them."""

    def bulk_create(self, objs: Iterable["Assignment"], *args: Any, **kwargs: Any) -> list["Assignment"]:
        """Make rows."""
        rows = list(objs)
        with transaction.atomic(using=self.db):
            made = super().bulk_create(rows, *args, **kwargs)
            keep(row.task_id for row in rows)
        return made

    def update(self, **values: Any) -> int:
        """Change rows; ``bulk_update`` comes through here too."""
        if not SAID & set(values):
            return super().update(**values)
        with transaction.atomic(using=self.db):
            before, rows = set(self.values_list("task", flat=True).order_by()), list(self.values_list("pk", flat=True))
            changed = super().update(**values)
            keep(before | set(Assignment.objects.filter(pk__in=rows).values_list("task", flat=True).order_by()))
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Take rows away."""
        with transaction.atomic(using=self.db):
            tasks = set(self.values_list("task", flat=True).order_by())
            gone = super().delete()
            keep(tasks)
        return gone

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Assignment(models.Model):
    """One agency or group that a task names. ``written`` is the name as the document has it.

    ``agency`` and ``group`` are both empty where the name is not in the list of agencies: the office has to clear it.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=12, choices=AssignmentRole.choices)
    written = models.CharField(_("Tên trong văn bản"), max_length=300)
    agency = models.ForeignKey(
        "agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    group = models.ForeignKey(
        "agencies.AgencyGroup", null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    progress = models.TextField(_("Tiến độ"), blank=True)
    progress_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["task_id", "role", "position", "pk"]
        constraints = [
            models.CheckConstraint(name="assignment_role_known", condition=models.Q(role__in=AssignmentRole.values)),
            models.CheckConstraint(
                name="assignment_agency_or_group",
                condition=models.Q(agency__isnull=True) | models.Q(group__isnull=True),
            ),
            models.UniqueConstraint(
                name="assignment_agency_once",
                fields=["task", "agency"],
                condition=models.Q(agency__isnull=False),
            ),
        ]
        indexes = [
            models.Index(name="assignment_by_agency", fields=["agency", "role", "task"]),
            models.Index(name="assignment_by_group", fields=["group", "role", "task"]),
        ]

    def __str__(self) -> str:
        return self.written

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and the task says the same."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            keep([self.task_id])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the row away, and the task says the same."""
        with transaction.atomic():
            gone = super().delete(*args, **kwargs)
            keep([self.task_id])
        return gone

    @property
    def name(self) -> str:
        """The agency's or group's own name, else the name as written."""
        owner = self.agency or self.group
        return owner.name if owner else self.written


SAID = frozenset({"task", "task_id", "role", "written", "agency", "agency_id", "group", "group_id", "position"})
AT_ONCE = 500


def keep(tasks: Iterable[int]) -> None:
    """Set what ``tasks`` repeat of their assignments (``models.task.KEPT``)."""
    pks = sorted(set(tasks))
    for start in range(0, len(pks), AT_ONCE):
        Task.objects.filter(pk__in=pks[start : start + AT_ONCE]).update(**repeated())


def repeated() -> dict[str, Any]:
    """What a task repeats, as the database finds it: how many lead, and the first of them."""
    leads = Assignment.objects.filter(task=OuterRef("pk"), role=AssignmentRole.LEAD)
    first = leads.order_by("position", "pk").annotate(called=Coalesce("agency__name", "group__name", "written"))
    return {
        "leads": Coalesce(Subquery(leads.order_by().values("task").annotate(number=Count("pk")).values("number")), 0),
        "lead_agency": Subquery(first.values("agency")[:1]),
        "lead_group": Subquery(first.values("group")[:1]),
        "led_by": Subquery(first.values("called")[:1]),
    }
