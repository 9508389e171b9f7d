"""An office of its own in which every act is killed with -9 at one statement after another; what is left is compared.

``python -m tests.office.killing FOLDER`` prints, as JSON, for each act: how many moments it was killed at, at how many
of them nothing and at how many all of it was there, and what was found that was neither. The database is a file of
SQLite; every act runs in a process of its own that ends by the signal.
"""

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

MOMENTS = 8
# What is drawn by lot, so that no two runs have the same.
DRAWN = frozenset({"token_hash", "code"})
Act = Callable[[], object]


class Office:
    """The database file: kept as it was before, given to one process after another, looked at in between."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "office.sqlite3"
        self.kept = folder / "before.sqlite3"

    def keep(self) -> None:
        self.close()
        shutil.copy(self.file, self.kept)

    def restore(self) -> None:
        self.close()
        for end in ("-wal", "-shm"):
            Path(f"{self.file}{end}").unlink(missing_ok=True)
        shutil.copy(self.kept, self.file)

    def close(self) -> None:
        from django.db import connection

        if connection.connection is not None:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def rows(self) -> dict[str, list[Any]]:
        """Every row of every table, but for secrets drawn anew and sessions."""
        from django.db import connection

        found: dict[str, list[Any]] = {}
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                if table in ("django_session", "usersessions_usersession"):
                    continue
                cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
                heads = [column[0] for column in cursor.description]
                hidden = DRAWN & set(heads)
                rows = [dict(zip(heads, row, strict=True)) for row in cursor.fetchall()]
                found[table] = [[str(value) for name, value in row.items() if name not in hidden] for row in rows]
        connection.close()
        return found


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


def try_act(office: Office, act: Act, folder: Path) -> dict[str, Any]:
    """Kill ``act`` at moments spread over its whole length."""
    told = folder / "count"
    office.restore()
    before = office.rows()
    ended = in_a_process(act, 0, told)
    after = office.rows()
    steps = int(told.read_text(encoding="utf-8")) if ended == 0 else 0
    moments = sorted({1, steps, *(round(1 + (steps - 1) * n / MOMENTS) for n in range(MOMENTS + 1))}) if steps else []
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
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "dondoc.office.settings",
        "DONDOC_DATA": str(folder / "data"),
        "DATABASE_URL": f"sqlite:///{folder / 'office.sqlite3'}",
        "DONDOC_HOSTS": "testserver",
    }
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from tests.office.killing_acts import prepare

    # What is written when a process is killed is in the machine's memory; only a power cut needs it on the disk.
    settings.DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    call_command("migrate", verbosity=0)
    acts = prepare()
    office = Office(folder)
    office.keep()
    print(json.dumps({name: try_act(office, act, folder) for name, act in acts.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
