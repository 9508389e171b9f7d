"""Telling a chat room: a signed message to each webhook, tried again with growing pauses, given up after a day.

The body is JSON; ``X-DonDoc-Signature: sha256=...`` is its HMAC-SHA256 under the webhook's secret.
"""

import hashlib
import hmac
import json
import socket
import ssl
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext

from dondoc.office.look.numbers import number as figure
from dondoc.office.reminders.levels import MOST, Clock, sum_in_words
from dondoc.office.reminders.models import Delivery, Level, Webhook
from dondoc.office.reminders.noting import texts
from dondoc.office.reminders.summing import Heap, link
from dondoc.office.reminders.whom import Untold

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 960))
TIMEOUT_SECONDS = 10
TOGETHER = 20


def queue(*, made_at: datetime, found: Sequence[Untold], clock: Clock) -> None:
    """Put one message a task of ``found`` in the queue of every active webhook; of many at one level, one of all."""
    hooks = list(Webhook.objects.filter(active=True))
    if not hooks:
        return
    bodies = list(_bodies(found, clock))
    Delivery.objects.bulk_create(
        [Delivery(webhook=hook, body=body, created_at=made_at, next_try=made_at) for hook in hooks for body in bodies],
        batch_size=500,
    )


def _bodies(found: Sequence[Untold], clock: Clock) -> Iterator[dict[str, Any]]:
    levels: dict[Level, list[Untold]] = defaultdict(list)
    for each in found:
        levels[each.level].append(each)
    for level, told in levels.items():
        if len(told) > MOST:
            heap = Heap(len(told), min(each.day for each in told), max(each.day for each in told))
            address = f"{settings.DONDOC_ADDRESS}{reverse('tasks:list')}?{link(level, heap)}"
            text = sum_in_words(level, figure(heap.number))
            yield {"level": level.value, "text": text, "number": heap.number, "url": address}
            continue
        for each, text in zip(told, texts(told, clock), strict=True):
            address = settings.DONDOC_ADDRESS + reverse("tasks:show", args=[each.task])
            yield {"level": level.value, "text": text, "task": each.task, "url": address}


def sign(secret: str, body: bytes) -> str:
    """The signature of ``body``."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def deliver(*, now: datetime) -> int:
    """Send what is due, at most ``TOGETHER`` messages. How many arrived.

    A webhook that fails is left alone until the next call: one that is down does not hold up the others.
    """
    due = Delivery.objects.filter(done_at__isnull=True, next_try__lte=now, webhook__active=True)
    arrived, down = 0, set()
    for delivery in due.select_related("webhook").order_by("next_try", "pk")[:TOGETHER]:
        if delivery.webhook_id in down:
            continue
        if failure := _send(delivery):
            down.add(delivery.webhook_id)
        with transaction.atomic():
            delivery.tries += 1
            delivery.failure = failure[:200]
            if not failure:
                delivery.done_at, delivery.next_try = now, None
                arrived += 1
            else:
                pause = PAUSES[delivery.tries - 1] if delivery.tries <= len(PAUSES) else None
                delivery.next_try = now + pause if pause else None
            delivery.save(update_fields=["tries", "failure", "done_at", "next_try"])
    return arrived


def _send(delivery: Delivery) -> str:
    """Send one message; the failure in words, empty where it arrived."""
    body = json.dumps(delivery.body, ensure_ascii=False).encode()
    request = urllib.request.Request(  # noqa: S310 - the form takes http and https only
        delivery.webhook.url,
        data=body,
        headers={
            "Content-Type": "application/json; charset=utf-8",
            "X-DonDoc-Signature": sign(delivery.webhook.secret, body),
            "X-DonDoc-Delivery": str(delivery.pk),
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            return "" if answer.status < 300 else f"HTTP {answer.status}"
    except urllib.error.HTTPError as problem:
        return f"HTTP {problem.code}"
    except (OSError, ValueError) as problem:
        return _why(getattr(problem, "reason", problem))


def _why(problem: object) -> str:
    """Why a machine was not reached, as a sentence for whoever set the address."""
    if isinstance(problem, ConnectionRefusedError):
        return gettext("Máy nhận không mở cổng này; kiểm tra lại địa chỉ hoặc máy nhận.")
    if isinstance(problem, socket.gaierror):
        return gettext("Không tìm thấy máy có tên này; kiểm tra lại địa chỉ.")
    if isinstance(problem, TimeoutError):
        return gettext("Máy nhận không trả lời kịp; sẽ thử lại.")
    if isinstance(problem, ssl.SSLError):
        return gettext("Chứng chỉ của máy nhận không hợp lệ; hỏi người quản trị máy ấy.")
    return gettext("Không gửi được: %(problem)s") % {"problem": problem}
