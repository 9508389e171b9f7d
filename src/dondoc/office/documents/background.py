"""Reading in the background: what the workers run.

Two queues, each with a worker of its own: a scan of many pages takes minutes, and a notice that came after it must not
wait for it. Which it is shows when the reading begins: a long scan is then put into the other queue.
"""

from django.utils import timezone
from django_tasks import task

SCANS = "scans"
QUEUES = ("default", SCANS)


@task()
def read_in_background(document_pk: int) -> None:
    """Read one document. Failures are kept on the document as a sentence, so the task itself does not fail."""
    # The actions queue this task, so it can know them only when it runs.
    from dondoc.office.documents.actions.reading import read_document

    read_document(document_pk=document_pk, now=timezone.now(), scans_wait=True)


@task(queue_name=SCANS)
def read_scan_in_background(document_pk: int) -> None:
    """Read one document that is a long scan."""
    from dondoc.office.documents.actions.reading import read_document

    read_document(document_pk=document_pk, now=timezone.now())
