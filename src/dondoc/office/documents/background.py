"""Reading in the background: what the worker runs."""

from django.utils import timezone
from django_tasks import task


@task()
def read_in_background(document_pk: int) -> None:
    """Read one document. Failures are kept on the document as a sentence, so the task itself does not fail."""
    # The actions queue this task, so it can know them only when it runs.
    from dondoc.office.documents.actions.reading import read_document

    read_document(document_pk=document_pk, now=timezone.now())
