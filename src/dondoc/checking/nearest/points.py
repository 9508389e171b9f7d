"""Three percentages side by side of which one is by how much the two others differ.

Finds         tỷ lệ tốt nghiệp 99,26%, cao hơn năm học trước 0,35% (98,91%) · công suất 108,4%, tăng 3,2% so với cùng kỳ
              là 105,2% · mục tiêu 70%, tăng 1,7 điểm phần trăm so với năm 2024 (68,3%)
Leaves alone  tăng 10,1% so với cùng kỳ (12,4%): nothing that they differ by
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import POINTS
from dondoc.checking.nearest.known import Known
from dondoc.checking.scene import Scene

_MOVED = re.compile(r"tăng|giảm|hơn|kém|vượt|thiếu|chênh", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*(?:so (?:với )?)?[^,;.()]{0,50}(?:\((?:[^()\d]|(?:19|20)\d\d){0,30}|\blà\s+)\s*", re.IGNORECASE
)
_BASE = re.compile(r"so (?:với )?|cùng kỳ|trước|đầu (?:năm|kỳ)|năm \d{4}|kế hoạch|chỉ tiêu|[(]", re.IGNORECASE)


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the points between two rates that are told with them."""
    for index in range(1, len(scene.figures) - 1):
        now, by, then = scene.figures[index - 1 : index + 2]
        if not (now.unit == then.unit == "%" and (by.unit == "%" or by.unit in POINTS)):
            continue
        if by.id in known.by_result or scene.sentence[index - 1] != scene.sentence[index + 1]:
            continue
        if scene.has_closed(index - 1, index):
            continue
        if now.role == "change" != then.role or not by.value:
            continue
        words = scene.between(index, index + 1)
        moved = _MOVED.search(scene.before(index))
        if moved is None or not _BASE.search(f"{scene.before(index)}{words}"):
            continue
        holding = abs(value_of(now) - value_of(then)) == abs(value_of(by))
        told = "change" not in (now.role, then.role)  # a share less a growth is nothing
        beside = _BESIDE.fullmatch(words) is not None and told and by.id not in known.wrong
        if holding or beside:
            relation = Relation("difference", (now, then), by, "difference.nearest-points", False, likely=beside)
            grown = Relation("growth_of", (now, then), by, "growth.nearest", False)
            if holding or not holds(grown):
                yield replace(relation, held_only=not beside)
