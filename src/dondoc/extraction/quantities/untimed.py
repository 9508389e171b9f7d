"""Figures that have no period: sizes, seasons, school years.

Finds         chính quyền 2 cấp · 03 chương trình mục tiêu quốc gia · vụ lúa Đông xuân 35.000 ha
              Năm học 2022 - 2023: ...
Leaves alone  diện tích lúa cả năm; a season before the last semicolon
"""

import re

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.signals import SCHOOL, SEASON

_SEASON = re.compile(r"\b(?:niên vụ|(?:vụ|lúa) (?:lúa|đông|hè|thu|mùa|xuân|mía|màu|3|ba))\b")
_OPEN_UNITS = frozenset(["cấp", "sao", "giường", "năm", "tháng", "ngày", "tuần", "tuổi", "giờ", "phút"])
_CROPPED = frozenset({"ha", "tấn", "tạ/ha", "tấn/ha", "%", "nghìn tấn", "kg", "tạ"})
_SCHOOL_YEAR = re.compile(r"(?:\A|[:.])[\s*-]*(?:kết thúc |trong |bước vào )?năm học\b")
_SEASON_BEHIND = 30


def in_school_year(sentence: Sentence) -> bool:
    """Whether the sentence begins with a school year."""
    return sentence.cues & SCHOOL != 0 and _SCHOOL_YEAR.search(sentence.low[:90]) is not None


def is_open(figure: Figure) -> bool:
    """Whether the figure says how large something is, at no time."""
    unit = (figure.unit or "").lower()
    if unit in _OPEN_UNITS:
        return True
    return unit == "chương trình" and "mục tiêu quốc gia" in figure.low_after[:20]


def in_season(figure: Figure, sentence: Sentence) -> bool:
    """Whether the figure is about a season, that belongs to no period."""
    if not sentence.cues & SEASON:
        return False
    words = near(figure, sentence, _SEASON_BEHIND)
    own = max(0, len(words) - _SEASON_BEHIND - len(figure.written))
    if (figure.unit or "").lower() not in _CROPPED:
        words = words[words.rfind(";", 0, own) + 1 :]
    return _SEASON.search(words) is not None


def near(figure: Figure, sentence: Sentence, behind: int) -> str:
    """The small letters of the sentence around ``figure``, ``behind`` characters after it."""
    at = figure.measure.span.end - sentence.span.start
    return sentence.low[max(0, at - CLAUSE_REACH) : at + behind]
