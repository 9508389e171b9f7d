"""One letter a day a person, with everything that person was told and has not been written about."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.reminders.models import Notice

LINES = 60


def mail_digests(*, now: datetime) -> int:
    """Write to everybody who has an address and unwritten notices. How many letters left.

    A letter that cannot be sent is tried again on the next call; one that was sent is never sent twice.
    """
    waiting = Notice.objects.filter(mailed_at__isnull=True, read_at__isnull=True)
    people = User.objects.filter(pk__in=waiting.values("person"), is_active=True).exclude(email="")
    sent = 0
    with get_connection() as connection:
        for person in people.order_by("pk"):
            with transaction.atomic():
                mine = list(waiting.select_for_update(of=("self",)).filter(person=person).order_by("level", "-at"))
                if not mine:
                    continue
                _letter(person, mine, connection).send()
                Notice.objects.filter(pk__in=[notice.pk for notice in mine]).update(mailed_at=now)
                sent += 1
    return sent


def _letter(person: User, notices: list[Notice], connection: BaseEmailBackend) -> EmailMessage:
    context = {
        "person": person,
        "notices": notices[:LINES],
        "more": max(0, len(notices) - LINES),
        "address": settings.DONDOC_ADDRESS,
    }
    return EmailMessage(
        subject=gettext("Đôn Đốc: %(number)d việc cần bạn chú ý") % {"number": len(notices)},
        body=render_to_string("reminders/digest.txt", context),
        to=[person.email],
        connection=connection,
    )
