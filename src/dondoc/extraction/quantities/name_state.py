"""What carries over from figure to figure while a sentence is given its names."""

import re
from functools import lru_cache

from dondoc.extraction.quantities.figures import Figure
from dondoc.lexicon.units import unit_lexicon

NOT_NAMES = re.compile(
    r"\A(?:so|cùng kỳ|tháng trước|năm trước|kế hoạch|\d+|trở|đó|này|nêu|khác|nói trên|tương|nữa|thêm|cao|thấp)\b",
    re.IGNORECASE,
)
MONEY = frozenset({"đồng", "USD", "EUR", "%"})
FOLLOWERS = frozenset({"change", "share_of_plan", "rate"})


class NameState:
    """The name that carries over from figure to figure inside a sentence."""

    __slots__ = ("context", "head", "named", "topic", "verb")

    def __init__(self, topic: str, head: str) -> None:
        self.head = head
        self.topic = topic
        self.verb = ""
        self.context = ""
        self.named: list[tuple[str, str]] = []


def explains(figure: Figure) -> bool:
    """Whether the bracket stands right behind the figure it explains: 85 xã đạt chuẩn (chiếm 70,8%)."""
    previous = figure.previous
    if previous is None or figure.owner is not previous:
        return False
    behind = figure.before.rsplit("(", 1)[0]
    return not ("," in behind or ";" in behind or ":" in behind)


@lru_cache(maxsize=512)
def is_counted(unit: str | None) -> bool:
    """Whether a unit is a noun that is counted, and no money or measure."""
    if unit is None or unit in MONEY:
        return False
    known = unit_lexicon().words.get(unit.lower())
    return (known is None and len(unit) > 3) or (known is not None and known.kind in ("count", "time"))
