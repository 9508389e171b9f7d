"""Parts that should add up to the whole the text gives them.

Finds         711 ha (Phường 9: 450 ha; Long Đức: 200 ha; ...) · gồm 1 cơ sở ..., 31 cơ sở ... và 5 cơ sở ...
              tổng nợ 26,271 tỷ đồng (trong đó nợ có khả năng thu 25,268 tỷ đồng, nợ khó thu 11,003 tỷ đồng)
              giải quyết đúng hạn 1.636 hồ sơ, trễ hạn 10 hồ sơ, of 1.646
Leaves alone  trong đó 10 nữ, 3 đảng viên of 25: some of the parts, no claim that these are all

Parts that exceed their whole are always shown: amounts as an error, counted cases as doubtful where they may overlap
(one case warned and fined). Parts that fall short are shown only where the words say that they are all of it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dondoc.checking.intervals import is_exact
from dondoc.checking.relation import Relation, forward, value_of
from dondoc.checking.scene import Scene
from dondoc.checking.wording import counts_alike
from dondoc.facts import Quantity

_AMONG = re.compile(r"trong (?:đó|số đó|số này)|nhất là|chủ yếu|riêng|tiêu biểu|điển hình", re.IGNORECASE)
_ALL = re.compile(r"\bgồm|chia ra|cụ thể|phân ra|được chia|lần lượt|như sau|theo thứ tự", re.IGNORECASE)
_REST = re.compile(r"còn lại|số còn|trễ hạn|quá hạn|chậm hạn", re.IGNORECASE)
_NEW_LIST = re.compile(
    r"kết quả|trong khi|ngoài ra|đồng thời|l[uũ]y kế|tính đến|qua đó|bên cạnh|tăng|giảm|so với", re.IGNORECASE
)
_STAGED = re.compile(r"công trình|dự án|nhiệm vụ|đề án|gói thầu|vụ|trường hợp")
_LABEL = re.compile(r"[:\-–]\s*\**\s*\Z")
# What is in time, late or not yet done cannot be two of these at once; buildings pass through stages that may overlap.
_EXCLUSIVE = re.compile(r"trong hạn|quá hạn|đúng hạn|trễ hạn|chưa (?:hoàn thành|thực hiện|giải quyết|xử lý|trả lời)")
_BUILT = re.compile(r"công trình|dự án|gói thầu|đề án")
_ONGOING = re.compile(r"đang (?:điều trị|giải quyết|xử lý|thực hiện|xem xét|xác minh)")
OVERLAP = "các nhóm có thể trùng nhau"


def find(scene: Scene) -> Iterator[Relation]:
    """Yield one relation for each list of parts, in the order of the wholes."""
    parts: dict[str, list[int]] = {}
    for index, figure in enumerate(scene.figures):
        if figure.of is not None and figure.of in scene.place:
            parts.setdefault(figure.of, []).append(index)
    for whole_id, indexes in parts.items():
        whole = scene.figures[scene.place[whole_id]]
        fitting = [i for i in indexes if _fits(scene.figures[i], whole)]
        for run in _runs(scene, fitting):
            relation = _of_run(scene, run, whole)
            if relation:
                yield relation


def _fits(part: Quantity, whole: Quantity) -> bool:
    if part.unit == "%" and whole.unit != "%":
        return False
    return counts_alike(part, whole) or (is_exact(part) and is_exact(whole))


def _runs(scene: Scene, indexes: Sequence[int]) -> Iterator[list[int]]:
    """Cut the parts of a whole where another list begins."""
    run: list[int] = []
    for index in indexes:
        apart = run and scene.block[run[-1]] != scene.block[index] and not _items(scene, run[-1], index)
        if apart or (run and _NEW_LIST.search(scene.between(index - 1, index))):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _items(scene: Scene, first: int, second: int) -> bool:
    """Whether the two stand in neighbouring list items, not one in the text and one in a footnote."""
    near = scene.block[second] - scene.block[first] <= 3
    return near and scene.block[first] not in scene.notes and scene.block[second] not in scene.notes


def _of_run(scene: Scene, run: list[int], whole: Quantity) -> Relation | None:
    if len(run) < 2:
        return None
    run = _exact_run(scene, run, whole)
    figures = tuple(scene.figures[i] for i in run)
    total = forward("sum", [value_of(part) for part in figures])
    lead = _lead(scene, run[0], whole)
    above = total > value_of(whole)
    rest = any(_REST.search(_words_of(scene, i)) for i in run[1:])
    every = (_ALL.search(lead) is not None or rest or _labelled(scene, run)) and not _AMONG.search(lead)
    counted = is_exact(whole) and all(is_exact(part) for part in figures)
    amounts_all = not counted and _complementary(scene, run)
    bracket = _bare_bracket(scene, run, whole)
    staged = _STAGED.search((whole.unit or "").lower()) is not None
    every = every or (bracket and not (staged and above))
    built = _BUILT.search((whole.unit or "").lower()) is not None
    told = " ".join(_words_of(scene, i).lower() for i in run)
    exclusive = not built and len(run) > 2 and _EXCLUSIVE.search(told) is not None
    every = every or (exclusive and above)
    doubt = OVERLAP if counted and above and not every else None
    if counted and above and not every and any(";" in scene.between(a, b) for a, b in pairwise(run)):
        above = False
    certain = above or every or (rest and _AMONG.search(lead) is not None)
    if total != value_of(whole) and any(scene.place[whole.id] == i + 1 for i in run):
        return None
    likely = (
        amounts_all
        or (len(run) > 2 and _ONGOING.search(told) is not None)
        or scene.block[run[0]] in scene.notes
        or (len(run) >= 3 and re.search(r"trong đó\s*:", lead, re.I) is not None)
    )
    return Relation("sum", figures, whole, "sum.parts", certain, doubt, likely)


def _exact_run(scene: Scene, run: list[int], whole: Quantity) -> list[int]:
    """The first or last parts of a run where these alone make the whole (289 đạt, 29 vi phạm, then 7 bị phạt)."""
    values = [value_of(scene.figures[i]) for i in run]
    target = value_of(whole)
    if sum(values) == target:
        return run
    for size in range(len(run) - 1, 1, -1):
        if sum(values[:size]) == target:
            return run[:size]
        if sum(values[-size:]) == target:
            return run[-size:]
    return run


def _lead(scene: Scene, first: int, whole: Quantity) -> str:
    """The words between the whole (or the figure before, or the start of the footnote) and the first part."""
    return scene.before(first, 120)


def _bare_bracket(scene: Scene, run: list[int], whole: Quantity) -> bool:
    """``03 hộ (02 hộ mới và 01 hộ bổ sung)``: a bracket right behind the whole that holds nothing but its parts."""
    place = scene.place[whole.id]
    opening = scene.between(place, run[0])
    following = scene.after(run[-1])
    direct = re.fullmatch(r"[^,;.(]{0,40}\(\s*", opening) is not None and place == run[0] - 1
    return direct and run[-1] - run[0] == len(run) - 1 and ")" in following


def _words_of(scene: Scene, index: int) -> str:
    return scene.before(index) + " " + re.split(r"[,;.)]", scene.after(index))[0]


def _labelled(scene: Scene, run: list[int]) -> bool:
    """``(Phường 9: 450 ha; Long Đức: 200 ha)``: each part under a label of its own."""
    return all(_LABEL.search(scene.before(i)) for i in run)


def _complementary(scene: Scene, run: list[int]) -> bool:
    """Two amounts told apart by one word (nợ có khả năng thu, nợ khó thu): the head is the same, so they divide it."""
    heads = [(scene.figures[i].indicator or "").lower().split() for i in run]
    return len(run) == 2 and all(len(head) > 1 for head in heads) and all(a[0] == b[0] for a, b in pairwise(heads))
