"""One rate given to two things: the second may be copied from the first.

Finds         thu nội địa đạt 62,47% dự toán; thu xuất nhập khẩu đạt 62,47% dự toán
              vốn trung ương giải ngân đạt 71,36%; vốn tỉnh đạt 71,36%
Leaves alone  the same indicator told twice; rates of two or three digits; rates that their own figures confirm
              bán đấu giá 75,01% cổ phần ... Đơn vị mua 75,01% cổ phần: told again in other words, no row of rates

Two unrelated rates of four digits agree once in thousands of times.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.names.short import in_full
from dondoc.checking.names.wording import content_words, names_overlap
from dondoc.checking.scene import Scene

_DIGITS = 4
_GIVES_RATE = ("ratio", "growth")
_NEAR = 8
_MANY = 6
_ALIKE = 0.7
_LEAD = 40
_LAST_WORD = re.compile(r"(?:[^\W\d_]+|\()\s*\Z")
_IDLE = frozenset("tỷ tỉ lệ đạt kế hoạch dự toán vốn như vậy bằng chiếm tăng giảm".split())  # noqa: SIM905


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the rates that a near figure of another name repeats to the last digit."""
    scene = draft.scene
    confirmed = {check.result for check in draft.checks if check.verdict == "consistent" and check.kind in _GIVES_RATE}
    last: dict[tuple[str, str, str | None], int] = {}
    for index, figure in enumerate(scene.figures):
        if figure.unit != "%" or figure.rule == "table.cell" or telling_digits(figure) < _DIGITS:
            continue
        key = (str(value_of(figure)), figure.role, figure.base)
        earlier = last.get(key)
        last[key] = index
        if earlier is None or index - earlier > _NEAR or not figure.indicator:
            continue
        other = scene.figures[earlier]
        if figure.id in confirmed or not other.indicator or not scene.ranges.isdisjoint((figure.id, other.id)):
            continue
        if _is_of_names(scene, index):
            continue
        if scene.sentence[index] - scene.sentence[earlier] > 1 or scene.sentences_between(earlier, index) > 1:
            continue
        if not _are_two(scene, earlier, index) or not _are_parallel(scene, earlier, index):
            continue
        words = draft.text[figure.span]
        message = f"{words} đã ghi cho «{other.indicator}», nay lại ghi cho «{figure.indicator}»"
        yield Finding("SL205", figure.span, "doubtful", message, "xem lại số gốc, có thể chép nhầm", (other.span,))


def _are_two(scene: Scene, first: int, second: int) -> bool:
    """Whether two things bear the rate: their names have little in common, or each has a word of its own where one
    sentence tells them one after the other (vốn trung ương đạt 71,36%, vốn tỉnh đạt 71,36%)."""
    one, other = in_full(scene.figures[first].indicator), in_full(scene.figures[second].indicator)
    if names_overlap(one, other) < _ALIKE:
        return True
    if second != first + 1 or scene.sentence[first] != scene.sentence[second]:
        return False
    words = [content_words(f"{name} {scene.before(at, _LEAD)}") - _IDLE for name, at in ((one, first), (other, second))]
    return bool(words[0] - words[1]) and bool(words[1] - words[0])


def _are_parallel(scene: Scene, first: int, second: int) -> bool:
    """Whether one word introduces both (đạt 71,36% ... đạt 71,36%), as in the rows in which one copies."""
    one, other = (_LAST_WORD.search(scene.before(at, _LEAD).lower()) for at in (first, second))
    return one is not None and other is not None and one[0].strip() == other[0].strip()


def _is_of_names(scene: Scene, index: int) -> bool:
    """Whether the rates of many stand in a row with nothing beside them: of small numbers some are equal by chance."""
    row = [
        scene.figures[at].unit == "%"
        for at in range(max(index - _NEAR, 0), min(index + _NEAR, len(scene.figures)))
        if scene.sentence[at] == scene.sentence[index]
    ]
    return len(row) >= _MANY and all(row)
