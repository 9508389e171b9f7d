"""What runs beside the web server."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dondoc.office.documents.background import read_in_background
from dondoc.office.running.background import sweep
from dondoc.office.up import _names, _shown


@pytest.mark.django_db
def test_sweeping_takes_what_has_ended_and_nothing_else() -> None:
    now = timezone.now()
    Session.objects.create(session_key="a", session_data="", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="b", session_data="", expire_date=now + timedelta(hours=1))
    for finished in (now - timedelta(days=8), now - timedelta(days=6)):
        result = read_in_background.enqueue(1)
        done = DBTaskResult.objects.filter(pk=result.id)
        done.update(status="SUCCESSFUL", finished_at=finished)
    sweep(now)
    assert [session.session_key for session in Session.objects.all()] == ["b"]
    assert DBTaskResult.objects.get().finished_at == now - timedelta(days=6)


def test_the_server_answers_to_the_names_of_its_machine() -> None:
    assert _names("127.0.0.1") == ["localhost", "127.0.0.1", "[::1]"]
    assert _names("10.1.2.3")[-1] == "10.1.2.3"
    assert len(_names("0.0.0.0")) > 3


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("0.0.0.0", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("10.1.2.3", "10.1.2.3"),
        ("::", "[::1]"),
        ("fd00::2", "[fd00::2]"),
    ],
)
def test_the_printed_address_is_one_that_a_browser_here_reaches(host: str, shown: str) -> None:
    assert _shown(host) == shown
