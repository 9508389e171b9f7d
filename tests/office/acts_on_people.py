"""Every action on people, agencies, links, rules and reminders, with the rows it must leave in the audit."""

from datetime import date, timedelta

from django.http import QueryDict

from dondoc.office.accounts import actions as accounts
from dondoc.office.accounts import invitations, people
from dondoc.office.accounts.models import ActingFor, Field, Role, User
from dondoc.office.agencies.actions import editing, importing, learning, loading, merging, planning, queueing
from dondoc.office.agencies.exchange import ImportRow
from dondoc.office.agencies.merging import Plan
from dondoc.office.agencies.models import Agency, AgencyGroup, Merger, MergerJob, NotAgency
from dondoc.office.agencies.reference import provinces
from dondoc.office.answering import actions as answering
from dondoc.office.answering.models import TaskLink
from dondoc.office.exports import actions as exports
from dondoc.office.exports.kinds import Asked
from dondoc.office.exports.models import Export
from dondoc.office.reminders import feeds, hooks, letters
from dondoc.office.reminders.models import Delivery, Webhook
from dondoc.office.rules import actions as rules
from dondoc.office.rules.models import SecondFactor
from dondoc.office.tasks.models import Assignment
from tests.office.acting import Act, World, act
from tests.office.office_cast import NOW, TODAY, make_agency

VALUES = {"username": "lan.tt", "full_name": "Trần Thị Lan", "role": Role.OFFICE}
AGENCY = {
    "code": "so-noi-vu", "name": "Sở Nội vụ", "short_name": "", "kind": "department", "level": "province",
    "parent": None, "valid_from": None, "valid_to": None,
}  # fmt: skip
ROW = ImportRow(2, "so-noi-vu", "Sở Nội vụ", "", "department", "province", "", (), "", "", (), "")


def first_of_all(w: World) -> None:
    User.objects.filter(role=Role.ADMIN).update(role=Role.VIEWER)
    accounts.create_first_administrator(now=NOW)


def accepted(w: World) -> None:
    _invitation, code = invitations.invite(person=w.cast.viewer, by=w.cast.admin, now=NOW)
    invitations.accept(code=code, password="mot cau kho doan lam", now=NOW)


def acting(w: World) -> ActingFor:
    return people.start_acting(
        person=w.office, absent=w.cast.leader, starts=TODAY, ends=TODAY, reason="", by=w.cast.admin, now=NOW
    )


def field(w: World) -> Field:
    return people.save_field(field=None, name="Khối", agencies=[], sectors=[], by=w.cast.admin, now=NOW)


def group(w: World) -> AgencyGroup:
    values = {"name": "Một sở", "rule_kinds": [], "rule_level": ""}
    return editing.save_group(
        group=None, values=values, members=[w.cast.health], aliases=[], by=w.cast.admin, now=NOW
    )  # fmt: skip


def merger(w: World) -> Merger:
    plan = Plan((w.cast.health,), w.cast.finance, (), date(2026, 11, 1), "NQ")
    return merging.merge(plan=plan, chosen={}, by=w.cast.admin, now=NOW)


def queued(w: World) -> int:
    plan = Plan((w.cast.health,), w.cast.finance, (), date(2026, 11, 1), "NQ")
    return queueing.queue_merger(plan=plan, chosen={}, rows=9, by=w.cast.admin, now=NOW).pk


def planned(w: World) -> MergerJob:
    plan = Plan((w.cast.health,), w.cast.finance, (), TODAY + timedelta(days=9), "NQ")
    return planning.plan_merger(plan=plan, chosen={}, rows=9, by=w.cast.admin, now=NOW)


def called_off(w: World) -> MergerJob:
    return planning.cancel_planned(job=planned(w), by=w.cast.admin, now=NOW)


def export(w: World) -> Export:
    asked = Asked(w.office, QueryDict("q=a"), TODAY)
    return exports.ask_for(kind="tasks", asked=asked, rows=9, now=NOW)


def learnt(w: World) -> None:
    Assignment.objects.create(task=w.task, role="coordinating", written="Sở TC")
    learning.learn_name(name="Sở TC", owner=w.cast.finance, by=w.office, now=NOW)


def refused(w: World) -> NotAgency:
    return learning.not_an_agency(name="các đơn vị", by=w.office, now=NOW)


def link(w: World) -> TaskLink:
    return answering.create_link(agency=w.cast.health, tasks=[w.task], days=7, note="", by=w.office, now=NOW)[0]


def hook(w: World) -> Webhook:
    return hooks.add_webhook(name="Nhóm", url="http://127.0.0.1:9/", by=w.cast.admin, now=NOW)


def lost(w: World) -> Delivery:
    return hooks.send_test(hook=hook(w), by=w.cast.admin, now=NOW)


def ended(w: World) -> Agency:
    return editing.end_agency(
        agency=w.cast.health, last_day=TODAY, later=[w.cast.finance], decree="NQ", by=w.cast.admin, now=NOW
    )


def written_to(w: World) -> None:
    w.cast.admin.email = "admin@thuangiang.example"
    letters.send_test_letter(by=w.cast.admin, now=NOW)


OF_PEOPLE: dict[str, Act] = {
    "accounts.actions.create_first_administrator": act(first_of_all, "user.create"),
    "exports.actions.ask_for": act(export, "export.ask"),
    "accounts.invitations.invite": act(accepted, "user.invite"),
    "accounts.invitations.accept": act(accepted, "user.accept_invitation"),
    "accounts.people.create_person": act(
        lambda w: people.create_person(values=VALUES, by=w.cast.admin, now=NOW), "user.create"
    ),
    "accounts.people.change_person": act(
        lambda w: people.change_person(
            person=w.office, values={"title": "Phó phòng"}, fields=None, by=w.cast.admin, now=NOW
        ),
        "user.change",
    ),
    "accounts.people.set_active": act(
        lambda w: people.set_active(person=w.office, active=False, by=w.cast.admin, now=NOW), "user.change"
    ),
    "accounts.people.start_acting": act(acting, "user.acting_start"),
    "accounts.people.end_acting": act(
        lambda w: people.end_acting(acting=acting(w), by=w.cast.admin, now=NOW), "user.acting_end"
    ),
    "accounts.people.drop_second_factor": act(
        lambda w: people.drop_second_factor(person=w.office, by=w.cast.admin, now=NOW), "user.second_factor_drop"
    ),
    "accounts.people.save_field": act(field, "field.create"),
    "rules.actions.change_rules": act(
        lambda w: rules.change_rules(values={"due_soon_days": 3}, by=w.cast.admin, now=NOW), "rules.change"
    ),
    "rules.actions.demand_second_factor": act(
        lambda w: rules.demand_second_factor(of=SecondFactor.ADMIN, grace=3, by=w.cast.admin, now=NOW), "rules.change"
    ),
    "rules.actions.set_special_day": act(
        lambda w: rules.set_special_day(day=TODAY, worked=False, name="Bão", by=w.cast.admin, now=NOW),
        "special_day.set",
    ),
    "rules.actions.drop_special_day": act(
        lambda w: (
            rules.set_special_day(day=TODAY, worked=False, name="Bão", by=w.cast.admin, now=NOW),
            rules.drop_special_day(day=TODAY, by=w.cast.admin, now=NOW),
        ),
        "special_day.drop",
    ),
    "reminders.feeds.new_feed": act(lambda w: feeds.new_feed(by=w.office, now=NOW), "calendar.new"),
    "reminders.feeds.end_feed": act(
        lambda w: (feeds.new_feed(by=w.office, now=NOW), feeds.end_feed(by=w.office, now=NOW)), "calendar.end"
    ),
    "reminders.hooks.add_webhook": act(hook, "webhook.add"),
    "reminders.hooks.set_active": act(
        lambda w: hooks.set_active(hook=hook(w), active=False, by=w.cast.admin, now=NOW), "webhook.set"
    ),
    "reminders.hooks.send_test": act(lost, "webhook.send_test"),
    "reminders.hooks.send_again": act(
        lambda w: hooks.send_again(hook=lost(w).webhook, by=w.cast.admin, now=NOW), "webhook.send_again"
    ),
    "reminders.hooks.send_one_again": act(
        lambda w: hooks.send_one_again(delivery=lost(w), by=w.cast.admin, now=NOW), "webhook.send_again"
    ),
    "reminders.letters.send_test_letter": act(written_to, "reminders.test_letter"),
    "answering.actions.create_link": act(link, "task_link.create"),
    "answering.actions.revoke_link": act(
        lambda w: answering.revoke_link(link=link(w), by=w.office, now=NOW), "task_link.revoke"
    ),
    "answering.actions.note_use": act(
        lambda w: answering.note_use(link=link(w), act="open", task=None, signed="", address="", now=NOW),
        "task_link.use",
    ),
}

OF_AGENCIES: dict[str, Act] = {
    "agencies.actions.editing.create_agency": act(
        lambda w: editing.create_agency(values=AGENCY, by=w.cast.admin, now=NOW), "agency.create"
    ),
    "agencies.actions.editing.change_agency": act(
        lambda w: editing.change_agency(
            agency=w.cast.health, values={"name": "Sở Y tế và Dân số"}, aliases=[], by=w.cast.admin, now=NOW
        ),
        "agency.change",
    ),
    "agencies.actions.editing.end_agency": act(ended, "agency.end"),
    "agencies.actions.editing.live_again": act(
        lambda w: editing.live_again(agency=ended(w), last_day=None, by=w.cast.admin, now=NOW), "agency.end_undone"
    ),
    "agencies.actions.editing.save_group": act(group, "group.create"),
    "agencies.actions.importing.import_agencies": act(
        lambda w: (
            make_agency("so-noi-vu", "Sở NV"),
            importing.import_agencies(
                rows=[ROW, ImportRow(**{**ROW.plain(), "code": "so-moi"})], by=w.cast.admin, now=NOW
            ),
        ),
        "agency.import", "agency.import_change",
    ),
    "agencies.actions.learning.learn_name": act(learnt, "agency.learn_name", "task.owner_found"),
    "agencies.actions.learning.not_an_agency": act(refused, "name.not_an_agency"),
    "agencies.actions.learning.ask_again": act(
        lambda w: learning.ask_again(refused=refused(w), by=w.office, now=NOW), "name.ask_again"
    ),
    "agencies.actions.loading.load_province": act(
        lambda w: loading.load_province(province=provinces()[0], with_former=False, by=w.cast.admin, now=NOW),
        "agency.import", "group.create",
    ),
    "agencies.actions.merging.merge": act(merger, "merger.carry_out", "agency.end", "task.merger", "user.merger"),
    "agencies.actions.merging.undo_merger": act(
        lambda w: merging.undo_merger(merger=merger(w), by=w.cast.admin, now=NOW),
        "merger.undo", "agency.end_undone", "task.merger_undone", "user.merger_undone",
    ),
    "agencies.actions.planning.plan_merger": act(planned, "merger.plan"),
    "agencies.actions.planning.cancel_planned": act(called_off, "merger.call_off"),
    "agencies.actions.planning.plan_again": act(
        lambda w: planning.plan_again(job=called_off(w), by=w.cast.admin, now=NOW), "merger.plan"
    ),
    "agencies.actions.queueing.queue_merger": act(queued, "merger.queue"),
    "agencies.actions.queueing.queue_undo": act(
        lambda w: queueing.queue_undo(merger=merger(w), by=w.cast.admin, now=NOW), "merger.queue_undo"
    ),
    "agencies.actions.queueing.work_off": act(
        lambda w: queueing.work_off(job_pk=queued(w), now=NOW + timedelta(minutes=1)), "merger.carry_out"
    ),
}  # fmt: skip
