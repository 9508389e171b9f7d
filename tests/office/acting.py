"""The world in which every action of the office is tried, and what an act must leave behind."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet

import dondoc.office
from dondoc.office.accounts.models import User
from dondoc.office.audit.models import Entry
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document, DocumentStatus, Fact, Reading
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast


@dataclass(frozen=True, slots=True)
class World:
    """The cast, a document that was read, an open task of the first department."""

    cast: Cast
    document: Document
    task: Task

    @property
    def office(self) -> User:
        return self.cast.office

    @property
    def directive(self) -> Fact:
        return Fact.objects.get(reading=self.document.reading_id, key="d1")

    @property
    def finding(self) -> Fact:
        return Fact.objects.get(reading=self.document.reading_id, kind="check")

    @property
    def mended(self) -> Document:
        row = {"key": "m1", "rule": "scan", "before": "Thông nhất", "after": "Thống nhất"}
        Reading.objects.filter(document=self.document).update(repairs=[row])
        return self.document

    @property
    def failed(self) -> Document:
        made = upload(file=ContentFile(b"b", name="b.txt"), name="b.txt", by=self.office, now=NOW)
        made.status, made.failure = DocumentStatus.FAILED, "Không đọc được."
        made.save(update_fields=["status", "failure"])
        return made


@dataclass(frozen=True, slots=True)
class Act:
    """How to do it, and the actions that the audit must hold afterwards."""

    do: Callable[[World], object]
    leaves: frozenset[str]


def act(do: Callable[[World], object], *leaves: str) -> Act:
    return Act(do, frozenset(leaves))


def make_world(cast: Cast, document: Document) -> World:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    task = create_task(text="Rà soát trường học", owed=owed, by=cast.office, now=NOW, deadline=TODAY, product="Báo cáo")
    return World(cast, document, task)


def each_done(acts: Mapping[str, Act], cast: Cast, document: Document) -> Iterator[tuple[str, Act, QuerySet[Entry]]]:
    """Yield each act with the rows that it left, in a world of its own that is taken back afterwards."""
    for name, each in acts.items():
        with transaction.atomic():
            world = make_world(cast, document)
            before = Entry.objects.latest("pk").pk
            each.do(world)
            yield name, each, Entry.objects.filter(pk__gt=before)
            transaction.set_rollback(True)


def every_action() -> set[str]:
    """Public functions of the office that take ``now`` by keyword."""
    found = set()
    for module in pkgutil.walk_packages(dondoc.office.__path__, "dondoc.office."):
        if ".migrations" in module.name or module.name.endswith((".wsgi", ".up")):
            continue
        for name, function in vars(import_module(module.name)).items():
            if name.startswith("_") or not inspect.isfunction(function) or function.__module__ != module.name:
                continue
            parameter = inspect.signature(function).parameters.get("now")
            if parameter is not None and parameter.kind is inspect.Parameter.KEYWORD_ONLY:
                found.add(f"{module.name.removeprefix('dondoc.office.')}.{name}")
    return found
