"""The tree of agencies on a day, the page of one agency, the groups."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import may_administer, may_confirm, sees_all, signed_in
from dondoc.office.accounts.models import User
from dondoc.office.agencies import access
from dondoc.office.agencies.figures import figures
from dondoc.office.agencies.forms import TreeFilter
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.planned import planned
from dondoc.office.agencies.queries import members, on_day, standpoint, successor
from dondoc.office.agencies.wording import KINDS
from dondoc.office.look.addresses import PAGE
from dondoc.office.tasks import access as tasks_access

ROWS = 200


@require_safe
def agency_tree(request: HttpRequest) -> HttpResponse:
    """All agencies by name on a day; those that the person may open are links."""
    person = signed_in(request)
    form = TreeFilter(request.GET)
    day, lines = form.lines(timezone.localdate())
    everything = sees_all(person)
    context = {
        "form": form,
        "chips": form.chips(request.GET),
        "day": day,
        "page": Paginator(lines, ROWS).get_page(request.GET.get(PAGE)),
        "living": sum(not line.ended for line in lines),
        "may_open": None if everything else set(access.visible(person).values_list("pk", flat=True)),
        "may_edit": may_administer(person),
        "may_clear": may_confirm(person),
        "any": Agency.objects.exists(),
    }
    return render(request, "agencies/tree.html", context)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What an agency is, who succeeded whom, its people, its work."""
    person = signed_in(request)
    agency = access.get(person, pk)
    today = timezone.localdate()
    place = standpoint(agency)
    context = {
        "agency": agency,
        "kind": KINDS.get(agency.kind, agency.kind),
        "ended": not agency.exists_on(today),
        "successor": successor(agency, today),
        "earlier": agency.inheritances.select_related("earlier"),
        "later": agency.successions.select_related("later"),
        "groups": AgencyGroup.objects.filter(pk__in=place.groups),
        "people": agency.people.filter(is_active=True).order_by("role", "full_name"),
        "children": agency.children.all()[:ROWS],
        "figures": figures(tasks_access.visible(person), agency, today),
        "planned": planned(agency),
        "links": agency.task_links.select_related("created_by")[:20] if may_confirm(person) else (),
        "now": timezone.now(),
        "may_edit": may_administer(person),
        "may_link": may_confirm(person) and agency.exists_on(today),
        "may_open": None if sees_all(person) else set(access.visible(person).values_list("pk", flat=True)),
    }
    return render(request, "agencies/show.html", context)


@require_safe
def group_list(request: HttpRequest) -> HttpResponse:
    """Groups with how many members each has on the day of the address."""
    form = TreeFilter(request.GET)
    form.chosen()
    day = form.cleaned_data.get("day") or timezone.localdate()
    groups = AgencyGroup.objects.prefetch_related("members", "aliases")
    page = Paginator(groups, 50).get_page(request.GET.get(PAGE))
    living = list(Agency.objects.filter(on_day(day)).only("pk", "kind", "level", "valid_from", "valid_to"))
    rows = [(group, _members(group, living)) for group in page.object_list]
    context = {"form": form, "day": day, "page": page, "rows": rows, "may_edit": may_administer(signed_in(request))}
    return render(request, "agencies/groups.html", context)


def _members(group: AgencyGroup, living: list[Agency]) -> int:
    named = {agency.pk for agency in group.members.all()}
    return sum(
        agency.pk in named
        or (agency.kind in group.rule_kinds and group.rule_level in ("", agency.level))
        for agency in living
    )  # fmt: skip


@require_safe
def group(request: HttpRequest, pk: int) -> HttpResponse:
    """The members of a group on the day of the address."""
    person: User = signed_in(request)
    found = get_object_or_404(AgencyGroup, pk=pk)
    form = TreeFilter(request.GET)
    form.chosen()
    day = form.cleaned_data.get("day") or timezone.localdate()
    page = Paginator(members(found, day), ROWS).get_page(request.GET.get(PAGE))
    context = {
        "group": found, "form": form, "day": day, "page": page, "may_edit": may_administer(person),
        "kinds": [KINDS.get(kind, kind) for kind in found.rule_kinds],
        "may_open": None if sees_all(person) else set(access.visible(person).values_list("pk", flat=True)),
    }  # fmt: skip
    return render(request, "agencies/group.html", context)
