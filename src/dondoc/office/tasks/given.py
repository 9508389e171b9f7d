"""Tasks that one act gave, an import or a document: the list that a notice of all of them leads to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.timezone import localtime

from dondoc.office.tasks.models import Task

ADDRESS = "dot-giao"
_WRITTEN = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Given:
    """The tasks from number ``first`` to ``last`` that were made at the moment ``at``."""

    first: int
    last: int
    at: datetime

    def __str__(self) -> str:
        return f"{localtime(self.at):%H:%M %d/%m/%Y}"

    def of(self, tasks: QuerySet[Task]) -> QuerySet[Task]:
        """Those of ``tasks``."""
        return tasks.filter(pk__range=(self.first, self.last), created_at=self.at)


def given_at_once(tasks: Iterable[Task]) -> str:
    """The filters of the task list that show ``tasks``, which one act made."""
    keys = [task.pk for task in tasks]
    return urlencode({ADDRESS: f"{min(keys)}-{max(keys)}"}) if keys else ""


def read_given(words: str) -> Given | None:
    """What stands in the address; None where it is no such thing."""
    written = _WRITTEN.fullmatch(words)
    if written is None:
        return None
    first, last = int(written[1]), int(written[2])
    at = Task.objects.filter(pk=first).values_list("created_at", flat=True).first()
    return Given(first, last, at) if at is not None else None
