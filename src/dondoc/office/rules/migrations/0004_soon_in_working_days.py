"""What is soon is counted in working days, as what is overdue is: five of them are a week."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def to_working_days(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    rules = apps.get_model("rules", "Rules")
    for each in rules.objects.all():
        each.due_soon_days = round(each.due_soon_days * 5 / 7)
        each.save(update_fields=["due_soon_days"])


def to_days(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    rules = apps.get_model("rules", "Rules")
    for each in rules.objects.all():
        each.due_soon_days = round(each.due_soon_days * 7 / 5)
        each.save(update_fields=["due_soon_days"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0003_second_factor")]

    operations = [
        migrations.AlterField(
            "rules",
            "due_soon_days",
            models.PositiveSmallIntegerField(default=5, verbose_name="Nhắc trước hạn (ngày làm việc)"),
        ),
        migrations.RunPython(to_working_days, to_days, elidable=True),
    ]
