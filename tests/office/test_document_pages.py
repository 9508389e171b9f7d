"""Every address of documents, asked by everybody of the standing cast."""

import io
import json
import zipfile
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.core.files import File
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from openpyxl import load_workbook

from dondoc.office import sampling
from dondoc.office.accounts.models import User
from dondoc.office.documents import urls
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.actions.reading import read_document
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.models import Document, Fact, FactState
from dondoc.office.tasks.models import Task
from tests.office.office_cast import NOW, Cast, make_document, make_text

SignIn = Callable[[User], Client]
PEOPLE = ("office", "leader", "admin", "viewer", "owner", "stranger")
ALL_SEE = (200, 200, 200, 200, 200, 404)  # the owner: once a task of the document is its agency's
DECIDERS = (200, 200, 200, 403, 403, 403)
# name, method, form, needs a fact, what each of PEOPLE gets
ROUTES: list[tuple[str, str, dict[str, str], bool, tuple[int, ...]]] = [
    ("list", "get", {}, False, (200,) * 6),
    ("upload", "post", {}, False, (422, 422, 422, 403, 403, 403)),
    ("pick_agency", "get", {}, False, (200,) * 6),
    ("pick_indicator", "get", {}, False, (200,) * 6),
    ("document", "get", {}, False, ALL_SEE),
    ("status", "get", {}, False, (204, 204, 204, 204, 204, 404)),
    ("original", "get", {}, False, ALL_SEE),
    ("facts_workbook", "get", {}, False, ALL_SEE),
    ("annotated", "get", {}, False, (409, 409, 409, 409, 409, 404)),
    ("page_image", "get", {}, False, (404,) * 6),  # a .txt has none
    ("fact", "get", {}, True, ALL_SEE),
    ("fact_places", "get", {}, True, ALL_SEE),
    ("edit", "get", {}, True, DECIDERS),
    ("edit", "post", {}, True, (422, 422, 422, 403, 403, 403)),
    ("confirm", "post", {}, True, DECIDERS),
    ("reject", "post", {}, True, DECIDERS),
    ("answer", "post", {"answer": "fixed"}, True, (409, 409, 409, 403, 403, 403)),
    ("reopen", "post", {}, True, (409, 409, 409, 403, 403, 403)),
    ("split", "post", {}, True, (409, 409, 409, 403, 403, 403)),
    ("merge_with_next", "post", {}, True, (409, 409, 409, 403, 403, 403)),
    ("confirm_all", "post", {}, False, DECIDERS),
    ("mark_reviewed", "post", {"reviewed": "1"}, False, DECIDERS),
    ("undo", "post", {}, False, (200, 409, 409, 403, 403, 403)),
    ("add_fact", "post", {"kind": "directive", "start": "0", "end": "9"}, False, DECIDERS),
    ("read_again", "post", {}, False, (302, 302, 302, 403, 403, 403)),
    ("remove", "post", {}, False, (409, 409, 409, 403, 403, 403)),
]


def address(name: str, document: Document, fact: Fact | None) -> str:
    if name in ("list", "upload", "pick_agency", "pick_indicator"):
        return reverse(f"documents:{name}")
    if name == "page_image":
        return reverse("documents:page_image", args=[document.pk, 1])
    return reverse(f"documents:{name}", args=[document.pk, *([fact.pk] if fact else [])])


@pytest.fixture
def shared(document: Document, cast: Cast) -> Document:
    """A document that gave the owner's agency a task."""
    deciding.confirm(document=document, fact_pk=fact_of(document, "d1").pk, by=cast.office, now=NOW)
    return document


def fact_of(document: Document, key: str) -> Fact:
    return Fact.objects.get(reading=document.reading_id, key=key)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize(("name", "method", "form", "with_fact", "answers"), ROUTES)
def test_who_may_what(
    shared: Document, cast: Cast, signed_in: SignIn, person: str,
    name: str, method: str, form: dict[str, str], with_fact: bool, answers: tuple[int, ...],
) -> None:  # fmt: skip
    client = signed_in(getattr(cast, person))
    url = address(name, shared, fact_of(shared, "d2") if with_fact else None)
    answer = getattr(client, method)(url, form)
    answer.close()
    assert answer.status_code == answers[PEOPLE.index(person)]


@pytest.mark.parametrize(("name", "method", "form", "with_fact", "answers"), ROUTES)
def test_without_sign_in_every_address_leads_to_it(
    shared: Document, client: Client, name: str, method: str,
    form: dict[str, str], with_fact: bool, answers: tuple[int, ...],
) -> None:  # fmt: skip
    url = address(name, shared, fact_of(shared, "d2") if with_fact else None)
    answer = getattr(client, method)(url, form)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_the_table_of_routes_is_complete() -> None:
    assert {pattern.name for pattern in urls.urlpatterns} == {name for name, *_rest in ROUTES}


def test_no_address_of_the_office_answers_without_sign_in_but_the_door(client: Client, db: None) -> None:
    doors = {"account_login", "account_logout", "account_signup", "account_inactive"}
    # First use, second factor, single sign-on; and what a secret in the address opens.
    doors |= {"enter_code", "accept_invitation", "mfa_authenticate", "mfa_login_webauthn", "socialaccount_signup"}
    doors |= {"openid_connect_login", "openid_connect_callback", "socialaccount_login_cancelled"}
    doors |= {"answering:answer", "answering:act", "reminders:feed"}
    resolver = get_resolver()
    spaces = {"": resolver, **{f"{name}:": part for name, (_prefix, part) in resolver.namespace_dict.items()}}
    asked = 0
    for space, part in spaces.items():
        for name, found in part.reverse_dict.lists():
            if not isinstance(name, str) or space + name in doors:
                continue
            parameters = found[0][0][0][1]
            answer = client.get(reverse(space + name, kwargs=dict.fromkeys(parameters, 1)))
            assert answer.status_code in (302, 405), space + name
            if name != "home" and answer.status_code == 302:
                assert answer["Location"].startswith(reverse("account_login")), space + name
            asked += 1
    assert asked > len(ROUTES)


def test_nobody_registers(client: Client, db: None) -> None:
    form = {"username": "moi", "password1": "matkhau-rat-dai", "password2": "matkhau-rat-dai"}
    client.post(reverse("account_signup"), form)
    assert not User.objects.filter(username="moi").exists()


def test_a_stranger_can_neither_see_nor_touch_by_guessing(shared: Document, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.stranger)
    assert client.get(reverse("documents:document", args=[shared.pk])).status_code == 404
    assert client.get(reverse("documents:document", args=[shared.pk + 99])).status_code == 404
    page = client.get(reverse("documents:list")).content.decode()
    assert "giao ban" not in page
    assert "giao ban" in signed_in(cast.owner).get(reverse("documents:list")).content.decode()


def test_a_fact_of_another_document_is_not_reached(shared: Document, cast: Cast, signed_in: SignIn) -> None:
    other = make_document(cast.office, "khac.txt", "khác")
    url = reverse("documents:confirm", args=[shared.pk, fact_of(other, "d1").pk])
    assert signed_in(cast.office).post(url).status_code == 409
    assert fact_of(other, "d1").state == FactState.DRAFT


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


def test_the_workbook_holds_tasks_figures_and_findings(document: Document, cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.office).get(reverse("documents:facts_workbook", args=[document.pk]))
    workbook = load_workbook(io.BytesIO(answer.content))
    assert workbook.sheetnames == ["Nhiệm vụ", "Số liệu", "Cần xem"]
    assert [row[2].value for row in workbook["Nhiệm vụ"].iter_rows(min_row=2)] == ["Sở Y tế", "UBND các xã, phường"]
    assert workbook["Số liệu"]["B2"].value == 1200000000000
    assert workbook["Cần xem"]["A2"].value == "Không khớp"


def test_a_report_comes_back_with_comments_in_it(cast: Cast, signed_in: SignIn) -> None:
    path = next(iter(sorted((sampling.SAMPLE / "documents").glob("*bao-cao-thang-10.docx"))))
    with path.open("rb") as opened:
        made = upload(file=File(opened, name=path.name), name=path.name, by=cast.office, now=NOW)
    read_document(document_pk=made.pk, now=NOW)
    answer = signed_in(cast.office).get(reverse("documents:annotated", args=[made.pk]))
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert "word/comments.xml" in package.namelist()


def test_the_original_comes_back_byte_for_byte_and_never_runs(cast: Cast, signed_in: SignIn) -> None:
    made = make_document(cast.office, "trang.html", "<script>alert(1)</script> nội dung")
    answer = signed_in(cast.office).get(reverse("documents:original", args=[made.pk]))
    assert b"".join(answer.streaming_content).decode() == "<script>alert(1)</script> nội dung"  # type: ignore[attr-defined]
    answer.close()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_the_same_number_twice_is_pointed_out(document: Document, cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.office)
    url = reverse("documents:document", args=[document.pk])
    assert not client.get(url).context["warnings"]
    make_document(cast.office, "ban-sao.txt", "bản khác")
    assert "Trùng số 15/TB-VP" in client.get(url).context["warnings"][0]


def test_words_of_a_document_are_never_markup(cast: Cast, signed_in: SignIn, document: Document) -> None:
    Fact.objects.filter(key="d1").update(data={**fact_of(document, "d1").data, "text": "<script>x</script>"})
    page = signed_in(cast.office).get(reverse("documents:document", args=[document.pk]))
    assert "<script>x" not in page.content.decode()
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]
    assert page["Content-Security-Policy"].startswith("default-src 'self'")
