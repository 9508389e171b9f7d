"""Every named address of the office, and who may use it; and a world with one of everything that they are about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.http import QueryDict
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from dondoc.office.accounts.models import ActingFor, Field
from dondoc.office.agencies.models import Merger, MergerJob, NotAgency
from dondoc.office.answering.actions import create_link
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document, Fact
from dondoc.office.exports.actions import ask_for, draft
from dondoc.office.exports.kinds import Asked
from dondoc.office.indicators.models import Indicator
from dondoc.office.reminders.models import Delivery, Level, Notice, Webhook
from dondoc.office.tasks.actions.importing import keep_sheet
from dondoc.office.tasks.actions.reviewing import issue_review
from dondoc.office.tasks.importing import Sheet
from dondoc.office.tasks.models import Evidence, Offer, SavedView, Task
from tests.office.office_cast import NOW, TODAY, Cast

OFFICE, OWN, OTHER, LEADER, ADMIN, VIEWER, NOBODY = "office", "owner", "stranger", "leader", "admin", "viewer", "nobody"
EVERYBODY = frozenset({OFFICE, OWN, OTHER, LEADER, ADMIN, VIEWER})
CONFIRMERS = frozenset({OFFICE, LEADER, ADMIN})
SIGHT = EVERYBODY - {OTHER}


@dataclass(frozen=True, slots=True)
class Rule:
    """Who gets in; for the others 403, but 404 for those in ``unseen``. ``args`` names things of the world."""

    may: frozenset[str]
    args: tuple[str | int, ...] = ()
    unseen: frozenset[str] = frozenset()
    without_sign_in: bool = False


def rules(names: str, *args: str | int, may: frozenset[str] = EVERYBODY, **more: Any) -> dict[str, Rule]:
    """The same rule for several names."""
    return {name: Rule(may, args, **more) for name in names.split()}


STRANGER = frozenset({OTHER})
TABLE: dict[str, Rule] = {
    **rules("home my_work overview:home documents:list documents:pick_agency documents:pick_indicator"),
    **rules(
        "tasks:list tasks:export tasks:board tasks:month tasks:timeline tasks:save_view tasks:columns tasks:reviews"
    ),
    **rules("tasks:export_board tasks:export_month tasks:export_timeline tasks:export_reviews"),
    **rules("proofing:start proofing:proofread proofing:commented indicators:list indicators:export"),
    **rules("reminders:list reminders:read_all reminders:new_feed reminders:end_feed"),
    **rules("agencies:tree agencies:groups agencies:export"),
    **rules("agencies:group", "group"),
    # One row of somebody's: those who do not see it do not learn that it is there.
    **rules("documents:document documents:status documents:original", "document", may=SIGHT, unseen=STRANGER),
    **rules("documents:facts_workbook documents:annotated documents:mends", "document", may=SIGHT, unseen=STRANGER),
    **rules("documents:fact", "document", "fact", may=SIGHT, unseen=STRANGER),
    **rules("tasks:show tasks:watch tasks:moves tasks:pick_person", "task", may=SIGHT, unseen=STRANGER),
    **rules("tasks:evidence", "task", "evidence", may=SIGHT, unseen=STRANGER),
    **rules("tasks:withdraw_evidence", "task", "evidence", may=SIGHT - {VIEWER}, unseen=STRANGER),
    **rules("tasks:act", "task", "bao-cao", may=SIGHT - {VIEWER}, unseen=STRANGER),
    **rules("indicators:show", "indicator", may=SIGHT, unseen=STRANGER),
    **rules("agencies:show", "agency", may=SIGHT, unseen=STRANGER),
    **rules("documents:fact_places", "document", "fact", may=SIGHT, unseen=STRANGER),
    # One's own, which is there for nobody else.
    **rules("tasks:drop_view", "view", may=frozenset({OWN}), unseen=EVERYBODY - {OWN}),
    **rules("reminders:open", "notice", may=frozenset({OWN}), unseen=EVERYBODY - {OWN}),
    **rules("tasks:import", "import", may=frozenset({OFFICE}), unseen=CONFIRMERS - {OFFICE}),
    **rules("exports:list"),
    **rules("exports:show exports:take", "export", may=frozenset({OWN}), unseen=EVERYBODY - {OWN}),
    # What the office decides.
    **rules("tasks:review tasks:review_letter tasks:review_sheet", "review", may=CONFIRMERS),
    **rules("tasks:offer", "task", "offer", may=CONFIRMERS),
    **rules("documents:upload tasks:new tasks:import_upload reminders:chase", may=CONFIRMERS),
    **rules("tasks:cell", "task", "san-pham", may=CONFIRMERS),
    **rules("overview:exceptions tasks:together tasks:issue_review", may=CONFIRMERS),
    **rules("overview:exceptions_sheet overview:exceptions_letter", may=CONFIRMERS),
    **rules("reminders:chase_letters agencies:queue agencies:learn agencies:refuse answering:links", may=CONFIRMERS),
    **rules(
        "documents:confirm_all documents:mark_reviewed documents:undo documents:add_fact", "document", may=CONFIRMERS
    ),
    **rules("documents:read_again documents:remove", "document", may=CONFIRMERS),
    **rules("documents:take_back documents:mend_again", "document", "mend", may=CONFIRMERS),
    **rules("documents:edit documents:confirm documents:reject documents:split", "document", "fact", may=CONFIRMERS),
    **rules("documents:merge_with_next documents:answer documents:reopen", "document", "fact", may=CONFIRMERS),
    **rules("agencies:ask_again", "not_agency", may=CONFIRMERS),
    **rules("answering:new", "agency", may=CONFIRMERS),
    **rules("answering:link answering:revoke", "link", may=CONFIRMERS),
    # The administrator's.
    **rules("agencies:new agencies:import agencies:ready agencies:merge agencies:new_group", may=frozenset({ADMIN})),
    **rules("agencies:edit agencies:end agencies:live_again", "agency", may=frozenset({ADMIN})),
    **rules("agencies:edit_group", "group", may=frozenset({ADMIN})),
    **rules("agencies:undo_merger", "merger", may=frozenset({ADMIN})),
    **rules("admin:home admin:rules admin:days admin:people admin:entry", may=frozenset({ADMIN})),
    **rules("admin:audit admin:export_audit", may=frozenset({ADMIN})),
    **rules("reminders:sending reminders:next_round reminders:test_letter", may=frozenset({ADMIN})),
    **rules("reminders:set_webhook reminders:test_webhook reminders:send_again", "hook", may=frozenset({ADMIN})),
    **rules("reminders:send_one_again", "delivery", may=frozenset({ADMIN})),
    **rules("agencies:merger_job agencies:call_off_merger agencies:plan_again", "job", may=frozenset({ADMIN})),
    **rules("admin:new_person admin:fields admin:new_field reminders:webhooks", may=frozenset({ADMIN})),
    **rules("admin:drop_day", "2026-01-01", may=frozenset({ADMIN})),
    **rules("admin:person admin:edit_person admin:set_active admin:invite", "person", may=frozenset({ADMIN})),
    **rules("admin:drop_second_factor admin:start_acting", "person", may=frozenset({ADMIN})),
    **rules("admin:end_acting", "acting", may=frozenset({ADMIN})),
    **rules("admin:edit_field", "field", may=frozenset({ADMIN})),
    # One's own account.
    **rules("mfa_index mfa_list_webauthn usersessions_list socialaccount_connections second_factor_owed"),
    **rules("mfa_activate_totp mfa_add_webauthn mfa_generate_recovery_codes"),
    **rules("mfa_reauthenticate mfa_reauthenticate_webauthn account_change_password account_reauthenticate"),
    # Without signing in.
    **rules(
        "account_login account_logout account_inactive account_signup enter_code mfa_login_webauthn",
        without_sign_in=True,
    ),
    **rules("mfa_authenticate socialaccount_login_cancelled", without_sign_in=True),
    **rules("socialaccount_signup", without_sign_in=True),
    **rules("answering:answer", "token", without_sign_in=True),
    **rules("answering:act", "token", "task", "bao-cao", without_sign_in=True),
}
# Nobody has these things in this world: whoever asks gets 404 (or is sent to sign in). Their own tests open them.
ABSENT = {
    "mfa_deactivate_totp": (), "mfa_view_recovery_codes": (), "mfa_download_recovery_codes": (),
    "mfa_edit_webauthn": (1,), "mfa_remove_webauthn": (1,), "openid_connect_login": ("tinh",),
    "openid_connect_callback": ("tinh",), "accept_invitation": ("SAI",), "reminders:feed": ("sai",),
    "admin:sheet": ("person",), "reminders:chase_letter": (999,), "documents:page_image": ("document", 99),
}  # fmt: skip


def every_route() -> Iterator[str]:
    """The names of all routes of the office."""

    def walk(resolver: URLResolver, space: str) -> Iterator[str]:
        for each in resolver.url_patterns:
            if isinstance(each, URLResolver):
                yield from walk(each, f"{space}{each.namespace}:" if each.namespace else space)
            elif isinstance(each, URLPattern):
                yield f"{space}{each.name}"

    return walk(get_resolver(), "")


def make_things(cast: Cast, document: Document) -> dict[str, Any]:
    """One of everything; what belongs to an agency belongs to that of the focal person ``owner``."""
    confirm_all(document=document, by=cast.office, now=NOW)
    task = Task.objects.filter(assignments__agency=cast.health).earliest("pk")
    indicator = Indicator.objects.earliest("pk")
    indicator.owner = cast.health
    indicator.save()
    evidence = Evidence.objects.create(
        task=task, agency=cast.health, file=ContentFile(b"minh chung", name="a.txt"), original_name="a.txt", day=TODAY,
        by=cast.owner, at=NOW,
    )  # fmt: skip
    nothing: dict[str, list[int]] = {"ended": [], "successions": [], "assignments": [], "indicators": [], "people": []}
    merger = Merger.objects.create(later=cast.finance, day=TODAY, at=NOW, changed=nothing)
    link, token = create_link(agency=cast.health, tasks=[task], days=7, note="", by=cast.office, now=timezone.now())
    hook = Webhook.objects.create(name="Nhóm", url="http://127.0.0.1:9/", secret="x", created_at=NOW)
    delivery = Delivery.objects.create(webhook=hook, body={"text": "a"}, created_at=NOW, failure="HTTP 500")
    job = MergerJob.objects.create(rows=1, by=cast.admin, at=NOW, ended_at=NOW, failure="Không được")
    today = timezone.localdate()
    acting = ActingFor.objects.create(
        person=cast.viewer, absent=cast.leader, starts=today + timedelta(days=9), ends=today + timedelta(days=9)
    )
    export = ask_for(kind="tasks", asked=Asked(cast.owner, QueryDict(), today), rows=1, now=timezone.now())
    draft(export_pk=export.pk, now=timezone.now())
    return {
        "export": export.pk, "document": document.pk,
        "task": task.pk, "indicator": indicator.pk, "evidence": evidence.pk,
        "agency": cast.health.pk, "group": cast.communes.pk, "merger": merger.pk, "link": link.pk, "token": token,
        "person": cast.viewer.pk, "acting": acting.pk, "field": Field.objects.create(name="Khối").pk,
        "hook": hook.pk, "delivery": delivery.pk, "job": job.pk, "mend": "0" * 64,
        "view": SavedView.objects.create(person=cast.owner, page="tasks:list", name="x", query="q=a", at=NOW).pk,
        "notice": Notice.objects.create(
            person=cast.owner, task=task, level=Level.MENTION, occasion="x", text="x", at=NOW
        ).pk,
        "import": keep_sheet(
            sheet=Sheet(("Nội dung", "Chủ trì"), (("Dọn kênh", "Sở Y tế"),)), name="a.xlsx", by=cast.office, now=NOW
        ).pk,
        "review": issue_review(tasks=Task.objects.all(), scope="Tất cả", by=cast.office, now=NOW).pk,
        "offer": Offer.objects.create(
            kind="evidence", task=task, document=document, start=0, score=1.0, sentence="Đã rà soát.", at=NOW
        ).pk,
        "not_agency": NotAgency.objects.create(name="x", key="x", at=NOW).pk,
        "fact": Fact.objects.filter(reading=document.reading_id, kind="directive").earliest("pk").pk,
    }  # fmt: skip
