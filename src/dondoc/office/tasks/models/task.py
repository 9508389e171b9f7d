"""Tasks: what was told, and how far people decided it has come. To whom it was told is ``models.assignment``."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce, Left
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.models.lookups import AmongMany, ByTheWay, Literally, OneOf, OutOfOrder
from dondoc.office.tasks.models.parts import TaskQuerySet


class TaskState(models.TextChoices):
    """What people decided about a task. A task that was returned is open again, with ``returned_reason``."""

    OPEN = "open", _("Đang thực hiện")
    SUBMITTED = "submitted", _("Đã nộp kết quả")
    DONE = "done", _("Đã nghiệm thu")
    WAITING = "waiting", _("Chờ điều kiện")
    CANCELLED = "cancelled", _("Dừng")


class Grade(models.TextChoices):
    """How good a handed-in result was, said by whoever accepts it."""

    GOOD = "good", _("Tốt")
    MET = "met", _("Đạt yêu cầu")
    PARTLY = "partly", _("Đạt một phần")


class Recurrence(models.TextChoices):
    """How often a task falls due again; ``recurs_on`` is the day of the month, for weekly ones of the week."""

    WEEKLY = "weekly", _("Hằng tuần")
    MONTHLY = "monthly", _("Hằng tháng")
    QUARTERLY = "quarterly", _("Hằng quý")
    YEARLY = "yearly", _("Hằng năm")


class Phase(StrEnum):
    """The state, told apart where the standing depends on more than dates: what tasks are counted by.

    Open tasks that lack a lead, a deadline or a product are LACKING.
    """

    OPEN = "open"
    LACKING = "lacking"
    SUBMITTED = "submitted"
    DONE = "done"
    DONE_LATE = "done_late"
    WAITING = "waiting"
    CANCELLED = "cancelled"


models.DateField.register_lookup(ByTheWay)
models.DateField.register_lookup(OutOfOrder)
models.CharField.register_lookup(Literally)
models.BigAutoField.register_lookup(AmongMany)
models.BigAutoField.register_lookup(OneOf)
NEVER = date.max
KEPT = frozenset({"leads", "lead_agency", "lead_group", "led_by"})


class Task(models.Model):
    """Something an agency was told to do, for ever tied to the sentence that says so.

    ``leads`` to ``led_by`` repeat of the assignments how many lead, and the first of them: lists of many tasks sort and
    count by them. Only ``tasks.leading.keep`` writes them. ``phase``, ``due`` and ``begins`` the database computes.
    """

    text = models.TextField(_("Nội dung"))
    item = models.CharField(_("Mục"), max_length=40, blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="tasks"
    )
    fact = models.OneToOneField("documents.Fact", null=True, blank=True, on_delete=models.PROTECT, related_name="task")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    sentence = models.TextField(blank=True)
    product = models.TextField(_("Sản phẩm"), blank=True)
    deadline = models.DateField(_("Hạn"), null=True, blank=True, db_index=True)
    deadline_text = models.CharField(_("Hạn ghi trong văn bản"), max_length=300, blank=True)
    first_deadline = models.DateField(_("Hạn đầu"), null=True, blank=True)
    legal_basis = models.JSONField(_("Căn cứ"), default=list, blank=True)
    follower = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Chuyên viên theo dõi"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followed_tasks",
    )
    state = models.CharField(max_length=10, choices=TaskState.choices, default=TaskState.OPEN)
    submitted_on = models.DateField(_("Ngày nộp kết quả"), null=True, blank=True)
    finished_on = models.DateField(_("Ngày hoàn thành"), null=True, blank=True)
    returned_reason = models.TextField(blank=True)
    waiting_for = models.TextField(blank=True)
    look_again = models.DateField(null=True, blank=True)
    cancelled_reason = models.TextField(blank=True)
    grade = models.CharField(_("Chất lượng"), max_length=10, choices=Grade.choices, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="subtasks")
    continues = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="continuations")
    recurrence = models.CharField(_("Lặp lại"), max_length=10, choices=Recurrence.choices, blank=True)
    recurs_on = models.PositiveSmallIntegerField(_("Vào ngày"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="created_tasks"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="changed_tasks"
    )
    version = models.PositiveIntegerField(default=1)
    folded = models.TextField(editable=False, default="")
    leads = models.PositiveSmallIntegerField(editable=False, default=0)
    lead_agency = models.ForeignKey(
        "agencies.Agency", null=True, editable=False, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    lead_group = models.ForeignKey(
        "agencies.AgencyGroup", null=True, editable=False, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    led_by = models.CharField(max_length=300, null=True, editable=False)  # noqa: DJ001 - nobody sorts after all names
    phase = models.GeneratedField(
        expression=models.Case(
            models.When(
                state=TaskState.DONE, finished_on__gt=models.F("deadline"), then=models.Value(Phase.DONE_LATE.value)
            ),
            models.When(
                models.Q(leads=0) | models.Q(product="") | models.Q(deadline__isnull=True),
                state=TaskState.OPEN,
                then=models.Value(Phase.LACKING.value),
            ),
            default=models.F("state"),
        ),
        output_field=models.CharField(max_length=10),
        db_persist=True,
    )
    due = models.GeneratedField(
        expression=Coalesce("deadline", models.Value(NEVER)), output_field=models.DateField(), db_persist=True
    )
    begins = models.GeneratedField(
        expression=Left("folded", 60), output_field=models.CharField(max_length=60), db_persist=True
    )

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["deadline", "pk"]
        verbose_name = _("nhiệm vụ")
        constraints = [
            models.CheckConstraint(name="task_state_known", condition=models.Q(state__in=TaskState.values)),
            models.CheckConstraint(name="task_text_said", condition=~models.Q(text="")),
            models.CheckConstraint(
                name="task_submitted_dated",
                condition=~models.Q(state=TaskState.SUBMITTED) | models.Q(submitted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="task_done_dated",
                condition=~models.Q(state=TaskState.DONE) | models.Q(finished_on__isnull=False),
            ),
            models.CheckConstraint(
                name="task_waiting_for_something",
                condition=~models.Q(state=TaskState.WAITING) | ~models.Q(waiting_for=""),
            ),
            models.CheckConstraint(
                name="task_cancelled_for_reason",
                condition=~models.Q(state=TaskState.CANCELLED) | ~models.Q(cancelled_reason=""),
            ),
            models.CheckConstraint(name="task_grade_known", condition=models.Q(grade__in=["", *Grade.values])),
            models.CheckConstraint(
                name="task_not_under_itself",
                condition=(models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")))
                & (models.Q(continues__isnull=True) | ~models.Q(continues=models.F("id"))),
            ),
            models.CheckConstraint(
                name="task_recurs_on_a_day",
                condition=models.Q(recurrence="", recurs_on__isnull=True)
                | models.Q(recurrence__in=Recurrence.values, recurs_on__gte=1, recurs_on__lte=31),
            ),
            models.CheckConstraint(
                name="task_span_ordered",
                condition=models.Q(start__isnull=True, end__isnull=True)
                | models.Q(start__isnull=False, end__isnull=False, start__lte=models.F("end")),
            ),
        ]
        # Each list has an index that holds its filter and its order; those that only count need nothing else.
        indexes = [
            models.Index(
                name="task_by_due", fields=["due", "id", "phase", "lead_agency", "lead_group", "leads", "led_by"]
            ),
            models.Index(name="task_by_state_due", fields=["state", "due", "id"]),
            models.Index(name="task_by_phase_due", fields=["phase", "due", "id", "submitted_on", "leads"]),
            models.Index(name="task_by_submitted", fields=["state", "submitted_on", "id"]),
            models.Index(name="task_by_words", fields=["begins", "id"]),
            models.Index(name="task_by_leads", fields=["leads", "id"]),
            models.Index(name="task_by_led_by", fields=["led_by", "due", "id"]),
            models.Index(
                name="task_by_lead", fields=["lead_agency", "lead_group", "phase", "due", "leads", "led_by", "id"]
            ),
            models.Index(
                name="task_unfinished_by_lead",
                fields=["lead_agency", "lead_group", "phase", "due", "leads", "id"],
                condition=models.Q(phase__in=("open", "lacking", "submitted", "waiting")),
            ),
            models.Index(name="task_without_product", fields=["phase", "due", "id"], condition=models.Q(product="")),
            models.Index(name="task_by_follower", fields=["follower", "state", "due", "id"]),
            models.Index(name="task_by_parent", fields=["parent"], condition=models.Q(parent__isnull=False)),
            models.Index(name="task_by_continued", fields=["continues"], condition=models.Q(continues__isnull=False)),
            models.Index(name="task_by_document", fields=["document", "start", "id"]),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save; what the assignments say stays as it is in the database."""
        if update_fields is None and not self._state.adding and not kwargs.get("force_insert"):
            fields = self._meta.concrete_fields
            update_fields = [each.name for each in fields if not (each.primary_key or each.generated)]
            update_fields = [name for name in update_fields if name not in KEPT]
        super().save(*args, update_fields=update_fields, **kwargs)
