"""Acts of several people at the same moment, each in a connection of its own: on PostgreSQL only."""

from collections.abc import Callable
from threading import Barrier, Event, Thread
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from dondoc.office.refusal import Refusal

Acts = Callable[[], object]
PATIENCE = 30
WAITING = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted"


class Running:
    """Threads that act; ``refused`` says in words what was not done, ``broken`` what went wrong."""

    def __init__(self, *acts: Acts) -> None:
        self.refused, self.broken = list[str](), list[BaseException]()
        self._start = Barrier(len(acts))
        self._threads = [Thread(target=self._run, args=[act]) for act in acts]
        for thread in self._threads:
            thread.start()

    def _run(self, act: Acts) -> None:
        self._start.wait(PATIENCE)
        try:
            act()
        except Refusal as refusal:
            self.refused.append(str(refusal))
        except Exception as problem:  # noqa: BLE001 - shown by whoever waits for the thread
            self.broken.append(problem)
        finally:
            connection.close()

    def wait_until_stuck(self) -> None:
        """Until every thread waits for a lock that somebody else holds, or has ended."""
        for _look in range(PATIENCE * 100):
            alive = sum(thread.is_alive() for thread in self._threads)
            with connection.cursor() as cursor:
                cursor.execute(WAITING)
                if cursor.fetchone()[0] >= alive:
                    return
            Event().wait(0.01)
        raise AssertionError("the acts neither ended nor waited")

    def end(self) -> list[str]:
        """Wait for all; what was refused."""
        for thread in self._threads:
            thread.join(PATIENCE)
        assert not any(thread.is_alive() for thread in self._threads), "still running"
        if self.broken:
            raise self.broken[0]
        return self.refused


def at_once(*acts: Acts) -> list[str]:
    """Run each act in a thread of its own, started together; what was refused."""
    return Running(*acts).end()


def behind(rows: QuerySet[Any], *acts: Acts) -> list[str]:
    """The acts begin while ``rows`` are locked, so that all of them have seen the same when they go on together."""
    with transaction.atomic():
        list(rows.select_for_update(of=("self",)))
        running = Running(*acts)
        running.wait_until_stuck()
    return running.end()


def during(first: Acts, *acts: Acts) -> list[str]:
    """``first`` is done but not yet written for good when the acts begin; what these refused."""
    with transaction.atomic():
        first()
        running = Running(*acts)
        running.wait_until_stuck()
    return running.end()
