"""Tasks and assignments: what was told to whom, and how far people decided it has come."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskState(models.TextChoices):
    """What people decided about a task. A task that was returned is open again, with ``returned_reason``."""

    OPEN = "open", _("Đang thực hiện")
    SUBMITTED = "submitted", _("Đã nộp kết quả")
    DONE = "done", _("Đã nghiệm thu")
    WAITING = "waiting", _("Chờ điều kiện")
    CANCELLED = "cancelled", _("Dừng")


class AssignmentRole(models.TextChoices):
    """Who answers for a task, and who helps."""

    LEAD = "lead", _("Chủ trì")
    COORDINATING = "coordinating", _("Phối hợp")


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


class Task(models.Model):
    """Something an agency was told to do, for ever tied to the sentence that says so."""

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
        indexes = [models.Index(name="task_by_state_deadline", fields=["state", "deadline", "id"])]

    def __str__(self) -> str:
        return self.text[:80]


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
        indexes = [models.Index(name="assignment_by_agency", fields=["agency", "role"])]

    def __str__(self) -> str:
        return self.written

    @property
    def name(self) -> str:
        """The agency's or group's own name, else the name as written."""
        owner = self.agency or self.group
        return owner.name if owner else self.written
