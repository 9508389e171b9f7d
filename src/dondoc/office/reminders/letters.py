"""One letter a day a person, with everything that person was told and has not been written about."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException, SMTPSenderRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.look.numbers import number as figure
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.digest import digest
from dondoc.office.reminders.models import Letter, Notice
from dondoc.office.reminders.whom import may_enter_on
from dondoc.office.rules.queries import calendar
from dondoc.office.tasks.actions.creating import today_of

logger = logging.getLogger("dondoc.letters")
PAUSE = timedelta(hours=1)
# What the server says about one letter; anything else is the server itself, and the next letter would fare no better.
OF_THIS_LETTER = (SMTPRecipientsRefused, SMTPDataError, SMTPSenderRefused)


def mail_digests(*, now: datetime) -> int:
    """Write to everybody who has an address and unwritten notices, once a working day. How many letters left.

    A letter that cannot be sent is tried again after an hour, and the reason kept; the others go out all the same.
    """
    today = today_of(now)
    if not calendar().works(today):
        return 0
    written = Letter.objects.filter(day=today)
    held = written.filter(failure="") | written.filter(at__gt=now - PAUSE)
    people = may_enter_on(today).filter(pk__in=_waiting().values("person")).exclude(email="")
    sent, connection = 0, get_connection()
    for person in people.exclude(pk__in=held.values("person")).order_by("pk"):
        notices = list(_waiting().filter(person=person))
        failure = _sent(_letter(person, notices, connection))
        _note(person, notices, failure, now)
        sent += not failure
        if failure and not isinstance(failure, OF_THIS_LETTER):
            break
    connection.close()
    return sent


def _waiting() -> QuerySet[Notice]:
    return Notice.objects.filter(mailed_at__isnull=True, read_at__isnull=True)


def _sent(letter: EmailMessage) -> OSError | None:
    """Send; what went wrong."""
    try:
        letter.send()
    except OSError as problem:  # what smtplib raises is one
        logger.warning("a letter was not sent: %s", problem)
        return problem
    return None


def _note(person: User, notices: list[Notice], failure: OSError | None, now: datetime) -> None:
    words = _words(failure)[:300] if failure else ""
    with transaction.atomic():
        said = {"at": now, "number": len(notices), "failure": words}
        Letter.objects.update_or_create(person=person, day=today_of(now), defaults=said)
        if not failure:
            Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=now)


def _words(problem: OSError) -> str:
    """What the mail server said, as a person reads it."""
    if isinstance(problem, SMTPRecipientsRefused):
        return "; ".join(f"{code} {said.decode(errors='replace')}" for code, said in problem.recipients.values())
    if isinstance(problem, SMTPResponseException) and isinstance(problem.smtp_error, bytes):
        return f"{problem.smtp_code} {problem.smtp_error.decode(errors='replace')}"
    return str(problem) or type(problem).__name__


def send_test_letter(*, by: User, now: datetime) -> str:
    """Send a letter to the person who asks, and return its address; refused with what the mail server said."""
    if not by.email:
        raise Refusal(gettext("Tài khoản của bạn chưa có thư điện tử; hãy thêm ở trang người dùng rồi thử lại."))
    body = gettext("Đây là thư thử của Đôn Đốc. Nhận được thư này tức là máy chủ thư đã đặt đúng.")
    letter = EmailMessage(gettext("Thư thử của Đôn Đốc"), f"{body}\n\n{settings.DONDOC_ADDRESS}/", to=[by.email])
    failure = _sent(letter)
    with transaction.atomic():
        after = {"to": by.email, "failure": _words(failure) if failure else ""}
        record(by=by, now=now, action="reminders.test_letter", target=by, after=after)
    if failure:
        words = gettext("Máy chủ thư không nhận: %(failure)s. Hãy xem lại cài đặt thư rồi thử lại.")
        raise Refusal(words % {"failure": _words(failure)})
    return by.email


def _letter(person: User, notices: list[Notice], connection: BaseEmailBackend) -> EmailMessage:
    found = digest(notices)
    context = {"person": person, "found": found, "address": settings.DONDOC_ADDRESS}
    return EmailMessage(
        subject=gettext("Đôn Đốc: %(number)s việc cần bạn chú ý") % {"number": figure(found.number)},
        body=render_to_string("reminders/digest.txt", context),
        to=[person.email],
        connection=connection,
    )
