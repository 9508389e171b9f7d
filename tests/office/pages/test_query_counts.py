"""No list asks the database more often because it has more rows."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dondoc.office.accounts.models import User
from dondoc.office.documents.models import Document, Fact, FactState, Reading
from dondoc.office.indicators.models import Indicator, Observation, Target
from dondoc.office.tasks.models import Assignment, AssignmentRole, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
ADDRESSES = (
    "/viec-cua-toi/",
    "/tong-quan/",
    "/van-ban/",
    "/van-ban/?tim=thong+bao&tinh-trang=can-xem",
    "/nhiem-vu/",
    "/nhiem-vu/?sap=-han&tinh-trang=qua-han",
    "/nhiem-vu/?nhom=chu-tri",
    "/nhiem-vu/?nhom=van-ban&sap=-han",
    "/nhiem-vu/?nhom=tinh-trang",
    "/nhiem-vu/?cot=phoi-hop.bao-cao.nguoi-theo-doi.trich-yeu.can-cu",
    "/nhiem-vu/?cua-toi=toi-phu-trach",
    "/nhiem-vu/xuat-excel/?nhom=chu-tri&cot=bao-cao.nguoi-theo-doi",
    "/nhiem-vu/?vuong=qua-han-nghiem-trong",
    "/tong-quan/ngoai-le/",
    "/nhiem-vu/bang/",
    "/nhiem-vu/ra-soat/",
    "/thong-bao/",
    "/thong-bao/don-doc/",
    "/nhiem-vu/lich/?thang=2026-10",
    "/nhiem-vu/dong-thoi-gian/",
    "/nhiem-vu/xuat-excel/",
    "/nhiem-vu/bang/xuat-excel/",
    "/nhiem-vu/lich/xuat-excel/?thang=2026-10",
    "/nhiem-vu/dong-thoi-gian/xuat-excel/",
    "/tong-quan/ngoai-le.xlsx",
    "/tong-quan/ngoai-le.docx",
    "/chi-tieu/xuat-excel/",
    "/chi-tieu/",
    "/chi-tieu/?sap=-ty-le",
)


def grow(cast: Cast, first: int, number: int) -> None:
    """``number`` more documents, each with a task of two agencies, a finding, and an indicator with figures."""
    for each in range(first, first + number):
        document = Document.objects.create(
            file=f"documents/{each}.txt", original_name=f"thông báo {each}.txt", sha256=f"{each:064}", size=1,
            media_type="text/plain", uploaded_by=cast.office, uploaded_at=NOW, status_at=NOW, issued=TODAY,
            folded=f"thong bao {each}",
        )  # fmt: skip
        reading = Reading.objects.create(document=document, version="1", created_at=NOW, format="txt", content="a b")
        Document.objects.filter(pk=document.pk).update(reading=reading, status="read")
        finding = {"verdict": "inconsistent", "reason": "1 + 1 = 3", "stated": "3", "computed": "2", "kind": "sum"}
        Fact.objects.create(
            reading=reading, kind="check", key="c1", ordinal=1, start=0, end=1, data=finding, rule="sum"
        )
        sentence = Fact.objects.create(
            reading=reading, kind="directive", key="d1", ordinal=2, start=0, end=1, rule="x", data={"text": "a"},
            state=FactState.CONFIRMED, decided_by=cast.office, decided_at=NOW,
        )  # fmt: skip
        task = Task.objects.create(
            text=f"Việc {each}", document=document, fact=sentence, start=0, end=1, created_at=NOW, changed_at=NOW,
            follower=cast.office, deadline=TODAY + timedelta(days=each % 40 - 20), folded=f"viec {each}",
        )  # fmt: skip
        Assignment.objects.create(task=task, role=AssignmentRole.LEAD, written="Sở Y tế", agency=cast.health)
        Assignment.objects.create(task=task, role=AssignmentRole.COORDINATING, written="Xã", group=cast.communes)
        indicator = Indicator.objects.create(
            code=f"i{each}", name=f"Chỉ tiêu {each}", folded=f"chi tieu {each}", unit="ha", created_at=NOW,
            owner=cast.finance, meaning="cumulative", sector=f"Lĩnh vực {each % 7}",
        )  # fmt: skip
        Target.objects.create(indicator=indicator, year=2026, value=Decimal(100))
        for month in ("09", "10"):
            Observation.objects.create(
                indicator=indicator, period=f"2026-01..2026-{month}", value=Decimal(each + 1), unit="ha",
                role="cumulative", document=document, entered_at=NOW,
            )  # fmt: skip


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_number_of_queries_does_not_grow(cast: Cast, signed_in: SignIn, address: str) -> None:
    client = signed_in(cast.office)
    grow(cast, 0, 3)
    few = asked(client, address)
    grow(cast, 3, 27)
    assert asked(client, address) == few


@pytest.mark.parametrize("address", ["/nhiem-vu/", "/van-ban/"])
def test_nor_for_a_focal_person(cast: Cast, signed_in: SignIn, address: str) -> None:
    client = signed_in(cast.owner)
    grow(cast, 0, 3)
    few = asked(client, address)
    grow(cast, 3, 27)
    assert asked(client, address) == few


# What one page asks, for who sees all and for a focal person: rules, scopes and groups once each, however often needed.
MOST = {
    "/tong-quan/": (19, 23),
    "/tong-quan/ngoai-le/": (25, None),
    "/viec-cua-toi/": (20, 14),
    "/nhiem-vu/": (14, 17),
    "/nhiem-vu/?nhom=tinh-trang": (15, 19),
    "/nhiem-vu/bang/": (20, 15),
    "/nhiem-vu/ra-soat/": (13, 16),
    "/van-ban/": (9, 12),
}


@pytest.mark.parametrize("address", MOST)
def test_no_question_is_asked_twice(cast: Cast, signed_in: SignIn, address: str) -> None:
    grow(cast, 0, 12)
    for person, most in zip((cast.office, cast.owner), MOST[address], strict=True):
        if most is None:
            continue
        with CaptureQueriesContext(connection) as queries:
            assert signed_in(person).get(address).status_code == 200
        said = [query["sql"] for query in queries if "django_session" not in query["sql"]]
        assert len(said) == len(set(said))
        assert asked(signed_in(person), address) <= most


def test_the_filter_by_document_offers_the_latest_and_the_chosen(cast: Cast, signed_in: SignIn) -> None:
    grow(cast, 0, 102)
    first = Document.objects.earliest("pk")
    client = signed_in(cast.office)
    address = f"/nhiem-vu/?van-ban={first.pk}"
    assert f">{first.title}</option>" not in client.get("/nhiem-vu/").content.decode()
    page = client.get(address)
    assert f'<option value="{first.pk}" selected>{first.title}</option>' in page.content.decode()
    assert [row.task.document for row in page.context["rows"]] == [first]
    assert client.get("/nhiem-vu/?van-ban=99999999999999999999").status_code == 200
