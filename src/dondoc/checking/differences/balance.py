"""What goes out and what comes in, and by how much one is above the other.

Finds         xuất khẩu 1.086 triệu USD ...; nhập khẩu 743 triệu USD; xuất siêu 343 triệu USD
              Thu ngân sách 12.400 tỷ đồng ... Chi ngân sách 13.150 tỷ đồng, bội chi 750 tỷ đồng
              thu ngân sách 7.250 tỷ đồng, chi 6.980 tỷ đồng, bội thu 270 tỷ đồng
              Tổng thu 3.120 triệu đồng ... Tổng chi 2.640 triệu đồng, kết dư 480 triệu đồng
              xuất khẩu 57,5 triệu USD, nhập khẩu 31,2 triệu USD, cán cân thương mại thặng dư 26,3 triệu USD
Leaves alone  nhập siêu 0,5 tỷ USD where one of the sides is not stated · giảm nhập siêu 0,2 tỷ USD: a change
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_OVER = re.compile(
    r"\b(?P<word>(?:xuất|nhập)\s+siêu|bội\s+(?:chi|thu)"
    r"|(?<!thu )kết dư(?!\s+(?:ngân sách\s+)?năm trước)|chênh lệch thu,?(?:\s+(?:và|lớn hơn))?\s+chi"
    r"|(?:thương mại|xuất nhập khẩu|ngân sách)\s+(?:thặng dư|thâm hụt))"
    r"(?:[^,;.()\d]|\([^()\d]{1,9}\)){0,30}\Z",
    re.IGNORECASE,
)
_PART_OF_IT = re.compile(r"\s*(?:không\s+)?kể(?:\s+cả)?\s", re.IGNORECASE)  # xuất siêu 14,28 tỷ USD kể cả dầu thô
_TRADE = re.compile(r"(xuất|nhập)(?=\s+khẩu)", re.IGNORECASE)
_BUDGET = re.compile(r"\b(?<!phải )(thu|chi)(?=\s+(?:cân đối\s+)?(?:ngân sách|nsnn|nsđp|đạt|ước|là|\Z))", re.IGNORECASE)
_INTO = frozenset(("xuất", "thu"))
_SURPLUS = ("xuất siêu", "bội thu", "thặng dư", "kết dư", "thu chi", "thu, chi", "và chi", "hơn chi")
_REACH, _BLOCKS = 9, 2
_HELD = ("actual", "cumulative", "part", "count")


def find(scene: Scene) -> Iterator[Relation]:
    """Yield what is left over, or missing, between two sides told before it."""
    for index in sorted(scene.told_by("siêu", "bội", "thặng dư", "thâm hụt", "kết dư", "chênh lệch")):
        balance = scene.figures[index]
        word = _OVER.search(scene.before(index))
        if (
            word is None
            or _PART_OF_IT.match(scene.after(index))
            or balance.role == "change"
            or balance.unit in ("%", None)
        ):
            continue
        name = " ".join(word["word"].lower().split())
        budget = "ngân sách" in name or name.startswith(("bội", "kết", "chênh"))
        sides = _sides(scene, index, _BUDGET if budget else _TRADE)
        if len(sides) == 2:
            more, less = (sides[True], sides[False]) if name.endswith(_SURPLUS) else (sides[False], sides[True])
            yield Relation("difference", (more, less), balance, "difference.balance", certain=False, likely=True)


def _sides(scene: Scene, index: int, names: re.Pattern[str]) -> dict[bool, Quantity]:
    """The nearest figure before that came in (True) and the nearest that went out, in the unit of the balance."""
    sides: dict[bool, Quantity] = {}
    for place in range(index - 1, max(index - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.block[index] - scene.block[place] > _BLOCKS or _OVER.search(scene.before(place)):
            break  # what stands before another balance belongs to that one
        if figure.role in _HELD and same_unit(figure, scene.figures[index]):
            found = names.findall(scene.before(place, 60))
            if found:
                sides.setdefault(found[-1].lower() in _INTO, figure)
    return sides
