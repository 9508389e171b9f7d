"""An office of its own in which every act is killed with -9 at one statement after another; what is left is compared.

``python -m tests.office.killing FOLDER`` prints, as JSON, for each action of the tables and for each form of the pages:
at how many moments it was killed, at how many of them nothing and at how many all of it was there, and what was found
that was neither. The database is a file of SQLite, or with the address of a cluster in ``DATABASE_URL`` a database of
PostgreSQL; every act runs in a process of its own that ends by the signal.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.office.killing_databases import Cluster, Database, File, Rows


class Steps:
    """Counts the statements and commits of an act, and kills the process at step ``at`` (0: never)."""

    def __init__(self, at: int, *, counting: bool) -> None:
        self.at, self.counting = at, counting
        self.count = 0
        # The steps after which something is in the database for good.
        self.lasting: list[int] = []

    def step(self) -> None:
        """One more; here the process ends, if it is the one."""
        if self.counting:
            self.count += 1
            if self.count == self.at:
                os.kill(os.getpid(), signal.SIGKILL)

    def last(self) -> None:
        """What was done in this step lasts."""
        if self.counting:
            self.lasting.append(self.count)


Act = Callable[[Steps], Any]


def in_a_process(act: Act, told: Path, *, at: int = 0, counting: bool = True) -> int:
    """Run ``act`` in a child; how the child ended. What ``act`` returns is written to ``told`` with the steps."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    ended = 1
    try:
        steps = Steps(at, counting=counting)
        returned = _counted(act, steps)
        said = {"steps": steps.count, "lasting": steps.lasting, "returned": returned}
        told.write_text(json.dumps(said), encoding="utf-8")
        ended = 0
    except Exception:  # noqa: BLE001 - the child must not go on as if it were the parent
        traceback.print_exc()
    finally:
        os._exit(ended)


def _counted(act: Act, steps: Steps) -> Any:
    from django.db import connection
    from django.db.backends.base.base import BaseDatabaseWrapper

    def statement(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        steps.step()
        done = execute(sql, params, many, context)
        if not connection.in_atomic_block and sql.startswith(("INSERT", "UPDATE", "DELETE")):
            steps.last()
        return done

    whole = BaseDatabaseWrapper.commit

    def commit(wrapper: BaseDatabaseWrapper) -> None:
        steps.step()
        whole(wrapper)
        steps.step()
        steps.last()

    BaseDatabaseWrapper.commit = commit  # type: ignore[assignment,method-assign]
    with connection.execute_wrapper(statement):
        returned = act(steps)
    steps.step()
    return returned


def moments(steps: int, lasting: list[int], most: int) -> list[int]:
    """When to kill: at first, around what lasts, and spread over the whole in ``most`` pieces."""
    if not steps:
        return []
    between = [each + after for each in lasting[:-1][:3] for after in (0, 1)]
    around = [*between, *(each + before for each in lasting[-1:] for before in (-1, 0))]
    spread = [round(1 + (steps - 1) * n / most) for n in range(1, most)]
    return sorted({each for each in (1, *around, *spread) if 1 <= each <= steps})


def kill(office: Database, act: Act, told: Path, before: Rows, after: Rows, found: dict[str, Any], **how: Any) -> None:
    """Kill ``act`` at every moment of ``found`` and write there what was left; ``again`` of ``how`` goes on with it."""
    again: Act | None = how.pop("again", None)
    for at in found["moments"]:
        office.restore()
        killed = in_a_process(act, told, at=at, **how)
        left = office.rows()
        kind = "nothing" if left == before else "all" if left == after else "neither"
        if kind == "neither" and again is not None and in_a_process(again, told) == 0:
            left = office.rows()
            kind = "later" if office.alike(left, after) else "neither"
        if kind == "neither" or not os.WIFSIGNALED(killed) or os.WTERMSIG(killed) != signal.SIGKILL:
            differs = [table for table in left if left[table] not in (before[table], after[table])]
            mixed = [table for table in left if left[table] != before[table]]
            found["neither"].append([at, killed, differs, mixed])
        else:
            found[kind] += 1


def nothing_yet(ended: int, told: dict[str, Any], most: int) -> dict[str, Any]:
    """What is known of an act that was done and not yet killed."""
    when = moments(told["steps"], told["lasting"], most) if ended == 0 else []
    return {"ended": ended, "moments": when, "nothing": 0, "all": 0, "later": 0, "neither": []}


def try_page(office: Database, act: Callable[[], object], folder: Path) -> dict[str, Any]:
    """Kill a form sent to a page at moments spread over its whole length."""
    told = folder / "told"
    told.write_text("{}")
    office.restore()
    before = office.rows()
    ended = in_a_process(lambda steps: bool(act()), told)
    after = office.rows()
    found = nothing_yet(ended, json.loads(told.read_text("utf-8")), office.moments)
    kill(office, lambda steps: bool(act()), told, before, after, found)
    return found | {"changes": before != after}


def main(folder: Path) -> None:
    cluster = os.environ.get("DATABASE_URL", "")
    office: Database = Cluster(cluster) if cluster.startswith("postgres") else File(folder)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "dondoc.office.settings",
        "DONDOC_DATA": str(folder / "data"),
        "DATABASE_URL": office.url,
        "DONDOC_HOSTS": "testserver",
    }
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    if isinstance(office, File):
        # What is written when a process is killed is in the machine's memory; only a power cut needs it on the disk.
        settings.DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    call_command("migrate", verbosity=0)
    from tests.office.killing_actions import EVERY_ACTION, make_office, try_action
    from tests.office.killing_pages import prepare

    office.keep()
    world = make_office()
    office.keep()
    actions = {name: try_action(office, name, world, folder) for name in EVERY_ACTION}
    office.empty()
    acts = prepare()
    office.keep()
    pages = {name: try_page(office, act, folder) for name, act in acts.items()}
    print(json.dumps({"actions": actions, "pages": pages}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
