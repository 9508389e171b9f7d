"""What bounds and grounds an action: its deadline, the documents it rests on, the product it is to deliver.

Finds         trước ngày 30/6 · hoàn thành chỉ tiêu năm 2025 · theo Kế hoạch số 85/KH-UBND
              documents cited in an anchored footnote
Leaves alone  giai đoạn 2021 - 2025 · Kế hoạch ... năm 2023 (part of a name) · Kế hoạch that is itself the product
"""

import re
from datetime import date

from dondoc.extraction.directives.goal_times import bounds_goal, in_month_of_heading
from dondoc.extraction.directives.heads import brackets
from dondoc.extraction.directives.other_times import is_of_others
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.facts import Deadline, Reference
from dondoc.grammar.context import TimeContext
from dondoc.text import Span

# The goals of a year, matched against small letters: "bảo đảm cả năm đạt 12%", "phấn đấu trong năm ...", and the year
# of targets that are striven for.
_GOAL_YEAR = re.compile(
    r"(?:phấn đấu|hoàn thành|bảo đảm|đảm bảo)[^.;]{0,80}?(?P<year>cả\s+năm(?:\s+(?P<number>20\d{2}))?"
    r"|(?:(?<=phấn đấu )|(?<=hoàn thành ))trong\s+năm(?!\s+(?:học|qua|tới|sau|trước|vừa|nay|\d)))(?!\w)"
)
_TARGETS_YEAR = re.compile(
    r"(?:chỉ tiêu|mục tiêu)[^.;,]{0,60}?(?P<year>năm\s+(?P<number>20\d{2}))[^.;]{0,200}(?:phấn đấu|hoàn thành)",
)
# What is to be reached in a year: "đề ra giải pháp để năm 2020 chỉ số thuộc nhóm dẫn đầu".
_SO_THAT_YEAR = re.compile(
    r"(?<!\w)để (?:đến )?(?P<year>(?:cả )?năm (?P<number>20\d{2}))\s[^;.]{0,80}?(?:thuộc|đạt|lọt|nằm trong|đứng|vào "
    r"nhóm|"
    r"có)(?!\w)"
)
_PRODUCT_END = re.compile(
    r"\s(?:trước|trong|chậm nhất|để|nhằm|(?<!hương\s)(?<!quy\s)(?<!công\s)trình|báo cáo|gửi|theo|xong|hoàn thành|"
    r"phù hợp|bảo đảm|"
    r"đảm bảo|đáp ứng|gắn với|(?:và|,) (?:tổ chức|triển khai|thực hiện|hướng dẫn|trình|gửi|báo cáo))\s"
)
# "lập hồ sơ": the kind of a paper alone is no product that one could ask for.
_BARE_WORDS = 2
_GOAL_REACH = 200
_GOAL_VERB = re.compile(
    r"(?<!\w)(?<!mức độ )(?<!tình hình )(?<!kết quả )(?<!không )(?<!chưa )(?:hoàn thành|hoàn tất|phấn đấu|đạt và vượt|"
    r"vượt mức|đạt|vượt|"
    r"xong|chuyển biến|dứt điểm|"
    r"trình kỳ họp)(?!\w)",
    re.IGNORECASE,
)
# What is handed in on a day, or in a month: "báo cáo UBND tỉnh ngày 25/4", "trình phê duyệt quý III".
_HANDING = re.compile(
    r"(?<!theo )(?<!chương )(?<!công )(?<!quy )(?<!quá )(?<!lộ )(?<!chế độ )(?<!hoàn thiện )(?<!\w)"
    r"(?:báo cáo|trình|gửi|nộp)(?:\s(?!của|số|tại|theo|về|định kỳ|kết quả công tác)[^\s,;.]{1,12}){0,9}\s*\Z|"
    r"(?<!chương )(?<!công )(?<!quy )(?<!quá )(?<!\w)trình\s[^,;.]{0,60}?"
    r"(?:phê duyệt|ban hành|xem xét|quyết định|thông qua)\s*\Z|"
    r"(?<!theo )(?<!\w)(?:báo cáo|gửi|nộp)(?:\s[^,;.]{0,90})?\s(?:về|cho|tới|"
    r"đến)\s[^,;.]{2,60}\s*(?:\([^()]{2,60}\)\s*)?\Z",
    re.IGNORECASE,
)
# What takes place on a day is due on it: "tổ chức lễ ra quân ngày 15/4", "chuẩn bị Đại hội ngày 20/6".
_HELD = re.compile(
    r"(?<!\w)(?:tổ chức|khai mạc|khai giảng|bế mạc|diễn ra|ra quân|khởi công|khánh thành|thông xe|sơ kết|tổng kết|họp|"
    r"làm việc|"
    r"ra mắt|phát động|công bố|trao|đối thoại|tham dự|lễ|hội nghị|hội thảo|hội thi|đại hội|kỳ thi|bầu cử|diễn tập)"
    r"(?!\w)(?:(?! số \d|hiệu lực)[^.;])*\Z",
    re.IGNORECASE,
)
# What is held in a month of a year, where the month is not that of a paper or of work told: "họp báo tháng 8/2026".
_HELD_IN = re.compile(
    r"(?<!\w)(?:tổ chức|khai mạc|diễn ra|khởi công|khánh thành|ra mắt|phát động|đối thoại|tham dự)\s[^.;,]{4,}"
    r"(?<!công tác )(?<!nhiệm vụ )(?<!kế hoạch )(?<!báo cáo )(?<!tình hình )(?<!kết quả )(?<!hoạt động )"
    r"(?<!trọng tâm )(?<!chương trình )(?<!dự toán )(?<!giao ban )(?<!từ )(?<!số liệu )\Z",
    re.IGNORECASE,
)
_NEAR = ("deadline.weak.near_period", "deadline.weak.this_period")
# The day of the meeting at which it was said: "Hội nghị tổ chức ngày 29/12, Thủ tướng nêu rõ ...".
_SPOKEN_THEN = re.compile(
    r"\)?,\s(?:[^\W\d_]+[\s,–-]+){1,16}?"
    r"(?:nêu rõ|yêu cầu|nhấn mạnh|chỉ đạo|kết luận|đề nghị|phát biểu|khẳng định)(?!\w)"
)
# Times that stand in no name of a paper.
_OWN = ("deadline.weak.date", *_NEAR)
_HANDED = ("deadline.weak.date", "deadline.weak.month", "deadline.weak.quarter", "deadline.weak.week", *_NEAR)
_NAMED = re.compile(
    r"(?:Kế hoạch|Đề án|Chương trình|Nghị quyết|Quyết định|Báo cáo|Dự án|phong trào|thi đua|khen thưởng|Quy hoạch|"
    r"báo cáo (?:kinh tế|tình hình|kết quả|tổng kết|sơ kết|chuyên đề)|nhu cầu|nguồn vốn|danh mục|hồ sơ|thuyết minh|"
    r"công tác|vốn)[^,;]{0,120}\Z|chuyển sang\s*\Z",
)
# What happened so many days before the document tells when it was done, not by when: "vào tháng 3, UBND tỉnh đã ...".
_LONG_PAST = 7
_OVER = 60
_DONE_THEN = re.compile(
    r"[^.;:]{0,70}?\s(?:đã|vừa)\s+(?:có|chỉ đạo|giao|yêu cầu|ban hành|ký|họp|tổ chức|đề nghị)(?!\w)"
)
# What was done in a time: "năm 2022 đã phát hiện 312 vụ", "tháng 8 toàn tỉnh mới giải ngân 20%".
_DONE_IN = re.compile(r",?\s+(?:[^\s\d,;.:]+\s){0,3}?(?:đã|mới chỉ|chỉ mới)\s(?!được giao|đề ra)[^,;.]{0,40}\d")
# A time that something is done through, not by: "hằng ngày trong dịp Tết".
_OCCASION = re.compile(r"(?:trong\s+)?(?:suốt\s+)?(?:dịp|những ngày|thời gian|kỳ nghỉ)(?!\w)", re.IGNORECASE)
# How long a kind of procedure may take: "thời gian thẩm định không quá 20 ngày".
_LASTS = re.compile(
    r"(?<!\w)[Tt]hời gian (?:thẩm định|giải quyết|xử lý|kiểm tra|thực hiện thủ tục)(?: [^\s,;.]+){0,6} \Z"
)
_OPENS = re.compile(r"[\W_]*(?:đồng thời,?\s+|riêng\s+)?", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:sang|hiện đã|đi vào|thường|bước vào|chuyển tiếp|so với[^,;]{0,60})\s*\Z", re.IGNORECASE)
# A feast without its name bounds nothing unless it is a limit: "giám sát dịch bệnh dịp Tết", not "trước Tết".
_FEAST_ALONE = re.compile(r"(?:trước, trong và sau |trong |nhân |phục vụ |dịp |trong dịp )*Tết")
# Matched against small letters.
_PRODUCT = re.compile(
    r"(?<!\w)(?:tham mưu|xây dựng|ban hành|trình|lập|hoàn thiện|hoàn chỉnh|soạn thảo|dự thảo|gửi|nộp)\s+(?:cho\s+)?"
    r"(?:(?:chủ tịch\s+|thường trực\s+|lãnh đạo\s+)?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân|"
    r"chính phủ|"
    r"thủ tướng chính phủ|thủ tướng|bộ|tỉnh ủy|huyện ủy|đảng ủy|cấp có thẩm quyền|cấp thẩm quyền)\s+(?:tỉnh|huyện|xã|"
    r"thành phố|"
    r"phường)?\s*)?(?:xem xét,?\s+)?(?:(?:ban hành|phê duyệt|quyết định|ký|thông qua)\s+)?"
    r"(?P<product>(?:dự thảo\s+)?(?:kế hoạch|đề án|chương trình|báo cáo|tờ trình|nghị quyết|quyết định|quy chế|"
    r"quy định|phương án|văn bản(?=\s+(?:hướng|chỉ|trả|thông|đôn|góp|báo))|hồ sơ|danh mục|công văn|chỉ thị|dự toán|"
    r"quy hoạch|đề cương|kịch bản|quy trình)"
    r"(?!\s+(?:về (?:sở|ubnd|bộ|ban|văn phòng|phòng|cục|ủy ban)|"
    r"này|trên|hiện hành|của pháp luật|đã|bộ|ubnd|ủy ban|uỷ ban|sở|thủ tướng|chính phủ|chủ tịch|ban thường|"
    r"thường trực|"
    r"hđnd|cấp|lãnh đạo))(?!\w)(?:[^,;.:()]|,(?=\s(?:chống|ngừa)\s)){0,120})"
    r"|(?P<written>báo cáo(?:\s[^,;.:()]{2,60}?)?\sbằng văn bản)",
)


def deadline_of(page: Page, clause: Span, context: TimeContext, told: int) -> Deadline | None:
    """The words of ``clause`` that bound it in time: the first that names a day, else a period, else the last.

    ``told`` is where the words of instruction begin; what merely names a year before them bounds nothing.
    """
    found = [
        one
        for one in page.deadlines_in(clause)
        if (one.span.start >= told or ".weak." not in one.rule)
        and _bounds(page.content, clause, one, context.issued)
        and not _is_told_aside(page, clause, one, context.issued)
    ]
    if not found:
        return _goal_year(page, Span(max(clause.start, told), clause.end), context)
    if page.narrates:  # what stands before the order is the day on which it was given
        found = [one for one in found if one.span.start >= told] or found
    dated = [one for one in found if one.by is not None]
    often = [one for one in found if one.recurrence in ("daily", "weekly")]
    if often and all(_OCCASION.match(page.content, one.span.start) for one in dated):
        return often[-1]
    if dated and all(one.rule == "deadline.weak.year" for one in dated):
        own = [one for one in dated if not _follows_plan(page.low, one)]
        dated = own if own or _limits(found) else dated
    told_by = next((one for one in dated if one.rule.endswith(_ON_DAYS)), dated[0]) if dated else found[-1]
    return in_month_of_heading(page.low, told_by, context.issued)


def _follows_plan(low: str, deadline: Deadline) -> bool:
    """Whether the year is only that of the plan: "di dời 100 hộ theo kế hoạch năm 2024 trước mùa mưa"."""
    return low.endswith(("kế hoạch ", "chỉ tiêu ", "dự toán ", "danh mục "), 0, deadline.span.start)


def _limits(found: list[Deadline]) -> bool:
    """Whether the last of ``found`` sets a limit, though no day is known of it."""
    return found[-1].by is None and ".strong." in found[-1].rule


# What brackets tell of a state, and what they ask for: "(nợ thuế đến 31/8 là 278 tỷ đồng)", "(xong trước ngày 5/6)".
_ASIDE_FIGURE = re.compile(r"\d[\d.,/]*\s?(?:%|[^\W\d_]{2,})")
_ASIDE_DONE = re.compile(r"\(\s*(?:hiện |đến nay |nay )?(?:đã|vừa|mới|đang)\s", re.IGNORECASE)
_ASIDE_ASKS = re.compile(
    r"(?<!\w)(?:hoàn thành|xong|trước|chậm nhất|thời hạn|thời gian|hạn|báo cáo|gửi|trình|phấn đấu|yêu cầu)(?!\w)",
    re.IGNORECASE,
)


def _is_told_aside(page: Page, clause: Span, deadline: Deadline, issued: date | None) -> bool:
    """Whether ``deadline`` stands in brackets that only give figures, and is no day still to come."""
    limit = deadline.span
    if deadline.by is not None and issued is not None and deadline.by > issued and deadline.rule.endswith(_ON_DAYS):
        return False
    around = next((one for one in brackets(page.content, clause) if one.start < limit.start < one.end), None)
    if around is not None and _ASIDE_DONE.match(page.content, around.start, around.end) is not None:
        return True
    if around is None or _ASIDE_ASKS.search(page.content, *around) is not None:
        return False
    return any(
        found.end() <= limit.start or found.start() >= limit.end
        for found in _ASIDE_FIGURE.finditer(page.content, *around)
    )


_ON_DAYS = ("before_day", "latest_day", "clock_day", "end_day", "until_day", "within_day", ".on_day", ".date")


def _bounds(content: str, clause: Span, deadline: Deadline, issued: date | None) -> bool:
    """Whether the words set a limit themselves, or stand beside a verb of completion and in no name."""
    start, end = deadline.span
    if (
        content.endswith("trước khi bước ", clause.start, start)
        or _LASTS.search(content, clause.start, start) is not None
    ):
        return False
    if is_of_others(content, clause, deadline) or _FEAST_ALONE.fullmatch(content, start, end) is not None:
        return False
    if bounds_goal(content, clause, deadline, issued):
        return True
    if deadline.by is not None and issued is not None and deadline.by.year < issued.year and _is_over(deadline, issued):
        return False
    if ".weak." not in deadline.rule:
        past = issued is not None and deadline.by is not None and (issued - deadline.by).days > _LONG_PAST
        passed = deadline.rule.endswith((".on_period", ".on_day"))
        done = past or _DONE_THEN.match(content, end, clause.end) or _SPOKEN_THEN.match(content, end, clause.end)
        return not (passed and done)
    if deadline.rule == "deadline.weak.so_far" or _DONE_IN.match(content, end, clause.end) is not None:
        return False
    if _OPENS.fullmatch(content, clause.start, deadline.span.start) and not deadline.rule.endswith((".part", ".title")):
        labels = content.startswith(":", deadline.span.end)
        return labels or phrase_at(content, end, clause.end, "actions", "modals", "weak_actions") is not None
    start = max(clause.start, deadline.span.start - _GOAL_REACH)
    start = max(start, content.rfind(";", start, deadline.span.start) + 1)
    before = content[start : deadline.span.start]
    goals = list(_GOAL_VERB.finditer(before))
    if not goals:
        return _is_handed_in(content, before, deadline, issued)
    own = deadline.rule in _OWN or _NAMED.search(before, goals[-1].end()) is None
    return own and not _BACKGROUND.search(before)


def _is_handed_in(content: str, before: str, deadline: Deadline, issued: date | None) -> bool:
    """Whether ``before`` names no completion, but what is handed in or held at that time."""
    dated = deadline.rule == "deadline.weak.date" and content[deadline.span.end - 1].isdigit()
    if deadline.rule == "deadline.weak.month" and "20" in content[deadline.span.start : deadline.span.end]:
        dated = _HELD_IN.search(before) is not None
    if dated and _is_to_be_held(content, before, deadline, issued):
        return True
    return deadline.rule in _HANDED and _HANDING.search(before) is not None


def _is_over(deadline: Deadline, issued: date) -> bool:
    """Whether the last day lay so far back when the document was issued that nothing could still be asked by it."""
    return deadline.by is not None and (issued - deadline.by).days > (_OVER if ".weak." not in deadline.rule else 0)


def _is_to_be_held(content: str, before: str, deadline: Deadline, issued: date | None) -> bool:
    """Whether the day behind ``before`` is still to come, and that of something held."""
    held = _HELD.search(before)
    if held is None or deadline.by is None or (issued is not None and deadline.by < issued):
        return False
    if _SPOKEN_THEN.match(content, deadline.span.end) is not None:
        return False
    return not before.rstrip().endswith(("sáng", "chiều", "tối", "trưa"))


_GOALS = (("targets", _TARGETS_YEAR), ("strive", _GOAL_YEAR))


def _goal_year(page: Page, clause: Span, context: TimeContext) -> Deadline | None:
    """ "bảo đảm cả năm đạt 12%": a goal of a year is due on its last day."""
    if page.content.find("năm", clause.start, clause.end) < 0:
        return None
    for cue, pattern in _GOALS:
        match = page.cues.search(cue, pattern, page.low, clause.start, clause.end)
        year = None if match is None else int(match.group("number") or 0) or context.year
        over = year is not None and context.issued is not None and year < context.issued.year
        if match is not None and year is not None and not over:
            return Deadline(Span(*match.span("year")), date(year, 12, 31), "deadline.goal_year")
    reached = _SO_THAT_YEAR.search(page.low, clause.start, clause.end)
    if reached is not None and (context.issued is None or int(reached["number"]) >= context.issued.year):
        return Deadline(Span(*reached.span("year")), date(int(reached["number"]), 12, 31), "deadline.goal_year")
    return None


def references_of(page: Page, clause: Span) -> tuple[Reference, ...]:
    """The documents cited in ``clause`` and in the footnotes anchored in it, each once."""
    found: dict[str, Reference] = {}
    for reference in page.references_in(clause):
        found.setdefault(reference.text, reference)
    for note in page.notes_in(clause):
        cited = page.references_in(note.span)
        if not cited or (cited[0].span.start - note.span.start >= _NOTE_REACH and not _names(page, note.span)):
            continue
        for reference in cited if _names(page, note.span) else cited[:1]:
            if (reference.type, reference.number) not in {(one.type, one.number) for one in found.values()}:
                found.setdefault(reference.text, reference)
    return tuple(found.values())


_NOTE_REACH = 12
# A note that lists the papers a task rests on.
_NOTE_NAMES = re.compile(
    r"[\W\d_]*(?:theo |tại |gồm |căn cứ |thực hiện )?(?:các )?(?:thông báo|nghị quyết|quyết định|công văn|"
    r"công điện|chỉ thị|kết luận"
    r"|văn bản|kế hoạch|chương trình|nghị định|thông tư)(?!\w)",
    re.IGNORECASE,
)


def _names(page: Page, note: Span) -> bool:
    return _NOTE_NAMES.match(page.content, note.start, note.end) is not None


def product_of(page: Page, clause: Span) -> Span | None:
    """The document or file that the action is to deliver."""
    match = page.cues.search("product", _PRODUCT, page.low, clause.start, clause.end)
    if match is None:
        return None
    start, end = match.span("product" if match["product"] else "written")
    words = _PRODUCT_END.split(f"{page.content[start:end]} ", maxsplit=1)[0].rstrip(" *_")
    named = words[:1].isupper() or len(words.split()) > _BARE_WORDS
    return Span(start, start + len(words)) if named else None
