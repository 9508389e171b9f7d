"""The ways of looking at a list that a person keeps under a name."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SavedView(models.Model):
    """Filters, order and grouping of a list, as its address holds them. ``page`` is the route of the list."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    page = models.CharField(max_length=40)
    name = models.CharField(_("Tên cách xem"), max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(name="saved_view_named_once", fields=["person", "page", "name"]),
            models.CheckConstraint(name="saved_view_named", condition=~models.Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
