"""The month, quarter or year of an earlier report, left in this one.

Finds         in a report of November 2023: "Trong tháng 10, ..." · "KẾT QUẢ THÁNG 10" · "nhiệm vụ trọng tâm tháng 11" ·
              "thu ngân sách tháng 10 ước đạt" · "Trên đây là báo cáo ... tháng 10" ·
              "10 tháng đầu năm" where the title says 11 · "tháng 11/2022" · a title whose month the date contradicts
Leaves alone  so với tháng 10 · cùng kỳ tháng 11/2022 · ngày 15 tháng 10 · từ tháng 8 đến tháng 10 · tasks with a month
              of their own · whatever the title names
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import anchors, lowered, windows
from dondoc.text import Span

# Both are matched against small letters; each begins with a letter or a class, which makes the search fast.
_MONTH = re.compile(
    r"tháng(?<!\wtháng)\s+(?P<n>0?[1-9]|1[0-2])(?:\s?/\s?|\s+năm\s+)?(?P<y>(?<=[/ m])20[0-9]{2})?"
    r"(?![0-9/]|[.,][0-9])(?P<more>\s*(?:,|và|-|–|đến|&)\s*(?:tháng\s+)?[0-9]{1,2}(?![0-9]*\s*tháng))?"
)
_SO_FAR = re.compile(
    r"(?P<k>[0-9](?<![\w/.,][0-9])(?:(?<=0)[2-9]|(?<=1)[0-2]|(?<=[2-9])))\s+tháng"
    r"(?P<of>(?:\s+đầu)?\s+năm(?:\s+(?P<y>20[0-9]{2}))?)?"
)
_MONTH_WORD, _SPREAD = anchors("tháng"), (8, 64)
# How far the words before a month and before the months so far reach, and the marks they end at.
_MONTH_LEAD = (60, "\n.;:,()")
_SO_FAR_LEAD = (40, "\n.;:()")
_COMPARED = re.compile(
    r"\bso\b|\bvới\b|cùng kỳ|trước|\btừ\b|\bđến\b|\bngày\b|\bkhóa\b|\bhết\b|\bsau\b|\bcuối\b|\bnăm\s+20|báo cáo|\bquý\b"
    r"|[0-9]\s*$|[0-9][^0-9]{0,20}\scủa\s*$",  # cao hơn con số 1,4 tỷ đồng của tháng 7
    re.IGNORECASE,
)
_ADDED_UP = re.compile(r"(?:lũy kế|luỹ kế|tính chung|tổng)\s+\Z", re.IGNORECASE)
_TOLD = re.compile(r"(?:^|\s)(?:trong|ước(?:\s+thực\s+hiện|\s+tính)?|kết quả(?:\s+\S+){0,6})\s*$", re.IGNORECASE)
# "đã được Bộ chấp thuận điều chỉnh trong tháng 4": what was decided then, and no figure of that month.
_DECIDED = re.compile(
    r"\b(?:điều chỉnh|phê duyệt|chấp thuận|ban hành|quyết định|khởi công|khánh thành|bàn giao|thông qua|ký)"
    r"(?:\s+\S+){0,3}?\s+trong\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\btrên đây là\b", re.IGNORECASE)
_ESTIMATED = re.compile(
    r"(?:\s+(?:toàn\s+)?(?:tỉnh|huyện|thành phố|xã|thị xã))?\s+ước\s+(?:đạt|thực hiện|tính|là|[0-9])"
)
_RESULT_HEAD = re.compile(r"kết quả|tình hình|đánh giá|công tác", re.IGNORECASE)
_TASK_HEAD = re.compile(r"nhiệm vụ|phương hướng|kế hoạch|trọng tâm|giải pháp|chương trình công tác", re.IGNORECASE)
_DOING = re.compile(r"(?:thực hiện|triển khai|hoàn thành|ban hành|xây dựng)\b", re.IGNORECASE)
_HEADING = 160
_LATE = 75
_AROUND = 140
_ENDS = re.compile(r"\.\s|\n")


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the periods that do not belong to the month the document reports on."""
    header = draft.facts.header
    match = re.fullmatch(r"(\d{4})-(\d{2})", header.period or "")
    if match is None or header.type != "report":
        return
    year, month = int(match[1]), int(match[2])
    named = _title(draft)
    yield from _title_against_date(draft, year, month)
    tasks = [directive.span for directive in draft.facts.directives]
    starts = [span.start for span in tasks]
    for lead, found in _with_lead(_MONTH, draft.text.content, *_MONTH_LEAD):
        place = bisect_right(starts, found.start("n")) - 1
        in_task = place >= 0 and found.start("n") < tasks[place].end
        finding = _month(draft, lead, found, year, month, named, in_task)
        if finding:
            yield finding
    yield from _so_far(draft, year, month, named)


def _with_lead(words: re.Pattern[str], content: str, reach: int, marks: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The matches of ``words`` with what stands before them, as one pattern would find both: of several within
    ``reach`` of where their words begin the last, none inside another."""
    low = lowered(content)
    places = _places(words, low)
    end = index = 0
    while index < len(places):
        found = places[index]
        index += 1
        if found.start() < end:
            continue
        begin = max(end, found.start() - reach)
        begin = 1 + max(begin - 1, *(low.rfind(mark, begin, found.start()) for mark in marks))
        while index < len(places) and places[index].start() - begin <= reach:
            if any(low.find(mark, found.start(), places[index].start()) >= 0 for mark in marks):
                break
            found = places[index]
            index += 1
        yield content[begin : found.start()], found
        end = found.end()


def _places(words: re.Pattern[str], low: str) -> list[re.Match[str]]:
    """Every match of ``words`` in ``low``, also one that begins inside another."""
    places = []
    for start, end in windows(low, _MONTH_WORD, *_SPREAD):
        found = words.search(low, max(start, 0), end)
        while found is not None:
            places.append(found)
            found = words.search(low, found.start() + 1, end)
    return places


def _title(draft: Draft) -> frozenset[int]:
    """The months that the title names."""
    subject = draft.facts.header.subject or ""
    return frozenset(int(number) for number in re.findall(r"(?<![0-9/])(0?[1-9]|1[0-2])(?![0-9])", subject))


def _month(
    draft: Draft, lead: str, found: re.Match[str], year: int, month: int, named: frozenset[int], in_task: bool
) -> Finding | None:
    number = int(found["n"])
    closing = _CLOSING.search(lead) is not None
    if found["more"] or (_COMPARED.search(lead) and not closing):
        return None
    line = _line(draft, found.start("n"))
    heading = line is not None and len(line) <= _HEADING and line.rstrip()[-1:] not in ".;,"
    heading = heading and not _DOING.search(lead)
    following = month % 12 + 1
    stated = int(found["y"]) if found["y"] else None
    if heading and line is not None and _TASK_HEAD.search(lead) and not _RESULT_HEAD.search(lead):
        return _task_heading(found, number, stated, year, month, named)
    if in_task or number == following:
        return None
    begins = lead.strip() == "" and _opens(draft, found) and not _goes_on(draft, found, month)
    told = (
        closing
        or (_TOLD.search(lead) is not None and _DECIDED.search(lead) is None)
        or begins
        or _is_estimated(draft, found, number, month)
        or (heading and _RESULT_HEAD.search(lead) is not None)
    )
    if not told:
        return None
    if number != month and number not in named:
        return _finding(found, f"báo cáo tháng {month:02d}/{year} nhưng ghi tháng {found['n']}", f"tháng {month:02d}")
    if stated is not None and stated != year and number == month:
        return _finding(found, f"báo cáo tháng {month:02d}/{year} nhưng ghi năm {stated}", f"năm {year}")
    return None


def _is_estimated(draft: Draft, found: re.Match[str], number: int, month: int) -> bool:
    """``thu ngân sách tháng 10 ước đạt`` in November: the month before is no longer estimated."""
    end = found.end("y") if found["y"] else found.end("n")
    return number % 12 + 1 == month and _ESTIMATED.match(draft.text.content, end) is not None


def _task_heading(
    found: re.Match[str], number: int, stated: int | None, year: int, month: int, named: frozenset[int]
) -> Finding | None:
    """The tasks of the next month stand under its name."""
    following, its_year = month % 12 + 1, year + (month == 12)
    if number != following:
        if number == month and following not in named:
            return None
        message = f"báo cáo tháng {month:02d}/{year} nhưng đề mục nhiệm vụ ghi tháng {found['n']}"
        return _finding(found, message, f"tháng {following:02d}")
    if number == following and stated is not None and stated != its_year:
        return _finding(found, f"tháng sau tháng {month:02d}/{year} thuộc năm {its_year}", f"năm {its_year}")
    return None


def _finding(found: re.Match[str], message: str, right: str) -> Finding:
    end = found.end("y") if found["y"] else found.end("n")
    return Finding("TG601", Span(found.start(), end), "doubtful", message, f"sửa thành {right} nếu là số của kỳ này")


def _so_far(draft: Draft, year: int, month: int, named: frozenset[int]) -> Iterator[Finding]:
    """The months so far: as many as the report's own."""
    all_found = list(_with_lead(_SO_FAR, draft.text.content, *_SO_FAR_LEAD))
    counts = [int(found["k"]) for _, found in all_found]
    for (lead, found), count in zip(all_found, counts, strict=True):
        if found["of"] is None and not _ADDED_UP.search(lead):
            continue
        stale = count == month - 1 and count not in named and (month in counts or month in named)
        if not stale or _COMPARED.search(lead) or (found["y"] and int(found["y"]) != year):
            continue
        if _is_beside_month(draft.text.content, found, month):
            continue
        message = f"báo cáo tháng {month:02d}/{year} nhưng ghi lũy kế {count} tháng"
        span = Span(found.start("k"), found.end())
        yield Finding("TG601", span, "doubtful", message, f"sửa thành {month} tháng nếu là số của kỳ này")


def _is_beside_month(content: str, found: re.Match[str], month: int) -> bool:
    """``9 tháng đầu năm 2.929 tỷ đồng; ước tháng 10 là 488 tỷ đồng``: one sentence tells what was before this month."""
    before = _ENDS.split(content[max(found.start() - _AROUND, 0) : found.start()])[-1]
    words = f"{before}|{_ENDS.split(content[found.end() : found.end() + _AROUND])[0]}".lower()
    return re.search(rf"\btháng\s+0?{month}(?![0-9])|(?<![0-9]){month}\s+tháng", words) is not None


def _title_against_date(draft: Draft, year: int, month: int) -> Iterator[Finding]:
    """A report is dated in its month or soon after."""
    issued = draft.facts.header.issued or ""
    if len(issued) != 10:
        return
    day, first = date.fromisoformat(issued), date(year, month, 1)
    if first <= day and (day - first).days <= _LATE:
        return
    subject = draft.facts.header.subject
    at = draft.text.content.find(subject) if subject else -1
    found = re.compile(r"tháng\s+\d{1,2}", re.IGNORECASE).search(draft.text.content, max(at, 0))
    if found:
        message = f"báo cáo tháng {month:02d}/{year} nhưng văn bản đề ngày {day:%d/%m/%Y}"
        yield Finding("TG601", Span(*found.span()), "doubtful", message, "xem lại tháng trong tên báo cáo hoặc ngày ký")


def _line(draft: Draft, at: int) -> str | None:
    content = draft.text.content
    start = content.rfind("\n", max(0, at - 2 * _HEADING), at) + 1
    end = content.find("\n", at, at + 2 * _HEADING)
    if end < 0 and len(content) <= at + 2 * _HEADING:
        end = len(content)
    return None if end < 0 or at - start > _HEADING else content[start:end]


def _goes_on(draft: Draft, found: re.Match[str], month: int) -> bool:
    """``Tháng 10 thu 41 tỷ đồng, tháng 11 ước đạt 45 tỷ đồng``: the sentence comes to the month itself."""
    words = _ENDS.split(draft.text.content[found.end() : found.end() + _AROUND])[0]
    return re.search(rf"\btháng\s+0?{month}(?![0-9])", words, re.IGNORECASE) is not None


def _opens(draft: Draft, found: re.Match[str]) -> bool:
    """Whether the month begins a sentence."""
    before = draft.text.content[max(0, found.start() - 4) : found.start()].rstrip(" *_-+")
    return before == "" or before[-1] in ".\n"
