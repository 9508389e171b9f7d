"""A deadline set by a month, a quarter, a half or a year: its last day.

Finds         trong tháng 8/2021 · xong trong quý I · hết năm 2025 · trước tháng 6/2024 (31 May) · đến cuối năm
              · năm 2025 (weak) · trước năm học 2026-2027: its days are not told
Leaves alone  trước năm 2004 in a document of 2015 · giai đoạn 2021-2030 · tầm nhìn 2050 · cùng kỳ · tháng trước
              Kế hoạch sử dụng đất năm 2022
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dondoc.facts import Deadline, PeriodMention
from dondoc.grammar.anchors import anchors, find_near
from dondoc.grammar.context import TimeContext
from dondoc.grammar.deadlines.limits import limit_before
from dondoc.grammar.periods import first_day, last_day, year_of
from dondoc.text import Span

_BACKWARD = ("period.same_period", "period.previous", "period.so_far", "period.years", "period.this")
_PAST = re.compile(r"\s+(?:vừa\s+)?qua\b")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NAME_BEFORE = re.compile(
    r"(?:tầm\s+nhìn(?:\s+đến)?|chuyển\s+tiếp|so\s+với|so|hơn|(?<!mặt\s)bằng|cùng\s+kỳ|từ|vốn|kết\s+quả|tình\s+hình|"
    r"sử\s+dụng\s+đất|luật|bộ\s+luật|giá\s+so\s+sánh|sau|của)\s+$",
)
_YEAR_END = re.compile(
    r"(?P<limit>(?:(?:từ\s+nay\s+)?(?:cho\s+)?(?:đến|tới)|hết|trong|vào|trước)\s+)?(?P<months>(?:những|"
    r"các)\s+tháng\s+)?"
    r"(?P<part>\bcuối|\bgiữa|\b(?<=đến\s)hết(?=\s+năm(?!\s+(?:20|học|thứ|tài|ngân))\s)|"
    r"(?<=phấn\sđấu\s)hết(?=\s+năm\s+(?!20|học|thứ|tài|ngân|\d))|"
    r"\bhết(?=\s+năm(?:\s+nay|"
    r"\s*(?:[,.;)]|$)|\s+(?:đạt|hoàn|phải|có))))\s+năm(?:\s+(?P<year>20[0-9]{2})|\s+nay|(?!\s*(?:học|[0-9])))",
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Kế(?<!Sở\sKế)(?<!Bộ\sKế)(?<![-–]\sKế)\s+hoạch|Chương\s+trình|Đề\s+án|Quy\s+hoạch|Nghị\s+quyết|[Dd]ự\s+toán|Luật|"
    r"Bộ\s+tiêu\s+chí|Cuộc\s+thi)[^,.;:\n]*$"
)
_EARLY = re.compile(r"\b(?:đầu|giữa|nửa\s+đầu)\s+$")
# A day that names a park or a street: "Công viên 23 tháng 9", "đường 30 tháng 4".
_DAY_BEFORE = re.compile(r"\b\d{1,2}\s+\Z")
_LATE = re.compile(r"\bcuối\s+$")
_PART = re.compile(r"\b(?:đầu|giữa|cuối)\s+$")
_ENDING = anchors(r"cuối\s+năm", r"giữa\s+năm", r"hết\s+năm")
# So many months without more tell how long: "trong 2 tháng".
_LENGTH = re.compile(r"(?:các\s+)?[0-9]{1,2}\s+tháng")
_NEXT_YEAR = re.compile(r"\s+(?:của\s+)?năm\s+(?:sau|tới)(?!\w)")
_AT_SESSION = re.compile(r"(?:tại|trước|trình|cho|phục\s+vụ|chuẩn\s+bị)\s+(?:các\s+)?kỳ\s+họp\s(?:[^.;,:\n]{0,60}\s)?$")
_SESSION = re.compile(r"kỳ\s+họp[^.;,\n]{0,60}?\s$")
# A time that reaches into the next year ends on no day: "trong cuối năm 2025 và đầu năm 2026".
_INTO_NEXT = re.compile(r"(?:,|\s+và|,\s+và|\s*-)?\s+đầu\s+năm\s+(?:20[0-9]{2}|sau|mới|tới)")


def find(text: str, low: str, context: TimeContext, periods: list[PeriodMention]) -> Iterator[Deadline]:
    """Yield the deadlines that ``periods`` set, and the ends of years, in no order."""
    for match in find_near(_YEAR_END, low, low, _ENDING, 40, 30):
        if match["months"] or not text.endswith("tháng ", 0, match.start("part")):
            yield from _year_end(low, context, match)
    for mention in periods:
        if _PAST.match(low, mention.span.end):
            continue
        if mention.rule in _BACKWARD:
            if mention.rule == "period.this" and low.startswith("trong", mention.span.start):
                yield Deadline(mention.span, last_day(mention.period), "deadline.weak.this_period")
            continue
        if mention.rule == "period.this_year" and low.startswith("trong năm nay", mention.span.start):
            yield Deadline(mention.span, last_day(mention.period), "deadline.strong.this_year")
            continue
        yield from _read(text, low, context, mention)


def _read(text: str, low: str, context: TimeContext, mention: PeriodMention) -> Iterator[Deadline]:
    start, end = mention.span
    if mention.rule == "period.months" and _LENGTH.fullmatch(low, start, end) is not None:
        if limit_before(low, start) is None:
            yield Deadline(mention.span, last_day(mention.period), "deadline.weak.so_far")
        return
    period = roll_over_period(text[start:end], mention.period, context)
    if (ahead := _NEXT_YEAR.match(low, end)) is not None and _YEAR.search(text, start, end) is None:
        period, end = _a_year_on(mention.period), ahead.end()
    late = _LATE.search(low, max(0, start - 6), start)
    limit = limit_before(low, late.start() if late else start)
    if limit is None and mention.rule == "period.month" and _DAY_BEFORE.search(low, max(0, start - 4), start):
        return
    if limit is None or limit.kind == "occasion" or (limit.kind == "on" and mention.rule == "period.year"):
        if not _NAME_BEFORE.search(low, max(0, start - 24), start):
            titled = _TITLE_BEFORE.search(text, max(0, start - 80), start)
            weak, strength = "title" if titled else mention.rule.removeprefix("period."), "weak"
            if weak == "month" and _AT_SESSION.search(low, max(0, start - 80), start) is not None:
                weak, strength = "session", "strong"
            yield from _part(text, low, Span(start, end), last_day(period), f"deadline.{strength}.{weak}")
        return
    if limit.kind == "within" and _EARLY.search(low, limit.start, start):
        yield Deadline(Span(limit.start, end), None, "deadline.weak.part", condition=text[limit.start : end])
        return
    span = Span(limit.start, end)
    if mention.rule == "period.school_year":
        yield Deadline(span, None, f"deadline.strong.{limit.kind}_period", condition=text[limit.start : end])
        return
    if _is_long_past(mention, context):
        return
    if limit.kind == "before" and late is None:
        yield Deadline(span, first_day(period) - timedelta(days=1), "deadline.strong.before_period")
    elif limit.kind == "until" and _NAME_BEFORE.search(low, max(0, limit.start - 24), limit.start):
        return
    elif limit.kind == "until" and mention.rule == "period.year" and "hết" not in low[limit.start : start]:
        yield Deadline(span, last_day(period), "deadline.weak.until_year")
    else:
        yield Deadline(span, last_day(period), f"deadline.strong.{limit.kind}_period")


def _is_long_past(mention: PeriodMention, context: TimeContext) -> bool:
    """``giao đất trái thẩm quyền trước năm 2004``: a year before the document's own bounds nothing still to be done."""
    year = context.issued.year if context.issued else context.year
    return mention.rule == "period.year" and year is not None and int(mention.period[:4]) < year


def _part(text: str, low: str, span: Span, by: date, rule: str) -> Iterator[Deadline]:
    """A weak deadline; the beginning or the middle of a month has no last day that the text states."""
    match = _PART.search(low, max(0, span.start - 6), span.start)
    if match is None:
        yield Deadline(span, by, rule)
        return
    wide = Span(match.start(), span.end)
    if match[0].strip() == "cuối":
        yield Deadline(wide, by, rule)
    else:
        yield Deadline(wide, None, "deadline.weak.part", condition=text[wide.start : wide.end])


def roll_over_period(written: str, period: str, context: TimeContext) -> str:
    """Put a month or quarter without a year into the next year where it would lie half a year back."""
    reference = context.issued or (last_day(context.period) if context.period else None)
    if reference is None or _YEAR.search(written) or int(period[:4]) != reference.year or len(period) == 4:
        return period
    if reference.month - last_day(period).month < 5:
        return period
    return _a_year_on(period)


def _a_year_on(period: str) -> str:
    return "..".join(f"{int(part[:4]) + 1}{part[4:]}" for part in period.split(".."))


def _year_end(low: str, context: TimeContext, match: re.Match[str]) -> Iterator[Deadline]:
    year = int(match["year"]) if match["year"] else year_of(context)
    late = match["part"] in ("cuối", "hết")
    by = date(year, 12, 31) if year is not None and late else None
    session = _SESSION.search(low, max(0, match.start() - 80), match.start())
    if session is not None:
        yield Deadline(
            Span(session.start(), match.end()), by, "deadline.strong.session" if late else "deadline.weak.session"
        )
        return
    if match["limit"] and match["limit"].strip() == "trước":
        by = None
    beyond = _INTO_NEXT.match(low, match.end()) if match["part"] == "cuối" else None
    if beyond is not None:
        rule = "deadline.strong.year_end" if match["limit"] else "deadline.weak.part"
        yield Deadline(Span(match.start(), beyond.end()), None, rule)
        return
    strength = "strong" if match["limit"] and late and not match["months"] else "weak"
    yield Deadline(Span(*match.span()), by, f"deadline.{strength}.year_end")
