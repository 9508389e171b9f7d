"""Reading indicators and figures. Every function takes what the person may see (``access.visible``)."""

from decimal import Decimal

from django.db.models import Q, QuerySet

from dondoc.office.folding import fold
from dondoc.office.indicators.matching import Directory
from dondoc.office.indicators.models import Indicator, IndicatorAlias, Observation


def match(name: str, unit: str) -> Indicator | None:
    """The indicator that ``name`` means (``matching.Directory``); for many names make one directory."""
    return Directory().match(name, unit)


def search(indicators: QuerySet[Indicator], words: str) -> QuerySet[Indicator]:
    """Indicators whose name, alias or code holds every word typed, marks or not."""
    for word in fold(words).split():
        named_so = IndicatorAlias.objects.filter(folded__contains=word).values("indicator")
        indicators = indicators.filter(Q(folded__contains=word) | Q(code__icontains=word) | Q(pk__in=named_so))
    return indicators


def observations_for_list(observations: QuerySet[Observation]) -> QuerySet[Observation]:
    """Observations with their indicator, document and agency, in one query."""
    return observations.select_related("indicator", "indicator__owner", "agency", "document", "entered_by")


def share_of_plan(value: Decimal, plan: Decimal | None) -> Decimal | None:
    """``value`` in percent of the plan, unrounded; None without a plan or with a plan of zero."""
    return value / plan * 100 if plan else None
