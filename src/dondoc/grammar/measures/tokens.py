"""Numbers inside a code, a date, a clock time, a list number or a word: passed over whole.

Finds         63/NQ-CP · 05/6/2023 · đến 31-10 · 17h30 · 2021-2025 · 0294.3855123 · Covid-19
              "2.1 Công nghiệp" opening a line · 3 ca, 4 kíp · tăng trưởng 2 con số: sayings
Leaves alone  711ha/600 ha · 02/12 đơn · 2-3% · a line that opens with "12 hộ"
"""

import re

from dondoc.grammar.measures.candidate import Candidate, Reading
from dondoc.grammar.measures.durations import is_hours_of, is_stretch_of
from dondoc.grammar.measures.unit_words import CAPITALS, LETTERS

# "bầu đủ 24/24 đại biểu": so many of so many, and not round the clock.
_THINGS = (
    "đại[ ]biểu|xã|phường|thôn|khu|chỉ[ ]tiêu|tiêu[ ]chí|trường|hộ|công[ ]dân|thanh[ ]niên|đảng[ ]viên|nhiệm[ ]vụ|"
    "hồ[ ]sơ|đơn|vụ|đồng[ ]chí|cơ[ ]quan|sở|tàu|công[ ]trình"
)
_SHAPE = re.compile(
    rf"""[0-9]{{1,2}}[ ]?[/.-][ ]?[0-9]{{1,2}}[ ]?[/.-][ ]?(?:19|20)[0-9]{{2}}(?![0-9])
      | [0-9]{{1,2}}[/-](?:19|20)[0-9]{{2}}(?![0-9.,])
      | (?:19|20)[0-9]{{2}}[ ]?[-–/][ ]?(?:19|20)?[0-9]{{2}}(?![0-9.,%])
      | [0-9]{{1,9}}(?:/[0-9]{{1,9}}){{0,4}}(?:/|[-–](?=[A-ZĐ]))[A-ZĐ][\w{LETTERS}/.–-]*
      | [0-9]{{1,2}}[ ]?(?:h|g|giờ)(?![{LETTERS}/])(?:[ ]?[0-9]{{1,2}}(?:[ ]?(?:phút|p|'))?(?![0-9.,]))?
      | [0-9]+:[0-9]+(?::[0-9]+)?
      | 0[0-9]{{2,4}}[. ][0-9]{{3,}}(?:[. ][0-9]{{3,}})*
      | 24/(?:24|7)(?:[ ]?(?:giờ|h)\b)?(?![ ](?:{_THINGS})\b)
    """,
    re.VERBOSE,
)
_DASHED = re.compile(r"(?P<day>[0-9]{1,2})-(?P<month>1[0-2]|0?[1-9])(?![0-9.,/-])(?! ?%)")
_TIMES = frozenset({"ngày", "đến", "trước", "hết", "từ", "sau", "lễ", "dịp", "vào"})
_MOTTO = re.compile(r"0?[1-9]\s(?:ca,?\s(?:0?[1-9]|bốn)\skíp|con\ssố)\b", re.IGNORECASE)
_AFTER_SHAPE = frozenset("/-–:hg .")
_HOURS = re.compile(r"[0-9]{1,3}[ ]giờ(?![ ]?[0-9])")
_LIST_NUMBER = re.compile(rf"[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,4}}[ ](?=[{CAPITALS}][{LETTERS}])")
_CURRENCIES = frozenset({"USD", "EUR", "VND", "VNĐ"})  # 486,7 triệu USD/720 triệu USD: two amounts, no code
_DURATION = frozenset({"vòng", "trong", "hạn", "dài", "quá", "đa", "thiểu", "nhất"})


def skip_glued(candidate: Candidate) -> Reading | None:
    """A number tied by a hyphen or slash to a word before it ("Covid-19", "A/H5")."""
    text, start = candidate.text, candidate.start
    if start < 2 or text[start - 1] not in "-–/":
        return None
    before = text[start - 2]
    money = text[max(0, start - 4) : start - 1] in _CURRENCIES
    tied = before.isalpha() and (text[start - 1] != "/" or (before.isupper() and not money))
    return Reading((), candidate.end) if tied else None


def skip_motto(candidate: Candidate) -> Reading | None:
    """Numbers of a saying: "thi công 3 ca, 4 kíp", "tăng trưởng 2 con số"."""
    match = _MOTTO.match(candidate.text, candidate.start)
    return Reading((), match.end()) if match is not None else None


def skip_code(candidate: Candidate) -> Reading | None:
    """A date, a document number, a clock time, a span of years, a telephone number."""
    text, end = candidate.text, candidate.end
    if end < len(text) and text[end] not in _AFTER_SHAPE and "." not in candidate.written:
        return None
    match = _SHAPE.match(text, candidate.start) or _dashed_day(candidate)
    if match is None:
        return None
    if _HOURS.fullmatch(match[0]) and (
        not _DURATION.isdisjoint(candidate.words[-2:])
        or is_hours_of(text, match.end())
        or is_stretch_of(text, candidate.start, match.end())
    ):
        return None
    return Reading((), max(end, match.end()))


def _dashed_day(candidate: Candidate) -> re.Match[str] | None:
    """``đến ngày 31-3 giải ngân``: the day and its month behind a word of time; no range falls so."""
    match = _DASHED.match(candidate.text, candidate.start)
    timed = match is not None and candidate.words and candidate.words[-1] in _TIMES
    return match if match is not None and timed and int(match["day"]) > int(match["month"]) else None


def skip_list_number(candidate: Candidate) -> Reading | None:
    """The number of a heading that opens a line ("2.1 Công nghiệp", "3 Giáo dục")."""
    text, start = candidate.text, candidate.start
    if candidate.words or "," in candidate.written or candidate.written.startswith("0"):
        return None
    before = start - 1
    while before >= 0 and text[before] in " *-–•+":
        before -= 1
    if before >= 0 and text[before] != "\n" and not (text[before] in ";." and "." in candidate.written):
        return None
    return Reading((), candidate.end) if _LIST_NUMBER.match(text, start) else None
