"""What the worker of files runs: in a queue of its own, for a document that came in must not wait for a long list."""

from django.utils import timezone
from django_tasks import task

EXPORTS = "exports"


@task(queue_name=EXPORTS)
def export_in_background(export_pk: int) -> None:
    """Draft one file. Failures are kept on the export as a sentence, so the task itself does not fail."""
    # The actions queue this task, so it can know them only when it runs.
    from dondoc.office.exports.actions import draft

    draft(export_pk=export_pk, now=timezone.now())
