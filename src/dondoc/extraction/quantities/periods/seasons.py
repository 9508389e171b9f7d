"""Figures about a season of the fields, that belongs to no period of the calendar.

Finds         tính đến ngày 15/10, vụ đông gieo trồng 11.000 ha, bằng 98% cùng kỳ · lúa hè thu 1.200 ha
              2. Sản xuất vụ đông: ... a heading names the season for what stands under it
              Lúa mùa đã gặt 53.000 ha. Năng suất ước đạt 60 tạ/ha: the sentence after goes on with the crop
Leaves alone  diện tích lúa cả năm; a season before the last semicolon
              trong tháng 5, lúa hè thu xuống giống 1.430 ha: done in the month
"""

import re

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.signals import SEASON, UNTIL
from dondoc.extraction.structure import Outline
from dondoc.text import Text

_SEASON = re.compile(
    r"\b(?:niên vụ|(?<!tiêm phòng )(?:vụ|lúa) (?:lúa|đông|hè|thu(?! hoạch| mua| được| về)|"
    r"mùa|xuân|chiêm|mía|màu|3(?![.,]?\d)|ba)|hoa tết|mùa khô)\b"
)
_CROPPED = frozenset({"ha", "tấn", "tạ/ha", "tấn/ha", "nghìn tấn", "kg", "tạ"})
_MONEY = frozenset({"đồng", "USD", "%"})
_YIELDS = frozenset({"tạ/ha", "tấn/ha"})
_OTHER_FIELD = re.compile(
    r"; (?:sâu )?bệnh\b|"
    r"[,;.] (?:sản lượng |diện tích )?(?:nuôi |khai thác )?(?:th[ủu][ỷy] sản|đàn|tổng đàn|rừng|trồng rừng|cá|tôm)\b"
)
_OTHER_CROP = re.compile(
    r"[,;.] (?:diện tích |sản lượng |cây )*(?:đỗ|đậu|ngô|lạc|sắn|mía|chè|cà phê|khoai)\b"
    r"(?![^,;.]*\b(?:vụ|hè|đông|thu|xuân|chiêm|mùa)\b)[^,;.]*\d"
)
_SEASON_BEHIND = 30
_LONGEST = 90
_AS_OF = re.compile(
    r"\bđến (?:hết |thời điểm |khoảng )?(?:nay\b|giữa|trung tuần|thượng tuần|hạ tuần|đầu|cuối|ngày|tháng|\d)"
)
_FARMED = re.compile(r"năng suất|sản lượng|thu hoạch|đã gặt|gieo|xuống giống|\bcấy|trà lúa")
_REGION = re.compile(
    r"\A[\s*–-]*(?:trong đó\b|(?:các (?:địa phương|tỉnh|huyện|xã) )?(?:khu vực |vùng |ở )?(?:miền|phía|đồng bằng|"
    r"trung du|tây nguyên|duyên hải|bắc trung bộ|đông nam bộ)\b)"
)
_STRUCK = re.compile(r"\b(?:(?<!chuẩn )(?<!trang )(?<!thiết )bị|ngập|thiệt hại|mất trắng|nhiễm|hư hại|đổ ngã)\b")
_APART = re.compile(r"\b(?:rừng|đàn|gia súc|gia cầm|trâu|bò|lợn|th[ủu][ỷy] sản|tôm|cá|cả năm|sâu|bệnh|nhiễm|hại)\b")
_ELSEWHERE = re.compile(
    r"\b(?:rừng|đàn|gia súc|gia cầm|trâu|bò|lợn|th[ủu][ỷy] sản|tôm|cá|rau|màu|hoa|ngô|lạc|đậu|đỗ|mía|sắn|khoai|chè|"
    r"cà phê|cao su|tiêu|điều|ăn quả|công nghiệp|muối|cả năm|sâu|bệnh|nhiễm|hại|lương thực|hạt)\b"
)


def season_headings(text: Text, outline: Outline) -> frozenset[int]:
    """The items that stand under a heading that names a season: "2. Sản xuất vụ đông:", "+ Lúa thu đông:"."""
    titles: set[int] = set()
    under: set[int] = set()
    for number, item in enumerate(outline.items):
        if item.parent in titles or item.parent in under:
            under.add(number)
        start, end = item.span
        if item.mark is None or end - start > _LONGEST:
            continue
        words = text.content[start:end].strip("* \n").lower()
        if ("vụ" in words or "lúa" in words) and not words.endswith((".", ";", ",")) and _SEASON.search(words):
            titles.add(number)
    return frozenset(under)


def is_seasonal(
    figure: Figure, sentence: Sentence, stated: str | None, told: str, *, under: bool, yearly: bool = False
) -> bool:
    """Whether ``figure`` counts what a season brought.

    ``stated`` is the period that its sentence names, ``told`` the words of its item before the sentence, ``under``
    whether a heading above them names a season, ``yearly`` whether the document reports on a whole year.
    """
    if stated is not None and not (figure.cues_so_far & UNTIL and _AS_OF.search(_so_far(figure, sentence))):
        return False
    previous = figure.previous
    if in_season(figure, sentence, yearly=yearly) or _goes_on(figure, sentence, told, under=under):
        figure.seasonal = True
    elif previous is not None and previous.seasonal and figure.unit == "%":
        figure.seasonal = ";" not in figure.before and not _APART.search(figure.low_before)
    return figure.seasonal


def _goes_on(figure: Figure, sentence: Sentence, told: str, *, under: bool) -> bool:
    """``Lúa mùa đã gặt 53.000 ha. Năng suất ước đạt 60 tạ/ha``: a crop without a season of its own."""
    if (figure.unit or "").lower() not in _CROPPED:
        return False
    words = _so_far(figure, sentence)
    if under:
        return not _APART.search(words)
    if not _FARMED.search(words) and not _REGION.search(words):
        return False
    found = None
    for found in _SEASON.finditer(told):  # noqa: B007
        pass
    return found is not None and not _ELSEWHERE.search(told, found.end()) and not _ELSEWHERE.search(words)


def _so_far(figure: Figure, sentence: Sentence) -> str:
    end = figure.measure.span.start - sentence.span.start
    return sentence.low[max(0, end - CLAUSE_REACH) : end]


def in_season(figure: Figure, sentence: Sentence, *, yearly: bool = False) -> bool:
    """Whether the figure is about a season, that belongs to no period; a ``yearly`` report tells of all of them."""
    if not sentence.cues & SEASON:
        return False
    if figure.unit in _YIELDS and not yearly and ("lúa" in figure.low_before or "vụ" in figure.low_after):
        return True
    words = near(figure, sentence, _SEASON_BEHIND)
    end = min(figure.measure.span.end - sentence.span.start, CLAUSE_REACH)
    own = max(0, end - len(figure.written))
    if _STRUCK.search(figure.low_after[:_SEASON_BEHIND]) and "mùa khô" not in sentence.low:
        return False
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
