"""A number of things that were just named, behind their list.

Finds         chè 9,2 triệu USD; quế 4,6 triệu USD; bột 7 triệu USD; bốn mặt hàng nêu trên · xã Tân An 3,1%, xã Tân Lập
              2,2%, 3 xã này
Leaves alone  3 xã trên địa bàn · ba năm này · fewer than were named: the last of them
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.counted import COUNT, count_of
from dondoc.checking.scene import Scene
from dondoc.checking.worded.named_runs import named_runs
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

# Matched against small letters.
_THESE = re.compile(
    rf"(?<![\w.,/])(?P<count>{COUNT})\s+(?P<what>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}?)\s+"
    r"(?:này|nêu trên|nói trên|kể trên|vừa nêu|vừa kể|trên(?=\s*[,;.)]|\s(?:đã|đều|cộng|chiếm|góp)\s))(?![^\W\d_])"
)
_ENDS = anchors("này", "trên", "vừa nêu", "vừa kể")
_BARE = re.compile(rf"(?:[,;]|\svà)\s+(?=[{CAPITALS}])")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_TIMES = ("năm", "tháng", "ngày", "quý", "tuần", "giờ", "lần", "kỳ")
_A_YEAR = re.compile(r"(?:mỗi|hằng|hàng|niên|trong|cả|vụ[^,;.]{0,8}|một)\s+\Z", re.IGNORECASE)
_BACK, _FEWEST, _OFF, _NEAR = 500, 2, 2, 20


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the numbers of things that the list before them does not come to."""
    content = draft.text.content
    low = lowered(content)
    for match in find_near(_THESE, low, low, _ENDS, 80, 12):
        count, what = count_of(match["count"]), match["what"]
        if (
            count < _FEWEST
            or (match["count"] == "năm" and _A_YEAR.search(content[: match.start()][-12:]))
            or what.split()[0] in _TIMES
        ):
            continue
        start = max(0, match.start() - _BACK)
        cut = max(_SENTENCE.finditer(content, start, match.start()), key=re.Match.start, default=None)
        start = cut.end() if cut else start
        counts = _names(content[start : match.start()], what) or _listed(draft.scene, start, match.start())
        size = max(counts, default=count)  # fewer than were named may be the last of them
        if size < count <= size + _OFF:
            words = content[match.start() : match.end()].strip()
            yield Finding(
                "SL201", Span(*match.span("count")), "doubtful", f"nêu «{words}» nhưng trước đó kể {size}",
                "xem lại số lượng hoặc các tên", (Span(start, match.start()),),
            )  # fmt: skip


def _names(words: str, what: str) -> set[int]:
    """How many names of that kind the words hold: in all and behind their last semicolon, with and without the bare."""
    word = f"[{what[0].upper()}{what[0]}]{re.escape(what[1:])}"
    kind = re.compile(rf"(?<![^\W\d_]){word}\s+(?=[{CAPITALS}])")
    counts: set[int] = set()
    for part in (words, words.rpartition(";")[2]):
        found = len(kind.findall(part))
        counts |= {found, found + len(_BARE.findall(part))} if found >= _FEWEST else set()
    return counts


def _listed(scene: Scene, start: int, end: int) -> set[int]:
    """How many named figures the one list between the two places holds; none where there are several."""
    held = [[one.place for one in run if start <= scene.starts[one.place] < end] for run in scene.once(named_runs)]
    lists = [places for places in held if len(places) >= _FEWEST]
    near = len(lists) == 1 and end - scene.ends[lists[0][-1]] <= _NEAR
    return {len(lists[0])} if near else set()
