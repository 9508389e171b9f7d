"""One row a write. The database itself refuses to change or delete a row (see the migrations)."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from dondoc.office.audit.wording import OBJECTS, PAGES, WORDS


class Entry(models.Model):
    """Who did what to which object, with the values before and after."""

    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="audit_entries")
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(name="audit_by_object", fields=["object_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.object_type} {self.object_id}"

    @property
    def words(self) -> str:
        """What was done, in words."""
        return str(WORDS.get(self.action, self.action))

    @property
    def object_words(self) -> str:
        """What it was done to, in words."""
        return f"{self.kind_words} {self.object_id}"

    @property
    def kind_words(self) -> str:
        """What kind of thing it was done to."""
        return str(OBJECTS.get(self.object_type, self.object_type))

    @property
    def page(self) -> str:
        """The address of what it was done to; empty where that has no page of its own."""
        name = PAGES.get(self.object_type)
        return reverse(name, args=[self.object_id]) if name else ""
