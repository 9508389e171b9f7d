"""What the cells of a row are about: its name with its group where the name alone says nothing, its area, its unit.

Finds         Diện tích under Lúa đông xuân: "Lúa đông xuân - Diện tích" · Huyện Vân Hà: an area · Kế hoạch as a row
Leaves alone  a column whose head names something: that is added to the name of the row
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.extraction.tables.head_words import COMPARES, DONE, PERCENT, PLANNED, SO_FAR, spelt_out, subject_of
from dondoc.extraction.tables.layout import YEAR, Layout
from dondoc.extraction.tables.rows import RowMeaning
from dondoc.extraction.tables.units import TableUnit, bracket_unit, counted_unit, read_table_unit, without_unit
from dondoc.facts import Role
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.context import TimeContext
from dondoc.grammar.periods import find_periods

_AREA = re.compile(
    r"(?i:huyện|thị xã|thành phố|tp\.?|tx\.?|quận|xã|phường|thị trấn|tt\.|đặc khu|tỉnh|thôn|ấp|khóm|bản|h\.|p\."
    r"|x\.)\s?"
    rf"(?=[{CAPITALS}0-9])"
)
_AREA_HEAD = re.compile(
    r"huyện|thị xã|thành phố|xã|phường|địa phương|địa bàn|đơn vị hành chính|quận|tỉnh", re.IGNORECASE
)
_NO_AREA = re.compile(r"tổng|cộng|toàn|ban |phòng |sở |trung tâm|công ty|văn phòng|chi cục", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:diện tích(?: gieo trồng| thu hoạch)?|năng suất|sản lượng|số lượng|giá trị|tổng số|trong đó|nam|nữ|khác"
    r"|cộng|kinh phí"
    r"|vốn|số vụ|số người|số dự án|số hộ|thành thị|nông thôn|trung ương|địa phương|nstw|nsđp|nst|nsh|nsx"
    r"|vốn (?:nstw|nsđp)"
    r"|ngân sách .*|số tiền|tỷ lệ|ước tính|hộ nghèo|bị thương|chết|người chết)\Z",
    re.IGNORECASE,
)
_TIME_ROW = re.compile(
    r"(?:tháng|quý|năm|6 tháng|9 tháng)?\s*(?:\d{1,2}|i{1,3}|iv|(?:19|20)\d\d|đầu năm|cuối năm)(?:\s*/\s*\d{4}"
    r"|\s+năm\s+\d{4})?\Z"
)
_TITLE_ASIDE = re.compile(
    r"^(?:biểu(?: số)?|phụ lục|bảng|mẫu(?: số)?)?\s*[\dIVX./-]*\s*[:.]?\s*(?:biểu |bảng )?(?:tổng hợp "
    r"|báo cáo )?(?:chi tiết )?"
    r"(?:tình hình |kết quả |số liệu |tiến độ )?(?:thực hiện )?",
    re.IGNORECASE,
)
_TITLED = re.compile(r"biểu|bảng|phụ lục|\d{1,2}[.)]\s", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")
_LONGEST_TITLE = 200
_TITLE_TIME = re.compile(
    r"[\s,(-]*(?:(?:\d{1,2} )?tháng|quý|năm|tính đến|đến ngày|lũy kế|trên địa bàn|giai đoạn).*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row gives to its cells. ``role`` and ``period`` where the row itself says how and when."""

    name: str
    area: str | None = None
    unit: TableUnit | None = None
    role: Role | None = None
    period: str | None = None
    measures: bool = False
    counted: TableUnit | None = None


def read_subjects(
    layout: Layout, rows: Sequence[RowMeaning], units: Sequence[TableUnit | None], context: TimeContext
) -> list[Subject]:
    """Return the subject of each row; ``units`` are those of the unit column."""
    names = [without_unit(row.name) for row in rows]
    counts = Counter(name.casefold() for name in names)
    areal = _is_areal(layout, names)
    found = []
    for row, name, unit in zip(rows, names, units, strict=True):
        unit = unit or bracket_unit(row.name)
        low = spelt_out(name)
        if _measures(low):
            owner = row.path[-1] if row.path else ""
            unit = unit or bracket_unit(owner)
            found.append(Subject(without_unit(owner), unit=unit, role=_role(low), measures=True))
            continue
        if _TIME_ROW.match(low) and (not low.isdecimal() or YEAR.match(low)):
            mention = next(iter(find_periods(low if len(low) > 4 else f"năm {low}", context)), None)
            if mention is not None:
                found.append(Subject(name, unit=unit, period=mention.period, measures=True))
                continue
        area = name if areal and row.kind != "total" and not _NO_AREA.match(name) and not row.partial else None
        if area is None and row.path and (_VAGUE.match(name) or counts[name.casefold()] > 1):
            name = f"{without_unit(row.path[-1])} - {name}"
        found.append(Subject(name, area, unit, counted=counted_unit(row.name)))
    return found


def _measures(low: str) -> bool:
    """Whether a row's name says only how something was measured."""
    if subject_of(low) or not low:
        return False
    return any(pattern.search(low) for pattern in (PLANNED, DONE, SO_FAR)) or (
        COMPARES.search(low) is not None and PERCENT.search(low) is not None
    )


def _role(low: str) -> Role:
    if COMPARES.search(low) or (PERCENT.search(low) and PLANNED.search(low)):
        return "share_of_plan" if PLANNED.search(low) else "rate"
    if PLANNED.search(low) and not DONE.search(low):
        return "plan"
    return "cumulative" if SO_FAR.search(low) else "actual"


def _is_areal(layout: Layout, names: Sequence[str]) -> bool:
    """Whether the rows are places: the head says so, or most names do."""
    head = " ".join(place.words for place in layout.head.get(layout.name, ()))
    named = sum(_AREA.match(name) is not None for name in names)
    return _AREA_HEAD.search(head) is not None or named * 2 > len(names)


def title_of(captions: Sequence[str]) -> str | None:
    """What the title of a table says that it counts: "TÌNH HÌNH GIẢI NGÂN VỐN NĂM 2026" → "Giải ngân vốn"."""
    for line in captions:
        if len(line) < 8 or line.startswith("(") or re.match(r"đvt|đơn vị", line, re.IGNORECASE):
            continue
        if len(line) > _LONGEST_TITLE or not (line.isupper() or _TITLED.match(line)):
            continue
        bare = _TITLE_TIME.sub("", _TITLE_ASIDE.sub("", _NUMBERED.sub("", line, count=1), count=1)).strip(" .:-")
        if len(bare) > 5:
            return bare[:1].upper() + bare[1:].lower() if bare.isupper() else bare
    return None


def unit_words(layout: Layout, rows: Sequence[RowMeaning]) -> list[TableUnit | None]:
    """The unit that the unit column gives each row; a ditto mark repeats the one above."""
    if layout.unit is None:
        return [None] * len(rows)
    found: list[TableUnit | None] = []
    above: TableUnit | None = None
    for row in rows:
        place = next((place for place in layout.body[row.index] if place.cell.column == layout.unit), None)
        words = place.words.strip() if place is not None else ""
        unit = read_table_unit(words) if words else None
        if words in ('"', "nt", "''", "”", "-nt-"):
            unit = above
        above = unit or above
        found.append(unit)
    return found
