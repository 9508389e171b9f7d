"""Links with which an agency answers without an account, and every use of them."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskLink(models.Model):
    """One agency, chosen tasks, until a moment. Only the hash of the address's secret is kept."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="task_links")
    tasks = models.ManyToManyField("tasks.Task", related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    note = models.CharField(_("Gửi cho"), max_length=200, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(_("Hết hiệu lực"))
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="task_link_expires_later", condition=models.Q(expires_at__gt=models.F("created_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.created_at:%d/%m/%Y}"

    def works(self, now: datetime) -> bool:
        """Whether the link opens anything at ``now``."""
        return self.revoked_at is None and now < self.expires_at


class TaskLinkUse(models.Model):
    """One time that somebody opened a link or did something through it."""

    link = models.ForeignKey(TaskLink, on_delete=models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    task = models.ForeignKey("tasks.Task", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    signed = models.CharField(max_length=200, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(name="task_link_use_by_time", fields=["link", "-at"])]

    def __str__(self) -> str:
        return f"{self.act} {self.at:%d/%m/%Y %H:%M}"
