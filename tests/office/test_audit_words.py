"""What the audit shows of a row is said in words: no code, no key of a row, no day turned round."""

import io
import re
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.editing import change_agency
from dondoc.office.audit.actions import record
from dondoc.office.audit.changes import Said, said
from dondoc.office.audit.fields import FIELDS, OF_KIND, UNSAID
from dondoc.office.audit.models import Entry
from dondoc.office.documents.models import Document
from dondoc.office.tasks.models import Task
from tests.office.acting import Act, each_done
from tests.office.acts_on_people import OF_AGENCIES, OF_PEOPLE
from tests.office.acts_on_tasks import OF_DOCUMENTS, OF_TASKS
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
LOG = "/quan-tri/nhat-ky/"
# Names that people typed or that the test's world is made of; versions and addresses are no words at all.
TYPED = re.compile(
    r"\b(so-[a-z-]+|lan\.tt|quantri|[ab]\.(txt|xlsx)|admin@\S+|http://\S+|\d+\.\d+\.\d+|Office|Owner|Leader|Admin|Viewer"
    r"|office|owner|leader|admin|viewer|[0-9a-f]{64}|SHA|CCH-\w+)\b"
)
ENGLISH = re.compile(
    r"[a-z]+_[a-z]+|\b(" + "|".join(sorted((FIELDS.keys() | UNSAID) - {"base", "unit", "to", "for", "made"})) + r")\b"
    r"|\b(true|false|none|null|open|done|submitted|department|province|commune|totp|webauthn|test)\b",
    re.IGNORECASE,
)
RAW = re.compile(r"[{}\[\]]|\d{4}-\d\d-\d\d|\d{4}-\d\d\b|T\d\d:\d\d")


def of(entry: Entry) -> Said:
    return said([entry])[0]


def wrong_in(row: Said) -> list[str]:
    """What of the row is said as no office would say it."""
    words = "\n".join((row.entry.words, row.target, *map(str, row.lines)))
    found = RAW.findall(words) + [match[0] for match in ENGLISH.finditer(TYPED.sub("", words))]
    return found + [line.label for line in row.lines if line.label == "Giá trị khác"]


@pytest.mark.parametrize("tables", [OF_TASKS, OF_DOCUMENTS, OF_PEOPLE, OF_AGENCIES], ids=["t", "d", "p", "a"])
def test_the_row_of_every_action_is_said_in_words(tables: dict[str, Act], cast: Cast, document: Document) -> None:
    wrong = {}
    for name, _act, rows in each_done(tables, cast, document):
        for row in said(rows):
            if found := wrong_in(row):
                wrong[f"{name}: {row.entry.action}"] = (found, [str(line) for line in row.lines])
    assert wrong == {}


def test_what_would_not_be_seen_as_wrong_is_seen(cast: Cast) -> None:
    raw = {"unheard_of": {"a": "2026-11-10"}}
    assert wrong_in(of(record(by=None, now=NOW, action="test", target=cast.health, after=raw)))


def test_only_what_changed_with_names_for_keys(cast: Cast) -> None:
    values = {"parent": cast.finance, "valid_to": TODAY}
    change_agency(agency=cast.health, values=values, aliases=["Sở YT"], by=cast.admin, now=NOW)
    row = of(Entry.objects.latest("pk"))
    assert [str(line) for line in row.lines] == [
        "Cơ quan cấp trên: — → Sở Tài chính",
        "Đến hết ngày: — → 10/11/2026",
        "Tên khác: — → Sở YT",
    ]
    assert row.target == "cơ quan: Sở Y tế"


def test_a_row_of_what_is_gone_keeps_its_number(cast: Cast) -> None:
    after = {"tasks": [99], "agency": "so-da-bo"}
    row = of(record(by=None, now=NOW, action="task_link.create", target=cast.health, after=after))
    assert [str(line) for line in row.lines] == ["Cơ quan: số so-da-bo (không còn)", "Nhiệm vụ: số 99 (không còn)"]


def test_facts_to_which_the_same_happened_are_one_line(cast: Cast, document: Document) -> None:
    def facts(state: str) -> dict[str, object]:
        return {str(pk): {"state": state, "edited": {}, "decided_by": None, "decided_at": None} for pk in (1, 2, 3)}

    row = of(
        record(
            by=cast.office, now=NOW, action="fact.confirm_all", target=document, before=facts("draft"),
            after=facts("confirmed"),
        )
    )  # fmt: skip
    assert [str(line) for line in row.lines] == ["Số sự kiện: 3", "Quyết định: Chờ xác nhận → Đã xác nhận"]


def test_the_page_and_the_workbook_say_the_same(cast: Cast, signed_in: SignIn) -> None:
    change_agency(agency=cast.health, values={"valid_to": TODAY}, aliases=[], by=cast.admin, now=NOW)
    client = signed_in(cast.admin)
    page = client.get(LOG, {"viec": "sửa cơ quan"}).content.decode()
    assert "Đến hết ngày:" in page
    assert "10/11/2026" in page
    assert "agency.change" not in page
    assert "{&#x27;" not in page
    assert "xuat-excel/?viec=" in page
    answer = client.get(f"{LOG}xuat-excel/", {"viec": "sửa cơ quan"})
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Ngày", "Giờ", "Ai", "Việc", "Với", "Trước → sau")
    assert rows[1][1:] == ("09:00", "Admin", "Sửa cơ quan", "cơ quan: Sở Y tế", "Đến hết ngày: — → 10/11/2026")
    assert len(rows) == 2


def test_names_are_read_together(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.admin)

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(LOG)
        return len(asked)

    def write(number: int) -> None:
        for agency in (cast.health, cast.finance) * number:
            record(by=cast.admin, now=NOW, action="agency.change", target=agency, after={"parent": cast.health.pk})

    write(1)
    few = queries()
    write(10)
    assert queries() == few


def test_every_label_is_used_once_a_kind() -> None:
    assert all(name.rpartition(".")[2] and name.count(".") == 2 for name in OF_KIND)
    assert not UNSAID & set(FIELDS), "either said or not"


def test_a_long_name_is_cut_with_a_sign(cast: Cast) -> None:
    text = "Chủ trì, phối hợp với các sở, ngành rà soát toàn bộ hồ sơ đất đai quá hạn của tỉnh"
    task = Task.objects.create(text=text, created_at=NOW, changed_at=NOW)
    with transaction.atomic():
        record(by=cast.office, now=NOW, action="task.edit", target=task, after={})
    assert of(Entry.objects.latest("pk")).target.endswith("…")
