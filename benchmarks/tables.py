"""How fast a long appendix is read and checked, and what of planted slips is found in short ones.

Times are seconds of this process. An appendix of projects by investor in .xlsx: 30 columns (seven sources with plan,
disbursed, remainder and share), a grand total, subtotals of groups, every relation kept. Printed for growing numbers of
rows, so that a step that is not linear shows. Then one slip at a time is planted in the own-written appendices of the
tests, and counted as found where a check that does not hold has the cell in it. Nothing here is asserted; tests never
time.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import dondoc
from dondoc.facts import Check, Facts

sys.path.insert(0, str(Path(__file__).parent.parent))

SOURCES = 7
GROUP = 20
ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
SLIPS = ("digit", "swap", "drop")
Sums = list[int]
Row = list[str | int | float | None]


def roman(number: int) -> str:
    """``number`` in Roman numerals."""
    written = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def figures(sums: Sums) -> Iterator[int | float]:
    """Plan, disbursed, remainder and share of each source."""
    for plan, paid in zip(sums[::2], sums[1::2], strict=True):
        yield from (plan, paid, plan - paid, round(paid / plan * 100, 1))


def added(rows: list[Sums]) -> Sums:
    """The sums of ``rows``, column by column."""
    return [sum(column) for column in zip(*rows, strict=True)]


def appendix(rows: int, chance: random.Random) -> bytes:
    """A workbook of about ``rows`` rows."""
    groups = [[_project(chance) for _ in range(GROUP - 1)] for _ in range(max(1, rows // GROUP))]
    totals = [added(group) for group in groups]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Biểu 1"
    sheet.append(["BIỂU TỔNG HỢP GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2026"])
    sheet.append(["ĐVT: triệu đồng"])
    heads: Row = ["STT", "Danh mục dự án"]
    for source in range(SOURCES):
        heads += [f"Nguồn vốn {source + 1}", None, None, None]
    sheet.append(heads)
    sheet.append([None, None, *["Kế hoạch", "Giải ngân", "Còn lại", "Tỷ lệ (%)"] * SOURCES])
    for column in (1, 2):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    for source in range(SOURCES):
        sheet.merge_cells(start_row=3, end_row=3, start_column=3 + 4 * source, end_column=6 + 4 * source)
    _append(sheet, [None, "TỔNG SỐ", *figures(added(totals))])
    for number, (total, group) in enumerate(zip(totals, groups, strict=True), start=1):
        _append(sheet, [roman(number), f"Ban Quản lý dự án khu vực {number}", *figures(total)])
        for item, project in enumerate(group, start=1):
            _append(sheet, [item, f"Đường liên xã số {number}.{item}", *figures(project)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _project(chance: random.Random) -> Sums:
    plans = [chance.randint(500, 90_000) for _ in range(SOURCES)]
    return [value for plan in plans for value in (plan, chance.randint(0, plan))]


def _append(sheet: Worksheet, row: Row) -> None:
    sheet.append(row)
    for place, cell in enumerate(sheet[sheet.max_row][2:]):
        cell.number_format = "0.0" if place % 4 == 3 else "#,##0"


def timed(rows: int) -> None:
    """Print how long reading, extraction and checking of ``rows`` rows take."""
    data = appendix(rows, random.Random(7))  # noqa: S311
    steps = [time.process_time()]
    text = dondoc.read(data, name="phu-luc.xlsx")
    steps.append(time.process_time())
    facts = dondoc.extract(text)
    steps.append(time.process_time())
    checks = dondoc.check(facts)
    steps.append(time.process_time())
    read, extract, check = (after - before for before, after in pairwise(steps))
    flagged = sum(one.verdict != "consistent" for one in checks)
    total = steps[-1] - steps[0]
    print(
        f"{rows:6,} rows {len(data) / 1e6:5.2f} MB  read {read:5.2f} s  extract {extract:5.2f} s  check {check:5.2f} s"
        f"  total {total:5.2f} s  {total / rows * 1e6:5.0f} µs a row  {len(facts.quantities):7,} figures"
        f"  {len(checks):7,} checks, {flagged} flagged"
    )


def slip(value: float, kind: str, chance: random.Random) -> float:
    """``value`` with one slip of the keyboard in its digits."""
    written = str(value)
    places = [place for place, letter in enumerate(written) if letter.isdigit()]
    place = chance.choice(places)
    if kind == "digit":
        written = written[:place] + chance.choice("0123456789") + written[place + 1 :]
    elif kind == "swap" and place + 1 in places:
        written = written[:place] + written[place + 1] + written[place] + written[place + 2 :]
    elif kind == "drop" and len(places) > 2:
        written = written[:place] + written[place + 1 :]
    return type(value)(written)


def planted(times: int) -> None:
    """Plant ``times`` slips in each own-written appendix and print what was found."""
    from tests.extraction.tables.appendices import ALL, as_xlsx
    from tests.extraction.tables.more_appendices import MORE

    chance = random.Random(11)  # noqa: S311
    counted: Counter[str] = Counter()
    missed: list[str] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        for name, one in (ALL | MORE).items():
            facts, clean = _checked(as_xlsx(path, one))
            counted["clean appendices"] += 1
            counted["flagged in clean ones"] += sum(check.verdict != "consistent" for check in clean)
            covered = {_cell(facts, ref) for check in clean for ref in (*check.args, check.result) if ref}
            cells = [
                (r, c)
                for r, row in enumerate(one.rows)
                for c, value in enumerate(row)
                if isinstance(value, int | float)
            ]
            for _ in range(times if cells else 0):
                row, column = chance.choice(cells)
                before = one.rows[row][column]
                assert isinstance(before, int | float)
                after = slip(before, chance.choice(SLIPS), chance)
                address = f"{chr(65 + column)}{row + len(one.above) + 2}"
                if after == before or address not in covered:
                    continue
                counted["planted"] += 1
                facts, checks = _checked(as_xlsx(path, one.changed(row, column, after)))
                broken = [check for check in checks if check.verdict != "consistent"]
                if any(_cell(facts, ref) == address for check in broken for ref in (*check.args, check.result) if ref):
                    counted["found"] += 1
                else:
                    missed.append(f"  missed: {name} {address}: {before} → {after}")
    print(", ".join(f"{name} {count}" for name, count in counted.items()))
    print("\n".join(missed))


def _checked(path: Path) -> tuple[Facts, list[Check]]:
    facts = dondoc.extract(dondoc.read(path))
    return facts, dondoc.check(facts)


def _cell(facts: Facts, identifier: str) -> str:
    """The address of a figure of a workbook."""
    span = next(quantity.span for quantity in facts.quantities if quantity.id == identifier)
    return (facts.text.place_of(span) or "").rpartition("!")[2]


def main() -> None:
    """Print both measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=[250, 500, 1_000, 2_000, 4_000])
    parser.add_argument("--slips", type=int, default=40, help="slips tried in each appendix")
    options = parser.parse_args()
    for rows in options.rows:
        timed(rows)
    planted(options.slips)


if __name__ == "__main__":
    main()
