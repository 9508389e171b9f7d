"""The standing cast of the office's tests, and a document with facts found by hand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile

from dondoc.facts import AgencyMention, Check, Deadline, Directive, Evidence, Facts, Header, Quantity
from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.documents.actions.reading import Outcome, keep
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document
from dondoc.text import Block, OffsetMap, Span, Text

NOW = datetime(2026, 11, 10, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 10)
LINES = (
    "Thông báo kết luận cuộc họp giao ban tháng 11",
    "1. Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát giường bệnh; báo cáo kết quả trước ngày 21/11/2026.",
    "2. UBND các xã, phường dọn vệ sinh các tuyến kênh.",
    "Thu ngân sách ước đạt 1.200 tỷ đồng, bằng 61% kế hoạch 2.000 tỷ đồng.",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and agencies of a test."""

    office: User
    leader: User
    admin: User
    viewer: User
    owner: User
    stranger: User
    health: Agency
    finance: Agency
    communes: AgencyGroup


def make_agency(code: str, name: str, kind: str = "department", level: str = "province", **more: Any) -> Agency:
    agency = Agency(code=code, name=name, kind=kind, level=level, **more)
    agency.clean_keys()
    agency.save()
    return agency


def make_cast() -> Cast:
    """Six people, two departments, a group."""
    health = make_agency("so-y-te", "Sở Y tế")
    finance = make_agency("so-tai-chinh", "Sở Tài chính")
    elsewhere = make_agency("so-cong-thuong", "Sở Công Thương")
    communes = AgencyGroup(name="UBND các xã, phường", rule_kinds=["committee"], rule_level="commune")
    communes.clean_keys()
    communes.save()

    def person(name: str, role: Role, agency: Agency | None = None) -> User:
        return User.objects.create_user(username=name, full_name=name.title(), role=role, agency=agency)

    return Cast(
        office=person("office", Role.OFFICE),
        leader=person("leader", Role.LEADER),
        admin=person("admin", Role.ADMIN),
        viewer=person("viewer", Role.VIEWER),
        owner=person("owner", Role.FOCAL, health),
        stranger=person("stranger", Role.FOCAL, elsewhere),
        health=health,
        finance=finance,
        communes=communes,
    )


def make_text(lines: tuple[str, ...] = LINES) -> Text:
    """A text of one paragraph a line."""
    content = "\n".join(lines)
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block("paragraph", Span(start, start + len(line))))
        start += len(line) + 1
    return Text(content, tuple(blocks), content, OffsetMap.identity(len(content)))


def span_of(text: Text, words: str) -> Span:
    """Where ``words`` first stand."""
    start = text.content.index(words)
    return Span(start, start + len(words))


def agency(text: Text, name: str, group: bool = False) -> AgencyMention:
    return AgencyMention(span_of(text, name), name, name, "department", group, "test")


def quantity(text: Text, key: str, words: str, value: str, unit: str, role: str, indicator: str | None) -> Quantity:
    return Quantity(
        id=key,
        span=span_of(text, words),
        value=Decimal(value),
        unit=unit,
        half_step=Decimal(0),
        indicator=indicator,
        period="2026-11",
        role=role,  # type: ignore[arg-type]
        base=None,
        of=None,
        approx=None,
        estimate=True,
        rule="test-figure",
    )


def make_outcome(text: Text | None = None) -> Outcome:
    """Two tasks, three figures, and the sum that does not add up, found by hand."""
    text = text or make_text()
    first = span_of(text, LINES[1][3:])
    directives = (
        Directive(
            id="d1",
            span=first,
            item="1",
            lead=(agency(text, "Sở Y tế"),),
            coordinating=(agency(text, "Sở Tài chính"),),
            deadline=Deadline(span_of(text, "trước ngày 21/11/2026"), date(2026, 11, 20), "test-date"),
            references=(),
            targets=(),
            rule="test-task",
            evidence=(Evidence("lead", "test-lead", span_of(text, "chủ trì")),),
        ),
        Directive(
            id="d2",
            span=span_of(text, LINES[2][3:]),
            item="2",
            lead=(agency(text, "UBND các xã, phường", group=True),),
            coordinating=(),
            deadline=None,
            references=(),
            targets=(),
            rule="test-task",
        ),
    )
    quantities = (
        quantity(text, "q1", "1.200 tỷ đồng", "1200000000000", "đồng", "actual", "Thu ngân sách"),
        quantity(text, "q2", "61%", "61", "%", "share_of_plan", "Thu ngân sách"),
        quantity(text, "q3", "2.000 tỷ đồng", "2000000000000", "đồng", "plan", None),
    )
    check = Check(
        id="c1",
        kind="ratio",
        args=("q1", "q3"),
        result="q2",
        computed=Decimal(60),
        stated=Decimal(61),
        verdict="inconsistent",
        rule="ratio",
        reason="1.200 : 2.000 = 60%, văn bản ghi 61%",
        repair="60%",
    )
    header = Header(
        type="conclusion_notice", number="15/TB-VP", symbol="TB-VP", issuer="Văn phòng UBND tỉnh",
        issued="2026-11-08", subject="Kết luận cuộc họp giao ban tháng 11", period="2026-11",
    )  # fmt: skip
    return Outcome(Facts(text, header, directives, quantities), (check,), 5)


def make_document(by: User, name: str = "tb-15.txt", content: str = "nội dung") -> Document:
    made = upload(file=ContentFile(content.encode(), name=name), name=name, by=by, now=NOW)
    keep(document=made, outcome=make_outcome(), now=NOW)
    made.refresh_from_db()
    return made
