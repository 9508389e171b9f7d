"""An office of its own in which every act is killed with -9 at one statement after another; what is left is compared.

``python -m tests.office.killing FOLDER`` prints, as JSON, for each act: how many moments it was killed at, at how many
of them nothing and at how many all of it was there, and what was found that was neither. The database is a file of
SQLite, or with the address of a cluster in ``DATABASE_URL`` a database of PostgreSQL; every act runs in a process of
its own that ends by the signal.
"""

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.office.killing_databases import Cluster, Database, File

Act = Callable[[], object]


def in_a_process(act: Act, at: int, told: Path) -> int:
    """Run ``act`` in a child that is killed before statement ``at`` (0: never); how the child ended."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    from django.db import connection
    from django.db.backends.base.base import BaseDatabaseWrapper

    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        step()
        return execute(sql, params, many, context)

    whole = BaseDatabaseWrapper.commit

    def commit(wrapper: BaseDatabaseWrapper) -> None:
        step()
        whole(wrapper)
        step()

    BaseDatabaseWrapper.commit = commit  # type: ignore[assignment,method-assign]
    ended = 1
    try:
        with connection.execute_wrapper(statement):
            act()
        told.write_text(str(count), encoding="utf-8")
        ended = 0
    except Exception:  # noqa: BLE001 - the child must not go on as if it were the parent
        traceback.print_exc()
    finally:
        os._exit(ended)


def try_act(office: Database, act: Act, folder: Path) -> dict[str, Any]:
    """Kill ``act`` at moments spread over its whole length."""
    told = folder / "count"
    office.restore()
    before = office.rows()
    ended = in_a_process(act, 0, told)
    after = office.rows()
    steps = int(told.read_text(encoding="utf-8")) if ended == 0 else 0
    spread = (round(1 + (steps - 1) * n / office.moments) for n in range(office.moments + 1))
    moments = sorted({1, steps, *spread}) if steps else []
    found: dict[str, Any] = {"ended": ended, "changes": before != after, "nothing": 0, "all": 0, "neither": []}
    for at in moments:
        office.restore()
        killed = in_a_process(act, at, told)
        left = office.rows()
        kind = "nothing" if left == before else "all" if left == after else "neither"
        if kind == "neither" or not os.WIFSIGNALED(killed) or os.WTERMSIG(killed) != signal.SIGKILL:
            differs = [table for table in left if left[table] not in (before[table], after[table])]
            mixed = [table for table in left if left[table] != before[table]]
            found["neither"].append([at, killed, differs, mixed])
        else:
            found[kind] += 1
    return found | {"moments": len(moments), "steps": steps}


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

    from tests.office.killing_acts import prepare

    if isinstance(office, File):
        # What is written when a process is killed is in the machine's memory; only a power cut needs it on the disk.
        settings.DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    call_command("migrate", verbosity=0)
    acts = prepare()
    office.keep()
    print(json.dumps({name: try_act(office, act, folder) for name, act in acts.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
