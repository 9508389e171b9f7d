"""What a page asks once is held for no longer than the page, for nobody else, and never past a write."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, Succession
from dondoc.office.agencies.queries import standpoint
from dondoc.office.asked_once import AskedOnceMiddleware, asked_once
from dondoc.office.rules.models import Rules
from dondoc.office.rules.queries import current
from tests.office.office_cast import TODAY, Cast

SignIn = Callable[[User], Client]


def answered(view: Callable[[], object], method: str = "GET") -> object:
    """What ``view`` gives while a request is answered."""
    found: list[object] = []

    def answer(_request: HttpRequest) -> HttpResponse:
        found.append(view())
        return HttpResponse()

    AskedOnceMiddleware(answer)(RequestFactory().generic(method, "/"))
    return found[0]


def soon() -> int:
    return current().due_soon_days


def set_soon(days: int) -> None:
    """Written past the model, as another process would."""
    Rules.objects.update_or_create(pk=1, defaults={"due_soon_days": days})


def test_one_page_asks_once(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert answered(lambda: (soon(), soon(), soon())) == (5, 5, 5)
    assert len(queries) == 1


def test_the_next_page_asks_anew(cast: Cast) -> None:
    assert answered(soon) == 5
    set_soon(3)
    assert answered(soon) == 3


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_request_that_may_write_asks_every_time(cast: Cast, method: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        answered(lambda: (soon(), soon()), method)
    assert len(queries) == 2


def test_nothing_is_held_outside_a_request(cast: Cast) -> None:
    answered(soon)
    with CaptureQueriesContext(connection) as queries:
        soon(), soon()
    assert len(queries) == 2


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_written_is_seen_at_once(cast: Cast, method: str) -> None:
    def view() -> tuple[int, int]:
        before = soon()
        set_soon(12)
        return before, soon()

    assert answered(view, method) == (5, 12)


def test_inherited_work_is_seen_as_soon_as_it_is_inherited(cast: Cast) -> None:
    old = Agency.objects.create(name="Sở Kế hoạch và Đầu tư", kind="so", level="province", code="old")

    def view() -> tuple[bool, bool]:
        before = old.pk in standpoint(cast.finance).agencies
        Succession.objects.create(earlier=old, later=cast.finance, day=TODAY)
        return before, old.pk in standpoint(cast.finance).agencies

    assert answered(view) == (False, True)


def test_a_page_that_fails_holds_nothing(cast: Cast) -> None:
    def view() -> None:
        soon()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        answered(view)
    set_soon(3)
    assert soon() == 3


def test_two_pages_at_once_hold_their_own() -> None:
    both = threading.Barrier(2)
    found: dict[str, object] = {}

    def page(name: str) -> None:
        def view() -> object:
            asked_once("x", lambda: name)
            both.wait(timeout=10)
            return asked_once("x", lambda: "asked again")

        found[name] = answered(view)

    threads = [threading.Thread(target=page, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"one": "one", "two": "two"}


def test_rights_taken_away_are_gone_on_the_next_page(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.owner)
    assert client.get("/nhiem-vu/").status_code == 200
    seen = client.get(f"/co-quan/{cast.owner.agency_id}/").status_code
    User.objects.filter(pk=cast.owner.pk).update(
        agency=cast.finance if cast.owner.agency != cast.finance else cast.health
    )
    assert (seen, client.get(f"/co-quan/{cast.owner.agency_id}/").status_code) == (200, 404)
