"""Every named address and every role: who gets in, who is told no, for whom the thing does not exist.

The table must name every route of the office. A new route fails this test until it is written down who may use it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from dondoc.office.accounts.models import ActingFor, Field, User
from dondoc.office.agencies.models import Merger, MergerJob, NotAgency
from dondoc.office.answering.actions import create_link
from dondoc.office.documents.actions.deciding import confirm_all
from dondoc.office.documents.models import Document, Fact
from dondoc.office.indicators.models import Indicator
from dondoc.office.reminders.models import Delivery, Webhook
from dondoc.office.tasks.models import Evidence, Task
from tests.office.office_cast import NOW, TODAY, Cast

SignIn = Callable[[User], Client]
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
    **rules("proofing:start proofing:proofread proofing:commented indicators:list indicators:export"),
    **rules("reminders:list reminders:read_all reminders:new_feed reminders:end_feed"),
    **rules("agencies:tree agencies:groups agencies:export"),
    **rules("agencies:group", "group"),
    # One row of somebody's: those who do not see it do not learn that it is there.
    **rules("documents:document documents:status documents:original", "document", may=SIGHT, unseen=STRANGER),
    **rules("documents:facts_workbook documents:annotated documents:mends", "document", may=SIGHT, unseen=STRANGER),
    **rules("documents:fact", "document", "fact", may=SIGHT, unseen=STRANGER),
    **rules("tasks:show tasks:watch tasks:moves", "task", may=SIGHT, unseen=STRANGER),
    **rules("tasks:evidence", "task", "evidence", may=SIGHT, unseen=STRANGER),
    **rules("tasks:withdraw_evidence", "task", "evidence", may=SIGHT - {VIEWER}, unseen=STRANGER),
    **rules("tasks:act", "task", "bao-cao", may=SIGHT - {VIEWER}, unseen=STRANGER),
    **rules("indicators:show", "indicator", may=SIGHT, unseen=STRANGER),
    **rules("agencies:show", "agency", may=SIGHT, unseen=STRANGER),
    # What the office decides.
    **rules("documents:upload tasks:new tasks:import_upload reminders:chase", may=CONFIRMERS),
    **rules("tasks:cell", "task", "san-pham", may=CONFIRMERS),
    **rules("overview:exceptions tasks:together tasks:issue_review", may=CONFIRMERS),
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
    **rules("agencies:merger_job", "job", may=frozenset({ADMIN})),
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
    "reminders:open": (999,),
    "admin:sheet": ("person",), "reminders:chase_letter": (999,), "documents:page_image": ("document", 99),
    "documents:fact_places": ("document", 999), "tasks:offer": ("task", 999), "tasks:import": (999,),
    "tasks:drop_view": (999,),
    "tasks:review": (999,), "tasks:review_letter": (999,), "tasks:review_sheet": (999,),
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


@pytest.fixture
def world(cast: Cast, document: Document) -> dict[str, Any]:
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
    return {
        "document": document.pk, "task": task.pk, "indicator": indicator.pk, "evidence": evidence.pk,
        "agency": cast.health.pk, "group": cast.communes.pk, "merger": merger.pk, "link": link.pk, "token": token,
        "person": cast.viewer.pk, "acting": acting.pk, "field": Field.objects.create(name="Khối").pk,
        "hook": hook.pk, "delivery": delivery.pk, "job": job.pk, "mend": "0" * 64,
        "not_agency": NotAgency.objects.create(name="x", key="x", at=NOW).pk,
        "fact": Fact.objects.filter(reading=document.reading_id, kind="directive").earliest("pk").pk,
    }  # fmt: skip


def status(client: Client, address: str) -> int:
    """What the address answers; what it writes is taken back."""
    with transaction.atomic():
        answer = client.get(address)
        if answer.status_code == 405:
            answer = client.post(address, {"kind": "directive", "start": "0", "end": "9"})
        if getattr(answer, "streaming", False):
            answer.close()
        transaction.set_rollback(True)
    sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/?next=")
    return 401 if sent_to_sign_in else answer.status_code


def test_the_table_names_every_route() -> None:
    named = set(TABLE) | set(ABSENT)
    routes = set(every_route())
    assert routes - named == set(), "write down who may use these"
    assert named - routes == set(), "these are gone"


@pytest.mark.parametrize("role", [OFFICE, OWN, OTHER, LEADER, ADMIN, VIEWER, NOBODY])
def test_who_gets_in(role: str, cast: Cast, world: dict[str, Any], signed_in: SignIn) -> None:
    person: User | None = getattr(cast, role, None)
    if person is not None:
        person.set_password("mot cau kho doan")
        person.save()
    wrong = {}
    for name, rule in TABLE.items():
        client = signed_in(person) if person else Client()
        found = status(client, reverse(name, args=[world.get(str(each), each) for each in rule.args]))
        if person is None:
            expected = (not rule.without_sign_in and found == 401) or (
                rule.without_sign_in and found not in (401, 403, 404)
            )
        elif role in rule.may:
            expected = found not in (401, 403, 404, 500)
        elif role in rule.unseen:
            expected = found == 404
        else:
            expected = found in (403, 404) if role == OTHER and rule.unseen else found == 403
        if not expected:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("role", [OFFICE, OWN, OTHER, VIEWER])
def test_what_is_not_there_is_not_there(role: str, cast: Cast, world: dict[str, Any], signed_in: SignIn) -> None:
    client = signed_in(getattr(cast, role))
    found = {
        name: status(client, reverse(name, args=[world.get(str(a), a) for a in args])) for name, args in ABSENT.items()
    }
    assert {name: code for name, code in found.items() if code not in (401, 403, 404, 302)} == {}


def test_no_page_runs_anything_inline(cast: Cast, world: dict[str, Any], signed_in: SignIn) -> None:
    cast.admin.set_password("mot cau kho doan")
    cast.admin.save()
    client = signed_in(cast.admin)
    seen = 0
    for name, rule in TABLE.items():
        address = reverse(name, args=[world.get(str(each), each) for each in rule.args])
        answer = client.get(address)
        if getattr(answer, "streaming", False):
            answer.close()
            continue
        html = answer.content.decode(errors="replace")
        if answer.status_code != 200 or "<html" not in html:
            continue
        seen += 1
        assert not re.search(r"\s(?:style|on\w+)=\"", html), name
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", html), name
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html), name
        assert html.count("<h1") == 1, name
        assert 'class="dd-skip"' in html, name
    assert seen > 40


def test_lists_of_people_links_and_entries_ask_no_more_when_they_grow(
    cast: Cast, world: dict[str, Any], signed_in: SignIn
) -> None:
    client = signed_in(cast.admin)
    task = Task.objects.get(pk=world["task"])
    field = Field.objects.get(pk=world["field"])
    addresses = [reverse(name) for name in ("admin:people", "admin:audit", "admin:fields", "answering:links")]
    addresses += [reverse("agencies:show", args=[cast.health.pk]), reverse("answering:link", args=[world["link"]])]
    addresses.append(reverse("answering:answer", args=[world["token"]]))
    client.get(addresses[-1])  # a link that was used

    def asked(first: int, number: int) -> list[int]:
        for each in range(first, first + number):
            person = User.objects.create_user(
                username=f"p{each}", full_name=f"Người {each}", role="focal", agency=cast.health
            )
            person.fields.add(field)
            again = Task.objects.create(text=f"Tiếp tục {each}", created_at=NOW, changed_at=NOW, continues=task)
            again.assignments.create(role="lead", agency=cast.health, written="Sở Y tế")
            create_link(agency=cast.health, tasks=[task], days=3, note="", by=cast.office, now=timezone.now())
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            found.append(len(queries))
        return found

    assert dict(zip(addresses, asked(0, 2), strict=True)) == dict(zip(addresses, asked(2, 12), strict=True))
