"""A weekday that is not that of its day.

Finds         thứ Hai, ngày 21/11/2023 (a Tuesday) · Thứ 6 (ngày 24/11/2022) · Chủ nhật ngày 18/11/2023
Leaves alone  thứ Ba, ngày 21/11/2023 · thứ Sáu hằng tuần · lần thứ hai, ngày 21/11/2023
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.times.written import written_days
from dondoc.text import Span

_NAMES = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_WEEKDAY = re.compile(
    r"(?:[Tt]hứ\s+(?P<name>[Hh]ai|[Bb]a|[Tt]ư|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|(?P<sunday>[Cc]hủ\s+[Nn]hật))"
    r"\s*[,(–-]?\s*(?:ngày\s+)?(?=ngày\s|[0-9]{1,2}\s?[/-]\s?[0-9]{1,2}\s?[/-]\s?(?:19|20)[0-9]{2}|(?<=ngày\s)[0-9])",
)
_COUNTED = re.compile(r"(?:lần|khóa|kỳ họp|phiên họp)\s\Z|\w\Z")
_SHOWN = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WIDTH = 40


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the weekdays that the calendar speaks against."""
    content = draft.text.content
    for match in _weekdays(content):
        if _COUNTED.search(content, max(0, match.start() - 8), match.start()):
            continue
        begin = match.end() - 5 if content[match.end() - 5 : match.end()].lower() == "ngày " else match.end()
        written = next(written_days(content, begin, begin + _WIDTH), None)
        if written is None or written.span.start > match.end() + 2:
            continue
        day = written.on_calendar()
        if day is None or day.weekday() == _weekday(match):
            continue
        right = _SHOWN[day.weekday()]
        message = f"ngày {day:%d/%m/%Y} là {right}, văn bản ghi {_SHOWN[_weekday(match)]}"
        span = Span(match.start(), match.start() + len(match[0].rstrip(" ,(–-")))
        named = match.span("name") if match["name"] else match.span("sunday")
        span = Span(match.start(), named[1])
        yield Finding("TG603", span, "error", message, f"sửa thành {right}", (written.span,))


def _weekdays(content: str) -> Iterator[re.Match[str]]:
    """The weekdays: their two letters are found much faster than the pattern is tried at every place."""
    for letters in ("hứ", "hủ"):
        at = content.find(letters)
        while at >= 0:
            match = _WEEKDAY.match(content, at - 1) if at else None
            if match:
                yield match
            at = content.find(letters, at + 1)


def _weekday(match: re.Match[str]) -> int:
    """0 for Monday, as the calendar counts."""
    if match["sunday"]:
        return 6
    name = match["name"].lower().replace("bốn", "tư")
    return int(name) - 2 if name.isdecimal() else _NAMES.index(name)
