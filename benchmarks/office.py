"""How fast the pages of a full office answer: many tasks, agencies and people in a database of its own.

    python -m benchmarks.office [--tasks 20000] [--agencies 400] [--people 2000] [--asked 40]
                                [--database sqlite|postgres|both] [--keep FOLDER] [--only WORDS ...]

Prints for each page and whom it answers the median and the 95th percentile of the time on the wall, the least and the
95th percentile of the time at work, the database's included (on a busy machine the wall also counts waiting for
others), the number of queries and the size. Of fewer than 20 askings the slowest is the 95th percentile; 40 leave out
two. ``--only`` asks the pages whose line holds one of the WORDS, e.g. ``--only "thu0 /tong-quan/" "q=giuong"``.
``--keep`` leaves the office in FOLDER; the next call finds it there and begins at once. PostgreSQL is a cluster of its
own that is stopped afterwards.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.postgresql import cluster

BAR = 150.0
SHARE = 20  # one in so many is slower than the 95th percentile


@contextmanager
def _place(keep: str | None, database: str) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder).chmod(0o755)  # the cluster's owner has to get through
            yield Path(folder)
    else:
        place = Path(keep).resolve() / database
        place.mkdir(parents=True, exist_ok=True)
        yield place


def asked(database: str, chosen: argparse.Namespace) -> list[dict[str, Any]]:
    """What ``office_ask`` says of one database; shown as it comes."""
    found = []
    with ExitStack() as stack:
        place = stack.enter_context(_place(chosen.keep, database))
        env = {**os.environ, "DONDOC_DATA": str(place)}
        env.pop("DATABASE_URL", None)
        if database == "postgres":
            env["DATABASE_URL"] = stack.enter_context(cluster(place / "cluster"))
        numbers = [f"--{name}={getattr(chosen, name)}" for name in ("tasks", "agencies", "people", "asked")]
        command = [sys.executable, "-m", "benchmarks.office_ask", *numbers, "--only", *chosen.only]
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                said = json.loads(line)
                print(f"{database:8} {_line(said)}", flush=True)
                found += [said] if "page" in said else []
        if process.returncode:
            raise SystemExit(process.returncode)
    return found


def _line(said: dict[str, Any]) -> str:
    if "said" in said:
        return str(said["said"])
    return (
        f"{said['who']:8} {said['page']:46} {said['status']}  median {said['median']:7.1f}  p95 {said['p95']:7.1f}"
        f"  at work {said['least']:6.1f} to {said['cpu']:6.1f} ms  {said['queries']:3} queries  {said['kb']:4} KB"
        f"{'  OVER' if said['p95'] > BAR else ''}"
    )


def main() -> None:
    """Ask one database or both; say how many pages are over the bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("tasks", 20_000), ("agencies", 400), ("people", 2_000), ("asked", 40)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="sqlite")
    parser.add_argument("--keep", metavar="FOLDER")
    parser.add_argument("--only", metavar="WORDS", nargs="*", default=[])
    chosen = parser.parse_args()
    for database in ("sqlite", "postgres") if chosen.database == "both" else (chosen.database,):
        found = asked(database, chosen)
        over = [said for said in found if said["p95"] > BAR]
        slowest = max(found, key=lambda said: said["p95"], default=None)
        late = "the slowest" if chosen.asked < SHARE else "the 95th percentile"
        print(f"{database}: {len(found)} pages, {late} of {chosen.asked} over {BAR:.0f} ms on {len(over)}", end="")
        print(f"; slowest {slowest['page']} {slowest['p95']:.0f} ms" if slowest else "", flush=True)


if __name__ == "__main__":
    main()
