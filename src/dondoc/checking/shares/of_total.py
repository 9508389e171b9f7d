"""A share of a total that the sentence, or the one before it, tells without calling it a whole of the part.

Finds         nợ đọng thuế 412,6 tỷ đồng; nợ khó thu 158,3 tỷ đồng, chiếm 38,4% tổng nợ
              dư nợ 38.460 tỷ đồng. Trong đó ngắn hạn 22.150 tỷ đồng, chiếm 57,6% tổng dư nợ
Leaves alone  chiếm 38,4% tổng thu ngân sách, where no figure bears the name · a total behind the share

Told where it holds, or where one slip explains why not.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import content_words, same_unit
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity

_OF_TOTAL = re.compile(
    r"\s*(?:/|so với |trong |trên |của )?\s*(?:tổng|toàn bộ)\s+(?P<name>(?:[^\W\d_]+\s*){1,5})", re.IGNORECASE
)
_SHARE = re.compile(r"\b(?:chiếm|bằng|tương đương|đạt)\b|\(\s*\Z", re.IGNORECASE)
_COMPARED = re.compile(r"cùng kỳ|năm trước|tháng trước|cả nước|toàn quốc|toàn vùng", re.IGNORECASE)
_IDLE = frozenset(
    ("số", "cộng", "toàn", "tỉnh", "huyện", "xã", "lượng", "bộ", "trên", "địa", "bàn", "cả", "thành", "phố")
)
_COUNTED = frozenset(("vụ", "người", "hộ", "đơn", "hồ", "sơ", "doanh", "nghiệp", "dự", "án", "đảng", "viên"))
_REACH = 9


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares of a total that bears the name said behind them."""
    for index in sorted(scene.told_by("chiếm", "bằng", "tương", "đạt", "(")):
        share = scene.figures[index]
        if not index or share.unit != "%" or share.role in ("change", "plan"):
            continue
        named = _OF_TOTAL.match(scene.after(index, 70))
        if named is None or _COMPARED.search(scene.after(index, 70)):
            continue
        part = scene.figures[index - 1]
        if part.unit in ("%", None) or part.role == "change" or scene.sentence[index - 1] != scene.sentence[index]:
            continue
        gap = scene.between(index - 1, index)
        if ";" in gap or not _SHARE.search(gap):
            continue
        words = content_words(named["name"]) - _IDLE
        own = scene.before(index - 1, 90).lower()
        if ("tổng" in own and not words.isdisjoint(content_words(own))) or _counts_others(words, part):
            continue  # another one of its kind: Hàn Quốc với tổng vốn đầu tư 2,62 tỷ USD, chiếm 15,7% tổng vốn
        wholes = [scene.figures[place] for place in _wholes(scene, index - 1, words)]
        read = [
            Relation("ratio", (part, whole), share, "ratio.of-total", certain=False, likely=True, tied=True)
            for whole in wholes
        ]
        held = next(filter(holds, read), None)
        if held is not None or len(read) == 1:
            yield held or read[0]


def _counts_others(words: frozenset[str], part: Quantity) -> bool:
    """Whether the total is one of other things: 13 người, chiếm 37% tổng số vụ."""
    return not words.isdisjoint(_COUNTED - content_words(part.unit))


def _wholes(scene: Scene, part: int, words: frozenset[str]) -> Iterator[int]:
    """The figures before the part that are called so, back to the sentence before."""
    for place in range(part - 1, max(part - 1 - _REACH, -1), -1):
        figure = scene.figures[place]
        if scene.block[place] != scene.block[part] or scene.sentence[part] - scene.sentence[place] > 1:
            return
        if figure.role in ("change", "plan", "part") or not same_unit(figure, scene.figures[part]):
            continue
        borne = content_words(
            f"{figure.indicator or ''} {scene.before(place, 90)} {figure.unit or ''} {scene.after(place, 40)}"
        )
        if words <= borne and value_of(figure) >= value_of(scene.figures[part]) / 2:
            yield place
