"""Every address of documents, asked by everybody of the standing cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from dondoc.office.accounts.models import User
from dondoc.office.documents import urls
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.models import Document, Fact, FactState
from tests.office.office_cast import NOW, Cast, make_document

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
    ("mends", "get", {}, False, ALL_SEE),
    ("take_back", "post", {}, False, (409, 409, 409, 403, 403, 403)),  # nothing was mended in it
    ("mend_again", "post", {}, False, (409, 409, 409, 403, 403, 403)),
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
    if name in ("take_back", "mend_again"):
        return reverse(f"documents:{name}", args=[document.pk, "0" * 64])
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
