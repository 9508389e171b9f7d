"""The year that a text which bears no date speaks of.

Finds         Năm 2021, tỉnh có 12 xã đạt chuẩn: the first year that nothing is compared with
              tăng 8% so với cùng kỳ năm 2017 · so cùng kỳ 2017 · hơn 6 tháng đầu năm 2017: the year after
              bán lẻ tháng sáu tăng 8% so với tháng 6/2017: the year after · so với tháng 5/2017: that year
              giảm 4% so với năm 2015, ... giảm 9% so với năm 2015, where no other year is named: the year after
              a document cited that is of a later year: its year
              6 tháng đầu năm 2017, of a later year than any other: that one
Leaves alone  giai đoạn 2016 - 2020 · cao nhất kể từ năm 2011 · So với năm 2016, said once: years ago or one
"""

import re
from collections import Counter

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_COMPARED = re.compile(
    r"(?:cùng kỳ|so sánh|so với|so năm|giai đoạn|nhiệm kỳ|(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn)[^.;]*\Z"
    r"|\b(?:so|hơn|kém|bằng [\d,]+\s?%(?: của)?)(?: (?:tháng|quý) \w+| [\w ]{0,12}tháng(?: đầu| cuối)?)?"
    r"(?:\s+năm\s+|[/ ])\Z"
    r"|\btừ\s+(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\Z"
    r"|(?:\btừ|\btrước|\bsau|(?<!tính )(?<!kể )\bđến(?: cuối| hết)?|\btầm nhìn)\s+(?:năm\s+)?\Z"
)
_THAN = r"(?:\bso (?:với )?|\bhơn (?:so với )?|\bkém |\bbằng [\d,]+\s?% (?:so với |của )?)"
_PART = r"(?:(?:\d{1,2}|ba|sáu|chín) tháng(?: đầu| cuối)?|nửa (?:đầu|cuối))"
_OF_YEAR = r"(?: của)?(?: năm ?|[ /])(?P<year>20\d\d)(?!\d|\s*[-–])"
# "so với 6 tháng đầu năm 2016", "cùng kỳ tháng 6/2016", "cùng kỳ 2016": a year before.
_SAME_PERIOD = re.compile(
    rf"(?:cùng (?:kỳ|thời điểm|thời gian|tháng|quý)(?: của)?(?: (?:tháng \d{{1,2}}|quý [ivx\d]{{1,3}}|{_PART}))?"
    rf"|{_THAN}(?:thời điểm )?(?:cuối|{_PART})){_OF_YEAR}",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"{_THAN}(?P<part>(?:tháng|quý) [^\W_]+){_OF_YEAR}", re.IGNORECASE)
_YEAR_BEFORE = re.compile(rf"{_THAN}(?:cả )?(?:năm )?(?P<year>20\d\d)(?!\d|\s*[-–])", re.IGNORECASE)
# Nothing cites a document of a later year: "Nghị quyết số 01/NQ-CP ngày 08/01/2022".
_CITED = re.compile(
    r"(?:Nghị quyết|Quyết định|Thông báo|Kế hoạch|Chỉ thị|Công văn|Công điện|Nghị định|Thông tư)\s(?:số\s*)?\d+"
    r"(?:/[^\s]{2,30})?,?\s+ngày\s+\d{1,2}(?:[/.-]|\s+tháng\s+)\d{1,2}(?:[/.-]|\s+năm\s+)(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)
# Nothing is told of the first months of a year to come: "cao hơn mức 6 tháng đầu năm 2017".
_FIRST_MONTHS = re.compile(
    r"(?<!cho )(?<!trong )(?<!đến )(?<!hết )(?<!phấn đấu )(?<!nhiệm vụ )"
    r"(?<!kế hoạch )(?<!phương hướng )(?<!giải pháp )(?<!trọng tâm )"
    rf"\b(?:(?:0?[2-9]|1[01]|ba|sáu|chín) tháng(?: đầu)?|nửa đầu|quý I){_OF_YEAR}",
    re.IGNORECASE,
)
# Nothing has happened yet in a year to come: "từ giữa năm 2018, công ty đã phát hiện ...".
_HAPPENED = re.compile(
    r"\b(?:từ|vào|trong|ngay) (?:(?:đầu|giữa|cuối|tháng \d{1,2}) )?(?:năm )?(?P<year>20\d\d)(?!\d|\s*[-–]),?"
    r"(?: (?!để\b|sẽ\b|theo\b)[^\s.;:]+){1,10}? đã\b(?! được (?:phê duyệt|giao|bố trí|phân bổ))",
    re.IGNORECASE,
)
_IN_WORDS = {
    "giêng": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8",
    "chín": "9", "mười": "10", "i": "1", "ii": "2", "iii": "3", "iv": "4",
}  # fmt: skip
_ENDS_YEAR = frozenset({"tháng 12", "quý 4"})
_NAMED = re.compile(r"\b(?:tháng|quý) [^\W_]+", re.IGNORECASE)
_OPENING = 4000
_REACH = 30
_TWICE = 2


def spoken_year(content: str) -> int | None:
    """Return the year that ``content`` speaks of, None where its words tell none."""
    opening = content[:_OPENING]
    cited = [int(found["year"]) for found in _CITED.finditer(content)]
    begun = [int(found["year"]) for found in _FIRST_MONTHS.finditer(opening)]
    begun += [int(found["year"]) for found in _HAPPENED.finditer(opening)]
    told = (first_year(opening), _after(opening), max(cited, default=None), max(begun, default=None))
    return max((year for year in told if year is not None), default=None)


def first_year(words: str | None) -> int | None:
    """The first year named that is not one compared with: "tăng 8% so với cùng kỳ năm 2017" says nothing of now, nor
    does "cao nhất kể từ năm 2011".
    """
    for match in _YEAR.finditer(words or ""):
        if not _COMPARED.search(match.string[max(0, match.start() - _REACH) : match.start()].lower()):
            return int(match.group())
    return None


def compared_years(words: str) -> Counter[int]:
    """How often ``words`` compare with each year as a whole: "giảm 4% so với năm 2015"."""
    return Counter(int(found["year"]) for found in _YEAR_BEFORE.finditer(words))


def _after(words: str) -> int | None:
    """The year that what is compared with tells: the one after the same months, or after the only year named at all."""
    years = {int(found["year"]) + 1 for found in _SAME_PERIOD.finditer(words)}
    compared = [*_MONTH.finditer(words)]
    if compared:
        named = Counter(_part(found.group()) for found in _NAMED.finditer(words))
        told = Counter(_part(found["part"]) for found in compared)
        for found in compared:
            part = _part(found["part"])
            years.add(int(found["year"]) + (part in _ENDS_YEAR or named[part] > told[part]))
    if not years:
        before = compared_years(words)
        once = len({found.group() for found in _YEAR.finditer(words)}) == 1
        years = {year + 1 for year, times in before.items() if once and times >= _TWICE}
    return max(years, default=None)


def is_year_before(compared: str, told: str) -> bool:
    """Whether a month or quarter ``compared`` with lies in the year before the one that the words ``told`` begin with.

    ``tháng 6 ... so với tháng 6/2017``: 2018; ``tháng 2 ... so với tháng 1/2017``: 2017; December ends one.
    """
    part, own = _part(compared), _NAMED.match(told)
    return part in _ENDS_YEAR or (own is not None and _part(own.group()) == part)


def _part(words: str) -> str:
    """``Tháng Sáu``, ``tháng 06`` → ``tháng 6``; ``quý II`` → ``quý 2``."""
    unit, _, number = words.lower().partition(" ")
    return f"{unit} {_IN_WORDS.get(number) or number.lstrip('0')}"
