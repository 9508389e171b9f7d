"""Loading the sample province."""

from decimal import Decimal
from typing import Any

import pytest

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyGroup
from dondoc.office.agencies.queries import members, resolve
from dondoc.office.documents.actions.uploading import upload
from dondoc.office.documents.inspection import MEDIA_TYPES
from dondoc.office.documents.models import Document, DocumentStatus
from dondoc.office.indicators.models import Indicator, Observation, Target
from dondoc.office.sample_clerk import USERNAME
from dondoc.office.sampling import SAMPLE, base_unit, load_sample
from tests.office.office_cast import NOW, TODAY


@pytest.mark.django_db
def test_the_province_is_loaded_once_and_hangs_together() -> None:
    load_sample(now=NOW)
    numbers = [model.objects.count() for model in (Agency, Indicator, Target, Observation, Document)]
    assert min(numbers) >= 6
    load_sample(now=NOW)
    assert [model.objects.count() for model in (Agency, Indicator, Target, Observation, Document)] == numbers
    assert set(Document.objects.values_list("status", flat=True)) == {DocumentStatus.WAITING}
    for name in ("Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Công an tỉnh", "sở y tế"):
        assert isinstance(resolve(name, TODAY), Agency), name
    communes = resolve("UBND các xã, phường", TODAY)
    assert isinstance(communes, AgencyGroup)
    assert members(communes, TODAY).count() > 90


@pytest.mark.django_db
def test_money_is_kept_in_dong() -> None:
    load_sample(now=NOW)
    target = Target.objects.get(indicator__code="thu-nsnn", year=2026)
    assert (target.value, target.indicator.unit) == (Decimal(18_600) * 10**9, "đồng")


@pytest.mark.parametrize(
    ("unit", "kept", "factor"),
    [
        ("tỷ đồng", "đồng", 10**9),
        ("nghìn tấn", "tấn", 1000),
        ("triệu USD", "USD", 10**6),
        ("%", "%", 1),
        ("xã", "xã", 1),
    ],
)
def test_units_are_brought_to_their_base(unit: str, kept: str, factor: int) -> None:
    assert base_unit(unit) == (kept, Decimal(factor))


@pytest.mark.django_db
def test_a_loading_that_was_cut_short_is_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []

    def cut_short(**named: Any) -> Document:
        if len(taken) == 2:
            raise KeyboardInterrupt
        taken.append(named["name"])
        return upload(**named)

    monkeypatch.setattr("dondoc.office.sampling.upload", cut_short)
    with pytest.raises(KeyboardInterrupt):
        load_sample(now=NOW)
    assert Document.objects.count() == 2
    monkeypatch.undo()
    load_sample(now=NOW)
    names = list(Document.objects.order_by("original_name").values_list("original_name", flat=True))
    there = {path.name for path in (SAMPLE / "documents").iterdir() if path.suffix in MEDIA_TYPES}
    assert (set(names), len(names)) == (there, len(there))
    assert User.objects.filter(username=USERNAME).count() == 1
