"""Rules of the whole suite: what needs PostgreSQL runs there only, and in continuous integration nothing is skipped."""

import os
import shutil
import subprocess

import pytest
from hypothesis import settings

REQUIRED = os.environ.get("REQUIRE_SYSTEM_PACKAGES") == "1"
# How long an example takes says more about what else the machine does than about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def prints_vietnamese() -> bool:
    """Whether LibreOffice is here, and a serif with Vietnamese letters to print with."""
    if shutil.which("soffice") is None or shutil.which("fc-list") is None:
        return False
    fonts = subprocess.run(["fc-list", "Liberation Serif:lang=vi"], capture_output=True, check=False, timeout=60)
    return bool(fonts.stdout.strip())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what LibreOffice cannot do here; leave out tests marked ``postgresql`` where the database is another."""
    printing = [item for item in items if item.get_closest_marker("libreoffice")]
    if printing and not prints_vietnamese():
        absent = pytest.mark.skip(reason="LibreOffice Writer, or its font with Vietnamese letters, is not installed")
        for item in printing:
            item.add_marker(absent)
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    elsewhere = [item for item in items if item.get_closest_marker("postgresql")]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run in which a test was skipped although everything is said to be installed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if REQUIRED and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
