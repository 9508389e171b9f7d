"""Where an installation keeps what is its own: database, files of documents, secret key, collected static files."""

import os
import secrets
from pathlib import Path
from typing import IO

KEY_FILE = "secret_key"
LOCK_FILE = ".in-use"


def locate() -> Path:
    """The data folder: ``DONDOC_DATA``, else ``./data`` of a checkout, else the user's own data folder."""
    stated = os.environ.get("DONDOC_DATA")
    if stated:
        return Path(stated).expanduser().resolve()
    here = Path.cwd()
    if (here / "data").is_dir() or (here / "pyproject.toml").is_file():
        return here / "data"
    base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "dondoc"


def prepare(folder: Path) -> None:
    """Make the folder and its secret key, readable by the owner alone; what is there already stays."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "uploads").mkdir(mode=0o700, exist_ok=True)
    key = folder / KEY_FILE
    if key.exists():
        return
    handle = os.open(key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_urlsafe(64))


def hold(folder: Path) -> IO[str] | None:
    """Keep the folder for this process until the returned file is closed; None where another process has it.

    Two processes on one folder would read each document twice. Where the system knows no such locks, nobody is refused.
    """
    held = (folder / LOCK_FILE).open("a")
    try:
        import fcntl
    except ImportError:
        return held
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        held.close()
        return None
    return held


def secret_key(folder: Path) -> str:
    """The installation's key; without a prepared folder a key for this process alone (checks, tests)."""
    stated = os.environ.get("DONDOC_SECRET_KEY")
    if stated:
        return stated
    key = folder / KEY_FILE
    return key.read_text().strip() if key.is_file() else secrets.token_urlsafe(64)
