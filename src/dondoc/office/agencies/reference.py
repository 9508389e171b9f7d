"""Ready agencies of a province: its committee and departments, communes since 1 July 2025, and what they came from.

The units are those of vietnamadminunits, read from the files of that package without loading its parser.
"""

import json
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dondoc.office.agencies.exchange import ImportRow
from dondoc.office.folding import fold

BEGAN, ENDED = "2025-07-01", "2025-06-30"
DECREE = "Nghị quyết số 202/2025/QH15"
DISTRICTS_ENDED = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"


@dataclass(frozen=True, slots=True)
class Province:
    """One of the 34; ``before`` are the provinces it was made of."""

    key: str
    name: str
    before: tuple[str, ...]


@cache
def provinces() -> tuple[Province, ...]:
    """The 34 provinces and cities, by name."""
    with closing(_units()) as units:
        now = dict(units.execute("SELECT DISTINCT provinceKey, province FROM admin_units"))
        old = dict(units.execute("SELECT DISTINCT provinceKey, province FROM admin_units_legacy"))
    made_of = _conversions()["DICT_PROVINCE"]
    found = [Province(key, name, tuple(sorted(old[each] for each in made_of[key]))) for key, name in now.items()]
    return tuple(sorted(found, key=lambda each: fold(each.name.removeprefix("Tỉnh ").removeprefix("Thành phố "))))


def rows_of(province: Province, *, with_former: bool) -> list[ImportRow]:
    """The rows to import; ``with_former``: also districts and communes up to 30 June 2025, with who took over."""
    rows = [*_committees(province), *_departments(province)]
    with closing(_units()) as units:
        communes = dict(
            units.execute("SELECT wardKey, wardCode FROM admin_units WHERE provinceKey = ?", (province.key,))
        )
        named = units.execute(
            "SELECT ward, wardCode FROM admin_units WHERE provinceKey = ? ORDER BY ward", (province.key,)
        )
        rows += [
            _row(f"xa-{code}", _committee(name), "committee", "commune", "ubnd-tinh", start=BEGAN)
            for name, code in named
        ]
        if with_former:
            rows += _former(units, province, communes)
    return [_numbered(row, line) for line, row in enumerate(rows, start=2)]


def _committees(province: Province) -> Iterator[ImportRow]:
    name = _committee(province.name)
    yield _row("ubnd-tinh", name, "committee", "province", aliases=("UBND tỉnh", "UBND thành phố"))
    for index, before in enumerate(each for each in province.before if each != province.name):
        yield _row(
            f"ubnd-tinh-cu-{index + 1}", _committee(before), "committee", "province", end=ENDED,
            later=("ubnd-tinh",), decree=DECREE,
        )  # fmt: skip


def _departments(province: Province) -> Iterator[ImportRow]:
    city = province.name.startswith("Thành phố")
    data = tomllib.loads(Path(__file__).with_name("reference.toml").read_text(encoding="utf-8"))
    for each in data["agency"]:
        name, short = each["name"], each.get("short", "")
        aliases = tuple(each.get("aliases", ()))
        if city:
            aliases = (*aliases, name, short)
            name, short = (_of_city(words) for words in (name, short))
        under_committee = each.get("kind", "department") in ("department", "office", "board")
        yield _row(
            each["code"], name, each.get("kind", "department"), "province",
            each.get("parent", "ubnd-tinh" if under_committee else ""), short=short,
            aliases=tuple(filter(None, aliases)), start=str(each.get("from", "")), end=str(each.get("to", "")),
            later=tuple(each.get("later", ())),
        )  # fmt: skip


def _of_city(words: str) -> str:
    if words.endswith(" tỉnh"):
        return f"{words.removesuffix(' tỉnh')} thành phố"
    return words.replace("Tỉnh ủy", "Thành ủy")


def _former(units: sqlite3.Connection, province: Province, communes: dict[str, str]) -> Iterator[ImportRow]:
    later = _later(province, communes)
    sources = _conversions()["DICT_PROVINCE"][province.key]
    marks = ",".join("?" for _each in sources)
    former = units.execute(
        "SELECT provinceKey, district, districtKey, districtCode, ward, wardKey, wardCode FROM admin_units_legacy "
        f"WHERE provinceKey IN ({marks}) AND ward IS NOT NULL ORDER BY districtCode, wardCode",
        sources,
    )
    heirs_of_district: dict[str, dict[str, None]] = {}
    districts: dict[str, str] = {}
    for key, district, district_key, district_code, ward, ward_key, ward_code in former:
        heirs = later.get(f"{key}_{district_key}_{ward_key}", ())
        districts[district_code] = district
        heirs_of_district.setdefault(district_code, {}).update(dict.fromkeys(heirs))
        yield _row(
            f"xa-cu-{ward_code}", _committee(ward), "committee", "commune", f"huyen-{district_code}", end=ENDED,
            later=heirs, decree=DISTRICTS_ENDED,
        )  # fmt: skip
    for code, name in districts.items():
        yield _row(
            f"huyen-{code}", _committee(name), "committee", "district", "ubnd-tinh", end=ENDED,
            later=tuple(heirs_of_district[code]), decree=DISTRICTS_ENDED,
        )  # fmt: skip


def _later(province: Province, communes: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """For each former commune the codes of the communes that it went into."""
    found: dict[str, dict[str, None]] = {}
    data = _conversions()
    for new, olds in data["DICT_PROVINCE_WARD_NO_DIVIDED"].get(province.key, {}).items():
        for old in olds:
            found.setdefault(old, {})[new] = None
    for old, news in data["DICT_PROVINCE_WARD_DIVIDED"].get(province.key, {}).items():
        for each in news:
            found.setdefault(old, {})[each["newWardKey"]] = None
    return {
        old: tuple(f"xa-{communes[new]}" for new in news if new in communes) for old, news in found.items()
    }  # fmt: skip


def _row(
    code: str, name: str, kind: str, level: str, parent: str = "", *, short: str = "", aliases: tuple[str, ...] = (),
    start: str = "", end: str = "", later: tuple[str, ...] = (), decree: str = "",
) -> ImportRow:  # fmt: skip
    return ImportRow(0, code, name, short, kind, level, parent, aliases, start, end, later, decree)


def _numbered(row: ImportRow, line: int) -> ImportRow:
    return ImportRow(**{**row.plain(), "line": line})


def _committee(unit: str) -> str:
    return f"UBND {unit[0].lower()}{unit[1:]}"


def _folder() -> Path:
    package = find_spec("vietnamadminunits")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("vietnamadminunits is not installed; install dondoc with its dependencies")
    return Path(package.origin).parent / "data"


def _units() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{_folder() / 'dataset.db'}?mode=ro", uri=True)


@cache
def _conversions() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_folder() / "converter_2025.json").read_text(encoding="utf-8"))
    return loaded
