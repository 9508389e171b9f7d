"""What the rules look at: the readable figures in order, the words between them, the block each stands in.

Everything here is built in one pass over the figures, so that a rule looks only at neighbours.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, TypeVar

from dondoc.checking.names.wording import SIDES
from dondoc.checking.ranges import range_ends
from dondoc.facts import Facts, Quantity
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.anchors import lowered
from dondoc.grammar.finding import Finder

T = TypeVar("T")
_SENTENCE_END = re.compile(rf"[.!?…][\"”’)*]*\s+(?=[{CAPITALS}*(“\"])|\n\s*\n")

_FULL_STOP = re.compile(rf"[.!?][\"”’)*]*\s+(?=[{CAPITALS}*(“\"])")
_FAR = 2000
_BRACKET = re.compile(r"[()]")
# Words, in small letters, that rules ask for before figures.
_TELLING = (
    *("trong đó", "trong số", "gồm", "chia", "chia ra", "phân ra", "phân theo", "cụ thể", "như sau", "kết quả", "có"),
    *(":", "(", "cộng", "cả ", "còn", "chưa", "đang", "không", "hạn", "vượt", "siêu", "xử", "quyết", "tháng", "tổng"),
    *("tỷ lệ", "tỉ lệ", "chiếm", "đạt", "bằng", "tương", "nâng", "đưa", "trừ", "tính", "kể", "không bao", "chưa bao"),
    *("thêm", "khẩu", "trong", "đã", "khởi tố", "xử lý", "dân số", "lực lượng", "diện tích", "cùng kỳ", "so với"),
    *("trước", "bội", "thặng dư", "thâm hụt", "toàn", "quý", "bình quân", "trung bình", "mỗi", "lũy", "luỹ"),
    *("đầu năm", "thiếu", "như vậy", "kết dư", "chênh lệch", "cơ cấu", "tỷ trọng", "tỉ trọng", "mức", "riêng"),
    *("bóc tách", "lần lượt", "tương ứng", "tức", "hay", "nghĩa", "trên", "đầu người"),
    *("hoàn thành", "không đạt", "chưa đạt", "hụt", "tồn", "dư", "kỳ sau", "khác", "còn lại", "phân"),
    *("đầu kỳ", "đầu tháng", "đầu quý", "cũ", "từ", "lỗ", "âm", "gộp", "chờ", "phải", "cần", "nốt", "đến", "tới"),
    *("lương", "giá", "năng suất", "lượng mưa", "mực nước", "nhiệt độ", "độ tuổi", "cao nhất", "thấp nhất", "tối đa"),
    *("tối thiểu", "dao động", "tốc độ", "hệ số", "chỉ số", "điểm", "tăng", "nhích", "nhỉnh", "hơn", "dôi", "giảm"),
    *("thoát", "bớt", "rời", "thực tế", "hạ", "mất", "hao", "kém", "sụt", "xuống", "tụt", "rút", "nữa", "ngoài"),
    *("kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "định mức", "nhu cầu", "kịch bản", "chuyển"),
    *("trội", "thua", "loại", "cắt", "còn phải", "trượt", "rớt", "hỏng", "vi phạm", "đóng", "ngừng", "dừng"),
    *("trả lại", "từ chối", "chung", "tất", "hợp", "cùng với", "góp", " hai ", " ba ", " bốn ", " này", " đó"),
    *(" trên", ")"),
    *SIDES,
)
_FINDER = Finder(_TELLING, overlap=True)


@dataclass(frozen=True, slots=True)
class Scene:
    """``figures`` with a value, in reading order; ``place`` is the index of a figure by id, ``sentence`` and ``block``
    a number for each index (equal numbers: the same sentence, the same block); ``anchor`` the figure before the mark
    of the footnote that holds the figure (by block), ``notes`` the blocks that are footnotes, ``ranges`` the ids of the
    figures that are the ends of a range, ``starts`` and ``ends`` where the figures begin and end, ``told`` and
    ``answered`` what ``told_by`` has looked up and said: rules ask for the same words; ``kept`` what ``once`` was told,
    ``known`` what ``of`` was, of each figure."""

    facts: Facts
    figures: tuple[Quantity, ...]
    place: dict[str, int]
    block: tuple[int, ...]
    sentence: tuple[int, ...]
    anchor: dict[int, int]
    notes: frozenset[int]
    ranges: frozenset[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    told: dict[str, set[int]] = field(default_factory=dict)
    answered: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)
    kept: dict[object, Any] = field(default_factory=dict)
    known: dict[object, dict[int, Any]] = field(default_factory=dict)

    def is_amount(self, index: int) -> bool:
        """Whether a figure is an amount or a count in a unit: no percentage, no change."""
        figure = self.figures[index]
        return figure.unit not in ("%", None) and figure.role != "change"

    def between(self, first: int, second: int) -> str:
        """The words from the end of figure ``first`` to the start of figure ``second``."""
        return self.facts.text.content[self.ends[first] : self.starts[second]]

    def sentences_between(self, first: int, second: int) -> int:
        """How many sentences end between two figures; the lines of a list are none."""
        start, end = self.figures[first].span.end, self.figures[second].span.start
        end = min(end, start + _FAR)  # further apart it is many
        return sum(1 for _ in _FULL_STOP.finditer(self.facts.text.content, start, end))

    def has_closed(self, first: int, second: int) -> bool:
        """Whether figure ``first`` stands in a bracket that ends before figure ``second``: an aside to it."""
        content, start = self.facts.text.content, self.ends[first]
        end = min(self.starts[second], start + _FAR)  # no aside is longer
        closed = content.find(")", start, end)
        if closed < 0 or content.find("(", start, closed) < 0:
            return closed >= 0
        depth = 0
        for sign in _BRACKET.findall(content, start, end):
            depth += 1 if sign == "(" else -1
            if depth < 0:
                return True
        return False

    def after(self, index: int, width: int = 60) -> str:
        """The words after a figure, up to the next one and ``width`` characters at most."""
        start = self.ends[index]
        end = start + width
        if index + 1 < len(self.starts) and self.starts[index + 1] < end:
            end = self.starts[index + 1]
        return self.facts.text.content[start:end]

    def before(self, index: int, width: int = 80) -> str:
        """The words before a figure, back to the one before it and ``width`` characters at most."""
        end = self.starts[index]
        start = self.ends[index - 1] if index else 0
        return self.facts.text.content[start if start > end - width else end - width : end]

    def told_by(self, *words: str) -> frozenset[int]:
        """The figures with one of ``words`` (small letters) between the figure before them and themselves.

        A look at the places of a few words spares a search before every figure.
        """
        if (known := self.answered.get(words)) is not None:
            return known
        if not self.told:
            self._look_up(_FINDER, _TELLING)
        if other := [word for word in words if word not in self.told]:
            self._look_up(Finder(other, overlap=True), other)
        return self.answered.setdefault(words, frozenset().union(*map(self.told.__getitem__, words)))

    def told_behind(self, *words: str) -> frozenset[int]:
        """The figures with one of ``words`` between themselves and the next figure, and the last one."""
        key = ("behind", *words)
        if (known := self.answered.get(key)) is None:
            last = frozenset(range(len(self.figures))[-1:])
            known = self.answered[key] = last.union(index - 1 for index in self.told_by(*words) if index)
        return known

    def _look_up(self, finder: Finder, words: Sequence[str]) -> None:
        """Put down before which figures each of ``words`` stands: one pass over the text finds all of them."""
        starts, ends = self.starts, self.ends
        found = [self.told.setdefault(word, set()) for word in words]
        for word, at, behind in finder.find(lowered(self.facts.text.content)):
            index = bisect_left(starts, behind)
            if index < len(starts) and (not index or ends[index - 1] <= at):
                found[word].add(index)

    def once(self, ask: Callable[["Scene"], T]) -> T:
        """What ``ask`` finds in the scene, looked for once however many rules want to know."""
        if ask not in self.kept:
            self.kept[ask] = ask(self)
        found: T = self.kept[ask]
        return found

    def of(self, index: int, ask: Callable[["Scene", int], T]) -> T:
        """What ``ask`` says of a figure, asked once as well."""
        if (known := self.known.get(ask)) is None:
            known = self.known[ask] = {}
        if index not in known:
            known[index] = ask(self, index)
        found: T = known[index]
        return found

    def find(self, quantity_id: str | None) -> Quantity | None:
        """The readable figure with that id."""
        index = self.place.get(quantity_id) if quantity_id is not None else None
        return None if index is None else self.figures[index]


def read_scene(facts: Facts) -> Scene:
    """Return the scene of ``facts``."""
    figures = tuple(sorted((q for q in facts.quantities if q.value is not None), key=attrgetter("span")))
    begins, ends = tuple([one.span.start for one in figures]), tuple([one.span.end for one in figures])
    starts = [block.span.start for block in facts.text.blocks]
    blocks = tuple([bisect_right(starts, begin) for begin in begins])
    sentences = [0] if figures else []
    content = facts.text.content
    for index in range(1, len(figures)):
        new = blocks[index] != blocks[index - 1] or _SENTENCE_END.search(content, ends[index - 1], begins[index])
        sentences.append(sentences[-1] + bool(new))
    return Scene(
        facts,
        figures,
        {quantity.id: index for index, quantity in enumerate(figures)},
        blocks,
        tuple(sentences),
        _anchors(facts, figures, starts),
        frozenset(number for number, block in enumerate(facts.text.blocks, start=1) if block.kind == "footnote"),
        range_ends(content, figures),
        begins,
        ends,
    )


def _anchors(facts: Facts, figures: tuple[Quantity, ...], starts: list[int]) -> dict[int, int]:
    ends = [quantity.span.end for quantity in figures]
    anchors: dict[int, int] = {}
    for note in facts.text.footnotes:
        if note.anchor is None:
            continue
        figure = bisect_right(ends, note.anchor) - 1
        home = bisect_right(starts, note.anchor)
        if figure >= 0 and bisect_right(starts, figures[figure].span.start) == home:
            anchors[bisect_right(starts, note.span.start)] = figure
    return anchors
