"""Loading the sample province: agencies, indicators and figures from .csv files, documents as files to be read."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from django.core.files import File
from django.db import transaction

from dondoc.office.accounts.models import User
from dondoc.office.agencies.models import Agency, AgencyAlias, AgencyGroup, Succession
from dondoc.office.documents.actions.uploading import Duplicate, upload
from dondoc.office.documents.inspection import MEDIA_TYPES
from dondoc.office.documents.models import Document
from dondoc.office.folding import fold
from dondoc.office.indicators.models import Indicator, Observation, Target
from dondoc.office.sample_clerk import USERNAME, make_clerk, queue_confirmations

SAMPLE = Path(__file__).parent / "sample"
_SCALED = re.compile(r"^(nghìn|triệu|tỷ)\s+(.+)$")
_FACTORS = {"nghìn": Decimal(10) ** 3, "triệu": Decimal(10) ** 6, "tỷ": Decimal(10) ** 9}


def load_sample(*, now: datetime, folder: Path = SAMPLE) -> None:
    """Load everything into an empty office, and queue the documents for reading.

    Does nothing where agencies are that are not the sample's; a loading that was cut short is finished.
    """
    clerk = User.objects.filter(username=USERNAME).first()
    if clerk is None and Agency.objects.exists():
        return
    if clerk is None:
        with transaction.atomic():
            agencies = _load_agencies(folder)
            _load_groups(folder, agencies)
            _load_successions(folder, agencies)
            _load_indicators(folder, agencies, now)
            clerk = make_clerk(now=now)
    load_documents(by=clerk, now=now, folder=folder / "documents")
    queue_confirmations()


def load_documents(*, by: User, now: datetime, folder: Path) -> list[Document]:
    """Take in every document of ``folder``, as an upload would; what is here already stays."""
    taken: list[Document] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix.lower() in MEDIA_TYPES:
            with path.open("rb") as opened, suppress(Duplicate):
                taken.append(upload(file=File(opened, name=path.name), name=path.name, by=by, now=now))
    return taken


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


def _load_agencies(folder: Path) -> dict[str, Agency]:
    agencies: dict[str, Agency] = {}
    aliases: list[AgencyAlias] = []
    parents: list[tuple[Agency, str]] = []
    for row in _rows(folder / "agencies.csv"):
        agency = Agency(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            kind=row["kind"],
            level=row["level"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
        )
        agency.clean_keys()
        agencies[agency.code] = agency
        parents.append((agency, row["parent"]))
        aliases += _aliases(agency, [row["short_name"], *row["aliases"].split(";")])
    Agency.objects.bulk_create(agencies.values())
    for agency, parent in parents:
        agency.parent = agencies[parent] if parent else None
    Agency.objects.bulk_update(agencies.values(), ["parent"])
    AgencyAlias.objects.bulk_create(aliases)
    return agencies


def _aliases(agency: Agency, names: list[str]) -> list[AgencyAlias]:
    made: dict[str, AgencyAlias] = {}
    for name in filter(None, (each.strip() for each in names)):
        alias = AgencyAlias(agency=agency, name=name)
        alias.clean_keys()
        if alias.key != agency.key:
            made.setdefault(alias.key, alias)
    return list(made.values())


def _load_groups(folder: Path, agencies: dict[str, Agency]) -> None:
    for row in _rows(folder / "groups.csv"):
        group = AgencyGroup(
            name=row["name"],
            rule_kinds=[kind for kind in row["kinds"].split(";") if kind],
            rule_level=row["level"],
        )
        group.clean_keys()
        group.save(force_insert=True)
        group.members.add(*(agencies[code] for code in row["members"].split(";") if code))


def _load_successions(folder: Path, agencies: dict[str, Agency]) -> None:
    Succession.objects.bulk_create(
        Succession(
            earlier=agencies[row["from"]],
            later=agencies[row["to"]],
            day=date.fromisoformat(row["date"]),
            decree=row["decree"],
        )
        for row in _rows(folder / "successions.csv")
    )


def _load_indicators(folder: Path, agencies: dict[str, Agency], now: datetime) -> None:
    indicators: dict[str, Indicator] = {}
    factors: dict[str, Decimal] = {}
    units: dict[str, str] = {}
    for row in _rows(folder / "indicators.csv"):
        code = row["code"]
        units[code], factors[code] = base_unit(row["unit"])
        indicators[code] = Indicator(
            code=code,
            name=row["name"],
            folded=fold(row["name"]),
            unit=units[code],
            direction=row["direction"] or "none",
            meaning=row["kind"],
            sector=row["sector"],
            owner=agencies[row["owner"]] if row["owner"] else None,
            created_at=now,
        )
    Indicator.objects.bulk_create(indicators.values())
    Target.objects.bulk_create(
        Target(
            indicator=indicators[row["indicator"]],
            year=int(row["year"]),
            value=Decimal(row["value"]) * factors[row["indicator"]],
        )
        for row in _rows(folder / "targets.csv")
    )
    Observation.objects.bulk_create(
        (
            Observation(
                indicator=indicators[row["indicator"]],
                period=row["period"],
                value=Decimal(row["value"]) * factors[row["indicator"]],
                unit=units[row["indicator"]],
                role="cumulative" if indicators[row["indicator"]].meaning == "cumulative" else "actual",
                status=row["status"],
                entered_at=now,
            )
            for row in _rows(folder / "observations.csv")
        ),
        batch_size=500,
    )


def base_unit(unit: str) -> tuple[str, Decimal]:
    """The unit in which values are stored, and what to multiply by: "tỷ đồng" gives ("đồng", 10⁹)."""
    scaled = _SCALED.match(unit)
    return (scaled[2], _FACTORS[scaled[1]]) if scaled else (unit, Decimal(1))
