"""A kill -9 during any act leaves either all of it or nothing: on the database that the suite runs on."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.office.acting import every_action
from tests.office.acts_of_the_clock import AGAIN, NOT_KILLED, PARTS
from tests.office.killing_actions import EVERY_ACTION

ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Any]]]:
    """What was found of every action and of every form; half a minute on SQLite, a whole one on PostgreSQL."""
    hidden = {"DONDOC_DATA", "DJANGO_SETTINGS_MODULE"}
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        hidden.add("DATABASE_URL")
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "tests.office.killing", str(tmp_path_factory.mktemp("killed"))]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=1200, cwd=ROOT, env=surroundings
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(ended.stdout)
    for name, each in (found["actions"] | found["pages"]).items():
        assert not each.get("missing"), (name, ended.stderr)
        assert (each["ended"], each["changes"]) == (0, True), (name, ended.stderr)
    return found


def test_every_writer_is_killed() -> None:
    """Whatever takes ``now`` by keyword writes; a new one fails until an act of the tables does it."""
    known = set(EVERY_ACTION) | set(PARTS) | set(NOT_KILLED)
    assert every_action() - known == set(), "write down how these are done, that they can be killed"
    assert known - every_action() == set(), "these are gone"


@pytest.mark.parametrize("kind", ["actions", "pages"])
def test_all_or_nothing_at_every_moment(kind: str, tried: dict[str, dict[str, dict[str, Any]]]) -> None:
    wrong = {
        name: found
        for name, found in tried[kind].items()
        if found["neither"] or not found["nothing"] or not found["all"] or (found["later"] and name not in AGAIN)
    }
    assert wrong == {}
    assert len(tried["actions"]) == len(EVERY_ACTION)
    assert len(tried["pages"]) >= 19


def test_a_part_is_killed_with_the_whole(tried: dict[str, dict[str, dict[str, Any]]]) -> None:
    inside = {part for found in tried["actions"].values() for part in found["inside"]}
    assert set(PARTS) - inside == set()
