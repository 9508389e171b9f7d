"""The sample province hangs together: codes resolve, documents open, figures add up but for the slips left in."""

import csv
import io
import re
import tomllib
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document

from dondoc.office.sample.build import HERE, build, load_papers
from dondoc.office.sample.paper import as_docx

DOCUMENTS = HERE / "documents"
SLIPS = tomllib.loads((HERE / "slips.toml").read_text(encoding="utf-8"))["slip"]
SHARE = re.compile(
    r"(?P<value>\d[\d.]*) (?P<unit>tỷ đồng|triệu USD|tấn|người|doanh nghiệp|nghìn lượt), đạt (?P<share>[\d,]+)%"
    r" (?:kế hoạch|dự toán năm|dự toán) \((?P<plan>\d[\d.]*) (?P=unit)\)"
)
PAIR = re.compile(
    r"(?P<value>\d[\d.]*)(?: [a-zđ]+| tỷ đồng)?/(?P<plan>\d[\d.]*) [^,.;]+?, đạt(?: tỷ lệ)? (?P<share>[\d,]+)%"
)
GROWTH = re.compile(
    r"(?P<value>\d[\d.]*) (?:triệu USD|ca)[^.;]*?, (?:tăng|giảm) (?P<step>\d+) \w+(?: USD)?"
    r" \((?P<way>tăng|giảm) (?P<rate>[\d,]+)%"
)


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def number(words: str) -> Decimal:
    return Decimal(words.replace(".", "").replace(",", "."))


def words_of(name: str) -> str:
    """All words of a document: body, tables and footnotes."""
    path = DOCUMENTS / name
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        parts = [
            package.read(part).decode() for part in package.namelist() if re.search(r"word/(document|footnotes)", part)
        ]
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", "".join(parts)))


READABLE = sorted(path.name for path in DOCUMENTS.iterdir() if path.suffix in {".docx", ".txt"})


def planted(name: str, words: str) -> bool:
    """Whether ``words`` are among the slips of the document."""
    return any(slip["file"] == name and (words in slip["words"] or slip["words"] in words) for slip in SLIPS)


def test_agencies_have_one_code_and_a_parent_that_exists() -> None:
    agencies = {row["code"]: row for row in rows("agencies.csv")}
    assert len(agencies) == len(rows("agencies.csv"))
    assert len({row["name"] for row in agencies.values()}) == len(agencies)
    assert all(row["parent"] in agencies for row in agencies.values() if row["parent"])
    communes = [row for row in agencies.values() if row["level"] == "commune"]
    assert len(communes) == 102
    assert {row["valid_to"] for row in agencies.values() if row["level"] == "district"} == {"2025-06-30"}


def test_every_agency_that_ended_has_a_successor_that_lives() -> None:
    agencies = {row["code"]: row for row in rows("agencies.csv")}
    successions = rows("successions.csv")
    assert {row["from"] for row in successions} == {code for code, row in agencies.items() if row["valid_to"]}
    for row in successions:
        assert not agencies[row["to"]]["valid_to"]
        assert agencies[row["from"]]["valid_to"] < row["date"]


def test_groups_name_members_or_a_rule() -> None:
    codes = {row["code"] for row in rows("agencies.csv")}
    for row in rows("groups.csv"):
        members = [code for code in row["members"].split(";") if code]
        assert set(members) <= codes
        assert bool(members) != bool(row["kinds"]), row["name"]


def test_indicators_have_targets_owners_and_a_year_of_figures() -> None:
    codes = {row["code"] for row in rows("agencies.csv")}
    indicators = {row["code"]: row for row in rows("indicators.csv")}
    assert len(indicators) >= 40
    assert all(row["owner"] in codes for row in indicators.values())
    assert {row["direction"] for row in indicators.values()} <= {"up", "down", "none"}
    assert {row["kind"] for row in indicators.values()} <= {"period", "cumulative", "point"}
    assert {row["indicator"] for row in rows("targets.csv")} == set(indicators)
    observations = rows("observations.csv")
    assert {row["indicator"] for row in observations} <= set(indicators)
    assert {row["period"] for row in observations} == {f"2026-{month:02}" for month in range(1, 10)}


def test_cumulative_figures_never_fall() -> None:
    kinds = {row["code"]: row["kind"] for row in rows("indicators.csv")}
    last: dict[str, Decimal] = {}
    for row in rows("observations.csv"):
        value = Decimal(row["value"])
        if kinds[row["indicator"]] == "cumulative":
            assert value >= last.get(row["indicator"], Decimal(0)), row
            last[row["indicator"]] = value


def test_revenue_is_the_sum_of_its_parts_every_month() -> None:
    figures = {(row["indicator"], row["period"]): Decimal(row["value"]) for row in rows("observations.csv")}
    for month in range(1, 10):
        period = f"2026-{month:02}"
        parts = figures["thu-noi-dia", period] + figures["thu-xnk", period]
        assert parts == figures["thu-nsnn", period], period


@pytest.mark.parametrize(("name", "period"), [(READABLE[0], "2026-08"), (READABLE[2], "2026-09")])
@pytest.mark.parametrize(
    "code", ["thu-nsnn", "chi-nsdp", "giai-ngan", "xuat-khau", "ban-le", "thuy-san", "dn-moi", "viec-lam"]
)
def test_reports_state_the_figures_of_the_table(name: str, period: str, code: str) -> None:
    value = next(
        row["value"] for row in rows("observations.csv") if (row["indicator"], row["period"]) == (code, period)
    )
    assert f"{int(value):,}".replace(",", ".") in words_of(name)


def test_there_are_eight_documents_in_three_formats() -> None:
    names = {path.name for path in DOCUMENTS.iterdir()}
    assert {Path(name).suffix for name in names} == {".docx", ".pdf", ".txt"}
    assert names == {f"{stem}.{form}" for stem, (_, form) in load_papers().items()}
    assert len(names) >= 8
    assert sum(path.stat().st_size for path in HERE.rglob("*") if path.is_file()) < 1_500_000


@pytest.mark.parametrize("name", [name for name in READABLE if name.endswith(".docx")])
def test_docx_is_made_as_an_office_makes_it(name: str) -> None:
    document = Document(str(DOCUMENTS / name))
    assert len(document.tables[0].columns) == 2
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.sections[0].different_first_page_header_footer
    with zipfile.ZipFile(DOCUMENTS / name) as package:
        body = package.read("word/document.xml").decode()
        assert "w:numPr" in body
        notes = body.count("w:footnoteReference")
        assert notes == 0 or package.read("word/footnotes.xml").decode().count("w:footnoteRef/") == notes


def test_documents_are_built_the_same_every_time(tmp_path: Path) -> None:
    for path in build(tmp_path):
        assert path.read_bytes() == (DOCUMENTS / path.name).read_bytes(), path.name


def test_footnotes_and_tables_survive_python_docx() -> None:
    paper, _ = load_papers()["2026-10-28-bao-cao-thang-10"]
    document = Document(io.BytesIO(as_docx(paper)))
    assert [cell.text for cell in document.tables[1].rows[-1].cells][1:] == ["Tổng cộng", "11.250", "6.975", "62,0"]


@pytest.mark.parametrize("name", READABLE)
def test_shares_of_plan_are_right_but_for_the_slips(name: str) -> None:
    words = words_of(name)
    found = [*SHARE.finditer(words), *PAIR.finditer(words)]
    for match in found:
        share = number(match["value"]) / number(match["plan"]) * 100
        places = len(match["share"].partition(",")[2])
        close = abs(share - number(match["share"])) <= Decimal("0.51") * Decimal(10) ** -places
        assert close != planted(name, match[0]), match[0]
    assert found or "bao-cao" not in name


@pytest.mark.parametrize("name", [name for name in READABLE if "bao-cao" in name])
def test_growth_rates_are_right(name: str) -> None:
    found = list(GROWTH.finditer(words_of(name)))
    for match in found:
        step = number(match["step"]) * (1 if match["way"] == "tăng" else -1)
        rate = step / (number(match["value"]) - step) * 100
        assert abs(abs(rate) - number(match["rate"])) <= Decimal("0.06"), match[0]
    assert found


@pytest.mark.parametrize("name", ["2026-09-28-bao-cao-9-thang.docx", "2026-10-28-bao-cao-thang-10.docx"])
def test_table_of_capital_adds_up_but_for_the_slip(name: str) -> None:
    table = Document(str(DOCUMENTS / name)).tables[1]
    lines = [[number(cell.text) for cell in row.cells[2:]] for row in table.rows[1:]]
    for column in (0, 1):
        assert sum(line[column] for line in lines[:-1]) == lines[-1][column]
    for plan, paid, share in lines:
        close = abs(paid / plan * 100 - share) <= Decimal("0.06")
        assert close != planted(name, f"{share}".replace(".", ",")), (plan, paid, share)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip['file']}-{slip['kind']}")
def test_slips_stand_in_the_documents_and_are_wrong(slip: dict[str, str | list[str]]) -> None:
    assert str(slip["words"]) in words_of(str(slip["file"]))
    if slip["kind"] == "stale":
        return
    args = [Decimal(arg) for arg in slip["args"]]
    computed = args[0] / args[1] * 100 if slip["kind"] == "ratio" else sum(args, Decimal(0))
    assert abs(computed - Decimal(str(slip["stated"]))) > Decimal("0.5")


def test_late_tasks_come_back_in_the_next_notice() -> None:
    notices = [words_of(name) for name in READABLE if "thong-bao" in name]
    assert "64 hộ" in notices[0]
    assert "41 hộ" in notices[1]
    assert "12 hộ" in notices[2]
    assert all(notice.count("Tiếp tục") >= 2 for notice in notices[1:])
