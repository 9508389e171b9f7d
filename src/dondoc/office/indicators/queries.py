"""Reading indicators and figures. Every function takes what the person may see (``access.visible``)."""

from decimal import Decimal

from django.db.models import Q, QuerySet

from dondoc.office.folding import fold
from dondoc.office.indicators.models import Indicator, IndicatorAlias, Observation, Target


def match(name: str, unit: str) -> Indicator | None:
    """The indicator that ``name`` means: by its name or an alias, marks and case aside; the same unit decides ties."""
    folded = fold(name)[:300]
    if not folded:
        return None
    found = list(Indicator.objects.filter(Q(folded=folded) | Q(aliases__folded=folded)).distinct().order_by("pk")[:20])
    same_unit = [each for each in found if each.unit == unit] or [each for each in found if _akin(each.unit, unit)]
    if same_unit:
        return same_unit[0]
    return None if unit else (found[0] if len(found) == 1 else None)


def _akin(one: str, two: str) -> bool:
    """Whether two units count the same things: "ca" and "ca mắc", "vụ" and "vụ tai nạn giao thông"."""
    short, long = sorted((one, two), key=len)
    return bool(short) and long.startswith(f"{short} ")


def search(indicators: QuerySet[Indicator], words: str) -> QuerySet[Indicator]:
    """Indicators whose name, alias or code holds every word typed, marks or not."""
    for word in fold(words).split():
        named_so = IndicatorAlias.objects.filter(folded__contains=word).values("indicator")
        indicators = indicators.filter(Q(folded__contains=word) | Q(code__icontains=word) | Q(pk__in=named_so))
    return indicators


def observations_for_list(observations: QuerySet[Observation]) -> QuerySet[Observation]:
    """Observations with their indicator, document and agency, in one query."""
    return observations.select_related("indicator", "indicator__owner", "agency", "document", "entered_by")


def share_of_plan(value: Decimal, target: Target | None) -> Decimal | None:
    """``value`` in percent of the plan, unrounded; None without a plan or with a plan of zero."""
    if target is None or target.value == 0:
        return None
    return value / target.value * 100
