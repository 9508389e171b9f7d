"""What is done and what is left of a whole, told in any order, a sentence or two apart at most.

Finds         Tổng vốn 4.300 tỷ đồng, đã phân bổ 3.100 tỷ đồng, còn lại 1.200 tỷ đồng chưa phân bổ
              Tiếp nhận 4.215 hồ sơ. Đã giải quyết 3.940 hồ sơ; đang giải quyết 275 hồ sơ
              được giao 6.438 tỷ đồng. Sở đã phân bổ 4.341 tỷ đồng; còn 2.097 tỷ đồng sẽ phân bổ khi đủ thủ tục
Leaves alone  số hộ nghèo còn 12.300 hộ · giảm xuống còn 5,2% · còn lại 300 hộ, where nothing done stands before it
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.sums.told_openers import is_part

_LEFT = re.compile(
    r"(?:[,;:(.\n]\s*(?:hiện\s+|nay\s+|và\s+|chỉ\s+|nên\s+)*(?:còn(?:\s+lại)?|thiếu)|\bvà\s+còn(?:\s+lại)?"
    r"|\bcòn lại|số chưa"
    r"|[,;:(.\n]\s*(?:hiện\s+|và\s+|số\s+)?đang\s+(?:giải quyết|xử lý|thi công|thực hiện|thụ lý|trong (?:thời )?hạn|"
    r"xem xét|điều tra|triển khai|xây dựng|hoàn thiện|xác minh|thẩm định))\b[^,;.()\d]{0,45}\Z",
    re.IGNORECASE,
)
_PENDING = re.compile(r"\bđang\s[^,;.()\d]{0,60}\Z", re.IGNORECASE)
_NOT_YET = re.compile(r"[,;]\s*(?:và\s+)?(?:chưa|không|tạm dừng|còn)\b[^,;.()\d]{0,45}\Z", re.IGNORECASE)
_DONE = re.compile(
    r"(?:đã|được|thực hiện|giải ngân|phân bổ|giải quyết|hoàn thành|thu hồi|bàn giao|cấp|hiện có|có mặt|sử dụng|chi|nộp"
    r"|tiêm|tuyển|xong|đạt)\b[^,;.()\d]{0,45}\Z",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:tổng|toàn|kế hoạch|được giao|giao|bố trí|tiếp nhận|thụ lý|khởi công|\bcó|phải|nhu cầu|dự toán|nhận)\b"
    r"(?:năm 20\d\d|[^;.()\d]){0,70}\Z",
    re.IGNORECASE,
)
_REACH = 14


def find(scene: Scene) -> Iterator[Relation]:
    """Yield what is left as the difference of its whole and what is done."""
    for index in sorted(scene.told_by("còn", "chưa", "thiếu", "đang")):
        if scene.is_amount(index) and _LEFT.search(scene.before(index, 90)):
            relation = _behind(scene, index)
            if relation is not None:
                yield relation


def _alike(scene: Scene, index: int, places: range) -> list[int]:
    """The amounts in the unit of a figure, in its sentence or the one beside it, without asides in brackets."""
    found: list[int] = []
    apart = 2 if _opens(scene, index) else 1
    for place in places:
        if not 0 <= place < len(scene.figures):
            break
        if abs(scene.sentence[place] - scene.sentence[index]) > apart or scene.block[place] != scene.block[index]:
            break
        aside = place < index and scene.has_closed(place, index)
        if scene.is_amount(place) and not aside and same_unit(scene.figures[place], scene.figures[index]):
            found.append(place)
    return found


def _opens(scene: Scene, index: int) -> bool:
    """Whether a figure is the first of its sentence."""
    return index == 0 or scene.sentence[index - 1] != scene.sentence[index]


def _behind(scene: Scene, index: int) -> Relation | None:
    """The whole, what is done, what is left, in this order."""
    earlier = _without_nested(scene, _alike(scene, index, range(index - 1, index - _REACH, -1)))
    for at, done in enumerate(earlier[:-1]):
        if not _DONE.search(scene.before(done, 80)):
            continue
        wholes = _without_parts(scene, earlier[at + 1 :])
        read = [_left(scene, whole, done, index) for whole in wholes]
        held = next((one for one in read if one is not None and holds(one)), None)
        if held is not None:
            return held if held is read[0] else None  # further off, others tell it where it holds
        beside = at == 0 and scene.sentence[index] - scene.sentence[done] <= _opens(scene, index)
        wholes = [whole for whole in wholes if scene.figures[whole].role != "part"]
        if not beside or not wholes or not _WHOLE.search(scene.before(wholes[0], 100)):
            return None
        return _left(scene, wholes[0], done, index)
    return None


def _without_parts(scene: Scene, places: list[int]) -> list[int]:
    """Without the parts of what stands before them: what is done is done of the whole."""
    wholes = {scene.figures[place].id for place in places}
    return [place for place in places if scene.figures[place].of not in wholes]


def _without_nested(scene: Scene, places: list[int]) -> list[int]:
    """Without what is told of a figure that is done: ``đã giải quyết 238 hồ sơ, trong đó đúng hạn 236 hồ sơ``."""
    told = ((place, scene.before(place, 80)) for place in places)
    done = {scene.figures[place].id for place, words in told if _DONE.search(words) and not _WHOLE.search(words)}
    return [place for place in places if scene.figures[place].of not in done]


def _has_others(scene: Scene, whole: int, left: int) -> bool:
    """``đã hoàn thành 5, đang thi công 3, chưa khởi công 2``: three divide their whole, if that is not what began."""
    after = left + 1
    if after >= len(scene.figures) or scene.sentence[after] != scene.sentence[left]:
        return False
    others = _NOT_YET.search(scene.before(after, 60)) is not None and is_part(
        scene.figures[after], scene.figures[whole]
    )
    return others and "khởi công" not in scene.before(whole, 60).lower()


def _left(scene: Scene, whole: int, done: int, left: int) -> Relation | None:
    total, settled, rest = scene.figures[whole], scene.figures[done], scene.figures[left]
    if _PENDING.search(scene.before(left, 90)):
        if _has_others(scene, whole, left):
            return None
        return Relation("sum", (settled, rest), total, "sum.pending", certain=False, likely=True)
    return Relation("difference", (total, settled), rest, "difference.left-over", certain=False, likely=True)
