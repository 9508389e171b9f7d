"""Two opposite outcomes that leave nothing between them, and what they are of.

Finds         16.420 học sinh, hoàn thành chương trình 16.354 em, đạt 99,6%; chưa hoàn thành 66 em
              đúng hạn 19.255 hồ sơ (đạt 96,55%), đến hạn giải quyết 19.944 hồ sơ, quá hạn 689 hồ sơ
              lấy 480 mẫu, 463 mẫu đạt (96,5%), 17 mẫu không đạt · sát hạch 1.240 học viên, đỗ 1.087, trượt 153
Leaves alone  đạt 12 xã; không đạt chỉ tiêu 03 nhiệm vụ: two things · outcomes of which the sentence names no whole
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import counts_alike
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_DENIED = re.compile(r"\b(?:chưa|không)\s+(?:được\s+|thể\s+)?(?P<word>[^\W\d_]+)", re.IGNORECASE)
# What has failed, and what the others have done.
_PAIRS = tuple(
    (re.compile(failed, re.IGNORECASE), re.compile(done, re.IGNORECASE))
    for failed, done in (
        (r"\b(?:quá|trễ|chậm)\s+hạn\b", r"\b(?:đúng|trước|trong)\s+(?:và\s+(?:trước|đúng)\s+)?hạn\b"),
        (r"\b(?:trượt|rớt|hỏng|bị loại)\b", r"\b(?:đỗ|đậu|trúng tuyển|đạt)\b"),
        (r"\b(?:vi phạm|hư hỏng)\b", r"\b(?:đạt|hợp lệ|chấp hành|(?:bảo|đảm) (?:đảm|bảo))\b"),
        (r"\b(?:còn|vẫn|tạm|phải) (?:đóng|dừng|ngừng)|đóng cửa\b", r"\b(?:mở (?:cửa )?lại|hoạt động)\b"),
        (r"\b(?:trả lại|từ chối|bác)\b", r"\b(?:thông qua|chấp thuận|phê duyệt|thống nhất|tiếp nhận)\b"),
        (r"\b(?:chờ|tồn)\b", r"(?<!đang )(?<!chưa )\b(?:giải quyết|xử lý|trả kết quả|hoàn thành)\b"),
    )
)
_HINTS = (
    "hạn", "chưa", "không", "trượt", "rớt", "hỏng", "loại", "vi phạm", "đóng", "ngừng", "dừng", "trả lại", "từ chối",
    "chờ", "tồn",
)  # fmt: skip
_CUT = re.compile(r"[,;.:()\n]|\svà\s(?!(?:đúng|trước|sớm)\b)")
_ASIDE = re.compile(r"\b(?:kể cả|gồm cả|bao gồm|trong đó|có cả)\b[^,;.()\d]*\Z", re.IGNORECASE)
_REST = re.compile(r"\bcòn lại\b|\bkhác\b|\bđang\b", re.IGNORECASE)
_REACH = 7
# không kể, không quá, chưa có: nothing that others have done
_IDLE = frozenset("có còn phải là để kể tính quá những bị bao dưới trên hơn chỉ đủ thực rõ tới đến".split())  # noqa: SIM905


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each pair of outcomes in a sentence."""
    hinted = scene.told_by(*_HINTS)
    for index in sorted(hinted | {place - 1 for place in hinted} | {len(scene.figures) - 1}):
        if index < 2 or not _is_count(scene.figures[index]) or not _are_counted_before(scene, index):
            continue
        clause = _clause(scene, index)
        for done in _opposites(clause):
            place = _done(scene, index, done)
            if place is not None:
                yield from _of_whole(scene, place, index, done)
                break


def _are_counted_before(scene: Scene, index: int) -> bool:
    """Whether the sentence counts the same thing before a figure."""
    for place in range(index - 1, max(index - _REACH, 0), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return False
        if _is_counted(scene.figures[place], scene.figures[index]):
            return True
    return False


def _is_count(figure: Quantity) -> bool:
    return figure.unit != "%" and figure.role != "change" and is_exact(figure)


def _clause(scene: Scene, place: int) -> str:
    """The words before a figure, and those right behind it, of its clause."""
    return f"{_CUT.split(scene.before(place, 60))[-1]} {_CUT.split(scene.after(place, 50))[0]}"


def _opposites(clause: str) -> Iterator[re.Pattern[str]]:
    """What the others have done where the words of a clause tell of a failure."""
    for failed, done in _PAIRS:
        if failed.search(clause):
            yield done
    denied = _DENIED.search(clause)
    if denied is not None and denied["word"].lower() not in _IDLE:
        yield re.compile(rf"(?<!chưa )(?<!không )(?<!được )\b{denied['word']}\b", re.IGNORECASE)


def _done(scene: Scene, index: int, done: re.Pattern[str]) -> int | None:
    for place in range(index - 1, max(index - _REACH, 0), -1):
        if scene.sentence[place] != scene.sentence[index]:
            return None
        if _is_counted(scene.figures[place], scene.figures[index]) and done.search(_clause(scene, place)):
            return place
    return None


def _is_counted(figure: Quantity, other: Quantity) -> bool:
    return _is_count(figure) and counts_alike(figure, other)


def _of_whole(scene: Scene, done: int, index: int, outcome: re.Pattern[str]) -> Iterator[Relation]:
    """Of the figure of the sentence that the two make; else of the one right before them, where one slip does."""
    parts = scene.figures[done], scene.figures[index]
    total = value_of(parts[0]) + value_of(parts[1])
    others = [
        place
        for place in range(max(done - _REACH, 0), min(index + 2, len(scene.figures)))
        if place not in (done, index) and scene.sentence[place] == scene.sentence[index]
    ]
    alike = [place for place in others if _is_counted(scene.figures[place], parts[1])]
    for place in alike:
        if value_of(scene.figures[place]) == total:
            yield Relation("sum", parts, scene.figures[place], "sum.opposites", certain=False)
            return
    wholes = [place for place in alike if place > index or not _is_aside(scene, place)]
    if _REST.search(scene.after(index, 80)):
        return  # số còn lại phải bổ sung
    if len(wholes) == 1 and outcome.search(_clause(scene, wholes[0])):
        return  # hoàn thành tốt 12 chi hội, hoàn thành 49, không hoàn thành 3: one more outcome
    if len(wholes) == 1 and wholes[0] < done and scene.figures[wholes[0]].role != "plan":
        yield Relation("sum", parts, scene.figures[wholes[0]], "sum.opposites", certain=False, likely=True)


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether a figure is told of in passing (kể cả 25 hồ sơ), or is the first of a pair: 74/215 cơ sở."""
    return _ASIDE.search(scene.before(place, 40)) is not None or scene.after(place, 3).strip() == "/"
