"""A share whose whole is named behind it, or is the plan, and stands further up.

Finds         khám bệnh 248.316 lượt ... chuyển tuyến 5.874 lượt, bằng 2,37% tổng số lượt khám
              đã xuống giống 701,3 nghìn ha ... thu hoạch 393,4 nghìn ha, đạt 56% diện tích xuống giống
              dự toán chi 26.811,1 tỷ đồng ... Ước thực hiện 27.535 tỷ đồng, đạt 102,70% dự toán
Leaves alone  names that no figure before bears · shares that a figure beside them gives · percentages of one digit

The name ties the two, not the sentence: told where it holds, or where one figure bears the name and one slip explains
why not.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.checking.arithmetic.intervals import telling_digits
from dondoc.checking.arithmetic.relation import Relation, computed_interval, holds, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_NAMED = re.compile(
    r"\s*(?:so với\s+|trên\s+|trong\s+|của\s+)?"
    r"(?P<name>(?:tổng|số|diện tích|dân số|kế hoạch|vốn|dự toán|chỉ tiêu|sản lượng|lượng)(?:\s+[^\W\d_]+){0,6})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"[^,;.()\d]{0,60}[,(]?\s*(?:chỉ |mới |đã |ước )?(?:đạt|chiếm|bằng|tương đương)(?:\s+(?:tỷ|tỉ) lệ)?\s*"
    r"(?:gần |hơn |trên )?",
    re.IGNORECASE,
)
_IDLE = frozenset(
    """
    tổng số của toàn tỉnh huyện xã thành phố địa phương bàn cả năm giao diện tích so lượng
    """.split()  # noqa: SIM905
)  # fmt: skip
_PLAN_WORDS = frozenset(("kế", "hoạch", "dự", "toán", "chỉ", "tiêu", "vốn"))  # a plan of somebody else's
_COMPARED = re.compile(r"cùng kỳ|năm trước|tháng trước", re.IGNORECASE)
_BACK, _DIGITS, _TELLING = 45, 2, 4
_PLAN_BLOCKS = 4


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares of a whole that is named."""
    for index in sorted(scene.told_by("đạt", "chiếm", "bằng", "tương")):
        share = scene.figures[index]
        if index == 0 or share.unit != "%" or share.role in ("change", "plan"):
            continue
        part = scene.figures[index - 1]
        if part.unit == "%" or scene.sentence[index - 1] != scene.sentence[index] or part.role == "change":
            continue
        after = scene.after(index, 60)
        named = _NAMED.match(after)
        if named is None or _COMPARED.search(after) or _SHARE.fullmatch(scene.between(index - 1, index)) is None:
            continue
        words = content_words(named["name"]) - _IDLE
        in_all = not words - _PLAN_WORDS and named["name"].lower().startswith("tổng")
        relation = (_of_named(scene, index, part, words, in_all) if words else None) or _of_plan(scene, index, part)
        if relation is not None:
            yield relation


def _of_named(scene: Scene, index: int, part: Quantity, words: frozenset[str], in_all: bool = False) -> Relation | None:
    """``words`` are what the whole is called; ``in_all``: a plan for all, which must be called so too."""
    share = scene.figures[index]
    if telling_digits(share) < _DIGITS:
        return None
    bearers: list[Quantity] = []
    for place in range(index - 2, max(index - _BACK, -1), -1):
        whole = scene.figures[place]
        if whole.unit == "%" or whole.role == "change" or not same_unit(whole, part):
            continue
        borne = content_words(f"{whole.indicator or ''} {scene.before(place, 90)} {whole.unit or ''}")
        if words <= borne and (not in_all or "tổng" in borne):
            relation = Relation("ratio", (part, whole), share, "ratio.named-whole", certain=False, held_only=True)
            if holds(relation):
                return relation
            bearers.append(whole)
    if (
        not (words - _PLAN_WORDS or in_all)
        or len(bearers) != 1
        or value_of(bearers[0]) < value_of(part)
        or _has_whole_beside(scene, index, part)
    ):
        return None
    relation = Relation("ratio", (part, bearers[0]), share, "ratio.named-whole", certain=False, likely=True)
    if _is_before(scene, index, bearers[0]) and words - _PLAN_WORDS:
        return replace(relation, certain=True)
    computed = computed_interval(relation)
    slip = find_repair(scene.facts.text, share, computed) if computed is not None else None
    return relation if slip is not None and not slip.cost else None


def _is_before(scene: Scene, index: int, whole: Quantity) -> bool:
    """Whether the whole is the last figure of the sentence before: ``gieo cấy 850 ha. Đã thu hoạch 810 ha, đạt ..``."""
    beside = scene.figures[index - 2] is whole and scene.block[index - 2] == scene.block[index]
    return beside and scene.sentences_between(index - 2, index) == 1 and not scene.figures[index].approx


def _has_whole_beside(scene: Scene, index: int, part: Quantity) -> bool:
    """Whether the sentence has another figure that the share may be of."""
    if part.of is not None:
        return True
    near = [at for at in range(max(index - 4, 0), index - 1) if scene.sentence[at] == scene.sentence[index]]
    if index + 1 < len(scene.figures) and scene.sentence[index + 1] == scene.sentence[index]:
        near.append(index + 1)
    return any(same_unit(scene.figures[at], part) for at in near)


def _of_plan(scene: Scene, index: int, part: Quantity) -> Relation | None:
    """The plan of the paragraphs above that gives a share of many digits."""
    share = scene.figures[index]
    if share.role != "share_of_plan" or telling_digits(share) < _TELLING:
        return None
    for place in range(index - 2, max(index - _BACK, -1), -1):
        plan = scene.figures[place]
        if scene.block[index] - scene.block[place] > _PLAN_BLOCKS:
            return None
        if plan.role == "plan" and same_unit(plan, part):
            relation = Relation("ratio", (part, plan), share, "ratio.plan-above", certain=False, held_only=True)
            if holds(relation):
                return relation
    return None
