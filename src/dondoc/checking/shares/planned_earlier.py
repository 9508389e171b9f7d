"""A share of the plan whose plan stands further up under the same name: granted in one section, disbursed in another.

Finds         Kế hoạch: ngân sách trung ương 2.416,9 tỷ đồng, ngân sách huyện 812,5 tỷ đồng. ... Giải ngân: ngân sách
              trung ương 1.087,6 tỷ đồng, đạt 45%; ngân sách huyện 502,1 tỷ đồng, đạt 61,8%
Leaves alone  names of one word, names that two plans bear, shares with a plan beside them

The name ties the two, not the sentence: reported where it holds, or where one slip explains why not.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import content_words
from dondoc.checking.scene import Scene

_SHARE = re.compile(r"\s*[,(]?\s*(?:đã\s+)?(?:đạt|bằng)(?:\s+tỷ lệ)?\s*(?:gần |hơn |trên )?", re.IGNORECASE)
# As far as the last mark that ends a label, or the end of a paragraph; greedy, so that it is found from behind.
_ENDS = re.compile(r".*(?:[;:.,()+]|\n(?=\s*\n))", re.DOTALL)
_PLAIN = frozenset(
    """
    vốn kế hoạch giao giải ngân thanh toán thực hiện được đã bố trí phân bổ tổng số dự toán nguồn đạt gồm thuộc đến đó
    riêng từ
    """.split()  # noqa: SIM905
)  # fmt: skip
_PLANNED = frozenset(("plan", "part"))
_MONEY = frozenset(("đồng", "USD", "EUR"))
_FEWEST = 2
_MOST = 40


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares whose paid figure bears the name of one plan before it."""
    plans: dict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
    for index, figure in enumerate(scene.figures):
        if figure.unit not in _MONEY:
            continue
        label = frozenset(content_words(_label(scene.before(index, 90)))) - _PLAIN
        if len(label) < _FEWEST:
            continue
        if not _has_share(scene, index):
            if figure.role in _PLANNED:
                plans[min(label)].append((label, index))
            continue
        relation = _of_plan(scene, index, [place for known, place in plans[min(label)][-_MOST:] if known == label])
        if relation:
            yield relation


def _label(words: str) -> str:
    last = _ENDS.match(words)
    return words[last.end() :] if last else words


def _has_share(scene: Scene, index: int) -> bool:
    if index + 1 >= len(scene.figures) or scene.sentence[index] != scene.sentence[index + 1]:
        return False
    share = scene.figures[index + 1]
    told = _SHARE.fullmatch(scene.between(index, index + 1)) is not None
    return share.unit == "%" and share.role in ("share_of_plan", "rate") and told


def _of_plan(scene: Scene, index: int, places: list[int]) -> Relation | None:
    """The share of the plan of that name: the only one, or the one of several with which it holds."""
    paid, share = scene.figures[index], scene.figures[index + 1]
    larger = [scene.figures[place] for place in places if value_of(scene.figures[place]) >= value_of(paid)]
    found = [
        Relation("ratio", (paid, plan), share, "ratio.planned-earlier", certain=False, likely=True) for plan in larger
    ]
    return found[0] if len(found) == 1 else next(filter(holds, found), None)
