"""The highest or the lowest of a list by its name, which another of the list exceeds.

Finds         Sở Tài chính 88,20 điểm, Sở Nội vụ 85,75 điểm, Sở Y tế 89,10 điểm. Đứng đầu: Sở Nội vụ
              dệt may tăng 12,4%; gỗ tăng 13,5%; hóa chất tăng 5,2%. Ngành hóa chất có mức tăng lớn nhất
Leaves alone  names that the list does not give or gives twice · năng suất cao nhất là xã An, behind a list of areas
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene
from dondoc.checking.worded.named_runs import Named, named_runs
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

_HIGH = r"(?:cao|lớn|nhiều|đông|khá|tốt|nhanh|mạnh)\s+nhất|dẫn đầu|đứng đầu|xếp đầu|đứng thứ nhất|xếp thứ nhất"
_LOW = r"(?:thấp|ít|nhỏ|kém|chậm)\s+nhất|đứng cuối|xếp cuối"
_MOST = re.compile(rf"(?P<high>{_HIGH})|(?P<low>{_LOW})")  # matched against small letters
_ENDS = anchors("nhất", "đầu", "cuối")
_BEHIND = re.compile(
    r"\s*(?:(?:bảng|danh sách|nhóm|trong số đó|vẫn|tiếp tục|lần này)\s+)*(?:là|thuộc về|vẫn là|:)\s+"
    r"(?P<name>[^\d,;.:()\n]{2,60}?)(?=\s*(?:[,;.\n(]|\Z|\s(?:với|cách|đạt|khi|do|nhờ|vì)\s))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\A|[.;,:\n]\s*)(?:[^,;.:\n]{0,40}(?:trên|nêu|kể|này),\s*)?(?P<name>[^\d,;.:()\n]{2,50}?)\s+"
    r"(?:(?:là|đang|vẫn|hiện)\s+)*(?:(?:là|có|đạt|cho)\s+(?P<what>[^\d,;.:()\n]{0,40}))?\Z",
    re.IGNORECASE,
)
_KINDS = content_words("ngành tỉnh huyện xã phường thị trấn thành phố nhóm đơn vị khu vực lĩnh vực mặt hàng sản phẩm")
_PLAIN = content_words(
    "mức tỷ lệ số lượng điểm chỉ kết quả giá trị đơn vị xã huyện ngành nơi đạt có nhóm mặt hàng giá lượng"
)
_CHANGE = content_words("tăng giảm tốc độ biến động")
_FALLS = content_words("giảm")
_SHOULD = re.compile(r"(?<![^\W\d_])(?:phải|nên|cần|sẽ|phấn đấu)(?![^\W\d_])", re.IGNORECASE)
_FIGURE = re.compile(r"[^.;,\d\n]{0,40}\d")
_SENTENCES, _BACK = 2, 110


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the superlatives by name that the list before them contradicts."""
    content, scene = draft.text.content, draft.scene
    low = lowered(content)
    for match in find_near(_MOST, low, low, _ENDS, 20, 0):
        told = _named(content, match)
        if told is None:
            continue
        name, what = told
        found = _in_lists(scene, match.start(), content_words(content[name.start : name.end]), what)
        if found is None:
            continue
        run, here = found
        best = (max if match["high"] else min)(run, key=lambda one: value_of(scene.figures[one.place]))
        if value_of(scene.figures[best.place]) != value_of(scene.figures[here.place]):
            yield _finding(draft, name, match, here, best)


def _named(content: str, match: re.Match[str]) -> tuple[Span, frozenset[str]] | None:
    """Who is said to be first, and in what."""
    behind = _BEHIND.match(content, match.end(), match.end() + _BACK)
    clause = re.split(r"[.;\n]", content[max(0, match.start() - _BACK) : match.start()])[-1]
    if behind is not None:
        words = re.split(r"[,:]", clause)[-1]
        return Span(*behind.span("name")), content_words(words)
    before = None if _SHOULD.search(clause) else _BEFORE.search(clause)
    if before is None or content_words(before["name"]) <= _PLAIN | _KINDS or _FIGURE.match(content, match.end()):
        return None  # mức giá cao nhất trong tuần 36,5 triệu đồng: of its own
    at = match.start() - len(clause)
    return Span(at + before.start("name"), at + before.end("name")), content_words(before["what"])


def _in_lists(scene: Scene, at: int, name: frozenset[str], what: frozenset[str]) -> tuple[list[Named], Named] | None:
    """The one list before ``at`` that holds the name, and its entry; none where several do."""
    index = bisect_left(scene.starts, at)
    held = []
    for run in reversed(scene.once(named_runs)):
        last = run[-1].place
        if last >= index or not index:
            continue
        apart = scene.sentence[index - 1] - scene.sentence[last]
        if apart > _SENTENCES or scene.sentences_between(last, index - 1) > 1:
            break
        own = [one for one in run if _is_called(one, name)]
        if len(own) == 1:
            held.append((run, own[0]))
    return held[0] if len(held) == 1 and _is_measured(scene, held[0][0], what) else None


def _is_called(one: Named, name: frozenset[str]) -> bool:
    a, b = one.words - _KINDS or one.words, name - _KINDS or name
    return bool(a and b) and (a <= b or b <= a)


def _is_measured(scene: Scene, run: list[Named], what: frozenset[str]) -> bool:
    """Whether the list is of that in which one is said to be first."""
    if what & _FALLS:
        return False
    of_change = all(scene.figures[one.place].role == "change" for one in run)
    if of_change != bool(what & _CHANGE) and (what - _PLAIN or of_change):
        return False
    first, last = scene.figures[run[0].place], scene.figures[run[-1].place]
    start = max(first.span.start - 200, 0)
    told = content_words(scene.facts.text.content[start : last.span.end])
    return (what - _PLAIN - _CHANGE) <= told


def _finding(draft: Draft, name: Span, match: re.Match[str], here: Named, best: Named) -> Finding:
    own, other = (draft.text[draft.scene.figures[one.place].span] for one in (here, best))
    message = f"ghi {match[0]}: {draft.text[name]} ({own}) nhưng danh sách có {best.name} {other}"
    spans = tuple(draft.scene.figures[one.place].span for one in (here, best))
    return Finding("SL202", name, "doubtful", message, f"xem lại tên đơn vị hoặc số của {best.name}", spans)
