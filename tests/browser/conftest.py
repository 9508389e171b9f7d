"""A real Chromium against a real server: what the journeys share."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, sync_playwright
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.tasks.actions.arranging import Owed, create_task
from dondoc.office.tasks.models import AssignmentRole, Task
from tests.audit_rows import empty_audit
from tests.browser.browser_office import PASSWORD, Office

CHROMIUM = Path("/usr/bin/chromium")
# The driver runs an event loop in the test's thread, where Django would refuse its plain database calls.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the journeys where there is no Chromium."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and not CHROMIUM.exists():
            item.add_marker(pytest.mark.skip(reason="no /usr/bin/chromium"))


@pytest.fixture(scope="session")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def chromium(_browser: Browser) -> Iterator[Browser]:
    """The browser; its pages are closed after each journey, so that no connection outlives the server."""
    yield _browser
    for context in _browser.contexts:
        context.close()


@pytest.fixture
def office(live_server: LiveServer, settings: Settings, tmp_path: Path) -> Iterator[Office]:
    settings.MEDIA_ROOT = str(tmp_path / "files")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    immediate = {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["default", "scans", "exports"],
    }
    settings.TASKS = {"default": immediate}
    for code, name in (("so-y-te", "Sở Y tế"), ("so-tai-chinh", "Sở Tài chính"), ("so-xay-dung", "Sở Xây dựng")):
        agency = Agency(code=code, name=name, kind="department", level="province")
        agency.clean_keys()
        agency.save()
    clerk = User.objects.create_user(username="lan", password=PASSWORD, full_name="Trần Thị Lan", role=Role.OFFICE)
    yield Office(str(live_server.url), clerk)
    empty_audit()


@pytest.fixture
def task(office: Office) -> Task:
    """A task of the health department, due in a month."""
    return create_task(
        text="Rà soát giường bệnh",
        owed=[Owed(AssignmentRole.LEAD, Agency.objects.get(code="so-y-te"))],
        by=office.clerk,
        now=timezone.now(),
        deadline=timezone.localdate() + timedelta(days=30),
        product="Báo cáo",
    )
