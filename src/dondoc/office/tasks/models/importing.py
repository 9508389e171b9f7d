"""A list of tasks that somebody brought as a spreadsheet, waiting to be looked at."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TaskImport(models.Model):
    """The sheet as read: ``heads`` and ``rows`` of words. Thrown away unlooked-at after a week."""

    name = models.CharField(_("Tệp"), max_length=255)
    heads = models.JSONField()
    rows = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    made = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name
