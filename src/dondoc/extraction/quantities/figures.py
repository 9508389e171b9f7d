"""The figures of a sentence with the words around them, the brackets they stand in, the pairs they form.

Finds         before and after each figure the words up to the next one; 711ha/600 ha as one pair; the figure that a
              bracket explains; the figure that a footnote is attached to
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dondoc.extraction.quantities.signals import Signals
from dondoc.extraction.structure import Outline
from dondoc.facts import Base, Directive, Evidence, Measure, Role
from dondoc.grammar.anchors import lowered
from dondoc.text import Span, Text

# How far back a clause is looked through: longer sentences are lists, and the time stays linear in their length.
CLAUSE_REACH = 600
_SLASH = re.compile(
    r"[\s*]*/[\s*]*(?:(?:KH|kế hoạch|DT|dự toán|chỉ tiêu|mục tiêu)(?: năm)?:?\s+)?|"
    r"(?: [^\W\d]+){1,3} ?/ ?(?:KH|kế hoạch|DT|dự toán|chỉ tiêu|mục tiêu)(?: năm)?:?\s+"
)
# "720 ha hiện trường / 1.150 ha"
_SLASH_FAR = re.compile(r"(?: [^\W\d]+){1,3} ?/ ?")
_AMOUNTS = frozenset({"ha", "đồng", "tấn", "km", "m", "m2", "m3"})
# "Từ đầu năm đến nay, tỉnh đã chỉ đạo giải quyết được 20 điểm đen": told of what is over, and no order.
_DONE = re.compile(
    r"[\s*+–-]*(?:(?:đặc biệt|tuy nhiên|trong đó|theo đó|cụ thể|nhờ đó|riêng),? )?"
    r"(?:(?:tính )?từ (?:đầu )?(?:năm|tháng|nhiệm kỳ)[^,;:.]{0,24} (?:đến|tới) nay|(?:tính |cho )?đến nay|"
    r"(?:trong )?thời gian (?:vừa )?qua|"
    r"vừa qua|(?:trong )?(?:những|\d+|các) (?:tháng|năm|ngày|tuần) (?:vừa )?qua|(?:trong )?(?:đợt|dịp|kỳ|tháng|quý|"
    r"năm)\b[^,;:]{0,100}),"
    r"(?:(?!yêu cầu|đề nghị|phải |cần |phấn đấu|tiếp tục|bảo đảm|giao )[^;:]){0,160}?\bđã\b(?! (?:được )?(?:giao|"
    r"đề ra|ban hành|ký)\b)"
    r"(?:(?!yêu cầu|đề nghị|phải |cần |phấn đấu|tiếp tục|bảo đảm|giao )[^;:]){0,90}\Z"
)
# "..., năm 2022 đã kiểm tra 143 cơ sở, phát hiện 19 cơ sở vi phạm": what a task says of what was done before.
_ASIDE = re.compile(
    r"[;,][\s–-]*(?:(?:trong |tính |riêng )?(?:năm 20\d\d|tháng \d{1,2}(?:/20\d\d)?|quý [iv]+|từ đầu năm|"
    r"đến nay|hiện nay|thời gian qua|vừa qua|"
    r"(?:tính )?đến (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})?)[^;,()\d]{0,30}"
    r"\b(?:đã|mới)\b(?!\s*\Z| (?:được )?(?:giao|ban hành|ký|phê duyệt|đề ra)))"
    r"(?:(?!yêu cầu|đề nghị|phải |cần |phấn đấu|tiếp tục|bảo đảm|giao |do đó|vì vậy)[^;()]){0,160}\Z"
)
_ASIDE_REACH = 260
# Of how many, in words: "bàn giao 87,4 km trên tổng chiều dài 90,1 km".
_OUT_OF = re.compile(
    r"(?:\s+[^\W\d]+){0,4}?\s+(?:trên|trong) tổng"
    r"(?: (?:số|chiều dài|diện tích|cộng|nhu cầu|kế hoạch|vốn))?(?: (?:là|gồm|có))?\s+"
)
_BRACKET = re.compile(r"[()]")
_DASHES = frozenset({"-", "–", "−", "%-", "%–"})


@dataclass(slots=True, eq=False)
class Figure:
    """A measure on its way to a quantity.

    ``before`` and ``after`` are the words up to the figures beside it, ``low_before`` and ``low_after`` their small
    letters; ``cues_before``, ``cues_after`` and ``cues_so_far`` (from the beginning of the sentence) the kinds of cue
    words in them.
    """

    number: int
    measure: Measure
    before: str
    after: str
    low_before: str
    low_after: str
    written: str = ""
    cues_before: int = 0
    cues_after: int = 0
    cues_so_far: int = 0
    depth: int = 0
    owner: "Figure | None" = None
    opens: bool = False
    signed: bool = False
    over: "Figure | None" = None
    under: "Figure | None" = None
    previous: "Figure | None" = None
    task: bool = False
    unit: str | None = None
    role: Role = "actual"
    base: Base | None = None
    whole: "Figure | None" = None
    indicator: str | None = None
    period: str | None = None
    estimate: bool = False
    fall: bool = False
    yearly: bool = False
    spent: bool = False
    seasonal: bool = False
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def ranges(self) -> bool:
        """Whether a dash ties the figure to the one before it ("tăng 10-11%", "từ 2,5 - 5,5 tỷ đồng")."""
        return self.previous is not None and self.before.strip() in _DASHES


@dataclass(slots=True)
class Sentence:
    """A sentence of ``content`` that holds figures.

    ``item`` is its place in the outline, ``low`` its words in small letters.
    """

    span: Span
    item: int
    content: str
    low: str
    figures: list[Figure]
    footnote: bool
    task: bool
    anchor: Figure | None = None
    period: str | None = None
    cues: int = 0

    @property
    def words(self) -> str:
        """The sentence as it is written."""
        return self.content[self.span.start : self.span.end]


def read_sentences(
    text: Text, outline: Outline, measures: Sequence[Measure], directives: Sequence[Directive]
) -> Iterator[Sentence]:
    """Yield the sentences that hold measures, in reading order, footnotes last."""
    if not measures:
        return
    low = lowered(text.content)
    low = low.replace("cùng kì", "cùng kỳ") if "cùng kì" in low else low
    tasks = [(directive.span.start, directive.span.end) for directive in directives]
    starts = [start for start, _ in tasks]
    begins = [measure.span.start for measure in measures]
    left: list[Measure | None] = [*measures]
    del measures
    notes = sorted((note.span.start, note.anchor) for note in text.footnotes if note.anchor is not None)
    noted = _Noted(sorted(anchor for _, anchor in notes))
    number = 0
    for index, item in enumerate(outline.items):
        footnote = item.block.kind == "footnote"
        anchor = _anchor_of(notes, item.block.span) if footnote else None
        for span in item.sentences:
            first, last = bisect_right(begins, span.start - 1), bisect_right(begins, span.end - 1)
            if first >= last:
                continue
            at = anchor if anchor is not None else span.start
            task = _inside(tasks, starts, at) or _inside(tasks, starts, begins[first])
            task = task and not _is_over(low, span, begins[first])
            sentence = Sentence(span, index, text.content, low[span.start : span.end], [], footnote, task)
            own = [measure for measure in left[first:last] if measure is not None]
            left[first:last] = [None] * len(own)
            sentence.figures = _layout(text.content, low, span, own, number, task)
            number += len(own)
            _signal(sentence)
            if anchor is not None:
                sentence.anchor = noted.figure_before(anchor)
            if noted.anchors and not footnote:
                noted.note(sentence.figures)
            yield sentence


def _is_over(low: str, span: Span, begin: int) -> bool:
    """Whether a sentence, whose first figure begins at ``begin``, tells what came about, whoever is told to act."""
    return low.find("đã", span.start, begin) >= 0 and _DONE.match(low[span.start : begin]) is not None


class _Noted:
    """The figures that a footnote may be attached to: the last before each of the places ``anchors``."""

    def __init__(self, anchors: Sequence[int]) -> None:
        self.anchors = anchors
        self._before: list[Figure] = []

    def note(self, figures: Sequence[Figure]) -> None:
        """Remember ``figures``, the next in reading order, in the stead of the last if no anchor is between."""
        for figure in figures:
            last = self._before[-1].measure.span.end if self._before else 0
            if self._before and bisect_left(self.anchors, last) == bisect_left(self.anchors, figure.measure.span.end):
                self._before.pop()
            self._before.append(figure)

    def figure_before(self, anchor: int) -> Figure | None:
        """The figure that ends last before ``anchor``."""
        index = bisect_right(self._before, anchor, key=lambda figure: figure.measure.span.end) - 1
        return self._before[index] if index >= 0 else None


def _anchor_of(notes: Sequence[tuple[int, int]], span: Span) -> int | None:
    index = bisect_right(notes, (span.end, 0)) - 1
    return notes[index][1] if index >= 0 and span.start <= notes[index][0] else None


def _inside(tasks: Sequence[tuple[int, int]], starts: Sequence[int], at: int) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < tasks[index][1]


def _layout(content: str, low: str, span: Span, measures: Sequence[Measure], first: int, task: bool) -> list[Figure]:
    figures: list[Figure] = []
    begins = [measure.span.start for measure in measures[1:]]
    begin = measures[0].span.start
    before, low_before = content[span.start : begin], low[span.start : begin]
    for measure, behind in zip(measures, (*begins, span.end), strict=True):
        begin, end = measure.span
        written = content[begin:end]
        after, low_after = content[end:behind], low[end:behind]
        if after == low_after:
            after = low_after
        figure = Figure(first + len(figures), measure, before, after, low_before, low_after, written)
        figure.unit, figure.task, figure.signed = measure.unit, task, written[0] in "+-–−"
        figures.append(figure)
        before, low_before = after, low_after
    if task and (low.find("đã", span.start, span.end) >= 0 or low.find(" mới ", span.start, span.end) >= 0):
        for figure in figures:
            begin = figure.measure.span.start
            figure.task = _ASIDE.search(low, max(span.start, begin - _ASIDE_REACH), begin) is None
    for one, two in pairwise(figures):
        two.previous = one
        slashed = "/" in one.after and one.unit in (None, two.unit) and _SLASH.fullmatch(one.after) is not None
        if not slashed and "/" in one.after and one.unit == two.unit and one.unit in _AMOUNTS:
            slashed = _SLASH_FAR.fullmatch(one.after) is not None
        some = two.over is None and one.measure.rule == "measure.pair.first" and (one.measure.value or 0) > 1
        if not (slashed or some) and " tổng" in one.low_after and one.unit == two.unit:
            some = _OUT_OF.fullmatch(one.low_after) is not None
        if slashed or some:
            one.under, two.over = two, one
            known = one.previous
            if one.unit is None and two.unit is None and known is not None and known.over is not None:
                # "xã Lộc An đạt 16/19 tiêu chí, xã Lộc Hòa 17/19": the same things again.
                two.unit = known.unit if known.measure.value == two.measure.value else None
            one.unit = one.unit or two.unit
            two.unit = two.unit or one.unit
    _brackets(figures)
    return figures


def _signal(sentence: Sentence) -> None:
    """Tell the sentence and its figures which kinds of cue words stand around them."""
    signals = Signals(sentence.low)
    begin, so_far = sentence.span.start, 0
    last: Figure | None = None
    for figure in sentence.figures:
        start, end = figure.measure.span
        figure.cues_before = signals.until(start - begin)
        so_far |= figure.cues_before
        figure.cues_so_far = so_far
        so_far |= signals.until(end - begin)
        if last is not None:
            last.cues_after = figure.cues_before
        last = figure
    if last is not None:
        last.cues_after = signals.until(len(sentence.low))
        sentence.cues = so_far | last.cues_after


def _brackets(figures: Sequence[Figure]) -> None:
    """Give each figure inside brackets the last figure before the bracket as ``owner``."""
    stack: list[Figure | None] = []
    last: Figure | None = None
    for figure in figures:
        opened = False
        bracketed = "(" in figure.before or ")" in figure.before
        for match in _BRACKET.finditer(figure.before) if bracketed else ():
            if match.group() == "(":
                stack.append(last)
                opened = True
            elif stack:
                stack.pop()
                opened = False
        figure.depth = len(stack)
        figure.owner = stack[-1] if stack else None
        figure.opens = opened and bool(stack)
        last = figure
