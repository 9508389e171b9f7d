"""Run a command against a throwaway PostgreSQL: ``python tests/postgresql.py -- pytest tests/office``.

Starts a cluster of its own in a temporary folder on a free port, sets ``DATABASE_URL`` for the command, and takes
everything away afterwards. PostgreSQL refuses to run as root; then the cluster belongs to the user ``postgres``.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder of the newest server on this machine, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def _as_owner(command: list[str]) -> list[str]:
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def cluster(place: Path) -> Iterator[str]:
    """A running cluster in the folder ``place``, made there if there is none yet; its ``DATABASE_URL``."""
    folder = binaries()
    if folder is None:
        raise RuntimeError("no PostgreSQL server on this machine: apt-get install postgresql")
    place.mkdir(exist_ok=True)
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    data = f"{place}/data"
    port = _free_port()
    quiet = {"stdout": subprocess.DEVNULL, "cwd": place}
    settings = f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={place} -c fsync=off"
    init = [str(folder / "initdb"), "-D", data, "-U", "dondoc", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"]
    control = [str(folder / "pg_ctl"), "-D", data, "-w"]
    if not Path(data).exists():
        subprocess.run(_as_owner(init), check=True, **quiet)  # type: ignore[call-overload]
    log = ["-l", f"{place}/log"]
    subprocess.run(_as_owner([*control, *log, "-o", settings, "start"]), check=True, **quiet)  # type: ignore[call-overload]
    try:
        yield f"postgres://dondoc@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(_as_owner([*control, "-m", "fast", "stop"]), check=True, **quiet)  # type: ignore[call-overload]


@contextmanager
def throwaway() -> Iterator[str]:
    """A running cluster that is gone afterwards; its ``DATABASE_URL``."""
    with tempfile.TemporaryDirectory(prefix="dondoc-pg-") as place, cluster(Path(place)) as url:
        yield url


def main(arguments: list[str]) -> int:
    """Run the command after ``--``; its exit status."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    with throwaway() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
