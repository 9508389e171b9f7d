"""How people are told: the next round, the letters, the webhooks. The administrator's."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal
from dondoc.office.reminders import hooks
from dondoc.office.reminders.forecast import forecast, takes_long
from dondoc.office.reminders.hooks import WebhookForm
from dondoc.office.reminders.letters import send_test_letter
from dondoc.office.reminders.levels import MOST
from dondoc.office.reminders.models import Delivery, Letter, Round, Webhook
from dondoc.office.reminders.rounds import next_day
from dondoc.office.rules.queries import current

ROWS = 50


@require_safe
@administrators_only
def sending(request: HttpRequest) -> HttpResponse:
    """The rules of reminding, the last rounds and letters; the next round comes in by itself."""
    today = timezone.localdate()
    letters = Letter.objects.filter(day=today)
    context = {
        "rules": current(),
        "most": MOST,
        "next_day": next_day(today),
        "takes_long": takes_long(today),
        "rounds": Round.objects.order_by("-day")[:7],
        "mail_server": settings.EMAIL_HOST,
        "mail_from": settings.DEFAULT_FROM_EMAIL,
        "sent": letters.filter(failure="").count(),
        "failed": Letter.objects.exclude(failure="").select_related("person")[:20],
        "given_up": Delivery.objects.filter(done_at__isnull=True, next_try__isnull=True).count(),
        "hooks": Webhook.objects.filter(active=True).count(),
    }
    return render(request, "reminders/sending.html", context)


@require_safe
@administrators_only
def next_round(request: HttpRequest) -> HttpResponse:
    """Who would be told what on the next working day: a part of the page, as it takes a moment in a large office."""
    found = forecast(timezone.localdate())
    return render(request, "reminders/_next_round.html", {"forecast": found})


@require_POST
@administrators_only
def test_letter(request: HttpRequest) -> HttpResponse:
    """A letter to oneself."""
    try:
        address = send_test_letter(by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Đã gửi thư thử đến %(address)s.") % {"address": address})
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("reminders:sending")


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def webhooks(request: HttpRequest) -> HttpResponse:
    """The webhooks, and what has not arrived; a new one shows its secret once."""
    form = WebhookForm(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        made = hooks.add_webhook(**form.cleaned_data, by=signed_in(request), now=timezone.now())
        form = WebhookForm()
    every = Webhook.objects.select_related("created_by").annotate(
        arrived=Count("deliveries", filter=Q(deliveries__done_at__isnull=False)),
        waiting=Count("deliveries", filter=Q(deliveries__done_at__isnull=True, deliveries__next_try__isnull=False)),
        given_up=Count("deliveries", filter=Q(deliveries__done_at__isnull=True, deliveries__next_try__isnull=True)),
    )
    left = Delivery.objects.filter(done_at__isnull=True).exclude(failure="").select_related("webhook")
    page = Paginator(left.order_by("-created_at", "-pk"), ROWS).get_page(request.GET.get(PAGE))
    context = {"hooks": every, "form": form, "made": made, "page": page}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "reminders/webhooks.html", context, status=status)


@require_POST
@administrators_only
def set_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch a webhook off or on."""
    hook = get_object_or_404(Webhook, pk=pk)
    hooks.set_active(hook=hook, active=request.POST.get("bat") == "1", by=signed_in(request), now=timezone.now())
    return redirect("reminders:webhooks")


@require_POST
@administrators_only
def test_webhook(request: HttpRequest, pk: int) -> HttpResponse:
    """A message that says only that it is a trial."""
    hook = get_object_or_404(Webhook, pk=pk)
    hooks.send_test(hook=hook, by=signed_in(request), now=timezone.now())
    messages.success(request, gettext("Tin thử gửi đi trong vòng một phút; tải lại trang để xem đã tới chưa."))
    return redirect("reminders:webhooks")


@require_POST
@administrators_only
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of a webhook that has not arrived."""
    number = hooks.send_again(hook=get_object_or_404(Webhook, pk=pk), by=signed_in(request), now=timezone.now())
    messages.success(request, gettext("Gửi lại %(number)d tin trong vòng vài phút.") % {"number": number})
    return redirect("reminders:webhooks")


@require_POST
@administrators_only
def send_one_again(request: HttpRequest, pk: int) -> HttpResponse:
    """One message that has not arrived."""
    try:
        delivery = get_object_or_404(Delivery.objects.select_related("webhook"), pk=pk)
        hooks.send_one_again(delivery=delivery, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Gửi lại trong vòng một phút."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("reminders:webhooks")
