"""Figures that have no period: sizes, school years, the money of a whole term.

Finds         chính quyền 2 cấp · 03 chương trình mục tiêu quốc gia · Năm học 2022 - 2023: ... · chiều dài 26,9 km
Leaves alone  120 giường bệnh trên một vạn dân: a rate
"""

import re
from bisect import bisect_right

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.calendar import Calendar
from dondoc.extraction.quantities.signals import SCHOOL

_OPEN_UNITS = frozenset(["cấp", "sao", "giường", "năm", "tháng", "ngày", "tuần", "tuổi", "giờ", "phút"])
# Units of territory that were merged, or whose offices were invited: their number is no result of a period.
_TERRITORIES = frozenset({"xã", "phường", "thị trấn", "huyện", "đơn vị hành chính cấp xã", "đơn vị hành chính"})
_FORMED = re.compile(
    r"(?:\bnhập|sắp xếp|hợp nhất|ubnd|hđnd)(?: của)?\s*\Z|"
    r"\b(?:sở|ban|ngành|phòng|đoàn thể)(?: tỉnh| huyện)?(?:,| và)(?: lãnh đạo| chủ tịch)*\s*\Z"
)
# "trực tuyến đến 148 xã, phường": all that there are sat at the meeting.
_LINKED = re.compile(
    r"\b(?:trực tuyến|kết nối|nối|truyền hình)\b(?: (?:đến|tới|với|điểm cầu|các|trụ sở|tại|ubnd))*\s*\Z"
)
# A place on an index that is told once a year, for a year that is not named.
_INDEXED = re.compile(
    r"\b(?:pci|papi|sipas|par[ -]?index|ddci|cải cách hành chính|chỉ số hài lòng|năng lực cạnh tranh)\b"
)
_INDEX_REACH = 40
_FEW = 5
# "có thời điểm tổng lượng nước chỉ còn 15,6 triệu m3": once, nobody says when.
_ONCE = re.compile(r"\bcó thời điểm\b[^;]*\Z")
_YEARS = re.compile(
    r"(?:\A|[.:,])[\s*+–-]*(?:trong |qua )?(?:nửa (?:đầu )?|giữa |từ đầu |đầu )?nhiệm kỳ 20\d\d(?:\s*[-–]\s*20\d\d)?\b|"
    r"(?<!nhất )(?<!kể )\btừ (?:năm |đầu năm )?(?P<since>20\d\d) (?:đến|tới) (?:nay|hết|tháng|thời điểm|cuối)\b"
)
# One of these stands in every _YEARS.
_OPENINGS = ("nhiệm kỳ 20", "từ 20", "từ năm 20", "từ đầu năm 20")
_ROADS = re.compile(r"[^,;.()\d]{0,24}\b(?:với )?(?:tổng )?(?:chiều )?dài\s+")
_MONEY = frozenset({"đồng", "USD"})
_RATIO_REACH = 40
_AREAS = frozenset({"km2", "km²"})
_SIZED = re.compile(r"\bdiện tích\b[^,;.\d]{0,20}\Z")
_LENGTHS = frozenset({"km", "m"})
_LONG = re.compile(r"\b(?:chiều dài|dài)(?: (?:là|khoảng|gần|hơn|trên|toàn tuyến|tuyến))*\s*\Z")
# What a project is planned for, whenever it is built: "tổng mức đầu tư 142 tỷ đồng", "công suất 820.000 m3/năm".
_PROJECTED = re.compile(
    r"\btổng mức(?: đầu tư)?(?: (?:dự kiến|hơn|trên|gần|khoảng|là|không quá))*\s*\Z|"
    r"\b(?:công suất|quy mô)\b(?: (?:thiết kế|khai thác|dự kiến|hơn|trên|gần|khoảng|là|đạt|tối thiểu))*\s*\Z"
)
_SIZES = frozenset({"đồng", "USD", "ha", "MW", "MWp", "kW", "MVA"})
_POPULATED = re.compile(r"\bdân số\b[^,;.\d]{0,20}\Z")
_TIMELESS = frozenset({"tiêu chí", "biên chế", "điểm"})
_VACCINATED = re.compile(r"\btiêm (?:phòng|vắc xin|vaccine|chủng)\b(?!.*\b(?:kế hoạch|chỉ tiêu)\b)")
_SCHOOL_YEAR = re.compile(r"(?:\A|[:.])[\s*-]*(?:kết thúc |trong |bước vào )?năm học\b(?! mới)")


_PUPILS = re.compile(
    r"\b(?:học sinh|lớp|em|giáo viên|tuyển sinh|huy động|mầm non|tiểu học|trung học|thcs|thpt|mn|th)\b"
)


def in_school_year(figure: Figure, sentence: Sentence) -> bool:
    """Whether the sentence begins with a school year, that holds for what it tells of schools."""
    if not sentence.cues & SCHOOL or _SCHOOL_YEAR.search(sentence.low[:90]) is None:
        return False
    at = figure.measure.span.start - sentence.span.start
    told = sentence.low[max(0, at - CLAUSE_REACH) : at]
    clause = told[told.rfind(";") + 1 :]
    return ";" not in told or _PUPILS.search(clause + figure.low_after[:_RATIO_REACH]) is not None


def is_open(figure: Figure) -> bool:
    """Whether the figure says how large something is, at no time."""
    unit = (figure.unit or "").lower()
    if _is_once(figure):
        return True
    if unit in _OPEN_UNITS:
        return "dân" not in figure.low_before[-_RATIO_REACH:] or unit != "giường"
    if unit.split(",")[0] in _TERRITORIES and (_FORMED.search(figure.low_before) or _LINKED.search(figure.low_before)):
        return True
    if unit in _AREAS and _SIZED.search(figure.low_before):
        return True
    if figure.role == "rank" and _INDEXED.search(figure.low_before[-_INDEX_REACH:] + figure.low_after[:_INDEX_REACH]):
        return True
    if unit in _LENGTHS and _LONG.search(figure.low_before):
        return not _is_of_built(figure)
    if _is_projected(figure):
        return True
    previous = figure.previous
    if previous is not None and previous.unit in _AREAS and _POPULATED.search(figure.low_before):
        return True
    return unit == "chương trình" and "mục tiêu quốc gia" in figure.low_after[:20]


def _is_once(figure: Figure) -> bool:
    """``có thời điểm lượng nước 20 hồ chứa chỉ còn 15,6 triệu m3``: at a time that nobody names, in its clause."""
    first: Figure | None = figure
    for _ in range(_FEW):
        if first is None:
            return False
        if "thời điểm" in first.low_before and _ONCE.search(first.low_before):
            return "/" not in (first.unit or "")
        if ";" in first.before or ". " in first.before:
            return False
        first = first.previous
    return False


def _is_of_built(figure: Figure) -> bool:
    """``bê tông hóa 05 tuyến đường dài 2,14 km``: as much as was built of roads counted right before."""
    first = figure.previous
    return first is not None and first.period is not None and _ROADS.fullmatch(figure.low_before) is not None


def _is_projected(figure: Figure) -> bool:
    """``(tổng mức đầu tư 142 tỷ đồng)``, ``tổng công suất 300 MW (Nam Lĩnh: 120 MW)``: what a project is to be."""
    if figure.unit not in _SIZES and "/" not in (figure.unit or ""):
        return False
    if _PROJECTED.search(figure.low_before):
        return True
    whole = figure.owner
    return whole is not None and whole.unit == figure.unit and figure.unit not in _MONEY and _is_projected(whole)


def is_open_plan(figure: Figure, calendar: Calendar) -> bool:
    """Whether a plan without a year stands for no year: the criteria of a programme, the money of a whole term.

    Nor does the flock that is to be vaccinated: ``tiêm phòng đợt 2: 1.260 liều/1.800 liều``.
    """
    unit = (figure.unit or "").lower()
    first = figure.over
    if first is not None and _VACCINATED.search(first.low_before) and "kế hoạch" not in figure.low_after:
        return True
    return unit in _TIMELESS or any(span.start <= figure.measure.span.start < span.end for span in calendar.termed)


def spans_years(figure: Figure, sentence: Sentence, calendar: Calendar) -> bool:
    """``Từ năm 2020 đến nay, ...``, ``Nửa đầu nhiệm kỳ 2020 - 2025, ...``: told of several years, not of one period."""
    if "nhiệm kỳ" not in sentence.low and "đến" not in sentence.low:
        return False
    if not any(map(sentence.low.__contains__, _OPENINGS)):
        return False
    start, end = sentence.span.start, figure.measure.span.start
    found = None
    for found in _YEARS.finditer(sentence.low, 0, end - start):  # noqa: B007
        pass
    if found is None or (found["since"] and found["since"] == calendar.year):
        return False
    last = bisect_right(calendar.starts, end) - 1
    return last < 0 or calendar.starts[last] < start + found.end()
