"""Parts that everybody who reads statistics knows for parts, whatever the words between.

Finds         Tổng thu 752 tỷ đồng, tăng 8%. Thu nội địa đạt 605 tỷ đồng. Thu từ dầu thô 30 tỷ đồng
              vận chuyển hàng hóa 1.204 nghìn tấn; đường sông ước đạt 224 nghìn tấn · khách quốc tế 310 lượt khách
Leaves alone  thu nội địa without a total before it · more than the total · lũy kế beside a total of the month
              khai thác gỗ 3.025 m3: another unit · tổng chi ...: a whole itself
"""

import re
from collections.abc import Sequence
from functools import cache

from dondoc.extraction.quantities.cues import alternatives, read_divisions
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import not_above, same_kind
from dondoc.extraction.quantities.signals import DIVISION
from dondoc.facts import Evidence

_OPEN = frozenset({"actual", "cumulative"})
_WHOLES = frozenset({"actual", "cumulative", "part"})
_CLAUSE = re.compile(r"[.;:](?:\s|\Z)")
_ASIDE = re.compile(r"\([^()]*\)")
# "Mặt hàng chủ yếu: gỗ 486 triệu USD, dệt may 512 triệu USD": some that are named, divided by nobody.
_GOODS = re.compile(r"[\s*+–-]*(?:các |một số |những )?(?:nhóm )?(?:mặt hàng|sản phẩm)\b")
_EARLIER = 24
_NEAR = 1500
_TAIL = 140


@cache
def _divisions() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The wholes and the parts of each division, as patterns for small letters."""
    return tuple(
        (re.compile(rf"\b{alternatives(wholes)}\b"), re.compile(rf"\b{alternatives(parts)}\b"))
        for wholes, parts in read_divisions()
    )


@cache
def _any_part() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives({part for _, parts in read_divisions() for part in parts})}\b")


def link_divisions(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """Make the figures of ``sentence`` that are named as parts of a figure before them its parts."""
    if not sentence.cues & DIVISION or _GOODS.match(sentence.low):
        return
    for place, figure in enumerate(sentence.figures):
        if figure.role not in _OPEN or figure.whole is not None or figure.task or not figure.cues_before & DIVISION:
            continue
        if figure.over is not None or figure.unit == "%" or "/" in (figure.unit or ""):
            continue
        before = (*earlier[-_EARLIER:], *sentence.figures[max(0, place - _EARLIER) : place])
        whole = _whole_of(figure, before)
        if whole is not None:
            figure.whole, figure.role = whole, "part"
            figure.evidence.append(Evidence("of", "parts.divisions"))


def _named(figure: Figure) -> str:
    """The words of its clause before the figure, without what stands in brackets."""
    return _ASIDE.sub(" ", _CLAUSE.split(figure.low_before)[-1])


def _whole_of(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    named = _named(figure)
    if _any_part().search(named) is None:
        return None
    for wholes, parts in _divisions():
        if parts.search(named) is None:
            continue
        for other in reversed(before):
            if figure.measure.span.start - other.measure.span.end > _NEAR:
                break
            if not same_kind(figure, other) or other.over is not None or other.role not in _WHOLES:
                continue
            if wholes.search(f"{other.low_before[-_TAIL:]} {other.unit}") is None or parts.search(_named(other)):
                continue
            alike = (figure.role == "cumulative") == (other.role == "cumulative")
            return other if alike and not_above(figure, other) and figure.measure.value != other.measure.value else None
    return None
