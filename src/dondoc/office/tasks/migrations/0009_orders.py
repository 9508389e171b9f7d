from datetime import date

from django.db import migrations, models
from django.db.models.functions import Coalesce, Left

INDEXES = (
    models.Index(fields=["due", "id", "phase", "lead_agency", "lead_group", "leads", "led_by"], name="task_by_due"),
    models.Index(fields=["state", "due", "id"], name="task_by_state_due"),
    models.Index(fields=["phase", "due", "id", "submitted_on", "leads"], name="task_by_phase_due"),
    models.Index(fields=["state", "submitted_on", "id"], name="task_by_submitted"),
    models.Index(fields=["begins", "id"], name="task_by_words"),
    models.Index(fields=["leads", "id"], name="task_by_leads"),
    models.Index(fields=["led_by", "due", "id"], name="task_by_led_by"),
    models.Index(fields=["lead_agency", "lead_group", "phase", "due", "leads", "led_by", "id"], name="task_by_lead"),
    models.Index(fields=["follower", "state", "due", "id"], name="task_by_follower"),
    models.Index(fields=["parent"], condition=models.Q(parent__isnull=False), name="task_by_parent"),
    models.Index(fields=["continues"], condition=models.Q(continues__isnull=False), name="task_by_continued"),
    models.Index(fields=["document", "start", "id"], name="task_by_document"),
)
BESIDE = (
    ("instruction", models.Index(fields=["replied_at", "task", "reply_due"], name="instruction_unanswered")),
    ("offer", models.Index(fields=["state", "task"], name="offer_by_state")),
    ("extension", models.Index(fields=["answer", "task"], name="extension_by_answer")),
    ("submission", models.Index(fields=["answer", "task"], name="submission_by_answer")),
)
OF_ASSIGNMENTS = (
    models.Index(fields=["agency", "role", "task"], name="assignment_by_agency"),
    models.Index(fields=["group", "role", "task"], name="assignment_by_group"),
)


class Migration(migrations.Migration):
    dependencies = [("tasks", "0008_keep_leads")]
    operations = [
        migrations.RemoveIndex("task", "task_by_state_deadline"),
        migrations.AddField(
            "task",
            "phase",
            models.GeneratedField(
                expression=models.Case(
                    models.When(state="done", finished_on__gt=models.F("deadline"), then=models.Value("done_late")),
                    models.When(
                        models.Q(leads=0) | models.Q(product="") | models.Q(deadline__isnull=True),
                        state="open",
                        then=models.Value("lacking"),
                    ),
                    default=models.F("state"),
                ),
                output_field=models.CharField(max_length=10),
                db_persist=True,
            ),
        ),
        migrations.AddField(
            "task",
            "due",
            models.GeneratedField(
                expression=Coalesce("deadline", models.Value(date(9999, 12, 31))),
                output_field=models.DateField(),
                db_persist=True,
            ),
        ),
        migrations.AddField(
            "task",
            "begins",
            models.GeneratedField(
                expression=Left("folded", 60), output_field=models.CharField(max_length=60), db_persist=True
            ),
        ),
        migrations.RemoveIndex("assignment", "assignment_by_agency"),
        *(migrations.AddIndex(name, index) for name, index in BESIDE),
        *(migrations.AddIndex("assignment", index) for index in OF_ASSIGNMENTS),
        *(migrations.AddIndex("task", index) for index in INDEXES),
    ]
