"""What the worker does for agencies."""

from django.utils import timezone
from django_tasks import task


@task()
def merge_in_background(job_pk: int) -> None:
    """Carry out one large merger, or take one back. What is refused is kept on the job as a sentence."""
    # The actions queue this task, so it can know them only when it runs.
    from dondoc.office.agencies.actions.queueing import work_off

    work_off(job_pk=job_pk, now=timezone.now())
