"""What a change is measured against, and whether it is a fall.

Finds         so với tháng trước, so với năm 2022 (previous) · so cùng kỳ (same_period)
              so với kế hoạch, vượt ... chỉ tiêu (plan)
              the base named once at the end of a list: 18.515 tỷ, tăng 12,9%; 40.269 tỷ, tăng 14,1% so với cùng kỳ
Leaves alone  (- 33 trường hợp): no base is stated
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Base, Evidence
from dondoc.text import Span

_BASE = re.compile(
    r"""(?P<same_period>cùng\s+kỳ|cùng\s+thời\s+(?:điểm|gian)|svck|\bck\b|cùng\s+tháng|cùng\s+quý|cùng\s+vụ
            |so\s*(?:với\s+)?(?:\d{1,2}\s+tháng(?:\s+đầu)?|(?:tháng\s+(?!12)\d{1,2}|quý\s+[ivx]+|vụ\s+[^,;.()\d]{2,20}))
                \s+(?:năm\s+)(?:trước|ngoái|20\d\d)
            |so\s*(?:với\s+)?vụ\s+[^,;.()\d]{2,20}năm\s+(?:trước|ngoái))
      | so\s*(?:với\s+)?(?:thực\s+hiện\s+)?(?:(?!cùng)[^,;.()\d]){0,25}?
            (?P<plan>kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|nghị\s+quyết|mục\s+tiêu|\bkh\b)
      | so\s*(?:với\s+)?(?:thực\s+hiện\s+)?(?:(?!cùng)[^,;.()\d]){0,20}?
            (?P<previous>(?:tháng|quý|năm|kỳ|tuần|vụ|ngày|năm\s+học)\s+trước|tháng\s+\d|quý\s+[ivx]|năm\s+20\d\d
            |năm\s+ngoái|đầu\s+năm|cuối\s+năm|thời\s+điểm|đầu\s+nhiệm\s+kỳ|20\d\d)
    """,
    re.VERBOSE,
)
_MONTH_NAMED = re.compile(r"tháng\s+(\d{1,2})")
_BEFORE_IT = re.compile(r"\s*so với (?:trước )?khi\b")
_SENTENCE_PART = re.compile(r"[;.]|\)(?!\s*so)")
_CLAUSE_END = re.compile(r"[,;.(]")
_OTHER = re.compile(r"(?:hơn|so với|mức)\s+(?:mức\s+)?(?:bình quân|trung bình|chung)")
_PLAN = re.compile(r"[%\s*]*(?:so với |so )?(?:mức )?(?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|mục tiêu|kh\b)")


def set_bases(sentence: Sentence, earlier: Base | None = None) -> None:
    """Give every change of ``sentence`` its base; ``earlier`` is the last base that its item named."""
    changes = [figure for figure in sentence.figures if figure.role == "change"]
    if not changes:
        return
    named = [(match.start(), _kind(match)) for match in _BASE.finditer(sentence.low)]
    for figure in changes:
        figure.base = _own(figure)
        if figure.base is None:
            figure.base = _shared(figure, sentence, named, earlier)
            figure.evidence += [Evidence("base", "base.shared")] if figure.base else []


def _kind(match: re.Match[str]) -> Base:
    return match.lastgroup if match.lastgroup in ("same_period", "plan", "previous") else "other"  # type: ignore[return-value]


def _kind_of(match: re.Match[str], after: str, before: str) -> Base:
    """``tháng 12/2010 tăng ... so với tháng 12/2009``: the same month a year earlier."""
    month = _MONTH_NAMED.search(after, match.start())
    if match.lastgroup == "previous" and month and month.start() < match.end():
        return "same_period" if re.search(rf"tháng\s+0?{int(month[1])}(?!\d)", before) else "previous"
    return _kind(match)


def _own(figure: Figure) -> Base | None:
    after = figure.low_after
    match = _BASE.search(_SENTENCE_PART.split(after, maxsplit=1)[0])
    if match:
        start = figure.measure.span.end
        figure.evidence.append(Evidence("base", "base.behind", Span(start + match.start(), start + match.end())))
        return _kind_of(match, after, figure.low_before)
    if _BEFORE_IT.match(after):
        return "other"
    near = _CLAUSE_END.split(figure.low_before[-60:])[-1]
    if _OTHER.search(near):
        return "other"
    match = _BASE.search(near)
    if match:
        return _kind(match)
    if "vượt" in near or _PLAN.match(after):
        return "plan"
    return None


def _shared(figure: Figure, sentence: Sentence, named: Sequence[tuple[int, Base]], default: Base | None) -> Base | None:
    """The base that a list shares: named later in the sentence, else earlier, else by the change it stands beside."""
    previous = figure.previous
    beside = previous is not None and figure.owner is previous and previous.role == "change"
    if figure.opens and beside and previous is not None and not re.search(r"\w{3,}", figure.before.rsplit("(", 1)[-1]):
        return previous.base
    if figure.depth and (figure.signed or re.search(r"[-+–−]\s*\Z", figure.before)):
        return None
    place = figure.measure.span.end - sentence.span.start
    index = bisect_left(named, place, key=lambda pair: pair[0])
    if index < len(named):
        return named[index][1]
    if named and not (previous is not None and previous.role == "change" and previous.base == "plan"):
        return named[-1][1]
    return default
