"""Every named address and every role: who gets in, who is told no, for whom the thing does not exist.

The table must name every route of the office. A new route fails this test until it is written down who may use it.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dondoc.office.accounts.models import Field, User
from dondoc.office.answering.actions import create_link
from dondoc.office.documents.models import Document
from dondoc.office.tasks.models import Task
from tests.office.office_cast import NOW, Cast
from tests.office.route_table import (
    ABSENT,
    ADMIN,
    LEADER,
    NOBODY,
    OFFICE,
    OTHER,
    OWN,
    TABLE,
    VIEWER,
    every_route,
    make_things,
)

SignIn = Callable[[User], Client]


@pytest.fixture
def world(cast: Cast, document: Document) -> dict[str, Any]:
    return make_things(cast, document)


def status(client: Client, address: str) -> int:
    """What the address answers; what it writes is taken back."""
    with transaction.atomic():
        answer = client.get(address)
        if answer.status_code == 405:
            answer = client.post(address, {"kind": "directive", "start": "0", "end": "9"})
        if getattr(answer, "streaming", False):
            answer.close()
        transaction.set_rollback(True)
    sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/?next=")
    return 401 if sent_to_sign_in else answer.status_code


def test_the_table_names_every_route() -> None:
    named = set(TABLE) | set(ABSENT)
    routes = set(every_route())
    assert routes - named == set(), "write down who may use these"
    assert named - routes == set(), "these are gone"


@pytest.mark.parametrize("role", [OFFICE, OWN, OTHER, LEADER, ADMIN, VIEWER, NOBODY])
def test_who_gets_in(role: str, cast: Cast, world: dict[str, Any], signed_in: SignIn) -> None:
    person: User | None = getattr(cast, role, None)
    if person is not None:
        person.set_password("mot cau kho doan")
        person.save()
    wrong = {}
    for name, rule in TABLE.items():
        client = signed_in(person) if person else Client()
        found = status(client, reverse(name, args=[world.get(str(each), each) for each in rule.args]))
        if person is None:
            expected = (not rule.without_sign_in and found == 401) or (
                rule.without_sign_in and found not in (401, 403, 404)
            )
        elif role in rule.may:
            expected = found not in (401, 403, 404, 500)
        elif role in rule.unseen:
            expected = found == 404
        else:
            expected = found in (403, 404) if role == OTHER and rule.unseen else found == 403
        if not expected:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("role", [OFFICE, OWN, OTHER, VIEWER])
def test_what_is_not_there_is_not_there(role: str, cast: Cast, world: dict[str, Any], signed_in: SignIn) -> None:
    client = signed_in(getattr(cast, role))
    found = {
        name: status(client, reverse(name, args=[world.get(str(a), a) for a in args])) for name, args in ABSENT.items()
    }
    assert {name: code for name, code in found.items() if code not in (401, 403, 404, 302)} == {}


def test_no_page_runs_anything_inline(cast: Cast, world: dict[str, Any], signed_in: SignIn) -> None:
    cast.admin.set_password("mot cau kho doan")
    cast.admin.save()
    client = signed_in(cast.admin)
    seen = 0
    for name, rule in TABLE.items():
        address = reverse(name, args=[world.get(str(each), each) for each in rule.args])
        answer = client.get(address)
        if getattr(answer, "streaming", False):
            answer.close()
            continue
        html = answer.content.decode(errors="replace")
        if answer.status_code != 200 or "<html" not in html:
            continue
        seen += 1
        assert not re.search(r"\s(?:style|on\w+)=\"", html), name
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", html), name
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html), name
        assert html.count("<h1") == 1, name
        assert 'class="dd-skip"' in html, name
    assert seen > 40


def test_lists_of_people_links_and_entries_ask_no_more_when_they_grow(
    cast: Cast, world: dict[str, Any], signed_in: SignIn
) -> None:
    client = signed_in(cast.admin)
    task = Task.objects.get(pk=world["task"])
    field = Field.objects.get(pk=world["field"])
    addresses = [reverse(name) for name in ("admin:people", "admin:audit", "admin:fields", "answering:links")]
    addresses += [reverse("agencies:show", args=[cast.health.pk]), reverse("answering:link", args=[world["link"]])]
    addresses.append(reverse("answering:answer", args=[world["token"]]))
    client.get(addresses[-1])  # a link that was used

    def asked(first: int, number: int) -> list[int]:
        for each in range(first, first + number):
            person = User.objects.create_user(
                username=f"p{each}", full_name=f"Người {each}", role="focal", agency=cast.health
            )
            person.fields.add(field)
            again = Task.objects.create(text=f"Tiếp tục {each}", created_at=NOW, changed_at=NOW, continues=task)
            again.assignments.create(role="lead", agency=cast.health, written="Sở Y tế")
            create_link(agency=cast.health, tasks=[task], days=3, note="", by=cast.office, now=timezone.now())
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        return found

    assert dict(zip(addresses, asked(0, 2), strict=True)) == dict(zip(addresses, asked(2, 12), strict=True))
