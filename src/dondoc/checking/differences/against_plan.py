"""By how much a figure passes its plan, or falls short of it, where the plan stands behind that.

Finds         trồng mới 1.840 ha, còn thiếu 3.160 ha so với kế hoạch 5.000 ha
              phấn đấu thu đạt 1.050 tỷ đồng, tăng 50 tỷ đồng so với dự toán (1.000 tỷ đồng)
              đạt 83,9%, vượt 8,9% so với chỉ tiêu 75% · bố trí 7.246/7.913 biên chế, còn thiếu 667 biên chế
Leaves alone  thiếu 120 giáo viên so với định mức 1.480 người, where what there is does not stand before it
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.relation import Relation, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_BY = re.compile(
    r"[^;.()\d]{0,30}[,(]\s*(?:như vậy\s+|nhưng\s+|mới\s+|đã\s+)*(?:(?P<short>còn thiếu|thiếu|hụt|thấp hơn|kém|giảm"
    r"|còn phải [^\W\d_]+)|vượt|tăng|cao hơn|nhiều hơn)(?:\s+(?:thêm|là|được|tới))*\s+",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\s*(?:nữa\s+)?(?:\)\s*)?so (?:với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|định mức|nhu cầu|kịch bản)"
    r"[^,;.()\d]{0,30}(?:năm 20\d\d[^,;.()\d]{0,15})?\(?\s*",
    re.IGNORECASE,
)

_SHORT = re.compile(r"[^;.()\d]{0,40}[,(]\s*(?:hiện\s+|nay\s+|như vậy\s+)*(?:còn\s+)?thiếu\s+", re.IGNORECASE)
_PAIR = 2


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the difference of a figure and the plan behind it, or over which it stands."""
    yield from _under_plan(scene)
    behind = scene.told_by("kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "định mức", "nhu cầu", "kịch bản")
    for index in sorted(behind):
        done, by, plan = index - 2, index - 1, index
        if done < 0 or scene.sentence[done] != scene.sentence[plan]:
            continue
        figures = scene.figures[done], scene.figures[by], scene.figures[plan]
        if not (same_unit(figures[0], figures[2]) and same_unit(figures[1], figures[2])):
            continue
        if figures[0].unit is None or figures[0].role in ("change", "rank") or value_of(figures[2]) <= 0:
            continue
        said = _BY.fullmatch(scene.between(done, by))
        if said is None or _PLAN.fullmatch(scene.between(by, plan)) is None:
            continue
        more, less = (figures[2], figures[0]) if said["short"] else (figures[0], figures[2])
        by_much = replace(figures[1], value=abs(value_of(figures[1])))
        yield Relation("difference", (more, less), by_much, "difference.against-plan", likely=True)


def _under_plan(scene: Scene) -> Iterator[Relation]:
    """``đã bố trí 7.246/7.913 biên chế, còn thiếu 667 biên chế``."""
    for index in sorted(scene.told_by("thiếu")):
        if index < _PAIR or scene.sentence[index - _PAIR] != scene.sentence[index]:
            continue
        done, plan, short = scene.figures[index - _PAIR : index + 1]
        pair = scene.between(index - _PAIR, index - 1).strip() == "/"
        if pair and same_unit(plan, short) and _SHORT.fullmatch(scene.between(index - 1, index)) is not None:
            yield Relation("difference", (plan, done), short, "difference.short", likely=True)
