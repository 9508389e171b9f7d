"""Making accounts."""

import secrets
from datetime import datetime

from django.db import transaction

from dondoc.office.accounts.models import Role, User
from dondoc.office.audit.actions import record

FIRST_USERNAME = "quantri"


def administrator_exists() -> bool:
    """Whether somebody can sign in and manage the office."""
    return User.objects.filter(role=Role.ADMIN).exists()


@transaction.atomic
def create_first_administrator(*, now: datetime) -> str | None:
    """Make the first account with a random password; returned is the password, or None where there is one already.

    The password was shown on a screen and may stand in a log: the first sign-in asks for another.
    """
    if administrator_exists():
        return None
    password = secrets.token_urlsafe(12)
    person = User.objects.create_user(
        username=FIRST_USERNAME, password=password, full_name="Quản trị hệ thống", role=Role.ADMIN, is_superuser=True,
        must_change_password=True,
    )  # fmt: skip
    after = {"username": FIRST_USERNAME, "role": Role.ADMIN}
    record(by=None, now=now, action="user.create", target=person, after=after)
    return password
