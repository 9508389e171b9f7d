"""What allauth does by itself to an account is written into the audit as well: it tells of it by signals only."""

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record

ACTIONS: tuple[tuple[Signal, str], ...] = (
    (password_changed, "user.password_change"),
    (authenticator_added, "user.second_factor_add"),
    (authenticator_removed, "user.second_factor_remove"),
    (authenticator_reset, "user.second_factor_reset"),
)


def connect() -> None:
    """Listen, once a process."""
    for signal, action in ACTIONS:
        signal.connect(_noting(action), dispatch_uid=action, weak=False)


def _noting(action: str) -> Any:
    def note(sender: object, user: User, **more: Any) -> None:
        authenticator = more.get("authenticator")
        after = {"type": str(authenticator.type)} if authenticator is not None else None
        with transaction.atomic():
            record(by=user, now=timezone.now(), action=action, target=user, after=after)

    return note
