"""A share of what its words name exactly as an earlier figure, or an earlier share, was told.

Finds         Kế hoạch giao trong năm: 5.604,2 tỷ đồng ... đã phân bổ 5.547,9 tỷ đồng, đạt 99% kế hoạch giao trong năm
              Tổng số lượt khám bệnh 248.316 lượt ... chuyển tuyến 5.874 lượt, bằng 2,37% tổng số lượt khám
              đạt 56,6% kế hoạch Thủ tướng giao (913,2 tỷ đồng) ... là 528,9 tỷ đồng, đạt 57,9% kế hoạch Thủ tướng giao
Leaves alone  phrases of three words and fewer · a phrase that several figures bear

Told where it holds, or where one slip explains why not.
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import Relation, holds, value_of
from dondoc.checking.names.wording import same_unit
from dondoc.checking.scene import Scene

_SHARE = re.compile(
    r"[^,;.()\d]{0,60}[,(]?\s*(?:chỉ |mới |đã |ước )?(?:đạt|chiếm|bằng|tương đương)(?:\s+(?:tỷ|tỉ) lệ)?\s*"
    r"(?:gần |hơn |trên )?",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"\s*(?:so với\s+|trên\s+|trong\s+|của\s+)?(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+){3,7})", re.IGNORECASE
)
_COMPARED = re.compile(r"cùng kỳ|năm trước|tháng trước|cả nước|toàn quốc", re.IGNORECASE)
_STOP = re.compile(r"[,;.()\n]")
_BACK, _FEWEST, _LONGEST = 45, 4, 7


def find(scene: Scene) -> Iterator[Relation]:
    """Yield the shares of what an earlier figure of the very words tells."""
    phrases: dict[str, int] = {}
    for index in sorted(scene.told_by("đạt", "chiếm", "bằng", "tương")):
        share = scene.figures[index]
        if not index or share.unit != "%" or share.role in ("change", "plan"):
            continue
        part, after = scene.figures[index - 1], scene.after(index, 70)
        told = _PHRASE.match(after)
        if told is None or part.unit in ("%", None) or scene.sentence[index - 1] != scene.sentence[index]:
            continue
        if _COMPARED.search(after) or _SHARE.fullmatch(scene.between(index - 1, index)) is None:
            continue
        words = " ".join(told["words"].lower().split())
        own = scene.before(index - 1, 90).lower()
        if "tổng" in own and not set(words.split()[1:]).isdisjoint(own.split()):
            continue  # another one of its kind: Hàn Quốc với tổng vốn đầu tư 2,62 tỷ USD, chiếm 15,7% tổng vốn đầu tư
        if _has_base_behind(scene, index, after):
            phrases[words] = index + 1
            continue
        whole = phrases[words] if words in phrases else _bearer(scene, index, words.split())
        if whole is not None and same_unit(scene.figures[whole], part) and value_of(scene.figures[whole]):
            args = part, scene.figures[whole]
            yield Relation("ratio", args, share, "ratio.same-phrase", certain=False, likely=True)


def _has_base_behind(scene: Scene, index: int, after: str) -> bool:
    """Whether the bracket behind the phrase tells the figure of what the share is of."""
    if index + 1 >= len(scene.figures) or not after.rstrip().endswith("("):
        return False
    return same_unit(scene.figures[index + 1], scene.figures[index - 1])


def _bearer(scene: Scene, index: int, words: list[str]) -> int | None:
    """The only figure before that is told in the first words of the phrase, in as many as can be."""
    labels = [
        (place, _label(scene, place))
        for place in range(index - 2, max(index - _BACK, -1), -1)
        if same_unit(scene.figures[place], scene.figures[index - 1]) and scene.figures[place].role != "change"
    ]
    for many in range(min(len(words), _LONGEST), _FEWEST - 1, -1):
        phrase = " ".join(words[:many])
        found = [place for place, label in labels if phrase in label]
        if found:
            values = {value_of(scene.figures[place]) for place in found}
            if len(values) == 1:
                return found[0]
            held = [
                place
                for place in found
                if holds(Relation("ratio", (scene.figures[index - 1], scene.figures[place]), scene.figures[index], ""))
            ]
            return held[0] if held else None
    return None


def _label(scene: Scene, place: int) -> str:
    words = _STOP.split(scene.before(place, 90))[-1]
    return " ".join(words.lower().replace(":", " ").split())
