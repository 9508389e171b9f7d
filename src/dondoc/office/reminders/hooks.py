"""Webhooks that an administrator adds and ends. The secret is shown once, when the webhook is made."""

import secrets
from datetime import datetime

from django import forms
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.reminders.models import Webhook


class WebhookForm(forms.Form):
    """A name, and where messages go."""

    name = forms.CharField(label=_("Tên"), max_length=100, widget=forms.TextInput(attrs={"class": "form-control"}))
    url = forms.CharField(
        label=_("Địa chỉ nhận"),
        max_length=500,
        validators=[URLValidator(["https", "http"], message=_("Địa chỉ bắt đầu bằng https:// hoặc http://."))],
        widget=forms.TextInput(attrs={"class": "form-control", "inputmode": "url"}),
        help_text=_("Mỗi thông báo được gửi tới đây dạng JSON, có chữ ký HMAC-SHA256 trong đầu X-DonDoc-Signature."),
    )


@transaction.atomic
def add_webhook(*, name: str, url: str, by: User, now: datetime) -> Webhook:
    """A new webhook with a secret of its own."""
    hook = Webhook.objects.create(name=name, url=url, secret=secrets.token_urlsafe(32), created_by=by, created_at=now)
    record(by=by, now=now, action="webhook.add", target=hook, after={"name": name, "url": url})
    return hook


@transaction.atomic
def set_active(*, hook: Webhook, active: bool, by: User, now: datetime) -> Webhook:
    """Let messages go there, or not."""
    hook = Webhook.objects.select_for_update().get(pk=hook.pk)
    before = {"active": hook.active}
    hook.active = active
    hook.save(update_fields=["active"])
    record(by=by, now=now, action="webhook.set", target=hook, before=before, after={"active": active})
    return hook
