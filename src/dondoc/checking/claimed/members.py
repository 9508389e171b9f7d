"""The members of a list that may be all of a figure before it: in its sentence, behind a bracket, in lines.

Finds         48 cơ sở: 6 trường, 9 trung tâm, 33 cơ sở khác · 52 công trình (mới 20, cũ 32); xong 31; đang làm 14; ...
              36 chủ đầu tư theo tiến độ: / - Nhóm nhanh: 14 chủ đầu tư / - Nhóm chậm: 22 chủ đầu tư
Leaves alone  shares, changes and lengths of time, which say something of a member · what a word like tăng, so với,
              kế hoạch tells of another time or of a plan
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.names.additive import adds_up, is_loss
from dondoc.checking.names.wording import are_of_other_kinds, same_unit
from dondoc.checking.scene import Scene
from dondoc.lexicon.units import unit_lexicon

REST = re.compile(r"\bkhác\b|(?:còn|giữ|để) lại|\bchưa\b|\bđang\b|quá hạn|trễ hạn|muộn|tạm\b|\bkhông\b", re.IGNORECASE)
# Matched against small letters.
_APART = re.compile(
    r"(?<!gia )\btăng\b(?! cường)|\bgiảm\b(?! nghèo)|cùng kỳ|kế hoạch|chỉ tiêu|luỹ kế|lũy kế|so với|ngoài ra|bình quân"
    r"|mỗi|\btổng|nâng|từ\s+\Z|trong khi|đồng thời|dự kiến|phạt|\bcộng\b|dự toán|vượt|hụt|năm trước|số tiền"
    r"|thời gian|trong đó|\bbằng\b|đến hết|cả năm|ước cả"
)
_AMONG = re.compile(r"\n\s*(?:[-+*•–]\s*)?(?:trong đó|gồm|chia ra)\b", re.IGNORECASE)
_MARK = re.compile(r"\s*[-+*•–]\s")
_SEPARATED = re.compile(r"[,;](?!\d)|\svà\s|\n")
_ASIDE = re.compile(r"\([^()]*\)")
_MOST, _REACH, _WIDE = 14, 6, 90


def may_be_whole(scene: Scene, index: int) -> bool:
    """Whether a figure is an amount or a count that may have parts."""
    figure = scene.figures[index]
    if figure.unit in ("%", None) or figure.role in ("change", "rank") or "/" in (figure.unit or ""):
        return False
    return value_of(figure) > 1 and not _is_of_time(figure.unit) and adds_up(scene, index) and not is_loss(scene, index)


@lru_cache(maxsize=1024)
def _is_of_time(unit: str | None) -> bool:
    known = unit_lexicon().words.get((unit or "").lower())
    return known is not None and known.kind == "time"


def rows(scene: Scene, index: int) -> Iterator[list[int]]:
    """The members right behind a figure, those behind the bracket that follows it, and those of its next lines."""
    first = index + 1
    while first < min(index + _REACH, len(scene.figures)) and is_aside(scene, first):
        first += 1
    starts = [first]
    if first < len(scene.figures) and "(" in scene.between(first - 1, first):
        behind = first
        while behind < min(first + _REACH, len(scene.figures)) and not scene.has_closed(first, behind):
            behind += 1
        starts.append(behind)
    for start in starts:
        row = _row(scene, index, start)
        if len(row) > 1:
            yield row
    row = _lines(scene, index)
    if len(row) > 1:
        yield row


def _lines(scene: Scene, index: int) -> list[int]:
    """The first figure of each of the lines under a whole, where its own ends in a colon or they begin "Trong đó"."""
    content, row = scene.facts.text.content, list[int]()
    end = content.find("\n", scene.ends[index], scene.ends[index] + _WIDE + 1)
    if end < 0:
        return []
    among = _AMONG.match(content, end)
    if not (content[scene.ends[index] : end].rstrip().endswith(":") or among):
        return []
    block = scene.block[index]
    for place in range(index + 1, min(index + 3 * _MOST, len(scene.figures))):
        if scene.block[place] == block or (row and scene.block[place] == scene.block[row[-1]]):
            continue
        apart = scene.block[place] - scene.block[row[-1] if row else index]
        last = place + 1 == len(scene.figures) or scene.block[place + 1] != scene.block[place]
        if scene.figures[place].unit == "%" and not last:
            continue  # nhóm dưới 30%: 9 chủ đầu tư
        if apart > 1 or not _is_member(scene, place, index) or is_apart(scene.before(place, 40)):
            break
        row.append(place)
        if among and REST.search(scene.before(place, 40)):
            return row
    return row if row and not _goes_on(scene, row) else []


def _goes_on(scene: Scene, row: list[int]) -> bool:
    """Whether the line behind the last one of a list has the same mark: a line that was not read with them."""
    blocks = scene.facts.text.blocks
    last = scene.block[row[-1]]
    if last >= len(blocks):
        return False
    own, following = (_MARK.match(scene.facts.text[blocks[at].span]) for at in (last - 1, last))
    return own is not None and following is not None and own[0].strip() == following[0].strip()


def _row(scene: Scene, index: int, first: int) -> list[int]:
    """The members of the sentence from ``first`` on, where there may be more than one."""
    row: list[int] = []
    if first + 1 >= len(scene.figures) or scene.sentence[first + 1] != scene.sentence[index]:
        return row
    for place in range(first, min(first + _MOST, len(scene.figures))):
        if scene.sentence[place] != scene.sentence[index] or scene.has_closed(row[0] if row else index, place):
            break
        if is_aside(scene, place) or (row and _is_in_bracket(scene, row[-1], place)):
            continue
        if not _is_member(scene, place, index) or (row and not _follows(scene, row, place)):
            break
        row.append(place)
    return row


def _is_in_bracket(scene: Scene, last: int, place: int) -> bool:
    """Whether a bracket that opened behind a member still holds a figure: it says something of that."""
    return "(" in scene.between(last, place) and not scene.has_closed(last + 1, place)


def _follows(scene: Scene, row: list[int], place: int) -> bool:
    """Whether a figure goes on with a list: behind a comma, or a semicolon where these part all members."""
    gap = scene.between(row[-1], place)
    if is_apart(_ASIDE.sub("", gap)) or not _SEPARATED.search(gap):
        return False
    between = [scene.between(one, other) for one, other in pairwise(row)]
    return ";" not in gap or any(";" in one for one in between) or not between or "," not in between[0]


def is_apart(words: str) -> bool:
    """Whether words before a figure tell of another time, of a plan, or of something else than a member."""
    return _APART.search(words.lower()) is not None


def is_aside(scene: Scene, place: int) -> bool:
    """Whether a figure only says something of another: its share, its change, how long it took."""
    figure = scene.figures[place]
    return figure.unit == "%" or figure.role in ("change", "share_of_plan", "rank", "rate") or _is_of_time(figure.unit)


def _is_member(scene: Scene, place: int, index: int) -> bool:
    figure, whole = scene.figures[place], scene.figures[index]
    if figure.role == "plan" and whole.role != "plan":
        return False
    if same_unit(figure, whole):
        return True
    return is_exact(figure) and is_exact(whole) and not are_of_other_kinds(figure, whole)


def is_bracketed(scene: Scene, index: int, first: int) -> bool:
    """Whether a bracket stands between a whole and a list: it may be parted in two ways."""
    return ")" in scene.between(first - 1, first) or scene.has_closed(index + 1, first)
