"""Figures that have no period: sizes, seasons, school years.

Finds         chính quyền 2 cấp · 03 chương trình mục tiêu quốc gia · vụ lúa Đông xuân 35.000 ha
              Năm học 2022 - 2023: ...
Leaves alone  diện tích lúa cả năm; a season before the last semicolon
"""

import re

from dondoc.extraction.quantities.calendar import Calendar
from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.signals import SCHOOL, SEASON

_SEASON = re.compile(
    r"\b(?:niên vụ|(?<!tiêm phòng )(?:vụ|lúa) (?:lúa|đông|hè|thu(?! hoạch| mua| được| về)|"
    r"mùa|xuân|chiêm|mía|màu|3|ba)|hoa tết|mùa khô)\b"
)
_OPEN_UNITS = frozenset(["cấp", "sao", "giường", "năm", "tháng", "ngày", "tuần", "tuổi", "giờ", "phút"])
_CROPPED = frozenset({"ha", "tấn", "tạ/ha", "tấn/ha", "nghìn tấn", "kg", "tạ"})
# Units of territory that were merged, or whose offices were invited: their number is no result of a period.
_TERRITORIES = frozenset({"xã", "phường", "thị trấn", "huyện", "đơn vị hành chính cấp xã", "đơn vị hành chính"})
_FORMED = re.compile(r"(?:\bnhập|sắp xếp|hợp nhất|ubnd|hđnd)(?: của)?\s*\Z")
_RATIO_REACH = 40
_MONEY = frozenset({"đồng", "USD", "%"})
_YIELDS = frozenset({"tạ/ha", "tấn/ha"})
_TIMELESS = frozenset({"tiêu chí", "biên chế", "điểm"})
_SCHOOL_YEAR = re.compile(r"(?:\A|[:.])[\s*-]*(?:kết thúc |trong |bước vào )?năm học\b")
_OTHER_FIELD = re.compile(
    r"[,;.] (?:sản lượng |diện tích )?(?:nuôi |khai thác )?(?:th[ủu][ỷy] sản|đàn|tổng đàn|rừng|trồng rừng|cá|tôm)\b"
)
_OTHER_CROP = re.compile(
    r"[,;.] (?:cây )?(?:đỗ|đậu|ngô|lạc|sắn|mía|chè|cà phê|khoai)\b"
    r"(?![^,;.]*\b(?:vụ|hè|đông|thu|xuân|chiêm|mùa)\b)[^,;.]*\d"
)
_SEASON_BEHIND = 30


def in_school_year(sentence: Sentence) -> bool:
    """Whether the sentence begins with a school year."""
    return sentence.cues & SCHOOL != 0 and _SCHOOL_YEAR.search(sentence.low[:90]) is not None


def is_open(figure: Figure) -> bool:
    """Whether the figure says how large something is, at no time."""
    unit = (figure.unit or "").lower()
    if unit in _OPEN_UNITS:
        return "dân" not in figure.low_before[-_RATIO_REACH:] or unit != "giường"
    if unit.split(",")[0] in _TERRITORIES and _FORMED.search(figure.low_before):
        return True
    return unit == "chương trình" and "mục tiêu quốc gia" in figure.low_after[:20]


def is_open_plan(figure: Figure, calendar: Calendar) -> bool:
    """Whether a plan without a year stands for no year: the criteria of a programme, the money of a whole term."""
    unit = (figure.unit or "").lower()
    return unit in _TIMELESS or any(span.start <= figure.measure.span.start < span.end for span in calendar.termed)


def in_season(figure: Figure, sentence: Sentence) -> bool:
    """Whether the figure is about a season, that belongs to no period."""
    if not sentence.cues & SEASON:
        return False
    if figure.unit in _YIELDS and ("lúa" in figure.low_before or "vụ" in figure.low_after):
        return True
    words = near(figure, sentence, _SEASON_BEHIND)
    end = min(figure.measure.span.end - sentence.span.start, CLAUSE_REACH)
    own = max(0, end - len(figure.written))
    if (figure.unit or "").lower() not in _CROPPED:
        comma = words.rfind(", ", 0, own) if figure.unit in _MONEY else -1
        words = words[max(words.rfind(";", 0, own), comma) + 1 :]
    found = None
    for found in _SEASON.finditer(words):  # noqa: B007
        pass
    return found is not None and not _is_left(found.group(), words[found.end() : end])


def _is_left(season: str, words: str) -> bool:
    """Whether ``words`` behind a season go on with something else: "lúa hè thu 1.200 ha, đỗ tương 290 ha"."""
    if _OTHER_FIELD.search(words):
        return True
    return season.startswith("lúa") and _OTHER_CROP.search(words) is not None


def near(figure: Figure, sentence: Sentence, behind: int) -> str:
    """The small letters of the sentence around ``figure``, ``behind`` characters after it."""
    at = figure.measure.span.end - sentence.span.start
    return sentence.low[max(0, at - CLAUSE_REACH) : at + behind]
