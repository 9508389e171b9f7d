"""The indicator table, its export, and the page of one indicator."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.documents.access import visible as visible_documents
from dondoc.office.indicators import access, listing, queries, series
from dondoc.office.indicators.disagreements import pairs_of
from dondoc.office.indicators.export import draft_indicators
from dondoc.office.indicators.forms import IndicatorFilter, PeriodForm
from dondoc.office.indicators.models import Indicator, Observation, Target
from dondoc.office.indicators.table import Line, lines
from dondoc.office.indicators.wording import show_line
from dondoc.office.look import numbers
from dondoc.office.look.addresses import PAGE, SORT, headings
from dondoc.office.look.links import sentence_url
from dondoc.office.look.spreadsheets import as_download

ROWS = 50
SHOWN = 200
COLUMNS = {"ten": _("Chỉ tiêu"), "ty-le": _("So kế hoạch"), "ky-truoc": _("So kỳ trước"), "cung-ky": _("So cùng kỳ")}


class _Asked:
    """What an address of the table asks for: who sees what, filters, time, order."""

    def __init__(self, request: HttpRequest) -> None:
        person = signed_in(request)
        in_sight = access.visible(person)
        self.observations = access.visible_observations(person)
        self.form = IndicatorFilter(request.GET)
        self.form.offer(in_sight)
        this_year = timezone.localdate().year
        self.time = listing.choose_time(self.observations, request.GET.get("nam"), request.GET.get("ky"), this_year)
        self.time_form = PeriodForm({"nam": str(self.time.year), "ky": self.time.period})
        self.time_form.offer(self.time.years or (this_year,), self.time.periods or (self.time.period,))
        self.order = request.GET.get(SORT)
        chosen = listing.filtered(in_sight, self.observations, self.form.chosen(), self.time)
        self.indicators = listing.ordered(chosen, self.order)

    def every_line(self) -> list[Line]:
        """All lines, in order; needed by the export and by orders over computed values."""
        found = lines(self.indicators, self.observations, self.time.period)
        return listing.sort_lines(found, self.order) if self.order and listing.is_computed(self.order) else found


@require_safe
def indicator_list(request: HttpRequest) -> HttpResponse:
    """Indicators of one period against plan, previous period and last year; the address holds the whole state."""
    asked = _Asked(request)
    number = request.GET.get(PAGE)
    page: Page[Line] | Page[Indicator]
    if listing.is_computed(asked.order):
        page = computed = Paginator(asked.every_line(), ROWS).get_page(number)
        shown = list(computed)
    else:
        page = stored = Paginator(asked.indicators, ROWS).get_page(number)
        shown = lines(stored, asked.observations, asked.time.period)
    context = {
        "form": asked.form,
        "time_form": asked.time_form,
        "time": asked.time,
        "chips": asked.form.chips(request.GET),
        "heads": headings(request.GET, COLUMNS, listing.FIRST_ORDER),
        "page": page,
        "by_sector": (asked.order or listing.FIRST_ORDER).removeprefix("-") == listing.FIRST_ORDER,
        "rows": [show_line(line) for line in shown],
        "export_url": f"{reverse('indicators:export')}?{request.GET.urlencode()}",
    }
    return render(request, "indicators/list.html", context)


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """What the table shows under the same address, all pages, as .xlsx."""
    asked = _Asked(request)
    name = f"chi-tieu-{asked.time.period.replace('..', '-den-')}.xlsx"
    return as_download(draft_indicators(asked.every_line(), numbers.period(asked.time.period)), name)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One indicator: the plot of a year, and every figure with the sentence it came from."""
    person = signed_in(request)
    indicator = access.get(person, pk)
    mine = access.visible_observations(person).filter(indicator=indicator)
    time = listing.choose_time(mine, request.GET.get("nam"), None, timezone.localdate().year)
    year = time.year
    target = Target.objects.filter(indicator=indicator, year=year).first()
    of_years = mine.filter(period__regex=rf"^({year - 1}|{year})") if time.periods else mine.none()
    found = series.series_of(indicator, of_years, target, year)
    title = series.message(indicator, found, target) if found else ""
    observations = queries.observations_for_list(mine).order_by("-period", "-entered_at", "-pk")[:SHOWN]
    context = {
        "indicator": indicator,
        "year": year,
        "years": time.years,
        "target": target,
        "title": title,
        "plot": series.plot(found, indicator.unit, title) if found else None,
        "rows": [(each, _sentence(each)) for each in observations],
        "pairs": pairs_of(indicator, visible_documents(person)),
    }
    return render(request, "indicators/show.html", context)


def _sentence(observation: Observation) -> str:
    return sentence_url(observation.document_id, observation.fact_id)
