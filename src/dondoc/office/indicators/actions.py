"""Writing indicators and observations. Every function runs in one transaction and leaves an audit row in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.audit.actions import record, record_created
from dondoc.office.documents.models import Document, Fact
from dondoc.office.folding import fold
from dondoc.office.indicators.matching import PERCENT, Directory, akin
from dondoc.office.indicators.models import Indicator, Observation, ObservationRole, ObservationStatus
from dondoc.office.refusal import Refusal


@dataclass(frozen=True, slots=True)
class ObservationDraft:
    """The values of a new observation, and the sentence it comes from."""

    indicator: str
    unit: str
    value: Decimal
    shown: str
    period: str
    role: str
    base: str
    estimate: bool
    document: Document
    fact: Fact
    start: int
    end: int
    sentence: str


@transaction.atomic
def create_observations(*, drafts: Sequence[ObservationDraft], by: User, now: datetime) -> list[Observation]:
    """Make one observation a draft; an indicator nobody has named yet is made as "chưa chuẩn hóa"."""
    directory = Directory()
    observations = Observation.objects.bulk_create(
        [_observation(draft, _indicator(draft, directory, by, now), by, now) for draft in drafts]
    )
    made = [(observation, snapshot(observation)) for observation in observations]
    record_created(by=by, now=now, action="observation.create", created=made)
    return observations


def indicator_in(directory: Directory, name: str, unit: str, role: str) -> Indicator | None:
    """The indicator of a figure that states ``name`` in ``unit`` with ``role``, or None where the table has none."""
    # A share of the plan or a relative change is stated in %, but is a figure of the indicator in its own unit.
    if role in (ObservationRole.SHARE_OF_PLAN, ObservationRole.CHANGE):
        return directory.match(name, "")
    # "78 xã" beside "62 xã đạt chuẩn": a count says how many there are, not how many reached the standard.
    found = directory.match(name, unit, by_words=role != ObservationRole.COUNT)
    if found is None and role == ObservationRole.PLAN and unit == PERCENT:
        return directory.match(name, "")
    return found


def _indicator(draft: ObservationDraft, directory: Directory, by: User, now: datetime) -> Indicator:
    found = indicator_in(directory, draft.indicator, draft.unit, draft.role)
    if found is not None:
        return found
    unit = "" if draft.role in (ObservationRole.SHARE_OF_PLAN, ObservationRole.CHANGE) else draft.unit[:60]
    folded = fold(draft.indicator)[:300]
    existing = Indicator.objects.filter(folded=folded, unit=unit).first()
    if existing is not None:
        return existing
    made = Indicator.objects.create(
        code=f"CCH-{uuid4().hex[:12]}",
        name=draft.indicator[:300],
        folded=folded,
        unit=unit,
        provisional=True,
        created_at=now,
    )
    record(by=by, now=now, action="indicator.create", target=made, after={"name": made.name, "unit": made.unit})
    directory.add(made)
    return made


def _observation(draft: ObservationDraft, indicator: Indicator, by: User, now: datetime) -> Observation:
    return Observation(
        indicator=indicator,
        period=draft.period[:20],
        value=draft.value,
        # "27 vụ tai nạn giao thông" counts in the same unit as "Số vụ tai nạn giao thông", which is "vụ".
        unit=indicator.unit if akin(indicator.unit, draft.unit) else draft.unit[:60],
        shown=draft.shown[:200],
        role=draft.role,
        base=draft.base,
        status=ObservationStatus.ESTIMATE if draft.estimate else ObservationStatus.PROVISIONAL,
        document=draft.document,
        fact=draft.fact,
        start=draft.start,
        end=draft.end,
        sentence=draft.sentence,
        entered_by=by,
        entered_at=now,
    )


def untouched(observation: Observation) -> bool:
    """Whether nobody revised or approved the figure since it was entered."""
    return (
        observation.status in (ObservationStatus.ESTIMATE, ObservationStatus.PROVISIONAL)
        and not observation.revisions.exists()
    )


@transaction.atomic
def withdraw_observation(*, observation: Observation, by: User, now: datetime) -> None:
    """Take back a figure that nobody used since; its provisional indicator goes too when nothing else names it."""
    if not untouched(observation):
        raise Refusal(
            gettext("Không hoàn tác được: số liệu “%(shown)s” đã được điều chỉnh hoặc duyệt; hãy sửa ở Chỉ tiêu.")
            % {"shown": observation.shown}
        )
    indicator = observation.indicator
    record(by=by, now=now, action="observation.withdraw", target=observation, before=snapshot(observation))
    observation.delete()
    unused = indicator.provisional and not (indicator.observations.exists() or indicator.targets.exists())
    if unused and not indicator.aliases.exists():
        record(by=by, now=now, action="indicator.withdraw", target=indicator, before={"name": indicator.name})
        indicator.delete()


def snapshot(observation: Observation) -> dict[str, Any]:
    """The values of an observation for the audit."""
    return {
        "indicator": observation.indicator_id,
        "period": observation.period,
        "value": format(observation.value, "f"),
        "unit": observation.unit,
        "role": observation.role,
        "base": observation.base,
        "status": observation.status,
        "document": observation.document_id,
        "fact": observation.fact_id,
    }
