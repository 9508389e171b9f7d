"""Mergers planned for a day to come: calling one off, and planning it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.agencies.actions import planning
from dondoc.office.agencies.models import MergerJob
from dondoc.office.look.undoing import say_undoable
from dondoc.office.refusal import Refusal


@require_POST
@administrators_only
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a planned merger off."""
    job = get_object_or_404(MergerJob, pk=pk)
    try:
        planning.cancel_planned(job=job, by=signed_in(request), now=timezone.now())
        words = gettext("Đã hủy hẹn sáp nhập; các cơ quan hoạt động tiếp như trước.")
        say_undoable(request, words, reverse("agencies:plan_again", args=[pk]), {})
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("agencies:merge")


@require_POST
@administrators_only
def plan_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back that a planned merger was called off."""
    job = get_object_or_404(MergerJob, pk=pk)
    try:
        planning.plan_again(job=job, by=signed_in(request), now=timezone.now())
        messages.success(request, gettext("Việc sáp nhập lại chờ đến ngày đã hẹn."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("agencies:merge")
