"""A file that somebody asked for."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

KEPT_FOR = timedelta(hours=24)


class Export(models.Model):
    """What was asked for (``kind`` of ``kinds.KINDS``, ``query`` of its address) and the file, once it is there.

    ``sight``: what the person saw when the file was drafted (``sight.sight_of``); whoever sees something else since
    then does not get it. ``rows``: how many there were to write when it was asked for.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exports")
    kind = models.CharField(max_length=30)
    query = models.TextField(blank=True)
    name = models.CharField(max_length=120)
    rows = models.PositiveIntegerField()
    at = models.DateTimeField()
    queued_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=300, blank=True)
    sight = models.CharField(max_length=64, blank=True)
    file = models.FileField(upload_to="exports", max_length=200, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def size(self) -> int:
        """How large the file is; 0 where there is none."""
        return int(self.file.size) if self.file.name and self.file.storage.exists(self.file.name) else 0

    @property
    def until(self) -> datetime:
        """When the file goes."""
        return self.at + KEPT_FOR
