"""What the addresses of the document page answer: the card, both columns, the form, the lists."""

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dondoc.office.accounts.models import User
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.models import Document, Fact
from dondoc.office.tasks.models import Task
from tests.office.office_cast import NOW, Cast, make_document, make_text
from tests.office.test_document_pages import fact_of

SignIn = Callable[[User], Client]


def test_confirming_answers_with_the_card_and_the_news(document: Document, cast: Cast, signed_in: SignIn) -> None:
    fact = fact_of(document, "d1")
    answer = signed_in(cast.office).post(reverse("documents:confirm", args=[document.pk, fact.pk]))
    news = json.loads(answer["HX-Trigger"])["facts-changed"]
    assert news["states"] == {str(fact.pk): "confirmed"}
    assert (news["counters"]["found"], news["counters"]["confirmed"]) == (5, 1)
    assert f'id="f{fact.pk}"' in answer.content.decode()
    assert Task.objects.get().fact == fact


def test_a_refusal_is_said_in_words_and_as_an_event(document: Document, cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.office).post(reverse("documents:confirm", args=[document.pk, fact_of(document, "q3").pk]))
    assert answer.status_code == 409
    assert "chưa có tên chỉ tiêu" in answer.content.decode()
    assert json.loads(answer["HX-Trigger"])["refused"]["message"] == answer.content.decode()


def test_splitting_answers_with_both_columns(document: Document, cast: Cast, signed_in: SignIn) -> None:
    fact = fact_of(document, "d1")
    at = make_text().content.index("báo cáo kết quả")
    answer = signed_in(cast.office).post(reverse("documents:split", args=[document.pk, fact.pk]), {"at": at})
    assert (answer.status_code, answer["HX-Retarget"]) == (200, "#panels")
    assert Fact.objects.filter(added_by=cast.office).count() == 2


def test_a_correction_goes_through_the_form(document: Document, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    url = reverse("documents:edit", args=[document.pk, fact_of(document, "d1").pk])
    form = {"text": "Rà soát giường bệnh", "deadline": "30/11/2026", "lead": ["Sở Tài chính", "Sở Y tế"]}
    answer = client.post(url, urlencode(form, doseq=True), content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    values = fact_of(document, "d1").current
    assert values["text"] == "Rà soát giường bệnh"
    assert [each["name"] for each in values["lead"]] == ["Sở Tài chính", "Sở Y tế"]
    assert (values["deadline"]["by"], values["deadline"]["text"]) == ("2026-11-30", "trước ngày 21/11/2026")
    answer = client.post(url, {"text": "Rà soát", "deadline": "31/02/2026"})
    assert answer.status_code == 422
    assert fact_of(document, "d1").current["text"] == "Rà soát giường bệnh"


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [("1.250,5 tỷ đồng", "1250500000000", "đồng"), ("-3,2%", "-3.2", "%"), ("250 ha", "250", "ha")],
)
def test_a_figure_is_typed_as_documents_write_it(
    document: Document, cast: Cast, signed_in: SignIn, typed: str, value: str, unit: str
) -> None:
    url = reverse("documents:edit", args=[document.pk, fact_of(document, "q1").pk])
    form = {"value": typed, "indicator": "Thu ngân sách", "period": "2026-10", "role": "actual", "base": ""}
    assert signed_in(cast.office).post(url, form).status_code == 200
    found = fact_of(document, "q1").current
    assert (found["value"].rstrip("0").rstrip(".") if "." in found["value"] else found["value"]) == value
    assert (found["unit"], found["period"]) == (unit, "2026-10")


@pytest.mark.parametrize("wrong", [{"value": "nhiều"}, {"period": "2026-13"}, {"role": "khác"}, {"indicator": ""}])
def test_a_wrong_figure_is_shown_again(
    document: Document, cast: Cast, signed_in: SignIn, wrong: dict[str, str]
) -> None:
    url = reverse("documents:edit", args=[document.pk, fact_of(document, "q1").pk])
    form = {"value": "5 ha", "indicator": "Lúa", "period": "2026", "role": "actual", "base": "", **wrong}
    assert signed_in(cast.office).post(url, form).status_code == 422
    assert fact_of(document, "q1").edited == {}


@pytest.mark.parametrize("typed", ["so y te", "Y TẾ"])
def test_pick_lists_forgive_missing_marks(cast: Cast, signed_in: SignIn, typed: str) -> None:
    page = signed_in(cast.office).get(reverse("documents:pick_agency"), {"q": typed}).content.decode()
    assert "Sở Y tế" in page
    assert "Sở Tài chính" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tim": "ket luan giao ban"}, True),
        ({"tim": "KÊNH"}, True),  # a word of the text itself
        ({"tim": "đường"}, False),
        ({"loai": "conclusion_notice"}, True),
        ({"loai": "report"}, False),
        ({"tinh-trang": "can-xem"}, True),
        ({"tinh-trang": "da-xac-nhan"}, False),
        ({"tinh-trang": "da-soat"}, False),
        ({"nam": "2026"}, True),
        ({"noi-ban-hanh": "Văn phòng UBND tỉnh"}, True),
        ({"loai": "khong-co", "sap": "';--", "trang": "x"}, True),  # a wrong filter filters nothing
    ],
)
def test_the_list_filters(
    document: Document, cast: Cast, signed_in: SignIn, query: dict[str, str], found: bool
) -> None:
    answer = signed_in(cast.office).get(reverse("documents:list"), query)
    assert [each.pk for each in answer.context["documents"]] == ([document.pk] if found else [])


@pytest.mark.parametrize("name", ["documents:list", "documents:document"])
def test_the_number_of_queries_does_not_grow(document: Document, cast: Cast, signed_in: SignIn, name: str) -> None:
    client = signed_in(cast.office)
    url = reverse(name, args=[document.pk] if name.endswith("document") else [])
    client.get(url)
    with CaptureQueriesContext(connection) as first:
        client.get(url)
    for number in range(5):
        make_document(cast.office, f"{number}.txt", str(number))
    deciding.confirm_all(document=document, by=cast.office, now=NOW)
    with CaptureQueriesContext(connection) as later:
        client.get(url)
    assert len(later) <= len(first) <= 12
