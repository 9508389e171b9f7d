"""One-time codes: by e-mail or on a printed sheet. With one, and only once, a person sets the password."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import choice

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext

from dondoc.office.accounts.models import Invitation, User
from dondoc.office.accounts.people import end_sessions
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal

DAYS = 7
# Without letters and digits that look alike on paper: 31 characters, 20 of them are 99 bits.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH, GROUP = 20, 5


def normal(code: str) -> str:
    """The code as it is hashed: typed with or without hyphens, in any case."""
    return "".join(each for each in code.upper() if each.isalnum())


def digest(code: str) -> str:
    """What is kept of a code."""
    return sha256(normal(code).encode()).hexdigest()


@transaction.atomic
def invite(*, person: User, by: User, now: datetime, reset: bool = False, sent_to: str = "") -> tuple[Invitation, str]:
    """Make a code for ``person``; older ones stop working. ``reset`` also ends the password and every session."""
    if not person.is_active:
        raise Refusal(gettext("Tài khoản đang khóa; hãy mở lại trước khi mời."))
    person.invitations.filter(used_at__isnull=True, revoked_at__isnull=True).update(revoked_at=now)
    code = "".join(choice(LETTERS) for _each in range(LENGTH))
    code = "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))
    invitation = Invitation.objects.create(
        person=person, code_hash=digest(code), created_by=by, created_at=now, expires_at=now + timedelta(days=DAYS),
        sent_to=sent_to,
    )  # fmt: skip
    if reset:
        person.set_unusable_password()
        person.save(update_fields=["password"])
        end_sessions(person)
    after = {"expires_at": invitation.expires_at.isoformat(), "sent_to": sent_to, "reset": reset}
    record(by=by, now=now, action="user.invite", target=person, after=after)
    return invitation, code


def send(invitation: Invitation, address: str) -> None:
    """Send the one-time ``address`` to the person. Raises OSError where the mail server does not take it."""
    context = {"person": invitation.person, "address": address, "until": invitation.expires_at}
    body = render_to_string("account/email/invitation.txt", context)
    send_mail(gettext("Tài khoản Đôn Đốc của bạn"), body, settings.DEFAULT_FROM_EMAIL, [invitation.sent_to])


def open_invitation(code: str, now: datetime) -> Invitation | None:
    """The invitation that ``code`` opens; None where it is wrong, used, revoked or too old."""
    found = Invitation.objects.select_related("person").filter(code_hash=digest(code)).first()
    if found is None or found.used_at is not None or found.revoked_at is not None or now >= found.expires_at:
        return None
    return found if found.person.is_active else None


@transaction.atomic
def accept(*, code: str, password: str, now: datetime) -> User:
    """Set the password of the person that ``code`` invites. The code works no second time."""
    invitation = open_invitation(code, now)
    if invitation is None:
        raise Refusal(gettext("Mã không còn dùng được; hãy đề nghị quản trị viên cấp mã mới."))
    used = Invitation.objects.filter(pk=invitation.pk, used_at__isnull=True).update(used_at=now)
    if not used:
        raise Refusal(gettext("Mã không còn dùng được; hãy đề nghị quản trị viên cấp mã mới."))
    person = invitation.person
    validate_password(password, person)
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    record(by=person, now=now, action="user.accept_invitation", target=person)
    return person
