"""What the agencies of the sample province have done so far: reports, evidence, results accepted and waiting.

Everything goes through the normal actions; ``sample/progress.csv`` names a task by its document and first words. The
leader who accepts cannot sign in, as the clerk cannot.
"""

import csv
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.actions import record
from dondoc.office.documents.models import Document
from dondoc.office.tasks.actions.creating import today_of
from dondoc.office.tasks.actions.extending import ask_extension
from dondoc.office.tasks.actions.finishing import accept, submit
from dondoc.office.tasks.actions.reporting import Progress, Proof, add_evidence, report_progress
from dondoc.office.tasks.models import AssignmentRole, Grade, Task

ROWS = Path(__file__).parent / "sample" / "progress.csv"
USERNAME = "lanh-dao-mau"


@transaction.atomic
def go_on_with(*, document: Document, clerk: User, now: datetime) -> int:
    """Do what the sample tells of the tasks of ``document``. How many acts; those of days to come are left out."""
    done = 0
    with ROWS.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            if row["document"] != document.original_name or date.fromisoformat(row["day"]) > _latest(row, now):
                continue
            task = Task.objects.filter(document=document, text__startswith=row["begins"]).first()
            if task is not None:
                _act(task, row, clerk, now)
                done += 1
    return done


def _latest(row: dict[str, str], now: datetime) -> date:
    return date.max if row["act"] == "extension" else today_of(now)


def _act(task: Task, row: dict[str, str], clerk: User, now: datetime) -> None:
    lead = task.assignments.filter(role=AssignmentRole.LEAD).select_related("agency").first()
    agency = lead.agency if lead else None
    day = date.fromisoformat(row["day"])
    if row["act"] == "extension":
        ask_extension(task=task, wanted=day, reason=row["words"], agency=agency, by=clerk, now=now)
        return
    report_progress(task=task, progress=Progress(row["words"]), agency=agency, by=clerk, now=now)
    if row["act"] == "report":
        return
    add_evidence(task=task, proof=Proof(day=day, number=row["number"]), agency=agency, by=clerk, now=now)
    submit(task=task, summary=row["words"], agency=agency, by=clerk, now=now)
    if row["act"] == "done":
        accept(task=task, grade=Grade.MET, by=_leader(now), now=now)


def _leader(now: datetime) -> User:
    leader = User.objects.filter(username=USERNAME).first()
    if leader is None:
        leader = User.objects.create_user(
            username=USERNAME, full_name="Lãnh đạo mẫu", role=Role.LEADER, is_active=False, password=None
        )
        after = {"username": USERNAME, "role": Role.LEADER, "active": False}
        record(by=None, now=now, action="user.create", target=leader, after=after)
    return leader
