"""A month that the words beside it contradict: its name is left over from another report.

Finds         chỉ số tháng 8/2022 tăng 3,47% so với tháng 8/2022 · trong tháng 9 thu 41 tỷ đồng, hơn tháng 9 2 tỷ đồng
              tháng Mười Một tăng 2,6% so với tháng Tám (tháng trước) · in a report of April, with "tháng trước" behind
              it: So với tháng 4, số cấp mới tăng 12 giấy
              chi tháng 8 ước 46 tỷ đồng, đưa tổng chi 9 tháng lên 398 tỷ đồng · tháng 4 thu 9,8 tỷ đồng; tính chung 3
              tháng được 41 tỷ đồng
Leaves alone  so với tháng 8 năm trước · tháng 2 thu 4 tỷ đồng, tháng 3 thu 5 tỷ đồng, cộng 2 tháng 9 tỷ đồng · tháng 12
              ước 50 tỷ đồng, lũy kế 11 tháng 500 tỷ đồng
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12,
}  # fmt: skip
_NUMBER = r"(?P<n>1[0-2](?!\d)|0?[1-9](?!\d)|(?-i:Mười (?:Một|Hai)|Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười)\b)"
_MONTH = re.compile(
    rf"(?<!\d )\btháng\s+{_NUMBER}(?:(?:\s?[/-]\s?|\s+năm\s+)(?P<y>20\d\d))?(?![\d/]|[.,]\d)", re.IGNORECASE
)
_VERSUS = re.compile(r"(?:\bso(?:\s+với)?|\bhơn|\bkém)(?: +cuối)? +\Z", re.IGNORECASE)
_ELSEWHEN = re.compile(r"(?:cùng kỳ|\bđến|\btừ|\bngày\s+\d{1,2}|\bhết|\d)(?: +cuối)? +\Z", re.IGNORECASE)
_OF_ANOTHER_YEAR = re.compile(r"\s*\(?(?:(?:của\s+)?năm|cùng kỳ|ngoái|trước đó)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(r"\s*\(\s*(?:tức\s+|là\s+)?tháng\s+(?:liền\s+)?trước", re.IGNORECASE)
# Matched against small letters.
_ADDED = re.compile(
    r"\b(?P<raised>nâng|đưa)\b(?:(?!\bhạn\b|thời gian)[^.;:\n\d]){0,40}?\s(?P<a>[2-9]|1[0-2])\s+tháng\b"
    r"|\b(?:lũy kế|luỹ kế|cộng dồn|tính chung|tổng cộng)[^.;:\n\d]{0,25}?\s(?P<b>[2-9]|1[0-2])\s+tháng\b"
)
_OTHER_MONTHS = re.compile(r"\s+(?:trước|cuối|tới|sau|còn lại|qua|của năm)|\s+năm\s+20\d\d", re.IGNORECASE)
_ADDING = anchors("nâng ", "đưa ", "lũy kế", "luỹ kế", "cộng dồn", "tính chung", "tổng cộng")
_NAMED = anchors(r"tháng\s")
_BEFORE = re.compile(r"tháng (?:liền )?trước", re.IGNORECASE)
_ESTIMATED = re.compile(r"\bước\b|dự kiến", re.IGNORECASE)
_STOP, _FULL_STOP = re.compile(r"[.;]\s|\n"), re.compile(r"\.\s|\n")
_WIDTH = 240
_LEAD, _LONGEST, _SPREAD = 2, 30, 60


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the months that cannot be what the words beside them say."""
    content = draft.text.content
    low = lowered(content)
    named = list(find_near(_MONTH, content, low, _NAMED, _LEAD, _LONGEST))
    for place, month in enumerate(named):
        if _VERSUS.search(content, max(month.start() - 20, 0), month.start()):
            yield from _compared(draft, named, place)
    yield from _added(content, low, named)


def _compared(draft: Draft, named: list[re.Match[str]], place: int) -> Iterator[Finding]:
    """A month with which figures are compared: it is no other than the one they are of."""
    content, other = draft.text.content, named[place]
    number = _number(other)
    start, stop = _sentence(content, other)
    before = [one for one in named[max(place - 4, 0) : place] if one.start() >= start]
    own = _own_month(draft)
    now = before[-1] if before else None
    if now is not None:
        words = content[max(now.start() - 20, 0) : now.start()]
        if _ELSEWHEN.search(words) or _VERSUS.search(words):
            return
        own = _number(now)
    if _MONTH_BEFORE.match(content, other.end()):
        if own and number % 12 + 1 != own:
            yield _finding(other, f"tháng trước của tháng {own} là tháng {_previous(own)}", own)
        return
    if own != number or _OF_ANOTHER_YEAR.match(content, other.end()):
        return
    if now is None:
        line = content.rfind("\n", 0, other.start())
        ahead = {_number(one) for one in named[max(place - 8, 0) : place] if one.start() > line}
        told = _BEFORE.search(content, other.end(), stop) is not None and draft.facts.header.type == "report"
        same = told and not other["y"] and number % 12 + 1 not in ahead
    else:
        same = now["y"] == other["y"] or other["y"] is None
    if same:
        yield _finding(other, f"số liệu tháng {number} được so với chính tháng {number}", number)


def _added(content: str, low: str, named: list[re.Match[str]]) -> Iterator[Finding]:
    """The months so far end in the one whose figure is added."""
    at = 0
    for added in find_near(_ADDED, low, low, _ADDING, 1, _SPREAD):
        count = int(added["a"] or added["b"])
        while at < len(named) and named[at].end() <= added.start():
            at += 1
        start, stop = _sentence(content, added)
        inside = [one for one in named[max(at - 6, 0) : at] if one.start() >= start]
        if not inside or _OTHER_MONTHS.match(content, added.end()):
            continue
        month = inside[-1]
        number, words = _number(month), content[month.end() : added.start()]
        behind = [_number(one) for one in named[at : at + 3] if one.end() <= stop]
        if abs(number - count) != 1 or month["y"] or len(inside) == count or count in behind:
            continue
        before = content[max(month.start() - 20, 0) : month.start()]
        if _ELSEWHEN.search(before) or _VERSUS.search(before):
            continue
        told = f"{content[max(start, month.start() - 30) : month.start()]}{words}"
        if number > count and not added["raised"] and (_ESTIMATED.search(told) or words.endswith("(")):
            continue  # tháng 12 ước 50 tỷ đồng, lũy kế 11 tháng 500 tỷ đồng
        if not re.search(r"\d", content[start : month.start()] + words):
            continue
        message = f"số của tháng {number} được cộng thành {count} tháng"
        yield Finding("TG601", Span(*month.span()), "doubtful", message, "xem lại tên tháng hoặc số tháng lũy kế")


def _number(month: re.Match[str]) -> int:
    return int(month["n"]) if month["n"].isdecimal() else _WORDS[month["n"].lower()]


def _previous(month: int) -> int:
    return (month + 10) % 12 + 1


def _own_month(draft: Draft) -> int:
    """The month that the document reports on; 0 where it is none of one month."""
    match = re.fullmatch(r"\d{4}-(\d{2})", draft.facts.header.period or "")
    return int(match[1]) if match else 0


def _sentence(content: str, month: re.Match[str]) -> tuple[int, int]:
    """Where the sentence of a month begins and ends; a semicolon parts the clauses of one."""
    start = max(month.start() - _WIDTH, 0)
    cut = [stop.end() for stop in _FULL_STOP.finditer(content, start, month.start())]
    end = _STOP.search(content, month.end(), month.end() + _WIDTH)
    return cut[-1] if cut else start, end.start() if end else min(month.end() + _WIDTH, len(content))


def _finding(other: re.Match[str], message: str, own: int) -> Finding:
    mend = f"sửa thành tháng {_previous(own)} nếu so với tháng trước"
    return Finding("TG601", Span(*other.span()), "doubtful", message, mend)
