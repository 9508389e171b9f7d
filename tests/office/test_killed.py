"""A kill -9 during any act leaves either all of it or nothing: on the database that the suite runs on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_all_or_nothing_at_every_moment(tmp_path: Path) -> None:
    hidden = {"DONDOC_DATA", "DJANGO_SETTINGS_MODULE"}
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        hidden.add("DATABASE_URL")
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "tests.office.killing", str(tmp_path)]
    ended = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=300, cwd=ROOT, env=surroundings
    )
    assert ended.returncode == 0, ended.stderr
    tried = json.loads(ended.stdout)
    assert len(tried) == 19
    for act, found in tried.items():
        assert (found["ended"], found["changes"]) == (0, True), (act, ended.stderr)
        assert found["neither"] == [], act
        assert found["nothing"] >= found["moments"] // 2, act
        assert found["all"] >= 1, act
