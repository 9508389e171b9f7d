"""Making a link: which tasks, chosen over many pages or all that a filter lets through; then for how long."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.agencies import access as agencies_access
from dondoc.office.agencies.models import Agency
from dondoc.office.answering import actions, queries
from dondoc.office.answering.forms import ChoiceForm, LinkForm
from dondoc.office.look.addresses import PAGE
from dondoc.office.refusal import Refusal
from dondoc.office.tasks import listing
from dondoc.office.tasks.models import Task

ROWS, NAMED, DAYS = 50, 20, 14
TICKED, ALL, READY = "nhiem-vu", "tat-ca", "tiep"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address says so far: the agency, its open tasks, those let through by the filter, those ticked."""

    agency: Agency
    form: ChoiceForm
    open: QuerySet[Task]
    found: QuerySet[Task]
    ticked: list[int]
    whole: bool

    @property
    def tasks(self) -> QuerySet[Task]:
        """The tasks that go into the link."""
        return self.found if self.whole else self.open.filter(pk__in=self.ticked)


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
def new(request: HttpRequest, agency_pk: int) -> HttpResponse:
    """A link for one agency: choose, then say for how long; the address is shown once."""
    agency = agencies_access.get(signed_in(request), agency_pk)
    choice = _choice(request, agency)
    if request.method == "POST":
        return _make(request, choice)
    if READY in request.GET or choice.whole:
        return _last_step(request, choice, LinkForm(initial={"days": DAYS}))
    return _choosing(request, choice)


def _choice(request: HttpRequest, agency: Agency) -> Choice:
    form = ChoiceForm(request.GET)
    under_way = queries.offered(agency)
    found = listing.filtered(under_way, form.chosen(), timezone.localdate(), signed_in(request))
    wanted = (request.POST if request.method == "POST" else request.GET).getlist(TICKED)
    ticked = list(dict.fromkeys(int(each) for each in wanted if each.isdecimal() and len(each) < 19))
    return Choice(agency, form, under_way, found, ticked[: actions.MOST_TASKS], ALL in request.GET)


def _choosing(request: HttpRequest, choice: Choice, status: int = 200) -> HttpResponse:
    today = timezone.localdate()
    page = Paginator(listing.ordered(choice.found, None, today), ROWS).get_page(request.GET.get(PAGE))
    rows = list(listing.rows(page.object_list, today))
    shown = {row.task.pk for row in rows}
    context = {
        "agency": choice.agency,
        "form": choice.form,
        "filtered": bool(choice.form.chosen()),
        "open": choice.open.count(),
        "page": page,
        "rows": rows,
        "ticked": set(choice.ticked),
        "elsewhere": [pk for pk in choice.ticked if pk not in shown],
        "nothing_ticked": READY in request.GET or status != 200,
    }
    return render(request, "answering/choose.html", context, status=status)


def _last_step(request: HttpRequest, choice: Choice, form: LinkForm) -> HttpResponse:
    number = choice.tasks.count()
    if not number:
        return _choosing(request, choice, 422 if form.is_bound else 200)
    context = {
        "agency": choice.agency,
        "form": form,
        "number": number,
        "named": choice.tasks.order_by("deadline", "pk")[:NAMED],
        "more": max(0, number - NAMED),
        "ticked": [] if choice.whole else choice.ticked,
        "back": f"{reverse('answering:new', args=[choice.agency.pk])}?{_without_ready(request)}",
    }
    return render(request, "answering/new.html", context, status=422 if form.errors else 200)


def _without_ready(request: HttpRequest) -> str:
    query = request.GET.copy()
    for name in (READY, ALL):
        query.pop(name, None)
    return query.urlencode()


def _make(request: HttpRequest, choice: Choice) -> HttpResponse:
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _last_step(request, choice, form)
    said = form.cleaned_data
    tasks = list(choice.tasks.prefetch_related("assignments"))
    try:
        link, token = actions.create_link(
            agency=choice.agency, tasks=tasks, days=said["days"], note=said["note"], by=signed_in(request),
            now=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _last_step(request, choice, form)
    address = request.build_absolute_uri(reverse("answering:answer", args=[token]))
    made = render(request, "answering/made.html", {"link": link, "address": address})
    made["Cache-Control"] = "no-store"
    return made
