"""A review of tasks that was issued: its numbers as they were, never computed again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Review(models.Model):
    """Numbers of a day, frozen under a code. ``rows`` are those of ``tasks.reviewing.Line`` as JSON."""

    code = models.CharField(_("Mã"), max_length=20, unique=True)
    as_of = models.DateField(_("Tính đến ngày"))
    scope = models.CharField(_("Phạm vi"), max_length=300)
    rows = models.JSONField()
    total = models.JSONField()
    late = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.code
