"""A full office for ``benchmarks.office``: documents with their sentences, tasks, what was reported about them.

The same office every time. Of the tasks about half are open, one in ten waits for acceptance, two in five are done;
some lack a lead, a deadline or a product, some are given to all communes at once, some to a name that is no record.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from dondoc.office.accounts.models import Field, Role, User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.audit.models import Entry
from dondoc.office.documents.models import Document, Fact, Reading
from dondoc.office.folding import fold
from dondoc.office.tasks.models import (
    Assignment,
    AssignmentRole,
    Extension,
    Instruction,
    Offer,
    ProgressReport,
    Submission,
    Task,
    TaskState,
    Watch,
)

A_DOCUMENT = 20
BATCH = 200  # documents
OBJECTS = (
    "giường bệnh của trung tâm y tế khu vực", "bãi rác liên xã", "đường ven biển đoạn qua địa bàn", "nhà ở xã hội",
    "vốn ODA của dự án thoát nước", "đê bao xung yếu", "tàu cá chưa đăng ký", "học bạ số", "đất lúa chuyển mục đích",
)  # fmt: skip
VERBS = ("Rà soát", "Báo cáo kết quả", "Khẩn trương hoàn thành", "Xây dựng phương án", "Kiểm tra, đôn đốc")
STATES = [TaskState.OPEN] * 10 + [TaskState.SUBMITTED] * 2 + [TaskState.DONE] * 8
DIRECTIVE: dict[str, Any] = {
    "item": "", "lead": [], "coordinating": [], "deadline": None, "references": [], "targets": [], "product": None
}  # fmt: skip
QUANTITY: dict[str, Any] = {
    "half_step": None, "indicator": "diện tích", "period": None, "role": "actual", "base": None, "of": None,
    "approx": None, "estimate": False, "warning": None, "area": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """Who is there, once made."""

    departments: list[Agency]
    communes: list[Agency]
    all_communes: AgencyGroup
    clerks: list[User]
    focal: list[User]
    leader: User

    @property
    def agencies(self) -> list[Agency]:
        return [*self.departments, *self.communes]


def fill(tasks: int, agencies: int, people: int) -> None:
    """Fill an empty database."""
    dice = random.Random(7)  # noqa: S311 - the same office every time
    office = _people(agencies, people)
    documents = -(-tasks // A_DOCUMENT)
    for start in range(0, documents, BATCH):
        with transaction.atomic():
            _documents(office, dice, start, min(documents, start + BATCH), documents)
    _indicators(office, dice, documents)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _people(agencies: int, people: int) -> Office:
    made = []
    for number in range(agencies):
        commune = number >= agencies // 5
        name = f"Ủy ban nhân dân xã Tân Lập {number}" if commune else f"Sở Chuyên ngành số {number}"
        kind, level = ("ubnd_xa", "commune") if commune else ("so", "province")
        made.append(Agency(code=f"c{number}", name=name, kind=kind, level=level))
        made[-1].clean_keys()
    Agency.objects.bulk_create(made, batch_size=500)
    departments, communes = made[: agencies // 5], made[agencies // 5 :]
    group = AgencyGroup(name="Ủy ban nhân dân các xã", rule_kinds=["ubnd_xa"], rule_level="commune")
    group.clean_keys()
    group.save()
    focal = [
        User(username=f"n{number}", full_name=f"Người {number}", role=Role.FOCAL, agency=made[number % agencies])
        for number in range(max(1, people - 16))
    ]
    User.objects.bulk_create(focal, batch_size=500)
    clerks = [User(username=f"thu{each}", full_name=f"Nguyễn Thu {each}", role=Role.OFFICE) for each in range(10)]
    leaders = [User(username=f"ld{each}", full_name=f"Trần Lãnh {each}", role=Role.LEADER) for each in range(3)]
    others = [
        User(username="quantri", full_name="Lê Trị", role=Role.ADMIN),
        User(username="xem", full_name="Đỗ Xem", role=Role.VIEWER),
        User(username="khoi", full_name="Võ Khối", role=Role.VIEWER),
    ]
    User.objects.bulk_create([*clerks, *leaders, *others])
    field = Field.objects.create(name="Khối kinh tế")
    field.agencies.set(made[:: max(1, agencies // 40)])
    others[2].fields.add(field)
    return Office(departments, communes, group, clerks, focal, leaders[0])


def _documents(office: Office, dice: random.Random, first: int, last: int, whole: int) -> None:
    now: datetime = timezone.now()
    today: date = timezone.localdate()
    documents, readings, facts, given = [], [], [], []
    for number in range(first, last):
        issued = today - timedelta(days=30 + (whole - number) * 300 // whole)
        document = Document(
            file=f"documents/{number}.txt", original_name=f"thong-bao-{number}.txt", sha256=f"{number:064x}", size=4000,
            media_type="text/plain", kind="conclusion_notice", number=f"{number}/TB-VP", symbol="TB-VP",
            subject=f"Kết luận tại cuộc họp thứ {number} về {OBJECTS[number % len(OBJECTS)]}", issuer="VĂN PHÒNG UBND",
            issued=issued, uploaded_by=office.clerks[number % 10], status="waiting", status_at=now,
            uploaded_at=now - timedelta(hours=(whole - number)),
        )  # fmt: skip
        sentences = list(_sentences(office, dice, number))
        content, spans = _joined([words for words, _names in sentences])
        document.folded, document.folded_content = fold(f"{document.number} {document.subject}"), fold(content)
        documents.append(document)
        readings.append(Reading(document=document, version="1", created_at=now, format="txt", content=content))
        readings[-1].blocks = [{"kind": "paragraph", "start": a, "end": b, "level": 0, "page": 1} for a, b in spans]
        for place, ((words, names), span) in enumerate(zip(sentences, spans, strict=True)):
            facts.append(_sentence(readings[-1], place, span, words, office.clerks[number % 10], now))
            given.append((document, facts[-1], words, names))
        facts += _others(readings[-1], dice, len(sentences))
    Document.objects.bulk_create(documents)
    Reading.objects.bulk_create(readings)
    for document, reading in zip(documents, readings, strict=True):
        document.reading, document.status = reading, "read"
    Document.objects.bulk_update(documents, ["reading", "status"], batch_size=100)
    Fact.objects.bulk_create(facts, batch_size=500)
    _tasks(office, dice, given, now, today)


def _sentences(office: Office, dice: random.Random, number: int) -> Iterator[tuple[str, list[Any]]]:
    for place in range(A_DOCUMENT):
        thing, verb, luck = dice.choice(OBJECTS), dice.choice(VERBS), dice.random()
        named: list[Any] = dice.sample(office.agencies, 3)
        if luck < 0.005:
            named[0] = office.all_communes
        elif luck < 0.025:
            named[0] = f"Tổ công tác số {place}"
        elif luck < 0.045:
            named = []
        elif luck < 0.095:
            named[1] = office.all_communes
        words = f"{verb} {thing} số {number}.{place}, tháo gỡ khó khăn, vướng mắc, báo cáo Ủy ban nhân dân tỉnh xem xét"
        yield f"{_name(named[0]) if named else 'Cơ quan liên quan'} {words.lower()}.", named


def _name(named: Any) -> str:
    return str(getattr(named, "name", named))


def _joined(sentences: list[str]) -> tuple[str, list[tuple[int, int]]]:
    spans, at = [], 0
    for words in sentences:
        spans.append((at, at + len(words)))
        at += len(words) + 1
    return "\n".join(sentences), spans


def _sentence(reading: Reading, place: int, span: tuple[int, int], words: str, by: User, now: datetime) -> Fact:
    return Fact(
        reading=reading, kind="directive", key=f"d{place}", ordinal=place, start=span[0], end=span[1], rule="order",
        data={"text": words, **DIRECTIVE}, state="confirmed", decided_by=by, decided_at=now,
    )  # fmt: skip


def _others(reading: Reading, dice: random.Random, after: int) -> Iterator[Fact]:
    for place in range(6):
        yield Fact(
            reading=reading, kind="quantity", key=f"q{place}", ordinal=after + place, start=place, end=place + 4,
            rule="figure", data={"text": "12 ha", "value": str(place), "unit": "ha", **QUANTITY},
        )  # fmt: skip
    if dice.random() < 0.3:
        found = {"verdict": "inconsistent" if dice.random() < 0.3 else "consistent", "reason": "1 + 1 = 3"}
        figures = {"stated": "3", "computed": "2", "args": ["q0", "q1"], "result": "q2"}
        data = {**found, **figures, "kind": "sum", "repair": None}
        yield Fact(reading=reading, kind="check", key="c0", ordinal=after + 6, start=0, end=1, rule="sum", data=data)


def _tasks(office: Office, dice: random.Random, given: list[Any], now: datetime, today: date) -> None:
    tasks, rows = [], []
    for document, fact, words, names in given:
        state = dice.choice(STATES)
        if dice.random() < 0.02:
            state = dice.choice([TaskState.WAITING, TaskState.CANCELLED])
        deadline = today + timedelta(days=dice.randint(-300, 90)) if dice.random() < 0.9 else None
        ended = (deadline or today) + timedelta(days=dice.randint(-20, 10)) if state == TaskState.DONE else None
        task = Task(
            text=words, sentence=words, document=document, fact=fact, start=fact.start, end=fact.end, state=state,
            folded=fold(f"{words} {' '.join(map(_name, names))} {document.number}"), deadline=deadline,
            first_deadline=deadline, product="Báo cáo" if dice.random() < 0.95 else "", created_at=now,
            changed_at=now, follower=dice.choice(office.clerks), finished_on=ended, created_by=office.clerks[0],
            waiting_for="Nghị quyết" if state == TaskState.WAITING else "",
            look_again=today + timedelta(days=dice.randint(-9, 30)) if state == TaskState.WAITING else None,
            cancelled_reason="Không còn phù hợp" if state == TaskState.CANCELLED else "",
            submitted_on=today - timedelta(days=dice.randint(0, 9)) if state in ("submitted", "done") else None,
            returned_reason="Thiếu số liệu" if state == TaskState.OPEN and dice.random() < 0.01 else "",
        )  # fmt: skip
        tasks.append(task)
        for place, named in enumerate(names):
            agency = named if isinstance(named, Agency) else None
            group = named if isinstance(named, AgencyGroup) else None
            role = AssignmentRole.COORDINATING if place else AssignmentRole.LEAD
            written = _name(named)
            rows.append(Assignment(task=task, role=role, written=written, agency=agency, group=group, position=place))
    Task.objects.bulk_create(tasks, batch_size=500)
    Assignment.objects.bulk_create(rows, batch_size=500)
    _life(office, dice, tasks, now, today)


def _life(office: Office, dice: random.Random, tasks: list[Task], now: datetime, today: date) -> None:
    made: dict[type, list[Any]] = {}
    for task in tasks:
        made.setdefault(Entry, []).append(
            Entry(at=now, by=office.clerks[0], action="task.create", object_type="tasks.task", object_id=task.pk)
        )
        for kind, row in _said(office, dice, task, now, today):
            made.setdefault(kind, []).append(row)
    for kind, rows in made.items():
        kind.objects.bulk_create(rows, batch_size=500)  # type: ignore[attr-defined]


def _said(office: Office, dice: random.Random, task: Task, now: datetime, today: date) -> Iterator[tuple[type, Any]]:
    by = dice.choice(office.focal)
    if task.state == TaskState.SUBMITTED and task.submitted_on:
        yield Submission, Submission(task=task, summary="Đã xong", day=task.submitted_on, by=by, at=now)
    if dice.random() < 0.2:
        yield ProgressReport, ProgressReport(task=task, agency=by.agency, text="Đang làm", share=40, by=by, at=now)
    if task.state == TaskState.OPEN and dice.random() < 0.02 and task.deadline:
        wanted = task.deadline + timedelta(days=20)
        yield Extension, Extension(task=task, before=task.deadline, wanted=wanted, reason="Mưa lũ", by=by, at=now)
    if dice.random() < 0.02:
        due = today + timedelta(days=dice.randint(-20, 20))
        yield Instruction, Instruction(task=task, text="Làm ngay", reply_due=due, by=office.leader, at=now)
    if dice.random() < 0.01:
        yield Watch, Watch(task=task, person=office.clerks[0])
    if dice.random() < 0.01:
        yield Offer, Offer(task=task, kind="evidence", document=task.document, sentence="Đã xong", score=0.8, at=now)


def _indicators(office: Office, dice: random.Random, documents: int) -> None:
    from dondoc.office.indicators.models import Indicator, Observation, Target

    now: datetime = timezone.now()
    year = timezone.localdate().year
    made = [
        Indicator(
            code=f"i{number}",
            name=f"Chỉ tiêu {number}",
            folded=f"chi tieu {number}",
            unit="ha",
            created_at=now,
            owner=office.departments[number % len(office.departments)],
            meaning="cumulative",
            sector=f"Lĩnh vực {number % 17}",
        )
        for number in range(min(500, 20 + documents))
    ]
    Indicator.objects.bulk_create(made)
    Target.objects.bulk_create([Target(indicator=each, year=year, value=100) for each in made])
    figures = [
        Observation(
            indicator=each,
            period=f"{past}-01..{past}-{month:02}",
            value=dice.randint(1, 120),
            unit="ha",
            role="cumulative",
            entered_at=now,
        )
        for each in made
        for past in (year - 1, year)
        for month in range(1, 13)
    ]
    Observation.objects.bulk_create(figures, batch_size=500)
