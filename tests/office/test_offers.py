"""What is offered about a task, and that only a person makes it so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

import dondoc
from dondoc.office.accounts.models import User
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.actions.reading import Outcome, keep
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions import arranging
from dondoc.office.tasks.actions.arranging import Owed
from dondoc.office.tasks.actions.offering import decline_offer, take_offer
from dondoc.office.tasks.models import AssignmentRole, Offer, OfferState, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
REPORT = """UBND TỈNH THUẬN GIANG
Số: 401/BC-UBND
Thuận Giang, ngày 09 tháng 11 năm 2026
BÁO CÁO
Tình hình kinh tế - xã hội tháng 11 năm 2026
Ngành y tế đã hoàn thành rà soát giường bệnh tại 9 trung tâm y tế khu vực, đề xuất bổ sung 320 giường.
Thu ngân sách trên địa bàn ước đạt 1.200 tỷ đồng.
"""
NOTICE = """UBND TỈNH THUẬN GIANG
Số: 300/TB-UBND
Thuận Giang, ngày 09 tháng 11 năm 2026
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp giao ban
Sau khi nghe các ý kiến, Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:
1. Sở Y tế tiếp tục rà soát giường bệnh tại các trung tâm y tế khu vực trước ngày 21/12/2026.
"""


def read(content: str, by: User) -> Document:
    document = upload(file=ContentFile(content.encode(), name="a.txt"), name="a.txt", by=by, now=NOW)
    facts = dondoc.extract(dondoc.read(content.encode()))
    keep(document=document, outcome=Outcome(facts, tuple(dondoc.check(facts)), 1), now=NOW)
    document.refresh_from_db()
    return document


@pytest.fixture
def task(cast: Cast) -> Task:
    owed = [Owed(AssignmentRole.LEAD, cast.health)]
    return arranging.create_task(
        text="Rà soát giường bệnh tại các trung tâm y tế khu vực", owed=owed, by=cast.office,
        now=NOW - timedelta(days=40), deadline=TODAY,
    )  # fmt: skip


def test_a_sentence_of_a_report_is_offered_and_becomes_evidence_only_when_taken(task: Task, cast: Cast) -> None:
    document = read(REPORT, cast.office)
    (offer,) = Offer.objects.all()
    assert (offer.task, offer.document) == (task, document)
    assert offer.sentence.startswith("Ngành y tế đã hoàn thành")
    assert not task.evidence.exists()
    take_offer(offer=offer, by=cast.office, now=NOW)
    proof = task.evidence.get()
    assert (proof.document, proof.sentence, proof.day) == (document, offer.sentence, document.issued)
    with pytest.raises(Refusal, match="đã được quyết định"):
        decline_offer(offer=offer, by=cast.office, now=NOW)


def test_reading_again_offers_nothing_twice(task: Task, cast: Cast) -> None:
    document = read(REPORT, cast.office)
    decline_offer(offer=Offer.objects.get(), by=cast.office, now=NOW)
    facts = dondoc.extract(dondoc.read(REPORT.encode()))
    keep(document=document, outcome=Outcome(replace(facts), (), 1), now=NOW)
    assert Offer.objects.get().state == OfferState.DECLINED


def test_a_confirmed_task_of_the_same_lead_is_offered_as_going_on(task: Task, cast: Cast) -> None:
    document = read(NOTICE, cast.office)
    confirm_all(document=document, by=cast.office, now=NOW)
    (offer,) = Offer.objects.all()
    assert offer.earlier == task
    take_offer(offer=offer, by=cast.office, now=NOW)
    assert Task.objects.get(document=document).continues == task


def test_another_agency_s_task_is_not_offered(task: Task, cast: Cast) -> None:
    arranging.reassign(task=task, owed=[Owed(AssignmentRole.LEAD, cast.finance)], by=cast.office, now=NOW)
    confirm_all(document=read(NOTICE, cast.office), by=cast.office, now=NOW)
    assert not Offer.objects.exists()


def test_the_page_offers_to_who_may_decide(task: Task, cast: Cast, signed_in: SignIn) -> None:
    read(REPORT, cast.office)
    address = f"/nhiem-vu/{task.pk}/"
    offer = Offer.objects.get()
    assertContains(signed_in(cast.office).get(address), "Có thể là minh chứng")
    assertNotContains(signed_in(cast.owner).get(address), "Có thể là minh chứng")
    assert signed_in(cast.owner).post(f"{address}goi-y/{offer.pk}/", {"nhan": "1"}).status_code == 403
    signed_in(cast.office).post(f"{address}goi-y/{offer.pk}/", {"nhan": "0"})
    offer.refresh_from_db()
    assert offer.state == OfferState.DECLINED
