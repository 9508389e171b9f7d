"""What waits for an answer: a handed-in result, and a wish for more time. Whoever answers has a clock too."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.models.task import Grade, Task


class Asked(models.Model):
    """What an agency, or somebody with a link, laid before another person, and who answered it when."""

    agency = models.ForeignKey("agencies.Agency", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    signed = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-at", "-pk"]


class SubmissionAnswer(models.TextChoices):
    """What became of a handed-in result."""

    PENDING = "pending", _("Chờ nghiệm thu")
    ACCEPTED = "accepted", _("Đã nghiệm thu")
    RETURNED = "returned", _("Trả lại")
    TAKEN_BACK = "taken_back", _("Đã rút lại")


class Submission(Asked):
    """One handing-in of a task's result; ``day`` is the date of the latest evidence, which decides on time or late."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="submissions")
    summary = models.TextField(_("Kết quả"))
    day = models.DateField(_("Ngày của minh chứng"))
    answer = models.CharField(max_length=10, choices=SubmissionAnswer.choices, default=SubmissionAnswer.PENDING)
    grade = models.CharField(max_length=10, choices=Grade.choices, blank=True)
    reason = models.TextField(_("Lý do"), blank=True)

    class Meta(Asked.Meta):
        constraints = [
            models.UniqueConstraint(
                name="submission_one_pending", fields=["task"], condition=models.Q(answer=SubmissionAnswer.PENDING)
            ),
            models.CheckConstraint(
                name="submission_returned_for_reason",
                condition=~models.Q(answer=SubmissionAnswer.RETURNED) | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="submission_accepted_by_another",
                condition=~models.Q(answer=SubmissionAnswer.ACCEPTED)
                | models.Q(by__isnull=True)
                | ~models.Q(by=models.F("answered_by")),
            ),
        ]
        indexes = [models.Index(name="submission_by_answer", fields=["answer", "task"])]

    def __str__(self) -> str:
        return self.summary[:80]


class ExtensionAnswer(models.TextChoices):
    """What became of a wish for more time."""

    PENDING = "pending", _("Chờ trả lời")
    GRANTED = "granted", _("Đã gia hạn")
    REFUSED = "refused", _("Không gia hạn")


class Extension(Asked):
    """More time asked for with a reason. ``before`` is the deadline at that moment; the first one stays on the task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="extensions")
    before = models.DateField(_("Hạn hiện tại"))
    wanted = models.DateField(_("Xin đến ngày"))
    reason = models.TextField(_("Lý do"))
    answer = models.CharField(max_length=10, choices=ExtensionAnswer.choices, default=ExtensionAnswer.PENDING)
    granted = models.DateField(_("Gia hạn đến ngày"), null=True, blank=True)
    answer_reason = models.TextField(_("Ý kiến"), blank=True)

    class Meta(Asked.Meta):
        constraints = [
            models.UniqueConstraint(
                name="extension_one_pending", fields=["task"], condition=models.Q(answer=ExtensionAnswer.PENDING)
            ),
            models.CheckConstraint(name="extension_for_reason", condition=~models.Q(reason="")),
            models.CheckConstraint(name="extension_is_later", condition=models.Q(wanted__gt=models.F("before"))),
            models.CheckConstraint(
                name="extension_granted_to_a_day",
                condition=~models.Q(answer=ExtensionAnswer.GRANTED) | models.Q(granted__isnull=False),
            ),
        ]
        indexes = [models.Index(name="extension_by_answer", fields=["answer", "task"])]

    def __str__(self) -> str:
        return f"{self.before:%d/%m/%Y} → {self.wanted:%d/%m/%Y}"
