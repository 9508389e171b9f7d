"""Every address of the office in a real browser: the wrong agency finds nothing, and axe finds no fault.

The addresses are those of the table that names every route, so a new one is tried here as soon as it is there.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from dondoc.office.accounts.models import User
from dondoc.office.tasks.actions import extending, talking
from dondoc.office.tasks.acts import ACTS
from dondoc.office.tasks.models import Task
from tests.audit_rows import empty_audit
from tests.browser.axe import violations
from tests.browser.browser_office import PASSWORD, Office, open_page, sign_in
from tests.office.office_cast import NOW, TODAY, Cast, make_cast, make_document
from tests.office.route_table import OTHER, TABLE, make_things

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# What only signs out, or is answered by another program than a page.
LEAVES = {"account_logout", "mfa_reauthenticate_webauthn", "mfa_login_webauthn"}


@pytest.fixture
def world(live_server: LiveServer, settings: Settings, tmp_path: Path) -> Iterator[tuple[str, Cast, dict[str, Any]]]:
    """The address of a running office, its people, and one of everything."""
    settings.MEDIA_ROOT = str(tmp_path / "files")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    cast = make_cast()
    yield str(live_server.url), cast, make_things(cast, make_document(cast.office))
    empty_audit()


def at_a_browser(chromium: Browser, address: str, person: User, width: int = 1440) -> Page:
    person.set_password(PASSWORD)
    person.save()
    page = open_page(chromium, width)
    sign_in(page, Office(address, person))
    return page


def test_the_wrong_agency_finds_nothing_anywhere(chromium: Browser, world: tuple[str, Cast, dict[str, Any]]) -> None:
    address, cast, things = world
    page = at_a_browser(chromium, address, cast.stranger)
    token = next(each.get("value", "") for each in page.context.cookies() if each.get("name") == "csrftoken")
    send = {"headers": {"X-CSRFToken": token, "Referer": address}, "form": {"text": "x", "summary": "x", "days": "7"}}
    tried, wrong = 0, {}
    for name, rule in TABLE.items():
        if OTHER in rule.may or rule.without_sign_in:
            continue
        place = address + reverse(name, args=[things.get(str(each), each) for each in rule.args])
        got, posted = page.request.get(place).status, page.request.post(place, **send).status  # type: ignore[arg-type]
        refused = {404, 405} if OTHER in rule.unseen else {403, 404, 405}
        tried += 1
        if {got, posted} - refused or (got, posted) == (405, 405):
            wrong[name] = (got, posted)
    assert wrong == {}
    assert tried > 80


# The buttons whose words stand over their edge.
SQUEEZED = """() => [...document.querySelectorAll(".btn")]
  .filter((each) => each.offsetParent !== null && each.scrollWidth > each.clientWidth + 1)
  .map((each) => "squeezed: " + each.textContent.trim())"""


@pytest.mark.parametrize(("role", "width", "pages"), [("admin", 1440, 70), ("owner", 390, 35), ("office", 390, 50)])
def test_axe_finds_no_fault_on_any_page(
    chromium: Browser, world: tuple[str, Cast, dict[str, Any]], role: str, width: int, pages: int
) -> None:
    address, cast, things = world
    page = at_a_browser(chromium, address, getattr(cast, role), width)
    found, seen = {}, 0
    for name, rule in TABLE.items():
        place = address + reverse(name, args=[things.get(str(each), each) for each in rule.args])
        answer = page.request.get(place) if name not in LEAVES else None
        if answer is None or answer.status != 200 or "<html" not in answer.text()[:200]:
            continue
        page.goto(place)
        seen += 1
        broken = violations(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            broken.append("wider than the window")
        broken += page.evaluate(SQUEEZED)
        if broken:
            found[name] = broken
    assert found == {}
    assert seen >= pages, seen


def test_axe_finds_no_fault_in_any_form_of_a_task(chromium: Browser, world: tuple[str, Cast, dict[str, Any]]) -> None:
    address, cast, things = world
    task = Task.objects.get(pk=things["task"])
    extending.ask_extension(
        task=task, wanted=TODAY + timedelta(days=400), reason="Mưa", agency=cast.health, by=cast.owner, now=NOW
    )
    talking.instruct(task=task, text="Làm gấp", reply_due=None, by=cast.leader, now=NOW)
    found, seen = {}, set()
    page = at_a_browser(chromium, address, cast.leader, 390)
    for slug in ACTS:
        answer = page.goto(f"{address}{reverse('tasks:act', args=[task.pk, slug])}")
        if answer is None or answer.status != 200 or page.locator("form.dd-act").count() == 0:
            continue
        seen.add(slug)
        if broken := violations(page):
            found[slug] = broken
        page.locator("form.dd-act button[type=submit]").click()
        page.wait_for_load_state()
        if broken := violations(page):
            found[f"{slug}, sent empty"] = broken
    assert found == {}
    assert {"tra-loi-gia-han", "chi-dao", "tra-loi", "giao-lai", "chia-viec", "sua"} <= seen
