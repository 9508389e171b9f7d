"""The sheet with a one-time code: its picture to scan, and the sheet as .docx in the look of the office's letters."""

import base64
from datetime import datetime
from io import BytesIO

import qrcode  # type: ignore[import-untyped]
from allauth.mfa.adapter import get_adapter
from django.utils import timezone

from dondoc.drafting.account_sheet import Account, draft_account_sheet
from dondoc.office.accounts.models import Invitation
from dondoc.office.reminders.chasing import head_and_foot
from dondoc.office.rules.models import Rules


def as_picture(address: str) -> str:
    """The address as a picture for a page."""
    drawn: str = get_adapter().build_totp_svg(address)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()


def as_letter(
    invitation: Invitation, code: str, *, address: str, enter: str, rules: Rules, now: datetime
) -> bytes:  # fmt: skip
    """The sheet as .docx; ``enter`` is where the code is typed, ``address`` where the picture leads."""
    person = invitation.person
    drawn = BytesIO()
    qrcode.make(address).save(drawn, "PNG")
    account = Account(
        name=str(person), role=person.get_role_display(), agency=str(person.agency or ""), username=person.username,
        code=code, until=timezone.localtime(invitation.expires_at), address=enter, qr=drawn.getvalue(),
    )  # fmt: skip
    head, signature, unit = head_and_foot(rules, timezone.localdate(now))
    return draft_account_sheet(head, account, signature, unit)
