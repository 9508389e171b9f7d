"""Carrying a merger out, and taking it back: each in one transaction."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dondoc.office.accounts.models import User
from dondoc.office.agencies.actions.editing import said, succeed
from dondoc.office.agencies.actions.moving import Chosen, move, put_back
from dondoc.office.agencies.living import refuse_ended
from dondoc.office.agencies.merging import Plan, moves
from dondoc.office.agencies.models import Agency, Merger, Succession
from dondoc.office.audit.actions import record
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.creating import today_of

UNDO_DAYS = 30


@transaction.atomic
def merge(*, plan: Plan, chosen: Chosen, by: User, now: datetime) -> Merger:
    """End ``plan.earlier``, note who took over, and move what is open.

    ``chosen`` says which rows go to another heir or stay; what it does not name goes to ``plan.later``. Refused before
    its day: until then everything is theirs who end (``planning``).
    """
    if plan.day > today_of(now):
        raise Refusal(gettext("Chưa đến ngày sáp nhập %(day)s; hãy hẹn ngày.") % {"day": f"{plan.day:%d/%m/%Y}"})
    last_day = plan.day - timedelta(days=1)
    # Without their keys: whoever writes a report in their name meanwhile is not held up, nor holds up the merger.
    ending = {each.pk for each in plan.earlier}
    concerned = list(
        Agency.objects.select_for_update(no_key=True).filter(pk__in=ending | {each.pk for each in plan.heirs})
    )
    refuse_ended((*plan.earlier, *plan.heirs), {each.pk: each.valid_to for each in concerned})
    earlier = [each for each in concerned if each.pk in ending]
    refuse_impossible(replace(plan, earlier=tuple(earlier)))
    changed: dict[str, Any] = {"ended": [], "successions": []}
    for agency in earlier:
        before = said(agency)
        changed["ended"].append([agency.pk, before["valid_to"]])
        agency.valid_to = last_day
        agency.save(update_fields=["valid_to"])
        record(by=by, now=now, action="agency.end", target=agency, before=before, after=said(agency))
        for heir in plan.heirs:
            if (made := succeed(agency, heir, plan.day, plan.decree)) is not None:
                changed["successions"].append(made.pk)
    changed |= move(plan, moves(earlier), chosen, by, now)
    merger = Merger.objects.create(
        later=plan.later, day=plan.day, decree=plan.decree[:200], changed=changed, by=by, at=now
    )
    merger.earlier.set(earlier)
    after = {"later": plan.later.code, "earlier": [each.code for each in earlier], "day": plan.day.isoformat()}
    counts = {name: len(changed[name]) for name in ("assignments", "indicators", "people")}
    record(by=by, now=now, action="merger.carry_out", target=merger, after=after | counts)
    return merger


def refuse_impossible(plan: Plan) -> None:
    """Refuse a plan that contradicts itself, or what is known of its agencies."""
    if not plan.earlier:
        raise Refusal(gettext("Hãy chọn ít nhất một cơ quan kết thúc hoạt động."))
    day, heirs = f"{plan.day:%d/%m/%Y}", {heir.pk for heir in plan.heirs}
    for heir in plan.heirs:
        if not heir.exists_on(plan.day):
            words = gettext("“%(name)s” không hoạt động vào ngày %(day)s; hãy chọn cơ quan khác hoặc xem lại ngày.")
            raise Refusal(words % {"name": heir.name, "day": day})
    for agency in plan.earlier:
        if agency.pk in heirs:
            raise Refusal(gettext("Cơ quan mới không thể nằm trong các cơ quan kết thúc; hãy chọn lại."))
        if agency.valid_from is not None and plan.day <= agency.valid_from:
            raise Refusal(gettext("“%(name)s” chưa có vào ngày sáp nhập; hãy xem lại ngày.") % {"name": agency.name})


def may_undo(merger: Merger, now: datetime) -> bool:
    """Whether the merger can still be taken back."""
    return merger.undone_at is None and now < merger.at + timedelta(days=UNDO_DAYS)


@transaction.atomic
def undo_merger(*, merger: Merger, by: User, now: datetime) -> Merger:
    """Put back what the merger moved and nobody has moved since; the successions go, the agencies live again."""
    merger = Merger.objects.select_for_update(of=("self",)).get(pk=merger.pk)
    if merger.undone_at is not None:
        raise Refusal(gettext("Việc sáp nhập này đã được hoàn tác."))
    if not may_undo(merger, now):
        raise Refusal(
            gettext("Đã quá %(days)d ngày nên không hoàn tác được; hãy sửa từng cơ quan.") % {"days": UNDO_DAYS}
        )
    changed = merger.changed
    for pk, valid_to in changed["ended"]:
        agency = Agency.objects.select_for_update(no_key=True).get(pk=pk)
        before = said(agency)
        Agency.objects.filter(pk=pk).update(valid_to=valid_to)
        agency.refresh_from_db()
        record(by=by, now=now, action="agency.end_undone", target=agency, before=before, after=said(agency))
    Succession.objects.filter(pk__in=changed["successions"]).delete()
    put_back(changed, by, now)
    merger.undone_by, merger.undone_at = by, now
    merger.save(update_fields=["undone_by", "undone_at"])
    record(by=by, now=now, action="merger.undo", target=merger, after={"later": merger.later.code})
    return merger
