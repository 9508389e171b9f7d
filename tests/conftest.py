"""Rules of the whole suite: what needs PostgreSQL runs there only, and in continuous integration nothing is skipped."""

import os

import pytest

REQUIRED = os.environ.get("REQUIRE_SYSTEM_PACKAGES") == "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests marked ``postgresql`` where the database is another (the suite runs once on each)."""
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
