"""Lists that one slip keeps from making the figure before them, where figures of other matters hardly ever would come
so near.

Finds         vi phạm 7.605,42 triệu đồng, đã kiến nghị thu hồi 1.125 triệu đồng, kiến nghị khác 5.880,42 triệu đồng
              242 vụ, 344 đối tượng. Đã khởi tố 179 vụ, 251 bị can, xử lý hành chính 38 vụ, đang điều tra 32 vụ
              tổng diện tích 27.360,5 ha. Trong đó: ngô 8.714 ha; lạc 4.069,8 ha; ... ; rau đậu 3.210,5 ha
Leaves alone  some of many (nhất là, chủ yếu, tiêu biểu) · parts whose shares of the whole are less than all of it
              lists that more than one slip would have to explain, or one in a figure of few digits
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from dondoc.checking.arithmetic.relation import Relation, computed_interval, holds, needed_interval, value_of
from dondoc.checking.arithmetic.repair import find_repair
from dondoc.checking.names.additive import adds_up
from dondoc.checking.names.exclusive import are_exclusive
from dondoc.checking.names.wording import same_unit, unnumbered
from dondoc.checking.nearest.known import Known, in_bracket
from dondoc.checking.scene import Scene

_OPENS = re.compile(r"trong (?:đó|số)|gồm|chia ra|phân (?:ra|theo)|cụ thể|như sau|:|\([^()]*\Z", re.IGNORECASE)
_THEN = re.compile(r"cùng kỳ|năm (?:trước|ngoái)|tháng trước|\btừ\s+\Z", re.IGNORECASE)
_TRAILS = re.compile(r"[^;.(]{0,40}(?:…|\.\.\.|v\.v)")
_YEAR = re.compile(r"\bnăm (?:19|20)\d\d", re.IGNORECASE)
_REST = re.compile(r"\bkhác\b|còn lại", re.IGNORECASE)
_SOME = re.compile(
    r"nhất là|chủ yếu|(?<!sầu )\briêng\b|tiêu biểu|điển hình|\bnhư\b(?! sau)|lớn|cao nhất|đứng|dẫn đầu"
    r"|tiếp (?:đến|theo)|nhiều|một số|\btrên\s+\Z|\bdưới\s+\Z",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?<!gia )\btăng\b(?! cường)|\bgiảm\b|cùng kỳ|kế hoạch|chỉ tiêu|luỹ kế|lũy kế|so với|ngoài ra|bình quân"
    r"|mỗi|tổng|nâng|từ\s+\Z|trong khi|tương ứng|bên cạnh|đồng thời|dự kiến|phạt",
    re.IGNORECASE,
)
_OWN = re.compile(r"[;)]|:(?=\s*[^\W\d_])")  # "Trong tổng nợ: nợ khó thu": what stands before the sign is no name
_MOST, _FEWEST, _LONG, _BLOCKS = 14, 3, 4, 8
_FAR, _ALL = 3.0, 90


def find(scene: Scene, known: Known) -> Iterator[Relation]:
    """Yield the sums of lists that one slip keeps from holding."""
    opened = scene.told_by(
        "trong đó", "trong số", "gồm", "chia", "phân", "cụ thể", "như sau", ":", "(", "khác", "còn lại"
    )
    for index, near in known.amounts.behind.items():
        whole = scene.figures[index]
        if len(near) < 2 or not _may_be(scene, index) or whole.id in known.parts or whole.id in known.wrong:
            continue
        told = known.by_result.get(whole.id)
        if told is None or told.form != "sum":
            relation = _of_whole(scene, known, index, near, opened)
            if relation is not None:
                yield relation


def _may_be(scene: Scene, place: int) -> bool:
    return scene.figures[place].role != "change" and value_of(scene.figures[place]) > 0


def _of_whole(scene: Scene, known: Known, index: int, near: list[int], told: frozenset[int]) -> Relation | None:
    row = _row(scene, index, near)
    ids = {scene.figures[place].id for place in row}
    if len(row) < 2 or not known.parts.isdisjoint(ids) or not known.doubted.isdisjoint(ids):
        return None
    if len(row) < _FEWEST and told.isdisjoint(row):
        return None
    goal, total = known.amounts.values[index], sum(known.amounts.values[place] for place in row)
    if total > goal * _FAR or total * _FAR < goal or not adds_up(scene, index):
        return None
    if not _may_come_to(scene, row, index):
        return None
    names, own = [scene.of(place, _name) for place in row], scene.of(index, _name)
    opened = _OPENS.search(scene.before(row[0], 90)) is not None
    rest = _REST.search(names[-1]) is not None or _REST.match(scene.after(row[-1], 20)) is not None
    exclusive = len(row) >= _FEWEST and are_exclusive(names) and not are_exclusive([own, *names])
    listed = len(row) > _FEWEST and scene.sentence[row[-1]] == scene.sentence[row[0]]
    if not opened and all(_has_share(scene, place) for place in (index, *row)):
        return None  # Cô Vân 90 lượt (30%), Tiên Sa 60 lượt (20%), các nơi khác 30 lượt (10%)
    if not (opened or rest or exclusive or listed) or _are_shares(scene, known, row, index):
        return None
    parts = tuple(scene.figures[place] for place in row)
    relation = Relation("sum", parts, scene.figures[index], "sum.row", certain=False, likely=True, complete=False)
    if holds(relation):
        return relation
    if _is_sibling(scene, row, index):
        return None
    digits = _LONG - (exclusive or rest) - (len(row) > _FEWEST)
    digits = _LONG if listed and not opened else digits
    return relation if _slip_digits(scene, relation) >= digits else None


def _name(scene: Scene, place: int) -> str:
    return unnumbered(scene.before(place, 60))


def may_be_all(scene: Scene, row: list[int], index: int) -> bool:
    """Whether the words let a list be all of the figure at ``index``, which is none of its members."""
    return _may_come_to(scene, row, index) and not _is_sibling(scene, row, index)


def _may_come_to(scene: Scene, row: list[int], index: int) -> bool:
    """Whether nothing speaks against it: no examples, no other times, no changes."""
    if any(scene.of(place, _is_apart) for place in row) or _TRAILS.match(scene.after(row[-1], 60)):
        return False
    return not scene.of(index, _is_of_then) and sum(scene.of(place, _has_year) for place in row) <= 1


def _is_sibling(scene: Scene, row: list[int], index: int) -> bool:
    """``phí môi trường 520 tỷ; thuế nhà đất 284 tỷ; thuế tài nguyên 215 tỷ``: whether a figure is one of a list that
    goes on behind it, not what the list is of."""
    apart = [scene.between(one, other) for one, other in pairwise((index, *row))]
    return ";" in scene.before(index, 60) and all(";" in words for words in apart) and _OPENS.search(apart[0]) is None


def _own_name(scene: Scene, place: int) -> str:
    return _OWN.split(scene.of(place, _name))[-1]


def _is_apart(scene: Scene, place: int) -> bool:
    """Whether a figure is one of some, or of another time."""
    name = _own_name(scene, place)
    return _SOME.search(name) is not None or _APART.search(name) is not None


def _is_of_then(scene: Scene, place: int) -> bool:
    return _THEN.search(scene.of(place, _name)) is not None


def _has_year(scene: Scene, place: int) -> bool:
    return _YEAR.search(_own_name(scene, place)) is not None


def _has_share(scene: Scene, place: int) -> bool:
    """Whether a percentage stands in a bracket behind a figure."""
    following = place + 1
    if following == len(scene.figures) or scene.figures[following].unit != "%":
        return False
    return scene.between(place, following).strip() == "("


def _row(scene: Scene, index: int, near: list[int]) -> list[int]:
    """The figures behind a whole in its unit, to the end of their sentence or list."""
    row: list[int] = []
    for place in near:
        last = row[-1] if row else index
        apart = scene.block[place] - scene.block[last]
        far = scene.block[place] - scene.block[index] > _BLOCKS or apart > 1
        if far or (not apart and scene.sentence[place] - scene.sentence[last] > (not row)) or len(row) == _MOST:
            break
        if row and apart and scene.block[row[0]] == scene.block[index]:
            break
        if not _may_be(scene, place) or not same_unit(scene.figures[place], scene.figures[index]):
            continue
        if in_bracket(scene, place) and not (row and in_bracket(scene, row[0])) and place > index + 1:
            continue  # what a part was, or was to be
        if row and apart and scene.block[place] == scene.block[place - 1]:
            continue
        row.append(place)
    return row


def _are_shares(scene: Scene, known: Known, row: list[int], whole: int) -> bool:
    """Whether parts are told with their shares of the whole, which are less than all of it."""
    shares = [
        value_of(relation.result)
        for relation in known.shares.get(scene.figures[whole].id, ())
        if scene.place.get(relation.args[0].id) in row
    ]
    return bool(shares) and sum(shares) < _ALL


def _slip_digits(scene: Scene, relation: Relation) -> int:
    """How many digits the longest figure has in which one slip explains the difference."""
    found = 0
    for at, figure in enumerate((*relation.args, relation.result)):
        last = at == len(relation.args)
        span = computed_interval(relation) if last else needed_interval(relation, at)
        slip = find_repair(scene.facts.text, figure, span) if span is not None and span.low > 0 else None
        if slip is not None and (not slip.cost or (slip.slip == "length" and slip.digits >= _LONG)):
            found = max(found, slip.digits)
    return found
