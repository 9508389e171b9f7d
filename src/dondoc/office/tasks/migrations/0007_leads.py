from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tasks", "0006_saved_view"), ("agencies", "0002_mergers")]
    operations = [
        migrations.AddField(
            "task",
            "lead_agency",
            models.ForeignKey(
                db_index=False, editable=False, null=True, on_delete=models.SET_NULL, related_name="+",
                to="agencies.agency",
            ),
        ),
        migrations.AddField(
            "task",
            "lead_group",
            models.ForeignKey(
                db_index=False, editable=False, null=True, on_delete=models.SET_NULL, related_name="+",
                to="agencies.agencygroup",
            ),
        ),
        migrations.AddField("task", "leads", models.PositiveSmallIntegerField(default=0, editable=False)),
        migrations.AddField("task", "led_by", models.CharField(editable=False, max_length=300, null=True)),
    ]
