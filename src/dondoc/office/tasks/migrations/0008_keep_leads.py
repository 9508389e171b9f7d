"""What tasks repeat of their assignments, for the tasks that are there."""

from django.db import migrations
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce


def keep(apps, schema_editor):
    Task, Assignment = apps.get_model("tasks", "Task"), apps.get_model("tasks", "Assignment")
    leads = Assignment.objects.filter(task=OuterRef("pk"), role="lead")
    first = leads.order_by("position", "pk").annotate(called=Coalesce("agency__name", "group__name", "written"))
    Task.objects.filter(pk__in=Assignment.objects.filter(role="lead").values("task")).update(
        leads=Coalesce(Subquery(leads.order_by().values("task").annotate(number=Count("pk")).values("number")), 0),
        lead_agency=Subquery(first.values("agency")[:1]),
        lead_group=Subquery(first.values("group")[:1]),
        led_by=Subquery(first.values("called")[:1]),
    )


class Migration(migrations.Migration):
    dependencies = [("tasks", "0007_leads")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
