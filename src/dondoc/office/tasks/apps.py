from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save, pre_migrate
from django.utils.translation import gettext_lazy as _


class TasksConfig(AppConfig):
    name = "dondoc.office.tasks"
    verbose_name = _("Nhiệm vụ")

    def ready(self) -> None:
        """Tasks are sorted by the names of agencies and groups: told of new ones. Triggers come after migrations."""
        from dondoc.office import searching
        from dondoc.office.tasks import keeping, tallying, triggers
        from dondoc.office.tasks.leading import has_name

        for each in (triggers, searching, tallying):
            pre_migrate.connect(each.before_migrations, sender=self, dispatch_uid=f"{each.__name__}.before")
            post_migrate.connect(each.after_migrations, sender=self, dispatch_uid=f"{each.__name__}.after")
        # Last: what the triggers keep right from then on.
        post_migrate.connect(keeping.after_migrations, sender=self, dispatch_uid=f"{keeping.__name__}.after")

        for owner in ("agencies.Agency", "agencies.AgencyGroup"):
            post_save.connect(has_name, sender=owner, dispatch_uid=f"tasks.has_name.{owner}")
