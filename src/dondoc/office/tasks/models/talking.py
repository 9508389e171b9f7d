"""What people say to each other about a task: a leader's instruction with its reply, comments, and who watches."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.office.tasks.models.task import Task


class Instruction(models.Model):
    """A leader's word on a task, with a day by which the lead replies."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="instructions")
    text = models.TextField(_("Ý kiến chỉ đạo"))
    reply_due = models.DateField(_("Trả lời trước ngày"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reply = models.TextField(_("Trả lời"), blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(name="instruction_says_something", condition=~models.Q(text=""))]
        indexes = [models.Index(name="instruction_unanswered", fields=["replied_at", "task", "reply_due"])]

    def __str__(self) -> str:
        return self.text[:80]


class Comment(models.Model):
    """A remark on a task; those it mentions get a notice."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(_("Trao đổi"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="mentioned_in")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.CheckConstraint(name="comment_says_something", condition=~models.Q(text=""))]

    def __str__(self) -> str:
        return self.text[:80]


class Watch(models.Model):
    """Somebody who wants to hear of everything about a task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="watches")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watches")

    class Meta:
        constraints = [models.UniqueConstraint(name="watch_once", fields=["task", "person"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.task_id}"
