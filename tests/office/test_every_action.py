"""Every function that writes leaves its row in the audit: who, when, what, to which object.

Actions are found by their shape: a public function that takes ``now`` by keyword. A new one fails the first test until
it stands in a table with the rows it leaves, or among those that leave none, with the reason.
"""

import re
from pathlib import Path

import pytest
from django.urls import reverse

import dondoc.office
from dondoc.office.audit.wording import PAGES, WORDS
from dondoc.office.documents.models import Document
from tests.office.acting import Act, each_done, every_action
from tests.office.acts_on_people import OF_AGENCIES, OF_PEOPLE
from tests.office.acts_on_tasks import OF_DOCUMENTS, OF_TASKS
from tests.office.office_cast import NOW, Cast

ACTS: dict[str, Act] = OF_TASKS | OF_DOCUMENTS | OF_PEOPLE | OF_AGENCIES
PARTS = "a part of an act that writes the row"
READS = "reads only"
TELLS = "notices and letters: what was told stands in the notice itself"
WORKS = "the worker's and the scheduler's own; what they do is done by actions of the table"
OWN_LOOK = "one's own look at a list, seen by nobody else"
SAMPLE = "the sample province: done by actions of the table"
LEAVE_NONE = {
    "administration.sheets.as_letter": READS,
    "tasks.actions.together.foresee": "done and taken back whole",
    "tasks.saving.save_view": OWN_LOOK,
    "tasks.columns.keep_columns": OWN_LOOK,
    "audit.actions.record": "the audit itself",
    "audit.actions.record_created": "the audit itself",
    "audit.actions.record_rows": "the audit itself",
    "documents.actions.decisions.write_down": PARTS,
    "tasks.actions.acting.write": PARTS,
    "tasks.actions.offering.offer_evidence": "an offer is no decision; what a person says to it is written down",
    "tasks.actions.offering.offer_earlier": "an offer is no decision; what a person says to it is written down",
    "reminders.telling.tell": TELLS,
    "reminders.telling.tell_of_act": TELLS,
    "reminders.telling.tell_of_new": TELLS,
    "reminders.telling.tell_of_work": TELLS,
    "reminders.telling.sum_up": TELLS,
    "reminders.rounds.remind": TELLS,
    "reminders.letters.mail_digests": TELLS,
    "reminders.webhooks.deliver": TELLS,
    "documents.actions.reading.read_document": WORKS,
    "documents.actions.reading.requeue_stuck": WORKS,
    "documents.actions.uploading.sweep_leftovers": WORKS,
    "documents.pageimages.sweep_images": WORKS,
    "agencies.actions.queueing.requeue_unfinished": WORKS,
    "exports.actions.draft": WORKS,
    "exports.actions.requeue_exports": WORKS,
    "exports.actions.sweep_exports": WORKS,
    "tasks.keeping.keep_audiences": WORKS,
    "sample_clerk.make_clerk": SAMPLE,
    "sample_clerk.confirm_document": SAMPLE,
    "sample_progress.go_on_with": SAMPLE,
    "sampling.load_sample": SAMPLE,
    "sampling.load_documents": SAMPLE,
}


def test_every_action_is_in_the_table() -> None:
    assert every_action() - set(ACTS) - set(LEAVE_NONE) == set(), "write down which rows these leave"
    assert set(ACTS) - every_action() == set(), "these are gone"


@pytest.mark.parametrize("tables", [OF_TASKS, OF_DOCUMENTS, OF_PEOPLE, OF_AGENCIES], ids=["t", "d", "p", "a"])
def test_every_action_leaves_its_rows(tables: dict[str, Act], cast: Cast, document: Document) -> None:
    wrong = {}
    for name, each, rows in each_done(tables, cast, document):
        missing = each.leaves - {row.action for row in rows}
        undated = [row.action for row in rows if row.at < NOW or not row.object_type or not row.object_id]
        if missing or undated:
            wrong[name] = (missing, undated, sorted(row.action for row in rows))
    assert wrong == {}


def test_every_row_is_said_in_words(cast: Cast) -> None:
    left = {name for each in ACTS.values() for name in each.leaves}
    assert left - set(WORDS) == set()
    assert all(reverse(name, args=[1]) for name in PAGES.values())


def test_every_action_that_the_source_names_is_in_the_table() -> None:
    """Names of rows written in the source, but for those that allauth's own acts leave: their tests stand elsewhere."""
    elsewhere = {"user.sign_in", "user.single_sign_on", "document.fail", "merger.refused"}
    root = Path(str(dondoc.office.__file__)).parent
    sources = (path.read_text("utf-8") for path in root.rglob("*.py") if "migrations" not in path.parts)
    named = {
        name for source in sources for name in re.findall(r'record(?:_created)?\([^)]*?action="([a-z_.]+)"', source)
    }
    left = {name for each in ACTS.values() for name in each.leaves}
    assert named - set(WORDS) == set()
    assert {name for name in named - left - elsewhere if not name.startswith("indicator.merger")} == set()
