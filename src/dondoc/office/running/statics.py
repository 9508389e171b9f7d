"""Static files, collected and compressed once a version, not at each start."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

STAMP = ".collected"


def collect_if_changed() -> bool:
    """Collect where a static file is new, gone or changed since the last time; whether it did."""
    if not settings.STATIC_COLLECTED:
        return False
    state = _state()
    stamp = Path(str(settings.STATIC_ROOT)) / STAMP
    if stamp.is_file() and stamp.read_text() == state:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=stamp.parent.is_dir())
    stamp.write_text(state)
    return True


def _state() -> str:
    digest = hashlib.sha256()
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}\0{storage.size(path)}\0{storage.get_modified_time(path).isoformat()}\n".encode())
    return digest.hexdigest()
