"""Fixtures of the office's tests: one who works, one who owns, one who may read, one who must see nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from pytest_django.fixtures import Settings

from dondoc.office.accounts.models import User
from dondoc.office.documents.models import Document
from tests.audit_rows import empty_audit
from tests.office.office_cast import Cast, make_cast, make_document


@pytest.fixture(autouse=True)
def one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a test closes ends a request, and the end of a request would close the connection of the test."""
    monkeypatch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda connection: None)


@pytest.fixture(autouse=True)
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Files go to a folder of the test; hashing a password takes no time."""
    settings.MEDIA_ROOT = str(tmp_path / "files")
    settings.FILE_UPLOAD_TEMP_DIR = None
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """Tries that one test counted do not slow the next one down."""
    cache.clear()


@pytest.fixture(autouse=True)
def audit_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that commits empties the audit before the database is emptied: the database itself would refuse."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if commits:
        request.getfixturevalue("transactional_db")
    yield
    if commits:
        empty_audit()


@pytest.fixture
def cast(db: None) -> Cast:
    """Six people, two departments, a group."""
    return make_cast()


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which the person has signed in."""

    def sign_in(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def document(cast: Cast) -> Document:
    """A document that was uploaded and read."""
    return make_document(cast.office)
