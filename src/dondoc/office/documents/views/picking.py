"""Pick-lists: agencies and indicators by what a person types, marks or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.agencies.queries import search as search_agencies
from dondoc.office.agencies.queries import search_groups
from dondoc.office.indicators import access as indicators_access
from dondoc.office.indicators.matching import Directory
from dondoc.office.indicators.queries import search as search_indicators

PICKS = 20


@require_safe
def pick_agency(request: HttpRequest) -> HttpResponse:
    """Agencies that exist today, and groups."""
    words = request.GET.get("q", "")[:200]
    agencies = search_agencies(words, timezone.localdate())[:PICKS]
    picks = [(each.name, each.name, each.get_level_display()) for each in agencies]
    picks += [(each.name, each.name, gettext("Nhóm cơ quan")) for each in search_groups(words)[: PICKS - len(picks)]]
    return render(request, "documents/_picks.html", {"picks": picks})


@require_safe
def pick_indicator(request: HttpRequest) -> HttpResponse:
    """Indicators in the person's sight: those that hold every word typed, then those most like it."""
    words = request.GET.get("q", "")[:200]
    in_sight = indicators_access.visible(signed_in(request))
    found = list(search_indicators(in_sight, words).order_by("provisional", "name", "pk")[:PICKS])
    if len(found) < PICKS:
        known = {each.pk for each in found}
        alike = Directory(in_sight).nearest(words, PICKS)
        found += [each for each in alike if each.pk not in known][: PICKS - len(found)]
    picks = [(each.name, each.name, each.unit) for each in found]
    return render(request, "documents/_picks.html", {"picks": picks})
