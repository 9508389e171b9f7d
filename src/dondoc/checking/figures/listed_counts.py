"""A number of things announced, and the list that follows.

Finds         thực hiện 05 nhiệm vụ sau: with four items under it · gồm 03 dự án: A; B; C; D
Leaves alone  05 nhiệm vụ, trọng tâm là: ...: some of them; a list whose items are sentences of their own figures
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import same_unit
from dondoc.extraction.marks import Mark, read_mark
from dondoc.facts import Quantity
from dondoc.text import Block, Span

# "trọng tâm sau:", "như sau:", "chính, gồm:": up to eight words to the colon.
_TAIL = re.compile(r"[^:.;,\d\n()]{0,60}(?:,\s*(?:cụ thể|bao gồm|gồm|trọng tâm)[^:.;,\d\n()]{0,20})?:\s*")
_ANNOUNCED = re.compile(r"sau|dưới đây|gồm|cụ thể|là\s*:", re.IGNORECASE)
SOME = re.compile(
    r"kết luận|chỉ đạo|yêu cầu|phát biểu|báo cáo|ý kiến|\bcủa\b|trong đó|nhất là|như\s*:|ví dụ|điển hình|tiêu biểu"
    r"|một số|đặc biệt",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PLAIN = ("dash", "plus", "bullet")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_MOST = 20
_SHORT = 90


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the numbers that the list behind them does not hold."""
    blocks = [block for block in draft.text.blocks if block.kind not in ("footnote", "cell")]
    starts = {block.span.start: place for place, block in enumerate(blocks)}
    ends = sorted(starts)
    place = 0
    for figure in draft.scene.figures:
        if not countable(figure):
            continue
        while place + 1 < len(ends) and ends[place + 1] <= figure.span.start:
            place += 1
        block = blocks[starts[ends[place]]] if ends else None
        if block is None or not block.span.covers(figure.span):
            continue
        match = _TAIL.match(draft.text.content, figure.span.end, block.span.end)
        if match is None or SOME.search(match[0]):
            continue
        rest = Span(match.end(), block.span.end)
        announced = _ANNOUNCED.search(match[0]) is not None
        inline = draft.text[rest].strip() != ""
        count = _inline(draft, rest) if inline else _items(draft, blocks, starts[ends[place]], announced)
        if count is not None and (_is_counted_out(draft, figure, count[1]) or 2 * count[0] < value_of(figure)):
            continue
        if count is not None and count[0] != int(value_of(figure)):
            yield miscounted(draft, figure, *count)


def _is_counted_out(draft: Draft, figure: Quantity, where: Span) -> bool:
    """``9 người chết, gồm: - Phường Vĩnh Hải: 5 người``: the items say how many, they are not the things."""
    scene = draft.scene
    first, last = bisect_left(scene.starts, where.start), bisect_left(scene.starts, where.end)
    return any(other.unit is not None and same_unit(other, figure) for other in scene.figures[first:last])


def countable(figure: Quantity) -> bool:
    """Whether a figure is a small number of things that a list may follow."""
    if figure.rule == "table.cell" or figure.unit is None or figure.role in ("change", "rank", "plan"):
        return False
    return 2 <= value_of(figure) <= _MOST and is_exact(figure)


def _inline(draft: Draft, rest: Span) -> tuple[int, Span] | None:
    """Names set apart by semicolons, up to the end of the sentence; no figures among them."""
    words = draft.text[rest]
    stop = re.search(r"\.(?:\s|\Z)|\n", words)
    words = words[: stop.start()] if stop else words
    items = [item.strip() for item in words.split(";")]
    if len(items) < 2 or _DIGIT.search(words) or any(not item or len(item) > _SHORT for item in items):
        return None
    if any("," in item or " và " in item for item in items) or re.search(r"v\.v|\.\.\.|…", words):
        return None
    return len(items), Span(rest.start, rest.start + len(words))


def _items(draft: Draft, blocks: list[Block], place: int, announced: bool) -> tuple[int, Span] | None:
    """The items of the list that begins in the next block: those of its own style, counted on from the first."""
    content = draft.text.content
    following = blocks[place + 1 : place + 1 + 4 * _MOST]
    first = read_mark(content, following[0].span, lambda _: None) if following else None
    if first is None or (_step(first.value) != 1 if first.style not in _PLAIN else not announced):
        return None
    count, end, last = 0, following[0].span.end, first
    for block in following:
        mark = read_mark(content, block.span, _always(last.value))
        if mark is None and first.style in _PLAIN:
            break
        if mark is None or mark.rank > first.rank:
            continue
        if mark.style != first.style or (count and first.style not in _PLAIN and not _follows(mark, last)):
            break
        count, end, last = count + 1, block.span.end, mark
    return (count, Span(following[0].span.start, end)) if count > 1 else None


def _always(value: str) -> Callable[[str], str]:
    return lambda _: value


def _step(value: str) -> int:
    """The place of a list value in its row: "3", "2.3" and "c" are third; 0 for what is no single letter."""
    part = value.rpartition(".")[2].lower()
    if part.isdecimal():
        return int(part)
    if part in _ROMAN:
        return _ROMAN.index(part) + 1
    return _LETTERS.find(part) + 1 if len(part) == 1 else 0


def _follows(mark: Mark, last: Mark) -> bool:
    return _step(mark.value) == _step(last.value) + 1


def miscounted(draft: Draft, figure: Quantity, count: int, where: Span) -> Finding:
    """The finding that ``where`` holds another number of things than ``figure`` says."""
    words = draft.text[figure.span]
    message = f"nêu {words} nhưng liệt kê {count}"
    written = re.sub(r"\d+", f"{count:0{2 if words.startswith('0') else 1}d}", words, count=1)
    mend = f"sửa {words} thành {written} hoặc xem lại các mục" if written != words else "xem lại số lượng hoặc các mục"
    return Finding("SL201", figure.span, "doubtful", message, mend, (where,))
