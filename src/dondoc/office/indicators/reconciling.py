"""A document that is being read, against what the office confirmed from earlier documents and its targets.

Compared are only figures whose indicator is sure: one of the office's table, or the very same long name. Figures of a
single agency and another copy of the same document are left out. A document without a day counts as of the day on which
it came in, a draft that is not kept as of today.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from dondoc.checking.across import Contradiction, Source, Statement, compare, statement_of
from dondoc.checking.across.months import Months, read_months
from dondoc.checking.arithmetic.intervals import Interval
from dondoc.facts import Facts, Quantity
from dondoc.office.documents.models import Document
from dondoc.office.indicators.actions import indicator_in
from dondoc.office.indicators.matching import IDLE, Directory, akin, words_of
from dondoc.office.indicators.models import Indicator, Meaning, Observation, ObservationStatus, Target
from dondoc.office.look import numbers
from dondoc.text import Span

SURE_WORDS = 3
SURE_WORDS_OF_A_COUNT = 4
LAST_DAY = 28
HEAVY = ("sentence", "document__folded_content", "document__folded", "fact__evidence")


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction with the indicator and the observations (by statement id) that it is about."""

    contradiction: Contradiction
    indicator: Indicator
    observations: dict[str, Observation]


def find_contradictions(document: Document, facts: Facts) -> list[Found]:
    """What the figures of ``facts`` say against confirmed figures of earlier documents and against the targets."""
    day = timezone.localdate(document.uploaded_at)
    return contradictions_of(facts, day, Observation.objects.exclude(document=document.pk))


def contradictions_of(facts: Facts, day: date, observations: QuerySet[Observation]) -> list[Found]:
    """What ``facts`` say against ``observations`` and the targets; ``day`` is theirs where they state none."""
    issued = issued_day(facts.header.issued) or day
    own, indicators = _own(facts, issued)
    if not own:
        return []
    years = {each.months.last // 12 for each in own}
    seen = _confirmed(observations, facts.header.number or "", issued, indicators, years)
    earlier = {f"o{each.pk}": (each, made) for each in seen if (made := _stated(each)) is not None}
    targets = _targets(indicators, years)
    contradictions = compare(own, [made for _each, made in earlier.values()], targets)
    return [
        Found(
            one,
            indicators[int(one.own[0].indicator)],
            {other.id: earlier[other.id][0] for other in one.others if other.id in earlier},
        )
        for one in contradictions
    ]


def issued_day(words: str | None) -> date | None:
    """``2026-10-28``, or the 28th of a bare month; None where the document has no day."""
    try:
        return date.fromisoformat(words if len(words) > len("2026-10") else f"{words}-{LAST_DAY}") if words else None
    except ValueError:
        return None


def _own(facts: Facts, issued: date) -> tuple[list[Statement], dict[int, Indicator]]:
    directory = Directory()
    here = Source("", "", issued, facts.header.period)
    known: dict[int, Indicator] = {}
    made: list[Statement] = []
    for quantity in facts.quantities:
        found = indicator_in(directory, quantity.indicator or "", quantity.unit or "", quantity.role)
        if found is None or not _sure(found, quantity.role):
            continue
        unit = found.unit if akin(found.unit, quantity.unit or "") else None
        statement = _statement(found, quantity, facts.text[quantity.span], unit, here)
        if statement is not None:
            known[found.pk] = found
            made.append(statement)
    return made, known


def _sure(indicator: Indicator, role: str) -> bool:
    """Whether two documents that name the indicator surely mean one thing."""
    if not indicator.provisional:
        return True
    said = len(words_of(indicator.folded) - IDLE)
    return role != "part" and said >= (SURE_WORDS_OF_A_COUNT if role == "count" else SURE_WORDS)


def _statement(
    indicator: Indicator, quantity: Quantity, shown: str, unit: str | None, source: Source | None
) -> Statement | None:
    adds_up = indicator.meaning != Meaning.POINT
    made = statement_of(quantity, shown, str(indicator.pk), unit=unit, adds_up=adds_up, source=source)
    return replace(made, name=indicator.name) if made and not indicator.provisional else made


def _confirmed(
    observations: QuerySet[Observation], number: str, issued: date, indicators: Iterable[int], years: Iterable[int]
) -> QuerySet[Observation]:
    """The figures of earlier documents that may be about the same: of these indicators, in these years or the last."""
    of_years = Q()
    for year in {each - back for each in years for back in (0, 1)}:
        of_years |= Q(period__startswith=str(year))
    until = Q(document__issued__lte=issued) | Q(document__issued__isnull=True, document__uploaded_at__date__lte=issued)
    found = observations.filter(
        of_years, until, indicator__in=list(indicators), agency__isnull=True, fact__isnull=False
    )
    if number:
        found = found.exclude(document__number=number, document__issued=issued)
    return found.select_related("indicator", "document", "fact").defer(*HEAVY).order_by("pk")


def _stated(observation: Observation) -> Statement | None:
    """What a confirmed figure says, as its document printed it or as a person revised it since."""
    if observation.document is None or observation.fact is None or not _sure(observation.indicator, observation.role):
        return None
    values = observation.fact.current
    quantity = Quantity(
        id=f"o{observation.pk}",
        span=Span(observation.start or 0, observation.end or 0),
        value=observation.value,
        unit=observation.unit or None,
        half_step=Decimal(values.get("half_step") or 0),
        indicator=values.get("indicator"),
        period=observation.period,
        role=observation.role,  # type: ignore[arg-type]  # the choices of the column are those of the type
        base=observation.base or None,  # type: ignore[arg-type]
        of=None,
        approx=values.get("approx"),
        estimate=observation.status == ObservationStatus.ESTIMATE,
        rule="",
        area=values.get("area"),
    )
    as_printed = values.get("value") is not None and Decimal(values["value"]) == observation.value
    shown = observation.shown if as_printed else numbers.with_unit(observation.value, observation.unit)
    return _statement(observation.indicator, quantity, shown, None, _source(observation.document))


def _source(document: Document) -> Source:
    name = document.title
    if document.number:
        name = gettext("%(kind)s số %(number)s") % {"kind": document.get_kind_display(), "number": document.number}
    if document.issued:
        day = f"{document.issued.day}/{document.issued.month}/{document.issued.year}"
        name = gettext("%(name)s ngày %(day)s") % {"name": name, "day": day}
    since = document.issued or timezone.localdate(document.uploaded_at)
    return Source(str(document.pk), name, since, document.period)


def _targets(indicators: dict[int, Indicator], years: Iterable[int]) -> list[Statement]:
    return [
        _target(target, indicators[target.indicator_id], months)
        for target in Target.objects.filter(indicator__in=list(indicators), year__in=list(years))
        if (months := read_months(str(target.year))) is not None
    ]


def _named(target: Target) -> str:
    name = gettext("chỉ tiêu năm %(year)d của cơ quan") % {"year": target.year}
    return f"{name} ({target.basis})" if target.basis else name


def _target(target: Target, indicator: Indicator, months: Months) -> Statement:
    return Statement(
        id=f"t{target.pk}",
        indicator=str(indicator.pk),
        name=indicator.name,
        unit=indicator.unit.lower(),
        months=months,
        kind="plan",
        base="",
        area="",
        value=target.value,
        interval=Interval(target.value, target.value),
        shown=numbers.with_unit(target.value, indicator.unit),
        estimate=False,
        early=False,
        approximate=False,
        adds_up=False,
        source=Source("", _named(target), None),
    )
