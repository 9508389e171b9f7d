from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    name = "dondoc.office.tasks"
    verbose_name = _("Nhiệm vụ")

    def ready(self) -> None:
        """Tasks are sorted by the names of agencies and groups: told of new ones."""
        from dondoc.office.tasks.leading import has_name

        for owner in ("agencies.Agency", "agencies.AgencyGroup"):
            post_save.connect(has_name, sender=owner, dispatch_uid=f"tasks.has_name.{owner}")
