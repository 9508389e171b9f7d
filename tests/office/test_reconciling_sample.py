"""The sample province's reports against each other: the slip left in on purpose is found, and nothing is made up."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import dondoc
from dondoc.office.accounts.models import User
from dondoc.office.documents.actions import deciding
from dondoc.office.documents.actions.reading import Outcome, keep
from dondoc.office.documents.models import Document, Fact
from dondoc.office.sample_clerk import USERNAME
from dondoc.office.sampling import SAMPLE, load_sample

NOW = datetime(2026, 11, 10, 2, 0, tzinfo=UTC)


def across(document: Document) -> list[tuple[str, str, str]]:
    found = Fact.objects.filter(reading=document.reading_id, rule__startswith="LV").order_by("start")
    return [(each.rule, each.data["stated"], each.data["reason"]) for each in found]


@pytest.mark.django_db
def test_the_planted_contradiction_is_found_and_nothing_else() -> None:
    load_sample(now=NOW)
    clerk = User.objects.get(username=USERNAME)
    found = {}
    for path in sorted(Path(SAMPLE / "documents").glob("*.*")):
        document = Document.objects.get(original_name=path.name)
        facts = dondoc.extract(dondoc.read(path))
        keep(document=document, outcome=Outcome(facts, tuple(dondoc.check(facts)), 1), now=NOW)
        document.refresh_from_db()
        found[path.name] = across(document)
        deciding.confirm_all(document=document, by=clerk, now=NOW)
    assert {name: each for name, each in found.items() if each} == {
        "2026-10-28-bao-cao-thang-10.docx": [
            (
                "LV701",
                "1.837 doanh nghiệp",
                "Doanh nghiệp thành lập mới 9 tháng năm 2026: văn bản này ghi 1.837 doanh nghiệp, "
                "Báo cáo số 318/BC-UBND ngày 28/9/2026 ghi 1.650 doanh nghiệp",
            )
        ]
    }
