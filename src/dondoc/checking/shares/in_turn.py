"""Shares told one after the other behind what they are of, in its order.

Finds         vốn trong nước 214,2/612 tỷ đồng, vốn nước ngoài 45,6/95 tỷ đồng, tương ứng 35% và 48%
              kế hoạch 429 tỷ đồng ...; khối lượng thực hiện 420 tỷ đồng, giải ngân 403 tỷ đồng, tương ứng 98% và 98%
              kế hoạch (94)
Leaves alone  tương ứng tăng 5% và 7%: changes · shares of as many figures as none of which a whole is told
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene
from dondoc.checking.shares.ratio_places import is_pair

IN_TURN = "ratio.in-turn"
_OPENS = re.compile(
    r"\b(?:tương ứng|lần lượt)(?: (?:là|đạt|bằng|chiếm|với|tỷ lệ|tỉ lệ|lần lượt|tương ứng|khoảng))*\s+\Z", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:,|;|và|, và)\s+")
_REACH = 12


def find(scene: Scene) -> Iterator[Relation]:
    """Yield each share of a row with the figure that stands at its place in the row before."""
    for index in sorted(scene.told_by("tương ứng", "lần lượt")):
        shares = _row(scene, index)
        if len(shares) < 2 or not _OPENS.search(scene.before(index, 50)):
            continue
        yield from _of_pairs(scene, shares) or _of_one(scene, shares)


def _row(scene: Scene, index: int) -> list[int]:
    row: list[int] = []
    for place in range(index, len(scene.figures)):
        figure = scene.figures[place]
        if figure.unit != "%" or figure.role == "change":
            break
        if row and not _JOINED.fullmatch(scene.between(place - 1, place)):
            break
        row.append(place)
    return row


def _of_pairs(scene: Scene, shares: list[int]) -> list[Relation]:
    """``214,2/612 tỷ đồng ..., 45,6/95 tỷ đồng, tương ứng 35% và 48%``."""
    start = shares[0]
    pairs = [
        place
        for place in range(max(start - _REACH, 0), start - 1)
        if scene.sentence[place] == scene.sentence[start] and is_pair(scene, place)
    ][-len(shares) :]
    if len(pairs) < len(shares):
        return []
    return [
        Relation("ratio", (scene.figures[pair], scene.figures[pair + 1]), scene.figures[share], IN_TURN)
        for pair, share in zip(pairs, shares, strict=True)
    ]


def _of_one(scene: Scene, shares: list[int]) -> list[Relation]:
    """As many figures right before the shares, all of one that is larger and of which some of the shares hold."""
    start, count = shares[0], len(shares)
    parts = list(range(start - count, start))
    if parts[0] < 1 or any(scene.sentence[at] != scene.sentence[start] or not scene.is_amount(at) for at in parts):
        return []
    if not all(same_unit(scene.figures[at], scene.figures[parts[0]]) for at in parts):
        return []
    for place in range(parts[0] - 1, max(parts[0] - _REACH, -1), -1):
        whole = scene.figures[place]
        if scene.block[place] != scene.block[start]:
            return []
        larger = all(value_of(whole) > value_of(scene.figures[at]) for at in parts[:-1])
        if not (scene.is_amount(place) and larger and same_unit(whole, scene.figures[start - 1])):
            continue
        told = [
            Relation("ratio", (scene.figures[part], whole), scene.figures[share], IN_TURN)
            for part, share in zip(parts, shares, strict=True)
        ]
        if any(map(holds, told)):
            return told
    return []
