"""Webhooks that an administrator adds, tries and ends, messages sent again. The secret is shown once, when made."""

import secrets
from datetime import datetime

from django import forms
from django.conf import settings
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.reminders.models import Delivery, Webhook


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


@transaction.atomic
def send_again(*, hook: Webhook, by: User, now: datetime) -> int:
    """Put everything that was given up, or waits for its next try, at the head of the queue. How many messages."""
    left = Delivery.objects.select_for_update().filter(webhook=hook, done_at__isnull=True)
    number = left.update(tries=0, next_try=now)
    record(by=by, now=now, action="webhook.send_again", target=hook, after={"messages": number})
    return number


@transaction.atomic
def send_one_again(*, delivery: Delivery, by: User, now: datetime) -> Delivery:
    """Put one message at the head of the queue."""
    if delivery.done_at is not None:
        raise Refusal(gettext("Tin này đã tới nơi; không cần gửi lại."))
    delivery.tries, delivery.next_try = 0, now
    delivery.save(update_fields=["tries", "next_try"])
    after = {"delivery": delivery.pk}
    record(by=by, now=now, action="webhook.send_again", target=delivery.webhook, after=after)
    return delivery


@transaction.atomic
def send_test(*, hook: Webhook, by: User, now: datetime) -> Delivery:
    """Queue a message that says only that it is a trial."""
    body = {"level": "test", "text": gettext("Tin thử của Đôn Đốc."), "url": settings.DONDOC_ADDRESS + "/"}
    delivery = Delivery.objects.create(webhook=hook, body=body, created_at=now, next_try=now)
    record(by=by, now=now, action="webhook.send_test", target=hook, after={"delivery": delivery.pk})
    return delivery
