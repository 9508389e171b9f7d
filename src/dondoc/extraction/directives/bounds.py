"""What bounds and grounds an action: its deadline, the documents it rests on, the product it is to deliver.

Finds         trước ngày 30/6 · hoàn thành chỉ tiêu năm 2025 · theo Kế hoạch số 85/KH-UBND
              documents cited in an anchored footnote
Leaves alone  giai đoạn 2021 - 2025 · Kế hoạch ... năm 2023 (part of a name) · Kế hoạch that is itself the product
"""

import re
from datetime import date

from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.facts import Deadline, Reference
from dondoc.grammar.anchors import lowered
from dondoc.grammar.context import TimeContext
from dondoc.text import Span

_GOAL_YEAR = re.compile(
    r"(?:hoàn thành|phấn đấu|đạt và vượt|vượt mức|vượt)[^.;]{0,120}?(?:chỉ tiêu|mục tiêu|nhiệm vụ|dự toán|"
    r"thu ngân sách)(?:(?! số \d)[^.;]){0,80}?(?P<year>năm\s+(?P<number>20\d{2}))",
    re.IGNORECASE,
)
_STRIVE_YEAR = re.compile(
    r"(?:phấn đấu|trong)\s+(?P<year>năm\s+(?P<number>20\d{2}))\s+(?:phải\s+)?(?:hoàn thành|đạt|có)", re.IGNORECASE
)
_TARGETS_YEAR = re.compile(
    r"(?:chỉ tiêu|mục tiêu)[^.;,]{0,60}?(?P<year>năm\s+(?P<number>20\d{2}))[^.;]{0,200}(?:phấn đấu|hoàn thành)",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"phấn đấu[^.;]{0,80}?(?P<year>cả\s+năm(?:\s+(?P<number>20\d{2}))?)", re.IGNORECASE)
_PRODUCT_END = re.compile(r"\s(?:trước|trong|chậm nhất|để|nhằm|trình|báo cáo|gửi|theo|xong|hoàn thành|và)\s")
_GOAL_REACH = 200
_GOAL_VERB = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn tất|phấn đấu|đạt và vượt|vượt mức|đạt|vượt|xong|chuyển biến|dứt điểm|"
    r"trình kỳ họp)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:Kế hoạch|Đề án|Chương trình|Nghị quyết|Quyết định|Báo cáo|Dự án|phong trào|Quy hoạch|nhu cầu|nguồn vốn|"
    r"danh mục|hồ sơ|thuyết minh|công tác|vốn)[^,;]{0,120}\Z|chuyển sang\s*\Z",
)
# A day right behind one of these is the document's own.
_DATED = re.compile(r"(?:Kế hoạch|Đề án|Nghị quyết|Quyết định|Báo cáo|Thông báo|Công văn|Chỉ thị|số \d\S*)\s*\Z")
# A length to be reached, not a limit: "rút ngắn xuống còn không quá 02 ngày".
_SHORTENED = re.compile(r"(?:xuống|còn|xuống còn|giảm còn)\s+\Z", re.IGNORECASE)
_OPENS = re.compile(r"[\W_]*(?:đồng thời,?\s+|riêng\s+)?", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:hiện đã|đi vào|thường|bước vào|chuyển tiếp|so với[^,;]{0,60})\s*\Z", re.IGNORECASE)
# Matched against small letters.
_PRODUCT = re.compile(
    r"(?:tham mưu|xây dựng|ban hành|trình|lập|hoàn thiện|hoàn chỉnh|soạn thảo|báo cáo)\s+(?:ubnd tỉnh\s+|"
    r"ủy ban nhân dân tỉnh\s+)?(?:ban hành\s+)?"
    r"(?P<product>(?:dự thảo\s+)?(?:kế hoạch|đề án|chương trình|báo cáo|tờ trình|nghị quyết|quyết định|quy chế|"
    r"quy định|phương án|văn bản|hồ sơ|danh mục|công văn|chỉ thị|dự toán|quy hoạch|đề cương)[^,;.:()]{0,120})",
)


def deadline_of(page: Page, clause: Span, context: TimeContext) -> Deadline | None:
    """The words of ``clause`` that bound it in time: the last that can be put on a day, else the last."""
    found = [one for one in page.deadlines_in(clause) if _bounds(page.content, clause, one)]
    if not found:
        return _goal_year(page.content, clause, context)
    dated = [one for one in found if one.by is not None]
    return dated[-1] if dated else found[-1]


def _bounds(content: str, clause: Span, deadline: Deadline) -> bool:
    """Whether the words set a limit themselves, or stand beside a verb of completion and in no name."""
    if _SHORTENED.search(content, max(clause.start, deadline.span.start - 24), deadline.span.start):
        return False
    if ".weak." not in deadline.rule:
        return True
    if _OPENS.fullmatch(content, clause.start, deadline.span.start) and not deadline.rule.endswith((".part", ".title")):
        return phrase_at(content, deadline.span.end, clause.end, "actions", "modals", "weak_actions") is not None
    start = max(clause.start, deadline.span.start - _GOAL_REACH)
    start = max(start, content.rfind(";", start, deadline.span.start) + 1)
    before = content[start : deadline.span.start]
    goals = list(_GOAL_VERB.finditer(before))
    if not goals:
        return False
    named = _NAMED.search(before, goals[-1].end())
    if named is not None and deadline.rule == "deadline.weak.date":
        named = _DATED.search(before, goals[-1].end())
    return named is None and not _BACKGROUND.search(before)


def _goal_year(content: str, clause: Span, context: TimeContext) -> Deadline | None:
    """ "hoàn thành các chỉ tiêu năm 2025": a goal of a year is due on its last day."""
    if content.find("năm", clause.start, clause.end) < 0:
        return None
    for pattern in (_STRIVE_YEAR, _GOAL_YEAR, _TARGETS_YEAR, _WHOLE_YEAR):
        match = pattern.search(content, clause.start, clause.end)
        year = None if match is None else int(match.group("number") or 0) or context.year
        if match is not None and year is not None:
            return Deadline(Span(*match.span("year")), date(year, 12, 31), "deadline.goal_year")
    return None


def references_of(page: Page, clause: Span) -> tuple[Reference, ...]:
    """The documents cited in ``clause`` and in the footnotes anchored in it, each once."""
    found: dict[str, Reference] = {}
    for reference in page.references_in(clause):
        found.setdefault(reference.text, reference)
    for note in page.notes_in(clause):
        cited = page.references_in(note.span)
        if cited and cited[0].span.start - note.span.start < 12:
            named = {(r.type, r.number) for r in found.values()}
            if (cited[0].type, cited[0].number) not in named:
                found.setdefault(cited[0].text, cited[0])
    return tuple(found.values())


def product_of(content: str, clause: Span) -> Span | None:
    """The document or file that the action is to deliver."""
    match = _PRODUCT.search(lowered(content[clause.start : clause.end]))
    if match is None:
        return None
    start, end = (clause.start + at for at in match.span("product"))
    words = _PRODUCT_END.split(content[start:end], maxsplit=1)[0].rstrip(" *_")
    return Span(start, start + len(words))
