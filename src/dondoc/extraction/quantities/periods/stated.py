"""The period that the words before a figure name, in its own clause or for the whole sentence.

Finds         Trong tháng 02, ... · bán lẻ 9 tháng đạt ...; xuất khẩu đạt ... (a list keeps the period it opens with)
              Nhu cầu vốn giai đoạn 2016 - 2020 là 310 tỷ đồng: the years
              Giai đoạn 2011 - 2015, tăng trưởng đạt 13,2% (the years) · cao hơn quý I (6,1%): the quarter compared with
              49,2% (năm 2010) · Một số sản phẩm 8 tháng: ...
Leaves alone  so với tháng 8, kế hoạch năm 2023: compared with, or a plan · (tháng 5 tăng ...): a closed bracket
"""

import re
from bisect import bisect_right

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.accruing import is_field
from dondoc.extraction.quantities.periods.calendar import MONTH, Calendar, is_school_year
from dondoc.extraction.quantities.periods.ranges import LEADING, is_debt
from dondoc.extraction.quantities.periods.sections import is_compared, is_of_season
from dondoc.extraction.quantities.signals import DISBURSED
from dondoc.facts import Evidence, PeriodMention
from dondoc.grammar.period_arithmetic import months_so_far, over_years
from dondoc.text import Span

_PLAN_OF = re.compile(r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)\s+\Z", re.IGNORECASE)
_AHEAD = re.compile(r"(?:nhiệm vụ|phương hướng)(?: (?:trọng tâm|chủ yếu|công tác))* \Z", re.IGNORECASE)
_LIST_TITLE_END = re.compile(r"[;.,\d]")
_END_OF = re.compile(r"\b(?:hết|(?:đến|tới)(?:\s+cuối)?)\s+\Z", re.IGNORECASE)
_AMID = re.compile(r"\b(?:đến|tới)\s+(?:hết|giữa|cuối|đầu|(?:thượng|trung|hạ)\s+tuần)\s+\Z", re.IGNORECASE)
_MONEY = frozenset({"đồng", "USD"})
_THEN = re.compile(r" (?:năm|tháng|quý) [^,;.()]{1,12}? (?:xuống|lên|còn|đến|tới)\b")
# All that _THEN can begin with.
_TIMES = (" năm ", " tháng ", " quý ")
# "thấp hơn mức 56,2% của năm 2012": what the figure before it is compared with.
_OF = " của "
_WITHIN = re.compile(
    r"(?:(?!\b(?:so|hơn|bằng|kế hoạch|dự kiến|sẽ|để|phải|cần|do|vì|nhờ|khi)\b)[^,;.()\d]){0,40}"
    r" trong (?=tháng \d|quý |năm 20)"
)
_OF_THEN = tuple(f"{of}{time}" for of in (_OF, " ") for time in ("năm 20", "tháng ", "quý "))
_AGAINST = re.compile(r"\b(?:so với|bằng|hơn)(?: (?:nhiều|hẳn|con số|mức|khoảng|gần|so với))*\s*\Z")
_GOING_ON = ("change", "part", "count")
_COUNTED = ("part", "count", "rate")
_TITLE_REACH = 60
_MENTIONS = 24
# "Giai đoạn 2011 - 2015, tốc độ tăng trưởng bình quân đạt 13,2%": told of all the years.
_OPENS = re.compile(r"[\s*+–-]*(?:trong |cả )?\Z", re.IGNORECASE)
# "nhu cầu vốn giai đoạn 2016 - 2020 của hai dự án là 310 tỷ đồng": money for all the years.
_COMES_TO = re.compile(
    r"(?:(?!chương trình|kế hoạch|năm 20)[^,;.()]){0,80}\s(?:là|cần|khoảng)(?: khoảng| trên| hơn| gần)*\s*"
)
_REACHED = ("actual", "change", "rate")
_BRACKET_OPENS = re.compile(r"\s*\((?:đạt |là |tăng |giảm )?")
_THAN = re.compile(r"(?:hơn|so với|so|bằng)(?: (?:mức|của|cùng kỳ))* \Z")
_BASES = frozenset({"period.same_period", "period.previous"})


# A year that a thing bears, and not one in which something happened.
_OF_THING = re.compile(
    r"\b(?:vốn|nguồn|công|phí|dự án|thầu|tiền|chương trình|đề án|lễ hội|giải|cuộc thi|bầu cử|tuyển sinh|Tết)\s+\Z",
    re.IGNORECASE,
)
_OF_FEAST = re.compile(r"\b(?:lễ hội|hội thi|cuộc thi|giải|hội chợ|liên hoan|festival)\b[^,;.\d]*\Z", re.IGNORECASE)
# "vốn năm 2023 kéo dài sang 318 tỷ đồng": what is left of it is of the year reported on.
_CARRIED_OVER = re.compile(r" (?:được |còn )*(?:phép )?(?:kéo dài|chuyển nguồn|chuyển sang|chuyển tiếp)\b")
_CLAUSE_ENDS = re.compile(r";|, (?:hiện |đến nay |mới |chỉ |vẫn )*(?:có|còn) \Z")
_COMES_TO_NOW = re.compile(r"[;,] (?:đến|tới) nay (?:đã|mới|có|còn)\b|\((?:đến nay|hiện) còn\b")
_YEAR = len("2025")


def stated_before(figure: Figure, sentence: Sentence, calendar: Calendar) -> str | None:
    """The nearest period named before the figure in its sentence: in its own clause, or leading the sentence."""
    start, end = sentence.span.start, figure.measure.span.start
    index = bisect_right(calendar.starts, end) - 1
    if index < 0 or calendar.starts[index] < start:
        return None
    reach = max(0, end - start - CLAUSE_REACH)
    clause = start + max(sentence.low.rfind(";", reach, end - start) + 1, reach)
    content, last = calendar.text.content, max(0, index - _MENTIONS)
    first = sentence.figures[0].measure.span.start
    while index >= last and calendar.starts[index] >= start:
        mention = calendar.mentions[index]
        index -= 1
        at = mention.span.start
        if mention.span.end > end or is_school_year(mention, calendar):
            continue
        if index >= last and calendar.starts[index] == start and content.startswith("trong kỳ", at):
            continue
        if over_years(mention.period):
            if figure.role in _REACHED and _OPENS.match(content[start:at]):
                return mention.period
            if figure.unit in _MONEY and _COMES_TO.fullmatch(content, mention.span.end, end):
                return mention.period
            continue
        behind = content[mention.span.end : min(end, mention.span.end + CLAUSE_REACH)]
        alone = _is_bracketed(content, mention.span)
        if not alone and not figure.depth and ")" in behind and "(" not in behind.partition(")")[0]:
            continue
        before = content[max(start, at - 25) : at]
        if mention.rule == "period.year" and _CARRIED_OVER.match(content, mention.span.end):
            continue
        planned = _PLAN_OF.search(before) is not None and (
            figure.role == "plan" or content.startswith((":", " có ", " gồm "), mention.span.end)
        )
        if not figure.task and figure.role != "plan" and _AHEAD.search(before):
            continue
        if (is_compared(before) and not planned) or (mention.rule == "period.year" and is_of_season(before)):
            continue
        if _is_left_behind(figure, at) or _names_thing(figure, mention, before, calendar):
            continue
        if (mention.rule in _BASES and at > start) or (alone and _is_of_figure_before(figure, content, at - 1)):
            continue
        if at >= clause or LEADING.search(before) or at < first or _heads_list(content, mention.span.end, end):
            figure.evidence.append(Evidence("period", "period.stated", mention.span))
            return _to_the_end(figure, before, mention.period)
        if at < clause:
            return mention.period if _goes_on(figure, mention) else None
    return None


def _names_thing(figure: Figure, mention: PeriodMention, before: str, calendar: Calendar) -> bool:
    """``giải ngân vốn năm 2026 thấp; tiếp nhận 4.236 hồ sơ`` in a report on January 2026: the year of the capital.

    It holds for its own clause (``vốn năm 2026 bố trí cho 41 dự án``), and is no time of what the next ones tell. No
    more is a year behind which the words come to now: ``Năm 2026 làm 61 công trình; đến nay đã khởi công 29``.
    """
    about, start = calendar.period or "", figure.measure.span.start
    if mention.rule != "period.year" or figure.role == "plan" or len(about) == _YEAR or about[:_YEAR] < mention.period:
        return False
    between = calendar.text.content[max(mention.span.end, start - CLAUSE_REACH) : start]
    if _COMES_TO_NOW.search(between):
        return True
    if about[:_YEAR] != mention.period:
        return False
    if _OF_FEAST.search(before):
        return "," in between or ";" in between
    return _CLAUSE_ENDS.search(between) is not None and _OF_THING.search(before) is not None


def _goes_on(figure: Figure, mention: PeriodMention) -> bool:
    """``5 tháng tăng 6,4%; khai khoáng giảm 11,7%``: a change told of the months so far like the clause before it."""
    told = figure.role in _GOING_ON and figure.base != "previous" and not figure.task
    return told and mention.rule in ("period.months", "period.gone_by")


def _to_the_end(figure: Figure, before: str, period: str) -> str:
    """``thu ngân sách ước thực hiện hết tháng 11 là 26.497 tỷ đồng``: a sum of money came together since January."""
    if is_field(figure) and _AMID.search(before) and MONTH.match(period):
        return months_so_far(period)
    summed = figure.unit in _MONEY and figure.role in ("actual", "part", "cumulative")
    summed = summed or (figure.cues_so_far & DISBURSED != 0 and figure.role in _COUNTED)
    if not summed or not _END_OF.search(before) or not MONTH.match(period) or is_debt(figure.low_before):
        return period
    return months_so_far(period)


def _is_bracketed(content: str, span: Span) -> bool:
    """Whether the period alone fills a bracket: it belongs to the figure before, "49,2% (năm 2010) xuống 46,8%"."""
    return content[span.start - 1 : span.start] == "(" and content[span.end : span.end + 1] == ")"


def _is_of_figure_before(figure: Figure, content: str, bracket: int) -> bool:
    """``49,2% (năm 2010) xuống 46,8%``, and not ``dân số (năm 2016) là 17.400 người``: a bracket behind a figure."""
    earlier = figure.previous
    while earlier is not None and earlier.measure.span.start > bracket:
        earlier = earlier.previous
    return earlier is not None and not content[earlier.measure.span.end : bracket].strip()


def of_compared(figure: Figure, calendar: Calendar) -> str | None:
    """``GRDP quý II tăng 7,9%, cao hơn quý I (6,1%)``: the bracket behind a period compared with tells its figure."""
    first = figure.previous
    if not figure.opens or first is None:
        return None
    if first.unit != figure.unit and (first.role != "change" or figure.role == "change"):
        return None
    index = bisect_right(calendar.starts, figure.measure.span.start) - 1
    mention = calendar.mentions[index] if index >= 0 else None
    if mention is None or mention.rule in _BASES or over_years(mention.period):
        return None
    content = calendar.text.content
    between = content[mention.span.end : figure.measure.span.start]
    before = content[max(0, mention.span.start - 25) : mention.span.start]
    if _BRACKET_OPENS.fullmatch(between) is None or not _THAN.search(before):
        return None
    figure.evidence.append(Evidence("period", "period.stated", mention.span))
    return mention.period


def _is_left_behind(figure: Figure, at: int) -> bool:
    """Whether the period at ``at`` stands right behind a figure that things went on from, before ``figure``."""
    earlier = figure.previous
    while earlier is not None and earlier.measure.span.start > at:
        earlier = earlier.previous
    return earlier is not None and at <= earlier.measure.span.end + 2 and _moves_on(earlier)


def _moves_on(figure: Figure) -> bool:
    """Whether a period right behind the figure is that from which things went on: "49% năm 2010 xuống 46%"."""
    return figure.low_after.startswith(_TIMES) and _THEN.match(figure.low_after) is not None


def in_own_bracket(figure: Figure, calendar: Calendar) -> str | None:
    """``độ che phủ rừng từ 49,2% (năm 2010)``: the period in the bracket right behind the figure."""
    within = _within(figure, calendar) if " trong " in figure.low_after else None
    if within is not None:
        return within
    if _moves_on(figure) or (figure.low_after.startswith(_OF_THEN) and _AGAINST.search(figure.low_before)):
        return _right_behind(figure, calendar)
    if not figure.after.startswith(" ("):
        return None
    start = figure.measure.span.end + 2
    index = bisect_right(calendar.starts, start - 1)
    if index == len(calendar.starts) or calendar.starts[index] != start:
        return None
    mention = calendar.mentions[index]
    if not _is_bracketed(calendar.text.content, mention.span):
        return None
    figure.evidence.append(Evidence("period", "period.stated", mention.span))
    return mention.period


def _right_behind(figure: Figure, calendar: Calendar) -> str | None:
    """``giảm từ 11,25% năm 2011 xuống còn 2,89%``, ``thấp hơn mức 56,2% của năm 2012``: the time of the figure."""
    mention = _behind(figure, calendar, len(_OF))
    if mention is None:
        return None
    figure.evidence.append(Evidence("period", "period.stated", mention.span))
    return mention.period


def _within(figure: Figure, calendar: Calendar) -> str | None:
    """``giảm 0,31% trong tháng 8/2023``, ``(46 vụ cháy trong tháng 4)``: the month that the words behind name."""
    if figure.role == "plan" or (figure.task and not figure.depth):
        return None
    found = _WITHIN.match(figure.low_after)
    mention = _behind(figure, calendar, found.end()) if found is not None else None
    if found is None or mention is None or mention.span.start < figure.measure.span.end + found.end():
        return None
    figure.evidence.append(Evidence("period", "period.stated", mention.span))
    return mention.period


def _behind(figure: Figure, calendar: Calendar, reach: int) -> PeriodMention | None:
    """The period named within ``reach`` characters behind the figure."""
    index = bisect_right(calendar.starts, figure.measure.span.end)
    if index == len(calendar.starts) or calendar.starts[index] > figure.measure.span.end + reach:
        return None
    return calendar.mentions[index]


def _heads_list(content: str, title: int, end: int) -> bool:
    """Whether the period stands in the title of the list that the figure is in: "Một số sản phẩm 8 tháng: ..."."""
    words, colon, _ = content[title : min(title + _TITLE_REACH, end)].partition(":")
    return bool(colon) and not _LIST_TITLE_END.search(words)
