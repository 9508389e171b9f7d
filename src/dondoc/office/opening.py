"""What every command that opens the office does first: settings understood, database reached, or one clear sentence."""

import os
import sys
from gettext import translation
from pathlib import Path
from typing import NoReturn

from dondoc.office.stated import NotUnderstood

# Not Django's: its settings are what is being read.
gettext = translation("django", Path(__file__).parent / "locale", fallback=True).gettext


def open_office() -> None:
    """Set up Django and reach its database. Exits with status 1, and says why, where either cannot be."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.office.settings")

    import django

    try:
        django.setup()
    except NotUnderstood as problem:
        refuse(str(problem))
    from django.db import DatabaseError, connection

    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        if connection.vendor == "sqlite":
            words = gettext("Không mở được tệp cơ sở dữ liệu %(file)s (%(reason)s); hãy phục hồi từ bản sao lưu.")
        else:
            words = gettext(
                "Không mở được cơ sở dữ liệu (%(reason)s); hãy xem máy chủ đang chạy và DATABASE_URL ghi đúng."
            )
        refuse(words % {"reason": str(problem).splitlines()[0], "file": connection.settings_dict["NAME"]})


def refuse(sentence: str, status: int = 1) -> NoReturn:
    """Say ``sentence`` where errors go, and end with ``status``."""
    print(sentence, file=sys.stderr)
    raise SystemExit(status)
