"""What the office offers to a person: that a task goes on with an earlier one, that a sentence speaks of a task."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.models.task import Task


class OfferKind(models.TextChoices):
    """What is offered."""

    CONTINUES = "continues", _("Tiếp tục nhiệm vụ trước")
    EVIDENCE = "evidence", _("Câu có thể là minh chứng")


class OfferState(models.TextChoices):
    """What a person said to it."""

    OPEN = "open", _("Chờ quyết định")
    TAKEN = "taken", _("Đã nhận")
    DECLINED = "declined", _("Đã bỏ qua")


class Offer(models.Model):
    """One offer about ``task``: an ``earlier`` task, or a ``sentence`` of a ``document``."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="offers")
    kind = models.CharField(max_length=10, choices=OfferKind.choices)
    earlier = models.ForeignKey(Task, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    sentence = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    score = models.FloatField()
    shared = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=OfferState.choices, default=OfferState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [
            models.CheckConstraint(
                name="offer_of_something",
                condition=models.Q(kind=OfferKind.CONTINUES, earlier__isnull=False)
                | models.Q(kind=OfferKind.EVIDENCE, document__isnull=False),
            ),
            models.UniqueConstraint(
                name="offer_sentence_once", fields=["task", "document", "sentence"], condition=models.Q(kind="evidence")
            ),
            models.UniqueConstraint(
                name="offer_earlier_once", fields=["task", "earlier"], condition=models.Q(kind="continues")
            ),
        ]
        indexes = [
            models.Index(name="offer_by_task_state", fields=["task", "state"]),
            models.Index(name="offer_by_state", fields=["state", "task"]),
        ]

    def __str__(self) -> str:
        return self.sentence or str(self.earlier)
